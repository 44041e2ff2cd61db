"""A file just made and its plan in, findings out: what a build proves before it ends. And a file
held to itself, where it says two things, or to another: fingerprints must be its ledger's, and a
figure must be printed alike in one form.

Prints of one value differ only by what was stated: a cell is printed with its unit in a chart and
without it in a table, to as many decimals as the chart asks for, a long name below a column is
divided at a hyphen, and months and units change their case after prepositions. Two numbers are
prints of one value where the one with more decimals, rounded to those of the other, is the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from operator import attrgetter, eq
from typing import Final

from builder.frozen import dataclass
from builder.language.numbers import decimal_mark
from builder.model.ledger import WHOLE_FILE, Entry, LedgerPlace, in_order
from builder.model.saying import FARTHEST
from builder.model.snapshot import Snapshot
from builder.model.text import of_cell
from builder.verify.compare import compare_places, likeness
from builder.verify.reading import UNITS, Finding, Reading, canonical
from builder.verify.sealed import changed_files, of_deck, of_paper

_IN_BOTH: Final = frozenset({"figure", "cell", "edition"})
"""Kinds of owners whose words are held to be the same in two files."""

_said: Final = attrgetter("page", "channel", "within", "part", "text", "owned")
_IN_CASE: Final = "in_case"
_AMONG: Final = "among"
_SPOKEN: Final = ("alt", "notes")
_DIVIDED: Final = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
# A number whose groups of digits stand apart by a point, a comma, an apostrophe or a space; a
# hyphen is its sign where it stands before it, or before the sign of a money between the two.
_NUMBER: Final = re.compile(
    r"(?P<sign>(?<![\w.,])-(?:[^\w\s-]{0,3}| ))?(?P<said>\d(?:[\d.,'’ ]*\d)?)"
)


def identity(reading: Reading) -> Iterator[Finding]:
    """Yield each fingerprint stated or printed in a file that is not its ledger's."""
    known = reading.fingerprint
    for mark in reading.marks:
        if mark and not known.startswith(mark):
            expected, why = known[: len(mark)], "a property of the file and its ledger differ"
            yield Finding(reading.medium, WHOLE_FILE, "fingerprint", mark, expected, why)
    for entry in _of_furniture(reading):
        if is_fingerprint(entry) and not known.startswith(entry.text):
            expected, why = known[: len(entry.text)], "what is printed and the ledger differ"
            yield Finding(reading.medium, entry.page, entry.channel, entry.text, expected, why)


def _of_furniture(reading: Reading) -> Iterator[Entry]:
    """Yield the entries of places that print furniture: to make all of them takes long."""
    for place in reading.carried.places if reading.carried is not None else ():
        if any(run.kind == "furniture" for run in place.owned):
            yield from place.entries


def is_fingerprint(entry: Entry) -> bool:
    """Return whether an entry is the content's fingerprint as it is printed."""
    return entry.kind == "furniture" and "fingerprint" in (entry.form, entry.owner)


def contradictions(reading: Reading) -> Iterator[Finding]:
    """Yield where a file says two things of one figure in one form.

    A ledger that was edited to match an edited page agrees with that page, but not with itself
    unless all places were. Charts, which may ask for other decimals, are held to themselves.
    """
    mark = mark_of(reading)
    first: dict[tuple[str, str, str, str], Entry] = {}
    for entry in reading.entries or ():
        if entry.kind != "figure" or entry.channel in ("alt", "workbook") or _AMONG in entry.form:
            continue
        apart = entry.within if entry.channel == "chart" else ""
        known = first.setdefault((entry.kind, entry.owner, entry.form, apart), entry)
        if not said_alike(entry, (known,), mark):
            why = f"{entry.owner} on {UNITS[reading.medium]} {known.page}"
            yield Finding(reading.medium, entry.page, entry.channel, entry.text, known.text, why)


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
            if place.owned and (owned := tuple([o for o in place.owned if o.kind in _IN_BOTH]))
        )
        held = carried.snapshot and Snapshot(language=carried.snapshot.language)
        carried = replace(carried, places=places, words={}, snapshot=held, files={}, seal={})
    return replace(reading, places=(), carried=carried, seal={}, words=None, attached={})


def same_places(reading: Reading, planned: Iterable[LedgerPlace]) -> bool:
    """Say whether the ledger that a file carries is the one that would be written now."""
    return not list(_carried(reading, in_order(planned)))


