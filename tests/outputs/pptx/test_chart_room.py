"""Labels of native charts have room: none meets another, a mark of another, or its column's rim."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builder.charts import native_chart
from builder.charts.native import NativeChart
from builder.charts.registry import CrowdedError
from builder.model.chart import ResolvedChart
from builder.model.text import Run
from builder.outputs.pptx.plan import panels
from builder.outputs.pptx.plan.charts import place
from builder.outputs.pptx.plan.measure import PITCH, Ruler
from builder.outputs.pptx.plan.model import ChartItem, GroupItem
from builder.outputs.pptx.plan.plot import PlacedPlot, plotted
from builder.units import Box
from tests.charts import samples
from tests.charts.strategies import charts, small_charts
from tests.outputs.pptx.making import theme
from tests.shares import examples, share

BOX = Box(40, 150, 850, 290)
HALF = Box(40, 150, 400, 290)
RIM = 2.0
BOXES = st.sampled_from((BOX, HALF))


def drawn(chart: ResolvedChart) -> NativeChart:
    made = native_chart(chart, theme())
    assert made is not None
    return made


def item(chart: ResolvedChart, box: Box) -> ChartItem:
    found = place(chart, drawn(chart), box, Ruler(theme().deck), 1)[0]
    assert isinstance(found, ChartItem)
    return found


def stacks(count: int, form: str) -> ResolvedChart:
    """Return stacks of a number of years, all as high as the last of the sample."""
    rows = tuple(replace(row, data=row.data[-1:] * count) for row in samples.stacked().series)
    total = samples.datum("43.7", form)
    return replace(
        samples.stacked(),
        categories=samples.runs(str(2000 + year) for year in range(count)),
        series=rows,
        totals=(total,) * count,
    )


def test_stacks_as_wide_as_their_totals_keep_them() -> None:
    made = item(stacks(7, "≥€43.7bn"), BOX).native
    assert len(made.totals) == 7
    assert not made.value_axis.shown


def test_stacks_narrower_than_their_totals_get_an_axis_instead() -> None:
    made = item(stacks(24, "≥€43.7bn"), BOX).native
    assert made.totals == ()
    assert not any(point.label for series in made.series for point in series.points)
    assert made.value_axis.shown


def test_steps_of_a_waterfall_too_low_to_hold_their_values_have_them_beyond_their_ends() -> None:
    made = item(samples.low_steps(), BOX).native
    said = {point.label[0].text for series in made.series for point in series.points if point.label}
    assert said == {"630", "−13", "+4", "+2", "623"}


@pytest.mark.parametrize("count", [4, 9, 13])
def test_bars_that_hold_their_values_are_as_thick_as_figures_are_high(count: int) -> None:
    few = samples.stacked_bar()
    made = item(
        replace(
            few,
            categories=samples.runs(f"Port {chr(65 + place)}" for place in range(count)),
            series=tuple(replace(row, data=row.data[:1] * count) for row in few.series),
            totals=few.totals[:1] * count,
        ),
        BOX,
    )
    row = made.plot.height / count
    assert any(point.label for series in made.native.series for point in series.points)
    assert row / (1 + made.native.gap_width / 100) >= 0.9 * made.size


def test_of_years_too_close_together_only_some_are_named() -> None:
    assert item(stacks(40, "44"), HALF).native.category_axis.every > 1


@pytest.mark.parametrize("kind", share(["stacked", "grouped", "column", "waterfall"], 4))
def test_no_value_is_wider_than_the_column_that_it_belongs_to(kind: str) -> None:
    ruler = Ruler(theme().deck)

    @settings(
        max_examples=examples(25),
        deadline=None,
        derandomize=True,
        database=None,
    )
    @given(small_charts(kind), BOXES)
    def holds(chart: ResolvedChart, box: Box) -> None:
        plot = plotted(drawn(chart), box, ruler)
        assume(plot is not None)  # what has no room is refused by name
        assert plot is not None
        slot = plot.inner.width / len(plot.native.categories)
        side_by_side = 1 if plot.native.overlap == 100 else len(chart.series)
        column = slot / (side_by_side + plot.native.gap_width / 100)
        for series in plot.native.series:
            room = slot if side_by_side == 1 and series.label_position != "centre" else column
            for point in series.points:
                assert ruler.width(point.label, plot.size) <= room + 0.01
        for total in plot.native.totals:
            assert ruler.width(total.label, plot.size, bold=True) <= slot

    holds()


@pytest.mark.parametrize("kind", share(["bar", "column", "grouped", "waterfall", "multiples"], 2))
def test_a_value_below_zero_stands_within_the_plot_clear_of_the_names(kind: str) -> None:
    ruler = Ruler(theme().deck)

    @settings(
        max_examples=examples(25),
        deadline=None,
        derandomize=True,
        database=None,
    )
    @given(small_charts(kind), BOXES)
    def holds(chart: ResolvedChart, box: Box) -> None:
        native = drawn(chart)
        plots = panels.placed(native, box, ruler) or [plotted(native, box, ruler)]
        for plot in plots:
            if plot is not None and not plot.native.value_axis.shown:
                _judge_below_zero(plot, ruler)

    holds()


def _judge_below_zero(plot: PlacedPlot, ruler: Ruler) -> None:
    for series in plot.native.series:
        for at, point in enumerate(series.points):
            if point.label and point.value is not None and point.value < 0:
                assert _below(plot, at, point.value) >= _needed(plot, point.label, ruler)


def _below(plot: PlacedPlot, at: int, value: Decimal) -> float:
    """Return how far the end of a bar is from the foot of the plot, where the names stand."""
    axis, length = plot.native.value_axis, plot.inner.height
    assert axis.min is not None
    assert axis.max is not None
    if plot.native.type == "COLUMN_STACKED":
        pile = [series.points[at].value or Decimal(0) for series in plot.native.series]
        value = sum((part for part in pile if part < 0), Decimal(0))
    if plot.native.type == "BAR_CLUSTERED":
        length = plot.inner.width
    return float((value - axis.min) / (axis.max - axis.min)) * length


def _needed(plot: PlacedPlot, label: object, ruler: Ruler) -> float:
    if plot.native.type == "BAR_CLUSTERED":
        # Half of the plot is left to the bars, however long the words are.
        return min(ruler.width(label, plot.size), plot.inner.width / 2 - 1)  # type: ignore[arg-type]
    return plot.size * PITCH


@pytest.mark.longer
@pytest.mark.parametrize("kind", share(["scatter", "bubble"], 2))
def test_names_of_points_keep_clear_of_each_other_and_of_other_marks(kind: str) -> None:
    ruler = Ruler(theme().deck)

    @settings(max_examples=examples(40), deadline=None, derandomize=True, database=None)
    @given(charts(kind), BOXES)
    def holds(chart: ResolvedChart, box: Box) -> None:
        made = item(chart, box)
        plot = PlacedPlot(made.native, made.box, made.plot, made.size)
        # Bubbles of no size are rings, whose names are shapes of their own.
        ringed = {
            (number, at)
            for number, series in enumerate(made.native.series)
            for at, point in enumerate(series.points)
            if point.size == 0
        }
        names = {key: box for key, box in named(made, plot, ruler).items() if key[:2] not in ringed}
        for one, other in combinations(names.values(), 2):
            assert not meet(one, other)
        for one in names.values():  # ticks stand beside the plot
            assert plot.inner.left - RIM <= one.left
            assert one.left + one.width <= plot.inner.left + plot.inner.width + RIM
        assert {key[:2] for key in names} == {
            (number, at)
            for number, series in enumerate(made.native.series)
            for at, point in enumerate(series.points)
            if point.label
        }

    holds()


def named(made: ChartItem, plot: PlacedPlot, ruler: Ruler) -> dict[tuple[int, int], Box]:
    """Return the boxes of the names of points, by series and point."""
    found = {}
    for number, at, side in made.sides:
        point = made.native.series[number].points[at]
        assert point.x is not None
        assert point.value is not None
        x, y = plot.across(float(point.x)), plot.height(float(point.value))
        width, height = ruler.width(point.label, made.size), made.size * PITCH
        reach = 9.0 if made.native.type == "XY_SCATTER" else 4.0 + _radius(made, number, at)
        left = {"right": x + reach, "left": x - reach - width}.get(side, x - width / 2)
        top = {"below": y + reach, "above": y - reach - height}.get(side, y - height / 2)
        found[number, at] = Box(left, top, width, height)
    return found


def _radius(made: ChartItem, number: int, at: int) -> float:
    """Return the radius of a bubble: the largest is a quarter of the plot's shorter side across."""
    sizes = [float(p.size or 0) for series in made.native.series for p in series.points]
    share = float(made.native.series[number].points[at].size or 0) / (max(sizes) or 1.0)
    return float(min(made.plot.width, made.plot.height) / 8 * max(share, 0.0) ** 0.5)


def meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )


def test_a_crowd_of_bubbles_names_the_largest_that_can_be_named() -> None:
    crowd = samples.bubble()
    middle = crowd.points[3]
    points = tuple(
        replace(point, x=middle.x, y=middle.y) if point.group in (1, 2) else point
        for point in crowd.points
    )
    made = item(replace(crowd, points=points), BOX).native
    kept = [p.label[0].text for series in made.series for p in series.points if p.label]
    assert 0 < len(kept) < len(points)


@pytest.mark.parametrize("width", [290, 340, 400, 850])
def test_the_key_of_a_ring_divides_no_word_even_beside_points(width: float) -> None:
    ruler = Ruler(theme().deck)
    made = place(samples.doughnut(), drawn(samples.doughnut()), Box(40, 150, width, 220), ruler, 1)
    (key,) = (item for item in made if isinstance(item, GroupItem) and item.name[:6] == "Key to")
    names = [area for area in key.shapes if area.name.startswith("Key ")]
    assert names
    for area in names:
        (paragraph,) = area.paragraphs
        for run in paragraph.runs:
            for word in run.text.split():
                needed = ruler.width((replace(run, text=word),), paragraph.style.size)
                assert needed <= area.box.width


def test_panels_whose_names_have_no_room_are_refused_by_these_names() -> None:
    held = samples.multiples()
    named = replace(
        held,
        series=tuple(
            replace(each, name=Run(f"{each.name.text}, " + "as far as it is known " * 12))
            for each in held.series
        ),
    )
    box = Box(40, 100, 500, 220)
    place(held, drawn(held), box, Ruler(theme().deck), 1)
    with pytest.raises(CrowdedError, match=r"the names of its \d+ panels, such as .*…"):
        place(named, drawn(named), box, Ruler(theme().deck), 1)


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        (("Near", "Far"), 2),
        (("Mohyliv-Podilskyi", "Vinnytskyi", "Tulchynskyi", "Zhmerynskyi"), 2),
        (("A district with a very long name of its own", "Another one that is as long"), 1),
    ],
)
def test_a_legend_that_one_line_does_not_hold_has_rows_above_the_plot(
    names: tuple[str, ...], columns: int
) -> None:
    chart = samples.scatter()
    points = tuple(replace(point, group=at % len(names)) for at, point in enumerate(chart.points))
    made = item(replace(chart, points=points, groups=samples.runs(names)), HALF)
    ruler = Ruler(theme().deck)
    widest = max(ruler.width((key.name,), made.size) for key in made.native.keys)
    rows = -(-len(names) // columns)
    assert made.legend.columns == columns
    assert made.legend.width <= HALF.width
    assert rows == 1 or columns * widest < HALF.width
    assert made.legend.height >= rows * made.size
    assert made.plot.top >= HALF.top + made.legend.height
