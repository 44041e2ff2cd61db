"""Numbers in words: takes a rounded value, its unit and a language, returns what is said."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from builder.language.language import CannotSayError, Language
from builder.language.numbers import plural
from builder.language.registry import language_of
from builder.resolve.form import FormError
from builder.resolve.money import currency_name
from builder.resolve.nouns import noun
from builder.resolve.units import SCALES, currency_of

_MILLION: Final = 10**6
_TRILLION: Final = 10**12
_HINT: Final = "print it in digits: drop the form “words”"


def spoken(value: Decimal, unit: str, tag: str) -> str:
    """Return a value in words with its unit: "five million rounds", "ninety per cent".

    Money is said as one number of its currency: 48.5 million as "forty-eight million five hundred
    thousand euros". Only trillions, for which there are no numbers in words, keep their scale.

    Raises:
        FormError: the value is negative, not whole, or has no words in the language.
    """
    language = language_of(tag)
    currency = currency_of(unit)
    amount, scale = value, currency.scale if currency else ""
    if scale and (value * SCALES[scale] < _TRILLION or value != value.to_integral_value()):
        amount, scale = value * SCALES[scale], ""
    if amount < 0 or amount != amount.to_integral_value():
        raise FormError(f'the form "words" cannot say {value}: it is no whole number', _HINT)
    try:
        said = language.cardinal(int(amount), _gender(unit, scale, language))
    except CannotSayError as reason:
        raise FormError(f'the form "words" cannot say {value}: {reason}', _HINT) from None
    if unit == "%":
        return f"{said} {plural(language.percent, amount, tag)}"
    if currency is None:
        return _counted(said, amount, unit, tag)
    if not scale:
        name = currency_name(currency.code, amount, tag)
        return f"{said} {_after(amount, name, language)}"
    name = currency_name(currency.code, Decimal(5), tag)
    scale_word = plural(language.spoken_scales[scale], amount, tag)
    return f"{said} {scale_word} {language.after_million(name)}"


def _counted(said: str, amount: Decimal, unit: str, tag: str) -> str:
    """Return a number in words with what it counts; German joins "dreimal" and "dreifach"."""
    language = language_of(tag)
    if unit == "×":
        unit = language.multiple
    joint = language.glued.get(unit)
    if joint:
        return said + joint.removeprefix("-")
    return f"{said} {_after(amount, noun(unit, amount, tag), language)}" if unit else said


def _gender(unit: str, scale: str, language: Language) -> str:
    """Return the gender of what is counted, empty where a word of the author's does not tell."""
    currency = currency_of(unit)
    if scale:
        return language.scale_gender
    counted = currency.code if currency else language.multiple if unit == "×" else unit
    if counted in language.feminine:
        return "f"
    if counted in language.neuter:
        return "n"
    own = any(counted in forms.values() for forms in language.nouns)
    return "m" if currency or unit == "%" or unit in language.ratio_units or own else ""


def _after(value: Decimal, counted: str, language: Language) -> str:
    """Return a noun as it stands after a number in words: French says "un million de"."""
    return language.after_million(counted) if value and not value % _MILLION else counted
