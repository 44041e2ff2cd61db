"""A bound text is found again in its paragraph: where the words are the same, and where not."""

from __future__ import annotations

import re

import pytest

from builder.model.text import Run
from builder.pulling.gather import around
from builder.pulling.text import Candidate, ParagraphChange, paired, traced

NUMBER = re.compile(r"(at least )?\$?\d[\d,.]*( wells| times| billion)?")


def reads(text: str, whole: bool) -> bool:
    return NUMBER.fullmatch(text) is not None


def found(planned: str, now: str) -> ParagraphChange:
    """Trace a paragraph whose bound runs stand in square brackets."""
    pieces = re.split(r"[\[\]]", planned)
    line = tuple(Run(piece) for piece in pieces)
    return traced(line, now, dict.fromkeys(range(1, len(pieces), 2), reads))


HERE = "We dug [400 wells] here"
# What was planned, what stands there now, the bound texts in it, and whether words differ.
CASES = {
    "a number alone": ("[400]", "420", ("420",), False),
    "a number among words": (HERE, "We dug 420 wells here", ("420 wells",), False),
    "a number with its hedge": ("Dug: [400]", "Dug: at least 420", ("at least 420",), False),
    "two numbers with a comma between, which stands in numbers too": (
        "It came to [$460 billion], [6.1 times] as much",
        "It came to $1,460 billion, 7.3 times as much",
        ("$1,460 billion", "7.3 times"),
        False,
    ),
    "other spaces": (HERE, "We  dug 420\u00a0wells\there ", ("420 wells",), False),
    "words beside a number": (HERE, "We dug 420 wells overall here", ("420 wells",), True),
    "words elsewhere": (HERE, "They dug 420 wells here", ("420 wells",), True),
    "the same number among other words": (HERE, "Here stand 400 wells", ("400 wells",), True),
    "what cannot be read stays whole": (HERE, "We dug many here", ("many",), False),
    "one of two among other words": (
        "It cost [$400 billion], or [6 times] more",
        "So it cost $420 billion, or 6 times more",
        ("$420 billion", "6 times"),
        True,
    ),
    "two that changed among words that did not stay": (
        "It cost [$400 billion], or [6 times] more",
        "Now 7 times; once $420 billion",
        (None, None),
        True,
    ),
    "two numbers where one was": ("Dug: [400]", "Dug: between 420 and 430", (None,), True),
    "a number that is gone": (HERE, "We dug here", ("",), False),
}


@pytest.mark.parametrize("name", CASES)
def test_a_bound_text_is_found_again(name: str) -> None:
    planned, now, texts, reworded = CASES[name]
    result = found(planned, now)
    assert result.texts == texts
    assert result.reworded == reworded


def test_words_that_are_alike_are_told_from_others() -> None:
    planned = "We dug [400 wells] in the north of the valley"
    assert found(planned, "We dug 420 wells in the north of this valley").similarity > 0.8
    assert found(planned, "All 420 wells are now dry, says the board").similarity < 0.8


def test_a_number_that_is_new_among_the_words_is_told() -> None:
    assert found("We dug [400 wells]", "We dug 420 wells in 12 weeks").texts == (None,)
    assert found("We dug [400 wells] here", "We dug 420 wells here in 12 weeks").numbers == ("12",)


def test_things_are_paired_by_name_then_text_then_likeness() -> None:
    old = [
        Candidate("a", "Alpha", "one"),
        Candidate("b", "Beta"),
        Candidate("c", "The third of them"),
    ]
    new = [
        Candidate("C", "The third of those"),
        Candidate("B", "Beta"),
        Candidate("A", "Omega", "one"),
    ]
    assert paired(old, new) == ([("a", "A"), ("b", "B"), ("c", "C")], [])


def test_what_is_unlike_everything_stays_alone() -> None:
    old, new = (
        [Candidate("a", "Alpha")],
        [Candidate("x", "Something else"), Candidate("y", "And more")],
    )
    assert paired(old, new) == ([("a", None)], ["x", "y"])


def test_what_keeps_its_order_is_paired_by_it() -> None:
    old, new = (
        [Candidate("a", "400"), Candidate("b", "Words")],
        [Candidate("A", "999"), Candidate("B", "Words")],
    )
    assert paired(old, new, in_order=True) == ([("a", "A"), ("b", "B")], [])


def test_long_texts_are_cut_around_the_number() -> None:
    words = "one two three four five six seven eight nine ten " * 4
    quoted = around(f"{words}420 wells {words}", "420 wells")
    assert quoted.startswith("…")
    assert quoted.endswith("…")
    assert " 420 wells one" in quoted
    assert len(quoted) < 170
