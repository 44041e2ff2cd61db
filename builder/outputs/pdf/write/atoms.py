"""What lines are made of: measured spans and atoms, and the lines that they are set in.

Takes words and where they may be divided; returns atoms by line end, and lines for the canvas.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple, TypeAlias

from builder.model.inline import Formula
from builder.model.text import Line, Run
from builder.outputs.pdf.write.styles import TextStyle
from builder.text.breaking import Box
from builder.text.figures import parted
from builder.text.metrics import FontMetrics
from builder.text.opportunities import SOFT_HYPHEN, After, cuts_of, parts
from builder.theme.theme import MONO

_APART: Final = re.compile(rf"[\t\n{SOFT_HYPHEN}]")
NO_KERN: Final[tuple[int, ...]] = ()

Measured: TypeAlias = tuple[str, float, tuple[int, ...]]
"""The characters to draw of a word, their width at 1000 points, and their kerning."""


# Named tuples: a register of thousands of figures has hundreds of thousands of these.
class TypeSpan(NamedTuple):
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
    """Spans between which no line breaks, and what stands after them; `ends` at a line end. Where
    it is `held`, a line should not end.
    """

    spans: tuple[TypeSpan, ...]
    after: After
    gap: TypeSpan | None
    ends: bool = False
    held: bool = False

    @property
    def width(self) -> float:
        """How wide its spans are together."""
        if len(self.spans) == 1:  # most are one word
            return self.spans[0].width
        return sum([span.width for span in self.spans])


class SetLine(NamedTuple):
    """A line ready to be drawn: natural width, number of spaces, the runs that begin on it.

    `spaced` is whether a space stands between its last word and what follows, though the line's
    end hides it.
    """

    spans: tuple[TypeSpan, ...]
    width: float
    spaces: int
    last: bool
    begins: tuple[Run, ...]
    spaced: bool = True

    @property
    def words(self) -> str:
        """What the line says, with the space that follows it."""
        return "".join([span.text for span in self.spans]) + (" " if self.spaced else "")

    @property
    def divides(self) -> bool:
        """Whether the line ends in a divided word."""
        return bool(self.spans) and self.spans[-1].text == SOFT_HYPHEN


class RunLook(NamedTuple):
    """How a run is set in a style: font, size and rise in points, colour."""

    font: str
    size: float
    rise: float
    colour: str

    @classmethod
    def of(cls, run: Run, style: TextStyle) -> RunLook:
        """Return the look of a run: a note's number is smaller and raised, code has its face."""
        size, rise, manner = style.size, 0.0, run.manner
        if run.code and not style.verbatim:
            style, size = replace(style, face=MONO), style.smaller
        if manner.capitals:
            size = min(size, style.smaller)
        if run.note is not None or manner.shift == "sup":
            size, rise = size * 0.66, size * 0.34
        elif manner.shift:
            size, rise = size * 0.66, size * -0.14
        colour = style.link if style.link and (run.link or run.note) else style.colour
        font = style.font(run.strong, run.emphasis)
        if run.code and FontMetrics.of(font).drawn(run.text)[1]:
            font = style.font(run.strong, False)  # its slanted cuts have fewer letters
        return cls(font, size, rise, colour)


def stretches_of(
    run: Run, style: TextStyle, look_of: Callable[[Run, TextStyle, bool], RunLook]
) -> Iterator[tuple[str, RunLook]]:
    """Yield what a run prints, with its looks: the unit of a number that is parted has its own."""
    text = str(run.note) if run.note is not None else run.text
    for stretch, small in parted(text) if run.manner.parted else ((text, False),):
        yield stretch, look_of(run, style, small)


def outlined(run: Run, look: RunLook, before: Formula | None) -> TypeSpan:
    """Return the span of a formula, which has no letters; all but its first run take no room."""
    from builder.formulas.drawing import drawing

    wide = 0.0
    if run.formula is not None and run.formula != before:
        wide = drawing(run.formula).width * look.size
    return TypeSpan("", wide, (NO_KERN,), *look, run)


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


