"""What words of heads and lines name: a unit, or that they head a total.

Of the words of a subtitle, a caption or a head, the units are returned with their places: "Costs,
EUR bn", "Ausgaben in Mrd. Euro", "(тис. грн)". A unit stands where a line or a bracket begins,
behind a comma, or behind "in", and nothing follows but a year, or what says when, where or at what
prices. A rate ("euros per place") names none.

What words beside numbers mean as a unit is a `Kind`, taken as people write them: "in Mrd. Euro",
"тис. грн", "доларів", "‰": inflected, shortened, or by a name that no figure would state. Shares
are kinds too, which sizes tell apart: % and ‰.

What is called a total is told by the head of a row or column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Final

from builder.facts.nouns import measure_of, unit_key
from builder.facts.sizes import MONEYS, Kind, called, is_money, is_rate, kinds_of, scale_words
from builder.facts.units import PER_CENT, POINTS, SCALES
from builder.frozen import dataclass
from builder.language.dates import word
from builder.language.language import module_of, ratio_words
from builder.language.lexicon import FIGURE

SHARE: Final = Kind("share", Fraction(1, 100))
PER_MILLE: Final = Kind("share", Fraction(1, 1000))
BY_POINTS: Final = Kind("points", Fraction(1, 100))
_SHARES: Final = {PER_CENT: SHARE, "‰": PER_MILLE}
_MORE: Final = {
    "length-mile": Kind("length", Fraction(1_609_344)),
    "area-acre": Kind("surface", Fraction(40_468_564_224, 10**7)),
}
"""Measures that CLDR names and nothing is reckoned in."""
_OF: Final = re.compile(r"^(?:of |de |d['\u2019])")
_LONGEST: Final = 4  # words of a unit
_END: Final = re.compile(r"[,;:()\[\]–—\n]|\s-\s")
_YEAR: Final = re.compile(r"\d{4}(?!\d)")
_UNIT: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$|\s*:$")  # behind a head
_YEARS: Final = re.compile(r"^(?:19|20)\d\d(?:[/–-]\d\d)?,? | ?,? (?:19|20)\d\d(?:[/–-]\d\d)?$")


@dataclass(frozen=True)
class Named:
    """A unit that a line names: where, in its words, and what it means; `last` says that no further
    word of the line follows, `joined` that another may: "in euros and in cents".
    """

    start: int
    said: str
    kind: Kind
    last: bool
    joined: bool = False


def meant_by(words: str, tag: str, near: str = "") -> Kind | None:
    """Return what words mean, of a noun that several moneys have the one that is `near`; None for
    rates, and for nouns without a scale.
    """
    said = words.strip()
    said = _written(tag).get(said.casefold(), said)
    if said in _SHARES:
        return _SHARES[said]
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


def scales_said(tag: str) -> Mapping[str, Fraction]:
    """Return the words of a language for a scale, in all forms that people write."""
    return _scales(tag)


@lru_cache(256)
def units_named(words: str, tag: str) -> tuple[Named, ...]:
    """Return the units that a line names, in order."""
    found: dict[int, Named] = {}
    for opening in _opening(tag).finditer(words):
        start = opening.end()
        end = _END.search(words, start)
        stretch = words[start : end.start() if end else None]
        named = _unit(stretch, start, not words[start + len(stretch) :].strip(" .)"), tag)
        if named is not None:
            found[named.start] = named
    return tuple(found[at] for at in sorted(found))


def may_be_total(name: str, tag: str) -> bool:
    """Return whether a head may say so beside other words: "All districts", "Total costs"."""
    wholes: re.Pattern[str] = module_of(tag, "totals").WHOLES
    return wholes.fullmatch(_bare(name)) is not None


def is_total(name: str, tag: str) -> bool:
    """Return whether a head says that what stands below or beside it is a sum.

    A unit in brackets or behind a comma, or a colon, may follow, and a year stand beside it; so may
    signs of emphasis around it, and words for all that there is: "Total for the year".
    """
    words, said = module_of(tag, "totals"), _bare(name)
    head, comma, unit = said.rpartition(", ")
    if comma and meant_by(unit, tag) is not None:
        said = head
    return said in words.TOTALS or words.TOTALLED.fullmatch(said) is not None


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


def _unit(stretch: str, start: int, ends: bool, tag: str) -> Named | None:
    """Return the unit that a stretch of words begins with, the longest one."""
    tokens = re.findall(r"\S+", stretch)
    if not tokens:
        return None
    for said, rest in _splits(tokens):
        kind = meant_by(said, tag)
        kind = meant_by(said.rstrip("."), tag) if kind is None or kind.counted else kind
        if kind is None or kind.counted or (len(said) == 1 and said.isalpha() and _is_cent(kind)):
            continue
        if rest and rest[0].casefold() in module_of(tag, "beside").AND:
            return Named(start, said, kind, last=False, joined=True)
        if not _may_follow(rest, tag, kind):
            return None
        return Named(start, said, kind, ends and not rest)
    for said, rest in _splits(tokens):
        kind = meant_by(said, tag)
        if kind is not None and kind.counted and (not rest or _YEAR.match(rest[0])):
            return Named(start, said, kind, ends and not rest)
    return None


def _splits(tokens: list[str]) -> Iterator[tuple[str, list[str]]]:
    for count in range(min(_LONGEST, len(tokens)), 0, -1):
        yield " ".join(tokens[:count]), tokens[count:]


def _is_cent(kind: Kind) -> bool:
    """Return whether a letter would be a coin: a "p" stands for provisional as well."""
    return is_money(kind.of) and kind.size < 1


def _may_follow(rest: list[str], tag: str, kind: Kind) -> bool:
    """Return whether words behind a unit leave it what numbers are in: no rate is."""
    if not rest:
        return True
    first, second = rest[0].casefold(), (rest[1] if len(rest) > 1 else "")
    per = {*module_of(tag, "beside").PER, "per", "/"}
    if first in per or first.startswith("/"):
        return bool(_YEAR.match(second))
    if kind in _SHARES.values():
        return True
    when = module_of(tag, "beside").WHEN
    return bool(_YEAR.match(first)) or first in when or first.startswith(FIGURE)


@lru_cache(maxsize=8)
def _opening(tag: str) -> re.Pattern[str]:
    """Return what finds the places at which a unit may begin."""
    within = "|".join(map(re.escape, module_of(tag, "beside").IN))
    return re.compile(rf"^|(?<=[,;] )|(?<=\()|(?<=[:–—] )|(?<!\w)(?:{within}) ", re.IGNORECASE)


def _bare(name: str) -> str:
    """Return a head without its unit, its year and its emphasis, in small letters."""
    return _YEARS.sub("", _UNIT.sub("", name.strip().strip("*_ "))).strip().casefold()
