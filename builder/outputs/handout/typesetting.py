"""How a picture's words are set: a theme in; colours by name, and lines of measured words, out.

Lines are filled as PowerPoint and LibreOffice fill them, at the face's own widths. The plan has
left room for at least as many lines.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from itertools import groupby, pairwise
from math import ceil
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from builder.charts.native import PATTERN, rgb
from builder.frozen import dataclass
from builder.model.text import PLAINLY, Line, Run
from builder.outputs.pptx.plan.content import point_number
from builder.outputs.pptx.plan.measure import OBJECT, PITCH, WIDTH_MARGIN
from builder.outputs.pptx.plan.model import CHART_COLOUR, NUMBERED, Paragraph
from builder.problems import Problems
from builder.text.breaking import boxes_of, fill_lines
from builder.text.figures import parted_run
from builder.text.metrics import FontMetrics
from builder.text.opportunities import SOFT_HYPHEN, unbroken
from builder.text.opportunities import UnbrokenPiece as Unbroken
from builder.theme.shades import SHADE, VEIL, shade, veil
from builder.theme.theme import MONO, Theme

if TYPE_CHECKING:
    from builder.formulas.drawing import Drawing

UNDERLINE: Final = 0.11
_STRUCK: Final = -0.25
"""How far below the base line words are underlined or struck through, in sizes."""
_SHIFTED: Final = 0.66
_SHIFTS: Final = {"": 0.0, "sub": -0.14, "sup": 0.34}
RISE: Final = 1.0
"""The first base line below a box's top, in sizes."""


class SlideWords(NamedTuple):
    """Words set alike on one line; `linked` ones lead somewhere on the slide, and look like it.

    `run` is the first that they are of. Their base line is `shift` sizes above the line's. A
    formula is a piece alone, with the runs that it says. `scale` is its share of the line's size.
    """

    text: str
    font: str
    oblique: bool
    linked: bool
    width: float
    run: Run
    formula: Line = ()
    shift: float = 0.0
    struck: bool = False
    scale: float = 1.0

    @property
    def lines(self) -> tuple[float, ...]:
        """How far below the base line lines are drawn through it, in sizes."""
        return (_STRUCK,) * self.struck + (UNDERLINE,) * self.linked


@dataclass(frozen=True)
class SetLine:
    """A line of a paragraph: its pieces and its width in points."""

    pieces: tuple[SlideWords, ...]

    @property
    def width(self) -> float:
        """The width of all pieces."""
        return sum(piece.width for piece in self.pieces)

    def opened(self, size: float) -> tuple[float, float]:
        """Return by how much its formulas open it above and below, in points."""
        above = below = 0.0
        for piece in self.pieces:
            if piece.formula:
                shape = drawn(piece.formula[0])
                above = max(above, (shape.ascent - RISE) * size)
                below = max(below, (shape.descent - PITCH + RISE) * size)
        return above, below


