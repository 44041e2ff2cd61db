"""Two figures that a claim compares: which is more, whether they are one thing at two dates, and
whether words name it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from builder.facts.claims import parted
from builder.language.sides import sides_of
from builder.model.figure import Moment, ResolvedFigure
from builder.resolve.ways import name_alike

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_SPAN: Final = re.compile(r"jahr(?:e?s)?|years?|année|рік|року|році")
_STEM: Final = 5


class Sided(NamedTuple):
    """Two figures of which a claim says that one is more."""

    big: ResolvedFigure
    small: ResolvedFigure


def sided_by(part: ast.expr, figures: Mapping[str, ResolvedFigure]) -> Sided | None:
    """Return which of two figures a comparison says is more."""
    if not isinstance(part, ast.Compare) or len(part.ops) != 1:
        return None
    (few, one), (many, other) = parted(part.left), parted(part.comparators[0])
    more = isinstance(part.ops[0], ast.Gt | ast.GtE)
    if not more and not isinstance(part.ops[0], ast.Lt | ast.LtE):
        return None
    ends = [figures.get(each.id) if isinstance(each, ast.Name) else None for each in (one, other)]
    left, right = ends
    if left is None or right is None or left.unit != right.unit:
        return None
    (big, by), (small, times) = (
        ((left, few), (right, many)) if more else ((right, many), (left, few))
    )
    return None if by > times else Sided(big, small)  # "2 * a > b" says not which is more


def way_between(big: ResolvedFigure, small: ResolvedFigure, tag: str) -> str | None:
    """Return which way it went from one figure to another that differs from it by its date."""
    first, last = (undated(each).split() for each in (big, small))
    if len(first) != len(last):
        longer, shorter = (first, last) if len(first) > len(last) else (last, first)
        behind = " ".join(longer[len(shorter) :])
        if longer[: len(shorter)] == shorter and sides_of(tag).before.search(behind):
            return "falls" if longer is first else "rises"
    years = [year_of(each) for each in (big, small)]
    if None in years or years[0] == years[1] or _thing(big) != _thing(small):
        return None
    return "rises" if (years[0] or 0) > (years[1] or 0) else "falls"


def year_of(figure: ResolvedFigure) -> int | None:
    if isinstance(figure.as_of, Moment):
        return figure.as_of.year
    years = {int(each) for each in _YEAR.findall(figure.label)}
    return years.pop() if len(years) == 1 else None


def undated(figure: ResolvedFigure) -> str:
    return " ".join(_YEAR.sub(" ", figure.label).split()).lower()


def _thing(figure: ResolvedFigure) -> list[str]:
    """Return the words of a label that say of what it is, whenever: not "in the year"."""
    return [each for each in _WORD.findall(undated(figure)) if not _SPAN.fullmatch(each)]


def names(words: str, label: str) -> bool:
    """Return whether words name a thing, or what a compound is at heart: "prices" of
    "Auszahlungspreis".
    """
    stems = {each[:_STEM] for each in _WORD.findall(words.lower()) if len(each) >= _STEM}
    known = {each[:_STEM] for each in _WORD.findall(label.lower()) if len(each) >= _STEM}
    return (
        name_alike(words, label)
        or any(stem in label for stem in stems)
        or any(stem in words.lower() for stem in known)
    )


def are_apart(one: ResolvedFigure, other: ResolvedFigure, by: Decimal) -> bool:
    first, last = (each.value for each in (one, other))
    if not isinstance(first, Decimal) or not isinstance(last, Decimal):
        return False
    return abs(first - last) > max(abs(first), abs(last)) * by
