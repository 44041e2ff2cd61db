"""A value corrected in the deck goes back into its one cell; the rest of the workbook stays."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder import project
from builder.cli import run
from builder.content import read_content
from builder.problems import Problems
from builder.pulling import Pulled, change_lines, pull, refusal_lines
from builder.verify import read
from tests.pulling.editing import Deck
from tests.shares import share
from tests.workbooks.office import saved_again
from tests.workbooks.parts import changed, unpacked

pytestmark = pytest.mark.usefixtures("remembered")

CASE = Path(__file__).parents[1] / "cases" / "workbooks"
SAVED = Path(__file__).parent / "saved"
SHEET = "xl/worksheets/sheet1.xml"
Edit = Callable[[Deck], Deck]


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("books")
    project.build(CASE, folder, ("paper", "deck"))
    return folder / "workbooks.pptx"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The case: a workbook made by code, and one of LibreOffice's."""
    folder = tmp_path / "content"
    shutil.copytree(CASE, folder)
    return folder


@pytest.fixture(params=share(["made by code", "saved by LibreOffice"], 2))
def any_content(request: pytest.FixtureRequest, content: Path) -> Path:
    """The case, its workbooks as they are or as LibreOffice saved them."""
    for file in SAVED.iterdir() if request.param != "made by code" else ():
        shutil.copy(file, content / "data")
    return content


def pulled(deck: Path, content: Path, edit: Edit, *accepted: str, write: bool = True) -> Pulled:
    edited = edit(Deck(deck)).save(content.parent / "edited.pptx")
    return pull(edited, content, write=write, accepted=accepted)


def before(content: Path, name: str) -> Path:
    """Return a copy of a workbook as it is now."""
    copy = content.parent / f"before-{name}"
    shutil.copy(content / "data" / name, copy)
    return copy


def errors(content: Path) -> str:
    """Return what must be mended in a content."""
    found = Problems()
    read_content(content, found)
    return "\n".join(str(one).replace(str(content), "content") for one in sorted(found.errors))


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    share(
        [
            (
                lambda deck: deck.say("05/03/2021", "06/04/2022"),
                b">44260<",
                b">44657<",
            ),
            (lambda deck: deck.say("47.0", "48.25"), b">0.47<", b">0.4825<"),
            (lambda deck: deck.say("about 240.5", "about 250.5"), b">240.5<", b">250.5<"),
        ],
        6,
        ids=["a date", "a percentage", "a figure"],
    ),
)
def test_one_value_changes_one_number_of_one_sheet(
    deck: Path, any_content: Path, edit: Edit, old: bytes, new: bytes
) -> None:
    content = any_content
    path = content / "data" / "trade.xlsx"
    was = before(content, path.name)
    found = pulled(deck, content, edit, "russia_trade")
    assert not found.refusals
    assert found.written == (str(path),)
    differing = changed(was, path)
    assert differing == [SHEET]
    text = unpacked(was)[SHEET]
    assert text.count(old) == 1
    expected = text.replace(old, new)
    if b"240.5" in old:  # the total that it is part of has no result until it is computed anew
        expected = expected.replace(b"<v>1702.7</v>", b"")
    assert unpacked(path)[SHEET] == expected


@pytest.mark.longer
def test_a_cell_that_only_a_figure_names_is_written_too(deck: Path, content: Path) -> None:
    path = content / "data" / "trade.xlsx"
    was = before(content, path.name)

    def edit(deck: Deck) -> Deck:
        return deck.say("14 July 1998", "15 July 1998", notes=True)

    found = pulled(deck, content, edit)
    assert [line.replace("\u00a0", " ") for line in change_lines(found)][:2] == [
        "first_bridge (Day on which the first bridge was opened): 14 July 1998 -> 15 July 1998",
        f"  {path}:Notes and more!B2: becomes 1998-07-15",
    ]
    part = "xl/worksheets/sheet2.xml"
    assert changed(was, path) == [part]
    assert unpacked(path)[part] == unpacked(was)[part].replace(b">35990<", b">35991<")


@pytest.mark.longer
def test_a_text_goes_into_its_cell_and_not_into_the_texts_that_all_share(
    deck: Path, content: Path
) -> None:
    path = content / "data" / "trade.xlsx"
    was = before(content, path.name)
    found = pulled(deck, content, lambda deck: deck.set("partners", {"A3": "EU & Norway"}))
    assert not found.refusals
    assert changed(was, path) == [SHEET]
    said = '<is><t xml:space="preserve">EU &amp; Norway</t></is>'
    assert said in unpacked(path)[SHEET].decode()
    assert "European" in unpacked(path)["xl/sharedStrings.xml"].decode()
    assert not errors(content)