@dataclass(frozen=True)
class Setter:
    """Sets words in a theme's deck face; characters that it lacks are named in `problems`."""

    theme: Theme
    problems: Problems
    _lacking: set[tuple[str, str]] = field(default_factory=set)

    def colour(self, name: str) -> str:
        """Return `#RRGGBB`, as it is or for a theme's colour by name or, after `chart:`, a slot.

        The pattern of a slot follows it, for `stripes` to draw.
        """
        if name.startswith("#"):
            return name
        if name.startswith(CHART_COLOUR):
            slot = name.removeprefix(CHART_COLOUR)
            return f"{rgb(slot, self.theme)}{''.join(slot.partition(PATTERN)[1:])}"
        if name.startswith(SHADE):
            return shade(name, self.theme.colours)
        if name.startswith(VEIL):
            return veil(name, self.theme.colours)
        found: str = getattr(self.theme.colours, self.theme.colours.held(name))
        return found

    def one_line(self, line: Line, size: float, *, bold: bool = False) -> SetLine:
        """Return a line that is not divided."""
        line = _gathered(line)
        text = "".join(run.text for run in line)
        return SetLine(self._pieces(line, size, bold, 0, len(text)))

    def lines(
        self, line: Line, size: float, room: float, *, bold: bool = False
    ) -> tuple[SetLine, ...]:
        """Return a line divided so that none is wider than `room` points; at least one."""
        line = _gathered(line)
        text = "".join(run.text for run in line)
        edges = [0.0]
        for run in line:
            if isinstance(run, _Outlined):
                edges.append(edges[-1] + drawn(run).width * size)
                continue
            metrics = FontMetrics.of(self._font(run, bold))
            for character in run.text:
                edges.append(edges[-1] + metrics.width(character, size, kerned=False))
        spans = list(_spans(list(unbroken(text, "words")), edges, room)) or [(0, 0)]
        return tuple(SetLine(self._pieces(line, size, bold, *span)) for span in spans)

    def pitch(self, size: float) -> float:
        """Return the distance of base lines."""
        return PITCH * size

    def _pieces(
        self, line: Line, size: float, bold: bool, start: int, end: int
    ) -> tuple[SlideWords, ...]:
        styled: list[tuple[str, Run, tuple[Any, ...]]] = []
        at = 0
        for run in line:
            shown = run.text[max(0, start - at) : max(0, end - at)]
            # A soft hyphen is seen where it ends a line, and there alone.
            inside = shown[:-1].replace(SOFT_HYPHEN, "") + shown[-1:]
            if inside and isinstance(run, _Outlined):
                styled.append((inside, run, ("", False, False, run, (), None)))
            elif inside:
                for each, unit in parted_run(replace(run, text=inside)):
                    font = self._font(run, bold)
                    said = self._shown(each.text, font, run)
                    shift, struck = _SHIFTS[run.manner.shift], run.manner.struck
                    scale = _SHIFTED if shift else self._unit(size) if unit else 1.0
                    set_so = shift, struck, scale
                    look = font, run.emphasis, _leads(run), None, set_so, apart(run)
                    styled.append((said, run, look))
            at += len(run.text)
        found = []
        for look, group in groupby(styled, key=itemgetter(2)):
            alike = tuple(group)
            font, oblique, linked, outlined, set_so, _ = look
            first = alike[0][1]
            if outlined is not None:
                wide = drawn(outlined).width * size
                found.append(SlideWords("", font, oblique, linked, wide, first, outlined.said))
                continue
            text = "".join(piece[0] for piece in alike)
            shift, struck, scale = set_so
            width = FontMetrics.of(font).width(text, size * scale, kerned=False)
            found.append(
                SlideWords(text, font, oblique, linked, width, first, (), shift, struck, scale)
            )
        return tuple(found)

    def _unit(self, size: float) -> float:
        """Return the share of a number's size that its unit has."""
        return self.theme.deck.unit(size) / size

    def _font(self, run: Run, bold: bool) -> str:
        deck = self.theme.deck
        if run.code:
            return MONO.bold if bold or run.strong else MONO.regular
        return deck.metrics_bold if bold or run.strong else deck.metrics_regular

    @property
    def of_headlines(self) -> Setter:
        """What sets titles, in a face of their own where they have one."""
        theme = replace(self.theme, deck=self.theme.deck.of_headlines)
        return replace(self, theme=theme)

    def _shown(self, text: str, font: str, run: Run) -> str:
        """Return a text as it is drawn: what the font lacks as its stand-in, else a problem."""
        metrics = FontMetrics.of(font)
        shown, missing = metrics.drawn(text)
        for character in missing:
            if (character, font) not in self._lacking:
                self._lacking.add((character, font))
                self.problems.error(
                    run.place,
                    f'{metrics.lacks(character)}, in "{text}"',
                    "write it in characters that the font has: the handout's pictures need it",
                )
        return shown


@dataclass(frozen=True, slots=True)
class _Outlined(Run):
    """A formula as one sign of a line, and the runs that it says."""

    said: Line = ()


def _gathered(line: Line) -> Line:
    """Return a line in which each formula is one sign."""
    if not any(run.formula for run in line):
        return line
    found: list[Run] = []
    for formula, alike in groupby(line, key=lambda run: run.formula):
        runs = tuple(alike)
        found += runs if formula is None else (_Outlined(OBJECT, formula=formula, said=runs),)
    return tuple(found)


def drawn(run: Run) -> Drawing:
    """Return the outlines of a run that is a formula."""
    from builder.formulas.drawing import drawing

    if run.formula is None:
        raise ValueError("a run that is no formula has no outlines")
    return drawing(run.formula)


def mark_of(paragraph: Paragraph) -> Run:
    """Return a point's bullet, or its number."""
    numbered = paragraph.style.bullet == NUMBERED
    return point_number(paragraph.start) if numbered else Run(paragraph.style.bullet)


def _cuts(edges: Sequence[float], room: float) -> list[int]:
    """Return where a word is cut, between its first letter and its last."""
    wide = edges[-1] - edges[0]
    if wide <= room:
        return []
    parts = ceil(wide / (room * (1 - WIDTH_MARGIN)))
    goals = (edges[0] + wide * part / parts for part in range(1, parts))
    return sorted({bisect_left(edges, goal) for goal in goals} - {0, len(edges) - 1})


def apart(run: Run) -> tuple[Any, ...]:
    """Return what tells words of a run from those beside them, for those who hear them."""
    owned = run.text if run.owner is not None else ""  # an owner's words are said one by one
    return run.link if _leads(run) else "", run.language, run.code, run.manner, run.owner, owned


def sets_apart(run: Run) -> bool:
    """Say whether a run's words are told apart from plain ones."""
    return apart(run) != _PLAIN


_PLAIN: Final = ("", "", False, PLAINLY, None, "")


def _leads(run: Run) -> bool:
    """Say whether a run is a link on the slide; those into the paper's own text are none there."""
    return bool(run.link) and not str(run.link).startswith("#")


def _spans(
    pieces: Sequence[Unbroken], edges: Sequence[float], room: float
) -> Iterator[tuple[int, int]]:
    """Yield where each line starts and ends; a word wider than a line is cut between letters.

    It is cut in as many even parts as the plan has counted lines for it.
    """
    first = 0
    for end in fill_lines(boxes_of(pieces, edges), room):
        last = pieces[end - 1]
        start = pieces[first].start
        stop = last.stop + (last.after == "hyphen" and end < len(pieces))
        cuts = _cuts(edges[start : stop + 1], room) if end == first + 1 else ()
        yield from pairwise((start, *(start + cut for cut in cuts), stop))
        first = end
