"""Which figures some number words may mean: takes their value, returns a hint for each."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from builder.model.figure import ResolvedFigure
from builder.resolve.form import Form, FormError
from builder.resolve.printing import printed_figure
from builder.resolve.rounding import rounded
from builder.resolve.text import Printer
from builder.resolve.units import SCALES, currency_of

_MOST: Final = 3


def matching_figures(value: Fraction | None, printer: Printer) -> tuple[str, ...]:
    """Return a hint for each of the first figures of a value: how it is bound, what it prints."""
    if value is None:
        return ()
    matches = (figure for figure in printer.figures.values() if _means(figure, value))
    return tuple(
        _hint(figure, printer.tag) for figure, _ in zip(matches, range(_MOST), strict=False)
    )


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
    value = figure.rounded or Decimal(0)
    yield value
    currency = currency_of(figure.unit)
    if currency is not None and currency.scale:
        yield value * SCALES[currency.scale]


def _hint(figure: ResolvedFigure, tag: str) -> str:
    for form, use in ((Form("words"), " | words"), (Form(), "")):
        try:
            text = printed_figure(figure, form, tag)
        except FormError:
            continue
        return f'bind it to a figure: {{{{ {figure.id}{use} }}}} prints "{text}"'
    return f"bind it to a figure: {{{{ {figure.id} }}}}"
