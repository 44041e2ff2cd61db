"""Pieces of PresentationML and DrawingML that the writer's modules share: plain data in, text out.

Every colour in the deck is a reference to one of the twelve slots of its colour scheme (ECMA-376-1,
20.1.6.2), so that a user who changes the theme's colours in PowerPoint changes the deck: `inks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from builder.charts.native import Slot
from builder.ooxml.escaping import escape, quoteattr
from builder.outputs.pptx.plan.forms import Pen
from builder.outputs.pptx.plan.model import (
    CHART_COLOUR,
    NUMBERED,
    ParagraphStyle,
    Placeholder,
)
from builder.outputs.pptx.write.inks import SERIES, filling, reference
from builder.theme.theme import Colours, Theme
from builder.units import Box, emu

SLOTS: Final = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    *(f"accent{n}" for n in range(1, 7)),
    "hlink",
    "folHlink",
)
MAP: Final[Mapping[str, str]] = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    **{slot: slot for slot in SLOTS[4:]},
}
"""How slides name the slots (`p:clrMap`): everything but dark and light by its own name."""


def scheme(colours: Colours) -> dict[str, str]:
    """Return the twelve slots as `RRGGBB`."""
    series = [colours.series[n % len(colours.series)] for n in range(SERIES)]
    values = (
        colours.ink,
        colours.paper,
        colours.accent,
        colours.tint,
        *series,
        colours.accent,
        colours.muted,
    )
    return {slot: value.lstrip("#").upper() for slot, value in zip(SLOTS, values, strict=True)}


HEADER: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
DECORATIVE: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
"""Says that a shape means nothing, so that screen readers pass it over."""

UNLED: Final = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
"""Says that no lines lead to labels that were moved (MS-ODRAWXML): LibreOffice drew them,
black and across other labels, where nothing is said.
"""

TREE: Final = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
FIELD: Final = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
LANGUAGE: Final = "en-GB"
"""The language of prompts, which only authors see."""


def line(pen: Pen | None, theme: Theme) -> str:
    """Return the line around a shape; none without a pen."""
    if pen is None:
        return "<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="dash"/>' if pen.dashed else ""
    return f'<a:ln w="{emu(pen.width)}">{fill(pen.colour, theme)}{dash}<a:round/></a:ln>'


def transform(box: Box) -> str:
    """Return `a:xfrm` for a box."""
    return (
        f'<a:xfrm><a:off x="{emu(box.left)}" y="{emu(box.top)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></a:xfrm>'
    )


def fill(colour: str, theme: Theme) -> str:
    """Return the fill of a colour of the theme or, after `chart:`, of a native chart's slot: plain,
    or stripes of paper on it."""
    found, pattern = filling(colour, theme)
    if not pattern:
        return f"<a:solidFill>{found.xml()}</a:solidFill>"
    return (
        f'<a:pattFill prst="{pattern}"><a:fgClr>{reference("paper", theme).xml()}</a:fgClr>'
        f"<a:bgClr>{found.xml()}</a:bgClr></a:pattFill>"
    )


def chart_fill(slot: Slot, theme: Theme) -> str:
    """Return the fill of a colour slot of a native chart."""
    return fill(CHART_COLOUR + slot, theme)


def bullet(style: ParagraphStyle, theme: Theme, start: int = 0) -> str:
    """Return the bullet elements of paragraph properties (ECMA-376-1, 21.1.2.4)."""
    if not style.bullet:
        return "<a:buNone/>"
    colour = f"<a:buClr>{reference('highlight', theme).xml()}</a:buClr>"
    if style.bullet == NUMBERED:
        first = f' startAt="{start}"' if start > 1 else ""
        return f'{colour}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{first}/>'
    character = f"<a:buChar char={quoteattr(style.bullet)}/>"
    return f'{colour}<a:buFont typeface="+mj-lt"/>{character}'


def level(number: int, style: ParagraphStyle, theme: Theme, font: str = "+mn-lt") -> str:
    """Return the paragraph properties of one list level, `number` from 1."""
    margin = emu(style.indent(number - 1))
    bold = "1" if style.bold else "0"
    return (
        f'<a:lvl{number}pPr marL="{margin}" indent="{-emu(style.hang)}" algn="{style.align}">'
        f'<a:spcBef><a:spcPts val="{round(style.before * 100)}"/></a:spcBef>'
        f"{bullet(style, theme)}"
        f'<a:defRPr sz="{round(style.size * 100)}" b="{bold}">{fill(style.colour, theme)}'
        f'<a:latin typeface="{font}"/></a:defRPr></a:lvl{number}pPr>'
    )


def placeholder(number: int, place: Placeholder, theme: Theme) -> str:
    """Return a placeholder of a layout, `number` its shape id."""
    font = "+mj-lt" if place.kind in ("title", "ctrTitle") else "+mn-lt"
    styles = "".join(level(at, style, theme, font) for at, style in enumerate(place.styles, 1))
    index = f' idx="{place.index}"' if place.index else ""
    prompt = escape(place.prompt or place.name)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(place.name)}/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{place.kind}"{index}/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{transform(place.box)}</p:spPr><p:txBody>"
        f"{body_properties(place.anchor)}<a:lstStyle>{styles}</a:lstStyle>"
        f'<a:p><a:r><a:rPr lang="{LANGUAGE}"/><a:t>{prompt}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def body_properties(anchor: str) -> str:
    """Return `a:bodyPr` for text that starts at its box's edges and never changes its size."""
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" '
        f'rtlCol="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
    )


def furniture(number: int, kind: str, box: Box, colour: str, theme: Theme) -> str:
    """Return a footer (`ftr`) or slide number (`sldNum`) placeholder."""
    name, index, align = {"ftr": ("Footer", 11, "l"), "sldNum": ("Slide number", 12, "r")}[kind]
    style = ParagraphStyle(theme.deck.small, colour=colour, align="r" if align == "r" else "l")
    text = f'<a:endParaRPr lang="{LANGUAGE}"/>'
    if kind == "sldNum":
        text = (
            f'<a:fld id="{FIELD}" type="slidenum"><a:rPr lang="{LANGUAGE}"/>'
            f"<a:t>‹#›</a:t></a:fld>{text}"
        )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" '
        f'idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr>{transform(box)}</p:spPr><p:txBody>'
        f"{body_properties('ctr')}<a:lstStyle>{level(1, style, theme)}</a:lstStyle>"
        f"<a:p>{text}</a:p></p:txBody></p:sp>"
    )


def background(colour: str, theme: Theme) -> str:
    """Return `p:bg` in one colour."""
    return f"<p:bg><p:bgPr>{fill(colour, theme)}<a:effectLst/></p:bgPr></p:bg>"


def relationships(items: Iterable[tuple[str, str]]) -> str:
    """Return a relationships part; items are (type, target), numbered `rId1` and on."""
    rows = "".join(
        f'<Relationship Id="rId{at}" Type="{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(items, 1)
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEADER}<Relationships xmlns="{namespace}">{rows}</Relationships>'
