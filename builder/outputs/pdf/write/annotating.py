"""What lies over a page and leads on: takes a rectangle and its element, gives it an annotation."""

from __future__ import annotations

import re
from typing import Any, Final, Protocol, TypeAlias

from reportlab.pdfbase.pdfdoc import PDFString

from builder.outputs.pdf.tags import Element, LinkBox, Marks
from builder.outputs.pdf.write.fonts import number

_BESIDE: Final = re.compile(r"([\w.-]+\.pdf)#page=(\d+)")
Box: TypeAlias = tuple[float, float, float, float]

_PRINTED: Final = 4  # the annotation flag that archives ask for (ISO 32000-1, table 165)


class Canvas(Protocol):
    """What is asked of the paper's canvas."""

    marks: Marks
    _annotationrefs: Any
    _addAnnotation: Any

    @property
    def page(self) -> int:
        """The page that is drawn."""
        ...

    def absolutePosition(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point is on the page."""
        ...


def leading(address: str, document: Any) -> str:
    """Return the action of a link to an address, or to a page of a PDF that lies beside this one.

    Readers open that by its name, where the page's address alone would be one of the web (ISO
    32000-1, 12.6.4.3 and 12.6.4.7).
    """

    def written(words: str) -> str:
        told: bytes = PDFString(words).format(document)
        return told.decode("latin-1")

    beside = _BESIDE.fullmatch(address)
    if beside is None:
        return f"/A <</Type /Action /S /URI /URI {written(address)}>>"
    # A name alone: archives ask of a dictionary how the file relates to this one (ISO 19005-3).
    goal = f"/F {written(beside[1])} /D [{int(beside[2]) - 1} /Fit]"
    return f"/A <</Type /Action /S /GoToR {goal}>>"


def annotate(
    paper: Canvas,
    kind: str,
    box: Box,
    element: Element,
    target: str,
    more: str,
) -> None:
    """Lay an annotation of a kind (ISO 32000-1, 12.5.6) over a rectangle.

    `box` is its left, lower, right and upper edge, `target` what the places of the paper call what
    it leads to, `more` what is written of it besides.
    """
    left, bottom, right, top = box
    corners = (*paper.absolutePosition(left, bottom), *paper.absolutePosition(right, top))
    edges = " ".join(map(number, corners))
    about = f"/Type /Annot /Subtype /{kind} /Rect [{edges}] /Border [0 0 0] /F {_PRINTED}"
    index = len(paper._annotationrefs)
    paper.marks.link(element, LinkBox(paper.page - 1, index, corners), target)
    element.leads += (target,)
    paper._addAnnotation(f"<<{about} {more}>>".encode("latin-1"))
