"""Amounts in words against what a claim holds a figure to, and bare numbers that cannot be of the
size of the figure beside them: "more than eight million" under `cost > 8` of thousands.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from builder.facts.units import PER_CENT, SCALES, currency_of
from builder.language.lexicon import lexicon_of, value_of
from builder.model.figure import ResolvedFigure
from builder.resolve.claims.bounds import bounds
from builder.resolve.passages import found
from builder.resolve.portions import bounding

_LOOSE: Final = Decimal("0.12")  # of an amount in words, which is round
_HALF: Final = Decimal("0.5")
_HAIR: Final = Decimal("0.005")
_TINY: Final = 1  # per cent, below which no one holds a share of tens
_TENS: Final = 10
_LARGE: Final = 1000  # what has its scale in words
_FAR_OFF: Final = (10**3, 10**6, 10**9)


def bare_numbers(
    words: str, tree: ast.expr, figures: Mapping[str, ResolvedFigure], tag: str
) -> Iterator[tuple[slice, str]]:
    """Yield the amounts of money in words that a claim has in its number, but on another scale; and
    those that it says are passed, or are not.
    """
    scaled = [
        (figures[name], above, number * scale)
        for name, above, number in bounds(tree)
        if name in figures and number >= 1 and (scale := _scale(figures[name]))
    ]
    lexicon = lexicon_of(tag)
    for span in found(lexicon.counted, lexicon.uncounted, words) if scaled else ():
        value = value_of(words[span], lexicon)
        if value is None or value < _LARGE:
            continue
        said = Decimal(value.numerator) / value.denominator
        times = [(figure, said / bound) for figure, _, bound in scaled]
        if any(_HALF <= each <= 2 for _, each in times):
            kind = bounding(words, span, tag)
            if any(_is_passed(kind, above, said / bound) for _, above, bound in scaled):
                yield span, f"it is {'less' if kind == 'more' else 'more'}"
            continue
        for figure, each in times:
            if any(
                abs(each / far - 1) < _LOOSE or abs(each * far - 1) < _LOOSE for far in _FAR_OFF
            ):
                yield span, f'a bare number beside "{figure.id}" is of its unit, {figure.unit}'
                break


def _is_passed(kind: str, above: bool, times: Decimal) -> bool:
    """Return whether an amount, so many times a bound, is the wrong side of what is beyond that."""
    if kind == "less":
        return above and _HALF <= times <= 1 + _HAIR
    return kind == "more" and not above and 1 - _HAIR <= times <= 2


def tiny_shares(
    tree: ast.expr, figures: Mapping[str, ResolvedFigure]
) -> Iterator[tuple[ResolvedFigure, Decimal]]:
    """Yield the figures in per cent that a claim holds to a part of one: "share > 0.5" of 41 %."""
    for name, _, number in bounds(tree):
        figure = figures.get(name)
        if figure is None or figure.unit != PER_CENT or not 0 < number < _TINY:
            continue
        if isinstance(figure.value, Decimal) and abs(figure.value) >= _TENS:
            yield figure, number


def _scale(figure: ResolvedFigure) -> Decimal:
    """Return how much one of a figure's unit is; 0 where its unit may have a scale in words."""
    money = currency_of(figure.unit)
    return Decimal(SCALES.get(money.scale, 1)) if money else Decimal(0)
