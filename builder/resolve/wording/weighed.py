"""Comparisons that name two figures, and are true of them: takes those that nothing has proved,
returns those that the two figures of their sentence prove.

"Leith lands more (8) than Wick (5)", "more than Wick: 8 against 5", "it has grown: 5 in 2019, 8
now". What is not true of them stays what it was, a comparison that wants a claim; what says how
many times one is the other, and is wrong, is denied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final, TypeAlias

from builder.facts.text import Printer
from builder.language.claims import comparing_of
from builder.language.courses import Courses, courses_of
from builder.language.lexicon import lexicon_of, places_of, value_of
from builder.model.figure import ResolvedFigure
from builder.model.text import Run
from builder.resolve.passages import Plainly, printed_numbers, sentence_spans
from builder.resolve.wording import courses, ends, factors
from builder.resolve.wording.ordered import YEAR, Ordered
from builder.resolve.wording.shared import bears_out

_NEAR: Final = 30  # characters from a figure to its year
_LOOSE: Final = Fraction(1, 8)  # of a number of times, how far it may be off
_WELL_OVER: Final = Fraction(7, 5)  # of a share that is said to be passed: two thirds are over half
_FEW: Final = 3  # words between two comparisons
_WITH_GAP: Final = 3  # figures: two, and what they differ by

_Figures: TypeAlias = Mapping[int, ResolvedFigure]


def unproved(
    spans: Sequence[slice], numbers: list[slice], words: Plainly, printer: Printer
) -> tuple[list[slice], list[slice], list[ends.Said]]:
    """Return a passage's comparisons that no two figures prove, those that they do, and what they
    deny; of its `numbers` in words those are taken out that say what two figures come to.
    """
    left, proved, denied = courses.unproved(spans, words, printer)
    own = list(factors.own_multiples(left, words, printer))
    left, proved = [span for span in left if span not in own], [*proved, *own]
    figures = {
        stretch.start: figure
        for stretch, _, figure in printed_numbers(words, printer)
        if isinstance(figure.value, Decimal)
    }
    if not figures or not (left or numbers):
        return left, proved, denied
    small, lexicon = _with_years(words), lexicon_of(printer.tag)
    if len(small) != len(words.words):
        return left, proved, denied
    for sentence in sentence_spans(small, lexicon.abbreviations) if numbers else ():
        for each in tuple(numbers):
            if _is_in(sentence, each) and bears_out(each, small, sentence, figures, printer.tag):
                numbers.remove(each)
                by_it = [span for span in left if _compares_by(span, each, small)]
                proved += by_it
                left = [span for span in left if span not in by_it]
    for sentence in sentence_spans(small, lexicon.abbreviations):
        printed = {at: f for at, f in figures.items() if sentence.start <= at < sentence.stop}
        pair = _two(printed, small, courses_of(printer.tag))
        if not pair:
            continue
        beside = _Beside(sentence, small, pair, printer.tag)
        within = [span for span in left if _is_in(sentence, span)]
        if within and not any(said.sure and _is_in(sentence, said.span) for said in denied):
            # Of several comparisons the figures may prove one, and nobody knows which.
            close = all(small.count(" ", *gap) <= _FEW for gap in _between(within))
            for span in within if close else ():
                proof = beside.proof(span)
                if proof is not None:
                    left.remove(span)
                    proved.append(proof)
        for each in (*within, *numbers):
            if each in left and beside.as_many(each) is False:
                denied.append(ends.Said(each, False, True, beside.really))
        for each in tuple(numbers):
            holds = beside.comes_to(each) or beside.as_many(each)
            if holds is False:
                denied.append(ends.Said(each, False, True, beside.really))
                left.append(each)
            elif holds:
                numbers.remove(each)
    left.sort(key=lambda span: span.start)
    numbers[:] = [each for each in numbers if not any(ends.meet(each, span) for span in proved)]
    return left, proved, denied


def _compares_by(span: slice, share: slice, words: str) -> bool:
    """Return whether a comparison is by a share that it leads to: "more than half"."""
    leads = span.start <= share.start and span.stop <= share.stop
    return leads and not words[span.stop : share.start].strip()


def _is_in(sentence: slice, span: slice) -> bool:
    return bool(sentence.start <= span.start < sentence.stop)


def _between(spans: Sequence[slice]) -> Iterator[tuple[int, int]]:
    """Yield where the stretches between spans begin and end."""
    for one, other in pairwise(spans):
        yield one.stop, max(one.stop, other.start)


def _with_years(words: Plainly) -> str:
    """Return a passage's words in small letters, the years that are typed among them as such."""
    small = words.words.lower()
    for stretch in words.stretches:
        item = stretch.item
        if isinstance(item, Run) and item.owner is not None and YEAR.fullmatch(item.text):
            small = f"{small[: stretch.start]}{item.text}{small[stretch.end :]}"
    return small


