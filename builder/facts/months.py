"""Short names of months: takes a BCP 47 tag, returns what finds them and their full names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from builder.language.numbers import locale_of

_SPACE = "[ \u00a0\u2009\u202f]"


def short_months(tag: str) -> list[tuple[re.Pattern[str], dict[str, str]]]:
    """Return the short names of months, those after a day and those before a year, in full."""
    names = locale_of(tag).months
    found = []
    for kind, shape in (
        ("format", rf"(?<=\d{_SPACE})(?:{{}})(?!\w)|(?<=\d\.{_SPACE})(?:{{}})(?!\w)"),
        ("stand-alone", rf"(?<!\w)(?:{{}})(?={_SPACE}\d\d\d\d)"),
    ):
        short, full = names[kind]["abbreviated"], names[kind]["wide"]
        words = {short[at]: full[at] for at in short if short[at] != full[at]}
        either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        if either:
            found.append((re.compile(shape.replace("{}", either)), words))
    return found


def replaced(text: str, pattern: re.Pattern[str], words: Mapping[str, str]) -> str:
    """Return a text with what a pattern finds in other words."""
    return pattern.sub(lambda found: words[found[0]], text)
