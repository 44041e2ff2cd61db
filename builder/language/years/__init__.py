"""The years that a briefing may name: takes its language and a window, finds years in text; takes a
text and a language, yields where decades and days of a month stand.

`2023`, `2019–2023`, `2023-24`, `2023/24`, `2010s`, `1990er`, `2010-х`, `2023-го`, `FY2024`,
`post-2020`, `Бюджет-2025`, quarters as offices write them, `2022-Q1`, and decades in two digits:
`the 90s`. Whether it is a year is for what stands around it to tell (`rule`).

Of decades, «the 90s», „die 90er Jahre“, « les années 90 », «90-ті роки», what stands beside them
tells: 30s may be seconds, and who is in her 30s is in no decade of a century. A day without a year
comes back each year („am 30. September“); of one with its year, that is told as years are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from builder.frozen import dataclass, replace
from builder.language.language import LANGUAGES, base_language, module_of

BEFORE: Final = 50
AFTER: Final = 30
"""How many years before a briefing's date, and after it, are taken for calendar years."""

POINTER: Final = "\ufffb"
"""What stands for a reference or a figure's words, where U+FFFC stands for a number."""

_YEARS: Final = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_DAYS: Final = re.compile(r"(?<![\d.,])[0-3]?\d(?!\d)", re.ASCII)
_TENS: Final = re.compile(r"(?<!\d)[1-9]0(?!\d)", re.ASCII)
_SPAN: Final = re.compile(r"(\d{4})-(\d{4})", re.ASCII)
_HEADER: Final = re.compile(
    r"(?<!\w)(?:years?|dates?|since|until|founded|opened|built|\w*jahr|datum|seit|bis|gegründet"
    r"|années?|dates?|depuis|fondée?|рік|роки|дата|засновано)(?!\w)",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d+", re.ASCII)
_CALENDAR: Final = 1583  # ISO 8601-1:2019, 3.2.1: the first whole year of the Gregorian calendar

_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys("\t\n\r\u00a0\u2009\u200a\u202f", " "),
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("’ʼ", "'"),
        **dict(zip("ᵃᵈᵉʰᵐⁿʳˢᵗ", "adehmnrst", strict=True)),  # 3ᵉ, 1ᵉʳ, 2ⁿᵈ
    }
)
_WORD: Final = re.compile(r"[^ \u2014]+")
_DIGIT: Final = re.compile(r"[0-9]")
_BEFORE: Final = "([{\"'“‘«»„‚*_"
_AFTER: Final = ".,;:!?…)]}\"'”’»«“‘*_"

_YEAR: Final = r"[12][0-9]{3}"
_FORM: Final = re.compile(
    rf"(?P<lead>(?:FY|GJ|CY)?|(?:(?!sub|over|plus|minus|near|non)[^\W\d_]{{2,}}-)"
    rf"|[QTH][1-4]/)(?P<year>{_YEAR})(?:(?P<dash>--?|[–/])(?P<end>{_YEAR}|[0-9]{{2}}))?"
    r"(?P<tail>'?s|er[ns]?|-?(?:[QT][1-4]|[HS][12])|-W[0-5][0-9]"
    r"|-(?:х|ті|их|і|их|ими|ми|й|го|му|м|ий|ого|ому|им|ім)"
    r"|ff?|(?:er)?-(?:Jahren?|Ziele?n?s?|Agenda|Wahl(?:en)?|era|target|targets)|[–-](?:present"
    r"|today"
    r"|heute))?"
)
_SLASHED: Final = re.compile(r"(?<=[0-9])/[^\W\d].*")  # "2024/early"
_DECADE: Final = re.compile(r"'?s|er[ns]?(?:-Jahren?)?|-(?:х|ті|их|ими|ми)")

_LAST_DAY: Final = 31  # of the longest months
_MONTHS: Final = 12
_NUMERIC: Final = re.compile(
    r"(?<![\w.,/-])(?:(?P<one>\d{1,2})(?P<sign>\. ?|/)(?P<other>\d{1,2})(?P=sign)(?P<year>\d{4})"
    r"|(?P<iso>\d{4})-(?P<month>\d\d)-(?P<day>\d\d))(?!\w|[./-]\d)",
    re.ASCII,
)


