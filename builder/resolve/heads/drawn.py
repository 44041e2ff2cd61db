"""What a chart or table shows, as numbers by their names: takes either, returns its values in rows
of categories and columns of series, with the words by which it tells of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from builder.facts.named import is_total
from builder.facts.rounding import decimals_as_stated
from builder.facts.sizes import is_money, kinds_of
from builder.frozen import dataclass, replace
from builder.language.language import module_of
from builder.language.lexicon import PLAIN
from builder.language.numbers import number
from builder.language.sides import sides_of
from builder.model.arranging import AS_DEFINED
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.figure import ResolvedFigure
from builder.model.table import TableSpec
from builder.model.text import FigureUse, plain
from builder.resolve.heads.readings import Column, read
from builder.resolve.tables.grids import TableContext
from builder.resolve.ways import is_bad

_TIMES: Final = ("duration", "calendar")
_FEW: Final = 2


class Verdict(NamedTuple):
    """Words that say something of what is shown, whether that is so, and what is shown."""

    span: slice
    holds: bool
    really: str


@dataclass(frozen=True)
class Drawn:
    """Numbers in `values`, one row to each of the `series`, as long as the `categories`.

    `words` are those by which it tells what they are, `measures` those of each series, `over` the
    name of what the categories are. The series are `summed` where they are parts of each category,
    `mixed` where they measure different things; categories are `apart` where they cannot be held
    against each other: shares of wholes of their own. Who has more is ahead where it `leads`. Of
    the categories only those of one of the `stages`, if it has any, are rivals. Where it shows
    `times`, its series are when each begins, when it ends and how long it takes, or the first of
    these; `printed` is how they are said. A table is `listed`: its columns may measure anything.
    Of a `whole` the categories are the parts.
    """

    what: str
    categories: tuple[str, ...]
    series: tuple[str, ...]
    values: tuple[tuple[Decimal | None, ...], ...]
    words: str
    measures: tuple[str, ...] = ()
    over: str = ""
    summed: bool = False
    apart: bool = False
    mixed: bool = False
    leads: bool = False
    stages: tuple[int, ...] = ()
    times: bool = False
    printed: tuple[tuple[str, ...], ...] = ()
    listed: bool = False
    whole: bool = False

    @property
    def signed(self) -> bool:
        """Return whether any value is below zero: the greatest of them is none that is far off."""
        return any(value < 0 for row in self.values for value in row if value is not None)

    def rivals(self, names: Sequence[str], tag: str) -> tuple[int, ...]:
        """Return which of the names are of one thing: no total, and not the rest."""
        left = sides_of(tag).left
        return tuple(
            at
            for at, name in enumerate(names)
            if not is_total(name, tag) and not left.search(name.lower())
        )

    def shown(self, named: Mapping[int, Decimal], series: int, tag: str) -> str:
        """Return what some categories are in a series, as one would say it."""
        return said_of(
            (
                self.categories[at],
                self.printed[series][at] if self.printed else printed(value, tag),
            )
            for at, value in named.items()
        )


def said_of(named: Iterable[tuple[str, str | Decimal]], tag: str = "") -> str:
    """Return what each of some names is."""
    return ", ".join(
        f'"{name}" is {value if isinstance(value, str) else printed(value, tag)}'
        for name, value in dict(named).items()
    )


def printed(value: Decimal, tag: str) -> str:
    return number(value, decimals_as_stated(value), tag)


def drawn_by(
    spec: ChartSpec, chart: ResolvedChart, figures: Mapping[str, ResolvedFigure], tag: str
) -> Drawn | None:
    """Return what a chart shows; None of one that ranks nothing."""
    found = read(spec, chart, tag)
    if found is None:
        return None
    named = (*spec.figures, *(name for _, group in spec.groups for name in group))
    units = {*(figures[name].unit for name in named if name in figures)} - {""}
    many = len(units) > 1 and not spec.unit
    columns = found.columns
    if many and len(columns) == 1 and not found.times:
        return None
    labels = (figures[name].label for name in named if name in figures)
    mixed = found.mixed or many or len({each.unit for each in columns}) > 1
    what, words = f'the chart "{spec.id}"', " ".join((spec.x, *spec.y, spec.label, *labels))
    # "Answers by age" are none of ages.
    subtitle = module_of(tag, "beside").SORTED_BY.split(plain(chart.subtitle))[0]
    texts = subtitle, f"{words} {plain(chart.subtitle)}"
    drawn = drawn_of(what, found.categories, columns, texts, tag, mixed=mixed)
    return drawn and replace(
        drawn,
        over=_over(spec),
        summed=found.summed,
        apart=found.apart,
        stages=found.stages,
        times=found.times,
        whole=found.whole,
    )


def _over(spec: ChartSpec) -> str:
    called = dict(spec.labels)
    words = (spec.x, plain(called.get(spec.x, ())), plain(spec.x_axis.title))
    return " ".join(words).translate(PLAIN).lower()


def shown_by(table: TableSpec, context: TableContext) -> Drawn | None:
    """Return what a table shows by its rows' heads; None where it does not show all of it."""
    tag, data = context.printer.tag, context.data.get(table.data)
    figures, bound = context.printer.figures, context.bound
    if table.view != AS_DEFINED:
        return None
    if data is not None:
        names = [name for name, _ in table.columns] or [*data.columns]
        called = {name: plain(text) for name, text in table.columns}
        heads = [row[data.columns.index(names[0])] for row in data.rows]
        rows = range(len(data.rows))
        columns = [
            _column(
                called.get(name) or name,
                [data.number(row, name) for row in rows],
                [bound.get((data.name, row, name)) for row in rows],
            )
            for name in names[1:]
        ]
    else:
        heads = [plain(row[0]) for row in table.cells if row]
        cells = [
            [_figure(row[at + 1 : at + 2], figures) for row in table.cells if row]
            for at in range(len(table.header) - 1)
        ]
        columns = [
            _column(plain(head), [_value(each) for each in column], column)
            for head, column in zip(table.header[1:], cells, strict=True)
        ]
    columns = [each for each in columns if any(value is not None for value in each.values)]
    found = drawn_of(f'the table "{table.name}"', heads, columns, ("", ""), tag)
    over = plain(table.header[0]).lower() if table.header else ""
    return found and replace(found, over=over, listed=True)


