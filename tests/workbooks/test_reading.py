"""Workbooks are read as another reader reads them, and strange ones are told apart."""

from __future__ import annotations

import datetime
import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from builder.model.figure import Moment
from builder.ooxml import PackageError
from builder.workbooks import opened
from builder.workbooks.book import EVERYTHING, Area, BookCell
from builder.workbooks.cells import format_of, moment_of, serial_of
from builder.workbooks.dependants import references, shifted
from tests.workbooks.broken import Parts, said, written

HERE = Path(__file__).parent
CASE = HERE.parent / "cases" / "workbooks" / "data"
BOOKS = [CASE / "trade.xlsx", HERE / "saved" / "trade.xlsx"]


def cells(path: Path, sheet: str) -> dict[tuple[int, int], BookCell]:
    return dict(opened(path.read_bytes()).sheet(sheet, EVERYTHING).cells)


def plain(cell: BookCell) -> object:
    """Return a value as openpyxl has it."""
    if isinstance(cell.value, Moment):
        return datetime.datetime(cell.value.year, cell.value.month, cell.value.day)
    if isinstance(cell.value, Decimal):
        return float(cell.value / 100 if cell.percent else cell.value)
    return cell.value


@pytest.mark.parametrize("path", BOOKS, ids=["made by code", "saved by LibreOffice"])
def test_every_cell_is_read_as_another_reader_reads_it(path: Path) -> None:
    results, formulas = (openpyxl.load_workbook(path, data_only=only) for only in (True, False))
    for sheet in results.worksheets:
        theirs = {
            (cell.row, cell.column): (cell.value, formulas[sheet.title].cell(cell.row, cell.column))
            for row in sheet
            for cell in row
            if cell.value is not None
        }
        ours = cells(path, sheet.title)
        assert ours.keys() == theirs.keys()
        for spot, cell in ours.items():
            value, formula = theirs[spot]
            assert plain(cell) == value
            assert (cell.formula == formula.value) == (formula.data_type == "f")


def test_what_code_made_and_libreoffice_saved_is_read_alike() -> None:
    made, saved = (opened(path.read_bytes()) for path in BOOKS)
    assert made.sheets == saved.sheets
    assert made.names == saved.names
    for name in made.sheets:
        ours, theirs = (book.sheet(name, EVERYTHING).cells for book in (made, saved))
        bare = {
            spot: replace(cell, formula=cell.formula.replace("'Trade'!", "Trade!"))
            for spot, cell in ours.items()
        }
        assert bare == theirs


def test_opendocument_is_read_like_its_workbook_of_excel(tmp_path: Path) -> None:
    from tests.workbooks.made import harvest

    ours = cells(CASE / "harvest.ods", "Harvest")
    theirs = cells(harvest(tmp_path / "harvest.xlsx"), "Harvest")
    assert ours.keys() == theirs.keys()
    for spot, cell in theirs.items():
        if cell.formula:
            assert (cell.fault, ours[spot].formula) == (
                "holds a formula that was never computed",
                cell.formula,
            )
            assert not ours[spot].fault
        else:
            assert (ours[spot].value, ours[spot].most) == (cell.value, cell.most)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", ("number", 0, None)),
        ("0", ("number", 0, 0)),
        ("#,##0.00", ("number", 2, 2)),
        ("0.0#", ("number", 1, 2)),
        ("0%", ("percent", 0, 0)),
        ('0.0" %"', ("number", 1, 1)),
        ('"$"#,##0.0;[Red]-"$"#,##0.0', ("number", 1, 1)),
        ("[$€-407] #,##0", ("number", 0, 0)),
        ("0.00E+00", ("number", 0, None)),
        ('0.0,,"M"', ("number", 0, None)),
        ("# ?/?", ("number", 0, None)),
        ("d. mmmm yyyy", ("date", 0, None)),
        ('yyyy"y"', ("date", 0, None)),
        ("[h]:mm", ("time", 0, None)),
        ("h:mm AM/PM", ("time", 0, None)),
        ("@", ("number", 0, None)),
    ],
)
def test_a_number_format_says_what_a_cell_shows(code: str, shown: tuple[str, int, int]) -> None:
    found = format_of(code)
    assert (found.kind, found.least, found.most) == shown


