"""What was read of a slide before, for a process that reads decks again and again: takes the deck
and the slide's part, returns what `read_slide` does.

A slide is read from its own part and from those that it leads to, other slides apart, of which only
the numbers count. While all of these have the bytes that they had, it says what it said.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Final, TypeAlias

from builder.memory import memory, remembered
from builder.model.ledger import LedgerPlace
from builder.ooxml.markup import relations_of
from builder.ooxml.unmarked import BLANK, unmarked
from builder.verify.package import Package
from builder.verify.reading import Finding
from builder.verify.slide import Deck, read_slide

_Said: TypeAlias = tuple[tuple[LedgerPlace, ...], tuple[int, ...], bool]
"""The places of a slide, which of them hold its fingerprint, and whether it contradicts itself."""

_BYTES: Final = 300  # of a place remembered


class Slides:
    """Reads the slides of one deck."""

    def __init__(self, deck: Deck) -> None:
        self._deck = deck
        self._digests: dict[str, bytes] = {}

    def read(self, part: str, number: int) -> tuple[list[LedgerPlace], list[Finding]]:
        """Return what a slide says, and where it contradicts itself.

        Raises:
            UnreadableFileError: a part of the slide is damaged.
        """
        if memory() is None or part not in self._deck.package.parts:
            return read_slide(self._deck, part, number)
        text, mark = unmarked(self._deck.package.parts[part])
        key = "slide read", part, number, hashlib.sha256(text).digest(), self._beside(part)
        places, marked, quarrels = remembered(
            key, lambda: self._read(part, text, number), lambda said: _BYTES * len(said[0])
        )
        if quarrels:  # no deck of ours has any: they are told as they stand
            return read_slide(self._deck, part, number)
        found = list(places)
        for at in marked:
            found[at] = replace(found[at], text=found[at].text.replace(BLANK, mark))
        return found, []

    def _read(self, part: str, text: bytes, number: int) -> _Said:
        package = self._deck.package
        bare = replace(package, parts={**package.parts, part: text})
        places, findings = read_slide(replace(self._deck, package=bare), part, number)
        marked = (at for at, place in enumerate(places) if BLANK in place.text)
        return tuple(places), tuple(marked), bool(findings)

    def _beside(self, part: str) -> tuple[bytes, tuple[int | None, ...]]:
        """Return what tells the parts that a slide leads to, and the numbers of other slides."""
        package, numbers = self._deck.package, self._deck.numbers
        whole = hashlib.sha256(package.parts.get(relations_of(part), b""))
        goals: list[int | None] = []
        seen, waiting = {part}, [each.target for each in package.related(part)]
        while waiting:
            name = waiting.pop()
            if name in seen:
                goals += [numbers.get(name)]
                continue
            seen.add(name)
            if name in numbers:
                goals.append(numbers[name])
                continue
            whole.update(self._digest(package, name))
            waiting += [each.target for each in package.related(name)]
        return whole.digest(), tuple(goals)

    def _digest(self, package: Package, name: str) -> bytes:
        """Return what tells a part, with its name and what it leads to, from all others."""
        if name not in self._digests:
            parts = package.parts
            each = (name.encode(), parts.get(name, b""), parts.get(relations_of(name), b""))
            self._digests[name] = b"".join(hashlib.sha256(data).digest() for data in each)
        return self._digests[name]
