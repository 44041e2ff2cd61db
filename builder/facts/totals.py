"""What is called a total: takes the head of a row or column, says whether it heads sums."""

from __future__ import annotations

import re
from typing import Final

from builder.language.language import module_of

_UNIT: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$|\s*:$")
_YEAR: Final = re.compile(r"^(?:19|20)\d\d(?:[/–-]\d\d)?,? | ?,? (?:19|20)\d\d(?:[/–-]\d\d)?$")


def may_be_total(name: str, tag: str) -> bool:
    """Return whether a head may say so beside other words: "All districts", "Total costs"."""
    wholes: re.Pattern[str] = module_of(tag, "beside").WHOLES
    return wholes.fullmatch(_bare(name)) is not None


def is_total(name: str, tag: str) -> bool:
    """Return whether a head says that what stands below or beside it is a sum.

    A unit in brackets, or a colon, may follow, and a year stand beside it; so may signs of emphasis
    around it.
    """
    totals: frozenset[str] = module_of(tag, "beside").TOTALS
    return _bare(name) in totals


def _bare(name: str) -> str:
    """Return a head without its unit, its year and its emphasis, in small letters."""
    return _YEAR.sub("", _UNIT.sub("", name.strip().strip("*_ "))).strip().casefold()
