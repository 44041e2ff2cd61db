"""What belongs together stands together: rows, contents, notes, and the floats of a section."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.blocks.sidenote import SideNote
from builder.model import blocks
from builder.model.arranging import RowKind, TableShape
from builder.model.briefing import Briefing
from builder.model.figure import Source
from builder.model.table import ResolvedTable
from builder.outputs.pdf.write.context import geometry
from tests.outputs.pdf import making, sheets
from tests.outputs.pdf.conftest import Written, write
from tests.outputs.pdf.prose import PARAGRAPHS
from tests.shares import share

GROUPS = 11


def grouped() -> ResolvedTable:
    """A table of groups of two stations each, under the name of their line."""
    table = making.table("long", 3 * GROUPS)
    kinds: tuple[RowKind, ...] = ("group", "row", "row") * GROUPS
    rows = tuple(
        (making.says(f"Line {at // 3 + 1}"), (), ()) if kind == "group" else row
        for at, (row, kind) in enumerate(zip(table.rows, kinds, strict=True))
    )
    return replace(table, rows=rows, shape=TableShape(kinds=kinds))


def registering(count: int, *above: Any) -> Briefing:
    """Return a briefing of so many figures, printed below other content."""
    ids = [f"slate-{number}" for number in range(count)]
    used = making.prose(*(making.figure(id, "12 ") for id in ids))
    briefing = making.briefing(making.section("one", "One", *above, used))
    slate, printed = briefing.figures["slate"], briefing.printed["slate"]
    return replace(
        briefing,
        figures={id: replace(slate, id=id) for id in ids},
        printed=dict.fromkeys(ids, printed),
    )


def below(lines: int, *content: Any, path: Path, **held: Any) -> Written:
    """Return a paper in which content stands below so many short paragraphs."""
    above = [making.prose(f"Line of words, short, the {at}th.") for at in range(lines)]
    return write(making.briefing(making.section("one", "One", *above, *content), **held), path)


@pytest.mark.parametrize("lines", share([12, 13, 14, 15, 16, 17, 18, 19], 8, 2))
def test_a_long_table_begins_with_four_rows_or_overleaf(lines: int, tmp_path: Path) -> None:
    table = blocks.TableUse("long", making.HERE)
    paper = below(lines, table, path=tmp_path / "long.pdf", tables=[grouped()])
    first = next(page for page in paper.pages if "Station Journeys Remark" in page)
    rows = re.findall(r"Line \d+(?! of)|Station [A-Z][a-z] [\d,]+", first)
    assert len(rows) >= 4


@pytest.mark.parametrize("rows", [4, 8])
@pytest.mark.parametrize("captioned", [True, False])
@pytest.mark.parametrize("lines", share([15, 16, 17, 18], 4, 1))
def test_a_short_table_stands_on_one_page(
    lines: int, captioned: bool, rows: int, tmp_path: Path
) -> None:
    """Whether its words stand in the margin, or there are none but its source.

    Where that would leave a fifth of a page empty, it may be divided all the same.
    """
    short = making.table("short", rows)
    short = short if captioned else replace(short, caption=(), note=())
    use = blocks.TableUse("short", making.HERE)
    paper = below(lines, use, path=tmp_path / "short.pdf", tables=[short])
    assert sum("Station Journeys Remark" in page for page in paper.pages) == 1


@pytest.mark.parametrize("rows", share([17, 18, 54, 55, 56, 57], 6, 3))
def test_a_long_table_ends_with_four_rows_on_a_page(rows: int, tmp_path: Path) -> None:
    use = blocks.TableUse("long", making.HERE)
    table = making.table("long", rows)
    paper = below(6, use, path=tmp_path / "long.pdf", tables=[table])
    said = [len(re.findall(r"Station [A-Z][a-z] [\d,]+", page)) for page in paper.pages]
    parts = [count for count in said if count]
    assert sum(parts) == rows
    assert len(parts) == 1 or parts[-1] >= 4


def test_a_group_that_goes_on_overleaf_says_so(tmp_path: Path) -> None:
    rest: tuple[RowKind, ...] = ("row",)
    kinds: tuple[RowKind, ...] = ("group", *rest * 40)
    whole = making.table("long", 40)
    rows = ((making.says("Line 1"), (), ()), *whole.rows)
    table = replace(whole, rows=rows, shape=TableShape(kinds=kinds))
    use = blocks.TableUse("long", making.HERE)
    paper = below(4, use, path=tmp_path / "group.pdf", tables=[table])
    _, *further = (page for page in paper.pages if "Station Journeys Remark" in page)
    assert further
    for page in further:
        assert "Line 1 (continued)" in page


def test_the_register_says_which_sources_figures_go_on_overleaf(tmp_path: Path) -> None:
    pages = write(registering(60), tmp_path / "register.pdf").pages
    first, second, *_ = (page for page in pages if "Figure Subject As of" in page)
    assert "Source: Island survey (continued)" in second
    assert "(continued)" not in first


@pytest.mark.parametrize("lines", share([8, 10, 37, 39, 41], 5, 3))
def test_the_registers_heading_stands_on_the_page_of_its_first_figures(
    lines: int, tmp_path: Path
) -> None:
    above = [making.prose(f"Line of words, short, the {at}th.") for at in range(lines)]
    pages = write(registering(20, *above), tmp_path / "register.pdf").pages
    (page,) = (words for words in pages if "Register of figures Every figure" in words)
    assert "Figure Subject As of" in page


def test_contents_that_would_go_on_overleaf_stand_in_two_columns(tmp_path: Path) -> None:
    sections = [
        making.section(f"part-{at}", f"Part {at}", making.prose(PARAGRAPHS[0])) for at in range(36)
    ]
    paper = write(making.briefing(*sections), tmp_path / "contents.pdf")
    (contents,) = (page for page in paper.pages[:3] if re.search(r"Part 0 \d", page))
    assert re.search(r"Part 35 \d+", contents)


@pytest.mark.parametrize("paragraphs", share([1, 2, 3, 4, 5, 6], 6, 2))
def test_a_note_stands_on_a_page_of_its_section(paragraphs: int, tmp_path: Path) -> None:
    """Where the margin has no room for it, it stands in the column."""
    note = SideNote(making.HERE, making.says("Aside"), (making.says(PARAGRAPHS[4]),))
    above = [making.prose(PARAGRAPHS[at % 5]) for at in range(paragraphs)]
    first = making.section(
        "one", "One", *above, blocks.ChartUse("journeys_chart", making.HERE), note
    )
    after = making.section("two", "Second part", making.prose(PARAGRAPHS[1]))
    briefing = making.briefing(first, after, charts=[making.chart()])
    pages = write(briefing, tmp_path / "note.pdf").pages
    (page,) = (at for at, words in enumerate(pages) if "Aside" in words)
    (ends,) = (at for at, words in enumerate(pages) if "Source: Survey of the" in words)
    assert page <= ends


@pytest.mark.parametrize("paragraphs", share([2, 3, 4, 5, 6], 5, 2))
def test_no_heading_that_ends_their_section_is_passed_by_charts(
    paragraphs: int, tmp_path: Path
) -> None:
    above = [making.prose(PARAGRAPHS[at % 5]) for at in range(paragraphs)]
    chart = blocks.ChartUse("journeys_chart", making.HERE)
    two = [
        blocks.Heading(2, making.says("First matter"), "first", making.HERE),
        *above,
        chart,
        making.prose(PARAGRAPHS[2]),
        chart,
        blocks.Heading(2, making.says("Second matter"), "second", making.HERE),
        *(making.prose(words) for words in PARAGRAPHS),
    ]
    section = making.section("one", "One", making.prose(PARAGRAPHS[0]), *two)
    paper = write(making.briefing(section, charts=[making.chart()]), tmp_path / "passed.pdf")
    words = " ".join(paper.pages[1:] if "Second matter" not in paper.pages[0] else paper.pages)
    body = words.partition("Register of figures")[0]
    assert body.index("Figure 2") < body.rindex("Second matter")


@pytest.mark.parametrize("lines", share([*range(14, 30, 2)], 8))
def test_a_long_table_passes_no_short_one_that_waits(lines: int, tmp_path: Path) -> None:
    uses = [blocks.TableUse(name, making.HERE) for name in ("short", "long")]
    tables = [making.table("short", 12, "Few stations"), making.table("long", 24, "More stations")]
    paper = below(lines, *uses, path=tmp_path / "order.pdf", tables=tables)
    page = geometry("A4", making.house_theme())
    found = [
        line.text
        for sheet in sheets.sheets(paper.path, page.bottom, page.height)
        for line in sheet.lines
        if line.text in ("Table 1", "Table 2")
    ]
    assert found == ["Table 1", "Table 2"]


@pytest.mark.parametrize("count", share([10, 11, 12, 13], 4, 2))
def test_a_source_stands_on_the_page_where_the_list_of_its_figures_begins(
    count: int, tmp_path: Path
) -> None:
    briefing = registering(60)
    ids = dict.fromkeys(briefing.figures, briefing.printed["slate-0"])
    printed = {
        id: {**held, "label": making.says(f"Waggons of slate at quay {'ABCDE'[at % 5] * (at + 1)}")}
        for at, (id, held) in enumerate(ids.items())
    }
    others = {f"s{at}": Source(f"s{at}", f"Count of {'ABCDEFGHIJKLM'[at]}") for at in range(count)}
    lines = [making.prose(f"Line of words, short, the {at}th.") for at in range(6)]
    (section,) = briefing.sections
    section = replace(section, blocks=(*lines, *section.blocks))
    sources = {**others, **briefing.sources}
    briefing = replace(briefing, printed=printed, sources=sources, sections=(section,))
    pages = write(briefing, tmp_path / "sources.pdf").pages
    (page,) = (words for words in pages if "Island Statistical Office" in words)
    assert "Figures: Waggons of slate" in page
