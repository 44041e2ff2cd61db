"""How pages break: what stays together, what is repeated, what is refused."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

import builder.charts
from builder.blocks.pagebreak import PageBreak
from builder.model import blocks
from builder.model.text import CrossReference, Run, plain
from builder.outputs.pdf.plan import items
from builder.outputs.pdf.write.context import geometry
from builder.outputs.pdf.write.writer import NotDrawnError
from builder.problems import ContentError
from tests.outputs.pdf import gate, making
from tests.outputs.pdf.conftest import Written, write
from tests.outputs.pdf.prose import PARAGRAPHS


def lines(paper: Written) -> list[list[str]]:
    """The lines of each page's text area: without header and footer."""
    page = geometry("A4", making.house_theme())
    area = {"left": 0, "bottom": page.bottom, "top": page.bottom + page.height}
    with pypdfium2.PdfDocument(paper.path) as document:
        texts = [each.get_textpage().get_text_bounded(**area) for each in document]
    # A divided word does not end a line of PDFium's text, only of the page.
    whole = [text.replace("\x02", "\n").replace("\ufffe", "\n") for text in texts]
    return [[line.strip() for line in text.splitlines() if line.strip()] for text in whole]


def stress(seed: int) -> blocks.Section:
    """A long section of headings, paragraphs and lists of all lengths."""
    draw = random.Random(seed)
    content: list[blocks.Block] = []
    for number in range(70):
        words = " ".join(PARAGRAPHS).split()
        start, length = draw.randrange(200), draw.randrange(12, 150)
        kind = draw.random()
        if kind < 0.3:
            name = f"heading-{seed}-{number}"
            level = draw.choice((2, 2, 3))
            content.append(blocks.Heading(level, making.says("Heading words"), name, making.HERE))
        elif kind < 0.4:
            content.append(making.listed(*(" ".join(words[at : at + 14]) for at in range(4))))
        content.append(making.prose(" ".join(["Opening", *words[start : start + length], "end."])))
    return making.section(f"stress-{seed}", "Stress", *content)


@pytest.fixture(scope="module")
def stressed(tmp_path_factory: pytest.TempPathFactory) -> Written:
    sections = [stress(seed) for seed in range(4)]
    return write(making.briefing(*sections), tmp_path_factory.mktemp("stress") / "stress.pdf")


@pytest.mark.longer
def test_three_lines_at_least_stand_below_a_heading_on_its_page(stressed: Written) -> None:
    assert len(stressed.pages) > 20
    for page in lines(stressed):
        assert not {"Heading words", "Stress"}.intersection(page[-3:]), page[-4:]


@pytest.mark.longer
def test_the_first_of_the_notes_does_not_stand_alone_below_their_heading(tmp_path: Path) -> None:
    notes = [making.says("A short one."), making.says("Another one, just as short.")]
    for count in range(43, 47):
        content = [making.prose("A line.") for _ in range(count)]
        marked = making.prose("Marked", making.mark(1), " twice", making.mark(2), ".")
        briefing = making.briefing(making.section("one", "One", *content, marked), notes=notes)
        for page in write(briefing, tmp_path / f"{count}.pdf").pages:
            assert ("A short one." in page) is ("just as short." in page), count


@pytest.mark.longer
def test_no_page_opens_or_closes_with_a_lone_line_of_a_paragraph(stressed: Written) -> None:
    for page in lines(stressed)[1:]:
        widow = page[0].endswith("end.") and not page[0].startswith(("Opening", "•"))
        assert not widow, page[:3]
    for page in lines(stressed):
        orphan = page[-1].startswith("Opening") and not page[-1].endswith("end.")
        assert not orphan, page[-3:]


@pytest.mark.longer
def test_no_figure_is_parted_by_a_pages_end(tmp_path: Path) -> None:
    phrase = "at least forty-one thousand journeys from the mainland to the island and back"
    printed = making.figure("journeys", phrase)
    words = PARAGRAPHS[1].split()
    content = [
        making.prose(*(part for at in range(9) for part in (" ".join(words[: size + at]), printed)))
        for size in range(1, 30)
    ]
    written = write(making.briefing(making.section("one", "One", *content)), tmp_path / "one.pdf")
    assert len(written.pages) > 8
    for number, page in enumerate(written.pages, start=1):
        entries = [one for one in written.ledger if (one.page, one.text) == (number, phrase)]
        assert page.count(phrase) == len(entries), number


@pytest.mark.longer
def test_pages_are_filled(stressed: Written) -> None:
    for page in lines(stressed)[1:-1]:
        assert len(page) > 30


def test_a_long_table_repeats_its_header_and_keeps_every_row(paper: Written) -> None:
    pages = [n for n, page in enumerate(paper.pages, 1) if "Station Journeys Remark" in page]
    assert len(pages) >= 3
    stations = re.findall(r"Station [A-Z][a-z] \d", " ".join(paper.pages))
    assert len(stations) == 5 + 60


