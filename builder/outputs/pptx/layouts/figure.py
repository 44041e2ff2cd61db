"""Headline and a figure of a package's, with points below where any are.

Each mark is a shape of its own, and words are text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from builder.charts.registry import CrowdedError
from builder.model.chart import ResolvedChart
from builder.model.displaylist import Sketch, SketchMark, SketchWords, steps
from builder.outputs.pptx.layouts.exhibits import diagram_layout
from builder.outputs.pptx.plan.forms import Outline, Pen
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import (
    CHART_COLOUR,
    Align,
    FilledForm,
    GroupItem,
    Paragraph,
    ParagraphStyle,
)
from builder.units import Box

_LEAST: Final = 10.0  # the size of the smallest words
_ASCENT: Final = 0.72
_THINNEST: Final = 0.1
_ALIGNED: Final[dict[str, Align]] = {"left": "l", "centre": "ctr", "right": "r"}
_SHARES: Final = {"left": 0.0, "centre": 0.5, "right": 1.0}


def figure(
    chart: ResolvedChart, box: Box, sizes: Sequence[float], ruler: Ruler
) -> tuple[GroupItem, ...]:
    """Return the figure as one group.

    Raises:
        CrowdedError: its words would be too small to be read.
    """
    sketch = chart.sketch
    if sketch is None:
        return ()
    scale = min(box.width / sketch.width, box.height / sketch.height)
    smallest = min((words.size for words in sketch.words), default=_LEAST)
    if smallest * scale < _LEAST:
        raise CrowdedError(
            f'chart "{chart.id}" has words that are too small to be read on a slide',
            "draw a lower Figure, or set its words larger",
        )
    shapes = (*_marks(sketch, box, scale), *_texts(sketch, box, scale, ruler))
    return (GroupItem(f"Figure {chart.id}", shapes, chart.alt, chart.id),)


def _marks(sketch: Sketch, box: Box, scale: float) -> Iterator[FilledForm]:
    for number, mark in enumerate(sketch.marks, 1):
        places = [place for _, each in steps(mark.outline) for place in each]
        if not places:
            continue
        left, top = (min(place[axis] for place in places) for axis in (0, 1))
        right, foot = (max(place[axis] for place in places) for axis in (0, 1))
        wide, high = max(right - left, _THINNEST), max(foot - top, _THINNEST)
        path = "".join(
            command + " ".join(f"{x - left:.2f} {y - top:.2f}" for x, y in each)
            for command, each in steps(mark.outline)
        )
        where = Box(box.left + scale * left, box.top + scale * top, scale * wide, scale * high)
        yield FilledForm(
            f"Mark {number}",
            where,
            CHART_COLOUR + mark.fill if mark.fill else "",
            outline=Outline(path, wide, high),
            pen=_pen(mark, scale),
        )


def _pen(mark: SketchMark, scale: float) -> Pen | None:
    return Pen(CHART_COLOUR + mark.edge, mark.width * scale, mark.dashed) if mark.edge else None


def _texts(sketch: Sketch, box: Box, scale: float, ruler: Ruler) -> Iterator[FilledForm]:
    for number, words in enumerate(sketch.words, 1):
        size = round(words.size * scale, 1)
        align: Align = "ctr" if words.upright else _ALIGNED[words.align]
        style = ParagraphStyle(
            size, bold=words.strong, align=align, colour=CHART_COLOUR + words.colour
        )
        paragraph = Paragraph(words.says, style)
        wide = ruler.width(words.says, size, bold=words.strong) + 2
        high = ruler.height((paragraph,), wide + 2)
        yield FilledForm(
            f"Words {number}",
            _place(words, box, scale, (wide, high), size),
            paragraphs=(paragraph,),
            anchor="ctr",
            turned=words.upright,
        )


def _place(
    words: SketchWords, box: Box, scale: float, room: tuple[float, float], size: float
) -> Box:
    """Return the box of words whose baseline is where the figure has it."""
    wide, high = room
    x, y = box.left + scale * words.x, box.top + scale * words.y
    up = _ASCENT * size / 2  # from the baseline to the middle of capitals
    if words.upright:
        return Box(x - up - high / 2, y - wide / 2, high, wide)
    return Box(x - _SHARES[words.align] * wide, y - up - high / 2, wide, high)


LAYOUT: Final = diagram_layout("figure", "Figure", "figure of a package", figure, ("figure",))
