"""Which columns of data files hold calendar years: takes the data, and all that tables, charts and
figures say of their columns; returns the columns.

One column has one reading, wherever it stands: in tables and charts of both files, on axes, in
alternative texts. What is done with a column says the most: what is added up, drawn as bars or
parts, or has a unit counts something. Then what it is called where readers see it, then its own
name. A column of which nothing tells holds years where it orders the rows, where a figure without a
unit is bound to it, or where so many rows lie in the briefing's years that nothing counted would.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from builder.charts.registry import kind_of
from builder.facts.figures import with_years
from builder.language.headed import heads_amounts, heads_calendar
from builder.language.language import base_language, module_of
from builder.model.briefing import Content
from builder.model.chart import ChartSpec
from builder.model.figure import CellRef, Figure, Hedge, ResolvedFigure
from builder.model.table import DataTable, TableSpec
from builder.model.text import plain
from builder.problems import Problems

Columns = frozenset[tuple[str, str]]
"""Columns by their data file and their name."""

_YEAR: Final = re.compile(r"1\d{3}|2[01]\d\d", re.ASCII)
_LABELLED: Final = re.compile(r"(?<!\d)(?:1\d{3}|2[01]\d\d)(?!\d)", re.ASCII)
_MANY: Final = 6  # rows that do not all lie in the years of a lifetime by chance


class Readings(NamedTuple):
    """Of the columns that hold nothing but what may be years those that hold `years`, and those
    that count all the same.
    """

    years: Columns
    counted: Columns


def calendar_columns(content: Content, tag: str) -> Readings:
    """Return how the columns are read that hold nothing but what may be calendar years."""
    possible = {
        (table.name, column): written
        for table in content.data.values()
        for place, column in enumerate(table.columns)
        if (written := _written(table, place))
    }
    if not possible:
        return Readings(frozenset(), frozenset())
    counted, heads = {*_counted(content)}, _heads(content)
    years = frozenset(
        key
        for key, written in possible.items()
        if key not in counted and _are_years(key, written, heads.get(key, ()), content, tag)
    )
    return Readings(years, frozenset(possible) - years)


def marked(
    figures: Mapping[str, ResolvedFigure], content: Content, tag: str
) -> Mapping[str, ResolvedFigure]:
    """Return the figures of a content, years marked: by their use, or as the column reads that they
    are bound to.
    """
    readings = calendar_columns(content, tag)
    cells = {name: figure.cell for name, figure in figures.items() if figure.cell}
    bound = {name: (cell.table, cell.column) for name, cell in cells.items()}
    counted = {name for name, column in bound.items() if column in readings.counted}
    counted |= _plotted(content.figures, content.charts.values())
    told = {name for name, column in bound.items() if column in readings.years}
    return with_years(figures, content.meta.years, counted, told)


def check_years_of_rows(content: Content, tag: str, problems: Problems) -> None:
    """Warn of each figure whose label names the year of another row than it is bound to."""
    apart = [
        (figure, content.data[figure.cell.table], column, value, labelled.pop())
        for figure in content.figures.values()
        if figure.cell is not None and figure.cell.table in content.data
        for column, value in figure.cell.row
        if len(labelled := {*_LABELLED.findall(figure.label)}) == 1
        and _LABELLED.fullmatch(value.strip())
        and value.strip() not in labelled
    ]
    years = calendar_columns(content, tag).years if apart else frozenset()
    for figure, table, column, value, year in apart:
        if (table.name, column) in years:
            at = table.columns.index(column)
            others = {row[at].strip() for row in table.rows}
            if year in others and _is_said_of(figure.label.partition(year)[0], tag):
                problems.warning(
                    figure.place,
                    f'"{figure.id}" is called "{figure.label}" and bound to {column} {value}',
                    f"bind it to the row of {year}, or mend its label: in figures.yaml",
                )


def _is_said_of(before: str, tag: str) -> bool:
    """Return whether a label is of the year that follows: not "growth since 2019"."""
    said = re.search(rf"(?<!\w)(?i:{module_of(tag, 'sums').YEAR})$|[,(] ?$", before)
    if said is not None and said.group():
        return True
    from builder.language.years.rule import grammar_of

    return grammar_of(base_language(tag)).year_before.search(before) is None


def _written(table: DataTable, place: int) -> tuple[int, ...]:
    """Return the numbers of a column, if all may be years as they are written."""
    found = []
    for row in table.rows:
        text = row[place].strip()
        if text and not _YEAR.fullmatch(text):
            return ()
        found += [int(text)] if text else []
    return tuple(found)


def _are_years(
    key: tuple[str, str], written: Sequence[int], heads: Sequence[str], content: Content, tag: str
) -> bool:
    for said in (heads, (key[1],)):
        if any(heads_calendar(head, tag) for head in said):
            return True
        if any(heads_amounts(head, tag) for head in said):
            return False
    first, last = content.meta.years
    if not all(first <= each <= last for each in written):
        return False
    if any((cell.table, cell.column) == key for cell in _cells(content)):
        return True
    orders = key[1] == content.data[key[0]].columns[0] and _orders(written)
    return orders or len(written) >= _MANY


def _cells(content: Content) -> Iterator[CellRef]:
    yield from (figure.cell for figure in content.figures.values() if figure.cell is not None)


def _orders(written: Sequence[int]) -> bool:
    """Return whether numbers rise, or fall, from row to row throughout."""
    steps = [after - before for before, after in pairwise(written)]
    return bool(steps) and (min(steps) > 0 or max(steps) < 0)


def _counted(content: Content) -> Iterator[tuple[str, str]]:
    """Yield the columns of which something says that they count, whatever they are called."""
    for table in content.data.values():
        yield from ((table.name, name) for at, name in enumerate(table.columns) if _sign(table, at))
    for spec in content.tables.values():
        if spec.data:
            used = (*spec.arrangement.sums, *spec.arrangement.bars)
            yield from ((spec.data, column.name) for column in used)
    for chart in content.charts.values():
        yield from ((chart.table, column) for column in _measured(chart))
    for figure in content.figures.values():
        if figure.cell is not None and _counts(figure):
            yield figure.cell.table, figure.cell.column


def _sign(table: DataTable, place: int) -> bool:
    return bool(table.area and table.area.signs.get(place))


def _measured(chart: ChartSpec) -> Iterator[str]:
    """Yield the columns that a chart gives a unit, or draws as sizes, parts or sums."""
    kind = kind_of(chart.kind)
    if chart.size:
        yield chart.size
    adds = kind.adds_up or kind.totalled or kind.holds_totals or kind.in_shares or kind.whole
    if adds or chart.unit or chart.second_axis.unit:
        yield from chart.y


def _counts(figure: Figure) -> bool:
    """Return whether a figure says that its number is no year."""
    return bool(
        figure.unit or figure.decimals or figure.parts or figure.hedge not in (None, Hedge.ABOUT)
    )


def _heads(content: Content) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return what readers see over each column, or beside its axis, in tables and charts."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for key, head in (*_in_tables(content.tables.values()), *_in_charts(content.charts.values())):
        if head:
            found[key] = (*found.get(key, ()), head)
    return found


def _in_tables(tables: Iterable[TableSpec]) -> Iterator[tuple[tuple[str, str], str]]:
    for spec in tables:
        if spec.data:
            yield from (((spec.data, column), plain(head)) for column, head in spec.columns)


def _in_charts(charts: Iterable[ChartSpec]) -> Iterator[tuple[tuple[str, str], str]]:
    for chart in charts:
        if not chart.table:
            continue
        yield from (((chart.table, key), plain(label)) for key, label in chart.labels)
        if chart.x:
            yield (chart.table, chart.x), plain(chart.x_axis.title)
        if len(chart.y) == 1:
            yield (chart.table, chart.y[0]), plain(chart.axis.title)


def _plotted(stated: Mapping[str, Figure], charts: Iterable[ChartSpec]) -> set[str]:
    """Return the figures that a chart plots by their size, or that are parts, or have them."""
    found = {name for figure in stated.values() for name in figure.parts}
    found |= {figure.id for figure in stated.values() if figure.parts}
    for chart in charts:
        if kind_of(chart.kind).sized:
            found.update(chart.figures)
            found.update(name for _, names in chart.groups for name in names)
    return found
