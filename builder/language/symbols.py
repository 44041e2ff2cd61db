"""Signs of money: takes a currency and a language, returns the sign that stands for it."""

from __future__ import annotations

from typing import Final

from builder.language.language import Language, word_list

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
DOLLARS: Final = frozenset(
    word_list(
        "USD AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD XCD"
    )
)
"""The dollars of the world, by ISO 4217."""


def sign_of(code: str, language: Language, *, marked: bool, tag: str) -> str:
    """Return a currency's sign, with its country where `marked`; its code where it has none."""
    if code in _SIGNS and not marked:
        return _SIGNS[code]
    if code in language.marked_signs:
        return language.marked_signs[code]
    if code in _MARKED:
        return _MARKED[code]
    if code in DOLLARS:
        return code
    from babel.numbers import get_currency_symbol

    from builder.language.numbers import locale_of

    sign: str = get_currency_symbol(code, locale=locale_of(tag))
    return code if sign == "$" else sign
