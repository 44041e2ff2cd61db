"""What a process that builds again and again takes for known is known by the bytes there are."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from builder import Project
from builder.memory import Memory, as_any_before, as_before, remembering
from builder.ooxml.archiving import archived
from builder.ooxml.unmarked import BLANK, unmarked
from builder.outputs.pdf.plan.endings import Register
from builder.outputs.pdf.write import player
from builder.outputs.pdf.write.choices import Choice, Choosing, choices
from builder.outputs.pdf.write.table import TableRows
from builder.outputs.pptx.compose import slides
from builder.outputs.pptx.write import skeleton
from builder.project import build
from builder.resolve import passages
from builder.resolve.wording import checking
from builder.verify import read_deck
from tests.altering import packed, unpacked
from tests.shares import share

CASES = Path(__file__).parent / "cases"
ROOT = Path(__file__).parents[1]
TEMPLATE = CASES / "strangers" / "template-with-two-masters"
SLIDE = "ppt/slides/slide2.xml"


@pytest.fixture
def deck(house: Path) -> Path:
    """Return the deck of the project's own briefing."""
    return next(house.glob("*.pptx"))


def _read_after(deck: Path, change: Callable[[dict[str, bytes]], None], folder: Path) -> list[str]:
    """Return what a deck says once it was read, then changed, then read by the same process."""
    held, path = Memory(), folder / "deck.pptx"
    shutil.copy(deck, path)
    with remembering(held):
        read_deck(path)
    members = dict(unpacked(path.read_bytes()))
    change(members)
    path.write_bytes(packed(members))
    with remembering(held):
        known = read_deck(path)
    assert known.places == read_deck(path).places
    assert known.seal == read_deck(path).seal
    return [place.text for place in known.places]


def test_a_deck_is_read_again_as_it_was_first(deck: Path, tmp_path: Path) -> None:
    texts = _read_after(deck, lambda _: None, tmp_path)
    assert texts == [place.text for place in read_deck(deck).places]
    assert not any(BLANK in text for text in texts)


def test_a_fingerprint_changed_on_one_slide_is_read(deck: Path, tmp_path: Path) -> None:
    members = dict(unpacked(deck.read_bytes()))
    (last,) = [
        name
        for name in members
        if name.startswith("ppt/slides/slide") and unmarked(members[name])[1]
    ]
    mark = unmarked(members[last])[1]
    assert mark, "the slide bears no fingerprint"

    def forge(members: dict[str, bytes]) -> None:
        members[last] = members[last].replace(mark.encode(), b"deadbeef")

    texts = _read_after(deck, forge, tmp_path)
    assert sum("deadbeef" in text for text in texts) == 1


@pytest.mark.longer
def test_a_word_changed_on_a_slide_is_read(deck: Path, tmp_path: Path) -> None:
    def change(members: dict[str, bytes]) -> None:
        assert b"<a:t>" in members[SLIDE]
        members[SLIDE] = members[SLIDE].replace(b"<a:t>", b"<a:t>Quite ", 1)

    assert any(text.startswith("Quite ") for text in _read_after(deck, change, tmp_path))


@pytest.mark.longer
@pytest.mark.parametrize("kind", share(["ppt/charts/chart", "ppt/notesSlides/notesSlide"], 2))
def test_a_part_that_a_slide_leads_to_is_read_where_it_changed(
    deck: Path, tmp_path: Path, kind: str
) -> None:
    def change(members: dict[str, bytes]) -> None:
        name = next(each for each in sorted(members) if each.startswith(kind))
        tag = b"<c:v>" if "chart" in kind else b"<a:t>"
        assert tag in members[name]
        members[name] = members[name].replace(tag, tag + b"Quite ", 1)

    assert any("Quite " in text for text in _read_after(deck, change, tmp_path))


