"""Comparisons that name two figures, and are true of them: takes those that nothing has proved,
returns those that the two figures of their sentence prove.

"Leith lands more (8) than Wick (5)", "more than Wick: 8 against 5", "it has grown: 5 in 2019, 8
now". What is not true of them stays what it was, a comparison that wants a claim.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from builder.facts.text import Printer
from builder.frozen import dataclass
from builder.language.courses import Courses, courses_of
from builder.language.lexicon import lexicon_of, value_of
from builder.language.weighing import Weighing, weighing_of
from builder.model.figure import ResolvedFigure
from builder.model.text import Run
from builder.resolve.passages import Plainly, printed_numbers, sentence_spans
from builder.resolve.wording import courses, ends, factors

_NEAR: Final = 30  # characters from a figure to its year
_LOOSE: Final = Fraction(1, 8)  # of a number of times, how far it may be off
_WELL_OVER: Final = Fraction(7, 5)  # of a share that is said to be passed: two thirds are over half
_ONCE: Final = 0
_TODAY: Final = 9999  # of what is told of no year, and beside one
_FEW: Final = 3  # words between a part and a figure
_WITH_GAP: Final = 3  # figures: two, and what they differ by
_YEAR: Final = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_APART: Final = re.compile(r"[,:(]")
_OFF: Final = re.compile(r"[,;:()]")

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
    if len(figures) < 2 or not (left or numbers):
        return left, proved, denied
    small, lexicon = _with_years(words), lexicon_of(printer.tag)
    if len(small) != len(words.words):
        return left, proved, denied
    for sentence in sentence_spans(small, lexicon.abbreviations):
        printed = {at: f for at, f in figures.items() if sentence.start <= at < sentence.stop}
        pair = _two(printed, small, courses_of(printer.tag))
        if not pair:
            continue
        beside = _Beside(sentence, small, pair, printer.tag)
        within = [span for span in left if _is_in(sentence, span)]
        if within and not any(said.sure and _is_in(sentence, said.span) for said in denied):
            # Of several comparisons the figures may prove one, and nobody knows which.
            close = all(small.count(" ", *gap) <= _FEW for gap in ends.between(within))
            for span in within if close else ():
                proof = beside.proof(span)
                if proof is not None:
                    left.remove(span)
                    proved.append(proof)
        numbers[:] = [each for each in numbers if not beside.comes_to(each)]
    numbers[:] = [each for each in numbers if not any(ends.meet(each, span) for span in proved)]
    return left, proved, denied


def _is_in(sentence: slice, span: slice) -> bool:
    return bool(sentence.start <= span.start < sentence.stop)


def _with_years(words: Plainly) -> str:
    """Return a passage's words in small letters, the years that are typed among them as such."""
    small = words.words.lower()
    for stretch in words.stretches:
        item = stretch.item
        if isinstance(item, Run) and item.owner is not None and _YEAR.fullmatch(item.text):
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
    if len(figures) != _WITH_GAP - 1:
        return {}
    one, other = figures.values()
    alike = one.unit == other.unit and not (one.year or other.year)
    vague = one.hedge is not None or other.hedge is not None
    apart = one.value != other.value and min(map(ends.value_of, (one, other))) > 0
    return dict(figures) if alike and not vague and apart else {}


