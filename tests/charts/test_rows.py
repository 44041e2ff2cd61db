"""Dots on rows: each at its value, what joins two of them, and where their values stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from builder.charts import display_list, native_chart
from builder.charts.native import rgb
from builder.model.chart import ResolvedChart
from builder.model.displaylist import DisplayList, Path
from builder.model.text import plain
from builder.outputs.pptx.plan.model import FilledForm, GroupItem, Stroke
from builder.theme.theme import Theme
from tests.charts import apart, samples
from tests.charts.boxes import box
from tests.outputs.pptx.making import briefing, chart_use, planned, slide
from tests.resolve.making import chart as resolved
from tests.resolve.making import table


def drawn(chart: ResolvedChart, theme: Theme) -> DisplayList:
    return display_list(chart, theme, 453.5, None)


def middles(picture: DisplayList, colour: str) -> list[float]:
    """Return how far across the marks of a colour stand, from the first row down."""
    boxes = [mark.box for mark in apart.marks(picture)[1:] if mark.fill == colour]
    return [(each[0] + each[2]) / 2 for each in sorted(boxes, key=lambda each: -each[1])]


def joins(picture: DisplayList, width: float) -> list[tuple[float, float]]:
    """Return from where to where the lines of a width lead, from the first row down."""
    found = [
        [float(part) for part in item.data.replace(" m", "").replace(" l", "").split()]
        for item in picture.operations
        if isinstance(item, Path) and item.stroke and item.stroke.width == width
    ]
    return [(each[0], each[2]) for each in sorted(found, key=lambda each: -each[1])]


def as_far(places: list[float], values: list[float]) -> Callable[[float], float]:
    """Return the scale on which the first and last of some values stand at their places."""
    unit = (places[-1] - places[0]) / (values[-1] - values[0])
    return lambda value: places[0] + (value - values[0]) * unit


def test_a_dot_stands_at_its_value_and_a_row_without_one_keeps_its_name(theme: Theme) -> None:
    picture = drawn(samples.dot_plot(), theme)
    at = middles(picture, rgb("muted", theme))
    scale = as_far(at, [41, 17, 9])
    assert at == pytest.approx([scale(41), scale(17), scale(9)], abs=0.02)
    assert middles(picture, rgb("accent1", theme)) == pytest.approx([scale(33.5)], abs=0.02)
    assert "Bergen" in {text.text for text in picture.texts}


def test_dots_of_several_series_differ_in_shape_and_are_read_off_an_axis(theme: Theme) -> None:
    picture = drawn(samples.several_dots(), theme)
    marks = apart.marks(picture)[1:]
    assert len({(mark.fill, len(mark.corners)) for mark in marks}) == 3
    assert len({len(mark.corners) for mark in marks}) >= 2
    assert {"0", "2", "10"} <= {text.text for text in picture.texts}
    made = native_chart(samples.several_dots(), theme)
    assert made is not None
    assert len({series.marker for series in made.series}) == 3
    assert made.category_axis.shown


def test_a_range_is_a_bar_from_its_least_value_to_its_greatest(theme: Theme) -> None:
    bars = joins(drawn(samples.ranges(), theme), 9.0)
    scale = as_far([bars[0][0], bars[0][1]], [-2, 18])
    assert bars[1:] == [
        pytest.approx((scale(low), scale(high)), abs=0.03)
        for low, high in ((2, 24), (1.5, 19), (4, 14))
    ]


def test_a_dumbbell_joins_its_two_dots_and_one_alone_to_none(theme: Theme) -> None:
    picture = drawn(samples.dumbbell(), theme)
    before, after = (middles(picture, rgb(slot, theme)) for slot in ("accent1", "accent2"))
    lines = [line for line in joins(picture, 2.0) if line[1] - line[0] > 0.1]
    pairs = zip(before[:2], after[:2], strict=True)
    assert lines == [pytest.approx((min(each), max(each)), abs=0.03) for each in pairs]
    scale = as_far(before[:2], [14, 8])
    assert after == pytest.approx([scale(value) for value in (9, 15, 12, 11)], abs=0.05)


@pytest.mark.parametrize("make", [samples.ranges, samples.dumbbell])
def test_the_lower_value_stands_on_the_left_and_the_higher_on_the_right(
    make: Callable[[], ResolvedChart], theme: Theme
) -> None:
    chart = make()
    made = native_chart(chart, theme)
    assert made is not None
    sides = {
        (number, int(len(chart.categories) - (point.value or 0))): point.side
        for number, series in enumerate(made.series)
        for point in series.points
    }
    for place in range(len(chart.categories)):
        low, high = (series.data[place].value for series in chart.series)
        if low is None or high is None:
            continue
        assert sides[0, place] == ("left" if low <= high else "right")
        assert sides[1, place] == ("right" if low <= high else "left")


@pytest.mark.parametrize("kind", ["dumbbell", "range"])
def test_marks_far_from_zero_fill_the_width_and_an_axis_says_where_it_begins(
    kind: str, theme: Theme
) -> None:
    text = "trade,then,now\nNurse,1141,1341\nCook,695,1000\nHairdresser,520,682\n"
    made = resolved(kind, data=(table("t", text),), table="t", x="trade", y=("then", "now"))
    picture = drawn(made, theme)
    lines = joins(picture, 9.0 if kind == "range" else 2.0)
    words = {each.text: box(each) for each in picture.texts}
    held = max(line[1] for line in lines) - min(line[0] for line in lines)
    assert held > 0.75 * (words["1,400"].left - words["400"].right)
    assert "0" not in words
    assert {"Nurse", "1,141", "520"} <= set(words)
    native = native_chart(made, theme)
    assert native is not None
    assert native.category_axis.shown
    assert native.category_axis.min == 400


def test_marks_near_zero_keep_it(theme: Theme) -> None:
    text = "trade,then,now\nNurse,300,1341\nCook,695,1000\n"
    made = resolved("dumbbell", data=(table("t", text),), table="t", x="trade", y=("then", "now"))
    assert made.value_axis is not None
    assert (made.value_axis.min, made.value_axis.shown) == (0, False)


@pytest.mark.parametrize("kind", ["dumbbell", "range"])
def test_marks_with_two_ends_are_ordered_by_the_second(kind: str) -> None:
    text = "trade,then,now\nNurse,10,70\nCook,60,80\nBaker,20,90\nMason,50,\n"
    text = text if kind == "dumbbell" else text.replace("Mason,50,\n", "")
    keys = {"data": (table("t", text),), "table": "t", "x": "trade", "y": ("then", "now")}
    made = resolved(kind, order="descending", **keys)
    names = [run.text for run in made.categories]
    assert names[:3] == ["Baker", "Cook", "Nurse"]
    assert names[3:] == ["Mason"] * (kind == "dumbbell")


def strokes_across(picture: DisplayList) -> int:
    """Count the lines that neither lie nor stand."""
    lines = [
        [float(part) for part in item.data.replace(" m", "").replace(" l", "").split()]
        for item in picture.operations
        if isinstance(item, Path) and item.stroke and item.data.count(" l") == 1
    ]
    return sum(x != to and y != end for x, y, to, end in lines)


@pytest.mark.parametrize("kind", ["box", "dot_plot"])
@pytest.mark.parametrize(("least", "broken"), [(80, 2), (0, 0)])
def test_paper_and_deck_break_the_axis_of_rows_that_leaves_out_zero(
    kind: str, least: int, broken: int, theme: Theme
) -> None:
    text = "port,wait\n" + "".join(
        f"{port}{at if kind == 'dot_plot' else ''},{least + at * step}\n"
        for port, step in (("Kiel", 2), ("Riga", 3))
        for at in range(7)
    )
    made = resolved(kind, data=(table("t", text),), table="t", x="port", y=("wait",))
    assert strokes_across(drawn(made, theme)) == broken
    plan = planned(briefing(slide("One", chart_use(made.id)), charts=(made,)))
    groups = [item for item in plan.slides[1].items if isinstance(item, GroupItem)]
    assert any(group.name.startswith("Break") for group in groups) == bool(broken)


@pytest.mark.parametrize("kind", ["dot_plot", "dumbbell", "ranges"])
def test_on_slides_a_guide_leads_from_the_name_of_a_row_to_its_first_mark(kind: str) -> None:
    made = getattr(samples, kind)()
    plan = planned(briefing(slide("One", chart_use(made.id)), charts=(made,)))
    groups = [item for item in plan.slides[1].items if isinstance(item, GroupItem)]
    (rows,) = [group for group in groups if group.name.startswith("Rows of")]
    guides = [each for each in rows.shapes if isinstance(each, Stroke)]
    names = [each.box for each in rows.shapes if isinstance(each, FilledForm)]
    assert guides
    for guide in guides:
        (left, y), (right, level) = guide.start, guide.end
        assert level == y
        assert right > left > max(box.left + box.width for box in names)
        assert any(abs(box.top + box.height / 2 - y) < 0.5 for box in names)


def test_labels_of_a_row_keep_clear_of_its_marks(theme: Theme) -> None:
    picture = drawn(samples.dumbbell(), theme)
    marks = [mark.box for mark in apart.marks(picture)[1:]]
    for text in map(box, picture.texts):
        for left, bottom, right, top in marks:
            across = min(text.right, right) - max(text.left, left)
            assert across <= 0.1 or min(text.top, top) - max(text.bottom, bottom) <= 0.1


def test_the_deck_has_values_across_and_rows_from_the_top(theme: Theme) -> None:
    made = native_chart(samples.dot_plot(), theme)
    assert made is not None
    (series,) = made.series
    assert [(point.x, point.value) for point in series.points] == [
        (Decimal("41"), 5),
        (Decimal("33.5"), 4),
        (Decimal("17"), 3),
        (Decimal("9"), 2),
    ]
    assert [plain(point.label) for point in series.points] == ["41", "33.5", "17", "9"]
    assert plain(made.rows[:2]) == "Saint-GermainОдеса"


@pytest.mark.parametrize(("low", "marked"), [(0, False), (20, True)])
def test_a_line_that_does_not_begin_at_zero_says_so_by_a_break(
    low: int, marked: bool, theme: Theme
) -> None:
    chart = replace(samples.several_dots(), value_axis=samples.axis(low, 100, 20))
    high = tuple(
        replace(
            row,
            data=tuple(
                d if d.value is None else replace(d, value=Decimal(25) + d.value) for d in row.data
            ),
        )
        for row in chart.series
    )
    chart = replace(chart, series=high)
    ink = theme.colours.ink
    strokes = [
        item
        for item in drawn(chart, theme).operations
        if isinstance(item, Path) and item.stroke and item.stroke.colour == ink
    ]
    assert len(strokes) == (3 if marked else 0)
    deck = planned(briefing(slide("One", chart_use(chart.id)), charts=(chart,)))
    breaks = [item for item in deck.slides[1].items if item.name.startswith("Break")]
    assert len(breaks) == marked


@pytest.mark.parametrize("made", [samples.bar, samples.dot_plot, samples.ranges, samples.box])
def test_long_names_of_rows_stand_farther_from_each_other_than_their_lines(
    made: Callable[[], ResolvedChart], theme: Theme
) -> None:
    chart = made()
    words = "The northern administrative region of the inner and outer islands"
    names = tuple(replace(run, text=f"{words} {at}") for at, run in enumerate(chart.categories))
    picture = display_list(replace(chart, categories=names), theme, 300.0, None)
    own = {"northern", "administrative", "region", "islands"}
    lines = [text for text in picture.texts if own.intersection(text.text.split())]
    ends = [at for at, text in enumerate(lines) if text.text.split()[-1].isdigit()]
    steps = [one.y - other.y for one, other in pairwise(lines)]
    within = [step for at, step in enumerate(steps) if at not in ends]
    between = [steps[at] for at in ends if at < len(steps)]
    assert within
    assert min(between) > 1.25 * max(within)


@pytest.mark.parametrize(
    ("kind", "leaders"), [("dumbbell", 2), ("several_dots", 3), ("butterfly", 0)]
)
def test_a_leader_joins_each_head_to_its_mark_of_the_first_row(
    kind: str, leaders: int, theme: Theme
) -> None:
    picture = drawn(getattr(samples, kind)(), theme)
    lines = [item for item in picture.operations if isinstance(item, Path)]
    assert sum(item.data.count(" l") == 2 for item in lines) == leaders
