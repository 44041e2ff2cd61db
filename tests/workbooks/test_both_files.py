"""Tables and figures of workbooks in the finished paper and deck, and where they come from."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from builder import project
from builder.cli import run
from builder.model.table import DataTable, SheetArea
from builder.problems import Place
from builder.verify import read
from tests.outputs.pdf import gate
from tests.outputs.pptx.lint import lint
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

CASE = Path(__file__).parents[1] / "cases" / "workbooks"
SAVED = Path(__file__).parent / "saved"
SLUG = "workbooks"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("books")
    project.build(CASE, folder, ("paper", "deck"))
    return folder


def texts(file: Path) -> str:
    """Return all that a file says, with plain spaces."""
    said = "\n".join(re.sub(" +", " ", place.text) for place in read(file).places)
    return said.replace("\u00a0", " ").replace("\u202f", " ")


def test_both_files_print_what_the_workbooks_hold(built: Path) -> None:
    paper, deck = (texts(built / f"{SLUG}.{ending}") for ending in ("pdf", "pptx"))
    for text in ("$1,702.7 million a year", "14.1% of it with Russia: about $240.5 million"):
        assert text in paper
    assert "opened on 14 July 1998" in paper
    for text in ("European Union", "800.0", "38.9", "05/03/2020", "5,400"):
        assert text in paper
        assert text in deck
    for text in ("Upper Tarn", "8,400"):
        assert text in paper


def test_the_head_of_a_column_says_the_unit_that_the_number_formats_say(built: Path) -> None:
    said = texts(built / f"{SLUG}.pdf").replace("( ", "(")  # the sign is heard as words, by itself
    assert "share (%)" in said
    assert "Share in per cent (%)" not in said  # an author's own words stand as they are


@pytest.mark.parametrize(
    ("name", "sign", "shown"),
    [("Price", "€", "€"), ("Price in €", "€", ""), ("Price (EUR)", "€", ""), ("Price", "", "")],
)
def test_a_head_that_says_its_unit_is_left_alone(name: str, sign: str, shown: str) -> None:
    area = SheetArea("prices", "Sheet", (1,), signs={0: sign})
    assert DataTable("prices", (name,), (("1",),), (2,), Place(""), area=area).sign_of(0) == shown


def test_a_cell_of_a_figure_is_the_figure_in_tables_and_charts(built: Path) -> None:
    found = {
        (entry.channel, entry.text.replace("\u00a0", " "))
        for entry in read(built / f"{SLUG}.pptx").entries or ()
        if (entry.kind, entry.owner) == ("figure", "russia_trade")
    }
    assert found >= {("chart", "≈240.5"), ("body", "about 240.5"), ("workbook", "240.5")}


def test_the_chart_of_the_deck_holds_what_it_prints(built: Path) -> None:
    with zipfile.ZipFile(built / f"{SLUG}.pptx") as deck:
        names = [name for name in deck.namelist() if name.endswith(".xlsx")]
        cells = [
            [cell.value for cell in row]
            for name in names
            for row in openpyxl.load_workbook(io.BytesIO(deck.read(name))).worksheets[0]
        ]
    assert ["European Union", 800] in cells
    assert ["Wheat", 5400] in cells


def test_the_register_names_workbook_sheet_and_cell(built: Path) -> None:
    said = texts(built / f"{SLUG}.pdf")
    for place in ("Trade!B7", "Trade!C4", "Notes and more!B2"):
        assert f"data/trade.xlsx, {place}" in said


def test_trace_names_workbook_sheet_and_cell(built: Path, capsys: Capture) -> None:
    assert run(["trace", "trade_total", str(CASE), "--out", str(built)]) == 0
    assert "source: office; from data/trade.xlsx, Trade!B7\n" in capsys.readouterr().out


def test_what_nothing_uses_lists_no_cell_of_a_figure(capsys: Capture) -> None:
    assert run(["trace", "--unused", str(CASE)]) == 0
    assert capsys.readouterr().out == "everything that the content defines is used\n"


def test_paper_and_deck_stay_what_the_standards_ask(built: Path) -> None:
    paper, deck = built / f"{SLUG}.pdf", built / f"{SLUG}.pptx"
    assert not gate.failures(paper)
    assert not gate.faults(paper)
    assert not lint(deck.read_bytes())


@pytest.mark.longer
def test_the_audit_of_the_deck_finds_nothing(built: Path) -> None:
    assert OpenXmlValidator().validate(str(built / f"{SLUG}.pptx")).is_valid


@pytest.mark.longer
def test_a_workbook_that_was_only_saved_again_changes_nothing(built: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CASE, content)
    for file in SAVED.iterdir():
        assert file.read_bytes() != (content / "data" / file.name).read_bytes()
        shutil.copy(file, content / "data")
    project.build(content, tmp_path, ("paper", "deck"))
    for ending in ("pdf", "pptx"):
        name = f"{SLUG}.{ending}"
        assert (tmp_path / name).read_bytes() == (built / name).read_bytes()


@pytest.mark.parametrize("old", share(["1702.7", "800"], 2))
def test_another_value_is_another_content(built: Path, tmp_path: Path, old: str) -> None:
    content = tmp_path / "content"
    shutil.copytree(CASE, content)
    data = content / "data" / "trade.xlsx"
    with zipfile.ZipFile(CASE / "data" / "trade.xlsx") as before:
        members = {name: before.read(name) for name in before.namelist()}
    part = "xl/worksheets/sheet1.xml"
    assert members[part].count(f"<v>{old}</v>".encode()) == 1
    members[part] = members[part].replace(f"<v>{old}</v>".encode(), b"<v>1234.5</v>")
    with zipfile.ZipFile(data, "w") as after:
        for name, text in members.items():
            after.writestr(name, text)
    project.build(content, tmp_path, ("paper", "deck"))
    assert "1,234.5" in texts(tmp_path / f"{SLUG}.pdf")
    one, other = (read(folder / f"{SLUG}.pdf").fingerprint for folder in (tmp_path, built))
    assert one != other


@pytest.mark.longer
def test_a_content_without_workbooks_loads_nothing_of_them() -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from builder.content import read_content\n"
        "from builder.problems import Problems\n"
        "assert read_content(Path(sys.argv[1]), Problems())\n"
        "sys.exit(str([name for name in sys.modules if 'workbooks' in name or 'lxml' in name]))"
    )
    content = CASE.with_name("small")
    found = subprocess.run([sys.executable, "-c", code, content], capture_output=True, text=True)
    assert found.stderr == "[]\n"
