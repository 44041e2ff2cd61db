"""What the patterns of every language are made of by which designations are found."""

from __future__ import annotations

import re
from typing import Final

NUMBER: Final = r"\d{1,4}[a-z]?(?:[./-]\d+)*(?!\d)"
"""What a designation is numbered with: 12, 12a, 2015-991, 3.2."""

CLOCK: Final = r"(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)"
"""A time of day in digits: 7:30."""

SPOKEN: Final = r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?!\d)"
"""One that a word of the clock must follow: 7:30, 18.05."""

ENDED: Final = r" ?(?:$|[.,;:!?…)\]»”\"–—](?! ?\d))"
"""What ends a phrase: nothing is counted by the digits before it."""


def designated(
    word: str, words: str, joints: str, each: str, plural: str = ""
) -> tuple[re.Pattern[str], ...]:
    """Return what finds a number after one word, and two or a span after words of several.

    `joints` stand between two numbers, as in "Articles 5 and 6". Words of the spaced list `each`
    stand before one of no number: "on this page 12 are named"; a `plural` behind it is counted.
    """
    end = rf"(?! (?:{plural})(?!\w))" if plural else ""
    return _numbered(word, words, joints, each, end)


def placed(
    word: str, words: str, joints: str, each: str, goes_on: str
) -> tuple[re.Pattern[str], ...]:
    """Return the same after words that stand before counts as well: "in part 15 farms closed".

    They number only where a phrase ends, or what cannot be counted, `goes_on`, comes next.
    """
    return _numbered(word, words, joints, each, rf"(?={ENDED}| (?:{goes_on})(?!\w))")


def _numbered(
    word: str, words: str, joints: str, each: str, end: str
) -> tuple[re.Pattern[str], ...]:
    numbered = r"(?<![\w-])" + "".join(rf"(?<!\b{one} )" for one in each.split())
    several = rf"{NUMBER}(?: ?[–-] ?| (?:{joints}) ){NUMBER}"
    return (
        re.compile(rf"{numbered}(?:{word}) ?(?P<named>{NUMBER}){end}", re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?:{words}|{word}) ?(?P<named>{several}){end}", re.IGNORECASE),
    )
