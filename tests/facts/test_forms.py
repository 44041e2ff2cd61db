from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from typing import Any

import pytest
from babel.numbers import parse_decimal
from hypothesis import given
from hypothesis import strategies as st

from builder.facts.nouns import Speech
from builder.facts.printing import capitalised, printed_quantity
from builder.facts.reading import read_quantity
from builder.facts.rounding import decimals_as_stated, rounded
from builder.language.language import HEDGE_SIGNS, CannotSayError, language_of
from builder.language.numbers import locale_of, number
from builder.model.figure import Form, FormError, Hedge, Moment, form_of
from tests.content.broken import CASES
from tests.resolve.making import TAGS, figure, resolved_figure
from tests.shares import share

FORMS = ("full", "number", "short", "words", "capital", "bare")
FIGURE = re.compile(r"(more than|at least|about|up to|fewer than)? ?(\S+)(?: (.+))?")


def cases(name: str) -> list[Any]:
    text = (CASES / "forms" / f"{name}.toml").read_text("utf-8")
    return list(tomllib.loads(text)["case"])


def spaced(text: str) -> str:
    return text.replace("~", "\u00a0").replace("^", "\u202f")


@pytest.mark.parametrize("case", cases("figures"), ids=lambda c: f"{c['language']}:{c['figure']}")
def test_a_figure_is_printed_in_each_form_as_its_language_writes_it(case: dict[str, str]) -> None:
    match = FIGURE.fullmatch(case["figure"])
    assert match is not None
    hedge = Hedge(match[1]) if match[1] else None
    for name in FORMS:
        if name in case:
            form = form_of(() if name == "full" else (name,))
            shown = None if form.bare else hedge
            text = printed_quantity(
                Decimal(match[2]), match[3] or "", shown, form, case["language"]
            )
            assert (capitalised(text) if form.capital else text) == spaced(case[name]), name


def rows() -> list[tuple[str, ...]]:
    lines = [
        line
        for language in ("en", "de", "fr", "uk")
        for line in (CASES / "forms" / f"{language}.txt").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return [tuple(part.strip() for part in line.split(" | ")) for line in lines]


@pytest.mark.parametrize(("language", "stated", "name", "said"), share(rows(), 25))
def test_a_figure_is_said_as_its_language_says_it_and_read_back(
    language: str, stated: str, name: str, said: str
) -> None:
    tag, _, marked = language.partition(" !")
    speech = Speech(tag, marked=[marked] if marked else [])
    match = FIGURE.fullmatch(stated)
    assert match is not None
    value, unit, hedge = Decimal(match[2]), match[3] or "", Hedge(match[1]) if match[1] else None
    form = form_of(() if name == "full" else (name,))
    text = printed_quantity(value, unit, hedge, form, speech)
    text = capitalised(text) if form.capital else text
    assert text == spaced(said)
    read = read_quantity(text, unit, form, speech)
    assert read is not None
    assert (read.value, read.hedge) == (value, hedge)


@pytest.mark.parametrize("case", cases("dates"), ids=lambda c: f"{c['language']}:{c['date']}")
def test_a_date_is_printed_in_each_form_as_its_language_writes_it(case: dict[str, str]) -> None:
    from builder.language.dates import printed_date

    moment = Moment(*(int(part) for part in case["date"].split("-")))
    for name in ("full", "short", "number"):
        if name in case:
            assert printed_date(moment, name, case["language"]) == spaced(case[name]), name


def test_whole_numbers_are_said_in_words() -> None:
    table = tomllib.loads((CASES / "forms" / "words.toml").read_text("utf-8"))
    for tag, numbers in table.items():
        cardinal = language_of(tag).cardinal
        for written, said in numbers.items():
            if said:
                assert cardinal(int(written)) == said, (tag, written)
            else:
                with pytest.raises(CannotSayError):
                    cardinal(int(written))


@pytest.mark.parametrize("tag", TAGS)
@given(data=st.data())
def test_two_numbers_never_share_their_words(tag: str, data: st.DataObject) -> None:
    whole = st.integers(0, 10**12 - 1) | st.integers(0, 3000)
    one, other = data.draw(whole), data.draw(whole)
    cardinal = language_of(tag).cardinal
    try:
        assert (cardinal(one) == cardinal(other)) == (one == other)
    except CannotSayError:
        assert tag in ("de", "fr", "uk")


@given(
    tag=st.sampled_from([*TAGS, "pl", "es", "de-CH", "en-IN"]),
    value=st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False),
    decimals=st.integers(0, 6),
)
def test_a_printed_number_read_back_is_the_rounded_value(
    tag: str, value: Decimal, decimals: int
) -> None:
    exact = rounded(value, decimals)
    text = number(exact, decimals, tag)
    assert "-" not in text
    assert " " not in text
    read = parse_decimal(text.replace("\u2212", "-"), locale=locale_of(tag))
    assert read == exact
    assert decimals_as_stated(exact) == decimals


@given(
    tag=st.sampled_from(TAGS),
    value=st.decimals(0, 10**9, places=2),
    unit=st.sampled_from(["", "%", "USD bn", "EUR", "missiles", "times"]),
    hedge=st.sampled_from([None, *Hedge]),
    base=st.sampled_from(["full", "number", "short"]),
)
def test_no_number_can_be_parted_from_its_unit_by_a_line_break(
    tag: str, value: Decimal, unit: str, hedge: Hedge | None, base: str
) -> None:
    text = printed_quantity(value, unit, hedge, Form(base), tag)
    at = min(place for place, character in enumerate(text) if character.isdigit())
    digits = re.match(r"[\d.,\u00a0\u202f]*\d", text[at:])
    assert digits is not None
    assert not text[at + digits.end() :].startswith(" ")
    if base == "short":
        assert " " not in text
        assert text.startswith(HEDGE_SIGNS[hedge]) if hedge else text[0] not in "<>≤≥≈"


def test_what_words_cannot_say_names_the_form() -> None:
    for value in ("3712.5", "-4"):
        with pytest.raises(FormError, match=rf'the form "words" cannot say {value}'):
            printed_quantity(Decimal(value), "missiles", None, Form("words"), "en-GB")
    with pytest.raises(FormError, match="takes the gender of its noun"):
        printed_quantity(Decimal(21), "missiles", None, Form("words"), "fr")


@pytest.mark.parametrize(
    ("stated", "decimals", "printed"),
    [
        ("48.50", None, "48.50"),
        ("48.50", 1, "48.5"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("-0.6", 0, "-1"),
    ],
)
def test_decimals_are_those_stated_and_halves_go_away_from_zero(
    stated: str, decimals: int | None, printed: str
) -> None:
    assert str(resolved_figure(figure("a", stated, decimals=decimals)).rounded) == printed


def test_what_is_rounded_to_nought_has_no_sign() -> None:
    assert str(rounded(Decimal("-0.4"), 0)) == "0"
