"""A Gantt chart, resolved: rows of a table with their dates in; tasks by their groups out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.charts.resolving.context import ChartContext, Plotted, plotted_cell, shown, warn_equal
from builder.charts.resolving.grid import are_told
from builder.charts.rows import drawn_rows
from builder.charts.schedule import first_day, last_day
from builder.facts.cells import cell_owner, dated
from builder.language.dates import printed_date, word
from builder.model.chart import ChartSpec, Datum, Event, ResolvedChart, Task
from builder.model.figure import Moment
from builder.model.table import DataTable
from builder.model.text import Line, Owner, Run

PROGRESS: Final = "progress"
_MOST: Final = 60
_WHOLE: Final = Decimal(100)


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart with its tasks; None, with problems, where a row has no dates."""
    so_far = len(context.problems.errors)
    if len(spec.y) not in (1, 2):
        _wrong(
            spec, f"names {len(spec.y)} columns by `y`", "name two: of starts and of ends", context
        )
        return None
    table = context.data[spec.table]
    rows = drawn_rows(spec, table)
    if not 0 < len(rows) <= _MOST:
        found = f"has {len(rows)} rows" if rows else "has no rows"
        _wrong(spec, found, f"a Gantt chart shows 1 to {_MOST} tasks", context)
        return None
    progress = _progress(spec, table, context)
    told = [are_told(spec, column, context) for column in spec.y]
    if not all(told) or progress is None:
        return None
    tasks = [_task(spec, table, row, progress, context) for row in rows]
    held = [task for task in tasks if task is not None]
    if len(context.problems.errors) > so_far or len(held) < len(tasks):
        return None
    named = [task.group.text if task.group else "" for task in held]
    for group in dict.fromkeys(named):
        names = (task.name.text for task, of in zip(held, named, strict=True) if of == group)
        warn_equal(spec, "tasks", names, context.problems)
    groups = ["", *dict.fromkeys(named)]  # a task without a group stands under no group's name
    held.sort(key=lambda task: groups.index(task.group.text if task.group else ""))
    return replace(
        bare, tasks=tuple(held), today=_today(context), note=_note(bare.note, held, context)
    )


def _note(note: Line, tasks: Iterable[Task], context: ChartContext) -> Line:
    """Return the note, with what is done of bars where some of that is drawn."""
    if not any(task.done is not None for task in tasks):
        return note
    said = (Run(word(context.tag, "gantt_note")),)
    return (*note, Run(" "), *said) if note else said


def _wrong(spec: ChartSpec, found: str, hint: str, context: ChartContext) -> None:
    context.problems.error(spec.place, f'chart "{spec.id}" {found}', hint)


def _progress(spec: ChartSpec, table: DataTable, context: ChartContext) -> str | None:
    """Return the column of what is done, "" for none; None, with a problem, for one unknown."""
    (column,) = spec.own(PROGRESS) or ("",)
    if column and column not in table.columns:
        hint = f"its columns: {', '.join(table.columns)}"
        _wrong(spec, f'names the column "{column}", which "{spec.table}" has not', hint, context)
        return None
    return column


def _task(
    spec: ChartSpec, table: DataTable, row: int, progress: str, context: ChartContext
) -> Task | None:
    start = _date(spec, table, row, spec.y[0], context)
    last = spec.y[-1] if len(spec.y) > 1 else ""
    written = table.rows[row][table.columns.index(last)].strip() if last else ""
    end = _date(spec, table, row, last, context) if written else None
    if start is None or (written and end is None):
        return None
    if end is not None and last_day(end[0]) < first_day(start[0]):
        context.problems.error(
            table.place_of(row),
            f'chart "{spec.id}" has a task that ends, {end[0].iso()}, before it starts, '
            f"{start[0].iso()}",
            "swap the two; leave the end empty for a milestone",
        )
        return None
    done = _done(spec, table, row, progress, context) if progress else None
    name = _name(spec, table, row, spec.x, context)
    if not name.text.strip():
        found = f'chart "{spec.id}" finds no name of a task in {spec.x}'
        context.problems.error(table.place_of(row), found, "name the task, or leave the row out")
        return None
    if done is not None and end is None and done.value in (0, _WHOLE):
        done = None  # a milestone is reached or is not, which its diamond does not say
    if done is not None and end is None:
        found = f'chart "{spec.id}" says how much is done of "{name.text}", a milestone'
        ends = "give the task an end" if last else "name by `y` the column of ends too"
        context.problems.error(table.place_of(row), found, f"leave it empty, or {ends}")
        return None
    group = _name(spec, table, row, spec.series, context) if spec.series else None
    chosen = {name.text, table.rows[row][table.columns.index(spec.x)], group.text if group else ""}
    return Task(
        name,
        start[0],
        end[0] if end else None,
        _said(start[1], end[1] if end else None),
        group if group and group.text else None,
        done,
        not spec.highlight or bool(chosen & set(spec.highlight)),
    )


def _said(start: Run, end: Run | None) -> Line:
    return (start, Run(" – "), end) if end is not None else (start,)


def _name(spec: ChartSpec, table: DataTable, row: int, column: str, context: ChartContext) -> Run:
    text = table.rows[row][table.columns.index(column)]
    run = Run(text, owner=cell_owner(table, row, column, context.bound, as_written=True))
    return shown(text, run, spec, context)


def _date(
    spec: ChartSpec, table: DataTable, row: int, column: str, context: ChartContext
) -> tuple[Moment, Run] | None:
    """Return a cell's date and it as printed; None, with a problem, where it is none."""
    text = table.rows[row][table.columns.index(column)].strip()
    moment = dated(table, row, column, context.tag)
    if moment is None:
        context.problems.error(
            table.place_of(row),
            f'chart "{spec.id}" reads "{text}" in {column}, which is no date'
            if text
            else f'chart "{spec.id}" finds no date in {column}',
            "write 2025, 2025-03 or 2025-03-14",
        )
        return None
    owner = cell_owner(table, row, column, context.bound, as_written=True)
    return moment, Run(printed_date(moment, "short", context.tag), owner=owner)


def _done(
    spec: ChartSpec, table: DataTable, row: int, column: str, context: ChartContext
) -> Datum | None:
    cell = plotted_cell(table, row, column, replace(spec, unit="%"), context)
    if cell is None or cell.value is None:
        return None
    if not 0 <= cell.value <= _WHOLE:
        context.problems.error(
            table.place_of(row),
            f'chart "{spec.id}" reads {cell.value:f} per cent in {column}',
            "what is done of a task is 0 to 100 per cent",
        )
        return None
    return _datum(cell)


def _datum(cell: Plotted) -> Datum:
    return Datum(cell.value, cell.label, unit=cell.unit, hedge=cell.hedge)


def _today(context: ChartContext) -> Event | None:
    """Return the briefing's date: what is today is never asked of a clock."""
    if context.date is None:
        return None
    said = printed_date(context.date, "short", context.tag)
    return Event(context.date, Run(said, owner=Owner("date", said)), ())
