"""Charts drawn beside other work: takes what a paper will ask for, fills the chart cache.

Importing matplotlib and drawing with it is a third of a first build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TypeAlias

from builder import workers
from builder.charts import Margin, display_list
from builder.charts.cache import key
from builder.model.chart import ResolvedChart
from builder.theme.theme import Theme

Wanted: TypeAlias = tuple[ResolvedChart, float, Margin]
"""A chart, its width in points, and the margin that its words will stand in."""


@contextmanager
def drawn_ahead(wanted: Iterable[Wanted], theme: Theme, cache: Path | None) -> Iterator[bool]:
    """Draw what the cache lacks while the block runs, which is told whether that is anything.

    When the block is left, the cache has it. Without a cache nothing could be handed over.
    """
    room = cache is not None and workers.has_room()
    lacking = [
        (chart, width, margin)
        for chart, width, margin in wanted
        if room and cache and not (cache / key(chart, theme, width, margin)).exists()
    ]
    if cache is None or not lacking:
        yield False
        return
    with workers.beside(partial(_draw, lacking, theme, cache)) as drawn:
        yield True
        drawn()


def _draw(wanted: Sequence[Wanted], theme: Theme, cache: Path) -> None:
    for chart, width, margin in wanted:
        # What the theme's font lacks is told, with its place, where the chart is set.
        with suppress(ValueError):
            display_list(chart, theme, width, cache, margin)
