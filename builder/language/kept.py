"""Spaces at which no line ends: takes a language's words, returns the pattern that finds them.

Readers take a day and its month, or a short word and the number that it stands before, for one
word; typesetters of every language keep these on a line.
"""

from __future__ import annotations

import re
from typing import Final

_THOUSANDS: Final = r"(?<![\w.,])\d{1,3}(?=[ ]\d{3}(?!\d))"
"""Digits before a space that parts thousands, as authors and spreadsheets type it."""


def kept(
    months: str, before: str, after: str = "", names: str = "", small: str = ""
) -> re.Pattern[str]:
    """Return the pattern whose every match ends with a space to be kept.

    `months` is a pattern of a day's months; `before` and `after` hold words, parted by spaces, that
    stand before a number or behind it, `names` abbreviations before a name. Signs (№, §) stand
    before a number in every language. `small` are words of one letter at which no line ends.
    """
    signs = rf"[№§](?=[ ]\d)|(?<![\w.-])(?:{_one_of(before)})(?=[ ]\d)"
    if names:
        named = rf"(?<![\w.-])(?<!\d[ \u00a0])(?:{_one_of(names)})"
        signs += rf"|{named}(?=[ ](?![a-zß-öø-ÿа-яєіїґ])[^\W\d_])"
    if small:
        signs += rf"|(?<![\w’'.-])[{small}](?=[ ][^\W_])"
    days = rf"(?<![\w.,])[0-3]?\d(?:\.|er|st|nd|rd|th)?(?=[ ]{months}(?!\w))"
    behind = rf"|(?<![\w.,])\d+(?:[–-]\d+)?(?=[ ](?:{_one_of(after)})(?!\w))" if after else ""
    return re.compile(rf"(?:{signs}|{days}{behind}|{_THOUSANDS})[ ]")


def _one_of(words: str) -> str:
    return "|".join(map(re.escape, sorted(words.split(), key=len, reverse=True)))
