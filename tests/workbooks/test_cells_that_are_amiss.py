"""What no table can hold of a workbook is said with sheet and cell, all of it at once."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.content import read_content
from builder.problems import Problems
from builder.resolve import resolve
from tests.shares import share
from tests.workbooks.broken import Parts, said, written

CASES = Path(__file__).parents[1] / "cases"
HEAD = (
    f'<row r="2"><c r="B2" t="inlineStr">{said("who")}</c>'
    f'<c r="C2" t="inlineStr">{said("usd")}</c></row>'
)


def folder(tmp_path: Path, tables: str, figures: str = "") -> Path:
    """Return a content folder that is whole but for its workbook."""
    content = tmp_path / "content"
    shutil.copytree(CASES / "small", content)
    (content / "workbooks.yaml").write_text(tables, "utf-8")
    with (content / "figures.yaml").open("a", encoding="utf-8") as file:
        file.write(figures)
    return content


def problems(content: Path, within: str = "trade") -> str:
    """Return what is said of workbooks when a content is read."""
    found = Problems()
    read_content(Path(content.name), found)
    ours = (one for one in sorted(set(found.errors)) if within in str(one))
    return "".join(f"{one}\n" for one in ours)


Case = tuple[str, dict[str, str]]


def cases(file: str) -> Iterator[Case]:
    yield from tomllib.loads((CASES / f"{file}.toml").read_text("utf-8")).items()


@pytest.mark.parametrize(
    "case", share([pytest.param(case, id=case[0]) for case in cases("workbook-cells")], 2)
)
def test_what_is_amiss_is_said_with_its_cell(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    tables = "trade:\n  workbook: data/trade.xlsx\n  range: B2:C4\n"
    content = folder(tmp_path, tables)
    sheet = {key: text for key, text in case[1].items() if key not in ("says", "rows")}
    parts = Parts(HEAD + case[1]["rows"], **sheet)
    written(parts, content / "data" / "trade.xlsx")
    assert problems(content) == case[1]["says"].lstrip("\n")


def rows_from(top: int) -> str:
    """Return a table of one row as a sheet's XML, its names in row `top`."""
    iran = f'<c r="B{top + 1}" t="inlineStr">{said("Iran")}</c><c r="C{top + 1}"><v>7</v></c>'
    names = HEAD.replace('r="2"', f'r="{top}"').replace("B2", f"B{top}").replace("C2", f"C{top}")
    return f'{names}<row r="{top + 1}">{iran}</row>'


REFUSED = """content/data/trade.xlsx:Trade: error: {}
  name the range that holds the table
"""
MANY, EMPTY = "more cells than are read", "no cell holds anything"


