"""Units as nouns, and money: takes a unit, a number and a language, returns what stands beside it.

A unit is known by any of its forms: those that figures.yaml declares in `units:`, those of the
language's own few (times, percentage points), and CLDR's names of measures (days, kilometres). Of
any other word there is one form, the one that is written.

Names are CLDR's, by Babel, but for those that a language's own table replaces.

A `Speech` is a tag wherever one is asked for. So whatever prints in the briefing's language knows
the forms of its units and the marks of its dollars; a bare tag stands for a briefing that
declares nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Final, TypeVar

from builder.facts.units import (
    POINTS,
    Currency,
    Unit,
    currency_of,
    money_key,
    own_money,
    scaled_forms,
    unit_of,
)
from builder.language.dates import word
from builder.language.language import NBSP, Plurals, base_language, language_of
from builder.language.numbers import DOLLARS, locale_of, plural, sign_of

_T = TypeVar("_T")

_SHORT: Final = 10  # letters of a unit that stays on one line, as abbreviations and signs do
_PART: Final = 4  # letters of each of its words


class Speech(str):
    """A BCP 47 tag with the forms of the briefing's own nouns, and the currencies to be marked.

    `nouns` maps the keys of `units:` to their forms by plural category. `marked` are the
    currencies (ISO 4217) whose bare sign another money of the content, or of the country,
    could be taken for: their sign carries the country.
    """

    nouns: Mapping[str, Plurals]
    marked: frozenset[str]

    def __new__(
        cls,
        tag: str,
        nouns: Mapping[str, Plurals] | None = None,
        marked: Collection[str] = (),
    ) -> Speech:
        """Return the speech of a tag."""
        speech = super().__new__(cls, tag)
        speech.nouns, speech.marked = nouns or {}, frozenset(marked)
        return speech

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """The keys of `nouns` by each of their forms; a form of two nouns stands for none."""
        forms = ((form, key) for key, forms in self.nouns.items() for form in forms.values())
        return _alone(forms) | {key: key for key in self.nouns}


def _alone(named: Iterable[tuple[str, _T]]) -> dict[str, _T]:
    """Return what each form stands for; one of two things stands for none."""
    found: dict[str, _T] = {}
    shared: set[str] = set()
    for form, meant in named:
        if found.setdefault(form, meant) != meant:
            shared.add(form)
    return {form: meant for form, meant in found.items() if form not in shared}


def speech_of(tag: str) -> Speech:
    """Return a tag as a speech: that of a briefing that declares nothing, where it is bare."""
    return tag if isinstance(tag, Speech) else Speech(tag)


def marked_currencies(tag: str, units: Iterable[str]) -> frozenset[str]:
    """Return the currencies whose bare sign could be mistaken, given the units of a content.

    `$` is the US dollar's until the country has a dollar of its own, or the content another;
    `¥` the yen's until yuan are counted too.
    """
    codes = {found.code for unit in units if (found := currency_of(unit)) is not None}
    others = (codes | own_money(tag)) & DOLLARS - {"USD"}
    return frozenset(["USD"] if others else []) | frozenset(["JPY"] if "CNY" in codes else [])


_CATEGORIES: Final = ("zero", "one", "two", "few", "many", "other")
# A number of each category of our languages, with which CLDR's names are asked for.
_SAMPLES: Final = {"one": 1, "few": 2, "many": 5, "other": 1.5}
_AMOUNT: Final = re.compile(r"^[\d.,]+\s*")
_YEARS: Final = "duration-year"
_MEASURES: Final = (
    *(f"duration-{span}" for span in ("second", "minute", "hour", "day", "week", "month", "year")),
    *(f"length-{length}" for length in ("millimeter", "centimeter", "meter", "kilometer", "mile")),
    *(f"area-{area}" for area in ("square-meter", "square-kilometer", "hectare", "acre")),
    *(f"mass-{mass}" for mass in ("gram", "kilogram", "tonne", "pound")),
    *(f"volume-{volume}" for volume in ("liter", "cubic-meter", "barrel")),
    *(f"power-{power}" for power in ("watt", "kilowatt", "megawatt", "gigawatt")),
    *(f"digital-{size}" for size in ("byte", "megabyte", "gigabyte", "terabyte")),
    "energy-kilowatt-hour",
)


def unit_key(unit: str, tag: str) -> str:
    """Return the one name by which a unit is known, whichever of its forms is written."""
    own = speech_of(tag).keys.get(unit)
    if own is not None:
        return own
    unit = language_of(tag).symbols.get(unit, unit)
    forms = _known(tag).get(unit) or _english(tag).get(unit)
    if forms is None and (money := money_key(unit, tag)):
        return money
    forms = forms or scaled_forms(unit, tag)
    return forms.get("many", forms["other"]) if forms else unit


def stated_unit(unit: str, tag: str) -> Unit:
    """Return the unit that a figure's key names, for arithmetic."""
    return unit_of(unit, language_of(tag).ratio_units, _points(tag))


