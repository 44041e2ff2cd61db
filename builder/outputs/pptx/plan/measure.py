"""How much room text takes: runs and a size in, lines and heights in points out; never too few.

The estimate errs on the safe side of LibreOffice's and PowerPoint's own breaking: advances
without kerning, a margin on the width, the worse of two rules for where a line may break, and
an unknown character as wide as it is high.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate, pairwise
from math import ceil
from typing import Final, NamedTuple

from builder.frozen import dataclass
from builder.memory import remembered
from builder.model.text import Line, Run
from builder.outputs.pptx.plan.model import Paragraph
from builder.text.breaking import Box, boxes_of, fill_lines
from builder.text.metrics import FontMetrics
from builder.text.opportunities import OPENING, Cuts, hedge_of, held, unbroken
from builder.theme.theme import MONO, DeckType

PITCH: Final = 1.2
"""Distance of base lines in sizes; Arial's own is smaller in every program measured."""

WIDTH_MARGIN: Final = 0.03
HEIGHT_MARGIN: Final = 0.03
_BOLDER: Final = 1.08
"""What the bold of Verdana and DejaVu Sans, digits above all, is wider than their regular cut."""

_BYTES: Final = 100  # of a measured text, for each character of it

_NO_ROOM: Final = 10_000
"""Lines in a box narrower than a character or a word, which is never cut: no slide is so high."""

OBJECT: Final = "\ufffc"
"""What stands for a formula, which no line divides."""
_WIDER: Final = 1.08  # what Office's face for formulas may be wider and taller than ours
_CLEAR: Final = 0.1  # sizes between a tall formula and the lines around it

_RULES: Final[tuple[Cuts, ...]] = ("spaces", "dashes")
_ALL_LETTERS: Final = re.compile(r"[^\w\s]*[^\W\d_]{2,}[^\w\s]*")

_Part = tuple[str, float, str]
"""Words of a run, whether they are bold, and whether they are code or in capitals; or a formula's
sign and its width in sizes."""


def _set_otherwise(run: Run) -> str:
    return "code" if run.code else "capitals" if run.manner.capitals else ""


@cache
def _advance(font: str, character: str) -> float:
    """Return a character's advance in sizes."""
    if character == OPENING:
        return 0.0
    metrics = FontMetrics.of(font)
    if metrics.missing(character):
        return 1.0
    return metrics.width(character, 1.0, kerned=False)


def _with_formulas(runs: Line, bold: bool) -> Iterator[_Part]:
    """Yield runs with their weights; a formula is one sign, with its width in sizes."""
    from builder.formulas.drawing import drawing

    before = None
    for run in runs:
        if run.formula is None:
            yield run.text, bold or run.strong, _set_otherwise(run)
        elif run.formula != before:
            yield OBJECT, drawing(run.formula).width * _WIDER, ""
        before = run.formula


class Broken(NamedTuple):
    """A way to break a text: how many sizes each line fills, and where all but the last one end, if
    it has a hedge.
    """

    fills: tuple[float, ...]
    ends: tuple[int, ...]


