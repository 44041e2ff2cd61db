"""Totals that nobody declared: takes tables, data files and charts, warns of those that what stands
beside them can be no parts of; of charts of figures here.

What a chart draws from a data file is held with that file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from builder.charts.registry import kind_of
from builder.facts.named import is_total
from builder.facts.rounding import decimals_as_stated
from builder.facts.text import Printer
from builder.language.numbers import number
from builder.model.briefing import Content
from builder.model.chart import ChartSpec
from builder.model.text import plain
from builder.resolve.tables.grid import Amount
from builder.resolve.tables.grids import TableContext, amount_of
from builder.resolve.totals.far import Listed, otherwise
from builder.resolve.totals.listing import told_of
from builder.resolve.totals.named import check_named_totals

_FEW: Final = 2


def check_totals(content: Content, context: TableContext) -> None:
    """Warn of each total, in tables, data files and charts, that is no sum of its parts."""
    told = told_of(content.tables.values(), content.charts.values(), content.sections)
    check_named_totals(context, [*content.tables.values()], told)
    _check_charts(content.charts.values(), context.printer)


def _check_charts(charts: Iterable[ChartSpec], printer: Printer) -> None:
    """Warn of each total in a chart of figures that is no sum of the others, and no mean."""
    for chart in charts:
        kind = kind_of(chart.kind)
        if kind.sized and not kind.holds_totals:
            for listed in _lists(chart, printer):
                _tell(chart, listed, printer)


def _lists(chart: ChartSpec, printer: Printer) -> Iterator[Listed]:
    """Yield the figures side by side, or the categories of all groups, with their total."""
    called = {name: plain(label) for name, label in chart.labels}
    if chart.groups:
        heads = [plain(text) for text in chart.categories]
        places = tuple(name for name, _ in chart.groups)
        rows = [[_amount(name, printer) for name in names] for _, names in chart.groups]
        lines = [[row[at] for row in rows if at < len(row)] for at in range(len(heads))]
    else:
        known = [name for name in chart.figures if name in printer.figures]
        heads = [called.get(name) or printer.figures[name].label for name in known]
        places = ("",)
        lines = [[_amount(name, printer)] for name in known]
    ends = {0, len(heads) - 1} & {
        at for at, head in enumerate(heads) if is_total(head, printer.tag)
    }
    if len(ends) != 1 or len(heads) <= _FEW or any(len(line) < len(places) for line in lines):
        return
    (total,) = ends
    texts = (chart.title, chart.subtitle, chart.note, chart.takeaway.says, chart.axis.title)
    said = "\n".join(filter(None, (plain(text) for text in texts)))
    yield Listed(
        heads=tuple(head for at, head in enumerate(heads) if at != total),
        head=heads[total],
        lines=tuple(line for at, line in enumerate(lines) if at != total),
        stated=lines[total],
        places=tuple(f"{place} {chart.unit}".strip() for place in places),
        said=(said,) * len(places),
        excusing=(said,) * len(places),
        tag=printer.tag,
        shown=True,
        first=total == 0,
    )


def _amount(name: str, printer: Printer) -> Amount | None:
    figure = printer.figures.get(name)
    return amount_of(figure, "number") if figure else None


def _tell(chart: ChartSpec, listed: Listed, printer: Printer) -> None:
    tag = printer.tag
    for at, expected in listed.far():
        stated, parts = listed.stated[at], _values(listed, at)
        if stated is None:
            continue
        said, sum_, *added = (
            number(value, decimals_as_stated(value), tag)
            for value in (stated.value, expected, *(each.value for each in parts))
        )
        where = f' in "{listed.places[at]}"' if chart.groups else ""
        hint = otherwise(stated.value, expected, [each.value for each in parts], tag)
        printer.problems.warning(
            chart.place,
            f'"{listed.head}" of the chart "{chart.id}" is {said}{where}, but the others come to'
            f" {sum_} ({' + '.join(added)})",
            f"expected {sum_}: correct one of them, or add what is missing; {hint}",
        )


def _values(listed: Listed, at: int) -> Sequence[Amount]:
    return [each for line in listed.lines if (each := line[at])]
