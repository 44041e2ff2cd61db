"""What lies over a page and leads on: takes a rectangle and its element, gives it an annotation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from builder.outputs.pdf.tags import Element, LinkBox
from builder.outputs.pdf.write.fonts import number

if TYPE_CHECKING:
    from builder.outputs.pdf.write.canvas import PaperCanvas

_PRINTED: Final = 4  # the annotation flag that archives ask for (ISO 32000-1, table 165)


def annotate(
    paper: PaperCanvas,
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
    paper.marks.link(element, LinkBox(paper.page - 1, len(paper._annotationrefs)))
    element.leads += (target,)
    paper._addAnnotation(f"<<{about} {more}>>".encode("latin-1"))