@dataclass(frozen=True)
class Years:
    """A window of years, first and last included, and the language whose grammar tells them.

    Those `but` are in another window, which has been looked through, are passed over.
    """

    first: int = 2025 - BEFORE
    last: int = 2025 + AFTER
    language: str = "en"
    but: tuple[int, int] | None = None

    @staticmethod
    def stated(written: Mapping[str, object]) -> Years:
        """Return the window of a briefing as it is written, its shape not yet checked."""

        def text(key: str) -> str:
            return str(written.get(key, ""))

        language, span = text("language") or "en", _SPAN.fullmatch(text("years"))
        if span and int(span[1]) <= int(span[2]):
            return Years(int(span[1]), int(span[2]), language)
        date = re.match(r"\d{4}", text("date"), re.ASCII)
        return Years.around(int(date.group()), language) if date else Years(language=language)

    @staticmethod
    def around(year: int, language: str) -> Years:
        """Return the window of a briefing that is dated `year` and states none."""
        return Years(year - BEFORE, year + AFTER, language)

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"

    def holds(self, year: int) -> bool:
        """Return whether a year lies in the window."""
        return self.first <= year <= self.last

    def may_hold(self, text: str) -> bool:
        """Return whether any four digits of a text are a year of the window: a quick look."""
        return any(self.holds(int(digits)) for digits in _YEARS.findall(text))

    def spans(self, text: str, *, alone: bool = True) -> Iterator[slice]:
        """Yield where calendar years stand in a text, in order, then decades of two digits, dates.

        A year is told by what stands around it, so the text is the whole of a paragraph, title,
        label or cell, with U+FFFC for what owns itself. A text that says nothing but a year is
        one where `alone`: a category or a header, not a cell of a column that may count.
        """
        years: tuple[slice, ...] = ()
        if self.may_hold(text):
            from builder.language.years.rule import year_spans

            years = tuple(year_spans(text, self, alone=alone))
        if _YEARS.search(text):
            known = {year.start for year in years}
            made = [year for year in self._made(text) if year.start not in known]
            years = tuple(sorted([*years, *made], key=lambda year: year.start)) if made else years
        days = tuple(self._days(text, years)) if _DAYS.search(text) else ()
        yield from (
            year for year in years if not any(day.start <= year.start < day.stop for day in days)
        )
        if _TENS.search(text):
            yield from decade_spans(text, self.grammar)
        yield from days

    def _made(self, text: str) -> Iterator[slice]:
        """Yield years before the window in which something was made: "founded in 1912"."""
        ever = replace(self, first=_CALENDAR, last=self.first - 1)
        if ever.may_hold(text):
            from builder.language.years.rule import grammar_of, year_spans

            turns = grammar_of(self.grammar).turns
            for year in year_spans(text, ever, alone=False):
                if turns.is_made(plain(text), year):
                    yield year

    def _days(self, text: str, years: Iterable[slice]) -> Iterator[slice]:
        """Yield where days of a month stand, and dates of which the year is one of these."""

        known = {year.start for year in years}
        for day, year in day_spans(text, self.grammar):
            if year is None or year.start in known or self._is_past(text[year]):
                yield day
        for date, stated in numeric_dates(text):
            if self.holds(stated) or self._is_past(stated):
                yield date

    def _is_past(self, year: str | int) -> bool:
        """Return whether a year lies before the window, as the day may on which one was born."""
        return _CALENDAR <= int(year) < self.first

    def refused(self, words: str) -> str:
        """Return the first digits of words declared as years that are none, or nothing."""
        left = words
        for found in reversed(tuple(candidates(words, self))):
            left = left[: found.start] + left[found.stop :]
        other = _DIGITS.search(left)
        if other:
            return other.group()
        return "" if left != words else words

    def is_one(self, name: str) -> bool:
        """Return whether a declared name is nothing but a year, or years: 2023, 2010s, FY2024."""
        found = tuple(candidates(name, self)) if self.may_hold(name) else ()
        whole = len(found) == 1 and found[0].stop - found[0].start == len(name)
        return whole and (name[0].isdigit() or name.startswith("FY"))

    @cached_property
    def grammar(self) -> str:
        """The language whose grammar is used: English where the briefing's own has none."""
        base = base_language(self.language)
        return base if base in LANGUAGES else "en"


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


def heads_years(header: str) -> bool:
    """Return whether a column's header says that years, or dates, stand below it."""
    return bool(_HEADER.search(header))


def plain(text: str) -> str:
    """Return a text of equal length with plain spaces, hyphens, apostrophes and raised letters."""
    return text.translate(_PLAIN)


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
        bare = _SLASHED.sub("", bare)
        found = _FORM.fullmatch(bare)
        candidate = _candidate(found, start, words) if found else None
        if candidate is not None and all(years.holds(year) for year in candidate.years):
            yield candidate


def decade_spans(text: str, language: str) -> Iterator[slice]:
    """Yield where decades of two digits stand in a text, in order."""
    from builder.language.years.rule import grammar_of

    for found in grammar_of(language).decade.finditer(plain(text)):
        yield slice(*found.span())


def day_spans(text: str, language: str) -> Iterator[tuple[slice, slice | None]]:
    """Yield where days of a month stand in a text, in order, and the year of each that has one."""
    days: re.Pattern[str] = module_of(language, "beside").DAY
    for found in days.finditer(plain(text)):
        year = found["year"]
        said = found["day"].removesuffix(year) if year else found["day"]
        if all(1 <= int(day) <= _LAST_DAY for day in _DIGITS.findall(said)):
            yield slice(*found.span("day")), slice(*found.span("year")) if year else None


def numeric_dates(text: str) -> Iterator[tuple[slice, int]]:
    """Yield where dates stand that are nothing but digits, and the year of each: 14.03.2025."""
    for found in _NUMERIC.finditer(plain(text)):
        one, other = sorted(
            (int(found["one"] or found["month"]), int(found["other"] or found["day"]))
        )
        if 1 <= one <= _MONTHS and other <= _LAST_DAY:
            yield slice(*found.span()), int(found["year"] or found["iso"])


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
