"""Lines over numbers: takes charts, tables and what stands in them, returns titles, subtitles,
captions and heads, each with the units of what it stands over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from builder.charts.registry import kind_of
from builder.facts.named import unit_of_figure, units_named
from builder.facts.sizes import Kind
from builder.facts.units import PER_CENT
from builder.frozen import dataclass, replace
from builder.language.lexicon import PLAIN
from builder.model.chart import ChartSpec
from builder.model.table import TableSpec
from builder.model.text import FigureUse, Run, Text
from builder.problems import Place
from builder.resolve.tables.grids import TableContext

_BARE: Final = "number"
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEARS: Final = (Decimal(1900), Decimal(2100))


@dataclass(frozen=True)
class Stated:
    """A unit as it is stated, what it means, and whether numbers are printed without it; `lent` by
    a chart of the same column.
    """

    unit: str
    kind: Kind
    bare: bool
    lent: bool = False


@dataclass(frozen=True)
class Over:
    """A line over numbers: what it is called, and its words; `doubtful` where it is a sentence, or
    numbers that state no unit stand under it too. It `counts` where it says what they all are;
    `by_sizes` says that they may be sorted by numbers: "under 5", "5 to 10".
    """

    what: str
    text: Text
    place: Place
    stated: Sequence[Stated]
    doubtful: bool = False
    counts: bool = False
    by_sizes: bool = True


def drawn_units(charts: Iterable[ChartSpec]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return the units in which charts of one axis draw columns of data files."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for chart in charts:
        if chart.table and chart.unit and not chart.second_axis.unit:
            for column in chart.y:
                at = chart.table, column
                found[at] = tuple(dict.fromkeys((*found.get(at, ()), chart.unit)))
    return found


@dataclass(frozen=True)
class Lines:
    """Finds the lines of charts and tables, and the units of what stands under each; `drawn` are
    those in which charts draw columns of data files.
    """

    context: TableContext
    drawn: Mapping[tuple[str, str], tuple[str, ...]]

    def of_chart(self, spec: ChartSpec) -> Iterator[Over]:
        """Yield the lines of a chart that may name its unit."""
        bare, what = spec.number_format == _BARE, f'of the chart "{spec.id}"'
        names = (*spec.figures, *(name for _, group in spec.groups for name in group))
        main = self._figures((*names,), bare)
        by_column = {name: self._of_column(spec, name, bare) for name in spec.y}
        main += [each for found in by_column.values() for each in found]
        second = self._stated((spec.second_axis.unit,), bare)
        across = self._of_column(spec, spec.x, bare, own=False)
        whole = [*main, *second]
        if kind_of(spec.kind).in_shares or kind_of(spec.kind).whole:
            whole += self._stated((PER_CENT,), bare)
        if kind_of(spec.kind).raw or spec.size:
            whole += across
        yield Over(f"the title {what}", spec.title, spec.place, whole, doubtful=True)
        counts = bool(spec.unit) and not (second or self._is_measured(spec))
        yield Over(
            f"the subtitle {what}", spec.subtitle, spec.place, whole, counts=counts,
            by_sizes=self._is_by_sizes(spec.table, spec.x, spec.series),
        )  # fmt: skip
        yield Over(f"the axis {what}", spec.axis.title, spec.place, main)
        yield Over(f"the x-axis {what}", spec.x_axis.title, spec.place, across)
        yield Over(f"the second axis {what}", spec.second_axis.title, spec.place, second)
        called = dict(spec.labels)
        for name, found in by_column.items():
            text = called.get(name) or (Run(name, place=spec.place),)
            yield Over(f"a series {what}", text, spec.place, [*found, *second])
        for name in spec.figures:
            text = called.get(name, ())
            yield Over(f"a label {what}", text, spec.place, self._figures((name,), bare))

    def of_table(self, spec: TableSpec) -> Iterator[Over]:
        """Yield the caption of a table, and the heads of its columns and rows."""
        what, every = f'of the table "{spec.name}"', list[Stated]()
        heads: list[tuple[Text, Sequence[Stated]]]
        if spec.figures:
            every = self._figures(spec.figures, bare=False)
            heads = [(text, every) for name, text in spec.columns if name == "figure"]
        elif spec.data:
            heads = [*self._of_data(spec)]
        else:
            heads = [*self._of_cells(spec)]
        for text, stated in heads:
            yield Over(f"the column's head {what}", text, spec.place, stated, counts=True)
        every = every or [each for _, stated in heads for each in stated]
        unknown = bool(spec.data) and not all(stated for _, stated in heads[1:])
        yield Over(
            f"the caption {what}", spec.caption, spec.place, every, doubtful=unknown,
            counts=not unknown, by_sizes=self._is_by_sizes(spec.data),
        )  # fmt: skip
        for row in spec.cells:
            texts = [self._used(cell) for cell in row[1:]]
            yield Over(f"a row's head {what}", row[0], spec.place, [u for t in texts for u in t])

    def _of_data(self, spec: TableSpec) -> Iterator[tuple[Text, Sequence[Stated]]]:
        table = self.context.data[spec.data]
        for name, text in spec.columns or tuple((each, ()) for each in table.columns):
            stated = self._bound(spec.data, name, bare=True) or self._lent(spec.data, name)
            if text and not stated:
                stated = self._own(name, bare=True)
            yield text or (Run(name, place=spec.place),), stated

    def _of_cells(self, spec: TableSpec) -> Iterator[tuple[Text, Sequence[Stated]]]:
        for at, head in enumerate(spec.header):
            cells = (row[at] for row in spec.cells if at < len(row))
            yield head, [each for cell in cells for each in self._used(cell)]

    def _used(self, cell: Text) -> list[Stated]:
        uses = [item for item in cell if isinstance(item, FigureUse)]
        if len(uses) != 1:
            return []
        return self._figures((uses[0].figure,), _BARE in uses[0].forms)

    def _of_column(
        self, spec: ChartSpec, name: str, bare: bool, *, own: bool = True
    ) -> list[Stated]:
        """Return the units of a chart's column: that which the chart states, or its figures'."""
        if not spec.table or not name:
            return []
        if own and spec.unit:
            return self._stated((spec.unit,), bare)
        return self._bound(spec.table, name, bare) or self._own(name, bare)

    def _bound(self, table: str, column: str, bare: bool) -> list[Stated]:
        return self._stated(
            [
                figure.unit
                for (name, _, of), figure in self.context.bound.items()
                if name == table and of == column
            ],
            bare,
        )

    def _lent(self, table: str, column: str) -> list[Stated]:
        """Return the unit in which charts draw a column of a data file, where all say the same."""
        lent = self.drawn.get((table, column), ())
        return [replace(each, lent=True) for each in self._stated(lent, bare=True)]

    def _is_measured(self, spec: ChartSpec) -> bool:
        """Return whether a chart's other axis holds numbers, which a subtitle may speak of."""
        table = self.context.data.get(spec.table)
        if table is None or spec.x not in table.columns or spec.size:
            return bool(spec.size)
        across = [table.number(row, spec.x) for row in range(len(table.rows))]
        return any(value is not None and not _YEARS[0] <= value <= _YEARS[1] for value in across)

    def _is_by_sizes(self, table: str, *columns: str) -> bool:
        """Return whether what heads rows may be a size: holds digits that are no year's. Columns
        are the first and all names where none are given.
        """
        data = self.context.data.get(table)
        if data is None:
            return True
        names = () if columns else data.columns
        places = [data.columns.index(each) for each in columns if each in data.columns] or [0]
        heads = (*names, *(row[at] for row in data.rows for at in places))
        return any(map(str.isdigit, _YEAR.sub("", "\n".join(heads))))

    def _own(self, name: str, bare: bool) -> list[Stated]:
        """Return the unit that a column's own name says, behind a comma or in brackets."""
        found = units_named(name.translate(PLAIN), self.context.printer.tag)
        return [Stated(each.said, each.kind, bare) for each in found if each.start]

    def _figures(self, names: Iterable[str], bare: bool) -> list[Stated]:
        known = self.context.printer.figures
        return self._stated([known[name].unit for name in names if name in known], bare)

    def _stated(self, units: Iterable[str], bare: bool) -> list[Stated]:
        found = []
        for unit in dict.fromkeys(filter(None, units)):
            kind = unit_of_figure(unit, self.context.printer.tag)
            if kind is not None:
                found.append(Stated(unit, kind, bare))
        return found
