"""Which breaks a line takes: takes a paragraph's widths, returns where its lines end.

In two ways. `break_lines` weighs all lines of a paragraph together, as Knuth and Plass have it in
"Breaking Paragraphs into Lines" (1981): of all ways to break, the one whose lines are together
the least loose, tight or hyphenated. `fill_lines` fills each line as far as it goes, as
programs do that show slides.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Final, NamedTuple

from builder.frozen import dataclass
from builder.text.opportunities import After, UnbrokenPiece

_HYPHEN: Final = 0.6
_CONSECUTIVE: Final = 1.2
_SHORT_LAST: Final = 0.8
_PARTED: Final = 40.0
_SHRINK: Final = 0.12
_FORBIDDEN: Final = 1e3
_OVERFULL: Final = 1e6
_LEAST: Final = 1e-6
"""What sums of widths may differ by, in whatever order they are added up."""
_NARROWER: Final = tuple(percent / 100 for percent in range(95, 45, -5))
_MOST_IN_A_ROW: Final = 2  # lines that end in a divided word


class Box(NamedTuple):
    """What stands unbroken: its width, and what a break after it costs in width.

    `after` space: `gap` is the space that a break swallows; hyphen: `gap` is the hyphen that a
    break adds; join: the line may break with nothing added, as after a written hyphen. An endless
    gap ends the line. Where it is `held`, a line should not end.
    """

    width: float
    after: After
    gap: float
    held: bool = False


def boxes_of(pieces: Sequence[UnbrokenPiece], edges: Sequence[float]) -> list[Box]:
    """Return the pieces of a text as boxes; `edges[i]` is where its character `i` begins."""
    starts = (*(piece.start for piece in pieces[1:]), len(edges) - 1)
    return [
        Box(edges[stop] - edges[start], after, inf if ends else edges[following] - edges[stop])
        for (start, stop, after, ends), following in zip(pieces, starts[: len(pieces)], strict=True)
    ]


@dataclass(frozen=True)
class Measure:
    """How lines are filled: the measure in points, and whether spaces stretch to fill it."""

    measure: float
    justified: bool


def fill_lines(boxes: Sequence[Box], measure: float) -> list[int]:
    """Return the index after each line's last box, where every line takes what it holds.

    A box wider than the measure stands on its own line.
    """
    ends: list[int] = []
    index = start = fitting = 0
    used = gap = 0.0
    measure += _LEAST
    while index < len(boxes):
        width, after, added, _ = boxes[index]
        end = used + gap + width
        if end > measure and index > start:
            start = index = fitting if fitting > start else index
            ends.append(start)
            used = gap = 0.0
            continue
        used, gap = end, added if after == "space" else 0.0
        index += 1
        if after != "hyphen" or used + added <= measure:
            fitting = index
    return [*ends, index] if index > start else ends


def break_lines(boxes: Sequence[Box], shape: Measure) -> tuple[list[int], float]:
    """Return the index after each line's last box, and how loose the loosest line is.

    Looseness is 0 for a full line and 1 for one that is stretched (justified) or left open
    (ragged) as far as reads well; a box wider than the measure stands on its own line.
    """
    positions, spaces = _cumulative(boxes)
    count = len(boxes)
    if not boxes or positions[-2] + boxes[-1].width <= shape.measure:
        return [count][:count], 0.0
    best: list[float] = [0.0] + [float("inf")] * count
    before = [0] * (count + 1)
    looseness = [0.0] * (count + 1)
    in_a_row = [0] * (count + 1)
    measure, justified, shrinks = shape.measure, shape.justified, _SHRINK * _gap(shape)
    widest = 0.16 * measure
    low = 0
    for end in range(1, count + 1):
        hanging = boxes[end - 1]
        divided, last = hanging.after == "hyphen", end == count
        plain = not (divided or last or hanging.held)
        spaced = spaces[end - 1]
        right = positions[end - 1] + hanging.width + (hanging.gap if divided else 0.0)
        least = best[end]
        chosen, chosen_row, chosen_ratio = -1, 0, 0.0
        least_start = right - measure - spaced * shrinks - _LEAST
        low = _longest(min(low, end - 1), end - 1, least_start, positions, spaces, shrinks)
        fewest = min(best[low:end])
        # A long paragraph goes through this millions of times: what could be called stands here.
        for start in range(low, end):
            gaps = spaced - spaces[start]
            slack = measure - (right - positions[start])
            # How far the line is from full: 1 is as far as reads well.
            if last and slack >= 0:
                ratio = 0.0
            elif not justified:
                ratio = slack / widest
            elif slack < 0:
                ratio = 0.6 * -slack / max(gaps * shrinks, 1e-6)
            else:
                ratio = slack / ((gaps or 0.25) * 3.0)
            open_cost = 0.05 + (ratio * ratio if -1 <= ratio <= 1 else abs(ratio) ** 3)
            if ratio > 0 and fewest + open_cost > least:
                break  # what is left are shorter lines
            cost = best[start] + open_cost
            row = 0
            if ratio < 0 or not plain:
                if cost > least and ratio >= 0:
                    continue  # all else only adds to it
                cost = best[start] + _cost(ratio, open_cost, boxes, (start, end), slack / measure)
                row = in_a_row[start] + 1 if divided and not last else 0
                if row > _MOST_IN_A_ROW or (last and _is_part_of_a_word(boxes, start)):
                    cost += _FORBIDDEN
            if cost <= least:
                least, chosen, chosen_row, chosen_ratio = cost, start, row, ratio
        if chosen >= 0:
            best[end], before[end], in_a_row[end] = least, chosen, chosen_row
            looseness[end] = max(looseness[chosen], chosen_ratio)
    return _trace(before, count), looseness[count]


def _longest(
    low: int,
    last: int,
    least: float,
    positions: Sequence[float],
    spaces: Sequence[int],
    shrinks: float,
) -> int:
    """Return where the longest line begins: at the first box, at most the `last`, that stands no
    further left than the `least` place with the spaces before it shrunk. It is sought from `low`
    on, where the line before began.
    """
    while low and positions[low - 1] - spaces[low - 1] * shrinks >= least:
        low -= 1
    while low < last and positions[low] - spaces[low] * shrinks < least:
        low += 1
    return low


def balanced_breaks(boxes: Sequence[Box], shape: Measure, ends: list[int]) -> list[int]:
    """Return the breaks for the narrowest measure that takes no more lines."""
    for narrower in _NARROWER:
        tried, _ = break_lines(boxes, Measure(shape.measure * narrower, shape.justified))
        if len(tried) > len(ends):
            break
        ends = tried
    return ends


def _gap(shape: Measure) -> float:
    """Return the shrinkable width of a space: ragged lines never shrink."""
    return 4.0 if shape.justified else 0.0


def _cumulative(boxes: Sequence[Box]) -> tuple[list[float], list[int]]:
    """Return where each box starts on an endless line, and how many spaces stand before it."""
    positions, spaces = [0.0], [0]
    for box in boxes:
        spaced = box.after == "space"
        positions.append(positions[-1] + box.width + (box.gap if spaced else 0.0))
        spaces.append(spaces[-1] + spaced)
    return positions, spaces


def _cost(
    ratio: float, cost: float, boxes: Sequence[Box], line: tuple[int, int], open_part: float
) -> float:
    """Return what a line costs of these boxes: `cost` for its looseness, and what it ends in."""
    start, end = line
    if open_part < 0 and ratio < 0:
        return _OVERFULL
    if end < len(boxes):
        if boxes[end - 1].held:
            cost += _PARTED
        if boxes[end - 1].after == "hyphen":
            cost += _HYPHEN
            if start and boxes[start - 1].after == "hyphen":
                cost += _CONSECUTIVE
    else:
        cost += _SHORT_LAST * (open_part > 0.88)
        if start and boxes[start - 1].after == "hyphen" and end - start < 3:
            cost += _CONSECUTIVE
    return cost


def _is_part_of_a_word(boxes: Sequence[Box], start: int) -> bool:
    """Return whether all from `start` on is the end of a divided word."""
    divided = start > 0 and boxes[start - 1].after == "hyphen"
    return divided and not any(box.after == "space" for box in boxes[start:-1])


def _trace(before: Sequence[int], count: int) -> list[int]:
    ends = []
    end = count
    while end > 0:
        ends.append(end)
        end = before[end]
    return ends[::-1]
