"""Pieces of PresentationML that master, layouts and notes master share: plain data in, text out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from builder.deck.plan.model import CHART_COLOUR, FURNITURE_SIZE, NUMBERED, Mark, Placeholder, Style
from builder.deck.write.scheme import chart_reference, reference
from builder.theme.theme import Theme
from builder.units import Box, emu

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

TREE: Final = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
FIELD: Final = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
LANGUAGE: Final = "en-GB"
"""The language of prompts, which only authors see."""


def transform(box: Box) -> str:
    """Return `a:xfrm` for a box."""
    return (
        f'<a:xfrm><a:off x="{emu(box.left)}" y="{emu(box.top)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></a:xfrm>'
    )


def fill(colour: str, theme: Theme) -> str:
    """Return `a:solidFill` for a colour of the theme or, after `chart:`, of a native chart."""
    if colour.startswith(CHART_COLOUR):
        found = chart_reference(colour.removeprefix(CHART_COLOUR), theme)
    else:
        found = reference(colour, theme)
    return f"<a:solidFill>{found.xml()}</a:solidFill>"


def bullet(style: Style, theme: Theme, start: int = 0) -> str:
    """Return the bullet elements of paragraph properties (ECMA-376-1, 21.1.2.4)."""
    if not style.bullet:
        return "<a:buNone/>"
    colour = f"<a:buClr>{reference('highlight', theme).xml()}</a:buClr>"
    if style.bullet == NUMBERED:
        first = f' startAt="{start}"' if start > 1 else ""
        return f'{colour}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{first}/>'
    character = f"<a:buChar char={quoteattr(style.bullet)}/>"
    return f'{colour}<a:buFont typeface="+mj-lt"/>{character}'


def level(number: int, style: Style, theme: Theme, font: str = "+mn-lt") -> str:
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
    style = Style(FURNITURE_SIZE, colour=colour, align="r" if align == "r" else "l")
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


def mark(number: int, shape: Mark, theme: Theme) -> str:
    """Return a shape that decorates a layout."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(shape.name)} descr="">'
        f'{DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'{transform(shape.box)}<a:prstGeom prst="{shape.form}"><a:avLst/></a:prstGeom>'
        f"{fill(shape.colour, theme)}<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/>"
        f'<a:lstStyle/><a:p><a:endParaRPr lang="{LANGUAGE}"/></a:p></p:txBody></p:sp>'
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
