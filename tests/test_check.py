"""`paperdeck check` holds the built files to the content, and says in a line what is stale."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from builder.cli import run
from tests.altering import packed, unpacked

ROOT = Path(__file__).resolve().parents[1]
SLUG = "russias-suppliers"


@pytest.fixture(scope="module")
def place(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds a copy of the content, and in `built` both files of it."""
    folder = tmp_path_factory.mktemp("checked")
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copytree(house, folder / "built")
    return folder


@pytest.fixture
def copy(place: Path, tmp_path: Path) -> Path:
    shutil.copytree(place, tmp_path / "copy")
    return tmp_path / "copy"


def check(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    capsys.readouterr()
    status = run(["check", str(folder / "content"), "--out", str(folder / "built"), "-q"])
    said = capsys.readouterr().err.replace(f"{folder}/", "")
    start = said.find("the built files")
    return status, said[start:].splitlines() if start >= 0 else []


@pytest.mark.longer
def test_files_of_this_content_pass(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(place, capsys) == (0, [])


@pytest.mark.longer
def test_stale_files_are_told_in_a_line_each_with_the_figures_that_differ(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = copy / "content" / "figures.yaml"
    figures.write_text(figures.read_text("utf-8").replace("value: 3700", "value: 4800"), "utf-8")
    why = "built from another content: build again (make, or paperdeck build)"
    differ = "(drones_delivered: more than 3,700 drones -> more than 4,800 drones)"
    assert check(copy, capsys) == (
        3,
        [
            "the built files do not say what the content says",
            f"  built/{SLUG}.pdf: {why} {differ}",
            f"  built/{SLUG}.pptx: {why} {differ}",
        ],
    )


@pytest.mark.longer
def test_what_was_chosen_is_explained_beside_stale_files(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = copy / "content" / "figures.yaml"
    figures.write_text(figures.read_text("utf-8").replace("value: 3700", "value: 4800"), "utf-8")
    call = ["check", str(copy / "content"), "--out", str(copy / "built"), "--explain", "-q"]
    capsys.readouterr()
    assert run(call) == 3
    assert capsys.readouterr().out.startswith("slide 1 ")


@pytest.mark.longer
def test_warnings_of_the_content_are_told_beside_stale_files(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = copy / "content" / "figures.yaml"
    figures.write_text(figures.read_text("utf-8").replace("value: 3700", "value: 4800"), "utf-8")
    section = sorted((copy / "content" / "sections").glob("*.md"))[0]
    section.write_text(section.read_text("utf-8") + "\nSeventeen crates lay there.\n", "utf-8")
    call = ["check", str(copy / "content"), "--out", str(copy / "built"), "-q"]
    capsys.readouterr()
    assert run(call) == 3
    said = capsys.readouterr().err
    warned = said.index('warning: unbound number in words "Seventeen"')
    assert warned < said.index("the built files do not say what the content says")
    assert run([*call, "--format", "json"]) == 3
    warning, *faults = json.loads(capsys.readouterr().err)
    assert warning["severity"] == "warning"
    assert [Path(fault["file"]).suffix for fault in faults] == [".pdf", ".pptx"]


def test_a_file_changed_by_hand_is_told_with_its_places(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck = copy / "built" / f"{SLUG}.pptx"
    members = unpacked(deck.read_bytes())
    part = "ppt/notesSlides/notesSlide1.xml"
    part = next(p for p, d in sorted(members.items()) if "notesSlides/n" in p and b"3,700" in d)
    members[part] = members[part].replace(b"3,700", b"3,900")
    deck.write_bytes(packed(members))
    status, said = check(copy, capsys)
    assert status == 3
    assert (
        said[1]
        == f"  built/{SLUG}.pptx: was changed after it was made; paperdeck pull takes numbers"
        " back; to do without them, build again (make, or paperdeck build)"
    )
    assert re.match(
        r'  deck slide \d+, notes, Notes: expected ".*3,700.*", found ".*3,900.*"'
        r" \(figure drones_delivered",
        said[2],
    )


@pytest.mark.longer
def test_a_file_that_cannot_be_read_is_told(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "built" / f"{SLUG}.pdf").write_bytes(b"no paper")
    status, said = check(copy, capsys)
    assert status == 3
    assert said[1].startswith(f"  built/{SLUG}.pdf: cannot be read")


@pytest.mark.longer
def test_a_missing_file_is_no_mistake(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "built" / f"{SLUG}.pdf").unlink()
    assert check(copy, capsys) == (0, [])
