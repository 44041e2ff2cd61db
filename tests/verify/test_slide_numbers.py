"""A slide that was moved prints another number of itself, and nothing else of it is a number."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from builder.model.ledger import LedgerPlace
from builder.project import build
from builder.verify import read_deck
from builder.verify.slides import match
from tests.shares import examples

SMALL = Path(__file__).parents[1] / "cases" / "small"


def deck(values: list[int]) -> list[LedgerPlace]:
    """Return what slides say, each with a number of its own and a chart's value."""
    return [
        place
        for page, value in enumerate(values, 1)
        for place in (
            LedgerPlace(
                page, "body", "Title", "paragraph", chr(96 + page) * 3 + " " + chr(96 + page) * 5
            ),
            LedgerPlace(page, "chart", "Chart", "series 1, point 1", str(value)),
            LedgerPlace(page, "body", "Number", "paragraph", str(page), numbers=True),
        )
    ]


@st.composite
def moved(draw: st.DrawFn) -> tuple[list[LedgerPlace], list[LedgerPlace], list[LedgerPlace]]:
    """Return a deck, the same with its slides in another order, and that with a value changed."""
    count = draw(st.integers(2, 7))
    numbers = st.integers(1, count)
    made = deck(draw(st.lists(numbers, min_size=count, max_size=count)))
    order = draw(st.permutations(range(1, count + 1)))
    now = [
        replace(place, page=at, text=str(at) if place.numbers else place.text)
        for at, was in enumerate(order, 1)
        for place in made
        if place.page == was
    ]
    values = [at for at, place in enumerate(now) if place.channel == "chart"]
    at, value = draw(st.sampled_from(values)), draw(numbers)
    edited = [replace(p, text=str(value)) if n == at else p for n, p in enumerate(now)]
    return made, now, edited


def said(places: tuple[LedgerPlace, ...] | list[LedgerPlace]) -> set[tuple[int, str, str]]:
    return {(place.page, place.within, place.text) for place in places}


@given(moved())
@settings(max_examples=examples(200))
def test_values_of_moved_slides_that_equal_slide_numbers_stay_what_they_are(
    decks: tuple[list[LedgerPlace], list[LedgerPlace], list[LedgerPlace]],
) -> None:
    made, now, edited = decks
    assert said(match(made, now).places) == said(made)
    changed = {(place.within, place.text) for place in edited if place.channel == "chart"}
    told = {(place.within, place.text) for place in match(made, edited).places}
    assert changed <= told


def test_a_deck_says_which_of_its_words_are_numbers_of_slides(tmp_path: Path) -> None:
    build(SMALL, tmp_path, ("deck",))
    (path,) = tmp_path.glob("*.pptx")
    numbers = [place for place in read_deck(path).places if place.numbers]
    assert all(place.text == str(place.page) for place in numbers)
    shown = [
        number
        for number, slide in enumerate(Presentation(str(path)).slides, 1)
        if any("slidenum" in shape._element.xml for shape in slide.shapes)
    ]
    assert shown
    assert [place.page for place in numbers] == shown
