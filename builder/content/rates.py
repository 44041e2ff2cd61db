"""Numbers that rates are told for: takes plain words, yields where they stand.

"4 nurses per 1,000 residents" counts no residents: ten, a hundred, a thousand and so on are names
of a unit there, in digits as in words. Which words make a rate, each language's lexicon tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from builder.language.lexicon import PLAIN, ROUND, lexicon_of, rate_bases

_ROUND: Final = re.compile(rf"(?<![\w.,]){ROUND}")


def may_tell_rate(words: str) -> bool:
    """Return whether a text holds digits that a rate may be told for: a quick look."""
    return bool(_ROUND.search(words.translate(PLAIN)))


def rate_spans(words: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where the numbers stand that rates are told for, in a language's words."""
    for found in rate_bases(words.translate(PLAIN), lexicon_of(language)):
        yield found.start, found.stop
