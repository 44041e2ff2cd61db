"""Two finished files are compared by what they carry."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from builder.verify import Reading, compare_files, read_deck, read_paper
from tests.verify.making import DECK, PAPER, deck, figure, paper


def said(paper: Reading, deck: Reading) -> list[str]:
    return [str(finding) for finding in compare_files(paper, deck)]


def readings(tmp_path: Path) -> tuple[Reading, Reading]:
    return read_paper(paper(tmp_path / "made.pdf")), read_deck(deck(tmp_path / "made.pptx"))


def test_two_files_of_one_content_agree(tmp_path: Path) -> None:
    assert said(*readings(tmp_path)) == []


def test_a_figure_of_another_value_is_found_with_both_places(tmp_path: Path) -> None:
    first, second = readings(tmp_path)
    other = replace(second, entries=(figure("missiles", "at least 500 missiles", 1), *DECK[1:]))
    assert said(first, other) == [
        'deck slide 1: expected "at least 400 missiles", found "at least 500 missiles" (missiles'
        " on paper page 1)"
    ]


def test_a_figure_of_another_hedge_is_found(tmp_path: Path) -> None:
    first, second = readings(tmp_path)
    other = replace(second, entries=(figure("missiles", "up to 400 missiles", 1), *DECK[1:]))
    assert len(said(first, other)) == 1


def test_a_figure_in_one_file_only_is_no_disagreement(tmp_path: Path) -> None:
    first, second = readings(tmp_path)
    assert said(replace(first, entries=PAPER[3:]), second) == []


def test_no_break_spaces_do_not_make_figures_differ(tmp_path: Path) -> None:
    first, second = readings(tmp_path)
    spaced = figure("missiles", "at\u00a0least 400\u202fmissiles", 1)
    assert said(first, replace(second, entries=(spaced, *DECK[1:]))) == []


def test_files_of_different_contents_are_told_apart(tmp_path: Path) -> None:
    first, second = readings(tmp_path)
    assert said(first, replace(second, fingerprint="cd" * 32)) == [
        'deck, fingerprint: expected "abababab", found "cdcdcdcd" (built from another content'
        " than the paper)"
    ]


def test_a_file_without_a_ledger_cannot_agree(tmp_path: Path) -> None:
    first, second = readings(tmp_path)
    assert said(replace(first, entries=None), second) == [
        'paper: "ledger of figures" is missing (not made by Paperdeck, or saved since by a program'
        " that drops it)"
    ]
