"""What lies below a layout's text, as a picture of few cells: shapes in; clear room out, and how
many of a box's cells a colour can be read on.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from builder.frozen import dataclass, replace
from builder.outputs.pptx.plan.forms import covers, shared
from builder.outputs.pptx.plan.mapped import TemplateShape
from builder.theme.theme import contrast
from builder.units import Box, Size

if TYPE_CHECKING:
    from PIL.Image import Image

_Colour: TypeAlias = tuple[int, int, int]
_ACROSS: Final = 112
_MOST_PIXELS: Final = 16_000_000
_ALIKE: Final = 32
"""How far colours of one ground are apart in each channel, of 255."""
_UNKNOWN: Final = "#808080"
_CALM: Final = 0.99
READ: Final = 3.0
"""The least contrast of large text (WCAG 2.1, 1.4.3)."""


@dataclass(frozen=True)
class Art:
    """All that a layout draws, its background first, whose sides are 1 long."""

    size: Size
    ground: TemplateShape | None
    drawn: tuple[TemplateShape, ...]

    @property
    def shapes(self) -> tuple[TemplateShape, ...]:
        """All that it draws in points of the slide, the lowest first."""
        if self.ground is None:
            return self.drawn
        wide, high = self.size
        whole = tuple(
            tuple((x * wide, y * high) for x, y in outline) for outline in self.ground.outlines
        )
        return (replace(self.ground, outlines=whole), *self.drawn)

    @cached_property
    def _cells(self) -> Sequence[Sequence[_Colour]]:
        """The colours of the slide's cells, row by row."""
        from PIL import Image, ImageDraw

        scale = _ACROSS / self.size.width
        high = max(1, round(self.size.height * scale))
        ground = self.ground.fill if self.ground else ""
        image = Image.new("RGB", (_ACROSS, high), ground or "#FFFFFF")
        if self.ground is not None and self.ground.picture:
            whole = _decoded(self.ground.picture, image.size)
            image.paste(whole, mask=whole)
        for each in filter(lambda shape: shape.covers, self.drawn):
            mask = Image.new("1", image.size)
            for outline in each.outlines:
                ImageDraw.Draw(mask).polygon([(x * scale, y * scale) for x, y in outline], fill=1)
            edges = mask.getbbox()
            if edges is not None and each.picture:
                left, top, right, bottom = edges
                shown = _decoded(each.picture, (right - left, bottom - top))
                image.paste(shown, (left, top), shown)
            elif edges is not None:
                image.paste(each.fill, mask=mask)
        data = image.tobytes()
        pixels = [(data[at], data[at + 1], data[at + 2]) for at in range(0, len(data), 3)]
        return [pixels[row * _ACROSS : (row + 1) * _ACROSS] for row in range(high)]

    def is_drawn(self, box: Box, *, plain: bool) -> bool:
        """Say whether a picture, a shape, or a ground that is not `plain` lies below most of it."""
        if self.ground is not None and (self.ground.picture or (self.ground.fill and not plain)):
            return True
        return any(each.covers and covers(each.edges, box) for each in self.drawn)

    def is_calm(self, box: Box) -> bool:
        """Say whether a box lies on one colour."""
        cells = _counted(self._under(box)[0])
        if not cells:
            return True
        common = cells.most_common(1)[0][0]
        alike = sum(often for cell, often in cells.items() if _alike(cell, common))
        return alike >= _CALM * cells.total()

    def colour(self, box: Box) -> str:
        """Return the mean colour of what lies below a box."""
        cells = [colour for row in self._under(box)[0] for colour in row]
        if not cells:
            return "#FFFFFF"
        return _hex([sum(part) // len(cells) for part in zip(*cells, strict=True)])

    def read(self, box: Box, ink: str) -> float:
        """Return on what share of a box text of a colour can be read, large as it may be."""
        cells = _counted(self._under(box)[0])
        read = sum(often for cell, often in cells.items() if _contrast(cell, ink) >= READ)
        return read / cells.total() if cells else 1.0

    @cached_property
    def _found(self) -> dict[tuple[Box, str], Box | None]:
        """What `clear` has found so far: many of our layouts stand on one of a template's."""
        return {}

    def clear(self, box: Box, ink: str) -> Box | None:
        """Return the largest part of a box that lies on one colour on which `ink` can be read.

        That colour is the one of which there is most.
        """
        if (box, ink) not in self._found:
            self._found[box, ink] = self._clear(box, ink)
        return self._found[box, ink]

    def _clear(self, box: Box, ink: str) -> Box | None:
        rows, left, top = self._under(box)
        cells = _counted(rows).items()
        good = Counter({cell: often for cell, often in cells if _contrast(cell, ink) >= READ})
        if not good:
            return None
        common = good.most_common(1)[0][0]
        found = _largest(rows, lambda cell: _alike(cell, common))
        size = self.size.width / _ACROSS
        across, down, wide, high = found
        edge = Box((left + across) * size, (top + down) * size, wide * size, high * size)
        return shared(edge, box)

    def _under(self, box: Box) -> tuple[Sequence[Sequence[_Colour]], int, int]:
        """Return the cells below a box, and the column and the row of the first."""
        scale = _ACROSS / self.size.width
        left, top = max(0, int(box.left * scale)), max(0, int(box.top * scale))
        right, bottom = round((box.left + box.width) * scale), round((box.top + box.height) * scale)
        return [row[left:right] for row in self._cells[top:bottom]], left, top


def _counted(rows: Sequence[Sequence[_Colour]]) -> Counter[_Colour]:
    """Return how many cells have each colour: they are few beside the cells."""
    return Counter(chain.from_iterable(rows))


def _largest(
    rows: Sequence[Sequence[_Colour]], good: Callable[[_Colour], bool]
) -> tuple[int, int, int, int]:
    """Return column, row, width and height of the largest rectangle of good cells."""
    best, area = (0, 0, 0, 0), 0
    highs = [0] * (len(rows[0]) if rows else 0)
    known: dict[_Colour, bool] = {}
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell not in known:
                known[cell] = good(cell)
            highs[column] = highs[column] + 1 if known[cell] else 0
        stack: list[tuple[int, int]] = []
        for column, high in enumerate((*highs, 0)):
            start = column
            while stack and stack[-1][1] >= high:
                start, tall = stack.pop()
                if tall * (column - start) > area:
                    area = tall * (column - start)
                    best = (start, at - tall + 1, column - start, tall)
            stack.append((start, high))
    return best


def _alike(one: _Colour, other: _Colour) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= _ALIKE


@cache
def _contrast(cell: _Colour, ink: str) -> float:
    return contrast(_hex(cell), ink)


def _hex(colour: Sequence[int]) -> str:
    return "#" + "".join(f"{part:02X}" for part in colour)


def _decoded(data: bytes, size: tuple[int, int]) -> Image:
    """Return a picture in so many cells; grey where it cannot be looked at."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "BMP")) as opened:
            opened.draft("RGB", size)
            if opened.width * opened.height <= _MOST_PIXELS:
                return opened.convert("RGBA").resize(size)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        pass
    return Image.new("RGBA", size, _UNKNOWN)
