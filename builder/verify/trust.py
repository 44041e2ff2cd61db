"""One finished file in; what in it can be trusted, what was changed, and what was dropped, out.

A program that saves a deck again may drop alt texts, workbooks and the ledger itself. That is no
change of a figure, but nothing can be proved of what is gone, so it is told apart and named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from builder.model.ledger import Entry
from builder.verify.chart import NO_WORKBOOK
from builder.verify.compare import compare_with_itself, printed
from builder.verify.matching import Surface, in_order
from builder.verify.read import read
from builder.verify.reading import UNITS, Finding, PageText, Reading, canonical

_DROPPED = ("alt", "workbook")


@dataclass(frozen=True)
class Examined:
    """A finished file held against what it carries.

    `name` is its path as the user gave it. `changed` are the places where it does not say what
    it carries; `gone` are ledger entries whose whole description or workbook is not in the file
    any more, and `reading` is the file less those.
    """

    name: str
    reading: Reading
    changed: tuple[Finding, ...]
    gone: tuple[Entry, ...] = ()

    @property
    def carries(self) -> bool:
        """Whether the file carries a ledger that can be read."""
        return self.reading.entries is not None


def examine(path: Path) -> Examined:
    """Return a finished file, held against its own ledger.

    Raises:
        UnreadableFileError: it is neither a paper nor a deck, or is damaged.
    """
    return examined(str(path), read(path))


def examined(name: str, reading: Reading) -> Examined:
    """Return a reading, held against its own ledger."""
    if reading.entries is None:
        return Examined(name, reading, reading.problems)
    gone = frozenset(dropped(reading, reading.entries))
    kept = without(reading, gone)
    changed = (*compare_with_itself(kept), *contradictions(kept))
    return Examined(name, kept, changed, tuple(e for e in reading.entries if e in gone))


def without(reading: Reading, gone: frozenset[Entry]) -> Reading:
    """Return a reading as if what is gone had never been planned."""
    if not gone or reading.entries is None:
        return reading
    entries = tuple(entry for entry in reading.entries if entry not in gone)
    places = {entry.page for entry in gone if entry.channel == "workbook"}
    problems = tuple(
        finding
        for finding in reading.problems
        if finding.why != NO_WORKBOOK or finding.page not in places
    )
    return replace(reading, entries=entries, problems=problems)


def dropped(reading: Reading, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries of each alt text and workbook of which nothing is left on its page."""
    groups: dict[tuple[int, str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.channel in _DROPPED:
            groups[entry.page, entry.channel, entry.within].append(entry)
    pages = {page.number: page for page in reading.pages}
    for (number, channel, _), group in groups.items():
        page = pages.get(number, PageText(number, {}))
        surface = Surface.of(page.pieces("alt" if channel == "alt" else "workbook"))
        texts = in_order(printed(entry) for entry in group)
        if not any(surface.take(text) for text in texts) and not any(surface.strays()):
            yield from group


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
        if canonical(known.text) != canonical(entry.text):
            why = f"{entry.owner} on {UNITS[reading.medium]} {known.page}"
            yield Finding(reading.medium, entry.page, entry.channel, entry.text, known.text, why)
