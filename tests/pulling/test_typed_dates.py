"""Cells with dates as spreadsheets write them: what an edited deck says of them, taken back."""

from __future__ import annotations

import pytest

from builder.model.figure import Form
from builder.pulling.bound import Bound
from builder.pulling.changes import DataCell


@pytest.mark.parametrize(
    ("edited", "taken"),
    [
        ("20. Feb. 2026", "2026-02-20"),
        ("20. Februar 2026", "2026-02-20"),
        ("20.02.2026", "20.02.2026"),
        ("noch offen", "noch offen"),
    ],
)
def test_a_date_that_a_chart_prints_in_words_goes_back_as_a_date(edited: str, taken: str) -> None:
    cell = Bound(DataCell("plan", 3, "Beginn"), None, Form("short"), "de", ("",), "typed")
    assert cell.read(edited) == taken
