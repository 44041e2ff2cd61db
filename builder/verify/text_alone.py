"""A file that carries a ledger and one that has lost its own in; what the second prints else, out.

Programs that save a deck again may drop the ledger. Between two papers or two decks the ledger
that is left says what should stand where. A paper and a deck print different forms of a figure:
there, every number of the one must stand somewhere in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from builder.model.ledger import Entry
from builder.verify.compare import compare_pages, is_fingerprint
from builder.verify.matching import plain_numbers
from builder.verify.reading import WHOLE_FILE, Finding, PageText, Reading
from builder.verify.trust import dropped

# A shortened fingerprint, whose digits count nothing.
_FINGERPRINT = re.compile(r"\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{8}\b")


def by_text_alone(known: Reading, other: Reading) -> tuple[Finding, ...]:
    """Return the places where `other`, which carries no ledger, does not go with `known`."""
    entries = tuple(_of_its_own_content(known.entries or (), other))
    if known.medium == other.medium:
        gone = frozenset(dropped(other, entries))
        kept = tuple(entry for entry in entries if entry not in gone)
        return compare_pages(other, kept)
    return tuple(_unheard_of(known, other))


def _of_its_own_content(entries: tuple[Entry, ...], other: Reading) -> Iterator[Entry]:
    """Yield entries with the fingerprint that the other file states: said once is enough."""
    mark = next((mark[:8] for mark in other.marks if mark), "")
    for entry in entries:
        yield replace(entry, text=mark) if mark and is_fingerprint(entry) else entry


def _unheard_of(known: Reading, other: Reading) -> Iterator[Finding]:
    """Yield the numbers of a file that the other one prints nowhere.

    Numbers up to that of the last page or slide are taken for page numbers and the like.
    """
    heard = {number for page in known.pages for number in _numbers(page)}
    last = max(len(known.pages), len(other.pages))
    for page in other.pages:
        if page.number == WHOLE_FILE:
            continue
        for number, (channel, around) in _numbers(page).items():
            small = number.isascii() and number.isdigit() and int(number) <= last
            if number not in heard and not small:
                why = f"{number}: the {known.medium} prints no such number"
                yield Finding(other.medium, page.number, channel, around, "", why)


def _numbers(page: PageText) -> dict[str, tuple[str, str]]:
    """Return the numbers of a page, without the grouping of thousands, and where they stand."""
    found: dict[str, tuple[str, str]] = {}
    for channel in page.channels:
        if channel in ("workbook", "link"):
            continue
        for piece in page.pieces(channel):
            for line in _FINGERPRINT.sub("", piece).split("\n"):
                for number, around in plain_numbers(line).items():
                    found.setdefault(number, (channel, around))
    return found
