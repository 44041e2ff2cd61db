"""A finished file in; every place where it prints a figure, with the words around it, out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.model.ledger import Entry
from builder.verify.compare import channels, printed
from builder.verify.matching import BETWEEN, Surface, in_order, unbroken
from builder.verify.reading import PageText, Reading

_REACH = 56
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*\s+(?=[^\s\d%])")


@dataclass(frozen=True)
class Excerpt:
    """Words of one page or slide, the figure's own in square brackets.

    `within` is the item that holds them (an anchor of the paper, a shape of the slide).
    """

    page: int
    channel: str
    within: str
    words: str


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    entry: Entry


def excerpts(reading: Reading, figure: str) -> tuple[Excerpt, ...]:
    """Return where a file prints a figure, page by page; what one sentence says stands together.

    Texts that are alike on one page are told apart by their order, which is the plan's too.
    """
    pages = {page.number: page for page in reading.pages}
    by_page: dict[int, list[Entry]] = defaultdict(list)
    for entry in reading.entries or ():
        by_page[entry.page].append(entry)
    return tuple(
        excerpt
        for number in sorted(by_page)
        if number in pages and any(_is(entry, figure) for entry in by_page[number])
        for excerpt in _on_page(reading, pages[number], by_page[number], figure)
    )


def _on_page(
    reading: Reading, page: PageText, entries: Iterable[Entry], figure: str
) -> Iterator[Excerpt]:
    for parts in channels(reading.medium).values():
        here = [entry for entry in entries if entry.channel in parts]
        if not any(_is(entry, figure) for entry in here):
            continue
        surface = Surface.of(page.pieces(*parts))
        owned = [found for found in _placed(surface, here) if _is(found.entry, figure)]
        for group in _together(surface.flat, owned):
            first = group[0].entry
            words = _words(surface, group)
            yield Excerpt(page.number, first.channel, first.within, words)


def _placed(surface: Surface, entries: Iterable[Entry]) -> list[_Found]:
    """Return where each entry stands, in reading order."""
    waiting: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for text in in_order([printed(entry)]):
            waiting[text].append(entry)
    found = []
    for text in in_order(text for text, held in waiting.items() for _ in held):
        span = surface.find(text)
        if span is not None:
            found.append(_Found(*span, waiting[text].pop(0)))
    return sorted(found, key=lambda one: one.start)


def _together(text: str, found: Iterable[_Found]) -> Iterator[list[_Found]]:
    """Yield what stands in one sentence, and near enough to be read in one line."""
    group: list[_Found] = []
    for one in found:
        if group:
            between = text[group[-1].end : one.start]
            near = len(between) <= _REACH and BETWEEN not in between
            alike = group[-1].entry.channel == one.entry.channel
            if not (near and alike) or _SENTENCE_END.search(between):
                yield group
                group = []
        group.append(one)
    if group:
        yield group


def _words(surface: Surface, group: list[_Found]) -> str:
    left, right = _edges(surface.flat, group[0].start, group[-1].end)
    said, at = [unbroken(surface.text[left : group[0].start])], group[0].start
    for one in group:
        said.append(unbroken(surface.text[at : one.start]))
        said.append(f"[{unbroken(surface.text[one.start : one.end])}]")
        at = one.end
    said.append(unbroken(surface.text[at:right]))
    opened = "" if left == 0 or surface.flat[left - 1] == BETWEEN else "…"
    closed = "" if right == len(surface.flat) or surface.flat[right] == BETWEEN else "…"
    return opened + "".join(said).strip() + closed


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the edges of the sentence around a span, or of a few words on either side of it."""
    first = max(text.rfind(BETWEEN, 0, start) + 1, start - _REACH)
    if first and first == start - _REACH and text[first - 1] not in f" {BETWEEN}":
        first = min(text.find(" ", first, start) % (start + 1) + 1, start)
    for match in _SENTENCE_END.finditer(text, first, start):
        first = match.end()
    last = text.find(BETWEEN, end)
    last = len(text) if last < 0 else last
    if last > end + _REACH:
        last = max(text.rfind(" ", end, end + _REACH), end)
    sentence = re.compile(r"[.!?…][\"”’»)]*(?=\s)").search(text, end, last)
    return first, sentence.end() if sentence else last


def _is(entry: Entry, figure: str) -> bool:
    return entry.kind == "figure" and entry.owner == figure
