"""Pieces of PresentationML and DrawingML that the writer's modules share: plain data in, text out.

Every colour in the deck is a reference to one of the twelve slots of its colour scheme (ECMA-376-1,
20.1.6.2), so that a user who changes the theme's colours in PowerPoint changes the deck. What the
scheme has no slot for is a slot with its lightness and saturation moved.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from builder.charts.native import Slot, inked, parts_of, rgb
from builder.outputs.pptx.plan.model import (
    CHART_COLOUR,
    NUMBERED,
    ParagraphStyle,
    Placeholder,
)
from builder.theme.hues import is_grey, nearest_hue
from builder.theme.ramp import RAMP, hue_of
from builder.theme.shades import SHADE, VEIL, base_of, shade, veil
from builder.theme.theme import Colours, Theme, channels
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

_NAMED: Final[Mapping[str, str]] = {
    "ink": "tx1",
    "paper": "bg1",
    "accent": "tx2",
    "tint": "bg2",
    "muted": "folHlink",
}
_SERIES: Final = 6
_WHOLE: Final = 100_000


class Reference(NamedTuple):
    """A slot and its changes: each one's name and its size in thousandths of a per cent."""

    slot: str
    changes: tuple[tuple[str, int], ...] = ()

    def xml(self) -> str:
        """Return the `a:schemeClr` element."""
        if not self.changes:
            return f'<a:schemeClr val="{self.slot}"/>'
        inner = "".join(f'<a:{name} val="{size}"/>' for name, size in self.changes)
        return f'<a:schemeClr val="{self.slot}">{inner}</a:schemeClr>'


def scheme(colours: Colours) -> dict[str, str]:
    """Return the twelve slots as `RRGGBB`."""
    series = [colours.series[n % len(colours.series)] for n in range(_SERIES)]
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


def reference(name: str, theme: Theme) -> Reference:
    """Return the reference for a colour of the theme by its name there, such as `muted`.

    A shade is made from the slot of the colour that it is a shade of.
    """
    name = theme.colours.held(name)
    if name.startswith(SHADE):
        base = base_of(name)
        plain = reference(base, theme).slot
        _, held = theme.slots.get(base, ("", getattr(theme.colours, base)))
        return _derived(plain, held, shade(name, theme.colours))
    if name.startswith(VEIL):
        ground = getattr(theme.colours, theme.colours.held("cover"))
        return _derived(reference("cover", theme).slot, ground, veil(name, theme.colours))
    if name in theme.slots:
        slot, base = theme.slots[name]
        return _derived(slot, base, getattr(theme.colours, name))
    if name in _NAMED:
        return Reference(_NAMED[name])
    colour: str = getattr(theme.colours, name)
    if colour in theme.colours.series[:_SERIES]:
        return Reference(f"accent{theme.colours.series.index(colour) + 1}")
    held = {"folHlink": theme.colours.muted}
    if not is_grey(colour):  # changes of a slot's colour keep its hue
        held |= {f"accent{at}": each for at, each in enumerate(theme.colours.series[:_SERIES], 1)}
    slot = nearest_hue(colour, held)
    return _derived(slot, held[slot], colour)


def chart_reference(slot: Slot, theme: Theme) -> Reference:
    """Return the reference for a colour slot of a native chart.

    Raises:
        KeyError: there is no such slot, which is a bug of a chart kind.
    """
    slot, _ = parts_of(inked(slot, theme))
    if slot in ("ink", "paper"):
        return reference(slot, theme)
    colour = rgb(slot, theme)
    if slot.startswith("accent"):
        return Reference(slot)
    if slot.startswith(RAMP):
        at = hue_of(slot, theme.colours)
        return _derived(f"accent{at + 1}", theme.colours.series[at], colour)
    if slot.startswith("text"):
        base = f"accent{slot[-1]}"
        return _derived(base, theme.colours.series[int(slot[-1]) - 1], colour)
    if slot in ("black", "white"):
        ink, base = theme.slots.get("ink", ("tx1", theme.colours.ink))
        return _derived(ink, base, colour)
    grey, base = theme.slots.get("muted", ("folHlink", theme.colours.muted))
    return _derived(grey, base, colour)


def _derived(slot: str, base: str, colour: str) -> Reference:
    """Return `slot` moved to `colour` in the HLS model that `lumMod` and its kin work in."""
    if base.upper() == colour.upper():
        return Reference(slot)
    _, light, saturation = colorsys.rgb_to_hls(*channels(base))
    _, to_light, to_saturation = colorsys.rgb_to_hls(*channels(colour))
    changes = []
    if saturation and abs(saturation - to_saturation) > 0.02:
        changes.append(("satMod", round(_WHOLE * to_saturation / saturation)))
    if to_light <= light and light:
        changes.append(("lumMod", round(_WHOLE * to_light / light)))
    else:
        # Towards white as Office's own "lighter" shades go: scaled down, then raised.
        scaled = (1 - to_light) / (1 - light)
        changes.append(("lumMod", round(_WHOLE * scaled)))
        changes.append(("lumOff", round(_WHOLE * (to_light - light * scaled))))
    return Reference(slot, tuple(changes))


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
        return chart_fill(colour.removeprefix(CHART_COLOUR), theme)
    return f"<a:solidFill>{reference(colour, theme).xml()}</a:solidFill>"


def chart_fill(slot: Slot, theme: Theme) -> str:
    """Return the fill of a colour slot of a native chart: plain, or stripes of paper on it."""
    found, (_, pattern) = chart_reference(slot, theme).xml(), parts_of(slot)
    if not pattern:
        return f"<a:solidFill>{found}</a:solidFill>"
    return (
        f'<a:pattFill prst="{pattern}"><a:fgClr>{reference("paper", theme).xml()}</a:fgClr>'
        f"<a:bgClr>{found}</a:bgClr></a:pattFill>"
    )


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
