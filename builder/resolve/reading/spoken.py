"""Numbers in words read back: takes a text, returns the values that it may begin with.

No grammar of its own: every language's `cardinal` builds a number from its billions, millions,
thousands and the rest, so the words of each of these, as `cardinal` says them, are looked up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import Final

from builder.language.language import CannotSayError
from builder.language.registry import language_of
from builder.resolve.reading.texts import folded

_SCALES: Final = (10**9, 10**6, 10**3, 1)
_GENDERS: Final = ("", "m", "f", "n")
# What stands between the parts of a number: "and" before English tens.
_JOINTS: Final = (" and ", " ", "")


def cardinals(text: str, tag: str) -> Iterator[tuple[int, str]]:
    """Yield each whole number that a folded text begins with, and the rest of the text."""
    zero = folded(language_of(tag).cardinal(0, ""))
    if text.startswith(zero):
        yield 0, text[len(zero) :]
    yield from _parts(text, tag, 0)


def _parts(text: str, tag: str, level: int) -> Iterator[tuple[int, str]]:
    for at in range(level, len(_SCALES)):
        words = _words(tag)[at]
        for end in range(min(len(text), _longest(tag)), 0, -1):
            value = words.get(text[:end])
            if value is None:
                continue
            rest = text[end:]
            yield value, rest
            for joint, following in product(_JOINTS, (at + 1,)):
                if rest.startswith(joint) and len(rest) > len(joint):
                    for more, left in _parts(rest[len(joint) :], tag, following):
                        yield value + more, left


@lru_cache(maxsize=4)
def _words(tag: str) -> tuple[Mapping[str, int], ...]:
    """Return the words of 1 to 999 of each scale."""
    language = language_of(tag)
    found: list[dict[str, int]] = []
    for scale in _SCALES:
        words: dict[str, int] = {}
        for count, gender in product(range(1, 1000), _GENDERS):
            try:
                words[folded(language.cardinal(count * scale, gender))] = count * scale
            except CannotSayError:
                continue
        found.append(words)
    return tuple(found)


@lru_cache(maxsize=4)
def _longest(tag: str) -> int:
    return max(len(words) for scale in _words(tag) for words in scale)
