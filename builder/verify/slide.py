"""A slide of a deck in; every text that an audience, a speaker or a screen reader meets, out.

Read from the parts themselves (ECMA-376-1, 13.3 and 19): shapes, tables, charts and their
workbooks, diagrams, comments, notes, alt texts, tooltips and addresses of links. A hidden slide is
read like any other: whoever has the file can show it. Two kinds of
digits are left alone since no reader sees them as text: names of shapes, which only PowerPoint's
selection pane shows, and the numbers of numbered points, which PowerPoint counts itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.verify.chart import A, C, paragraphs, read_chart
from builder.verify.package import Package
from builder.verify.reading import Finding, PageText, ReadChannel, kept

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_COMMENTS = ("comments", "comment")


def read_slide(
    package: Package, part: str, number: int, backdrops: dict[str, tuple[str, ...]]
) -> tuple[PageText, list[Finding]]:
    """Return what a slide says, and where it contradicts itself.

    `backdrops` keeps the texts of layouts and masters by part, from one slide for the next.

    Raises:
        UnreadableFileError: a part of the slide is damaged.
    """
    root = package.xml(part)
    channels: dict[ReadChannel, list[str]] = {
        "body": [
            *paragraphs(root),
            *_diagrams(package, part),
            *_behind(package, part, root, backdrops),
        ],
        "notes": [],
        "alt": list(_alt_texts(root)),
        "chart": [],
        "workbook": [],
        "link": list(_addresses(package, part, root)),
        "comment": list(_comments(package, part)),
    }
    findings = list(_doubts(root, number))
    notes = package.one(part, "notesSlide")
    if notes is not None:
        spoken = package.xml(notes)
        channels["notes"] += paragraphs(spoken)
        channels["alt"] += _alt_texts(spoken)
        channels["link"] += _addresses(package, notes, spoken)
        findings += _fields(spoken, number, "notes")
    charts = {related.id: related.target for related in package.related(part, "chart")}
    for frame in root.iter(f"{C}chart"):
        chart = read_chart(package, charts.get(frame.get(f"{R}id", ""), ""))
        channels["chart"] += chart.printed
        channels["workbook"] += chart.cells
        for found, expected, why in chart.quarrels:
            findings.append(Finding("deck", number, "workbook", found, expected, why))
    return PageText(number, {name: kept(pieces) for name, pieces in channels.items()}), findings


def _behind(
    package: Package, part: str, root: etree._Element, backdrops: dict[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the text of the layout's and the master's own shapes, which every slide shows."""
    above = package.one(part, "slideLayout") or package.one(part, "slideMaster")
    hidden = root.get("showMasterSp", "1") in ("0", "false")
    if above is None or hidden or "slideMasters" in part:
        return ()
    if above not in backdrops:
        tree = package.xml(above)
        backdrops[above] = (*_own_text(tree), *_behind(package, above, tree, backdrops))
    return backdrops[above]


def _own_text(root: etree._Element) -> Iterator[str]:
    for kind in ("sp", "graphicFrame"):
        for shape in root.iter(f"{P}{kind}"):
            if shape.find(f"{{*}}nv{kind[:1].upper()}{kind[1:]}Pr/{P}nvPr/{P}ph") is None:
                yield from paragraphs(shape)


def _diagrams(package: Package, part: str) -> Iterator[str]:
    """Yield the text of diagrams (SmartArt), which the slide itself does not hold."""
    for diagram in package.related(part, "diagramData"):
        yield from paragraphs(package.xml(diagram.target))


def _comments(package: Package, part: str) -> Iterator[str]:
    """Yield what reviewers remarked, in the older and in the newer kind of comments."""
    for kind in _COMMENTS:
        for related in package.related(part, kind):
            root = package.xml(related.target)
            yield from (text.text or "" for text in root.iter(f"{P}text"))
            yield from paragraphs(root)


def _alt_texts(root: etree._Element) -> Iterator[str]:
    """Yield what screen readers say of shapes, and what links say when pointed at."""
    for properties in root.iter(f"{P}cNvPr"):
        yield from (properties.get(name, "") for name in ("title", "descr"))
    for link in root.iter("{*}hlinkClick", "{*}hlinkHover", "{*}hlinkMouseOver"):
        yield link.get("tooltip", "")


def _addresses(package: Package, part: str, root: etree._Element) -> Iterator[str]:
    """Yield each address outside the deck that a link of the slide leads to."""
    outside = package.addresses(part)
    for link in root.iter("{*}hlinkClick", "{*}hlinkHover", "{*}hlinkMouseOver"):
        yield outside.get(link.get(f"{R}id", ""), "")


def _doubts(root: etree._Element, number: int) -> Iterator[Finding]:
    """Yield what makes the slide show other than its text says."""
    yield from _fields(root, number, "body")
    for data in root.iter(f"{A}graphicData"):
        if data.get("uri", "").endswith("/chartex"):
            why = "what PowerPoint draws from it cannot be read"
            yield Finding("deck", number, "chart", "a chart of a newer kind", "", why)


def _fields(root: etree._Element, number: int, channel: str) -> Iterator[Finding]:
    """Yield fields that PowerPoint fills with something other than the text kept in the file."""
    for field in root.iter(f"{A}fld"):
        kind, kept_text = field.get("type", ""), field.findtext(f"{A}t") or ""
        if kind == "slidenum" and kept_text.strip() != str(number):
            why = "PowerPoint prints the slide's own number there"
            yield Finding("deck", number, channel, kept_text, str(number), why)
        elif kind.startswith("datetime"):
            why = "PowerPoint prints the day on which the deck is shown there"
            yield Finding("deck", number, channel, kept_text or "a date field", "", why)
