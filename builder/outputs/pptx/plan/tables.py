"""How a table stands on slides: a table and a box in; the rows and widths of each slide out.

A table too long for one slide goes on on the next one, under its header again. One whose columns
are wider than a slide is divided: each part begins with the column that heads the rows, and columns
under one header stay together.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise, product
from typing import TYPE_CHECKING, Final

from builder.frozen import dataclass
from builder.model.arranging import UNSHAPED, TableShape
from builder.model.table import ResolvedTable
from builder.model.text import plain
from builder.outputs.pptx.plan.autofit import TooLargeError, spread
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import Row
from builder.outputs.pptx.plan.table_rows import (
    PAD_ABOVE,
    PAD_AIRY,
    PAD_TIGHT,
    TableSetting,
    widths_of,
)
from builder.problems import shortened
from builder.theme.theme import LABEL, SMALL

if TYPE_CHECKING:
    from builder.units import Box


_TIGHTER: Final = (LABEL, SMALL)
"""Sizes of tables whose columns would be wider than the slide in those of other text."""

_FEWER: Final = 0.75  # of a table's slides in its usual type, for which it is set smaller


class TooWideError(TooLargeError):
    """The longest words of a table's columns are wider than a slide."""


@dataclass(frozen=True)
class FittedTable:
    """Column widths, and the rows of each slide, the header first on each."""

    widths: tuple[float, ...]
    parts: tuple[tuple[Row, ...], ...]


def autofit_table(
    table: ResolvedTable,
    box: Box,
    sizes: tuple[float, ...],
    ruler: Ruler,
    mark: str = ".",
    goes_on: str = "",
    full: float = 0.0,
) -> FittedTable:
    """Return the table at the largest size at which it fits, small print at last, else spread over
    slides; in smaller type where that saves every fourth of them, in larger type where it needs no
    more of them.

    Its rows stand closer rather than that, those of one that is arranged also where it is divided.
    `mark` stands before decimals, `goes_on` says that a group goes on. Rows are higher where they
    leave room, so that they take the share `full` of the box.

    Raises:
        TooWideError: the longest words of all columns are.
        TooLargeError: one row is too large for a slide.
    """
    smaller = tuple(size for size in ruler.steps(*_TIGHTER) if size < sizes[-1])
    arranged = table.key not in ("", table.name) or table.shape != UNSHAPED
    found: dict[float, TableSetting] = {}
    for size, pad in (
        *((size, PAD_ABOVE) for size in sizes),
        (sizes[-1], PAD_TIGHT),
        *product(smaller, (PAD_ABOVE, PAD_TIGHT)),
    ):
        widths = widths_of(table, box.width, size, ruler, mark)
        if widths is None:
            continue
        setting = TableSetting(table, widths, size, ruler, mark, goes_on, pad)
        whole = (*setting.heads(), *setting.rows())
        if sum(row.height for row in whole) <= box.height:
            return _aired(FittedTable(widths, (whole,)), full * box.height, box.height)
        if arranged or size not in found:
            found[size] = setting
    small = {size: setting for size, setting in found.items() if size <= sizes[-1]}
    if not small:
        raise TooWideError(
            table.name,
            f'table "{table.name}" has {len(table.columns)} columns, which are wider than a slide, '
            f"even in {size:g} points",
            "show fewer with :columns:, shorten their headers and longest words, or leave the "
            "table to the paper",
        )
    first, *others = (_divided(setting, box.height) for setting in small.values())
    if first is None:
        first = next(filter(None, others), None)
    if first is None:
        raise _too_tall(next(iter(small.values())), box.height)
    most = len(first.parts) * _FEWER
    best = next((each for each in others if each and len(each.parts) <= most), first)
    larger = (_divided(setting, box.height) for size, setting in found.items() if size not in small)
    same = (each for each in larger if each and len(each.parts) == len(best.parts))
    return _aired(next(same, best), full * box.height, box.height)


def _divided(setting: TableSetting, height: float) -> FittedTable | None:
    """Return a table over several slides, None where one of its rows is too tall for any."""
    heads, rows = setting.heads(), setting.rows()
    limit = height - sum(row.height for row in heads)
    if any(row.height > limit for row in rows):
        return None
    parts = _spread(rows, limit, setting.continued)
    return FittedTable(setting.widths, tuple((*heads, *part) for part in parts))


def _too_tall(setting: TableSetting, height: float) -> TooLargeError:
    """Return the error that names the first row of a table that is taller than a slide."""
    table, limit = setting.table, height - sum(row.height for row in setting.heads())
    rows = enumerate(setting.rows())
    number, row = next((number, row) for number, row in rows if row.height > limit)
    longest = max((plain(cell.runs) for cell in row.cells), key=len)
    return TooLargeError(
        longest,
        f'row {number + 1} of table "{table.name}" is taller than a slide: "{shortened(longest)}"',
        "shorten its longest cell, or leave the table to the paper",
        table.place_of(number),
    )


