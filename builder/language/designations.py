"""What the patterns of every language are made of by which designations are found."""

from __future__ import annotations

import re
from typing import Final

NUMBER: Final = r"\d{1,4}[a-z]?(?:[./-]\d+)*(?!\d)"
"""What a designation is numbered with: 12, 12a, 2015-991, 3.2."""

CLOCK: Final = r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?!\d)"
"""A time of day in digits: 7:30, 18.05."""


def designated(
    word: str, words: str, joints: str, each: str, plural: str = ""
) -> tuple[re.Pattern[str], ...]:
    """Return what finds a number after one word, and two or a span after words of several.

    `joints` stand between two numbers, as in "Articles 5 and 6". Words of the spaced list `each`
    stand before one of no number: "on this page 12 are named"; a `plural` behind it is counted.
    """
    numbered = r"(?<![\w-])" + "".join(rf"(?<!\b{one} )" for one in each.split())
    end = rf"(?! (?:{plural})(?!\w))" if plural else ""
    several = rf"{NUMBER}(?: ?[–-] ?| (?:{joints}) ){NUMBER}"
    return (
        re.compile(rf"{numbered}(?:{word}) ?(?P<named>{NUMBER}){end}", re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?:{words}|{word}) ?(?P<named>{several}){end}", re.IGNORECASE),
    )
