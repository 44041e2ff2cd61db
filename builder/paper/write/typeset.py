"""Turns a line of runs into measured spans, and spans into set lines ready for the canvas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from builder.model.text import Line, Run
from builder.paper.write.breaking import After, Box, Shape, break_lines
from builder.paper.write.hyphens import Hyphens
from builder.paper.write.styles import TextStyle
from builder.problems import Problems
from builder.theme.metrics import FontMetrics, stand_in

# A line may break after a written hyphen or dash between letters, and after a URL's slash.
_OPENING: Final = re.compile(r"(?<=[^\W\d_]{2}[-–—/])(?=[^\W\d_]{2})")
_IN_ADDRESS: Final = re.compile(r"(?<=[/.?&=_-])(?=[^/])")
_WORD: Final = re.compile(r"[^\W\d_]+")
_SPACES: Final = re.compile(r"([ \t\n]+)")
SOFT_HYPHEN: Final = "\u00ad"
# Divided words are sought only where the lines would otherwise be looser than this.
_LOOSE: Final = 1.0
_NARROWER: Final = tuple(percent / 100 for percent in range(95, 45, -5))


@dataclass(frozen=True, slots=True)
class Span:
    """Characters set alike: `kern` is added after each, in thousandths of `size`."""

    text: str
    width: float
    kern: tuple[int, ...]
    font: str
    size: float
    rise: float
    colour: str
    run: Run


@dataclass(frozen=True, slots=True)
class Atom:
    """Spans between which no line breaks, and what stands after them."""

    spans: tuple[Span, ...]
    after: After
    gap: Span | None

    @property
    def box(self) -> Box:
        """The atom as the line breaker sees it."""
        gap = self.gap.width if self.gap and self.after != "join" else 0.0
        return Box(sum(span.width for span in self.spans), self.after, gap)


@dataclass(frozen=True, slots=True)
class SetLine:
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


@dataclass
class Typesetter:
    """Sets lines in one language; characters that a font lacks are gathered in `problems`."""

    hyphens: Hyphens
    problems: Problems
    _measured: dict[tuple[str, str], tuple[str, float, tuple[int, ...]]] = field(
        default_factory=dict
    )

    def set(self, line: Line, style: TextStyle, measure: float) -> tuple[SetLine, ...]:
        """Return the lines of a paragraph, none wider than `measure` if its words allow."""
        atoms = self.atoms(line, style)
        shape = Shape(measure, style.align == "justify")
        boxes = [atom.box for atom in atoms]
        ends, looseness = break_lines(boxes, shape)
        if style.balanced and len(ends) > 1:
            ends = _balanced(boxes, shape, ends)
        if style.hyphenate and looseness > _LOOSE:
            divided = list(self._divided(atoms))
            if len(divided) > len(atoms):
                atoms = divided
                ends, _ = break_lines([atom.box for atom in atoms], shape)
        return tuple(_assembled(atoms, ends))

    def widths(self, line: Line, style: TextStyle) -> tuple[float, float]:
        """Return the width of a line's widest unbreakable part, and of it all on one line."""
        boxes = [atom.box for atom in self.atoms(line, style)]
        whole = sum(box.width + (box.gap if box.after == "space" else 0) for box in boxes)
        return max((box.width for box in boxes), default=0.0), whole

    def atoms(self, line: Line, style: TextStyle) -> list[Atom]:
        """Return the unbreakable parts of a line."""
        atoms: list[Atom] = []
        spans: list[Span] = []
        for run in line:
            for piece in _SPACES.split(str(run.note) if run.note is not None else run.text):
                if not piece:
                    continue
                if piece.isspace() and piece[0] in " \t\n":
                    if spans:
                        atoms.append(Atom(tuple(spans), "space", self._span(" ", run, style)))
                        spans = []
                    continue
                *opened, closed = _parts(piece, run)
                for part, after in opened:
                    spans.append(self._span(part, run, style))
                    gap = self._hyphen(spans[-1]) if after == "hyphen" else None
                    atoms.append(Atom(tuple(spans), after, gap))
                    spans = []
                if closed[0]:
                    spans.append(self._span(closed[0], run, style))
        if spans:
            atoms.append(Atom(tuple(spans), "join", None))
        return atoms

    def _span(self, text: str, run: Run, style: TextStyle) -> Span:
        font = style.font(run.strong, run.emphasis)
        size, rise = style.size, 0.0
        if run.note is not None:
            size, rise = style.size * 0.66, style.size * 0.34
        shown, width, kern = self._measure(text, font, run)
        colour = style.link if style.link and (run.link or run.note) else style.colour
        return Span(shown, width * size / 1000, kern, font, size, rise, colour, run)

    def _measure(self, text: str, font: str, run: Run) -> tuple[str, float, tuple[int, ...]]:
        """Return the characters to draw, their width at 1000 points, and their kerning."""
        known = self._measured.get((font, text))
        if known is None:
            metrics = FontMetrics.of(font)
            shown = text
            for character in metrics.missing(text):
                shown = shown.replace(character, stand_in(character))
            kern = metrics.kerning(shown) or ()
            known = (shown, metrics.width(shown, 1000, kerned=False) + sum(kern), kern)
            missing = metrics.missing(shown)
            if missing:
                for character in missing:
                    self._lacks(character, text, font, run)
                return known
            self._measured[font, text] = known
        return known

    def _lacks(self, character: str, text: str, font: str, run: Run) -> None:
        found = f'the font {font} has no character U+{ord(character):04X} "{character}"'
        self.problems.error(
            run.place,
            f'{found}, in "{text}"',
            "write it in characters that the theme's fonts have, or name another font there",
        )

    def _divided(self, atoms: Iterable[Atom]) -> Iterator[Atom]:
        """Yield the atoms again with every division of their words as a possible break."""
        for atom in atoms:
            spans: list[Span] = []
            for span in atom.spans:
                *heads, tail = self._divisions(span)
                for head in heads:
                    hyphen = self._hyphen(span)
                    yield Atom((*spans, head), "hyphen", hyphen)
                    spans = []
                spans.append(tail)
            yield replace(atom, spans=tuple(spans))

    def _divisions(self, span: Span) -> list[Span]:
        """Return a span divided where its words may be.

        Owned text and addresses never are, nor are words whose language has other rules.
        """
        run = span.run
        if run.owner or run.link or span.rise or run.code or run.language:
            return [span]
        cuts = [
            word.start() + place
            for word in _WORD.finditer(span.text)
            for place in self.hyphens.places(word.group())
        ]
        edges = [0, *cuts, len(span.text)]
        pairs = pairwise(edges)
        return [self._cut(span, start, end) for start, end in pairs] if cuts else [span]

    def _cut(self, span: Span, start: int, end: int) -> Span:
        text, width, kern = self._measure(span.text[start:end], span.font, span.run)
        return replace(span, text=text, width=width * span.size / 1000, kern=kern)

    def _hyphen(self, span: Span) -> Span:
        text, width, _ = self._measure(SOFT_HYPHEN, span.font, span.run)
        return replace(span, text=text, width=width * span.size / 1000, kern=())


