"""The seal of a paper: what is drawn otherwise is seen, and where."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
import pytest

from builder.seals.operators import Stretch, content_of, stretches_of
from builder.seals.pdf import Objects, page_seal
from tests.verify.making import paper

COLOURS = tuple(f"0.{shade} g " for shade in range(10, 30))


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(paper(tmp_path_factory.mktemp("sealed") / "made.pdf")) as opened:
        yield opened


@pytest.fixture(scope="module")
def drawn(document: pikepdf.Pdf) -> list[Stretch]:
    """The stretches of the first page."""
    return list(stretches_of(content_of(document.pages[0])))


def marks(document: pikepdf.Pdf, stretches: list[Stretch]) -> list[int]:
    found: list[int] = page_seal(document.pages[0], Objects(document), stretches)[2]
    return found


def test_a_stretch_that_is_drawn_otherwise_has_another_mark_and_it_alone(
    document: pikepdf.Pdf, drawn: list[Stretch]
) -> None:
    before = marks(document, drawn)
    for at, (number, code) in enumerate(drawn):
        seen = {before[at]}
        for colour in COLOURS:
            otherwise = [*drawn[:at], (number, colour.encode() + code), *drawn[at + 1 :]]
            after = marks(document, otherwise)
            assert after[:at] + after[at + 1 :] == before[:at] + before[at + 1 :]
            seen.add(after[at])
        assert len(seen) == 1 + len(COLOURS)


def test_marks_are_halves_of_digests_below_zero_for_what_is_no_text(
    document: pikepdf.Pdf, drawn: list[Stretch]
) -> None:
    numbers = [number for number, _ in drawn]
    assert min(numbers) < 0 <= max(numbers)
    for number, mark in zip(numbers, marks(document, drawn), strict=True):
        half = mark if number >= 0 else -1 - mark
        assert 0 <= half < 2**16
