"""English words by which an amount is a year's: "the cost of 2024"."""

from __future__ import annotations

import re
from typing import Final

# Not "a fall of 2020", nor "the price of 2023", which may be so high.
_OF_A_YEAR: Final = re.compile(
    r"(?<!\w)(?:the|its|their|our|this|that) (?:[\w-]+ )?(?:costs?|amounts?|figures?|fees?|tariffs?"
    r"|prices|rates|falls?|rises?|drop|increase|decrease|growth|decline|spending|expenditure"
    r"|revenues?|deficit|surplus|numbers|intake|value) (?:of|for) $",
    re.IGNORECASE,
)
_OVER: Final = re.compile(r"(?<!\w)(?:over|across) (?:the period )?$", re.IGNORECASE)
_GOES_ON: Final = re.compile(
    r" ?(?:$|[.,;:!?)](?! ?\d))| (?:is|was|are|were|has|had|have|will|would|can|could|may"
    r"|remains?|and|but|which|that|because)(?!\w)"
)


def is_dated(left: str, right: str, rises: bool) -> bool:
    """Return whether it is "the cost of 2024 is" or "over 2016–2024,", which counts nothing."""
    dated = _OF_A_YEAR.search(left) or (rises and _OVER.search(left))
    return bool(dated) and bool(_GOES_ON.match(right))
