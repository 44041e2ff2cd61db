"""Fills one column of a page: takes settings in reading order, returns where each stands.

Lengths are points, downwards from the top of the page's text area.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Final

from builder.paper.write.flowables import Setting

_HAIR: Final = 0.01  # points that rounding may cost

NotesHeight = Callable[[Sequence[int], float], float]
"""How tall these notes stand at the foot of a column of a width; 0 for none."""


@dataclass(frozen=True)
class Placed:
    """A setting, its place in the reading order, and where its upper left corner is."""

    order: int
    setting: Setting
    left: float
    top: float


@dataclass
class Column:
    """A column while it is filled: `y` is how far, `gap` the space owed below what stands there.

    Body text stands on a grid of `grid` points, so that its lines keep their rhythm across
    whatever stands between them. Notes marked in the column (`notes`) stand at its foot.
    """

    left: float
    top: float
    width: float
    height: float
    grid: float
    notes_height: NotesHeight
    y: float = 0.0
    gap: float = 0.0
    placed: list[Placed] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing stands here yet."""
        return self.y <= _HAIR

    @property
    def fresh(self) -> bool:
        """Whether nothing stands here or above: no other column would hold more."""
        return self.empty and self.top <= _HAIR

    def room(self, notes: Iterable[int] = ()) -> float:
        """Return how far down text may go when these notes stand at the foot too."""
        return self.height - self.notes_height(self._noted(notes), self.width)

    def fits(self, settings: Sequence[Setting]) -> bool:
        """Return whether all of this, its notes included, fits below what stands here."""
        bottom = self._tops(settings)[-1] + settings[-1].height
        return bottom <= self.room(marks(settings)) + _HAIR

    def put(self, orders: Sequence[int], settings: Sequence[Setting]) -> None:
        """Place settings one below the other, `orders` being their places in the reading order."""
        for order, setting, top in zip(orders, settings, self._tops(settings), strict=True):
            self.placed.append(Placed(order, setting, self.left, self.top + top))
            self.y, self.gap = top + setting.height, setting.getSpaceAfter()
        self.notes = self._noted(marks(settings))

    def divided(self, leads: Sequence[Setting], body: Setting) -> list[Setting]:
        """Return `body` in two, the first to stand here below `leads`; else nothing."""
        body.at_top = self.fresh
        top = self._tops([*leads, body])[-1]
        noted: list[int] = marks(leads)
        while True:
            pieces = body.cut(self.width, self.room(noted) - top)
            if len(pieces) < 2:
                return []
            for piece in pieces:
                piece.on_grid = body.on_grid
            pieces[0].measured(self.width)
            found = [*marks(leads), *marks(pieces[:1])]
            if set(found) <= set(noted):
                return pieces
            noted = [*noted, *(note for note in found if note not in noted)]

    def _tops(self, settings: Sequence[Setting]) -> list[float]:
        """Return where each would stand; those that lead to text move down with it to its line."""
        y, gap, tops = self.y, self.gap, []
        for setting in settings:
            if y > _HAIR:
                y += max(gap, setting.getSpaceBefore())
            tops.append(y)
            y += setting.measured(self.width)
            gap = setting.getSpaceAfter()
        if settings[-1].on_grid:
            down = ceil((tops[-1] - _HAIR) / self.grid) * self.grid - tops[-1]
            moved = len(tops) - 1 if self.empty else 0
            tops[moved:] = [top + down for top in tops[moved:]]
        return tops

    def _noted(self, notes: Iterable[int]) -> list[int]:
        return [*self.notes, *(note for note in notes if note not in self.notes)]


def marks(settings: Iterable[Setting]) -> list[int]:
    """Return the numbers of the notes that are marked in settings, at whatever depth."""
    found: list[int] = []
    for setting in settings:
        found += setting.note_marks()
        found += marks(setting.parts())
    return found
