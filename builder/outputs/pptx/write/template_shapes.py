"""Slides on a user's template: what is taken of it in; an empty deck and shapes in its
placeholders out.
"""

from __future__ import annotations

import io
from dataclasses import field, replace
from typing import TYPE_CHECKING, Final

from builder.frozen import dataclass
from builder.ooxml.escaping import quoteattr
from builder.outputs.pptx.plan.mapped import PlaceholderMapping, TemplatePlaceholder
from builder.outputs.pptx.plan.model import (
    NUMBERED,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.outputs.pptx.write import xml
from builder.outputs.pptx.write.shapes import ShapeWriter
from builder.units import Box, emu

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_GRAPHIC: Final = ("obj", "chart", "tbl", "pic", "clipArt")


def opened(data: bytes) -> Presentation:
    """Return what a deck takes of a template (`UserTemplate.data`) as a deck without slides."""
    import pptx

    return pptx.Presentation(io.BytesIO(data))


@dataclass(frozen=True)
class TemplateShapes(ShapeWriter):
    """Writes the shapes of one slide into the placeholders of a user's layout."""

    mapping: PlaceholderMapping = field(default_factory=lambda: PlaceholderMapping("", {}))

    def placeholder(self, place: Placeholder, item: TextItem) -> str:
        """Return text in their placeholder, in their type; in a box of its own if there is none."""
        slot = self.mapping.slots.get(place.index)
        box = item.box or place.box
        if slot is None:
            return self.text_box(item, box, place.anchor)
        # What differs from the first paragraph is meant; the first is as the template has it.
        first = replace(item.paragraphs[0].style, size=0.0)
        if place.index in self.mapping.inked:
            first = replace(first, colour="")
        body = "".join(self._paragraph(each, slot, first, box.width) for each in item.paragraphs)
        return (
            f"<p:sp><p:nvSpPr>{self.text_name(item)}<p:cNvSpPr>"
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{ph(slot)}</p:nvPr></p:nvSpPr>'
            f"<p:spPr>{_moved(box, slot)}</p:spPr><p:txBody><a:bodyPr><a:noAutofit/></a:bodyPr>"
            f"{self.text.list_style(item.paragraphs, (first,))}{body}</p:txBody></p:sp>"
        )

    def text_box(self, item: TextItem, box: Box, anchor: str) -> str:
        """Return text that has no placeholder on this layout."""
        return (
            f'<p:sp><p:nvSpPr>{self.text_name(item)}<p:cNvSpPr txBox="1"/><p:nvPr/>'
            f'</p:nvSpPr><p:spPr>{xml.transform(box)}<a:prstGeom prst="rect"><a:avLst/>'
            f"</a:prstGeom><a:noFill/></p:spPr><p:txBody>{xml.body_properties(anchor)}"
            f"{self.text.list_style(item.paragraphs)}"
            f"{self.text.paragraphs(item.paragraphs, (), box.width)}</p:txBody></p:sp>"
        )

    def graphic_place(self, kind: str, index: int) -> str:
        """Return the `p:ph` of a chart or table; nothing where the template's holds only text."""
        slot = self.mapping.slots.get(index)
        return ph(slot) if slot is not None and slot.kind in _GRAPHIC else ""

    def _paragraph(
        self,
        paragraph: Paragraph,
        slot: TemplatePlaceholder,
        inherited: ParagraphStyle,
        width: float,
    ) -> str:
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


def ph(slot: TemplatePlaceholder) -> str:
    """Return the `p:ph` that refers to a placeholder of the template."""
    kind = "" if slot.kind == "obj" else f' type="{slot.kind}"'
    index = f' idx="{slot.index}"' if slot.index else ""
    return f"<p:ph{kind}{index}/>"


def _moved(box: Box, slot: TemplatePlaceholder) -> str:
    """Return where a placeholder stands, if not where its layout has it."""
    left, top, right, bottom = slot.insets
    outer = Box(box.left - left, box.top - top, box.width + left + right, box.height + top + bottom)
    same = all(abs(one - other) < 0.1 for one, other in zip(outer, slot.outer, strict=True))
    return "" if same else xml.transform(outer)
