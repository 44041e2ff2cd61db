"""Charts and short tables float while text flows on; pages are full."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

import builder.charts
from builder.charts import DisplayList
from builder.model import blocks
from builder.model.briefing import PageLayout
from builder.model.text import CrossReference, Run
from builder.outputs.pdf.write.context import geometry
from tests.outputs.pdf import gate, making, sheets
from tests.outputs.pdf.conftest import Written, write
from tests.outputs.pdf.planned import planned_words, words_of
from tests.outputs.pdf.prose import PARAGRAPHS
from tests.shares import share

SOURCE = "Source: Survey of the island "
TALLEST = 60  # percent of the text area that a page may leave open where floats must wait

_LINE = r"(-?[\d.]+) (-?[\d.]+) m (-?[\d.]+) (-?[\d.]+) l S"


def exhibits(seed: int, count: int = 26) -> blocks.Section:
    """A section of prose with charts and short tables strewn into it."""
    draw = random.Random(seed)
    content: list[blocks.Block] = []
    for number in range(count):
        content.append(making.prose(draw.choice(PARAGRAPHS)))
        kind = draw.random()
        if kind < 0.3:
            content.append(blocks.ChartUse("journeys_chart", making.HERE))
        elif kind < 0.5:
            content.append(blocks.TableUse("short", making.HERE))
        elif kind < 0.6:
            name = f"heading-{seed}-{number}"
            content.append(blocks.Heading(2, making.says("Heading words"), name, making.HERE))
            content.append(making.prose(draw.choice(PARAGRAPHS)))
    return making.section(f"exhibits-{seed}", "Exhibits", *content)


@pytest.fixture(scope="module", params=share([1, 2, 3], 3))
def strewn(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Written:
    sections = [exhibits(request.param * 10 + each) for each in range(2)]
    briefing = making.briefing(
        *sections, charts=[making.chart()], tables=[making.table("short", 5)]
    )
    return write(briefing, tmp_path_factory.mktemp("floats") / "floats.pdf")


def bottoms(paper: Written) -> Iterator[float]:
    """Yield how much of each page's text area is left open at its foot, in percent."""
    page = geometry("A4", making.house_theme())
    with pypdfium2.PdfDocument(paper.path) as document:
        for each in document:
            text = each.get_textpage()
            tops = [text.get_rect(at) for at in range(text.count_rects())]
            lowest = min(rect[1] for rect in tops if rect[1] > page.bottom - 2)
            yield 100 * (lowest - page.bottom) / page.height


def test_floats_keep_their_order(strewn: Written) -> None:
    body = " ".join(strewn.pages[1:])
    for kind in ("Figure", "Table"):
        numbers = [int(number) for number in re.findall(rf"{kind} (\d+)(?!\d|:)", body)]
        assert numbers == sorted(numbers)


def test_pages_have_no_holes_where_floats_wait(strewn: Written) -> None:
    left_open = list(bottoms(strewn))[1:-4]
    assert max(left_open) < TALLEST
    assert sum(left_open) / len(left_open) < 12


def test_a_float_is_whole_on_one_page(strewn: Written) -> None:
    for text in strewn.pages[1:]:
        page = text.partition("List of figures")[0]
        assert len(re.findall(r"Figure \d+(?![\d:])", page)) == page.count(
            "Source: Survey of the island "
        )


