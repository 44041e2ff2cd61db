"""Who owns what a drawing says: owned runs are found again in its texts, wrapped or whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.displaylist import DisplayList, Text
from builder.model.text import Line, Owner, Run, plain
from builder.outputs.pdf.write.labels import UnsaidError, lines_of, parts_of
from tests.charts import samples


def drawing(*texts: str) -> DisplayList:
    return DisplayList(100, 100, tuple(Text(text, "Sans", 9, 0, 0, "#000000") for text in texts))


def owned(text: str, number: int = 0) -> Run:
    return Run(text, owner=Owner("cell", f"t!{number}/a"))


def said(line: Line) -> list[tuple[str, str]]:
    return [(run.text, run.owner.id) for run in line if run.owner]


def test_ticks_side_by_side_that_spell_a_year_are_not_taken_for_it() -> None:
    words = ["0", "200", "400", "600", "1988", "2004"]
    printed = tuple(owned(word, number) for number, word in enumerate(words))
    (line,) = lines_of([drawing(*words)], printed)
    assert said(line) == [(word, f"t!{number}/a") for number, word in enumerate(words)]


def test_a_number_is_found_where_it_stands_alone_and_not_within_a_longer_one() -> None:
    (line,) = lines_of([drawing("Depot 40x", "1,400", "40")], (owned("40"),))
    assert [run.text for run in line] == ["Depot 40x 1,400 ", "40", " "]


def test_a_run_that_was_wrapped_stands_whole_where_it_begins() -> None:
    (line,) = lines_of(
        [drawing("Kirkby-in-", "Furness 12", "and more")], (owned("Furness 12 and"),)
    )
    assert said(line) == [("Furness 12 and", "t!0/a")]


@pytest.mark.parametrize(
    ("texts", "label", "drawn"),
    [
        (("Велоси-", "педи"), "Велосипеди", "Велоси-педи"),
        (("Kirkby-", "in-Fur-", "ness"), "Kirkby-in-Furness", "Kirkby-in-Fur-ness"),
        (("Kirkby-", "in-Furness"), "Kirkby-in-Furness", "Kirkby-in-Furness"),
    ],
)
def test_a_word_that_was_divided_is_found_and_keeps_the_hyphen_that_readers_see(
    texts: tuple[str, ...], label: str, drawn: str
) -> None:
    (line,) = lines_of([drawing("Ніжин", *texts, "Львів")], (owned(label),))
    assert said(line) == [(drawn, "t!0/a")]


def test_a_source_that_was_divided_is_drawn_in_the_last_part_whole() -> None:
    texts = ("Deaths by", "place", "1", "2", "Source: the Kirkby-", "in-Fur-", "ness survey")
    source = (Run("Source: the Kirkby-in-Furness survey"),)
    chart = replace(samples.chart("bar", "Deaths by place", ""), source_line=source)
    parts = parts_of(drawing(*texts), chart)
    assert [len(part.operations) for part in parts] == [2, 2, 3]


def test_a_run_that_no_text_holds_is_a_fault_of_ours() -> None:
    with pytest.raises(UnsaidError, match='"41"'):
        lines_of([drawing("40")], (owned("41"),))


NUMBERS = st.text("024", min_size=1, max_size=4)


@given(st.lists(NUMBERS, min_size=1, max_size=40), st.randoms(use_true_random=False))
def test_every_number_is_found_in_a_text_of_its_own_in_whatever_order_they_are_printed(
    numbers: list[str], chance: object
) -> None:
    printed = [owned(number, place) for place, number in enumerate(numbers)]
    chance.shuffle(printed)  # type: ignore[attr-defined]
    (line,) = lines_of([drawing(*numbers)], tuple(printed))
    assert [text for text, _ in said(line)] == numbers
    assert plain(line) == "".join(f"{number} " for number in numbers)
