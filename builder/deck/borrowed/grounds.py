"""What a template sets its text in and on: elements in; slots of its colour scheme out.

A colour that is no slot comes as `#RRGGBB`; "" stands for none said, "?" for a picture or the like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from builder.deck.borrowed.errors import NotATemplateError
from builder.deck.borrowed.names import A, P

_HEX = re.compile("[0-9A-F]{6}")
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


def scheme(master: etree._Element, theme: etree._Element, parts: tuple[str, str]) -> dict[str, str]:
    """Return the scheme's colours by the names that slides use for them (`p:clrMap`).

    `parts` are the names of the two.

    Raises:
        NotATemplateError: the theme lacks one, or has one that is no colour by its digits.
    """
    slots = theme.find(f"{A}themeElements/{A}clrScheme")
    found: dict[str, str] = {}
    for slot in slots if slots is not None else ():
        value = (slot[0].get("lastClr") or slot[0].get("val") or "") if len(slot) else ""
        found[etree.QName(slot).localname] = value.upper()
    names = master.find(f"{P}clrMap")
    if names is None:
        raise NotATemplateError(f"its part {parts[0]} has no map of colours (<p:clrMap>)")
    for name in sorted(set(map(str, names.attrib.values()))):
        if name not in found:
            raise NotATemplateError(f"its part {parts[1]} has no colour {name}")
        if not _HEX.fullmatch(found[name]):
            raise NotATemplateError(
                f"its part {parts[1]} states its colour {name} by no hexadecimal digits"
            )
    return {str(key): f"#{found[str(value)]}" for key, value in names.attrib.items()}
