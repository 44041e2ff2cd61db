"""What is painted on the pages of a finished PDF: lines of words and other marks, with their looks.

Lengths are points; places are from the left and from the foot of the page. What is marked as an
artifact (running heads and feet, rules, tints; ISO 32000-1, 14.8.2.2) is told apart.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from builder.theme.theme import contrast

SCALE = 2.0  # pixels to a point, where grounds are looked at
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Mark:
    """A piece of words, a path, a picture or a group of them: left, foot, right, top.

    `tag` is the structure type that it is marked with, empty where there is none. Of words:
    `size` in points, `baseline`, their contrast on their ground to one, and the two colours of that
    (`#RRGGBB`).
    """

    box: Box
    tag: str
    size: float = 0.0
    baseline: float = 0.0
    contrast: float = 21.0
    words: str = ""
    pair: tuple[str, str] = ("", "")

    @property
    def aside(self) -> bool:
        """Whether it is no part of the text."""
        return self.tag == "Artifact"


@dataclass(frozen=True)
class Page:
    """One page: width, height and what is painted on it, in order."""

    width: float
    height: float
    marks: tuple[Mark, ...]


def pages(path: Path) -> list[Page]:
    """Return the pages of a finished PDF."""
    with pypdfium2.PdfDocument(path) as document:
        return [_page(page) for page in document]


def _page(page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    blue, green, red = np.moveaxis(page.render(scale=SCALE).to_numpy()[:, :, :3], 2, 0)
    drawn = (red.astype(np.uint32) << 16) | (green.astype(np.uint32) << 8) | blue
    text = page.get_textpage()
    marks = []
    for held in page.get_objects(max_depth=1):
        tag = _tag(held.raw)
        if held.type == pdfium.FPDF_PAGEOBJ_TEXT:
            marks.extend(_words(held, text, tag, drawn, height))
        elif (box := _within(held.get_bounds(), width, height)) is not None:
            marks.append(Mark(box, tag))
    return Page(width, height, tuple(marks))


def _within(box: Box, width: float, height: float) -> Box | None:
    """Return what of a box is on the page; nothing where that is nothing."""
    left, foot, right, top = box
    left, foot = max(left, 0.0), max(foot, 0.0)
    right, top = min(right, width), min(top, height)
    return (left, foot, right, top) if right >= left and top >= foot else None


def _words(
    held: pypdfium2.PdfObject,
    text: pypdfium2.PdfTextPage,
    tag: str,
    drawn: np.ndarray,
    height: float,
) -> Iterator[Mark]:
    length = pdfium.FPDFTextObj_GetText(held.raw, text.raw, None, 0)
    buffer = (ctypes.c_ushort * max(length, 1))()
    pdfium.FPDFTextObj_GetText(held.raw, text.raw, buffer, length)
    words = bytes(buffer).decode("utf-16le", "replace").strip("\x00 \u00a0\r\n\t\u00ad")
    if not words:
        return
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(held.raw, size)
    matrix = held.get_matrix()
    box = held.get_bounds()
    points = round(size.value * float(np.hypot(matrix.c, matrix.d)), 1)
    pair = _pair(held, box, drawn, height)
    seen = contrast(*pair) if all(pair) else 21.0
    yield Mark(box, tag, points, matrix.f, seen, words, pair)


def _pair(held: pypdfium2.PdfObject, box: Box, drawn: np.ndarray, height: float) -> tuple[str, str]:
    """Return the colour of words, and the one that is seen most around them; of words that are not
    seen, nothing.
    """
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(held.raw, red, green, blue, alpha)
    if not alpha.value:
        return "", ""
    left, foot, right, top = box
    area = drawn[
        max(int((height - top) * SCALE) - 2, 0) : int((height - foot) * SCALE) + 2,
        max(int(left * SCALE) - 2, 0) : int(right * SCALE) + 2,
    ]
    ink = (red.value, green.value, blue.value)
    for packed, _ in Counter(area.ravel().tolist()).most_common(2):
        ground = tuple(packed.to_bytes(3, "big"))
        if max(abs(a - b) for a, b in zip(ink, ground, strict=True)) > 3:
            return _hex(ink), _hex(ground)
    return _hex(ink), _hex(ink)


def _hex(colour: tuple[int, ...]) -> str:
    return "#" + "".join(f"{part:02X}" for part in colour)


def _tag(held: pdfium.FPDF_PAGEOBJECT) -> str:
    """Return the name of the innermost marked content that a thing stands in."""
    name = ""
    for number in range(pdfium.FPDFPageObj_CountMarks(held)):
        mark = pdfium.FPDFPageObj_GetMark(held, number)
        buffer, length = (ctypes.c_ushort * 64)(), ctypes.c_ulong()
        pdfium.FPDFPageObjMark_GetName(mark, buffer, 128, length)
        found = bytes(buffer)[: max(length.value - 2, 0)].decode("utf-16le")
        name = found if name != "Artifact" else name
    return name