@pytest.mark.parametrize(
    ("rows", "area", "amiss"),
    [
        pytest.param(rows_from(1_048_575), "", "", id="at the very foot of a sheet"),
        pytest.param(rows_from(800_000), "B800000:C800001", "", id="far down"),
        pytest.param(rows_from(2), "B2:C150001", "", id="300,000 cells, most of them empty"),
        pytest.param(rows_from(2), "B2:C150002", MANY, id="a row more"),
        pytest.param(
            rows_from(2) + '<row r="400000"><c r="C400000"><v>9</v></c></row>',
            "",
            MANY,
            id="a stray number far below",
        ),
        pytest.param(rows_from(2), "B5:C6", EMPTY, id="below the table"),
        pytest.param("", "", EMPTY, id="an empty sheet"),
    ],
)
def test_how_far_down_a_table_stands_does_not_matter_but_how_large_it_is(
    rows: str, area: str, amiss: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    named = f"  range: {area}\n" if area else ""
    content = folder(tmp_path, f"trade:\n  workbook: data/trade.xlsx\n{named}")
    written(Parts(rows), content / "data" / "trade.xlsx")
    assert problems(content) == (REFUSED.format(amiss) if amiss else "")
    if not amiss:
        read = read_content(Path(content.name), Problems())
        assert read is not None
        assert (read.data["trade"].columns, read.data["trade"].rows) == (
            ("who", "usd"),
            (("Iran", "7"),),
        )


def alone(row: int, text: str) -> str:
    return f'<row r="{row}"><c r="B{row}" t="inlineStr">{said(text)}</c></row>'


NOTED = (
    'content/data/trade.xlsx:Trade!B{}: warning: "{}" is read as a row of the table, with nothing'
    " beside it\n"
    "  if it is a note below the table, name the range without it: range: B2:C3"
)


@pytest.mark.parametrize(
    ("below", "told"),
    [
        pytest.param(alone(5, "Own count"), (5, "Own count"), id="below an empty row"),
        pytest.param(alone(4, "Source: own count"), (4, "Source: own count"), id="with a colon"),
        pytest.param(
            alone(5, "Own count") + alone(6, "of 2025"), (5, "Own count"), id="of two lines"
        ),
        pytest.param(alone(4, "Iraq"), None, id="a row whose number is missing"),
        pytest.param(
            alone(4, "Iraq") + rows_from(4).partition("</row>")[2], None, id="not the last row"
        ),
    ],
)
def test_a_note_below_a_table_is_told_before_it_becomes_a_row(
    below: str, told: tuple[int, str] | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    content = folder(tmp_path, "trade:\n  workbook: data/trade.xlsx\n")
    written(Parts(rows_from(2) + below), content / "data" / "trade.xlsx")
    found = Problems()
    read_content(Path(content.name), found)
    ours = [str(one) for one in sorted(set(found)) if "trade.xlsx" in str(one)]
    assert ours == ([NOTED.format(*told)] if told else [])


SUMMED = """

:::{table} trade
:caption: Trade
:source: statistics
:sums: usd
:total: Sum
:::
"""


@pytest.mark.parametrize(
    ("part", "said_of_it"),
    [
        ("1.00000000000001", ""),
        ("1.004", 'is 3.00 in "usd", but its parts come to 3.004'),
        ("1.01", 'is 3.00 in "usd", but its parts come to 3.01'),
    ],
)
def test_a_sum_is_told_with_the_digits_in_which_it_differs(
    part: str, said_of_it: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    content = folder(tmp_path, "trade:\n  workbook: data/trade.xlsx\n  range: B2:C5\n")
    rows = "".join(
        f'<row r="{at}"><c r="B{at}" t="inlineStr">{said(name)}</c>'
        f'<c r="C{at}" s="5"><v>{value}</v></c></row>'
        for at, name, value in ((3, "Iran", part), (4, "Iraq", "2"), (5, "Sum", "3"))
    )
    written(Parts(HEAD + rows), content / "data" / "trade.xlsx")
    with sorted((content / "sections").iterdir())[0].open("a", encoding="utf-8") as file:
        file.write(SUMMED)
    found = Problems()
    read = read_content(Path(content.name), found)
    assert read is not None
    assert not found.errors
    resolve(read, found)
    told = [each.found for each in found.errors]
    assert [each.partition('"trade" ')[2] for each in told] == ([said_of_it] if said_of_it else [])


FIGURE = """
oil:
  label: Oil
  cell: {{workbook: data/trade.xlsx, {}}}
  source: statistics
  {}
"""


@pytest.mark.parametrize("case", list(cases("workbook-figures")), ids=lambda case: case[0])
def test_a_figure_needs_one_cell_with_a_number(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    content = folder(tmp_path, "", FIGURE.format(case[1]["ref"], case[1]["unit"]))
    rows = (
        f'<row r="3"><c r="B3" t="inlineStr">{said("Iran")}</c><c r="C3"><v>5</v></c>'
        '<c r="D3" t="b"><v>1</v></c><c r="E3" s="1"><v>0.34</v></c></row>'
        '<row r="4"><c r="C4"><v>7</v></c></row>'
    )
    names = (
        '<definedName name="Sums">Trade!$C$3:$C$4</definedName>'
        '<definedName name="Computed">OFFSET(Trade!$A$1,1,1)</definedName>'
        '<definedName name="Away">[1]Other!$A$1</definedName>'
    )
    written(Parts(rows, names=names), content / "data" / "trade.xlsx")
    assert problems(content, "").endswith(case[1]["says"].lstrip("\n"))


def test_a_table_of_workbooks_yaml_is_named_by_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    tables = (
        "one: {workbook: data/tarde.xlsx}\n"
        "two: {workbook: data/trade.xlsx, sheet: Trad}\n"
        "three: {workbook: data/trade.xlsx, range: 3 to 4}\n"
        "four: {workbook: data/trade.xlsx, name: Sums, range: B2}\n"
    )
    content = folder(tmp_path, tables)
    written(Parts(HEAD), content / "data" / "trade.xlsx")
    assert problems(content, "workbooks.yaml") == (
        'content/workbooks.yaml:1:17: error: no workbook "data/tarde.xlsx"\n'
        "  did you mean data/trade.xlsx? known: data/trade.xlsx\n"
        "  a workbook lies in data/ and is an .xlsx, .xlsm or .ods file\n"
        'content/workbooks.yaml:2:41: error: no sheet "Trad" in the workbook\n'
        "  did you mean Trade? known: Trade\n"
        'content/workbooks.yaml:3:43: error: "3 to 4" is no range of cells\n'
        "  expected two corners of a sheet's area, such as A3:D20\n"
        'content/workbooks.yaml:4:47: error: the table "four" has name and range\n'
        "  a name says which cells are meant: leave out the other\n"
    )
