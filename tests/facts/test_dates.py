"""Dates of data tables: ISO 8601, and as spreadsheets write them, by column and language."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.facts.cells import dated, unclear
from builder.model.table import DataTable
from builder.problems import Place

FILE = Path(__file__).parents[1] / "cases" / "dates-in-data.yaml"
CASES: list[dict[str, Any]] = yaml.load(FILE.read_text("utf-8"), yaml.BaseLoader)


def column(cells: list[str]) -> DataTable:
    rows = tuple((cell,) for cell in cells)
    return DataTable("t", ("when",), rows, tuple(range(2, 2 + len(rows))), Place("data/t.csv", 1))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']} {case['cells']}")
def test_a_column_is_read_as_its_dates_or_it_is_said_why_not(case: dict[str, Any]) -> None:
    held, tag = column(case["cells"]), case["language"]
    why = unclear(held, "when", tag)
    found = [dated(held, row, "when", tag) for row in range(len(case["cells"]))]
    if "said" in case:
        assert why is not None
        assert why[1] == case["said"]
        assert f'"{case["cells"][why[0]]}"' in why[1]
        return
    assert why is None
    assert [each.iso() if each else "" for each in found] == case["are"]


@given(
    st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1, max_size=5),
    st.sampled_from(["%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y/%m/%d", "%d-%m-%Y"]),
    st.sampled_from(["en", "en-GB", "en-US", "de", "fr", "uk"]),
)
def test_a_date_is_read_as_another_than_was_meant_only_where_the_language_says_so(
    days: list[date], form: str, tag: str
) -> None:
    held = column([day.strftime(form) for day in days])
    found = [dated(held, row, "when", tag) for row in range(len(days))]
    meant = [day.isoformat() for day in days]
    if unclear(held, "when", tag):
        assert tag == "en"
        assert form in {"%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y"}
        assert all(day.day <= 12 for day in days)
    elif (form == "%m/%d/%Y") == (tag == "en-US") or any(day.day > 12 for day in days):
        assert [each and each.iso() for each in found] == meant
