"""Figure: a drawing by a function of an installed package, which returns a matplotlib Figure.

The paper has its outlines and words as they are; slides show a shape for each mark, and its words.
"""

from __future__ import annotations

from typing import Any, Final

from builder.charts.frame import Frame
from builder.charts.kinds.figure.resolving import FUNCTION, resolve
from builder.charts.native import rgb
from builder.charts.registry import Account, ChartType, CrowdedError, KindKey
from builder.charts.style import ChartStyle
from builder.charts.telling.teller import Teller
from builder.charts.typeset import one_line, to_baseline
from builder.model.chart import ResolvedChart
from builder.model.displaylist import Place, SketchMark, SketchWords, steps

_LEAST: Final = 6.0  # the size of the smallest words
_MOST: Final = 1.2
_DASH: Final = (3.0, 2.0)  # widths of the line
_CODES: Final = {"M": 1, "L": 2, "C": 4, "Z": 79}  # as matplotlib.path.Path numbers them


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the sketch below the frame's top; return the foot of the drawing.

    Raises:
        CrowdedError: its words would be too small to be read.
    """
    sketch = chart.sketch
    if sketch is None:
        return frame.top
    scale = min(frame.width / sketch.width, _MOST)
    if min((words.size for words in sketch.words), default=_LEAST) * scale < _LEAST:
        raise CrowdedError(
            f'chart "{chart.id}" has words that are too small to be read in its place',
            "draw a narrower Figure, or set its words larger",
        )
    for mark in sketch.marks:
        _mark(frame, mark, scale, style)
    for words in sketch.words:
        _words(frame, words, scale, style)
    return frame.top + scale * sketch.height


def _mark(frame: Frame, mark: SketchMark, scale: float, style: ChartStyle) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    places: list[Place] = []
    codes: list[Any] = []
    for command, numbers in steps(mark.outline):
        places += [(scale * x, frame.top + scale * y) for x, y in numbers] or [places[-1]]
        codes += [_CODES[command]] * max(1, len(numbers))
    dash = (0, _DASH) if mark.dashed else "solid"
    path = Path(places, codes)
    path.should_simplify = False
    frame.add(
        PathPatch(
            path,
            facecolor=rgb(mark.fill, style.theme) if mark.fill else "none",
            edgecolor=rgb(mark.edge, style.theme) if mark.edge else "none",
            linewidth=mark.width * scale if mark.edge else 0,
            linestyle=dash,
            joinstyle="round",
        )
    )


def _words(frame: Frame, words: SketchWords, scale: float, style: ChartStyle) -> None:
    type_ = style.strong if words.strong else style.value
    type_ = type_.at(words.size * scale).inked(rgb(words.colour, style.theme))
    block = one_line(words.says, type_)
    x, y = scale * words.x, frame.top + scale * words.y
    if words.upright:
        middle = x - to_baseline(block, "middle")
        frame.put(block, middle, y, words.align, upright=True)
    else:
        frame.put(block, x, y, words.align)


def tell(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell nothing: only its author knows what it shows."""
    return Account()


KIND: Final = ChartType(
    name="figure",
    called={
        "en": "Figure",
        "de": "Abbildung",
        "fr": "Figure",
        "uk": "Рисунок",
    },
    resolve=resolve,
    tells=tell,
    draw=draw,
    counted=("a figure of a package", "figures of packages"),
    keys=(
        KindKey(
            FUNCTION,
            "The function of an installed package that draws the chart, by the name of its entry "
            "point.",
            "only a figure is drawn by a function: make it `kind: figure`, or remove the key",
            missing="name by `function` an entry point of the group paperdeck.charts",
            form="words",
        ),
    ),
    drawn_from=("table",),
    from_zero=False,
    distinct=False,
    ignores=(),
)
