"""How much of what a unit is: takes a unit and a language, returns its kinds, sizes and powers.

A unit is read as an author writes it: "EUR mn", "Tsd. Euro", "MWh", "Kilometer", "km/h", "Euro je
kWh". Sizes are in the smallest unit of a kind (SI brochure, 5 and 8), money in whole currency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Final, NamedTuple

from builder.facts.nouns import currency_name, currency_symbol, measures_by_form
from builder.facts.units import SCALES, SCALES_BESIDE, currency_of
from builder.language.language import base_language, language_of, module_of, word_list
from builder.language.numbers import plural, with_code

_ONE: Final = Fraction(1)
_HOUR: Final = Fraction(3600)
_CENT: Final = Fraction(1, 100)
_SIZES: Final[Mapping[str, str]] = {
    "duration": "1 second s; 60 minute min; 3600 hour h; 86400 day; 604800 week",
    "calendar": "1 month; 12 year",
    "length": "1 millimeter mm; 10 centimeter cm; 1000 meter m; 1e6 kilometer km",
    "area": "1 square-meter m² m2; 10000 hectare ha; 1e6 square-kilometer km² km2",
    "mass": "0.001 - mg; 1 gram g; 1000 kilogram kg; 1e6 tonne t; 1e9 - kt; 1e12 - Mt",
    "volume": "0.001 - ml; 1 liter l L; 1000 cubic-meter m³ m3",
    "power": "1 watt W; 1000 kilowatt kW; 1e6 megawatt MW; 1e9 gigawatt GW; 1e12 - TW",
    "energy": "1 - Wh; 1000 kilowatt-hour kWh; 1e6 megawatt-hour MWh; 1e9 gigawatt-hour GWh;"
    " 1e12 - TWh",
    "digital": "1 byte; 1000 - kB; 1e6 megabyte MB; 1e9 gigabyte GB; 1e12 terabyte TB",
}
"""Units by what they measure: the size of each, CLDR's name for it if it has one, its symbols."""
MONEYS: Final = word_list(
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


def parted(kinds: Sequence[Kind]) -> tuple[Kind, ...]:
    """Return kinds with energy as what it is, power for a time: Wh are watts for an hour."""
    found = []
    for kind in kinds:
        if kind.of == "energy":
            found.append(Kind("power", kind.size, kind.power))
            kind = Kind("duration", _HOUR, kind.power)
        found.append(kind)
    return tuple(found)


def is_rate(unit: str, tag: str) -> bool:
    """Return whether a unit is one thing for each of another, be they known or not."""
    return _kind(unit.strip(), tag) is None and len(_per(tag).split(unit)) > 1


def money_rate(unit: str, tag: str) -> str:
    """Return a rate of money that is stated by its code in words of the language: "Millionen Euro
    je Jahr" of "EUR mn per Jahr"; empty for what is none, and for symbols: "EUR/kWh".

    So is one that is stated by a sign which would stand behind its number, and does not: "£ per
    year".
    """
    above, *below = [unit] if "/" in unit else _per(tag).split(unit)
    above = above.strip()
    if language_of(tag).symbol_first:
        above = with_code(above)
    code, _, scale = above.partition(" ")
    if not below or currency_of(code) is None:
        return ""
    key = SCALES_BESIDE.get(scale, scale)
    if key and key not in SCALES:
        return ""
    name = currency_name(code, _MANY, tag)
    language = language_of(tag)
    scaled = plural(language.scales[key], _MANY, tag) if key else ""
    money = f"{scaled} {language.after_million(name)}" if scaled else name
    per = module_of(tag, "beside").PER[0]
    return f" {per} ".join((money, *(_in_letters(part.strip(), tag) for part in below)))


def _in_letters(noun: str, tag: str) -> str:
    """Return a noun, or dots for one whose letters the language has not: "person" in Ukrainian."""
    own = language_of(tag).alphabet
    foreign = own and noun not in _symbols(tag) and not {*noun.casefold()} & {*own}
    return "…" if foreign else noun


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
    cents: Mapping[str, str] = module_of(tag, "beside").CENTS
    if unit in cents:
        return Kind(cents[unit], _CENT)
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
        if found := _measures().get((kind, name)):
            return found
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
    for _, symbols, kind in _sized():
        for symbol in symbols:
            found[symbol] = found[own.get(symbol, symbol)] = kind
    return found


@cache
def _measures() -> Mapping[tuple[str, str], Kind]:
    """Return the measures that CLDR names, by what they measure and by its names."""
    return {
        ("duration" if kind.of == "calendar" else kind.of, name): kind
        for name, _, kind in _sized()
        if name != "-"
    }


def _sized() -> Iterator[tuple[str, Sequence[str], Kind]]:
    for of, units in _SIZES.items():
        for size, name, *symbols in map(str.split, units.split(";")):
            yield name, symbols, Kind(of, Fraction(size))


@lru_cache(maxsize=32)
def currency_names(code: str, tag: str) -> tuple[str, ...]:
    """Return what one and several of a currency are called in a language."""
    return tuple(currency_name(code, Decimal(count), tag) for count in _COUNTS)


@lru_cache(maxsize=32)
def called(code: str, tag: str) -> frozenset[str]:
    """Return the sign of a currency and the nouns of its names in a language, in small letters: not
    whose money it is.
    """
    names = [name.split() for name in currency_names(code, tag)]
    nouns = {name[-1].casefold() for name in names if name[-1].istitle()}  # "Schweizer Franken"
    nouns = nouns or {word for name in names for word in name if word.islower()}
    return frozenset((currency_symbol(code, tag).casefold(), *nouns))


@lru_cache(maxsize=8)
def _moneys(tag: str) -> Mapping[str, str]:
    """Return currencies by what a language calls them, and by their signs, in small letters."""

    def named() -> Iterator[tuple[str, str]]:
        for code in MONEYS:
            yield currency_symbol(code, tag).casefold(), code
            for name in currency_names(code, tag):
                yield name.casefold(), code

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
    words = "|".join(map(re.escape, (*module_of(tag, "beside").PER, "per")))
    return re.compile(rf"\s+(?:{words})\s+|\s*/\s*")
