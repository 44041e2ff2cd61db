"""What a chart has no room for: takes its names, says whether some may be left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from builder.charts.registry import kind_of
from builder.model.chart import ResolvedChart
from builder.model.text import Line

_MOST_SHOWN: Final = 8


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
    return CrowdedError(
        f'chart "{chart.id}" has {len(chart.categories)} categories, '
        f"more than can be named{f' {where}' if where else ''}",
        kind_of(chart.kind).crowded,
    )


def unnamed(chart: ResolvedChart, printed: Iterable[str], where: str) -> tuple[str, str] | None:
    """Return what to warn of where points of a chart go without the names they should have.

    `printed` are the texts that stand in it, `where` begins with a preposition.
    """
    found = set(printed)
    named = [point.label.text for point in chart.points if point.named and point.label.text]
    left = [name for name in named if name not in found]
    if not left:
        return None
    shown = ", ".join(f'"{name}"' for name in left[:_MOST_SHOWN])
    more = f" and {len(left) - _MOST_SHOWN} more" if len(left) > _MOST_SHOWN else ""
    return (
        f'chart "{chart.id}" has no room {where} for {len(left)} of its {len(named)} names: '
        f"{shown}{more}",
        "name by `highlight` the points that matter: only they are named then"
        if all(point.named for point in chart.points)
        else "highlight fewer points, shorten their names, or give the chart a slide of its own",
    )
