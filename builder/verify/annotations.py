"""A page of a PDF in; what stands on it beside its text, out: links and what was written over it.

ISO 32000-1, 12.5. A link says where it leads when it is pointed at; notes, text boxes, stamps and
form fields can cover the page with words that its own text does not hold.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_LINK = pdfium.FPDF_ANNOT_LINK
# Marks over words that are there: they say nothing themselves but by their remark.
_MARKS = (
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_POPUP,
)
_SAYING = (b"Contents", b"V", b"TU")


def addresses(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[str]:
    """Yield each address outside the paper that a link of the page leads to."""
    for annotation, kind in _annotations(page):
        if kind != _LINK:
            continue
        action = pdfium.FPDFLink_GetAction(pdfium.FPDFAnnot_GetLink(annotation))
        if action:

            def uri(buffer: Any, size: int, action: Any = action) -> int:
                return int(pdfium.FPDFAction_GetURIPath(document, action, buffer, size))

            yield _filled(uri).rstrip(b"\0").decode("utf-8", "replace")


def tooltips(
    page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage
) -> Iterator[tuple[str, str]]:
    """Yield what each link says when it is pointed at, and the words that it stands on."""
    for annotation, kind in _annotations(page):
        if kind == _LINK:
            box = pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(annotation, box)
            words = text_page.get_text_bounded(box.left, box.bottom, box.right, box.top)
            yield from ((said, words) for said in _said(annotation) if said)


def remarks(page: pypdfium2.PdfPage) -> Iterator[str]:
    """Yield what annotations other than links say."""
    for annotation, kind in _annotations(page):
        if kind != _LINK:
            yield from _said(annotation)


def _said(annotation: Any) -> Iterator[str]:
    for key in _SAYING:

        def value(buffer: Any, size: int, key: bytes = key) -> int:
            into = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)) if buffer else None
            return int(pdfium.FPDFAnnot_GetStringValue(annotation, key, into, size))

        yield _filled(value).decode("utf-16-le", "replace").rstrip("\0")


def covers(page: pypdfium2.PdfPage) -> int:
    """Return how many annotations show something of their own on the page."""
    return sum(kind != _LINK and kind not in _MARKS for _, kind in _annotations(page))


def _annotations(page: pypdfium2.PdfPage) -> Iterator[tuple[Any, int]]:
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        with _annotation(page, index) as annotation:
            if annotation:
                yield annotation, int(pdfium.FPDFAnnot_GetSubtype(annotation))


@contextmanager
def _annotation(page: pypdfium2.PdfPage, index: int) -> Iterator[Any]:
    annotation = pdfium.FPDFPage_GetAnnot(page, index)
    try:
        yield annotation
    finally:
        if annotation:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _filled(call: Callable[[Any, int], int]) -> bytes:
    """Return what a function of PDFium writes into a buffer, which it first asks the size of."""
    size = call(None, 0)
    if size <= 2:
        return b""
    buffer = ctypes.create_string_buffer(size)
    call(buffer, size)
    return buffer.raw
