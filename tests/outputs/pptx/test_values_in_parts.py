"""A value stands in its part of a stack or nowhere: of stacks by chance, on pages and slides."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.charts import display_list, native_chart
from builder.charts.registry import CrowdedError
from builder.model.chart import ResolvedChart, Series
from builder.model.displaylist import DisplayList, Text
from builder.model.text import Run
from builder.outputs.pptx.plan.marks import bars_of
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.plot import plotted
from builder.units import Box
from tests.charts import apart, boxes, samples
from tests.charts.strategies import axis, printed
from tests.outputs.pptx.making import theme
from tests.shares import examples

KINDS = ("stacked", "stacked_bar", "percent_bar", "marimekko")
NATIVE = KINDS[:3]
WIDTHS = (453.5, 300.0, 220.0)
PLACES = (Box(40, 150, 850, 290), Box(40, 150, 400, 290), Box(40, 150, 400, 160))
DIGITS = (0.0, 0.68)  # sizes that figures reach below and above their line
AIR = 0.25

tenths = st.integers(1, 120).map(lambda whole: Decimal(whole) / 10)


@st.composite
def stacks(draw: st.DrawFn, kind: str) -> ResolvedChart:
    """Return stacks of parts from very small to all of them."""
    rows, many = draw(st.integers(2, 5)), draw(st.integers(1, 9))
    numbers = [[draw(tenths) for _ in range(many)] for _ in range(rows)]
    sums = [sum(stack) or Decimal(0) for stack in zip(*numbers, strict=True)]
    series = tuple(
        Series(
            Run(f"Part {at + 1}"),
            tuple(samples.datum(str(value), printed(value), emphasised=True) for value in row),
            at,
        )
        for at, row in enumerate(numbers)
    )
    shares = kind in ("percent_bar", "marimekko")
    along = axis([Decimal(0), Decimal(100)] if shares else [Decimal(0), *sums], shown=shares)
    return samples.chart(
        kind,
        "Parts",
        "",
        categories=samples.runs(str(2001 + at) for at in range(many)),
        series=series,
        totals=tuple(samples.datum(str(total), printed(total)) for total in sums),
        value_axis=along,
    )


def sticking_out(drawn: DisplayList) -> list[str]:
    """Return the words on marks that reach beyond the mark that they stand on."""
    found = []
    whole = replace(drawn, operations=drawn.operations)
    filled = [mark.box for mark in apart.marks(whole)[1:] if mark.fill]
    for word in (each for each in whole.operations if isinstance(each, Text)):
        box = boxes.box(word)
        low, high = word.y + DIGITS[0] * word.size, word.y + DIGITS[1] * word.size
        x, y = (box.left + box.right) / 2, (low + high) / 2
        for left, bottom, right, top in filled:
            if left < x < right and bottom < y < top:
                inside = left - AIR <= box.left and box.right <= right + AIR
                if not (inside and bottom + AIR <= low and high <= top - AIR):
                    found.append(f"{word.text} in {bottom:.1f}..{top:.1f} at {low:.1f}..{high:.1f}")
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_value_on_a_page_stays_within_its_part(kind: str) -> None:
    @settings(max_examples=examples(60), deadline=None, derandomize=True, database=None)
    @given(stacks(kind), st.sampled_from(WIDTHS))
    def holds(chart: ResolvedChart, width: float) -> None:
        try:
            drawn = display_list(chart, theme(), width, None)
        except CrowdedError:
            return
        assert sticking_out(drawn) == []

    holds()


@pytest.mark.parametrize("kind", NATIVE)
def test_a_value_on_a_slide_stays_within_its_part(kind: str) -> None:
    @settings(max_examples=examples(60), deadline=None, derandomize=True, database=None)
    @given(stacks(kind), st.sampled_from(PLACES))
    def holds(chart: ResolvedChart, box: Box) -> None:
        ruler, native = Ruler(theme().deck), native_chart(chart, theme())
        plot = native and plotted(native, box, ruler)
        if plot is None:
            return
        for bar in bars_of(plot):
            label = plot.native.series[bar.series].points[bar.point].label
            if not label:
                continue
            assert bar.box.height >= DIGITS[1] * plot.size + 2 * AIR
            assert bar.box.width >= ruler.width(label, plot.size, bold=True)

    holds()


@pytest.mark.parametrize("high", [110, 130, 150, 180, 220])
def test_steps_carry_their_values_however_low_they_are(high: float) -> None:
    """Those stand beyond their bars, where there is room; only what stands within has to fit."""
    chart = samples.waterfall()
    native = native_chart(chart, theme())
    assert native is not None
    plot = plotted(native, Box(40, 150, 850, high), Ruler(theme().deck))
    assert plot is not None
    labels = [p.label for each in plot.native.series for p in each.points if p.label]
    assert len(labels) == len(chart.spans)
