"""Numbers in a language: takes rounded decimals and a BCP 47 tag, returns printed text.

Grouping, decimal signs, currency names and the place of the percent sign are CLDR's, by Babel.
The minus is U+2212, and what belongs to a number is joined to it by a no-break space.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from builder.resolve.languages import Language
from builder.resolve.languages.language import NBSP, Plurals
from builder.resolve.units import Currency

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

MINUS: Final = "\u2212"
# CLDR writes "US$" in en-GB and "USD" in uk; readers of a briefing know the dollar by its sign.
_SYMBOLS: Final = {"USD": "$", "EUR": "€", "GBP": "£", "UAH": "₴"}


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
    text = _pattern(decimals, tag).apply(abs(value), locale_of(tag))
    return f"{MINUS}{text}" if value < 0 else text


def plain_number(text: str, tag: str) -> str:
    """Return a printed number as data files have it: `1234.50` for `1,234.50` in `en-GB`."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    locale = locale_of(tag)
    bare = text.replace(get_group_symbol(locale), "").replace(NBSP, "")
    return bare.replace(get_decimal_symbol(locale), ".").replace(MINUS, "-")


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
    return before, after


def plural(words: Plurals, count: Decimal, tag: str) -> str:
    """Return the word that goes with `count`, by CLDR's plural rules."""
    return words.get(locale_of(tag).plural_form(count), words["other"])


def currency_symbol(code: str, tag: str) -> str:
    """Return a currency's symbol, or its code where the language has none."""
    from babel.numbers import get_currency_symbol

    return _SYMBOLS.get(code) or get_currency_symbol(code, locale=locale_of(tag))


def currency_name(code: str, count: Decimal, language: Language, tag: str) -> str:
    """Return a currency's name as it stands after `count` of it."""
    from babel.numbers import get_currency_name

    if code in language.currency_names:
        return plural(language.currency_names[code], count, tag)
    name: str = get_currency_name(code, count, locale=locale_of(tag))
    return name


def money_affixes(
    value: Decimal, currency: Currency, language: Language, tag: str
) -> tuple[str, str]:
    """Return what stands before and after an amount in full: `("$", " billion")` in English."""
    scale = plural(language.scales[currency.scale], value, tag) if currency.scale else ""
    if language.symbol_first:
        return _leading_symbol(currency, tag), f"{NBSP}{scale}" if scale else ""
    # After a scale word the name stands as after any large number.
    name = currency_name(currency.code, Decimal(5) if scale else value, language, tag)
    if scale:
        return "", f"{NBSP}{scale} {language.after_million(name)}"
    return "", f"{NBSP}{name}"


def short_money_affixes(currency: Currency, language: Language, tag: str) -> tuple[str, str]:
    """Return what stands before and after an amount in short: `("$", "bn")` in English."""
    scale = language.short_scales[currency.scale] if currency.scale else ""
    if language.symbol_first:
        return _leading_symbol(currency, tag), scale
    symbol = currency_symbol(currency.code, tag)
    return "", f"{NBSP}{scale}{language.short_gap}{symbol}" if scale else f"{NBSP}{symbol}"


def _leading_symbol(currency: Currency, tag: str) -> str:
    symbol = currency_symbol(currency.code, tag)
    return f"{symbol}{NBSP}" if symbol[-1].isalpha() else symbol
