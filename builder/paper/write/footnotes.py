"""Notes at the foot of the page that marks them, under a short rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from builder.paper.plan.items import Endnote
from builder.paper.write.canvas import PaperCanvas, number, rgb
from builder.paper.write.flowables import Setting
from builder.paper.write.pages import Foot

_ABOVE: Final = 14.0  # from the text to the notes, the rule between them
_RULE: Final = (60.0, 0.5)
_TALLEST: Final = 0.4  # of the text area

SetNote = Callable[[Endnote], Setting]


class Footnotes:
    """Every note that stands at a page's foot, by its number, set by `set_note`."""

    def __init__(
        self, notes: Mapping[int, Endnote], set_note: SetNote, left: float, colour: str
    ) -> None:
        self._settings = {number: set_note(note) for number, note in notes.items()}
        self._left, self._colour = left, colour

    def height(self, notes: Sequence[int], width: float) -> float:
        """Return how tall these notes stand with the rule above them, 0 where none is known."""
        settings = [self._settings[note] for note in notes if note in self._settings]
        if not settings:
            return 0.0
        return _ABOVE + sum(setting.measured(width) for setting in settings)

    def draw(self, paper: PaperCanvas, foot: Foot, left: float, bottom: float) -> None:
        """Draw a column's notes upwards from the foot of the text area at (`left`, `bottom`)."""
        settings = [self._settings[note] for note in foot.notes if note in self._settings]
        if not settings:
            return
        y = bottom + self.height(foot.notes, foot.width)
        width, thick = _RULE
        box = f"{number(left + foot.left + self._left)} {number(y - _ABOVE / 2)}"
        paper.addLiteral(f"q {rgb(self._colour)} rg {box} {number(width)} {number(thick)} re f Q")
        y -= _ABOVE
        for setting in settings:
            y -= setting.height
            setting.drawOn(paper, left + foot.left, y)
