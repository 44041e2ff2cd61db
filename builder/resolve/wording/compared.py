"""Where a passage compares: takes its words, returns what a claim or figures must back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from builder.facts.text import Printer
from builder.language.claims import Comparing, comparing_of
from builder.language.lexicon import FIGURE, Lexicon, lexicon_of, places_of, value_of
from builder.resolve.passages import Plainly, found, printed_numbers
from builder.resolve.ways import name_alike
from builder.resolve.wording.ends import meet

_BESIDE: Final = re.compile(r" (?:[^\W\d_]{1,5} )?")  # with an article between, or none
_SHOWS: Final = re.compile(rf"[^.!?:;(]*[:(][^.!?]*{FIGURE}[^.!?]*{FIGURE}")
# A word alone with its figure is a heading, "Deeper (41 %)": it sets nothing against anything.
_CALLED: Final = re.compile(rf"[^\W\d_]+ \({FIGURE}\)")


def compared(words: Plainly, printer: Printer) -> tuple[list[slice], list[slice]]:
    """Return where words compare, in a title over figures those of titles too, in order.

    The second are where such words name a value or say a law, which needs neither claim nor
    exemption.
    """
    lexicon, known, over = lexicon_of(printer.tag), comparing_of(printer.tag), words.passage.over
    if not over and _CALLED.fullmatch(words.words):
        return [], []
    patterns = (lexicon.compared, lexicon.headed) if over else (lexicon.compared,)
    spans: list[slice] = []
    left = _values(words, known, printer)
    for law in found(known.laws, lexicon.uncompared, words.words):
        behind = _SHOWS.match(words.words, law.stop)
        (spans if over or behind else left).append(law)
    for pattern in (*patterns, *known.relations):
        for each in found(pattern, lexicon.uncompared, words.words):
            if not any(meet(each, span) for span in (*spans, *left)):
                spans.append(each)
    return sorted(spans, key=lambda span: span.start), left


def with_numbers(
    spans: Sequence[slice], numbers: list[slice], words: str, lexicon: Lexicon
) -> list[slice]:
    """Return where words compare, each with the numbers in words by which it does, which are taken
    out: "more than twice as many" is one thing to mend, and "less than half a minute".
    """
    whole: list[slice] = []
    counting: set[int] = set()  # where those end that hold a number
    for span in spans:
        for number in tuple(numbers):
            beside = _BESIDE.fullmatch(words[span.stop : max(number.start, span.stop)])
            if meet(span, number) or (beside and _is_share(words[number], lexicon)):
                numbers.remove(number)
                span = _both(span, number)
                counting.add(span.stop)
        counts = whole and counting & {whole[-1].stop, span.stop}
        if counts and not words[whole[-1].stop : span.start].strip(" "):
            span = _both(whole.pop(), span)
            counting.add(span.stop)
        whole.append(span)
    return whole


def _both(one: slice, other: slice) -> slice:
    return slice(min(one.start, other.start), max(one.stop, other.stop))


def _is_share(phrase: str, lexicon: Lexicon) -> bool:
    value = value_of(phrase, lexicon)
    return value is not None and value.denominator > 1


def _values(words: Plainly, known: Comparing, printer: Printer) -> list[slice]:
    """Return where words only say what a figure comes to, the one that their sentence prints.

    "The mass equals 5 kg" names it; "the error does not exceed 5 %" does so where the figure is
    called an error, while "the load does not exceed 5 t" compares it with a limit.
    """
    sole = (
        (slice(*said.span()), pattern is known.bounded)
        for pattern in (known.equalled, known.bounded)
        for said in places_of(pattern, words.words)
    )
    return [span for span, bounds in sole if _names_a_value(span, words, bounds, printer)]


def _names_a_value(said: slice, words: Plainly, bounds: bool, printer: Printer) -> bool:
    spans = words.sentences(lexicon_of(printer.tag))
    sentence = next(each for each in spans if each.start <= said.start < each.stop)
    printed = [
        (stretch.start, figure)
        for stretch, _, figure in printed_numbers(words, printer)
        if sentence.start <= stretch.start < sentence.stop
    ]
    if not printed or printed[0][0] < said.start:
        return False
    before = words.words[sentence.start : said.start]
    # "The error does not exceed 3 points at a confidence of 95 %".
    if bounds and any(places_of(comparing_of(printer.tag).inexact, before)):
        return True
    return len(printed) == 1 and (not bounds or name_alike(before, printed[0][1].label))
