"""Drawings as plain data: what charts and slides draw, the chart cache keeps and the paper plays;
and sketches, which are another program's, marks and words in colours of the house.

Lengths are points, the origin is the lower left corner. Paths are written in PDF's own path
construction operators (ISO 32000-1, 8.5.2: m, l, c, h, re). Colours are opaque `#RRGGBB`. Of a
sketch lengths run from the upper left corner, y downwards, and colours are slots of a chart.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, ClassVar, Literal, TypeAlias

from builder.frozen import dataclass
from builder.model.text import Line, Owner, Run

Place: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class Stroke:
    """How an outline is drawn; `cap` and `join` are PDF's numbers (ISO 32000-1, 8.4.3.3)."""

    colour: str
    width: float
    cap: int = 0
    join: int = 0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class Path:
    """An outline, filled or stroked or both; `clip` is a path beyond which nothing shows.

    One with an `anchor`, a height in points, keeps its shape where a plot is stretched, and moves
    as that height does. `mark` names what of a chart it is, where that is measured (`gauge`). A
    `hair` is a level or upright line that is left out where words stand.
    """

    code: ClassVar[str] = "P"
    data: str
    fill: str | None = None
    stroke: Stroke | None = None
    clip: str | None = None
    anchor: float | None = None
    mark: str = ""
    hair: bool = False


@dataclass(frozen=True)
class Markers:
    """One small outline (around its own origin), drawn at each of `places`."""

    code: ClassVar[str] = "M"
    data: str
    places: tuple[tuple[float, float], ...]
    fill: str | None = None
    stroke: Stroke | None = None
    clip: str | None = None


@dataclass(frozen=True)
class Text:
    """Words on one line from (`x`, `y`) on the baseline, turned by `angle` degrees.

    `font` is the name of a font file without its ending; `kern` is what to add after each
    character, in thousandths of `size` (empty: nothing). `oblique` words lean, in the upright font.
    `after` is drawn behind them: without it, programs that extract text or read it aloud run
    labels together. Where a plot is stretched they move as the height `anchor` does.
    """

    code: ClassVar[str] = "T"
    after: ClassVar[str] = " "
    text: str
    font: str
    size: float
    x: float
    y: float
    colour: str
    angle: float = 0
    kern: tuple[int, ...] = ()
    clip: str | None = None
    oblique: bool = False
    anchor: float | None = None
    mark: str = ""


@dataclass(frozen=True)
class Raster:
    """A picture of pixels (a PNG or JPEG file) in a box: its lower left corner and its size."""

    code: ClassVar[str] = "R"
    data: bytes
    x: float
    y: float
    width: float
    height: float
    clip: str | None = None


@dataclass(frozen=True)
class DisplayList:
    """A chart, drawn. `printed` is every run that its texts say, whole, in reading order.

    A run that is wrapped stands in several `Text`s but once in `printed`; the ledger is made
    from it. `formulas` are outlines beside them, each with the runs that it says; charts have none.
    `plot` is where what may be stretched ends above and below, in height, and how much is free
    below that; nothing where a chart may not be.
    """

    width: float
    height: float
    operations: tuple[Operation, ...]
    printed: Line = ()
    formulas: tuple[tuple[Line, Path], ...] = ()
    plot: tuple[float, ...] = ()

    @property
    def texts(self) -> tuple[Text, ...]:
        """The text operations alone."""
        return tuple(item for item in self.operations if isinstance(item, Text))

    @property
    def fonts(self) -> tuple[str, ...]:
        """The names of the fonts that are used, sorted."""
        return tuple(sorted({text.font for text in self.texts}))

    def to_json(self) -> str:
        """Return the list as JSON that `from_json` reads back to an equal list."""
        printed = [[run.text, _owner(run), run.claim or ""] for run in self.printed]
        operations = [[item.code, *_fields(item)] for item in self.operations]
        whole = [self.width, self.height, operations, printed, self.plot]
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> DisplayList:
        """Return the list that `to_json` wrote.

        Raises:
            ValueError: the text is not one that `to_json` writes.
        """
        try:
            width, height, operations, printed, plot = json.loads(text)
            return cls(
                width,
                height,
                tuple(_operation(code, fields) for code, *fields in operations),
                tuple(
                    Run(said, owner=Owner(*owner) if owner else None, claim=claim or None)
                    for said, owner, claim in printed
                ),
                plot=tuple(plot),
            )
        except (TypeError, KeyError) as error:
            raise ValueError("not a display list") from error


@dataclass(frozen=True)
class SketchMark:
    """An outline (`M`, `L`, `C` and `Z` with places), filled, or drawn `width` points wide in a
    colour, or both. A line may be `dashed`.
    """

    outline: str
    fill: str = ""
    edge: str = ""
    width: float = 0.0
    dashed: bool = False


@dataclass(frozen=True)
class SketchWords:
    """Words on one line whose baseline begins, ends or has its middle at a place; those that are
    `upright` are read from below.
    """

    says: Line
    x: float
    y: float
    size: float
    colour: str
    align: Literal["left", "centre", "right"] = "left"
    strong: bool = False
    upright: bool = False


@dataclass(frozen=True)
class Sketch:
    """What is drawn on a sheet of this size, from below to above."""

    width: float
    height: float
    marks: tuple[SketchMark, ...]
    words: tuple[SketchWords, ...]


Operation: TypeAlias = Path | Markers | Text | Raster


def steps(outline: str) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Yield each command of an outline with its places."""
    for command, written in re.findall("([MLCZ])([^MLCZ]*)", outline):
        numbers = tuple(map(float, written.split()))
        yield command, tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _owner(run: Run) -> list[str]:
    return [run.owner.kind, run.owner.id, run.owner.form] if run.owner else []


def _fields(item: Operation) -> list[Any]:
    return [
        [*vars(value).values()] if isinstance(value, Stroke) else value
        for value in vars(item).values()
    ]


def _operation(code: str, fields: list[Any]) -> Operation:
    if code == Text.code:
        text, font, size, x, y, colour, angle, kern, *others = fields
        return Text(text, font, size, x, y, colour, angle, tuple(kern), *others)
    if code == Path.code:
        data, fill, stroke, *others = fields
        return Path(data, fill, _stroke(stroke), *others)
    if code == Markers.code:
        data, places, fill, stroke, clip = fields
        return Markers(data, tuple(map(tuple, places)), fill, _stroke(stroke), clip)
    raise KeyError(code)


def _stroke(fields: list[Any] | None) -> Stroke | None:
    if fields is None:
        return None
    colour, width, cap, join, dash = fields
    return Stroke(colour, width, cap, join, tuple(dash))
