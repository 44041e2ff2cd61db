"""Tables and timelines find a place for every word before anything is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.model.chart import Event, ResolvedChart
from builder.model.figure import Moment
from builder.model.text import Run
from builder.outputs.pptx.layouts.timeline import timeline
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import FilledForm, GroupItem, Stroke
from builder.outputs.pptx.plan.table_rows import PAD_SIDE
from builder.outputs.pptx.plan.tables import FittedTable, autofit_table
from builder.problems import Place
from builder.units import Box
from tests.outputs.pptx.making import PLACE, table, theme, words
from tests.shares import examples

RULER = Ruler(theme().deck)
BOX = Box(54, 138, 852, 314)
SIZES = (18.0, 16.0)
cell = st.lists(st.text("abcdeimnorst", min_size=1, max_size=9), min_size=1, max_size=8)


@settings(max_examples=examples(25), deadline=None)
@given(st.integers(1, 5), st.data())
def test_columns_fill_the_slide_and_break_no_word(columns: int, data: st.DataObject) -> None:
    texts = cell.map(" ".join)
    row = st.tuples(*[texts] * columns)
    made = table("any", data.draw(row), data.draw(st.lists(row, min_size=1, max_size=12)))
    fitted = autofit_table(made, BOX, SIZES, RULER)
    assert sum(fitted.widths) == pytest.approx(BOX.width)
    for part in fitted.parts:
        assert sum(each.height for each in part) <= BOX.height + 1e-6
        for each in part:
            for paragraph, width in zip(each.cells, fitted.widths, strict=True):
                size, bold = paragraph.style.size, paragraph.style.bold
                word = RULER.longest_word(paragraph.runs, size, bold=bold)
                assert word <= width - 2 * PAD_SIDE


def test_a_long_table_goes_on_under_its_header() -> None:
    made = table("long", ("Name", "Remark"), [(f"Row {n}", "As before") for n in range(40)])
    fitted = autofit_table(made, BOX, SIZES, RULER)
    assert len(fitted.parts) > 1
    assert all(part[0].cells[0].runs == words("Name") for part in fitted.parts)
    assert sum(len(part) - 1 for part in fitted.parts) == 40


def size_of(fitted: FittedTable) -> float:
    return fitted.parts[0][0].cells[0].style.size


@settings(max_examples=examples(15), deadline=None)
@given(st.integers(20, 60))
def test_a_divided_table_is_as_large_as_its_slides_allow_and_stands_as_far_apart_on_each(
    count: int,
) -> None:
    made = table("long", ("Name", "Remark"), [(f"Row {n}", "As before") for n in range(count)])
    fitted = autofit_table(made, BOX, SIZES, RULER, full=0.8)
    for size in (size for size in SIZES if size > size_of(fitted)):
        larger = autofit_table(made, BOX, (size,), RULER)
        assert size_of(larger) < size or len(larger.parts) > len(fitted.parts)
    assert len({row.pad for part in fitted.parts for row in part}) == 1
    fullest = max(sum(row.height for row in part) for part in fitted.parts)
    assert 0.8 * BOX.height - 1e-6 <= fullest <= BOX.height


def test_a_table_too_wide_for_a_slide_is_refused() -> None:
    made = table("wide", ["Administration"] * 12, [["Administration"] * 12])
    with pytest.raises(TooLargeError, match='table "wide" has 12 columns, which are wider than'):
        autofit_table(made, BOX, SIZES, RULER)


def test_a_table_of_many_columns_is_set_smaller() -> None:
    made = table("wide", ["Years"] * 14, [["1,234"] * 14] * 3)
    (rows,) = autofit_table(made, BOX, SIZES, RULER).parts
    sizes = {each.style.size for row in rows for each in row.cells}
    assert sizes == {14.0}


def test_a_row_that_no_slide_holds_is_named_with_its_place_and_quoted_in_short() -> None:
    rows = [("Short", "Said"), ("Long", "A cell that goes on and on. " * 120)]
    made = replace(
        table("long", ("Name", "Remark"), rows), row_places=(PLACE, Place("data/long.csv", 3))
    )
    with pytest.raises(TooLargeError) as refused:
        autofit_table(made, BOX, SIZES, RULER)
    assert refused.value.place == Place("data/long.csv", 3)
    assert refused.value.found == (
        'row 2 of table "long" is taller than a slide: '
        '"A cell that goes on and on. A cell that goes on and on. A c…"'
    )


def test_an_address_in_a_cell_may_be_divided() -> None:
    address = "https://statistics.example/" + "databases/external-trade/annual/" * 5
    fitted = autofit_table(
        table("urls", ("Name", "Where"), [("Trade", address)]), BOX, SIZES, RULER
    )
    assert sum(fitted.widths) == pytest.approx(BOX.width)
    assert fitted.parts[0][1].height > fitted.parts[0][0].height


def event(day: date, text: str) -> Event:
    return Event(Moment(day.year, day.month, day.day), Run(f"{day:%B %Y}"), words(text))


def chart(*events: Event) -> ResolvedChart:
    alt = words("A timeline")
    return ResolvedChart(
        "dates", "timeline", words("Dates"), (), (), (), alt, (), "en-GB", events=events
    )


def labels(group: GroupItem) -> list[FilledForm]:
    return [shape for shape in group.shapes if isinstance(shape, FilledForm) and shape.paragraphs]


def overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )


days = st.integers(0, 3000).map(lambda n: date(2018, 1, 1) + timedelta(days=n))


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.tuples(days, cell.map(" ".join)), min_size=1, max_size=9))
def test_no_label_of_a_timeline_meets_another_or_leaves_the_slide(
    dated: list[tuple[date, str]],
) -> None:
    groups = timeline(chart(*(event(day, text) for day, text in dated)), BOX, SIZES, RULER)
    assert sum(len(labels(group)) for group in groups) == len(dated)
    for group in groups:
        placed = labels(group)
        for one, other in combinations(placed, 2):
            assert not overlap(one.box, other.box)
        for label in placed:
            box = label.box
            assert box.left >= BOX.left
            assert box.left + box.width <= BOX.left + BOX.width + 1e-6
            assert box.top >= BOX.top - 1e-6
            assert box.top + box.height <= BOX.top + BOX.height + 1e-6
            assert RULER.height(label.paragraphs, box.width) <= box.height + 1e-6


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(days, min_size=2, max_size=8, unique=True))
def test_no_stem_crosses_a_label_of_another_event(when: list[date]) -> None:
    for group in timeline(chart(*(event(day, "It happened") for day in when)), BOX, SIZES, RULER):
        stems = [s for s in group.shapes if isinstance(s, Stroke) and s.name.startswith("Stem")]
        for stem, own in zip(stems, labels(group), strict=True):
            low, high = sorted((stem.start[1], stem.end[1]))
            line = Box(stem.start[0], low, 0.1, high - low)
            assert not any(overlap(line, other.box) for other in labels(group) if other is not own)


def test_events_stand_in_proportion_to_time() -> None:
    (group,) = timeline(
        chart(*(event(date(2023, month, 1), "It happened") for month in (1, 4, 10))),
        BOX,
        SIZES,
        RULER,
    )
    dots = [
        s.box.left for s in group.shapes if isinstance(s, FilledForm) and s.name.startswith("Dot")
    ]
    assert (dots[2] - dots[1]) / (dots[1] - dots[0]) == pytest.approx(2.0)


def test_more_events_than_one_slide_holds_are_shared_out_evenly() -> None:
    many = [
        event(date(2020, 1, 1) + timedelta(days=9 * n), f"Event of kind {'a' * 8}")
        for n in range(20)
    ]
    groups = timeline(chart(*many), BOX, SIZES, RULER)
    counts = [len(labels(group)) for group in groups]
    assert len(groups) > 1
    assert max(counts) - min(counts) <= 1
