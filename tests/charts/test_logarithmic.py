"""Logarithmic axes: from power to power of ten, in paper and deck alike."""

from __future__ import annotations

from math import log10

import pytest

from builder.charts import display_list, native_chart
from builder.charts.native import rgb
from builder.model.chart import AxisSpec, ResolvedChart
from builder.model.text import plain
from builder.theme.theme import Theme
from tests.charts import apart
from tests.charts.boxes import outside, overlaps
from tests.resolve.making import chart, table

LOG = AxisSpec(log=True)
DATA = "port,people,quay\nNorhaven,8200,310\nOdesa,1010000,8900\nKiel,247000,0.4\n"


def made() -> ResolvedChart:
    return chart(
        "scatter",
        table="held",
        x="people",
        y=("quay",),
        label="port",
        axis=LOG,
        x_axis=LOG,
        data=(table("held", DATA),),
    )


def test_it_runs_from_the_power_of_ten_below_all_values_to_that_above_them() -> None:
    held = made()
    assert held.x_axis is not None
    assert held.value_axis is not None
    assert [tick.label.text for tick in held.x_axis.ticks] == [
        "1,000",
        "10,000",
        "100,000",
        "1,000,000",
        "10,000,000",
    ]
    assert [float(tick.value) for tick in held.value_axis.ticks] == [0.1, 1, 10, 100, 1000, 10000]


def test_marks_stand_by_the_logarithms_of_their_values(theme: Theme) -> None:
    picture = display_list(made(), theme, 453.5, None)
    places = sorted(
        ((m.box[0] + m.box[2]) / 2, (m.box[1] + m.box[3]) / 2)
        for m in apart.marks(picture)[1:]
        if m.fill == rgb("accent1", theme)
    )
    values = [(8200, 310), (247000, 0.4), (1010000, 8900)]
    for axis in (0, 1):
        at = [place[axis] for place in places]
        logs = [log10(value[axis]) for value in values]
        share = (logs[1] - logs[0]) / (logs[2] - logs[0])
        assert (at[1] - at[0]) / (at[2] - at[0]) == pytest.approx(share, abs=2e-3)
    assert not overlaps(picture)
    assert not outside(picture)


def test_the_deck_s_axes_are_logarithmic_between_the_same_limits(theme: Theme) -> None:
    native = native_chart(made(), theme)
    assert native is not None
    for axis, ends in ((native.category_axis, (1000, 10_000_000)), (native.value_axis, (0.1, 1e4))):
        assert axis.log
        assert axis.step == 10
        assert (float(axis.min or 0), float(axis.max or 0)) == ends
    assert plain(native.value_axis.ticks[:1]) == "0.1"


def test_a_single_power_of_ten_still_has_an_axis() -> None:
    held = chart(
        "line",
        table="held",
        x="year",
        y=("sea",),
        axis=LOG,
        data=(table("held", "year,sea\n2020,100\n2021,100\n"),),
    )
    assert held.value_axis is not None
    assert [tick.label.text for tick in held.value_axis.ticks] == ["100", "1,000"]