def boxes_of(atoms: Iterable[Atom]) -> list[Box]:
    """Return atoms as the line breaker sees them."""
    made = tuple.__new__  # a long paragraph has hundreds
    return [
        made(
            Box,
            (
                spans[0].width if len(spans) == 1 else sum([span.width for span in spans]),
                after,
                gap.width if gap and after != "join" else 0.0,
                held,
            ),
        )
        for spans, after, gap, _, held in atoms
    ]


def wide(atoms: Sequence[Atom]) -> float:
    """Return the width of atoms on one line, added up as the line breaker does."""
    end = gap = 0.0
    for spans, after, behind, _, _ in atoms:
        width = spans[0].width if len(spans) == 1 else sum([span.width for span in spans])
        end = end + gap + width
        gap = behind.width if behind and after == "space" else 0.0
    return end


def widths_of(atoms: Sequence[Atom]) -> tuple[float, float]:
    """Return the width of the widest of a line's atoms, and of all of them up to a line end."""
    least = natural = end = 0.0
    for atom in atoms:
        width = atom.width
        least, end = max(least, width), end + width
        natural = max(natural, end)
        if atom.ends:
            end = 0.0
        elif atom.gap and atom.after == "space":
            end += atom.gap.width
    return least, natural


def assembled(
    atoms: Sequence[Atom], ends: Sequence[int], finals: Container[int]
) -> Iterator[SetLine]:
    """Yield the lines that end where `ends` say; after `finals` the author set a line end."""
    start = 0
    latest: Run | None = None
    for end in ends:
        spans: list[TypeSpan] = []
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


def whole_line(
    line: Line, look_of: Callable[[Run], RunLook], measure: Callable[[str, str, Run], Measured]
) -> Whole | None:
    """Return a text as one line; None where it has line ends, parts of words, or no words."""
    spans: list[TypeSpan] = []
    begins: list[Run] = []
    least = end = word_wide = width = 0.0
    spaces, in_word, ended = 0, False, (0.0, 0.0, 0.0)
    for run in line:
        text = run.text if run.note is None else str(run.note)
        if run.formula is not None or run.manner.parted or _APART.search(text):
            return None
        look, cuts = look_of(run), cuts_of(run)
        size, words, kerns, own = look.size, [""], [NO_KERN], 0.0
        for index, word in enumerate(text.split(" ")):
            if index and in_word:
                least, end = max(least, word_wide), end + word_wide
                ended, in_word, word_wide = (end, width, own), False, 0.0
                gap = measure(" ", look.font, run)[1] * size / 1000
                end, width, own, spaces = end + gap, width + gap, own + gap, spaces + 1
                words.append("")
                kerns.append(NO_KERN)
            if not word:
                continue
            if not word.isalnum() and len(parts(word, cuts)) > 1:
                return None
            words[-1], thousandths, kerns[-1] = measure(word, look.font, run)
            wide = thousandths * size / 1000
            width, own, word_wide, in_word = width + wide, own + wide, word_wide + wide, True
            if not begins or begins[-1] is not run:
                begins.append(run)
        if words[0] or len(words) > 1:
            spans.append(TypeSpan(" ".join(words), own, tuple(kerns), *look, run))
    if in_word:
        least, end = max(least, word_wide), end + word_wide
    elif spans:  # a line ends without the space behind its last word
        end, width, own = ended
        last, spaces = spans.pop(), spaces - 1
        if len(last.text) > 1:
            spans.append(last._replace(text=last.text[:-1], width=own, kerns=last.kerns[:-1]))
    if not begins:
        return None
    return Whole(least, end, SetLine(tuple(spans), width, spaces, True, tuple(begins)))


def kerns_of(text: str, kern: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Return the kerning of each word: several stand in one span of code, whose face has none."""
    return (NO_KERN,) * (text.count(" ") + 1) if len(text) > 1 and " " in text else (kern,)


def letters(spans: Iterable[TypeSpan], tail: str) -> tuple[tuple[str, str], ...]:
    """Return the fonts of spans, in order, each with the letters that it shows, in order."""
    held: dict[str, dict[str, None]] = {}
    name = ""
    for span in spans:
        name = span.font
        held.setdefault(name, {}).update(dict.fromkeys(span.text))
    if name:
        held[name].update(dict.fromkeys(tail))
    return tuple((name, "".join(shown)) for name, shown in held.items())
