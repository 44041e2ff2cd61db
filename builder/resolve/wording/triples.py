"""The words that relate three figures of a sentence: what finds a change, a share or a difference
beside the two that it is of.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from builder.language.courses import courses_of
from builder.language.lexicon import FIGURE
from builder.language.relations import relations_of

_WORD: Final = r"[^\W\d_][\w’'-]*"
_UNIT: Final = rf"(?: {_WORD}){{0,3}}?"
_ENDS: Final = r"(?= ?[.,;:!?)–—]|$)"


class Triples(NamedTuple):
    """What says before a course (`ahead`, `near` to it) and behind it (`chain`) what it changed
    by, and what may stand behind that; a part, its whole and its share; two figures and what they
    differ by; what makes means of figures, units of
    points, and what compares by a figure.
    """

    ahead: re.Pattern[str]
    near: re.Pattern[str]
    chain: re.Pattern[str]
    alone: re.Pattern[str]
    counted: re.Pattern[str]
    shares: tuple[re.Pattern[str], ...]
    gaps: tuple[re.Pattern[str], ...]
    rates: re.Pattern[str]
    points: re.Pattern[str]
    than: re.Pattern[str]


@lru_cache(maxsize=8)
def triples_of(tag: str) -> Triples:
    known = relations_of(tag)
    hedge, third = rf"(?:(?:{known.hedges}) ){{0,3}}?", f"(?P<third>{FIGURE})"
    link = rf"(?:(?:{known.restates}|(?P<by>{known.by})|(?P<fold>{known.fold}))[,:]? )+"
    bare = r" \((?=[^()]*\))"
    linked = rf"(?:(?: ?[,;:–—]|\),?)? \(?(?P<link>{link})|{bare}){hedge}{third}"
    than = courses_of(tag).than
    more = rf"(?: (?P<more>{known.more}))?(?!(?:{than})(?!\w)){_ENDS}"
    return Triples(
        re.compile(rf"(?<!\w)(?P<link>{known.by}|{known.fold}) {hedge}{third}"),
        re.compile(rf"(?P<words>(?: {_WORD})?)(?:,| ?[(:–—])? ?"),
        re.compile(rf"{_UNIT}{linked}"),
        re.compile(more),
        re.compile(rf"(?: {_WORD}){{0,2}}?{more}"),
        _shares(tag),
        _gaps(tag),
        re.compile(rf"(?<![\w-])(?:{known.rates})(?!\w)"),
        re.compile(known.points),
        re.compile(rf"{_UNIT} (?:{known.more})(?:{than})(?!\w)"),
    )


def _shares(tag: str) -> tuple[re.Pattern[str], ...]:
    """Return what says which share of a whole a part is, all three figures beside it: "23 of 25, or
    92 %"; "23, that is 92 % of all (25)"; "25, of which 23 (92 %)"; "92 % of 25, or 23"; "92 % (23)
    of 25"; "of 25 homes, 23 (92 %) have it".
    """
    known = relations_of(tag)
    part, whole, share = (f"(?P<{each}>{FIGURE})" for each in ("part", "whole", "share"))
    hedge, few = rf"(?:(?:{known.hedges}) ){{0,3}}?", rf"(?:{_WORD} ){{0,3}}?"
    again = rf"(?:(?:{known.restates})[,:]? )"
    of = rf"(?P<said>{known.of}) (?:{_WORD} ){{0,4}}?"
    of_which = rf",? \(?(?P<said>{known.wholes}) {few}"
    opens = rf"(?:^|(?<=[.!?:;] ))(?P<said>{known.opens}) {few}"
    of_whole = rf"{of}(?P<open>\()?{few}{whole}(?(open)(?: {_WORD}){{0,2}}?\))"
    linked = rf"(?: ?[,;:–—]|\),?)? \(?{again}+{hedge}"
    or_bracket = rf"(?:{linked}| \({hedge})"
    beside = rf"(?:{linked}|(?:,| ?[(:–—]) ?{hedge})"
    return (
        re.compile(rf"{part}{_UNIT} {of}\(?{whole}{_UNIT}{or_bracket}{share}{_ENDS}"),
        re.compile(rf"{part}{_UNIT}{beside}{share}\)?,? {of_whole}"),
        re.compile(rf"{whole}{_UNIT}{of_which}{part}{_UNIT}{or_bracket}{share}{_ENDS}"),
        re.compile(rf"{share} {of}\(?{whole}{_UNIT}{or_bracket}{part}(?: {_WORD}){{0,2}}?{_ENDS}"),
        re.compile(rf"{share}{or_bracket}{part}(?: {_WORD}){{0,2}}?\)?,? {of_whole}"),
        re.compile(rf"{opens}{whole}{_UNIT},?{_UNIT} {part}{_UNIT}{or_bracket}{share}(?=\)|,)"),
    )


def _gaps(tag: str) -> tuple[re.Pattern[str], ...]:
    """Return what says by how much two figures differ, all three beside it: "a gap of 12 points:
    96 % against 84 %"; "96 % against 84 %, a gap of 12 points"; "12 points more: 96 % against 84".
    """
    known = relations_of(tag)
    first, last, third = (f"(?P<{each}>{FIGURE})" for each in ("first", "last", "third"))
    hedge, few = rf"(?:(?:{known.hedges}) ){{0,3}}?", rf"(?:{_WORD} ){{0,4}}?"
    within = rf"[^.,;!?{FIGURE}]{{0,40}}?"
    pair = (
        rf"{first}\)?(?: {_WORD}){{0,4}}?,? (?:{known.against}) {few}\(?{last}(?: {_WORD}){{0,3}}?"
    )
    led = rf"(?: ?[:(–—] ?{few}|, ?{hedge})"
    gap = rf"(?<![\w-])(?P<said>{known.gap})(?!\w)"
    return (
        re.compile(rf"{gap}{within}{hedge}{third}{_UNIT}{led}{pair}{_ENDS}"),
        re.compile(rf"{pair}(?: ?[,;:(–—])+ ?{few}{gap}{within}{hedge}{third}"),
        re.compile(
            rf"{third}(?: {_WORD}){{0,2}}? (?P<said>{known.more})(?!\w){within}{led}{pair}{_ENDS}"
        ),
    )
