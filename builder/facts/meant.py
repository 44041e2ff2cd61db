"""What words beside numbers mean as a unit: takes them as people write them, returns a `Kind`.

"in Mrd. Euro", "тис. грн", "доларів", "‰": inflected, shortened, or by a name that no figure would
state. Shares are kinds too, which sizes tell apart: % and ‰.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Final

from builder.facts.nouns import measure_of, unit_key
from builder.facts.sizes import MONEYS, Kind, called, is_rate, kinds_of, scale_words
from builder.facts.units import PER_CENT, POINTS, SCALES
from builder.language.dates import word
from builder.language.language import module_of

SHARE: Final = Kind("share", Fraction(1, 100))
PER_MILLE: Final = Kind("share", Fraction(1, 1000))
BY_POINTS: Final = Kind("points", Fraction(1, 100))
_SIGNS: Final = {PER_CENT: SHARE, "‰": PER_MILLE}
_MORE: Final = {
    "length-mile": Kind("length", Fraction(1_609_344)),
    "area-acre": Kind("surface", Fraction(40_468_564_224, 10**7)),
}
"""Measures that CLDR names and nothing is reckoned in."""
_OF: Final = re.compile(r"^(?:of |de |d['\u2019])")


def meant_by(words: str, tag: str, near: str = "") -> Kind | None:
    """Return what words mean, of a noun that several moneys have the one that is `near`; None for
    rates, and for nouns without a scale.
    """
    said = words.strip()
    said = _written(tag).get(said.casefold(), said)
    if said in _SIGNS:
        return _SIGNS[said]
    key = unit_key(said, tag)
    if said == POINTS or key == unit_key(word(tag, "percentage_points"), tag):
        return BY_POINTS
    if is_rate(key, tag):
        return None
    kinds = kinds_of(key, tag)
    if len(kinds) == 1 and not kinds[0].counted:
        return kinds[0]
    return (
        _MORE.get(measure_of(key, tag))
        or _money(said, tag, near)
        or _scaled(said, tag, near)
        or (kinds[0] if len(kinds) == 1 else None)
    )


def unit_of_figure(unit: str, tag: str) -> Kind | None:
    """Return what a figure's own unit means, of a rate what is told: money of "EUR mn/km". A noun
    is counted by ones; None where there is no unit, or it is unknown.
    """
    if not unit:
        return None
    above = re.split(r"\s*/\s*", unit)[0] if "/" in unit else unit
    for part in (unit, above, *_told(unit, tag)):
        found = meant_by(part, tag)
        if found is not None:
            return found
    return None if unit in ratio_words(tag) else Kind(unit.casefold(), Fraction(1), counted=True)


def ratio_words(tag: str) -> frozenset[str]:
    """Return the words of a language for a plain multiple."""
    from builder.language.language import language_of

    return frozenset((*language_of(tag).ratio_units, "×"))


def scales_said(tag: str) -> Mapping[str, Fraction]:
    """Return the words of a language for a scale, in all forms that people write."""
    return _scales(tag)


@lru_cache(maxsize=8)
def _scales(tag: str) -> Mapping[str, Fraction]:
    more: Mapping[str, str] = module_of(tag, "beside").SCALED
    return scale_words(tag) | {said: Fraction(SCALES[key]) for said, key in more.items()}


@lru_cache(maxsize=8)
def _written(tag: str) -> Mapping[str, str]:
    written: Mapping[str, str] = module_of(tag, "beside").WRITTEN
    return written


@lru_cache(maxsize=8)
def _nouns(tag: str) -> Mapping[str, tuple[str, ...]]:
    """Return the currencies by the noun that they are called by, whose money it may be: dollars."""
    found: dict[str, tuple[str, ...]] = {}
    for code in MONEYS:
        for noun in called(code, tag):
            found[noun] = (*found.get(noun, ()), code)
    return found


def _money(said: str, tag: str, near: str) -> Kind | None:
    codes = _nouns(tag).get(said.casefold(), ())
    return Kind(near if near in codes else codes[0], Fraction(1)) if codes else None


def _scaled(said: str, tag: str, near: str) -> Kind | None:
    """Return a scale and what stands behind it; a noun, or nothing, is counted."""
    first, _, rest = said.partition(" ")
    size = _scales(tag).get(first.rstrip(".").casefold())
    if size is None:
        return None
    rest = _OF.sub("", rest.strip())
    behind = meant_by(rest, tag, near) if rest else None
    if behind is None or behind.counted:
        return Kind(rest.casefold(), size, counted=True)
    return behind._replace(size=behind.size * size)


def _told(unit: str, tag: str) -> tuple[str, ...]:
    """Return what is told in a rate that is one in words: "Euro" of "Euro je Platz"."""
    per = "|".join(map(re.escape, (*module_of(tag, "beside").PER, "per")))
    parts = re.split(rf"\s+(?:{per})\s+", unit, maxsplit=1)
    return (parts[0],) if len(parts) > 1 else ()
