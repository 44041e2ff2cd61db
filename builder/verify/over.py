"""What lies over a paper's pages and is no plan's: takes an open PDF, yields findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from builder.verify.elements import named_in
from builder.verify.reading import Finding

if TYPE_CHECKING:
    from pikepdf import Pdf

_HARMLESS: Final = frozenset({"Link", "Popup"})
"""Annotations (ISO 32000-1, 12.5.6) that lay nothing over a page."""


def written_over(pdf: Pdf) -> Iterator[Finding]:
    """Yield what stands over pages and is no link (text boxes, stamps, form fields, remarks), and
    pages that do something by themselves.
    """
    named = pdf.Root.get("/Names")
    files = {} if named is None else named_in(named.get("/EmbeddedFiles"))
    attached = {file.objgen for file in files.values()}
    for number, page in enumerate(pdf.pages, start=1):
        for held in page.get("/Annots", ()):
            kind = str(held.get("/Subtype", ""))[1:]
            opens = held.get("/FS") if kind == "FileAttachment" else None
            if kind not in _HARMLESS and (opens is None or opens.objgen not in attached):
                said = str(held.get("/Contents", "")) or f"a {kind} without words"
                yield Finding("paper", number, "comment", said, "", "no plan writes over a page")
        if "/AA" in page:
            why = "something is done when the page is opened or closed: no plan does anything there"
            yield Finding("paper", number, "look", "", "", why)
