"""Data files as spreadsheets save them: `cases/spreadsheets.toml` says how each is to be read."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content.files import read_folder
from builder.content.lines import Lines
from builder.content.tables import read_table
from builder.problems import Problems
from tests.content.reading import write

CASES: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "spreadsheets.toml").read_text("utf-8")
)
GROUPS = {"de": ".", "fr": "\u202f", "uk": "\u00a0", "en-GB": ","}


@pytest.mark.parametrize("name", CASES)
def test_a_data_file_is_read_as_it_was_written_or_refused(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    raw = case["text"].encode(case.get("encoding", "utf-8"))
    write(tmp_path, {"data/t.csv": ""})
    (tmp_path / "data" / "t.csv").write_bytes(raw)
    problems = Problems()
    folder = read_folder(tmp_path, problems)
    assert folder is not None
    found = folder.data("data/t.csv", case["language"], problems)
    table = read_table("t", found[0], problems, case["language"]) if found else None
    said = [problem.found for problem in problems]
    if "says" in case:
        assert len(said) == 1
        assert case["says"] in said[0]
        return
    assert said == []
    assert table is not None
    numbers = [table.number(row, "n") for row in range(len(table.rows))]
    assert ["" if number is None else f"{number}" for number in numbers] == case["numbers"]


@given(
    st.sampled_from(sorted(GROUPS)),
    st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=6),
)
def test_what_a_spreadsheet_writes_is_what_is_read(language: str, values: list[Decimal]) -> None:
    mark, part = (".", ",") if language == "en-GB" else (",", ";")
    cells = [
        f"{value:,.2f}".replace(",", " ").replace(".", mark).replace(" ", GROUPS[language])
        for value in values
    ]
    text = f"a{part}n\n" + "".join(f'x{part}"{cell}"\n' for cell in cells)
    problems = Problems()
    table = read_table("t", Lines("t.csv", text), problems, language)
    assert not list(problems)
    assert table is not None
    assert [table.number(row, "n") for row in range(len(values))] == values
