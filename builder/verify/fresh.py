"""A file just made and its plan in, findings out: what a build proves before it ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from operator import attrgetter, eq
from typing import Final

from builder.model.ledger import WHOLE_FILE, Entry, Place, in_order
from builder.verify.compare import compare_places, likeness
from builder.verify.consistency import identity, said_alike
from builder.verify.reading import Finding, Reading
from builder.verify.sealed import changed_files, of_deck, of_paper

_said: Final = attrgetter("page", "channel", "within", "part", "text", "owned")


def unlike_plan(reading: Reading, planned: Iterable[Place]) -> tuple[Finding, ...]:
    """Return every place where a finished file is not as planned.

    That is: a text that is another, elsewhere or nowhere, one that no plan has, a carried ledger
    that is missing or not this one, contradictions inside the file, and what was drawn or attached
    after the writer had sealed it.
    """
    places = in_order(planned)
    words = compare_places(reading.medium, places, reading.places, likeness(reading.medium))
    drawn = of_deck if reading.medium == "deck" else of_paper
    return (
        *reading.problems,
        *_carried(reading, places),
        *identity(reading),
        *words,
        *changed_files(reading),
        *drawn(reading, (finding.page for finding in words)),
    )


def other_content(reading: Reading, fingerprint: str) -> Iterator[Finding]:
    """Yield that a file names another content than the one it was to be built from."""
    if reading.carried is not None and reading.fingerprint != fingerprint:
        found, expected, why = reading.fingerprint[:8], fingerprint[:8], "another content"
        yield Finding(reading.medium, WHOLE_FILE, "fingerprint", found, expected, why)


def compare_files(first: Reading, second: Reading) -> tuple[Finding, ...]:
    """Return where two finished files disagree, by the ledgers that they carry.

    Both must be of one fingerprint, and a figure or cell printed in both in the same form must
    be the same text in both.
    """
    findings = [_no_ledger(reading) for reading in (first, second) if reading.carried is None]
    if not findings and first.fingerprint != second.fingerprint:
        why = f"built from another content than the {first.medium}"
        found, expected = second.fingerprint[:8], first.fingerprint[:8]
        findings.append(Finding(second.medium, WHOLE_FILE, "fingerprint", found, expected, why))
    return (*findings, *_figures(first, second))


def same_places(reading: Reading, planned: Iterable[Place]) -> bool:
    """Say whether the ledger that a file carries is the one that would be written now."""
    return not list(_carried(reading, in_order(planned)))


def _carried(reading: Reading, planned: tuple[Place, ...]) -> Iterator[Finding]:
    """Say once that the carried ledger is another one; what differs is found on the pages."""
    if reading.carried is None:
        yield _no_ledger(reading)
        return
    held = reading.carried.places
    if len(held) != len(planned) or not all(map(eq, map(_said, held), map(_said, planned))):
        pairs = zip_longest(planned, held)
        place, other = next((a, b) for a, b in pairs if not (a and b) or _said(a) != _said(b))
        expected, found = (each.text if each else "" for each in (place, other))
        why = "the ledger that the file carries is not the one that was planned"
        if expected == found:
            why += ": these words are another place's, or another owner's"
        where = (place or other).page
        yield Finding(reading.medium, where, "ledger", found, expected, why)


def _no_ledger(reading: Reading) -> Finding:
    why = "not made by Paperdeck, or saved since by a program that drops it"
    return Finding(reading.medium, WHOLE_FILE, "", "", "ledger of figures", why)


def _figures(first: Reading, second: Reading) -> Iterator[Finding]:
    known = _printed(first)
    for key, entries in _printed(second).items():
        if key not in known:
            continue
        for entry in entries:
            if not said_alike(entry, known[key]):
                said = known[key][0]
                why = f"{entry.owner} on {first.medium} page {said.page}"
                yield Finding(second.medium, entry.page, entry.channel, entry.text, said.text, why)


def _printed(reading: Reading) -> dict[tuple[str, str, str, bool], list[Entry]]:
    """Return the entries of figures and cells by owner and form, workbook cells apart."""
    found: dict[tuple[str, str, str, bool], list[Entry]] = defaultdict(list)
    for entry in reading.entries or ():
        if entry.kind in ("figure", "cell", "edition"):
            key = (entry.kind, entry.owner, entry.form, entry.channel == "workbook")
            found[key].append(entry)
    return found
