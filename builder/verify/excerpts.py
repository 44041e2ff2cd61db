"""A finished file in; every place where it prints a figure, with the words around it, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.model.ledger import Owned, Place
from builder.verify.reading import Reading, canonical

_REACH = 56
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*\s+(?=[^\s\d%])")
_SENTENCE_STOP = re.compile(r"[.!?…][\"”’»)]*(?=\s)")


@dataclass(frozen=True)
class Excerpt:
    """Words of one page or slide, the figure's own in square brackets.

    `within` is the item that holds them (an anchor of the paper, a shape of the slide).
    """

    page: int
    channel: str
    within: str
    words: str


def excerpts(reading: Reading, figure: str) -> tuple[Excerpt, ...]:
    """Return where a file prints a figure, page by page; what one sentence says stands together."""
    carried = reading.carried
    found = [
        excerpt
        for place in (carried.places if carried else ())
        for excerpt in _in_place(place, figure)
    ]
    return tuple(sorted(found, key=lambda excerpt: excerpt.page))


def _in_place(place: Place, figure: str) -> Iterator[Excerpt]:
    owned = [run for run in place.owned if run.kind == "figure" and run.owner == figure]
    for group in _together(place.text, owned):
        page = group[0].page or place.page
        yield Excerpt(page, place.channel, place.within, _words(place.text, group))


def _together(text: str, owned: Sequence[Owned]) -> Iterator[list[Owned]]:
    """Yield what stands in one sentence, and near enough to be read in one line."""
    group: list[Owned] = []
    for run in owned:
        if group:
            between = text[group[-1].end : run.start]
            if len(between) > _REACH or _SENTENCE_END.search(between):
                yield group
                group = []
        group.append(run)
    if group:
        yield group


def _words(text: str, group: Sequence[Owned]) -> str:
    left, right = _edges(text, group[0].start, group[-1].end)
    said, at = "", left
    for run in group:
        said += f"{text[at : run.start]}[{text[run.start : run.end]}]"
        at = run.end
    said += text[at:right]
    opened, closed = "…" if left else "", "…" if right < len(text) else ""
    return opened + " ".join(canonical(said).split()) + closed


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the edges of the sentence around a span, or of a few words on either side of it."""
    first = max(0, start - _REACH)
    if first:
        first = min(text.find(" ", first, start) % (start + 1) + 1, start)
    for match in _SENTENCE_END.finditer(text, first, start):
        first = match.end()
    last = len(text)
    if last > end + _REACH:
        last = max(text.rfind(" ", end, end + _REACH), end)
    sentence = _SENTENCE_STOP.search(text, end, last)
    return first, sentence.end() if sentence else last
