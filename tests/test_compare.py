"""`paperdeck compare` says from two files alone whether they agree, and which was changed."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pptx
import pytest
from pptx.dml.color import RGBColor

from builder import project
from builder.cli import run
from builder.model.carried import Making, carried_json
from builder.seals.pptx import seal
from builder.verify import read
from builder.verify.package import Package
from builder.verify.pptx import read_package
from builder.verify.trust import examined
from tests.altering import packed, unpacked
from tests.shares import share

ROOT = Path(__file__).resolve().parents[1]
LEDGER = "customXml/item1.xml"
Said = tuple[int, str]


@pytest.fixture(scope="module")
def files(house: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The paper and the deck of two contents: in the newer, 3,700 drones are 4,800."""
    folder = tmp_path_factory.mktemp("editions")
    shutil.copytree(ROOT / "content", folder / "content")
    figures = folder / "content" / "figures.yaml"
    figures.write_text(figures.read_text("utf-8").replace("3700", "4800"), "utf-8")
    new = folder / "new"
    project.build(folder / "content", new, ("paper", "deck"))
    return {
        f"{name}.{kind}": out / f"russias-suppliers.{kind}"
        for name, out in (("old", house), ("new", new))
        for kind in ("pdf", "pptx")
    }


@pytest.fixture
def compare(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    def compare(*words: Path | str) -> Said:
        status = run(["compare", *map(str, words)])
        said = capsys.readouterr()
        return status, re.sub(r"\S*/", "", said.out + said.err)

    return compare


def test_a_paper_and_a_deck_of_one_content_agree(
    files: dict[str, Path], compare: Callable[..., Said]
) -> None:
    status, said = compare(files["old.pdf"], files["old.pptx"])
    assert status == 0
    assert said.endswith("\nthe same figures\n")


@pytest.mark.parametrize(
    ("first", "second"),
    share([("old.pdf", "new.pptx"), ("old.pdf", "new.pdf"), ("old.pptx", "new.pptx")], 3),
)
def test_a_figure_that_differs_is_named_with_old_and_new_and_every_place(
    files: dict[str, Path], compare: Callable[..., Said], first: str, second: str
) -> None:
    status, said = compare(files[first], files[second])
    assert status == 3
    assert "\ndrones_delivered: Shahed-136 drones delivered by Iran to Russia\n" in said
    assert "more than 3,700 drones" in said
    assert "more than 4,800 drones" in said
    assert "  value: 3700 -> 4800\n" in said
    assert said.endswith("\n1 figure differs\n")
    for name in (first, second):
        unit = "page" if name.endswith("pdf") else "slide"
        assert re.search(rf"[>≥][34],[78]00 +{unit}s? \d", said)


@pytest.mark.longer
def test_the_comparison_can_be_read_by_programs(
    files: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["compare", "--format", "json", *map(str, (files["old.pdf"], files["new.pptx"]))]
    assert run(arguments) == 3
    said = json.loads(capsys.readouterr().out)
    (difference,) = said["differences"]
    assert (said["same"], difference["owner"]) == (False, "drones_delivered")
    assert [file["medium"] for file in said["files"]] == ["paper", "deck"]
    assert difference["travels"] == [["value", "3700", "4800"]]


def edited(path: Path, into: Path, part: str, old: str, new: str) -> Path:
    members = unpacked(path.read_bytes())
    assert old in members[part].decode()
    members[part] = members[part].decode().replace(old, new).encode()
    into.write_bytes(packed(members))
    return into


def slide_with(path: Path, words: str) -> str:
    members = unpacked(path.read_bytes())
    return next(
        part
        for part, data in sorted(members.items())
        if part.startswith("ppt/slides/slide") and words.encode() in data
    )


def test_a_slide_changed_by_hand_is_told(
    files: dict[str, Path], compare: Callable[..., Said], tmp_path: Path
) -> None:
    part = slide_with(files["old.pptx"], "&gt;3,700")
    deck = edited(files["old.pptx"], tmp_path / "hand.pptx", part, "&gt;3,700", "&gt;9,700")
    status, said = compare(files["old.pdf"], deck)
    assert status == 3
    assert "hand.pptx was changed after it was made" in said
    assert re.search(
        r'deck slide \d+, Figure drones_delivered, paragraph: expected ">3,700", found ">9,700"'
        r" \(figure drones_delivered\)",
        said,
    )


@pytest.mark.longer
def test_a_ledger_edited_to_match_an_edited_slide_is_told(
    files: dict[str, Path], compare: Callable[..., Said], tmp_path: Path
) -> None:
    part = slide_with(files["old.pptx"], "&gt;3,700")
    deck = edited(files["old.pptx"], tmp_path / "hand.pptx", part, "&gt;3,700", "&gt;9,700")
    deck = edited(deck, tmp_path / "both.pptx", LEDGER, "&gt;3,700", "&gt;9,700")
    status, said = compare(files["old.pdf"], deck)
    assert status == 3
    assert "the ledger was changed after it was written" in said


@pytest.mark.longer
def test_a_ledger_forged_whole_is_betrayed_by_what_the_file_says_elsewhere(
    files: dict[str, Path],
) -> None:
    """Places, digests and slides are changed alike: the figure's other places remain."""
    members = unpacked(files["old.pptx"].read_bytes())
    reading = read(files["old.pptx"])
    assert reading.carried is not None
    assert reading.snapshot is not None
    forged = tuple(
        replace(place, text=place.text.replace("3,700", "9,700"))
        if place.channel == "notes"
        else place
        for place in reading.carried.places
    )
    for part in members:
        if part.startswith("ppt/notesSlides/notesSlide"):
            members[part] = members[part].replace(b"3,700", b"9,700")
    identity = (reading.fingerprint, reading.slug, reading.edition)
    said = carried_json(Making("deck", *identity, reading.snapshot, forged), seal(members))
    ledger = f'<ledger xmlns="urn:paperdeck:ledger"><![CDATA[{said}]]></ledger>'
    members[LEDGER] = ledger.encode()
    found = [str(one) for one in examined("deck", read_package(Package("deck", members))).changed]
    assert any("snapshot of drones_delivered" in line for line in found)


@pytest.mark.longer
def test_another_fingerprint_in_the_properties_is_told(files: dict[str, Path]) -> None:
    members = unpacked(files["old.pptx"].read_bytes())
    custom = members["docProps/custom.xml"]
    members["docProps/custom.xml"] = re.sub(rb">[0-9a-f]{8}<", b">00000000<", custom)
    (finding,) = examined("deck", read_package(Package("deck", members))).changed
    assert "a property of the file and its ledger differ" in str(finding)


def without_ledger(path: Path, into: Path) -> Path:
    members = unpacked(path.read_bytes())
    into.write_bytes(packed({n: d for n, d in members.items() if not n.startswith("customXml/")}))
    return into


@pytest.mark.longer
@pytest.mark.parametrize("other", ["pdf", "pptx"])
def test_a_deck_that_lost_its_ledger_is_held_to_the_other_files(
    files: dict[str, Path], compare: Callable[..., Said], tmp_path: Path, other: str
) -> None:
    deck = without_ledger(files["old.pptx"], tmp_path / "saved.pptx")
    status, said = compare(files[f"old.{other}"], deck)
    assert status == 0, said
    assert "saved.pptx has lost what some programs drop" in said
    assert said.endswith("\nthe same figures, as far as they can be read\n")
    status, said = compare(files[f"new.{other}"], deck)
    assert status == 3
    assert re.search(r'deck slide 5\b.*(">3,700"|3,700)', said)


@pytest.mark.longer
def test_two_files_without_ledgers_cannot_be_compared(
    files: dict[str, Path], compare: Callable[..., Said], tmp_path: Path
) -> None:
    deck = without_ledger(files["old.pptx"], tmp_path / "saved.pptx")
    status, said = compare(deck, deck)
    assert status == 2
    assert "neither saved.pptx nor saved.pptx carries a ledger of figures" in said


@pytest.mark.parametrize(
    "data", share([b"%PDF-1.7 not a paper", b"PK not a deck", b"neither", b""], 3)
)
def test_a_file_that_cannot_be_read_is_named(
    files: dict[str, Path], compare: Callable[..., Said], tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "other.pdf"
    path.write_bytes(data)
    status, said = compare(files["old.pdf"], path)
    assert status == 2
    assert said.startswith("Error: other.pdf: ")
    assert len(said.splitlines()) == 1


def test_what_is_changed_on_a_slide_that_was_moved_is_told_where_that_stands_now(
    files: dict[str, Path], compare: Callable[..., Said], tmp_path: Path
) -> None:
    deck = pptx.Presentation(str(files["old.pptx"]))
    order = deck.slides._sldIdLst
    third = list(order)[2]
    order.remove(third)
    order.insert(1, third)
    notes = deck.slides[1].notes_slide.notes_text_frame
    assert notes is not None
    notes.paragraphs[0].runs[0].text = "Said otherwise."
    deck.save(str(tmp_path / "moved.pptx"))
    _, said = compare(files["old.pdf"], tmp_path / "moved.pptx")
    assert "slide 3 was moved: it now stands as slide 2" in said
    assert re.search(r"deck slide 2, notes[^\n]*Said otherwise", said), said


def test_a_value_changed_in_one_chart_excuses_no_other_chart_s_look(
    files: dict[str, Path], compare: Callable[..., Said], tmp_path: Path
) -> None:
    deck = pptx.Presentation(str(files["old.pptx"]))
    charts = [
        (number, shape.chart)
        for number, slide in enumerate(deck.slides, start=1)
        for shape in slide.shapes
        if shape.has_chart
    ]
    (painted, first), (_, second) = charts[0], charts[-1]
    series = next(iter(first.plots[0].series))
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = RGBColor(200, 0, 0)
    value = next(iter(second._chartSpace.iter("{*}val"))).find(".//{*}v")
    value.text = str(float(value.text) + 1)
    deck.save(str(tmp_path / "edited.pptx"))
    status, said = compare(files["old.pdf"], tmp_path / "edited.pptx")
    assert status == 3
    assert re.search(rf"deck slide {painted}: a chart \S+ looks otherwise", said)
    assert re.search(r"deck slide \d+, chart, ", said)
