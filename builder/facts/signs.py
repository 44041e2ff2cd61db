"""Signs that stand for words: hedges as they are written everywhere, and codes that are money.

What an author types into a cell is not as well-behaved as what is printed of a figure: `⩾5`,
`p<0.05`, `≈June`, `COP 29`. No hedge may be lost, and no name turned into an amount.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from builder.language.language import HEDGE_SIGNS, word_list
from builder.model.figure import Hedge

SPACE: Final = "[ \u00a0\u2009\u202f]"
HEDGES: Final[Mapping[str, Hedge]] = {
    **{sign: hedge for hedge, sign in HEDGE_SIGNS.items()},
    ">=": Hedge.AT_LEAST,
    "<=": Hedge.UP_TO,
    "~": Hedge.ABOUT,
}
_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys("⩾≧", HEDGE_SIGNS[Hedge.AT_LEAST]),
        **dict.fromkeys("⩽≦", HEDGE_SIGNS[Hedge.UP_TO]),
        **dict.fromkeys("＞﹥≫", ">"),
        **dict.fromkeys("＜﹤≪", "<"),
        **dict.fromkeys("∼≃≅≒～", "~"),
        "≳": "≈≥",
        "≲": "≈≤",
    }
)
_EITHER: Final = "|".join(map(re.escape, sorted(HEDGES, key=len, reverse=True)))
_OPEN: Final = r"\s(\[{„“”«»\"'‘/"
_LOOSE: Final = re.compile(
    rf"(?!<[^<>]*>)(?:\A(?P<first>{_EITHER}){SPACE}?|(?<![^{_OPEN}≈~])(?P<sign>{_EITHER}))"
    rf"(?=[−+]?[^\W_]|[„“”«\"'‘≈≥≤<>])"
)
"""A hedge before what is no number: a date that begins with its month, a fraction, a word."""
GOES_ON: Final = re.compile(
    rf"[.,'’]\d|{SPACE}?(?:mn|mln|mio|mill|bln|bn|mrd|mia|trn|tn|bio|crore|lakh|lac)(?!\w)",
    re.IGNORECASE,
)
"""What stands behind a number that is not all of it: groups or a scale of other countries."""
_MONEYS: Final = frozenset(
    word_list(
        "EUR USD GBP CHF JPY CNY RUB UAH PLN CZK HUF SEK NOK DKK ISK BGN BYN MDL CAD AUD NZD INR"
        " BRL ZAR KRW MXN IDR ILS SGD HKD THB TWD VND KZT EGP NGN KES PKR IRR KPW"
    )
)


def alike(text: str) -> str:
    """Return a text with each hedge in the sign that is known: `⩾` as `≥`."""
    return text.translate(_ALIKE)


def with_hedges(text: str, words: Callable[[Hedge], str]) -> str:
    """Return a text with hedges in words that stand before what is no number."""
    return _LOOSE.sub(lambda found: f"{words(HEDGES[found['first'] or found['sign']])} ", text)


def holds_hedge(text: str) -> bool:
    """Return whether a text without any digit holds a hedge before a word or a fraction."""
    return _LOOSE.search(text) is not None


def parted(before: str) -> str:
    """Return what parts a hedge in words from what stands right before its sign: `p<0.05`."""
    return " " if before and re.fullmatch(rf"[^{_OPEN}–—-]", before[-1]) else ""


def is_money(code: str) -> bool:
    """Return whether a code without a scale is money; `COP 29` and `SDG 7` are names of others."""
    return code in _MONEYS
