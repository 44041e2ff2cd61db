"""Figures that a number in words may mean: takes its value, returns how each is bound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from builder.facts.form import Form, FormError
from builder.facts.printing import printed_figure
from builder.facts.rounding import rounded
from builder.facts.text import Printer
from builder.facts.units import SCALES, currency_of
from builder.model.figure import ResolvedFigure

_LONG: Final = 4  # letters in which the forms of a noun agree
_MOST: Final = 3
_SHARES: Final = ("", "%")


def matching_figures(
    value: Fraction | None, printer: Printer, noun: str = "", after: str = ""
) -> tuple[str, ...]:
    """Return hints for the first figures of a value: how it is bound, what it prints.

    Where a `noun` is counted, or other words come `after` a whole number, they are those that
    print one of them: "four to five years" is no share of four per cent. A share is one of
    nothing else either: four fifths are no 0.8 ‰.
    """
    if value is None:
        return ()
    said = noun or (after if value.denominator == 1 else "")
    means = (figure for figure in printer.figures.values() if _means(figure, value))
    hints = ((figure.unit, _hint(figure, printer.tag)) for figure in means)
    likely = (
        hint
        for unit, hint in hints
        if _shares_a_word(hint, said or after)
        or not (said or (value.denominator > 1 and unit not in _SHARES))
    )
    return tuple(hint for hint, _ in zip(likely, range(_MOST), strict=False))


def _shares_a_word(hint: str, noun: str) -> bool:
    """Return whether what a hint says is printed has a word of a noun, in whatever form."""
    printed, said = (
        {word[:_LONG].lower() for word in re.findall(r"[^\W\d_]+", text)}
        for text in (hint.partition(" prints ")[2], noun)
    )
    return bool(printed & said)


def _means(figure: ResolvedFigure, value: Fraction) -> bool:
    """Return whether a figure is the value: as it stands, in its scale, or as a share."""
    if not isinstance(figure.value, Decimal) or figure.rounded is None:
        return False
    if any(Fraction(read) == value for read in _readings(figure)):
        return True
    if figure.unit != "%" or value >= 1:
        return False
    percent = Decimal(value.numerator) * 100 / Decimal(value.denominator)
    return rounded(percent, figure.decimals or 0, figure.hedge) == figure.rounded


def _readings(figure: ResolvedFigure) -> Iterator[Decimal]:
    """Yield the number that a figure says; of money that is all of it: two billion are no two."""
    value = figure.rounded or Decimal(0)
    currency = currency_of(figure.unit)
    scaled = currency is not None and currency.scale
    yield value * SCALES[currency.scale] if currency is not None and scaled else value


def _hint(figure: ResolvedFigure, tag: str) -> str:
    for form, use in ((Form("words"), " | words"), (Form(), "")):
        try:
            text = printed_figure(figure, form, tag)
        except FormError:
            continue
        return f'bind it to a figure: {{{{ {figure.id}{use} }}}} prints "{text}"'
    return f"bind it to a figure: {{{{ {figure.id} }}}}"