@pytest.mark.parametrize(
    ("code", "money"),
    [
        ('#,##0 "€"', "€"),
        ('#,##0.00\\ "€"', "€"),
        ("[$€-407] #,##0", "€"),
        ("[$CHF] #,##0", "CHF"),
        ('"$"#,##0.0;[Red]-"$"#,##0.0', "$"),
        ("$#,##0", "$"),
        ("#,##0\\ €", "€"),
        ('#,##0 "M€"', ""),
        ('#,##0 "t"', ""),
        ('"€" #,##0 "$"', ""),
        ("[$-409]#,##0", ""),
        ("0.0%", ""),
    ],
)
def test_a_number_format_says_the_currency_beside_the_number(code: str, money: str) -> None:
    assert format_of(code).money == money


@pytest.mark.parametrize(
    ("code", "moment"),
    [
        ("d mmm yyyy", Moment(2024, 9, 5)),
        ("mmm-yy", Moment(2024, 9)),
        ("yyyy", Moment(2024)),
        ("d/m", Moment(2024, 9, 5)),
    ],
)
def test_a_date_goes_as_far_as_it_is_shown(code: str, moment: Moment) -> None:
    assert moment_of(Decimal(45540), format_of(code), since_1904=False) == moment


@pytest.mark.parametrize("since_1904", [False, True])
@pytest.mark.parametrize("day", [(1904, 1, 2), (1970, 1, 1), (2024, 2, 29), (2100, 3, 1)])
def test_days_are_counted_from_1900_or_1904(day: tuple[int, int, int], since_1904: bool) -> None:
    moment = Moment(*day)
    serial = serial_of(moment, since_1904=since_1904)
    expected = openpyxl.utils.datetime.to_excel(
        datetime.datetime(*day),
        epoch=openpyxl.utils.datetime.CALENDAR_MAC_1904
        if since_1904
        else openpyxl.utils.datetime.CALENDAR_WINDOWS_1900,
    )
    assert serial == expected
    shown = format_of("d mmm yyyy")
    assert moment_of(Decimal(serial), shown, since_1904=since_1904) == moment


def sheet(tmp_path: Path, rows: str, **parts: str) -> dict[tuple[int, int], BookCell]:
    path = written(Parts(rows, **parts), tmp_path / "book.xlsx")
    return cells(path, "Trade")


def test_numbers_are_those_that_programs_show(tmp_path: Path) -> None:
    rows = (
        '<row><c><v>0.30000000000000004</v></c><c s="1"><v>0.34</v></c>'
        '<c s="5"><v>48.5</v></c><c><v>1.5E3</v></c><c s="1"><v>0.1412799999</v></c></row>'
    )
    found = sheet(tmp_path, rows)
    texts = [cell.text for _, cell in sorted(found.items())]
    assert texts == ["0.3", "34.0", "48.50", "1500", "14.12799999"]
    assert [cell.decimals for _, cell in sorted(found.items())] == [None, None, None, None, 1]


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("4.90000000000001", "4.9"),  # 54.7 - 49.8
        ("0.699999999953434", "0.7"),  # 1234567.8 - 1234567.1
        ("-4.8999999999999986", "-4.9"),
        ("0.333333333333333", "0.333333333333333"),
        ("1234567.89012345", "1234567.89012345"),
        ("100000000000001", "100000000000001"),
        ("1000000000000.25", "1000000000000.25"),
    ],
)
def test_what_a_difference_leaves_behind_a_number_is_no_part_of_it(
    stored: str, read: str, tmp_path: Path
) -> None:
    found = sheet(tmp_path, f"<row><c><v>{stored}</v></c></row>")
    assert [cell.text for cell in found.values()] == [read]


def test_cells_without_places_stand_one_after_the_other(tmp_path: Path) -> None:
    rows = (
        "<row><c><v>1</v></c></row>"
        f'<row r="5"><c r="C5"><v>2</v></c><c t="inlineStr">{said("x")}</c></row>'
    )
    assert sheet(tmp_path, rows).keys() == {(1, 1), (5, 3), (5, 4)}


