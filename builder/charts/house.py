"""The house style's fixed parts: accent rule, finding, measure, legend, source and note.

Each takes a frame, draws at its `top` and below, and moves `top` on; lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from builder.charts.frame import Frame
from builder.charts.native import Key, rgb
from builder.charts.style import Style
from builder.charts.typeset import ASCENT, DESCENT, balanced, wrapped
from builder.model.chart import ResolvedChart

_RULE: Final = (22.0, 2.2)
_BELOW_RULE: Final = 16.0  # from the rule to the finding's first baseline
_SWATCH: Final = (8.0, 7.0)
_MARKER: Final = 3.6
_AFTER_SWATCH: Final = 11.0
_BETWEEN_KEYS: Final = 13.0


def head(frame: Frame, chart: ResolvedChart, style: Style, *, ruled: bool = True) -> None:
    """Draw the accent rule, the finding and, below it, measure and unit."""
    if ruled:
        frame.rectangle(0, frame.top, *_RULE, style.theme.colours.accent)
    title = balanced(chart.title, style.title, frame.width, chart.language)
    measure = wrapped(chart.subtitle, style.measure, frame.width, chart.language)
    baseline = frame.top + (_BELOW_RULE if ruled else ASCENT * style.title.size)
    frame.put(title, 0, baseline)
    frame.top = baseline + title.depth + DESCENT * style.title.size
    if measure.lines:
        baseline += title.depth + 12.5
        frame.put(measure, 0, baseline)
        frame.top = baseline + measure.depth + DESCENT * style.measure.size
    frame.top += 9


def legend(frame: Frame, keys: Sequence[Key], style: Style) -> None:
    """Draw a row of swatches and names, going on in further rows as needed."""
    across, middle = 0.0, frame.top + _SWATCH[1] / 2
    drawn = False
    for key in keys:
        name = wrapped((key.name,), style.label, frame.width - _AFTER_SWATCH)
        if not name.lines:
            continue
        if across and across + _AFTER_SWATCH + name.width > frame.width:
            across, middle = 0.0, middle + style.label.leading + 2
        _swatch(frame, key, across, middle, style)
        frame.put(name, across + _AFTER_SWATCH, middle + 0.33 * style.label.size)
        middle += name.depth
        across += _AFTER_SWATCH + name.width + _BETWEEN_KEYS
        drawn = True
    if drawn:
        frame.top = middle + _SWATCH[1] / 2 + 9


def foot(frame: Frame, chart: ResolvedChart, style: Style) -> float:
    """Draw the source and, below it, the note; return the height of the whole."""
    bottom = frame.top
    for words in (chart.source_line, chart.note):
        block = wrapped(words, style.source, frame.width, chart.language)
        if block.lines:
            gap = 8 if bottom == frame.top else 2
            frame.put(block, 0, bottom + gap, vertical="top")
            bottom += gap + block.height
    return bottom + 2


def _swatch(frame: Frame, key: Key, left: float, middle: float, style: Style) -> None:
    colour = rgb(key.colour, style.theme)
    if key.marker == "none":
        frame.rectangle(left, middle - _SWATCH[1] / 2, *_SWATCH, colour)
    else:
        frame.marker(key.marker, left + _SWATCH[0] / 2, middle, _MARKER, colour)
