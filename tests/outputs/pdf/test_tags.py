"""The structure of the finished paper: the standards' rules, and what a screen reader meets."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from builder.model import blocks
from builder.model.briefing import PageLayout
from builder.model.text import Run
from tests.outputs.pdf import gate, hard, making, srgb
from tests.outputs.pdf.conftest import Written, write
from tests.outputs.pdf.planned import planned_words, words_of
from tests.shares import share


@pytest.fixture(scope="module")
def difficult(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """A paper of everything that is hard to set or to tag."""
    return write(hard.hard_briefing(), tmp_path_factory.mktemp("hard") / "hard.pdf")


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The same in two columns, with notes at the foot of pages and room for the binding."""
    briefing = hard.hard_briefing()
    pages = PageLayout(columns=2, notes="page", binding_mm=8)
    meta = replace(briefing.meta, layout=pages)
    folder = tmp_path_factory.mktemp("narrow")
    return write(replace(briefing, meta=meta), folder / "narrow.pdf")


@pytest.fixture(params=share(["paper", "difficult"], 2))
def each(request: pytest.FixtureRequest) -> Written:
    """Either paper."""
    paper: Written = request.getfixturevalue(request.param)
    return paper


@cache
def tagged(path: Path) -> gate.Tagged:
    return gate.read(path)


def test_it_passes_every_rule_of_pdf_ua_and_of_the_archival_standard(each: Written) -> None:
    assert gate.failures(each.path) == []


@pytest.mark.longer
def test_two_columns_and_notes_at_the_foot_pass_as_well(narrow: Written) -> None:
    assert gate.failures(narrow.path) == []
    assert tagged(narrow.path).faults == []


@pytest.mark.longer
def test_content_and_structure_agree_where_no_validator_looks(each: Written) -> None:
    assert tagged(each.path).faults == []


def test_the_structure_says_the_words_of_the_plan_in_their_order(each: Written) -> None:
    said = words_of(tagged(each.path).reading("Note", "Figure"))
    assert said == planned_words(each.plan)


@pytest.mark.longer
def test_notes_say_their_words_and_are_told_apart(difficult: Written) -> None:
    tree = tagged(difficult.path)
    notes = tree.all("Note")
    assert [words_of(tree.says(note))[0] for note in notes] == ["The", "Short,"]
    assert len({bytes(note.held.ID) for note in notes}) == 2
    assert [kid.role for kid in notes[0].kids] == ["Lbl", "P"]
    with pikepdf.open(difficult.path) as pdf:
        known = pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree)
        assert len([name for name in known if name.startswith("note:")]) == 2


def test_headings_skip_no_level(each: Written) -> None:
    roles = [element.role for element in tagged(each.path).root.walk()]
    levels = [int(role[1]) for role in roles if role[0] == "H" and role[1:].isdigit()]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {1, 2} <= set(levels)


def test_what_breaks_across_pages_stays_one_element(difficult: Written) -> None:
    tree = tagged(difficult.path)
    pages = {
        role: [len({page for page, _ in element.marks()}) for element in tree.all(role)]
        for role in ("P", "Link", "Table", "LBody", "L")
    }
    assert all(max(counts) > 1 for counts in pages.values()), pages
    assert tree.says(tree.all("Table")[0]).startswith("Table 1 Every station there is Station")
    assert len(tree.all("Table")) == 3


def test_a_link_over_pages_is_one_link_with_a_box_on_every_line(difficult: Written) -> None:
    tree = tagged(difficult.path)
    link = next(link for link in tree.all("Link") if tree.says(link) == hard.LINKED)
    boxes = [kid for kid in link.kids if not isinstance(kid, tuple | gate.Element)]
    assert len(boxes) > 40
    assert {str(box.Contents) for box in boxes} == {hard.LINKED}
    assert {str(box.A.URI) for box in boxes} == {"https://statistics.example/"}


def test_links_side_by_side_are_links_apart(difficult: Written) -> None:
    tree = tagged(difficult.path)
    said = [tree.says(link) for link in tree.all("Link")]
    assert said[said.index("One") + 1] == "two"


def test_the_rows_of_a_table_have_a_cell_for_every_column_and_a_head(difficult: Written) -> None:
    long, tall, _ = tagged(difficult.path).all("Table")
    assert [kid.role for kid in long.kids] == ["Caption", "THead", "TBody"]
    head, body = long.kids[1:]
    (first,) = head.kids
    assert [str(cell.held.A.Scope) for cell in first.kids] == ["/Column"] * 3
    assert len(body.kids) == 300
    for row in body.kids:
        assert [cell.role for cell in row.kids] == ["TH", "TD", "TD"]
        assert str(row.kids[0].held.A.Scope) == "/Row"
    assert len(tall.kids[-1].kids) == 3


def test_a_repeated_header_is_said_once(difficult: Written) -> None:
    printed = sum("Station Remark Read on" in page for page in difficult.pages)
    assert printed > 3
    assert tagged(difficult.path).reading().count("Station Remark Read on") == 1


