"""Tables whose columns or rows are called totals, held to their parts though nobody asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.model.arranging import Arrangement, NamedLine
from builder.model.blocks import Section, TableUse
from builder.model.table import DataTable, TableSpec
from builder.model.text import plain
from builder.problems import Place
from tests.resolve.making import complaints, content, resolved, words

FILE = Path(__file__).parents[1] / "cases" / "named-totals.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))


def said_of(text: str, language: str, tables: tuple[TableSpec, ...] = ()) -> list[str]:
    """Return what is said of the totals of a table."""
    header, *rows = [tuple(line.split(";")) for line in text.splitlines()]
    lines = tuple(range(2, len(rows) + 2))
    held = DataTable("t", header, tuple(rows), lines, Place("data/t.csv", 1, 1))
    found = complaints(content(data=(held,), language=language, tables=tables))
    return [each for each in found if " come to " in each]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["table"].replace("\n", "/"))
def test_totals_that_miss_their_parts_are_told_of_and_others_are_not(case: dict[str, Any]) -> None:
    found = said_of(case["table"], case["language"])
    assert len(found) == len(case["says"])
    for said, expected in zip(sorted(found), sorted(case["says"]), strict=True):
        assert expected in said
        assert said.startswith("data/t.csv:")


def shown(name: str, *sums: str) -> TableSpec:
    """Return a table of the data file `t` whose row Total holds the sums of some columns."""
    total, *columns = (NamedLine(each, Place("sections/one.md", 3, 1)) for each in ("Total", *sums))
    arrangement = Arrangement(sums=tuple(columns), total=total)
    return TableSpec(
        name, (), data="t", place=Place("sections/one.md", 3, 1), arrangement=arrangement
    )


@pytest.mark.parametrize(
    ("sums", "told"),
    [([], ["a", "b"]), ([["a"]], ["b"]), ([["a"], ["b"]], []), ([["no"]], ["a", "b"])],
)
def test_columns_whose_sums_an_author_declares_in_any_table_are_passed_over(
    sums: list[list[str]], told: list[str]
) -> None:
    tables = tuple(shown(f"t{number}", *held) for number, held in enumerate(sums))
    found = said_of("Place;a;b\nA;5;100\nB;6;200\nC;7;300\nTotal;19;601", "en-GB", tables)
    assert [each.split('"')[5] for each in found] == told


whole = st.integers(100, 900)


@given(
    st.lists(st.tuples(whole, whole, whole), min_size=4, max_size=9),
    st.integers(min_value=1000),
    st.data(),
)
def test_one_wrong_total_among_right_ones_is_told_of_by_itself(
    rows: list[tuple[int, int, int]], more: int, data: st.DataObject
) -> None:
    totals = [sum(row) for row in rows]
    wrong = data.draw(st.integers(0, len(rows) - 1))
    right = "\n".join(
        f"R{at};{';'.join(map(str, row))};{total}"
        for at, (row, total) in enumerate(zip(rows, totals, strict=True))
    )
    head = "Place;A;B;C;Total\n"
    assert said_of(head + right, "en-GB") == []
    altered = right.replace(
        f"R{wrong};{';'.join(map(str, rows[wrong]))};{totals[wrong]}",
        f"R{wrong};{';'.join(map(str, rows[wrong]))};{totals[wrong] + more}",
    )
    (said,) = said_of(head + altered, "en-GB")
    assert f'"R{wrong}"' in said


def test_a_stated_total_is_blank_below_words_and_says_where_a_number_is_not_known() -> None:
    header = ("Work", "Reach", "Start", "Cost", "Done")
    rows = (("A", "Upper", "2024-03-01", "5", "40"), ("B", "Lower", "2025-09-01", "6", ""))
    held = DataTable(
        "t", header, (*rows, ("Total", "", "", "11", "")), (2, 3, 4), Place("data/t.csv", 1, 1)
    )
    here = Place("sections/one.md", 3, 1)
    one = Section("one", words("One"), (TableUse("t0", here),), (), (), here)
    made = content(data=(held,), tables=(shown("t0", "Cost"),), sections=(one,))
    table = resolved(made).tables["t0"]
    assert [plain(cell) for cell in table.rows[-1]] == ["Total", "", "", "11", "–"]
    assert plain(table.rows[-2][-1]) == "–"
