"""LibreOffice draws the deck: every word stands inside the box that was planned for it."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from builder.model.briefing import Briefing
from builder.outputs.pptx import DeckPlan, write_deck
from builder.outputs.pptx.plan.deck import SlideGrid
from builder.outputs.pptx.plan.model import FilledForm, GroupItem, PlannedSlide, TextItem
from builder.units import Box
from tests.outputs.pptx.making import (
    briefing,
    listed,
    planned,
    question,
    said,
    showcase_plan,
    slide,
    table,
    table_use,
    theme,
)
from tests.rendering.render import pdf_of_deck
from tests.shares import share

SLACK = 1.5
# A word's box in the PDF is higher than its line: by this share of its height, on either side.
FONT = 0.15
WORD = "{http://www.w3.org/1999/xhtml}word"
PAGE = "{http://www.w3.org/1999/xhtml}page"


def words_by_page(pdf: Path) -> list[list[tuple[str, Box]]]:
    """Return each rendered slide's words and their boxes."""
    page = pdf.with_suffix(".html")
    subprocess.run(["pdftotext", "-bbox", str(pdf), str(page)], check=True)
    root = etree.parse(page, etree.XMLParser(recover=True)).getroot()
    return [[(word.text or "", _box(word)) for word in each.iter(WORD)] for each in root.iter(PAGE)]


def _box(word: etree._Element) -> Box:
    left, top, right, foot = (float(word.get(key, "")) for key in ("xMin", "yMin", "xMax", "yMax"))
    return Box(left, top, right - left, foot - top)


def boxes(planned_slide: PlannedSlide, plan: DeckPlan) -> Iterator[Box]:
    """Yield every box of a slide in which text may stand."""
    grid = SlideGrid(plan.size)
    layout = plan.master.layouts[planned_slide.layout]
    places = {index: place.box for index, place in layout.places.items()}
    yield planned_slide.title_box
    yield grid.footer
    yield grid.number
    for item in planned_slide.items:
        if isinstance(item, TextItem):
            yield item.box or places[item.placeholder]
        elif isinstance(item, GroupItem):
            yield from (shape.box for shape in item.shapes if isinstance(shape, FilledForm))
        else:
            yield item.box


def inside(word: Box, box: Box) -> bool:
    return (
        word.left >= box.left - SLACK
        and word.top >= box.top - SLACK - FONT * word.height
        and word.left + word.width <= box.left + box.width + SLACK
        and word.top + word.height * (1 - FONT) <= box.top + box.height + SLACK
    )


def drawn(plan: DeckPlan, folder: Path) -> Path:
    """Return the PDF that LibreOffice makes of a deck."""
    write_deck(plan, theme(), folder / "deck.pptx")
    return pdf_of_deck(folder / "deck.pptx", folder)


def spilled(plan: DeckPlan, pdf: Path) -> list[tuple[int, str, Box]]:
    """Return the words that stand in no box, with their slides."""
    pages = words_by_page(pdf)
    assert len(pages) == len(plan.slides)
    return [
        (each.number, text, word)
        for each, page in zip(plan.slides, pages, strict=True)
        for text, word in page
        if not any(inside(word, box) for box in boxes(each, plan))
    ]


@pytest.mark.longer
@pytest.mark.rendering
@pytest.mark.parametrize("size", share(["16:9", "4:3"], 2))
def test_every_word_of_the_showcase_stands_in_its_box(size: str, tmp_path: Path) -> None:
    plan = showcase_plan(size)
    assert spilled(plan, drawn(plan, tmp_path)) == []


@pytest.mark.longer
@pytest.mark.rendering
def test_text_of_any_length_stands_in_its_box(tmp_path: Path) -> None:
    plan = planned(any_length())
    assert spilled(plan, drawn(plan, tmp_path)) == []


def any_length() -> Briefing:
    """Return slides of points, tables and questions, from short to long."""
    chance = random.Random(7)
    lexicon = ("a", "of", "the", "trade-off", "semiconductors", "w/o", "Ukraine’s", "energy", "it")

    def text(longest: int) -> str:
        return " ".join(chance.choice(lexicon) for _ in range(chance.randint(2, longest)))

    def rows(count: int) -> list[list[str]]:
        return [[text(3), text(12), text(6)] for _ in range(count)]

    tables = tuple(table(f"table {n}", ("One", "Two", "Three"), rows(n)) for n in range(1, 9))
    slides = [
        slide(f"{text(9)} {n}", listed(*(text(30) for _ in range(n)), (text(9), (text(20),))))
        for n in range(1, 15)
    ]
    slides += [slide(f"{text(6)} {t.name}", table_use(t.name)) for t in tables]
    slides += [slide(f"{n} {text(5)}", question(text(20), said(text(60)))) for n in range(6)]
    return briefing(*slides, tables=tables)
