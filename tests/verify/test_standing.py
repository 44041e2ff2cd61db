"""Where shapes stand and how large they are: what is told of them when a deck was saved again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.model.ledger import Box, LedgerPlace
from builder.verify.standing import out_of_place

BAR = LedgerPlace(2, "look", "Gantt chart works", "shape", "area", box=(100, 50, 200, 20))
WORDS = LedgerPlace(
    2, "body", "Gantt chart works", "paragraph", "Quay", box=(10, 50, 80, 20), size=12
)

# Where the bar stands now, and what is told of it.
BARS: dict[str, tuple[Box, str]] = {
    "as made": ((100, 50, 200, 20), ""),
    "rounded": ((100.06, 49.94, 199.9, 20.09), ""),
    "at the end of what is forgiven": ((101.4, 50, 198.6, 20), ""),
    "moved": ((130, 50, 200, 20), "stands at 130, 50 points, made at 100, 50"),
    "moved down": ((100, 90, 200, 20), "stands at 100, 90 points, made at 100, 50"),
    "shortened": ((100, 50, 20, 20), "at 100, 50 points is 20 by 20 points large, made 200 by 20"),
    "made higher": ((100, 50, 200, 35), "at 100, 50 points is 200 by 35 points large"),
    "begins later": ((150, 50, 150, 20), "at 150, 50, made at 100, 50, is 150 by 20 points large"),
    "each edge within, both together not": ((101, 50, 201, 20), "is 201 by 20 points large"),
}


def told(made: list[LedgerPlace], now: list[LedgerPlace]) -> str:
    return "; ".join(str(finding) for finding in out_of_place(made, now))


@pytest.mark.parametrize("name", BARS)
def test_all_edges_of_a_shape_are_held(name: str) -> None:
    box, expected = BARS[name]
    said = told([WORDS, BAR], [replace(BAR, within="Group 7", box=box), WORDS])
    if expected:
        assert said.startswith('deck slide 2: a shape of "Gantt chart works" ')
        assert expected in said
    else:
        assert said == ""


# What the bar was filled with, is filled with, and what is told of it.
FILLINGS = {
    "as made": ("4472C4", "4472C4", ""),
    "rounded": ("4472C4", "4571C0", ""),
    "another colour": ("4472C4", "4472D4", "is filled with #4472D4, made with #4472C4"),
    "taken": ("4472C4", "nothing", "is filled with nothing, made with #4472C4"),
    "a picture": ("4472C4", "something else", "is filled with something else, made with #4472C4"),
    "under a pattern": ("4472C4", "4472C4~", "is filled with a pattern on #4472C4, made with #44"),
    "a pattern, rounded": ("D9DEE4~", "D8DEE5~", ""),
    "without its pattern": ("D9DEE4~", "D9DEE4", "made with a pattern on #D9DEE4"),
    "a ledger that does not say": ("", "4472C4", ""),
    "a shape of which it is not known": ("4472C4", "", ""),
}


@pytest.mark.parametrize("place", [BAR, WORDS], ids=["without words", "with words"])
@pytest.mark.parametrize("name", FILLINGS)
def test_what_a_shape_is_filled_with_is_held(name: str, place: LedgerPlace) -> None:
    made, now, expected = FILLINGS[name]
    said = told([replace(place, filled=made)], [replace(place, filled=now)])
    assert expected in said if expected else said == ""


def test_all_edges_of_words_on_a_ground_of_their_own_are_held() -> None:
    cell = replace(WORDS, filled="4472C4")
    said = told([cell], [replace(cell, box=(10, 50, 40, 20))])
    assert said == 'deck slide 2: "Quay" at 10, 50 points is 40 by 20 points large, made 80 by 20'


def test_shapes_are_known_by_their_order_on_their_slide() -> None:
    first, second = BAR, replace(BAR, box=(100, 90, 200, 20))
    other = replace(BAR, page=3, box=(7, 7, 7, 7))
    assert told([first, second, other], [other, first, second]) == ""
    assert told([first, second], [second, first]).count("stands at") == 2


def test_a_picture_is_held_and_called_what_it_is() -> None:
    picture = replace(BAR, within="Picture quay", text="picture")
    said = told([picture], [replace(picture, box=(100, 50, 100, 20))])
    assert said.startswith('deck slide 2: a picture of "Picture quay" at 100, 50 points is 100 by')


def test_shapes_are_not_held_where_one_is_gone_or_was_added() -> None:
    other = replace(BAR, box=(1, 1, 1, 1))
    assert told([BAR, BAR], [other]) == told([BAR], [other, BAR]) == ""


def test_what_has_no_place_of_its_own_is_not_held() -> None:
    nowhere = replace(BAR, box=None)
    assert told([nowhere, BAR], [BAR, nowhere]) == ""


def test_of_words_the_place_and_the_size_of_type_are_held_but_not_how_large_their_box_is() -> None:
    assert told([WORDS], [replace(WORDS, box=(10, 50, 300, 90))]) == ""
    said = told([WORDS], [replace(WORDS, box=(10, 80, 80, 20), size=18.0)])
    assert '"Quay" stands at 10, 80 points, made at 10, 50' in said
    assert '"Quay" is set in 18 points, made in 12' in said
