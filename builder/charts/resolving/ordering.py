"""Series that follow one another: names in, whether they do out.

Years, ages and quantiles are told apart by how far they are along, not by colours of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from builder.charts.registry import ChartType
from builder.charts.resolving.grid import Grid
from builder.model.chart import ChartSpec
from builder.problems import Problems
from builder.theme.ramp import MOST


def are_ordered(spec: ChartSpec, grid: Grid, kind: ChartType) -> bool:
    """Return whether a chart's series take steps of one hue: as stated, or as their names say."""
    if len(grid.series) < 2 or kind.whole or not kind.distinct or spec.ordered == "false":
        return False
    if spec.ordered == "true":
        return True
    names = [named.run.text for named in grid.series]
    return len(names) <= MOST and follow(names)


def follow(names: Sequence[str]) -> bool:
    """Return whether names begin alike up to a number, and their numbers rise or fall throughout.

    So do 2014 and 2024; 0–14, 15–64 and 65+; Q1 to Q4.
    """
    parts = [re.match(r"(\D*)(\d.*)", name) for name in names]
    found = [part for part in parts if part is not None]
    if len(found) < len(names) or len({part[1] for part in found}) > 1:
        return False
    numbers = [[*map(Decimal, re.findall(r"\d+", part[2]))] for part in found]
    steps = [*pairwise(numbers)]
    return all(one < other for one, other in steps) or all(one > other for one, other in steps)


def check_ordered(spec: ChartSpec, grid: Grid, problems: Problems) -> None:
    """Report more series in order than one hue has steps that can be told apart."""
    if spec.ordered == "true" and len(grid.series) > MOST:
        problems.error(
            spec.place,
            f'chart "{spec.id}" needs {len(grid.series)} steps of one hue, but only {MOST} can be '
            "told apart",
            "join some of the series, or divide the chart in two",
        )
