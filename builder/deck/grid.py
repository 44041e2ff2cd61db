"""The grid that all layouts stand on: a slide size in, the boxes of its regions out, in points.

From the top: an accent rule, the headline (two lines), the body, the source line, a hairline,
the footer. Columns share the body's width.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from builder.units import Box, Size

GUTTER: Final = 28.0
_MARGIN_SHARE: Final = 0.05625


@dataclass(frozen=True)
class Grid:
    """Regions of a slide of `size` points."""

    size: Size

    @cached_property
    def left(self) -> float:
        """The left margin, which everything but marks stands on."""
        return round(self.size.width * _MARGIN_SHARE)

    @cached_property
    def width(self) -> float:
        """The width between the margins."""
        return self.size.width - 2 * self.left

    @cached_property
    def rule(self) -> Box:
        """The accent rule above the headline."""
        return Box(self.left, 34, 44, 3.5)

    @cached_property
    def title(self) -> Box:
        """The headline."""
        return Box(self.left, 46, self.width, 76)

    @cached_property
    def body(self) -> Box:
        """What stands under the headline."""
        return Box(self.left, 138, self.width, 314)

    @cached_property
    def source(self) -> Box:
        """The source line: up to three lines of small print above the hairline."""
        return Box(self.left, 455, self.width, 44)

    @cached_property
    def hairline(self) -> Box:
        """The line above the footer."""
        return Box(self.left, 504, self.width, 0.75)

    @cached_property
    def footer(self) -> Box:
        """Edition and fingerprint."""
        return Box(self.left, 509, self.width - 80, 18)

    @cached_property
    def number(self) -> Box:
        """The slide number."""
        return Box(self.left + self.width - 70, 509, 70, 18)

    def columns(self, shares: tuple[float, ...], *, top: float = 0.0) -> tuple[Box, ...]:
        """Return the body cut into columns of the given shares, `top` points below its top."""
        room = self.width - GUTTER * (len(shares) - 1)
        boxes, left = [], self.left
        for share in shares:
            width = room * share / sum(shares)
            boxes.append(Box(left, self.body.top + top, width, self.body.height - top))
            left += width + GUTTER
        return tuple(boxes)


def below(box: Box, height: float) -> Box:
    """Return what is left of a box under a strip of `height`."""
    return Box(box.left, box.top + height, box.width, box.height - height)