@dataclass(frozen=True)
class _Beside:
    """A sentence with the two figures that stand in it."""

    sentence: slice
    small: str
    pair: _Figures
    tag: str

    @property
    def known(self) -> Weighing:
        return weighing_of(self.tag)

    @property
    def course(self) -> Courses:
        return courses_of(self.tag)

    @property
    def ratio(self) -> Decimal:
        """How many times the smaller figure is the greater one."""
        low, high = sorted(map(ends.value_of, self.pair.values()))
        return high / low

    def proof(self, span: slice) -> slice | None:
        """Return where it compares, with the times that it says, if that is true."""
        if self.known.denied.search(self.small, self.sentence.start, span.stop):
            return None
        said = self.course.said.search(self.small, span.start, span.stop)
        if said is not None and said["neither"] is None:
            order, rises = self._in_time(said), said["rises"] is not None
        else:
            said = self.known.ways.search(self.small, span.start, span.stop + _NEAR)
            if said is None or said.start() >= span.stop:
                return span if self.comes_to(span) else None
            order, rises = self._in_words(said), said["less"] is not None
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
        if not all(map(self._goes_so, verbs)):
            return False
        for said in self.course.multiples.finditer(self.small, start, stop):
            if said.lastgroup and ends.meet(slice(*said.span()), number):
                compares = verbs or self.known.ways.search(self.small, start)
                return bool(compares) and factors.is_factor(said, self.ratio)
        if self._is_times(number):
            return True
        share = value_of(self.small[number], lexicon_of(self.tag))
        if share is None or not 0 < share < 1 or not (verbs or self._is_part(number)):
            return False
        part = Fraction(1 / self.ratio)
        ways = {verb.lastgroup for verb in verbs}
        comes = 1 - part if "falls" in ways else 1 / part - 1 if "rises" in ways else part
        before = self.small[max(start, number.start - _NEAR) : number.start]
        if re.search(rf"(?<!\w)(?:{self.course.above}|{self.known.over}) (?:[\w’]+ )?$", before):
            return bool(share < comes < share * _WELL_OVER)
        return bool(abs(comes - share) <= share * _LOOSE / 3)

    def _is_about(self, number: Fraction, at: int) -> bool:
        """Return whether the figures come to a number of times, as words before it bound it."""
        head = self.small[self.sentence.start : at].rstrip()
        return factors.is_about(number, Fraction(self.ratio), head, self.tag)

    def _is_times(self, number: slice) -> bool:
        """Return whether a number is how many times as much one has: "three times as many"."""
        for said in self.known.folds.finditer(self.small, number.start, number.stop + _NEAR):
            way = self.known.ways.search(self.small, said.end(), said.end() + _NEAR)
            if said.start() > number.stop or way is None or way.start() > said.end() + 1:
                continue
            order, times = self._in_words(way), value_of(said["number"], lexicon_of(self.tag))
            if order is not None and times is not None:
                first, last = (ends.value_of(self.pair[at]) for at in order)
                near = self._is_about(times, said.start("number"))
                return near and (last > first) is (way["less"] is not None)
        return False

    def _goes_so(self, verb: re.Match[str]) -> bool:
        """Return whether a verb says which way the one figure led to the other."""
        order = self._in_time(verb)
        if order is None:
            return False
        first, last = (ends.value_of(self.pair[at]) for at in order)
        return (last > first) is (verb["rises"] is not None)

    def _is_part(self, number: slice) -> bool:
        """Return whether a number in words is said to be a part of the greater figure: "half of the
        9", "of 9, more than half, that is 5".
        """
        one, two = sorted(self.pair)
        if number.start < one:
            whole, gap = one, self.small[number.stop : one]
        elif number.start < two:
            gap = self.small[number.stop : two]
            whole = one if _OFF.search(gap) else two
        else:
            whole, gap = two, self.small[two + 1 : number.start]
        most = max(map(ends.value_of, self.pair.values()))
        return len(gap.split()) <= _FEW and ends.value_of(self.pair[whole]) == most

    def _in_words(self, said: re.Match[str]) -> tuple[int, int] | None:
        """Return where the figure of what is told of stands, and that of the other."""
        one, two = sorted(self.pair)
        than = self.known.other.search(self.small, said.end(), two)
        at = than.end() if than else said.end()
        if one < at:
            return (one, two) if two >= at else None
        if self.known.paired.match(self.small[one + 1 : two]):
            return (one, two) if _APART.search(self.small, at, one) else None
        return None if _APART.search(self.small[at:one].rstrip(" (")) else (two, one)

    def _in_time(self, said: re.Match[str]) -> tuple[int, int] | None:
        """Return where the earlier of the two stands, and the later one."""
        one, two = sorted(self.pair)
        for led in self.course.led.finditer(self.small, self.sentence.start, self.sentence.stop):
            if {led.start("first"), led.start("last")} == {*self.pair}:
                return led.start("first"), led.start("last")
        for now, was in ((one, two), (two, one)):
            if self._leads_to(now, said):
                # "Rose to 5 of the 8 planned": without its time the other may be anything.
                return (was, now) if self._year(was) is not None else None
        first, last = map(self._year, (one, two))
        if first == last:
            return None
        if first is None or last is None:
            if not self.known.apart.search(self.small, one, two):
                return None
            first, last = (_TODAY if each is None else each for each in (first, last))
        return (one, two) if first < last else (two, one)

    def _leads_to(self, at: int, said: re.Match[str]) -> bool:
        """Return whether a verb leads to a figure: "rose to 8", "ist auf 8 gestiegen"."""
        begin, stop = (said.end(), at) if at > said.end() else (at, said.start())
        if _OFF.search(self.small.replace(":", " "), begin, stop):
            return False
        head = said.end() if at > said.end() else self.sentence.start
        return bool(self.course.ended.search(self.small[head:at]))

    def _year(self, at: int) -> int | None:
        """Return the year that a figure is told of, one beyond all for today."""
        offs = (off.end() for off in _OFF.finditer(self.small, self.sentence.start, at))
        others = [other for other in self.pair if other != at]
        begin = max([self.sentence.start, *offs, *(o + 1 for o in others if o < at)])
        off = _OFF.search(self.small, at, self.sentence.stop)
        stop = min([off.start() if off else self.sentence.stop, *(o for o in others if o > at)])
        clause = self.small[max(begin, at - _NEAR) : min(stop, at + _NEAR)]
        years = _YEAR.findall(clause)
        if not years and self.known.today.search(clause):
            return _TODAY
        if not years and self.known.past.search(clause):
            return _ONCE
        return int(years[0]) if len(years) == 1 else None

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
            if number is None or not self._is_about(number, said.start("number")):
                return None
            return slice(min(said.start("number"), span.start), span.stop)
        return span


def _is_beside(said: slice, span: slice, small: str) -> bool:
    if ends.meet(said, span):
        return True
    between = small[min(said.stop, span.stop) : max(said.start, span.start)]
    return not between.strip(" ,")
