"""What a sentence says of two figures that stand in it: that the one is above the other, or below.

"Spending of 8 came in under the 9 budgeted", "now 5, down from 8", "Leith keeps 8, Wick fewer: 5",
"12 in Hay, but only 4 in Wye"; "more women (8) than men (5)", "fewer boats, 5 instead of 8".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from builder.facts.units import SHARES
from builder.language.claims import reckoned_of
from builder.language.courses import courses_of
from builder.language.lexicon import FIGURE, lexicon_of
from builder.language.sides import sides_of
from builder.language.weighing import weighing_of
from builder.model.figure import ResolvedFigure
from builder.resolve.ways import is_bad, more_leads
from builder.resolve.wording.ends import Said, ends_of, meet, really_of, value_of, way_of

_FAR: Final = 80  # characters before a verb in which what denies it stands
_ABOUT: Final = 20  # characters between two that deny one verb
_SENTENCE: Final = re.compile(r"[.!?;] ")
_NEAR: Final = re.compile(r"(?: [\w’-]+){0,3} ?")


class _Frame(NamedTuple):
    """A way to set a figure `first` against a `last`, with the words that it cannot be without: its
    groups `over` and `under` say which side the first is on. It is sure of that or not; a verb may
    have to be active.
    """

    cue: str
    pattern: str
    sure: bool = True
    active: bool = False


def framed(small: str, figures: Mapping[int, ResolvedFigure], tag: str) -> Iterator[Said]:
    """Yield the words of a passage that set one figure above or below another."""
    units = [each.unit for each in figures.values()]
    if len(units) == len(set(units)):
        return
    known = reckoned_of(tag)
    for frame in _frames(tag):
        # What is seldom said is seldom compiled.
        found = _compiled(frame.cue).search(small) is not None
        for said in _compiled(frame.pattern).finditer(small) if found else ():
            ends = ends_of(said, figures)
            group = next(name for name in _SIDES if said.groupdict().get(name))
            span = slice(*said.span(group))
            begin, stop = _sentence(small, said)
            if ends is None or known.supposed.search(small, begin, stop):
                continue
            if _shared(small[span.stop : said.start("last")], tag):
                continue  # "8, more than half of the 15"
            if _SIDES[group].ranks and not _ranks(ends, small[begin:stop], tag):
                continue
            if _SIDES[group].timed and not _is_time(ends[0].unit, tag):
                continue
            if said.groupdict().get("of") and ends[0].unit in SHARES:
                continue
            if frame.active and _passive(tag).search(small, said.start("first"), span.start):
                continue
            over = value_of(ends[0]) > value_of(ends[1])
            denials = [
                each
                for each in known.denied.finditer(small, begin, stop)
                if not meet(slice(*each.span()), span)
            ]
            refused = _as_one(denials)
            if not refused and _SIDES[group].denied:
                continue
            if refused:
                # "Never reached 5": what is denied elsewhere may be anything.
                before = _NEAR.fullmatch(small, refused[0].end(), span.start)
                ends_ = (span.stop, said.end("last"))  # "erreichte 5 nicht"
                behind = any(small[end : refused[0].start()] == " " for end in ends_)
                if len(refused) > 1 or not (before or behind):
                    continue
                over = not over
            yield Said(span, over is _SIDES[group].over, frame.sure, really_of(ends[1], ends[0]))
    yield from _verbs(small, figures, tag)


def _shared(between: str, tag: str) -> bool:
    """Return whether a share in words stands before a figure: what is said is of a part of it."""
    lexicon, words = lexicon_of(tag), re.findall(r"[^\W\d_]+", between)
    return any(part in lexicon.shares for word in words for part in lexicon.parts(word))


def _verbs(small: str, figures: Mapping[int, ResolvedFigure], tag: str) -> Iterator[Said]:
    """Yield verbs between the figures of a course: "having stood at 5, they rose to 8"."""
    known = courses_of(tag)
    for led in (led for pattern in known.leading[1:] for led in pattern.finditer(small)):
        first, last, ends = led.start("first"), led.start("last"), ends_of(led, figures)
        for said in known.said.finditer(small, first + 1, last) if ends and first < last else ():
            before = small[max(said.start() - _FAR, 0) : said.start()]
            leads = said["neither"] is None and known.ended.match(small, said.end(), last)
            if ends and leads and not known.denied.search(before):
                holds = said.lastgroup == way_of(*ends)
                yield Said(slice(*said.span()), holds, really=really_of(*ends))


def _ranks(ends: tuple[ResolvedFigure, ResolvedFigure], sentence: str, tag: str) -> bool:
    """Return whether who has more is ahead."""
    wanted = re.compile(rf"(?<!\w)(?:{sides_of(tag).wanted})(?!\w)")
    labels = " ".join(each.label.lower() for each in ends)
    if is_bad(labels, tag) or re.search(rf"(?<!\w)(?:{sides_of(tag).unwanted})(?!\w)", labels):
        return False
    return more_leads(*ends, tag) or bool(wanted.search(f"{labels} {sentence}"))


@lru_cache(maxsize=8)
def _passive(tag: str) -> re.Pattern[str]:
    """Return what makes a verb behind it one of what is done to its subject: "was exceeded"."""
    return re.compile(rf"(?<!\w)(?:{weighing_of(tag).passive})(?: [\w’-]+){{0,2}}? $")


def _as_one(denials: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return denials, of which two about a verb are one: "n’a pas"."""
    if len(denials) == 2 and denials[1].start() - denials[0].start() < _ABOUT:
        return denials[1:]
    return denials


