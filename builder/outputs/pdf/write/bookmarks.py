"""The paper's outline: takes headings as they are drawn, gives each a bookmark as deep as it is."""

from __future__ import annotations

from typing import Any, Final, Protocol

from builder.model.text import Line, plain
from builder.outputs.pdf.plan.anchors import destination
from builder.outputs.pdf.tags import Marks
from builder.text.opportunities import SOFT_HYPHEN

ABOVE: Final = 4.0  # points that a viewer shows above a heading


class Canvas(Protocol):
    """What is asked of the paper's canvas."""

    marks: Marks
    led_to: set[str]
    outline: list[tuple[int, str]]
    outlined: int

    @property
    def page(self) -> int:
        """The page that is drawn."""
        ...

    @property
    def bookmarkPage(self) -> Any:
        """What makes a place that bookmarks lead to."""
        ...

    @property
    def addOutlineEntry(self) -> Any:
        """What enters a bookmark."""
        ...


def bookmark(paper: Canvas, text: Line, anchor: str, top: float, level: int) -> None:
    """Enter a heading of a level, from 1, which stands at `anchor` and `top` of the page drawn.

    Title and sections are shown open, what is deeper folded.
    """
    paper.outlined = level = min(level, paper.outlined + 1)
    name = destination(anchor)
    paper.marks.outlined.append(name)
    paper.bookmarkPage(name, fit="XYZ", left=0, top=top + ABOVE, zoom=0)
    paper.led_to.add(anchor)
    # A bookmark has no line ends; where words might be divided, its encoding cannot say.
    title = plain(text).replace(SOFT_HYPHEN, "")
    paper.addOutlineEntry(title, name, level - 1, closed=level > 1 + paper.marks.titled)
    paper.outline.append((paper.page, title))
