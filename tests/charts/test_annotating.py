"""Words at marks of the paper's charts: clear of everything, or refused."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.charts import display_list, native_chart
from builder.charts.annotating.placing import Obstacles, free, stands_off, stretches
from builder.charts.spots import Rectangle
from builder.model.annotation import Annotations, Band, Level
from builder.model.displaylist import DisplayList, Path
from builder.model.text import Run
from builder.outputs.pptx.plan.charts import place
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import GroupItem, Stroke
from builder.theme.theme import Theme
from builder.units import Box
from tests.charts import samples

PLOT = Rectangle(0, 0, 200, 120)
places = st.tuples(st.floats(0, 200), st.floats(0, 120))


@given(
    mark=places,
    corners=st.lists(places, max_size=8),
    course=st.lists(places, max_size=8),
    size=st.tuples(st.floats(5, 80), st.floats(5, 30)),
)
def test_words_at_a_mark_meet_nothing_and_stay_in_the_plot(
    mark: tuple[float, float],
    corners: list[tuple[float, float]],
    course: list[tuple[float, float]],
    size: tuple[float, float],
) -> None:
    held = Obstacles()
    held.boxes.extend(Rectangle(x, y, x + 20, y + 12) for x, y in corners)
    held.lines.extend(pairwise(course))
    found = free(size, mark, PLOT, held)
    if found is None:
        return
    assert found.left >= 0 and found.top >= 0 and found.right <= 200 and found.bottom <= 120  # noqa: PT018
    assert not held.meets(found)


def test_words_that_fit_nowhere_have_no_place() -> None:
    full = Obstacles(boxes=[PLOT])
    assert free((10, 10), (50, 50), PLOT, full) is None
    assert free((300, 10), (50, 50), PLOT, Obstacles()) is None


def left_over(gaps: list[tuple[float, float]], off: float) -> bool:
    """Say whether a line from 0 to 200 has a place off words, which end or begin at one."""
    ends = {0.0, 200.0, *(right + off for _, right in gaps), *(left - off for left, _ in gaps)}
    marks = sorted(each for each in ends if 0 <= each <= 200)
    return any(
        all(not left - off < (one + other) / 2 < right + off for left, right in gaps)
        for one, other in pairwise(marks)
        if one < other
    )


@given(st.lists(st.tuples(st.floats(-10, 210), st.floats(-10, 210)), max_size=6))
def test_a_line_keeps_off_words_and_leaves_no_sign_before_them(
    gaps: list[tuple[float, float]],
) -> None:
    ordered = [(min(gap), max(gap)) for gap in gaps]
    found = stretches(0.0, 200.0, ordered)
    assert found
    if left_over(ordered, 4.0):
        for start, end in found:
            assert all(right <= start - 3.9 or left >= end + 3.9 for left, right in ordered)
    if any(end - start >= 7 for start, end in found):
        assert all(end - start >= 7 or end == 200.0 for start, end in found)


@pytest.mark.parametrize(
    ("box", "off"),
    [
        (Rectangle(40, 30, 60, 44), False),  # close above
        (Rectangle(56, 45, 80, 55), False),  # close beside
        (Rectangle(54, 36, 80, 46), True),  # close, but askew
        (Rectangle(40, 10, 60, 24), True),  # above, but far
    ],
)
def test_words_that_stand_off_their_mark_have_a_leader(box: Rectangle, off: bool) -> None:
    assert stands_off((50, 50), box) is off


@given(st.lists(st.tuples(st.floats(-10, 210), st.floats(-10, 210)), max_size=6))
def test_a_line_keeps_out_of_its_gaps(gaps: list[tuple[float, float]]) -> None:
    ordered = [(min(gap), max(gap)) for gap in gaps]
    if not left_over(ordered, 0.0):
        assert stretches(0.0, 200.0, ordered) == [(0.0, 200.0)]
        return
    for start, end in stretches(0.0, 200.0, ordered):
        assert start < end
        middle = (start + end) / 2
        assert not any(left < middle < right for left, right in ordered)


def test_a_line_through_words_all_along_is_drawn_in_spite_of_them() -> None:
    close = [(float(at), at + 19.0) for at in range(0, 200, 20)]
    assert stretches(0.0, 200.0, close) == [(at + 19.0, at + 20.0) for at in range(0, 200, 20)]
    assert stretches(0.0, 200.0, [(-1.0, 201.0)]) == [(0.0, 200.0)]


def test_an_upright_line_goes_on_between_the_values_of_every_two_rows() -> None:
    rows = [(27.0 * at + 6.0, 27.0 * at + 21.0) for at in range(1, 5)]
    assert stretches(0.0, 270.0, rows) == [(0.0, 29.0), (133.0, 270.0)]
    ends = [0.0, *(end + 2 for _, end in rows)], [*(start - 2 for start, _ in rows), 270.0]
    assert stretches(0.0, 270.0, rows, upright=True) == list(zip(*ends, strict=True))


def test_a_line_that_bars_are_held_against_is_seen_between_all_rows_of_a_slide(
    theme: Theme,
) -> None:
    values = ("91.4", "89.7", "88.1", "84.6", "82.9", "78.2", "71.5", "69.8", "64.3", "61.7")
    level = Level(Decimal(90), samples.runs(["Aim"]), Run("90"))
    chart = replace(
        samples.bar(),
        categories=samples.runs("ABCDEFGHIJ"),
        series=(samples.series("Share", values),),
        value_axis=samples.axis(0, 100, 20, shown=False),
        annotations=Annotations(levels=(level,)),
    )
    native = native_chart(chart, theme)
    assert native is not None

    items = place(chart, native, Box(54, 138, 852, 314), Ruler(theme.deck), 14)

    (line,) = (item for item in items if "Line 1" in item.name and isinstance(item, GroupItem))
    drawn = sorted(
        (each.start[1], each.end[1])
        for each in line.shapes
        if isinstance(each, Stroke) and each.dashed
    )
    assert max(after[0] - before[1] for before, after in pairwise(drawn)) < 314 / len(values)


def test_a_band_behind_areas_shows_where_it_begins_and_ends(theme: Theme) -> None:
    chart = samples.area()
    (low, high) = (Decimal(50), Decimal(70))
    band = Annotations(bands=(Band(low, high, samples.runs(["Usual"])),))
    before, after = (
        display_list(each, theme, 453.5, None) for each in (chart, replace(chart, annotations=band))
    )
    assert len(dotted(after)) == len(dotted(before)) + 2


def dotted(drawn: DisplayList) -> list[Path]:
    return [
        path
        for path in drawn.operations
        if isinstance(path, Path) and path.stroke and path.stroke.dash == (1.0, 1.6)
    ]
