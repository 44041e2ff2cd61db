"""Words into lines: where they break, and that they are as wide as they are said to be."""

from __future__ import annotations

import pytest

from builder.charts.style import ChartStyle, Type
from builder.charts.typeset import SetWords, balanced, is_cut, longest_word, one_line, wrapped
from builder.model.text import Run
from builder.text.metrics import FontMetrics
from builder.theme.theme import Theme


@pytest.fixture
def plain(theme: Theme) -> Type:
    return ChartStyle.of(theme).label


def lines(block: SetWords) -> list[str]:
    return ["".join(piece.text for piece in line) for line in block.lines]


def test_lines_break_at_spaces_and_fit(plain: Type) -> None:
    block = wrapped((Run("Lorries for the refuse collection"),), plain, 68)
    assert lines(block) == ["Lorries for the", "refuse collection"]
    assert block.width <= 68


def test_balanced_lines_are_even_and_no_more_than_needed(plain: Type) -> None:
    words = (Run("China weighs more in chip imports than Russia in its trade"),)
    assert lines(wrapped(words, plain, 200))[1] == "trade"
    even = balanced(words, plain, 200)
    assert lines(even) == ["China weighs more in chip", "imports than Russia in its trade"]


@pytest.mark.parametrize("word", ["Schools", "Школи", "Norden", "North Korea"])
def test_a_name_in_a_room_as_wide_as_itself_is_neither_cut_nor_hyphenated(
    plain: Type, word: str
) -> None:
    wide = one_line((Run(word),), plain).width
    for pad in (9.0, 0.1, 1 / 3):  # what a box adds and takes away again costs the last digits
        assert lines(wrapped((Run(word),), plain, wide + 2 * pad - 2 * pad, "uk")) == [word]


def test_a_no_break_space_holds_a_figure_to_its_unit(plain: Type) -> None:
    block = wrapped((Run("of which some 400\u00a0missiles"),), plain, 62)
    assert lines(block) == ["of which some", "400\u00a0missiles"]


def test_words_that_are_kept_together_are_parted_where_no_line_holds_them(plain: Type) -> None:
    name = (Run("auf der B\u00a0115 bei St.\u00a0Pölten, 12\u00a0km"),)
    assert lines(wrapped(name, plain, 90)) == [
        "auf der B\u00a0115 bei",
        "St.\u00a0Pölten, 12\u00a0km",
    ]
    narrow = lines(wrapped(name, plain, longest_word(name, plain)))
    assert [" ".join(line.split()) for line in narrow] == [
        "auf der",
        "B 115",
        "bei St.",
        "Pölten,",
        "12 km",
    ]


def test_runs_that_touch_stay_together_and_keep_their_fonts(plain: Type) -> None:
    block = wrapped((Run("at least "), Run("400", strong=True), Run(", no more")), plain, 500)
    fonts = [piece.font for piece in block.lines[0]]
    assert lines(block) == ["at least 400, no more"]
    assert fonts == [plain.font, plain.strong, plain.font]


@pytest.mark.longer
def test_a_long_word_is_hyphenated_in_its_language(plain: Type) -> None:
    block = wrapped((Run("Halbleiterimporte"),), plain, 45, "de")
    assert lines(block)[0].endswith("-")
    assert "".join(lines(block)).replace("-", "") == "Halbleiterimporte"
    assert block.width <= 45


def test_names_and_numbers_are_cut_only_when_nothing_else_helps(plain: Type) -> None:
    assert lines(wrapped((Run("Shahed-136"),), plain, 60, "en")) == ["Shahed-136"]
    assert lines(wrapped((Run("1,234,567,890"),), plain, 32, "en")) == ["1,234,56", "7,890"]


@pytest.mark.parametrize(
    ("word", "room", "expected"),
    [
        ("help@example.org", 52, ["help@", "example.org"]),
        ("help@example.org", 70, ["help@example.", "org"]),
        ("back_end_server", 50, ["back_end_", "server"]),
        ("Пункт/Приймання", 50, ["Пункт/", "Приймання"]),
    ],
)
def test_a_word_wider_than_its_room_ends_a_line_at_a_sign_before_it_is_cut(
    word: str, room: float, expected: list[str], plain: Type
) -> None:
    assert lines(wrapped((Run(word),), plain, room, "en")) == expected
    assert not is_cut((Run(word),), plain, room, "en")


def test_no_words_make_no_block(plain: Type) -> None:
    for runs in ((), (Run(""),), (Run(" "),)):
        assert wrapped(runs, plain, 50).height == 0
        assert one_line(runs, plain).lines == ()


def test_a_width_is_the_kerned_width_of_the_font(plain: Type) -> None:
    block = one_line((Run("AVATAR"),), plain)
    assert block.width == FontMetrics.of(plain.font).width("AVATAR", plain.size)
    assert longest_word((Run("a AVATAR b"),), plain) == block.width