def _balanced(boxes: Sequence[Box], shape: Shape, ends: list[int]) -> list[int]:
    """Return the breaks for the narrowest measure that takes no more lines."""
    for narrower in _NARROWER:
        tried, _ = break_lines(boxes, Shape(shape.measure * narrower, shape.justified))
        if len(tried) > len(ends):
            break
        ends = tried
    return ends


def _parts(word: str, run: Run) -> list[tuple[str, After]]:
    """Return a word's parts, after each of which a line may break, and what a break adds.

    A soft hyphen says itself where a word may be divided; it is seen only where one is.
    """
    if run.owner is None or (run.link and "://" in run.link):
        address = run.link is not None and run.text == run.link
        whole = (_IN_ADDRESS if address else _OPENING).split(word)
    else:
        whole = [word]
    if SOFT_HYPHEN not in word:
        return [(part, "join") for part in whole]
    parts: list[tuple[str, After]] = []
    for part in whole:
        heads = [head for head in part.split(SOFT_HYPHEN) if head] or [""]
        parts += [(head, "hyphen") for head in heads[:-1]]
        parts.append((heads[-1], "join"))
    return [*(part for part in parts[:-1] if part[0]), parts[-1]]


def _assembled(atoms: Sequence[Atom], ends: Sequence[int]) -> Iterator[SetLine]:
    start = 0
    latest: Run | None = None
    for end in ends:
        spans: list[Span] = []
        for index in range(start, end):
            atom = atoms[index]
            spans.extend(atom.spans)
            inside = index < end - 1
            if atom.gap and atom.after == ("space" if inside else "hyphen"):
                spans.append(atom.gap)
        begins = []
        for span in spans:
            if span.run is not latest and span.text != " ":
                begins.append(span.run)
                latest = span.run
        width = sum(span.width for span in spans)
        spaces = sum(span.text == " " for span in spans)
        last = end == len(atoms)
        spaced = last or atoms[end - 1].after == "space"
        yield SetLine(tuple(spans), width, spaces, last, tuple(begins), spaced)
        start = end
