"""What a function of an installed package's draws: takes it and its table; returns the marks and
words of its matplotlib Figure, as plain data in colours of the house.

matplotlib's settings are the house's while it runs; a user's own change nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import matplotlib

from builder.charts.kinds.figure.marking import UnshownError, marks_of, slot_of
from builder.charts.recorder import Recorder
from builder.charts.style import text_slot
from builder.frozen import dataclass
from builder.model.displaylist import SketchMark
from builder.text.metrics import FontMetrics

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

SETTINGS: Final[Mapping[str, Any]] = {
    "font.size": 8.0,
    "axes.titlesize": 8.0,
    "axes.labelsize": 8.0,
    "xtick.labelsize": 7.5,
    "ytick.labelsize": 7.5,
    "legend.fontsize": 8.0,
    "legend.frameon": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.linewidth": 0.6,
    "axes.edgecolor": "black",
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "xtick.color": "grey",
    "ytick.color": "grey",
    "grid.color": "lightgrey",
    "grid.linewidth": 0.5,
    "figure.dpi": 72,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "savefig.dpi": 72,
    "figure.constrained_layout.use": True,
    "text.parse_math": False,
}
"""The house style, which a function finds when it is called."""

MOST: Final = 2_000
_REGULAR, _STRONG = "SourceSans3-Regular", "SourceSans3-Semibold"
_STRONG_FROM: Final = 600
_ALIGNED: Final[Mapping[str, Any]] = {"left": "left", "center": "centre", "right": "right"}
_SHARES: Final[Mapping[str, float]] = {"left": 0.0, "centre": 0.5, "right": 1.0}
_WIDER: Final = 1.08  # the face of slides, beside that of charts
_CAPITALS: Final = 0.68
_POWER: Final = "\\mathdefault{"  # by it matplotlib's formatters of logarithms begin
_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


class Written(NamedTuple):
    """Words as the Figure has them: `tick` is the number where a tick says where it stands."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    align: Any
    strong: bool
    upright: bool
    tick: Decimal | None


@dataclass(frozen=True)
class Drawn:
    """A Figure's size in points, its marks and its words."""

    width: float
    height: float
    marks: tuple[SketchMark, ...]
    words: tuple[Written, ...]


def drawn(figure: Figure) -> Drawn:
    """Return what a Figure draws.

    Raises:
        UnshownError: it holds what paper or deck cannot show.
    """
    figure.set_dpi(72)
    width, height = (float(each) * 72 for each in figure.get_size_inches())
    sketcher = _Sketcher(width, height)
    try:
        # Laid out once before: only then do ticks stand where they are drawn.
        figure.draw(sketcher)
        sketcher.begin(_ticks(figure))
        figure.draw(sketcher)
    except UnshownError:
        raise
    except ValueError as error:
        found = "ink that is half transparent, or hatched"
        raise UnshownError(found, "leave out `alpha` and `hatch`") from error
    except NotImplementedError as error:
        raise UnshownError("a picture of pixels", "draw cells by `pcolor`, not images") from error
    _apart(sketcher.words)
    marks = tuple(mark for each in sketcher.operations for mark in marks_of(each, width, height))
    if len(marks) > MOST:
        raise UnshownError(f"{len(marks):,} marks", f"draw no more than {MOST:,}")
    return Drawn(width, height, marks, tuple(sketcher.words))


def called(function: Callable[[Any], Any], table: object) -> Drawn:
    """Return what the Figure that a function returns draws.

    Raises:
        UnshownError: it holds what paper or deck cannot show, or is no Figure.
        Exception: whatever the function raises.
    """
    from matplotlib.figure import Figure

    from builder.charts.house import defaults

    settings: dict[Any, Any] = {**defaults(), **SETTINGS}
    with matplotlib.rc_context(settings):
        figure = function(table)
        if not isinstance(figure, Figure):
            raise UnshownError(
                f"a {type(figure).__name__}", "let the function return a matplotlib Figure"
            )
        return drawn(figure)