def _two(figures: _Figures, small: str, course: Courses) -> dict[int, ResolvedFigure]:
    """Return the two figures of one unit in a sentence, but for a third that is told of as their
    difference; none where there are others.
    """
    if len(figures) == _WITH_GAP:
        by = re.compile(rf"(?<!\w)(?:{course.by}|{course.then}) (?:[\w’]+ )?$")
        for gap, figure in figures.items():
            first, last = (each for at, each in figures.items() if at != gap)
            told = bool(figure.formula and "-" in figure.formula) or by.search(small[:gap])
            if told and first.unit == last.unit and ends.is_change(figure, first, last):
                return _two({at: f for at, f in figures.items() if at != gap}, small, course)
    if len(figures) != _WITH_GAP - 1 or _holds_gap(figures, small, course):
        return {}
    one, other = figures.values()
    alike = one.unit == other.unit and not (one.year or other.year)
    vague = one.hedge is not None or other.hedge is not None
    apart = one.value != other.value and min(map(ends.value_of, (one, other))) > 0
    return dict(figures) if alike and not vague and apart else {}


def _holds_gap(figures: _Figures, small: str, course: Courses) -> bool:
    """Return whether one figure only says by how much: "3 fewer than last year, when it was 8"."""
    side = re.compile(rf"(?: [\w’-]+)? (?:{course.more}|{course.less})(?!\w)")
    return any(
        figure.formula and "-" in figure.formula and side.match(small, at + 1)
        for at, figure in figures.items()
    )


