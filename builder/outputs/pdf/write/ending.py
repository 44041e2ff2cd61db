"""Evens pages out: takes a page to be filled and how far the story is, returns it less full where
the next would else be left open, or the last hold a few lines only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol

from builder.frozen import replace
from builder.outputs.pdf.plan.items import Tabular
from builder.outputs.pdf.write.filler import Stand, TooTallError
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.page import Page, TextArea

_EMPTIEST: Final = 0.65  # of the last page
_EMPTY: Final = 0.225  # of the pages before
_SHORTER: Final = (0.04, 0.08, 0.12, 0.16, 0.2, 0.22, 0.24)
"""Parts of a page before: what it may leave to the next."""
_WORTH: Final = 0.005  # what pages must be less open by
_DIVIDED: Final = 0.1  # that a table goes on overleaf, which the page holds to its end
_STRAYS: Final = 0.04  # that a float waits while a heading ends its section
_AHEAD: Final = 2  # pages that may do so


class Maker(Protocol):
    """What fills pages with a story, which is `whole` when nothing comes to it any more; else that
    begins with what `follows` about so many points tall, undivided.
    """

    area: TextArea
    whole: bool
    follows: float

    @property
    def story(self) -> Sequence[Setting]:
        """What pages are filled with."""

    def done(self, stand: Stand) -> bool:
        """Return whether everything is set."""

    def chosen(self, page: Page, stand: Stand) -> tuple[Page, Stand]:
        """Return the page filled in the way that costs least, and how far the story then is."""

    def shorter(self, share: float) -> Maker:
        """Return the same maker, its pages less tall by a share of their height."""


def evened(maker: Maker, page: Page, stand: Stand, ahead: int = _AHEAD) -> tuple[Page, Stand]:
    """Return the page filled; less, where the next, or the last of the next `ahead`, would else be
    emptier than it may be. What leaves the least of them open is taken.

    Raises:
        TooTallError: something is taller than a page and cannot be divided.
    """
    filled = maker.chosen(page, stand)
    if not filled[0].full:
        return filled
    least = _open(maker, *filled, ahead)
    for share in _SHORTER:
        if least <= 0:
            break
        try:
            tried = _lower(maker, page, stand, share)
        except TooTallError:
            break
        if not tried[0].full:
            continue
        found = _open(maker, *tried, ahead)
        found += _DIVIDED * (_divides(tried[1]) and not _divides(filled[1]))
        found += _STRAYS * max(0.0, tried[0].strays - filled[0].strays)
        if found < least - _WORTH:
            filled, least = tried, found
    return filled


def _divides(stand: Stand) -> bool:
    """Return whether a page ends within a table."""
    return stand.rest is not None and isinstance(stand.rest.item, Tabular)


def _lower(maker: Maker, page: Page, stand: Stand, share: float) -> tuple[Page, Stand]:
    """Return a page filled down to a share of its height above its foot, what that leaves open
    counted.
    """
    made, further = maker.shorter(share).chosen(page, stand)
    hole = made.hole + share * maker.area.height
    return (replace(made, hole=hole) if made.hole else made), further


def _open(maker: Maker, page: Page, stand: Stand, ahead: int) -> float:
    """Return by how much a page and those after it are emptier than they may be, in parts of their
    height: the next, or all of `ahead` where the paper ends with them.
    """
    if maker.done(stand):
        return _left_open(maker, page)
    own = _too_open(page, maker.area)
    if not ahead:
        return own
    if maker.whole and not _is_longer(_left(maker, stand), maker.area, ahead):
        after = evened(maker, Page(), stand, ahead - 1)
        return own + _open(maker, *after, ahead - 1)
    following, stand = maker.chosen(Page(), stand)
    ended = not maker.whole and maker.done(stand)
    return own + (_left_open(maker, following) if ended else _too_open(following, maker.area))


def _left_open(maker: Maker, page: Page) -> float:
    """Return by how much the page on which the story ends is emptier than it may be, in parts of
    its height, where nothing follows that has room on it.
    """
    left = maker.area.height - page.y
    if maker.whole:
        return max(0.0, left / maker.area.height - _EMPTIEST)
    return max(0.0, left / maker.area.height - _EMPTY) if left < maker.follows else 0.0


def _too_open(page: Page, area: TextArea) -> float:
    """Return by how much a page is emptier than it may be, in parts of its height, when what stands
    in its one column has grown as far as it can; of several each grows by itself.
    """
    over = page.hole / area.height - _EMPTY
    if over <= 0 or area.columns > 1:
        return max(0.0, over)
    return max(0.0, over - sum(one.setting.grows for one in page.placed) / area.height)


def _left(maker: Maker, stand: Stand) -> Iterator[Setting]:
    """Yield what of the story is left."""
    if stand.rest is not None:
        yield stand.rest
    for at in range(stand.at + (stand.rest is not None), len(maker.story)):
        yield maker.story[at]


def _is_longer(settings: Iterable[Setting], area: TextArea, pages: int) -> bool:
    """Return whether settings are surely taller than so many pages.

    Each is set to the width that it is placed in, so that nothing is left of having measured it.
    """
    tall = 0.0
    for setting in settings:
        width, columns = (area.width, 1) if setting.across else (area.column, area.columns)
        tall += setting.measured(width) / columns
        if tall > pages * area.height:
            return True
    return False
