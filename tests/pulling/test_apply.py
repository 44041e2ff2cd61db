"""Changes reach the content's files, and not one other character of them moves."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from builder.cli import run
from builder.problems import MachineError
from builder.pulling.apply import Original, Replacement, write_all
from builder.verify import read
from builder.verify.trust import examined
from tests.pulling.conftest import Desk
from tests.pulling.editing import Deck
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

# The edit, the file, and its characters before and after.
EDITS = {
    "a value before a comment": (
        lambda deck: deck.say("≥400", "≥420"),
        "figures.yaml",
        "value:   400        # from",
        "value:   420        # from",
    ),
    "a value in quotes": (
        lambda deck: deck.say("five million", "six million", notes=True),
        "figures.yaml",
        "value: '5000000'",
        "value: '6000000'",
    ),
    "a value in braces": (
        lambda deck: deck.say("€48.50m", "€51.20m"),
        "figures.yaml",
        "value: 48.50, unit",
        "value: 51.20, unit",
    ),
    "a month": (
        lambda deck: deck.say("March 2021", "April 2022"),
        "figures.yaml",
        "value: 2021-03      # a month",
        "value: 2022-04      # a month",
    ),
    "a hedge": (
        lambda deck: deck.say("≥400", ">400"),
        "figures.yaml",
        "hedge:   at least\n",
        "hedge:   more than\n",
    ),
    "a hedge that is new": (
        lambda deck: deck.say("each pump €1,241", "each pump about €1,241"),
        "figures.yaml",
        "  value: 1240.75\n",
        "  value: 1240.75\n  hedge: about\n",
    ),
    "a hedge that is new in braces": (
        lambda deck: deck.say("€48.50m", "≤€48.50m"),
        "figures.yaml",
        "programme, value: 48.50,",
        "programme, hedge: up to, value: 48.50,",
    ),
    "a cell between spaces": (
        lambda deck: deck.set("yields", {"B2": 13.5}),
        "data/yields.csv",
        '"Upper, east", 12.5 ,"40"',
        '"Upper, east", 13.5 ,"40"',
    ),
    "a cell in quotes": (
        lambda deck: deck.set("depths", {"A2": 45}),
        "data/yields.csv",
        '12.5 ,"40","the ""old"" well"\r\n',
        '12.5 ,"45","the ""old"" well"\r\n',
    ),
    "a cell of a row after an empty line": (
        lambda deck: deck.set("depths", {"B4": 4}),
        "data/yields.csv",
        "\r\n\r\nValley floor,3,212",
        "\r\n\r\nValley floor,4,212",
    ),
    "a name that needs quotes": (
        lambda deck: deck.say("Valley floor", "Valley, floor", slide=5),
        "data/yields.csv",
        "\r\nValley floor,3",
        '\r\n"Valley, floor",3',
    ),
    "a date of a category": (
        lambda deck: deck.set("rain", {"A2": "Oct 2024"}),
        "data/rain.csv",
        "2024-11,81",
        "2024-10,81",
    ),
}


@pytest.mark.parametrize("name", share(EDITS, 12, 1))
def test_only_the_changed_characters_of_a_file_change(desk: Desk, name: str) -> None:
    edit, file, old, new = EDITS[name]
    before = {path: path.read_bytes() for path in desk.content.rglob("*.*") if path.is_file()}
    pulled = desk.pull(edit(desk.open()), write=True)
    assert not pulled.refusals
    changed = desk.content / file
    assert pulled.written == (changed.as_posix(),)
    assert before[changed].decode().count(old) == 1
    expected = {**before, changed: before[changed].replace(old.encode(), new.encode())}
    assert {p: p.read_bytes() for p in desk.content.rglob("*.*") if p.is_file()} == expected


@pytest.mark.longer
def test_nothing_is_written_unless_asked(desk: Desk) -> None:
    before = desk.text("figures.yaml")
    assert not desk.pull(desk.open().say("≥400", "≥420")).written
    assert desk.text("figures.yaml") == before


@pytest.mark.longer
def test_what_is_refused_does_not_keep_the_rest_from_being_written(desk: Desk) -> None:
    edited = desk.open().say("≥400", "≥420").set("shares", {"B3": 30})
    pulled = desk.pull(edited, write=True)
    assert len(pulled.refusals) == 1
    assert "value:   420 " in desk.text("figures.yaml")


def test_a_file_keeps_its_byte_order_mark_line_ends_and_permissions(tmp_path: Path) -> None:
    path = tmp_path / "figures.yaml"
    path.write_bytes("\ufeffa: 1\r\nb: 2\r\nc: é\r\n".encode())
    path.chmod(0o640)
    original = Original.read(tmp_path, "figures.yaml")
    start = original.lines.text.index("2")
    write_all({path: original.replaced([Replacement(start, start + 1, "3\nd: 4")])})
    assert path.read_bytes() == "\ufeffa: 1\r\nb: 3\r\nd: 4\r\nc: é\r\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_when_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    one = tmp_path / "one.yaml"
    one.write_text("old")
    with pytest.raises(MachineError, match=r"two\.csv: error: .* its folder is gone"):
        write_all({one: b"new", tmp_path / "missing" / "two.csv": b"new"})
    assert one.read_text() == "old"
    assert list(tmp_path.iterdir()) == [one]


@pytest.mark.longer
def test_a_rebuilt_paper_and_deck_have_the_new_figure_and_check_is_content(
    desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    arguments = [str(desk.content), "--out", str(out), "--quiet"]
    assert run(["build", *arguments]) == 0
    edited = Deck(out / "tarn-wells.pptx").say("≥400", "≥420").set("shares", {"B2": 64})
    path = edited.save(tmp_path / "edited.pptx")
    assert run(["pull", str(path), str(desk.content), "--apply"]) == 0
    assert run(["build", *arguments]) == 0
    for name in ("tarn-wells.pdf", "tarn-wells.pptx"):
        reading = read(out / name)
        assert not examined(name, reading).changed
        texts = {entry.text for entry in reading.entries or () if entry.owner == "wells_dug"}
        assert texts
        assert all("420" in text for text in texts if any(map(str.isdigit, text)))
    assert run(["check", *arguments]) == 0


@pytest.mark.longer
def test_the_same_deck_is_not_pulled_twice(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(desk.open().say("≥400", "≥420").save(desk.deck.with_name("edited.pptx")))
    assert run(["pull", path, str(desk.content), "--apply"]) == 0
    assert run(["pull", path, str(desk.content), "--apply"]) == 1
    assert "was built from content" in capsys.readouterr().err


@pytest.mark.longer
def test_the_exit_status_tells_of_refusals_and_of_wrong_files(desk: Desk) -> None:
    path = str(desk.open().say("≥400", "420").save(desk.deck.with_name("edited.pptx")))
    assert run(["pull", path, str(desk.content)]) == 1
    assert run(["pull", str(desk.deck), str(desk.content)]) == 0
    assert run(["pull", str(desk.content / "figures.yaml"), str(desk.content)]) == 2


@pytest.mark.longer
def test_a_cell_is_not_made_a_formula_by_who_edits_the_deck(desk: Desk) -> None:
    before = desk.text("data/yields.csv")
    pulled = desk.pull(desk.open().say("Upper, east", "=cmd|'/C calc'!A0"), write=True)
    (refusal,) = pulled.refusals
    assert refusal.found.endswith("begins as a formula does, which a spreadsheet would run")
    assert refusal.hint == "if it is meant, write it into yields!1/well yourself"
    assert desk.text("data/yields.csv") == before
