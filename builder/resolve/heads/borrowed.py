"""Names that belong to something else beside it: takes charts and tables, warns of a column, a
category or a figure that is called by the name of another one of the same file or chart, as where
two labels were put the wrong way round, or the years of two heads; and of a title that names
another column than the chart draws: "Members by county" over branches.

A name that leaves out a part of its own is no other's: "total_adjusted = Total".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from builder.charts.registry import kind_of
from builder.facts.units import SHARES
from builder.frozen import dataclass
from builder.language.language import module_of
from builder.model.chart import ChartSpec
from builder.model.table import DataTable, TableSpec
from builder.model.text import Text, plain
from builder.problems import Place
from builder.resolve.tables.grids import TableContext
from builder.resolve.ways import name_alike

_WORD: Final = re.compile(r"\w+")
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_FEW: Final = 2  # in how many parts of a column's cells numbers are most


@dataclass(frozen=True)
class _Called:
    """What names of a chart or table stand for: by their own names, in the order of labels; `what`
    has a place for one.
    """

    what: str
    names: frozenset[str]
    labels: Mapping[str, Text]


def check_borrowed_names(
    charts: Iterable[ChartSpec], tables: Iterable[TableSpec], context: TableContext
) -> None:
    """Warn of labels and heads that are the name of another column, category or figure."""
    for chart in charts:
        _hold_titles(chart, context)
        for called in _of_chart(chart, context):
            _hold(called, f'the chart "{chart.id}"', chart.place, context)
    for table in tables:
        data = context.data.get(table.data)
        if data is not None:
            heads = {name: head for name, head in table.columns if head}
            called = _Called('column "{}"', _numeric(data), heads)
            _hold(called, f'the table "{table.name}"', table.place, context)


def _of_chart(chart: ChartSpec, context: TableContext) -> Iterator[_Called]:
    labels = {name: text for name, text in chart.labels if text}
    if not labels:
        return
    data = context.data.get(chart.table)
    if data is None:
        known = context.printer.figures
        own = {known[name].label: name for name in chart.figures if name in known}
        named = {known[name].label: text for name, text in labels.items() if name in known}
        yield _Called('figure "{}"', frozenset(own), named)
        return
    yield _Called('column "{}"', _numeric(data), labels)
    for column in (chart.x, chart.series, chart.label):
        if column in data.columns:
            at = data.columns.index(column)
            yield _Called('category "{}"', frozenset(row[at].strip() for row in data.rows), labels)


def _numeric(data: DataTable) -> frozenset[str]:
    """Return the columns that hold numbers: others may well be called by one another's names."""
    rows = range(len(data.rows))
    return frozenset(
        name
        for name in data.columns
        if sum(data.number(row, name) is not None for row in rows) * _FEW > len(rows)
    )


def _hold_titles(chart: ChartSpec, context: TableContext) -> None:
    """Warn of a title or subtitle that is the name of a column which the chart does not draw, and
    of none that it does.
    """
    data, tag = context.data.get(chart.table), context.printer.tag
    if data is None or not chart.y or chart.unit in SHARES or kind_of(chart.kind).raw:
        return
    labels = dict(chart.labels)
    drawn = {*chart.y, chart.x, chart.series, chart.size, chart.label}
    own = [*chart.y, *(plain(labels[name]) for name in chart.y if name in labels)]
    lines = [plain(each) for each in (chart.title, chart.subtitle, chart.axis.title)]
    if any(name_alike(line, name) for line in lines for name in own):
        return
    if any(module_of(tag, "sums").MEANS.search(each) for each in (*own, *lines)):
        return
    beside = module_of(tag, "beside")
    by = re.compile(rf" (?:{beside.SORTED_BY.pattern}|(?:{'|'.join(beside.PER)}) )", re.IGNORECASE)
    for text, line in zip((chart.title, chart.subtitle), lines, strict=False):
        for other in sorted(_numeric(data) - drawn):
            rest = line[len(other) :]
            if line.casefold().startswith(other.casefold()) and (not rest or by.match(rest)):
                place = next((item.place for item in text), chart.place)
                context.printer.problems.warning(
                    place if place.file else chart.place,
                    f'the chart "{chart.id}" is called "{line}", but "{other}" is a column of '
                    f'"{chart.table}" that it does not draw',
                    f"it draws {', '.join(chart.y)}: call it by that, or let `y` name the other",
                )
                return


def _hold(called: _Called, where: str, place: Place, context: TableContext) -> None:
    by_name = {name.casefold(): name for name in called.names}
    heads = Counter(map(_without_unit, called.names))
    by_head = {_without_unit(name): name for name in called.names}
    for name, text in called.labels.items():
        label = plain(text).strip()
        if name not in called.names:
            continue
        head = _without_unit(label)
        whole = by_name.get(label.casefold())
        if whole is None and heads[head] == 1 and head != _without_unit(name):
            whole = by_head[head]
        other = whole or _told_apart_by(label, name, called)
        if other is None or other == name:
            continue
        swapped = other in called.labels and plain(called.labels[other]).strip() != label
        if not swapped and label.casefold() in name.casefold():
            continue
        at = text[0].place
        context.printer.problems.warning(
            at if at.file else place,
            f'{where} calls the {called.what.format(name)} "{label}", which is '
            + ("" if whole else "part of ")
            + "the name of another one",
            f'expected "{name}", or words of its own: put the right name to each'
            + (f' ("{other}" has another here as well)' if swapped else ""),
        )


def _without_unit(name: str) -> str:
    """Return a head without what stands behind its comma, or in brackets: "Sales, EUR mn"."""
    return re.split(r",\s|\s[(\[]", name.strip(), maxsplit=1)[0].casefold()


def _told_apart_by(label: str, name: str, called: _Called) -> str | None:
    """Return the one other name of which a label says what tells it from its own: another year, or
    a word, where the other is called by a part of this one.
    """
    said, own = set(_WORD.findall(label.casefold())), set(_WORD.findall(name.casefold()))
    found = []
    for other in sorted(called.names - {name}):
        theirs = set(_WORD.findall(other.casefold()))
        if not (said and said <= theirs and said - own and own & theirs):
            continue
        text = called.labels.get(other, ())
        turned = set(_WORD.findall(plain(text).casefold()))
        if all(map(_YEAR.fullmatch, said - own)) or (turned and turned <= own and turned - theirs):
            found.append(other)
    return found[0] if len(found) == 1 else None
