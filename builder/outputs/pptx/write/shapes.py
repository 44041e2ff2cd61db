"""Planned items as shapes of a slide: an item in, one PresentationML element as text out.

Every shape that says something has alt text or text of its own; the rest is flagged as decoration,
so that screen readers pass over it. A connector holds on to sites of two shapes (ECMA-376-1,
19.3.1.19 and 20.1.2.2.36), and follows them. Tables are ruled, not boxed (21.1.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Final

from builder.frozen import dataclass
from builder.model.text import Line, plain
from builder.ooxml.escaping import quoteattr
from builder.outputs.pptx.plan.forms import EDGE, Outline, Pen, PictureItem
from builder.outputs.pptx.plan.model import (
    FREE,
    Arrow,
    ChartItem,
    FilledForm,
    GroupItem,
    Joint,
    Placeholder,
    Stroke,
    TextItem,
)
from builder.outputs.pptx.write import xml
from builder.outputs.pptx.write.text import TextWriter
from builder.units import Box, emu

_SVG_EXTENSION: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG_URI: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_CHART_URI: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"


@dataclass(frozen=True)
class ShapeWriter:
    """Writes the shapes of one slide with these `ids`; `numbers` are those of named ones."""

    text: TextWriter
    ids: Iterator[int]
    numbers: dict[str, int] = field(default_factory=dict)

    def placeholder(self, place: Placeholder, item: TextItem) -> str:
        """Return a placeholder with text; its box only where it differs from the layout's."""
        moved = item.box is not None and item.box != place.box
        geometry = xml.transform(item.box) if moved and item.box is not None else ""
        width = (item.box or place.box).width
        index = f' idx="{place.index}"' if place.index else ""
        return (
            f"<p:sp><p:nvSpPr>{self.text_name(item)}<p:cNvSpPr>"
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{place.kind}"{index}/></p:nvPr>'
            f"</p:nvSpPr><p:spPr>{geometry}</p:spPr><p:txBody><a:bodyPr/>"
            f"{self.text.list_style(item.paragraphs, place.styles)}"
            f"{self.text.paragraphs(item.paragraphs, place.styles, width)}</p:txBody></p:sp>"
        )

    def furniture(self, place: str, name: str, paragraph: str) -> str:
        """Return a footer or slide number placeholder that holds one `a:p`."""
        return (
            f"<p:sp><p:nvSpPr>{self._named(name)}<p:cNvSpPr>"
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{place}</p:nvPr></p:nvSpPr>'
            f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>"
            f"{paragraph}</p:txBody></p:sp>"
        )

    def chart(self, item: ChartItem, relationship: str) -> str:
        """Return the frame of a chart whose part is `relationship`."""
        graphic = f'<c:chart xmlns:c="{_CHART_URI}" r:id="{relationship}"/>'
        free = item.placeholder == FREE
        place = "" if free else self.graphic_place("chart", item.placeholder)
        return self.frame(item.name, item.alt, item.box, place, _CHART_URI, graphic)

    def graphic_place(self, kind: str, index: int) -> str:
        """Return the `p:ph` of a chart (`chart`) or a table (`tbl`)."""
        return f'<p:ph type="{kind}" idx="{index}"/>'

    def frame(self, name: str, alt: Line, box: Box, place: str, uri: str, graphic: str) -> str:
        """Return a graphic frame: what charts and tables stand in."""
        moved = xml.transform(box).replace("a:xfrm", "p:xfrm")
        return (
            f"<p:graphicFrame><p:nvGraphicFramePr>{self._named(name, alt)}"
            f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
            f"<p:nvPr>{place}</p:nvPr></p:nvGraphicFramePr>{moved}<a:graphic>"
            f'<a:graphicData uri="{uri}">{graphic}</a:graphicData></a:graphic></p:graphicFrame>'
        )

    def picture(self, item: PictureItem, pixels: str, drawing: str) -> str:
        """Return a picture whose parts are these relationships; `drawing` may be empty."""
        number = next(self.ids)
        named = _named(number, item.name, item.alt) if item.alt else _decoration(number, item.name)
        native = ""
        if drawing:
            native = (
                f'<a:extLst><a:ext uri="{_SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="{_SVG_URI}" '
                f'r:embed="{drawing}"/></a:ext></a:extLst>'
            )
        place = self.graphic_place("pic", item.placeholder)
        return (
            f"<p:pic><p:nvPicPr>{named}<p:cNvPicPr>"
            f'<a:picLocks {"noGrp" if place else "noRot"}="1" noChangeAspect="1"/></p:cNvPicPr>'
            f"<p:nvPr>{place}</p:nvPr></p:nvPicPr><p:blipFill>"
            f'<a:blip r:embed="{pixels}">{native}</a:blip><a:stretch><a:fillRect/></a:stretch>'
            f"</p:blipFill><p:spPr>{xml.transform(item.box)}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )

    def group(self, item: GroupItem) -> str:
        """Return shapes as one group, described as a whole.

        One without a description is a decoration, with all that it holds: it says nothing, or what
        the chart that it is laid over says already.
        """
        frame = _around(item.shapes)
        at = f'x="{emu(frame.left)}" y="{emu(frame.top)}"'
        size = f'cx="{emu(frame.width)}" cy="{emu(frame.height)}"'
        number, alt = next(self.ids), item.alt
        named = _named(number, item.name, alt) if alt else _decoration(number, item.name)
        shapes = "".join(self._members(item.shapes, said=bool(alt) and not item.told))
        return (
            f"<p:grpSp><p:nvGrpSpPr>{named}<p:cNvGrpSpPr/><p:nvPr/>"
            f"</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off {at}/><a:ext {size}/><a:chOff {at}/>"
            f"<a:chExt {size}/></a:xfrm></p:grpSpPr>{shapes}</p:grpSp>"
        )

    def _members(
        self, shapes: Sequence[FilledForm | Stroke | Arrow], *, said: bool
    ) -> Iterator[str]:
        areas: dict[str, int] = {}
        for shape in shapes:
            number = next(self.ids)
            if isinstance(shape, FilledForm):
                areas[shape.name] = number
                yield self._area(shape, number, said=said)
            elif isinstance(shape, Arrow):
                yield self._arrow(shape, number, areas)
            else:
                yield self._stroke(shape, number)

    def _area(self, shape: FilledForm, number: int, *, said: bool) -> str:
        filled = xml.fill(shape.colour, self.text.theme) if shape.colour else "<a:noFill/>"
        heard = said and shape.paragraphs
        named = _named(number, shape.name) if heard else _decoration(number, shape.name)
        form = f'<a:prstGeom prst="{shape.form}"><a:avLst/></a:prstGeom>'
        if shape.outline:
            form = _outlined(shape.outline, shape.box)
        elif shape.sites:
            form = _rectangle(shape.sites)
        box = ' txBox="1"' if shape.paragraphs and not shape.colour else ""
        return (
            f"<p:sp><p:nvSpPr>{named}<p:cNvSpPr{box}/><p:nvPr/></p:nvSpPr><p:spPr>"
            f"{xml.transform(shape.box)}{form}{filled}{self._edge(shape)}</p:spPr>"
            f"{self._body(shape)}</p:sp>"
        )

    def _edge(self, shape: FilledForm) -> str:
        return xml.line(
            shape.pen or (Pen(shape.edge, EDGE) if shape.edge else None), self.text.theme
        )

    def _body(self, shape: FilledForm) -> str:
        text = self.text.paragraphs(shape.paragraphs)
        if not text:
            text = f"<a:p><a:endParaRPr lang={quoteattr(self.text.language)}/></a:p>"
        turned = ' vert="vert270"' if shape.turned else ""
        return (
            f'<p:txBody><a:bodyPr{turned} wrap="square" {_insets(shape.inset)} rtlCol="0" '
            f'anchor="{shape.anchor}"><a:noAutofit/></a:bodyPr>'
            f"{self.text.list_style(shape.paragraphs)}{text}</p:txBody>"
        )

    def _arrow(self, shape: Arrow, number: int, areas: Mapping[str, int]) -> str:
        ink = xml.fill(shape.colour, self.text.theme)
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{_decoration(number, shape.name)}"
            f"{_joined(shape, areas)}<p:nvPr/></p:nvCxnSpPr><p:spPr>"
            f"{_course(shape)}{_arrow_line(shape, ink)}</p:spPr></p:cxnSp>"
        )

    def _stroke(self, shape: Stroke, number: int) -> str:
        dash = '<a:prstDash val="dash"/>' if shape.dashed else ""
        head = '<a:tailEnd type="triangle" w="lg" len="lg"/>' if shape.headed else ""
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{_decoration(number, shape.name)}<p:cNvCxnSpPr/><p:nvPr/>"
            f"</p:nvCxnSpPr><p:spPr>{_course(shape)}"
            f'<a:ln w="{emu(shape.width)}">{xml.fill(shape.colour, self.text.theme)}{dash}{head}'
            "</a:ln></p:spPr></p:cxnSp>"
        )

    def text_name(self, item: TextItem) -> str:
        """Return the `p:cNvPr` of text, which those who listen may be told to pass over."""
        number = next(self.ids)
        self.numbers.setdefault(item.name, number)
        return (_decoration if item.passed_over else _named)(number, item.name)

    def _named(self, name: str, alt: Line = ()) -> str:
        number = next(self.ids)
        self.numbers.setdefault(name, number)
        return _named(number, name, alt)