def _is_time(unit: str, tag: str) -> bool:
    return any(sides_of(each).durations.fullmatch(unit.lower()) for each in (tag, "en"))


def _sentence(small: str, said: re.Match[str]) -> tuple[int, int]:
    ends = [*_SENTENCE.finditer(small, 0, said.start("first"))][-1:]
    stop = _SENTENCE.search(small, max(said.end("first"), said.end("last")))
    return ends[0].end() if ends else 0, stop.start() if stop else len(small)


class _Side(NamedTuple):
    """On which side a first figure is: of who is ahead where it `ranks`, of times where it is
    `timed`; some words say so only where they are `denied`.
    """

    over: bool
    ranks: bool = False
    timed: bool = False
    denied: bool = False


_SIDES: Final = {
    "over": _Side(over=True),
    "under": _Side(over=False),
    "ahead": _Side(over=True, ranks=True),
    "behind": _Side(over=False, ranks=True),
    "slow": _Side(over=True, timed=True),
    "fast": _Side(over=False, timed=True),
    "reached": _Side(over=True, denied=True),
}


_FIRST: Final = f"(?P<first>{FIGURE})"
_LAST: Final = f"(?P<last>{FIGURE})"
_WORD: Final = r"[^\W\d_][\w’-]*"
_FEW: Final = rf"(?:{_WORD} ){{0,3}}?"
_UNIT: Final = rf"(?: {_WORD}){{0,3}}?"
_FREE: Final = rf"(?:[^.;:!?{FIGURE}]{{0,60}})"
_TO: Final = "(?: | n’)"  # « n’égalent pas »


def _side(over: str, under: str, more: str = "over", less: str = "under") -> str:
    return rf"(?<![\w-])(?:(?P<{more}>{over})|(?P<{less}>{under}))(?!\w)"


class _Pieces:
    """What frames are made of in a language."""

    def __init__(self, tag: str) -> None:
        known, course = weighing_of(tag), courses_of(tag)
        token = rf" (?!(?:{known.breaks})(?!\w))[^\s.;:!?(),–—{FIGURE}]+"  # begins no clause
        self.gap = rf"(?: \(| ?[,)]|{token})"
        self.near = rf"{self.gap}{{0,9}}?"
        # "In 5 % of towns" is of these.
        self.lead = rf"{_FIRST}(?P<of> (?:{course.of})(?!\w))?"
        # "Than in Wick, 9": what stands so apart ends its clause.
        apart = rf"(?P<apart>,(?: (?:{known.means}))?)?"
        self.other = rf"(?:{token}){{0,6}}?{apart} \(?{_LAST}(?(apart)(?= ?[,.;:!?)–—]|$))"
        self.verb_of = rf" (?:{known.be})(?!\w)(?: {_WORD})?"
        how = rf"(?: (?!(?:{known.part_of})(?!\w)){_WORD})?"  # "far", but no other's "those"
        self.is_ = rf"(?:,|\)| (?:{known.be})(?!\w))(?: (?:{known.be})(?!\w))?{how}"
        self.but = rf",? (?:{known.whereas}|{known.but}) "
        self.as_ = rf"(?: {_WORD}){{0,3}} (?:{known.like})(?!\w)"  # "as many as Wick (8)"
        self.than, self.by = rf"(?:{known.than})(?!\w)", rf"(?:{course.than})(?!\w)"
        beside = rf"(?:{known.against}|{course.back}|{course.over}|{known.but})"
        self.against = rf"{self.gap}{{0,6}}?(?: ?[:,]| \() ?{_FEW}{_FIRST}{_UNIT},? {beside} {_FEW}"
        self.against += _LAST
        self.back = f"{course.back}|{course.over}"
        self.place = _side(known.above, known.below)
        self.verb = _side(known.exceeds, known.misses)
        self.led = _side(known.risen, known.fallen)
        self.ways = _side(known.more, known.less), _side(course.more, course.less)
        self.rank = _side(known.leads, known.trails, "ahead", "behind")
        self.timed = _side(known.slower, known.faster, "slow", "fast")
        self.reaches = rf"(?<![\w-])(?P<reached>{known.reaches})(?!\w)"
        self.verbs = f"{known.exceeds}|{known.misses}|{known.leads}|{known.trails}"
        self.joins = rf",? (?:{reckoned_of(tag).and_}|{known.but})"
        self.mere, self.means = f"(?:{known.mere})", f"(?:{known.means})"


