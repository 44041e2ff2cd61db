"""A sabotaged paper is caught, with page and channel."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from builder.model.ledger import Entry
from builder.verify import UnreadableFileError, compare_with_itself, compare_with_ledger, read_paper
from tests.verify.making import ALT, FINGERPRINT, PAGES, PAPER, figure, furniture, paper


def findings(
    path: Path,
    pages: Sequence[Sequence[str]] = PAGES,
    entries: Sequence[Entry] = PAPER,
    alt: str = ALT,
    title: str = "Freight",
) -> list[str]:
    reading = read_paper(paper(path / "made.pdf", pages, entries, alt, title))
    return [str(finding) for finding in compare_with_itself(reading)]


def with_line(page: int, row: int, line: str) -> list[list[str]]:
    pages = [list(lines) for lines in PAGES]
    pages[page - 1][row] = line
    return pages


def test_a_true_paper_has_no_findings_though_lines_break_its_figures(tmp_path: Path) -> None:
    assert findings(tmp_path) == []


def test_a_soft_hyphen_at_a_line_end_is_no_part_of_the_word(tmp_path: Path) -> None:
    assert findings(tmp_path, with_line(1, 0, "Iran sent at least 400 mis\u00ad")) == []


def test_a_paper_tells_its_identity(tmp_path: Path) -> None:
    reading = read_paper(paper(tmp_path / "made.pdf"))
    assert (reading.fingerprint, reading.slug, reading.edition) == (FINGERPRINT, "freight", "first")
    assert reading.entries == PAPER


def test_a_changed_digit_is_found(tmp_path: Path) -> None:
    pages = with_line(1, 0, "Iran sent at least 500 mis-")
    assert findings(tmp_path, pages) == [
        'paper page 1: "at least 400 missiles" is missing',
        'paper page 1: "Iran sent at least 500 missiles, it is…" should not be there'
        " (500: no figure, date or name owns it)",
    ]


def test_a_dropped_hedge_is_found_once(tmp_path: Path) -> None:
    pages = with_line(1, 0, "Iran has sent 400 mis-")
    assert findings(tmp_path, pages) == [
        'paper page 1: expected "at least 400 missiles", found "Iran has sent 400 missiles, it is…"'
    ]


def test_an_extra_number_is_found(tmp_path: Path) -> None:
    pages = with_line(1, 1, "siles, as 12 sources report.")
    assert findings(tmp_path, pages) == [
        'paper page 1: "…least 400 missiles, as 12 sources report. Trade…" should not be there (12:'
        " no figure, date or name owns it)"
    ]


@pytest.mark.parametrize("digit", ["²", "½", "٣", "⁷", "③"])
def test_an_extra_digit_of_any_kind_is_found(tmp_path: Path, digit: str) -> None:
    from builder.verify import PageText, Reading

    reading = Reading("paper", (PageText(1, {"body": (f"It weighs {digit} tonnes",)}),), entries=())
    (finding,) = compare_with_ledger(reading, ())
    assert digit in finding.found


def test_a_figure_on_another_page_is_found_on_both(tmp_path: Path) -> None:
    pages = [["Trade $240bn", "Page 1 of 2"], ["Trade $240bn and", *PAGES[1]]]
    found = findings(tmp_path, pages)
    assert 'paper page 1: "at least 400 missiles" is missing' in found
    assert any(line.startswith('paper page 2: "Trade $240bn and') for line in found)


def test_a_figure_printed_once_too_few_is_found(tmp_path: Path) -> None:
    entries = (*PAPER, figure("trade", "$240 billion", 2))
    assert findings(tmp_path, entries=entries) == ['paper page 2: "$240 billion" is missing']


def test_a_lost_minus_sign_is_found(tmp_path: Path) -> None:
    pages = with_line(2, 1, "billion; the balance is 12%.")
    (found,) = findings(tmp_path, pages)
    assert found.startswith('paper page 2: expected "-12%", found "…')


def test_a_number_within_a_longer_one_is_not_taken_for_it(tmp_path: Path) -> None:
    pages = with_line(1, 2, "Trade $240bn, 1,240,000 tonnes")
    (found,) = findings(tmp_path, pages)
    assert "1,240,000: no figure, date or name owns it" in found


def test_a_minus_sign_before_a_figure_is_not_overlooked(tmp_path: Path) -> None:
    pages = with_line(1, 2, "Trade −$240bn")
    (found,) = findings(tmp_path, pages)
    assert found == (
        'paper page 1: expected "$240bn", found "…it is reported. Trade -$240bn Page 1 of 2"'
    )


def test_changed_alt_text_is_found(tmp_path: Path) -> None:
    assert findings(tmp_path, alt="A bar of $250bn") == [
        'paper page 2, alt: "$240bn" is missing',
        'paper page 2, alt: "A bar of $250bn" should not be there (250bn: no figure, date or name'
        " owns it)",
    ]


def test_a_wrong_page_number_is_found(tmp_path: Path) -> None:
    found = findings(tmp_path, with_line(2, 2, "Page 1 of 2"))
    assert any(line.startswith('paper page 2: expected "Page 2 of 2"') for line in found)


def test_a_stray_number_in_the_title_property_is_found(tmp_path: Path) -> None:
    assert findings(tmp_path, title="Freight, $240bn since 2024") == []
    assert findings(tmp_path, title="Freight in 1999") == [
        'paper, properties: "Freight in 1999" should not be there (1999: no figure, date or name'
        " owns it)"
    ]


def test_a_ledger_that_is_not_the_plans_is_found(tmp_path: Path) -> None:
    reading = read_paper(paper(tmp_path / "made.pdf"))
    planned = (*PAPER[:-1], furniture("Page 2 of 3", 2))
    found = [str(finding) for finding in compare_with_ledger(reading, planned)]
    assert found[0] == (
        'paper page 2: "Page 2 of 3" is missing (the ledger that the file carries lacks 1'
        " planned entries, and 1 of its own were not planned)"
    )


def test_a_figure_planned_but_placed_nowhere_is_found(tmp_path: Path) -> None:
    entries = (*PAPER, figure("trade", "$240 billion", 0))
    assert findings(tmp_path, entries=entries) == [
        'paper: "$240 billion" is missing (planned, but placed nowhere)'
    ]


def test_a_file_that_is_no_pdf_is_named(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_text("not a paper")
    with pytest.raises(UnreadableFileError, match=r"made\.pdf: cannot be read as a PDF"):
        read_paper(path)
