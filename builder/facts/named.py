"""Units that a line names: takes the words of a subtitle, a caption or a head, returns the units
with their places: "Costs, EUR bn", "Ausgaben in Mrd. Euro", "(тис. грн)".

A unit stands where a line or a bracket begins, behind a comma, or behind "in", and nothing follows
but a year, or what says when, where or at what prices. A rate ("euros per place") names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from builder.facts.meant import PER_MILLE, SHARE, meant_by
from builder.facts.sizes import Kind, is_money
from builder.frozen import dataclass
from builder.language.language import module_of
from builder.language.lexicon import FIGURE

_LONGEST: Final = 4  # words of a unit
_END: Final = re.compile(r"[,;:()\[\]–—\n]|\s-\s")
_YEAR: Final = re.compile(r"\d{4}(?!\d)")
_SIGNS: Final = frozenset((SHARE, PER_MILLE))


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
    if kind in _SIGNS:
        return True
    when = module_of(tag, "beside").WHEN
    return bool(_YEAR.match(first)) or first in when or first.startswith(FIGURE)


@lru_cache(maxsize=8)
def _opening(tag: str) -> re.Pattern[str]:
    """Return what finds the places at which a unit may begin."""
    within = "|".join(map(re.escape, module_of(tag, "beside").IN))
    return re.compile(rf"^|(?<=[,;] )|(?<=\()|(?<=[:–—] )|(?<!\w)(?:{within}) ", re.IGNORECASE)
