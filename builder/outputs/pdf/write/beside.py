"""Notes at the foot of a page, read where they are marked: moves a page's code, as it is drawn.

They are drawn when all else stands, but a page's code is in the order in which it is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.outputs.pdf.plan.endings import Endnote
from builder.outputs.pdf.write.flowable import Setting

if TYPE_CHECKING:
    from builder.outputs.pdf.write.canvas import PaperCanvas
    from builder.outputs.pdf.write.filling import Placed


class NotesBeside:
    """Remembers in which setting of the story each note is marked, and where settings end on the
    page that is drawn: in its code, and in its words.
    """

    def __init__(self) -> None:
        self._marked: dict[int, int] = {}
        self._ends: list[tuple[int, int, int]] = []

    def begin(self, paper: PaperCanvas) -> None:
        """Begin a page."""
        self._ends = [(-1, *_lengths(paper))]

    def passed(self, paper: PaperCanvas, placed: Placed) -> None:
        """Note that a setting is drawn, with the marks in it."""
        for note in placed.setting.note_marks:
            self._marked.setdefault(note, placed.order)
        self._ends.append((placed.order, *_lengths(paper)))

    def draw(self, paper: PaperCanvas, note: Setting, x: float, y: float) -> None:
        """Draw a note, or a part of one, behind the last setting that is read before it."""
        number = note.item.mark if isinstance(note.item, Endnote) else 0
        order = self._marked.get(number, paper.marks.order)
        at = max(place for place, end in enumerate(self._ends) if end[0] <= order)
        paper.unmark()
        begun, said = _lengths(paper)
        paper.marks.order, latest = order, paper.marks.order
        note.drawOn(paper, x, y)
        paper.marks.order = latest
        words = paper.words.setdefault(paper.page, [])
        code, told = paper._code[begun:], words[said:]
        del paper._code[begun:], words[said:]
        _, code_end, words_end = self._ends[at]
        paper._code[code_end:code_end] = code
        words[words_end:words_end] = told
        # What is read later stands further on now, this note among it.
        moved = [(end[0], end[1] + len(code), end[2] + len(told)) for end in self._ends[at:]]
        self._ends[at:] = moved


def _lengths(paper: PaperCanvas) -> tuple[int, int]:
    return len(paper._code), len(paper.words.get(paper.page, ()))
