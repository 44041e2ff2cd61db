"""Fills a page that text leaves open: takes what stands on it, returns that with higher charts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from builder.outputs.pdf.write.filling import Placed
from builder.outputs.pdf.write.flexing import flexed, shared
from builder.outputs.pdf.write.footnotes import Foot
from builder.outputs.pdf.write.page import Page, TextArea


def filled_up(
    placed: Sequence[Placed], width: float, foot: float, step: float
) -> tuple[Placed, ...]:
    """Return what stands in a column `width` points wide, its charts as much higher as they can
    be above `foot`.

    They grow in steps, each in proportion, and what stands below moves down with them: text stays
    on the page's grid, whose lines are a `step` apart.
    """
    ends = (one.top + max(one.setting.height, one.setting.aside) for one in placed)
    open_ = foot - max(ends, default=foot)
    grow = {at: room for at, one in enumerate(placed) if (room := one.setting.grows)}
    return tuple(flexed(placed, shared(grow, open_, step), width))


def filled_columns(
    page: Page, area: TextArea, drawn: int, tall: Callable[[Foot], float]
) -> tuple[Placed, ...]:
    """Return what stands on a page, the charts that go across columns, then those of each column,
    as much higher as it is open.

    The first `drawn` settings stay as they are, and so does what stands in columns above what goes
    across them; `tall` is how tall the notes at the foot of a column stand.
    """
    wide = area.column if area.columns > 1 else area.width
    placed = page.placed
    if area.columns > 1:
        lowest = area.height - max(map(tall, page.feet), default=0.0)
        placed = (*placed[:drawn], *_across(placed[drawn:], area.width, lowest, area.grid))
    parted = [one.top for one in placed if area.columns > 1 and one.setting.across]
    free = [one for one in placed[drawn:] if one.top > max(parted, default=-1.0)]
    moved: dict[int, Placed] = {}  # by what moved: pieces of one paragraph have one order
    for number, foot in enumerate(page.feet[: area.columns]):
        left = number * (wide + area.gutter)
        column = [one for one in free if abs(one.left - left) < wide / 2]
        filled = filled_up(column, wide, area.height - tall(foot), area.grid)
        moved |= {id(one): new for one, new in zip(column, filled, strict=True)}
    return tuple(moved.get(id(one), one) for one in placed)


def _across(placed: Sequence[Placed], width: float, foot: float, step: float) -> Sequence[Placed]:
    """Return what stands in columns and across them, what goes across higher by what is open."""
    grow = {
        at: room
        for at, one in enumerate(placed)
        if one.setting.across and (room := one.setting.grows)
    }
    if not grow:
        return placed
    ends = (one.top + max(one.setting.height, one.setting.aside) for one in placed)
    return flexed(placed, shared(grow, foot - max(ends), step), width)
