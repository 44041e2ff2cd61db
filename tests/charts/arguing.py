"""Random charts that argue: with a line, a band and, where their kind takes one, an arrow."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from builder.charts.registry import KINDS, kind_of
from builder.model.annotation import WHOLE, Annotations, Band, Difference, Level, Spot
from builder.model.chart import Axis, ResolvedChart
from builder.model.text import Run
from tests.charts import samples
from tests.charts.strategies import charts, names

ARGUING = tuple(kind for kind in KINDS if kind_of(kind).annotates)
TWENTIETHS = 20


@st.composite
def arguing(draw: st.DrawFn, kind: str) -> ResolvedChart:
    """Return a chart of a kind with annotations that stand within its axis."""
    chart = draw(charts(kind))
    axis = chart.x_axis if kind_of(kind).raw and chart.x_axis else chart.value_axis
    if axis is None or axis.min == axis.max:
        return chart
    at, *ends = (draw(st.integers(1, TWENTIETHS - 1)) for _ in range(3))
    level = _along(axis, at)
    low, high = (_along(axis, end) for end in sorted(ends))
    held = Annotations(
        levels=(Level(level, samples.runs([draw(names)]), Run(f"{level:.1f}")),),
        bands=(Band(low, high, samples.runs([f"{draw(names)} {low:.1f} to {high:.1f}"])),)
        if low < high
        else (),
        differences=_arrows(draw, chart),
    )
    return replace(chart, annotations=held)


def _along(axis: Axis, share: int) -> Decimal:
    return axis.min + (axis.max - axis.min) * share / TWENTIETHS


def _arrows(draw: st.DrawFn, chart: ResolvedChart) -> tuple[Difference, ...]:
    """Return an arrow between two whole stacks, or two marks of the only series."""
    kind = kind_of(chart.kind)
    if "difference" not in kind.annotates or not (kind.adds_up or len(chart.series) == 1):
        return ()
    data = chart.series[0].data
    held = [at for at, datum in enumerate(data) if datum.value is not None]
    if len(held) < 2:
        return ()
    first, last = sorted(draw(st.lists(st.sampled_from(held), min_size=2, max_size=2, unique=True)))
    of = WHOLE if kind.adds_up else 0
    says = samples.runs([draw(st.sampled_from(("+12%", "3.5×", "−4 million tonnes")))])
    return (Difference(Spot(of, first), Spot(of, last), says, says),)
