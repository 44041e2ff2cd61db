"""Shares of more than all: takes charts, tables and figures, warns of per cent above a hundred
where words call them a share of a whole, or a chart draws them as its parts.

Growth may be more than a hundred per cent, and so may what is held against a plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, TypeAlias

from builder.charts.registry import kind_of
from builder.charts.rows import drawn_rows
from builder.facts.named import PER_MILLE, SHARE, unit_of_figure, units_named
from builder.facts.rounding import decimals_as_stated
from builder.facts.sizes import Kind
from builder.frozen import dataclass
from builder.language.language import module_of
from builder.language.lexicon import PLAIN
from builder.language.numbers import number
from builder.model.chart import ChartSpec
from builder.model.figure import ResolvedFigure
from builder.model.table import DataTable, TableSpec
from builder.model.text import Text, plain
from builder.problems import Place
from builder.resolve.tables.grids import TableContext

_WHOLES: Final = {SHARE: Decimal(100), PER_MILLE: Decimal(1000)}
_SIGNS: Final = {SHARE: "%", PER_MILLE: "‰"}

_Column: TypeAlias = tuple[str, str]
_Cell: TypeAlias = tuple[str, int, str]


def check_shares(
    charts: Iterable[ChartSpec],
    tables: Iterable[TableSpec],
    context: TableContext,
) -> None:
    """Warn once of each number that is called a share, and is more than the whole."""
    held = _Held(context)
    told = set[_Cell]()
    for cell, kind, said in (
        *(each for chart in charts for each in held.of_chart(chart)),
        *(each for table in tables for each in held.of_table(table)),
    ):
        if cell not in told:
            told.add(cell)
            held.tell_of_cell(cell, kind, said)
    for figure in context.printer.figures.values():
        held.tell_of_figure(figure, told)


@dataclass(frozen=True)
class _Held:
    context: TableContext

    def of_chart(self, spec: ChartSpec) -> Iterator[tuple[_Cell, Kind, str]]:
        """Yield the cells that a chart draws as shares and that are more than all."""
        table, kind = self.context.data.get(spec.table), kind_of(spec.kind)
        if table is None or kind.raw:
            return
        all_over = plain(spec.subtitle) if self._is_share(plain(spec.subtitle)) else ""
        all_over = all_over or (plain(spec.axis.title) if self._is_share(spec.axis.title) else "")
        if kind.whole or kind.in_shares:
            all_over = all_over or plain(spec.title)
        called = dict(spec.labels)
        for column in spec.y:
            name = plain(called.get(column, ())) or column
            unit = self._unit(table, column, (spec.unit,)) or self._said(spec, table, all_over)
            said = all_over if unit and not spec.second_axis.unit else ""
            if not said and self._is_share(name):
                said = name
                unit = unit or self._unit(table, column, (spec.second_axis.unit,))
            if said and unit:
                yield from self._beyond(table, drawn_rows(spec, table), column, unit, said)

    def of_table(self, spec: TableSpec) -> Iterator[tuple[_Cell, Kind, str]]:
        """Yield the cells of a shown data file that stand under the name of a share."""
        table = self.context.data.get(spec.data)
        if table is None:
            return
        for column, head in spec.columns or tuple((name, ()) for name in table.columns):
            said = plain(head) or column
            unit = self._unit(table, column, (), said)
            if unit and self._is_share(said):
                yield from self._beyond(table, range(len(table.rows)), column, unit, said)

    def _beyond(
        self, table: DataTable, rows: Iterable[int], column: str, unit: Kind, said: str
    ) -> Iterator[tuple[_Cell, Kind, str]]:
        for row in rows:
            value = table.number(row, column)
            if value is not None and value > _WHOLES[unit]:
                yield (table.name, row, column), unit, said

    def _unit(
        self, table: DataTable, column: str, stated: Iterable[str], said: str = ""
    ) -> Kind | None:
        """Return what a column's shares are in; None where it is not known to hold any."""
        tag = self.context.printer.tag
        bound = (
            figure.unit
            for (name, _, of), figure in self.context.bound.items()
            if (name, of) == (table.name, column)
        )
        for unit in (*stated, *bound):
            kind = unit_of_figure(unit, tag)
            if kind is not None:
                return kind if kind in _WHOLES else None
        named = units_named((said or column).translate(PLAIN), tag)
        return next((each.kind for each in named if each.kind in _WHOLES), None)

    def _said(self, spec: ChartSpec, table: DataTable, words: str) -> Kind | None:
        """Return what a line says that all numbers of a chart are, which states no unit: not of one
        that makes the shares itself, has a second axis, or numbers on both.
        """
        kind, tag = kind_of(spec.kind), self.context.printer.tag
        axes = any(key.name == "second_axis" for key in kind.keys) or "x_axis" not in kind.ignores
        if axes or spec.unit or kind.whole or kind.in_shares:
            return None
        own = [each for name in spec.y for each in units_named(name.translate(PLAIN), tag)]
        if any(each.start for each in own):
            return None
        named, joins = units_named(words.translate(PLAIN), tag), module_of(tag, "beside").AND
        if len(named) != 1 or not named[0].last or {*words.casefold().split()} & {*joins}:
            return None
        return named[0].kind if named[0].kind in _WHOLES else None

    def _is_share(self, said: str | Text) -> bool:
        words = (said if isinstance(said, str) else plain(said)).translate(PLAIN)
        units = module_of(self.context.printer.tag, "beside")
        return bool(units.SHARE.search(words)) and not units.NO_SHARE.search(words)

    def tell_of_cell(self, cell: _Cell, kind: Kind, said: str) -> None:
        name, row, column = cell
        table = self.context.data[name]
        value = table.number(row, column) or Decimal(0)
        self._tell(table.place_of(row, column), f'"{column}" of "{name}"', value, kind, said)

    def tell_of_figure(self, figure: ResolvedFigure, told: set[_Cell]) -> None:
        """Warn of a figure that its own label calls a share, unless its cell is told of."""
        kind = unit_of_figure(figure.unit, self.context.printer.tag)
        if kind not in _WHOLES or kind is None or not isinstance(figure.value, Decimal):
            return
        bound = self.context.bound
        if figure.value <= _WHOLES[kind] or any(at in told and bound[at] == figure for at in bound):
            return
        if self._is_share(figure.label):
            self._tell(figure.place, f'the figure "{figure.id}"', figure.value, kind, figure.label)

    def _tell(self, place: Place, what: str, value: Decimal, kind: Kind, said: str) -> None:
        tag, whole = self.context.printer.tag, _WHOLES[kind]
        printed = number(value, decimals_as_stated(value), tag)
        self.context.printer.problems.warning(
            place,
            f'{what} is {printed} {_SIGNS[kind]}, but "{said}" is a share of a whole',
            f"expected at most {whole} {_SIGNS[kind]}: mend the number, or call it what it is, "
            "such as a change",
        )
