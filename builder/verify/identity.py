"""What a file says of its own making, held together: its fingerprints and its figures."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.ledger import WHOLE_FILE, Entry
from builder.verify.alike import said_alike
from builder.verify.reading import UNITS, Finding, Reading


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
    first: dict[tuple[str, str, str, str], Entry] = {}
    for entry in reading.entries or ():
        if entry.kind != "figure" or entry.channel in ("alt", "workbook"):
            continue
        apart = entry.within if entry.channel == "chart" else ""
        known = first.setdefault((entry.kind, entry.owner, entry.form, apart), entry)
        if not said_alike(entry, (known,)):
            why = f"{entry.owner} on {UNITS[reading.medium]} {known.page}"
            yield Finding(reading.medium, entry.page, entry.channel, entry.text, known.text, why)
