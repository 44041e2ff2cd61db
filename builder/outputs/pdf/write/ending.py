"""Ends a paper: takes a page to be filled and how far its story is, returns it less full where the
last page would else hold a few lines only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from builder.outputs.pdf.write.filler import Stand, TooTallError
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.page import Area, Page

_EMPTIEST: Final = 0.66  # of the last page
_EMPTY: Final = 0.25  # of the pages before
_SHORTER: Final = (0.06, 0.12, 0.18, 0.24)  # of a page before: what it may leave to the last
_AHEAD: Final = 2  # pages that may do so


class Maker(Protocol):
    """What fills pages with a story, which is `whole` when nothing comes to it any more."""

    story: list[Setting]
    area: Area
    whole: bool

    def done(self, stand: Stand) -> bool:
        """Return whether everything is set."""

    def chosen(self, page: Page, stand: Stand) -> tuple[Page, Stand]:
        """Return the page filled in the way that costs least, and how far the story then is."""

    def shorter(self, share: float) -> Maker:
        """Return the same maker, its pages less tall by a share of their height."""


def before_last(maker: Maker, page: Page, stand: Stand, ahead: int = _AHEAD) -> tuple[Page, Stand]:
    """Return the page filled; less, where the last of the next `ahead` would else hold a few lines
    only. What leaves the least of them open is taken.

    Raises:
        TooTallError: something is taller than a page and cannot be divided.
    """
    filled = maker.chosen(page, stand)
    if not (maker.whole and filled[0].full):
        return filled
    least = _open(maker, *filled, ahead)
    for share in _SHORTER:
        if least <= 0:
            break
        try:
            tried = maker.shorter(share).chosen(page, stand)
        except TooTallError:
            break
        if tried[0].full and (found := _open(maker, *tried, ahead)) < least:
            filled, least = tried, found
    return filled


def _open(maker: Maker, page: Page, stand: Stand, ahead: int) -> float:
    """Return by how much a page and the next `ahead` are emptier than they may be, in parts of
    their height; nothing where the paper does not end there.
    """
    empty = 1 - page.y / maker.area.height
    if maker.done(stand):
        return max(0.0, empty - _EMPTIEST)
    if not ahead or _is_longer(_left(maker, stand), maker.area, ahead):
        return 0.0
    after = before_last(maker, Page(), stand, ahead - 1)
    return _open(maker, *after, ahead - 1) + max(0.0, empty - _EMPTY)


def _left(maker: Maker, stand: Stand) -> Sequence[Setting]:
    """Return what of the story is left."""
    left = maker.story[stand.at :]
    return left if stand.rest is None else [stand.rest, *left[1:]]


def _is_longer(settings: Sequence[Setting], area: Area, pages: int) -> bool:
    """Return whether settings are surely taller than so many pages."""
    tall = 0.0
    for setting in settings:
        tall += setting.measured(area.width)
        if tall > pages * area.height:
            return True
    return False
