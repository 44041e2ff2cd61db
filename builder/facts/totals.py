"""What is called a total: takes the head of a row or column, says whether it heads sums."""

from __future__ import annotations

import re
from typing import Final

from builder.language.language import module_of

_UNIT: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$|\s*:$")


def is_total(name: str, tag: str) -> bool:
    """Return whether a head says that what stands below or beside it is a sum.

    A unit in brackets, or a colon, may follow.
    """
    totals: frozenset[str] = module_of(tag, "beside").TOTALS
    return _UNIT.sub("", name.strip()).casefold() in totals
