"""Hundreds of generated slides, drawn by LibreOffice: every text keeps to its box, with room left.

PowerPoint breaks lines by rules of its own, so boxes are not merely kept to: text that is drawn
must leave a share of its box's height free, and only the bearings of letters may stand out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from builder.model.text import plain
from builder.outputs.pptx import DeckPlan, write_deck
from builder.outputs.pptx.plan.model import TextItem
from tests.outputs.pptx.corpus import corpus
from tests.outputs.pptx.making import briefing, complaints, listed, planned, slide, theme
from tests.outputs.pptx.rendered_text import (
    Found,
    Page,
    charts_of,
    common,
    match,
    out_of,
    pages,
    slides,
)
from tests.rendering.render import pdf_of_deck

MARGIN = 0.03
"""Share of a box's height that text leaves free at least."""

BEARING = 0.6
"""How far a letter's ink may stand out of its box, in points."""

TOUCH = 0.5
"""How far the ink of two texts may reach into each other before they count as meeting."""

LEAST_SLIDES = 200


@dataclass(frozen=True)
class Drawn:
    """A slide's number, its texts as drawn, what of them is missing, and its charts' own words."""

    number: int
    found: list[Found]
    missing: list[str]
    page: Page
    words: list[tuple[str, bool]]
    meeting: list[str]


@pytest.fixture(scope="module")
def plan() -> DeckPlan:
    return planned(corpus())


@pytest.fixture(scope="module")
def drawn(plan: DeckPlan, tmp_path_factory: pytest.TempPathFactory) -> list[Drawn]:
    folder = tmp_path_factory.mktemp("corpus")
    deck = folder / "deck.pptx"
    write_deck(plan, theme(), deck)
    both = zip(slides(deck), pages(pdf_of_deck(deck, folder)), strict=True)
    return [_drawn(number, slide, page) for number, (slide, page) in enumerate(both, 1)]


def _drawn(number: int, slide: object, page: Page) -> Drawn:
    found, missing = match(slide, page)  # type: ignore[arg-type]
    frames = charts_of(slide)  # type: ignore[arg-type]
    rest = page.left_over()
    words = [(text, any(out_of(box, frame) <= 0 for frame in frames)) for text, box in rest]
    inside = [(text, box) for (text, box), (_, held) in zip(rest, words, strict=True) if held]
    named = [(held.held.where, held.drawn) for held in found] + inside
    return Drawn(
        number,
        found,
        [f"{held.where}: {held.texts}" for held in missing],
        page,
        words,
        [
            f"{one} and {other}"
            for at, (one, box) in enumerate(named)
            for other, beside in named[at + 1 :]
            if common(box, beside) > TOUCH
        ],
    )


def _each(drawn: list[Drawn]) -> Iterator[tuple[int, Found]]:
    return ((each.number, found) for each in drawn for found in each.found)


def test_the_corpus_has_hundreds_of_slides_and_every_layout_of_content(plan: DeckPlan) -> None:
    assert len(plan.slides) >= LEAST_SLIDES
    layouts = {slide.layout for slide in plan.slides}
    asked = {"points", "chart", "chart-points", "figures", "table", "quote", "question"}
    assert asked <= layouts


def test_the_corpus_has_points_that_no_slide_holds_alone(plan: DeckPlan) -> None:
    texts = [
        plain(paragraph.runs)
        for each in plan.slides
        for item in each.items
        if isinstance(item, TextItem)
        for paragraph in item.paragraphs
    ]
    assert sum(text.startswith("… ") and text.endswith(" …") for text in texts) > 10


@pytest.mark.rendering
def test_every_text_of_the_corpus_is_drawn(drawn: list[Drawn]) -> None:
    assert [(each.number, each.missing) for each in drawn if each.missing] == []


@pytest.mark.rendering
def test_every_text_stays_in_its_box_with_room_to_spare(drawn: list[Drawn]) -> None:
    spilled = [
        (number, found.held.where, found.held.texts[0][:40])
        for number, found in _each(drawn)
        if out_of(found.drawn, found.held.box) > BEARING
        or found.drawn.height > (1 - MARGIN) * found.held.box.height
    ]
    assert spilled == []


@pytest.mark.rendering
def test_words_of_charts_stay_in_their_charts(drawn: list[Drawn]) -> None:
    # Bullets and numbers of points are text of no paragraph.
    outside = [
        (each.number, text)
        for each in drawn
        for text, inside in each.words
        if not inside and text.strip("•–0123456789.")
    ]
    assert outside == []


@pytest.mark.rendering
def test_no_text_meets_its_neighbour(drawn: list[Drawn]) -> None:
    assert [(each.number, each.meeting) for each in drawn if each.meeting] == []


def test_a_sentence_too_long_for_a_slide_of_its_own_is_an_error_with_its_place() -> None:
    (complaint,) = complaints(briefing(slide("Far too much", listed("and so on " * 500))))
    assert complaint.startswith("sections/one.md:7:1: error:")
    assert "does not fit on a slide" in complaint
