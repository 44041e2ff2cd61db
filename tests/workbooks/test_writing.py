"""One cell of a workbook changes in its bytes; what must not be written is refused."""

from __future__ import annotations

import random
import re
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from builder.model.figure import Moment
from builder.ooxml import PackageError
from builder.workbooks import opened
from builder.workbooks.book import EVERYTHING, Area
from builder.workbooks.dependants import Dependants
from builder.workbooks.writing import BookEdit, edited
from tests.shares import share
from tests.workbooks.broken import Parts, said, written
from tests.workbooks.parts import changed, unpacked

HERE = Path(__file__).parent
CASE = HERE.parent / "cases" / "workbooks" / "data"
SHEET = "xl/worksheets/sheet1.xml"
TABLE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
FIVE = 'office:value-type="float" office:value="5"'


def opendocument(rows: str, path: Path) -> Path:
    """Write an OpenDocument workbook with one sheet, `Trade`."""
    body = (
        f"<office:document-content {TABLE}><office:body><office:spreadsheet>"
        f'<table:table table:name="Trade">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", body, zipfile.ZIP_DEFLATED)
    return path


def write(path: Path, *edits: BookEdit) -> Path:
    """Write edits into a copy of a workbook, without what becomes stale."""
    data = path.read_bytes()
    spots = [(edit.sheet, edit.row, edit.column) for edit in edits]
    stale = Dependants(opened(data)).of(spots).formulas
    after = path.with_name(f"after-{path.name}")
    after.write_bytes(edited(data, edits, stale))
    return after


def held(path: Path) -> dict[str, str]:
    """Return the cells of `Trade` by their places."""
    cells = opened(path.read_bytes()).sheet("Trade", EVERYTHING).cells
    return {
        str(Area(row, column, row, column)): cell.fault or cell.text
        for (row, column), cell in cells.items()
    }


def test_one_of_several_like_cells_is_told_apart(tmp_path: Path) -> None:
    rows = (
        "<table:table-row>"
        f'<table:table-cell table:number-columns-repeated="4" {FIVE}><text:p>5</text:p>'
        "</table:table-cell></table:table-row>"
    )
    path = opendocument(rows, tmp_path / "book.ods")
    after = write(path, BookEdit("Trade", 1, 3, Decimal(6)))
    assert held(after) == {"A1": "5", "B1": "5", "C1": "6", "D1": "5"}
    assert 'table:number-columns-repeated="2"' in unpacked(after)["content.xml"].decode()
    assert changed(path, after) == ["content.xml"]


def test_a_cell_of_several_like_rows_is_refused(tmp_path: Path) -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="3">'
        f"<table:table-cell {FIVE}><text:p>5</text:p></table:table-cell></table:table-row>"
    )
    path = opendocument(rows, tmp_path / "book.ods")
    with pytest.raises(PackageError, match=r"Trade!A2 stands for several rows that are alike"):
        write(path, BookEdit("Trade", 2, 1, Decimal(6)))


def test_opendocument_tells_what_is_hidden_merged_amiss_or_never_computed(tmp_path: Path) -> None:
    error = '<table:table-cell table:formula="of:=1/0" office:value-type="string" '
    error += 'office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>'
    rows = (
        "<table:table-column/><table:table-column table:visibility='collapse'/>"
        "<table:table-row><table:table-cell table:number-columns-spanned='2' "
        f"table:number-rows-spanned='1' {FIVE}><text:p>5</text:p></table:table-cell>"
        "<table:covered-table-cell/></table:table-row>"
        f"<table:table-row table:visibility='filter'><table:table-cell {FIVE}/>"
        "<table:table-cell table:formula='of:=[.A1]*2'/></table:table-row>"
        f"<table:table-row>{error}</table:table-row>"
    )
    path = opendocument(rows, tmp_path / "book.ods")
    sheet = opened(path.read_bytes()).sheet("Trade", Area(1, 1, 9, 9))
    assert sheet.merged == (Area(1, 1, 1, 2),)
    assert (sheet.rows, sheet.columns) == ({2}, {2})
    assert held(path) == {
        "A1": "5",
        "A2": "5",
        "B2": "holds a formula that was never computed",
        "A3": "holds the error #DIV/0!",
    }


def with_members(path: Path, into: Path, **more: str) -> Path:
    """Return a copy of a workbook with further members."""
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**unpacked(path), **more}.items():
            archive.writestr(name, data)
    return into


def test_a_signed_workbook_is_not_written(tmp_path: Path) -> None:
    more = {"_xmlsignatures/sig1.xml": "<Signature/>"}
    path = with_members(CASE / "trade.xlsx", tmp_path / "book.xlsx", **more)
    with pytest.raises(PackageError, match="it is signed"):
        write(path, BookEdit("Trade", 4, 4, Moment(2020, 1, 1)))


def test_macros_stay_as_they_are(tmp_path: Path) -> None:
    more = {"xl/vbaProject.bin": "no program", "xl/pivotCache/records1.xml": "<a/>"}
    path = with_members(CASE / "trade.xlsx", tmp_path / "book.xlsm", **more)
    after = write(path, BookEdit("Trade", 4, 4, Moment(2020, 1, 1)))
    assert changed(path, after) == [SHEET]