class _Sketcher(Recorder):
    """Records words with what they are, in the faces of the house whatever the Figure asks for."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__(width, height)
        self.words: list[Written] = []
        self._ticks: dict[int, float] = {}

    def begin(self, ticks: dict[int, float]) -> None:
        """Forget what was recorded, and know these ticks."""
        self.operations.clear()
        self.words.clear()
        self._ticks = ticks

    def open_group(self, s: str, gid: str | None = None) -> None:
        """Take no notice of an artist's name."""

    def face(self, prop: FontProperties) -> str:
        """Return the face of the house, as heavy as a text asks."""
        return _face(prop)

    def draw_text(
        self,
        gc: Any,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        """Record words on one line, by the place that they are aligned to."""
        if not s.strip():
            return
        if _POWER in s:
            raise UnshownError(
                f'ticks as powers, "{s}"',
                "print plain numbers: `axis.set_major_formatter(ScalarFormatter())`",
            )
        if ismath:
            raise UnshownError(f'mathematics, "{s}"', "write it in plain characters")
        if round(angle) not in (0, 90):
            raise UnshownError(f'words at an angle, "{s}"', "let words be level, or upright")
        upright = round(angle) == 90
        size = prop.get_size_in_points()
        wide = FontMetrics.of(_face(prop)).width(s, size)
        align = _ALIGNED.get(mtext.get_horizontalalignment() if mtext else "left", "left")
        if upright:
            align = "centre"
        along = _SHARES[align] * wide
        place = (x, self.height - y - along) if upright else (x + along, self.height - y)
        at = self._ticks.get(id(mtext))
        self.words.append(
            Written(
                s,
                round(float(place[0]), 2),
                round(float(place[1]), 2),
                round(float(size), 2),
                text_slot(slot_of(gc.get_rgb())) if slot_of(gc.get_rgb()) != "ink" else "ink",
                align,
                _face(prop) == _STRONG,
                upright,
                None if at is None else _tick(s, at),
            )
        )


def _apart(words: list[Written]) -> None:
    """Raise where words stand on one another, as wide as the faces of slides make them."""
    boxes = [_box(each) for each in words]
    for at, (left, top, right, foot) in enumerate(boxes):
        for to in range(at):
            other = boxes[to]
            if left < other[2] and other[0] < right and top < other[3] and other[1] < foot:
                raise UnshownError(
                    f'words that stand on one another, "{words[to].text}" and "{words[at].text}"',
                    "give them room: a larger Figure, fewer ticks, or words that stand upright",
                )


def _box(words: Written) -> tuple[float, float, float, float]:
    wide = _WIDER * FontMetrics.of(_STRONG if words.strong else _REGULAR).width(
        words.text, words.size
    )
    high = words.size * _CAPITALS
    if words.upright:
        return words.x - high, words.y - wide / 2, words.x, words.y + wide / 2
    left = words.x - _SHARES[words.align] * wide
    return left, words.y - high, left + wide, words.y


def _ticks(figure: Figure) -> dict[int, float]:
    """Return where ticks stand, by the identity of the words that say so."""
    found = {}
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            for tick in (*axis.get_major_ticks(), *axis.get_minor_ticks()):
                found[id(tick.label1)] = found[id(tick.label2)] = float(tick.get_loc())
    return found


def _face(prop: FontProperties) -> str:
    weight: Any = prop.get_weight()
    heavy = weight >= _STRONG_FROM if isinstance(weight, int) else "bold" in weight
    return _STRONG if heavy else _REGULAR


def _tick(text: str, at: float) -> Decimal | None:
    """Return the number that a tick says, where it is where the tick stands."""
    plain = text.replace("\u2212", "-")
    if not _NUMBER.fullmatch(plain):
        return None
    try:
        said = Decimal(plain)
    except InvalidOperation:
        return None
    half = Decimal(1).scaleb(int(said.as_tuple().exponent)) / 2
    return said if abs(float(said) - at) <= float(half) else None
