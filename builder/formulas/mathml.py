"""A formula's tree as presentation MathML (MathML Core): takes `FormulaNode`s, returns elements.

It is what formulas are drawn from.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Final

from builder.formulas.symbols import WIDTHS
from builder.model.inline import FormulaNode

_NAMES: Final = {
    "row": "mrow",
    "mi": "mi",
    "mn": "mn",
    "mo": "mo",
    "mtext": "mtext",
    "figure": "mtext",
    "frac": "mfrac",
    "sqrt": "msqrt",
    "root": "mroot",
    "sub": "msub",
    "sup": "msup",
    "subsup": "msubsup",
    "under": "munder",
    "over": "mover",
    "underover": "munderover",
    "tr": "mtr",
}
_VARIANTS: Final = {
    "normal": "normal",
    "bold": "bold",
    "italic": "italic",
    "sans": "sans-serif",
    "mono": "monospace",
    "double": "double-struck",
    "script": "script",
    "fraktur": "fraktur",
}
_SPACING_ACCENTS: Final = {
    "\u0302": "^",
    "\u0303": "~",
    "\u20d7": "→",
    "\u0307": "˙",
    "\u0308": "¨",
    "\u030c": "ˇ",
    "\u0306": "˘",
    "\u0301": "´",
    "\u0300": "`",
    "\u030a": "˚",
}
SLOT: Final = "slot:"
"""What the ground of a figure is called, before its number: nothing is seen of it."""
_FENCES: Final = "()[]{}|‖⟨⟩⌊⌋⌈⌉"


def element(node: FormulaNode) -> ET.Element:
    """Return a part of a formula as an element without a namespace."""
    if node.tag in _SPECIAL:
        return _SPECIAL[node.tag](node)
    made = ET.Element(_NAMES[node.tag])
    if node.children:
        made.extend([element(child) for child in node.children])
        if node.tag == "frac" and node.style == "bare":
            made.set("linethickness", "0")
    elif node.text:
        made.text = node.text
        if node.slot >= 0:
            made.set("mathbackground", f"{SLOT}{node.slot}")
        if node.style:
            made.set("mathvariant", _VARIANTS[node.style])
        if node.tag == "mo" and node.text in _FENCES:
            made.set("stretchy", "false")
    return made


def _space(node: FormulaNode) -> ET.Element:
    wide = sum(WIDTHS[character] for character in node.text)
    return ET.Element("mspace", width=f"{wide:.3f}em")


def _nary(node: FormulaNode) -> ET.Element:
    sign = ET.Element("mo")
    sign.text = node.text
    held = [child for child in node.children if child.children or child.text]
    if not held:
        return sign
    both, one = ("munderover", ("munder", "mover")) if node.style else ("msubsup", ("msub", "msup"))
    name = both if len(held) == 2 else one[held[0] is not node.children[0]]
    made = ET.Element(name)
    made.append(sign)
    made.extend([element(child) for child in held])
    return made


def _fence(node: FormulaNode) -> ET.Element:
    opened, closed = node.style.split("\0")
    made = ET.Element("mrow")
    for sign, form in ((opened, "prefix"), ("", ""), (closed, "postfix")):
        if not form:
            made.append(element(node.children[0]))
        elif sign:
            fence = ET.SubElement(made, "mo", stretchy="true", fence="true", form=form)
            fence.text = sign
    return made


def _table(node: FormulaNode) -> ET.Element:
    sides = {"l": "left", "c": "center", "r": "right"}
    made = ET.Element("mtable")
    for row in node.children:
        line = ET.SubElement(made, "mtr")
        for cell, side in zip(row.children, node.style, strict=True):
            held = ET.SubElement(line, "mtd", columnalign=sides[side])
            held.append(element(cell))
    return made


def _accent(node: FormulaNode) -> ET.Element:
    made = ET.Element("mover", accent="true")
    made.append(element(node.children[0]))
    ET.SubElement(made, "mo").text = _SPACING_ACCENTS[node.text]
    return made


def _bar(node: FormulaNode) -> ET.Element:
    below = node.text == "_"
    made = ET.Element("munder" if below else "mover")
    made.append(element(node.children[0]))
    ET.SubElement(made, "mo", stretchy="true").text = "\u005f" if below else "\u203e"
    return made


def _brace(node: FormulaNode) -> ET.Element:
    made = ET.Element("mover" if node.text == "⏞" else "munder")
    made.append(element(node.children[0]))
    ET.SubElement(made, "mo", stretchy="true").text = node.text
    return made


_SPECIAL: Final = {
    "space": _space,
    "nary": _nary,
    "fence": _fence,
    "array": _table,
    "accent": _accent,
    "bar": _bar,
    "brace": _brace,
}
