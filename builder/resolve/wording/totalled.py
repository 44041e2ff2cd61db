"""Totals beside all of their parts: takes a sentence, returns those that its figures deny.

"Wells and cisterns gave 8,400 together, of which 3,600 from cisterns and 4,000 from wells"; "3,600
from wells, 4,000 from cisterns, together so 8,400"; and a sum of cubic metres that is in euros.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, pairwise
from types import ModuleType
from typing import Final, NamedTuple

from builder.facts.sizes import kinds_of
from builder.facts.units import SHARES
from builder.language.claims import reckoned_of
from builder.language.courses import courses_of
from builder.language.language import module_of
from builder.language.lexicon import FIGURE
from builder.language.relations import relations_of
from builder.resolve.wording.restated import Held, Off
from builder.resolve.wording.spread import Spread, measured

_FEW: Final = 2
_MOST: Final = 5
_STEM: Final = 5  # letters that the cases of a word have in common
_LONG: Final = 4  # letters of a word that names something
_WORD: Final = r"[^\W\d_][\w’'-]*"
_NAMES: Final = re.compile(rf"(?<![\w-]){_WORD}")


class _Patterns(NamedTuple):
    """What stands before a total behind its parts; what adds up (`together`); what joins the last
    of some; what stands between a total and all that were named (`wholes`), and beside numbers
    that are no parts.
    """

    total: re.Pattern[str]
    together: re.Pattern[str]
    joint: re.Pattern[str]
    wholes: re.Pattern[str]
    none: re.Pattern[str]


def totalled(held: Held, span: slice) -> Iterator[Off]:
    """Yield the totals of a sentence that all of their parts do not come to."""
    ways = _patterns(held.tag)
    for found in ways.total.finditer(held.small, span.start, span.stop):
        yield from _sum(held, found, span, ways)
    for found in ways.wholes.finditer(held.small, span.start, span.stop):
        yield from _parted(held, found, span, ways)


def _sum(held: Held, found: re.Match[str], span: slice, ways: _Patterns) -> Iterator[Off]:
    """Yield a total behind its parts, where no few of these come to it."""
    at, small = found.start("total"), held.small
    before = sorted(each for each in held.figures if each < found.start())
    if at not in held.figures or not _FEW <= len(before) <= _MOST:
        return
    parts = [each for each in before if held.are_alike(each, before[-1])]
    if len(parts) < _FEW or ways.none.search(small, span.start, found.start()):
        return
    if held.figures[parts[0]].unit in SHARES or _is_course(held, span):
        return
    stretch, said = slice(parts[0], at + 1), slice(*found.span("said"))
    if held.are_alike(parts[-1], at):
        sums = (_sum_of(held, few) for few in _some(parts))
        spread = held.spread(at)
        if not any(each.meets(spread) for each in sums):
            yield Off(stretch, said, _really(held, parts))
    elif found["so"] and len(parts) == len(before) and _are_apart(held, parts[-1], at):
        yield Off(stretch, said, f"{_really(held, parts)}, in another unit")


def _parted(held: Held, found: re.Match[str], span: slice, ways: _Patterns) -> Iterator[Off]:
    """Yield a total whose parts are told behind it by the names that came together to it."""
    at, small = found.start("whole"), held.small
    parts = sorted(each for each in held.figures if each >= found.end() - 1)
    head = small[span.start : at]
    if at not in held.figures or not _FEW <= len(parts) <= _MOST or not held.are_alike(at, *parts):
        return
    if not ways.together.search(head) and not ways.together.search(small, at, found.end()):
        return
    if any(each < at for each in held.figures) or held.figures[at].unit in SHARES:
        return
    ends = [*parts[1:], span.stop]
    names = [_stems(small[part + 1 : end]) for part, end in zip(parts, ends, strict=True)]
    if not _are_all(head, names, ways):
        return
    if not _sum_of(held, parts).meets(held.spread(at)):
        yield Off(slice(at, parts[-1] + 1), slice(*found.span("said")), _really(held, parts))


def _are_all(head: str, names: Sequence[set[str]], ways: _Patterns) -> bool:
    """Return whether the names of parts are those, and all, that a head joins: "A, B and C"."""
    heads = [(each.start(), each.end(), each.group()[:_STEM]) for each in _NAMES.finditer(head)]
    own = [[each for each in heads if each[2] in name] for name in names]
    if any(len(each) != 1 for each in own):
        return False
    places = sorted(each[0] for each in own)
    if len({each[0] for each in places}) != len(names):
        return False
    between = [head[one[1] : other[0]] for one, other in pairwise(places)]
    if not all(ways.joint.search(each) and not _stems(each) for each in between):
        return False
    before, behind = head[: places[0][0]], head[places[-1][1] :]
    return not (ways.joint.search(before) or re.match(r" ?,| (?:und|and|et|і|й|та) ", behind))


def _stems(text: str) -> set[str]:
    return {each[:_STEM] for each in _NAMES.findall(text) if len(each) >= _LONG}


def _some(parts: Sequence[int]) -> Iterator[Sequence[int]]:
    for count in range(_FEW, len(parts) + 1):
        yield from combinations(parts, count)


def _sum_of(held: Held, parts: Sequence[int]) -> Spread:
    spreads = [held.spread(each) for each in parts]
    none = Fraction(0)
    return Spread(sum((s.low for s in spreads), none), sum((s.high for s in spreads), none))


def _is_course(held: Held, span: slice) -> bool:
    """Return whether one of the figures leads to another: "from 5 to 8"."""
    return bool(courses_of(held.tag).led.search(held.small, span.start, span.stop))


def _are_apart(held: Held, one: int, other: int) -> bool:
    """Return whether two figures are known to be of things that nobody adds up."""
    kinds = [kinds_of(held.figures[at].unit, held.tag) for at in (one, other)]
    return all(len(each) == 1 and not each[0].counted for each in kinds)


def _really(held: Held, parts: Sequence[int]) -> str:
    size = measured(held.figures[parts[0]], held.tag)[1]
    values = [
        held.number(each) * measured(held.figures[each], held.tag)[1] / size for each in parts
    ]
    return f"{' + '.join(f'{float(each):.12g}' for each in values)} is {float(sum(values)):.12g}"


@lru_cache(maxsize=8)
def _patterns(tag: str) -> _Patterns:
    known, sums = relations_of(tag), _sums(tag)
    hedge = rf"(?:(?:{known.hedges}) ){{0,3}}?"
    added = rf"(?<![\w-])(?P<said>{sums.ADDED_UP}|{sums.TOTALLING})(?!\w)"
    so = rf"(?:,? (?P<so>{known.restates})[,:]?)?"
    whole, ends = f"(?P<whole>{FIGURE})", r"(?= ?[.,;:!?)–—]|$)"
    some = rf"(?: {_WORD}){{0,3}}?"
    return _Patterns(
        re.compile(rf"[,;:(–—] ?(?:{_WORD} )?{added}{so} {hedge}(?P<total>{FIGURE}){some}{ends}"),
        re.compile(rf"(?<![\w-])(?:{sums.TOGETHER}|{sums.TOTALLING}|{sums.IN_ALL})(?!\w)"),
        re.compile(rf",|(?<!\w)(?:{sums.JOINED}|{reckoned_of(tag).and_})(?!\w)"),
        re.compile(rf"{whole}{some},? \(?(?P<said>{known.wholes}) (?:{_WORD} ){{0,3}}?{FIGURE}"),
        re.compile(rf"(?<![\w-])(?:{sums.NO_PARTS})(?!\w)"),
    )


def _sums(tag: str) -> ModuleType:
    return module_of(tag, "sums")
