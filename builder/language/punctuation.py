"""Typewriter's marks into those of the language: takes a line, returns it as it is printed.

Quotation marks are paired and nested as the language has them; -- and --- become dashes, three dots
an ellipsis. French gets its elisions, and no-break spaces before ; : ! ? and within guillemets, so
that no line begins or ends with one of these; Ukrainian gets one before a dash, every language one
where readers take two words for one, and typesetters keep them on a line: a day and its month, a
number and its unit, what is numbered and its number (B 115, No. 5, LGBl. Nr. 85), a section and its
law, initials and the name. `kept` makes of a language's words the pattern that finds such spaces.

After an abbreviation's full stop none is printed again. What a figure, a name or code says is left
as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, chain, pairwise
from typing import Final, NamedTuple

from builder.language.language import NBSP, known, language_of, module_of
from builder.language.quotes import clipped, quoted, without_notes
from builder.model.text import Line, Run
from builder.problems import Place

# A mark after a word and before a space or the end: no time (12:30), address or path (C:/).
_BEFORE_MARK: Final = re.compile(
    r"(?<=[^\s([{«“‘‹;:!?])[ \u00a0\u202f]*(?=[;:!?]+(?:[\s)\]}»”’\"'.…,]|$))"
)
_WITHIN: Final = re.compile(r"(?<=«)[ \u00a0\u202f]*(?=\S)|(?<=\S)[ \u00a0\u202f]*(?=»)")

_BEFORE_DASH: Final = re.compile(r"(?<=\S) (?=(?:[—–]|---?)(?:\s|$))")

_KEPT: Final = re.compile(
    r"\d[^ ]* [^\W\d_]|[№§.°\w$€£₴] \d|\d [%‰°$€£₴]|(?<!\w)[^\W\d_] [^\W_]|[^\W\d_]\. [^\W\d_]"
)
"""What may be kept on a line in some language: nothing else is looked at more closely."""

_CAPITAL: Final = "[A-ZÀ-ÖØ-ÞА-ЯІЇЄҐ]"
_YEAR: Final = r"(?:1[5-9]|20)\d\d(?!\w)"
_UNITS: Final = (
    "% ‰ ° °C °F € $ £ ₴ k€ M€ Md€ T€ EUR USD GBP CHF UAH km m cm mm µm km² m² cm² m³ km³ km/h m/s"
    " ha l hl ml t kt Mt kg g mg µg h min s ms Wh kWh MWh GWh TWh kW MW GW TW kV Hz kHz MHz GHz dB"
    " ppm hPa bar MJ GJ mn bn tn"
)
"""Signs of units, which every language writes so."""
SIGNS: Final = frozenset(
    f"{_UNITS} км м см мм м² км² м³ кг г т га л год хв грн кВт МВт ГВт".split()
)
"""The same with those in Cyrillic letters."""
_CURRENCIES: Final = r"(?<!\w)(?:€|\$|£|₴|EUR|USD|GBP|CHF|UAH)(?=[ ]\d)"

# Two hyphens are a dash between words or spaces, but not before a word, as options are written.
_DASHES: Final = re.compile(
    r"(?<!-)---(?!-)|(?<=[^\s-])--(?=[^\s-])|(?<!\S)--(?!\S)|(?<!\.)\.{3}(?!\.)"
)
# Marks that may be printed otherwise; French sets spaces too.
_TYPED: Final = re.compile(r"[\"'«»]|--|\.\.\.")
_OPENINGS: Final = frozenset("«“„‹‘‚")
_PLAIN: Final = {"--": "–", "---": "—", "...": "…"}

_THOUSANDS: Final = r"(?<![\w.,])\d{1,3}(?=[ ]\d{3}(?!\d))"
"""Digits before a space that parts thousands, as authors and spreadsheets type it."""


class Edit(NamedTuple):
    """Characters of a line, from `start` to `end`, and what is printed in their place."""

    start: int
    end: int
    printed: str


def sets_spaces(language: str) -> bool:
    """Return whether a language sets spaces by its marks."""
    spoken = known(language)
    return bool(spoken and spoken.spaces)


def spaced(whole: str, languages: Mapping[int, str]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and text of the spaces to be set in words of languages that set them.

    `languages` holds the language of each character that may be set otherwise.
    """
    if not any(map(sets_spaces, set(languages.values()))):
        return
    for pattern in (_BEFORE_MARK, _WITHIN):
        for space in pattern.finditer(whole):
            at = (
                space.end()
                if pattern is _BEFORE_MARK or whole[space.end()] == "»"
                else space.start()
            )
            spoken = known(languages.get(min(at, len(whole) - 1), ""))
            if spoken and spoken.spaces:
                mark = whole[space.end()] if pattern is _BEFORE_MARK else "»"
                yield space.start(), space.end(), spoken.spaces.get(mark, "")


