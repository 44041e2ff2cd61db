"""Printing: takes a figure (or a plain quantity) and a form, returns the printed text.

Whatever a form cannot say is a `FormError`, which the caller reports at the place where the form
was asked for.
"""

from __future__ import annotations

from decimal import Decimal

from builder.model.figure import Hedge, Moment, ResolvedFigure
from builder.resolve.dates import printed_date
from builder.resolve.form import Form
from builder.resolve.languages import Language, language_of
from builder.resolve.languages.language import HEDGE_SIGNS, NBSP
from builder.resolve.numbers import (
    MINUS,
    money_affixes,
    number,
    percent_affixes,
    short_money_affixes,
)
from builder.resolve.rounding import decimals_as_stated
from builder.resolve.spoken import spoken
from builder.resolve.units import currency_of


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
        text = printed_quantity(value, figure.unit, hedge, form, tag)
    return capitalised(text) if form.capital else text


def printed_quantity(value: Decimal, unit: str, hedge: Hedge | None, form: Form, tag: str) -> str:
    """Return a rounded value with its unit and hedge; its decimals are printed as they stand.

    Raises:
        FormError: the value cannot be said in words.
    """
    language = language_of(tag)
    if form.base == "words":
        said = spoken(value, unit, tag)
        return language.join_hedge(hedge_word(hedge, unit, tag), said) if hedge else said
    before, after = affixes(value, unit, form.base, tag)
    sign = MINUS if value < 0 else "+" if form.signed and value > 0 else ""
    text = f"{sign}{before}{number(abs(value), decimals_as_stated(value), tag)}{after}"
    if hedge is None:
        return text
    return (
        HEDGE_SIGNS[hedge] + text
        if form.base == "short"
        else (f"{hedge_word(hedge, unit, tag)} {text}")
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
            return short_money_affixes(currency, language, tag)
        return money_affixes(value, currency, language, tag)
    if base == "short":
        return "", "×" if unit in language.ratio_units else ""
    return "", f"{NBSP}{unit}"


def unit_beside(figure: ResolvedFigure, tag: str) -> str:
    """Return the unit that the short form of a figure leaves out, if it has one: "TWh"."""
    if isinstance(figure.value, Moment):
        return ""
    value = figure.value if figure.rounded is None else figure.rounded
    if any(affixes(value, figure.unit, "short", tag)):
        return ""
    return affixes(value, figure.unit, "full", tag)[1].strip()


def hedge_word(hedge: Hedge, unit: str, tag: str) -> str:
    """Return a hedge in words: "fewer than" of things, "less than" of measures."""
    language = language_of(tag)
    if not unit or _is_measure(unit, language):
        return language.measured.get(hedge, language.hedges[hedge])
    return language.hedges[hedge]


def capitalised(text: str) -> str:
    """Return a text with its first letter raised, as at a sentence's start."""
    return text[:1].upper() + text[1:]


def _is_measure(unit: str, language: Language) -> bool:
    return unit == "%" or unit in language.ratio_units or currency_of(unit) is not None
