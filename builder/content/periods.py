"""Periods that figures stand for: takes what `as_of:` says in words, reports what is nearly one."""

from __future__ import annotations

import re
from typing import Final

from builder.content.entries import ContentEntry
from builder.model.text import Text

_NEARLY: Final = re.compile(r"\d{4}[-/. ]?[^\W\d_]?\d{1,4}", re.ASCII)


def period(entry: ContentEntry) -> tuple[str | None, Text]:
    """Return the words of a period and their text; digits that are none are in error: 2022-Q5."""
    words, years = entry.word("as_of"), entry.context.years
    if not _NEARLY.fullmatch(words) or any(True for _ in years.spans(words)):
        return words or None, entry.text("as_of")
    entry.context.problems.error(
        entry.where("as_of"),
        f'"{words}" is no date and no period from {years}',
        "write 2024, 2024-09, 2024-09-05, 2024-Q3, 2024-H1, 2023/24, 2020-2024, or words such as "
        "since 2023",
    )
    return None, ()
