"""French spaces: takes a line's text, returns the spaces that its marks ask for.

A narrow no-break space stands before ; : ! ? and » and after «, so that no line begins or ends
with one of them. Usage in Canada sets one before the colon and within guillemets only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from builder.model.words import base_language

_NARROW: Final = "\u202f"
_FULL: Final = "\u00a0"
# A mark after a word and before a space or the end: no time (12:30), address or path (C:/).
_BEFORE: Final = re.compile(
    r"(?<=[^\s([{«“‘‹;:!?])[ \u00a0\u202f]*(?=[;:!?]+(?:[\s)\]}»”’\"'.…,]|$))"
)
_WITHIN: Final = re.compile(r"(?<=«)[ \u00a0\u202f]*(?=\S)|(?<=\S)[ \u00a0\u202f]*(?=»)")


def spaced(whole: str, languages: Mapping[int, str]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and text of the spaces to be set in French words.

    `languages` holds the language of each character that may be set otherwise.
    """
    if not any(base_language(language) == "fr" for language in set(languages.values())):
        return
    for pattern in (_BEFORE, _WITHIN):
        for space in pattern.finditer(whole):
            at = space.end() if pattern is _BEFORE or whole[space.end()] == "»" else space.start()
            language = languages.get(min(at, len(whole) - 1), "")
            if base_language(language) == "fr":
                mark = whole[space.end()] if pattern is _BEFORE else "»"
                yield space.start(), space.end(), _space(mark, language)


def _space(mark: str, language: str) -> str:
    if language != "fr-CA":
        return _NARROW
    return "" if mark in ";!?" else _FULL
