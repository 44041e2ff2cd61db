"""Arranged tables in the finished files: groups, sums, chosen rows, shades, notes, headers."""

from __future__ import annotations

import csv
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.table import Table

from builder.cli import run
from builder.language.dates import word
from builder.theme.theme import contrast
from tests.finished import strings
from tests.outputs.pdf import gate
from tests.outputs.pptx.lint import lint
from tests.outputs.pptx.opened import A, Opened, P
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

CONTENT = Path(__file__).parent / "cases" / "tables"
PAPER, DECK = "trade.pdf", "trade.pptx"
INK = "#1B2430"


def built(content: Path, out: Path) -> Path:
    assert run(["build", str(content), "--out", str(out), "--quiet", "--strict"]) == 0
    return out


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(CONTENT, tmp_path_factory.mktemp("tables"))


@pytest.fixture(scope="module")
def pages(out: Path) -> list[str]:
    with pypdfium2.PdfDocument(out / PAPER) as paper:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in paper]


@pytest.fixture(scope="module")
def tables(out: Path) -> list[list[list[str]]]:
    """The tables of the deck, slide by slide."""
    return [_cells(table) for table in _native(out / DECK)]


def _native(path: Path) -> Iterator[Table]:
    for slide in Presentation(str(path)).slides:
        yield from (shape.table for shape in slide.shapes if shape.has_table)


def _cells(table: Table) -> list[list[str]]:
    return [[cell.text_frame.text for cell in row.cells] for row in table.rows]


def test_paper_and_deck_pass_their_standards(out: Path) -> None:
    assert gate.failures(out / PAPER) == []
    assert gate.faults(out / PAPER) == []
    assert lint((out / DECK).read_bytes()) == []


@pytest.mark.longer
def test_the_audit_of_the_deck_finds_nothing(out: Path) -> None:
    audit = OpenXmlValidator().validate(str(out / DECK))
    assert [str(error) for error in audit.errors] == []


