"""A slide of a deck in; every place that an audience, a speaker or a screen reader meets, out.

Read from the parts themselves (ECMA-376-1, 13.3 and 19): shapes with their paragraphs, cells of
tables, charts and their workbooks, diagrams, comments, notes, alt texts, tooltips and addresses of
links. Two kinds of digits are left alone since no reader sees them as text: names of shapes, which
only PowerPoint's selection pane shows, and the numbers of numbered points, which PowerPoint
counts itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from functools import cached_property
from typing import Final, NamedTuple

from lxml import etree

from builder.frozen import dataclass
from builder.model.ledger import Box, Channel, LedgerPlace
from builder.verify.chart import read_chart
from builder.verify.drawingml import (
    A,
    C,
    Frame,
    P,
    R,
    behind,
    child_of,
    is_slide_number,
    kind_of,
    named,
    paragraph_elements,
    paragraph_text,
    paragraphs,
    placed,
    properties_of,
    shapes_in,
    turned,
)
from builder.verify.edge import within
from builder.verify.fills import Palette, Palettes, cell_filling, filling_of, is_line
from builder.verify.package import Package
from builder.verify.reading import Finding
from builder.verify.runs import plainly, size_of, struck_in
from builder.verify.slides import NOWHERE

NOTES: Final = "Notes"
_COMMENTS = ("comments", "comment")
_UPRIGHT: Final = frozenset({"sp", "pic", "grpSp"})
"""Shapes that no deck of ours turns: of a line it says which way it runs."""
_UNSEEN: Final = frozenset({"hdr", "dt", "ftr", "sldNum", "sldImg"})
_BODY: Final = f"{P}txBody"
_OWN, _SORT, _HOLDER = f"{P}nvSpPr", f"{P}nvPr", f"{P}ph"
_LINKS: Final = ("{*}hlinkClick", "{*}hlinkHover", "{*}hlinkMouseOver")


@dataclass(frozen=True)
class Deck:
    """What all slides of a deck share: their numbers by part, the texts of layouts, and the colours
    of masters.
    """

    package: Package
    numbers: Mapping[str, int]
    backdrops: dict[str, tuple[str, ...]]
    palettes: Palettes = field(default_factory=Palettes)


def read_slide(deck: Deck, part: str, number: int) -> tuple[list[LedgerPlace], list[Finding]]:
    """Return what a slide says, and where it contradicts itself.

    Raises:
        UnreadableFileError: a part of the slide is damaged.
    """
    slide = _Slide(deck, part, number)
    return list(slide.places()), slide.findings


class _Ground(NamedTuple):
    """Where text stands, and what its shape is filled with."""

    box: Box | None = None
    filled: str = ""


_NOWHERE: Final = _Ground()


class _Slide:
    """Reads one slide; `findings` are its contradictions."""

    def __init__(self, deck: Deck, part: str, number: int) -> None:
        self.deck, self.part, self.number = deck, part, number
        self.package = deck.package
        self.root = deck.package.xml(part)
        self.charts = {each.id: each.target for each in self.package.related(part, "chart")}
        self.findings: list[Finding] = []

    def places(self) -> Iterator[LedgerPlace]:
        """Yield the places of the slide, in reading order."""
        shown = self.root.get("show", "1") not in ("0", "false")
        yield self._place("look", "", "state", "shown" if shown else "hidden")
        tree = self.root.find(f"{P}cSld/{P}spTree")
        if tree is not None:
            for shape in shapes_in(tree):
                yield from self._shape(shape, "", Frame())
        for text in (
            *self._diagrams(),
            *behind(self.package, self.deck.backdrops, self.part, self.root),
        ):
            yield self._place("body", "Template", "paragraph", text)
        yield from self._notes()
        for text in self._comments():
            yield self._place("comment", "", "comment", text)
        self._doubts()

    def _place(
        self,
        channel: Channel,
        within: str,
        part: str,
        text: str,
        box: Box | None = None,
        size: float = 0.0,
        filled: str = "",
    ) -> LedgerPlace:
        return LedgerPlace(self.number, channel, within, part, text, (), box, size, filled)

    @cached_property
    def _colours(self) -> Palette:
        return self.deck.palettes.of(self.package, self.part, self.root)

    def _palette(self) -> Palette:
        return self._colours

    def _shape(self, shape: etree._Element, within: str, frame: Frame) -> Iterator[LedgerPlace]:
        kind, called, place = kind_of(shape), named(shape), placed(shape)
        name, box = within or called.name, frame.box_of(place)
        if called.hidden:
            yield self._place("look", name, "state", "hidden")
        if kind in _UPRIGHT and (over := turned(place)) and not is_line(shape):
            yield self._place("look", name, "state", over)
        yield from self._described(called.properties, name)
        if kind == "grpSp":
            inner = frame.inside(shape)
            for member in shapes_in(shape):
                yield from self._shape(member, name, inner)
            return
        own = kind in ("sp", "cxnSp") and not called.placeholder
        filled = filling_of(shape, self._palette) if own else ""
        said = list(self._text(shape, name, _Ground(box, filled)))
        if kind == "graphicFrame":
            said += self._graphic(shape, name, box)
        if said:
            yield from said
        elif kind == "pic":
            yield self._place("look", name, "shape", "picture", box)
            for blip in shape.iter(f"{A}blip"):
                digest = self.package.digests(self.part, "image").get(blip.get(f"{R}embed", ""), "")
                yield self._place("look", name, "pixels", digest)
        elif not called.placeholder:
            form = "line" if is_line(shape) else "area"
            yield self._place("look", name, "shape", form, box, 0.0, filled)

    def _described(self, held: list[etree._Element], name: str) -> Iterator[LedgerPlace]:
        for properties in held:
            for key, part in (("descr", "description"), ("title", "title")):
                if properties.get(key):
                    yield self._place("alt", name, part, properties.get(key, ""))

    def _text(self, shape: etree._Element, name: str, ground: _Ground) -> Iterator[LedgerPlace]:
        body = child_of(shape, _BODY)
        if body is not None:
            for paragraph in paragraph_elements(body):
                yield from self._paragraph(paragraph, name, "paragraph", ground, self.part)

    def _paragraph(
        self,
        paragraph: etree._Element,
        name: str,
        what: str,
        ground: _Ground,
        part: str,
        channel: Channel = "body",
    ) -> Iterator[LedgerPlace]:
        plain = plainly(paragraph)
        if plain is not None:
            text, size, struck, leads = plain
            if text.strip() or "row" in what:
                yield self._place(channel, name, what, text, ground.box, size, ground.filled)
                if struck:
                    yield self._place("look", name, "struck through", struck)
            if leads:
                yield from self._links(paragraph, name, part)
            return
        text = paragraph_text(paragraph, str(self.number))
        self._fields(paragraph, channel)
        if text.strip() or "row" in what:
            size = size_of(paragraph)
            place = self._place(channel, name, what, text, ground.box, size, ground.filled)
            yield replace(place, numbers=True) if is_slide_number(paragraph) else place
            if struck := struck_in(paragraph):
                yield self._place("look", name, "struck through", struck)
        yield from self._links(paragraph, name, part)

    def _links(self, element: etree._Element, name: str, part: str) -> Iterator[LedgerPlace]:
        """Yield where an element leads, each goal once, and what is said when it is pointed at."""
        links = list(element.iter(*_LINKS))
        if not links:
            return
        outside = self.package.addresses(part)
        inside = {each.id: each.target for each in self.package.related(part, "slide")}
        goals: dict[str, None] = {}
        for link in links:
            key = link.get(f"{R}id", "")
            if key in outside:
                goals[outside[key]] = None
            elif key in inside:
                number = self.deck.numbers.get(inside[key])
                goals[f"slide {number}" if number else NOWHERE] = None
            elif link.get("action"):
                goals[link.get("action", "")] = None
            if link.get("tooltip"):
                yield self._place("tooltip", name, "Link", link.get("tooltip", ""))
        for goal in goals:
            yield self._place("link", name, "Link", goal)

    def _graphic(self, frame: etree._Element, name: str, box: Box | None) -> Iterator[LedgerPlace]:
        for number, row in enumerate(frame.iter(f"{A}tr"), 1):
            for column, cell in enumerate(row.iterchildren(f"{A}tc"), 1):
                if cell.get("hMerge") in ("1", "true") or cell.get("vMerge") in ("1", "true"):
                    continue
                part = f"row {number}, column {column}"
                ground = _Ground(None, cell_filling(cell, self._palette))
                for paragraph in paragraph_elements(cell):
                    yield from self._paragraph(paragraph, name, part, ground, self.part)
        for chart in frame.iter(f"{C}chart"):
            part = self.charts.get(chart.get(f"{R}id", ""), "")
            with within(self.package.name, part or self.part):
                found = read_chart(self.package, part, self.number, name)
            yield self._place("look", name, "shape", "chart", box)
            for unseen in found.unseen:
                yield self._place("look", name, "state", unseen)
            yield from found.places
            for said, expected, why in found.quarrels:
                self.findings.append(
                    Finding("deck", self.number, "workbook", said, expected, why, name)
                )

    def _notes(self) -> Iterator[LedgerPlace]:
        notes = self.package.one(self.part, "notesSlide")
        if notes is None:
            return
        for shape in self.package.xml(notes).iter(f"{P}sp"):
            own, place = child_of(shape, _OWN), None
            if own is not None and (own := child_of(own, _SORT)) is not None:
                place = child_of(own, _HOLDER)
            if place is not None and place.get("type", "body") in _UNSEEN:
                continue
            for properties in properties_of(shape):
                if properties.get("descr"):
                    yield self._place("alt", NOTES, "description", properties.get("descr", ""))
            body = child_of(shape, _BODY)
            for paragraph in () if body is None else paragraph_elements(body):
                yield from self._paragraph(paragraph, NOTES, "paragraph", _NOWHERE, notes, "notes")

    def _diagrams(self) -> Iterator[str]:
        """Yield the text of diagrams (SmartArt), which the slide itself does not hold."""
        for diagram in self.package.related(self.part, "diagramData"):
            yield from paragraphs(self.package.xml(diagram.target))

    def _comments(self) -> Iterator[str]:
        """Yield what reviewers remarked, in the older and in the newer kind of comments."""
        for kind in _COMMENTS:
            for related in self.package.related(self.part, kind):
                root = self.package.xml(related.target)
                yield from (text.text or "" for text in root.iter(f"{P}text"))
                yield from paragraphs(root)

    def _doubts(self) -> None:
        for data in self.root.iter(f"{A}graphicData"):
            if data.get("uri", "").endswith("/chartex"):
                why = "what PowerPoint draws from it cannot be read"
                self.findings.append(
                    Finding("deck", self.number, "chart", "a chart of a newer kind", "", why)
                )

    def _fields(self, paragraph: etree._Element, channel: str) -> None:
        """Note fields that PowerPoint fills with something other than the text kept in the file."""
        for each in paragraph.iter(f"{A}fld"):
            if each.get("type", "").startswith("datetime"):
                why = "PowerPoint prints the day on which the deck is shown there"
                said = each.findtext(f"{A}t") or "a date field"
                self.findings.append(Finding("deck", self.number, channel, said, "", why))
