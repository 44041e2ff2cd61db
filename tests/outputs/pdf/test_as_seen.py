"""The structure as it is seen: headings, captions, notes, links, order, data that can be opened."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from builder.blocks.pullquote import PullQuote
from builder.model.briefing import PageLayout
from builder.model.text import plain
from builder.outputs.pdf.plan import items
from builder.outputs.pdf.write.fonts import rgb
from tests.outputs.pdf import gate, hard, making
from tests.outputs.pdf.conftest import Written, write
from tests.outputs.pdf.orders import out_of_order
from tests.shares import share

_LEAST = 18.0  # points: 24 CSS pixels
_LANGUAGES = ("en", "de", "fr", "uk")


@pytest.fixture(scope="module")
def hard_paper(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Everything that is hard to set, in two columns with notes at the foot of pages."""
    briefing = hard.hard_briefing()
    meta = replace(briefing.meta, layout=PageLayout(columns=2, notes="page", binding_mm=8))
    folder = tmp_path_factory.mktemp("hard")
    return write(replace(briefing, meta=meta), folder / "hard.pdf")


@pytest.fixture(scope="module")
def footed(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The full paper with its notes at the foot of pages."""
    briefing = making.full_briefing()
    meta = replace(briefing.meta, layout=PageLayout(notes="page"))
    return write(replace(briefing, meta=meta), tmp_path_factory.mktemp("foot") / "foot.pdf")


@pytest.fixture(params=share(["paper", "hard_paper", "footed"], 3))
def each(request: pytest.FixtureRequest) -> Written:
    """Each of the papers."""
    found: Written = request.getfixturevalue(request.param)
    return found


def headings(tree: gate.Tagged) -> list[tuple[int, str]]:
    """The headings of a paper with their levels."""
    found = (each for each in tree.root.walk() if re.fullmatch(r"H[1-6]", each.role))
    return [(int(each.role[1]), tree.says(each)) for each in found]


def links(tree: gate.Tagged) -> Iterator[tuple[gate.Element, Any]]:
    """Every annotation with the element that it stands in."""
    for element in tree.root.walk():
        for kid in element.kids:
            if not isinstance(kid, tuple | gate.Element):
                yield element, kid


def test_headings_and_bookmarks_are_one_list(each: Written) -> None:
    with pypdfium2.PdfDocument(each.path) as document:
        marks = [(mark.level + 1, gate.plain(mark.get_title())) for mark in document.get_toc()]
    assert marks == headings(gate.read(each.path))


def test_what_the_contents_list_is_a_part_of_the_headings_in_their_order(paper: Written) -> None:
    (contents,) = (item for item in paper.plan.items if isinstance(item, items.Contents))
    left = iter(said for _, said in headings(gate.read(paper.path)))
    assert all(called(entry) in left for entry in contents.entries)


def called(entry: items.ContentsEntry) -> str:
    return " ".join(filter(None, (plain(entry.number), plain(entry.text))))


def test_the_title_is_the_first_heading_and_the_only_one_of_its_level(each: Written) -> None:
    levels = [level for level, _ in headings(gate.read(each.path))]
    assert headings(gate.read(each.path))[0] == (1, gate.plain(each.plan.title))
    assert levels.count(1) == 1


def test_boxes_questions_and_panels_are_headed_one_level_below_their_section(
    paper: Written,
) -> None:
    known = headings(gate.read(paper.path))
    for said in ("Warning: Read with care", "Who uses the railway?", "The railway in a year"):
        (at,) = [number for number, (_, heading) in enumerate(known) if heading == said]
        assert known[at][0] in (known[at - 1][0] + 1, known[at - 1][0]), said


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Warning"), ("de", "Warnung"), ("fr", "Avertissement"), ("uk", "Попередження")],
)
def test_the_kind_of_a_box_is_said_in_the_papers_language(
    language: str, said: str, tmp_path: Path
) -> None:
    box = making.blocks.Callout("warning", (), (making.prose("Only words."),), making.HERE)
    briefing = making.briefing(making.section("one", "One", box), language=language)
    paper = write(briefing, tmp_path / "box.pdf")
    assert (3, said) in headings(gate.read(paper.path))
    assert said in paper.pages[0]


def test_a_panel_without_a_title_is_headed_all_the_same(tmp_path: Path) -> None:
    panel = making.blocks.Panel(("journeys", "share"), (), making.HERE)
    briefing = making.briefing(making.section("one", "One", panel))
    paper = write(briefing, tmp_path / "panel.pdf")
    assert (3, "Key figures") in headings(gate.read(paper.path))


def test_captions_are_parts(paper: Written) -> None:
    tree = gate.read(paper.path)
    parts = [
        [(kid.role, tree.says(kid)) for kid in caption.kids if isinstance(kid, gate.Element)]
        for caption in tree.all("Caption")
    ]
    assert [
        ("Lbl", "Figure 1"),
        ("P", "The mainland sells twice as many journeys"),
        ("P", "Journeys in a year"),
    ] in parts
    assert [("Lbl", "Table 2"), ("P", "Every station")] in parts


def test_the_register_and_tables_have_captions_and_row_headers_first(paper: Written) -> None:
    tree = gate.read(paper.path)
    tables = tree.all("Table")
    assert len(tables) == 3
    for table in tables:
        caption, _, body = table.kids
        assert caption.role == "Caption"
        for row in body.kids:
            assert row.kids[0].role == "TH"
            assert str(row.kids[0].held.A.Scope) == "/Row"


def test_every_page_draws_its_content_in_the_order_of_the_structure(each: Written) -> None:
    assert out_of_order(gate.read(each.path)) == []


@pytest.mark.longer
def test_notes_at_the_foot_of_a_page_are_read_where_they_are_marked(footed: Written) -> None:
    tree = gate.read(footed.path)
    blocks = [kid for kid in tree.root.kids if isinstance(kid, gate.Element)]
    notes = [at for at, kid in enumerate(blocks) if kid.role == "Note"]
    assert len(notes) == 2
    for number, at in enumerate(notes, 1):
        marks = [said for said in blocks[at - 1].walk() if said.role == "Reference"]
        assert [tree.says(mark) for mark in marks] == [str(number)]


def test_links_on_numbers_say_where_they_lead(paper: Written) -> None:
    said = {(tree_words, str(box.Contents)) for tree_words, box in _said(gate.read(paper.path))}
    assert {
        ("1", "Note 1"),
        ("1.", "Back to text, note 1"),
        ("1", "Page 1, figure: Journeys begun on the island"),
    } <= said


def _said(tree: gate.Tagged) -> Iterator[tuple[str, Any]]:
    for element, box in links(tree):
        yield tree.says(element), box


def test_a_line_of_the_contents_is_one_link(paper: Written) -> None:
    (contents,) = gate.read(paper.path).all("TOC")
    for entry in contents.kids:
        kids = entry.kids[0].kids[0].kids
        boxes = [kid for kid in kids if not isinstance(kid, tuple | gate.Element)]
        assert len(boxes) == 1


def test_every_link_is_as_large_as_a_finger_or_stands_in_a_line_or_has_room(each: Written) -> None:
    tree = gate.read(each.path)
    boxes: dict[int, list[tuple[list[float], bool, gate.Element]]] = defaultdict(list)
    pages = {
        annotation.objgen: page
        for page, leaf in enumerate(tree.pdf.pages)
        for annotation in leaf.get("/Annots", [])
    }
    for element, box in links(tree):
        home = element.parent
        while home is not None and home.role in ("Reference", "Span"):
            home = home.parent
        alone = home is None or tree.says(home) == tree.says(element)
        rect = [float(edge) for edge in box.Rect]
        boxes[pages[box.objgen]].append((rect, alone, element))
    for held in boxes.values():
        for rect, alone, element in held:
            wide, high = rect[2] - rect[0], rect[3] - rect[1]
            lines = [other for other, _, another in held if another is element]
            if len(lines) > 1:  # a link over several lines is as tall as they are together
                high = max(line[3] for line in lines) - min(line[1] for line in lines)
            if not alone or min(wide, high) >= _LEAST - 0.01:
                continue
            others = (other for other, _, another in held if another is not element)
            assert all(_apart(rect, other) >= _LEAST / 2 for other in others), rect


def _apart(small: list[float], other: list[float]) -> float:
    """How far the middle of a rectangle is from another rectangle."""
    x, y = (small[0] + small[2]) / 2, (small[1] + small[3]) / 2
    across = max(other[0] - x, 0.0, x - other[2])
    up = max(other[1] - y, 0.0, y - other[3])
    return float((across**2 + up**2) ** 0.5)


def test_links_in_the_text_have_a_rule_under_them(paper: Written) -> None:
    accent = f"{rgb(making.house_theme().colours.accent)} rg"
    told = 0
    with pikepdf.open(paper.path) as pdf:
        for page in pdf.pages:
            code = page.Contents.read_bytes().decode("latin-1")
            for part in re.findall(r"/Link <</MCID \d+>> BDC(.*?)EMC", code, re.DOTALL):
                if accent in part and " Ts" not in part:
                    assert " re f" in part, part
                    told += 1
    assert told > 3


def test_a_visible_word_beside_a_figure_opens_its_data(paper: Written) -> None:
    tree = gate.read(paper.path)
    (opener,) = tree.all("Annot")
    (box,) = [kid for kid in opener.kids if not isinstance(kid, tuple)]
    assert tree.says(opener) == "Data"
    assert str(box.Contents) == (
        "Data of Figure 1: The mainland sells twice as many journeys (CSV)"
    )
    named = dict(pikepdf.NameTree(tree.pdf.Root.Names.EmbeddedFiles))
    assert box.FS.objgen == named["chart-journeys_chart.csv"].objgen
    left, bottom, right, top = (float(edge) for edge in box.Rect)
    assert min(right - left, top - bottom) >= _LEAST - 0.01
    assert box.FS.EF.F.read_bytes().decode("utf-8-sig").startswith("Category,Series,Journeys")


@pytest.mark.parametrize("language", share(_LANGUAGES, 4))
def test_attached_data_open_right_where_the_language_is_at_home(
    language: str, tmp_path: Path
) -> None:
    briefing = replace(
        making.full_briefing(), meta=replace(making.full_briefing().meta, language=language)
    )
    paper = write(briefing, tmp_path / "paper.pdf")
    with pikepdf.open(paper.path) as pdf:
        for name, held in pdf.attachments.items():
            data = held.get_file().read_bytes()
            if not name.endswith(".csv"):
                continue
            assert data.startswith(b"\xef\xbb\xbf"), name
            separator = "," if language == "en" else ";"
            lines = data.decode("utf-8-sig").splitlines()
            rows = list(csv.reader(lines, delimiter=separator))
            assert len({len(row) for row in rows}) == 1, name
            assert len(rows[0]) > 1, name


def test_headings_go_down_by_no_more_than_one(each: Written) -> None:
    levels = [level for level, _ in headings(gate.read(each.path))]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    ("quoted", "blocks"), [("The till counts twice", 0), ("Nobody counts at all", 1)]
)
def test_a_pull_quote_that_repeats_the_text_is_for_the_eye_alone(
    quoted: str, blocks: int, tmp_path: Path
) -> None:
    quote = PullQuote(making.HERE, (making.says(quoted),))
    section = making.section("one", "One", making.prose("The till counts twice."), quote)
    paper = write(making.briefing(section), tmp_path / "pulled.pdf")
    tree = gate.read(paper.path)
    assert quoted in " ".join(paper.pages)
    assert len(tree.all("BlockQuote")) == blocks
    assert tree.reading().count(quoted) == 1
    assert tree.faults == []
    assert gate.failures(paper.path) == []
