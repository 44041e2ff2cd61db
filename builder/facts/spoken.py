"""Numbers in words, said and read back: takes a value, unit and language, returns what is said.

No grammar of its own: every language's `cardinal` builds a number from its billions, millions,
thousands and the rest, so the words of each of these, as `cardinal` says them, are looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import product
from typing import Final

from builder.facts.nouns import currency_name, noun
from builder.facts.units import SCALES, currency_of
from builder.language.language import CannotSayError, Language, language_of
from builder.language.numbers import plural
from builder.model.figure import FormError

_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SIGNS: Final = (
    dict.fromkeys(map(ord, "\u2010\u2011\u2212"), "-")
    | dict.fromkeys(map(ord, "\u2019\u02bc\u2018"), "'")
    | dict.fromkeys(map(ord, _INVISIBLE))
)
_SPACES: Final = re.compile(r"\s+")


def folded(text: str) -> str:
    """Return a text in small letters with plain spaces, hyphens and apostrophes, none invisible."""
    return _SPACES.sub(" ", text.translate(_SIGNS)).strip().casefold()


def tight(text: str) -> str:
    """Return a text folded and without its spaces: `90 %` and `90%` are one."""
    return folded(text).replace(" ", "")


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
    # Words have no decimals: 2.0 asks for the noun of two, not of a fraction.
    amount = Decimal(int(amount))
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


_SCALES: Final = (10**9, 10**6, 10**3, 1)
_GENDERS: Final = ("", "m", "f", "n")
# What stands between the parts of a number: "and" before English tens.
_JOINTS: Final = (" and ", " ", "")


def cardinals(text: str, tag: str) -> Iterator[tuple[int, str]]:
    """Yield each whole number that a folded text begins with, and the rest of the text."""
    zero = folded(language_of(tag).cardinal(0, ""))
    if text.startswith(zero):
        yield 0, text[len(zero) :]
    yield from _parts(text, tag, 0)


def _parts(text: str, tag: str, level: int) -> Iterator[tuple[int, str]]:
    for at in range(level, len(_SCALES)):
        words = _words(tag)[at]
        for end in range(min(len(text), _longest(tag)), 0, -1):
            value = words.get(text[:end])
            if value is None:
                continue
            rest = text[end:]
            yield value, rest
            for joint, following in product(_JOINTS, (at + 1,)):
                if rest.startswith(joint) and len(rest) > len(joint):
                    for more, left in _parts(rest[len(joint) :], tag, following):
                        yield value + more, left


@lru_cache(maxsize=4)
def _words(tag: str) -> tuple[Mapping[str, int], ...]:
    """Return the words of 1 to 999 of each scale."""
    language = language_of(tag)
    found: list[dict[str, int]] = []
    for scale in _SCALES:
        words: dict[str, int] = {}
        for count, gender in product(range(1, 1000), _GENDERS):
            try:
                words[folded(language.cardinal(count * scale, gender))] = count * scale
            except CannotSayError:
                continue
        found.append(words)
    return tuple(found)


@lru_cache(maxsize=4)
def _longest(tag: str) -> int:
    return max(len(words) for scale in _words(tag) for words in scale)
