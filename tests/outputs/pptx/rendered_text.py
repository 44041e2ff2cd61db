"""Where LibreOffice put each text of a deck, and which box of the file it was meant for.

The boxes come from the finished file, not from the plan; the places of characters from the PDF.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.parts.slide import SlideLayoutPart
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.text.text import TextFrame

from builder.units import Box

EMU = 12_700
NONE = "\0"
APART = 3.0
# At a line's end a hyphen may be read as a soft one, or not at all.
_IGNORED = re.compile(r"[\s\u0002\u200b\ufffe\u00ad-]")


@dataclass(frozen=True)
class Held:
    """A box of the file and its paragraphs; `where` names it."""

    where: str
    box: Box
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """A box's text as drawn: the box around its characters' ink."""

    held: Held
    drawn: Box


def boxes_of(slide: Slide) -> Iterator[Held]:
    """Yield each box of a slide that holds text, in drawing order; the cells of tables each."""
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield Held(shape.name, _placed(shape), _texts(shape.text_frame))
        elif shape.has_table:
            yield from _cells(shape)
        elif shape.shape_type is not None and hasattr(shape, "shapes"):
            for child in shape.shapes:
                if child.has_text_frame and child.text_frame.text:
                    name = f"{shape.name}/{child.name}"
                    yield Held(name, _box(child), _texts(child.text_frame))


def _placed(shape: BaseShape) -> Box:
    """Return a shape's box, which a placeholder may have from its layout."""
    if shape.is_placeholder and shape.element.spPr.find(qn("a:xfrm")) is None:
        return _places(shape.part.slide_layout.part)[shape.placeholder_format.idx]
    return _box(shape)


@lru_cache
def _places(layout: SlideLayoutPart) -> dict[int, Box]:
    """Return where a layout's placeholders stand, by index; looked up for every slide on it."""
    return {
        each.placeholder_format.idx: _box(each)
        for each in layout.slide_layout.placeholders
        if each.width is not None
    }


def _box(shape: BaseShape) -> Box:
    return Box(*(n / EMU for n in (shape.left, shape.top, shape.width, shape.height)))


def _cells(shape: object) -> Iterator[Held]:
    table = shape.table  # type: ignore[attr-defined]
    top = shape.top / EMU  # type: ignore[attr-defined]
    for row in table.rows:
        left = shape.left / EMU  # type: ignore[attr-defined]
        for column, cell in zip(table.columns, row.cells, strict=True):
            box = Box(
                left + cell.margin_left / EMU,
                top + cell.margin_top / EMU,
                (column.width - cell.margin_left - cell.margin_right) / EMU,
                (row.height - cell.margin_top - cell.margin_bottom) / EMU,
            )
            yield Held(f"{shape.name} cell", box, _texts(cell.text_frame))  # type: ignore[attr-defined]
            left += column.width / EMU
        top += row.height / EMU


def _texts(frame: TextFrame) -> tuple[str, ...]:
    return tuple(
        "".join(node.text or "" for node in paragraph._p.iter(qn("a:t")))
        for paragraph in frame.paragraphs
    )


def charts_of(slide: Slide) -> tuple[Box, ...]:
    """Return the frames of a slide's charts."""
    return tuple(_box(shape) for shape in slide.shapes if shape.has_chart)


class Page:
    """The characters of a rendered slide with their boxes, in drawing order, without blanks."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        high = page.get_height()
        text = page.get_textpage()
        self.text, self.boxes = "", []
        for at in range(text.count_chars()):
            character = chr(pdfium.FPDFText_GetUnicode(text, at))
            if character == NONE or _IGNORED.match(character):
                continue
            left, foot, right, top = text.get_charbox(at)
            self.text += character
            box = Box(left, high - top, right - left, top - foot)
            self.boxes += [box] * len(character)
        self.taken = [False] * len(self.text)

    def find(self, wanted: str, near: Box) -> list[Box] | None:
        """Return the boxes of a text's characters, where it stands nearest to a box.

        What has been found before is not found again.
        """
        wanted = _IGNORED.sub("", wanted)
        places = [
            each.start()
            for each in re.finditer(f"(?={re.escape(wanted)})", self.text)
            if not any(self.taken[each.start() : each.start() + len(wanted)])
        ]
        if not wanted or not places:
            return [] if not wanted else None

        def off(at: int) -> float:
            return out_of(around(self.boxes[at : at + len(wanted)]), near)

        at = min(places, key=off)
        self.taken[at : at + len(wanted)] = [True] * len(wanted)
        return self.boxes[at : at + len(wanted)]

    def left_over(self) -> list[tuple[str, Box]]:
        """Return the words that no box has taken: characters that follow each other on a line."""
        words: list[tuple[str, Box]] = []
        last = -2
        for at, (character, box) in enumerate(zip(self.text, self.boxes, strict=True)):
            if self.taken[at]:
                continue
            before = words[-1][1] if words and last == at - 1 else None
            apart = box.left - before.left - before.width if before else 0.0
            if before and -1 < apart < APART and common(before, box._replace(left=before.left)) > 0:
                words[-1] = (words[-1][0] + character, around((before, box)))
            else:
                words.append((character, box))
            last = at
        return words


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around boxes."""
    known = list(boxes)
    left, top = min(box.left for box in known), min(box.top for box in known)
    right = max(box.left + box.width for box in known)
    return Box(left, top, right - left, max(box.top + box.height for box in known) - top)


def match(slide: Slide, page: Page) -> tuple[list[Found], list[Held]]:
    """Return the boxes' texts as drawn, and the boxes of which some text was not drawn."""
    held = list(boxes_of(slide))
    drawn: dict[int, list[Box]] = {}
    missing = []
    # The longest first, or a short text would take a part of a longer one.
    texts = [(text, number) for number, each in enumerate(held) for text in each.texts]
    for text, number in sorted(texts, key=lambda pair: -len(pair[0])):
        place = page.find(text, held[number].box)
        if place is None:
            missing.append(held[number])
        else:
            drawn.setdefault(number, []).extend(place)
    found = [Found(held[number], around(boxes)) for number, boxes in drawn.items() if boxes]
    return found, missing


def pages(pdf: Path) -> Iterator[Page]:
    """Yield the pages of a PDF."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(len(document)):
            yield Page(document[number])


def slides(deck: Path) -> list[Slide]:
    """Return the slides of a deck."""
    return list(Presentation(str(deck)).slides)


def out_of(inner: Box, outer: Box) -> float:
    """Return how far one box sticks out of another, in points; negative where it does not."""
    return max(
        outer.left - inner.left,
        outer.top - inner.top,
        inner.left + inner.width - outer.left - outer.width,
        inner.top + inner.height - outer.top - outer.height,
    )


def common(one: Box, other: Box) -> float:
    """Return how deep two boxes reach into each other, in points; 0 where they do not."""
    width = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    height = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return max(0.0, min(width, height))
