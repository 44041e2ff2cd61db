"""Words that say how many times something changed, held against figures: "doubled from 5 to 8"; and
comparisons that a figure makes itself, "5.6 times as high as", where its formula divides the one
by the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from builder.facts.text import Printer
from builder.language.claims import comparing_of
from builder.language.courses import Courses
from builder.language.language import ratio_words
from builder.language.lexicon import FIGURE, lexicon_of, places_of
from builder.model.figure import ResolvedFigure
from builder.resolve.passages import Plainly, printed_numbers
from builder.resolve.wording.ends import Said, really_of, value_of

_BEHIND: Final = re.compile(rf"[^.;:!?{FIGURE}]{{0,40}}")
_LOOSE: Final = Decimal("0.12")  # of a factor that is said without more: 4 to 7.1 has doubled
_FEW: Final = 2  # words, and marks, between a number of times and what compares by it
_RATIO: Final = re.compile(r"(?P<one>\w+) ?/ ?(?P<other>\w+)")
_NEARLY: Final = Decimal("0.25")  # of one that is nearly come to


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


def is_about(number: Fraction, times: Fraction, head: str, tag: str) -> bool:
    """Return whether one figure is about so many `times` another, as what `head` ends in says."""
    off = number * Fraction(_LOOSE)
    low, high, known = number - off, number + off, comparing_of(tag)
    for pattern, ends in ((known.more, (number, number + 1)), (known.nearly, (number - 1, number))):
        if any(each.end() == len(head) for each in places_of(pattern, head)):
            low, high = ends
    return low <= times <= high


def is_factor(said: re.Match[str], times: Decimal) -> bool:
    """Return whether something is as many times another as a word of `Courses.multiples` says."""
    factor = Decimal((said.lastgroup or "by1").removeprefix("by"))
    if said["above"]:
        return times >= factor
    if said["nearly"]:
        return factor * (1 - _NEARLY) <= times < factor
    return abs(times - factor) <= factor * _LOOSE