@pytest.mark.longer
def test_a_cell_of_opendocument_changes_alone(deck: Path, content: Path) -> None:
    path = content / "data" / "harvest.ods"
    was = before(content, path.name)
    found = pulled(deck, content, lambda deck: deck.set("crops", {"B3": 1300}), "harvest!2/tonnes")
    assert not found.refusals
    assert changed(was, path) == ["content.xml"]
    text, now = (unpacked(file)["content.xml"].decode() for file in (was, path))
    assert now.count('office:value="1300"') == 1
    assert now.count('office:value="1200"') == text.count('office:value="1200"') - 1
    assert now.count('table:formula="of:=[.B2]/SUM([.B$2:.B$4])"') == 1
    assert "69.2%" not in now


def test_a_cell_with_a_formula_is_refused_and_named(deck: Path, content: Path) -> None:
    was = (content / "data" / "trade.xlsx").read_bytes()
    found = pulled(
        deck, content, lambda deck: deck.say("$1,702.7 million", "$1,800 million", notes=True)
    )
    assert list(refusal_lines(found)) == [
        "refused: “$1,800 million” stands where data/trade.xlsx, Trade!B7 is computed: =SUM(B4:B6)",
        "  on slide 2, notes: “All of it came to $1,800 million.”",
        "  change in the workbook what it is computed from, or the formula",
    ]
    assert (content / "data" / "trade.xlsx").read_bytes() == was


@pytest.mark.longer
def test_a_value_that_formulas_depend_on_is_refused_and_they_are_named(
    deck: Path, content: Path
) -> None:
    was = (content / "data" / "trade.xlsx").read_bytes()
    found = pulled(deck, content, lambda deck: deck.set("partners", {"B3": 810}))
    assert list(refusal_lines(found)) == [
        "refused: “810” in data/trade.xlsx, Trade!B5 would make stale what is stored of "
        "Notes and more!B3, Notes and more!B4, Trade!B7",
        "  on slide 2, Chart partners, workbook: “European Union”",
        "  change it in a spreadsheet program, which computes them too; or add --accept "
        "'trade!2/usd_mn': the results are then taken away, and what uses them cannot be built "
        "until a spreadsheet program has computed the workbook anew",
    ]
    assert (content / "data" / "trade.xlsx").read_bytes() == was


def accepted(deck: Path, content: Path) -> Pulled:
    return pulled(deck, content, lambda deck: deck.set("partners", {"B3": 810}), "trade!2/usd_mn")


STALE = (
    "content/data/trade.xlsx:Trade!B7: error: the cell holds a formula that was never computed: "
    "=SUM(B4:B6)\n  open the workbook in a spreadsheet program, mend it there and save it"
)


@pytest.mark.longer
def test_accepted_it_takes_stale_results_away_and_what_uses_them_is_an_error(
    deck: Path, any_content: Path
) -> None:
    content = any_content
    was = before(content, "trade.xlsx")
    found = accepted(deck, content)
    assert [str(one.place) for one in found.consequences] == [f"{content}/data/trade.xlsx:Trade!B7"]
    assert "becomes 810.0 (cell trade!2/usd_mn)" in "\n".join(change_lines(found))
    assert changed(was, content / "data" / "trade.xlsx") == [SHEET, "xl/worksheets/sheet2.xml"]
    assert errors(content) == STALE
    assert run(["build", str(content), "--out", str(content.parent / "out"), "--quiet"]) == 1


@pytest.mark.longer
@pytest.mark.rendering
def test_a_spreadsheet_program_that_computes_it_anew_makes_it_whole(
    deck: Path, content: Path
) -> None:
    accepted(deck, content)
    saved_again(content / "data" / "trade.xlsx")
    assert not errors(content)
    out = content.parent / "out"
    project.build(content, out, ("paper", "deck"))
    said = " ".join(place.text for place in read(out / "workbooks.pdf").places)
    assert "$1,712.7 million" in " ".join(said.split())


@pytest.mark.longer
@pytest.mark.rendering
def test_what_opendocument_computes_is_made_whole_so_too(deck: Path, content: Path) -> None:
    pulled(deck, content, lambda deck: deck.set("crops", {"B3": 1300}), "harvest!2/tonnes")
    assert errors(content).count("never computed") == 3
    saved_again(content / "data" / "harvest.ods")
    assert not errors(content)


def test_nothing_is_written_without_apply(deck: Path, content: Path) -> None:
    was = {file.name: file.read_bytes() for file in (content / "data").iterdir()}
    found = pulled(deck, content, lambda deck: deck.say("47.0", "48.2"), write=False)
    assert [str(change.place) for change in found.changes] == [
        f"{content}/data/trade.xlsx:Trade!C5"
    ]
    assert {file.name: file.read_bytes() for file in (content / "data").iterdir()} == was
