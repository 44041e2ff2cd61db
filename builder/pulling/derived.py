"""What a chart computes by itself, as someone left it in; what does not follow, refused, out.

Where bars that float begin, and totals that no figure states, follow from the plotted values.
Someone who changes a step in PowerPoint has to move them by hand: that is no change of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.charts import native_chart
from builder.charts.native import NativePoint
from builder.model.chart import ResolvedChart
from builder.model.text import Owner, plain
from builder.outputs.pptx.plan.ledger import number_text
from builder.pulling.changes import Refusal, Spot
from builder.pulling.shown_charts import settled
from builder.pulling.text import level
from builder.theme.theme import Theme


@dataclass(frozen=True)
class Derived:
    """A computed number that has changed, by its chart, series and place in that.

    `old` and `new` are texts; a `label` is what is printed there, else it is the cell.
    """

    chart: str
    series: str
    place: int
    old: str
    new: str
    spot: Spot
    label: bool = False


def is_derived(owner: Owner | None, chart: str) -> bool:
    """Return whether a number of a chart is computed by the chart itself."""
    if owner is None:
        return False
    return owner.kind == "tick" or (owner.kind == "cell" and owner.id.startswith(f"{chart}!total/"))


def unfollowed(
    changed: Iterable[Derived], charts: Mapping[str, ResolvedChart], theme: Theme
) -> Iterator[Refusal]:
    """Yield a refusal for each number that is not what the charts, as changed, compute."""
    for one in changed:
        point = _point(one, charts, theme)
        if point is None:
            expected = ""
        elif one.label:
            expected = level(plain(point.label))
        else:
            expected = "" if point.value is None else settled(number_text(point.value))
        if expected != one.new:
            yield Refusal(
                f"“{one.new}” stands where the chart computes “{expected or one.old}”",
                "change the values that it follows from: it comes along by itself",
                (one.spot,),
            )


def _point(one: Derived, charts: Mapping[str, ResolvedChart], theme: Theme) -> NativePoint | None:
    drawn = native_chart(charts[one.chart], theme) if one.chart in charts else None
    for series in drawn.series if drawn is not None else ():
        if series.name.text == one.series and one.place < len(series.points):
            return series.points[one.place]
    return None
