"""A file just made and its plan in, findings out: what a build proves before it ends.

And a file held to itself: where it says two things. Fingerprints must be its ledger's, and a figure
must be printed alike in one form (`alike`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from operator import attrgetter, eq
from typing import Final

from builder.model.ledger import WHOLE_FILE, Entry, LedgerPlace, in_order
from builder.model.snapshot import Snapshot
from builder.verify.alike import mark_of, said_alike
from builder.verify.compare import compare_places, likeness
from builder.verify.reading import UNITS, Finding, Reading
from builder.verify.sealed import changed_files, of_deck, of_paper


def identity(reading: Reading) -> Iterator[Finding]:
    """Yield each fingerprint stated or printed in a file that is not its ledger's."""
    known = reading.fingerprint
    for mark in reading.marks:
        if mark and not known.startswith(mark):
            expected, why = known[: len(mark)], "a property of the file and its ledger differ"
            yield Finding(reading.medium, WHOLE_FILE, "fingerprint", mark, expected, why)
    for entry in reading.entries or ():
        if is_fingerprint(entry) and not known.startswith(entry.text):
            expected, why = known[: len(entry.text)], "what is printed and the ledger differ"
            yield Finding(reading.medium, entry.page, entry.channel, entry.text, expected, why)


def is_fingerprint(entry: Entry) -> bool:
    """Return whether an entry is the content's fingerprint as it is printed."""
    return entry.kind == "furniture" and "fingerprint" in (entry.form, entry.owner)


def contradictions(reading: Reading) -> Iterator[Finding]:
    """Yield where a file says two things of one figure in one form.

    A ledger that was edited to match an edited page agrees with that page; it does not agree
    with itself unless every place of the figure was edited alike. Charts may ask for decimals
    of their own, so that each of them is held to itself.
    """
    mark = mark_of(reading)
    first: dict[tuple[str, str, str, str], Entry] = {}
    for entry in reading.entries or ():
        if entry.kind != "figure" or entry.channel in ("alt", "workbook"):
            continue
        apart = entry.within if entry.channel == "chart" else ""
        known = first.setdefault((entry.kind, entry.owner, entry.form, apart), entry)
        if not said_alike(entry, (known,), mark):
            why = f"{entry.owner} on {UNITS[reading.medium]} {known.page}"
            yield Finding(reading.medium, entry.page, entry.channel, entry.text, known.text, why)


_IN_BOTH: Final = frozenset({"figure", "cell", "edition"})
"""Kinds of owners whose words are held to be the same in two files."""

_said: Final = attrgetter("page", "channel", "within", "part", "text", "owned")


def unlike_plan(reading: Reading, planned: Iterable[LedgerPlace]) -> tuple[Finding, ...]:
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


def to_compare(reading: Reading) -> Reading:
    """Return of what a file says all that `compare_files` asks for.

    The rest may be much, and is held no longer than it is of use.
    """
    carried = reading.carried
    if carried is not None:
        places = tuple(
            LedgerPlace(place.page, place.channel, place.within, place.part, place.text, owned)
            for place in carried.places
            if (owned := tuple(run for run in place.owned if run.kind in _IN_BOTH))
        )
        held = carried.snapshot and Snapshot(language=carried.snapshot.language)
        carried = replace(carried, places=places, words={}, snapshot=held, files={}, seal={})
    return replace(reading, places=(), carried=carried, seal={}, words=None, attached={})


def same_places(reading: Reading, planned: Iterable[LedgerPlace]) -> bool:
    """Say whether the ledger that a file carries is the one that would be written now."""
    return not list(_carried(reading, in_order(planned)))


def _carried(reading: Reading, planned: tuple[LedgerPlace, ...]) -> Iterator[Finding]:
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
    known, mark = _printed(first), mark_of(first, second)
    for key, entries in _printed(second).items():
        if key not in known:
            continue
        for entry in entries:
            if not said_alike(entry, known[key], mark):
                said = known[key][0]
                why = f"{entry.owner} on {first.medium} page {said.page}"
                yield Finding(second.medium, entry.page, entry.channel, entry.text, said.text, why)


def _printed(reading: Reading) -> dict[tuple[str, str, str, bool], list[Entry]]:
    """Return the entries of figures and cells by owner and form, workbook cells apart."""
    found: dict[tuple[str, str, str, bool], list[Entry]] = defaultdict(list)
    for entry in reading.entries or ():
        if entry.kind in _IN_BOTH:
            key = (entry.kind, entry.owner, entry.form, entry.channel == "workbook")
            found[key].append(entry)
    return found
