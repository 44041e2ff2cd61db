"""Two figures that a claim compares: which is more, whether they are far apart, whether words name
one, and whether what they say of an amount is said of it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from builder.facts.claims import parted
from builder.language.courses import courses_of
from builder.language.sides import sides_of
from builder.model.figure import ResolvedFigure
from builder.resolve.ways import name_alike

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
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


def is_torn(words: str, found: tuple[slice, str], tag: str) -> bool:
    """Return whether words have an amount that goes the other way: "fewer pupils, costs rising"."""
    sides, (span, way) = sides_of(tag), found
    other = f"{sides.lower}|{sides.little}" if way == "rises" else f"{sides.higher}|{sides.much}"
    rest = words[: span.start] + words[span.stop :]
    return re.search(rf"(?<!\w)(?:{other})(?:(?<=’)|(?!\w))", rest.lower()) is not None


def is_of_head(words: str, span: slice, label: str, tag: str) -> bool:
    """Return whether a way is said of what a label names: not "fewer pools" of "costs of pools"."""
    sides, said = sides_of(tag), words[span].lower()
    if courses_of(tag).said.search(said) or re.fullmatch(f"{sides.oftener}|{sides.rarer}", said):
        return True
    noun = words[span.stop :].split()[:1]
    return not noun or name_alike(noun[0], sides.head(label))
