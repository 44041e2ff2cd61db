"""Slides on a user's template: its file in; an empty deck and shapes in its placeholders out.

Its sample slides go, with their sections, comments and thumbnail; masters, layouts, footers,
logos, fonts and theme stay as they are.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from builder.deck.borrowed.package import as_presentation
from builder.deck.borrowed.repair import repair_indices, repair_master
from builder.deck.plan.fittings import Fitting, Slot
from builder.deck.plan.model import NUMBERED, Paragraph, Placeholder, Style, TextItem
from builder.deck.template import xml
from builder.deck.write.shapes import ShapeWriter
from builder.units import Box, emu

if TYPE_CHECKING:
    from lxml import etree
    from pptx.presentation import Presentation

# What belongs to sample slides, or to whoever made the template.
_DROPPED: Final = (
    "slide",
    "commentAuthors",
    "authors",
    "customXml",
    "printerSettings",
    "revisionInfo",
    "changesInfo",
    "thumbnail",
    "extended-properties",
    "custom-properties",
    "core-properties",
)
_SECTIONS: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_GRAPHIC: Final = ("obj", "chart", "tbl")


def opened(data: bytes) -> Presentation:
    """Return the template as a deck without slides."""
    import pptx

    deck = pptx.Presentation(io.BytesIO(as_presentation(data)))
    root: etree._Element = deck.part._element
    for name in ("sldIdLst", "custShowLst", "custDataLst", "smartTags"):
        for found in root.findall(f"{_P}{name}"):
            root.remove(found)
    # The agenda, the paper and the notes count slides from 1.
    root.attrib.pop("firstSlideNum", None)
    for extension in root.findall(f"{_P}extLst/{_P}ext"):
        if extension.get("uri") == _SECTIONS:
            extension.getparent().remove(extension)  # type: ignore[union-attr]
    for owner in (deck.part, deck.part.package):
        for key, related in list(owner._rels.items()):
            if related.reltype.rpartition("/")[2] in _DROPPED:
                owner._rels.pop(key)
    for master in deck.slide_masters:
        repair_master(master._element)
        for layout in master.slide_layouts:
            repair_indices(layout._element)
    _complete(deck)
    return deck


def _complete(deck: Presentation) -> None:
    """Add the part of view properties where there is none, as LibreOffice saves templates.

    PowerPoint would offer to repair a deck without it.
    """
    from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    main = deck.part
    if any(related.reltype == RELATIONSHIP_TYPE.VIEW_PROPS for related in main._rels.values()):
        return
    said = f"{xml.HEADER}<p:viewPr {xml.NAMESPACES}/>".encode()
    name = PackURI("/ppt/viewProps.xml")
    views = Part(name, CONTENT_TYPE.PML_VIEW_PROPS, main.package, said)
    main.relate_to(views, RELATIONSHIP_TYPE.VIEW_PROPS)


@dataclass(frozen=True)
class TheirShapes(ShapeWriter):
    """Writes the shapes of one slide into the placeholders of a user's layout."""

    fitting: Fitting = field(default_factory=lambda: Fitting("", {}))

    def placeholder(self, place: Placeholder, item: TextItem) -> str:
        """Return text in their placeholder, in their type; in a box of its own if there is none."""
        slot = self.fitting.slots.get(place.index)
        box = item.box or place.box
        if slot is None:
            return self.text_box(item.name, box, item.paragraphs, place.anchor)
        # What differs from the first paragraph is meant; the first is as the template has it.
        first = replace(item.paragraphs[0].style, size=0.0)
        body = "".join(self._paragraph(each, slot, first, box.width) for each in item.paragraphs)
        return (
            f"<p:sp {xml.NAMESPACES}><p:nvSpPr>{self._named(item.name)}<p:cNvSpPr>"
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{_ph(slot)}</p:nvPr></p:nvSpPr>'
            f"<p:spPr>{_moved(box, slot)}</p:spPr><p:txBody><a:bodyPr><a:noAutofit/></a:bodyPr>"
            f"<a:lstStyle/>{body}</p:txBody></p:sp>"
        )

    def text_box(self, name: str, box: Box, paragraphs: Sequence[Paragraph], anchor: str) -> str:
        """Return text that has no placeholder on this layout."""
        return (
            f'<p:sp {xml.NAMESPACES}><p:nvSpPr>{self._named(name)}<p:cNvSpPr txBox="1"/><p:nvPr/>'
            f'</p:nvSpPr><p:spPr>{xml.transform(box)}<a:prstGeom prst="rect"><a:avLst/>'
            f"</a:prstGeom><a:noFill/></p:spPr><p:txBody>{xml.body_properties(anchor)}"
            f"<a:lstStyle/>{self.text.paragraphs(paragraphs, (), box.width)}</p:txBody></p:sp>"
        )

    def graphic_place(self, kind: str, index: int) -> str:
        """Return the `p:ph` of a chart or table; nothing where theirs holds only text."""
        slot = self.fitting.slots.get(index)
        return _ph(slot) if slot is not None and slot.kind in _GRAPHIC else ""

    def their_furniture(self, slot: Slot, name: str, paragraph: str) -> str:
        """Return a footer or slide number placeholder that holds one `a:p`."""
        return (
            f"<p:sp {xml.NAMESPACES}><p:nvSpPr>{self._named(name)}<p:cNvSpPr>"
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{_ph(slot)}</p:nvPr></p:nvSpPr>'
            f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{paragraph}</p:txBody></p:sp>"
        )

    def _paragraph(self, paragraph: Paragraph, slot: Slot, inherited: Style, width: float) -> str:
        """Return a paragraph whose size and indents are ours, all else the template's."""
        style, level = paragraph.style, paragraph.level
        bullet = ""
        if style.bullet == NUMBERED:
            start = f' startAt="{paragraph.start}"' if paragraph.start > 1 else ""
            bullet = (
                '<a:buSzPct val="100000"/><a:buFont typeface="+mj-lt"/>'
                f'<a:buAutoNum type="arabicPeriod"{start}/>'
            )
        elif style.bullet and not slot.bulleted:
            bullet = f'<a:buFont typeface="Arial"/><a:buChar char={quoteattr(style.bullet)}/>'
        elif not style.bullet:
            bullet = "<a:buNone/>"
        tab = ""
        if paragraph.trailing:
            pos = emu(width - style.indent(level) - 1)
            tab = f'<a:tabLst><a:tab pos="{pos}" algn="r"/></a:tabLst>'
        at_left = ' algn="l"' if style.bullet or paragraph.trailing else ""
        numbered = f' lvl="{level}"' if level else ""
        lines = self.text.runs(paragraph, inherited)
        return (
            f'<a:p><a:pPr marL="{emu(style.indent(level))}"{numbered} '
            f'indent="{-emu(style.hang)}"{at_left}>'
            f'<a:spcBef><a:spcPts val="{round(style.before * 100)}"/></a:spcBef>'
            f'<a:spcAft><a:spcPts val="0"/></a:spcAft>{bullet}{tab}</a:pPr>{lines}</a:p>'
        )


def _ph(slot: Slot) -> str:
    kind = "" if slot.kind == "obj" else f' type="{slot.kind}"'
    index = f' idx="{slot.index}"' if slot.index else ""
    return f"<p:ph{kind}{index}/>"


def _moved(box: Box, slot: Slot) -> str:
    """Return where a placeholder stands, if not where its layout has it."""
    left, top, right, bottom = slot.insets
    outer = Box(box.left - left, box.top - top, box.width + left + right, box.height + top + bottom)
    same = all(abs(one - other) < 0.1 for one, other in zip(outer, slot.box, strict=True))
    return "" if same else xml.transform(outer)
