"""A figure of an installed package's: takes its function by name and a table; a sketch out.

The function is called twice, since what it draws must follow from its table alone. Each number that
it prints must be a tick of an axis, where it says where the tick stands, or a value of the table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from importlib.metadata import entry_points
from typing import Any, Final

from builder.charts.resolving.context import ChartContext
from builder.charts.resolving.grid import Grid, emphasised, grid_of
from builder.facts.printing import printed_quantity
from builder.facts.spans import EVER
from builder.facts.units import CALENDAR
from builder.frozen import dataclass
from builder.model.chart import ChartSpec, Datum, ResolvedChart, Series
from builder.model.displaylist import Sketch, SketchWords
from builder.model.figure import Form
from builder.model.text import Line, Owner, Run
from builder.version import CHARTS

FUNCTION: Final = "function"
_DIGIT: Final = re.compile(r"\d")


@dataclass(frozen=True)
class Table:
    """What a function draws from: `names` of the rows, by the column `x`; of each column of `y` the
    values (`nan` where a cell is empty), what is printed of them, and what the column is called.
    `highlighted` are the names that stand out.
    """

    names: tuple[str, ...]
    values: Mapping[str, tuple[float, ...]]
    printed: Mapping[str, tuple[str, ...]]
    called: Mapping[str, str]
    highlighted: tuple[str, ...] = ()


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart with its sketch; None, with problems, where none can be shown."""
    if not spec.alt:
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" is drawn by another package, and has no alt text',
            "write `alt:` in a sentence or two: what it shows to whom cannot see it",
        )
        return None
    function = _function(spec, context)
    grid = grid_of(spec, context) if function is not None else None
    if function is None or grid is None:
        return None
    chart = _with_values(spec, bare, grid)
    sketch = _sketch(spec, chart, grid, function, context)
    return None if sketch is None else replace(chart, sketch=sketch)


def _wrong(spec: ChartSpec, context: ChartContext, found: str, hint: str) -> None:
    context.problems.error(spec.place, f'chart "{spec.id}" {found}', hint)


def _function(spec: ChartSpec, context: ChartContext) -> Callable[[Table], Any] | None:
    """Return the function that an installed package has registered by this name."""
    (name,) = spec.own(FUNCTION)
    known = {entry.name: entry for entry in entry_points(group=CHARTS)}
    if name not in known:
        names = ", ".join(sorted(known))
        _wrong(
            spec,
            context,
            f'names the function "{name}", which no installed package has',
            f"known: {names}"
            if names
            else f"install a package with an entry point of the group {CHARTS}; what lies in the "
            "content folder is never run",
        )
        return None
    try:
        loaded: Callable[[Table], Any] = known[name].load()
    except Exception as error:
        _wrong(
            spec,
            context,
            f'cannot load the function "{name}": {type(error).__name__}: {error}',
            f"mend the package, whose entry point is {known[name].value}",
        )
        return None
    return loaded


def _with_values(spec: ChartSpec, bare: ResolvedChart, grid: Grid) -> ResolvedChart:
    series = tuple(
        Series(
            named.run,
            tuple(
                Datum(
                    cell.value, cell.label, emphasised(spec, grid, row, at), cell.unit, cell.hedge
                )
                for at, cell in enumerate(grid.cells[row])
            ),
            row,
        )
        for row, named in enumerate(grid.series)
    )
    return replace(bare, categories=tuple(named.run for named in grid.categories), series=series)


def _table(spec: ChartSpec, grid: Grid) -> Table:
    keys = [named.key for named in grid.series]
    rows = dict(zip(keys, grid.cells, strict=True))
    return Table(
        tuple(named.run.text for named in grid.categories),
        {
            key: tuple(float("nan") if cell.value is None else float(cell.value) for cell in cells)
            for key, cells in rows.items()
        },
        {key: tuple(cell.label.text for cell in cells) for key, cells in rows.items()},
        {named.key: named.run.text for named in grid.series},
        tuple(named.run.text for named in grid.categories if named.goes_by(spec.highlight)),
    )


def _sketch(
    spec: ChartSpec,
    chart: ResolvedChart,
    grid: Grid,
    function: Callable[[Table], Any],
    context: ChartContext,
) -> Sketch | None:
    from builder.charts.kinds.figure.marking import UnshownError
    from builder.charts.kinds.figure.sketching import called

    (name,) = spec.own(FUNCTION)
    table = _table(spec, grid)
    try:
        first, second = called(function, table), called(function, table)
    except UnshownError as error:
        _wrong(spec, context, f'draws by "{name}" {error.found}', error.hint)
        return None
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        _wrong(spec, context, f'is not drawn by "{name}": {said}', "mend the package")
        return None
    if first != second:
        _wrong(
            spec,
            context,
            f'is drawn otherwise by "{name}" when it is asked again',
            "let it depend on its table alone: on no clock, no chance and nothing kept",
        )
        return None
    owned = _owned(chart)
    words = []
    for each in first.words:
        line = _says(each.text, each.tick, owned, spec, context)
        if line is None:
            _wrong(
                spec,
                context,
                f'prints "{each.text}" by "{name}", with a number that is neither a value of its '
                "table nor where a tick stands",
                "print values as `table.printed` has them, and nothing that is computed from them",
            )
            return None
        words.append(SketchWords(line, *each[1:8]))
    return Sketch(first.width, first.height, first.marks, tuple(words))


def _owned(chart: ResolvedChart) -> dict[str, Run]:
    """Return what may be printed, the longest first, each with its owner."""
    found = {run.text: run for run in (*chart.categories, *(each.name for each in chart.series))}
    for series in chart.series:
        for datum in series.data:
            if datum.value is not None:
                for text in (datum.label.text, f"{datum.value:f}", f"{datum.value.normalize():f}"):
                    found.setdefault(text, datum.label)
    return {text: found[text] for text in sorted(found, key=len, reverse=True) if text}


def _says(
    text: str,
    tick: Decimal | None,
    owned: Mapping[str, Run],
    spec: ChartSpec,
    context: ChartContext,
) -> Line | None:
    """Return words with the owners of their numbers; None where one has none."""
    if tick is not None:
        years = all(context.unit_of(spec, column) == CALENDAR for column in spec.y)
        unit = CALENDAR if years and EVER[0] <= tick <= EVER[1] else ""
        said = printed_quantity(tick, unit, None, Form("number"), context.tag)
        return (Run(said, owner=Owner("tick", spec.id)),)
    runs: list[Run] = []
    rest = text
    while rest:
        spots = [
            (match.start(), -len(known), run)
            for known, run in owned.items()
            if (match := re.search(rf"(?<!\w){re.escape(known)}(?!\w|[.,]\d)", rest))
        ]
        if not spots:
            runs.append(Run(rest))
            break
        start, length, run = min(spots, key=lambda spot: spot[:2])
        if start:
            runs.append(Run(rest[:start]))
        runs.append(Run(run.text, owner=run.owner))
        rest = rest[start - length :]
    if any(run.owner is None and _DIGIT.search(run.text) for run in runs):
        return None
    return tuple(runs)
