"""What a template sets its text in and on: elements in; slots of its colour scheme out.

A colour that is no slot comes as `#RRGGBB`; "" stands for none said, "?" for a picture or the like.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from builder.deck.borrowed.package import A, P

_PLAIN_FILL = 1001
"""The first background fill of a theme's three, which is a plain colour (20.1.4.1.7)."""


def ink(levels: Iterable[etree._Element]) -> str:
    """Return the colour of text, from the nearest of its level's properties that says one."""
    for level in levels:
        found = level.find(f"{A}defRPr/{A}solidFill")
        if found is not None:
            return _colour(found)
    return ""


def ground(root: etree._Element) -> str:
    """Return the colour of a layout's or master's own background."""
    found = root.find(f"{P}cSld/{P}bg")
    if found is None:
        return ""
    solid = found.find(f"{P}bgPr/{A}solidFill")
    named = found.find(f"{P}bgRef")
    if solid is not None:
        return _colour(solid)
    if named is not None and int(named.get("idx", "0")) <= _PLAIN_FILL:
        return _colour(named)
    return "?"


def _colour(holder: etree._Element) -> str:
    for child in holder:
        if child.tag == f"{A}schemeClr":
            return child.get("val", "")
        if child.tag == f"{A}srgbClr":
            return "#" + child.get("val", "").upper()
    return "?"
