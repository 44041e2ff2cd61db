"""What a chart has no room for: takes its names, says whether some may be left out."""

from __future__ import annotations

from builder.model.chart import ResolvedChart
from builder.model.text import Line


class CrowdedError(ValueError):
    """A chart's words would meet each other; `found` says which, `hint` what to do."""

    def __init__(self, found: str, hint: str) -> None:
        self.found, self.hint = found, hint
        super().__init__(f"{found}; {hint}")


def is_sequence(names: Line) -> bool:
    """Return whether readers know what stands between two names: those of dates and numbers."""
    return all(any(char.isdigit() for char in run.text) for run in names if run.text)


def no_room_for_names(chart: ResolvedChart, where: str = "") -> CrowdedError:
    """Return the error of a chart whose categories cannot all be named; `where` begins with in."""
    instead = {
        "line": "use a bar chart: a line joins what follows one another in time",
        "area": "use a bar chart: an area joins what follows one another in time",
        "bar": "show fewer, or divide the chart in two",
    }.get(chart.kind, "show fewer, or use a bar chart, whose names stand beside its bars")
    return CrowdedError(
        f'chart "{chart.id}" has {len(chart.categories)} categories, '
        f"more than can be named{f' {where}' if where else ''}",
        instead,
    )