def _column(
    name: str, values: Sequence[Decimal | None], figures: Iterable[ResolvedFigure | None]
) -> Column:
    units = {figure.unit for figure in figures if figure is not None} - {""}
    return Column(name, tuple(values), " ".join((name, *units)))


def _figure(
    cells: Sequence[Iterable[object]], figures: Mapping[str, ResolvedFigure]
) -> ResolvedFigure | None:
    uses = [each for cell in cells for each in cell if isinstance(each, FigureUse)]
    return figures.get(uses[0].figure) if len(uses) == 1 else None


def _value(figure: ResolvedFigure | None) -> Decimal | None:
    return figure.value if figure is not None and isinstance(figure.value, Decimal) else None


def drawn_of(
    what: str,
    categories: Sequence[str],
    columns: Sequence[Column],
    texts: tuple[str, str],
    tag: str,
    *,
    mixed: bool = False,
) -> Drawn | None:
    """Return what is shown; the first of texts says what is measured, of columns that are not
    `mixed`.
    """
    said, others = texts
    measures = [f"{each.said} {'' if mixed else said}".translate(PLAIN).lower() for each in columns]
    measured = f"{' '.join(measures)} {said} {others}".translate(PLAIN).lower()
    words = f"{' '.join(categories)} {measured}".translate(PLAIN).lower()
    if sum(value is not None for each in columns for value in each.values) < _FEW:
        return None
    leads = not is_bad(measured, tag) and not any(_is_cost(each.unit, tag) for each in columns)
    return Drawn(
        what,
        tuple(each.translate(PLAIN) for each in categories),
        tuple(each.name.translate(PLAIN) for each in columns),
        tuple(each.values for each in columns),
        words,
        tuple(measures),
        mixed=mixed,
        leads=leads,
        printed=tuple(each.printed for each in columns if each.printed),
    )


def _is_cost(unit: str, tag: str) -> bool:
    """Return whether a unit is of time or money, or a rate: of these less may be better."""
    kinds = kinds_of(unit, tag)
    return any(each.of in _TIMES or each.power < 0 or is_money(each.of) for each in kinds)
