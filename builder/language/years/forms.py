"""How years are written: takes a text, yields each word or span of it that may be years.

`2023`, `2019–2023`, `2023-24`, `2023/24`, `2010s`, `1990er`, `2010-х`, `2023-го`, `FY2024`,
`post-2020`, `Бюджет-2025`. Whether it is a year is for what stands around it to tell (`rule`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from builder.language.years.window import Years

_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys("\t\n\r\u00a0\u2009\u200a\u202f", " "),
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("’ʼ", "'"),
    }
)
_WORD: Final = re.compile(r"[^ \u2014]+")
_DIGIT: Final = re.compile(r"[0-9]")
_BEFORE: Final = "([{\"'“‘«„‚*_"
_AFTER: Final = ".,;:!?…)]}\"'”’»“‘*_"

_YEAR: Final = r"[12][0-9]{3}"
_FORM: Final = re.compile(
    rf"(?P<lead>(?:FY|GJ|CY)?|(?:(?!sub|over|plus|minus|near|non)[^\W\d_]{{2,}}-)|[QTH][1-4]/)"
    rf"(?P<year>{_YEAR})"
    rf"(?:(?P<dash>--?|[–/])(?P<end>{_YEAR}|[0-9]{{2}}))?"
    r"(?P<tail>'?s|er[ns]?|Q[1-4]"
    r"|-(?:х|ті|их|і|их|ими|ми|й|го|му|м|ий|ого|ому|им|ім)"
    r"|(?:er)?-(?:Jahren?|Ziele?n?s?|Agenda|Wahl(?:en)?|era|target|targets)|[–-](?:present|today"
    r"|heute))?"
)
_DECADE: Final = re.compile(r"'?s|er[ns]?(?:-Jahren?)?|-(?:х|ті|их|ими|ми)")


def plain(text: str) -> str:
    """Return a text of equal length with plain spaces, hyphens and apostrophes."""
    return text.translate(_PLAIN)


@dataclass(frozen=True)
class Candidate:
    """Characters that may be years. `sure` says that the form alone makes them so, as in `FY2024`.

    `many` says that they name several years: a span, or a decade; `short` that a span's end is
    written in two digits, which leaves little else that it may be.
    """

    start: int
    stop: int
    years: tuple[int, ...]
    sure: bool = False
    many: bool = False
    short: bool = False


def candidates(text: str, years: Years) -> Iterator[Candidate]:
    """Yield in order what may be years of the window in a text."""
    words = plain(text)
    for word in _WORD.finditer(words):
        if not _DIGIT.search(word.group()):
            continue
        bare = word.group().rstrip(_AFTER)
        start = word.start() + len(bare) - len(bare.lstrip(_BEFORE))
        # A genitive's apostrophe is no quotation mark; a bracket may close within the word.
        bare = bare.lstrip(_BEFORE).partition(")")[0].partition("]")[0]
        found = _FORM.fullmatch(bare)
        candidate = _candidate(found, start, words) if found else None
        if candidate is not None and all(years.holds(year) for year in candidate.years):
            yield candidate


def _candidate(found: re.Match[str], start: int, words: str) -> Candidate | None:
    first, end, tail = int(found["year"]), found["end"], found["tail"] or ""
    named = [first]
    if end:
        last = int(end) if len(end) == 4 else first - first % 100 + int(end)
        if last <= first and len(end) == 2:
            last += 100
        # 2023-24 is a span; 2023-30 may be one; 2023-09 is a month, and 2023/99 nothing.
        if last <= first or (len(end) == 2 and last - first > 15):
            return None
        named.append(last)
    decade = bool(_DECADE.fullmatch(tail))
    if decade and tail[:1] in "'s" and first % 10:
        # "2023's harvest" is of one year; "2023s" is nothing.
        decade = False
        if tail == "s":
            return None
    stop = start + found.end()
    return Candidate(
        start,
        stop,
        tuple(named),
        sure=bool(found["lead"] or tail),
        many=decade or len(named) > 1,
        short=bool(end and len(end) == 2),
    )
