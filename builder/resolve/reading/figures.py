"""Figures read back: takes a text and the figure that is printed there, returns what it states.

A text that is none of what the figure's forms could print is not read at all: another unit, a
currency that it is not counted in, or words beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from builder.language.language import NBSP
from builder.language.registry import language_of
from builder.model.figure import Hedge, Moment, ResolvedFigure
from builder.resolve.form import Form, FormError
from builder.resolve.nouns import noun, noun_forms
from builder.resolve.printing import affixes
from builder.resolve.reading.dates import read_date
from builder.resolve.reading.hedges import split_hedge
from builder.resolve.reading.numbers import numerals
from builder.resolve.reading.spoken import cardinals
from builder.resolve.reading.texts import folded, tight
from builder.resolve.spoken import spoken
from builder.resolve.units import SCALES, currency_of

_IN_DIGITS: Final = ("full", "number", "short")
_WITH_UNIT: Final = ("full",)


@dataclass(frozen=True)
class Read:
    """What a text states; `exact` says whether the value's decimals are those written.

    Number words, and a scale that is not the figure's own, cannot say trailing noughts.
    """

    value: Decimal | Moment
    hedge: Hedge | None
    exact: bool = True


def read_figure(
    text: str, figure: ResolvedFigure, form: Form, tag: str, *, with_unit: bool = False
) -> Read | None:
    """Return what a text states of a figure that is printed there in `form`, or None.

    See `read_quantity`; dates are read in any form.
    """
    if not isinstance(figure.value, Moment):
        return read_quantity(text, figure.unit, form, tag, with_unit=with_unit)
    hedge, rest = split_hedge(text, tag)
    moment = read_date(rest, tag)
    return None if moment is None else Read(moment, hedge)


def read_quantity(
    text: str, unit: str, form: Form, tag: str, *, with_unit: bool = False
) -> Read | None:
    """Return the number and hedge that a text states in a unit, or None.

    The form goes first; a number typed in another form is read as well, `with_unit` only in
    one that prints the unit.
    """
    hedge, rest = split_hedge(text, tag)
    bases = dict.fromkeys((form.base, *(_WITH_UNIT if with_unit else _IN_DIGITS), "words"))
    for base in bases:
        found = _spoken(rest, unit, tag) if base == "words" else _digits(rest, unit, base, tag)
        if found is not None:
            return Read(found[0], hedge, found[1])
    return None


def _digits(text: str, unit: str, base: str, tag: str) -> tuple[Decimal, bool] | None:
    """Return the number of a folded text in digits, and whether it is written to its end."""
    for value, before, after in numerals(text, tag):
        negative = "-" in before
        before = before.replace("-" if negative else "+", "", 1)
        for factor, expected in _surroundings(value, unit, base, tag):
            if (tight(before), tight(after)) == expected:
                signed = -value if negative else value
                return (signed, True) if factor == 1 else (_whole(signed * factor), False)
    return None


def _surroundings(
    value: Decimal, unit: str, base: str, tag: str
) -> Iterator[tuple[Decimal, tuple[str, str]]]:
    """Yield what may stand around a number, and what the number is then multiplied by."""
    own = affixes(value, unit, base, tag)
    yield Decimal(1), (tight(own[0]), tight(own[1]))
    if unit and own[1] == f"{NBSP}{noun(unit, value, tag)}":
        for form in noun_forms(unit, tag):
            yield Decimal(1), ("", tight(form))
    currency = currency_of(unit)
    if base == "number":
        return
    if currency is not None:
        for scale, factor in {"": 1, **SCALES}.items():
            around = affixes(value, f"{currency.code} {scale}".strip(), base, tag)
            ratio = Decimal(factor) / SCALES.get(currency.scale, 1)
            yield ratio, (tight(around[0]), tight(around[1]))
        return
    language = language_of(tag)
    for scale, words in language.scales.items():
        for word in set(words.values()):
            for form in noun_forms(unit, tag):
                for counted in {form, language.after_million(form)}:
                    yield Decimal(SCALES[scale]), ("", tight(f"{word} {counted}"))


def _spoken(text: str, unit: str, tag: str) -> tuple[Decimal, bool] | None:
    """Return the number of a folded text in words: one that is said in just these words."""
    currency = currency_of(unit)
    factor = SCALES.get(currency.scale, 1) if currency else 1
    for number, _ in cardinals(text, tag):
        for value in (Decimal(number), Decimal(number) / factor):
            try:
                said = spoken(value, unit, tag)
            except FormError:
                continue
            if folded(said) == text:
                return value, False
    return None


def _whole(value: Decimal) -> Decimal:
    """Return a value without trailing noughts behind its point, never in powers of ten."""
    return Decimal(format(value.normalize(), "f"))