def _aired(fitted: FittedTable, wanted: float, limit: float) -> FittedTable:
    """Return a table whose rows are higher where they take less than `wanted` points, as far as
    reads well; close ones as far as usual ones are, within a limit. They are on all its slides
    alike.
    """
    pad = fitted.parts[0][0].pad

    def most(height: float) -> float:
        return min((height - sum(row.height for row in part)) / (2 * len(part)) for part in parts)

    parts = fitted.parts
    more = min(PAD_AIRY - pad, most(wanted))
    if pad < PAD_ABOVE:
        more = max(more, min(PAD_ABOVE - pad, most(limit - 1)))
    if more <= 0:
        return fitted
    higher = partial(_higher, more=more)
    return replace(fitted, parts=tuple(tuple(map(higher, part)) for part in parts))


def _higher(row: Row, more: float) -> Row:
    """Return a row with so many points more above and below its words."""
    return replace(row, height=row.height + 2 * more, pad=row.pad + more)


def _spread(
    rows: Sequence[Row], limit: float, again: Callable[[Row], Row]
) -> Iterator[Sequence[Row]]:
    """Yield the rows of each slide; a group that goes on is headed there again.

    No heading stands without a row below it, and no sum without one above.
    """
    units: list[list[Row]] = []
    for row in rows:
        last = units[-1][-1].kind if units else "total"
        held = sum(each.height for each in units[-1]) if units else 0.0
        joined = last == "group" or (row.kind in ("subtotal", "rest", "total") and units)
        if joined and held + row.height <= limit:
            units[-1].append(row)
        else:
            units.append([row])
    headed = max((again(row).height for row in rows if row.kind == "group"), default=0.0)
    room = max(limit - headed, max(sum(row.height for row in unit) for unit in units))
    group: Row | None = None
    for part in spread(units, room, lambda part: sum(row.height for unit in part for row in unit)):
        held_rows = [row for unit in part for row in unit]
        begins = held_rows[0].kind not in ("group", "total")
        yield [again(group), *held_rows] if group and begins else held_rows
        for row in held_rows:
            group = row if row.kind == "group" else None if row.kind == "subtotal" else group


def fitted_in_columns(
    table: ResolvedTable,
    sizes: tuple[float, ...],
    fitted: Callable[[ResolvedTable, tuple[float, ...]], FittedTable],
) -> tuple[tuple[ResolvedTable, FittedTable], ...]:
    """Return a table as `fitted` has it in one of the sizes; where it is too wide, in the fewest
    even parts that fit, all in one size.

    Raises:
        TooLargeError: even the first column and one more are too wide, or a row is too tall.
    """
    try:
        return ((table, fitted(table, sizes)),)
    except TooWideError:
        units = _units(table)
        for count in range(2, len(units) + 1):
            edges = [len(units) * part // count for part in range(count + 1)]
            groups = [units[start:end] for start, end in pairwise(edges)]
            parts = [_of_columns(table, [at for unit in each for at in unit]) for each in groups]
            with contextlib.suppress(TooWideError):
                found = [fitted(part, sizes) for part in parts]
                least = min(map(_size, found))
                if any(_size(each) > least for each in found):
                    found = [fitted(part, (least,)) for part in parts]
                return tuple(zip(parts, found, strict=True))
        raise


def _size(fitted: FittedTable) -> float:
    return fitted.parts[0][0].cells[0].style.size


def _units(table: ResolvedTable) -> list[range]:
    """Return the columns after the first that stay together."""
    found, at = [], 1
    while at < len(table.columns):
        over = next((each for each in table.shape.spanners if each.first == at), None)
        found.append(range(at, at + (over.count if over else 1)))
        at = found[-1].stop
    return found


def _of_columns(table: ResolvedTable, columns: Sequence[int]) -> ResolvedTable:
    """Return a table of its first column and some that follow one another."""
    kept = (0, *columns)
    shape, moved = table.shape, columns[0] - 1
    return replace(
        table,
        columns=tuple(table.columns[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept if at < len(row)) for row in table.rows),
        shape=TableShape(
            spanners=tuple(
                replace(each, first=each.first - moved)
                for each in shape.spanners
                if each.first in columns
            ),
            kinds=shape.kinds,
            looks=tuple(tuple(row[at] for at in kept if at < len(row)) for row in shape.looks),
            remarks=shape.remarks,
        ),
    )
