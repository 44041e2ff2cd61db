"""The finished paper, opened again: pages, furniture, links, outline, register, fonts."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from builder.model.text import plain
from builder.outputs.pdf.plan import items
from builder.verify.carried import parse
from tests.outputs.pdf import making
from tests.outputs.pdf.conftest import Written, write

_STANDARD = re.compile(r"/(Helvetica|Times|Courier|Symbol|ZapfDingbats)")


def heads(paper: Written) -> list[tuple[str, int]]:
    """The headings as the outline gives them, with their pages."""
    with pypdfium2.PdfDocument(paper.path) as document:
        return [(mark.get_title(), mark.get_dest().get_index() + 1) for mark in document.get_toc()]


def test_the_first_page_opens_with_title_panel_and_contents(paper: Written) -> None:
    opening = paper.pages[0]
    for said in (
        "Institute for Invented Transport The island's railway: what it carries, and for whom",
        "A. Porter, M. Weichselbaum · June 2024 At a glance",
        "At a glance ≥41,200 Journeys begun on the island 2023 62%",
        "Contents 1 Summary 1",
    ):
        assert said in opening


def test_every_page_says_its_number_and_how_many_there_are(paper: Written) -> None:
    for number, text in enumerate(paper.pages, start=1):
        assert f"Page {number} of {len(paper.pages)}" in text
        assert f"Institute for Invented Transport · Edition 2 Page {number}" in text


def test_the_fingerprint_stands_in_the_imprint_alone(paper: Written) -> None:
    *before, last = paper.pages
    assert not any("3fa9c1d2" in page for page in before)
    assert last.count("3fa9c1d2") == 1
    assert "Edition 2 · Fingerprint: 3fa9c1d2" in last


def test_the_header_names_title_and_section_on_every_page_but_the_first(paper: Written) -> None:
    title = "The island's railway: what it carries, and for whom"
    assert paper.pages[0].count(title) == 1
    assert all(title in page for page in paper.pages[1:])
    goods = "Goods and the mainland"
    start = dict(heads(paper))[f"3 {goods}"]
    assert goods in paper.pages[start]


def test_the_contents_give_the_page_of_every_section(paper: Written) -> None:
    pages = dict(heads(paper))
    (contents,) = (item for item in paper.plan.items if isinstance(item, items.Contents))
    assert len(contents.entries) == 8
    for entry in contents.entries:
        title = " ".join(filter(None, (plain(entry.number), plain(entry.text))))
        assert f"{title} {pages[title]} " in paper.pages[0]
        assert title in paper.pages[pages[title] - 1]


def test_the_outline_follows_the_headings_and_their_levels(paper: Written) -> None:
    with pypdfium2.PdfDocument(paper.path) as document:
        outline = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    assert outline[:12] == [
        (0, "The island's railway: what it carries, and for whom"),
        (1, "At a glance"),
        (1, "Contents"),
        (1, "1 Summary"),
        (2, "Note: What this paper rests on"),
        (1, "2 Passengers: from timber to timetables"),
        (2, "The long tunnel"),
        (3, "The railway in a year"),
        (1, "3 Goods and the mainland"),
        (2, "Counting differently"),
        (3, "On either side of the water"),
        (4, "Warning: Read with care"),
    ]
    assert outline[-1] == (1, "Register of figures")


def test_the_register_gives_the_pages_on_which_each_figure_truly_stands(paper: Written) -> None:
    start = dict(heads(paper))["Register of figures"]
    before = paper.pages[: start - 1]
    cut = paper.pages[start - 1].split("Every figure of this paper")
    rows = " ".join(cut[-1:] + paper.pages[start:])
    before.append(cut[0])
    texts = {"journeys": ("41,200",), "slate": ("380",), "tunnel": ("7 million", ">7m")}
    for figure, said in texts.items():
        found = [n for n, page in enumerate(before, 1) if any(text in page for text in said)]
        numbers = ", ".join(map(str, found))
        label = making.PRINTED[figure][2]
        row = rows[rows.index(label) :]
        assert re.search(rf"(confirmed|reported|believed) {numbers} ", row)[0] in row[:90], figure


def test_the_register_leads_to_the_pages_and_gives_the_slides(paper: Written) -> None:
    row = next(page for page in paper.pages if "Journeys begun on the island 2023 reported" in page)
    assert re.search(r"reported [\d, ]+ 2, 5 ", row)
    targets = {target for target, _ in inner_links(paper)}
    assert {"use:journeys:1", "use:share:1", "source:survey", "source:unstated"} <= targets


def inner_links(paper: Written) -> Iterator[tuple[str, int]]:
    """Yield the name and the page of every place that a link of the paper leads to."""
    with pikepdf.open(paper.path) as pdf:
        places = dict(pikepdf.NameTree(pdf.Root.Names.Dests))
        pages = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        for page in pdf.pages:
            for annotation in page.get("/Annots", []):
                if "/Dest" in annotation:
                    name = str(annotation.Dest)
                    yield name, pages[places[name][0].objgen]


def test_a_note_mark_leads_to_its_note_and_the_note_back(paper: Written) -> None:
    links = dict(inner_links(paper))
    assert "The count begins with the first train" in paper.pages[links["note:1"] - 1]
    assert "were made by commuters.1" in paper.pages[links["mark:1"] - 1]


def test_links_within_the_paper_lead_to_their_heading(paper: Written) -> None:
    assert dict(inner_links(paper))["tunnel"] == dict(heads(paper))["The long tunnel"]


def test_addresses_of_sources_are_printed_in_full_and_linked(paper: Written) -> None:
    url = making.SOURCES["survey"].url
    assert any(url in page.replace(" ", "") for page in paper.pages)
    with pikepdf.open(paper.path) as pdf:
        linked = {
            str(annotation.A.URI)
            for page in pdf.pages
            for annotation in page.get("/Annots", [])
            if "/A" in annotation
        }
    assert {url, "https://statistics.example/railway"} <= linked


def test_every_font_is_embedded_and_none_is_one_of_the_standard_fourteen(paper: Written) -> None:
    with pikepdf.open(paper.path) as pdf:
        fonts = [item for item in pdf.objects if _is(item, "/Font")]
        assert len(fonts) >= 4
        for font in fonts:
            assert not _STANDARD.match(str(font.BaseFont)), font.BaseFont
            assert "/FontFile2" in font.FontDescriptor


def _is(item: object, kind: str) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == kind


def test_the_file_says_what_it_is(paper: Written) -> None:
    with pikepdf.open(paper.path) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
        assert str(pdf.docinfo.Title) == "The island's railway: what it carries, and for whom"
        assert str(pdf.docinfo.CreationDate) == "D:20240601000000Z"
        assert "/Trans" not in pdf.pages[0]
        with pdf.open_metadata() as xmp:
            assert xmp["dc:creator"] == ["A. Porter", "M. Weichselbaum"]
            assert set(xmp["dc:language"]) == {"en-GB"}


def test_the_ledger_rides_along_and_says_what_the_writer_said(paper: Written) -> None:
    with pikepdf.open(paper.path) as pdf:
        attached = pdf.attachments["paperdeck-ledger.json"].get_file().read_bytes()
    assert json.loads(attached)["format"] == 2
    carried = parse(attached, "paper")
    assert not carried.problems
    assert (carried.slug, carried.fingerprint) == ("railway", paper.plan.fingerprint)
    assert Counter(carried.entries) == Counter(paper.ledger)


def test_every_entry_of_the_ledger_stands_on_its_page(paper: Written) -> None:
    # What is heard alone is said in words: `test_spoken` holds it to what is printed.
    for entry in (each for each in paper.ledger if "spoken" not in each.form.split("|")):
        said, page = entry.text.replace(" ", ""), paper.pages[entry.page - 1].replace(" ", "")
        assert "".join(said.split()) in page, entry


def test_no_digit_stands_on_a_page_that_the_ledger_does_not_know(paper: Written) -> None:
    for number, page in enumerate(paper.pages, start=1):
        left = page
        known = [entry.text for entry in paper.ledger if entry.page == number]
        for text in sorted(known, key=len, reverse=True):
            left = left.replace(" ".join(text.split()), "", 1)
        left = left.replace(making.SOURCES["survey"].url, "")
        assert re.findall(r"\S*\d\S*", left) == [], number


@pytest.mark.longer
def test_the_same_plan_gives_the_same_bytes(paper: Written, tmp_path: Path) -> None:
    again = write(making.full_briefing(), tmp_path / "again.pdf", tmp_path / "cache")
    cached = write(making.full_briefing(), tmp_path / "cached.pdf", tmp_path / "cache")
    assert again.path.read_bytes() == paper.path.read_bytes()
    assert cached.path.read_bytes() == paper.path.read_bytes()


def test_letter_paper_has_the_size_of_letter_paper(tmp_path: Path) -> None:
    section = making.section("one", "One", making.prose("Words."))
    letter = write(making.briefing(section, page="Letter"), tmp_path / "letter.pdf")
    with pypdfium2.PdfDocument(letter.path) as document:
        assert document[0].get_size() == (612, 792)


def test_anchors_beyond_ascii_can_be_led_to(tmp_path: Path) -> None:
    from builder.model import blocks
    from builder.model.text import Run

    heading = blocks.Heading(2, making.says("Тунель"), "тунель", making.HERE)
    linked = making.prose(Run("тунель", link="#тунель"))
    section = making.section("залізниця", "Залізниця", linked, heading, linked)
    paper = write(making.briefing(section, language="uk"), tmp_path / "uk.pdf")
    assert "x" + "тунель".encode().hex() in dict(inner_links(paper))
    assert "Сторінка 1 з 1" in paper.pages[0]


def test_a_bookmark_says_a_heading_without_where_its_words_may_be_divided(tmp_path: Path) -> None:
    section = making.section("soft", "The is\u00adland rail\u00adway", making.prose("It runs."))
    written = write(making.briefing(section), tmp_path / "soft.pdf")
    with pypdfium2.PdfDocument(written.path) as document:
        titles = [mark.get_title() for mark in document.get_toc()]
    assert "The island railway" in titles
