"""Charts: a resolved chart in; a display list for the paper or a native chart for the deck out.

matplotlib is imported only when a chart must be drawn, not when it comes from the cache.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from builder.charts.native import NativeChart
from builder.charts.registry import kind_of
from builder.charts.style import Margin
from builder.memory import remembered
from builder.model.annotation import NONE
from builder.model.chart import ResolvedChart
from builder.model.displaylist import DisplayList
from builder.theme.theme import Theme

__all__ = ["DisplayList", "Margin", "NativeChart", "display_list", "native_chart"]

_BYTES: Final = 6  # of a display list, for each character of it in JSON


def display_list(
    chart: ResolvedChart,
    theme: Theme,
    width: float,
    cache: Path | None,
    margin: Margin | None = None,
) -> DisplayList:
    """Return a chart drawn `width` points wide; its height follows its content.

    `cache` is the folder that keeps drawn charts, or None to draw afresh. Its words stand above
    and below it, or in a `margin` on its left.

    Raises:
        builder.charts.recorder.MissingGlyphError: the theme's font cannot draw a character.
    """

    def draw() -> DisplayList:
        from builder.charts.enlarging import enlarged, narrowed
        from builder.charts.house import compose

        factor = theme.paper.scale
        place = narrowed(width, margin, factor)
        return enlarged(compose(chart, theme, place[0], cache, place[1]), factor)

    if cache is None:
        return draw()
    from builder.charts.cache import drawn, key

    name = key(chart, theme, width, margin)
    return remembered(
        ("chart", name, chart.id),
        lambda: drawn(cache, name, chart.id, draw),
        lambda made: _BYTES * len(made.to_json()),
    )


def native_chart(chart: ResolvedChart, theme: Theme) -> NativeChart | None:
    """Return a chart as plain data for PowerPoint; None for kinds that it lacks."""
    made = kind_of(chart.kind).native
    if made is None:
        return None
    from builder.charts.annotating.native import with_titles

    titled = with_titles(made(chart, theme), chart)
    if chart.annotations == NONE:
        return titled
    from builder.charts.annotating.native import with_annotations

    return with_annotations(titled, chart)
