"""Charts of one series, which is not named, or of one category, with the names beside its mark."""

from __future__ import annotations

from decimal import Decimal

import pytest

from builder.charts import display_list, native_chart
from builder.charts.native import rgb
from builder.model.chart import ResolvedChart
from builder.outputs.pptx.plan.laid import names
from builder.outputs.pptx.plan.marks import bars_of
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import FilledForm, GroupItem
from builder.outputs.pptx.plan.plot import plotted
from builder.theme.theme import Theme
from builder.units import Box
from tests.charts import apart
from tests.charts.boxes import box
from tests.outputs.pptx.making import briefing, chart_use, planned, slide
from tests.resolve.making import chart as resolved
from tests.resolve.making import table, words

TITLE = "Grain"
BESIDE = 14.0


def made(kind: str, data: str) -> ResolvedChart:
    series = tuple(data.partition("\n")[0].split(",")[1:])
    keys = {"width": ("wide",), "y": series[:-1]} if kind == "marimekko" else {"y": series}
    return resolved(
        kind, data=(table("held", data),), table="held", x="year", title=words(TITLE), **keys
    )


@pytest.mark.parametrize(
    "kind",
    ["stacked", "stacked_bar", "percent_bar", "area", "line", "grouped", "column", "bar",
     "dot_plot", "marimekko"],
)  # fmt: skip
def test_no_file_writes_the_title_of_a_chart_beside_its_only_series(
    kind: str, theme: Theme
) -> None:
    data = "year,rye\n2019,12.4\n2020,11\n"
    if kind == "marimekko":
        data = "year,rye,wide\n2019,12.4,3\n2020,11,4\n"
    chart = made(kind, data)
    printed = [text.text for text in display_list(chart, theme, 453.5, None).texts]
    assert printed.count(TITLE) == 1  # over the chart
    deck = planned(briefing(slide("One", chart_use(chart.id)), charts=(chart,)))
    groups = [item.name for item in deck.slides[1].items if isinstance(item, GroupItem)]
    groups += [
        shape.name
        for item in deck.slides[1].items
        if isinstance(item, GroupItem)
        for shape in item.shapes
    ]
    assert kind == "area" or not any(each.startswith(("Names in", "Series")) for each in groups)


@pytest.mark.parametrize("data", ["year,rye\n2019,12\n", "year,rye,oats\n2019,12,3\n"])
def test_an_area_of_one_category_is_a_column_in_both_files_with_its_names_beside_it(
    data: str, theme: Theme
) -> None:
    chart = made("area", data)
    picture = display_list(chart, theme, 453.5, None)
    fills = [rgb(slot, theme) for slot in ("accent1", "accent2")]
    marks = [mark.box for mark in apart.marks(picture)[1:] if mark.fill in fills]
    assert len(marks) == len(chart.series)
    right = max(mark[2] for mark in marks)
    ends = [each for each in map(box, picture.texts) if each.text.endswith(("12", "3"))]
    assert any(0 < each.left - right < BESIDE for each in ends)
    native = native_chart(chart, theme)
    assert native is not None
    assert native.type == "COLUMN_STACKED"
    plot = plotted(native, Box(40, 100, 500, 300), Ruler(theme.deck))
    assert plot is not None
    bars = [bar.box for bar in bars_of(plot)]
    assert [Decimal(str(bar.value)) for bar in native.series[0].points] == [Decimal(12)]
    (group,) = names(plot, chart.id, Ruler(theme.deck))
    for form in group.shapes:
        assert isinstance(form, FilledForm)
        assert 0 < form.box.left - bars[0].left - bars[0].width < BESIDE
