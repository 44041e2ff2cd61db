"""A finished deck in; what it says slide by slide, and what it says of itself, out.

Read from the parts themselves (zip and XML), in the order of the presentation (ECMA-376-1, 19.2).

A process that reads decks again and again remembers what was read of a slide: it is read from its
own part and from those that it leads to, other slides apart, of which only the numbers count. While
all of these have the bytes that they had, it says what it said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

from lxml import etree

from builder.memory import memory, remembered
from builder.model.ledger import WHOLE_FILE, LedgerPlace, in_order
from builder.ooxml import PackageError
from builder.ooxml.markup import relations_of
from builder.ooxml.unmarked import BLANK, unmarked
from builder.seals.pptx import seal
from builder.verify.carried import ONE_LEDGER, parse
from builder.verify.drawingml import P, R
from builder.verify.edge import within
from builder.verify.package import Package
from builder.verify.reading import Carried, Finding, Reading, UnreadableFileError
from builder.verify.slide import Deck, read_slide

LEDGER_NAMESPACE = "urn:paperdeck:ledger"
_SECTION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"
_DESCRIBING = ("title", "subject", "description", "creator", "language", "keywords")
_DATES = frozenset({(1980, 1, 1, 0, 0, 0)})  # archives without a time of any machine
_FINGERPRINT = "paperdeck.fingerprint"
_Said: TypeAlias = tuple[tuple[LedgerPlace, ...], tuple[int, ...], bool]
"""The places of a slide, which of them hold its fingerprint, and whether it contradicts itself."""

_BYTES: Final = 300  # of a place remembered


def read_deck(path: Path) -> Reading:
    """Return what a deck says.

    Raises:
        UnreadableFileError: the file is no presentation, or damaged.
    """
    with within(str(path), "the file"):
        return read_package(Package.open(path, str(path)))


def read_package(package: Package) -> Reading:
    """Return what a deck says whose parts are in memory already.

    Raises:
        UnreadableFileError: it is no presentation, or damaged.
    """
    root = package.xml(package.main)
    if root.tag != f"{P}presentation":
        raise UnreadableFileError(f"{package.name}: is no presentation")
    targets = {related.id: related.target for related in package.related(package.main, "slide")}
    problems = list(_numbering(root))
    places: list[LedgerPlace] = list(_whole_file(package, root))
    slides = [targets.get(slide.get(f"{R}id", "")) for slide in root.iter(f"{P}sldId")]
    numbers = {part: number for number, part in enumerate(slides, start=1) if part}
    if len(numbers) < sum(map(bool, slides)):
        raise UnreadableFileError(f"{package.name}: shows a part as two of its slides")
    reader = Slides(Deck(package, numbers, {}))
    for number, part in enumerate(slides, start=1):
        if part is None:
            raise UnreadableFileError(f"{package.name}: slide {number} leads to no part")
        with within(package.name, part):
            said, found = reader.read(part, number)
        places += said
        problems += found
    if not slides:
        raise UnreadableFileError(f"{package.name}: has no slide")
    carried = _ledger(package, problems)
    try:
        sealed = seal(package.parts, carried.seal if carried else {})
    except PackageError as error:
        raise UnreadableFileError(f"{package.name}: {error}") from error
    return Reading(
        "deck",
        in_order(places),
        carried,
        sealed,
        tuple(problems),
        tuple(_marks(package)),
        untouched=package.dates == _DATES,
        homes=dict(_homes(package, numbers)),
    )


def _homes(package: Package, numbers: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Yield the parts that slides lead to, but for layouts, and their slides' numbers."""
    for part, number in numbers.items():
        for kind in ("chart", "notesSlide"):
            for related in package.related(part, kind):
                if related.target is not None:
                    yield related.target, number
                    books = package.related(related.target, "package") if kind == "chart" else ()
                    yield from ((book.target, number) for book in books if book.target)


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


def _numbering(root: etree._Element) -> Iterator[Finding]:
    first = root.get("firstSlideNum", "1")
    if first != "1":
        why = "PowerPoint prints other slide numbers than the deck's own"
        yield Finding("deck", WHOLE_FILE, "body", f"slides numbered from {first}", "", why)


def _marks(package: Package) -> Iterator[str]:
    """Yield the fingerprints that the deck's properties state, whole or shortened."""
    core = package.one("", "core-properties")
    if core is not None:
        yield package.xml(core).findtext("{*}identifier") or ""
    custom = package.one("", "custom-properties")
    if custom is not None:
        for known in package.xml(custom):
            if known.get("name") == _FINGERPRINT:
                yield "".join(known.itertext())


def _whole_file(package: Package, root: etree._Element) -> Iterator[LedgerPlace]:
    """Yield what the deck says of itself as a whole, and the names of its sections."""
    core = package.one("", "core-properties")
    said = {} if core is None else {etree.QName(e).localname: e.text for e in package.xml(core)}
    for name in _DESCRIBING:
        text = said.get(name) or ""
        if name == "keywords":  # which LibreOffice parts by spaces alone
            text = " ".join(text.replace(";", " ").split())
        if text:
            yield LedgerPlace(WHOLE_FILE, "properties", "", name, text)
    for section in root.iter(_SECTION):
        yield LedgerPlace(WHOLE_FILE, "outline", "", "section", section.get("name", ""))


def _ledger(package: Package, problems: list[Finding]) -> Carried | None:
    found: list[Carried] = []
    for part in sorted(part for part in package.parts if part.startswith("customXml/item")):
        root = package.xml(part)
        if etree.QName(root).namespace != LEDGER_NAMESPACE:
            continue
        try:
            found.append(parse("".join(map(str, root.itertext())), "deck"))
        except ValueError as error:
            why = f"the ledger in {part} cannot be read"
            problems.append(Finding("deck", WHOLE_FILE, "ledger", str(error), "", why))
    if len(found) > 1:
        problems.append(Finding("deck", WHOLE_FILE, "ledger", "a second ledger", "", ONE_LEDGER))
    if not found:
        return None
    problems += found[0].problems
    return found[0]
