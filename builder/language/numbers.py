"""Numbers in a language: takes rounded decimals and a BCP 47 tag, returns printed text.

Grouping, decimal signs, plural rules and the place of the percent sign are CLDR's, by Babel.
The minus is U+2212, and what belongs to a number is joined to it by a no-break space. Money has a
sign that stands for it in the language.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from builder.language.language import NBSP, Language, Plurals, language_of, word_list

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

MINUS: Final = "\u2212"


@lru_cache(maxsize=8)
def locale_of(tag: str) -> Locale:
    """Return Babel's locale of a BCP 47 tag.

    Raises:
        LookupError: CLDR does not know the language, or the text is no language tag.
    """
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError) as problem:
        raise LookupError(tag) from problem


def decimal_mark(tag: str) -> str:
    """Return what parts whole numbers from their decimals."""
    return str(locale_of(tag).number_symbols["latn"]["decimal"])


def number(value: Decimal, decimals: int, tag: str) -> str:
    """Return a value with exactly `decimals` decimals, grouped: `1,234.50` in `en-GB`."""
    signs = _by_thousands(tag)
    if signs is None:
        text = _pattern(decimals, tag).apply(abs(value), locale_of(tag))
    else:
        text = f"{abs(value):,.{decimals}f}".translate(signs)
    return f"{MINUS}{text}" if value < 0 else text


def ungrouped(value: Decimal, decimals: int, tag: str) -> str:
    """Return a value with exactly `decimals` decimals and no grouping, as years are written."""
    whole, point, part = f"{abs(value):.{decimals}f}".partition(".")
    sign = locale_of(tag).number_symbols["latn"]["decimal"] if point else ""
    return f"{MINUS if value < 0 else ''}{whole}{sign}{part}"


def plain_number(text: str, tag: str) -> str:
    """Return a printed number as data files have it: `1234.50` for `1,234.50` in `en-GB`."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    locale = locale_of(tag)
    bare = text.replace(get_group_symbol(locale), "").replace(NBSP, "")
    return bare.replace(get_decimal_symbol(locale), ".").replace(MINUS, "-")


@lru_cache(maxsize=8)
def _by_thousands(tag: str) -> Mapping[int, str] | None:
    """Return the language's signs for , and . where it groups by thousands; else None.

    Python then sets the number at a tenth of what Babel takes.
    """
    if _pattern(0, tag).grouping != (3, 3):
        return None
    signs = locale_of(tag).number_symbols["latn"]
    return str.maketrans({",": signs["group"], ".": signs["decimal"]})


@lru_cache(maxsize=64)
def _pattern(decimals: int, tag: str) -> NumberPattern:
    """Return the language's own grouping with exactly so many decimals."""
    from babel.numbers import parse_pattern

    whole = str(locale_of(tag).decimal_formats[None].pattern).split(".")[0]
    return parse_pattern(f"{whole}.{'0' * decimals}" if decimals else whole)


@lru_cache(maxsize=8)
def percent_affixes(tag: str) -> tuple[str, str]:
    """Return what stands before and after a number of per cent: `("", "%")` in `en-GB`."""
    pattern = locale_of(tag).percent_formats[None].pattern
    before, after = re.split(r"[#0.,]+", pattern, maxsplit=1)
    if language_of(tag).spaced_percent and after == "%":
        after = f"{NBSP}%"
    return before, after


def plural(words: Plurals, count: Decimal, tag: str) -> str:
    """Return the word that goes with `count`, by CLDR's plural rules."""
    return words.get(locale_of(tag).plural_form(count), words["other"])


# CLDR writes "USD" in uk and "JP¥" in en-GB; readers of a briefing know these by their sign.
_SIGNS: Final = {"USD": "$", "EUR": "€", "GBP": "£", "UAH": "₴", "JPY": "¥", "CNY": "CN¥"}
# The signs that say whose they are, for moneys that share a sign.
_MARKED: Final = {
    "USD": "US$",
    "AUD": "A$",
    "BRL": "R$",
    "CAD": "CA$",
    "HKD": "HK$",
    "JPY": "JP¥",
    "MXN": "MX$",
    "NZD": "NZ$",
    "SGD": "S$",
    "TWD": "NT$",
    "XCD": "EC$",
}
CURRENCY_SIGNS: Final[Mapping[str, str]] = {
    sign: code for signs in (_MARKED, _SIGNS) for code, sign in signs.items()
}
"""The moneys that have a sign, by each of their signs (ISO 4217)."""
DOLLARS: Final = frozenset(
    word_list(
        "USD AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD XCD"
    )
)
"""The dollars of the world, by ISO 4217."""


def with_code(unit: str, own: Collection[str] = ()) -> str:
    """Return money that is stated by a sign with its code first: "£m" as "GBP m", "Mio. €" as "EUR
    Mio."; other units as they are. A dollar is that of the `own` currencies that is one.
    """
    for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True):
        for rest in (unit.removeprefix(sign), unit.removesuffix(sign)):
            if rest != unit:
                code = next((code for code in own if code in DOLLARS and sign == "$"), None)
                return f"{code or CURRENCY_SIGNS[sign]} {rest.strip()}".rstrip()
    return unit


def sign_of(code: str, language: Language, *, marked: bool, tag: str) -> str:
    """Return a currency's sign, with its country where `marked`; its code where it has none."""
    if not marked and (code in language.signs or code in _SIGNS):
        return language.signs.get(code) or _SIGNS[code]
    if code in language.marked_signs:
        return language.marked_signs[code]
    if code in _MARKED:
        return _MARKED[code]
    if code in DOLLARS:
        return code
    from babel.numbers import get_currency_symbol

    sign: str = get_currency_symbol(code, locale=locale_of(tag))
    return code if sign == "$" else sign
