"""Histograms and box plots count and order raw values as numpy and matplotlib do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.cbook import boxplot_stats

from builder.charts import display_list, native_chart
from builder.charts.kinds.box.resolving import MEDIAN
from builder.charts.native import rgb
from builder.charts.registry import kind_of
from builder.charts.resolving.statistics import automatic_width, quantile
from builder.model.annotation import Annotations, AnnotationSpec, Band, Level
from builder.model.chart import ResolvedChart
from builder.model.text import Run, plain
from builder.theme.theme import Theme
from tests.charts import apart, samples
from tests.resolve.making import chart, figure, place, table

decimals = st.integers(-100_000, 100_000).map(lambda whole: Decimal(whole) / 100)
several = st.lists(decimals, min_size=2, max_size=60)
shares = st.sampled_from(("0", "0.25", "0.5", "0.75", "1")).map(Decimal)


def made(kind: str, values: Sequence[Decimal], **keys: object) -> ResolvedChart:
    data = table("held", "wait\n" + "\n".join(map(str, values)))
    return chart(kind, y=("wait",), data=(data,), table="held", **keys)


@given(several, shares)
def test_quantiles_are_numpys(values: list[Decimal], share: Decimal) -> None:
    found = quantile(sorted(values), share)
    assert float(found) == pytest.approx(np.quantile([*map(float, values)], float(share)), abs=1e-9)


@given(several)
def test_bins_are_as_wide_as_numpys_rule_makes_them(values: list[Decimal]) -> None:
    floats = np.array([*map(float, values)])
    edges = np.histogram_bin_edges(floats, bins="auto")
    width = automatic_width(sorted(values))
    reach = float(max(values) - min(values))
    assert len(edges) - 1 == (int(np.ceil(reach / width)) if width else 1)


@given(several)
def test_every_value_is_in_the_bin_that_numpy_has_it_in(values: list[Decimal]) -> None:
    found = made("histogram", values)
    assert found.x_axis is not None
    edges = [tick.value for tick in found.x_axis.ticks]
    assert edges[0] <= min(values)
    assert edges[-1] > max(values)
    assert len({high - low for low, high in pairwise(edges)}) == 1
    counts = [int(datum.value or 0) for datum in found.series[0].data]
    # In hundredths, which binary numbers hold exactly, no bound is missed by a rounding.
    expected, _ = np.histogram(
        [int(value * 100) for value in values], [float(edge * 100) for edge in edges]
    )
    assert counts == expected.tolist()
    assert sum(counts) == len(values)


@given(
    st.integers(-300, 300), st.integers(1, 120), st.integers(1, 3), st.integers(1, 40),
    st.integers(0, 2),
)  # fmt: skip
def test_bins_of_even_values_are_even_where_they_can_be(
    least: int, many: int, times: int, bins: int, places: int
) -> None:
    values = [
        Decimal(each).scaleb(-places) for each in range(least, least + many) for _ in range(times)
    ]
    found = made("histogram", values, bins=(str(bins),))
    counts = [datum.value for datum in found.series[0].data]
    assert found.x_axis is not None
    step, grid = found.x_axis.step, Decimal(1).scaleb(-places)
    # Only what is cut off at either end may hold fewer.
    assert set(counts[1:-1]) <= {times * step / grid}
    if many * grid % step == 0:
        assert set(counts) == {times * step / grid}
    assert sum(int(count or 0) for count in counts) == len(values)


def test_an_even_die_is_even() -> None:
    found = made("histogram", [Decimal(face) for face in range(1, 7)] * 10)
    assert [int(datum.value or 0) for datum in found.series[0].data] == [10] * 6
    assert [datum.value for datum in found.reach] == [1, 6]


@given(st.lists(decimals, min_size=5, max_size=60))
def test_boxes_and_whiskers_are_matplotlibs(values: list[Decimal]) -> None:
    found = made("box", values, decimals=4)
    (stats,) = boxplot_stats([*map(float, values)])
    numbers = [float(series.data[0].value or 0) for series in found.series]
    keys = ("whislo", "whishi", "q1", "q3", "med")
    assert numbers == pytest.approx([stats[key] for key in keys], abs=1e-4)
    beyond = [float(point.x.value or 0) for point in found.points]
    assert beyond == pytest.approx(sorted(stats["fliers"]), abs=1e-4)


def test_columns_of_a_histogram_touch_and_are_as_high_as_their_counts(theme: Theme) -> None:
    picture = display_list(samples.histogram(), theme, 453.5, None)
    fills = {rgb(slot, theme) for slot in ("accent1", "muted")}
    bars = sorted(mark.box for mark in apart.marks(picture)[1:] if mark.fill in fills)
    assert all(0 < after[0] - before[2] < 1 for before, after in pairwise(bars[:4]))
    heights = [top - foot for _, foot, _, top in bars]
    counts = [float(datum.value) for datum in samples.histogram().series[0].data if datum.value]
    assert [height / heights[2] for height in heights] == pytest.approx(
        [count / counts[2] for count in counts], abs=1e-3
    )


def test_a_box_is_the_middle_half_and_few_values_are_dots_alone(theme: Theme) -> None:
    picture = display_list(samples.box(), theme, 453.5, None)
    marks = [mark.box for mark in apart.marks(picture)[1:] if mark.fill == rgb("accent1", theme)]
    boxes = [each for each in marks if each[3] - each[1] > 9]
    dots = [each for each in marks if each[3] - each[1] < 5]
    assert len(boxes) == 2
    assert len(dots) == 5
    (left, _, right, _), (other_left, _, other_right, _) = sorted(boxes, key=lambda box: -box[1])
    unit = (right - left) / (12 - 3)
    assert other_left - left == pytest.approx(unit * 3, abs=0.05)
    assert other_right - right == pytest.approx(-unit, abs=0.05)


def test_a_box_of_equal_values_is_seen_in_paper_and_deck(theme: Theme) -> None:
    """Its quartiles coincide: a box no wider than nothing, with a line in the paper's colour."""
    found = made("box", [Decimal(5)] * 9)
    picture = display_list(found, theme, 453.5, None)
    box = [mark.box for mark in apart.marks(picture) if mark.fill == rgb("accent1", theme)]
    assert any(right - left >= 4 and top - foot > 9 for left, foot, right, top in box)
    native = native_chart(found, theme)
    assert native is not None
    assert native.series[MEDIAN].points[0].join == "ink"