@pytest.mark.parametrize(("height", "seed"), share([(320.0, 2), (200.0, 1), (430.0, 2)], 3))
def test_a_chart_goes_up_on_its_page_but_not_before_the_page_that_leads_to_it(
    height: float, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tall(*told: Any, **more: Any) -> DisplayList:
        return replace(making.drawn(*told, **more), height=height)

    monkeypatch.setattr(builder.charts, "display_list", tall)
    draw, named = random.Random(seed), []
    content: list[blocks.Block] = []
    for number in range(30):
        content.append(making.prose(f"Begin{number:02} with this. {draw.choice(PARAGRAPHS)}"))
        if draw.random() < 0.3:
            named.append(f"chart{number:02}")
            content.append(blocks.ChartUse(named[-1], making.HERE))
    charts = [replace(making.chart(name), title=making.says(f"Seen in {name}")) for name in named]
    section = making.section("one", "One", *content)
    paper = write(making.briefing(section, charts=charts), tmp_path / "led.pdf")
    body = [page.partition("List of figures")[0] for page in paper.pages]

    def place(words: str) -> tuple[int, float]:
        """Return the page on which words stand, and how far down."""
        (page,) = (at for at, said in enumerate(body) if words in said)
        with pypdfium2.PdfDocument(paper.path) as document:
            text = document[page].get_textpage()
            found = text.search(words).get_next()
            assert found is not None
            return page, -text.get_charbox(found[0])[3]

    led = [(place(f"Begin{name[-2:]}"), place(f"Seen in {name}")) for name in named]
    assert all(chart[0] >= words[0] for words, chart in led)
    assert any(chart < words for words, chart in led)


@pytest.mark.parametrize(("height", "seed"), share([(120.0, 1), (180.0, 4), (240.0, 4)], 3))
def test_a_chart_does_not_go_up_above_the_heading_of_its_part(
    height: float, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tall(*told: Any, **more: Any) -> DisplayList:
        return replace(making.drawn(*told, **more), height=height)

    monkeypatch.setattr(builder.charts, "display_list", tall)
    draw = random.Random(seed)
    names = [f"chart{number:02}" for number in range(12)]
    content: list[blocks.Block] = []
    for name in names:
        content += [making.prose(draw.choice(PARAGRAPHS)) for _ in range(draw.choice((1, 2, 3)))]
        head = making.says(f"Heading of {name}")
        content.append(blocks.Heading(2, head, f"of-{name}", making.HERE))
        content.append(making.prose(draw.choice(PARAGRAPHS)))
        content.append(blocks.ChartUse(name, making.HERE))
    charts = [replace(making.chart(name), title=making.says(f"Seen in {name}")) for name in names]
    briefing = making.briefing(making.section("one", "One", *content), charts=charts)
    paper = write(briefing, tmp_path / "headed.pdf")
    body = " ".join(page.partition("List of figures")[0] for page in paper.pages)
    tops: dict[str, tuple[int, float]] = {}
    with pypdfium2.PdfDocument(paper.path) as document:
        for at, page in enumerate(document):
            text = page.get_textpage()
            for name in names:
                for words in (f"Heading of {name}", f"Seen in {name}"):
                    found = text.search(words).get_next()
                    if found is not None:
                        tops.setdefault(words, (at, -text.get_charbox(found[0])[3]))
    assert body.count("Seen in") == len(names)
    for name in names:
        assert tops[f"Heading of {name}"] < tops[f"Seen in {name}"], name


@pytest.mark.longer
def test_floats_are_read_where_they_are_written(strewn: Written) -> None:
    said = words_of(gate.read(strewn.path).reading("Note", "Figure"))
    assert said == planned_words(strewn.plan)


@pytest.mark.longer
def test_no_float_stands_between_the_lines_of_a_paragraph(strewn: Written) -> None:
    page, body = geometry("A4", making.house_theme()), making.house_theme().paper.body
    cut = dict(sheets.parted(sheets.sheets(strewn.path, page.bottom, page.height), body))
    assert len(cut) > 1
    assert not any(cut.values()), cut


def referred(kind: str, name: str) -> Run:
    """A cross-reference as the resolver leaves it."""
    reference = CrossReference(kind, name, making.HERE)  # type: ignore[arg-type]
    return Run(str(reference), refers=reference, place=making.HERE)


def test_a_cross_reference_prints_the_number_and_leads_to_it(tmp_path: Path) -> None:
    prose = making.prose(
        "Compare ", referred("fig", "journeys_chart"), ", ", referred("tbl", "short"), " and ",
        referred("sec", "curves"), ".",
    )  # fmt: skip
    heading = blocks.Heading(2, making.says("Gentle curves"), "curves", making.HERE)
    content = [prose, blocks.ChartUse("journeys_chart", making.HERE)]
    content += [blocks.TableUse("short", making.HERE), heading, making.prose("Words.")]
    section = making.section("one", "One", *content)
    briefing = making.briefing(section, charts=[making.chart()], tables=[making.table("short", 2)])
    paper = write(briefing, tmp_path / "crossed.pdf")
    assert "Compare Figure 1, Table 1 and section “Gentle curves”." in paper.pages[0]
    owned = {entry.text: entry.form for entry in paper.ledger if entry.form == "reference"}
    assert set(owned) == {"Figure\u00a01", "Table\u00a01", "section “Gentle curves”"}


@pytest.mark.longer
def test_more_than_five_figures_have_a_list_in_long_papers_alone(tmp_path: Path) -> None:
    use = blocks.ChartUse("journeys_chart", making.HERE)
    for count, listed in ((5, False), (6, False), (30, True)):
        section = making.section("one", "One", *[use] * count)
        briefing = making.briefing(section, charts=[making.chart()])
        text = " ".join(write(briefing, tmp_path / f"{count}.pdf").pages)
        assert ("List of figures" in text) is listed
        assert ("Figure 1: The mainland sells twice as many journeys" in text) is listed


def noted(notes: str) -> tuple[blocks.Section, PageLayout]:
    content = [making.prose(PARAGRAPHS[0]), making.prose("Commuters", making.mark(1), " do.")]
    section = making.section("one", "One", *content, *map(making.prose, PARAGRAPHS * 3))
    return section, PageLayout(notes=notes)


def test_notes_stand_at_the_foot_of_the_page_that_marks_them(tmp_path: Path) -> None:
    from builder.model.briefing import Note

    note = Note(1, making.says("The count begins with the first train."), making.HERE)
    for where, heading in (("page", False), ("end", True)):
        section, layout = noted(where)
        briefing = replace(making.briefing(section), notes=(note,))
        briefing = replace(briefing, meta=replace(briefing.meta, layout=layout))
        paper = write(briefing, tmp_path / f"{where}.pdf")
        marked = next(n for n, page in enumerate(paper.pages) if "Commuters1 do." in page)
        found = next(n for n, page in enumerate(paper.pages) if "The count begins" in page)
        assert (marked == found) is not heading
        assert any(" Notes 1." in page for page in paper.pages) is heading


@pytest.mark.longer
def test_two_columns_hold_the_same_words(tmp_path: Path) -> None:
    section = exhibits(7)
    tables = [making.table("short", 5)]
    briefing = making.briefing(section, charts=[making.chart()], tables=tables)
    wide = write(briefing, tmp_path / "one.pdf")
    layout = PageLayout(columns=2)
    narrow = write(
        replace(briefing, meta=replace(briefing.meta, layout=layout)), tmp_path / "two.pdf"
    )
    words = [sorted(re.findall(r"[a-z]{4,}", " ".join(p.pages).lower())) for p in (wide, narrow)]
    assert len(set(words[0]) ^ set(words[1])) < 8
    assert " ".join(narrow.pages).count("impassable.") == " ".join(wide.pages).count("impassable.")


def test_the_inner_margin_is_widened_for_binding() -> None:
    theme = making.house_theme()
    plain = geometry("A4", theme)
    bound = geometry("A4", theme, PageLayout(binding_mm=10))
    assert bound.left_of(1) - bound.left_of(2) == pytest.approx(10 / 25.4 * 72)
    assert plain.width - bound.width == pytest.approx(10 / 25.4 * 72)


def test_the_hairlines_at_head_and_foot_are_as_wide_as_the_text_on_left_hand_pages_too(
    tmp_path: Path,
) -> None:
    briefing = making.briefing(making.section("long", "Long", *map(making.prose, PARAGRAPHS * 3)))
    layout = PageLayout(binding_mm=10)
    bound = replace(briefing, meta=replace(briefing.meta, layout=layout))
    area = geometry("A4", making.house_theme(), layout)
    with pikepdf.open(write(bound, tmp_path / "bound.pdf").path) as pdf:
        for number, page in enumerate(pdf.pages[1:], start=2):
            code = page.Contents.read_bytes().decode("latin-1")
            found = [tuple(map(float, each)) for each in re.findall(_LINE, code)]
            wide = [(x, to) for x, y, to, up in found if y == up and to - x > 0.9 * area.width]
            left = area.left_of(number)
            assert wide == [pytest.approx((left, left + area.width), abs=0.01)] * len(wide), number
            assert wide


@pytest.mark.parametrize("much", share(range(8), 4))
def test_a_heading_over_a_wide_table_alone_stands_on_its_page(much: int, tmp_path: Path) -> None:
    words = [making.prose(PARAGRAPHS[at % len(PARAGRAPHS)]) for at in range(6 + much)]
    charts = [making.chart(f"chart{at}") for at in range(7)]
    body = [
        each
        for pair in zip(words, charts, strict=False)
        for each in (pair[0], blocks.ChartUse(pair[1].id, making.HERE))
    ]
    first = making.section("first", "First", *body, *words)
    last = making.section("last", "Only a table", blocks.TableUse("wide", making.HERE))
    made = making.briefing(first, last, charts=charts, tables=[making.table("wide", 9)])
    made = replace(made, meta=replace(made.meta, layout=PageLayout(columns=2)))
    paper = write(made, tmp_path / "wide.pdf")
    (page,) = [
        text
        for text in paper.pages[1:]
        if re.search(r"(?m)Only a table\s*$", text) and "Table 1" in text
    ] or [""]
    assert page, "the heading stands on another page than its table"
    assert page.index("Only a table") < page.index("Table 1")
    listed = page.find("List of figures")
    assert listed < 0 or page.index("Table 1") < listed
