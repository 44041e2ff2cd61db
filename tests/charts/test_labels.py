"""Keeping labels apart: on one line, around points, and in a timeline's lanes."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from builder.charts.around import place
from builder.charts.labels import spread
from builder.charts.lanes import span
from builder.charts.markers import crosses, leader
from builder.charts.spots import Disc, Rectangle
from builder.model.figure import Moment
from tests.charts import samples

BOUNDS = Rectangle(0, 0, 300, 200)
places = st.floats(0, 100, allow_nan=False)


def test_labels_with_room_stay_where_they_wish() -> None:
    assert spread([80, 10, 40], [10, 10, 10], 0, 100) == (80, 10, 40)


def test_labels_that_meet_part_evenly() -> None:
    assert spread([50, 50], [10, 10], 0, 100) == (45, 55)
    assert spread([50, 52, 90], [10, 10, 10], 0, 100) == (46, 56, 90)


def test_labels_at_an_end_are_pushed_inwards() -> None:
    assert spread([0, 0, 100], [10, 10, 10], 0, 100) == (5, 15, 95)


@given(st.lists(st.tuples(places, st.floats(1, 12)), max_size=8))
def test_spread_labels_never_overlap_nor_leave_their_line(wishes: list) -> None:
    heights = [height for _, height in wishes]
    middles = spread([wanted for wanted, _ in wishes], heights, 0, 100)
    boxes = sorted(
        (middle - height / 2, middle + height / 2)
        for middle, height in zip(middles, heights, strict=True)
    )
    for (_, end), (start, _) in pairwise(boxes):
        assert start >= end - 1e-6
    assert all(start >= -1e-6 and end <= 100 + 1e-6 for start, end in boxes)


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 200), st.floats(1, 20)), max_size=12))
def test_placed_labels_never_overlap_nor_leave_the_plot(marks: list) -> None:
    discs = [Disc(*mark) for mark in marks]
    spots = [spot for spot in place(discs, [(40, 8)] * len(discs), BOUNDS) if spot]
    for number, spot in enumerate(spots):
        assert spot.box.left >= 0
        assert spot.box.bottom <= 200
        for other in spots[:number]:
            assert min(spot.box.right, other.box.right) <= max(
                spot.box.left, other.box.left
            ) or min(spot.box.bottom, other.box.bottom) <= max(spot.box.top, other.box.top)


def test_a_label_goes_right_of_its_mark_or_onto_it_if_it_fits() -> None:
    right, inside = place([Disc(50, 50, 3), Disc(200, 100, 30)], [(20, 8), (20, 8)], BOUNDS)
    assert right is not None
    assert right.box.left > 53
    assert inside is not None
    assert inside.inside


def test_no_leader_runs_through_a_name_while_there_is_another_place() -> None:
    # Three marks in a corner: the smallest, which chooses last, had only places behind a name.
    marks = [Disc(60, 90, 7), Disc(40, 93, 5), Disc(22, 96, 4)]
    bounds = Rectangle(2, 0, 240, 98)
    spots = place(marks, [(40, 12), (43, 12), (30, 12)], bounds, covered=2.5)
    assert None not in spots
    for mark, spot in zip(marks, spots, strict=True):
        if spot and spot.far:
            others = [each.box for each in spots if each and each is not spot]
            assert not any(crosses(leader(mark[:2], spot.box), box) for box in others)


def test_a_line_crosses_a_box_that_it_runs_through_and_no_other() -> None:
    box = 10, 10, 20, 20
    assert crosses(((15, 0), (15, 30)), box)
    assert crosses(((0, 0), (30, 30)), box)
    assert not crosses(((0, 15), (9, 15)), box)
    assert not crosses(((0, 12), (12, 0)), box)
    assert not crosses(((25, 0), (25, 30)), box)


def test_a_mark_without_a_label_is_still_kept_clear_of() -> None:
    free, _ = place([Disc(50, 50, 3), Disc(75, 50, 12)], [(30, 8), (0, 0)], BOUNDS, only=[0])
    assert free is not None
    assert free.box.right < 50


def test_a_month_stands_at_its_middle_in_a_span_with_a_month_around() -> None:
    shown = span(samples.three_events().events)
    assert [round(share, 2) for share in shown.months] == [round(n / 15, 2) for n in range(1, 15)]
    assert abs(shown.share(Moment(2023, 9)) - 1.5 / 15) < 0.005
    assert [(year.year, round(year.start, 2), round(year.end, 2)) for year in shown.years] == [
        (2023, 0, 0.33),
        (2024, 0.33, 1),
    ]


def test_a_long_timeline_shows_whole_years_and_no_months() -> None:
    shown = span(samples.timeline().events)
    assert [year.year for year in shown.years] == list(range(2021, 2028))
    assert shown.years[0].start == 0
    assert shown.years[-1].end == 1
    assert shown.months == ()
