"""The composition of a finished deck's slides in numbers, as LibreOffice draws them.

The body of a slide lies between its headline and what stands at its foot (footer, number,
sources). A chart's frame counts as filled; words and shapes fill what lies close to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from tests.look.marks import Box, Page, pages
from tests.look.paper import edges, lowest_contrast, pairs, sizes

NEAR = 15.0  # points around marks that a reader does not see as empty
CELL = 4.0
UNSEEN = 2.0  # points: titles of charts that are there for those who listen are smaller
POINT = 12700  # English metric units
HEADS = (KIND.TITLE, KIND.CENTER_TITLE)
FEET = (KIND.FOOTER, KIND.SLIDE_NUMBER, KIND.DATE)
FREE = ("Title", "Section", "Agenda", "Question", "Statement", "Quot", "Big number", "Closing")
"""How layouts are called that may leave more than half of a slide's body empty."""


@dataclass(frozen=True)
class SlideLook:
    """One slide: `empty` is the share of its body with nothing in or near it."""

    number: int
    layout: str
    empty: float
    sizes: tuple[float, ...]
    edges: int
    smallest: float
    contrast: float
    foot: float
    pairs: dict[tuple[str, str], float]

    @property
    def wants_filling(self) -> bool:
        """Whether the layout wants its body filled."""
        return not self.layout.startswith(FREE)


def look(deck: Path, drawn: Path) -> list[SlideLook]:
    """Return how each slide looks: from the deck, and from the PDF that LibreOffice made of it."""
    slides = [slide for slide in Presentation(str(deck)).slides if slide.element.get("show") != "0"]
    printed = pages(drawn)
    if len(printed) != len(slides):
        raise ValueError(f"{len(slides)} slides to be shown, but {len(printed)} pages of them")
    return [
        _look(number, slide, page)
        for number, (slide, page) in enumerate(zip(slides, printed, strict=True), start=1)
    ]


def _look(number: int, slide: Slide, page: Page) -> SlideLook:
    words = [mark for mark in page.marks if mark.words and mark.size > UNSEEN]
    body = _body(slide, page)
    return SlideLook(
        number,
        slide.slide_layout.name,
        _empty(body, list(_filled(slide, page, body))),
        sizes(words),
        len(edges(words)),
        min((mark.size for mark in words), default=0.0),
        lowest_contrast(words),
        min((mark.box[1] for mark in words), default=0.0),
        pairs(words),
    )


def _body(slide: Slide, page: Page) -> Box:
    """Return the body's left, foot, right and top, from the foot of the slide."""
    foot, top = 0.0, page.height
    left = page.width * 0.05
    for shape in slide.placeholders:
        box = _frame(shape, page)
        kind = shape.placeholder_format.type
        if kind in HEADS:
            left = box[0]
            top = box[1] if box[1] > page.height / 2 else top
        elif kind in FEET or shape.name == "Source":
            foot = max(foot, box[3])
    return left, foot, page.width - left, top


def _frame(shape: BaseShape, page: Page) -> Box:
    left, top, width, height = (
        (getattr(shape, name) or 0) / POINT for name in ("left", "top", "width", "height")
    )
    return left, page.height - top - height, left + width, page.height - top


def _filled(slide: Slide, page: Page, body: Box) -> Iterator[Box]:
    for shape in slide.shapes:
        if shape.has_chart or shape.shape_type == MSO_SHAPE_TYPE.PICTURE:
            yield _frame(shape, page)
    whole = (body[2] - body[0]) * (body[3] - body[1])
    for mark in page.marks:
        left, foot, right, top = mark.box
        if (right - left) * (top - foot) < whole * 0.9:
            yield left - NEAR, foot - NEAR, right + NEAR, top + NEAR


def _empty(body: Box, filled: list[Box]) -> float:
    """Return the share of a box that others leave."""
    left, foot, right, top = body
    columns, rows = int((right - left) / CELL), int((top - foot) / CELL)
    cells = np.zeros((max(rows, 1), max(columns, 1)), dtype=bool)
    for box in filled:
        x0, x1 = ((x - left) / CELL for x in (box[0], box[2]))
        y0, y1 = ((y - foot) / CELL for y in (box[1], box[3]))
        if x1 > 0 and y1 > 0:
            cells[max(round(y0), 0) : round(y1), max(round(x0), 0) : round(x1)] = True
    return 1.0 - float(cells.mean())
