"""Two finished files are compared by what they carry."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from builder.verify import Reading, read_deck, read_paper
from builder.verify.fresh import compare_files
from tests.verify.making import DECK, PAPER, deck, figure, paper, place


def said(paper: Reading, deck: Reading) -> list[str]:
    return [str(finding) for finding in compare_files(paper, deck)]


def readings(tmp_path: Path) -> tuple[Reading, Reading]:
    return read_paper(paper(tmp_path / "made.pdf")), read_deck(deck(tmp_path / "made.pptx"))


def carrying(reading: Reading, **other: Any) -> Reading:
    """Return a reading whose ledger is another one in some respect."""
    assert reading.carried is not None
    return replace(reading, carried=replace(reading.carried, **other))


def with_title(reading: Reading, words: str) -> Reading:
    """Return the reading of a deck whose first slide prints the missiles in other words."""
    owned = figure("missiles", words)
    title = place(1, "paragraph", f"Iran sent {words}", owned, within="Title 1")
    return carrying(reading, places=(title, *DECK[3:]))


def test_two_files_of_one_content_agree(tmp_path: Path) -> None:
    assert said(*readings(tmp_path)) == []


def test_a_figure_of_another_value_is_found_with_both_places(tmp_path: Path) -> None:
    first, second = readings(tmp_path)
    assert said(first, with_title(second, "at least 500 missiles")) == [
        'deck slide 1: expected "at least 400 missiles", found "at least 500 missiles" (missiles'
        " on paper page 1)"
    ]


def test_a_figure_of_another_hedge_is_found(tmp_path: Path) -> None:
    first, second = readings(tmp_path)
    assert len(said(first, with_title(second, "up to 400 missiles"))) == 1


def test_a_figure_in_one_file_only_is_no_disagreement(tmp_path: Path) -> None:
    first, second = readings(tmp_path)
    assert said(carrying(first, places=PAPER[3:]), second) == []


def test_no_break_spaces_do_not_make_figures_differ(tmp_path: Path) -> None:
    first, second = readings(tmp_path)
    assert said(first, with_title(second, "at\u00a0least 400\u202fmissiles")) == []


def test_files_of_different_contents_are_told_apart(tmp_path: Path) -> None:
    first, second = readings(tmp_path)
    assert said(first, carrying(second, fingerprint="cd" * 32)) == [
        'deck, fingerprint: expected "abababab", found "cdcdcdcd" (built from another content'
        " than the paper)"
    ]


def test_a_file_without_a_ledger_cannot_agree(tmp_path: Path) -> None:
    first, second = readings(tmp_path)
    assert said(replace(first, carried=None), second) == [
        'paper: "ledger of figures" is missing (not made by Paperdeck, or saved since by a program'
        " that drops it)"
    ]