def mark_of(*readings: Reading) -> str:
    """Return what parts whole numbers from their decimals in files; nothing where none says so."""
    for reading in readings:
        if reading.snapshot is not None and reading.snapshot.language:
            try:
                return decimal_mark(reading.snapshot.language)
            except LookupError:  # a forged file's
                continue
    return ""


def is_cell(entry: Entry) -> bool:
    """Say whether a cell of a data file is printed, be it a figure's or no one's."""
    return entry.kind == "cell" or of_cell(entry.form)


def inflects(entry: Entry) -> bool:
    """Say whether an entry is printed in the case that the words before it ask for."""
    return _IN_CASE in entry.form.split("|")


def said_alike(entry: Entry, others: Iterable[Entry], mark: str = "") -> bool:
    """Say whether one of other entries of its owner and form says what an entry does.

    `mark` is the decimal mark of the files' language, where that is known.
    """
    text = canonical(entry.text)
    for other in others:
        if text == canonical(other.text) or (inflects(entry) and _same_digits(text, other.text)):
            return True
        channels = (entry.channel, other.channel)
        if "chart" in channels and _undivided(text) == _undivided(other.text):
            return True
        if is_cell(entry) and _prints(text, canonical(other.text), channels, entry, mark):
            return True
    return False


def has_numbers(entries: Iterable[Entry]) -> bool:
    """Say whether cells are printed, all of which have a number."""
    return all(is_cell(entry) and _NUMBER.search(canonical(entry.text)) for entry in entries)


@dataclass(frozen=True)
class _Print:
    """A number as printed: `whole` with `decimals` of its digits behind the decimal mark."""

    whole: int
    decimals: int

    def is_of(self, other: _Print) -> bool:
        """Say whether both are prints of one value."""
        fine, coarse = sorted((self, other), key=lambda each: -each.decimals)
        step: int = 10 ** (fine.decimals - coarse.decimals)
        return 2 * abs(fine.whole - coarse.whole * step) <= (step if step > 1 else 0)


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


def _same_digits(text: str, other: str) -> bool:
    """Say whether two texts, one of which is in a case, have the same digits, and beside them the
    same words but for their ends: "3 дні" and "3 днів", not "about 3 days".
    """
    first, second = (re.sub(r"\D", "", each) for each in (text, other))
    words = [re.findall(r"[^\W\d_]+", each) for each in (text, other)]
    return first == second and (not first or _fit(*words))


def _undivided(text: str) -> str:
    """Return a label without line ends and without the hyphens at which its words were divided."""
    return _DIVIDED.sub("", "".join(canonical(text).split()))


def _prints(text: str, other: str, channels: Sequence[str], entry: Entry, mark: str) -> bool:
    """Say whether two texts have numbers of the same values, and words that fit one another."""
    marks = (mark,) if mark else (".", ",")
    if not any(_same_numbers(text, other, each) for each in marks):
        return False
    if entry.kind != "cell" or any(channel in _SPOKEN for channel in channels):
        return True  # a hedge or a unit in words
    first, second = (re.findall(r"[^\W\d_]+", _NUMBER.sub(" ", each)) for each in (text, other))
    return not first or not second or _fit(first, second)


def _fit(first: Sequence[str], second: Sequence[str]) -> bool:
    """Say whether words are the same but for their ends: 1 day, 1.4 days."""
    return [each[:2] for each in first] == [each[:2] for each in second]


def _same_numbers(text: str, other: str, mark: str) -> bool:
    """Say whether the numbers of one text are, in order, prints of numbers of the other."""
    few, many = sorted((_numbers(text, mark), _numbers(other, mark)), key=len)
    rest = iter(many)
    return bool(few) and all(any(each.is_of(found) for found in rest) for each in few)


def _numbers(text: str, mark: str) -> list[_Print]:
    found = []
    for each in _NUMBER.finditer(text):
        said = each["said"]
        whole, point, decimals = said.rpartition(mark) if said.count(mark) == 1 else (said, "", "")
        digits = re.sub(r"\D", "", whole if point else said) + re.sub(r"\D", "", decimals)
        if len(digits) <= FARTHEST and digits.isdecimal():
            sign = -1 if each["sign"] else 1
            found.append(_Print(sign * int(digits), len(re.sub(r"\D", "", decimals))))
    return found
