"""The paper's outline: takes headings as they are drawn, gives each a bookmark as deep as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.model.text import Line, plain
from builder.text.opportunities import SOFT_HYPHEN

if TYPE_CHECKING:
    from builder.outputs.pdf.write.canvas import PaperCanvas

_ABOVE = 4  # points that a viewer shows above a heading


def destination(anchor: str) -> str:
    """Return the name of a destination: in hexadecimal where it has letters beyond ASCII."""
    return anchor if anchor.isascii() else "x" + anchor.encode().hex()


def bookmark(paper: PaperCanvas, text: Line, anchor: str, level: int) -> None:
    """Enter a heading of a level, from 1, which stands at `anchor` on the page that is drawn.

    Title and sections are shown open, what is deeper folded.
    """
    paper.outlined = level = min(level, paper.outlined + 1)
    name = destination(anchor)
    top = paper.anchors[anchor].top + _ABOVE
    paper.bookmarkPage(name, fit="XYZ", left=0, top=top, zoom=0)
    paper.led_to.add(anchor)
    # A bookmark has no line ends; where words might be divided, its encoding cannot say.
    title = plain(text).replace(SOFT_HYPHEN, "")
    paper.addOutlineEntry(title, name, level - 1, closed=level > 1 + paper.marks.titled)
    paper.outline.append((paper.page, title))
