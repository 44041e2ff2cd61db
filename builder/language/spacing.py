"""Spaces that a language sets by its marks: takes a line's text, returns them.

French has no-break spaces before ; : ! ? and within guillemets, so that no line begins or ends with
one of these marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from builder.language.registry import known

# A mark after a word and before a space or the end: no time (12:30), address or path (C:/).
_BEFORE: Final = re.compile(
    r"(?<=[^\s([{«“‘‹;:!?])[ \u00a0\u202f]*(?=[;:!?]+(?:[\s)\]}»”’\"'.…,]|$))"
)
_WITHIN: Final = re.compile(r"(?<=«)[ \u00a0\u202f]*(?=\S)|(?<=\S)[ \u00a0\u202f]*(?=»)")


def sets_spaces(language: str) -> bool:
    """Return whether a language sets spaces by its marks."""
    spoken = known(language)
    return bool(spoken and spoken.spaces)


def spaced(whole: str, languages: Mapping[int, str]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and text of the spaces to be set in words of languages that set them.

    `languages` holds the language of each character that may be set otherwise.
    """
    if not any(map(sets_spaces, set(languages.values()))):
        return
    for pattern in (_BEFORE, _WITHIN):
        for space in pattern.finditer(whole):
            at = space.end() if pattern is _BEFORE or whole[space.end()] == "»" else space.start()
            spoken = known(languages.get(min(at, len(whole) - 1), ""))
            if spoken and spoken.spaces:
                mark = whole[space.end()] if pattern is _BEFORE else "»"
                yield space.start(), space.end(), spoken.spaces.get(mark, "")
