"""Page numbers that are known only when everything is laid out."""

from __future__ import annotations

from collections.abc import Callable

from builder.model.ledger import Entry
from builder.model.text import Owner, Run
from builder.paper.tags import Element
from builder.paper.write.canvas import PaperCanvas, number
from builder.paper.write.styles import TextStyle
from builder.paper.write.typeset import Typesetter


def late_number(
    paper: PaperCanvas,
    setter: Typesetter,
    style: TextStyle,
    text: Callable[[], str],
    right: float,
    baseline: float,
    within: str,
    element: Element | None = None,
) -> None:
    """Keep a place for words that end at `right`; `text` says them when the file is finished.

    They are content of `element`, if they are of any.
    """
    page = paper.page

    def code() -> str:
        owner = Owner("furniture", text(), "page")
        (line,) = setter.set((Run(text(), owner=owner),), style, 1e6)
        paper.drawn.append(Entry(owner.kind, owner.id, owner.form, text(), "body", within, page))
        if element is not None:
            element.words.append(f" {text()}")
        start = f"BT 1 0 0 1 {number(right - line.width)} {number(baseline)} Tm"
        return f"{start} {paper.text_code(line.spans)} ET"

    if element is not None:
        paper.mark(element)
    paper.late(code)
    paper.unmark()
