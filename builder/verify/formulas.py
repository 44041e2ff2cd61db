"""Formulas of a slide in (Office Math, ECMA-376-1, 22.1); each as a line of characters, out.

After UnicodeMath: "(a+b)/2", "x_i^2". What is drawn otherwise reads otherwise: a fraction made a
power, a limit taken out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from lxml import etree

M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SIMPLE: Final = re.compile(r"(?:[\w.′]|(?<=\d),(?=\d))*|[()\[\]|‖]")
_DEEPEST: Final = 200


def said(element: etree._Element | None, depth: int = 0) -> str:
    """Return what a part of a formula says.

    Raises:
        ValueError: it goes too deep.
    """
    if depth > _DEEPEST:
        raise ValueError("a formula that goes too deep")
    if element is None:
        return ""
    found = []
    for child in element:
        if not isinstance(child.tag, str) or not child.tag.startswith(M):
            continue
        name = child.tag[len(M) :]
        if name == "t":
            found.append(child.text or "")
        elif name in _PARTS:
            found.append(_PARTS[name](_Part(child, depth + 1)))
        elif not name.endswith("Pr"):
            found.append(said(child, depth + 1))
    return "".join(found)


class _Part:
    """A structure of a formula, whose parts are asked by their names."""

    def __init__(self, held: etree._Element, depth: int) -> None:
        self.held, self.depth = held, depth

    def part(self, name: str) -> str:
        """Return what a part says."""
        return said(self.held.find(f"{M}{name}"), self.depth)

    def grouped(self, name: str) -> str:
        """Return what a part says, in brackets unless it is one word or has its own."""
        text, held = self.part(name), self.held.find(f"{M}{name}")
        parts = () if held is None else [each for each in held if each.tag != f"{M}ctrlPr"]
        bracketed = [each.tag for each in parts] == [f"{M}d"]
        return text if bracketed or _SIMPLE.fullmatch(text) else f"({text})"

    def value(self, name: str, otherwise: str) -> str:
        """Return a property."""
        held = next(self.held.iterfind(f"*/{M}{name}"), None)
        return otherwise if held is None else held.get(f"{M}val", otherwise)


def _fraction(part: _Part) -> str:
    bar = "¦" if part.value("type", "bar") == "noBar" else "/"
    return f"{part.grouped('num')}{bar}{part.grouped('den')}"


def _root(part: _Part) -> str:
    degree = part.part("deg")
    return f"√({degree}&{part.part('e')})" if degree else f"√{part.grouped('e')}"


def _scripted(**signs: str) -> Callable[[_Part], str]:
    def spell(part: _Part) -> str:
        scripts = (f"{sign}{part.grouped(name)}" for name, sign in signs.items())
        return part.grouped("e") + "".join(scripts)

    return spell


def _before(part: _Part) -> str:
    return f"_{part.grouped('sub')}^{part.grouped('sup')} {part.grouped('e')}"


def _nary(part: _Part) -> str:
    text = part.value("chr", "∫")
    for name, sign in (("sub", "_"), ("sup", "^")):
        limit = part.grouped(name)
        text += f"{sign}{limit}" if limit else ""
    return text + part.part("e")


def _fence(part: _Part) -> str:
    between = part.value("sepChr", "|")
    inner = between.join(said(each, part.depth) for each in part.held.iterfind(f"{M}e"))
    return f"{part.value('begChr', '(')}{inner}{part.value('endChr', ')')}"


def _table(part: _Part) -> str:
    rows = (
        "&".join(said(cell, part.depth) for cell in row.iterfind(f"{M}e"))
        for row in part.held.iterfind(f"{M}mr")
    )
    return f"■({'@'.join(rows)})"


def _lines(part: _Part) -> str:
    return f"█({'@'.join(said(each, part.depth) for each in part.held.iterfind(f'{M}e'))})"


def _accent(part: _Part) -> str:
    return part.grouped("e") + part.value("chr", "\u0302")


def _bar(part: _Part) -> str:
    return part.grouped("e") + ("¯" if part.value("pos", "bot") == "top" else "_")


def _brace(part: _Part) -> str:
    return part.value("chr", "⏟") + part.grouped("e")


def _function(part: _Part) -> str:
    return part.part("fName") + part.part("e")


_PARTS: Final[Mapping[str, Callable[[_Part], str]]] = {
    "f": _fraction,
    "rad": _root,
    "sSub": _scripted(sub="_"),
    "sSup": _scripted(sup="^"),
    "sSubSup": _scripted(sub="_", sup="^"),
    "sPre": _before,
    "limLow": _scripted(lim="┬"),
    "limUpp": _scripted(lim="┴"),
    "nary": _nary,
    "d": _fence,
    "m": _table,
    "eqArr": _lines,
    "acc": _accent,
    "bar": _bar,
    "groupChr": _brace,
    "func": _function,
}
