"""The parts of the template that draw something: theme, master, layouts, notes master."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import quoteattr

from builder.deck.grid import Grid
from builder.deck.layouts.base import TITLE, Frame, Layout, headline, points_styles
from builder.deck.plan.model import Mark, Placeholder, Style
from builder.deck.scheme import MAP, scheme
from builder.deck.template import xml
from builder.theme.theme import Theme
from builder.units import Box

_FIRST_LAYOUT_ID: Final = 2_147_483_649
_LEVELS: Final = 9


def theme_part(theme: Theme) -> str:
    """Return the theme: the twelve colours, the deck's face, plain fills and lines (20.1.6)."""
    name = quoteattr(theme.name)
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>'
        for slot, value in scheme(theme.colours).items()
    )
    face = quoteattr(theme.deck.face)
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface={face}/><a:ea typeface=""/><a:cs typeface=""/>'
        f"</a:{kind}Font>"
        for kind in ("major", "minor")
    )
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{solid}'
        '<a:prstDash val="solid"/></a:ln>'
        for width in (6350, 12700, 19050)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{xml.HEADER}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f"name={name}><a:themeElements><a:clrScheme name={name}>{colours}</a:clrScheme>"
        f"<a:fontScheme name={name}>{fonts}</a:fontScheme><a:fmtScheme name={name}>"
        f"<a:fillStyleLst>{solid * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{solid * 3}"
        "</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/>"
        "<a:extraClrSchemeLst/></a:theme>"
    )


def _colour_map() -> str:
    return "<p:clrMap " + " ".join(f'{key}="{slot}"' for key, slot in MAP.items()) + "/>"


def master_part(frame: Frame, theme: Theme, layouts: int) -> str:
    """Return the slide master: title, body, footer and number, and the hairline above these."""
    grid, styles = frame.grid, points_styles(frame.type.body[0], frame.type.body[-1])
    body = Placeholder(1, "body", "Text", grid.body, styles, prompt="Text")
    shapes = [
        xml.mark(2, Mark("Footer rule", grid.hairline, "grid"), theme),
        xml.placeholder(3, headline(frame), theme),
        xml.placeholder(4, body, theme),
        *_furniture(5, grid, "muted", theme),
    ]
    title = headline(frame).styles[0]
    levels = [styles[min(at, len(styles) - 1)] for at in range(_LEVELS)]
    ids = "".join(
        f'<p:sldLayoutId id="{_FIRST_LAYOUT_ID + at}" r:id="rId{at + 1}"/>' for at in range(layouts)
    )
    return (
        f"{xml.HEADER}<p:sldMaster {xml.NAMESPACES}><p:cSld>{xml.background('paper', theme)}"
        f"<p:spTree>{xml.TREE}{''.join(shapes)}</p:spTree></p:cSld>{_colour_map()}"
        f'<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/><p:txStyles>'
        f"<p:titleStyle>{xml.level(1, title, theme, '+mj-lt')}</p:titleStyle>"
        f"<p:bodyStyle>{_levels(levels, theme)}</p:bodyStyle>"
        f"<p:otherStyle>{_levels([Style(18)] * _LEVELS, theme)}</p:otherStyle>"
        "</p:txStyles></p:sldMaster>"
    )


def _levels(styles: list[Style], theme: Theme) -> str:
    return "".join(xml.level(at, style, theme) for at, style in enumerate(styles, 1))


def _furniture(first: int, grid: Grid, colour: str, theme: Theme) -> tuple[str, str]:
    return (
        xml.furniture(first, "ftr", grid.footer, colour, theme),
        xml.furniture(first + 1, "sldNum", grid.number, colour, theme),
    )


def furniture_colour(layout: Layout) -> str:
    """Return the colour in which a layout's footer and number are seen on its ground."""
    return "tint" if layout.background == "accent" else "muted"


def layout_part(layout: Layout, frame: Frame, theme: Theme) -> str:
    """Return a slide layout with its placeholders; the title comes first in reading order."""
    marks = layout.marks(frame.grid)
    places = sorted(layout.placeholders(frame), key=lambda place: place.index != TITLE)
    shapes = [xml.mark(at, shape, theme) for at, shape in enumerate(marks, 2)]
    first = 2 + len(marks)
    shapes += [xml.placeholder(at, place, theme) for at, place in enumerate(places, first)]
    if layout.furniture:
        shapes += _furniture(first + len(places), frame.grid, furniture_colour(layout), theme)
    plain = layout.background == "paper"
    own = "" if plain else xml.background(layout.background, theme)
    bare = "" if plain else ' showMasterSp="0"'
    return (
        f'{xml.HEADER}<p:sldLayout {xml.NAMESPACES} type="{layout.ooxml}" preserve="1"{bare}>'
        f"<p:cSld name={quoteattr(layout.title)}>{own}<p:spTree>{xml.TREE}{''.join(shapes)}"
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def notes_master_part(theme: Theme) -> str:
    """Return the notes master: the slide's picture above the speaker's text."""
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" '
        'noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{xml.transform(Box(54, 54, 432, 243))}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525">'
        f"{xml.fill('grid', theme)}</a:ln></p:spPr></p:sp>"
    )
    text = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>'
        f"{xml.transform(Box(54, 324, 432, 342))}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="{xml.LANGUAGE}"/>'
        "<a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>"
    )
    style = xml.level(1, Style(12, before=6), theme)
    return (
        f"{xml.HEADER}<p:notesMaster {xml.NAMESPACES}><p:cSld>{xml.background('paper', theme)}"
        f"<p:spTree>{xml.TREE}{image}{text}</p:spTree></p:cSld>{_colour_map()}"
        f"<p:notesStyle>{style}</p:notesStyle></p:notesMaster>"
    )
