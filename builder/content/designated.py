"""Digits that count nothing by themselves: takes plain words, yields where numbers stand that only
name or that rates are told for; takes a text's items, returns digits joined to words with owners.

"Act No. 12", "page 12" and "Article 5" count nothing, nor does 7:30 in the morning: the word
beside the digits tells, by each language's list. What follows decides, as it does of years: before
a unit, a sign of money or a word that is counted the digits are an amount.

"4 nurses per 1,000 residents" counts no residents: ten, a hundred, a thousand and so on are names
of a unit there, in digits as in words. Which words make a rate, each language's lexicon tells.

Lowered or raised digits that are joined to a letter belong to its word (H~2~O, m^2^, ^14^C), digits
in code to the code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from types import ModuleType
from typing import Final

from builder.content.context import has_digit
from builder.language.language import module_of
from builder.language.lexicon import PLAIN, ROUND, lexicon_of, rate_bases
from builder.language.years import day_spans, plain
from builder.model.text import Inline, Owner, Run

_AMOUNT: Final = re.compile(r"[\w%‰]|[.,:/-]\d| ?[%‰°€$£₴×]| \d{3}(?!\d)")
_FAR: Final = 120  # characters
_NEAR: Final = 20
_CLAUSES: Final = 400  # which few clauses are longer than
# What letters and digits are called together: CM2, A7, COP21; not a sum of money, nor M500, which
# may be millions; quarters and halves of a year that is named are of its date.
_CODE: Final = re.compile(
    r"(?<![\w.,$€£/–-])(?!CO|CH|NO|SO|PM|EUR|USD|GBP|CHF|UAH|US|CA|AU"
    r"|[QTHS][1-4](?=(?: (?:of|en|de|von|des Jahres|року))? ?\d{4}|\d|/))"
    r"(?![KMB]\d{3})(?P<named>[A-ZА-ЯІЇЄҐ]{1,3}\d{1,3}|[A-Z]{2,3}20\d\d)(?![\w%])"
)
_DIGITS: Final = re.compile(
    r"(?:(?<![Q\d])|(?<=Q)(?=\d{2}))(?P<last>\d(?:[\w.,:/–-]*\d)?)[\w.,:/–-]*"
)
_LIKE_YEAR: Final = re.compile(
    r"(?:1[5-9]|20)\d\d(?:(?:--?|[–/])(?:1[5-9]|20)?\d\d|ern?|s|-[^\W\d]{1,5})?[.,:]?"
)
_CLAUSE: Final = re.compile(r"[.;:!?](?=\s|$)")
_MANY: Final = "KMBT"  # which stand for thousands and millions too
_BASE: Final = re.compile(rf"(?<![\w.,])(?:{ROUND}|1(?![\w.,:/-]))")


def designated_spans(words: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where digits stand that name something, in a language's words; they may overlap."""
    found, said = module_of(language, "designations"), plain(words)
    spans = [*_alone(said, language, found)]
    if _is_left(said, spans, language):
        spans += _seldom(said, language, found)
    yield from spans
    # "The 1st and 2nd floors": an ordinal before another is of what that one is of.
    ordinals = module_of(language, "numbered").ORDINALS
    for start, end in spans:
        before = (
            ordinals.search(said[:start]) if ordinals.fullmatch(f"{said[start:end]} ") else None
        )
        if before:
            yield before.start("named"), before.end("named")


def _alone(said: str, language: str, found: ModuleType) -> Iterator[tuple[int, int]]:
    from builder.language.designations import EVERYWHERE

    hours, cited = module_of(language, "times"), module_of(language, "numbered")
    for pattern in (*EVERYWHERE, *found.CALLED, *cited.CITED, *cited.NUMBERED):
        yield from (match.span("named") for match in pattern.finditer(said))
    yield from _numbered(said, found.DESIGNATED, found)
    yield from _timed(said, (*hours.TIMES, *cited.HOURS), language, found)
    yield from _ages(said, language, (*hours.AGES, *hours.AGED))
    for match in _CODE.finditer(said):
        if not _is_many(said, match, found):
            yield match.span("named")


def _is_left(said: str, spans: list[tuple[int, int]], language: str) -> bool:
    """Return whether digits stand outside some spans, and are no date and nothing like a year."""
    left = [
        word.start()
        for word in _DIGITS.finditer(said)
        if not _LIKE_YEAR.fullmatch(word.group())
        and not any(start <= word.start() and word.end("last") <= end for start, end in spans)
    ]
    if not left:
        return False
    days = [day for day, _ in day_spans(said, language)]
    return not all(any(day.start <= at < day.stop for day in days) for at in left)


def _seldom(said: str, language: str, found: ModuleType) -> Iterator[tuple[int, int]]:
    """Yield where what seldom is needed finds designations, hours and ages."""
    from builder.language.codes import CODES

    more = module_of(language, "seldom")
    for pattern in (*CODES, *more.NUMBERED):
        yield from (match.span("named") for match in pattern.finditer(said))
    yield from _numbered(said, more.DESIGNATED, found)
    yield from _timed(said, more.TIMES, language, found)
    yield from _ages(said, language, more.AGES)


def _numbered(
    said: str, patterns: Iterable[re.Pattern[str]], found: ModuleType
) -> Iterator[tuple[int, int]]:
    for pattern in patterns:
        for match in pattern.finditer(said):
            if not _is_amount(said, match.end(), found):
                yield match.span("named")


