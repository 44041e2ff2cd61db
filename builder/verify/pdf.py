"""A finished paper in; every text that a reader or a screen reader meets in it, out (pypdfium2).

Body: the text of each page in the order in which it was drawn. Alt: `Alt` of the structure
elements with content on the page (ISO 32000-1, 14.9.3). Links and comments: addresses that links
lead to, and what annotations say. Outline and properties: of the whole file. Names of destinations
hold digits that nobody sees.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree

from builder.verify.annotations import addresses, covers, remarks, tooltips
from builder.verify.attachments import one_ledger, pieces
from builder.verify.reading import (
    DIGITS,
    WHOLE_FILE,
    Finding,
    PageText,
    ReadChannel,
    Reading,
    UnreadableFileError,
    canonical,
    kept,
)

_PROPERTIES = ("Title", "Subject", "Keywords", "Author", "Creator", "Producer")
_XMP = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.DOTALL)
_DC = "{http://purl.org/dc/elements/1.1/}"
_SAFE = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
# How PDFium gives a hyphen that ends a line: as one of its own signs, with or without the line
# end, or as the soft hyphen that the font's map names.
_LINE_END_HYPHEN = re.compile("[\ufffe\x02](?:\r?\n)?|\u00ad\r?\n")


def read_paper(path: Path) -> Reading:
    """Return what a PDF says.

    Raises:
        UnreadableFileError: the file is no PDF, damaged, or encrypted.
    """
    problems: list[Finding] = []
    try:
        with pypdfium2.PdfDocument(path) as document:
            attached = list(_attached(document))
            carried = one_ledger(attached, problems)
            whole = _whole_file(document, path, attached)
            pages = (whole, *_pages(document, problems))
    except (pypdfium2.PdfiumError, OSError) as error:
        raise UnreadableFileError(f"{path}: cannot be read as a PDF: {error}") from error
    medium = carried.medium or "paper"
    return Reading(
        medium,
        pages,
        carried.fingerprint,
        carried.slug,
        carried.edition,
        carried.entries,
        tuple(replace(problem, medium=medium) for problem in problems),
        carried.snapshot,
    )


def _whole_file(
    document: pypdfium2.PdfDocument, path: Path, attached: Iterable[tuple[str, bytes]]
) -> PageText:
    outline = [bookmark.get_title() for bookmark in document.get_toc()]
    labels = (document.get_page_label(index) for index in range(len(document)))
    outline += [label for number, label in enumerate(labels, start=1) if label != str(number)]
    properties = [document.get_metadata_dict().get(name, "") for name in _PROPERTIES]
    properties += _described(path.read_bytes())
    said: dict[ReadChannel, tuple[str, ...]] = {
        "outline": kept(outline),
        "properties": kept(properties),
        "attachment": kept(pieces(attached)),
    }
    return PageText(WHOLE_FILE, said)


def _described(data: bytes) -> Iterator[str]:
    """Yield the Dublin Core of each XMP packet, which stands in a PDF as it is (ISO 16684-1)."""
    for packet in _XMP.findall(data):
        try:
            root = etree.fromstring(packet, _SAFE)
        except etree.XMLSyntaxError:
            yield packet.decode("utf-8", "replace")
            continue
        for element in root.iter(f"{_DC}*"):
            yield from map(str, element.itertext())


def _pages(document: pypdfium2.PdfDocument, problems: list[Finding]) -> Iterator[PageText]:
    for number, page in enumerate(document, start=1):
        text_page = page.get_textpage()
        text = _LINE_END_HYPHEN.sub("-\n", text_page.get_text_range())
        links = tuple(tooltips(page, text_page))
        text_page.close()
        said: dict[ReadChannel, tuple[str, ...]] = {
            "body": kept([text]),
            "alt": kept(_alt_texts(page)),
            "link": kept(addresses(document, page)),
            "tooltip": kept(said for said, _ in links),
            "comment": kept(remarks(page)),
        }
        problems += _mislabelled(links, number)
        if covers(page):
            why = "no plan writes over a page"
            problems.append(Finding("paper", number, "comment", "an annotation", "", why))
        yield PageText(number, said)
        page.close()


def _mislabelled(links: Iterable[tuple[str, str]], number: int) -> Iterator[Finding]:
    """Yield links that say other than the words they stand on, or a number beside those.

    A link whose words go on, on another line or at the end of the row, is several that say all.
    """
    words_of: dict[str, dict[str, None]] = {}
    for said, words in links:
        words_of.setdefault(_letters(said), {})[_letters(words)] = None
    for said, words in links:
        unheard = _letters(said)
        for heard in words_of[_letters(said)]:
            unheard = unheard.replace(heard, " ", 1)
        if _letters(words) not in _letters(said) or re.search(f"[{DIGITS}]", unheard):
            why = "a link says other than the words it stands on"
            yield Finding("paper", number, "link", canonical(said), canonical(words), why)


def _letters(text: str) -> str:
    """Return text without spaces and hyphens, which a line's end may add or take."""
    return "".join(canonical(_LINE_END_HYPHEN.sub("", text)).split()).replace("-", "")


def _alt_texts(page: pypdfium2.PdfPage) -> Iterator[str]:
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    try:
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            if element := pdfium.FPDF_StructTree_GetChildAtIndex(tree, index):
                yield from _alt_below(element)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _alt_below(element: Any) -> Iterator[str]:
    size = pdfium.FPDF_StructElement_GetAltText(element, None, 0)
    if size > 2:
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDF_StructElement_GetAltText(element, buffer, size)
        yield buffer.raw.decode("utf-16-le").rstrip("\0")
    child_at = pdfium.FPDF_StructElement_GetChildAtIndex
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        # What stands on other pages counts, but is not there: nearly all of a long paper.
        if child := child_at(element, index):
            yield from _alt_below(child)


def _attached(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, bytes]]:
    """Yield the files that are attached, the ledger among them."""
    for index in range(document.count_attachments()):
        attachment = document.get_attachment(index)
        yield attachment.get_name(), bytes(attachment.get_data())
