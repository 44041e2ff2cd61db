"""Cells without a value: takes a chart's grid, reports what nothing can be drawn of, and says which
values are missing where the chart would otherwise count them as zero.

A whole of which a part is unknown is unknown itself: it has no total, and its parts no shares.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from builder.charts.registry import ChartType, is_sequence
from builder.charts.resolving.context import ChartContext
from builder.charts.resolving.grid import Grid
from builder.language.dates import word
from builder.language.language import language_of
from builder.model.chart import ChartSpec
from builder.model.text import Line, Run, join
from builder.problems import Problems

_MOST_NAMED: Final = 6
_TO: Final = "\u2013"


def check_gaps(spec: ChartSpec, grid: Grid, kind: ChartType, problems: Problems) -> None:
    """Report series without any value, and missing ones that a kind cannot do without."""
    empty = [
        named.run.text
        for named, cells in zip(grid.series, grid.cells, strict=True)
        if all(cell.value is None for cell in cells)
    ]
    if len(empty) == len(grid.series):
        return
    if empty and not kind.is_diagram and not kind.two_ended:  # these say of each cell what it lacks
        problems.error(
            spec.place,
            f'chart "{spec.id}" has no value of "{empty[0]}" to plot',
            "fill it in, or leave it out of the chart",
        )
        return
    gaps = [*_missing(grid)]
    if kind.gapless:
        whole, instead = "is an area, which cannot show that a value is missing", "`kind: line`"
    elif kind.whole:
        whole, instead = "is a ring, of whose parts none may be unknown", "a bar chart"
    elif kind.in_shares:
        whole, instead = "shows shares, and one of an unknown whole is unknown", "`kind: stacked`"
        gaps = [(at, rows) for at, rows in gaps if rows]
    else:
        return
    if gaps:
        named = ", ".join(_quoted(grid, at, rows) for at, rows in gaps[:_MOST_NAMED])
        fill = "fill it in" if kind.whole else "fill it in (0 where it is zero)"
        hint = f"{fill}, leave the category out, or use {instead}"
        problems.error(spec.place, f'chart "{spec.id}" {whole}: {named}', hint)


def said_of_gaps(grid: Grid, kind: ChartType, context: ChartContext) -> Line:
    """Return which parts of wholes are unknown: nothing where none is, or the kind has no wholes.

    Where there are many, that a whole without a total misses some.
    """
    found = [*_missing(grid)] if kind.totalled else []
    if not found:
        return ()
    if len(found) > _MOST_NAMED and any(rows for _, rows in found):
        return (Run(word(context.tag, "no_total")),)
    colon = language_of(context.tag).colon
    named = (
        (grid.categories[at].run, *_in_brackets([(grid.series[row].run,) for row in rows]))
        for at, rows in found
    )
    return (Run(word(context.tag, "no_data") + colon), *join(named, ", "))


def said_of_panels(grid: Grid, context: ChartContext) -> Line:
    """Return which values are missing of panels whose columns or bars bear none: a gap among them
    looks like a zero.
    """
    found = [
        (named.run, [at for at, cell in enumerate(cells) if cell.value is None])
        for named, cells in zip(grid.series, grid.cells, strict=True)
    ]
    names = [category.run for category in grid.categories]
    named = ((run, *_in_brackets(_runs(names, places))) for run, places in found if places)
    said = join(named, ", ")
    colon = language_of(context.tag).colon
    return (Run(word(context.tag, "no_data") + colon), *said) if said else ()


def _runs(names: list[Run], places: list[int]) -> list[Line]:
    """Return the names of places: of several in a row the first and the last, where a reader knows
    what stands between.
    """
    if not is_sequence(tuple(names)):
        return [(names[at],) for at in places]
    rows: list[list[int]] = []
    for at in places:
        if rows and rows[-1][-1] == at - 1:
            rows[-1].append(at)
        else:
            rows.append([at])
    return [
        (names[row[0]],) if len(row) == 1 else (names[row[0]], Run(_TO), names[row[-1]])
        for row in rows
    ]


def _missing(grid: Grid) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each category that has gaps, with the series that they are of; with none where it has
    no value at all, so that it stands for itself.
    """
    for at in range(len(grid.categories)):
        rows = tuple(row for row, cells in enumerate(grid.cells) if cells[at].value is None)
        if rows:
            yield at, (rows if len(rows) < len(grid.cells) else ())


def _quoted(grid: Grid, at: int, rows: tuple[int, ...]) -> str:
    of = ", ".join(f'"{grid.series[row].run.text}"' for row in rows)
    return f'"{grid.categories[at].run.text}"' + (f" ({of})" if of else "")


def _in_brackets(names: list[Line]) -> Line:
    said = join(names, ", ")
    return (Run(" ("), *said, Run(")")) if names else ()