@pytest.mark.parametrize(
    ("source", "counts"),
    [('ref="A3:D6" sheet="Trade"', True), ('ref="A3:D6" sheet="Other"', False)],
)
def test_a_pivot_table_is_known_by_the_cells_that_it_counts(
    tmp_path: Path, source: str, counts: bool
) -> None:
    name = "xl/pivotCache/pivotCacheDefinition1.xml"
    text = f"<pivotCacheDefinition><cacheSource><worksheetSource {source}/></cacheSource>"
    more = {name: text + "</pivotCacheDefinition>"}
    path = with_members(CASE / "trade.xlsx", tmp_path / "book.xlsx", **more)
    found = Dependants(opened(path.read_bytes())).of([("Trade", 4, 3)])
    assert found.pivots == ((name,) if counts else ())


def test_what_computes_its_references_may_depend_on_any_cell(tmp_path: Path) -> None:
    formulas = (
        "INDIRECT(&quot;A&quot;&amp;1)",
        "B9+1",
        "Moving*2",
        "C1+1",
        "Total[usd]",
        "'A1'!B2",
    )
    rows = "".join(
        f'<row r="{at}"><c r="E{at}"><f>{text}</f><v>1</v></c></row>'
        for at, text in enumerate(formulas, 1)
    )
    names = '<definedName name="Moving">OFFSET(Trade!$A$1,1,1)</definedName>'
    path = written(Parts(rows, names=names), tmp_path / "book.xlsx")
    found = Dependants(opened(path.read_bytes())).of([("Trade", 1, 3)])
    assert [one.place for one in found.formulas] == ["Trade!E1", "Trade!E3", "Trade!E4"]


def test_excel_is_asked_to_compute_what_has_become_stale(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>1x</v></c></row>'
    path = written(Parts(rows, calc='calcId="191029"'), tmp_path / "book.xlsx")
    after = write(path, BookEdit("Trade", 1, 1, Decimal("2.50")))
    assert changed(path, after) == ["xl/workbook.xml", SHEET]
    assert (
        '<calcPr calcId="191029" fullCalcOnLoad="1"/>'
        in unpacked(after)["xl/workbook.xml"].decode()
    )
    assert (
        '<c r="A1"><v>2.5</v></c><c r="B1"><f>A1&amp;"x"</f></c>' in unpacked(after)[SHEET].decode()
    )


@pytest.mark.parametrize(
    ("cell", "value", "new"),
    [
        ('<c r="A1" t="b"><v>1</v></c>', "FALSE", '<c r="A1" t="b"><v>0</v></c>'),
        ('<c r="A1" t="d" s="2"><v>2024-09-05</v></c>', "2024-10-06", ">2024-10-06<"),
        ('<c r="A1" s="2"><v>45540</v></c>', "2024-09-06", '<c r="A1" s="2"><v>45541</v></c>'),
        (f'<c r="A1" t="inlineStr" s="3">{said("old")}</c>', "new", ">new</t></is></c>"),
    ],
    ids=["a truth value", "a date as text", "a date as a number", "a text"],
)
def test_each_kind_of_value_stays_of_its_kind(
    tmp_path: Path, cell: str, value: str, new: str
) -> None:
    path = written(Parts(f'<row r="1">{cell}</row>'), tmp_path / "book.xlsx")
    after = write(path, BookEdit("Trade", 1, 1, value))
    assert new in unpacked(after)[SHEET].decode()
    assert held(after) == {"A1": value}


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1" t="e"><v>#N/A</v></c>',
        '<c r="A1"><f>B1</f><v>1</v></c>',
        '<c r="B1"><v>1</v></c>',
    ],
    ids=["an error value", "a formula", "an empty cell"],
)
def test_what_holds_another_kind_is_not_written(tmp_path: Path, cell: str) -> None:
    path = written(Parts(f'<row r="1">{cell}</row>'), tmp_path / "book.xlsx")
    with pytest.raises(PackageError, match=r"Trade!A1 (is empty|holds another kind)"):
        write(path, BookEdit("Trade", 1, 1, Decimal(2)))


def damaged(text: bytes, chance: random.Random) -> bytes:
    """Return XML with a number, a value, an element or a few characters made another."""
    pattern = chance.choice([rb"\d+", rb'"[^"<]*"', rb"<[^>]*/>", rb"<v>[^<]*</v>", rb".{1,20}"])
    found = list(re.finditer(pattern, text, re.DOTALL))
    if not found:
        return text
    start, end = chance.choice(found).span()
    other = chance.choice([b"", b"-1", b"99999999999", b"zz", b'"0"', b'"-5"', b"<v>x</v>"])
    return text[:start] + other + text[end:]


@pytest.mark.longer
@pytest.mark.parametrize("name", share(["trade.xlsx", "harvest.ods"], 2))
def test_a_damaged_workbook_is_read_or_refused_in_words(tmp_path: Path, name: str) -> None:
    chance = random.Random(12)
    members = unpacked(CASE / name)
    texts = [part for part in members if part.endswith((".xml", ".rels"))]
    refused = []
    for _ in range(80):
        part = chance.choice(texts)
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as archive:
            for each, data in members.items():
                archive.writestr(each, damaged(data, chance) if each == part else data)
        try:
            book = opened(path.read_bytes())
            for sheet in book.sheets:
                book.sheet(sheet, EVERYTHING)
            first = book.sheets[:1] or ("",)
            edit = BookEdit(first[0], 5, 2, Decimal(5)) if name == "trade.xlsx" else None
            edit = edit or BookEdit(first[0], 2, 2, Decimal(5))
            edited(path.read_bytes(), [edit], [*book.formulas()])
        except PackageError as error:
            refused.append(str(error))
    assert 0 < len(refused) < 80
    assert all(each.startswith("it") for each in refused)
