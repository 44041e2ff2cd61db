"""A paragraph of a deck in; its words with where they lead and their language, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from lxml import etree

from builder.verify import formulas
from builder.verify.drawingml import A, R
from builder.verify.heard import marked
from builder.verify.package import Package

_MATHS: Final = f"{formulas.M}oMath"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


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


class _Piece(NamedTuple):
    goal: str
    language: str
    text: str


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
