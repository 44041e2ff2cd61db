"""What the resolving of a chart needs around it, and the plotted cells that charts are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import field
from decimal import Context, Decimal
from functools import cached_property
from typing import Final

from builder.charts.registry import kind_of
from builder.facts.cells import BoundCells, bound_cells, cell_owner, checked_number
from builder.facts.printing import printed_figure, printed_quantity
from builder.facts.rounding import decimals_as_stated, misleads, rounded, whole_of
from builder.facts.text import Printer
from builder.facts.units import CALENDAR
from builder.frozen import dataclass, replace
from builder.language.punctuation import held_together
from builder.language.quotes import with_apostrophes
from builder.model.chart import ChartSpec
from builder.model.datings import iso_moment
from builder.model.figure import (
    AMONG,
    Form,
    FormError,
    Hedge,
    Moment,
    ResolvedFigure,
    Source,
    form_name,
)
from builder.model.table import DataTable, TableSpec
from builder.model.text import Line, Owner, Run, Text, plain
from builder.problems import NOWHERE, Problems

# A spreadsheet keeps fifteen significant digits; more would differ between file and screen.
_SPREADSHEET: Final = Context(prec=15)
NOTHING: Final = Run("")
# How many colours the palette has that readers can tell apart.
_PALETTE: Final = 6


@dataclass(frozen=True)
class ChartContext:
    """The printer of texts and figures, the data files, the sources, the briefing's date, the
    heads that its tables print over columns of data files, and which columns hold `years`.
    """

    printer: Printer
    data: Mapping[str, DataTable]
    sources: Mapping[str, Source]
    date: Moment | None = None
    heads: Mapping[tuple[str, str], Text] = field(default_factory=dict)
    years: Collection[tuple[str, str]] = frozenset()

    def unit_of(self, spec: ChartSpec, column: str) -> str:
        """Return what the cells of a column are in: the chart's unit, if they are no years."""
        return CALENDAR if (spec.table, column) in self.years else spec.unit

    @cached_property
    def sums(self) -> Mapping[frozenset[str], tuple[str, ...]]:
        """The formula figures by the figures that they are made of."""
        found: dict[frozenset[str], tuple[str, ...]] = {}
        for figure in self.printer.figures.values():
            if figure.inputs:
                parts = frozenset(figure.inputs)
                found[parts] = (*found.get(parts, ()), figure.id)
        return found

    @cached_property
    def bound(self) -> BoundCells:
        """The figures that are bound to cells."""
        return bound_cells(self.printer.figures.values(), self.data)

    @cached_property
    def bound_sources(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """The sources of the figures that are bound to each column of a data file."""
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for figure in self.printer.figures.values():
            if figure.cell is not None:
                column = figure.cell.table, figure.cell.column
                found[column] = (*found.get(column, ()), *figure.sources)
        return found

    @property
    def tag(self) -> str:
        """The language of the briefing."""
        return self.printer.tag

    @property
    def problems(self) -> Problems:
        """Where mistakes are gathered."""
        return self.printer.problems


@dataclass(frozen=True)
class Plotted:
    """One plotted cell: its value (None for a gap), label and unit, and the figure it is of.

    `exact` is the value before it was rounded.
    """

    value: Decimal | None
    label: Run = NOTHING
    unit: str = ""
    hedge: Hedge | None = None
    figure: str = ""
    exact: Decimal | None = None


GAP: Final = Plotted(None)


@dataclass(frozen=True)
class NamedRun:
    """A category or series: the run shown, and the name of what it shows; `when` that is, where
    it is a date.
    """

    run: Run
    key: str
    when: Moment | None = None

    @property
    def moment(self) -> Moment | None:
        """The date that it is, by its cell or its own name in ISO 8601; None where it is none."""
        return self.when or iso_moment(self.key)

    @property
    def names(self) -> tuple[str, ...]:
        """All that it goes by: its own name, the words shown, and its date in ISO 8601."""
        return (self.key, self.run.text, *([self.when.iso()] if self.when else []))

    def goes_by(self, names: Container[str]) -> bool:
        """Return whether any of the names is this one's."""
        return any(name in names for name in self.names)


def plotted_figure(name: str, spec: ChartSpec, context: ChartContext) -> Plotted | None:
    """Return a figure's printed value as a plotted cell; None with a problem for a date."""
    figure = context.printer.figures[name]
    if figure.rounded is None:
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" plots the date "{name}"',
            "only a timeline is drawn from dates; name figures that are numbers",
        )
        return None
    _check_decimals(figure, spec, context)
    form = Form(spec.number_format)
    try:
        text = printed_figure(figure, form, context.tag)
    except FormError as error:
        context.problems.error(spec.place, f'figure "{name}": {error.found}', error.hint)
        return None
    owner = Owner("figure", name, form_name((spec.number_format,)))
    label = Run(text, owner=owner)
    exact = figure.value if isinstance(figure.value, Decimal) else None
    value = _SPREADSHEET.plus(figure.rounded)
    return Plotted(value, label, figure.unit, figure.hedge, name, exact)


