"""Change one digit inside a finished file, anywhere, and the file itself gives it away.

Two hundred digits, chosen by a fixed seed: on pages, in tooltips, alt texts, attached data and
the ledger of the paper; on slides, in notes, alt texts, charts, workbooks and the ledger of the
deck. Digits on different pages are changed in one file, since each page answers for itself.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from builder.verify import read
from builder.verify.carried import parse
from builder.verify.package import Package
from builder.verify.pptx import read_package
from builder.verify.reading import Finding, Reading
from builder.verify.sealed import LEDGER_NAME, changed_files
from builder.verify.trust import examined
from tests.altering import (
    Glyph,
    attachments_of,
    digits_of_deck,
    glyphs_of_paper,
    strings_of_paper,
    unpacked,
    with_glyphs,
    with_string,
)
from tests.shares import share

SEED = 1991
DECK = {"slide": 35, "notes": 20, "alt text": 15, "chart": 10, "workbook": 10}
PAGES, STRINGS, DATA, LEDGERS = 60, 15, 10, 25
assert sum(DECK.values()) + PAGES + STRINGS + DATA + LEDGERS == 200

T = TypeVar("T")


@pytest.fixture(scope="module")
def files(house: Path) -> tuple[Path, Path]:
    (paper,), (deck,) = house.glob("*.pdf"), house.glob("*.pptx")
    return paper, deck


def chosen(places: Sequence[T], number: int) -> list[tuple[T, int]]:
    """Return some of the places, each with how much its digit is raised."""
    chance = random.Random(SEED)
    return [(place, chance.randrange(1, 10)) for place in chance.sample(list(places), number)]


def test_the_files_as_built_are_beyond_doubt(files: tuple[Path, Path]) -> None:
    assert [examined(path.name, read(path)).changed for path in files] == [(), ()]


@pytest.mark.parametrize("kind", share(DECK, 5, 3))
def test_a_digit_changed_in_the_deck_is_found(files: tuple[Path, Path], kind: str) -> None:
    members = unpacked(files[1].read_bytes())
    digits = [digit for digit in digits_of_deck(members) if digit.kind == kind]
    for digit, by in chosen(digits, DECK[kind]):
        altered = read_package(Package("deck", digit.changed(members, by)))
        assert examined("deck", altered).changed, f"{digit} raised by {by} is not found"


@pytest.mark.longer
def test_a_digit_changed_on_a_page_of_the_paper_is_found(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    by_page: dict[int, list[tuple[Glyph, int]]] = defaultdict(list)
    glyphs = [glyph for glyph in glyphs_of_paper(files[0]) if glyph.others]
    for glyph, by in chosen(glyphs, PAGES):
        by_page[glyph.page].append((glyph, glyph.others[by % len(glyph.others)]))
    while any(by_page.values()):
        changes = dict(waiting.pop() for waiting in by_page.values() if waiting)
        with_glyphs(files[0], tmp_path / "altered.pdf", changes)
        altered = examined("paper", read(tmp_path / "altered.pdf"))
        pages = {finding.page for finding in altered.changed}
        assert {glyph.page for glyph in changes} == pages, altered.changed


@pytest.mark.longer
def test_a_digit_changed_in_a_tooltip_or_alt_text_of_the_paper_is_found(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    for place, by in chosen(strings_of_paper(files[0]), STRINGS):
        with_string(files[0], tmp_path / "altered.pdf", place, by)
        altered = examined("paper", read(tmp_path / "altered.pdf"))
        assert altered.changed, f"{place} raised by {by} is not found"


@pytest.mark.longer
def test_a_digit_changed_in_the_papers_attached_data_is_found(files: tuple[Path, Path]) -> None:
    attached = attachments_of(files[0])
    assert problems(attached) == []
    places = [
        (name, digit.start())
        for name, data in attached.items()
        if name != LEDGER_NAME
        for digit in re.finditer(rb"\d", data)
    ]
    for (name, at), by in chosen(places, DATA):
        altered = {**attached, name: raised(attached[name], at, by)}
        assert problems(altered), f"{name} {at} raised by {by} is not found"


def problems(attached: dict[str, bytes]) -> list[Finding]:
    carried = parse(attached[LEDGER_NAME], "paper")
    return list(changed_files(Reading("paper", (), carried, attached=attached)))


@pytest.mark.longer
def test_a_digit_changed_in_a_ledger_is_found(files: tuple[Path, Path]) -> None:
    """Both files carry ledgers alike; a change shows before any page is read."""
    ledger = attachments_of(files[0])[LEDGER_NAME]
    assert parse(ledger, "paper").problems == ()
    places = [digit.start() for digit in re.finditer(rb"\d", ledger)]
    for at, by in chosen(places, LEDGERS):
        try:
            found = parse(raised(ledger, at, by), "paper").problems
        except ValueError:
            continue
        assert found, f"{ledger[at - 40 : at + 20]!r} raised by {by} is not found"


def raised(data: bytes, at: int, by: int) -> bytes:
    return data[:at] + b"%d" % ((int(data[at : at + 1]) + by) % 10) + data[at + 1 :]