def dashed(whole: str, languages: Mapping[int, str]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and text of spaces before dashes, in languages that keep these to a word."""
    for space in _BEFORE_DASH.finditer(whole):
        spoken = known(languages.get(space.start(), ""))
        if spoken and spoken.before_dash:
            yield space.start(), space.end(), spoken.before_dash


def punctuated(line: Line, tag: str) -> Line:
    """Return the line in the marks of its language, a BCP 47 tag, and of words in another one."""
    whole = "".join(run.text for run in line)
    found = (_marks(whole, line, tag), _spaces_kept(whole, line, tag), _joints(line, tag))
    edits = sorted({*chain.from_iterable(found)})
    if not edits:
        return line
    stops = list(accumulate((edit.end for edit in edits), max))
    return tuple(
        _edited(run, at, _within(edits, stops, at, at + len(run.text)))
        if _is_open(run) or _is_named(run)
        else run
        for at, run in _placed(line)
    )


def held_together(words: str, tag: str) -> str:
    """Return words of data with the spaces kept that no line ends at, as prose prints them."""
    if not known(tag) or not _KEPT.search(words):
        return _by_marks(words, tag)
    spaces = [found.end() - 1 for found in module_of(tag, "beside").KEPT.finditer(words)]
    return _by_marks("".join(NBSP if n in spaces else c for n, c in enumerate(words)), tag)


def _by_marks(words: str, tag: str) -> str:
    """Return words whose spaces beside marks, where there are any, are those of the language."""
    for start, end, space in sorted(spaced(words, dict.fromkeys(range(len(words)), tag)))[::-1]:
        words = f"{words[:start]}{space}{words[end:]}" if end > start else words
    return words


def kept(
    months: str, before: str, after: str = "", names: str = "", small: str = ""
) -> re.Pattern[str]:
    """Return the pattern whose every match ends with a space to be kept.

    `months` is a pattern of a day's months; `before` and `after` hold words, parted by spaces, that
    stand before a number or behind it, `names` abbreviations before a name. Signs (№, §), codes in
    capitals (B 115) and money stand before a number in every language, signs of units behind it.
    `small` are words of one letter at which no line ends.
    """
    numbered = rf"(?<![\w.-])(?:{_one_of(before)})"
    signs = rf"[№§](?=[ ]\d)|{_CURRENCIES}|{numbered}(?=[ ]\d)|{_codes(before)}|{_INITIALS}"
    if names:
        named = rf"(?<![\w.-])(?<!\d[ \u00a0])(?:{_one_of(names)})"
        signs += rf"|{named}(?=[ ](?![a-zß-öø-ÿа-яєіїґ])[^\W\d_])"
    if small:
        signs += rf"|(?<![\w’'.-])[{small}](?=[ ][^\W_])"
    # In names of streets months begin with a capital where they otherwise do not: "8 Березня".
    named_months = rf"(?:{months}|(?![a-zß-öø-ÿа-яєіїґ])(?i:{months}))"
    days = rf"(?<![\w.,])[0-3]?\d(?:\.|er|st|nd|rd|th)?(?=[ ]{named_months}(?!\w))"
    behind = rf"(?<=\d)(?=[ ](?:{_one_of(f'{_UNITS} {after}')})(?!\w))"
    return re.compile(rf"(?:{signs}|{days}|{behind}|{_THOUSANDS})[ ]")


_INITIALS: Final = (
    rf"(?<![\w.’'-]){_CAPITAL}\.(?=[ ]{_CAPITAL})"
    r"|(?<![\w.’'-])(?<!\d[ \u00a0])[^\W\d_]\.(?=[ ][^\W\d_]{1,2}\.)"
)
"""J. R. Ortiz, z. B., i. d. R."""


def _codes(before: str) -> str:
    """Return what finds spaces of designations besides that before the number: BGBl. I Nr. 5,
    § 12 StGB, B 115; a year is no number of one.
    """
    words = _one_of(before)
    roman = "[IVX]{1,4}"
    return (
        rf"(?<![\w.-])(?:{words}|{roman})(?=[ ](?:{roman}[ ])?(?:{words})[ ]\d)"
        rf"|(?<=[§№.][ \u00a0])\d[\w/()-]*(?=[ ]{_CAPITAL}[\w-]*{_CAPITAL})"
        rf"|(?<![\w.,’'/-]){_CAPITAL}{{1,4}}(?=[ ](?!{_YEAR})\d{{1,5}}[a-z]?(?![\w%‰]|[.,’ ]\d))"
    )


def _placed(line: Line) -> Iterator[tuple[int, Run]]:
    at = 0
    for run in line:
        yield at, run
        at += len(run.text)


def _is_open(run: Run) -> bool:
    """Return whether the words are the author's own, and may be set otherwise."""
    return run.owner is None and not run.code and run.note is None


def _is_named(run: Run) -> bool:
    """Return whether the words are a name or a date as an author typed it ("14 March")."""
    return run.owner is not None and run.owner.kind in ("name", "date") and not run.code


def _spaces_kept(whole: str, line: Line, tag: str) -> Iterator[Edit]:
    """Yield the spaces that are kept between a day and its month, a sign and its number, within
    names too, which nothing else changes.
    """
    if not _KEPT.search(whole):
        return
    spoken = [
        (at, at + len(run.text), run.language or tag)
        for at, run in _placed(line)
        if run.text and (_is_open(run) or _is_named(run))
    ]
    starts = [start for start, _, _ in spoken]
    for each in sorted({tag for _, _, tag in spoken if known(tag)}):
        for found in module_of(each, "beside").KEPT.finditer(whole):
            at = found.end() - 1
            _, end, there = spoken[max(bisect_right(starts, at) - 1, 0)]
            if starts[0] <= at < end and known(there) is known(each):
                yield Edit(at, at + 1, NBSP)


def _marks(whole: str, line: Line, tag: str) -> Iterator[Edit]:
    """Yield what the marks and spaces of open runs become, each in its run's language."""
    yield from (Edit(at, at + 1, sign) for at, sign in clipped(line))
    runs = [(at, run) for at, run in _placed(line) if _is_open(run)]
    spacing = any(sets_spaces(run.language or tag) for _, run in runs)
    if not spacing and not _TYPED.search(whole) and not _BEFORE_DASH.search(whole):
        return
    languages = {
        at + index: run.language or tag for at, run in runs for index in range(len(run.text))
    }
    opened = set()
    for start, printed in quoted(without_notes(whole, line), languages):
        yield Edit(start, start + 1, printed)
        opened |= {start + 1} if printed.rstrip() in _OPENINGS else set()
    for mark in _DASHES.finditer(whole):
        if _is_within(mark.start(), mark.end(), languages):
            yield Edit(mark.start(), mark.end(), _PLAIN[mark.group()])
    for start, end, printed in (*spaced(whole, languages), *dashed(whole, languages)):
        new = whole[start:end] != printed and start not in opened
        if new and _is_within(start, end, languages):
            yield Edit(start, end, printed)


def _is_within(start: int, end: int, languages: dict[int, str]) -> bool:
    return all(at in languages for at in range(start, max(end, start + 1)))


def _joints(line: Line, tag: str) -> Iterator[Edit]:
    """Yield what changes where an author's words meet a printed figure, date or name."""
    for (at, run), (then, following) in pairwise(_placed(line)):
        if _is_open(run) and following.owner is not None:
            fitted = language_of(tag).elided(run.text, following.text)
            if fitted != run.text:
                kept = len(fitted) - 1
                yield Edit(at + kept, then, fitted[kept:])
        stopped = run.owner is not None and run.text.endswith(".") and _is_open(following)
        if stopped and re.match(r"\.(?!\.)", following.text):
            yield Edit(then, then + 1, "")


def _within(edits: Sequence[Edit], stops: Sequence[int], start: int, end: int) -> Iterator[Edit]:
    """Yield what edits change between two places; the run in which one begins prints it.

    `stops` are where the edits up to each have ended, by which the first is found.
    """
    for number in range(min(bisect_right(stops, start), bisect_left(edits, (start,))), len(edits)):
        edit = edits[number]
        if edit.start >= end:
            return
        if start <= edit.start:
            yield Edit(edit.start, min(edit.end, end), edit.printed)
        elif edit.start < start < edit.end:
            yield Edit(start, min(edit.end, end), "")


def _edited(run: Run, at: int, edits: Iterable[Edit]) -> Run:
    """Return a run with its edits made, and where its words then stand."""
    text, end, shift = "", 0, 0
    breaks, left = list[tuple[int, Place]](), deque(run.breaks)
    for edit in edits:
        text += run.text[end : edit.start - at] + edit.printed
        end = edit.end - at
        if len(edit.printed) == edit.end - edit.start:
            continue
        # What stood up to the end of the edit begins no later than where the next words do.
        while left and left[0][0] <= end:
            index, where = left.popleft()
            if index + shift < len(text):
                breaks.append((index + shift, where))
        breaks = [each for each in breaks if each[0] < len(text)]
        breaks.append((len(text), run.place_at(end)))
        shift = len(text) - end
    breaks += [(index + shift, where) for index, where in left]
    return replace(run, text=text + run.text[end:], breaks=tuple(breaks))


def _one_of(words: str) -> str:
    return "|".join(map(re.escape, sorted(words.split(), key=len, reverse=True)))
