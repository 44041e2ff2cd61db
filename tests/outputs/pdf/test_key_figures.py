"""What panels of key figures say of each."""

from __future__ import annotations

from dataclasses import replace

from builder.model.text import Line, plain
from builder.outputs.pdf.plan.paper import item_for
from builder.outputs.pdf.plan.planner import Planner
from tests.resolve.making import content, figure, resolved


def test_a_panel_says_no_period_where_none_is_stated() -> None:
    dated, undated = figure("dated", "5", "ships"), figure("undated", "7", "ships")
    made = resolved(content(replace(dated, as_of="2024"), undated))
    periods: list[Line] = [
        each.as_of for each in Planner(made, item_for).key_figures(("dated", "undated"))
    ]
    assert [plain(each) for each in periods] == ["2024", ""]
