"""English words beside numbers: that stay on their line, say the same, part rates, head sums."""

from __future__ import annotations

import re
from typing import Final

from builder.language.en.days import MONTH
from builder.language.kept import kept

KEPT: Final = kept(
    MONTH,
    "p. pp. No. Nos. art. Art. arts. Arts. s. ss. para. paras. ch. Ch. chap. sec. Sec."
    " fig. Fig. figs. Figs. eq. Eq. vol. Vol. reg. regs. c. ca.",
    "year years am pm a.m. p.m.",
    "Dr. Prof. St. Mr. Mrs. Ms.",
)

ALIKE: Final[tuple[frozenset[str], ...]] = ()
"""Words that say the same behind a number."""

TOTALS: Final = frozenset(
    ("total", "totals", "sum", "all", "grand total", "overall", "sum total", "all places")
)
"""What heads a row or a column of sums."""

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

PER: Final = ("per",)
"""What stands between what a rate is of and what it is for."""

DEGREES: Final = ("degrees", "degree")
"""What differences of temperatures are counted in, beside kelvin."""

CENTS: Final = dict.fromkeys(("ct", "cent", "cents"), "EUR") | dict.fromkeys(
    ("p", "pence", "penny"), "GBP"
)
"""Hundredths of money, and of which."""

SUBTOTALS: Final = re.compile(r"(?<!\w)sub-?totals?(?!\w)|^(?!grand )\S.* totals?$", re.IGNORECASE)
"""What heads a row of the sum of those above it."""

ONCE: Final = re.compile(r"(?<!\w)(?:distinct|unique|unduplicated|different)(?!\w)", re.IGNORECASE)
"""What heads a column in which nobody is counted twice, so that its total is no sum of it."""

REFERRED: Final = {
    "fig": r"fig(?:ure)?s?\.?",
    "tbl": r"tab(?:le)?s?\.?",
    "eq": r"eq(?:uation|n)?s?\.?",
    "sec": r"sec(?:tion)?s?\.?|appendi(?:x|ces)|app\.",
}
"""What cross-references print before a number, by their kind, in each of its forms."""
