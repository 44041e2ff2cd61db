"""Numbers in words: takes a rounded value, its unit and a language, returns what is said."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from builder.resolve.form import FormError
from builder.resolve.languages import CannotSayError, Language, language_of
from builder.resolve.numbers import currency_name, plural
from builder.resolve.units import SCALES, currency_of

_MILLION: Final = 10**6
_HINT: Final = "print it in digits: drop the form “words”"


def spoken(value: Decimal, unit: str, tag: str) -> str:
    """Return a value in words with its unit: "five million rounds", "ninety per cent".

    Money that is no whole number of its scale is said in the currency itself: 48.5 million as
    "forty-eight million five hundred thousand euros".

    Raises:
        FormError: the value is negative, not whole, or has no words in the language.
    """
    language = language_of(tag)
    currency = currency_of(unit)
    scale = currency.scale if currency else ""
    if scale and value != value.to_integral_value():
        value, scale = value * SCALES[scale], ""
    if value < 0 or value != value.to_integral_value():
        raise FormError(f'the form "words" cannot say {value}: it is no whole number', _HINT)
    try:
        said = language.cardinal(int(value))
    except CannotSayError as reason:
        raise FormError(f'the form "words" cannot say {value}: {reason}', _HINT) from None
    if unit == "%":
        return f"{said} {plural(language.percent, value, tag)}"
    if currency is None:
        return f"{said} {_after(value, unit, language)}" if unit else said
    if not scale:
        name = currency_name(currency.code, value, language, tag)
        return f"{said} {_after(value, name, language)}"
    name = currency_name(currency.code, Decimal(5), language, tag)
    scale_word = plural(language.spoken_scales[scale], value, tag)
    return f"{said} {scale_word} {language.after_million(name)}"


def _after(value: Decimal, noun: str, language: Language) -> str:
    """Return a noun as it stands after a number in words: French says "un million de"."""
    return language.after_million(noun) if value and not value % _MILLION else noun
