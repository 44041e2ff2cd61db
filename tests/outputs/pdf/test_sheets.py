"""No cell of a CSV file that rides along becomes a formula, and none says another thing."""

from __future__ import annotations

import csv
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.outputs.pdf.plan.sheets import guarded, sheet

TABLE = tomllib.loads(
    (Path(__file__).parents[2] / "cases/formula-cells.toml").read_text(encoding="utf-8")
)
SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
CELLS = st.text(alphabet=st.sampled_from(f"{SIGNS}';\t\r\n \u200b\ufeff,\"5a.%€−"), max_size=9)


@pytest.mark.parametrize(("text", "held"), TABLE["guarded"])
def test_what_would_be_a_formula_is_marked_as_text_in_double_quotes(text: str, held: str) -> None:
    assert guarded(text) == held
    quoted = held.replace('"', '""')
    assert sheet(["x", "y"], [[text, "z"]]).decode("utf-8-sig") == f'x,y\r\n"{quoted}",z\r\n'


@pytest.mark.parametrize("text", TABLE["kept"])
def test_numbers_and_ordinary_words_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


@given(CELLS)
def test_what_was_marked_can_be_read_back(text: str) -> None:
    assert as_was(guarded(text)) == text


@given(CELLS)
def test_no_cell_begins_a_formula_by_whatever_it_is_parted(text: str) -> None:
    held = guarded(text)
    assert not held.startswith(("\t", "\r", "\n", *SIGNS.replace("+", "").replace("-", "")))
    for piece in re.split(r"[;\t\r\n]", held):
        begun = piece.strip(" \u200b\ufeff")
        if begun.startswith(tuple(SIGNS)):
            assert re.fullmatch(r"[+-]+|[+-] ?€?\d[\d.,' ]*[%€]?", begun), held


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=3))
def test_a_reader_of_csv_finds_every_cell(rows: list[list[str]]) -> None:
    text = sheet(["a", "b"], rows).decode("utf-8-sig")
    found = list(csv.reader(text.splitlines(keepends=True), strict=True))
    assert [[as_was(cell) for cell in row] for row in found[1:]] == rows


def test_ordinary_files_are_what_any_writer_of_csv_makes(tmp_path: Path) -> None:
    rows = [["Sea", "1,200", 'the "Aurora"'], ["", "-5", "two\nlines"]]
    with (tmp_path / "made.csv").open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file).writerows([["a", "b", "c"], *rows])
    assert sheet(["a", "b", "c"], rows) == (tmp_path / "made.csv").read_bytes()
    assert sheet(["a"], [[""]]).endswith(b'a\r\n""\r\n')


def as_was(held: str) -> str:
    """Return a cell without our marks: how a reader gets the text back."""
    if re.match(r"'+[\t\r\n]", held):
        held = held[1:]
    sign = rf"(^|[;\t\r\n])([\s\u200b-\u200d\ufeff]*)'('*[{re.escape(SIGNS)}])"
    pieces = re.split(r"([;\t\r\n])", held)
    return "".join(re.sub(sign, r"\1\2\3", piece) for piece in pieces)
