"""Values at points within a line, on slides: clear of lines, error bars, ticks and one another."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from itertools import combinations, pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.charts import native_chart
from builder.charts.markers import crosses
from builder.frozen import replace
from builder.model.annotation import Annotations, Interval, Spot
from builder.model.chart import ResolvedChart
from builder.outputs.pptx import write_deck
from builder.outputs.pptx.plan.forms import shared_area
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.plot import PlacedPlot, plotted
from builder.outputs.pptx.plan.shifting import Beside, off_lines
from builder.units import Box
from tests.charts import samples
from tests.outputs.pptx.making import briefing, chart_use, planned, slide, theme

RULER = Ruler(theme().deck)
YEARS = ("2016", "2018", "2020", "2022", "2024")


def falling(
    *labelled: Spot, intervals: tuple[Interval, ...] = (), form: str = "{}"
) -> ResolvedChart:
    """Return a line that begins high at the left edge of its plot, and another below it."""
    high = samples.series("Trees", ("412", "398", "381", "366", "352"), form=form)
    low = samples.series("Ponds", ("349", "349", "348", "349", "350"))
    return samples.chart(
        "line",
        "Fewer trees stand each year",
        "Thousands",
        categories=samples.runs(YEARS),
        series=(high, low),
        value_axis=samples.axis(340, 420, 20),
        annotations=Annotations(labelled=labelled, intervals=intervals),
    )


def stood(chart: ResolvedChart) -> tuple[PlacedPlot, list[Beside]]:
    native = native_chart(chart, theme())
    assert native is not None
    plot = plotted(native, Box(40, 100, 500, 300), RULER)
    assert plot is not None
    return plot, list(off_lines(plot, RULER))


def corners(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.left + box.width, box.top + box.height


def test_the_first_value_stands_off_the_ticks_and_off_its_own_line() -> None:
    plot, (first,) = stood(falling(Spot(0, 0), form="{} thousand trees that stand"))
    assert first.box.left >= plot.inner.left
    assert first.side == "right"
    course = [
        (x, plot.height(float(point.value or 0)))
        for x, point in zip(plot.middles(), plot.native.series[0].points, strict=True)
    ]
    assert not any(crosses(line, corners(first.box)) for line in pairwise(course))


def test_no_error_bar_of_a_neighbour_runs_through_a_value() -> None:
    bars = tuple(
        Interval(Spot(0, at), Decimal(value) - 9, Decimal(value) + 9)
        for at, value in enumerate(("412", "398", "381", "366", "352"))
    )
    plot, found = stood(falling(*(Spot(0, at) for at in range(4)), intervals=bars))
    assert len(found) == 4
    for each in found:
        for x, bar in zip(plot.middles(), bars, strict=True):
            line = (x, plot.height(float(bar.low))), (x, plot.height(float(bar.high)))
            assert not crosses(line, corners(each.box))


def test_values_of_several_lines_at_one_place_stand_apart() -> None:
    chart = falling(Spot(0, 2), Spot(1, 2))
    near = samples.series("Ponds", ("410", "397", "382", "367", "351"))
    _, found = stood(replace(chart, series=(chart.series[0], near)))
    assert len(found) == 2
    assert all(shared_area(one.box, other.box) == 0 for one, other in combinations(found, 2))


@settings(max_examples=30, deadline=None, derandomize=True, database=None)
@given(
    st.lists(st.lists(st.floats(1, 12), min_size=4, max_size=4), min_size=6, max_size=6),
    st.integers(0, 2),
)
def test_values_of_very_unlike_lines_stand_apart_at_one_place(
    powers: list[list[float]], at: int
) -> None:
    rows = [[f"{10**power:.0f}" for power in row] for row in powers]
    most = max(int(value) for row in rows for value in row)
    chart = samples.chart(
        "line",
        "Lines from ten to a trillion",
        "Tonnes",
        categories=samples.runs(YEARS[:4]),
        series=tuple(samples.series(f"Row {n + 1}", row, n) for n, row in enumerate(rows)),
        value_axis=samples.axis(0, most, -(-most // 5)),
        annotations=Annotations(labelled=tuple(Spot(row, at) for row in range(6))),
    )
    _, found = stood(chart)
    assert len(found) == 6
    for one, other in combinations(found, 2):
        (left, top, right, foot), (left_, top_, right_, foot_) = map(corners, (one.box, other.box))
        beside = min(right, right_) <= max(left, left_)
        # Half a point of a line's height is air, above and below its letters.
        assert beside or min(foot, foot_) - max(top, top_) <= 0.5, (one, other)


def test_no_line_leads_to_a_label_that_is_moved(tmp_path: Path) -> None:
    near = samples.series("Ponds", ("410", "397", "382", "367", "351"))
    chart = replace(falling(), series=(falling().series[0], near))
    deck = tmp_path / "deck.pptx"
    write_deck(planned(briefing(slide("One", chart_use("line")), charts=(chart,))), theme(), deck)
    with zipfile.ZipFile(deck) as held:
        (name,) = (each for each in held.namelist() if re.fullmatch(r"ppt/charts/[^/]+\.xml", each))
        written = held.read(name).decode()
    assert "manualLayout" in written.split("<c:dLbls>", 1)[1]
    assert '<c15:showLeaderLines val="0"/>' in written