def written_unit(unit: Unit, tag: str) -> str:
    """Return the key by which a computed unit is printed in a language."""
    return _points(tag) if unit.ratio == POINTS else str(unit)


def _points(tag: str) -> str:
    return unit_key(word(tag, "percentage_points"), tag)


def noun(unit: str, value: Decimal, tag: str) -> str:
    """Return a unit as it stands after a number: "1 missile", "2 missiles"."""
    forms = forms_of(unit, tag)
    return plural(forms, value, tag) if forms else unit


def after_number(unit: str, value: Decimal, tag: str) -> str:
    """Return what a unit adds to a number: no line divides "Mio. m³", as none divides "90 km"."""
    said = noun(unit, value, tag)
    short = len(said) <= _SHORT and all(len(part) <= _PART for part in said.split(" "))
    return NBSP + (said.replace(" ", NBSP) if short else said)


def noun_forms(unit: str, tag: str) -> frozenset[str]:
    """Return every form of a unit, for reading."""
    forms = forms_of(unit, tag)
    return language_of(tag).in_cases(forms) if forms else frozenset({unit})


def money_forms(code: str, tag: str) -> Plurals:
    """Return the name of a currency beside a number of each plural category."""
    return {
        each: currency_name(code, Decimal(str(_SAMPLES[each])), tag) for each in categories(tag)
    }


def categories(tag: str) -> tuple[str, ...]:
    """Return the plural categories that a language's nouns need, in CLDR's order.

    French has a "many" after millions, where the noun stands as after any other number.
    """
    known = {*locale_of(tag).plural_form.tags, "other"}
    if "few" not in known:
        known.discard("many")
    return tuple(category for category in _CATEGORIES if category in known)


def forms_of(unit: str, tag: str) -> Plurals | None:
    """Return the forms of a unit by plural category; None where it has but the one it is."""
    speech = speech_of(tag)
    own = speech.keys.get(unit)
    if own is not None:
        return speech.nouns[own]
    return _known(tag).get(unit) or scaled_forms(unit, tag)


@lru_cache(maxsize=8)
def _known(tag: str) -> Mapping[str, Plurals]:
    """Return the nouns that a language knows by itself, by each of their forms."""
    found = _alone((form, forms) for forms in _measures(tag) for form in forms.values())
    for forms in language_of(tag).nouns:
        found |= dict.fromkeys(forms.values(), forms)
    return found


def measure_of(unit: str, tag: str) -> str:
    """Return which of CLDR's measures a unit's key is, as "duration-hour"; empty for others."""
    return measures_by_form(base_language(tag)).get(unit, "")


def is_years(unit: str, tag: str) -> bool:
    """Return whether a unit is that of how many years something lasts."""
    return measure_of(unit, tag) == _YEARS or (bool(unit) and unit == unit_of_years(tag))


@lru_cache(maxsize=8)
def unit_of_years(tag: str) -> str:
    """Return the unit of how many years lie between two."""
    named = dict(zip(_MEASURES, _measures(tag), strict=True))
    return unit_key(named[_YEARS]["other"], tag)


@lru_cache(maxsize=8)
def measures_by_form(tag: str) -> Mapping[str, str]:
    named = zip(_MEASURES, _measures(tag), strict=True)
    return _alone((form, measure) for measure, forms in named for form in forms.values())


@lru_cache(maxsize=8)
def _english(tag: str) -> Mapping[str, Plurals]:
    """Return a language's nouns by their English forms, as which figures may state them too."""
    if base_language(tag) == "en":
        return {}
    found: dict[str, Plurals] = {}
    for english in ("en", "en-GB"):
        for own, other in zip(_measures(tag), _measures(english), strict=True):
            found |= dict.fromkeys(other.values(), own)
    points = _known(tag)[word(tag, "percentage_points")]
    multiple = {"other": language_of(tag).multiple}
    return (
        found
        | dict.fromkeys(("percentage point", "percentage points"), points)
        | dict.fromkeys(("times", "time", "-fold"), multiple)
    )


def _measures(tag: str) -> Iterator[Plurals]:
    """Yield CLDR's names of measures in all the plural forms of the language."""
    from babel.units import format_unit

    samples = {category: _SAMPLES[category] for category in categories(tag)}
    if "few" not in samples:
        samples["other"] = 2
    for measure in _MEASURES:
        said = {
            category: str(format_unit(count, measure, locale=locale_of(tag)))
            for category, count in samples.items()
        }
        yield {category: _AMOUNT.sub("", text) for category, text in said.items()}


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
