"""What lines are made of: measured spans and atoms, and the lines that they are set in.

Takes words and where they may be divided; returns atoms by line end, and lines for the canvas.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from builder.model.text import Run
from builder.text.breaking import Box
from builder.text.opportunities import SOFT_HYPHEN, After


# Named tuples: a register of thousands of figures has hundreds of thousands of these.
class Span(NamedTuple):
    """Characters set alike: `kern` is added after each, in thousandths of `size`."""

    text: str
    width: float
    kern: tuple[int, ...]
    font: str
    size: float
    rise: float
    colour: str
    run: Run


class Atom(NamedTuple):
    """Spans between which no line breaks, and what stands after them; `ends` at a line end."""

    spans: tuple[Span, ...]
    after: After
    gap: Span | None
    ends: bool = False

    @property
    def width(self) -> float:
        """How wide its spans are together."""
        if len(self.spans) == 1:  # most are one word
            return self.spans[0].width
        return sum(span.width for span in self.spans)

    @property
    def box(self) -> Box:
        """The atom as the line breaker sees it."""
        gap = self.gap.width if self.gap and self.after != "join" else 0.0
        return Box(self.width, self.after, gap)


class SetLine(NamedTuple):
    """A line ready to be drawn: natural width, number of spaces, the runs that begin on it.

    `spaced` is whether a space stands between its last word and what follows, though the line's
    end hides it.
    """

    spans: tuple[Span, ...]
    width: float
    spaces: int
    last: bool
    begins: tuple[Run, ...]
    spaced: bool = True

    @property
    def words(self) -> str:
        """What the line says, with the space that follows it."""
        return "".join(span.text for span in self.spans) + (" " if self.spaced else "")

    @property
    def divides(self) -> bool:
        """Whether the line ends in a divided word."""
        return bool(self.spans) and self.spans[-1].text == SOFT_HYPHEN


def stretches(atoms: Iterable[Atom]) -> Iterator[list[Atom]]:
    """Yield atoms up to each line end that the author set."""
    stretch: list[Atom] = []
    for atom in atoms:
        stretch.append(atom)
        if atom.ends:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def wide(atoms: Sequence[Atom]) -> float:
    """Return the width of atoms on one line, added up as the line breaker does."""
    end = gap = 0.0
    for atom in atoms:
        end = end + gap + atom.width
        gap = atom.gap.width if atom.gap and atom.after == "space" else 0.0
    return end


def assembled(
    atoms: Sequence[Atom], ends: Sequence[int], finals: Container[int]
) -> Iterator[SetLine]:
    """Yield the lines that end where `ends` say; after `finals` the author set a line end."""
    start = 0
    latest: Run | None = None
    for end in ends:
        spans: list[Span] = []
        for index in range(start, end):
            atom = atoms[index]
            spans += atom.spans
            inside = index < end - 1
            if atom.gap and atom.after == ("space" if inside else "hyphen"):
                spans.append(atom.gap)
        begins = []
        width, spaces = 0.0, 0
        for span in spans:
            width += span.width
            if span.text == " ":
                spaces += 1
            elif span.run is not latest:
                latest = span.run
                begins.append(latest)
        last = end in finals
        spaced = last or atoms[end - 1].after == "space"
        yield SetLine(tuple(spans), width, spaces, last, tuple(begins), spaced)
        start = end
