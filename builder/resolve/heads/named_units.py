"""Units that titles, subtitles, captions and heads name, held to what is drawn or printed under
them: "млрд грн" over UAH mn, "‰" over per cent, "км" over metres.

A line is held only where what it stands over has one unit of the same kind; of lines that name
several, and of what states no unit, nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from builder.charts.registry import kind_of
from builder.facts.named import Named, meant_by, unit_of_figure, units_named
from builder.facts.printing import printed_quantity
from builder.facts.sizes import Kind, is_money
from builder.facts.text import Printer
from builder.facts.units import PER_CENT
from builder.frozen import dataclass
from builder.language.lexicon import PLAIN
from builder.model.chart import ChartSpec
from builder.model.figure import Form
from builder.model.table import TableSpec
from builder.model.text import FigureUse, Run, Text
from builder.problems import Place
from builder.resolve.passages import Passage, in_digits, plainly
from builder.resolve.tables.grids import TableContext

_BARE: Final = "number"
_STEM: Final = 4  # letters by which a noun is known in every case


@dataclass(frozen=True)
class _Stated:
    """A unit as it is stated, what it means, and whether numbers are printed without it."""

    unit: str
    kind: Kind
    bare: bool


@dataclass(frozen=True)
class _Over:
    """A line over numbers: what it is called, and its words; `doubtful` where it is a sentence, or
    numbers that state no unit stand under it too.
    """

    what: str
    text: Text
    place: Place
    stated: Sequence[_Stated]
    doubtful: bool = False


def check_named_units(
    charts: Iterable[ChartSpec], tables: Iterable[TableSpec], context: TableContext
) -> None:
    """Report lines that name a unit which what they stand over is not in."""
    held = _Held(context)
    for chart in charts:
        for line in held.of_chart(chart):
            _hold(line, context.printer)
    for table in tables:
        for line in held.of_table(table):
            _hold(line, context.printer)


@dataclass(frozen=True)
class _Held:
    """Finds the lines of charts and tables, and the units of what stands under each."""

    context: TableContext

    def of_chart(self, spec: ChartSpec) -> Iterator[_Over]:
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
        yield _Over(f"the title {what}", spec.title, spec.place, whole, doubtful=True)
        yield _Over(f"the subtitle {what}", spec.subtitle, spec.place, whole)
        yield _Over(f"the axis {what}", spec.axis.title, spec.place, main)
        yield _Over(f"the x-axis {what}", spec.x_axis.title, spec.place, across)
        yield _Over(f"the second axis {what}", spec.second_axis.title, spec.place, second)
        called = dict(spec.labels)
        for name, found in by_column.items():
            text = called.get(name) or (Run(name, place=spec.place),)
            yield _Over(f"a series {what}", text, spec.place, [*found, *second])
        for name in spec.figures:
            text = called.get(name, ())
            yield _Over(f"a label {what}", text, spec.place, self._figures((name,), bare))

    def of_table(self, spec: TableSpec) -> Iterator[_Over]:
        """Yield the caption of a table, and the heads of its columns and rows."""
        what, every = f'of the table "{spec.name}"', list[_Stated]()
        heads: list[tuple[Text, Sequence[_Stated]]]
        if spec.figures:
            every = self._figures(spec.figures, bare=False)
            heads = [(text, every) for name, text in spec.columns if name == "figure"]
        elif spec.data:
            heads = [*self._of_data(spec)]
        else:
            heads = [*self._of_cells(spec)]
        for text, stated in heads:
            yield _Over(f"the column's head {what}", text, spec.place, stated)
        every = every or [each for _, stated in heads for each in stated]
        unknown = bool(spec.data) and not all(stated for _, stated in heads[1:])
        yield _Over(f"the caption {what}", spec.caption, spec.place, every, doubtful=unknown)
        for row in spec.cells:
            texts = [self._used(cell) for cell in row[1:]]
            yield _Over(f"a row's head {what}", row[0], spec.place, [u for t in texts for u in t])

    def _of_data(self, spec: TableSpec) -> Iterator[tuple[Text, Sequence[_Stated]]]:
        table = self.context.data[spec.data]
        for name, text in spec.columns or tuple((each, ()) for each in table.columns):
            stated = self._bound(spec.data, name, bare=True)
            if text and not stated:
                stated = self._own(name, bare=True)
            yield text or (Run(name, place=spec.place),), stated

    def _of_cells(self, spec: TableSpec) -> Iterator[tuple[Text, Sequence[_Stated]]]:
        for at, head in enumerate(spec.header):
            cells = (row[at] for row in spec.cells if at < len(row))
            yield head, [each for cell in cells for each in self._used(cell)]

    def _used(self, cell: Text) -> list[_Stated]:
        uses = [item for item in cell if isinstance(item, FigureUse)]
        if len(uses) != 1:
            return []
        return self._figures((uses[0].figure,), _BARE in uses[0].forms)

    def _of_column(
        self, spec: ChartSpec, name: str, bare: bool, *, own: bool = True
    ) -> list[_Stated]:
        """Return the units of a chart's column: that which the chart states, or its figures'."""
        if not spec.table or not name:
            return []
        if own and spec.unit:
            return self._stated((spec.unit,), bare)
        return self._bound(spec.table, name, bare) or self._own(name, bare)

    def _bound(self, table: str, column: str, bare: bool) -> list[_Stated]:
        return self._stated(
            [
                figure.unit
                for (name, _, of), figure in self.context.bound.items()
                if name == table and of == column
            ],
            bare,
        )

    def _own(self, name: str, bare: bool) -> list[_Stated]:
        """Return the unit that a column's own name says, behind a comma or in brackets."""
        found = units_named(name.translate(PLAIN), self.context.printer.tag)
        return [_Stated(each.said, each.kind, bare) for each in found if each.start]

    def _figures(self, names: Iterable[str], bare: bool) -> list[_Stated]:
        known = self.context.printer.figures
        return self._stated([known[name].unit for name in names if name in known], bare)

    def _stated(self, units: Iterable[str], bare: bool) -> list[_Stated]:
        found = []
        for unit in dict.fromkeys(filter(None, units)):
            kind = unit_of_figure(unit, self.context.printer.tag)
            if kind is not None:
                found.append(_Stated(unit, kind, bare))
        return found


