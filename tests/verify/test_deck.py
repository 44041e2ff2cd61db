"""A sabotaged deck is caught, with slide and channel."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from builder.verify import UnreadableFileError, compare_with_itself, read, read_deck
from builder.verify.workbook import read_workbook
from tests.verify.making import DECK, FINGERPRINT, altered, altered_cell, deck, figure

SLIDE, SECOND = "ppt/slides/slide1.xml", "ppt/slides/slide2.xml"
NOTES = "ppt/notesSlides/notesSlide1.xml"
WORKBOOK = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return deck(tmp_path / "made.pptx")


def chart_part(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return next(name for name in package.namelist() if name.startswith("ppt/charts/chart"))


def findings(path: Path) -> list[str]:
    return [str(finding) for finding in compare_with_itself(read_deck(path))]


def test_a_true_deck_has_no_findings(made: Path) -> None:
    assert findings(made) == []


def test_a_deck_tells_its_identity(made: Path) -> None:
    reading = read(made)
    assert (reading.medium, reading.fingerprint, reading.entries) == ("deck", FINGERPRINT, DECK)


def test_a_changed_digit_is_found(made: Path) -> None:
    assert findings(altered(made, SLIDE, "400", "500")) == [
        'deck slide 1: "at least 400 missiles" is missing',
        'deck slide 1: "Iran sent at least 500 missiles" should not be there (500: no figure,'
        " date or name owns it)",
    ]


def test_a_dropped_hedge_is_found_once(made: Path) -> None:
    assert findings(altered(made, SLIDE, "at least 400", "400")) == [
        'deck slide 1: expected "at least 400 missiles", found "Iran sent 400 missiles"'
    ]


def test_an_extra_number_in_a_table_is_found(made: Path) -> None:
    assert findings(altered(made, SECOND, "in 2024", "in 2024, 7 of them")) == [
        'deck slide 2: "in 2024, 7 of them" should not be there (7: no figure, date or name owns'
        " it)"
    ]


def test_a_figure_lost_from_the_notes_is_found(made: Path) -> None:
    assert findings(altered(made, NOTES, "trade came to $240 billion", "trade grew")) == [
        'deck slide 1, notes: "$240 billion" is missing'
    ]


def test_notes_of_another_number_are_found(made: Path) -> None:
    assert findings(altered(made, NOTES, "$240", "$250"))[0] == (
        'deck slide 1, notes: "$240 billion" is missing'
    )


def test_changed_alt_text_is_found(made: Path) -> None:
    assert findings(altered(made, SECOND, "A bar of $240bn", "A bar of $24bn")) == [
        'deck slide 2, alt: "$240bn" is missing',
        'deck slide 2, alt: "A bar of $24bn" should not be there (24bn: no figure, date or name'
        " owns it)",
    ]


def test_a_changed_cell_of_a_workbook_is_found_against_ledger_and_chart(made: Path) -> None:
    found = findings(altered_cell(made, WORKBOOK, "<v>240</v>", "<v>250</v>"))
    assert found[0] == (
        'deck slide 2, workbook: expected "240", found "250" (the chart\'s own value differs from'
        " its workbook at Sheet1!$B$2:$B$3)"
    )
    assert 'deck slide 2, workbook: "240" is missing' in found


def test_a_changed_value_of_a_chart_is_found_by_what_powerpoint_would_print(made: Path) -> None:
    found = findings(altered(made, chart_part(made), "<c:v>240</c:v>", "<c:v>250</c:v>"))
    assert 'deck slide 2, chart: "$240bn" is missing' in found


def test_a_changed_number_format_is_found(made: Path) -> None:
    found = findings(altered(made, chart_part(made), '"bn"', '"m"'))
    assert 'deck slide 2, chart: expected "$240bn", found "$240m"' in found


def test_a_moved_axis_is_found_by_its_ticks(made: Path) -> None:
    found = findings(altered(made, chart_part(made), '<c:max val="300', '<c:max val="450'))
    assert found == [
        'deck slide 2, chart: "450" should not be there (450: no figure, date or name owns it)'
    ]


def test_an_axis_without_limits_is_found_since_powerpoint_would_choose_numbers(made: Path) -> None:
    found = findings(altered(made, chart_part(made), '<c:majorUnit val="150.0"/>', ""))
    assert found[0] == (
        'deck slide 2, workbook: "an axis is shown whose limits and step are not fixed" should'
        " not be there (cannot tell what PowerPoint prints)"
    )


def test_a_live_formula_in_a_workbook_is_found(made: Path) -> None:
    found = findings(altered_cell(made, WORKBOOK, "<v>240</v>", "<f>200+40</f><v>240</v>"))
    assert found == [
        'deck slide 2, workbook: "Sheet1!B2" should not be there (a cell of the workbook holds a'
        " live formula)"
    ]


def test_a_deck_without_a_ledger_is_found(made: Path) -> None:
    path = altered(made, "customXml/item1.xml", "urn:paperdeck:ledger", "urn:another")
    (found,) = findings(path)
    assert found.startswith('deck: "ledger of figures" is missing')


def test_a_damaged_ledger_is_found(made: Path) -> None:
    path = altered(made, "customXml/item1.xml", '"format": 1', '"format": 9')
    assert findings(path)[0] == (
        'deck, ledger: "not a ledger of format 1" should not be there (the ledger in'
        " customXml/item1.xml cannot be read)"
    )


def test_a_number_in_a_layouts_own_shape_is_found_on_every_slide(made: Path) -> None:
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="90" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
        "<p:txBody><a:bodyPr/><a:p><a:r><a:t>Est. 1999</a:t></a:r></a:p></p:txBody></p:sp>"
    )
    path = altered(made, "ppt/slideLayouts/slideLayout6.xml", "</p:spTree>", f"{shape}</p:spTree>")
    assert [line.partition(":")[0] for line in findings(path)] == ["deck slide 1", "deck slide 2"]


def test_a_figure_printed_once_too_few_is_found(tmp_path: Path) -> None:
    entries = (*DECK, figure("missiles", "at least 400 missiles", 1))
    assert findings(deck(tmp_path / "made.pptx", entries)) == [
        'deck slide 1: "at least 400 missiles" is missing'
    ]


def test_workbooks_are_read_as_openpyxl_reads_them(made: Path) -> None:
    with zipfile.ZipFile(made) as package:
        data = package.read(WORKBOOK)
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Sheet1"]
    theirs = {
        cell.coordinate: str(cell.value)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    assert read_workbook(data, "made").cells == {"Sheet1": theirs}


def test_a_file_that_is_no_deck_is_named(tmp_path: Path) -> None:
    path = tmp_path / "made.pptx"
    path.write_bytes(b"PK not a deck")
    with pytest.raises(UnreadableFileError, match=r"made\.pptx: cannot be read as an Office file"):
        read(path)
