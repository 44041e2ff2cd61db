"""How much of what a unit is: takes a unit and a language, returns its kinds, sizes and powers.

A unit is read as an author writes it: "EUR mn", "Tsd. Euro", "MWh", "Kilometer", "km/h", "Euro je
kWh". Sizes are in the smallest unit of a kind (SI brochure, 5 and 8), money in whole currency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from builder.facts.nouns import (
    SCALES_BESIDE,
    currency_name,
    currency_symbol,
    measures_by_form,
)
from builder.facts.units import SCALES, currency_of
from builder.language.language import base_language, language_of, module_of, word_list
from builder.language.numbers import plural

_ONE: Final = Fraction(1)
_SIZES: Final[Mapping[str, Mapping[str, int]]] = {
    "duration": {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800},
    "length": {"millimeter": 1, "centimeter": 10, "meter": 1000, "kilometer": 10**6},
    "area": {"square-meter": 1, "hectare": 10_000, "square-kilometer": 10**6},
    "mass": {"gram": 1, "kilogram": 1000, "tonne": 10**6},
    "volume": {"liter": 1, "cubic-meter": 1000},
    "power": {"watt": 1, "kilowatt": 1000, "megawatt": 10**6, "gigawatt": 10**9},
    "digital": {"byte": 1, "megabyte": 10**6, "gigabyte": 10**9, "terabyte": 10**12},
    "energy": {"kilowatt-hour": 1000, "megawatt-hour": 10**6, "gigawatt-hour": 10**9},
}
"""CLDR's measures by what they measure."""

_SYMBOLS: Final[Mapping[str, str]] = {
    "duration": "s=1 min=60 h=3600",
    "length": "mm=1 cm=10 m=1000 km=1000000",
    "area": "m²=1 m2=1 ha=10000 km²=1000000 km2=1000000",
    "mass": "mg=0.001 g=1 kg=1000 t=1000000 kt=1000000000 Mt=1000000000000",
    "volume": "ml=0.001 l=1 L=1 m³=1000 m3=1000",
    "power": "W=1 kW=1000 MW=1000000 GW=1000000000 TW=1000000000000",
    "energy": "Wh=1 kWh=1000 MWh=1000000 GWh=1000000000 TWh=1000000000000",
    "digital": "kB=1000 MB=1000000 GB=1000000000 TB=1000000000000",
}
_MONEYS: Final = word_list(
    "EUR USD GBP CHF UAH PLN CZK HUF RON SEK NOK DKK TRY JPY CNY CAD AUD INR BRL"
)
_MANY: Final = Decimal(5)
_COUNTS: Final = ("1", "2", "5", "1.5")  # of each plural category of our languages


class Kind(NamedTuple):
    """What a unit measures: a currency's code, a measure, or, `counted`, a noun behind a scale."""

    of: str
    size: Fraction
    power: int = 1
    counted: bool = False


def kinds_of(unit: str, tag: str) -> tuple[Kind, ...]:
    """Return what a unit is of: two kinds of a rate ("Euro je kWh"), none of unknown nouns."""
    whole = _kind(unit.strip(), tag)
    if whole is not None:
        return (whole,)
    above, *below = _per(tag).split(unit)
    if not below or any(part.strip()[:1].isdigit() for part in below):
        return ()
    found = [_kind(part.strip(), tag) for part in (above, *below)]
    powers = (1, *(-1 for _ in below))
    return tuple(
        kind._replace(power=power)
        for kind, power in zip(found, powers, strict=True)
        if kind is not None
    )


def is_rate(unit: str, tag: str) -> bool:
    """Return whether a unit is one thing for each of another, be they known or not."""
    return _kind(unit.strip(), tag) is None and len(_per(tag).split(unit)) > 1


def money_rate(unit: str, tag: str) -> str:
    """Return a rate of money that is stated by its code in words of the language: "Millionen Euro
    je Jahr" of "EUR mn per Jahr"; empty for what is none, and for symbols: "EUR/kWh".
    """
    above, *below = [unit] if "/" in unit else _per(tag).split(unit)
    code, _, scale = above.strip().partition(" ")
    if not below or currency_of(code) is None:
        return ""
    key = {**SCALES_BESIDE, **dict.fromkeys(SCALES)}.get(scale, "") or scale
    if key and key not in SCALES:
        return ""
    name = currency_name(code, _MANY, tag)
    language = language_of(tag)
    scaled = plural(language.scales[key], _MANY, tag) if key else ""
    money = f"{scaled} {language.after_million(name)}" if scaled else name
    per = module_of(tag, "kept").PER[0]
    return f" {per} ".join((money, *(part.strip() for part in below)))


