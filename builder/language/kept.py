"""Spaces at which no line ends: takes a language's words, returns the pattern that finds them.

Readers take a day and its month, or a short word and the number that it stands before, for one
word; typesetters of every language keep these on a line.
"""

from __future__ import annotations

import re
from typing import Final

_THOUSANDS: Final = r"(?<![\w.,])\d{1,3}(?=[ ]\d{3}(?!\d))"
"""Digits before a space that parts thousands, as authors and spreadsheets type it."""


def kept(months: str, before: str, after: str = "") -> re.Pattern[str]:
    """Return the pattern whose every match ends with a space to be kept.

    `months` is a pattern of a day's months; `before` and `after` hold words, parted by spaces, that
    stand before a number or behind it. Signs (№, §) stand before one in every language.
    """
    signs = rf"[№§](?=[ ]\d)|(?<![\w.-])(?:{_one_of(before)})(?=[ ]\d)"
    days = rf"(?<![\w.,])[0-3]?\d(?:\.|er|st|nd|rd|th)?(?=[ ]{months}(?!\w))"
    behind = rf"|(?<!\w)\d{{4}}(?=[ ](?:{_one_of(after)})(?!\w))" if after else ""
    return re.compile(rf"(?:{signs}|{days}{behind}|{_THOUSANDS})[ ]")


def _one_of(words: str) -> str:
    return "|".join(map(re.escape, sorted(words.split(), key=len, reverse=True)))
