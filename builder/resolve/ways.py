"""Which way words say that something went, by themselves, and whether they name a thing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from builder.facts.sizes import kinds_of
from builder.facts.units import PER_CENT
from builder.language.claims import comparing_of, reckoned_of
from builder.language.courses import courses_of
from builder.language.language import language_of
from builder.language.ranks import ranks_of
from builder.language.sides import sides_of
from builder.model.figure import ResolvedFigure

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_HALF: Final = 50  # per cent
_STEM: Final = 5  # letters of a word that its cases and compounds share


def way_said(words: str, tag: str) -> tuple[slice, str] | None:
    """Return the first words that say a way, "rises" or "falls", where none say the other."""
    courses, small = courses_of(tag), words.lower()
    said = [each for each in courses.said.finditer(small) if each.lastgroup != "neither"]
    if not said and len(small) == len(words):
        return _amount(small, rf"(?: (?:{reckoned_of(tag).ever})(?!\w)[^,;:]*)?", tag)
    if len({each.lastgroup for each in said}) != 1 or len(small) != len(words):
        return None
    first = said[0]
    if courses.denied.search(small[: first.start()]) or reckoned_of(tag).denied.search(small):
        return None
    return slice(*first.span(first.lastgroup or 0)), first.lastgroup or ""


def amount_said(words: str, tag: str, year: int) -> tuple[slice, str] | None:
    """Return which way words say that an amount went since a year: "fewer calls than in 2016"."""
    small = words.lower()
    if len(small) != len(words):
        return None
    return _amount(small, rf"{courses_of(tag).than}(?: [^\W\d_]+){{0,2}} {year}", tag)


def way_denied(words: str, tag: str) -> tuple[slice, str] | None:
    """Return the way that words, one clause, say that something did not go: "did not rise"."""
    small, sides = words.lower(), sides_of(tag)
    said = [each for each in courses_of(tag).said.finditer(small) if each.lastgroup != "neither"]
    if len(said) != 1 or len(small) != len(words) or re.search(r"[,;:]\s|\d", small):
        return None
    start, stop = said[0].span()
    denied = rf"(?:{sides.denied})"
    behind = re.match(rf" {denied}[.!]?$", small[stop:])
    before = re.search(rf"(?<!\w){denied} $", small[:start])
    ends = re.match(rf"(?: (?:{reckoned_of(tag).closed}))?[.!]?$", small[stop:])
    if len(list(re.finditer(rf"(?<!\w){denied}(?!\w)", small))) != 1:
        return None
    if behind is not None:
        return slice(
            start, stop + behind.end() - len(behind.group()) + len(behind.group().rstrip(".!"))
        ), said[0].lastgroup or ""
    if before is not None and ends is not None:
        return slice(before.start(), stop), said[0].lastgroup or ""
    return None


def _amount(small: str, behind: str, tag: str) -> tuple[slice, str] | None:
    """Return which way words go that begin with more or less of a thing, and what they end with.

    "Fewer pools than ever", but not "more pools in 2010 than today".
    """
    courses, sides = courses_of(tag), sides_of(tag)
    few = sides.next_to_none.match(small)
    if few is not None:
        return slice(*few.span("falls")), "falls"
    said = re.search(
        rf"(?<!\w)(?:(?P<rises>{courses.more}|{sides.much})|(?P<falls>{courses.less}|{sides.little}))"
        r"(?: |(?<=’))[^\W\d_][\w’-]*"
        rf"{behind}[.!]?$",
        small,
    )
    lead = sides.amount.match(small[: said.start()]) if said is not None else None
    if said is None or lead is None:
        return None
    way = "rises" if said["rises"] else "falls"
    if lead["nowise"]:
        return (slice(lead.start("nowise"), said.end(way)), "falls") if way == "rises" else None
    return slice(*said.span(way)), way


def names_change(words: str, tag: str) -> bool:
    """Return whether words name a change or a lack itself: "savings", "rise in costs"."""
    courses, small = courses_of(tag), words.lower()
    wanted = re.search(rf"(?<!\w)(?:{courses.wants})(?!\w)", small)
    return wanted is not None or any(
        each.lastgroup != "neither" for each in courses.said.finditer(small)
    )


def name_alike(one: str, other: str) -> bool:
    """Return whether two texts name a thing in common, in whatever case: "costs", "cost of all"."""
    stems, others = (
        {word[:_STEM] for word in _WORD.findall(each.lower())} for each in (one, other)
    )
    return not stems.isdisjoint(others)


def is_most(figure: ResolvedFigure, goal: Decimal) -> bool:
    """Return whether a goal is most of a whole, which nobody wants to be less."""
    return figure.unit == PER_CENT and goal > _HALF


def more_leads(first: ResolvedFigure, last: ResolvedFigure, tag: str) -> bool:
    """Return whether who has more is ahead: of what is counted, and of most of a whole.

    Of time, money or unemployment, who has less may be.
    """
    values = [each.value for each in (first, last) if isinstance(each.value, Decimal)]
    if first.unit == PER_CENT:
        return bool(values) and is_most(first, max(values))
    ratios = language_of(tag).ratio_units | language_of("en").ratio_units
    return bool(first.unit) and first.unit not in ratios and not kinds_of(first.unit, tag)


def is_bad(label: str, tag: str) -> bool:
    """Return whether a label is of what is the better the less there is of it."""
    return any(lack.search(label) for lack in (comparing_of(tag).negated, ranks_of(tag).bad))
