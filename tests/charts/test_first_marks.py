"""At which mark the series of dots on rows are named: `cases/first-marks.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from builder.charts import display_list
from builder.model.chart import ResolvedChart
from builder.model.displaylist import Path as Outline
from builder.outputs.pptx.plan.model import FilledForm, GroupItem, Stroke
from builder.theme.theme import Theme
from tests.charts import apart
from tests.charts.boxes import box
from tests.outputs.pptx.making import briefing, chart_use, planned, slide
from tests.resolve.making import chart as resolved
from tests.resolve.making import table

CASES: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "first-marks.toml").read_text("utf-8")
)
LEADER = 0.6
NEAR = 7.0
"""Points from the end of a leader to the middle of the mark at which it ends."""


def made(case: dict[str, Any]) -> ResolvedChart:
    series = tuple(case["data"].partition("\n")[0].split(",")[1:])
    data = (table("held", case["data"]),)
    return resolved(case["kind"], data=data, table="held", x="port", y=series)


@pytest.mark.parametrize("name", CASES)
def test_in_the_paper_a_name_leads_to_the_first_mark_of_its_series(name: str, theme: Theme) -> None:
    chart = made(CASES[name])
    picture = display_list(chart, theme, 453.5, None)
    boxes = {each.text: box(each) for each in picture.texts}
    marks = [mark.box for mark in apart.marks(picture)[1:]]
    ends = [
        tuple(map(float, item.data.replace(" l", "").split()[-2:]))
        for item in picture.operations
        if isinstance(item, Outline) and item.stroke and item.stroke.width == LEADER
    ]
    for row, (x, y) in zip(filter(None, CASES[name]["rows"]), ends, strict=True):
        middle = (boxes[row].bottom + boxes[row].top) / 2
        assert 0 < y - middle < NEAR, row
        assert any(left < x < right and low < middle < high for left, low, right, high in marks), (
            row
        )


@pytest.mark.parametrize("name", CASES)
def test_on_slides_a_name_leads_to_the_first_mark_of_its_series(name: str) -> None:
    chart = made(CASES[name])
    plan = planned(briefing(slide("One", chart_use(chart.id)), charts=(chart,)))
    groups = {
        item.name.split()[0]: item.shapes
        for item in plan.slides[1].items
        if isinstance(item, GroupItem)
    }
    leaders = [
        each
        for each in groups["Names"]
        if isinstance(each, Stroke) and each.name.startswith("Leader")
    ]
    rows = [each.box for each in groups["Rows"] if isinstance(each, FilledForm)]
    names = [run.text for run in chart.categories]
    for row, leader in zip(filter(None, CASES[name]["rows"]), leaders, strict=True):
        at = rows[names.index(row)]
        assert 0 < at.top + at.height / 2 - leader.end[1] < NEAR, row
        assert names.index(row) == 0 or leader.start[0] == leader.end[0]
