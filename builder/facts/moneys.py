"""Money as people write it: takes a unit such as £k, Tsd. €, TEUR, тис. грн; returns its key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from builder.facts.units import SCALES, SCALES_BESIDE, currency_of
from builder.language.language import language_of
from builder.language.numbers import DOLLARS, locale_of, with_code

__all__ = ["DOLLARS", "money_key", "own_money", "scale_names"]

_CODED: Final = re.compile(r"(?P<scale>.*?) ?(?P<code>[A-Z]{3})")
# What tables head their columns with: £'000, £000.
_NOUGHTS: Final = dict.fromkeys(("000", "'000", "’000", "000s", "thousands"), "thousand")
# Countries of our languages whose money is no dollar but the US one: Babel need not be asked.
_PLAIN: Final = frozenset({"US", "GB", "DE", "AT", "CH", "FR", "BE", "UA"})


def money_key(unit: str, tag: str) -> str:
    """Return the key of money that is meant by another name: GBP thousand; empty if none is."""
    scales = _scales(tag)
    for code, scale in _parted(unit, tag):
        key = f"{code} {scales.get(scale.rstrip('.'), scale)}".rstrip()
        if currency_of(key) is not None:
            return key
    return ""


def _parted(unit: str, tag: str) -> Iterator[tuple[str, str]]:
    """Yield how a unit may be a currency and a scale: its sign may be the language's own word."""
    code, _, scale = with_code(unit, own_money(tag)).partition(" ")
    yield code, scale
    if coded := _CODED.fullmatch(unit):
        yield coded["code"], coded["scale"]
    for own, sign in language_of(tag).signs.items():
        if unit == sign or unit.endswith(f" {sign}"):
            yield own, unit.removesuffix(sign).strip()


@lru_cache(maxsize=16)
def _scales(tag: str) -> Mapping[str, str]:
    """Return the scales of money by each of their names, without a stop."""
    language = language_of(tag)
    long = {
        word.rstrip("."): key
        for scales in (language.spoken_scales, language.scales)
        for key, words in scales.items()
        for word in words.values()
    }
    short = {name.rstrip("."): key for key, name in language.short_scales.items()}
    same = {key: key for key in SCALES}
    return {**long, **short, **SCALES_BESIDE, **_NOUGHTS, **language.other_scales, **same, "": ""}


def scale_names(tag: str) -> Iterator[tuple[str, str]]:
    """Yield the names of each scale with its key, which is empty of no scale."""
    yield from _scales(tag).items()


def own_money(tag: str) -> frozenset[str]:
    """Return the currencies of the country that a tag names, none without one."""
    territory = locale_of(tag).territory
    if territory is None or territory in _PLAIN:
        return frozenset()
    from babel.numbers import get_territory_currencies

    return frozenset(get_territory_currencies(territory))
