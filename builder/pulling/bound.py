"""What stands behind a printed text: an owner in; what it would change, and how to read it, out."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final, Literal

from builder.content.scalars import DATE
from builder.facts.cells import dated, row_of
from builder.facts.reading import Read, folded, read_date, read_figure, read_quantity
from builder.frozen import dataclass
from builder.model.briefing import Briefing, Content
from builder.model.datings import is_typed
from builder.model.figure import CellRef, Form, Moment, ResolvedFigure, form_of
from builder.model.text import Owner
from builder.pulling.apply import cell_text
from builder.pulling.changes import DataCell, Target

_PROSE: Final = ("label", "as_of")
_STORED: Final = re.compile(r"\s*-?[0-9]+(\.[0-9]+)?\s*")


@dataclass(frozen=True)
class Bound:
    """A text that a figure or a cell prints.

    `figure` is None for a cell of no figure, which `holds` a number, a date or words; `units` are
    what a cell's number may be printed in, none for what a figure prints elsewhere.
    """

    target: Target
    figure: ResolvedFigure | None
    form: Form
    tag: str
    units: tuple[str, ...] = ()
    holds: Literal["number", "date", "typed", "words"] = "number"

    @property
    def called(self) -> str:
        """The name that users know it by: the figure's, or else the cell's."""
        return str(self.target) if self.figure is None else self.figure.id

    def read(self, text: str, *, with_unit: bool = False) -> Read | str | None:
        """Return what a text states: a value and hedge; a cell of words or a date its text.

        A date that a spreadsheet has typed stays as it is typed now; one in words becomes ISO's.

        `with_unit` asks for the unit where the form prints one.
        """
        if self.holds == "words" or (self.holds == "typed" and is_typed(text)):
            return " ".join(text.split())
        if self.holds == "typed":
            day = read_date(folded(text), self.tag)
            return day.iso() if day and day.month else " ".join(text.split())
        if self.holds == "date":
            moment = read_date(folded(text), self.tag)
            return None if moment is None else moment.iso()
        if self.figure is not None and not self.units:
            return read_figure(text, self.figure, self.form, self.tag, with_unit=with_unit)
        for unit in self.units:
            found = read_quantity(text, unit, self.form, self.tag)
            if found is not None:
                return found if found.hedge is None or self.figure is not None else None
        return None

    def stored(self, number: str) -> Read | str | None:
        """Return what a cell of a workbook states, which holds no unit, hedge or last zero."""
        if self.holds != "number":
            return self.read(number)
        return Read(Decimal(number), None, exact=False) if _STORED.fullmatch(number) else None


@dataclass(frozen=True)
class Bindings:
    """The content that a deck was built from, and what it resolved to."""

    content: Content
    briefing: Briefing

    @property
    def tag(self) -> str:
        """The language of the briefing."""
        return self.briefing.meta.language

    def bound(self, owner: Owner | None, chart: str = "") -> Bound | None:
        """Return what a text with this owner prints, in a chart; None where it prints no value."""
        if owner is None:
            return None
        if owner.kind == "figure" and owner.id in self.briefing.figures:
            form = form_of(tuple(owner.form.split("|")))
            figure = self.briefing.figures[owner.id]
            if form.base in _PROSE:
                return None
            if owner.of_cell:
                units = tuple(dict.fromkeys((*self._units(chart), figure.unit)))
                return Bound(
                    self.target(figure), figure, replace(form, base="short"), self.tag, units
                )
            return Bound(self.target(figure), figure, form, self.tag)
        if owner.kind == "cell":
            cell = self._cell(owner.id)
            if cell is not None:
                units = self._units(chart)
                return Bound(cell, None, Form("short"), self.tag, units, self._kind(cell))
        return None

    def _units(self, chart: str) -> tuple[str, ...]:
        """Return what cells may be printed in: nothing, and the units of a chart around them."""
        if chart not in self.briefing.charts:
            return ("",)
        done = (task.done.unit for task in self.briefing.charts[chart].tasks if task.done)
        return tuple(dict.fromkeys(("", self.content.charts[chart].unit, *done)))

    def target(self, figure: ResolvedFigure) -> Target:
        """Return what a new value of a figure would change: its cell, or the figure itself."""
        return self._referred(figure.cell) if figure.cell is not None else figure.id

    def text(self, cell: DataCell) -> str:
        """Return a cell as its file has it."""
        table = self.content.data[cell.table]
        return table.rows[cell.row - 1][table.columns.index(cell.column)]

    def number(self, cell: DataCell) -> Decimal | None:
        """Return the number of a cell, None where it holds none."""
        return self.content.data[cell.table].number(cell.row - 1, cell.column)

    def stated(self, target: Target) -> Decimal | Moment | str:
        """Return the value that a target has now."""
        if isinstance(target, DataCell):
            number = self.number(target)
            return self.text(target) if number is None else number
        return self.briefing.figures[target].value

    def figures_of(self, target: Target) -> tuple[ResolvedFigure, ...]:
        """Return the figures whose value a target is, none for a cell that has none."""
        return tuple(f for f in self.briefing.figures.values() if self.target(f) == target)

    def knows(self, name: str) -> bool:
        """Return whether a name is that of a figure or a cell."""
        cell = self._cell(name)
        if cell is None:
            return name in self.briefing.figures
        table = self.content.data[cell.table]
        return 1 <= cell.row <= len(table.rows) and cell.column in table.columns

    def names_of(self, target: Target) -> tuple[str, ...]:
        """Return every name of a target: of the figures whose value it is, and of its cell."""
        return (*(figure.id for figure in self.figures_of(target)), str(target))

    def named_by(self, target: Target) -> tuple[str, ...]:
        """Return the figures that find their row by what stands in a cell."""
        if not isinstance(target, DataCell):
            return ()
        here = (target.column, self.text(target))
        return tuple(
            figure.id
            for figure in self.content.figures.values()
            if figure.cell is not None
            and figure.cell.table == target.table
            and here in figure.cell.row
        )

    def revised(self, target: Target, value: Decimal | Moment | str, content: Content) -> Content:
        """Return `content` with one value replaced."""
        if isinstance(target, DataCell):
            table = content.data[target.table]
            at, column = target.row - 1, table.columns.index(target.column)
            row = list(table.rows[at])
            row[column] = cell_text(value, table, target)
            rows = (*table.rows[:at], tuple(row), *table.rows[at + 1 :])
            return replace(content, data={**content.data, target.table: replace(table, rows=rows)})
        assert not isinstance(value, str)
        figure = replace(content.figures[target], value=value)
        return replace(content, figures={**content.figures, target: figure})

    def _referred(self, cell: CellRef) -> DataCell:
        table = self.content.data[cell.table]
        return DataCell(cell.table, row_of(cell, table) + 1, cell.column)

    def _kind(self, cell: DataCell) -> Literal["number", "date", "typed", "words"]:
        if self.number(cell) is not None:
            return "number"
        table, text = self.content.data[cell.table], self.text(cell)
        if is_typed(text) and dated(table, cell.row - 1, cell.column, self.tag):
            return "typed"
        return "date" if DATE.fits(text) else "words"

    def _cell(self, owner: str) -> DataCell | None:
        """Return the cell that `table!row/column` names; None for a header, which has no row."""
        table, _, rest = owner.partition("!")
        row, _, column = rest.partition("/")
        if table not in self.content.data or not row.isdecimal():
            return None
        return DataCell(table, int(row), column)
