"""Abbreviations: takes those of the briefing and what is printed, reports those never used."""

from __future__ import annotations

import re
from collections.abc import Iterable

from builder.model.briefing import Abbreviation
from builder.model.text import plain
from builder.problems import Problems
from builder.resolve.walk import texts_of


def standing(short: str) -> re.Pattern[str]:
    """Return a pattern that finds an abbreviation standing as a word."""
    return re.compile(rf"(?<![\w-]){re.escape(short)}(?![\w-])")


def compounded(short: str) -> re.Pattern[str]:
    """Return a pattern that finds the hyphenated words which an abbreviation is a part of."""
    return re.compile(rf"(?<![\w-])(?:\w+-)*{re.escape(short)}(?:-\w+)*(?![\w-]*\w)")


def check_used(abbreviations: Iterable[Abbreviation], printed: object, problems: Problems) -> None:
    """Report abbreviations that stand nowhere in what is printed: sections, charts, tables."""
    words = " ".join(plain(text) for text in texts_of(printed))
    for each in abbreviations:
        if not compounded(each.short).search(words):
            problems.error(
                each.place,
                f'the abbreviation "{each.short}" is used nowhere',
                "remove it, or check how the text writes it",
            )