class _Beside(Ordered):
    """A sentence with the two figures that stand in it."""

    def proof(self, span: slice) -> slice | None:
        """Return where it compares, with the times that it says, if that is true."""
        if self.known.denied.search(self.small, self.sentence.start, span.stop):
            return None
        if self.as_many(span):
            return span
        said = self.course.said.search(self.small, span.start, span.stop)
        if said is not None and said["neither"] is None:
            order, rises = self.in_time(said), said["rises"] is not None
        else:
            said = self.known.ways.search(self.small, span.start, span.stop + _NEAR)
            if said is None or said.start() >= span.stop:
                return span if self.comes_to(span) else None
            order, rises = self.in_words(said), said["less"] is not None
        if order is None:
            return None
        first, last = (ends.value_of(self.pair[at]) for at in order)
        return self._with_times(span) if (last > first) is rises else None

    def comes_to(self, number: slice) -> bool:
        """Return whether a number in words is how many times, or what part, one is of the other."""
        start, stop = self.sentence.start, self.sentence.stop
        if not start <= number.start < stop:
            return False
        if self.known.denied.search(self.small, start, number.stop):
            return False
        verbs = [
            verb
            for verb in self.course.said.finditer(self.small, start, stop)
            if not verb["neither"]
        ]
        if not all(map(self.goes_so, verbs)):
            return False
        for said in self.course.multiples.finditer(self.small, start, stop):
            if said.lastgroup and ends.meet(slice(*said.span()), number):
                compares = verbs or self.known.ways.search(self.small, start)
                return bool(compares) and factors.is_factor(said, self.ratio)
        share = value_of(self.small[number], lexicon_of(self.tag))
        if share is not None and self._is_gap(share, number, bool(verbs)):
            return True
        if share is None or not 0 < share < 1 or not (verbs or self.is_part(number)):
            return False
        part = Fraction(1 / self.ratio)
        ways = {verb.lastgroup for verb in verbs}
        comes = 1 - part if "falls" in ways else 1 / part - 1 if "rises" in ways else part
        before = self.small[max(start, number.start - _NEAR) : number.start]
        if re.search(rf"(?<!\w)(?:{self.course.above}|{self.known.over}) (?:[\w’]+ )?$", before):
            return bool(share < comes < share * _WELL_OVER)
        less = comparing_of(self.tag).less
        if any(each.end() == len(before.rstrip()) for each in places_of(less, before.rstrip())):
            return bool(share / _WELL_OVER < comes < share)
        return bool(abs(comes - share) <= share * _LOOSE / 3)

    def _is_gap(self, value: Fraction, number: slice, moved: bool) -> bool:
        """Return whether a number in words is what two figures differ by: "three boats more"."""
        one, other = (Fraction(ends.value_of(each)) for each in self.pair.values())
        behind = self.small[number.stop : number.stop + _NEAR]
        sided = rf"(?: [\w’-]+){{0,2}}? (?:{self.known.more}|{self.known.less}|{self.known.above}"
        sided += rf"|{self.known.below})(?!\w)"
        return abs(one - other) == value and bool(moved or re.match(sided, behind))

    def as_many(self, number: slice) -> bool | None:
        """Return whether the one is as many times the other as a number in words says."""
        start, (one, two) = self.sentence.start, sorted(self.pair)
        if not start <= number.start < self.sentence.stop:
            return None
        if self.known.denied.search(self.small, start, number.stop):
            return None
        times = value_of(self.small[number], lexicon_of(self.tag))
        for said in self.course.multiples.finditer(self.small, number.start, self.sentence.stop):
            if said.lastgroup and said.start() < number.stop:
                times = Fraction(said.lastgroup.removeprefix("by"))
        if times is None or times <= 0 or times == 1:
            return None
        first, last = (Fraction(ends.value_of(self.pair[at])) for at in (one, two))
        folds = factors.Folds(number, times, one, two)
        return factors.as_many(self.small, start, folds, first / last, self.tag)

    @property
    def really(self) -> str:
        """What the figures say instead."""
        first, last = (self.pair[at] for at in sorted(self.pair))
        times = ends.value_of(first) / ends.value_of(last)
        return f"the first is {times:.3g} times the second"

    def _with_times(self, span: slice) -> slice | None:
        """Return a span with the number of times that it says, unless that is another."""
        begin = max(self.sentence.start, span.start - _NEAR)
        for said in self.course.multiples.finditer(self.small, begin, span.stop + _NEAR):
            if said.lastgroup and _is_beside(slice(*said.span()), span, self.small):
                if not factors.is_factor(said, self.ratio):
                    return None
                return slice(min(said.start(), span.start), max(said.end(), span.stop))
        for said in self.known.folds.finditer(self.small, begin, span.stop):
            number = value_of(said["number"], lexicon_of(self.tag))
            if number is None and not said["number"].endswith(" "):
                continue  # no number, but a word that ends so
            head = self.small[self.sentence.start : said.start("number")]
            if number is None or not factors.is_about(number, Fraction(self.ratio), head, self.tag):
                return None
            return slice(min(said.start("number"), span.start), span.stop)
        return span


def _is_beside(said: slice, span: slice, small: str) -> bool:
    if ends.meet(said, span):
        return True
    between = small[min(said.stop, span.stop) : max(said.start, span.start)]
    return not between.strip(" ,")