class _Measured:
    """A text whose places are known in sizes: `edges[i]` is where its character `i` begins."""

    def __init__(self, text: str, advances: Iterable[float]) -> None:
        self.text = text
        self.edges = list(accumulate(advances, initial=0.0))

    @cached_property
    def stops(self) -> tuple[list[int], ...]:
        """Where in the text the pieces of `breakings` end."""
        return tuple([piece.stop for piece in unbroken(self.text, cuts)] for cuts in _RULES)

    @cached_property
    def breakings(self) -> tuple[list[Box], ...]:
        """Its unbreakable pieces by either rule; by one where both say the same."""
        rules = [list(unbroken(self.text, cuts)) for cuts in _RULES]
        return tuple(boxes_of(rule, self.edges) for rule in rules[: 1 + (rules[0] != rules[1])])

    @cached_property
    def widest_piece(self) -> float:
        """The width of the widest piece that stands between spaces."""
        return max((box.width for box in self.breakings[0]), default=0.0)

    @cached_property
    def longest_piece(self) -> float:
        """The width of the longest word, the parts of hyphenated ones each for itself.

        Addresses, numbers and names with signs inside are none: they may be cut anywhere.
        """
        pieces = (
            self.edges[end] - self.edges[start]
            for start, end, *_ in unbroken(self.text, "dashes")
            if _ALL_LETTERS.fullmatch(self.text, start, end) or OBJECT in self.text[start:end]
        )
        return max(pieces, default=0.0)

    def filled(self, room: float, *, told: bool) -> Iterator[Broken]:
        """Yield how lines of `room` sizes are filled, by either rule, and where they end if that is
        to be `told`.
        """
        for at, boxes in enumerate(self.breakings):
            ends = fill_lines(boxes, room)
            lines = [boxes[start:end] for start, end in pairwise((0, *ends))]
            fills = tuple([round(sum([box[0] + box[2] for box in line]), 2) for line in lines])
            stops = tuple([self.stops[at][end - 1] for end in ends[:-1]]) if told else ()
            yield Broken(fills, stops)

    def lines(self, room: float) -> int:
        """Count lines of `room` sizes; a piece wider than a line is broken by characters."""
        if not self.breakings[0] or (self.edges[-1] <= room and "\n" not in self.text):
            return 1
        more = _cut if self.widest_piece > room else lambda _boxes, _room: 0
        return max(more(boxes, room) + len(fill_lines(boxes, room)) for boxes in self.breakings)


def _cut(boxes: Sequence[Box], room: float) -> int:
    """Count the lines that begin within a piece."""
    return sum(ceil(box.width / room) - 1 for box in boxes if box.width > room)


@dataclass(frozen=True)
class Voice:
    """How a template sets text that we do not decide ourselves; its defaults are our own's.

    `widening` is a factor on the measuring font's widths, `spacing` what is added between
    characters (in sizes), `pitch` the distance of lines (in lines).
    """

    widening: float = 1.0
    spacing: float = 0.0
    pitch: float = 1.0
    capitals: bool = False
    bold: bool = False

    def of(self, strong: bool) -> float:
        """Return the factor on widths: bold cuts of wide faces differ more from Arial's."""
        return self.widening * _BOLDER if strong and self.widening > 1 else self.widening


