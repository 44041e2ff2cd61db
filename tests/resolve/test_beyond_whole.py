"""Shares of more than all: told of where words call them shares, or a chart draws them so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.model.blocks import Section, TableUse
from builder.model.table import TableSpec
from builder.model.text import Text
from tests.resolve.making import (
    chart_spec,
    complaints,
    content,
    figure,
    place,
    table,
    words,
)

FILE = Path(__file__).parents[1] / "cases" / "beyond-whole.yaml"
CASES: dict[str, list[list[Any]]] = yaml.safe_load(FILE.read_text("utf-8"))
HELD = table("held", "a,b\nKiel,84\nRiga,184\n")


def said_of(*figures: Any, **parts: Any) -> list[str]:
    """Return what is said of shares of more than all."""
    return [
        each
        for each in complaints(content(*figures, data=(HELD,), **parts))
        if "share of a whole" in each
    ]


@pytest.mark.parametrize(
    ("language", "unit", "line", "told"),
    [(language, *case) for language, cases in CASES.items() for case in cases],
)
def test_a_share_of_more_than_all_is_told_of_under_its_name(
    language: str, unit: str, line: str, told: bool
) -> None:
    spec = chart_spec(
        "bar", title=words("T"), subtitle=words(line), table="held", x="a", y=("b",), unit=unit,
        source=("survey",),
    )  # fmt: skip
    found = said_of(charts=(spec,), language=language)
    assert len(found) == told
    assert all(each.startswith("data/held.csv:3") and "184" in each for each in found)


@pytest.mark.parametrize("kind", ["doughnut", "percent_bar"])
def test_a_part_of_more_than_all_is_told_of_in_charts_of_shares(kind: str) -> None:
    spec = chart_spec(
        kind, title=words("T"), table="held", x="a", y=("b",), unit="%", source=("survey",)
    )
    assert len(said_of(charts=(spec,))) == 1


def test_rows_that_a_chart_leaves_out_are_not_told_of() -> None:
    spec = chart_spec(
        "bar", title=words("T"), subtitle=words("Coverage"), table="held", x="a", y=("b",),
        unit="%", without=("Riga",), source=("survey",),
    )  # fmt: skip
    assert not said_of(charts=(spec,))


@pytest.mark.parametrize(
    ("kind", "line", "told"),
    [
        ("bar", "Share of children, %", 1),
        ("bar", "Share of children in per cent", 1),
        ("bar", "Share of children", 0),
        ("bar", "Growth of the share, %", 0),
        ("bar", "Visits and share of children, %", 0),
        ("percent_bar", "Share of children, %", 0),  # which it makes of counts
        ("doughnut", "Share of children, %", 0),
    ],
)
def test_counts_under_a_line_that_says_per_cent_are_told_of(
    kind: str, line: str, told: int
) -> None:
    spec = chart_spec(
        kind, title=words("T"), subtitle=words(line), table="held", x="a", y=("b",),
        source=("survey",),
    )  # fmt: skip
    assert len(said_of(charts=(spec,))) == told


@pytest.mark.parametrize(("label", "told"), [("Coverage in Riga", 1), ("Growth in Riga", 0)])
def test_a_figure_that_its_label_calls_a_share_is_told_of(label: str, told: int) -> None:
    assert len(said_of(figure("a", "184", "%", label=label))) == told


@pytest.mark.parametrize(("head", "told"), [("Coverage, %", 1), ("Coverage", 0), ("Growth, %", 0)])
def test_a_column_of_shares_is_told_of(head: str, told: int) -> None:
    heads: tuple[tuple[str, Text], ...] = (("a", words("Town")), ("b", words(head)))
    at = place(3, "sections/one.md")
    shown = TableSpec("t", words("T"), data="held", columns=heads, place=at)
    section = Section("one", words("One"), (TableUse("t", at),), (), (), at)
    assert len(said_of(tables=(shown,), sections=(section,))) == told
