"""Sentences: takes a text's plain words, returns where each of its sentences stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_END: Final = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+")


def sentence_spans(text: str, abbreviations: re.Pattern[str] | None = None) -> Iterator[slice]:
    """Yield each sentence with the space after it; a stop after an abbreviation ends none."""
    start = 0
    for match in _END.finditer(text):
        head = text[start : match.start()]
        if abbreviations is None or not abbreviations.search(head):
            yield slice(start, match.end())
            start = match.end()
    if start < len(text):
        yield slice(start, len(text))


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentences of a text that hold the characters from `start` to `end`."""
    spans = [span for span in sentence_spans(text) if span.start < end and span.stop > start]
    if not spans:
        return text.strip()
    return text[spans[0].start : spans[-1].stop].strip()