class Ruler:
    """Measures lines of runs in the deck's face, as a template's `voice` sets them."""

    def __init__(self, face: DeckType, voice: Voice | None = None) -> None:
        self._fonts = (face.metrics_regular, face.metrics_bold)
        self.steps = face.steps
        self._voice = voice or Voice()
        self._known: dict[tuple[_Part, ...], _Measured] = {}
        self._latest: tuple[Line, bool, _Measured] = ((), False, _Measured("", ()))
        self._face = face

    @cached_property
    def headlines(self) -> Ruler:
        """What measures headlines, in a face of their own where they have one."""
        return Ruler(self._face.of_headlines, self._voice)

    @property
    def pitch(self) -> float:
        """The distance of base lines in sizes."""
        return PITCH * self._voice.pitch

    def _measured(self, runs: Line, bold: bool) -> _Measured:
        if self._latest[0] is runs and self._latest[1] == bold:  # as where sizes are tried
            return self._latest[2]
        voice, strong = self._voice, bold or self._voice.bold
        if [run for run in runs if run.formula]:
            key = tuple(_with_formulas(runs, strong))
        else:
            key = tuple([(run.text, strong or run.strong, _set_otherwise(run)) for run in runs])
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = remembered(
                ("measured", self._fonts, voice, key),
                lambda: self._measure(key),
                lambda measured: _BYTES * (1 + len(measured.text)),
            )
        self._latest = runs, bold, known
        return known

    def _measure(self, parts: tuple[_Part, ...]) -> _Measured:
        voice = self._voice
        advances = (
            strong
            if character == OBJECT
            else _advance(
                MONO.regular if otherwise == "code" else self._fonts[bool(strong)],
                self._drawn(character, otherwise),
            )
            * (1.0 if otherwise == "code" else voice.of(bool(strong)))
            + voice.spacing
            for text, strong, otherwise in parts
            for character in text
        )
        return _Measured(held("".join(text for text, _, _ in parts)), advances)

    def _drawn(self, character: str, otherwise: str) -> str:
        """Return a character as it is drawn; one that capitals make two of stays itself."""
        capitals = self._voice.capitals or otherwise == "capitals"
        capital = character.upper() if capitals else character
        return capital if len(capital) == 1 else character

    def width(self, runs: Line, size: float, *, bold: bool = False) -> float:
        """Return the width of the runs on one line, with the margin that a box must allow."""
        return self._measured(runs, bold).edges[-1] * size / (1 - WIDTH_MARGIN)

    def longest_word(self, runs: Line, size: float, *, bold: bool = False) -> float:
        """Return the width that a box needs so that no word is broken inside."""
        return self._measured(runs, bold).widest_piece * size / (1 - WIDTH_MARGIN)

    def lines(self, paragraph: Paragraph, width: float) -> int:
        """Return how many lines a paragraph takes in a box of `width` points."""
        room = self.room(paragraph, width)
        if room <= 0:
            return _NO_ROOM
        return self._measured(paragraph.runs, paragraph.style.bold).lines(room)

    def cuts(self, paragraph: Paragraph, width: float) -> bool:
        """Say whether a word of a paragraph is wider than the lines of a box."""
        longest = self._measured(paragraph.runs, paragraph.style.bold).longest_piece
        return longest > self.room(paragraph, width)

    def room(self, paragraph: Paragraph, width: float) -> float:
        """Return how much of a line words may fill, in sizes."""
        style = paragraph.style
        reserved = style.indent(paragraph.level)
        if paragraph.trailing:
            reserved += self.width(paragraph.trailing, style.size) + style.size
        return (width - reserved) * (1 - WIDTH_MARGIN) / style.size

    def broken(self, paragraph: Paragraph, width: float) -> set[Broken]:
        """Return the ways in which programs may break lines: by either rule, with the margin on
        widths and without it, and in faces less wide than allowed for.
        """
        room = self.room(paragraph, width)
        measured = self._measured(paragraph.runs, paragraph.style.bold)
        rooms = [room, room / (1 - WIDTH_MARGIN)]
        wider = self._voice.widening - 1
        rooms += [room * (1 + wider * part / 4) for part in range(1, 5) if wider > 0]
        hedged = any(map(hedge_of, paragraph.runs))
        return {way for each in rooms for way in measured.filled(each, told=hedged)}

    def height(self, paragraphs: Sequence[Paragraph], width: float) -> float:
        """Return the height that paragraphs take in a box of `width` points, margin included.

        It is more than any slide has where a word would have to be cut.
        """
        return self.stacked(paragraphs, lambda paragraph: self.tall(paragraph, width))

    def tall(self, paragraph: Paragraph, width: float) -> float:
        """Return the height of a paragraph's lines in a box of `width` points, without margin."""
        lines = _NO_ROOM if self.cuts(paragraph, width) else self.lines(paragraph, width)
        return lines * self.pitch * paragraph.style.size + self.opened(paragraph)

    def opened(self, paragraph: Paragraph) -> float:
        """Return by how much the tall formulas of a paragraph open its lines, in points."""
        if not [run for run in paragraph.runs if run.formula]:
            return 0.0
        from builder.formulas.drawing import drawing

        size, taller = paragraph.style.size, 0.0
        for formula in dict.fromkeys(run.formula for run in paragraph.runs if run.formula):
            drawn = drawing(formula)
            taller += max(0.0, (drawn.ascent + drawn.descent) * _WIDER + _CLEAR - self.pitch)
        return taller * size

    @staticmethod
    def stacked(paragraphs: Sequence[Paragraph], tall: Callable[[Paragraph], float]) -> float:
        """Return the height that paragraphs take whose lines are so `tall`, margin included."""
        total = 0.0
        for place, paragraph in enumerate(paragraphs):
            total += tall(paragraph)
            total += paragraph.style.before if place else 0.0
        return total * (1 + HEIGHT_MARGIN)