def _named(number: int, name: str, alt: Line = ()) -> str:
    described = f" descr={quoteattr(plain(alt))}" if alt else ""
    return f'<p:cNvPr id="{number}" name={quoteattr(name)}{described}/>'


def _decoration(number: int, name: str) -> str:
    return f'<p:cNvPr id="{number}" name={quoteattr(name)} descr="">{xml.DECORATIVE}</p:cNvPr>'


def _insets(side: float) -> str:
    return f'lIns="{emu(side)}" tIns="0" rIns="{emu(side)}" bIns="0"'


def _around(shapes: Sequence[FilledForm | Stroke | Arrow]) -> Box:
    """Return the smallest box that holds all shapes."""
    corners: list[tuple[float, float]] = []
    for shape in shapes:
        if isinstance(shape, Stroke | Arrow):
            corners += [shape.start, shape.end]
        else:
            box = shape.box
            corners += [(box.left, box.top), (box.left + box.width, box.top + box.height)]
    left, top = (min(corner[axis] for corner in corners) for axis in (0, 1))
    right, foot = (max(corner[axis] for corner in corners) for axis in (0, 1))
    return Box(left, top, right - left, foot - top)


_WHOLE: Final = 100_000
# Sites of a rectangle, as programs number them: above, left, below, right.
_OWN: Final = ((0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5))
_CORNERS: Final = "<a:moveTo>{0}</a:moveTo>" + "".join(
    f"<a:lnTo>{{{at}}}</a:lnTo>" for at in (1, 2, 3)
)


