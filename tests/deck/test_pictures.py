"""Pictures of slides say what the slides say, where the slides say it."""

from __future__ import annotations

import pytest

from builder.deck import DeckPlan, write_deck
from builder.model.handout import Handout
from tests.deck.corpus import corpus
from tests.deck.making import planned, showcase, theme
from tests.deck.pictured import drawn, views
from tests.deck.rendered_text import Found, Page, charts_of, common, match, out_of, pages, slides

# Ink reaches beyond the width that letters advance: an italic's end, a J's hook.
BEARING = 1.0
TOUCH = 0.5


@pytest.fixture(scope="module")
def plan() -> DeckPlan:
    return planned(showcase())


@pytest.fixture(scope="module")
def shown(plan: DeckPlan) -> Handout:
    return views(plan)


@pytest.fixture(scope="module")
def every_length(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[object, Page]]:
    """The corpus: each slide as the finished deck has it, with its picture's characters."""
    folder = tmp_path_factory.mktemp("corpus")
    plan = planned(corpus())
    write_deck(plan, theme(), folder / "deck.pptx")
    pdf = drawn((view.picture for view in views(plan).slides), folder / "pictures.pdf")
    return list(zip(slides(folder / "deck.pptx"), pages(pdf), strict=True))


def test_text_of_any_length_is_drawn_whole_inside_its_box_and_clear_of_others(
    every_length: list[tuple[object, Page]],
) -> None:
    for number, (slide, page) in enumerate(every_length, 1):
        found, missing = match(slide, page)  # type: ignore[arg-type]
        assert not missing, (number, missing)
        spilt = [each for each in found if out_of(each.drawn, each.held.box) > BEARING]
        assert not spilt, (number, spilt)
        frames = charts_of(slide)  # type: ignore[arg-type]
        rest = page.left_over()
        outside = [
            text
            for text, box in rest
            if text.strip("•–0123456789.") and all(out_of(box, frame) > 0 for frame in frames)
        ]
        assert not outside, (number, outside)
        assert not _meeting(found), number


def _meeting(found: list[Found]) -> list[tuple[str, str]]:
    return [
        (one.held.where, other.held.where)
        for at, one in enumerate(found)
        for other in found[at + 1 :]
        if common(one.drawn, other.drawn) > TOUCH
    ]
