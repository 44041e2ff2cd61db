"""Finished files that another program saved again say the same; what was dropped is named.

Real programs save them: LibreOffice (also by way of .odp, and twice), python-pptx, Ghostscript,
cairo, qpdf's library and pdfium. PowerPoint is not at hand.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest
from lxml import etree

from builder import project
from builder.cli import run
from builder.units import EMU_PER_POINT
from builder.verify.trust import examine
from tests.alterations.saved import PROGRAMS, MissingProgramError, Program, save_again
from tests.altering import packed, unpacked
from tests.rendering.render import converted

pytestmark = [pytest.mark.rendering, pytest.mark.longer]

FILES = dict[str, Path]


@pytest.fixture(scope="module")
def made(house: Path) -> FILES:
    return {"paper": next(house.glob("*.pdf")), "deck": next(house.glob("*.pptx"))}


@pytest.fixture(scope="module")
def again(made: FILES, tmp_path_factory: pytest.TempPathFactory) -> FILES:
    """Each file saved by each program, once for all tests; by the program's name."""
    folder = tmp_path_factory.mktemp("saved")
    found = {}
    for program in PROGRAMS:
        try:
            found[program.name] = save_again(program, made[program.medium], folder)
        except MissingProgramError:
            continue
    return found


def compared(first: Path, second: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    status = run(["compare", str(first), str(second)])
    said = capsys.readouterr()
    return status, said.out + said.err


@pytest.mark.parametrize("other", ["paper", "deck"])
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_a_file_saved_again_is_told_from_a_changed_one(
    program: Program,
    other: str,
    made: FILES,
    again: FILES,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if program.name not in again:
        pytest.skip(f"{program.name} is not installed")
    status, said = compared(made[other], again[program.name], capsys)
    assert status == 0, said
    first, second = (line for line in said.splitlines()[:2])
    assert first.endswith(", as made")
    assert re.search(", (saved again by another program, says the same|cannot be proved)$", second)
    last = said.splitlines()[-1]
    assert last in ("the same figures", "the same figures, as far as they can be read")


def libreoffice(again: FILES) -> Path:
    name = next((name for name in again if name.lower().startswith("libreoffice")), "")
    if not name:
        pytest.skip("LibreOffice is not installed")
    return again[name]


def test_what_libreoffice_dropped_is_named(
    made: FILES, again: FILES, capsys: pytest.CaptureFixture[str]
) -> None:
    _, said = compared(made["paper"], libreoffice(again), capsys)
    assert "has lost what some programs drop when they save a file again:" in said
    assert "workbooks of charts on slides" in said


def test_a_number_changed_before_it_was_saved_is_told_with_its_place(
    made: FILES, again: FILES, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    members = unpacked(libreoffice(again).read_bytes())
    part = next(p for p, d in sorted(members.items()) if "slides/s" in p and b"&gt;3,700" in d)
    members[part] = members[part].replace(b"&gt;3,700", b"&gt;4,700")
    (tmp_path / "edited.pptx").write_bytes(packed(members))
    status, said = compared(made["paper"], tmp_path / "edited.pptx", capsys)
    assert status == 3
    assert re.search(r'deck slide \d+.*: expected ".*3,700.*", found ".*>4,700', said), said


def test_check_knows_a_deck_that_was_saved_again(
    house: Path, again: FILES, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    shutil.copytree(house, out)
    shutil.copy(libreoffice(again), next(out.glob("*.pptx")))
    content = Path(__file__).resolve().parents[2] / "content"
    status = run(["check", str(content), "--out", str(out), "-q"])
    said = capsys.readouterr().err
    assert "built by another version" not in said
    assert status == 0 or "has lost its ledger of figures" in said


CASES = Path(__file__).resolve().parents[1] / "cases"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@dataclass(frozen=True)
class Drawn:
    """A deck whose shapes say numbers, and LibreOffice's own file of it."""

    deck: Path
    again: Path


@pytest.fixture(
    scope="module",
    params=[
        "kinds",
        "cells",
        "maps/uk",
        "strangers/campsites-on-a-french-shore",
        "strangers/template-with-two-masters",
    ],
)
def drawn(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    folder = tmp_path_factory.mktemp("drawn")
    project.build(CASES / request.param, folder / "made", ("deck",))
    deck = next((folder / "made").glob("*.pptx"))
    return Drawn(deck, by_libreoffice(deck, folder / "again"))


def by_libreoffice(deck: Path, folder: Path) -> Path:
    try:
        return save_again(PROGRAMS[0], deck, folder)
    except MissingProgramError:
        pytest.skip("LibreOffice is not installed")


def test_a_deck_whose_shapes_say_numbers_says_the_same_when_it_was_saved_again(
    drawn: Drawn, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = compared(drawn.deck, drawn.again, capsys)
    assert status == 0, said


def test_a_deck_saved_twice_by_libreoffice_says_the_same(
    drawn: Drawn, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, said = compared(drawn.deck, by_libreoffice(drawn.again, tmp_path / "twice"), capsys)
    assert status == 0, said


def narrower(shape: etree._Element) -> None:
    _lengthen(shape, "cx", -0.5)


def lower(shape: etree._Element) -> None:
    _lengthen(shape, "cy", -0.5)


def moved(shape: etree._Element) -> None:
    offset = shape.find(f"{P}spPr/{A}xfrm/{A}off")
    assert offset is not None
    offset.set("x", str(int(offset.get("x", "")) + 10 * EMU_PER_POINT))


def recoloured(shape: etree._Element) -> None:
    _fill(shape, f'<a:solidFill xmlns:a="{A[1:-1]}"><a:srgbClr val="B0E57C"/></a:solidFill>')


def emptied(shape: etree._Element) -> None:
    _fill(shape, f'<a:noFill xmlns:a="{A[1:-1]}"/>')


def _fill(shape: etree._Element, said: str) -> None:
    old = next(each for kind in FILLS for each in shape.iterfind(f"{P}spPr/{A}{kind}"))
    properties = old.getparent()
    assert properties is not None
    properties.replace(old, etree.fromstring(said))


def turned(shape: etree._Element) -> None:
    _frame(shape).set("rot", "5400000")


def turned_over(shape: etree._Element) -> None:
    _frame(shape).set("flipV", "1")


def _frame(shape: etree._Element) -> etree._Element:
    found = shape.find(f"{P}spPr/{A}xfrm")
    assert found is not None
    return found


def _lengthen(shape: etree._Element, name: str, share: float) -> None:
    extent = shape.find(f"{P}spPr/{A}xfrm/{A}ext")
    assert extent is not None
    extent.set(name, str(round(int(extent.get(name, "")) * (1 + share))))


FORGERIES: dict[str, tuple[Callable[[etree._Element], None], str]] = {
    "narrower": (narrower, "points large, made"),
    "lower": (lower, "points large, made"),
    "moved": (moved, "points, made at"),
    "recoloured": (recoloured, "is filled with #B0E57C, made with "),
    "turned": (turned, '"a shape that is turned" should not be there'),
    "turned over": (turned_over, '"a shape that is turned over" should not be there'),
    "emptied": (emptied, "is filled with nothing, made with "),
}
"""What is done to a shape, and what is said of it."""
FILLS = ("solidFill", "pattFill")


@dataclass(frozen=True)
class Forged:
    """A deck that LibreOffice saved after a shape on each of these slides was changed."""

    again: Path
    slides: list[str]


@pytest.fixture(scope="module")
def forged(
    drawn: Drawn, tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, bool], Forged]:
    """By what is done to a shape, and whether it has words; all saved by one start of LibreOffice.

    What no shape of the deck offers is left out.
    """
    folder = tmp_path_factory.mktemp("forged")
    slides = {}
    for number, (name, worded) in enumerate(product(FORGERIES, (False, True))):
        path = folder / f"{number}.pptx"
        if found := _forge(drawn.deck, FORGERIES[name][0], worded, path):
            slides[name, worded] = (path, found)
    paths = [path for path, _ in slides.values()]
    again = converted(paths, folder / "again", "pptx") if paths else []
    return {
        case: Forged(saved, found)
        for saved, (case, (_, found)) in zip(again, slides.items(), strict=True)
    }


def _forge(
    deck: Path, forge: Callable[[etree._Element], None], worded: bool, to: Path
) -> list[str]:
    """Write a deck with a shape of each slide changed, where there is one; return their numbers."""
    members, slides = unpacked(deck.read_bytes()), []
    for part in members:
        number = re.fullmatch(r"ppt/slides/slide(\d+)\.xml", part)
        root = etree.fromstring(members[part]) if number else None
        shape = _filled(root, worded) if root is not None else None
        if number and root is not None and shape is not None:
            forge(shape)
            members[part] = etree.tostring(root)
            slides.append(number[1])
    to.write_bytes(packed(members))
    return slides


@pytest.mark.parametrize("worded", [False, True], ids=["without words", "with words"])
@pytest.mark.parametrize("name", FORGERIES)
def test_a_shape_that_was_changed_before_the_deck_was_saved_again_is_told(
    name: str,
    worded: bool,
    drawn: Drawn,
    forged: dict[tuple[str, bool], Forged],
    capsys: pytest.CaptureFixture[str],
) -> None:
    if (name, worded) not in forged:
        return
    case = forged[name, worded]
    status, said = compared(drawn.deck, case.again, capsys)
    assert status == 3
    for slide in case.slides:
        assert re.search(rf"deck slide {slide}[:,] .*{FORGERIES[name][1]}", said), said


def _filled(root: etree._Element, worded: bool) -> etree._Element | None:
    """Return the first filled shape of a group on a slide, with words or without any."""
    for shape in root.iterfind(f".//{P}grpSp/{P}sp"):
        extent = shape.find(f"{P}spPr/{A}xfrm/{A}ext")
        large = extent is not None and min(int(extent.get(each, "")) for each in ("cx", "cy"))
        filled = any(shape.find(f"{P}spPr/{A}{kind}") is not None for kind in FILLS)
        said = "".join(map(str, shape.itertext())).strip()
        if filled and large and large > 4 * EMU_PER_POINT and bool(said) == worded:
            return shape
    return None


def chart_moved(root: etree._Element) -> str:
    """Move the first chart of a slide down by ten points; return what is told of it, if any."""
    for frame in root.iter(f"{P}graphicFrame"):
        offset = frame.find(f"{P}xfrm/{A}off")
        if next(frame.iter(f"{C}chart"), None) is not None and offset is not None:
            offset.set("y", str(int(offset.get("y", "")) + 10 * EMU_PER_POINT))
            return 'a chart of ".*" stands at '
    return ""


def cell_filled(root: etree._Element) -> str:
    """Fill the last cell of a table with another colour."""
    cells = [cell for cell in root.iter(f"{A}tc") if "".join(map(str, cell.itertext())).strip()]
    properties = cells[-1].find(f"{A}tcPr") if cells else None
    if properties is None:
        return ""
    for kind in ("noFill", *FILLS):
        for old in properties.findall(f"{A}{kind}"):
            fill = f'<a:solidFill xmlns:a="{A[1:-1]}"><a:srgbClr val="B0E57C"/></a:solidFill>'
            properties.replace(old, etree.fromstring(fill))
            return '".*" is filled with #B0E57C, made with '
    return ""


def line_hidden(root: etree._Element) -> str:
    """Leave the first line of a group without ink."""
    for line in root.iterfind(f".//{P}grpSp/{P}cxnSp/{P}spPr/{A}ln"):
        for old in line.findall(f"{A}solidFill"):
            line.replace(old, etree.fromstring(f'<a:noFill xmlns:a="{A[1:-1]}"/>'))
            return 'a shape of ".*" is drawn with nothing, made with #'
    return ""


def series_hidden(root: etree._Element) -> str:
    """Leave the last series of columns or bars in a chart without ink."""
    for series in list(root.iterfind(f".//{C}barChart/{C}ser"))[-1:]:
        for properties in series.iterfind(f".//{C}spPr"):
            for kind in FILLS:
                for old in properties.findall(f"{A}{kind}"):
                    properties.replace(old, etree.fromstring(f'<a:noFill xmlns:a="{A[1:-1]}"/>'))
        return '"series . is not drawn" should not be there'
    return ""


def test_frames_cells_lines_and_series_changed_before_a_deck_was_saved_again_are_told(
    drawn: Drawn, tmp_path: Path
) -> None:
    members, told = unpacked(drawn.deck.read_bytes()), []
    for part in sorted(members):
        root = etree.fromstring(members[part]) if part.endswith(".xml") else None
        changes = (
            (chart_moved, cell_filled, line_hidden) if "slides/slide" in part else (series_hidden,)
        )
        if root is not None and part.startswith(("ppt/slides/slide", "ppt/charts/chart")):
            told += [said for change in changes if (said := change(root))]
            members[part] = etree.tostring(root)
    forged = tmp_path / "forged.pptx"
    forged.write_bytes(packed(members))
    found = "\n".join(map(str, examine(by_libreoffice(forged, tmp_path / "again")).changed))
    for each in set(told):
        assert len(re.findall(each, found)) == told.count(each), (each, found)
