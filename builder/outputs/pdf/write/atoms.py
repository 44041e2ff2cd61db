"""What lines are made of: measured spans and atoms, and the lines that they are set in.

Takes words and where they may be divided; returns atoms by line end, and lines for the canvas.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from builder.model.text import Run
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.write.breaking import After, Box

# A line may break after a written hyphen or dash between letters, and after a URL's slash.
_OPENING: Final = re.compile(r"(?<=[^\W\d_]{2}[-–—/])(?=[^\W\d_]{2})")
_IN_ADDRESS: Final = re.compile(r"(?<=[/.?&=_-])(?=[^/])")
_ADDRESS: Final = re.compile(r"\w+://|www\.")
SOFT_HYPHEN: Final = "\u00ad"
_MOST: Final = 8192  # words whose parts are remembered

Cuts = Literal["none", "words", "address", "perhaps"]
"""Where the words of a run have parts: nowhere, after hyphens, as an address, or as one if they
look like one."""


# Named tuples: a register of thousands of figures has hundreds of thousands of these.
class Span(NamedTuple):
    """Characters set alike: a word, a space, or several words of a line with spaces between.

    `kerns` are for each word what is added after its characters, in thousandths of `size`.
    """

    text: str
    width: float
    kerns: tuple[tuple[int, ...], ...]
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


class Whole(NamedTuple):
    """A text set as one line: its widest word's width, its own, and the line."""

    least: float
    natural: float
    line: SetLine


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


def parts_of(word: str, run: Run) -> list[tuple[str, After]]:
    """Return a word's parts, after each of which a line may break, and what a break adds.

    A soft hyphen says itself where a word may be divided; it is seen only where one is.
    """
    return list(parts(word, cuts_of(run)))


def cuts_of(run: Run) -> Cuts:
    """Return where the words of a run have parts after which a line may break."""
    in_cell = run.owner is not None and run.owner.of_cell
    linked = run.link is not None and "://" in run.link
    if run.owner is not None and not in_cell and not linked:
        return "none"
    # A link leads to the address in ASCII, which its words need not be.
    if run.text == run.link:
        return "address"
    return "perhaps" if in_cell or linked else "words"


@lru_cache(maxsize=_MOST)
def parts(word: str, cuts: Cuts) -> tuple[tuple[str, After], ...]:
    """Return a word's parts as `parts_of` does, for a run with such cuts."""
    if cuts == "none" or word.isalnum():
        whole = [word]
    else:
        address = cuts == "address" or (cuts == "perhaps" and _ADDRESS.match(word))
        whole = (_IN_ADDRESS if address else _OPENING).split(word)
    if SOFT_HYPHEN not in word:
        return tuple((part, "join") for part in whole)
    found: list[tuple[str, After]] = []
    for part in whole:
        heads = [head for head in part.split(SOFT_HYPHEN) if head] or [""]
        found += [(head, "hyphen") for head in heads[:-1]]
        found.append((heads[-1], "join"))
    return (*(part for part in found[:-1] if part[0]), found[-1])


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


def linked(spans: Iterable[Span]) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
    """Yield spans of a line that belong together: where they lead, if anywhere, their language
    where that is another, and the spans.
    """
    latest: Run | None = None
    target = language = ""
    alike: list[Span] = []
    for span in spans:
        run = span.run
        if run is not latest:
            latest = run
            leads = f"#{anchors.note(run.note)}" if run.note is not None else run.link or ""
            if alike and (leads, run.language) != (target, language):
                yield target, language, tuple(alike)
                alike = []
            target, language = leads, run.language
        alike.append(span)
    if alike:
        yield target, language, tuple(alike)


def letters(spans: Iterable[Span], tail: str) -> tuple[tuple[str, str], ...]:
    """Return the fonts of spans, in order, each with the letters that it shows, in order."""
    held: dict[str, dict[str, None]] = {}
    name = ""
    for span in spans:
        name = span.font
        held.setdefault(name, {}).update(dict.fromkeys(span.text))
    if name:
        held[name].update(dict.fromkeys(tail))
    return tuple((name, "".join(shown)) for name, shown in held.items())