def test_lists_stand_within_the_points_that_they_belong_to(difficult: Written) -> None:
    outer = tagged(difficult.path).all("L")[0]
    assert len(outer.kids) == 12
    label, body = outer.kids[3].kids
    assert (label.role, body.role) == ("Lbl", "LBody")
    deeper = next(kid for kid in body.kids if isinstance(kid, gate.Element))
    assert deeper.role == "L"
    assert str(deeper.held.A.ListNumbering) == "/Decimal"
    deepest = deeper.kids[1].kids[1].kids[-1]
    assert str(deepest.held.A.ListNumbering) == "/Disc"


def test_a_chart_is_a_figure_with_its_alternate_text_between_title_and_source(
    paper: Written,
) -> None:
    tree = tagged(paper.path)
    (figure,) = tree.all("Figure")
    assert str(figure.held.Alt) == "Bar chart: island at least 41200"
    left, bottom, right, top = (float(edge) for edge in figure.held.A.BBox)
    assert right - left > 300
    assert top - bottom == 120
    assert figure.parent is not None
    caption, _, below = figure.parent.kids
    assert tree.says(caption) == (
        "Figure 1 The mainland sells twice as many journeys Journeys in a year"
    )
    assert tree.says(below) == "Source: Survey of the island"
    assert "Mainland 90,500" not in tree.reading("Figure")


def test_the_ledger_knows_the_figures_of_alternate_texts(paper: Written) -> None:
    entries = [entry for entry in paper.ledger if entry.channel == "alt"]
    assert [(entry.owner, entry.text) for entry in entries] == [("journeys", "at least 41200")]
    assert entries[0].page > 0


def test_the_contents_are_a_table_of_contents_of_links(paper: Written) -> None:
    tree = tagged(paper.path)
    (contents,) = tree.all("TOC")
    assert {kid.role for kid in contents.kids} == {"TOCI"}
    first = contents.kids[0]
    assert tree.says(first) == "1 Summary 1"
    (link,) = first.kids[0].kids
    assert (first.kids[0].role, link.role) == ("Reference", "Link")


def test_the_mark_of_a_note_is_a_reference_that_leads_to_it(paper: Written) -> None:
    tree = tagged(paper.path)
    marks = [each for each in tree.all("Reference") if each.parent and each.parent.role == "P"]
    assert [tree.says(mark) for mark in marks] == ["1", "2"]


def test_headers_and_footers_are_no_part_of_the_text(paper: Written) -> None:
    said = tagged(paper.path).reading()
    assert "Page 1 of" in paper.pages[0]
    assert "Page 1 of" not in said
    assert said.count("The island's railway: what it carries, and for whom") == 1
    with pikepdf.open(paper.path) as pdf:
        code = pdf.pages[1].Contents.read_bytes()
    for subtype in (b"Header", b"Footer"):
        assert code.count(b"/Artifact <</Type /Pagination /Subtype /" + subtype) == 1


def test_only_the_roles_that_the_standard_knows_are_used(each: Written) -> None:
    with pikepdf.open(each.path) as pdf:
        mapped = {key[1:]: str(value) for key, value in pdf.Root.StructTreeRoot.RoleMap.items()}
    assert mapped == {}
    assert Counter(element.role for element in tagged(each.path).root.walk())["H1"] == 1


@pytest.mark.longer
def test_two_hundred_pages_pass_as_well(tmp_path: Path) -> None:
    long = write(making.many(making.full_briefing(), 36), tmp_path / "long.pdf")
    assert gate.failures(long.path) == []
    tree = gate.read(long.path)
    assert len(tree.pdf.pages) >= 200
    assert tree.faults == []
    assert words_of(tree.reading("Note", "Figure")) == planned_words(long.plan)


def test_text_copied_from_the_paper_reads_as_sentences(difficult: Written) -> None:
    reading = tagged(difficult.path).reading()
    assert hard.LONG_WORD in reading
    assert f"See {hard.URL} for more." in reading
    for script in (hard.GREEK, hard.ACCENTS, "Over" + "land Overland"):
        assert script in reading


def test_a_passage_in_another_language_says_which(difficult: Written) -> None:
    tree = tagged(difficult.path)
    spoken = {str(e.held.Lang): e for e in tree.root.walk() if "/Lang" in e.held}
    assert {language: e.role for language, e in spoken.items()} == {
        "de": "Span",
        "uk": "Span",
        "el": "Span",
        "fr": "Link",
    }
    assert tree.says(spoken["el"]) == hard.GREEK
    assert [tree.says(e) for e in tree.all("Span") if e.held.get("/Lang") == "fr"] == ["Voir"]


def test_a_soft_hyphen_is_seen_only_where_a_line_ends(tmp_path: Path) -> None:
    words = making.prose("over\u00adland " * 30, Run("under\u00adground", link="#one"))
    paper = write(making.briefing(making.section("one", "One", words)), tmp_path / "soft.pdf")
    said = gate.read(paper.path).reading()
    assert "overland overland" in said
    assert "underground" in said
    assert "over-" not in paper.pages[0].replace("over-land", "")


def test_the_profile_is_what_its_recipe_makes() -> None:
    assert srgb.PROFILE.read_bytes() == srgb.profile()


def test_a_box_and_an_empty_cell_leave_no_hole_in_the_tree(tmp_path: Path) -> None:
    box = blocks.Callout("note", (), (making.prose("Only words."),), making.HERE)
    section = making.section("one", "One", box)
    paper = write(making.briefing(section), tmp_path / "box.pdf")
    assert gate.failures(paper.path) == []
    assert gate.faults(paper.path) == []
