"""A finished deck in; every text that an audience, a speaker or a screen reader meets, out.

Read from the parts themselves (zip and XML), slide by slide in the order of the presentation
(ECMA-376-1, 13.3 and 19).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from builder.verify.carried import NOTHING, Carried, parse
from builder.verify.chart import C, paragraphs, read_chart
from builder.verify.package import Package
from builder.verify.reading import (
    WHOLE_FILE,
    Finding,
    PageText,
    ReadChannel,
    Reading,
    UnreadableFileError,
    kept,
)

LEDGER_NAMESPACE = "urn:paperdeck:ledger"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SECTION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"
_DESCRIBING = ("title", "subject", "description", "keywords", "category", "creator")


def read_deck(path: Path) -> Reading:
    """Return what a deck says.

    Raises:
        UnreadableFileError: the file is no presentation, or damaged.
    """
    package = Package.open(path, str(path))
    root = package.xml(package.main)
    targets = {related.id: related.target for related in package.related(package.main, "slide")}
    problems: list[Finding] = []
    pages = [_whole_file(package, root)]
    for number, slide in enumerate(root.iter(f"{_P}sldId"), start=1):
        part = targets.get(slide.get(f"{_R}id", ""))
        if part is None:
            raise UnreadableFileError(f"{path}: slide {number} leads to no part")
        page, found = _slide(package, part, number)
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
    )


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


def _slide(package: Package, part: str, number: int) -> tuple[PageText, list[Finding]]:
    root = package.xml(part)
    channels: dict[ReadChannel, list[str]] = {
        "body": [*paragraphs(root), *_behind(package, part, root)],
        "notes": [],
        "alt": list(_alt_texts(root)),
        "chart": [],
        "workbook": [],
    }
    notes = package.one(part, "notesSlide")
    if notes is not None:
        channels["notes"] += paragraphs(package.xml(notes))
        channels["alt"] += _alt_texts(package.xml(notes))
    findings = []
    charts = {related.id: related.target for related in package.related(part, "chart")}
    for frame in root.iter(f"{C}chart"):
        chart = read_chart(package, charts.get(frame.get(f"{_R}id", ""), ""))
        channels["chart"] += chart.printed
        channels["workbook"] += chart.cells
        for found, expected, why in chart.quarrels:
            findings.append(Finding("deck", number, "workbook", found, expected, why))
    return PageText(number, {name: kept(pieces) for name, pieces in channels.items()}), findings


def _behind(package: Package, part: str, root: etree._Element) -> Iterator[str]:
    """Yield the text of the layout's and the master's own shapes, which every slide shows."""
    while root.get("showMasterSp", "1") not in ("0", "false"):
        above = package.one(part, "slideLayout") or package.one(part, "slideMaster")
        if above is None or "slideMasters" in part:
            return
        part, root = above, package.xml(above)
        for shape in root.iter(f"{_P}sp"):
            if shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph") is None:
                yield from paragraphs(shape)


def _alt_texts(root: etree._Element) -> Iterator[str]:
    """Yield what screen readers say of shapes, and what links say when pointed at."""
    for properties in root.iter(f"{_P}cNvPr"):
        yield from (properties.get(name, "") for name in ("title", "descr"))
    for link in root.iter("{*}hlinkClick"):
        yield link.get("tooltip", "")


def _ledger(package: Package, problems: list[Finding]) -> Carried:
    for part, data in package.parts.items():
        if not part.startswith("customXml/") or LEDGER_NAMESPACE.encode() not in data:
            continue
        root = package.xml(part)
        if etree.QName(root).namespace != LEDGER_NAMESPACE:
            continue
        try:
            carried = parse("".join(root.itertext()), "deck")
        except ValueError as error:
            why = f"the ledger in {part} cannot be read"
            problems.append(Finding("deck", WHOLE_FILE, "properties", str(error), "", why))
        else:
            problems += carried.problems
            return carried
    return NOTHING