def _hold(line: _Over, printer: Printer) -> None:
    """Report the unit that a line names, and what it stands over is not in."""
    if not line.text or not line.stated:
        return
    words = plainly(Passage(line.text))
    named = units_named(in_digits(words), printer.tag)
    for one in named:
        alike = [each for each in named if _group(each.kind) == _group(one.kind)]
        stated = {each.kind: each for each in line.stated if _is_of(each.kind, one.kind)}
        if len(alike) > 1 or len(stated) != 1 or (line.doubtful and not one.last):
            continue
        (held,) = stated.values()
        if one.joined or (line.doubtful and one.kind.counted and not _is_scale(one, held.kind)):
            continue
        if _agrees(one, held):
            continue
        sure = held.kind.of == one.kind.of and not (line.doubtful or one.kind.counted)
        tell = printer.problems.error if sure else printer.problems.warning
        place = words.place(one.start)
        tell(
            place if place.file else line.place,
            f'{line.what} says "{one.said}", but what it stands over is in "{held.unit}"',
            f"expected the unit of its numbers ({_example(held, printer)}): mend the words, or the "
            "unit that charts.yaml or figures.yaml states",
        )


def _is_scale(named: Named, held: Kind) -> bool:
    """Return whether a sentence names a scale of what is counted: not "Thousands left", "Books,
    thousands of them".
    """
    noun = named.kind.of[:_STEM]
    return named.start > 0 and held.of.casefold().startswith(noun)


def _group(kind: Kind) -> str:
    if kind.counted:
        return "counted"
    return "money" if is_money(kind.of) else kind.of


def _is_of(held: Kind, named: Kind) -> bool:
    """Return whether what is held can be said in what is named: a bare scale may be of money."""
    if named.counted and not named.of:
        return held.counted or is_money(held.of)
    return _group(held) == _group(named)


def _agrees(named: Named, held: _Stated) -> bool:
    one, other = named.kind, held.kind
    if one.counted:
        return one.size == other.size
    # Money that says its scale beside each number is in euros, whatever the scale.
    unscaled = is_money(one.of) and one.size == 1 and one.of == other.of and not held.bare
    return unscaled or (one.of, one.size, one.power) == (other.of, other.size, other.power)


def _example(held: _Stated, printer: Printer) -> str:
    if meant_by(held.unit, printer.tag) is None:
        return f'"{held.unit}"'
    said = printed_quantity(Decimal(5), held.unit, None, Form("full"), printer.tag)
    return f'as in "{said}"'
