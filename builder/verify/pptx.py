"""A finished deck in; what it says slide by slide, and what it says of itself, out.

Read from the parts themselves (zip and XML), in the order of the presentation (ECMA-376-1, 19.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from builder.verify.carried import NOTHING, ONE_LEDGER, Carried, parse
from builder.verify.package import Package
from builder.verify.reading import (
    WHOLE_FILE,
    Finding,
    PageText,
    Reading,
    UnreadableFileError,
    kept,
)
from builder.verify.slide import P, R, read_slide

LEDGER_NAMESPACE = "urn:paperdeck:ledger"
_SECTION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"
_DESCRIBING = ("title", "subject", "description", "keywords", "category", "creator", "version")
_FINGERPRINT = "paperdeck.fingerprint"


def read_deck(path: Path) -> Reading:
    """Return what a deck says.

    Raises:
        UnreadableFileError: the file is no presentation, or damaged.
    """
    try:
        return read_package(Package.open(path, str(path)))
    except ValueError as error:
        raise UnreadableFileError(f"{path}: is damaged: {error}") from error


def read_package(package: Package) -> Reading:
    """Return what a deck says whose parts are in memory already.

    Raises:
        UnreadableFileError: it is no presentation, or damaged.
    """
    root = package.xml(package.main)
    targets = {related.id: related.target for related in package.related(package.main, "slide")}
    problems = list(_numbering(root))
    pages = [_whole_file(package, root)]
    backdrops: dict[str, tuple[str, ...]] = {}
    for number, slide in enumerate(root.iter(f"{P}sldId"), start=1):
        part = targets.get(slide.get(f"{R}id", ""))
        if part is None:
            raise UnreadableFileError(f"{package.name}: slide {number} leads to no part")
        page, found = read_slide(package, part, number, backdrops)
        pages.append(page)
        problems += found
    carried = _ledger(package, problems)
    return Reading(
        "deck",
        tuple(pages),
        carried.fingerprint,
        carried.slug,
        carried.edition,
        carried.entries,
        tuple(problems),
        carried.snapshot,
        tuple(_marks(package)),
    )


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


def _whole_file(package: Package, root: etree._Element) -> PageText:
    sections = kept(section.get("name", "") for section in root.iter(_SECTION))
    core = package.one("", "core-properties")
    said = (
        []
        if core is None
        else [
            element.text or ""
            for element in package.xml(core)
            if etree.QName(element).localname in _DESCRIBING
        ]
    )
    return PageText(WHOLE_FILE, {"outline": sections, "properties": kept(said)})


def _ledger(package: Package, problems: list[Finding]) -> Carried:
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
    carried = found[0] if found else NOTHING
    problems += carried.problems
    return carried
