"""The words that relate three figures of a sentence: what finds a change, a share or a difference
beside the two that it is of.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from builder.language.claims import reckoned_of
from builder.language.courses import courses_of
from builder.language.language import module_of
from builder.language.lexicon import FIGURE
from builder.language.relations import relations_of

_WORD: Final = r"[^\W\d_][\w’'-]*"
_UNIT: Final = rf"(?: {_WORD}){{0,3}}?"
_ENDS: Final = r"(?= ?[.,;:!?)–—]|$)"


class Triples(NamedTuple):
    """What says before a course (`ahead`, `near` to it) and behind it (`chain`) what it changed
    by, and what may stand behind that; a part, its whole and its share; two figures and what they
    differ by, some where a sentence has no others; two with their `times`, and what the second came
    to (`dated`); a figure, by how much it is more, and than what (`above`); what makes means of
    figures, units of points, what compares by a figure, and what stands
    before a whole.
    """

    ahead: re.Pattern[str]
    near: re.Pattern[str]
    chain: re.Pattern[str]
    alone: re.Pattern[str]
    counted: re.Pattern[str]
    shares: tuple[re.Pattern[str], ...]
    loose: tuple[re.Pattern[str], ...]
    gaps: tuple[re.Pattern[str], ...]
    listed: tuple[re.Pattern[str], ...]
    dated: tuple[re.Pattern[str], ...]
    times: re.Pattern[str]
    above: re.Pattern[str]
    rates: re.Pattern[str]
    points: re.Pattern[str]
    than: re.Pattern[str]
    of: re.Pattern[str]


@lru_cache(maxsize=8)
def triples_of(tag: str) -> Triples:
    """Return the patterns of a language."""
    known, course = relations_of(tag), courses_of(tag)
    hedge, third = rf"(?:(?:{known.hedges}) ){{0,3}}?", f"(?P<third>{FIGURE})"
    words = rf"{known.restates}|(?P<by>{known.by})|(?P<fold>{known.fold})"
    link = rf"(?:{hedge}(?:{words})[,:]? )+"
    bare, plain = r" \((?=[^()]*\))", r"(?P<plain>,| ?[:–—]) "
    linked = rf"(?:(?: ?[,;:–—]|\),?)? \(?(?P<link>{link})|{bare}|{plain}){hedge}{third}"
    more = rf"(?: (?P<more>{known.more}))?(?!(?:{course.than})(?!\w)){_ENDS}"
    verbs = rf"{known.by}|{known.fold}|{course.rises}|{course.falls}"
    again = rf"(?:(?:{known.restates})[,:]? )?"
    again += rf"(?:(?:{course.start}|{course.end}) (?:{_WORD} ){{0,2}}?)?"
    return Triples(
        re.compile(rf"(?<![\w-])(?P<link>{verbs}) {hedge}{third}"),
        re.compile(rf"(?P<words>(?: {_WORD})??)\)?(?:,| ?[(:–—])? ?{again}"),
        re.compile(rf"{_UNIT}{linked}"),
        re.compile(more),
        re.compile(rf"(?: {_WORD}){{0,2}}?{more}"),
        *_shares(tag),
        *_gaps(tag),
        *_dated(tag),
        _above(tag),
        re.compile(rf"(?<![\w-])(?:{known.rates})(?!\w)"),
        re.compile(known.points),
        re.compile(rf"{_UNIT} (?:{known.more})(?:{course.than})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{known.of}) (?:{_WORD} ){{0,2}}?(?={FIGURE})"),
    )


def _shares(tag: str) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """Return what says which share of a whole a part is, all three figures beside it: "23 of 25, or
    92 %"; "23, that is 92 % of all (25)"; "25, of which 23 (92 %)"; "92 % of 25, or 23"; "92 % (23)
    of 25"; "of 25 homes, 23 (92 %) have it". The second set a share apart, which no change may be:
    "92 % of homes have it (23 of 25)".
    """
    known = relations_of(tag)
    part, whole, share = (f"(?P<{each}>{FIGURE})" for each in ("part", "whole", "share"))
    hedge, few = rf"(?:(?:{known.hedges}) ){{0,3}}?", rf"(?:{_WORD} ){{0,3}}?"
    again = rf"(?:(?:{known.restates})[,:]? )"
    of = rf"(?P<said>{known.of}) (?:{_WORD} ){{0,4}}?"
    of_which = rf",? \(?(?P<said>{known.wholes}) {few}"
    opens = rf"(?:^|(?<=[.!?:;] ))(?P<said>{known.opens}) {few}{whole}"
    of_whole = rf"{of}(?P<open>\()?{few}{whole}(?(open)(?: {_WORD}){{0,2}}?\))"
    linked = rf"(?: ?[,;:–—]|\),?)? \(?{again}+{hedge}"
    or_bracket = rf"(?:{linked}| \({hedge})"
    apart = rf"(?:{linked}| \({hedge}| ?[:–—] {hedge})"
    beside = rf"(?:{linked}|(?:,| ?[(:–—]) ?{hedge})"
    within = rf"[^.;:!?(){FIGURE}]{{0,60}}?"
    return (
        (
            re.compile(rf"{part}{_UNIT} {of}\(?{whole}{_UNIT}{apart}{share}{_ENDS}"),
            re.compile(rf"{part}{_UNIT}{beside}{share}\)?,? {of_whole}"),
            re.compile(rf"{whole}{_UNIT}{of_which}{part}{_UNIT}{or_bracket}{share}{_ENDS}"),
            re.compile(
                rf"{share} {of}\(?{whole}{_UNIT}{or_bracket}{part}(?: {_WORD}){{0,2}}?{_ENDS}"
            ),
            re.compile(rf"{share}{or_bracket}{part}(?: {_WORD}){{0,2}}?\)?,? {of_whole}"),
            re.compile(rf"{opens}{_UNIT},?{_UNIT} {part}{_UNIT}{or_bracket}{share}(?=\)|,)"),
            re.compile(rf"{opens}{within}{part}{within}{linked}{share}{_ENDS}"),
            re.compile(rf"{opens}{within}{share} \({part}\)"),
        ),
        (
            re.compile(
                rf"{share}{within}(?: ?[:–—]| \(|, {again})[ ]?{hedge}{part}{_UNIT} {of}{whole}"
                rf"(?: {_WORD})?{_ENDS}"
            ),
        ),
    )


def _gaps(tag: str) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """Return what says by how much two figures differ, all three beside it: "a gap of 12 points:
    96 % against 84 %"; "96 % against 84 %, a gap of 12 points"; "12 points more: 96 % against 84".
    The second only list the figures: "96 % in town, 84 % beyond, a gap of 12 points".
    """
    known, reckoned = relations_of(tag), reckoned_of(tag)
    first, last, third = (f"(?P<{each}>{FIGURE})" for each in ("first", "last", "third"))
    hedge, few = rf"(?:(?:{known.hedges}) ){{0,3}}?", rf"(?:{_WORD} ){{0,4}}?"
    within, some = rf"[^.,;!?{FIGURE}]{{0,40}}?", rf"(?: {_WORD}){{0,4}}?"
    pair = rf"{first}\)?{some},? (?:{known.against}) {few}\(?{last}(?: {_WORD}){{0,3}}?"
    led = rf"(?: ?[:(–—] ?{few}|, ?(?:(?:{reckoned.with_}) )?{hedge})"
    gap = rf"(?<![\w-])(?P<said>{known.gap})(?!\w)"
    unit = rf"(?: (?:{known.points}|{_WORD}))?"
    joined, again = rf"(?:,? (?:{reckoned.and_}) |, ?)", rf"(?:(?:{known.restates}) )?"
    both = rf"{first}\)?{some}{joined}{few}\(?{last}\)?{some}"
    comes = rf"(?:,? (?:{reckoned.comes_to})| ?[:–—])"
    between = rf"(?:{reckoned.between}) {few}\(?{first}\)?{some},? (?:{reckoned.and_}) "
    return (
        (
            re.compile(rf"{gap}{within}{hedge}{third}{unit}{led}{pair}{_ENDS}"),
            re.compile(rf"{pair}(?: ?[,;:(–—])+ ?{few}{gap}{within}{hedge}{third}"),
            re.compile(
                rf"{pair}(?: ?[,:–—] ?| \(){again}(?:(?:{known.by}) )?{hedge}{third}"
                rf" (?P<said>{known.more})(?!(?:{courses_of(tag).than})(?!\w)){_ENDS}"
            ),
            re.compile(
                rf"{third}(?: {_WORD}){{0,2}}? (?P<said>{known.more})(?!\w)(?P<noun>{within})"
                rf"{led}{pair}{_ENDS}"
            ),
            re.compile(
                rf"(?<!\w)(?P<said>{known.by}) {hedge}{third}{unit} ?[:(–—] ?{few}{pair}{_ENDS}"
            ),
            re.compile(
                rf"{gap}{some} {between}{few}\(?{last}\)?{some}{comes} {hedge}{third}"
                rf"(?: {_WORD})?{_ENDS}"
            ),
        ),
        (
            re.compile(
                rf"{both}(?: ?[,;:(–—])+ ?{few}{gap}(?: {_WORD}| ?[–—:])? {hedge}{third}"
                rf"(?: {_WORD})?{_ENDS}"
            ),
            re.compile(
                rf"\({first}\)(?! (?:{reckoned.and_})(?!\w)){within}\({last}\){within}(?<!\w)"
                rf"(?P<said>{known.by}) {hedge}{third}(?: {_WORD})?{_ENDS}"
            ),
            re.compile(
                rf"{gap}(?: {_WORD}| ?[–—:]){{0,3}}? {hedge}{third}{unit} ?[:(–—] ?{few}{both}"
                rf"{_ENDS}"
            ),
        ),
    )


def _dated(tag: str) -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]:
    """Return what says of two figures by how much the second is more: "5 in 2020, now 8, 60 %
    more"; and what says when that was.
    """
    known, sums = relations_of(tag), module_of(tag, "sums")
    first, last, third = (f"(?P<{each}>{FIGURE})" for each in ("first", "last", "third"))
    hedge, within = rf"(?:(?:{known.hedges}) ){{0,3}}?", rf"[^.:!?(){FIGURE}]{{0,60}}?"
    link = rf"(?: ?[,:–—] ?| \()(?:(?:{known.restates})[,:]? )*"
    both = rf"{first}{within}{last}{within}{link}"
    than = rf"(?!(?:{courses_of(tag).than})(?!\w)){_ENDS}"
    return (
        (
            re.compile(rf"{both}(?P<said>{known.by}) {hedge}{third}(?: (?:{known.more}))?{than}"),
            re.compile(rf"{both}{hedge}{third} (?P<said>{known.more}){than}"),
        ),
        re.compile(rf"(?<!\w)(?:x{{4}}|{sums.ONCE}|{sums.NOW})(?![^\W\d_x])"),
    )


def _above(tag: str) -> re.Pattern[str]:
    """Return what says of a figure by how much it is more than another: "8 is 3 above the 5"."""
    known, reckoned, course = relations_of(tag), reckoned_of(tag), courses_of(tag)
    first, last, third = (f"(?P<{each}>{FIGURE})" for each in ("first", "last", "third"))
    hedge, few = rf"(?:(?:{known.hedges}) ){{0,3}}?", rf"(?:{_WORD} ){{0,3}}?"
    is_ = rf"(?:,[^.,;:!?{FIGURE}]{{0,40}})? (?:{known.lies})(?: {_WORD})? (?:(?:{known.by}) )?"
    is_ = rf"(?:{is_}|, (?:(?:{known.restates}) )?(?:(?:{known.by}) )?| (?:{known.by}) )"
    more = rf"(?P<said>{known.more}|{reckoned.over}|{reckoned.under})(?:(?:{course.than})(?!\w))?"
    ends = rf"(?:{_ENDS}| (?:{known.of}|in|im|en|у|в)(?!\w))"
    return re.compile(rf"{last}{is_}{hedge}{third} {more} {few}\(?{first}{ends}")