def _rectangle(sites: Sequence[tuple[float, float]]) -> str:
    """Return the geometry of a rectangle with these sites, as shares of its width and height.

    They keep their shares when the shape is resized.
    """
    guides, connections = "", ""
    for number, (across, down) in enumerate((*_OWN, *sites)):
        for axis, side, share in (("x", "w", across), ("y", "h", down)):
            formula = f"*/ {side} {round(share * _WHOLE)} {_WHOLE}"
            guides += f'<a:gd name="{axis}{number}" fmla="{formula}"/>'
        connections += f'<a:cxn ang="0"><a:pos x="x{number}" y="y{number}"/></a:cxn>'
    corners = _CORNERS.format(
        *(f'<a:pt x="{x}" y="{y}"/>' for x, y in (("l", "t"), ("r", "t"), ("r", "b"), ("l", "b")))
    )
    return (
        f"<a:custGeom><a:avLst/><a:gdLst>{guides}</a:gdLst><a:ahLst/><a:cxnLst>{connections}"
        f'</a:cxnLst><a:rect l="l" t="t" r="r" b="b"/><a:pathLst><a:path>{corners}<a:close/>'
        "</a:path></a:pathLst></a:custGeom>"
    )


_STEPS: Final = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}


def _outlined(outline: Outline, box: Box) -> str:
    """Return the geometry of a form of its own, in the units of its box (20.1.9.8)."""
    wide, high = emu(box.width), emu(box.height)
    drawn = ""
    for command, places in outline.steps():
        points = "".join(f'<a:pt x="{round(x * wide)}" y="{round(y * high)}"/>' for x, y in places)
        name = _STEPS.get(command)
        drawn += f"<a:{name}>{points}</a:{name}>" if name else "<a:close/>"
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="l" t="t" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{wide}" h="{high}">{drawn}</a:path></a:pathLst></a:custGeom>'
    )


def _joined(arrow: Arrow, ids: Mapping[str, int]) -> str:
    """Return the `p:cNvCxnSpPr` that joins an arrow to areas, whose shape ids are `ids`."""
    start, end = (_joint(joint, ids) for joint in (arrow.giver, arrow.receiver))
    return f"<p:cNvCxnSpPr><a:stCxn {start}/><a:endCxn {end}/></p:cNvCxnSpPr>"


def _course(line: Stroke | Arrow) -> str:
    """Return where a line runs, turned over so that it ends where it is to end."""
    (left, top), (right, foot) = line.start, line.end
    flips = (' flipH="1"' if right < left else "") + (' flipV="1"' if foot < top else "")
    form = 'prst="line"' if isinstance(line, Stroke) else 'prst="straightConnector1"'
    placed = xml.transform(_around((line,))).replace("<a:xfrm>", f"<a:xfrm{flips}>")
    return f"{placed}<a:prstGeom {form}><a:avLst/></a:prstGeom>"


def _arrow_line(arrow: Arrow, fill: str) -> str:
    """Return the `a:ln` of an arrow, with its head."""
    head = '<a:tailEnd type="triangle" w="lg" len="lg"/>' if arrow.headed else ""
    return f'<a:ln w="{emu(arrow.width)}">{fill}{head}</a:ln>'


def _joint(joint: Joint, ids: Mapping[str, int]) -> str:
    return f'id="{ids[joint.area]}" idx="{len(_OWN) + joint.site}"'
