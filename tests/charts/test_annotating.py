"""Words at marks of the paper's charts: clear of everything, or refused."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from builder.charts.annotating.placing import Obstacles, free, stretches
from builder.charts.labels import Rectangle

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


@given(st.lists(st.tuples(st.floats(-10, 210), st.floats(-10, 210)), max_size=6))
def test_a_line_keeps_out_of_its_gaps(gaps: list[tuple[float, float]]) -> None:
    ordered = [(min(gap), max(gap)) for gap in gaps]
    for start, end in stretches(0.0, 200.0, ordered):
        assert start < end
        middle = (start + end) / 2
        assert not any(left < middle < right for left, right in ordered)