def test_a_table_is_numbered_where_it_has_a_caption_or_words_refer_to_it(tmp_path: Path) -> None:
    uses = [blocks.TableUse(name, making.HERE) for name in ("bare", "told", "short")]
    bare = replace(making.table("bare", 3), caption=(), note=(), sources=())
    tables = [bare, replace(bare, name="told"), making.table("short", 3)]
    told = making.prose(Run("told", refers=CrossReference("tbl", "told", making.HERE)))
    briefing = making.briefing(making.section("one", "One", *uses, told), tables=tables)
    paper = write(briefing, tmp_path / "bare.pdf")
    numbers = [plain(item.number) for item in paper.plan.items if isinstance(item, items.Tabular)]
    assert numbers == ["", "Table\u00a01", "Table\u00a02"]
    assert gate.failures(paper.path) == []
    assert list(gate.faults(paper.path)) == []


@pytest.mark.longer
def test_a_tables_note_is_not_parted_from_its_last_rows(tmp_path: Path) -> None:
    for rows in range(34, 48):
        use = blocks.TableUse("long", making.HERE)
        section = making.section("one", "One", use)
        briefing = making.briefing(section, tables=[making.table("long", rows)])
        for page in write(briefing, tmp_path / f"{rows}.pdf").pages:
            noted = page.find("Counted at the gate.")
            assert noted < 0 or re.search(r"Station [A-Z][a-z] [\d,]+", page[:noted]), rows


@pytest.mark.longer
def test_a_chart_is_not_parted_from_its_number(stressed: Written, tmp_path: Path) -> None:
    use = blocks.ChartUse("journeys_chart", making.HERE)
    content = [making.prose(text) for text in PARAGRAPHS[:3]] + [use]
    section = making.section("one", "One", *(content * 6))
    paper = write(making.briefing(section, charts=[making.chart()]), tmp_path / "charts.pdf")
    for page in paper.pages:
        numbered = re.findall(r"Figure \d(?!:)", page)
        assert len(numbered) == page.count("Source: Survey of the island")


def test_a_page_break_is_kept(tmp_path: Path) -> None:
    broken = (making.prose("Before."), PageBreak(making.HERE), making.prose("After."))
    paper = write(making.briefing(making.section("one", "One", *broken)), tmp_path / "break.pdf")
    assert "Before." in paper.pages[0]
    assert "After." in paper.pages[1]


def test_a_callout_longer_than_a_page_goes_on_over_pages(tmp_path: Path) -> None:
    callout = blocks.Callout(
        "note", making.says("Long"), tuple(map(making.prose, PARAGRAPHS * 3)), making.HERE
    )
    paper = write(making.briefing(making.section("one", "One", callout)), tmp_path / "callout.pdf")
    assert " ".join(paper.pages).count("impassable.") == 3


def test_a_character_that_the_font_lacks_is_named_with_its_place(tmp_path: Path) -> None:
    section = making.section("one", "One", making.prose("The sign 龍 stands for it."))
    with pytest.raises(ContentError) as raised:
        write(making.briefing(section), tmp_path / "missing.pdf")
    (problem,) = raised.value.problems
    assert problem.place == making.HERE
    assert problem.found == ('the font SourceSerif4-Regular has no character U+9F8D "龍", in "龍"')
    assert not (tmp_path / "missing.pdf").exists()


def test_a_character_that_a_chart_cannot_draw_is_named_with_the_charts_place(
    tmp_path: Path,
) -> None:
    chart = replace(making.chart(), title=making.says("The sign 龍"), place=making.HERE)
    use = blocks.ChartUse("journeys_chart", making.HERE)
    briefing = making.briefing(making.section("one", "One", use, use), charts=[chart])
    with pytest.raises(ContentError, match=r"railway\.md:3:1: error: the font SourceSans3"):
        write(briefing, tmp_path / "chart.pdf")


def test_characters_that_have_a_stand_in_are_set_with_it(tmp_path: Path) -> None:
    section = making.section("one", "One", making.prose("two\u2011fold, 40\u202f% and 3\u2009km"))
    (page,) = write(making.briefing(section), tmp_path / "stand-in.pdf").pages
    assert re.search("two[-\u2011]fold, 40.% and 3.km", page)


def test_a_chart_taller_than_a_page_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tall(chart: object, theme: object, width: float, cache: object, margin: object) -> object:
        return replace(making.drawn(making.chart(), making.house_theme(), width, None), height=900)

    monkeypatch.setattr(builder.charts, "display_list", tall)
    use = blocks.ChartUse("journeys_chart", making.HERE)
    briefing = making.briefing(making.section("one", "One", use), charts=[making.chart()])
    with pytest.raises(ContentError, match='chart "journeys_chart" is 900 points tall'):
        write(briefing, tmp_path / "tall.pdf")


def test_a_planned_text_that_never_reaches_a_page_is_a_bug_of_ours() -> None:
    from builder.outputs.pdf import plan_paper, set_paper

    prose = making.prose("It counted ", making.figure("journeys", "41,200"))
    theme = making.house_theme()
    plan = plan_paper(making.briefing(making.section("one", "One", prose)), theme, {})
    kept = tuple(item for item in plan.items if not isinstance(item, items.Prose))
    with pytest.raises(NotDrawnError, match="41,200"):
        set_paper(replace(plan, items=kept), theme, None)


def test_the_paper_tells_where_its_sections_charts_and_tables_stand(paper: Written) -> None:
    assert paper.places.spots
    for (kind, _), spot in paper.places.spots.items():
        title = spot.called.split("“")[-1].rstrip("”").replace("\u00a0", " ")
        title = title.removeprefix("section ")  # a number that stands before the heading
        assert title in paper.pages[spot.page - 1].replace("\u00a0", " "), (kind, spot)