def test_a_median_parts_a_wide_box_in_the_papers_colour(theme: Theme) -> None:
    found = native_chart(samples.box(), theme)
    assert found is not None
    assert [point.join for point in found.series[MEDIAN].points] == ["paper", "paper"]


def test_how_many_values_and_how_many_bars_there_are_belong_to_two_owners() -> None:
    found = made("histogram", [Decimal(value) for value in range(40)])
    said = {(run.owner.id, run.text) for run in (*found.alt, *found.note) if run.owner}
    counts = {owner for owner, text in said if text in ("40", "8")}
    assert len(counts) == 2


def test_a_histogram_calls_its_values_by_the_columns_label_with_their_unit() -> None:
    values = [Decimal(each) for each in (5, 7, 9, 12)]
    labels = (("wait", (Run("Wait at the stop"),)),)
    titles = [
        plain(axis.title)
        for keys in ({}, {"labels": labels}, {"labels": labels, "unit": "minutes"})
        if (axis := made("histogram", values, **keys).x_axis)
    ]
    assert titles == ["wait", "Wait at the stop", "Wait at the stop (minutes)"]


def test_a_box_plot_calls_its_axis_by_the_label_of_its_one_column() -> None:
    data = table("held", "stop,wait\n" + "\n".join(f"Quay,{each}" for each in range(9)))
    labels = (("wait", (Run("Wait at the stop"),)),)
    found = chart("box", x="stop", y=("wait",), data=(data,), table="held", labels=labels)
    assert found.value_axis is not None
    assert plain(found.value_axis.title) == "Wait at the stop"


def test_a_box_plot_takes_a_line_and_a_band_on_its_axis_of_values(theme: Theme) -> None:
    plain, line, band = samples.box(), Decimal(-2), (Decimal(12), Decimal(20))
    levels = (Level(line, samples.runs(["Least"]), Run("-2")),)
    annotations = Annotations(levels=levels, bands=(Band(*band, samples.runs(["Usual"])),))
    chart = replace(plain, annotations=annotations)
    drawn = display_list(chart, theme, 453.5, None)
    bare = {each.text for each in display_list(plain, theme, 453.5, None).texts}
    assert {each.text for each in drawn.texts} - bare == {"Least -2", "Usual"}
    names = {mark.name for gauge in kind_of("box").gauges(chart) for mark in gauge.marks}
    assert {"Least -2", "Usual"} <= names
    native = native_chart(chart, theme)
    assert native is not None
    assert native.annotations == annotations


def test_an_axis_holds_what_a_box_plot_is_compared_with() -> None:
    data = table("held", "stop,wait\n" + "\n".join(f"a,{at}" for at in range(10, 20)))
    stated = AnnotationSpec("reference", ("far",), place=place())
    keys = {"x": "stop", "y": ("wait",), "data": (data,), "table": "held", "unit": "minutes"}
    found = chart("box", figure("far", "90", "minutes"), annotations=(stated,), **keys)
    assert found.value_axis is not None
    assert found.value_axis.max >= 90
    assert found.annotations.values == (Decimal(90),)
