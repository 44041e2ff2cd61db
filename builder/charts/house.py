"""A whole chart, drawn: takes a resolved chart, a theme and a width, returns a display list.

The house style's fixed parts (accent rule, finding, measure, legend, source and note) each take a
frame, draw at its `top` and below, and move `top` on; lengths are points.
"""

from __future__ import annotations

import atexit
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from builder.charts.annotating import NotedFrame
from builder.charts.frame import Frame, pattern_of
from builder.charts.meeting import words_box
from builder.charts.native import Swatch, rgb
from builder.charts.registry import CrowdedError, kind_of
from builder.charts.style import ChartStyle, Margin
from builder.charts.typeset import ASCENT, DESCENT, balanced, wrapped
from builder.model.annotation import NONE
from builder.model.chart import ResolvedChart
from builder.model.displaylist import DisplayList
from builder.theme.theme import Theme

_RULE: Final = (22.0, 2.2)
_BELOW_RULE: Final = 16.0  # from the rule to the finding's first baseline
_SWATCH: Final = (8.0, 7.0)
_MARKER: Final = 3.6
_LINE: Final = 1.8
_AFTER_SWATCH: Final = 11.0
_BETWEEN_KEYS: Final = 13.0
_HAIR: Final = 0.2

_HEAD: Final = 8.0  # points above a plot that no finding stands over


def head(frame: Frame, chart: ResolvedChart, style: ChartStyle, *, ruled: bool = True) -> None:
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


def legend(frame: Frame, keys: Sequence[Swatch], style: ChartStyle) -> None:
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


def foot(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the source and, below it, the note; return the height of the whole."""
    bottom = frame.top
    for words in (chart.source_line, chart.note):
        block = wrapped(words, style.source, frame.width, chart.language)
        if block.lines:
            gap = 8 if bottom == frame.top else 2
            frame.put(block, 0, bottom + gap, vertical="top")
            bottom += gap + block.height
    return bottom + 2


def _swatch(frame: Frame, key: Swatch, left: float, middle: float, style: ChartStyle) -> None:
    colour = rgb(key.colour, style.theme)
    if key.marker == "none":
        pattern = pattern_of(key.colour, style.theme)
        frame.rectangle(left, middle - _SWATCH[1] / 2, *_SWATCH, colour, pattern=pattern)
    elif key.marker == "dash":
        frame.line([(left, middle), (left + _SWATCH[0], middle)], colour, _LINE)
    else:
        frame.marker(key.marker, left + _SWATCH[0] / 2, middle, _MARKER, colour)


def compose(
    chart: ResolvedChart,
    theme: Theme,
    width: float,
    cache: Path | None = None,
    margin: Margin | None = None,
) -> DisplayList:
    """Return the finding, the plot and the source, one below the other, `width` points wide.

    With a `margin` of some width, finding and source stand in it, on the left of the drawing.
    matplotlib may keep files of its own in the folder `cache`.

    Raises:
        MissingGlyphError: the theme's font cannot draw a character.
        CrowdedError: words have no room.
    """
    load(cache)
    style = ChartStyle.of(theme)
    with _by_defaults():
        kind = NotedFrame if chart.annotations != NONE else Frame
        frame = kind(width, chart.extent)
        frame.less = margin.less if margin is not None else 0.0
        if margin is not None and margin.width:
            return frame.finish(_beside(frame, chart, style, margin))
        head(frame, chart, style, ruled=margin is None)
        frame.top = kind_of(chart.kind).draw(frame, chart, style)
        return _whole(chart, frame.finish(foot(frame, chart, style)))


def _whole(chart: ResolvedChart, drawn: DisplayList) -> DisplayList:
    """Return a drawing whose words stand within its width.

    Raises:
        CrowdedError: some reach over its sides, where a page or a neighbour would cut them.
    """
    boxes = (box for each in drawn.texts if (box := words_box(each)))
    if any(box.left < -_HAIR or box.right > drawn.width + _HAIR for box in boxes):
        raise CrowdedError(
            f'chart "{chart.id}" has words that reach over its sides',
            "shorten its names by `labels`, print shorter numbers, or give it the page's width by "
            "`size: hero`",
        )
    return drawn


def load(cache: Path | None) -> None:
    """Import what charts are drawn with, which takes longer than to draw some."""
    _settle_matplotlib(cache)
    with _undescribed():
        for name in ("figure", "patches", "text", "transforms"):
            import_module(f"matplotlib.{name}")


@contextmanager
def _undescribed() -> Iterator[None]:
    """Let matplotlib be imported without the lists of settings in the help of each of its classes,
    which it makes by looking through all of their methods, and which take half of the time.
    """
    from matplotlib.artist import Artist

    listed: Final = "_update_set_signature_and_docstring"
    kept = vars(Artist).get(listed)
    if kept is None:  # a matplotlib of other ways
        yield
        return
    setattr(Artist, listed, classmethod(_leave_undescribed))
    try:
        yield
    finally:
        setattr(Artist, listed, kept)


def _leave_undescribed(kind: Any) -> None:
    kind.set._autogenerated_signature = True


def _beside(frame: Frame, chart: ResolvedChart, style: ChartStyle, margin: Margin) -> float:
    """Draw the chart's words in the margin and the plot beside them; return the height."""
    frame.top = margin.top
    away = -margin.width - margin.gap
    with frame.shifted(away, margin.width):
        head(frame, chart, style, ruled=False)
    said, frame.top = frame.top, _HEAD
    plotted = kind_of(chart.kind).draw(frame, chart, style)
    frame.top = said - _HEAD
    with frame.shifted(away, margin.width):
        height = max(plotted, foot(frame, chart, style))
    frame.free = height - plotted
    return height


@contextmanager
def _by_defaults() -> Iterator[None]:
    """Let charts be drawn by matplotlib's own settings, which take a while to be made: not where
    they are in use already.
    """
    import matplotlib

    own = defaults()
    if all(dict.get(matplotlib.rcParams, name) == value for name, value in own.items()):
        yield
        return
    with matplotlib.rc_context(own):
        yield


@cache
def defaults() -> dict[Any, Any]:
    """Return matplotlib's own settings: a user's matplotlibrc must not change a chart.

    The backend is left out: to ask for it is to import pyplot, which costs as much again as
    the rest of matplotlib, and no chart of ours has one.
    """
    import matplotlib

    defaults = matplotlib.rcParamsDefault
    return {name: defaults[name] for name in defaults if not name.startswith("backend")}


def _settle_matplotlib(cache: Path | None) -> None:
    """Let matplotlib keep its list of fonts where the home folder cannot be written to.

    It would otherwise look through all of the machine's fonts in every run, and complain. It has
    no public way not to do so even once, although no chart uses a font of the machine's.
    """
    at_home = cache is not None and os.access(os.path.expanduser("~"), os.W_OK)
    if "MPLCONFIGDIR" in os.environ or at_home:
        return
    if cache is None:
        import tempfile

        kept = tempfile.TemporaryDirectory(prefix="paperdeck-")
        atexit.register(kept.cleanup)
        folder = Path(kept.name)
    else:
        folder = cache / "matplotlib"
        folder.mkdir(parents=True, exist_ok=True)
    os.environ["MPLCONFIGDIR"] = str(folder)
