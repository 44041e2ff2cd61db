"""Paragraphs of a slide in; their words with where they lead and their language, and which are
items of a list, out.

An item has its own mark, or else one that it inherits from the list styles of the shape, of its
placeholder on layout and master, and of the master's own text (ECMA-376-1, 21.1.2.4).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Final, Literal, NamedTuple, TypeAlias

from lxml import etree

from builder.verify import formulas
from builder.verify.drawingml import A, P, R
from builder.verify.heard import marked
from builder.verify.package import Package

_MATHS: Final = f"{formulas.M}oMath"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

Mark: TypeAlias = Literal["", "bullet", "number"]
_MARKS: Final = {
    "buNone": "",
    "buChar": "bullet",
    "buBlip": "bullet",
    "buAutoNum": "number",
}
_TITLES: Final = frozenset({"title", "ctrTitle"})
_BODIES: Final = frozenset({"body", "obj", "subTitle"})


class Links(NamedTuple):
    """Where the links of one part lead, by their ids, as they are said."""

    goals: Mapping[str, str]

    @classmethod
    def of(cls, package: Package, part: str, numbers: Mapping[str, int]) -> Links:
        """Return the links of a part; `numbers` are those of the slides by part."""
        goals = dict(package.addresses(part))
        for related in package.related(part, "slide"):
            number = numbers.get(related.target)
            goals[related.id] = f"slide {number}" if number else "no slide"
        return cls(goals)

    def goal(self, properties: etree._Element | None) -> str:
        """Return where a run or a shape leads: empty for nowhere."""
        link = None if properties is None else properties.find(f"{A}hlinkClick")
        if link is None:
            return ""
        return self.goals.get(link.get(f"{R}id", ""), "") or link.get("action", "")


def words_of(paragraph: etree._Element, number: int, links: Links, language: str) -> str:
    """Return a paragraph's words in one line; `number` is its slide's, `language` the deck's.

    Links and other languages are marked in square brackets.
    """
    said: list[str] = []
    pieces = _pieces(paragraph, number, links, language)
    for (goal, other), group in groupby(pieces, itemgetter(0, 1)):
        text = "".join(piece.text for piece in group)
        text = marked(f"link to {goal}", text) if goal else text
        said.append(marked(other, text) if other else text)
    return "".join(said)


class Lists(NamedTuple):
    """What a slide inherits: its layout's root, then its master's."""

    behind: tuple[etree._Element, ...]

    @classmethod
    def of(cls, package: Package, part: str) -> Lists:
        """Return what stands behind a slide."""
        behind: list[etree._Element] = []
        at: str | None = part
        for kind in ("slideLayout", "slideMaster"):
            at = package.one(at, kind) if at else None
            if at:
                behind.append(package.xml(at))
        return cls(tuple(behind))

    def mark(self, shape: etree._Element, paragraph: etree._Element) -> tuple[Mark, int]:
        """Return what marks a paragraph as an item of a list, and at which level, from 0."""
        properties = paragraph.find(f"{A}pPr")
        said = "0" if properties is None else properties.get("lvl", "0")
        level = min(int(said), 8) if said.isdecimal() else 0
        for style in self._styles(shape, properties, level):
            for kind, mark in _MARKS.items():
                if style is not None and style.find(f"{A}{kind}") is not None:
                    return mark, level  # type: ignore[return-value]
        return "", level

    def _styles(
        self, shape: etree._Element, properties: etree._Element | None, level: int
    ) -> Iterator[etree._Element | None]:
        yield properties
        name = f"{A}lvl{level + 1}pPr"
        yield shape.find(f"{P}txBody/{A}lstStyle/{name}")
        place = shape.find(f"*/{P}nvPr/{P}ph")
        if place is None:
            return
        kind = place.get("type", "obj")
        for at, root in enumerate(self.behind):
            if (other := _place(root, place, by_type=bool(at))) is not None:
                yield other.find(f"{P}txBody/{A}lstStyle/{name}")
        for root in self.behind[-1:]:
            if kind in _BODIES:
                yield root.find(f"{P}txStyles/{P}bodyStyle/{name}")


class _Piece(NamedTuple):
    goal: str
    language: str
    text: str


def _pieces(
    paragraph: etree._Element, number: int, links: Links, language: str
) -> Iterator[_Piece]:
    again: set[etree._Element] = set()
    for run in paragraph.iter(f"{A}t", f"{A}br", _MATHS, _FALLBACK):
        if run.tag == _FALLBACK:
            again.update(run.iter(f"{A}t", f"{A}br"))
        if run.tag == _FALLBACK or run in again:
            continue
        if run.tag == _MATHS:
            yield _Piece("", "", marked("formula", formulas.said(run)))
            continue
        above = run.getparent()
        properties = None if above is None else above.find(f"{A}rPr")
        own = "" if properties is None else properties.get("lang", "")
        other = own if own and own.lower() != language.lower() else ""
        text = " " if run.tag == f"{A}br" else run.text or ""
        if above is not None and above.get("type") == "slidenum":
            text = str(number)
        yield _Piece(links.goal(properties), other, text)


def _place(root: etree._Element, place: etree._Element, *, by_type: bool) -> etree._Element | None:
    """Return what stands for a slide's placeholder on its layout, or by its type on the master."""
    kind = place.get("type", "obj")
    kinds = _TITLES if kind in _TITLES else {kind}
    alike = None
    for shape in root.iter(f"{P}sp"):
        other = shape.find(f"*/{P}nvPr/{P}ph")
        if other is None:
            continue
        if not by_type and place.get("idx") and other.get("idx") == place.get("idx"):
            return shape
        if alike is None and other.get("type", "obj") in kinds:
            alike = shape
    return alike if by_type or not place.get("idx") else None
