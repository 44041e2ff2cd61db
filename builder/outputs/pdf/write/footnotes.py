"""Notes at the foot of a column: what of them stands there, how tall, and what goes on overleaf.

They stand under a rule at the foot of the page that marks them. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import Final

from builder.frozen import dataclass
from builder.outputs.pdf.write.canvas import PaperCanvas
from builder.outputs.pdf.write.flowable import HAIR, Setting, descend

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
