"""How wide a table's columns are: takes what their cells need and would like, returns widths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from math import ceil
from typing import Final

from builder.frozen import dataclass
from builder.memory import remembered

LONGEST: Final = 150.0  # points of a word that is not divided where that can be helped
SHORT: Final = 62.0  # points: a column that asks for no more is not wrapped if it can be helped
BEFORE_NUMBER: Final = 5.0  # points from the longest bar of a column to its widest number
SHORTEST_BAR: Final = 16.0  # points: what is shorter stands below numbers, not before them
_LONG_BAR: Final = 48.0  # points that a bar wants before numbers
_FAIR_BAR: Final = BEFORE_NUMBER + SHORTEST_BAR + 1.0
_LOOSEST: Final = 56.0  # points that a column may be wider than its widest cell
_STEPS: Final = 28
_EVEN: Final = 1e-6  # of a width, which rounding may cost
_SAMPLE: Final = 32
_BYTES: Final = 400  # of a row remembered


@dataclass(frozen=True)
class Needs:
    """What a table's cells ask for, in points.

    `least` is each column's widest unbreakable part, `natural` its widest cell on one line,
    `cells` the natural widths row by row, the first of them the header's where it is `headed`.
    """

    least: Sequence[float]
    natural: Sequence[float]
    cells: Sequence[Sequence[float]]
    headed: bool = False


def with_bars(needs: Needs, said: Sequence[float], room: float) -> Needs:
    """Return what columns need whose words, so wide, have bars before them: what leaves these the
    most room, as far as there is some.
    """

    def wider(widths: Sequence[float], more: float) -> list[float]:
        pairs = zip(widths, said, strict=True)
        return [max(had, wide + more) if wide else had for had, wide in pairs]

    for more in (_LONG_BAR, _FAIR_BAR):
        natural = wider(needs.natural, more)
        if sum(natural) <= room:
            return replace(needs, natural=natural)
    least = wider(needs.least, _FAIR_BAR)
    return replace(needs, least=least, natural=natural) if sum(least) <= room else needs


def column_widths(needs: Needs, room: float, short: float = SHORT) -> list[float]:
    """Return a width per column that together fill no more than `room`.

    Where all fits on one line the room left over is shared out evenly, though no column gets so
    much that a row falls apart. Else the table fills what there is: no column is narrower than
    its longest word, columns that ask for no more than `short` stay on one line, and what is left
    goes step by step where it makes the table least tall. Their headers are wrapped where that
    makes it lower.
    """
    wanted, narrowest = sum(needs.natural), sum(needs.least)
    if wanted <= room:
        more = min((room - wanted) / len(needs.natural), _LOOSEST)
        return [width + more for width in needs.natural]
    if narrowest >= room:
        least = [min(width, LONGEST) for width in needs.least]
        if sum(least) >= room:
            return _capped(needs.least, room)
        needs = replace(needs, least=least)
    rows = tuple(map(tuple, needs.cells))
    key = "columns", rows, tuple(needs.least), tuple(needs.natural), needs.headed, room, short
    return [*remembered(key, lambda: _wrapped(needs, room, short), lambda _: _BYTES * len(rows))]


def _wrapped(needs: Needs, room: float, short: float) -> Sequence[float]:
    """Return widths for a table that does not fit on lines of their own; see `column_widths`."""
    starts = (_start(needs, needs.natural, short), _start(needs, _below_header(needs), short))
    begun = [start for start in starts if sum(start) <= room] or [list(needs.least)]
    return min((_shared(at, needs, room - sum(at)) for at in begun), key=partial(_lines, needs))


def _start(needs: Needs, whole: Sequence[float], short: float) -> list[float]:
    """Return what each column begins with: no less than `whole` where it is a `short` one."""
    columns = zip(needs.least, needs.natural, whole, strict=True)
    return [max(least, kept) if natural <= short else least for least, natural, kept in columns]


def _below_header(needs: Needs) -> Sequence[float]:
    """Return each column's widest cell on one line, its header left out."""
    rows = needs.cells[1:] if needs.headed and len(needs.cells) > 1 else needs.cells
    return [max(column) for column in zip(*rows, strict=True)]


def _lines(needs: Needs, widths: Sequence[float]) -> int:
    """Return about how many lines all rows take in columns of these widths."""
    return sum(
        max(
            ceil(wide / width - _EVEN) if width else 0
            for wide, width in zip(row, widths, strict=True)
        )
        for row in needs.cells
    )


def _capped(widths: Sequence[float], room: float) -> list[float]:
    """Return widths that fill `room`: the widest give way, so that short words stay whole."""
    left, cap = room, 0.0
    for at, width in enumerate(sorted(widths)):
        cap = left / (len(widths) - at)
        if width > cap:
            break
        left -= width
    return [min(width, cap) for width in widths]


def _shared(widths: list[float], needs: Needs, spare: float) -> list[float]:
    """Give `spare` to the columns, each time to the one that shortens the rows the most."""
    every = max(1, len(needs.cells) // _SAMPLE)
    rows = needs.cells[::every]
    step = spare / _STEPS
    for _ in range(_STEPS):
        gains = [0.0] * len(widths)
        for row in rows:
            lines = [
                wide / width if width else 0.0 for wide, width in zip(row, widths, strict=True)
            ]
            most = max(lines)
            tallest = lines.index(most)
            lines[tallest] = 1.0  # a row is no lower than one line
            shorter = max(row[tallest] / (widths[tallest] + step), *lines)
            if most > shorter:
                gains[tallest] += most - shorter
        best = gains.index(max(gains))
        if not gains[best]:
            best = max(range(len(widths)), key=lambda at: needs.natural[at] - widths[at])
        widths[best] += step
    return widths
