"""Lines: those filled one by one take what they hold and lose no box; hedges stay by numbers."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from builder.model.text import Owner, Run
from builder.text.breaking import Box, Measure, boxes_of, break_lines, fill_lines
from builder.text.opportunities import hedge_of, unbroken

BOXES = st.lists(
    st.builds(
        Box,
        st.integers(1, 14).map(float),
        st.sampled_from(["space", "hyphen", "join"]),
        st.just(1.0),
    ),
    max_size=30,
)


def wide(boxes: list[Box]) -> float:
    """Return the width of a line of boxes, with the hyphen where it ends within a word."""
    gaps = sum(box.gap for box in boxes[:-1] if box.after == "space")
    return sum(box.width for box in boxes) + gaps + (boxes[-1].after == "hyphen") * boxes[-1].gap


@given(BOXES)
def test_no_line_is_wider_than_the_measure_but_one_box_that_is(boxes: list[Box]) -> None:
    ends = fill_lines(boxes, 10)
    assert ends == sorted(set(ends))
    assert (ends or [0])[-1] == len(boxes)
    whole = len(boxes)
    for start, end in pairwise((0, *ends)):
        line = boxes[start:end]
        natural = wide(line) - (end == whole and line[-1].after == "hyphen")
        assert natural <= 10 or all(wide(line[:short]) > 10 for short in range(1, len(line)))


@given(BOXES)
def test_no_line_could_have_taken_the_next_box_too(boxes: list[Box]) -> None:
    ends = fill_lines(boxes, 10)
    for start, end in pairwise((0, *ends)):
        assert end == len(boxes) or wide(boxes[start : end + 1]) > 10


def test_a_line_ends_where_the_author_ended_it() -> None:
    text = "a b\nc"
    boxes = boxes_of(list(unbroken(text, "words")), range(len(text) + 1))
    assert fill_lines(boxes, 100) == [2, 3]
    assert fill_lines([], 100) == []


def test_a_divided_word_needs_room_for_its_hyphen() -> None:
    boxes = [Box(4, "space", 1), Box(5, "hyphen", 1), Box(5, "join", 0)]
    assert fill_lines(boxes, 11) == [2, 3]
    assert fill_lines(boxes, 10) == [1, 3]
    assert fill_lines(boxes[:2], 10) == [2]


def test_a_paragraph_parts_no_hedge_from_its_number_while_other_breaks_are_near() -> None:
    owner = Owner("figure", "missiles")
    hedged = Run("at least 400", owner=owner)
    assert hedge_of(hedged) == len("at least ")
    assert hedge_of(Run("at least 400")) == hedge_of(Run("400 at least", owner=owner)) == 0
    words = [Box(8, "space", 1) for _ in range(5)]
    held = [Box(3, "space", 1, held=True), Box(6, "space", 1, held=True), Box(4, "space", 1)]
    for before in range(1, 5):
        boxes = [*words[:before], *held, *words]
        ends, _ = break_lines(boxes, Measure(40, justified=False))
        assert not {before + 1, before + 2} & set(ends)
