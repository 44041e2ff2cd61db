"""What is called a total: takes the head of a row or column, says whether it heads sums."""

from __future__ import annotations

import re
from typing import Final

from builder.language.language import module_of

_UNIT: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$|\s*:$")
_YEAR: Final = re.compile(r"^(?:19|20)\d\d(?:[/–-]\d\d)?,? | ?,? (?:19|20)\d\d(?:[/–-]\d\d)?$")


def is_total(name: str, tag: str) -> bool:
    """Return whether a head says that what stands below or beside it is a sum.

    A unit in brackets, or a colon, may follow, and a year stand beside it; so may signs of emphasis
    around it.
    """
    totals: frozenset[str] = module_of(tag, "beside").TOTALS
    said = _YEAR.sub("", _UNIT.sub("", name.strip().strip("*_ ")))
    return said.strip().casefold() in totals
