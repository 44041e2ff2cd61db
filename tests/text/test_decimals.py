"""Decimal marks of a column stand in one line where its cells are numbers, and only there."""

from __future__ import annotations

import pytest

from builder.model.text import plain, words
from builder.text.figures import tails_of


@pytest.mark.parametrize(
    ("cells", "tails"),
    [
        (["1,046", "12.5", "+3"], ["", ".5", ""]),
        (["28.1%", "49%", "–"], [".1%", "%", ""]),
        (["€5", "€1.30"], ["", ".30"]),
        (["£1.3 million", "£24.60", "28.1%"], ["", "", ""]),
        (["1,046 thousand journeys", "28.1%"], ["", ""]),
        (["+£0.1m (+1.8%)", "+2 percentage points", "+0.3× (+2.6%)"], ["", "", ""]),
    ],
)
def test_a_column_in_which_words_follow_a_number_ends_in_one_line(
    cells: list[str], tails: list[str]
) -> None:
    assert [plain(tail) for tail in tails_of([words(cell) for cell in cells], ".")] == tails
