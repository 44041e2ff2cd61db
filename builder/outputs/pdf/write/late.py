"""Page numbers that are known only when everything is laid out."""

from __future__ import annotations

from collections.abc import Callable

from builder.model.ledger import entries
from builder.model.text import Line, Owner, Run
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.canvas import PaperCanvas
from builder.outputs.pdf.write.fonts import number
from builder.outputs.pdf.write.styles import TextStyle
from builder.outputs.pdf.write.typeset import Typesetter


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
    left, bottom = paper.origin

    def line() -> Line:
        return (Run(text(), owner=Owner("furniture", text(), "page")),)

    def code() -> str:
        (run,) = line()
        (set_line,) = setter.set((run,), style, 1e6)
        paper.drawn += entries((run,), "body", within, page)
        if element is not None:
            element.words.append(f" {text()}")
        start = f"BT 1 0 0 1 {number(left + right - set_line.width)} {number(bottom + baseline)} Tm"
        return f"{start} {paper.text_code(set_line.spans)} ET"

    paper.say(element, line, "body", within)
    paper.word(lambda: f" {text()} ")
    if element is not None:
        paper.mark(element)
    paper.late(code)
    paper.unmark()