def plotted_cell(
    table: DataTable,
    row: int,
    column: str,
    spec: ChartSpec,
    context: ChartContext,
    needed: int | None = None,
) -> Plotted | None:
    """Return a cell of a data file as a plotted cell; a gap where it is empty.

    A cell that a figure is bound to is rounded and hedged as the figure is, everywhere alike; no
    other has noughts beyond the decimals that its series has `needed`, unless these are stated.
    None, with a problem at the data file's line, when it is no number.
    """
    if not table.rows[row][table.columns.index(column)].strip():
        return GAP
    exact = checked_number(table, row, column, context.problems)
    if exact is None:
        return None
    value, hedge, unit = exact, None, context.unit_of(spec, column)
    figure = context.bound.get((table.name, row, column))
    if figure is not None and figure.rounded is not None:
        _check_decimals(figure, spec, context)
        value, hedge = figure.rounded, figure.hedge
    else:
        shown = table.decimals(row, column) if spec.decimals is None else spec.decimals
        if shown is None and needed is not None and decimals_as_stated(exact) > needed:
            shown = needed
        value = exact if shown is None else rounded(exact, shown)
        if misleads(exact, value, whole_of(spec.unit, context.tag)):
            context.problems.error(
                spec.place,
                f'chart "{spec.id}" would print {exact:f} as {value:f}',
                "give the chart more `decimals`, or leave them out",
            )
    try:
        text = printed_quantity(value, unit, hedge, Form(spec.number_format), context.tag)
    except FormError as error:
        context.problems.error(spec.place, f'chart "{spec.id}": {error.found}', error.hint)
        return None
    label = Run(text, owner=cell_owner(table, row, column, context.bound))
    return Plotted(_SPREADSHEET.plus(value), label, unit, hedge, exact=exact)


def _check_decimals(figure: ResolvedFigure, spec: ChartSpec, context: ChartContext) -> None:
    """Report a chart that would print a figure with other decimals than all other places do."""
    elsewhere = decimals_as_stated(figure.rounded or Decimal(0))
    if spec.decimals is not None and spec.decimals != elsewhere:
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" asks for `decimals: {spec.decimals}`, but "{figure.id}" is '
            f"printed with {elsewhere} everywhere else",
            f'a figure is rounded once, for all places: set `decimals` at "{figure.id}"; those of '
            "a chart are for cells of a table",
        )


def common_unit(spec: ChartSpec, units: Iterable[str]) -> str:
    """Return the unit of a scale from those of the values on it; years share theirs with none."""
    found = list(dict.fromkeys(units))
    counted = [unit for unit in found if unit not in ("", CALENDAR)]
    return spec.unit or next(iter(counted), CALENDAR if found == [CALENDAR] else "")


def check_plotted(spec: ChartSpec, values: int, colours: int, problems: Problems) -> bool:
    """Return whether there is something to plot, in colours that can be told apart."""
    if not values:
        problems.error(
            spec.place,
            f'chart "{spec.id}" has no values to plot',
            f'fill in the columns of "{spec.table}" that it names'
            if spec.table
            else "name figures that are numbers",
        )
    if colours > _PALETTE:
        problems.error(
            spec.place,
            f'chart "{spec.id}" needs {colours} colours, but only {_PALETTE} can be told apart',
            kind_of(spec.kind).fewer,
        )
    return values > 0 and colours <= _PALETTE


def twice(names: Iterable[str]) -> list[str]:
    """Return the names that are there more than once."""
    return [name for name, count in Counter(names).items() if count > 1 and name]


def warn_equal(spec: ChartSpec, what: str, names: Iterable[str], problems: Problems) -> None:
    """Warn of what a chart shows several of, such as categories, and readers cannot tell apart."""
    for name in twice(names):
        problems.warning(
            spec.place,
            f'chart "{spec.id}" has two {what} called "{name}"',
            "say what tells them apart, or remove one of them",
        )


def joined(line: Line) -> Run:
    """Return a line as one run, for where a program takes no more; the first owner owns it all."""
    said = [run for run in line if run.note is None]
    owner = next((run.owner for run in line if run.owner is not None), None)
    if owner and owner.kind == "figure" and any(run.owner != owner for run in said):
        owner = replace(owner, form=form_name((*owner.form.split("|"), AMONG)))
    place = next((run.place for run in line if run.place.file), NOWHERE)
    return Run("".join(run.text for run in said), owner=owner, place=place)


def heads_of(tables: Iterable[TableSpec]) -> Mapping[tuple[str, str], Text]:
    """Return the head of each column of a data file over which all tables print the same words."""
    found: dict[tuple[str, str], Text] = {}
    several = set()
    for spec in tables:
        for column, head in spec.columns if spec.data else ():
            known = found.setdefault((spec.data, column), head)
            if plain(known) != plain(head):
                several.add((spec.data, column))
    return {key: head for key, head in found.items() if key not in several}


def shown(key: str, otherwise: Run, spec: ChartSpec, context: ChartContext) -> Run:
    """Return the words that `labels` gives to a key, or else `otherwise`, words of the data."""
    label = dict(spec.labels).get(key)
    if label:
        return joined(context.printer.line(label))
    text = held_together(with_apostrophes(otherwise.text), context.tag)
    return replace(otherwise, text=text)
