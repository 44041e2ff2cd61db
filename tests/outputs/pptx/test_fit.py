"""Text is measured before it is placed, shrunk in steps, and spread where it must be."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.text import Owner, Run, plain
from builder.outputs.pptx.layouts.parts import set_points
from builder.outputs.pptx.layouts.spacing import balanced
from builder.outputs.pptx.plan.autofit import TooLargeError, autofit, spread
from builder.outputs.pptx.plan.content import TextLine
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import Paragraph, ParagraphStyle
from builder.outputs.pptx.write.text import Links, TextWriter
from builder.pulling.text import level
from builder.text.metrics import FontMetrics
from builder.units import Box
from tests.outputs.pptx.making import theme, words

RULER = Ruler(theme().deck)
SIZES = theme().deck.body
BOX = Box(54, 138, 852, 314)

word = st.text("abcdefghinorstuvwx-/é", min_size=1, max_size=14)
sentence = st.lists(word, min_size=1, max_size=25).map(" ".join)
point = st.tuples(sentence, st.integers(0, 2))


def paragraph(text: str, size: float = 20.0) -> Paragraph:
    return Paragraph(words(text), ParagraphStyle(size))


def points(texts: list[tuple[str, int]]) -> tuple[TextLine, ...]:
    """Return points whose first one is of the first level."""
    levels = [0, *(level for _, level in texts[1:])]
    return tuple(
        TextLine(words(text), level, "•") for (text, _), level in zip(texts, levels, strict=True)
    )


@given(sentence, st.floats(200, 900))
def test_a_paragraph_is_never_thought_shorter_than_its_words_are(text: str, width: float) -> None:
    metrics = FontMetrics.of("LiberationSans-Regular")
    assert RULER.lines(paragraph(text), width) * width >= metrics.width(text, 20.0)


@given(sentence, st.floats(200, 900), st.floats(0, 200))
def test_a_wider_box_never_takes_more_lines(text: str, width: float, more: float) -> None:
    assert RULER.lines(paragraph(text), width + more) <= RULER.lines(paragraph(text), width)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one", 400, 1),
        ("one\ntwo", 400, 2),
        ("well-known " * 3, 120, 3),
        ("a" * 100, 200, 6),
        ("1\u00a0000\u00a0000 ships", 100, 2),
    ],
)
def test_lines_break_where_programs_break_them(text: str, width: float, lines: int) -> None:
    assert RULER.lines(paragraph(text), width) == lines


def test_an_unknown_character_counts_as_wide_as_it_is_high() -> None:
    assert RULER.width(words("漢"), 20.0) > 20.0


def test_bold_words_take_more_room() -> None:
    assert RULER.width((Run("weight", strong=True),), 20.0) > RULER.width(words("weight"), 20.0)


@given(st.lists(point, min_size=1, max_size=30))
def test_every_point_stands_once_in_order_and_inside_its_box(texts: list[tuple[str, int]]) -> None:
    given_points = points(texts)
    fitted = autofit(lambda size: set_points(given_points, size, SIZES[-1]), BOX, SIZES, RULER)
    assert fitted.size in SIZES
    assert [p.runs for part in fitted.parts for p in part] == [p.runs for p in given_points]
    for part in fitted.parts:
        assert RULER.height(part, BOX.width) <= BOX.height
        assert all(p.style.size >= SIZES[-1] for p in part)


@given(st.lists(point, min_size=1, max_size=12))
def test_a_sub_point_stays_with_its_point(texts: list[tuple[str, int]]) -> None:
    short = [(text[:60], level) for text, level in texts]
    fitted = autofit(lambda size: set_points(points(short), size, SIZES[-1]), BOX, SIZES, RULER)
    assert all(part[0].level == 0 for part in fitted.parts)


def test_the_largest_size_that_fits_is_taken() -> None:
    few = (TextLine(words("One short point"), 0, "•"),)
    assert autofit(lambda size: set_points(few, size, 16), BOX, SIZES, RULER).size == SIZES[0]


def filling(slides: float) -> tuple[TextLine, ...]:
    """Return points of one line that fill so many slides at the smallest size."""
    lines = 1
    while RULER.height(set_points(short(lines + 1), SIZES[-1], SIZES[-1]), BOX.width) <= BOX.height:
        lines += 1
    return short(round(lines * slides))


def short(count: int) -> tuple[TextLine, ...]:
    return tuple(TextLine(words(f"Point {number}"), 0, "•") for number in range(count))


@pytest.mark.parametrize(
    ("slides", "parts", "size"), [(1.1, 2, SIZES[0]), (1.98, 2, SIZES[-1]), (2.05, 3, SIZES[1])]
)
def test_type_is_as_large_as_the_slides_hold_that_the_smallest_needs(
    slides: float, parts: int, size: float
) -> None:
    given_points = filling(slides)
    fitted = autofit(lambda size: set_points(given_points, size, SIZES[-1]), BOX, SIZES, RULER)
    assert len(fitted.parts) == parts
    assert fitted.size == size
    assert [p.runs for part in fitted.parts for p in part] == [p.runs for p in given_points]


def test_one_paragraph_too_long_for_a_slide_is_named() -> None:
    endless = (TextLine(words("word " * 900)),)
    with pytest.raises(TooLargeError, match="too large for a slide"):
        autofit(lambda size: set_points(endless, size, 16), BOX, SIZES, RULER)


LONG_SENTENCE = "It says " + "a good deal " * 30 + "and stops there. "


def divided(*runs: Run) -> list[list[Paragraph]]:
    given_points = (TextLine(runs, 0, "•"),)
    fitted = autofit(
        lambda size: set_points(given_points, size, 16), BOX, SIZES, RULER, divisible=True
    )
    assert all(RULER.height(part, BOX.width) <= BOX.height for part in fitted.parts)
    return [list(part) for part in fitted.parts]


def said(parts: list[list[Paragraph]]) -> list[str]:
    return [plain(paragraph.runs) for part in parts for paragraph in part]


def test_one_point_too_long_for_a_slide_goes_on_where_a_sentence_ends() -> None:
    texts = said(divided(Run(LONG_SENTENCE * 9)))
    assert len(texts) > 1
    assert all(text.endswith("there. …") for text in texts[:-1])
    assert all(text.startswith("… It says") for text in texts[1:])
    whole = " ".join(text.strip("… ") for text in texts)
    assert whole == (LONG_SENTENCE * 9).strip()


def test_lines_of_the_author_end_parts_too_and_words_of_an_owner_never_do() -> None:
    lines = said(divided(Run("\n".join(["not one stop " * 30] * 9))))
    assert len(lines) > 1
    assert all(text.endswith(" …") for text in lines[:-1])
    name = Owner("name", "x")
    stops = Run("Yes. " * 40 + LONG_SENTENCE, owner=name)
    parts = divided(*[stops, Run("And so. ")] * 6)
    kept = [run.text for part in parts for each in part for run in each.runs if run.owner]
    assert [text.strip() for text in kept] == [stops.text.strip()] * 6


def test_a_stop_that_may_be_an_abbreviations_ends_no_part() -> None:
    texts = said(divided(*[Run("Many, e.g. No. 5 of Mr. " + LONG_SENTENCE)] * 9))
    assert all(text.startswith("… Many") for text in texts[1:])


def test_a_point_is_left_whole_where_it_fits_a_slide_of_its_own() -> None:
    given_points = tuple(TextLine(words(LONG_SENTENCE * 3), 0, "•") for _ in range(4))
    fitted = autofit(
        lambda size: set_points(given_points, size, 16), BOX, SIZES, RULER, divisible=True
    )
    assert [p.runs for part in fitted.parts for p in part] == [p.runs for p in given_points]


def test_one_sentence_too_long_for_a_slide_is_named_alone() -> None:
    with pytest.raises(TooLargeError) as error:
        divided(Run(LONG_SENTENCE * 3 + "Endless " + "word " * 900))
    assert error.value.what.startswith("Endless word")


@given(st.lists(st.floats(1, 60), min_size=1, max_size=40))
def test_groups_are_as_few_as_can_be_and_within_the_limit(heights: list[float]) -> None:
    groups = spread(heights, 100.0, sum)
    greedy, used = 1, 0.0
    for height in heights:
        if used and used + height > 100.0:
            greedy, used = greedy + 1, 0.0
        used += height
    assert [height for group in groups for height in group] == heights
    assert len(groups) == greedy
    assert all(sum(group) <= 100.0 + 1e-9 for group in groups)


def test_groups_are_even() -> None:
    assert [len(group) for group in spread([10.0] * 12, 100.0, sum)] == [6, 6]


@given(sentence.filter(lambda text: len(text) > 60))
def test_a_balanced_title_takes_no_more_lines(text: str) -> None:
    title = paragraph(text, 30.0)
    width = balanced(RULER, title, 852)
    assert width <= 852
    assert RULER.lines(title, width) <= max(2, RULER.lines(title, 852))


def test_numbers_are_held_together_by_hyphens_that_say_so_and_code_is_not() -> None:
    runs = (
        Run("since "),
        Run("2021", owner=Owner("figure", "year")),
        Run("-го, 2026-2028; "),
        Run("a-1", code=True),
    )
    writer = TextWriter(theme(), "uk", Links(str, str))
    said = writer.runs(Paragraph(runs, ParagraphStyle(20.0)), ParagraphStyle(20.0))
    shown = re.findall(r"<a:t>([^<]*)</a:t>", said)
    assert shown == ["since ", "2021", "\u2011го, 2026\u20112028; ", "a-1"]
    assert [level(text) for text in shown] == [level(run.text) for run in runs]
