"""What lies over a page and leads on: takes a rectangle and its element, gives it an annotation."""

from __future__ import annotations

from typing import Any, Final, Protocol

from builder.outputs.pdf.tags import Element, LinkBox, Marks
from builder.outputs.pdf.write.fonts import number

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


def annotate(
    paper: Canvas,
    kind: str,
    box: tuple[float, float, float, float],
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
    paper.marks.link(element, LinkBox(paper.page - 1, len(paper._annotationrefs)), target)
    element.leads += (target,)
    paper._addAnnotation(f"<<{about} {more}>>".encode("latin-1"))
