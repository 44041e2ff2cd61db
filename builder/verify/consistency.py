"""A finished file held to itself: takes what was read of it, returns where it says two things.

Fingerprints must be its ledger's, and a figure must be printed alike in one form. Forms may differ
in what is usual: a month changes its case after prepositions, a cell is printed with its unit in a
chart and without it in a table, to as many decimals as the chart asks for, and a long name below a
column is divided at a hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from builder.model.chart import FARTHEST
from builder.model.ledger import WHOLE_FILE, Entry
from builder.model.text import of_cell
from builder.verify.reading import UNITS, Finding, Reading, canonical


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


_IN_CASE = "in_case"
_BELOW = re.compile(r"-\W*\d")
_DIVIDED = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_COUNT = re.compile(r"\d(?:[\d.,  ]*\d)?")


def said_alike(entry: Entry, others: Iterable[Entry]) -> bool:
    """Say whether one of other entries of its owner and form says what an entry does."""
    text = canonical(entry.text)
    for other in others:
        if _alike(entry, text, canonical(other.text)):
            return True
        if "chart" in (entry.channel, other.channel) and _whole(text) == _whole(other.text):
            return True
    return False


def _whole(text: str) -> str:
    """Return a label without line ends and without the hyphens at which its words were divided."""
    return _DIVIDED.sub("", "".join(canonical(text).split()))


def inflects(entry: Entry) -> bool:
    """Say whether an entry is printed in the case that the words before it ask for."""
    return _IN_CASE in entry.form.split("|")


def _alike(entry: Entry, text: str, other: str) -> bool:
    if text == other or inflects(entry):
        return True
    if entry.kind != "cell" and not of_cell(entry.form):
        return False
    first, second = _digits(text), _digits(other)
    if not first or not second or max(len(first), len(second)) > FARTHEST:
        return False
    if bool(_BELOW.search(text)) != bool(_BELOW.search(other)):
        return False
    short, long = sorted((first, second), key=len)
    cut = long[: len(short)]
    return cut == short or (len(long) > len(short) and int(cut) + 1 == int(short))


def _digits(text: str) -> str:
    """Return the digits of the number in a text, without zeros before and behind them."""
    found = _COUNT.search(text)
    return re.sub(r"\D", "", found.group()).strip("0") if found else ""
