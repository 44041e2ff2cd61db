"""Page numbers that are known only when everything is laid out."""

from __future__ import annotations

from collections.abc import Callable

from builder.model.ledger import Entry
from builder.model.text import Owner, Run
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
) -> None:
    """Keep a place for words that end at `right`; `text` says them when the file is finished."""
    page = paper.page

    def code() -> str:
        owner = Owner("furniture", text(), "page")
        (line,) = setter.set((Run(text(), owner=owner),), style, 1e6)
        paper.drawn.append(Entry(owner.kind, owner.id, owner.form, text(), "body", within, page))
        start = f"BT 1 0 0 1 {number(right - line.width)} {number(baseline)} Tm"
        return f"{start} {paper.text_code(line.spans)} ET"

    paper.late(code)
