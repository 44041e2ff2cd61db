"""What is printed in signs and short forms is heard in words, in every language."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.facts.aloud import aloud, unit_alone, unlike_print
from builder.facts.printing import hedge_word, printed_quantity
from builder.facts.units import currency_of
from builder.language.language import HEDGE_SIGNS, language_of
from builder.language.numbers import decimal_mark
from builder.model.figure import Form, Hedge
from tests.content.broken import CASES
from tests.shares import share

TAGS = ("en-GB", "en-US", "de-DE", "de-CH", "fr-FR", "fr-CA", "uk-UA")
UNITS = ("%", "×", "USD", "EUR bn", "USD mn", "UAH tn", "CHF thousand", "GBP bn", "TWh", "t", "km²")
SIGNS = re.compile(r"[<>≥≤≈~±%‰×–−+$€£₴\u00a0\u2009\u202f]|\d\D\d{3}(?!\d)")


def cases() -> list[tuple[str, str, str]]:
    held = tomllib.loads((CASES / "spoken.toml").read_text("utf-8"))
    return [
        (tag, printed.replace("_", "\u00a0").replace("^", "\u202f"), said)
        for tag, texts in held.items()
        for printed, said in texts.items()
    ]


@pytest.mark.parametrize(("tag", "printed", "said"), share(cases(), 3))
def test_it_is_said_as_its_language_says_it(tag: str, printed: str, said: str) -> None:
    assert aloud(printed, tag) == said


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("en-GB", "5 June 2024"),
        ("en-GB", "1.5"),
        ("en-GB", "Shahed-136"),
        ("en-GB", "ninety per cent"),
        ("fr-FR", "au moins 400 drones"),
        ("uk-UA", "щонайменше 400 дронів"),
    ],
)
def test_what_engines_say_right_as_it_is_printed_needs_no_words_of_its_own(
    tag: str, printed: str
) -> None:
    assert unlike_print(printed, tag) == ""


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("fr-FR", "1\u202f500\u202f000"),
        ("uk-UA", "3\u00a0700"),
        ("de-CH", "3’700"),
        ("en-GB", "5,000,000"),  # which a German voice takes for a fraction
        ("de-DE", "8.420"),  # and this one an English voice
    ],
)
def test_a_number_that_its_grouping_would_break_is_said_whole(tag: str, printed: str) -> None:
    assert unlike_print(printed, tag) == re.sub(r"\D", "", printed)


@pytest.mark.parametrize(
    ("tag", "symbol", "said"),
    [
        ("en-GB", "TWh", "terawatt-hours"),
        ("de-DE", "Mio.\u00a0m³", "Millionen Kubikmeter"),
        ("de-DE", "ct/kWh", "Cent pro Kilowattstunde"),
        ("uk-UA", "млн\u00a0т", "мільйонів тонн"),
        ("en-GB", "and/or", ""),
        ("de-DE", "km²", "Quadratkilometer"),
        ("uk-UA", "ТВт·год", "терават-годин"),
        ("de-DE", "ha", ""),
        ("en-GB", "NATO", ""),
        ("en-GB", "drones", ""),
    ],
)
def test_a_units_symbol_that_stands_alone_is_said_in_full(tag: str, symbol: str, said: str) -> None:
    assert unit_alone(symbol, tag) == said


quantities = st.tuples(
    st.sampled_from(TAGS),
    st.decimals(-(10**7), 10**7, places=1) | st.integers(-(10**7), 10**7).map(Decimal),
    st.sampled_from(UNITS),
    st.sampled_from((None, *Hedge)),
    st.sampled_from(("full", "short")),
)


@given(quantities)
def test_every_hedge_unit_and_minus_that_is_printed_is_said(
    quantity: tuple[str, Decimal, str, Hedge | None, str],
) -> None:
    tag, value, unit, hedge, base = quantity
    printed = printed_quantity(value, unit, hedge, Form(base), tag)
    said = aloud(printed, tag)
    assert SIGNS.search(said) is None, said
    digits = f"{abs(value):f}".replace(".", decimal_mark(tag))
    assert re.search(rf"(?<![\d.,]){re.escape(digits)}(?![\d])", said), said
    assert said.count({"en": "minus", "de": "minus", "fr": "moins ", "uk": "мінус"}[tag[:2]]) >= (
        value < 0
    )
    if hedge is not None:
        words = hedge_word(hedge, unit, tag, value) if base == "full" else ""
        either = (words, *(hedge_word(hedge, of, tag, value) for of in ("", "ships")))
        assert said.startswith(tuple(each.removesuffix("e") for each in either if each)), said
    if currency_of(unit) or unit in ("%", "×"):
        assert re.search(r"[^\W\d]{2}", said.split(digits)[1]), said


@given(quantities)
def test_a_figure_is_heard_alike_in_full_and_in_signs(
    quantity: tuple[str, Decimal, str, Hedge | None, str],
) -> None:
    tag, value, unit, hedge, _ = quantity
    if unit not in ("TWh", "t", "km²"):  # whose symbols stand beside the short form
        forms = (
            printed_quantity(value, unit, hedge, Form(base), tag) for base in ("full", "short")
        )
        full, short = (aloud(form, tag) for form in forms)
        assert full == short


@given(st.sampled_from(TAGS), st.sampled_from(tuple(HEDGE_SIGNS.items())), st.integers(0, 10**9))
def test_numbers_that_differ_in_their_hedge_alone_are_never_heard_alike(
    tag: str, sign: tuple[Hedge, str], number: int
) -> None:
    bare, hedged = f"{number}", f"{sign[1]}{number}"
    assert aloud(hedged, tag) != aloud(bare, tag)
    assert len({aloud(f"{each}{number}", tag) for each in HEDGE_SIGNS.values()}) == len(HEDGE_SIGNS)
    assert unlike_print(hedged, tag) == aloud(hedged, tag)
    words = language_of(tag).measured.get(sign[0], language_of(tag).hedges[sign[0]])
    assert aloud(hedged, tag).startswith(words.removesuffix("e"))


@given(st.sampled_from(TAGS), st.text(max_size=30))
def test_whatever_is_printed_all_that_is_no_sign_is_kept(tag: str, text: str) -> None:
    letters = [each for each in text if each.isdigit()]
    assert [each for each in aloud(text, tag) if each.isdigit()] == letters
