"""Fills one column of a page: takes settings in reading order, returns where each stands.

Notes stand under a rule at the foot of the page that marks them; a long one goes on at the next.
Lengths are points, downwards from the top of the page's text area.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from enum import Enum, auto
from math import inf
from typing import Final

from builder.frozen import dataclass
from builder.outputs.pdf.write.canvas import PaperCanvas
from builder.outputs.pdf.write.flowable import HAIR, Setting, descend, filled, lowest

_ABOVE: Final = 14.0  # from the text to the notes, the rule between them
_RULE: Final = (60.0, 0.5)  # how long and thick; one above what goes on is as long as the notes
_TALLEST: Final = 0.5  # of the text area
_WHOLE: Final = 6  # lines: a note of no more goes on nowhere else
_OPENING: Final = 3  # lines of a longer one that stand on the page that marks it, or more


@dataclass(frozen=True)
class Foot:
    """Notes at the foot of a column whose left edge and width are given.

    `rest` is what of them it does not hold; `goes_on` tells that they begin at another foot.
    """

    left: float
    width: float
    settings: tuple[Setting, ...] = ()
    rest: tuple[Setting, ...] = ()
    goes_on: bool = False

    def taking(self, carried: tuple[Setting, ...]) -> Foot:
        """Return the foot with notes that go on there, unless it is full: then as it is."""
        if self.rest or not carried:
            return self
        goes_on = self.goes_on or not self.settings
        return replace(self, settings=(*self.settings, *carried), goes_on=goes_on)


class Footnotes:
    """Every note that stands at a page's foot, by its number.

    They are set `left` points in, in lines of `leading`, under rules of a colour; `page` is how
    tall a page's text is. No more than the `tallest` foot keeps text from its page.
    """

    def __init__(
        self,
        notes: Mapping[int, Setting],
        left: float,
        leading: float,
        page: float,
        colour: str,
    ) -> None:
        self._notes = notes
        self._left, self._leading, self._colour = left, leading, colour
        self.tallest = _TALLEST * page

    def marked(self, settings: Iterable[Setting]) -> list[int]:
        """Return the numbers of the notes that are marked in settings, then those within them."""
        if not self._notes:
            return []
        found = list(dict.fromkeys(note for setting in settings for note in setting.note_marks))
        for note in found:  # which grows meanwhile
            found += [each for each in self._notes[note].note_marks if each not in found]
        return found

    def of(self, notes: Iterable[int]) -> list[Setting]:
        """Return the notes of these numbers."""
        return [self._notes[note] for note in notes]

    def height(self, settings: Sequence[Setting], width: float) -> float:
        """Return how tall notes stand with the rule above them, 0 where there are none."""
        return descend(settings, width, y=_ABOVE)[-1] if settings else 0.0

    def least(self, settings: Sequence[Setting], width: float) -> float:
        """Return how tall they stand where no more of the last than its first lines does."""
        if not settings:
            return 0.0
        *others, last = settings
        return self.height([*others, self._opening(last, width)], width)

    def _opening(self, note: Setting, width: float) -> Setting:
        if note.measured(width) > _WHOLE * self._leading:
            for lines in range(_OPENING, _WHOLE):
                pieces = note.cut(width, lines * self._leading)
                if len(pieces) > 1:
                    return pieces[0]
        return note

    def held(self, foot: Foot, room: float) -> Foot:
        """Return the foot with as much of its notes as so many points hold, the rest apart."""
        tops = descend(foot.settings, foot.width, y=_ABOVE)
        for index, (top, note) in enumerate(zip(tops, foot.settings, strict=False)):
            if top + note.measured(foot.width) > room + HAIR:
                pieces = note.cut(foot.width, room - top)
                if len(pieces) < 2:
                    pieces = [note]
                stand = (*foot.settings[:index], *pieces[:-1])
                rest = (pieces[-1], *foot.settings[index + 1 :])
                return replace(foot, settings=stand, rest=rest)
        return foot

    def placed(
        self, paper: PaperCanvas, foot: Foot, left: float, bottom: float
    ) -> Iterator[tuple[Setting, float, float]]:
        """Draw the rule above a column's notes and yield each with the place of its lower left
        corner, upwards from the foot of the text area at (`left`, `bottom`).
        """
        if not foot.settings:
            return
        *tops, height = descend(foot.settings, foot.width, y=_ABOVE)
        long, thick = _RULE
        wide = foot.width - self._left if foot.goes_on else long
        x, y = left + foot.left + self._left, bottom + height - _ABOVE / 2
        paper.box(x, y, wide, thick, self._colour)
        for top, note in zip(tops, foot.settings, strict=True):
            yield note, left + foot.left, bottom + height - top - note.height


class Notes(Enum):
    """What text leaves room for below it: the notes that it marks, or the first lines of the last;
    if need be only as many as half a page holds; at worst nothing, notes going on overleaf.
    """

    WHOLE = auto()
    BEGUN = auto()
    SOME = auto()
    NONE = auto()


@dataclass(frozen=True)
class Placed:
    """A setting, its place in the reading order, and where its upper left corner is."""

    order: int
    setting: Setting
    left: float
    top: float


@dataclass
class ColumnFiller:
    """A column while it is filled: `y` is how far, `gap` the space owed below what stands there.

    Notes marked in the column (`notes`) go to the foot of the page below those that `foot` has
    already, but for those that `stood` on pages before; `beside` is how tall the tallest of the
    feet is that it must not reach into besides its own. Its margin is free from `margin` on; what
    is placed from the `loose`-th on stands below the last text.
    """

    left: float
    top: float
    width: float
    height: float
    footnotes: Footnotes
    foot: Foot
    stood: frozenset[int] = frozenset()
    beside: float = 0.0
    short: bool = False
    y: float = 0.0
    gap: float = 0.0
    margin: float = 0.0
    placed: list[Placed] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    loose: int = 0

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

    def put(self, orders: Sequence[int], settings: Sequence[Setting]) -> None:
        """Place settings one below the other, `orders` being their places in the reading order."""
        notes = self._fresh_notes(settings)
        *tops, y = self._tops(settings, self._room(notes, Notes.WHOLE))
        self._settle(settings, tops[0])
        self.y, self.margin = y, max(self.margin, filled(settings, tops))
        for order, setting, top in zip(orders, settings, tops, strict=True):
            self.placed.append(Placed(order, setting, self.left, self.top + top))
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
        down = top - max(natural, self.margin - first.clear)
        since = self.placed[self.loose :]
        if down > HAIR and self.loose and any(setting.pitch for setting in settings):
            self.placed[self.loose :] = [replace(one, top=one.top + down) for one in since]

    def divided(
        self, leads: Sequence[Setting], body: Setting, claim: Notes = Notes.WHOLE
    ) -> list[Setting]:
        """Return `body` in two, the first to stand here below `leads`; else nothing."""
        body.at_top = self.fresh
        *tops, top, _ = self._tops([*leads, body])
        ended = [(lead, at + lead.height) for lead, at in zip(leads, tops, strict=True)]
        noted, most = self._fresh_notes(leads), inf
        while True:
            pieces = body.cut(self.width, min(self._room(noted, claim) - top, most))
            if len(pieces) < 2:
                return []
            tall = pieces[0].measured(self.width)
            if not self.fresh and any(end + lead.demands > top + tall for lead, end in ended):
                return []
            if not self.fresh and lowest(leads, tops) > self._room(noted, claim) + HAIR:
                return []
            found = self._fresh_notes([*leads, pieces[0]])
            if not self._admits(found, claim):
                most = tall - 2 * HAIR
            elif set(found) <= set(noted):
                return pieces
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
        return max(end, lowest(settings, tops))

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
