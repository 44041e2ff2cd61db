"""How settings stand one below another: takes them and a width, returns how far down each is."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from builder.outputs.pdf.write.flowables import Setting

HAIR: Final = 0.01  # points that rounding may cost


def descend(
    settings: Sequence[Setting],
    width: float,
    *,
    y: float = 0.0,
    owed: float | None = None,
    base: float = 0.0,
) -> list[float]:
    """Return how far down each of the settings stands, one below another, and where all end.

    They begin at `y`, below the space `owed` to what stands above (None: nothing does). Text
    moves down to the page's grid, whose first line is `base` above 0, and all that stands between
    it and the text before moves with it: no gap opens below a heading.
    """
    tops: list[float] = []
    loose = 0
    for index, setting in enumerate(settings):
        if owed is not None:
            y += max(owed, setting.getSpaceBefore())
        tops.append(y)
        height = setting.measured(width)
        if setting.pitch:
            down = ceil((base + y - HAIR) / setting.pitch) * setting.pitch - base - y
            tops[loose:] = [top + down for top in tops[loose:]]
            y, loose = y + down, index + 1
        y += height
        owed = setting.getSpaceAfter()
    return [*tops, y]
