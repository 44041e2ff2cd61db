"""What every block on a page can do, and how blocks stand one below another.

A `Setting` has the part of Platypus's protocol that setting a paper needs, under the names that
ReportLab's users know; to import Platypus costs more than setting a short paper. `descend` takes
settings and a width, and returns how far down each of them is.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from copy import copy
from functools import cached_property
from math import ceil, inf
from typing import TYPE_CHECKING, Final, cast

from builder.outputs.pdf.plan.items import Item
from builder.outputs.pdf.tags import Element

if TYPE_CHECKING:
    from builder.outputs.pdf.write.canvas import PaperCanvas


class Setting:
    """Something that can be set to a width, divided at a height and drawn; lengths in points.

    `canv` is the canvas while one of these is under way, and otherwise not there. `item` is what
    this is set for, `element` what of the paper's structure it draws.

    The parts of what is split share their element. Without one, children stand in the structure
    where this does.

    `leads` stays with what follows; `floats` may wait for another page's top; `opens` a section;
    `breaks` the page; goes `across` all columns; `demands` so many points of what follows; stands
    alone on `turned` pages, whose long side is across. A heading has a `rank`, from 1 down, and
    what stands below it has that `section_rank`. What takes too much room may have another form to
    stand `instead`: of less height or, for a note, in the column. It hangs `aside` points down in
    the margin from its top, whatever its height; what stands there later comes below that. A `note`
    in the margin may stand higher than beside what comes next, where the page ends; one that
    `closes` a section ends where the text does.
    What tells it from others that pages would treat otherwise is its `sign`, and from those that
    would be drawn otherwise what it is `made_of`, where it has them.
    `at_top` tells a setting that is to be split that no page would hold more of it, `parted` that
    it may be though a page holds it whole. A part that shares no words with the rest is `apart`;
    one is `shared` whose elements are others' too.
    """

    width = height = spaceBefore = spaceAfter = 0.0
    canv: PaperCanvas
    sign: Hashable = None
    made_of: Hashable = None
    leads = floats = opens = breaks = across = at_top = turned = note = parted = False
    apart = shared = closes = False
    demands = aside = left = 0.0
    rank = section_rank = 0
    instead: Setting | None = None

    def __init__(
        self,
        item: Item | None,
        before: float = 0.0,
        after: float = 0.0,
        element: Element | None = None,
    ) -> None:
        self.item = item
        if element is not None:
            self.element = element
        self.spaceBefore = before
        self.spaceAfter = after
        self._wrapped_to = -1.0

    @cached_property
    def element(self) -> Element | None:
        """What of the paper's structure this draws, where nothing was given: nothing."""
        return None

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Set this for a width; return the width and the height that it takes."""
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> Sequence[Setting]:
        """Return this in two parts, or what it is whole, or nothing where no part would fit."""
        return []

    def draw(self) -> None:
        """Draw this from its lower left corner."""

    @property
    def paper(self) -> PaperCanvas:
        """The canvas that this is drawn on."""
        return self.canv

    def measured(self, width: float) -> float:
        """Set this to a width before there is a page for it, and return how tall it then is."""
        if self._wrapped_to != width:
            self.wrapOn(cast("PaperCanvas", None), width, 1e6)
        return float(self.height)

    def wrapOn(
        self, canv: PaperCanvas, availWidth: float, availHeight: float
    ) -> tuple[float, float]:
        """Set this for a width, for a canvas, and remember for which."""
        self.canv = canv
        size = self.wrap(availWidth, availHeight)
        del self.canv
        self._wrapped_to = availWidth
        return size

    def splitOn(
        self, canv: PaperCanvas, availWidth: float, availHeight: float
    ) -> Sequence[Setting]:
        """Divide this at a height, for a canvas; it may have been set to another width for that."""
        self._wrapped_to = -1.0
        self.canv = canv
        parts = self.split(availWidth, availHeight)
        del self.canv
        return parts

    def cut(self, width: float, height: float) -> list[Setting]:
        """Return this split at a height: two parts, or one or none as it is whole."""
        pieces = list(self.splitOn(cast("PaperCanvas", None), width, height))
        how = None if self.sign is None else (self.sign, width, height, self.at_top, self.parted)
        for number, piece in enumerate(pieces):
            piece.across = self.across
            if piece is not self:
                piece.sign = how and (how, number)
                piece.shared, whole = True, self.made_of if piece.apart else None
                piece.made_of = whole and (whole, how, number)
        return pieces

    @property
    def grows(self) -> float:
        """By how many points this can be higher to fill a page: as many as a part of it can."""
        for part in self.parts():
            if more := part.grows:
                return more
        return 0.0

    @property
    def shrinks(self) -> float:
        """By how many points this can be less high: as many as a part of it can."""
        for part in self.parts():
            if less := part.shrinks:
                return less
        return 0.0

    def flexed(self, more: float) -> Setting:
        """Return this so many points higher, or less high where these are negative."""
        able = (part for part in self.parts() if (part.grows if more > 0 else part.shrinks))
        part = next(able, None)
        return self if part is None else self.holding(part.flexed(more), part)

    def holding(self, other: Setting, part: Setting) -> Setting:
        """Return a copy of this, to be set anew, that holds another in place of a part."""
        made = copy(self)
        made._wrapped_to, made.sign, made.made_of = -1.0, None, None
        for name, held in vars(self).items():
            if held is part:
                setattr(made, name, other)
            elif isinstance(held, list):
                setattr(made, name, [other if each is part else each for each in held])
        return made

    def parts(self) -> Sequence[Setting]:
        """Return the settings that this one is made of."""
        return ()

    def drawn_parts(self) -> Sequence[Setting]:
        """Return the parts, those that are printed again too."""
        return self.parts()

    @cached_property
    def pitch(self) -> float:
        """How far apart the lines of the page are on one of which this stands; 0 for any place.

        What holds body text stands on the grid, so that the text within can.
        """
        return next((part.pitch for part in self.parts() if part.pitch), 0.0)

    @property
    def lowered(self) -> float:
        """How much lower than usual the first line stands, below a tall formula, in points."""
        return 0.0

    @property
    def clear(self) -> float:
        """How far down from its top the margin beside this stays free: all the way in a column."""
        return inf if self.left else 0.0

    @cached_property
    def note_marks(self) -> tuple[int, ...]:
        """The numbers of the notes that are marked here, at whatever depth."""
        return tuple(note for part in self.parts() for note in part.note_marks)

    def leads_to(self, anchor: str) -> bool:
        """Return whether something in this links to an anchor of the paper."""
        return f"#{anchor}" in self.links()

    def links(self) -> set[str]:
        """Return what the words in this link to: URLs, and `#anchor` of the paper."""
        return {link for part in self.parts() for link in part.links()}

    def divided(self, child: Setting, width: float, height: float) -> list[Setting]:
        """Return a child of this split at a height: see `cut`."""
        child.at_top, child.parted = self.at_top, self.parted
        return list(child.splitOn(self.canv, width, height))

    def widths(self) -> tuple[float, float]:
        """Return the least width that this can be set to, and the width that it would like."""
        return 0.0, 0.0

    def drawOn(self, canv: PaperCanvas, x: float, y: float) -> None:
        """Draw this with its lower left corner at a point of a canvas.

        Only its origin moves: what is drawn says its own colours, so no state is kept.
        """
        canv.origin, (left, bottom) = (canv.origin[0] + x, canv.origin[1] + y), canv.origin
        self.canv = canv
        self.draw()
        del self.canv
        canv.origin = (left, bottom)

    def getSpaceBefore(self) -> float:
        """Return how far this wants to stand below what comes before it on a page."""
        return self.spaceBefore

    def getSpaceAfter(self) -> float:
        """Return how far this wants to stand above what follows it on a page."""
        return self.spaceAfter


HAIR: Final = 0.01  # points that rounding may cost
IN_MARGIN: Final = 14.0  # points between what stands in the margin, one below another


def descend(
    settings: Sequence[Setting],
    width: float,
    *,
    y: float = 0.0,
    owed: float | None = None,
    base: float = 0.0,
    margin: float = 0.0,
    foot: float = inf,
) -> list[float]:
    """Return how far down each of the settings stands, one below another, and where all end.

    They begin at `y`, below the space `owed` to what stands above (None: nothing does). Text
    moves down to the page's grid, whose first line is `base` above 0, and all that stands between
    it and the text before moves with it: no gap opens below a heading. The margin is free from
    `margin` on; notes in it may move up so as not to reach below `foot`.
    """
    tops: list[float] = []
    loose, headed = 0, False  # below a heading of any level, all stands as close
    for index, setting in enumerate(settings):
        before, kept = y, owed
        if owed is not None:
            y += owed if headed else max(owed, setting.getSpaceBefore())
        if setting._wrapped_to != width:
            setting.measured(width)
        height = setting.height
        if setting.note:
            tops.append(max(min(y - setting.closes * setting.aside, foot - setting.aside), margin))
            margin = tops[-1] + setting.aside + IN_MARGIN
            y, owed = before, kept
            continue
        if margin:  # else all of it is free
            y = max(y, free_for(setting, margin))
        tops.append(y)
        if setting.pitch:
            down = ceil((base + y - HAIR) / setting.pitch) * setting.pitch - base - y
            tops[loose:] = [top + down for top in tops[loose:]]
            y, loose = y + down, index + 1
        margin = max(margin, _filled(setting, tops[-1]))
        y += height
        headed = setting.demands > 0
        owed = None if setting.aside else setting.getSpaceAfter()  # beside it, all begins as high
    return [*tops, y]


def free_for(setting: Setting, margin: float) -> float:
    """Return from where on a setting may stand, where the margin is free from `margin` on.

    A heading keeps as far from what hangs there as it does from text.
    """
    more = setting.getSpaceBefore() - IN_MARGIN if margin and setting.aside else 0.0
    return margin - setting.clear + max(0.0, more)


def filled(settings: Sequence[Setting], tops: Sequence[float]) -> float:
    """Return from where on the margin is free beside settings that stand at these places."""
    return max(map(_filled, settings, tops), default=0.0)


def _filled(setting: Setting, top: float) -> float:
    if setting.aside:
        return top + setting.aside + IN_MARGIN
    if setting.clear < setting.height:
        return top + setting.height + setting.getSpaceAfter()
    return 0.0