def is_money(kind: str) -> bool:
    """Return whether a kind is that of a currency."""
    return kind.isupper()


def _kind(unit: str, tag: str) -> Kind | None:
    money = currency_of(unit)
    if money is not None:
        return Kind(money.code, Fraction(SCALES.get(money.scale, 1)))
    measured = _symbols(tag).get(unit) or _measure(unit, tag)
    if measured is not None:
        return measured
    called = _moneys(tag)
    if unit.casefold() in called:
        return Kind(called[unit.casefold()], _ONE)
    first, _, rest = unit.partition(" ")
    if not rest:
        return None
    words = scale_words(tag)
    if currency_of(first) and _bare(rest) in words:
        return Kind(first, words[_bare(rest)])
    size = words.get(_bare(first))
    if size is None:
        return None
    code = rest if currency_of(rest) else called.get(_noun(rest), "")
    return Kind(code, size) if code else Kind(_noun(rest), size, counted=True)


def _bare(word: str) -> str:
    return word.rstrip(".").casefold()


def _noun(words: str) -> str:
    """Return what stands behind a scale, without what joins it to that: "d'euros"."""
    return re.sub(r"^(?:de |d['\u2019])", "", words.strip()).casefold()


def _measure(unit: str, tag: str) -> Kind | None:
    for language in dict.fromkeys((base_language(tag), "en", "en-GB")):
        kind, _, name = measures_by_form(language).get(unit, "").partition("-")
        name = name or _hours(language).get(unit, "")
        kind = kind or ("energy" if name else "")
        if name in _SIZES.get(kind, {}):
            return Kind(kind, Fraction(_SIZES[kind][name]))
    return None


@lru_cache(maxsize=8)
def _hours(tag: str) -> Mapping[str, str]:
    """Return the larger ones of what a language calls a kilowatt-hour, which CLDR has not."""
    forms = measures_by_form(tag)
    by_watt = {
        measure: form
        for form, measure in reversed(list(forms.items()))
        if measure.startswith("power-")
    }
    kilo = by_watt.get("power-kilowatt", "")
    hours = [form for form, measure in forms.items() if measure == "energy-kilowatt-hour"]
    return {
        form.replace(kilo, by_watt[f"power-{more}"]): f"{more}-hour"
        for more in ("megawatt", "gigawatt")
        for form in hours
        if kilo and kilo in form and f"power-{more}" in by_watt
    }


@lru_cache(maxsize=8)
def _symbols(tag: str) -> Mapping[str, Kind]:
    """Return the symbols of measures, in the letters of the language too."""
    found = dict[str, Kind]()
    own = language_of(tag).symbols
    for kind, symbols in _SYMBOLS.items():
        for symbol, size in (each.split("=") for each in symbols.split()):
            found[symbol] = found[own.get(symbol, symbol)] = Kind(kind, Fraction(size))
    return found


@lru_cache(maxsize=8)
def _moneys(tag: str) -> Mapping[str, str]:
    """Return currencies by what a language calls them, and by their signs, in small letters."""

    def named() -> Iterator[tuple[str, str]]:
        for code in _MONEYS:
            yield currency_symbol(code, tag).casefold(), code
            for count in _COUNTS:
                yield currency_name(code, Decimal(count), tag).casefold(), code

    found: dict[str, str] = {}
    for name, code in named():
        found.setdefault(name, code)
    return found


@lru_cache(maxsize=16)
def scale_words(tag: str) -> dict[str, Fraction]:
    """Return the words of a language that mean a scale, long and short, without their stops."""
    language = language_of(tag)
    found = dict(SCALES_BESIDE)
    for key in SCALES:
        found |= dict.fromkeys((key, *language.scales[key].values()), key)
        found[language.short_scales[key]] = key
    words = {_bare(word): Fraction(SCALES[key]) for word, key in found.items()}
    return {word: scale for word, scale in words.items() if len(word) > 1 or word == "k"}


@lru_cache(maxsize=8)
def _per(tag: str) -> re.Pattern[str]:
    """Return the pattern of what parts a rate from what it is for: "je", "per", a stroke."""
    words = "|".join(map(re.escape, (*module_of(tag, "kept").PER, "per")))
    return re.compile(rf"\s+(?:{words})\s+|\s*/\s*")
