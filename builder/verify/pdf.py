"""A finished paper in; every text that a reader or a screen reader meets in it, out (pypdfium2).

Body: the text of each page in the order in which it was drawn. Alt: `Alt` of the structure
elements with content on the page (ISO 32000-1, 14.9.3). Outline and properties: of the whole file.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from builder.verify.carried import NOTHING, Carried, parse
from builder.verify.reading import WHOLE_FILE, Finding, PageText, Reading, UnreadableFileError, kept

LEDGER_NAME = "paperdeck-ledger.json"
_PROPERTIES = ("Title", "Subject", "Keywords", "Author")
# How PDFium gives a hyphen that ends a line: as one of its own signs, with or without the line
# end, or as the soft hyphen that the font's map names.
_LINE_END_HYPHEN = re.compile("[\ufffe\x02](?:\r?\n)?|\u00ad\r?\n")


def read_paper(path: Path) -> Reading:
    """Return what a PDF says.

    Raises:
        UnreadableFileError: the file is no PDF, damaged, or encrypted.
    """
    try:
        document = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, FileNotFoundError) as error:
        raise UnreadableFileError(f"{path}: cannot be read as a PDF: {error}") from error
    with document:
        pages = (_whole_file(document), *_pages(document))
        carried, problems = _ledger(document)
    return Reading(
        "paper",
        pages,
        carried.fingerprint,
        carried.slug,
        carried.edition,
        carried.entries,
        problems,
        carried.snapshot,
    )


def _whole_file(document: pypdfium2.PdfDocument) -> PageText:
    outline = kept(bookmark.get_title() for bookmark in document.get_toc())
    properties = kept(document.get_metadata_dict().get(name, "") for name in _PROPERTIES)
    return PageText(WHOLE_FILE, {"outline": outline, "properties": properties})


def _pages(document: pypdfium2.PdfDocument) -> Iterator[PageText]:
    for number, page in enumerate(document, start=1):
        text_page = page.get_textpage()
        text = _LINE_END_HYPHEN.sub("-\n", text_page.get_text_range())
        text_page.close()
        yield PageText(number, {"body": kept([text]), "alt": kept(_alt_texts(page))})
        page.close()


def _alt_texts(page: pypdfium2.PdfPage) -> Iterator[str]:
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    try:
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            yield from _alt_below(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index))
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _alt_below(element: Any) -> Iterator[str]:
    if not element:
        return
    size = pdfium.FPDF_StructElement_GetAltText(element, None, 0)
    if size > 2:
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDF_StructElement_GetAltText(element, buffer, size)
        yield buffer.raw.decode("utf-16-le").rstrip("\0")
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        yield from _alt_below(pdfium.FPDF_StructElement_GetChildAtIndex(element, index))


def _ledger(document: pypdfium2.PdfDocument) -> tuple[Carried, tuple[Finding, ...]]:
    for index in range(document.count_attachments()):
        attachment = document.get_attachment(index)
        if attachment.get_name() == LEDGER_NAME:
            try:
                carried = parse(bytes(attachment.get_data()), "paper")
                return carried, carried.problems
            except ValueError as error:
                why = f"the attachment {LEDGER_NAME} cannot be read"
                return NOTHING, (Finding("paper", WHOLE_FILE, "properties", str(error), "", why),)
    return NOTHING, ()
