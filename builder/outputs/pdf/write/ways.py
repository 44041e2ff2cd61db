"""Pages filled the way that an earlier build found best: takes a page to be filled and how far the
story is, returns it filled, or less where that leaves the next less open.

To find the way takes most of the time that filling does. It follows from the page, from how far the
story is and from those settings alone that were looked at meanwhile, of which each has a `sign`:
where these are the same, so is the way.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from contextlib import contextmanager
from math import inf
from typing import Any, Final, NamedTuple, Protocol, SupportsIndex, overload

from builder.memory import memory
from builder.outputs.pdf.write.filler import Stand
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.footnotes import Foot
from builder.outputs.pdf.write.page import Page, Way

_MOST: Final = 4  # ways that are known of a page that begins in one and the same manner
_BEYOND: Final = 3  # settings: of a story that goes on further than that, its end is not seen
_BYTES: Final = 600  # that a way takes, without what was looked at
_EACH: Final = 40  # that each setting takes


class Seen:
    """What of a story was looked at: the settings from the `first` up to the `last`, and where the
    first words stand that refer to certain floats (`words`).
    """

    def __init__(self) -> None:
        self.first, self.last = 1 << 60, -1
        self.words: dict[int, float] = {}

    def take(self, other: Seen) -> None:
        """Have looked at what another did, too."""
        self.first, self.last = min(self.first, other.first), max(self.last, other.last)
        self.words.update(other.words)


class Story(list[Setting]):
    """Settings in reading order; a `WatchedStory` notes what of it is looked at."""

    def __init__(self, settings: Iterable[Setting]) -> None:
        super().__init__(settings)
        self.seen = Seen()
        self._words: dict[int, float] = {}
        self._first, self._looked = dict[str, int](), 0

    @contextmanager
    def looked_at(self) -> Iterator[Seen]:
        """Give what is looked at meanwhile."""
        with self.apart() as seen:
            yield seen
        self.seen.take(seen)

    @contextmanager
    def apart(self) -> Iterator[Seen]:
        """Let what is looked at meanwhile not count."""
        outer, self.seen = self.seen, Seen()
        try:
            yield self.seen
        finally:
            self.seen = outer

    def words_of(self, at: int) -> float:
        """Return the place of the first words that refer to a float, or of those before it."""
        with self.apart():
            if at not in self._words:
                before = at - 1
                while before > 0 and self[before].floats:
                    before -= 1
                self._words[at] = min(before, self._first_to(self.anchor(at)))
        self.seen.words[at] = self._words[at]
        return self._words[at]

    def _first_to(self, anchor: str) -> float:
        """Return the place of the first words of the story that link to an anchor, else inf."""
        new = reversed(range(self._looked, len(self)))
        self._first = {link: at for at in new for link in self[at].links()} | self._first
        self._looked = len(self)
        return self._first.get(f"#{anchor}", inf) if anchor else inf

    def anchor(self, at: int) -> str:
        """Return the anchor of what a setting sets, where there is one."""
        item = self[at].item
        return item.anchor if item else ""


class WatchedStory(Story):
    """A story that notes what of it is looked at, which takes time."""

    @overload
    def __getitem__(self, at: SupportsIndex) -> Setting: ...
    @overload
    def __getitem__(self, at: slice) -> list[Setting]: ...
    def __getitem__(self, at: Any) -> Any:
        """Return settings, and note that they are looked at."""
        seen = self.seen
        first, last = at, at
        if isinstance(at, slice):
            first, end, _ = at.indices(len(self))
            last = end - 1
        if first < seen.first:
            seen.first = first
        if last > seen.last:
            seen.last = last
        return super().__getitem__(at)


def story_of(settings: Iterable[Setting]) -> Story:
    """Return settings as a story, which is watched where ways are remembered."""
    return Story(settings) if memory() is None else WatchedStory(settings)


class Maker(Protocol):
    """What fills pages, as far as it does so by a way that is known."""

    story: Story
    whole: bool
    follows: float
    ground: Hashable

    def evened(self, page: Page, stand: Stand) -> tuple[Page, Stand]:
        """Return the page filled in the way that is found best."""

    def by(self, way: Way, page: Page, stand: Stand) -> tuple[Page, Stand]:
        """Return the page filled in a way."""


class _Known(NamedTuple):
    """A way, and all that it follows from: see `Seen`. `beyond` are the settings that follow,
    counted as far as that may matter.
    """

    first: int
    signs: tuple[Hashable, ...]
    beyond: int
    words: tuple[tuple[int, float], ...]
    way: Way


def filled(maker: Maker, page: Page, stand: Stand) -> tuple[Page, Stand]:
    """Return the page filled in the way that is found best, and how far the story then is.

    Raises:
        TooTallError: something is taller than a page and cannot be divided.
    """
    held, story = memory(), maker.story
    begun = None if held is None or maker.ground is None else _begun(page, stand)
    if held is None or begun is None:
        return maker.evened(page, stand)
    key = "ways", maker.ground, maker.whole, maker.follows, begun
    known: tuple[_Known, ...] = held.get(key) or ()
    for each in known:
        if _holds(each, story):
            return maker.by(each.way, page, stand)
    with story.looked_at() as seen:
        page, stand = maker.evened(page, stand)
    signs = _signs(story, seen.first, seen.last + 1)
    if page.way is not None and None not in signs:
        beyond, words = _beyond(story, seen.last), tuple(seen.words.items())
        known = (_Known(seen.first, signs, beyond, words, page.way), *known[: _MOST - 1])
        held.put(key, known, sum(_BYTES + _EACH * len(each.signs) for each in known))
    return page, stand


def _holds(known: _Known, story: Story) -> bool:
    """Return whether a way follows from this story too."""
    first, end = known.first, known.first + len(known.signs)
    return (
        _signs(story, first, end) == known.signs
        and _beyond(story, end - 1) == known.beyond
        and all(story.words_of(at) == place for at, place in known.words)
    )


def _signs(story: Story, first: int, end: int) -> tuple[Hashable, ...]:
    return tuple([setting.sign for setting in list.__getitem__(story, slice(first, end))])


def _beyond(story: Story, last: int) -> int:
    return min(len(story) - 1 - last, _BEYOND)


def _begun(page: Page, stand: Stand) -> Hashable:
    """Return what tells a page, and how far the story is, from others; None where nothing does.

    What stands on the page already matters only by how much room it leaves.
    """
    held = [stand.rest] if stand.rest is not None else []
    feet = [setting for foot in page.feet for setting in (*foot.settings, *foot.rest)]
    signs = tuple([setting.sign for setting in (*held, *stand.carried, *feet)])
    if None in signs:
        return None
    room = page.y, page.gap, page.margin, page.full, page.hole, tuple(map(_shape, page.feet))
    costs = page.strays, page.stacked, page.parted, page.squeezed
    stood = stand.at, len(held), stand.waiting, stand.ahead, len(stand.carried), stand.stood
    return signs, room, costs, stood


def _shape(foot: Foot) -> Hashable:
    return foot.left, foot.width, len(foot.settings), len(foot.rest), foot.goes_on
