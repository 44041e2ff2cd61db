"""A paragraph too long for a slide of its own in, its parts out: cut where sentences or lines end.

Points are never cut but for this. The parts show with an ellipsis that they belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from builder.deck.plan.model import Paragraph
from builder.model.text import Line, Run
from builder.resolve.sentences import sentence_spans

GOES_ON: Final = "…"
# A stop after a short word may be an abbreviation's or an ordinal's.
_SHORT: Final = re.compile(r"(?<!\w)\w{1,3}\.$")


def sentences(paragraph: Paragraph) -> tuple[slice, ...]:
    """Return where the sentences and lines of a paragraph stand in its text.

    Nothing is cut inside words that one owner prints, nor before a word in small letters.
    """
    text = "".join(run.text for run in paragraph.runs)
    owned = list(_owned(paragraph.runs))
    ends = {
        span.stop for span in sentence_spans(text, _SHORT) if not text[span.stop :][:1].islower()
    }
    ends |= {place + 1 for place, character in enumerate(text) if character == "\n"}
    free = (end for end in ends if not any(start < end < stop for start, stop in owned))
    return tuple(slice(*both) for both in pairwise(sorted({0, *free, len(text)})))


def part(paragraph: Paragraph, spans: tuple[slice, ...]) -> Paragraph:
    """Return the part of a paragraph that holds neighbouring `sentences` of it."""
    start, stop = spans[0].start, spans[-1].stop
    runs = [*_cut(paragraph.runs, start, stop)]
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    before = (Run(f"{GOES_ON} "),) if start else ()
    after = (Run(f" {GOES_ON}"),) if stop < sum(len(run.text) for run in paragraph.runs) else ()
    return replace(paragraph, runs=(*before, *runs, *after))


def _owned(runs: Line) -> Iterator[tuple[int, int]]:
    start = 0
    for run in runs:
        if run.owner is not None:
            yield start, start + len(run.text)
        start += len(run.text)


def _cut(runs: Line, start: int, stop: int) -> Iterator[Run]:
    """Yield what of the runs stands between two places of their text."""
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(stop - at, len(run.text))
        at += len(run.text)
        if first >= last:
            continue
        breaks = tuple((index - first, place) for index, place in run.breaks if index > first)
        text = run.text[first:last]
        yield (
            run
            if text == run.text
            else replace(run, text=text, place=run.place_at(first), breaks=breaks)
        )