def test_both_files_print_the_same_figures(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", str(out / PAPER), str(out / DECK)]) == 0
    assert "the same figures" in capsys.readouterr().out


def test_groups_are_headed_and_summed_and_the_total_stands_last(pages: list[str]) -> None:
    words = " ".join(pages)
    order = [
        "Europe Denmark 89.1",
        "Total, Europe 869.5 938.6",
        "Asia India 81.9",
        "Total, Asia 814.2 783.6",
        "Americas Colombia",
        "Africa Kenya",
        "Total, Africa 337.1 449.7",
        "World 2,528.5 2,846.8",
    ]
    places = [words.index(said) for said in order]
    assert places == sorted(places)


def test_a_table_that_goes_on_says_so_and_heads_the_group_again(pages: list[str]) -> None:
    heads = "Table 1 (continued) Goods Partner Exports Imports* Change in per cent"
    assert sum(heads in page for page in pages) == 2
    assert f"{heads} Africa (continued) Libya" in pages[2]


def test_a_sum_carries_the_hedge_and_the_unit_of_its_parts(pages: list[str]) -> None:
    assert (
        "Rail at least €400 million Road €250.5 million Total at least €650.5 million" in pages[2]
    )


def test_rows_of_figures_are_chosen_and_sorted_too(pages: list[str]) -> None:
    said = "By land at least €650.5 million By rail at least €400 million By road €250.5 million"
    assert f"Way Amount {said}" in pages[2]
    assert "By sea" not in pages[2]
    assert "3 of 4 rows are shown." in pages[2]


def test_a_slide_that_totals_some_rows_says_how_many_of_all_they_are(out: Path) -> None:
    said = {text for text in strings(out / DECK) if text.endswith("rows are shown.")}
    assert said == {"20 of 65 rows are shown."}


def test_notes_to_cells_are_marked_there_and_stand_below_the_table(pages: list[str]) -> None:
    words = " ".join(pages)
    for said in ("Imports*", "24.4†", "44.4†", "* At the border; by sea † Without transit"):
        assert said in words


def test_a_slide_shows_eight_rows_of_sixty_five_and_what_the_others_come_to(
    tables: list[list[list[str]]],
) -> None:
    names = [row[0] for row in tables[0]]
    assert names[2:10] == [
        "Denmark",
        "Finland",
        "Romania",
        "Kenya",
        "Belgium",
        "Hungary",
        "India",
        "Colombia",
    ]
    assert tables[0][10:] == [
        ["Others (57)", "1,849.4", "2,492.6", ""],
        ["World", "2,528.5", "2,846.8", "–"],
    ]


def test_the_table_is_cut_over_slides_each_with_its_headers_and_group(
    out: Path, tables: list[list[list[str]]]
) -> None:
    parts = tables[1:]
    assert len(parts) > 1
    assert [part[:2] for part in parts] == [parts[0][:2]] * len(parts)
    assert [part[2][0] for part in parts] == ["Europe", *["Europe (continued)"] * (len(parts) - 1)]
    assert [row[0] for row in parts[-1]][-2:] == ["Total, Europe", "Total"]
    said = [
        [shape.text_frame.text for shape in slide.placeholders if shape.name == "Remarks"]
        for slide in Presentation(str(out / DECK)).slides
    ]
    marks = "* At the border; by sea\n† Without transit"
    marked = [any(text.startswith(marks) for text in texts) for texts in said]
    germany = [any(row[0] == "Germany" for row in table) for table in tables[1:]]
    assert marked[2 : 2 + len(germany)] == germany
    captions = [
        shape.text_frame.text
        for slide in Presentation(str(out / DECK)).slides
        for shape in slide.placeholders
        if shape.name == "Caption"
    ]
    assert sum(caption.endswith("(continued)") for caption in captions) == len(parts) - 1


def test_headers_over_columns_are_merged_cells_of_the_native_table(out: Path) -> None:
    table = next(iter(_native(out / DECK)))
    first, second = (list(row.cells) for row in list(table.rows)[:2])
    assert [(cell.span_width, cell.span_height) for cell in first if cell.is_merge_origin] == [
        (1, 2),
        (2, 1),
        (1, 2),
    ]
    assert [cell.is_spanned for cell in first] == [False, False, True, False]
    assert [cell.is_spanned for cell in second] == [True, False, False, True]


def test_each_cell_of_the_paper_names_all_that_heads_it(out: Path) -> None:
    tagged = gate.read(out / PAPER)
    table = tagged.all("Table")[0]
    named = {
        str(element.held.ID): tagged.says(element)
        for element in table.walk()
        if element.role == "TH" and "/ID" in element.held
    }
    heads = [
        (element, element.held.A)
        for element in table.walk()
        if element.role == "TH" and "/A" in element.held
    ]
    spans = {
        tagged.says(element): (int(held.get("/ColSpan", 1)), int(held.get("/RowSpan", 1)))
        for element, held in heads
    }
    assert all("/Scope" in held for _, held in heads)
    assert spans["Goods"] == (2, 1)
    assert spans["Partner"] == (1, 2)
    assert spans["Europe"] == (4, 1)
    cell = next(each for each in table.walk() if each.role == "TD" and tagged.says(each) == "89.1")
    assert [named[str(id)] for id in cell.held.A.Headers] == [
        "Goods",
        "Exports",
        "Europe",
        "Denmark",
    ]


def test_every_row_of_the_tree_has_as_many_columns(out: Path) -> None:
    tagged = gate.read(out / PAPER)
    table = tagged.all("Table")[0]
    widths, below = set(), 0
    for row in (element for element in table.walk() if element.role == "TR"):
        cells = [kid for kid in row.kids if isinstance(kid, gate.Element)]
        attributes = [cell.held.get("/A", pikepdf.Dictionary()) for cell in cells]
        widths.add(sum(int(each.get("/ColSpan", 1)) for each in attributes) + below)
        below = sum(int(each.get("/RowSpan", 1)) > 1 for each in attributes)
    assert widths == {4}


def test_text_on_every_shade_has_enough_contrast(out: Path) -> None:
    with pikepdf.open(out / PAPER) as paper:
        fills = {
            tuple(float(each) for each in operands)
            for page in paper.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "rg"
        }
    shades = ["#" + "".join(f"{round(part * 255):02X}" for part in fill) for fill in fills]
    light = [shade for shade in shades if contrast(shade, "#FFFFFF") < 3 and shade != "#FFFFFF"]
    assert len(light) > 20
    assert min(contrast(INK, shade) for shade in light) >= 4.5


def test_shades_of_the_deck_are_moved_colours_of_its_scheme(out: Path) -> None:
    slide = Opened.of(out / DECK).slides[1]
    fills = [
        properties.find(f"{A}solidFill/{A}schemeClr")
        for properties in slide.iter(f"{A}tcPr")
        if properties.find(f"{A}solidFill") is not None
    ]
    assert len(fills) == 8
    assert all(fill is not None and len(fill) for fill in fills)


def test_bars_are_as_long_as_their_numbers(out: Path, tables: list[list[list[str]]]) -> None:
    slide = Opened.of(out / DECK).slides[1]
    lengths = [
        int(size.get("cx", 0))
        for group in slide.iter(f"{P}grpSp")
        for shape in group.iter(f"{P}sp")
        for size in shape.iter(f"{A}ext")
        if size.get("cx")
    ]
    numbers = [float(row[1]) for row in tables[0][2:10]]
    assert len(lengths) == 8
    for length, number in zip(lengths, numbers, strict=True):
        assert length / lengths[0] == pytest.approx(number / numbers[0], abs=0.01)


def test_decimals_stand_in_line_where_a_cell_has_a_note(out: Path) -> None:
    margins: dict[str, int] = {}
    for slide in Opened.of(out / DECK).slides:
        for cell in slide.iter(f"{A}tc"):
            text = "".join(each.text or "" for each in cell.iter(f"{A}t"))
            properties = cell.find(f"{A}tcPr")
            margins[text] = int(properties.get("marR", 0)) if properties is not None else 0
    assert margins["24.4†"] < margins["26.9"]


def test_a_table_too_wide_for_the_page_turns_it_with_its_headers(out: Path) -> None:
    with pypdfium2.PdfDocument(out / PAPER) as paper:
        (turned,) = [page for page in paper if page.get_width() > page.get_height()]
        assert "Recent" in turned.get_textpage().get_text_bounded()


def test_the_attached_data_are_what_the_table_shows(out: Path) -> None:
    with pikepdf.open(out / PAPER) as paper:
        held = paper.attachments["table-trade.csv"].get_file().read_bytes()
    rows = list(csv.reader(held.decode("utf-8-sig").splitlines()))
    assert rows[:3] == [
        ["Partner", "Goods: Exports", "Goods: Imports", "Change in per cent"],
        ["Europe", "", "", ""],
        ["Denmark", "89.1", "75.2", "13.9"],
    ]
    assert ["Germany", "24.4", "31.3", "-9.2"] in rows
    assert rows[-1] == ["World", "2528.5", "2846.8", "–"]


@pytest.mark.parametrize(
    "cell",
    share(["Others (57)", "1,849.4", "Goods", "Total, Europe", "* At the border; by sea"], 5),
)
def test_a_changed_cell_or_note_is_seen(cell: str, out: Path, tmp_path: Path) -> None:
    deck = tmp_path / DECK
    with zipfile.ZipFile(out / DECK) as old, zipfile.ZipFile(deck, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("ppt/slides/slide"):
                root = etree.fromstring(data)
                for paragraph in root.iter(f"{A}p"):
                    texts = list(paragraph.iter(f"{A}t"))
                    if "".join(each.text or "" for each in texts) == cell:
                        texts[0].text = "Other"
                data = etree.tostring(root)
            new.writestr(name, data)
    assert run(["compare", str(out / PAPER), str(deck)]) == 3


@pytest.mark.longer
def test_a_cell_that_was_changed_in_the_deck_is_pulled_into_the_data(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, deck = tmp_path / "content", tmp_path / DECK
    shutil.copytree(CONTENT, content)
    shown = Presentation(str(out / DECK))
    edits = {"89.1": "91.1", "1,849.4": "1,851.4"}
    for slide in shown.slides:
        for shape in slide.shapes:
            for row in shape.table.rows if shape.has_table else ():
                for cell in row.cells:
                    if cell.text_frame.text in edits:
                        cell.text_frame.paragraphs[0].runs[0].text = edits[cell.text_frame.text]
    shown.save(str(deck))
    run(["pull", str(deck), str(content)])
    said = capsys.readouterr()
    assert "trade!11/exports: 89.1 -> 91.1" in said.out
    paper = said.out.partition("follows in the paper:")[2].partition("follows in the deck:")[0]
    assert "“869.5” on page" in paper  # the sum of its continent
    assert "“1,851.4” stands where “1,849.4” is computed" in said.out + said.err
    assert (
        'it is the sum of "exports" in the table "trade": change its parts' in said.out + said.err
    )
    assert '"World" of the table "trade" is 2,528.5 in "exports"' in said.out + said.err


@pytest.mark.longer
@pytest.mark.parametrize("language", share(["de", "uk", "fr"], 3))
def test_what_goes_on_says_so_in_the_language(language: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    said = content / "briefing.yaml"
    said.write_text(said.read_text("utf-8").replace("en-GB", language), "utf-8")
    assert run(["build", str(content), "--out", str(tmp_path / "out"), "--quiet"]) == 0
    goes_on = word(language, "continued")
    with pypdfium2.PdfDocument(tmp_path / "out" / PAPER) as paper:
        page = paper[1].get_textpage().get_text_bounded()
    assert f"1 ({goes_on})" in " ".join(page.split())
    parts = [_cells(table)[2][0] for table in _native(tmp_path / "out" / DECK)]
    assert f"Europe ({goes_on})" in parts
