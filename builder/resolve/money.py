"""Money in a language: takes a currency and its amount, returns what stands around the number.

Names are CLDR's, by Babel, but for those that a language's own table replaces.
"""

from __future__ import annotations

from decimal import Decimal

from builder.language.language import NBSP
from builder.language.numbers import locale_of, plural, sign_of
from builder.language.registry import language_of
from builder.resolve.speech import speech_of
from builder.resolve.units import Currency


def currency_symbol(code: str, tag: str) -> str:
    """Return a currency's sign, with its country where the briefing needs it, or its code."""
    marked = code in speech_of(tag).marked
    return sign_of(code, language_of(tag), marked=marked, tag=tag)


def currency_name(code: str, count: Decimal, tag: str) -> str:
    """Return a currency's name as it stands after `count` of it, within a phrase."""
    from babel.numbers import get_currency_name

    language = language_of(tag)
    names = language.currency_names
    if code in speech_of(tag).marked:
        names = {**names, **language.marked_names}
    if code in names:
        return plural(names[code], count, tag)
    return language.currency_name(get_currency_name(code, count, locale=locale_of(tag)))


def money_affixes(value: Decimal, currency: Currency, tag: str) -> tuple[str, str]:
    """Return what stands before and after an amount in full: `("$", " billion")` in English."""
    language = language_of(tag)
    scale = plural(language.scales[currency.scale], value, tag) if currency.scale else ""
    if language.symbol_first:
        return _leading_symbol(currency, tag), f"{NBSP}{scale}" if scale else ""
    # After a scale word the name stands as after any large number.
    name = currency_name(currency.code, Decimal(5) if scale else value, tag)
    if scale:
        return "", f"{NBSP}{scale} {language.after_million(name)}"
    return "", f"{NBSP}{name}"


def short_money_affixes(currency: Currency, tag: str) -> tuple[str, str]:
    """Return what stands before and after an amount in short: `("$", "bn")` in English."""
    language = language_of(tag)
    scale = language.short_scales[currency.scale] if currency.scale else ""
    if language.symbol_first:
        return _leading_symbol(currency, tag), scale
    symbol = currency_symbol(currency.code, tag)
    if not scale:
        return "", f"{NBSP}{symbol}"
    gap = NBSP if symbol[0].isalpha() else language.short_gap
    return "", f"{NBSP}{scale}{gap}{symbol}"


def _leading_symbol(currency: Currency, tag: str) -> str:
    symbol = currency_symbol(currency.code, tag)
    return f"{symbol}{NBSP}" if symbol[-1].isalpha() else symbol
