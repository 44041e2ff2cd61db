"""A spaced list of words in; a pattern that finds one of them, the longest, out."""

from __future__ import annotations

import re


def one_of_these(words: str) -> str:
    """Return a group of the words, most of what is none of which fails by its first letter: else
    each of them would be tried.
    """
    listed = sorted(words.split(), key=len, reverse=True)
    begins = "".join(sorted({re.escape(word[0]) for word in listed}))
    return rf"(?=[{begins}])(?:{'|'.join(map(re.escape, listed))})" if listed else ""
