"""What lies over a paper's pages and is no plan's: takes an open PDF, yields findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from builder.verify.elements import named_in
from builder.verify.reading import Finding

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_HARMLESS: Final = frozenset({"Link", "Popup"})
"""Annotations (ISO 32000-1, 12.5.6) that lay nothing over a page."""


def _is_attached(file: Object | None, files: Mapping[str, Object]) -> bool:
    """Return whether a file that opens from a page is the one that is attached by its name.

    A program that saves a paper again may write it twice. Where one has dropped what is attached,
    which is told, there is nothing to hold it to.
    """
    if file is None:
        return False
    other = files.get(str(file.get("/UF", file.get("/F", ""))))
    if other is None or other.objgen == file.objgen:
        return other is not None or not files
    if any("/EF" not in each or "/F" not in each.EF for each in (file, other)):
        return False
    return file.EF.F.read_bytes() == other.EF.F.read_bytes()


def written_over(pdf: Pdf) -> Iterator[Finding]:
    """Yield what stands over pages and is no link (text boxes, stamps, form fields, remarks), and
    pages that do something by themselves.
    """
    named = pdf.Root.get("/Names")
    files = {} if named is None else named_in(named.get("/EmbeddedFiles"))
    for number, page in enumerate(pdf.pages, start=1):
        for held in page.get("/Annots", ()):
            kind = str(held.get("/Subtype", ""))[1:]
            opens = kind == "FileAttachment" and _is_attached(held.get("/FS"), files)
            if kind not in _HARMLESS and not opens:
                said = str(held.get("/Contents", "")) or f"a {kind} without words"
                yield Finding("paper", number, "comment", said, "", "no plan writes over a page")
        if "/AA" in page:
            why = "something is done when the page is opened or closed: no plan does anything there"
            yield Finding("paper", number, "look", "", "", why)
