"""English words that head totals, subtotals, and rows that others hold already."""

from __future__ import annotations

import re
from typing import Final

TOTALS: Final = frozenset(
    (
        "total",
        "totals",
        "sum",
        "all",
        "grand total",
        "overall",
        "sum total",
        "all places",
        "in total",
        "in all",
        "altogether",
        "total number",
        "total amount",
        "annual total",
    )
)
"""What heads a row or a column of sums."""

_ALL: Final = (
    r"(?:(?:school|financial|fiscal|calendar) )?(?:year|month|week|quarter|season|period|region"
    r"|county|country|district|city|town|borough|council|parish|state|area|network|sector)"
)
TOTALLED: Final = re.compile(
    rf"(?:grand )?totals? (?:for|of|in|over|across|by) (?:(?:the|this) (?:whole |entire )?{_ALL}"
    rf"|all (?!others?(?!\w))\S.*)|(?:the )?(?:whole |entire )?{_ALL}"
    r" (?:overall|as a whole|altogether|in total)",
    re.IGNORECASE,
)
"""What heads one beside the words for all that there is: "Total for the year"."""

WHOLES: Final = re.compile(
    r"[σ∑]|(?:overall|sum) totals?|totals?(?: of)?(?: all)? [^\d\W].*|(?!other )\S.* totals?"
    r"|all (?!\S*(?:year|month|day|week|quarter|time|other|else|\d))(?!of |but |the rest)\S.*"
    r"|(?!other )\S.* (?:overall|altogether|combined|in all|in total)",
    re.IGNORECASE,
)
"""What may head a row or a column of sums beside other words: "All districts", never of times."""

WITHIN: Final = re.compile(
    r"(?<!\w)(?:total|totals|subtotal|sub-total|sum|which|thereof)(?!\w)", re.IGNORECASE
)
"""What is said of a row that others hold already, or that holds others."""

SUBTOTALS: Final = re.compile(r"(?<!\w)sub-?totals?(?!\w)|^(?!grand )\S.* totals?$", re.IGNORECASE)
"""What heads a row of the sum of those above it."""

ONCE: Final = re.compile(r"(?<!\w)(?:distinct|unique|unduplicated|different)(?!\w)", re.IGNORECASE)
"""What heads a column in which nobody is counted twice, so that its total is no sum of it."""
