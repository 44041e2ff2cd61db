"""Makes pages: takes settings in reading order, returns page by page where each of them stands.

A chart or short table that does not fit where it stands waits while text flows on, until a
paragraph ends on the next page; or it moves up to such an end on its own page, near its head or
its foot, where the page still holds the words before it. No float comes between the lines of a
paragraph unless nothing else is possible. Of these ways to fill a page the one that costs least
is taken.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from copy import copy
from math import ceil
from typing import Final

from builder.frozen import replace
from builder.outputs.pdf.write.choices import Choice, Choosing, choices
from builder.outputs.pdf.write.ending import evened
from builder.outputs.pdf.write.filler import Filler, Stand, TooTallError
from builder.outputs.pdf.write.filling import ColumnFiller
from builder.outputs.pdf.write.footnotes import Foot, Footnotes
from builder.outputs.pdf.write.growing import filled_columns
from builder.outputs.pdf.write.page import Band, Page, TextArea, Way
from builder.outputs.pdf.write.passing import is_across, is_open, straying
from builder.outputs.pdf.write.ways import Seen, Story, filled

_EARLY: Final = 0.05  # what it costs a page, in parts of its height, that a float is moved up
_EARLIER: Final = 0.06  # to the page's head
_WAITS: Final = 0.08  # that one waits for the next page
_STILL: Final = 0.5  # that one waits on, which has waited a page
_STRAYS: Final = 0.3  # that one waits while a heading ends its section
_STACKED: Final = 0.05  # that one that waited, or was moved up, stands right below another
_BELOW: Final = 0.02  # that one that waits will stand below the rest of a paragraph
_CUT: Final = 0.15  # that one will stand between the lines of a paragraph
_MOST_EARLY: Final = 2  # floats that are tried at the top of their own page
_SQUEEZED: Final = 0.6  # that charts are less high, of the part of the page's height that it frees
_PARTED: Final = 0.25  # that a short table is divided
_OPEN: Final = 0.225  # of its height that a page leaves open at most, where that can be
_EMPTY: Final = 6.0  # what more than that costs besides
_KNOWN: Final = 32  # pages that are filled ahead
_HALVINGS: Final = 7


class PageMaker:
    """Divides a story, which may grow at its end until it is `whole`, over pages.

    What else pages are filled by than settings is told by its `ground`, where it is known.
    """

    def __init__(
        self, story: Story, area: TextArea, footnotes: Footnotes, ground: Hashable = None
    ) -> None:
        self.story, self.area, self.footnotes, self.ground = story, area, footnotes, ground
        self.whole, self.follows = False, 0.0
        self.spared = 0.0  # points of its height that a page leaves to the next
        self._known: dict[tuple[Stand, float, int], tuple[Page, Stand, Seen]] = {}

    def done(self, stand: Stand) -> bool:
        """Return whether everything is set, but for notes that go on."""
        return stand.at >= len(self.story) and not stand.waiting

    def fill(self, page: Page, stand: Stand) -> tuple[Page, Stand]:
        """Return the page filled as far as it holds the story, and how far that is.

        Raises:
            TooTallError: something is taller than a page and cannot be divided.
        """
        if self.done(stand):
            return self._notes_alone(page, stand)
        drawn = len(page.placed)
        page, stand = filled(self, page, stand)
        if page.full and page.hole:
            page = replace(page, placed=filled_columns(page, self.area, drawn, self._tall))
        for one in page.placed[drawn:]:
            one.again()
        return page, stand

    def evened(self, page: Page, stand: Stand) -> tuple[Page, Stand]:
        """Return the page filled in the way that is found best; see `evened`."""
        return evened(self, page, stand)

    def by(self, way: Way, page: Page, stand: Stand) -> tuple[Page, Stand]:
        """Return the page filled in a way."""
        made = copy(self)
        made.area = replace(self.area, height=way.height)
        return made._composed(page, stand, Choosing(way.choice))

    def shorter(self, share: float) -> PageMaker:
        """Return the same maker, its pages less tall by a share of their height."""
        made = copy(self)
        made.spared, tall = share * self.area.height, (1 - share) * self.area.height
        made.area = replace(self.area, height=tall)
        return made

    def chosen(self, page: Page, stand: Stand) -> tuple[Page, Stand]:
        """Return the page filled in the way that costs least.

        What a page to be begun looks like is known when it is asked for again.
        """
        if page.placed or page.y:
            return self._chosen(page, stand)
        key = stand, self.area.height, len(self.story)
        if key not in self._known:
            if len(self._known) > _KNOWN:
                self._known.clear()
            with self.story.looked_at() as seen:
                self._known[key] = *self._chosen(page, stand), seen
        page, stand, seen = self._known[key]
        self.story.seen.take(seen)
        return page, stand

    def _chosen(self, page: Page, stand: Stand) -> tuple[Page, Stand]:
        plain = Choosing(Choice())
        plainly = self._composed(page, stand, plain)
        if not stand.waiting and not plainly[1].waiting and "squeeze" not in plain.asked:
            return replace(plainly[0], way=Way(self.area.height, plain.choice)), plainly[1]
        tried, known = [(plain.choice, *plainly)], [(plain, plainly)]
        told = {(id(plainly), plain.choice.early, False, False)}
        for choice in self._choices(stand, plainly[1]):
            made = next((each for chosen, each in known if chosen.holds_for(choice)), None)
            if made is None:
                chosen = Choosing(choice)
                made = self._composed(page, stand, chosen)
                known.append((chosen, made))
            like = id(made), choice.early, choice.foot, choice.cut  # costs the page as much
            early = (self._may_stand_early(at, stand, made[1]) for at in choice.early)
            if like not in told and all(early):
                tried.append((choice, *made))
            told.add(like)
        choice, page, stand = min(tried, key=lambda made: self._cost(stand, *made))
        return replace(page, way=Way(self.area.height, choice)), stand

    def _choices(self, begun: Stand, plainly: Stand) -> Iterator[Choice]:
        """Return the ways to fill a page on which floats wait, plainly filled up to `plainly`."""
        passed = [at for at in plainly.waiting if at not in begun.waiting]
        most = _MOST_EARLY if self.area.columns == 1 else 1
        moved = [self._up_to(passed[:n], begun) for n in range(min(len(passed), most) + 1)]
        if self.area.columns > 1:  # what stands in a column waits for the next one
            moved = [early for early in moved if all(self.story[at].across for at in early)]
        for choice in choices(moved, len(begun.waiting), begun.rest is not None):
            if all(is_open(self.story, begun.at, at) for at in choice.early):
                yield choice

    def _up_to(self, passed: Sequence[int], stand: Stand) -> tuple[int, ...]:
        """Return the floats to move up so that the last of `passed` overtakes none."""
        story = range(stand.at, max(passed, default=0) + 1)
        return tuple(at for at in story if self.story[at].floats and at not in stand.ahead)

    def _cost(self, begun: Stand, choice: Choice, page: Page, stand: Stand) -> float:
        floats = len(choice.early) * (_EARLY if choice.foot else _EARLIER)
        floats += len(stand.waiting) * _WAITS
        floats += len(set(begun.waiting).intersection(stand.waiting)) * _STILL
        floats += page.strays * _STRAYS + page.stacked * _STACKED + choice.cut * _CUT
        floats += page.squeezed / self.area.height * _SQUEEZED + page.parted * _PARTED
        if stand.waiting and stand.rest is not None:
            cuts = self.area.columns > 1 and self.story[stand.waiting[0]].across
            floats += _CUT if cuts else _BELOW
        hole = (page.hole + self.spared * (page.hole > 0)) / (self.area.height + self.spared)
        return hole + max(0.0, hole - _OPEN) * _EMPTY + floats

    def _may_stand_early(self, at: int, begun: Stand, stand: Stand) -> bool:
        """Return whether by a page's end the words before a float, or those that refer to it, are
        set, while it overtakes no other float.
        """
        between = set(range(begun.at, at)) - stand.ahead
        if any(self.story[other].floats for other in between):
            return False
        words = self.story.words_of(at)
        if words == stand.at and stand.rest is not None:
            return not stand.rest.leads_to(self.story.anchor(at))
        return words < stand.at

    def _composed(self, page: Page, stand: Stand, choice: Choosing) -> tuple[Page, Stand]:
        """Fill a page band by band: a band has the page's columns, or one across them."""
        while not page.full and not self.done(stand):
            across = self._begins_across(page, stand, choice)
            band = self._band(page, stand, choice, across)
            if self.area.columns > 1 and not across and not band.full:
                band = self._balanced(page, stand, choice, band)
            page, stuck = self._closed(page, band), band.stand == stand
            if stuck:
                page = replace(page, full=True)
            stand = band.stand
            choice = choice.but(early=())
        return page, stand

    def _begins_across(self, page: Page, stand: Stand, choice: Choosing) -> bool:
        """Return whether what comes next goes across the columns."""
        if self.area.columns == 1:
            return False
        if not (page.y or stand.waiting or choice.foot) and choice.early:
            return stand.rest is None or choice.cut
        ended = stand.at >= len(self.story) or straying(self.story, stand.at, stand.waiting)
        if stand.waiting and (ended or not page.y):
            return self.story[stand.waiting[0]].across
        return is_across(self.story, stand.at)

    def _band(
        self, page: Page, stand: Stand, choice: Choosing, across: bool, height: float = 1e6
    ) -> Band:
        """Return columns filled side by side, at most `height` tall."""
        area, columns, strays, stacked, parted, full = self.area, [], 0.0, 0, 0, False
        count = 1 if across else area.columns
        width = area.width if across else area.column
        top = 0.0
        if page.y and area.columns > 1:
            top = ceil((page.y + max(page.gap, area.grid)) / area.grid) * area.grid
        room = min(area.height - top, height)
        feet = list(page.feet or self._feet())
        for number in range(count):
            left = number * (width + area.gutter)
            at = _last(feet) if across else number
            foot = feet[at].taking(stand.carried)
            beside = max(map(self._tall, feet)) if across else 0.0
            column = ColumnFiller(left, top, width, room, self.footnotes, foot, stand.stood, beside)
            column.short, column.grid = height < area.height - top, area.grid
            if area.columns == 1:
                column.y, column.gap, column.margin = page.y, page.gap, page.margin
            ending = choice if number == count - 1 else choice.but(whole=False)
            filler = Filler(self.story, column, ending, across if area.columns > 1 else None)
            stand, full = filler.fill(stand)
            if column.notes or foot is not feet[at]:
                feet[at], stood = column.closed(full), stand.stood.union(column.notes)
                stand = replace(stand, carried=feet[at].rest, stood=stood)
            columns.append(column)
            strays += filler.strays
            stacked += filler.stacked
            parted += filler.parted
            if not full:
                break
            choice = choice.but(early=())
        return Band(tuple(columns), tuple(feet), stand, full, strays, stacked, parted)

    def _feet(self) -> tuple[Foot, ...]:
        """Return the feet of a page that holds no note yet: one for each of its columns."""
        wide = self.area.column
        columns = range(self.area.columns)
        return tuple(Foot(at * (wide + self.area.gutter), wide) for at in columns)

    def _notes_alone(self, page: Page, stand: Stand) -> tuple[Page, Stand]:
        """Return a page filled with notes that go on though the story has ended."""
        feet = list(page.feet or self._feet())
        for at, before in enumerate(feet):
            foot = before.taking(stand.carried)
            if foot is not before:
                feet[at] = self.footnotes.held(foot, self.area.height - page.y)
                stand = replace(stand, carried=feet[at].rest)
        return replace(page, feet=tuple(feet), full=True), stand

    def _tall(self, foot: Foot) -> float:
        return self.footnotes.height(foot.settings, foot.width)

    def _balanced(self, page: Page, stand: Stand, choice: Choosing, band: Band) -> Band:
        """Return the same band with its columns as equal as can be."""
        most = band.columns[0].height
        least = 0.9 * sum(column.y for column in band.columns) / self.area.columns
        for _ in range(_HALVINGS):
            height = (least + most) / 2
            try:
                tried = self._band(page, stand, choice, False, height)
            except TooTallError:
                least = height
                continue
            same = (tried.stand.at, tried.stand.waiting) == (band.stand.at, band.stand.waiting)
            parted = any(foot.rest for foot in tried.feet)
            if tried.full or parted or not same:
                least = height
            else:
                band, most = tried, height
        return band

    def _closed(self, page: Page, band: Band) -> Page:
        """Return the page with a band added."""
        lowest = max(band.columns, key=lambda column: column.top + column.y)
        y = lowest.top + lowest.y
        filled = lowest.top + sum(column.y for column in band.columns) / len(band.columns)
        if not any(column.placed for column in band.columns):
            y = filled = page.y
        foot = max(map(self._tall, band.feet))
        broken = band.stand.at > 0 and self.story[band.stand.at - 1].breaks
        ended = self.done(band.stand) or (broken and band.stand.rest is None)
        return Page(
            (*page.placed, *(one for column in band.columns for one in column.placed)),
            y,
            lowest.gap,
            lowest.margin,
            band.feet,
            band.full,
            0.0 if ended else self.area.height - foot - filled,
            page.strays + band.strays,
            page.stacked + band.stacked,
            page.parted + band.parted,
            page.squeezed + band.squeezed,
        )


def _last(feet: Sequence[Foot]) -> int:
    """Return which foot holds the latest notes."""
    return max((at for at, foot in enumerate(feet) if foot.settings), default=0)
