"""Arrows between shapes: an arrow and what it joins in, DrawingML out.

A connector holds on to sites of two shapes (ECMA-376-1, 19.3.1.19 and 20.1.2.2.36), and follows
them. A rectangle has four of its own; one that several arrows touch has a site for each besides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from builder.deck.plan.model import Arrow, Joint
from builder.deck.template import xml
from builder.units import Box, emu

_WHOLE: Final = 100_000
# Sites of a rectangle, as programs number them: above, left, below, right.
_OWN: Final = ((0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5))
_CORNERS: Final = "<a:moveTo>{0}</a:moveTo>" + "".join(
    f"<a:lnTo>{{{at}}}</a:lnTo>" for at in (1, 2, 3)
)


def rectangle(sites: Sequence[tuple[float, float]]) -> str:
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


def joined(arrow: Arrow, ids: Mapping[str, int]) -> str:
    """Return the `p:cNvCxnSpPr` that joins an arrow to areas, whose shape ids are `ids`."""
    start, end = (_joint(joint, ids) for joint in (arrow.giver, arrow.receiver))
    return f"<p:cNvCxnSpPr><a:stCxn {start}/><a:endCxn {end}/></p:cNvCxnSpPr>"


def course(arrow: Arrow) -> str:
    """Return where an arrow runs."""
    (left, top), (right, foot) = arrow.start, arrow.end
    box = Box(min(left, right), min(top, foot), abs(right - left), abs(foot - top))
    flips = (' flipH="1"' if right < left else "") + (' flipV="1"' if foot < top else "")
    placed = xml.transform(box).replace("<a:xfrm>", f"<a:xfrm{flips}>")
    return f'{placed}<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>'


def line(arrow: Arrow, fill: str) -> str:
    """Return the `a:ln` of an arrow, with its head."""
    head = '<a:tailEnd type="triangle" w="lg" len="lg"/>' if arrow.headed else ""
    return f'<a:ln w="{emu(arrow.width)}">{fill}{head}</a:ln>'


def _joint(joint: Joint, ids: Mapping[str, int]) -> str:
    return f'id="{ids[joint.area]}" idx="{len(_OWN) + joint.site}"'
