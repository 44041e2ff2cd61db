"""What a chart or table shows, as numbers by their names: takes either, returns its values in rows
of categories and columns of series, with the words by which it tells of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from builder.charts.registry import kind_of
from builder.facts.named import is_total
from builder.facts.sizes import is_money, kinds_of
from builder.frozen import dataclass
from builder.language.lexicon import PLAIN
from builder.language.sides import sides_of
from builder.model.arranging import AS_DEFINED
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.figure import ResolvedFigure
from builder.model.table import TableSpec
from builder.model.text import FigureUse, plain
from builder.resolve.tables.grids import TableContext
from builder.resolve.ways import is_bad

_TIMES: Final = ("duration", "calendar")
_FEW: Final = 2
_YEAR: Final = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


class Verdict(NamedTuple):
    """Words that say something of what is shown, whether that is so, and what is shown."""

    span: slice
    holds: bool
    really: str


@dataclass(frozen=True)
class Drawn:
    """Numbers in `values`, one row to each of the `series`, as long as the `categories`.

    `words` are those by which it tells what they are. The series are `summed` where they are parts
    of each category; categories are `apart` where they cannot be held against each other: shares
    of wholes of their own. Who has more is ahead where it `leads`.
    """

    what: str
    categories: tuple[str, ...]
    series: tuple[str, ...]
    values: tuple[tuple[Decimal | None, ...], ...]
    words: str
    summed: bool = False
    apart: bool = False
    leads: bool = False

    def rivals(self, names: Sequence[str], tag: str) -> tuple[int, ...]:
        """Return which of the names are of one thing: no total, and not the rest."""
        left = sides_of(tag).left
        return tuple(
            at
            for at, name in enumerate(names)
            if not is_total(name, tag) and not left.search(name.lower())
        )


def drawn_by(
    spec: ChartSpec, chart: ResolvedChart, figures: Mapping[str, ResolvedFigure], tag: str
) -> Drawn | None:
    """Return what a chart shows; None of one that ranks nothing, or by two measures."""
    kind = kind_of(spec.kind)
    if kind.raw or kind.holds_totals or chart.second_axis or chart.spans or not chart.series:
        return None
    if not chart.categories or (kind.art == "ring" and len(chart.series) > 1):
        return None
    stated = (spec.unit, *(datum.unit for each in chart.series for datum in each.data))
    named = (*spec.figures, *(name for _, group in spec.groups for name in group))
    units = {*filter(None, stated), *(figures[name].unit for name in named if name in figures)}
    if len(units - {""}) > 1 and not spec.unit:
        return None
    texts = (chart.subtitle, chart.value_axis.title if chart.value_axis else ())
    labels = (figures[name].label for name in named if name in figures)
    said = (*map(plain, texts), *units, spec.x, *spec.y, *labels)
    return _of(
        f'the chart "{spec.id}"',
        [run.text for run in chart.categories],
        [
            # One alone goes by the title.
            (each.name.text if len(chart.series) > 1 else "", [datum.value for datum in each.data])
            for each in chart.series
        ],
        said,
        (kind.adds_up, kind.in_shares),
        (units, tag),
    )


def shown_by(table: TableSpec, context: TableContext) -> Drawn | None:
    """Return what a table shows by its rows' heads; None where it does not show all of it."""
    tag, data = context.printer.tag, context.data.get(table.data)
    if table.view != AS_DEFINED:
        return None
    if data is not None:
        names = [name for name, _ in table.columns] or [*data.columns]
        called = {name: plain(text) for name, text in table.columns}
        heads = [row[data.columns.index(names[0])] for row in data.rows]
        rows = range(len(data.rows))
        columns = [
            (called.get(name) or name, [data.number(row, name) for row in rows])
            for name in names[1:]
        ]
    else:
        figures = context.printer.figures
        heads = [plain(row[0]) for row in table.cells if row]
        columns = [
            (plain(head), [_value(row[at + 1 : at + 2], figures) for row in table.cells])
            for at, head in enumerate(table.header[1:])
        ]
    columns = [(name, values) for name, values in columns if any(v is not None for v in values)]
    return _of(
        f'the table "{table.name}"', heads, columns, (), (False, False), ({"", *()}, tag)
    ) if columns else None  # fmt: skip


def _value(
    cells: Sequence[Iterable[object]], figures: Mapping[str, ResolvedFigure]
) -> Decimal | None:
    uses = [each for cell in cells for each in cell if isinstance(each, FigureUse)]
    figure = figures.get(uses[0].figure) if len(uses) == 1 else None
    return figure.value if figure is not None and isinstance(figure.value, Decimal) else None


def _of(
    what: str,
    categories: Sequence[str],
    series: Sequence[tuple[str, Sequence[Decimal | None]]],
    said: Iterable[str],
    ways: tuple[bool, bool],
    of: tuple[Iterable[str], str],
) -> Drawn | None:
    units, tag = of
    measured = " ".join((*(name for name, _ in series), *said)).translate(PLAIN).lower()
    words = " ".join((*categories, measured)).translate(PLAIN).lower()
    known = [value for _, values in series for value in values if value is not None]
    if len(known) < _FEW or min(known) < 0:
        return None
    return Drawn(
        what,
        tuple(each.translate(PLAIN) for each in categories),
        tuple(name.translate(PLAIN) for name, _ in series),
        tuple(tuple(values) for _, values in series),
        words,
        *ways,
        leads=not is_bad(measured, tag) and not any(_is_cost(unit, tag) for unit in units),
    )


def _is_cost(unit: str, tag: str) -> bool:
    """Return whether a unit is of time or money, or a rate: of these less may be better."""
    kinds = kinds_of(unit, tag)
    return any(each.of in _TIMES or each.power < 0 or is_money(each.of) for each in kinds)
