"""Shares in words that the figures beside them come to: "a third of the boats (33 %)", "every
third, 5 of 15", "of 15 boats 5 were scrapped, that is a third".

Takes a sentence, its figures and where the share stands, returns whether it is so. What is not so
stays a number in words that nothing backs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from builder.facts.units import PER_CENT
from builder.language.claims import comparing_of, reckoned_of
from builder.language.courses import courses_of
from builder.language.language import module_of
from builder.language.lexicon import FIGURE, lexicon_of, places_of, value_of
from builder.language.sides import sides_of
from builder.model.figure import ResolvedFigure
from builder.resolve.wording import ends
from builder.resolve.wording.portions import pair_behind

_HUNDRED: Final = 100
_FAR: Final = 6  # words between a share and the figures that it is said of
_PLAIN: Final = Fraction(1, 24)  # of a share, how far off it may be
_ABOUT: Final = Fraction(1, 10)
_NEARLY: Final = Fraction(17, 20)
_WELL: Final = Fraction(7, 5)  # of one that is passed: two thirds are over half
_APART: Final = re.compile(r"[.;:!?]")
_APPOSED: Final = re.compile(r"[^.,:;!?()]*[,:(–—] ?\(?(?:[^\W\d_][\w’-]* ){0,2}$")
_BELOW: Final = Fraction(1, 4)  # of one that is not reached: a sixth is less than half
_BRACKET: Final = re.compile(r"\((?:[^\W\d_][\w’-]* ){0,2}$")

_Figures = Mapping[int, ResolvedFigure]


def bears_out(number: slice, small: str, sentence: slice, figures: _Figures, tag: str) -> bool:
    """Return whether a share in words is what a figure beside it says, or a part and its whole."""
    share = value_of(small[number], lexicon_of(tag))
    if share is None or not 0 < share < 1:
        return False
    kind = _kind(small, number, tag)
    if kind is None:
        return False
    within = {at: f for at, f in figures.items() if sentence.start <= at < sentence.stop}
    return any(
        _is_said(share, comes, kind)
        for start, stop, comes in (
            *_per_cent(within, small, number, tag),
            *_parts(within, small, sentence, tag),
            *_told_last(within, small, sentence, number, tag),
        )
        if _is_near(small, number, start, stop, tag)
    ) or any(
        _is_said(share, comes, kind) for comes in _behind(within, small, sentence, number, tag)
    )


def _kind(small: str, number: slice, tag: str) -> str | None:
    """Return how near a share is said to be, or nothing where it is denied."""
    known, before = comparing_of(tag), small[: number.start].rstrip()
    if any(each.end() == len(before) for each in places_of(known.bounded, before)):
        return "less"
    clause = _APART.split(before)[-1]
    if reckoned_of(tag).denied.search(clause):
        return None
    head = sides_of(tag).article.sub("", f"{before} ").rstrip()
    bounded = sides_of(tag).before_share.search(head)
    if bounded is not None:
        return bounded.lastgroup
    for kind in ("about", "nearly"):
        if any(each.end() == len(head) for each in places_of(getattr(known, kind), head)):
            return kind
    return ""


def _is_said(share: Fraction, comes: Fraction, kind: str) -> bool:
    if kind == "more":
        return share < comes < share * _WELL
    if kind == "less":
        return share * _BELOW < comes <= share
    if kind == "nearly":
        return share * _NEARLY <= comes < share
    return abs(comes - share) <= share * (_ABOUT if kind else _PLAIN)


def _is_near(small: str, number: slice, start: int, stop: int, tag: str) -> bool:
    """Return whether figures stand beside a share as what it says: in brackets or set apart behind
    it, or before what leads to it.
    """
    if number.stop <= start:
        gap, led = small[number.stop : start], _APPOSED
    else:
        gap, led = small[stop : number.start], _then(tag)
    return FIGURE not in gap and len(gap.split()) <= _FAR and led.match(gap) is not None


def _per_cent(
    figures: _Figures, small: str, number: slice, tag: str
) -> Iterator[tuple[int, int, Fraction]]:
    """Yield the figures in per cent that stand in brackets behind a share, or before it: "24.9 %,
    that is a quarter".
    """
    for at, figure in figures.items():
        if figure.unit != PER_CENT or figure.hedge is not None or not _is_amount(figure):
            continue
        behind = at >= number.stop and _BRACKET.search(small[number.stop : at])
        before = at < number.start and _then(tag).match(small, at + 1)
        if behind or before:
            yield at, at + 1, Fraction(ends.value_of(figure)) / _HUNDRED


def _parts(
    figures: _Figures, small: str, sentence: slice, tag: str
) -> Iterator[tuple[int, int, Fraction]]:
    """Yield what part the first of two figures is of the second: "5 of 15"."""
    for pattern in reckoned_of(tag).shares:
        for said in pattern.finditer(small, sentence.start, sentence.stop):
            part, whole = figures.get(said.start("part")), figures.get(said.start("whole"))
            if part is not None and whole is not None:
                yield from _of(part, whole, said.start(), said.end())


def _behind(
    figures: _Figures, small: str, sentence: slice, number: slice, tag: str
) -> Iterator[Fraction]:
    """Yield what the part is of the whole behind a share: "a third of the 15 boats, 5"."""
    pair = pair_behind(small, number.stop, sentence.stop, tag)
    if pair and {*pair} <= figures.keys():
        part, whole = pair
        for _, _, comes in _of(figures[part], figures[whole], part, whole):
            yield comes


def _told_last(
    figures: _Figures, small: str, sentence: slice, number: slice, tag: str
) -> Iterator[tuple[int, int, Fraction]]:
    """Yield the same of a whole that a sentence begins with and a part that a share is told of:
    "of 15 boats 5 were scrapped, that is a third".
    """
    places = [at for at in sorted(figures) if at < number.start]
    if len(places) != 2 or not _whole(tag).fullmatch(small, sentence.start, places[0]):
        return
    gap = small[places[1] + 1 : number.start]
    if re.search(rf"(?<!\w)(?:{courses_of(tag).then})(?!\w)", gap):
        part, whole = figures[places[1]], figures[places[0]]
        yield from _of(part, whole, places[0], places[1] + 1)


def _of(
    part: ResolvedFigure, whole: ResolvedFigure, start: int, stop: int
) -> Iterator[tuple[int, int, Fraction]]:
    if part.unit != whole.unit or not (_is_amount(part) and _is_amount(whole)):
        return
    few, all_ = (Fraction(ends.value_of(each)) for each in (part, whole))
    if part.hedge is None and whole.hedge is None and 0 < few < all_:
        yield start, stop, few / all_


def _is_amount(figure: ResolvedFigure) -> bool:
    return isinstance(figure.value, Decimal) and not figure.year


@lru_cache(maxsize=8)
def _then(tag: str) -> re.Pattern[str]:
    """Return what leads from a figure to what it comes to in words."""
    return re.compile(rf"(?: [\w’-]+){{0,3}},? (?:{courses_of(tag).then})(?!\w)")


@lru_cache(maxsize=8)
def _whole(tag: str) -> re.Pattern[str]:
    """Return what stands before a whole at the beginning of a sentence."""
    of = f"{module_of(tag, 'sums').OF_ALL}|{comparing_of(tag).of}"
    return re.compile(rf"\W*(?:{of}) (?:[^\W\d_][\w’-]* )?")
