"""Phrases of a passage as messages quote them, and as an author may exempt them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from builder.language.lexicon import FIGURE
from builder.language.numbers import number

_FAR: Final = 60  # characters
_LONG: Final = 4  # letters: shorter words stay small in titles set with capitals
_WORD: Final = r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*"
AFTER: Final = re.compile(rf"(?: {_WORD}){{1,4}}")
_NUMBER: Final = re.compile(r"(?<![\w.,\"])\d+(?:\.(?P<part>\d+))?(?![\w\"])")
FOLLOWING: Final = re.compile(rf" (?P<first>{_WORD})(?: {_WORD})?")


def with_a_neighbour(words: str, span: slice) -> str:
    """Return a phrase with the word before it, and that before a short one: "trajet sur cinq"."""
    looks = rf"(?:{_WORD} )?(?<![\w’-])[^\W\d_]{{1,3}} $|{_WORD} $"
    before = re.search(looks, words[max(span.start - _FAR, 0) : span.start])
    return (before.group() if before else "") + words[span]


def exemptible(words: str, span: slice) -> str:
    """Return a phrase to exempt: a bare word with a neighbour, which would be exempt everywhere.

    A figure within ends it: none can be written there.
    """
    within = words.find(FIGURE, span.start + 1, span.stop)
    if within >= 0:
        span = slice(span.start, len(words[:within].rstrip(" (")))
    phrase = words[span]
    if " " not in phrase:
        phrase = with_a_neighbour(words, span)
        after = FOLLOWING.match(words, span.stop)
        if " " not in phrase and after:
            phrase += after.group()
    return phrase


def shown(phrase: str) -> str:
    """Return a phrase as a message can show it, an ellipsis where a figure stands."""
    return phrase.replace(FIGURE, "…")


def quoted_all(phrases: Sequence[str]) -> str:
    return ", ".join(f'"{phrase}"' for phrase in phrases)


def in_capitals(text: str) -> bool:
    """Return whether a title is set with capitals throughout, so that they mark no name."""
    if text.rstrip()[-1:] in ".!?…":
        return False
    long: list[str] = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= _LONG]
    return sum(word[0].isupper() for word in long) * 3 >= len(long) * 2


def in_marks(text: str, tag: str) -> str:
    """Return what a message says of numbers, these as the briefing prints them: "85,3"."""
    return _NUMBER.sub(lambda at: number(Decimal(at[0]), len(at["part"] or ""), tag), text)
