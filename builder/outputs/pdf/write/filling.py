"""Fills one column of a page: takes settings in reading order, returns where each stands.

Lengths are points, downwards from the top of the page's text area.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from math import inf

from builder.frozen import dataclass, replace
from builder.outputs.pdf.write.flowable import HAIR, Setting, descend, filled, free_for
from builder.outputs.pdf.write.footnotes import Foot, Footnotes, Notes


@dataclass(frozen=True)
class Placed:
    """A setting, its place in the reading order, where its upper left corner is, and the width that
    it is set to there.
    """

    order: int
    setting: Setting
    left: float
    top: float
    width: float

    def again(self) -> None:
        """Set it as it stands here, where it was tried elsewhere since."""
        self.setting.measured(self.width)


@dataclass
class ColumnFiller:
    """A column while it is filled: `y` is how far, `gap` the space owed below what stands there.

    Notes marked in the column (`notes`) go to the foot of the page below those that `foot` has
    already, but for those that `stood` on pages before; `beside` is how tall the tallest of the
    feet is that it must not reach into besides its own. Its margin is free from `margin` on; what
    is placed from the `loose`-th on stands below the last text. Charts are `squeezed` by so many
    points in all, in whole lines of the page's `grid`.
    """

    left: float
    top: float
    width: float
    height: float
    footnotes: Footnotes
    foot: Foot
    stood: frozenset[int] = frozenset()
    beside: float = 0.0
    grid: float = 1.0
    short: bool = False
    y: float = 0.0
    gap: float = 0.0
    margin: float = 0.0
    placed: list[Placed] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    loose: int = 0
    squeezed: float = 0.0

    @property
    def empty(self) -> bool:
        """Whether nothing stands here yet."""
        return self.y <= HAIR

    @property
    def fresh(self) -> bool:
        """Whether nothing stands here or above: no other column would hold more, unless this one is
        shorter than it could be (`short`).
        """
        return self.empty and self.top <= HAIR and not self.short

    @property
    def untouched(self) -> bool:
        """Whether nothing stands in the margin either."""
        return self.fresh and not self.margin

    def fits(self, settings: Sequence[Setting], claim: Notes = Notes.WHOLE) -> bool:
        """Return whether all of this, its notes included, fits below what stands here."""
        notes = self._fresh_notes(settings)
        room = self._room(notes, claim)
        return self._admits(notes, claim) and self._ends(settings, room) <= room + HAIR

    def over(self, settings: Sequence[Setting]) -> float:
        """Return by how much this, its notes included, would end too far down."""
        notes = self._fresh_notes(settings)
        room = self._room(notes, Notes.WHOLE)
        return self._ends(settings, room) - room if self._admits(notes, Notes.WHOLE) else inf

    def rise(self, points: float) -> None:
        """Be filled so much less far, since what stands here is less high."""
        self.y -= points
        self.margin = max(0.0, self.margin - points)

    def put(self, orders: Sequence[int], settings: Sequence[Setting]) -> None:
        """Place settings one below the other, `orders` being their places in the reading order."""
        notes = self._fresh_notes(settings)
        *tops, y = self._tops(settings, self._room(notes, Notes.WHOLE))
        self._settle(settings, tops[0])
        self.y, self.margin = y, max(self.margin, filled(settings, tops))
        for order, setting, top in zip(orders, settings, tops, strict=True):
            self.placed.append(Placed(order, setting, self.left, self.top + top, self.width))
            if setting.pitch:
                self.loose = len(self.placed)
        if not settings[-1].note:
            self.gap = settings[-1].getSpaceAfter()
        self.notes += notes

    def _settle(self, settings: Sequence[Setting], top: float) -> None:
        """Move what stands since the last text down with text that moves to the page's grid: the
        space between them is the same everywhere. What opens the page stays at its head.
        """
        first = settings[0]
        natural = self.y + max(self.gap, first.getSpaceBefore())
        down = top - max(natural, free_for(first, self.margin))
        since = self.placed[self.loose :]
        if down > HAIR and self.loose and any(setting.pitch for setting in settings):
            self.placed[self.loose :] = [replace(one, top=one.top + down) for one in since]

    def divided(
        self,
        leads: Sequence[Setting],
        body: Setting,
        claim: Notes = Notes.WHOLE,
        parted: bool = False,
    ) -> list[Setting]:
        """Return `body` in two, the first to stand here below `leads`; else nothing.

        Where it may be `parted`, also what a page holds whole.
        """
        body.at_top, body.parted = self.fresh, parted
        *tops, top, _ = self._tops([*leads, body])
        ended = [(lead, at + lead.height) for lead, at in zip(leads, tops, strict=True)]
        noted, most = self._fresh_notes(leads), inf
        while True:
            pieces = body.cut(self.width, min(self._room(noted, claim) - top, most))
            if not pieces:
                return []
            tall = pieces[0].measured(self.width)
            if not self.fresh and any(end + lead.demands > top + tall for lead, end in ended):
                return []
            if not self.fresh and _lowest(leads, tops) > self._room(noted, claim) + HAIR:
                return []
            found = self._fresh_notes([*leads, pieces[0]])
            if not self._admits(found, claim):
                most = tall - 2 * HAIR
            elif set(found) <= set(noted):
                return pieces if len(pieces) > 1 else []
            else:
                noted += [note for note in found if note not in noted]

    def closed(self, full: bool) -> Foot:
        """Return the foot with the notes of this column as far as there is room below its text;
        where the column is not yet `full`, other text may come.
        """
        foot, room = replace(self.foot, settings=self._settings([])), self.height - self.y
        return self.footnotes.held(foot, room if full else min(room, self.footnotes.tallest))

    def _tops(self, settings: Sequence[Setting], foot: float = inf) -> list[float]:
        """Return where each would stand, and where the last would end."""
        owed = None if self.empty else self.gap
        y, margin = self.y, self.margin
        return descend(
            settings, self.width, y=y, owed=owed, base=self.top, margin=margin, foot=foot
        )

    def _ends(self, settings: Sequence[Setting], foot: float) -> float:
        """Return where these would end, in column and margin."""
        *tops, end = self._tops(settings, foot)
        return max(end, _lowest(settings, tops))

    def _fresh_notes(self, settings: Iterable[Setting]) -> list[int]:
        marked = self.footnotes.marked(settings)
        return [note for note in marked if note not in self.notes and note not in self.stood]

    def _settings(self, notes: Sequence[int]) -> tuple[Setting, ...]:
        return (*self.foot.settings, *self.footnotes.of([*self.notes, *notes]))

    def _room(self, notes: Sequence[int], claim: Notes) -> float:
        """Return how far down text may go when these notes stand at the foot too.

        Text never takes the room of notes that others mark, unless no page would hold it.
        """
        if claim is Notes.NONE:
            return self.height
        begun = claim is Notes.BEGUN and notes
        measure = self.footnotes.least if begun else self.footnotes.height
        tall = min(measure(self._settings(notes), self.foot.width), self.footnotes.tallest)
        return self.height - max(tall, self.beside)

    def _admits(self, notes: Sequence[int], claim: Notes) -> bool:
        """Return whether these notes, if they stand here too, all begin here."""
        if not notes or claim in (Notes.SOME, Notes.NONE):
            return True
        least = self.footnotes.least(self._settings(notes), self.foot.width)
        return not self.foot.rest and least <= self.footnotes.tallest + HAIR


def _lowest(settings: Sequence[Setting], tops: Sequence[float]) -> float:
    """Return how far down what hangs in the margin reaches."""
    ends = [top + each.aside for each, top in zip(settings, tops, strict=False) if each.aside]
    return max(ends, default=0.0)
