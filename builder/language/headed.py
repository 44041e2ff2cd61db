"""Heads of columns: takes what stands over a column and a language, returns what that says of its
numbers.

"Year of opening", "Baujahr", "Mise en service", «Збудовано» head years; "Books lent", "Cost" and
"Journeys per year" do not, nor does anything with a unit.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from builder.language.language import base_language, module_of
from builder.language.years import heads_years

_MARKS: Final = str.maketrans({"_": " ", "*": " ", "\u00a0": " ", "\u202f": " ", "\u2011": "-"})
_BRACKET: Final = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_END: Final = " :.,;–-"


@lru_cache(maxsize=512)
def heads_calendar(head: str, tag: str) -> bool:
    """Return whether a head says that calendar years stand below it.

    What stands in brackets or behind a comma says it alike: "Opened (year)"; else it must say no
    more than when.
    """
    years: re.Pattern[str] = module_of(base_language(tag), "sums").YEARS
    words = " ".join(head.translate(_MARKS).split())
    within = _BRACKET.findall(words)
    outside = _BRACKET.sub(" ", words)
    parts = [part.strip(_END) for part in outside.split(",")]
    more = [part.strip(_END) for part in (*within, *parts[1:]) if part.strip(_END)]
    said = [bool(years.fullmatch(" ".join(part.split()))) for part in more]
    return all(said) and (any(said) or bool(years.fullmatch(" ".join(parts[0].split()))))


def heads_amounts(head: str, tag: str) -> bool:
    """Return whether a head says that something is counted or measured below it."""
    words = module_of(base_language(tag), "sums")
    said = " ".join(head.translate(_MARKS).split())
    return bool(words.ADDED.search(said) or words.RATES.search(said))


def may_head_years(head: str, tag: str) -> bool:
    """Return whether a year alone below a head of an author's own table is one: where years or
    dates are told of, and nothing that is counted by the year.
    """
    if heads_calendar(head, tag):
        return True
    added: re.Pattern[str] = module_of(base_language(tag), "sums").ADDED
    return heads_years(head) and not added.search(head)
