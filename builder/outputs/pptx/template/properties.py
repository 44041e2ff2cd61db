"""What shapes and levels of text of a template say: their elements in, plain values out."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from builder.outputs.pptx.template.kinds import A, P
from builder.outputs.pptx.template.model import FURNITURE, TITLES
from builder.units import EMU_PER_POINT, Box

INSETS = {"lIns": 7.2, "tIns": 3.6, "rIns": 7.2, "bIns": 3.6}


def points(emu: str | None) -> float:
    """Return a length in points."""
    return int(emu or 0) / EMU_PER_POINT


def words_of(shape: etree._Element) -> str:
    """Return all words of a shape."""
    return "".join(text.text or "" for text in shape.iter(f"{A}t"))


def is_content(shape: etree._Element, kind: str) -> bool:
    """Say whether a shape is the title, or a place of content."""
    ph = next(shape.iter(f"{P}ph"), None)
    found = None if ph is None else ph.get("type", "obj")
    if kind == "title":
        return found in TITLES
    return found is not None and found not in (*TITLES, *FURNITURE)


def first_said(elements: Sequence[etree._Element], key: str) -> str:
    """Return the first value of an attribute that is not empty."""
    return next((each.get(key, "") for each in elements if each.get(key)), "")


def pitch_of(levels: Sequence[etree._Element]) -> float:
    """Return the line spacing in lines, never under one; exact spacings are written over."""
    for level in levels:
        share = level.find(f"{A}lnSpc/{A}spcPct")
        if share is not None:
            value = share.get("val", "100000")
            percent = float(value[:-1]) * 1000 if value.endswith("%") else float(value)
            return max(1.0, percent / 100_000)
    return 1.0


def is_bulleted(levels: Sequence[etree._Element]) -> bool:
    """Say whether points have bullets of their own."""
    for level in levels:
        for child in level:
            if child.tag == f"{A}buNone":
                return False
            if child.tag in (f"{A}buChar", f"{A}buAutoNum", f"{A}buBlip"):
                return True
    return False


def inset_of(bodies: Sequence[etree._Element], key: str) -> float:
    """Return how far text stands from an edge, in points."""
    value = first_said(bodies, key)
    return points(value) if value else INSETS[key]


def box_of(shape: etree._Element) -> Box | None:
    """Return where a shape stands, None where it does not say."""
    frames = (shape.find(f"{P}{holder}/{A}xfrm") for holder in ("spPr", "grpSpPr"))
    frame = next((each for each in frames if each is not None), None)
    offset = None if frame is None else frame.find(f"{A}off")
    extent = None if frame is None else frame.find(f"{A}ext")
    if offset is None or extent is None:
        return None
    corner = (points(offset.get("x")), points(offset.get("y")))
    return Box(*corner, points(extent.get("cx")), points(extent.get("cy")))


def faces_of(theme: etree._Element) -> dict[str, str]:
    """Return the faces of a theme by the names that text has for them."""
    found = {}
    for key, name in (("+mj-lt", "majorFont"), ("+mn-lt", "minorFont")):
        latin = theme.find(f"{A}themeElements/{A}fontScheme/{A}{name}/{A}latin")
        found[key] = "" if latin is None else latin.get("typeface", "")
    return found