def _timed(
    said: str, patterns: Iterable[re.Pattern[str]], language: str, found: ModuleType
) -> Iterator[tuple[int, int]]:
    hours, listed = module_of(language, "times"), module_of(language, "numbered").HOURS
    for pattern in patterns:
        for match in pattern.finditer(said):
            start = match.start() if pattern in listed else match.start("named")
            if not _is_amount(said, match.end(), found) and not _is_measured(
                said, start, match.end(), hours
            ):
                yield match.span("named")


def _ages(
    said: str, language: str, patterns: Iterable[re.Pattern[str]]
) -> Iterator[tuple[int, int]]:
    """Yield where it is told how old somebody is, but for what most are."""
    from builder.language.given import marked

    ages, said = module_of(language, "times"), marked(said)
    for pattern in patterns:
        for match in pattern.finditer(said):
            start, end = match.span("named")
            before = _CLAUSE.split(said[max(start - _CLAUSES, 0) : start])[-1]
            after = _CLAUSE.split(said[end : end + _CLAUSES])[0]
            beside = ages.THINGS.search(after)
            if ages.AVERAGED.search(f"{before} {after}"):
                continue
            if pattern not in ages.AGED or not (
                ages.THINGS.search(before) or (beside and beside.start() < _NEAR)
            ):
                yield start, end


def is_enacted(before: str, language: str) -> bool:
    """Return whether a date after some words is the day of an act that is cited."""
    enacted: re.Pattern[str] = module_of(language, "numbered").ENACTED
    return bool(enacted.search(plain(before[-_FAR:])))


def _is_many(said: str, code: re.Match[str], found: ModuleType) -> bool:
    """Return whether a code is an amount: M25 cars may be millions, the N3 people are none."""
    if said[code.start()] not in _MANY:
        return any(what.match(said, code.end()) for what in _amounts())
    return _is_amount(said, code.end(), found) or bool(found.NOUNS.match(said, code.end()))


def counts(right: str, language: str) -> bool:
    """Return whether what follows digits makes an amount of them, other than of years of age."""
    found, said = module_of(language, "designations"), plain(right)
    if found.AGED.match(said):
        return False
    return _is_amount(said, 0, found) or bool(found.NOUNS.match(said))


def is_bounded(words: str, language: str) -> bool:
    """Return whether words behind a number make a span of it: 65 and over, 1000 or more."""
    return bool(module_of(language, "designations").BOUNDS.search(plain(words)))


def _is_amount(said: str, end: int, found: ModuleType) -> bool:
    return any(what.match(said, end) for what in (*_amounts(), found.COUNTED))


def _amounts() -> tuple[re.Pattern[str], ...]:
    """Return what makes an amount of digits in every language; it is loaded for the few texts that
    have digits outside figures.
    """
    from builder.language.years.rule import UNIT_AFTER

    return _AMOUNT, UNIT_AFTER


def _is_measured(said: str, start: int, end: int, hours: ModuleType) -> bool:
    """Return whether a clause says that something lasts, or changes by, a time; what lasts from one
    to another is then.
    """
    first = max(start - _FAR, 0)
    before, after = said[first:start], said[end : end + _FAR]
    if hours.MEASURED_AFTER.match(after):
        return True
    if not hours.MEASURED.search(before):
        return False
    lasting = hours.LASTING.finditer(said, first, end + _FAR)
    return not any(each.span("named") == (start, end) for each in lasting)


def may_tell_rate(words: str) -> bool:
    """Return whether a text holds digits that a rate may be told for: a quick look."""
    return bool(_BASE.search(words.translate(PLAIN)))


def rate_spans(words: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where the numbers stand that rates are told for, in a language's words."""
    for found in rate_bases(words.translate(PLAIN), lexicon_of(language)):
        yield found.start, found.stop


def with_joined(items: Sequence[Inline]) -> Sequence[Inline]:
    """Return items in which digits of code and of words belong to these."""
    if not any(isinstance(item, Run) and (item.code or item.manner.shift) for item in items):
        return items
    return [_owned(at, items) for at in range(len(items))]


def _owned(at: int, items: Sequence[Inline]) -> Inline:
    run = items[at]
    if not isinstance(run, Run) or run.owner is not None or not has_digit(run.text):
        return run
    if run.code:
        return replace(run, owner=Owner("code", run.text))
    if run.manner.shift and _is_joined(at, items):
        return replace(run, owner=Owner("name", _word(at, items)))
    return run


def _is_joined(at: int, items: Sequence[Inline]) -> bool:
    """Return whether a letter stands before what is shifted here, or right after it."""
    before = at - 1
    while before >= 0 and _is_shifted(items[before]):
        before -= 1
    after = at + 1
    while after < len(items) and _is_shifted(items[after]):
        after += 1
    behind = _text(items[before]) if before >= 0 else ""
    ahead = _text(items[after]) if after < len(items) else ""
    return bool(re.search(r"[^\W\d_][)\]]*$", behind)) or (
        (not behind or behind[-1].isspace()) and bool(re.match(r"[^\W\d_]", ahead))
    )


def _is_shifted(item: Inline) -> bool:
    return isinstance(item, Run) and bool(item.manner.shift)


def _text(item: Inline) -> str:
    return item.text if isinstance(item, Run) else "\ufffc"


def _word(at: int, items: Sequence[Inline]) -> str:
    """Return the word that an item is part of."""
    word = _text(items[at])
    for before in range(at - 1, -1, -1):
        text = _text(items[before])
        word = re.findall(r"\S*$", text)[0] + word
        if any(map(str.isspace, text)):
            break
    for after in range(at + 1, len(items)):
        text = _text(items[after])
        word += re.findall(r"^\S*", text)[0]
        if any(map(str.isspace, text)):
            break
    return word
