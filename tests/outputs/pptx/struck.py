"""Which words of a page that LibreOffice drew have a line, or the edge of a form, through them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from builder.charts.markers import Leader, crosses

Box = tuple[float, float, float, float]
Place = tuple[float, float]
Plane = tuple[float, float, float, float, float, float]

INSET = 0.3
"""Points that ink may reach into the box of a text: programs place characters by whole pixels."""
_PIECES = 6


class Drawn(NamedTuple):
    """A path that is painted: its straight pieces, what they lie in, and whether it is filled."""

    lines: Sequence[Leader]
    box: Box
    filled: bool


def struck(page: pypdfium2.PdfPage, words: Sequence[tuple[str, Box]]) -> list[tuple[str, Box]]:
    """Return each text with the box of what runs through it and is seen there: what a later form
    covers is not.
    """
    paths = list(drawn(page))
    found = []
    for text, (left, foot, right, top) in words:
        box = left + INSET, foot + INSET, right - INSET, top - INSET
        for at, path in enumerate(paths):
            if not _near(path.box, box) or not any(crosses(line, box) for line in path.lines):
                continue
            if not any(_covers(later, box) for later in paths[at + 1 :]):
                found.append((text, path.box))
    return found


def _near(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _covers(form: Drawn, box: Box) -> bool:
    left, foot, right, top = form.box
    around = left <= box[0] and foot <= box[1] and right >= box[2] and top >= box[3]
    return form.filled and around and not any(crosses(line, box) for line in form.lines)


def drawn(page: pypdfium2.PdfPage) -> Iterator[Drawn]:
    """Yield the paths of a page in the order in which they are painted."""
    for item, plane in _items(page):
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
        lines = list(_lines(item, _plane(item, plane)))
        if lines and (fill.value or stroke.value):
            xs, ys = zip(*(place for line in lines for place in line), strict=True)
            yield Drawn(lines, (min(xs), min(ys), max(xs), max(ys)), bool(fill.value))


def _items(page: pypdfium2.PdfPage) -> Iterator[tuple[object, Plane]]:
    """Yield what stands on a page, and in forms there, with the plane that it stands on."""
    held = [
        (pdfium.FPDFPage_GetObject(page.raw, at), (1.0, 0.0, 0.0, 1.0, 0.0, 0.0))
        for at in range(pdfium.FPDFPage_CountObjects(page.raw))
    ]
    while held:
        item, plane = held.pop(0)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_FORM:
            inner = _plane(item, plane)
            count = pdfium.FPDFFormObj_CountObjects(item)
            held[:0] = [(pdfium.FPDFFormObj_GetObject(item, at), inner) for at in range(count)]
        else:
            yield item, plane


def _plane(item: object, outer: Plane) -> Plane:
    own = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, own)
    a, b, c, d, e, f = outer
    return (
        own.a * a + own.b * c,
        own.a * b + own.b * d,
        own.c * a + own.d * c,
        own.c * b + own.d * d,
        own.e * a + own.f * c + e,
        own.e * b + own.f * d + f,
    )


def _lines(item: object, plane: Plane) -> Iterator[Leader]:
    """Yield the straight pieces of a path, of curves those from place to place."""
    a, b, c, d, e, f = plane
    begun = at = (0.0, 0.0)
    curve: list[Place] = []
    for number in range(pdfium.FPDFPath_CountSegments(item)):
        segment = pdfium.FPDFPath_GetPathSegment(item, number)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        place = x.value * a + y.value * c + e, x.value * b + y.value * d + f
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = place
        elif kind == pdfium.FPDF_SEGMENT_BEZIERTO and len(curve) < 2:
            curve.append(place)
            continue
        elif kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            yield from pairwise([at, *_along(at, *curve, place)])
            curve = []
        else:
            yield at, place
        at = place
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield at, begun
            at = begun


def _along(start: Place, one: Place, other: Place, end: Place) -> Iterator[Place]:
    for piece in range(1, _PIECES + 1):
        t = piece / _PIECES
        shares = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        held = list(zip(shares, (start, one, other, end), strict=True))
        yield sum(by * place[0] for by, place in held), sum(by * place[1] for by, place in held)
