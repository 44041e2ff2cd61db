"""No cell becomes a formula: in the files that ride with the paper and in the charts' workbooks."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pikepdf
import pytest

from builder import project
from builder.cli import run
from builder.verify.trust import examine

CASES = Path(__file__).parent / "cases"
NAMES = (
    "=cmd|'/C calc'!A0",
    "@SUM(one)",
    "+one",
    "-one",
    '=HYPERLINK(""https://example.org"")',
    "one; =two",
    "-",
)
ROWS = tuple(zip(NAMES, ("-5", "−4", "-1.5", "3", "2", "7", "-2"), strict=True))
CHART = """
odd_names:
  kind: bar
  title: What each came to
  table: odd
  x: name
  y: money
  unit: EUR mn
  source: statistics
"""
SHOWN = """
:::{chart} odd_names
:::

:::{table} odd
:caption: What each came to
:columns: name = Name; money = Money, EUR mn
:::

{{ odd_one }} was paid.

::::{slide} What each came to
:::{chart} odd_names
:::
::::
"""
FIGURE = """
odd_one:
  label: "@handle of the office"
  value: -12
  unit: "=one"
  source: statistics
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("formulas")
    content = Path(shutil.copytree(CASES / "small", folder / "content"))
    lines = ["name,money", *(f'"{name}","{money}"' for name, money in ROWS)]
    (content / "data/odd.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for file, more in (
        ("charts.yaml", CHART),
        ("sections/passengers.md", SHOWN),
        ("figures.yaml", FIGURE),
    ):
        with (content / file).open("a", encoding="utf-8") as written:
            written.write(more)
    paper, deck = project.build(content, folder / "out", ("paper", "deck")).files
    return paper.path, deck.path


def test_texts_of_attached_files_are_marked_and_numbers_are_not(files: tuple[Path, Path]) -> None:
    table, chart = attached(files[0], "table-odd.csv"), attached(files[0], "chart-odd_names.csv")
    marked = [
        "'=cmd|'/C calc'!A0",
        "'@SUM(one)",
        "'+one",
        "'-one",
        '\'=HYPERLINK("https://example.org")',
        "one; '=two",
        "-",
    ]
    assert [row[0] for row in table[1:]] == marked
    assert [row[1] for row in table[1:]] == ["-5", "-4", "-1.5", "3", "2", "7", "-2"]
    assert [row[0] for row in chart[1:]] == marked
    assert [row[2] for row in chart[1:3]] == ["-5", "-4"]


def test_figures_ride_as_they_are_in_json_and_marked_in_csv(files: tuple[Path, Path]) -> None:
    with pikepdf.open(files[0]) as pdf:
        states = json.loads(pdf.attachments["figures.json"].get_file().read_bytes())
    (state,) = (state for state in states if state["id"] == "odd_one")
    assert (state["label"], state["value"], state["unit"]) == (
        "@handle of the office",
        "-12",
        "=one",
    )
    header, *rows = attached(files[0], "figures.csv")
    (row,) = (dict(zip(header, row, strict=True)) for row in rows if row[0] == "odd_one")
    assert (row["label"], row["value"], row["unit"]) == ("'@handle of the office", "-12", "'=one")


def test_workbooks_of_charts_hold_texts_only_as_texts(files: tuple[Path, Path]) -> None:
    held: list[str] = []
    with ZipFile(files[1]) as archive:
        for name in archive.namelist():
            if not name.endswith(".xlsx"):
                continue
            data = archive.read(name)
            with ZipFile(io.BytesIO(data)) as book:
                assert not [part for part in book.namelist() if "externalLink" in part]
                assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
            for row in openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows():
                held += [cell.value for cell in row if cell.data_type == "s"]
                assert all(cell.data_type in ("s", "n") for cell in row)
                assert all(cell.hyperlink is None for cell in row)
    assert {name.replace('""', '"') for name in NAMES} <= set(held)


def test_both_files_agree_and_say_what_they_carry(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", str(files[0]), str(files[1])]) == 0
    said = capsys.readouterr().out
    assert said.count("as made") == 2


@pytest.mark.longer
@pytest.mark.parametrize(
    ("was", "now"),
    [
        (b"\"'=cmd|'/C calc'!A0\"", b"\"=cmd|'/C calc'!A0\""),
        (b'"\'@SUM(one)"', b'"\'@SUM(two)"'),
        (b'"\'-one"', b'"-one"'),
    ],
)
def test_a_change_in_a_marked_cell_is_found(
    files: tuple[Path, Path], was: bytes, now: bytes, tmp_path: Path
) -> None:
    with pikepdf.open(files[0]) as pdf:
        stream = pdf.attachments["table-odd.csv"].get_file().obj
        data = stream.read_bytes()
        assert data.count(was) == 1
        stream.write(data.replace(was, now))
        pdf.save(tmp_path / "changed.pdf")
    row = data[: data.index(was)].count(b"\n") + 1
    (found,) = (one for one in examine(tmp_path / "changed.pdf").changed)
    assert str(found).startswith("paper, attachment")
    assert f"the file was changed in row {row}" in str(found)


def attached(path: Path, name: str) -> list[list[str]]:
    """Return the rows of a file that is attached to a paper."""
    with pikepdf.open(path) as pdf:
        text = pdf.attachments[name].get_file().read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))
