"""A whole chart, drawn: takes a resolved chart, a theme and a width, returns a display list."""

from __future__ import annotations

import atexit
import os
import tempfile
from pathlib import Path
from typing import Any, Final

from builder.charts import house
from builder.charts.frame import Frame
from builder.charts.margin import Margin
from builder.charts.registry import kind_of
from builder.charts.style import Style
from builder.model.chart import ResolvedChart
from builder.model.displaylist import DisplayList
from builder.theme.theme import Theme

_HEAD: Final = 5.0  # points above a plot that no finding stands over


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
    """
    _settle_matplotlib(cache)
    import matplotlib

    style = Style.of(theme)
    with matplotlib.rc_context(_defaults()):
        frame = Frame(width)
        if margin is not None and margin.width:
            return frame.finish(_beside(frame, chart, style, margin))
        house.head(frame, chart, style, ruled=margin is None)
        frame.top = kind_of(chart.kind).draw(frame, chart, style)
        return frame.finish(house.foot(frame, chart, style))


def _beside(frame: Frame, chart: ResolvedChart, style: Style, margin: Margin) -> float:
    """Draw the chart's words in the margin and the plot beside them; return the height."""
    frame.top = margin.top
    with frame.beside(margin):
        house.head(frame, chart, style, ruled=False)
    said, frame.top = frame.top, _HEAD
    plotted = kind_of(chart.kind).draw(frame, chart, style)
    frame.top = said - _HEAD
    with frame.beside(margin):
        return max(plotted, house.foot(frame, chart, style))


def _defaults() -> dict[Any, Any]:
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
        kept = tempfile.TemporaryDirectory(prefix="paperdeck-")
        atexit.register(kept.cleanup)
        folder = Path(kept.name)
    else:
        folder = cache / "matplotlib"
        folder.mkdir(parents=True, exist_ok=True)
    os.environ["MPLCONFIGDIR"] = str(folder)