@pytest.mark.longer
def test_a_workbook_under_a_chart_is_read_where_it_changed(deck: Path, tmp_path: Path) -> None:
    def change(members: dict[str, bytes]) -> None:
        name = next(each for each in sorted(members) if each.endswith(".xlsx"))
        cells = dict(unpacked(members[name]))
        strings = next(each for each in cells if each.endswith("sharedStrings.xml"))
        cells[strings] = cells[strings].replace(b"<t>", b"<t>Quite ", 1)
        members[name] = packed(cells)

    assert any("Quite " in text for text in _read_after(deck, change, tmp_path))


@pytest.mark.parametrize("text", [b"<a:t>0123abcd</a:t>" * 2, b"<a:t>0123abcd</a:t>zzzzzzzz", b""])
def test_a_part_without_one_plain_fingerprint_is_taken_as_it_is(text: bytes) -> None:
    assert unmarked(text) == (text, "")


def _as_zipfile_has_it(data: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_an_archive_made_in_part_of_what_was_packed_before_has_the_same_bytes() -> None:
    members = [
        ("[Content_Types].xml", b"<Types/>" * 40, True),
        ("ppt/media/größe.png", bytes(range(256)) * 9, True),
        ("ppt/embeddings/book.xlsx", b"PK" * 20, False),
        ("empty.xml", b"", True),
    ]
    fresh, held = archived(members), Memory()
    for _ in range(2):
        with remembering(held):
            assert archived(members) == fresh
    assert _as_zipfile_has_it(fresh) == {name: data for name, data, _ in members}


@pytest.mark.longer
def test_a_deck_on_a_template_is_the_same_bytes_after_other_builds(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(TEMPLATE, folder)
    section = max((folder / "sections").glob("*.md"))
    first = section.read_text("utf-8")
    said = [first, first + "\nA further paragraph.\n", first]
    project = Project(folder, tmp_path / "warm")
    for turn, text in enumerate(said):
        section.write_text(text, "utf-8")
        project.build(("deck",))
        build(folder, tmp_path / f"fresh {turn}", ("deck",))
        (warm,) = (tmp_path / "warm").glob("*.pptx")
        (fresh,) = (tmp_path / f"fresh {turn}").glob("*.pptx")
        assert warm.read_bytes() == fresh.read_bytes(), f"turn {turn}"


@pytest.mark.longer
def test_both_files_are_the_same_bytes_after_builds_of_other_words_and_decimals(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CASES / "typed", folder)
    section, data = min((folder / "sections").glob("*.md")), folder / "data" / "tons.csv"
    words = f"{section.read_text('utf-8')}\n:::{{chart}} tons\n:::\n"
    weights = data.read_text("utf-8")
    longer = words + "\nA further paragraph, which moves what stands below it.\n"
    charts = folder / "charts.yaml"
    charts.write_text(charts.read_text("utf-8").replace("Weight", "Wéight"), "utf-8")
    # A letter that is met before those of the chart: theirs have other glyphs then.
    lettered = words.replace("# Boxes\n", "# Boxes of Łódź\n", 1)
    assert "7.5\n" in weights
    assert lettered != words
    turns = [
        (words, weights),
        (longer, weights),
        (longer, weights.replace("7.5\n", "7.50\n")),
        (words, weights.replace("7.5\n", "7.25\n")),
        (lettered, weights),
        (words, weights),
    ]
    project = Project(folder, tmp_path / "warm")
    for turn, (said, stated) in enumerate(turns):
        section.write_text(said, "utf-8")
        data.write_text(stated, "utf-8")
        project.build()
        build(folder, tmp_path / f"fresh {turn}", ("paper", "deck"))
        for ending in ("pdf", "pptx"):
            (warm,) = (tmp_path / "warm").glob(f"*.{ending}")
            (fresh,) = (tmp_path / f"fresh {turn}").glob(f"*.{ending}")
            assert warm.read_bytes() == fresh.read_bytes(), f"turn {turn}, {ending}"


def _counting(
    monkeypatch: pytest.MonkeyPatch, where: ModuleType, name: str
) -> list[tuple[Any, ...]]:
    """Return a list to which every later call of a module's function adds what it was given."""
    calls: list[tuple[Any, ...]] = []
    real = getattr(where, name)

    def counted(*given: Any) -> Any:
        calls.append(given)
        return real(*given)

    monkeypatch.setattr(where, name, counted)
    return calls


@pytest.mark.longer
def test_a_word_in_the_prose_makes_no_package_no_chart_that_grew_and_no_register_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "content", folder)
    section = max((folder / "sections").glob("*.md"))
    text = section.read_text("utf-8")
    # A memory of its own: other tests of this process may have built the same.
    monkeypatch.setattr("builder.project.remembering", partial(remembering, Memory()))
    begun = _counting(monkeypatch, skeleton, "kept_again")  # or taken from an earlier process
    played = _counting(monkeypatch, player, "_played")
    drawn, draw = list[type | None](), TableRows.draw
    monkeypatch.setattr(TableRows, "draw", lambda grid: drawn.append(type(grid.item)) or draw(grid))
    project = Project(folder, tmp_path / "built")
    project.build()
    assert begun
    assert played
    assert Register in drawn
    begun.clear()
    played.clear()
    section.write_text(f"{text}\nThat is all.\n", "utf-8")
    outcome = project.build()
    assert all(written.fresh for written in outcome.files)
    assert not begun
    assert not played
    section.write_text(text, "utf-8")
    project.build()
    drawn.clear()
    section.write_text(text.replace(" and ", " or ", 1), "utf-8")
    project.build()
    assert Register not in drawn


@pytest.mark.longer
def test_a_word_has_its_own_text_judged_again_and_the_slides_of_its_section_planned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "content", folder)
    section = max((folder / "sections").glob("*.md"))
    text = section.read_text("utf-8")
    monkeypatch.setattr("builder.project.remembering", partial(remembering, Memory()))
    judged = _counting(monkeypatch, checking, "_checked")
    sought = _counting(monkeypatch, passages, "_found")
    planned = _counting(monkeypatch, slides, "_slide")
    project = Project(folder, tmp_path / "built")
    project.build()
    assert min(map(len, (judged, sought, planned))) > 15
    changed = re.sub(r"(?m)^([A-Z]\w+) ", r"\1 indeed ", text, count=1)
    assert changed != text
    for calls in (judged, sought, planned):
        calls.clear()
    section.write_text(changed, "utf-8")
    project.build()
    assert len(judged) == 1
    assert len(sought) < 20  # the patterns that are sought in one text
    assert len(planned) == text.count(":::{slide}")


def test_what_is_as_before_is_what_it_was_unless_it_is_said_otherwise() -> None:
    first, second = (Decimal("1.0"), "one"), (Decimal("1.0"), "one")
    other = (Decimal("1.00"), "one")
    assert as_before("key", second) is second
    with remembering(Memory()):
        assert as_before("key", first) is first
        assert as_before("key", second) is first
        assert as_before("another", second) is second
        assert as_before("key", other) is other
        assert as_any_before("keys", (first, other)) == (first, other)
        assert as_any_before("keys", ((Decimal("1.00"), "one"), second)) == (other, first)
        assert as_any_before("keys", (second,))[0] is first


def test_a_page_is_filled_alike_by_choices_that_agree_in_what_it_asked_for() -> None:
    chosen = Choosing(Choice(hold=True))
    assert all(chosen.holds_for(other) for other in choices([(), (4,)], 2, goes_on=True))
    assert chosen.hold
    assert chosen.but(hold=False).whole is False
    assert chosen.holds_for(Choice((4,), foot=True, hold=True, apart=True, cut=True))
    assert not chosen.holds_for(Choice(hold=False))
    assert not chosen.holds_for(Choice(hold=True, whole=True))
