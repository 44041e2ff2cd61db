"""Planned items as shapes of a slide: an item in, one PresentationML element as text out.

Every shape that says something has alt text or text of its own; the rest is flagged as
decoration, so that screen readers pass over it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final
from xml.sax.saxutils import quoteattr

from builder.deck.plan.model import (
    Anchor,
    Area,
    ChartItem,
    GroupItem,
    Paragraph,
    Placeholder,
    Stroke,
    TextItem,
)
from builder.deck.template import xml
from builder.deck.write.text import TextWriter, fill
from builder.model.text import Line, plain
from builder.units import Box, emu

_CHART_URI: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_BARE: Final = '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"'


@dataclass(frozen=True)
class ShapeWriter:
    """Writes the shapes of one slide; ids count from 2, as the tree itself has 1."""

    text: TextWriter
    ids: Iterator[int] = field(default_factory=lambda: count(2))

    def placeholder(self, place: Placeholder, item: TextItem) -> str:
        """Return a placeholder with text; its box only where it differs from the layout's."""
        moved = item.box is not None and item.box != place.box
        geometry = xml.transform(item.box) if moved and item.box is not None else ""
        width = (item.box or place.box).width
        index = f' idx="{place.index}"' if place.index else ""
        return (
            f"<p:sp {xml.NAMESPACES}><p:nvSpPr>{self._named(item.name)}<p:cNvSpPr>"
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{place.kind}"{index}/></p:nvPr>'
            f"</p:nvSpPr><p:spPr>{geometry}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>"
            f"{self.text.paragraphs(item.paragraphs, place.styles, width)}</p:txBody></p:sp>"
        )

    def furniture(self, kind: str, index: int, name: str, paragraph: str) -> str:
        """Return a footer or slide number placeholder that holds one `a:p`."""
        return (
            f"<p:sp {xml.NAMESPACES}><p:nvSpPr>{self._named(name)}<p:cNvSpPr>"
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" '
            f'idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
            f"{paragraph}</p:txBody></p:sp>"
        )

    def chart(self, item: ChartItem, relationship: str) -> str:
        """Return the frame of a chart whose part is `relationship`."""
        graphic = f'<c:chart xmlns:c="{_CHART_URI}" r:id="{relationship}"/>'
        place = self.graphic_place("chart", item.placeholder)
        return self.frame(item.name, item.alt, item.box, place, _CHART_URI, graphic)

    def graphic_place(self, kind: str, index: int) -> str:
        """Return the `p:ph` of a chart (`chart`) or a table (`tbl`)."""
        return f'<p:ph type="{kind}" idx="{index}"/>'

    def frame(self, name: str, alt: Line, box: Box, place: str, uri: str, graphic: str) -> str:
        """Return a graphic frame: what charts and tables stand in."""
        moved = xml.transform(box).replace("a:xfrm", "p:xfrm")
        return (
            f"<p:graphicFrame {xml.NAMESPACES}><p:nvGraphicFramePr>{self._named(name, alt)}"
            f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
            f"<p:nvPr>{place}</p:nvPr></p:nvGraphicFramePr>{moved}<a:graphic>"
            f'<a:graphicData uri="{uri}">{graphic}</a:graphicData></a:graphic></p:graphicFrame>'
        )

    def group(self, item: GroupItem) -> str:
        """Return shapes as one group, described as a whole; a decoration where they say nothing."""
        frame = _around(item.shapes)
        at = f'x="{emu(frame.left)}" y="{emu(frame.top)}"'
        size = f'cx="{emu(frame.width)}" cy="{emu(frame.height)}"'
        named = self._named(item.name, item.alt) if item.alt else self._decoration(item.name)
        shapes = "".join(
            self._area(shape) if isinstance(shape, Area) else self._stroke(shape)
            for shape in item.shapes
        )
        return (
            f"<p:grpSp {xml.NAMESPACES}><p:nvGrpSpPr>{named}<p:cNvGrpSpPr/><p:nvPr/>"
            f"</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off {at}/><a:ext {size}/><a:chOff {at}/>"
            f"<a:chExt {size}/></a:xfrm></p:grpSpPr>{shapes}</p:grpSp>"
        )

    def _area(self, shape: Area) -> str:
        filled = fill(shape.colour, self.text.theme) if shape.colour else "<a:noFill/>"
        named = self._named(shape.name) if shape.paragraphs else self._decoration(shape.name)
        box = ' txBox="1"' if shape.paragraphs else ""
        return (
            f"<p:sp><p:nvSpPr>{named}<p:cNvSpPr{box}/><p:nvPr/></p:nvSpPr><p:spPr>"
            f'{xml.transform(shape.box)}<a:prstGeom prst="{shape.form}"><a:avLst/></a:prstGeom>'
            f"{filled}<a:ln><a:noFill/></a:ln></p:spPr>"
            f"{self._body(shape.paragraphs, shape.anchor)}</p:sp>"
        )

    def _body(self, paragraphs: Sequence[Paragraph], anchor: Anchor) -> str:
        text = self.text.paragraphs(paragraphs)
        if not text:
            text = f"<a:p><a:endParaRPr lang={quoteattr(self.text.language)}/></a:p>"
        return (
            f'<p:txBody>{_BARE} anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
            f"{text}</p:txBody>"
        )

    def _stroke(self, shape: Stroke) -> str:
        (left, top), (right, foot) = shape.start, shape.end
        box = Box(min(left, right), min(top, foot), abs(right - left), abs(foot - top))
        flip = ' flipV="1"' if (right - left) * (foot - top) < 0 else ""
        placed = xml.transform(box).replace("<a:xfrm>", f"<a:xfrm{flip}>")
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{self._decoration(shape.name)}<p:cNvCxnSpPr/><p:nvPr/>"
            f'</p:nvCxnSpPr><p:spPr>{placed}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
            f'<a:ln w="{emu(shape.width)}">{fill(shape.colour, self.text.theme)}</a:ln></p:spPr>'
            "</p:cxnSp>"
        )

    def _named(self, name: str, alt: Line = ()) -> str:
        described = f" descr={quoteattr(plain(alt))}" if alt else ""
        return f'<p:cNvPr id="{next(self.ids)}" name={quoteattr(name)}{described}/>'

    def _decoration(self, name: str) -> str:
        return (
            f'<p:cNvPr id="{next(self.ids)}" name={quoteattr(name)} descr="">'
            f"{xml.DECORATIVE}</p:cNvPr>"
        )


def _around(shapes: Sequence[Area | Stroke]) -> Box:
    """Return the smallest box that holds all shapes."""
    corners: list[tuple[float, float]] = []
    for shape in shapes:
        if isinstance(shape, Stroke):
            corners += [shape.start, shape.end]
        else:
            box = shape.box
            corners += [(box.left, box.top), (box.left + box.width, box.top + box.height)]
    left, top = (min(corner[axis] for corner in corners) for axis in (0, 1))
    right, foot = (max(corner[axis] for corner in corners) for axis in (0, 1))
    return Box(left, top, right - left, foot - top)
