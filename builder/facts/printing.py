"""Printing: takes a figure (or a plain quantity) and a form, returns the printed text; and numbers
in words, which it says and reads back.

Whatever a form cannot say is a `FormError`, which the caller reports at the place where the form
was asked for.

Words have no grammar of their own here: every language's `cardinal` builds a number from its
billions, millions, thousands and the rest, so the words of each of these, as `cardinal` says them,
are looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import product
from typing import Final

from builder.facts.nouns import (
    after_number,
    currency_name,
    money_affixes,
    noun,
    short_money_affixes,
    unit_key,
)
from builder.facts.rounding import decimals_as_stated
from builder.facts.units import CALENDAR, PER_CENT, PER_MILLE, SCALES, SHARES, currency_of
from builder.language.dates import printed_date
from builder.language.language import HEDGE_SIGNS, CannotSayError, Language, language_of, module_of
from builder.language.numbers import MINUS, number, percent_affixes, plural, ungrouped
from builder.model.figure import Form, FormError, Hedge, Moment, ResolvedFigure
from builder.model.text import Line, plain

_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SIGNS: Final = (
    dict.fromkeys(map(ord, "\u2010\u2011\u2212"), "-")
    | dict.fromkeys(map(ord, "\u2019\u02bc\u2018"), "'")
    | dict.fromkeys(map(ord, _INVISIBLE))
)
_SPACES: Final = re.compile(r"\s+")
_THIN: Final = "\u202f"  # between two signs

_MILLION: Final = 10**6
_TRILLION: Final = 10**12
_HINT: Final = "print it in digits: drop the form “words”"

_SCALES: Final = (10**9, 10**6, 10**3, 1)
_GENDERS: Final = ("", "m", "f", "n")
# What stands between the parts of a number: "and" before English tens.
_JOINTS: Final = (" and ", " ", "")


def printed_figure(figure: ResolvedFigure, form: Form, tag: str) -> str:
    """Return a figure as one text, hedge and unit included.

    Raises:
        FormError: the form cannot be said of this figure.
    """
    hedge = None if form.bare else figure.hedge
    if isinstance(figure.value, Moment):
        text = printed_date(figure.value, "full" if form.base == "words" else form.base, tag)
        if hedge is not None:
            short = form.base == "short"
            text = HEDGE_SIGNS[hedge] + text if short else f"{hedge_word(hedge, '', tag)} {text}"
    else:
        value = figure.value if figure.rounded is None else figure.rounded
        unit = CALENDAR if figure.year else figure.unit
        text = printed_quantity(value, unit, hedge, form, tag)
    return capitalised(text) if form.capital else text


def printed_quantity(value: Decimal, unit: str, hedge: Hedge | None, form: Form, tag: str) -> str:
    """Return a rounded value with its unit and hedge; its decimals are printed as they stand.

    Years of the calendar (`CALENDAR`) have no grouping in any language, and no unit.

    Raises:
        FormError: the value cannot be said in words.
    """
    language, printed = language_of(tag), number
    if unit == CALENDAR:
        unit, printed = "", ungrouped
    if form.base == "words":
        said = spoken(value, unit, tag)
        return _hedged(hedge_word(hedge, unit, tag, value), said, language) if hedge else said
    before, after = affixes(value, unit, form.base, tag)
    sign = MINUS if value < 0 else "+" if form.signed and value > 0 else ""
    text = f"{sign}{before}{printed(abs(value), decimals_as_stated(value), tag)}{after}"
    if hedge is None:
        return text
    return (
        HEDGE_SIGNS[hedge] + (_THIN if sign else "") + text
        if form.base == "short"
        else _hedged(hedge_word(hedge, unit, tag, value), text, language)
    )


def affixes(value: Decimal, unit: str, base: str, tag: str) -> tuple[str, str]:
    """Return what a form prints before and after the number, for its unit."""
    if base == "number" or unit in ("", CALENDAR):
        return "", ""
    if unit in SHARES:
        before, after = percent_affixes(tag)
        return before.replace(PER_CENT, unit), after.replace(PER_CENT, unit)
    language = language_of(tag)
    currency = currency_of(unit)
    if currency is not None:
        if base == "short":
            return short_money_affixes(currency, tag)
        return money_affixes(value, currency, tag)
    if base == "short":
        return "", "×" if unit in language.ratio_units else ""
    return "", language.glued.get(unit) or after_number(unit, value, tag)


def unit_beside(figure: ResolvedFigure, tag: str) -> str:
    """Return the unit that the short form of a figure leaves out, if it has one: "TWh"."""
    if isinstance(figure.value, Moment):
        return ""
    value = figure.value if figure.rounded is None else figure.rounded
    if shortest(value, figure.unit, tag) == "short":
        return ""
    return affixes(value, figure.unit, "full", tag)[1].strip()


def shortest(value: Decimal, unit: str, tag: str) -> str:
    """Return the form that says a unit in the fewest words: "short" is silent of "thousand tonnes".

    A number whose scale is left out is another number.
    """
    return "short" if any(affixes(value, unit, "short", tag)) else "full"


def hedge_word(hedge: Hedge, unit: str, tag: str, value: Decimal | Moment | None = None) -> str:
    """Return a hedge in words: "fewer than" of things, "less than" of measures and of fractions."""
    language = language_of(tag)
    parted = isinstance(value, Decimal) and value != value.to_integral_value()
    if not unit or parted or _is_measure(unit_key(unit, tag), language):
        return language.measured.get(hedge, language.hedges[hedge])
    return language.hedges[hedge]


def capitalised(text: str) -> str:
    """Return a text with its first letter raised, as at a sentence's start."""
    return text[:1].upper() + text[1:]


