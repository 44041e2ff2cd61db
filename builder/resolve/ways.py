"""Which way words say that something went, by themselves, and whether they name a thing."""

from __future__ import annotations

import re
from typing import Final

from builder.language.claims import reckoned_of
from builder.language.courses import courses_of

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_STEM: Final = 5  # letters of a word that its cases and compounds share


def way_said(words: str, tag: str) -> tuple[slice, str] | None:
    """Return the first words that say a way, "rises" or "falls", where none say the other."""
    courses, small = courses_of(tag), words.lower()
    said = [each for each in courses.said.finditer(small) if each.lastgroup != "neither"]
    # "Fewer pools than ever", but not "more pools in 2010 than today".
    amount = re.compile(
        rf"(?:(?P<rises>{courses.more})|(?P<falls>{courses.less})) [^\W\d_][\w’-]*"
        rf"(?: (?:{reckoned_of(tag).ever})(?!\w)[^,;:]*)?[.!]?$"
    ).match(small)
    said = [amount] if amount is not None and not said else said
    if len({each.lastgroup for each in said}) != 1 or len(small) != len(words):
        return None
    first = said[0]
    if courses.denied.search(small[: first.start()]) or reckoned_of(tag).denied.search(small):
        return None
    return slice(*first.span(first.lastgroup or 0)), first.lastgroup or ""


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
