"""A finished paper's pages as the eye sees them: lines with their places and sizes.

Lengths are points, from a page's lower left corner.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

_SAME_LINE = 0.5
_KERNED = 4.0  # points that a character may stand within the one before
_HAIRLINE = 1.0  # how thick a rule is at most
_APART = 12.0  # from one character to the next: two columns, or two cells


@dataclass(frozen=True)
class SetLine:
    """A line of type: its words, the size of its first character, its ends and its baseline."""

    text: str
    size: float
    left: float
    right: float
    baseline: float


@dataclass(frozen=True)
class Sheet:
    """A page's lines between `bottom` and `top`, the highest first."""

    lines: tuple[SetLine, ...]
    bottom: float
    top: float

    @property
    def left_open(self) -> float:
        """How much of the text area stands empty at its foot, as a part of its height."""
        lowest = min((line.baseline for line in self.lines), default=self.top)
        return (lowest - self.bottom) / (self.top - self.bottom)


def sheets(path: Path, bottom: float, height: float) -> list[Sheet]:
    """Return a paper's pages, less what stands above and below the text area."""
    found = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            lines = (line for line in _lines(page) if bottom - 4 < line.baseline < bottom + height)
            downwards = sorted(lines, key=lambda line: (-line.baseline, line.left))
            found.append(Sheet(tuple(downwards), bottom, bottom + height))
    return found


def rules(path: Path) -> list[list[float]]:
    """Return how long the rules are that each page has, in points."""
    found = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            paths = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])
            bounds = [each.get_bounds() for each in paths]
            flat = (each for each in bounds if each[3] - each[1] < _HAIRLINE)
            found.append([right - left for left, _, right, _ in flat])
    return found


def _lines(page: pypdfium2.PdfPage) -> Iterator[SetLine]:
    text, x, y = page.get_textpage(), ctypes.c_double(), ctypes.c_double()
    words, size, left, right, baseline = "", 0.0, 0.0, 0.0, -1.0
    for at in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, at)
        # Names that stand upright below columns are no lines: the tests of charts look at them.
        if code in (0, 10, 13) or abs(math.sin(pdfium.FPDFText_GetCharAngle(text, at))) > 0.5:
            continue
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        if abs(y.value - baseline) > _SAME_LINE or not -_KERNED < x.value - right < _APART:
            if words.strip():
                yield SetLine(words.strip(), size, left, right, baseline)
            words, left, baseline = "", x.value, y.value
            size = pdfium.FPDFText_GetFontSize(text, at)
        words += chr(code)
        right = text.get_charbox(at, loose=True)[2]
    if words.strip():
        yield SetLine(words.strip(), size, left, right, baseline)


def parted(pages: list[Sheet], body: float) -> Iterator[tuple[int, bool]]:
    """Yield the pages (from 0) on which a paragraph of a size goes on, and whether something else
    stands above its lines there.

    A paragraph goes on where a page's last line of text ends no sentence and no heading follows:
    a list of abbreviations ends without a stop.
    """
    for number, (before, after) in enumerate(pairwise(pages), start=1):
        if not (before.lines and after.lines):
            continue
        last = min(before.lines, key=lambda line: line.baseline)
        if after.lines[0].size > body + 0.05:
            continue
        if abs(last.size - body) < 0.05 and not last.text.endswith((".", ":", "?", "!")):
            yield number, abs(after.lines[0].size - body) > 0.05


def overlapping(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield pairs of lines that are printed one over the other."""
    for at, line in enumerate(sheet.lines):
        for other in sheet.lines[at + 1 :]:
            if line.baseline - other.baseline > 0.6 * min(line.size, other.size):
                break
            if min(line.right, other.right) - max(line.left, other.left) > _KERNED:
                yield line.text, other.text
