"""English words for units beside those that figures state, and what parts them."""

from __future__ import annotations

import re
from typing import Final

WRITTEN: Final[dict[str, str]] = {
    **dict.fromkeys(("percent", "per cent", "pct", "pc"), "%"),
    **dict.fromkeys(("per mille", "per mill", "permille"), "‰"),
    **dict.fromkeys(
        (
            "percentage points",
            "percentage point",
            "percent points",
            "points",
            "pp",
            "p.p.",
            "ppt",
            "pct pts",
        ),
        "percentage points",
    ),
    **dict.fromkeys(("mi",), "miles"),
    **dict.fromkeys(("metric tons", "metric tonnes"), "t"),
    **dict.fromkeys(("hrs",), "h"),
    **dict.fromkeys(("mins",), "min"),
    **dict.fromkeys(("secs",), "s"),
}
"""Words for a unit in small letters, and the unit that figures.yaml calls so."""

SCALED: Final[dict[str, str]] = {
    "millions": "mn",
    "billions": "bn",
    "thousands": "thousand",
    "trillions": "tn",
}
"""Words for a scale beside those that are printed: inflected, or a plural of their own."""

IN: Final = ("in",)
"""What stands before the unit that numbers are in: "in millions"."""

AND: Final = ("and", "or")
"""What joins a unit to another that a line names: "in euros and in cents"."""

WHEN: Final = ("in", "at", "by", "from", "since")
"""What may follow a unit, and says when or where, or at what prices: "EUR bn in 2024 prices"."""

FOR_EACH: Final = r"(?:per|for every|for each|out of)"
"""What stands before a round number that a share is told for: "per 1,000"."""

SHARE: Final = re.compile(
    r"(?<!\w)(?:share(?! prices?| index| capital)|proportion|coverage|percentage of)(?!\w)",
    re.IGNORECASE,
)
"""What calls a number a share of a whole, which is at most all of it."""

NO_SHARE: Final = re.compile(
    r"(?<!\w)(?:growth|grow\w*|chang\w+|increas\w+|rise\w*|risen|fall\w*|index|ratio"
    r"|compared|relative|target\w*|plan\w*|interest|gdp|gni|debts?|gross|liquidity|occup\w+"
    r"|capacity|mobile|subscri\w+|base year|coverage of (?:costs|interest|imports)"
    r"|cost coverage)(?!\w)",
    re.IGNORECASE,
)
"""What takes that back: a change, a share of a plan, or of what it is no part of, may be more than
all."""
