"""Pictures of slides say what the slides say, where the slides say it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from pptx.slide import Slide

from builder.charts.native import ChartType
from builder.model.displaylist import Text
from builder.outputs.handout import Handout, handout
from builder.outputs.handout.charts import RULES
from builder.outputs.pptx import DeckPlan, plan_deck, write_deck
from builder.problems import Problems
from tests.outputs.pptx import templates
from tests.outputs.pptx.corpus import corpus
from tests.outputs.pptx.making import briefing, listed, planned, showcase, slide, theme
from tests.outputs.pptx.pictured import drawn, views, whole
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
from tests.outputs.pptx.test_templates import on
from tests.rendering.render import pdf_of_deck

# A letter's ink may reach beyond the width that it advances.
BEARING = 1.0
TOUCH = 0.5
# How far LibreOffice may set a text elsewhere: it kerns, and places labels of charts by its own.
APART = 3.5
# Of the corpus, which LibreOffice draws whole elsewhere, so many slides are enough.
EVERY = 4


@pytest.fixture(scope="module")
def plan() -> DeckPlan:
    return planned(showcase())


@pytest.fixture(scope="module")
def shown(plan: DeckPlan) -> Handout:
    return views(plan)


def test_every_type_of_native_chart_has_a_rule() -> None:
    assert set(RULES) == set(get_args(ChartType))


@pytest.mark.longer
def test_text_of_any_length_is_drawn_whole_inside_its_box_and_clear_of_others(
    tmp_path: Path,
) -> None:
    made = corpus()
    (one,) = made.sections
    plan = planned(replace(made, sections=(replace(one, slides=one.slides[::EVERY]),)))
    write_deck(plan, theme(), tmp_path / "deck.pptx")
    pdf = drawn((view.picture for view in views(plan).slides), tmp_path / "pictures.pdf")
    held = slides(tmp_path / "deck.pptx")
    assert len(held) > 80
    for number, (each, page) in enumerate(zip(held, pages(pdf), strict=True), 1):
        found, missing = match(each, page)
        missing = [held for held in missing if held.where != "Footer"]  # it stands once a page
        assert not missing, (number, missing)
        spilt = [one for one in found if out_of(one.drawn, one.held.box) > BEARING]
        assert not spilt, (number, spilt)
        assert not _in_no_chart(each, page), number
        assert not _meeting(found), number


def _in_no_chart(held: Slide, page: Page) -> list[str]:
    """Return words that stand in no text box and no chart; bullets and numbers of points do."""
    return [
        text
        for text, box in page.left_over()
        if text.strip("•–0123456789.") and all(out_of(box, frame) > 0 for frame in charts_of(held))
    ]


def _meeting(found: list[Found]) -> list[tuple[str, str]]:
    return [
        (one.held.where, other.held.where)
        for at, one in enumerate(found)
        for other in found[at + 1 :]
        if common(one.drawn, other.drawn) > TOUCH
    ]


def test_every_number_that_a_slides_charts_print_is_in_its_picture(
    plan: DeckPlan, shown: Handout
) -> None:
    numbers = [e for e in plan.entries if e.channel == "chart" and e.kind in ("figure", "cell")]
    assert len(numbers) > 100
    for entry in numbers:
        picture = shown.slides[entry.page - 1].picture
        assert entry.text in [run.text for run in picture.printed], entry
        assert any(entry.text in text.text for text in whole(picture).texts), entry


@pytest.mark.longer
@pytest.mark.rendering
def test_every_text_stands_where_libreoffice_sets_it(
    plan: DeckPlan, shown: Handout, tmp_path: Path
) -> None:
    write_deck(plan, theme(), tmp_path / "deck.pptx")
    ours = pages(drawn((view.picture for view in shown.slides), tmp_path / "pictures.pdf"))
    theirs = pages(pdf_of_deck(tmp_path / "deck.pptx", tmp_path))
    compared = 0
    for each, here, there in zip(slides(tmp_path / "deck.pptx"), ours, theirs, strict=True):
        places = {id_of(found): found.drawn for found in match(each, there)[0]}
        for found in match(each, here)[0]:
            other = places[id_of(found)]
            assert abs(found.drawn.top - other.top) < APART, found
            assert abs(found.drawn.left - other.left) < APART, found
            compared += 1
    assert compared > 200


def id_of(found: Found) -> tuple[str, object]:
    return found.held.where, found.held.box


def test_a_character_that_the_font_lacks_is_named_once_with_its_place() -> None:
    problems = Problems()
    plan = plan_deck(briefing(slide("Tea", listed("茶 and 茶"))), theme(), problems)
    assert not problems.errors
    handout(plan, theme(), problems)
    (problem,) = problems.errors
    assert 'has no character U+8336 "茶"' in str(problem)


TINTED = "#888888"
"""Black at a tint of 75 %: subtitles and footers of the template that these are made of."""


@pytest.mark.parametrize("change", [templates.dark, templates.loud])
def test_slides_on_a_users_template_are_drawn_in_its_colours(change: templates.Change) -> None:
    made = on(briefing(slide("A title", listed("A point"))), templates.template(change))
    plan = plan_deck(made, theme(), Problems())
    assert plan.template is not None
    colours = plan.template.theme.colours
    for view in views(plan).slides:
        ground, *_ = whole(view.picture).operations
        assert not isinstance(ground, Text)
        assert getattr(ground, "fill", None) == colours.paper
        said = {text.colour for text in whole(view.picture).texts}
        assert said <= {colours.ink, colours.muted, TINTED}