def folded(text: str) -> str:
    """Return a text in small letters with plain spaces, hyphens and apostrophes, none invisible."""
    return _SPACES.sub(" ", text.translate(_SIGNS)).strip().casefold()


def tight(text: str) -> str:
    """Return a text folded and without its spaces: `90 %` and `90%` are one."""
    return folded(text).replace(" ", "")


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
    if unit == PER_MILLE:
        return f"{said} {module_of(tag, 'aloud').ALOUD.per_mille}"
    if currency is None:
        return _counted(said, amount, unit, tag)
    if not scale:
        name = currency_name(currency.code, amount, tag)
        return f"{said} {_after(amount, name, language)}"
    name = currency_name(currency.code, Decimal(5), tag)
    scale_word = plural(language.spoken_scales[scale], amount, tag)
    return f"{said} {scale_word} {language.after_million(name)}"


def cardinals(text: str, tag: str) -> Iterator[tuple[int, str]]:
    """Yield each whole number that a folded text begins with, and the rest of the text."""
    zero = folded(language_of(tag).cardinal(0, ""))
    if text.startswith(zero):
        yield 0, text[len(zero) :]
    yield from _parts(text, tag, 0)


def _is_measure(unit: str, language: Language) -> bool:
    return (
        unit in SHARES
        or unit in language.ratio_units
        or unit in language.measures
        or currency_of(unit) is not None
    )


def _hedged(hedge: str, phrase: str, language: Language) -> str:
    return language.elided(f"{hedge} ", phrase) + phrase


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
    return "m" if currency or unit in SHARES or unit in language.ratio_units or own else ""


def _after(value: Decimal, counted: str, language: Language) -> str:
    """Return a noun as it stands after a number in words: French says "un million de"."""
    return language.after_million(counted) if value and not value % _MILLION else counted


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


def says(said: Line, words: Line) -> bool:
    """Return whether a line has words in it as they are printed, in letters of either case."""
    inside, sought = (_SPACES.sub(" ", plain(each)).strip().casefold() for each in (said, words))
    whole = rf"(?<![\w.,]){re.escape(sought)}(?!\w|[.,]\d)"
    return bool(sought) and re.search(whole, inside) is not None
