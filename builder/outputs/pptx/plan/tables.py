"""How a table stands on slides: a table and a box in; the rows and widths of each slide out.

Columns get the room that their words need; a table too long for one slide goes on on the next
one, under its header again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, Final

from builder.frozen import dataclass
from builder.model.arranging import UNSHAPED
from builder.model.table import ResolvedTable
from builder.model.text import Line, Run, plain
from builder.outputs.pptx.plan.autofit import TooLargeError, spread
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import Row
from builder.outputs.pptx.plan.table_rows import (
    PAD_ABOVE,
    PAD_AIRY,
    PAD_SIDE,
    PAD_TIGHT,
    TableSetting,
    insets_of,
)
from builder.problems import shortened
from builder.theme.theme import LABEL, SMALL

if TYPE_CHECKING:
    from builder.units import Box

_TIGHTER: Final = (LABEL, SMALL)
"""Sizes of tables whose columns would be wider than the slide in those of other text."""

_FEWER: Final = 0.75  # of a table's slides in its usual type, for which it is set smaller

# Where programs may as well divide an address as anywhere else.
_ADDRESS: Final = re.compile(r"\w+://|www\.")
_IN_ADDRESS: Final = re.compile(r"(?<=[/.?&=_-])(?=[^/])")


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
        widths = _widths(table, box.width, size, ruler, mark)
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


def _widths(
    table: ResolvedTable, room: float, size: float, ruler: Ruler, mark: str
) -> tuple[float, ...] | None:
    """Return column widths that fill `room` and break no word; None when there are none."""
    least, wanted, below = [], [], []
    shape = table.shape
    for place, column in enumerate(table.columns):
        inset = max(insets_of(table, place, size, ruler, mark), default=0.0)
        cells = [(column.header, True, 0.0)]
        cells += [
            (row[place], not place or shape.kind(at) in ("subtotal", "total"), inset)
            for at, row in enumerate(table.rows)
            if shape.kind(at) != "group"
        ]
        words = max(
            _longest_word(runs, size, ruler, bold=bold) + more for runs, bold, more in cells
        )
        whole = [ruler.width(runs, size, bold=bold) + more for runs, bold, more in cells]
        around = 2 * PAD_SIDE + 1
        least.append(words + around)
        wanted.append(max(whole) + around)
        below.append(max(words, *whole[1:], 0.0) + around)
    for each in shape.spanners:
        columns = range(each.first, each.first + each.count)
        words = _longest_word(each.header, size, ruler, bold=True) + 2 * PAD_SIDE + 1
        lines = ruler.width(each.header, size, bold=True) + 2 * PAD_SIDE + 1
        for widths, needed in ((least, words), (wanted, lines)):
            lacking = needed - sum(widths[at] for at in columns)
            for at in columns if lacking > 0 else ():
                widths[at] += lacking / each.count
    if sum(least) > room:
        return None
    if sum(wanted) <= room:
        spare = (room - sum(wanted)) / len(wanted)
        return tuple(width + spare for width in wanted)
    even = [max(both) for both in zip(least, below, strict=True)]
    if sum(even) <= room:  # headers alone need more lines, and no row is higher than others
        least = even
    # Long columns need more lines: the room goes by how much text is left to set, damped so
    # that one very long column does not starve the others.
    hunger = [max(0.0, want - have) ** 0.7 for want, have in zip(wanted, least, strict=True)]
    spare = room - sum(least)
    shares = [spare * share / sum(hunger) for share in hunger]
    return tuple(have + share for have, share in zip(least, shares, strict=True))


def _longest_word(runs: Line, size: float, ruler: Ruler, *, bold: bool) -> float:
    """Return the width that a column needs so that no word is broken, but for addresses."""
    text = plain(runs)
    if not _ADDRESS.search(text):
        return ruler.longest_word(runs, size, bold=bold)
    words = (part for word in text.split() for part in _parts(word))
    return max(ruler.longest_word((Run(part),), size, bold=bold) for part in words)


def _parts(word: str) -> list[str]:
    return _IN_ADDRESS.split(word) if _ADDRESS.match(word) else [word]
