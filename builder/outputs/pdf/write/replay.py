"""Blocks of plain lines drawn as an earlier build drew them: takes set lines and where they stand,
returns the operators, known by the lines themselves, by their place and by the glyphs that this
paper's fonts have for their letters.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, repeat
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from builder.memory import memory, remembered_of_all
from builder.model.text import Run
from builder.outputs.pdf.tags import PLAIN, Element
from builder.outputs.pdf.write.atoms import SetLine
from builder.outputs.pdf.write.fonts import number
from builder.outputs.pdf.write.stretches import stretched

if TYPE_CHECKING:
    from builder.outputs.pdf.write.canvas import PaperCanvas
    from builder.outputs.pdf.write.styles import TextStyle
    from builder.outputs.pdf.write.typeset import Typesetter

_BYTES: Final = 400  # that what is known of a line takes


class ReplayedBlock(Protocol):
    """A block of text, as far as its lines are drawn from it; see `TextBlock`."""

    is_plain: bool
    lines: tuple[SetLine, ...] | None
    style: TextStyle
    setter: Typesetter
    height: float

    @property
    def element(self) -> Element:
        """What of the structure it is."""

    @property
    def paper(self) -> PaperCanvas:
        """The canvas that it is drawn on."""

    @property
    def above(self) -> float:
        """How far a baseline is below the top of its line."""

    def placed(self, line: SetLine) -> tuple[float, float]:
        """Return where a line begins, from the left, and how much wider its spaces are."""

    def begin(self, run: Run, top: float) -> None:
        """Note what of a run begins in the line whose top is here."""


class Known(NamedTuple):
    """What follows from the lines of a block alone.

    `words` are what they say, `begun` the runs that begin in them and own their words or are
    marks of notes, each with the number of its line; `letters` what they show, by font.
    """

    words: str
    begun: tuple[tuple[int, Run], ...]
    letters: tuple[tuple[str, str], ...]


def known_of(lines: tuple[SetLine, ...], language: str, stressed: bool) -> Known | None:
    """Return what is known of lines; None where something in one is set apart, or is a formula."""

    def made() -> Known | None:
        return _known(lines, language, stressed)

    return remembered_of_all(lines, ("plain lines", language, stressed), made, _size(lines))


def _known(lines: tuple[SetLine, ...], language: str, stressed: bool) -> Known | None:
    fonts: dict[str, dict[str, None]] = {}
    for line in lines:
        first, *others = stretched(line.spans, language, stressed)
        if others or first[0] != PLAIN or first[1][0].run.formula:
            return None
        for span in line.spans:
            fonts.setdefault(span.font, {}).update(dict.fromkeys(span.text))
        if line.spaced:
            fonts[line.spans[-1].font][" "] = None
    begun = [
        (at, run)
        for at, line in enumerate(lines)
        for run in line.begins
        if run.owner is not None or run.note is not None
    ]
    letters = tuple((name, "".join(shown)) for name, shown in fonts.items())
    return Known("".join([line.words for line in lines]), tuple(begun), letters)


def drawn_again(block: ReplayedBlock) -> bool:
    """Draw a block of lines in which nothing is set apart; say whether this is one that was.

    Nothing is drawn so where nothing is remembered, and nothing that draws its lines otherwise.
    """
    paper, lines = block.paper, block.lines or ()
    if memory() is None or not (block.is_plain and lines):
        return False
    tag = "" if block.element.role == "Lbl" else block.setter.hyphens.language
    known = known_of(lines, tag, paper.stressed)
    if known is None:
        return False
    paper.word(known.words)
    step = block.above + (block.style.leading - block.above)
    tops = list(accumulate(repeat(-step, len(lines) - 1), initial=block.height))
    for at, run in known.begun:
        block.begin(run, tops[at])
    paper.mark(paper.marks.stretch(block.element))
    left, bottom = paper.origin
    starts = map(block.placed, lines)
    places = tuple(
        [
            (left + x, bottom + (top - block.above), extra)
            for (x, extra), top in zip(starts, tops, strict=True)
        ]
    )
    paper.show(_drawn(lines, known, places, paper))
    return True


def _drawn(
    lines: tuple[SetLine, ...],
    known: Known,
    places: tuple[tuple[float, float, float], ...],
    paper: PaperCanvas,
) -> list[str]:
    """Return the operators of lines, each from a point and with so much wider spaces (`places`)."""
    shown = tuple([paper.encoder.shown(name, letters) for name, letters in known.letters])

    def made() -> list[str]:
        return [
            f"BT 1 0 0 1 {number(x)} {number(y)} Tm "
            f"{paper.text_code(line.spans, extra, _tail(line))} ET"
            for line, (x, y, extra) in zip(lines, places, strict=True)
        ]

    return remembered_of_all(lines, ("drawn", places, shown), made, _size(lines))


def _tail(line: SetLine) -> str:
    """Return what is drawn at a line's end, so that programs find its words apart from the next."""
    return " " if line.spaced else ""


def _size(lines: tuple[SetLine, ...]) -> Callable[[object], int]:
    return lambda _: _BYTES * (1 + len(lines))
