"""Printing: takes a figure (or a plain quantity) and a form, returns the printed text.

Whatever a form cannot say is a `FormError`, which the caller reports at the place where the form
was asked for.
"""

from __future__ import annotations

from decimal import Decimal

from builder.facts.nouns import after_number, money_affixes, short_money_affixes, unit_key
from builder.facts.rounding import decimals_as_stated
from builder.facts.spoken import spoken
from builder.facts.units import currency_of
from builder.language.dates import printed_date
from builder.language.language import HEDGE_SIGNS, Language, language_of
from builder.language.numbers import MINUS, number, percent_affixes
from builder.model.figure import Form, Hedge, Moment, ResolvedFigure


def printed_figure(figure: ResolvedFigure, form: Form, tag: str) -> str:
    """Return a figure as one text, hedge and unit included.

    Raises:
        FormError: the form cannot be said of this figure.
    """
    hedge = None if form.bare else figure.hedge
    if isinstance(figure.value, Moment):
        text = printed_date(figure.value, "full" if form.base == "words" else form.base, tag)
        if hedge is not None:
            short = form.base == "short"
            text = HEDGE_SIGNS[hedge] + text if short else f"{hedge_word(hedge, '', tag)} {text}"
    else:
        value = figure.value if figure.rounded is None else figure.rounded
        said = printed_quantity(value, figure.unit, hedge, form, tag)
        text = said if not figure.year or form.base == "words" else _year(value, hedge, form, tag)
    return capitalised(text) if form.capital else text


def _year(value: Decimal, hedge: Hedge | None, form: Form, tag: str) -> str:
    """Return a year, which has no grouping in any language."""
    if hedge is None:
        return f"{value:.0f}"
    if form.base == "short":
        return f"{HEDGE_SIGNS[hedge]}{value:.0f}"
    return f"{hedge_word(hedge, '', tag)} {value:.0f}"


def printed_quantity(value: Decimal, unit: str, hedge: Hedge | None, form: Form, tag: str) -> str:
    """Return a rounded value with its unit and hedge; its decimals are printed as they stand.

    Raises:
        FormError: the value cannot be said in words.
    """
    language = language_of(tag)
    if form.base == "words":
        said = spoken(value, unit, tag)
        return _hedged(hedge_word(hedge, unit, tag, value), said, language) if hedge else said
    before, after = affixes(value, unit, form.base, tag)
    sign = MINUS if value < 0 else "+" if form.signed and value > 0 else ""
    text = f"{sign}{before}{number(abs(value), decimals_as_stated(value), tag)}{after}"
    if hedge is None:
        return text
    return (
        HEDGE_SIGNS[hedge] + text
        if form.base == "short"
        else _hedged(hedge_word(hedge, unit, tag, value), text, language)
    )


def affixes(value: Decimal, unit: str, base: str, tag: str) -> tuple[str, str]:
    """Return what a form prints before and after the number, for its unit."""
    if base == "number" or not unit:
        return "", ""
    if unit == "%":
        return percent_affixes(tag)
    language = language_of(tag)
    currency = currency_of(unit)
    if currency is not None:
        if base == "short":
            return short_money_affixes(currency, tag)
        return money_affixes(value, currency, tag)
    if base == "short":
        return "", "×" if unit in language.ratio_units else ""
    return "", language.glued.get(unit) or after_number(unit, value, tag)


def unit_beside(figure: ResolvedFigure, tag: str) -> str:
    """Return the unit that the short form of a figure leaves out, if it has one: "TWh"."""
    if isinstance(figure.value, Moment):
        return ""
    value = figure.value if figure.rounded is None else figure.rounded
    if shortest(value, figure.unit, tag) == "short":
        return ""
    return affixes(value, figure.unit, "full", tag)[1].strip()


def shortest(value: Decimal, unit: str, tag: str) -> str:
    """Return the form that says a unit in the fewest words: "short" is silent of "thousand tonnes".

    A number whose scale is left out is another number.
    """
    return "short" if any(affixes(value, unit, "short", tag)) else "full"


def hedge_word(hedge: Hedge, unit: str, tag: str, value: Decimal | Moment | None = None) -> str:
    """Return a hedge in words: "fewer than" of things, "less than" of measures and of fractions."""
    language = language_of(tag)
    parted = isinstance(value, Decimal) and value != value.to_integral_value()
    if not unit or parted or _is_measure(unit_key(unit, tag), language):
        return language.measured.get(hedge, language.hedges[hedge])
    return language.hedges[hedge]


def capitalised(text: str) -> str:
    """Return a text with its first letter raised, as at a sentence's start."""
    return text[:1].upper() + text[1:]


def _is_measure(unit: str, language: Language) -> bool:
    return (
        unit == "%"
        or unit in language.ratio_units
        or unit in language.measures
        or currency_of(unit) is not None
    )


def _hedged(hedge: str, phrase: str, language: Language) -> str:
    return language.elided(f"{hedge} ", phrase) + phrase
