"""What a sentence names as all parts of a total: takes its words and figures, returns the words
that say so where the parts do not come to it, or one is more than all.

"In total 1,260, that is 340 by bus and 1,600 by car"; "of 36 pools, 48 are closed".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate
from types import ModuleType
from typing import Final, NamedTuple, TypeAlias

from builder.facts.rounding import decimals_as_stated
from builder.facts.units import SHARES
from builder.language.claims import reckoned_of
from builder.language.language import module_of
from builder.language.lexicon import FIGURE, lexicon_of
from builder.model.figure import ResolvedFigure
from builder.resolve.passages import sentence_spans
from builder.resolve.wording.ends import Said, really_of, value_of

_FEW: Final = 2
_MOST: Final = 8
_ENDS: Final = re.compile(r"[;:!?()–—]|[.](?= |$)|$")

_Figures: TypeAlias = Mapping[int, ResolvedFigure]


class _Patterns(NamedTuple):
    """A language's ways to name all parts, to name a part of all, what none are beside (`none`) or
    between (`apart`), and what joins them, the last one
    to the others (`joined`); what adds up no more than these (`together`).
    """

    whole: re.Pattern[str]
    part: re.Pattern[str]
    none: re.Pattern[str]
    apart: re.Pattern[str]
    joint: re.Pattern[str]
    joined: re.Pattern[str]
    together: re.Pattern[str]


def parted(small: str, figures: _Figures, tag: str) -> Iterator[Said]:
    """Yield the words of a passage that name parts which their total has not."""
    ways = _patterns(tag)
    for span in sentence_spans(small, lexicon_of(tag).abbreviations):
        found = ways.whole.search(small, span.start, span.stop)
        if found is not None:
            yield from _sum(small, span, found, figures, ways)
        found = ways.part.match(small, span.start, span.stop)
        if found is not None and not ways.apart.search(found["between"]):
            whole, part = figures.get(found.start("whole")), figures.get(found.start("part"))
            held = whole and part and _are_of_one_kind((whole, part))
            if whole and part and held and value_of(part) > value_of(whole):
                really = really_of(whole, part)
                yield Said(slice(*found.span("said")), False, sure=True, really=really)


def _sum(
    small: str, span: slice, found: re.Match[str], figures: _Figures, ways: _Patterns
) -> Iterator[Said]:
    """Yield the word of a total whose parts, named up to the end of their clause, miss it."""
    start = found.start("first")
    ends = _ENDS.search(small, start, span.stop)
    stop = ends.start() if ends else span.stop
    listed = [at for at in figures if start <= at < stop]
    named = "whole" if found["whole"] else "led"
    whole, parts = figures.get(found.start(named)), [figures[at] for at in sorted(listed)]
    if whole is None or not _FEW <= len(parts) <= _MOST or ways.none.search(small, start, stop):
        return
    gaps = re.split(FIGURE, small[start + 1 : stop])[: len(parts) - 1]
    if not all(map(ways.joint.search, gaps)) or not _are_of_one_kind((whole, *parts)):
        return
    values = [_printed(each) for each in parts]
    sum_ = sum(values, Decimal(0))
    step = Decimal(1).scaleb(-min(map(decimals_as_stated, (*values, _printed(whole)))))
    near = step * len(parts)
    if any(abs(each - _printed(whole)) <= near for each in accumulate(values)):
        return  # what follows all parts is told of besides
    if found["colon"] and sum_ < _printed(whole) and not _is_all(small, found, listed, stop, ways):
        return  # some of them may be named as examples
    added = " + ".join(f"{each.normalize():f}" for each in values)
    said = slice(*found.span("said" if found["whole"] else "leads"))
    yield Said(said, False, sure=True, really=f"{added} is {sum_.normalize():f}")


def _is_all(
    small: str, found: re.Match[str], listed: list[int], stop: int, ways: _Patterns
) -> bool:
    """Return whether a list is of all that is "together" so many: its last one is joined to it."""
    *_, last, end = sorted(listed)
    joined = ways.joined.search(small, last + 1, end)
    together = ways.together.fullmatch(found["leads"] or found["said"])
    return bool(together and joined) and not ways.joint.search(small, end + 1, stop)


def _printed(figure: ResolvedFigure) -> Decimal:
    return value_of(figure) if figure.rounded is None else figure.rounded


def _are_of_one_kind(figures: tuple[ResolvedFigure, ...]) -> bool:
    """Return whether figures count the same, exactly, and are no shares."""
    units = {each.unit for each in figures}
    if len(units) > 1 or units & {*SHARES}:
        return False
    return not any(
        each.hedge or each.year or not isinstance(each.value, Decimal) for each in figures
    )


@lru_cache(maxsize=8)
def _patterns(tag: str) -> _Patterns:
    words: ModuleType = module_of(tag, "sums")
    some, of = r"(?: [^\W\d_][\w’-]*)", f"{words.OF_ALL}|{reckoned_of(tag).parts}"
    named = rf"[,(:]? ?(?:[–—] ?)?(?:{words.MADE_OF}),?:?"
    made = rf"(?:{named}| ?(?P<colon>:))(?: ?[^\W\d_][\w’-]*){{0,2}}? "
    leads = rf"(?P<leads>{words.TOTALLING}|{words.TOGETHER}),?{some}{{0,5}}? (?P<led>{FIGURE})"
    follows = rf"(?P<whole>{FIGURE}){some}{{0,3}}? (?P<said>{words.IN_ALL})"
    return _Patterns(
        re.compile(rf"(?<![\w-])(?:{leads}|{follows}){some}{{0,3}}?{made}(?P<first>{FIGURE})"),
        re.compile(
            rf"\W*(?P<said>{words.OF_ALL}) (?P<whole>{FIGURE})"
            rf"(?P<between>{some}{{0,3}}?,?{some}{{0,2}}?) (?P<part>{FIGURE})"
        ),
        re.compile(rf"(?<![\w-])(?:{words.NO_PARTS})(?!\w)"),
        re.compile(rf"(?<![\w-])(?:(?:{words.NO_PARTS}|{words.APART})(?!\w)|(?:{of})$)"),
        re.compile(rf",|(?<!\w)(?:{words.JOINED})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{words.JOINED})(?!\w)"),
        re.compile(words.TOGETHER),
    )
