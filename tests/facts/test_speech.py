"""A briefing's own speech: units that inflect, dollars that say whose they are."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.facts.counted import same_noun
from builder.facts.heard import spoken_line
from builder.facts.nouns import Speech, categories, marked_currencies, speech_of
from builder.facts.printing import printed_figure, printed_quantity
from builder.language.quotes import nested
from builder.model.blocks import Paragraph
from builder.model.figure import Form, Hedge, Moment, Unit
from builder.model.text import FigureUse, Owner, Run, Text, plain
from tests.content.broken import CASES
from tests.resolve.making import complaints, content, figure, formula, place, resolved
from tests.shares import share

STATION = {"one": "станція", "few": "станції", "many": "станцій", "other": "станції"}
SHIP = {"one": "ship", "other": "ships"}
FIGURES = (
    figure("d", Moment(2019, 3)),
    figure("j", Moment(2019, 7)),
    figure("b", Moment(2019, 2)),
    figure("a", Moment(2019, 3, 5)),
    figure("n", "22", "ships", hedge=Hedge.ABOUT),
    figure("k", "3", "EUR mn", hedge=Hedge.AT_LEAST),
)


def spaced(text: str) -> str:
    return text.replace("~", "\u00a0").replace("^", "\u202f")


def written(text: str) -> Text:
    """Return a text with the uses of figures that stand in it in braces."""
    parts = re.split(r"\{(\w)\}", text)
    return tuple(
        FigureUse(part, (), place()) if at % 2 else Run(part)
        for at, part in enumerate(parts)
        if part
    )


def sentences() -> list[tuple[str, ...]]:
    lines = (CASES / "forms" / "sentences.txt").read_text("utf-8").splitlines()
    rows = [line for line in lines if not line.startswith("#")]
    return [tuple(part.strip() for part in row.split(" | ")) for row in rows]


@pytest.mark.parametrize(("language", "typed", "said"), share(sentences(), 2))
def test_a_sentence_is_printed_as_its_language_writes_it(
    language: str, typed: str, said: str
) -> None:
    text = written(spaced(typed))
    briefing = resolved(content(*FIGURES, language=language, text=text))
    (paragraph,) = briefing.sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.text) == spaced(said)


@pytest.mark.parametrize(("language", "typed", "said"), share(sentences(), 4))
def test_what_is_printed_right_is_left_as_it_is(language: str, typed: str, said: str) -> None:
    if "{" in typed or "'" in typed or '"' in said:
        return
    text = (Run(spaced(said)),)
    (paragraph,) = resolved(content(*FIGURES, language=language, text=text)).sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.text) == spaced(said)


def counting(language: str, forms: dict[str, str], *units: str, **keys: str) -> list[str]:
    """Return the complaints of figures counted in `units`, of which `station` is declared."""
    stated = [figure(f"f{at}", str(21 + at), unit) for at, unit in enumerate(units)]
    total = formula("total", " + ".join(each.id for each in stated), **keys)
    made = content(*stated, total, language=language, text=written(" ".join("x")))
    declared = {"station": Unit("station", forms, place())} if forms else {}
    return complaints(replace(made, units=declared))


def test_two_forms_of_one_noun_in_a_formula_show_the_entry_to_write() -> None:
    (found,) = counting("uk", {}, "станція", "станції")
    assert '(unit "станція") and "f1" (unit "станції"): their units differ' in found
    assert "units: {станція: {one: станція, few: станції, many: ..., other: ...}}" in found
    (found,) = counting("en-GB", {}, "ship", "ships")
    assert "units: {" in found
    (found,) = counting("en-GB", {}, "ships", "houses")
    assert "units:" not in found


def test_with_the_entry_the_forms_of_one_noun_add() -> None:
    assert counting("uk", STATION, "station", "станції", "станцій") == []
    assert counting("uk", STATION, "station", "station", unit="станцій") == []


def test_a_claim_over_two_forms_of_one_noun_shows_the_entry_too() -> None:
    made = content(figure("a", "21", "ship"), figure("b", "22", "ships"), claims={"c": "a < b"})
    assert any("units: {ship" in found or "units: {ships" in found for found in complaints(made))


def test_a_unit_without_the_forms_of_its_language_is_refused_by_name() -> None:
    found = counting("uk", SHIP, "station")
    assert 'the unit "station" lacks the form "few"' in found[0]
    assert "as it stands after 2, 3, 22" in found[0]
    found = counting("en-GB", {**SHIP, "few": "shipsen"}, "station")
    assert 'has a form "few", which "en-GB" does not know' in found[0]
    found = counting("en-GB", SHIP, "boats")
    assert 'nothing is counted in the unit "station"' in found[0]


def test_french_needs_no_form_for_millions() -> None:
    assert categories("fr") == categories("en-GB") == categories("de") == ("one", "other")
    assert categories("uk") == ("one", "few", "many", "other")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("ship", "ships", True),
        ("станція", "станцій", True),
        ("Haus", "Häuser", True),
        ("armed drone", "armed drones", True),
        ("ship", "ship", False),
        ("ships", "houses", False),
        ("drone", "armed drones", False),
        ("USD bn", "USD mn", False),
    ],
)
def test_forms_of_one_noun_are_told_from_two_nouns(one: str, other: str, alike: bool) -> None:
    assert same_noun(one, other) is alike


@given(value=st.integers(0, 2000), form=st.sampled_from(["full", "words"]))
@settings(deadline=None)
def test_a_declared_unit_takes_the_form_of_its_number(value: int, form: str) -> None:
    speech = Speech("uk", {"station": STATION})
    ends_in = value % 10 if not 11 <= value % 100 <= 14 else 0
    expected = {1: "станція", 2: "станції", 3: "станції", 4: "станції"}.get(ends_in, "станцій")
    if form == "words" and ends_in in (1, 2):
        return
    said = printed_quantity(Decimal(value), "station", None, Form(form), speech)
    assert said.split()[-1].split("\u00a0")[-1] == expected


@pytest.mark.parametrize(
    ("tag", "units", "marked"),
    [
        ("en-GB", ["USD mn"], set()),
        ("en-US", ["USD mn", "EUR"], set()),
        ("en-US", ["USD mn", "CAD"], {"USD"}),
        ("en-CA", ["USD mn"], {"USD"}),
        ("en-AU", ["USD"], {"USD"}),
        ("fr-CA", ["USD"], {"USD"}),
        ("fr", ["USD bn", "AUD tn"], {"USD"}),
        ("uk", ["ракет", "UAH"], set()),
        ("en-GB", ["JPY", "CNY"], {"JPY"}),
        ("en-IE", ["USD"], set()),
    ],
)
def test_a_dollar_carries_its_country_where_another_could_be_meant(
    tag: str, units: list[str], marked: set[str]
) -> None:
    assert marked_currencies(tag, units) == marked


@pytest.mark.parametrize("tag", ["en-GB", "en-US", "de", "fr", "uk"])
@pytest.mark.parametrize("form", ["full", "short", "words"])
def test_three_million_of_two_dollars_never_look_alike(tag: str, form: str) -> None:
    made = content(figure("us", "3", "USD mn"), figure("ca", "3", "CAD mn"), language=tag)
    briefing = resolved(made)
    speech = speech_of(briefing.meta.language)
    said = [printed_figure(briefing.figures[name], Form(form), speech) for name in ("us", "ca")]
    assert said[0] != said[1]
    bare = re.compile(r"(?<![A-Z])\$(?![A-Z])")
    assert not any(bare.search(text) for text in said)


def test_marks_within_marks_are_those_of_the_inner_quotation() -> None:
    assert nested("Про «Кобзар»", "uk") == "Про „Кобзар“"
    assert nested("Über „Faust“", "de") == "Über ‚Faust‘"
    assert nested("On “Hamlet”", "en-GB") == "On ‘Hamlet’"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (
            ["до ", "бер. 2025 р.", "", " ", "книг", ", спершу 5"],
            "до березня 2025 року. книг, спершу 5",
        ),
        (["до ", "бер. 2025 р.", " ", "книг", "."], "до березня 2025 року. книг."),
        (["до ", "бер. 2025 р.", " було 5."], "до березня 2025 року було 5."),
    ],
)
def test_a_sentence_ends_where_its_stop_was_an_abbreviation_s_too(
    parts: list[str], said: str
) -> None:
    owner = Owner("date", "2025-03", "full")
    line = tuple(Run(part, owner=owner if part.startswith("бер") else None) for part in parts)
    assert plain(spoken_line(line, "uk")) == said


@pytest.mark.parametrize(
    ("tag", "unit", "printed", "short"),
    [
        ("en-GB", "£m", "£14~million", "£14m"),
        ("en-GB", "£ million", "£14~million", "£14m"),
        ("en-GB", "£", "£14", "£14"),
        ("en-GB", "£bn", "£14~billion", "£14bn"),
        ("en-GB", "€k", "€14~thousand", "€14k"),
        ("en-US", "$m", "$14~million", "$14M"),
        ("en-CA", "$m", "CA$14~million", "CA$14M"),
        ("de", "Mio. €", "14~Millionen Euro", "14~Mio.~€"),
        ("de", "€", "14~Euro", "14~€"),
        ("fr", "M€", "14~millions d’euros", "14~M€"),
        ("en-GB", "£ per shop", "14~£~per~shop", "14"),
    ],
)
def test_money_may_be_stated_by_its_sign(tag: str, unit: str, printed: str, short: str) -> None:
    briefing = resolved(content(figure("one", "14", unit), language=tag))
    one, tag = briefing.figures["one"], speech_of(briefing.meta.language)
    said = printed_figure(one, Form(), tag), printed_figure(one, Form("short"), tag)
    assert said == (spaced(printed), spaced(short))