@lru_cache(maxsize=8)
def _frames(tag: str) -> tuple[_Frame, ...]:
    p = _Pieces(tag)
    way, much = p.ways
    mere = rf"(?<!\w){p.mere}(?!\w)"
    sure = (
        # "came in under the 9 budgeted", "5, down from 9", "up from 5, it is 9".
        (p.place, rf"{p.lead}{p.near}{p.verb_of} {p.place}{p.other}"),
        (p.place, rf"{p.lead}{_UNIT}{p.is_} {p.place}{p.other}"),
        (p.place, rf"(?<!\w){p.means} {_FEW}{p.lead}{p.near} {p.place}{p.other}"),
        (p.led, rf"{_FIRST}{p.near} {p.led}{p.other}"),
        (p.led, rf"{p.led} {_FEW}{_LAST}{p.near} {_FEW}{_FIRST}"),
        # "8, less than the 9 of", "8 is less than in Wick, 9".
        *(
            (x, rf"{p.lead}{_UNIT}{p.is_} {x}(?: {_WORD})?,? {p.than}{p.other}")
            for x in (way, p.timed)
        ),
        # "8 in Leith, but only 5 in Wick", "only 5 in Wick, against 8".
        (mere, rf"{_FIRST}{_FREE}(?:[,;:] |{p.but}){_FREE}(?<!\w)(?P<over>{p.mere}) {_FEW}{_LAST}"),
        (
            mere,
            rf"(?<![\w-])(?P<under>{p.mere}) {_FEW}{_FIRST}{_FREE}{p.but}(?!{_FREE}{p.mere} )"
            + _FREE
            + _LAST,
        ),
        # "Leith keeps 8, Wick fewer: 5".
        *(
            (
                x,
                rf"{_LAST}{_FREE}[,;] {_FREE}(?!(?:{p.verbs})(?!\w)){x}(?!{p.by}|{p.as_}){_UNIT}"
                rf"(?: ?[:,]| \(| [–—]) ?{_FEW}{_FIRST}",
            )
            for x in p.ways
        ),
        # "Firms lead households: 8 against 5", "firms, 8, trail households, 5".
        *((x, rf"{x}{p.against}") for x in (p.rank, p.verb)),
        (p.timed, rf"{p.timed},? {p.than}{p.against}"),
        (p.rank, rf"{_FIRST}{p.near} {p.rank}{p.other}"),
    )
    active = (
        # "exceeds the 5 of", "8 never reached 9", "it never reached 9: it stopped at 8".
        (p.verb, rf"{p.lead}{p.near}{_TO}{p.verb}{p.other}"),
        (p.reaches, rf"{p.lead}(?:{p.gap}|{p.joins}){{0,9}}?{_TO}{p.reaches}{p.other}"),
        (p.reaches, rf"{p.reaches} {_FEW}{_LAST}{_UNIT}(?: ?[:;,] | \(){_FREE}{_FIRST}"),
    )
    unsure = (
        # "more women (8) than men (5)", "fewer officers, 5 instead of 8".
        rf"{much}(?: {_WORD}){{1,2}} \({_FEW}{_FIRST}\)(?: [\w’-]+){{0,2}}{p.by}(?: {_WORD}){{1,2}}"
        rf" \({_FEW}{_LAST}\)",
        rf"{much}(?!{p.by})(?: {_WORD}){{1,5}}[,:] {_FEW}{_FIRST}{_UNIT},? (?:{p.back}) {_FEW}"
        + _LAST,
    )
    return (
        *(_Frame(*each) for each in sure),
        *(_Frame(*each, active=True) for each in active),
        *(_Frame(much, each, sure=False) for each in unsure),
    )


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