def test_a_workbook_that_counts_from_1904_has_other_days(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" s="2"><v>1</v></c></row>'
    assert sheet(tmp_path, rows, book='date1904="1"')[1, 1].value == Moment(1904, 1, 2)
    assert sheet(tmp_path, rows)[1, 1].value == Moment(1900, 1, 1)


def test_a_formula_that_others_share_is_written_out_for_each(tmp_path: Path) -> None:
    rows = (
        '<row r="2"><c r="B2"><f t="shared" ref="B2:B4" si="0">A2*$D$1+LOG10(A2)</f><v>1</v></c>'
        "</row>"
        '<row r="3"><c r="B3"><f t="shared" si="0"/><v>2</v></c></row>'
        '<row r="4"><c r="B4"><f t="shared" si="0"/><v>3</v></c></row>'
    )
    found = sheet(tmp_path, rows)
    assert [found[row, 2].formula for row in (2, 3, 4)] == [
        f"=A{row}*$D$1+LOG10(A{row})" for row in (2, 3, 4)
    ]


def test_a_formula_that_fills_several_cells_is_that_of_each(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row>'
        '<row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>2</v></c></row>'
    )
    found = sheet(tmp_path, rows)
    assert [found[spot].formula for spot in ((1, 1), (2, 1), (2, 2))] == ["=B1:B2*2"] * 2 + [""]


def test_references_are_found_wherever_formulas_name_them() -> None:
    formula = "=SUM(A:A)+'My ''one'''!C3-$B$4&\"D5\"+[1]Away!E6+Jan:Mar!F7+LOG10(G8)+H9x+2:3"
    assert [(each.sheet, str(each.area)) for each in references(formula)] == [
        ("", "A1:A1048576"),
        ("My 'one'", "C3"),
        ("", "B4"),
        ("*", "F7"),
        ("", "G8"),
        ("", "A2:XFD3"),
    ]
    assert shifted("SUM($A1,B$2)", 2, 1) == "SUM($A3,C$2)"


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SHEET = "xl/worksheets/sheet1.xml"
TRADE = members(CASE / "trade.xlsx")
HARVEST = members(CASE / "harvest.ods")
STRANGE = {
    "an encrypted workbook": (
        COMPOUND + "EncryptedPackage".encode("utf-16-le"),
        "it is protected with a password, and so encrypted",
    ),
    "an .xls under another name": (
        COMPOUND + "Workbook".encode("utf-16-le"),
        "it is an old Excel file (.xls)",
    ),
    "a binary workbook": (
        zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": b"x"}),
        "it is a binary workbook (.xlsb)",
    ),
    "a deck": (
        zipped({**TRADE, "xl/workbook.xml": b"<presentation/>"}),
        "it is an Office file, but no workbook",
    ),
    "a zip archive of something else": (
        zipped({"notes.txt": b"x"}),
        "it is a zip archive, but no workbook",
    ),
    "a text": (b"partner,usd\n", "it is no Office file: no zip archive begins in it"),
    "an OpenDocument text": (
        zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}),
        "it is an OpenDocument file, but no workbook",
    ),
    "an encrypted OpenDocument workbook": (
        zipped({**HARVEST, "META-INF/manifest.xml": b"<m><encryption-data/></m>"}),
        "it is protected with a password, and so encrypted",
    ),
    "a sheet with a DTD": (
        zipped({**TRADE, SHEET: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        "its part xl/worksheets/sheet1.xml holds a DTD, which no Office file has",
    ),
    "a sheet that is cut off": (
        zipped({**TRADE, SHEET: TRADE[SHEET][:900]}),
        "its part xl/worksheets/sheet1.xml is no well-formed XML",
    ),
    "a sheet that grows without end": (
        zipped({**TRADE, SHEET: b"<a>" + bytes(20_000_000)}),
        "its part xl/worksheets/sheet1.xml grows from 19 kB to 19 MB when unpacked, more than 250",
    ),
    "a workbook without its sheet": (
        zipped({name: data for name, data in TRADE.items() if name != SHEET}),
        "its part xl/worksheets/sheet1.xml is missing",
    ),
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_is_no_workbook_is_refused_in_words(name: str) -> None:
    data, found = STRANGE[name]

    def read() -> None:
        book = opened(data)
        book.sheet(book.sheets[0], Area(1, 1, 9, 9))

    with pytest.raises(PackageError) as refused:
        read()
    assert str(refused.value).startswith(found)


def test_macros_links_and_pivot_tables_are_passed_over() -> None:
    more = {
        "xl/vbaProject.bin": b"x",
        "xl/externalLinks/externalLink1.xml": b"<externalLink/>",
        "xl/pivotCache/pivotCacheRecords1.xml": b"<pivotCacheRecords/>",
    }
    book = opened(zipped({**TRADE, **more}))
    assert book.sheet("Trade", Area(7, 2, 7, 2)).cells[7, 2].text == "1702.7"
