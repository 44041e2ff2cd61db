"""Fills one column of a page: takes settings in reading order, returns where each stands.

Lengths are points, downwards from the top of the page's text area.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from builder.paper.write.flowables import HAIR, Setting, descend

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

    Notes marked in the column (`notes`) stand at its foot.
    """

    left: float
    top: float
    width: float
    height: float
    notes_height: NotesHeight
    y: float = 0.0
    gap: float = 0.0
    placed: list[Placed] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing stands here yet."""
        return self.y <= HAIR

    @property
    def fresh(self) -> bool:
        """Whether nothing stands here or above: no other column would hold more."""
        return self.empty and self.top <= HAIR

    def room(self, notes: Iterable[int] = ()) -> float:
        """Return how far down text may go when these notes stand at the foot too."""
        return self.height - self.notes_height(self._noted(notes), self.width)

    def fits(self, settings: Sequence[Setting]) -> bool:
        """Return whether all of this, its notes included, fits below what stands here."""
        return self._tops(settings)[-1] <= self.room(marks(settings)) + HAIR

    def put(self, orders: Sequence[int], settings: Sequence[Setting]) -> None:
        """Place settings one below the other, `orders` being their places in the reading order."""
        *tops, self.y = self._tops(settings)
        for order, setting, top in zip(orders, settings, tops, strict=True):
            self.placed.append(Placed(order, setting, self.left, self.top + top))
        self.gap = settings[-1].getSpaceAfter()
        self.notes = self._noted(marks(settings))

    def divided(self, leads: Sequence[Setting], body: Setting) -> list[Setting]:
        """Return `body` in two, the first to stand here below `leads`; else nothing."""
        body.at_top = self.fresh
        *tops, top, _ = self._tops([*leads, body])
        ended = [(lead, at + lead.height) for lead, at in zip(leads, tops, strict=True)]
        noted: list[int] = marks(leads)
        while True:
            pieces = body.cut(self.width, self.room(noted) - top)
            if len(pieces) < 2:
                return []
            bottom = top + pieces[0].measured(self.width)
            if not self.fresh and any(end + lead.demands > bottom for lead, end in ended):
                return []
            found = [*marks(leads), *marks(pieces[:1])]
            if set(found) <= set(noted):
                return pieces
            noted = [*noted, *(note for note in found if note not in noted)]

    def _tops(self, settings: Sequence[Setting]) -> list[float]:
        """Return where each would stand, and where the last would end."""
        owed = None if self.empty else self.gap
        return descend(settings, self.width, y=self.y, owed=owed, base=self.top)

    def _noted(self, notes: Iterable[int]) -> list[int]:
        return [*self.notes, *(note for note in notes if note not in self.notes)]


def marks(settings: Iterable[Setting]) -> list[int]:
    """Return the numbers of the notes that are marked in settings, at whatever depth."""
    found: list[int] = []
    for setting in settings:
        found += setting.note_marks()
        found += marks(setting.parts())
    return found
