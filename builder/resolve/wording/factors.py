"""Words that say how many times something changed, or is another, held against figures: "doubled
from 5 to 8", "8 is twice the 4 of Wick"; and comparisons that a figure makes itself, "5.6
times as high as", where its formula divides the one by the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from builder.facts.text import Printer
from builder.language.claims import comparing_of
from builder.language.courses import Courses, courses_of
from builder.language.language import ratio_words
from builder.language.lexicon import FIGURE, Lexicon, lexicon_of, places_of
from builder.language.weighing import weighing_of
from builder.model.figure import ResolvedFigure
from builder.resolve.passages import Plainly, found, printed_numbers
from builder.resolve.wording.ends import Said, meet, really_of, value_of

_BEHIND: Final = re.compile(rf"[^.;:!?{FIGURE}]{{0,40}}")
_LOOSE: Final = Decimal("0.12")  # of a factor that is said without more: 4 to 7.1 has doubled
_PLAIN: Final = Fraction(1, 8)  # of a number of times, how far it may be off
_HEDGED: Final = Fraction(1, 5)  # of one that is about so
_FEW: Final = 2  # words, and marks, between a number of times and what compares by it
_RATIO: Final = re.compile(r"(?P<one>\w+) ?/ ?(?P<other>\w+)")
_NEARLY: Final = Decimal("0.25")  # of one that is nearly come to


def multiplying(words: str, lexicon: Lexicon, tag: str) -> Iterator[tuple[slice, Decimal]]:
    """Yield the words that compare by saying how many times as much there is: "tripled"."""
    known, small = courses_of(tag), words.lower()
    # Most passages have no such word, which costs less to see than what compares in them.
    if not any(each.lastgroup for each in known.multiples.finditer(small)):
        return
    for span in found(lexicon.compared, lexicon.uncompared, words):
        said = next(
            (each for each in known.multiples.finditer(small[span]) if each.lastgroup), None
        )
        if said is not None:
            yield span, Decimal((said.lastgroup or "").removeprefix("by"))


def multiplied_alone(words: str, lexicon: Lexicon, tag: str) -> Iterator[slice]:
    """Yield those of them that say so where no figure stands: not "doubled their efforts"."""
    idle = re.compile(courses_of(tag).idle, re.IGNORECASE)
    spans = [
        span for span, _ in multiplying(words, lexicon, tag) if not idle.match(words, span.start)
    ]
    counted = [*found(lexicon.counted, lexicon.uncounted, words)] if spans else []
    yield from (span for span in spans if not any(meet(span, each) for each in counted))


def factors_said(
    small: str,
    begin: int,
    led: re.Match[str],
    known: Courses,
    ends: tuple[ResolvedFigure, ResolvedFigure],
) -> Iterator[Said]:
    """Yield the words beside a course that say a factor."""
    low, high = sorted(map(value_of, ends))
    if low <= 0:
        return
    behind = _BEHIND.match(small, led.end())
    for start, stop in (begin, led.start()), (led.end(), behind.end() if behind else led.end()):
        for said in known.multiples.finditer(small, start, stop):
            negated = known.denied.search(small[start : said.start()])
            if said.lastgroup and not negated:
                holds = is_factor(said, high / low)
                yield Said(slice(*said.span()), holds, True, really_of(*ends))


def own_multiples(spans: Sequence[slice], words: Plainly, printer: Printer) -> Iterator[slice]:
    """Yield the comparisons right behind a figure that says how many times one thing is another, as
    its formula does of those that stand before it and behind it.
    """
    if not spans:
        return
    sentences = words.sentences(lexicon_of(printer.tag))
    printed = [(stretch, figure) for stretch, _, figure in printed_numbers(words, printer)]
    for stretch, figure in printed:
        ratio = _RATIO.fullmatch((figure.formula or "").strip())
        if ratio is None or figure.unit not in ratio_words(printer.tag):
            continue
        sentence = next(each for each in sentences if each.start <= stretch.start < each.stop)
        ids = [(s.start, f.id) for s, f in printed if sentence.start <= s.start < sentence.stop]
        before = {name for at, name in ids if at < stretch.start}
        behind = {name for at, name in ids if at > stretch.start}
        turned = ratio["other"] in before or ratio["one"] in behind
        if turned or not (ratio["one"] in before or ratio["other"] in behind):
            continue
        for span in spans:
            between = words.words[stretch.end : max(span.start, stretch.end)]
            if span.start >= stretch.start and len(between.split()) <= _FEW:
                yield span


def is_factor(said: re.Match[str], times: Decimal) -> bool:
    """Return whether something is as many times another as a word of `Courses.multiples` says."""
    factor = Decimal((said.lastgroup or "by1").removeprefix("by"))
    if said["above"]:
        return times >= factor
    if said["nearly"]:
        return factor * (1 - _NEARLY) <= times < factor
    return abs(times - factor) <= factor * _LOOSE


class Folds(NamedTuple):
    """A number in words: where, how many times, which two figures stand in its sentence."""

    span: slice
    times: Fraction
    first: int
    last: int


def as_many(small: str, begin: int, said: Folds, ratio: Fraction, tag: str) -> bool | None:
    """Return whether the first of two figures, so many times the last, is as many times it, or such
    a part, as words say; nothing where they say neither, or leave open of which.
    """
    known, (at, stop) = weighing_of(tag), (said.span.start, said.span.stop)
    alike = known.alike.search(small, at)
    if alike is None or alike.start() > stop:
        return None
    wanted = said.times
    if known.fewer.match(small, alike.end()):
        wanted = 1 - wanted if wanted < 1 else 1 / wanted
    elif wanted < 1 and known.further.match(small, alike.end()):
        wanted = 1 + wanted
    head = known.hedged.sub("", small[begin:at])
    if said.first < at < said.last:
        sure = bool(known.led.search(head) or known.opening.match(head))
        open_ = known.breaking.search(known.likened.sub("", small[alike.end() : said.last]))
    else:
        # "Twice as many (8) as Wick (4)"; where both stand before, one is of the other.
        sure, open_ = at < said.first, None
        between = small[said.first + 1 : said.last].strip()
        if sure and not known.likened.search(between) and not is_part_of(between, tag):
            return None
        if said.last < at and (ratio < 1) is not (wanted < 1):
            ratio = 1 / ratio
    holds = is_about(wanted, ratio, small[begin:at], tag)
    return holds if holds or (sure and open_ is None) else None


def is_part_of(between: str, tag: str) -> bool:
    """Return whether what stands between two figures makes the first a part of the second."""
    return re.fullmatch(comparing_of(tag).of, between) is not None


def is_about(said: Fraction, ratio: Fraction, before: str, tag: str) -> bool:
    """Return whether a ratio is what words say, with the hedge that ends what stands before."""
    known, before = comparing_of(tag), before.rstrip()

    def ends_with(kind: str) -> bool:
        return any(each.end() == len(before) for each in places_of(getattr(known, kind), before))

    if ends_with("more"):
        return said < ratio <= said * 2
    if ends_with("less"):
        return said / 2 <= ratio < said
    if ends_with("nearly"):
        return said * Fraction(3, 4) <= ratio <= said
    return abs(ratio - said) <= said * (_HEDGED if ends_with("about") else _PLAIN)
