"""Where a passage compares: takes its words, returns what a claim or figures must back."""

from __future__ import annotations

import re
from typing import Final

from builder.facts.text import Printer
from builder.language.claims import Comparing, comparing_of
from builder.language.lexicon import FIGURE, lexicon_of, places_of
from builder.resolve.ends import meet
from builder.resolve.passages import Plainly, found, printed_numbers
from builder.resolve.ways import name_alike

_SHOWS: Final = re.compile(rf"[^.!?:;(]*[:(][^.!?]*{FIGURE}[^.!?]*{FIGURE}")


def compared(words: Plainly, printer: Printer) -> tuple[list[slice], list[slice]]:
    """Return where words compare, in a title over figures those of titles too, in order.

    The second are where such words name a value or say a law, which needs neither claim nor
    exemption.
    """
    lexicon, known, over = lexicon_of(printer.tag), comparing_of(printer.tag), words.passage.over
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
    if len(printed) != 1 or printed[0][0] < said.start:
        return False
    before = words.words[sentence.start : said.start]
    if not bounds or any(places_of(comparing_of(printer.tag).inexact, before)):
        return True
    return name_alike(before, printed[0][1].label)
