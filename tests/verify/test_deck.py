"""A sabotaged deck is caught, with slide and channel."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from builder.verify import UnreadableFileError, read, read_deck
from builder.verify.fresh import unlike_plan
from builder.verify.spreadsheet import read_workbook
from builder.verify.trust import examine
from tests.verify.making import (
    DECK,
    FINGERPRINT,
    altered,
    altered_cell,
    deck,
    entries,
    figure,
    place,
)

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
    """Return what is said of places, without what is seen in parts that say the same again."""
    found = [str(finding) for finding in examine(path).changed]
    return [line for line in found if "looks otherwise" not in line]


def test_a_true_deck_has_no_findings(made: Path) -> None:
    assert examine(made).state == "as made"
    assert findings(made) == []
    assert unlike_plan(read_deck(made), DECK) == ()


def test_a_deck_tells_its_identity(made: Path) -> None:
    reading = read(made)
    assert (reading.medium, reading.fingerprint) == ("deck", FINGERPRINT)
    assert reading.entries == entries(DECK)


TITLE = "Iran sent at least 400 missiles"
SPOKEN = "Say first: trade came to $240 billion."


def test_a_changed_digit_is_found_with_the_place_and_both_texts(made: Path) -> None:
    assert findings(altered(made, SLIDE, "400", "500")) == [
        f'deck slide 1, Title 1, paragraph: expected "{TITLE}", found "Iran sent at least 500'
        ' missiles" (figure missiles)'
    ]


def test_a_dropped_hedge_is_found_once_with_the_claim_that_guards_its_words(made: Path) -> None:
    assert findings(altered(made, SLIDE, "at least 400", "400")) == [
        f'deck slide 1, Title 1, paragraph: expected "{TITLE}", found "Iran sent 400 missiles"'
        ' (figure missiles; claim "missiles_many" guards these words)'
    ]


def test_an_extra_number_in_a_table_is_found(made: Path) -> None:
    assert findings(altered(made, SECOND, "in 2024", "in 2024, 7 of them")) == [
        'deck slide 2, Table 2, row 1, column 1: expected "in 2024", found "in 2024, 7 of them"'
    ]


@pytest.mark.parametrize("words", ["trade grew", "trade came to $250 billion"])
def test_other_words_in_the_notes_are_found(made: Path, words: str) -> None:
    assert findings(altered(made, NOTES, "trade came to $240 billion", words)) == [
        f'deck slide 1, notes, Notes: expected "{SPOKEN}", found "Say first: {words}."'
        " (figure trade)"
    ]


def test_changed_alt_text_is_found(made: Path) -> None:
    assert findings(altered(made, SECOND, "A bar of $240bn", "A bar of $24bn")) == [
        'deck slide 2, alt, Chart 3: expected "A bar of $240bn", found "A bar of $24bn"'
        " (figure trade)"
    ]


def test_a_changed_cell_of_a_workbook_is_found_against_ledger_and_chart(made: Path) -> None:
    assert findings(altered_cell(made, WORKBOOK, "<v>240</v>", "<v>250</v>")) == [
        'deck slide 2, workbook, Chart 3: expected "240", found "250" (the chart\'s own value'
        " differs from its workbook at Sheet1!$B$2:$B$3)",
        'deck slide 2, workbook, Chart 3, B2: expected "240", found "250" (figure trade)',
    ]


def test_a_changed_value_of_a_chart_is_found_by_what_powerpoint_would_print(made: Path) -> None:
    found = findings(altered(made, chart_part(made), "<c:v>240</c:v>", "<c:v>250</c:v>"))
    assert found[1:] == [
        'deck slide 2, chart, Chart 3, series 1, point 1: expected "240", found "250"',
        'deck slide 2, chart, Chart 3, label of series 1, point 1: expected "$240bn", found'
        ' "$250bn" (figure trade)',
    ]


def test_a_changed_number_format_is_found(made: Path) -> None:
    assert findings(altered(made, chart_part(made), '"bn"', '"m"')) == [
        f'deck slide 2, chart, Chart 3, label of series 1, point {point}: expected "${value}bn",'
        f' found "${value}m" (figure {owner})'
        for point, value, owner in ((1, 240, "trade"), (2, 90, "exports"))
    ]


def test_a_moved_axis_is_found_by_its_ticks_and_its_limits(made: Path) -> None:
    assert findings(altered(made, chart_part(made), '<c:max val="300', '<c:max val="450')) == [
        'deck slide 2, chart, Chart 3, ticks of the value axis: expected "0; 150; 300", found'
        ' "0; 150; 300; 450"',
        'deck slide 2, chart, Chart 3, value axis: expected "from 0 to 300 in steps of 150,'
        ' shown", found "from 0 to 450 in steps of 150, shown"',
    ]


def test_an_axis_without_limits_is_found_since_powerpoint_would_choose_numbers(made: Path) -> None:
    found = findings(altered(made, chart_part(made), '<c:majorUnit val="150.0"/>', ""))
    assert found[0] == (
        'deck slide 2, workbook, Chart 3: "an axis is shown whose limits and step are not fixed"'
        " should not be there (cannot tell what PowerPoint prints)"
    )


def test_a_live_formula_in_a_workbook_is_found(made: Path) -> None:
    found = findings(altered_cell(made, WORKBOOK, "<v>240</v>", "<f>200+40</f><v>240</v>"))
    assert found == [
        'deck slide 2, workbook, Chart 3: "Sheet1!B2" should not be there (a cell of the workbook'
        " holds a live formula)"
    ]


def test_a_deck_without_a_ledger_cannot_be_proved_and_is_no_finished_build(made: Path) -> None:
    path = altered(made, "customXml/item1.xml", "urn:paperdeck:ledger", "urn:another")
    assert examine(path).state == "unproved"
    first, *_ = unlike_plan(read_deck(path), DECK)
    assert str(first).startswith('deck: "ledger of figures" is missing')


def test_a_damaged_ledger_is_found(made: Path) -> None:
    path = altered(made, "customXml/item1.xml", '"format":2', '"format":9')
    assert findings(path)[0] == (
        'deck, ledger: "not a ledger of format 2" should not be there (the ledger in'
        " customXml/item1.xml cannot be read)"
    )


def test_a_number_in_a_layouts_own_shape_is_found_on_every_slide(made: Path) -> None:
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="90" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
        "<p:txBody><a:bodyPr/><a:p><a:r><a:t>Est. 1999</a:t></a:r></a:p></p:txBody></p:sp>"
    )
    path = altered(made, "ppt/slideLayouts/slideLayout6.xml", "</p:spTree>", f"{shape}</p:spTree>")
    assert findings(path)[:2] == [
        f'deck slide {slide}, Template, paragraph: "Est. 1999" should not be there (no plan puts'
        " it there)"
        for slide in (1, 2)
    ]


def test_a_figure_printed_once_too_few_is_found(tmp_path: Path) -> None:
    owned = figure("missiles", "at least 400 missiles")
    once = place(1, "paragraph", "at least 400 missiles", owned, within="Title 1")
    assert findings(deck(tmp_path / "made.pptx", (*DECK, once))) == [
        'deck slide 1, Title 1, paragraph: "at least 400 missiles" is missing (figure missiles)'
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
