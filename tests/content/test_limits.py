"""Properties of the limits of a text: what people write is far below, what lies beyond is told."""

from __future__ import annotations

import pytest

from builder.content.limits import (
    LONGEST_WORD,
    MOST_ACCENTS,
    MOST_CHARACTERS,
    MOST_LINES,
    MOST_LINES_IN_ALL,
    MOST_MARKS,
    MOST_MARKS_IN_ONE,
    MOST_OPEN,
    MOST_PROSE,
    MOST_PROSE_IN_ALL,
    excess,
    prose_excess,
)


@pytest.mark.parametrize(
    "text",
    [
        "word " * (MOST_CHARACTERS // 5),
        "a" * LONGEST_WORD,
        "a " + "[" * MOST_OPEN + "b",
        "*a* " * (MOST_MARKS // 2),
        "a" + "\u0301" * MOST_ACCENTS,
        "[a](b) " * (MOST_MARKS // 2),
        "\\[ " * (MOST_MARKS // 2),
    ],
)
def test_a_text_at_the_limit_is_set(text: str) -> None:
    assert excess(text) is None


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("word " * (MOST_CHARACTERS // 5 + 1), 0, "a text of 1,048,580 characters"),
        ("so " + "a" * (LONGEST_WORD + 1), 3, 'a word of 5,001 letters, "aaa'),
        ("a " * 40 + "[" * (MOST_OPEN + 1), 80 + MOST_OPEN, "more than 50 brackets ["),
        ("*a* " * (MOST_MARKS // 2) + "`", 0, "50,001 marks"),
        ("so a" + "\u0301" * (MOST_ACCENTS + 1), 4, "21 accents on one letter"),
    ],
)
def test_a_text_beyond_the_limit_is_told_where_it_is_too_much(
    text: str, at: int, found: str
) -> None:
    much = excess(text)
    assert much is not None
    assert (much.at, much.found[: len(found)]) == (at, found)
    assert much.hint


@pytest.mark.longer
def test_sections_are_bounded_together_and_the_one_that_is_too_much_is_named() -> None:
    half = "word\n" * (MOST_LINES_IN_ALL // 5)
    assert prose_excess([half] * 5) is None
    much = prose_excess([*[half] * 5, "# One line more"])
    assert much is not None
    assert much.at == 5
    assert "100,001 lines" in much.found
    long = prose_excess([*["a" * MOST_PROSE] * (MOST_PROSE_IN_ALL // MOST_PROSE), "b"])
    assert long is not None
    assert (long.at, "characters" in long.found) == (4, True)


def test_one_section_is_bounded_below_all_of_them() -> None:
    whole = "word\n" * MOST_LINES
    assert prose_excess([whole]) is None
    much = prose_excess(["", f"{whole}# One line more"])
    assert much is not None
    assert (much.at, much.found) == (1, "the section holds 40,001 lines that are not blank")
    marks = prose_excess(["*a* and\n\n" * (MOST_MARKS_IN_ONE // 2) + "`"])
    assert marks is not None
    assert marks.found == "the section holds 60,001 marks such as * _ [ ` {{"


def test_blank_lines_count_for_nothing() -> None:
    assert prose_excess(["\n" * 10**6]) is None
