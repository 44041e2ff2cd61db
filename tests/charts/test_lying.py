"""Charts that lie or lead both ways: lengths by value, names above the first bar."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.charts import display_list, native_chart
from builder.charts.native import rgb
from builder.charts.registry import CrowdedError
from builder.charts.scales import evenly
from builder.charts.style import series_slots
from builder.model.chart import ResolvedChart
from builder.model.text import plain
from builder.theme.theme import Theme
from tests.charts import apart, samples

WIDTH = 453.5


def lengths(chart: ResolvedChart, theme: Theme) -> list[list[float]]:
    """Return the lengths of the marks of each series, from the first row down."""
    marks = apart.marks(display_list(chart, theme, WIDTH, None))[1:]
    found = []
    for slot in series_slots(chart):
        boxes = [mark.box for mark in marks if mark.fill == rgb(slot, theme)]
        found.append([box[2] - box[0] for box in sorted(boxes, key=lambda box: -box[1])])
    return found


def values(chart: ResolvedChart) -> list[list[float]]:
    return [[float(d.value) for d in series.data if d.value] for series in chart.series]


@pytest.mark.parametrize("name", ["stacked_bar", "butterfly"])
def test_parts_are_as_long_as_their_values(name: str, theme: Theme) -> None:
    chart = samples.ALL[name]()
    drawn, stated = lengths(chart, theme), values(chart)
    unit = drawn[0][0] / stated[0][0]
    for row, held in zip(drawn, stated, strict=True):
        assert row == pytest.approx([unit * value for value in held], abs=0.03)


def test_bars_of_shares_are_all_as_long_and_their_parts_by_their_share(theme: Theme) -> None:
    chart = samples.percent_bar()
    marks = apart.marks(display_list(chart, theme, WIDTH, None))[1:]
    rows: dict[float, list[tuple[float, float]]] = {}
    for mark in marks:
        left, low, right, high = mark.box
        rows.setdefault(round((low + high) / 2, 1), []).append((left, right))
    ends = [(min(row)[0], max(row)[1]) for row in rows.values()]
    assert len(ends) == len(chart.categories)
    assert len({(round(start, 1), round(end, 1)) for start, end in ends}) == 1
    start, end = ends[0]
    first = sorted(rows[max(rows)])
    assert [(right - left) / (end - start) for left, right in first] == pytest.approx(
        [120 / 204, 64 / 204, 20 / 204], abs=1e-3
    )


def test_each_name_stands_above_the_first_bar_in_the_order_of_its_parts(theme: Theme) -> None:
    chart = samples.stacked_bar()
    texts = {text.text: text for text in display_list(chart, theme, WIDTH, None).texts}
    names = [texts[series.name.text] for series in chart.series]
    assert [name.x for name in names] == sorted(name.x for name in names)
    assert all(name.y > texts["Norhaven"].y for name in names)


def test_a_part_too_short_for_its_value_has_none_and_an_axis_says_it(theme: Theme) -> None:
    said = {text.text for text in display_list(samples.stacked_bar(), theme, WIDTH, None).texts}
    assert {"24", "50", "100"} <= said
    assert "1" not in said
    made = native_chart(samples.stacked_bar(), theme)
    assert made is not None
    assert made.value_axis.shown
    assert plain(made.series[1].points[2].label) == ""


def test_one_wing_is_below_zero_in_the_deck_and_both_print_what_they_are(theme: Theme) -> None:
    chart = samples.butterfly()
    made = native_chart(chart, theme)
    assert made is not None
    left, right = made.series
    assert [point.value for point in left.points] == [Decimal(-v) for v in (4, 12, 19, 15, 11)]
    assert all(point.opposite for point in left.points)
    assert not any(point.opposite for point in right.points)
    assert [plain(point.label) for point in left.points] == ["4", "12", "19", "15", "11"]
    assert made.value_axis.number_format == "0;0"
    assert (made.value_axis.min, made.value_axis.max) == (-20, 20)


@pytest.mark.parametrize("name", ["stacked_bar", "percent_bar", "butterfly"])
def test_names_without_room_above_the_bars_are_refused_with_advice(name: str, theme: Theme) -> None:
    chart = samples.ALL[name]()
    long = samples.runs(f"Verwaltungsgerichtsbarkeit{at}ohnegleichenundfolgen" for at in "abc")
    series = tuple(replace(s, name=run) for s, run in zip(chart.series, long, strict=False))
    with pytest.raises(CrowdedError) as error:
        display_list(replace(chart, series=series), theme, 260, None)
    assert error.value.hint == "shorten them by `labels`, or show fewer series"


@pytest.mark.parametrize("width", [150.0, 172.0, 190.0, 208.0, 240.0])
def test_both_ends_of_an_axis_are_printed_however_narrow_it_is(width: float, theme: Theme) -> None:
    drawn = display_list(replace(samples.percent_bar(), totals=()), theme, width, None)
    printed = [int(text.text[:-1]) for text in drawn.texts if re.fullmatch(r"\d+%", text.text)]
    assert (printed[0], printed[-1]) == (0, 100)
    assert len({after - before for before, after in pairwise(printed)}) == 1


@given(st.lists(st.floats(1, 60), min_size=1, max_size=12), st.floats(0, 8))
def test_labels_at_even_steps_keep_clear_of_one_another(widths: list[float], air: float) -> None:
    spans = [(20.0 * at, 20.0 * at + width) for at, width in enumerate(widths)]
    kept = evenly(spans, air)
    assert all(spans[one][1] + air <= spans[other][0] for one, other in pairwise(kept))
    assert kept[0] == 0
    assert kept[-1] == len(spans) - 1 or spans[0][1] + air > spans[-1][0]
