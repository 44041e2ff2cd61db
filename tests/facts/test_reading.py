"""What is printed is read back: every form, unit, hedge and language, by property and by case."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builder.facts.nouns import Speech
from builder.facts.printing import printed_figure
from builder.facts.reading import Read, read_figure, read_quantity
from builder.model.figure import Form, FormError, Hedge, Moment, ResolvedFigure
from tests.shares import examples

CASES = Path(__file__).parents[1] / "cases"
STATION = {"one": "станція", "few": "станції", "many": "станцій", "other": "станції"}
SHIP = {"one": "ship", "other": "ships"}
TAGS = (
    *("en-GB", "en-US", "en-CA", "de", "de-AT", "de-CH", "fr", "fr-CA", "fr-CH", "uk"),
    Speech("uk", {"station": STATION}, ["USD"]),
    Speech("en-GB", {"station": SHIP}, ["USD", "JPY"]),
    Speech("fr", {}, ["USD"]),
)
UNITS = (
    *("", "missiles", "%", "USD bn", "EUR mn", "UAH", "Shahed-136 drones", "thousand tonnes"),
    *("station", "CAD mn", "USD tn", "JPY", "GBP thousand", "days", "Tage", "jours", "днів"),
    *("times", "mal", "fois", "раз", "×", "-fach", "percentage points", "points"),
)
hedges = st.none() | st.sampled_from(Hedge)
values = st.decimals(
    min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=2
) | st.integers(0, 10**7).map(Decimal)
moments = (
    st.builds(Moment, st.integers(1900, 2100))
    | st.builds(Moment, st.integers(1900, 2100), st.integers(1, 12))
    | st.builds(Moment, st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28))
)


def figure(value: Decimal | Moment, unit: str = "", hedge: Hedge | None = None) -> ResolvedFigure:
    rounded = value if isinstance(value, Decimal) else None
    return ResolvedFigure("f", "F", value, hedge, unit, None, (), None, None, rounded)


@settings(deadline=None)
@given(
    value=values,
    unit=st.sampled_from(UNITS),
    hedge=hedges,
    base=st.sampled_from(["full", "number", "short", "words"]),
    capital=st.booleans(),
    tag=st.sampled_from(TAGS),
)
def test_a_printed_number_is_read_as_what_it_was(
    value: Decimal, unit: str, hedge: Hedge | None, base: str, capital: bool, tag: str
) -> None:
    printed, form = figure(value, unit, hedge), Form(base, capital=capital)
    try:
        text = printed_figure(printed, form, tag)
    except FormError:
        assume(False)
    read = read_figure(text, printed, form, tag)
    assert read is not None
    assert (read.value, read.hedge) == (value, hedge)
    if base != "words":
        assert str(read.value) == str(abs(value) if value == 0 else value)


@pytest.mark.longer
@settings(max_examples=examples(40), deadline=None)
@given(
    moment=moments,
    hedge=st.sampled_from([None, Hedge.ABOUT]),
    base=st.sampled_from(["full", "short", "number", "words"]),
    tag=st.sampled_from(TAGS),
)
def test_a_printed_date_is_read_as_what_it_was(
    moment: Moment, hedge: Hedge | None, base: str, tag: str
) -> None:
    printed = figure(moment, hedge=hedge)
    read = read_figure(printed_figure(printed, Form(base), tag), printed, Form(base), tag)
    assert read == Read(moment, hedge)


TYPED = {
    ("en-GB", "missiles", "full", "at least 420 missiles"): (420, Hedge.AT_LEAST),
    ("en-GB", "missiles", "short", ">= 420"): (420, Hedge.AT_LEAST),
    ("en-GB", "missiles", "full", "4200 missiles"): (4200, None),
    ("en-GB", "missiles", "full", "-3 missiles"): (-3, None),
    ("en-GB", "USD bn", "full", "$250bn"): (250, None),
    ("en-GB", "USD bn", "full", "$1.2 trillion"): (1200, None),
    ("en-GB", "USD bn", "short", "~$900m"): ("0.9", Hedge.ABOUT),
    ("en-GB", "rounds", "words", "at least 5.5 million rounds"): (5500000, Hedge.AT_LEAST),
    ("en-GB", "rounds", "words", "six million two hundred thousand rounds"): (6200000, None),
    ("en-GB", "EUR mn", "words", "forty-nine million five hundred thousand euros"): ("49.5", None),
    ("de", "%", "full", "91%"): (91, None),
    ("de", "rounds", "number", "5.000"): (5000, None),
    ("fr", "drones", "full", "plus de 1 234,5 drones"): ("1234.5", Hedge.MORE_THAN),
    ("fr", "obus", "words", "plus d'un million d'obus"): (1000000, Hedge.MORE_THAN),
    ("uk", "днів", "full", "22 днів"): (22, None),
    ("en-GB", "days", "full", "1 days"): (1, None),
    ("de", "mal", "full", "5-mal"): (5, None),
    ("fr", "CHF mn", "short", "8 MCHF"): (8, None),
    ("en-US", "USD bn", "short", "$2.5B"): ("2.5", None),
    ("en-GB", "GBP thousand", "full", "£106 thousand"): (106, None),
    ("en-GB", "GBP thousand", "full", "GBP 106 thousand"): (106, None),
    ("en-GB", "GBP thousand", "full", "£106k"): (106, None),
    ("en-GB", "GBP thousand", "full", "£1.2 million"): (1200, None),
    ("en-GB", "GBP", "full", "£106 thousand"): (106000, None),
    ("de", "EUR thousand", "full", "106 Tsd. Euro"): (106, None),
    ("de", "EUR thousand", "full", "106 T€"): (106, None),
    ("de", "EUR thousand", "short", "106 TEUR"): (106, None),
    ("fr", "EUR thousand", "short", "106 kEUR"): (106, None),
    ("fr", "EUR bn", "full", "1,2 Mds €"): ("1.2", None),
    ("uk", "UAH", "full", "62 гривню"): (62, None),
    ("uk", "UAH", "full", "61 гривні"): (61, None),
    ("uk", "днів", "full", "23 днях"): (23, None),
    ("uk", "UAH thousand", "full", "106 тис. ₴"): (106, None),
    ("uk", "UAH thousand", "full", "106 тисяч гривень"): (106, None),
}


@pytest.mark.parametrize(("tag", "unit", "base", "text"), TYPED)
def test_what_people_type_is_read(tag: str, unit: str, base: str, text: str) -> None:
    value, hedge = TYPED[tag, unit, base, text]
    read = read_quantity(text, unit, Form(base), tag)
    assert read is not None
    assert (read.value, read.hedge) == (Decimal(value), hedge)


HEDGES = tomllib.loads((CASES / "hedges-typed.toml").read_text("utf-8"))


@pytest.mark.parametrize("tag", HEDGES)
def test_the_usual_hedges_of_a_language_are_read_and_others_refused(tag: str) -> None:
    for text, expected in HEDGES[tag].items():
        read = read_quantity(text, "", Form("number"), tag)
        found = "refused" if read is None or read.hedge is None else read.hedge.value
        assert (text, found) == (text, expected)
        assert read is None or read.value == 1800


def test_a_word_of_place_within_a_sentence_is_no_hedge() -> None:
    assert read_quantity("over 300 hectares", "hectares", Form(), "en", with_unit=True) is None
    alone = read_quantity("over 300 hectares", "hectares", Form(), "en")
    assert alone is not None
    assert alone.hedge == Hedge.MORE_THAN


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("missiles", "420 rockets"),
        ("missiles", "many missiles"),
        ("missiles", "4OO missiles"),
        ("missiles", "400 to 420 missiles"),
        ("missiles", "1,2345 missiles"),
        ("USD bn", "€250bn"),
        ("GBP thousand", "€106k"),
        ("GBP thousand", "£106 dozen"),
        ("GBP thousand", "106 thousand people"),
        ("", "12th"),
    ],
)
def test_what_no_form_could_print_is_not_read(unit: str, text: str) -> None:
    assert read_quantity(text, unit, Form(), "en-GB") is None


def test_a_number_without_its_unit_is_read_only_where_none_is_asked_for() -> None:
    assert read_quantity("420", "missiles", Form(), "en-GB") == Read(Decimal(420), None)
    assert read_quantity("420", "missiles", Form(), "en-GB", with_unit=True) is None
