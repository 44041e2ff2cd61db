"""A sabotaged paper is caught, with page and channel."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from builder.model.ledger import LedgerPlace
from builder.verify import Reading, UnreadableFileError, read_paper
from builder.verify.fresh import unlike_plan
from builder.verify.trust import examine
from tests.verify.making import (
    ALT,
    FINGERPRINT,
    PAGES,
    PAPER,
    Block,
    entries,
    figure,
    paper,
    place,
)


def findings(
    path: Path,
    pages: Sequence[Sequence[Block]] = PAGES,
    places: Sequence[LedgerPlace] = PAPER,
    alt: str = ALT,
    title: str = "Freight",
) -> list[str]:
    """Return what is found in a file, the same by itself and against its plan."""
    made = paper(path / "made.pdf", pages, places, alt, title)
    found = [str(finding) for finding in examine(made).changed]
    assert [str(finding) for finding in unlike_plan(read_paper(made), places)] == found
    return found


def with_block(page: int, row: int, *block: str) -> list[list[Block]]:
    pages = [list(blocks) for blocks in PAGES]
    pages[page - 1][row] = block
    return pages


def test_a_true_paper_has_no_findings_though_lines_break_its_figures(tmp_path: Path) -> None:
    assert findings(tmp_path) == []


@pytest.mark.parametrize("mark", [FINGERPRINT[:8], "cd" * 4])
def test_a_printed_fingerprint_is_held_to_the_ledgers_own(tmp_path: Path, mark: str) -> None:
    foot = f"First edition, {mark}"
    printed = place(2, "Artifact", foot, ("furniture", "fingerprint", "", mark))
    pages = with_block(2, 2, "Artifact", foot)
    made = paper(tmp_path / "made.pdf", pages, (*PAPER[:-1], printed))
    wrong = f'paper page 2: expected "{FINGERPRINT[:8]}", found "{mark}" '
    said = [f"{wrong}(what is printed and the ledger differ)"]
    found = [str(each) for each in examine(made).changed]
    assert found == ([] if FINGERPRINT.startswith(mark) else said)


@pytest.mark.parametrize(
    "lines",
    [
        ("Iran sent at least", "400 missiles, it is reported."),
        ("Iran sent at least ", "400 missiles,", "it is reported."),
        ("Iran sent at le\u00ad", "ast 400 mis\u00ad", "siles, it is reported."),
        ("Iran\u00a0sent at\u202fleast 400 missiles, it is  reported.",),
    ],
)
def test_a_lines_end_is_no_change_wherever_it_falls(tmp_path: Path, lines: tuple[str, ...]) -> None:
    assert findings(tmp_path, with_block(1, 0, "P", *lines)) == []


def test_a_paper_tells_its_identity(tmp_path: Path) -> None:
    reading = read_paper(paper(tmp_path / "made.pdf"))
    assert (reading.fingerprint, reading.slug, reading.edition) == (FINGERPRINT, "freight", "first")
    assert reading.entries == entries(PAPER)


WORDS = "Iran sent at least 400 missiles, it is reported."


def test_a_changed_digit_is_found_with_both_texts_and_the_figure(tmp_path: Path) -> None:
    pages = with_block(1, 0, "P", "Iran sent at least 500 mis\u00ad", "siles, it is reported.")
    assert findings(tmp_path, pages) == [
        f'paper page 1: expected "{WORDS}", found "Iran sent at least 500 missiles, it is'
        ' reported." (figure missiles)'
    ]


def test_a_dropped_hedge_is_found_once_with_the_claim_that_guards_its_words(
    tmp_path: Path,
) -> None:
    pages = with_block(1, 0, "P", "Iran has sent 400 mis\u00ad", "siles, it is reported.")
    assert findings(tmp_path, pages) == [
        f'paper page 1: expected "{WORDS}", found "Iran has sent 400 missiles, it is reported."'
        ' (figure missiles; claim "missiles_many" guards these words)'
    ]


def test_an_extra_number_is_found(tmp_path: Path) -> None:
    pages = with_block(
        1, 0, "P", "Iran sent at least 400 mis\u00ad", "siles, as 12 sources report."
    )
    assert findings(tmp_path, pages) == [
        f'paper page 1: expected "{WORDS}", found "Iran sent at least 400 missiles, as 12 sources'
        ' report."'
    ]


@pytest.mark.parametrize("word", ["²", "½", "٣", "⁷", "③", "twelve", "not"])
def test_an_extra_digit_or_word_of_any_kind_is_found(word: str) -> None:
    said = place(1, "P", f"It weighs {word} tonnes")
    (finding,) = (
        found
        for found in unlike_plan(Reading("paper", (said,)), (place(1, "P", "It weighs tonnes"),))
        if found.page
    )
    assert word in finding.found


def test_a_figure_on_another_page_is_found_on_both(tmp_path: Path) -> None:
    first, second = PAGES
    assert findings(tmp_path, [first[1:], [first[0], *second]]) == [
        f'paper page 1: "{WORDS}" is missing (figure missiles; claim "missiles_many" guards these'
        " words)",
        f'paper page 2: "{WORDS}" should not be there (no plan puts it there)',
    ]


def test_two_paragraphs_that_change_places_are_found(tmp_path: Path) -> None:
    pages = [[PAGES[0][1], PAGES[0][0], PAGES[0][2]], PAGES[1]]
    found = findings(tmp_path, pages)
    assert found
    assert all(line.startswith("paper page 1") for line in found)


def test_a_figure_printed_once_too_few_is_found(tmp_path: Path) -> None:
    places = (*PAPER, place(2, "P", "$240 billion", figure("trade", "$240 billion")))
    assert findings(tmp_path, places=places) == [
        'paper page 2: "$240 billion" is missing (figure trade)'
    ]


def test_a_lost_minus_sign_is_found_with_its_figure_alone(tmp_path: Path) -> None:
    pages = with_block(2, 0, "P", "In 2024, trade came to $240", "billion; the balance is 12%.")
    assert findings(tmp_path, pages) == [
        'paper page 2: expected "In 2024, trade came to $240 billion; the balance is -12%.", found'
        ' "In 2024, trade came to $240 billion; the balance is 12%." (figure balance)'
    ]


@pytest.mark.parametrize("words", ["Trade $240bn, 1,240,000 tonnes", "Trade −$240bn"])
def test_what_stands_before_or_after_a_figure_is_not_overlooked(tmp_path: Path, words: str) -> None:
    (found,) = findings(tmp_path, with_block(1, 1, "P", words))
    said = words.replace("−", "-")
    assert found.startswith(
        f'paper page 1, trade, paragraph: expected "Trade $240bn", found "{said}"'
    )


def test_changed_alt_text_is_found(tmp_path: Path) -> None:
    assert findings(tmp_path, alt="A bar of $250bn") == [
        'paper page 2, alt: expected "A bar of $240bn", found "A bar of $250bn" (figure trade)'
    ]


def test_a_wrong_page_number_is_found(tmp_path: Path) -> None:
    assert findings(tmp_path, with_block(2, 2, "Artifact", "Page 1 of 2")) == [
        'paper page 2: expected "Page 2 of 2", found "Page 1 of 2"'
    ]


def test_another_title_property_is_found(tmp_path: Path) -> None:
    assert findings(tmp_path, title="Freight in 1999") == [
        'paper, properties: expected "Freight", found "Freight in 1999"'
    ]


def test_a_ledger_that_is_not_the_plans_is_found(tmp_path: Path) -> None:
    reading = read_paper(paper(tmp_path / "made.pdf"))
    planned = (*PAPER[:-1], place(2, "Artifact", "Page 2 of 3"))
    assert [str(finding) for finding in unlike_plan(reading, planned)] == [
        'paper page 2, ledger: expected "Page 2 of 3", found "Page 2 of 2" (the ledger that the'
        " file carries is not the one that was planned)",
        'paper page 2: expected "Page 2 of 3", found "Page 2 of 2"',
    ]


def test_a_ledger_in_which_another_figure_owns_the_words_is_found(tmp_path: Path) -> None:
    reading = read_paper(paper(tmp_path / "made.pdf"))
    trade = place(1, "P", "Trade $240bn", figure("exports", "$240bn", "short"), within="trade")
    planned = tuple(trade if held.text == trade.text else held for held in PAPER)
    assert [str(finding) for finding in unlike_plan(reading, planned)] == [
        'paper page 1, ledger: expected "Trade $240bn", found "Trade $240bn" (the ledger that the'
        " file carries is not the one that was planned: these words are another place's, or"
        " another owner's)"
    ]


def test_a_figure_planned_but_placed_nowhere_is_found(tmp_path: Path) -> None:
    places = (*PAPER, place(0, "P", "$240 billion", figure("trade", "$240 billion")))
    assert findings(tmp_path, places=places) == ['paper: "$240 billion" is missing (figure trade)']


def test_a_file_that_is_no_pdf_is_named(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_text("not a paper")
    with pytest.raises(UnreadableFileError, match=r"made\.pdf: cannot be read as a PDF"):
        read_paper(path)
