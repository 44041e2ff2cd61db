"""Signs and short words that stand for others: hedges as they are written everywhere, codes that
are money; and what a language prints in short, by its BCP 47 tag: its signs of moneys, its scales
of numbers, what finds the short names of its months.

What an author types into a cell is not as well-behaved as what is printed of a figure: `⩾5`,
`p<0.05`, `≈June`, `COP 29`. No hedge may be lost, and no name turned into an amount.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from builder.language.language import HEDGE_SIGNS, language_of, word_list
from builder.language.numbers import CURRENCY_SIGNS, locale_of
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


def short_months(tag: str) -> list[tuple[re.Pattern[str], dict[str, str]]]:
    """Return the short names of months, those after a day and those before a year, in full."""
    names = locale_of(tag).months
    found = []
    for kind, shape in (
        ("format", rf"(?<=\d{SPACE})(?:{{}})(?!\w)|(?<=\d\.{SPACE})(?:{{}})(?!\w)"),
        ("stand-alone", rf"(?<!\w)(?:{{}})(?={SPACE}\d\d\d\d)"),
    ):
        short, full = names[kind]["abbreviated"], names[kind]["wide"]
        words = {short[at]: full[at] for at in short if short[at] != full[at]}
        either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        if either:
            found.append((re.compile(shape.replace("{}", either)), words))
    return found


def with_full_months(
    text: str,
    months: Sequence[tuple[re.Pattern[str], Mapping[str, str]]],
    in_case: Callable[[str, str], str],
) -> str:
    """Return a text with months in full, each as it stands after what is before it.

    `months` are those of `short_months`; `in_case` fits a month to the words before: «від
    листопада».
    """
    for pattern, words in months:
        parts, at = [], 0
        for found in pattern.finditer(text):
            parts += [text[at : found.start()], in_case(text[: found.start()], words[found[0]])]
            at = found.end()
        text = "".join((*parts, text[at:]))
    return text


def moneys_of(tag: str) -> dict[str, str]:
    """Return the codes of moneys by their signs: CLDR's, and those that the language prints."""
    cldr = locale_of(tag).currency_symbols.items()
    found = {sign: code for code, sign in cldr if not sign.isalpha()}
    signs = (*language_of(tag).signs.items(), *language_of(tag).marked_signs.items())
    own = {sign: code for code, sign in signs}
    return {**found, **CURRENCY_SIGNS, **own}


def scales_of(tag: str) -> dict[str, str]:
    """Return the scales of numbers by all that is printed of them."""
    language = language_of(tag)
    found = {short: scale for scale, short in language.short_scales.items()}
    for words in (language.scales, language.spoken_scales):
        for scale, forms in words.items():
            found |= dict.fromkeys(forms.values(), scale)
    return found
