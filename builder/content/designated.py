"""Numbers that only name: takes plain words, yields where designations and times of day stand.

"Act No. 12", "page 12" and "Article 5" count nothing, nor does 7:30 in the morning: the word
beside the digits tells, by each language's list. What follows decides, as it does of years: before
a unit, a sign of money or a word that is counted the digits are an amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import ModuleType
from typing import Final

from builder.language.language import module_of
from builder.language.years import plain

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
_CLAUSE: Final = re.compile(r"[.;:!?](?=\s|$)")
_MANY: Final = "KMBT"  # which stand for thousands and millions too


def designated_spans(words: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where digits stand that name something, in a language's words; they may overlap."""
    found, said = module_of(language, "designations"), plain(words)
    spans = [*_alone(said, language, found)]
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

    hours = module_of(language, "hours")
    cited, named = module_of(language, "cited"), module_of(language, "numbered").NUMBERED
    for pattern in (*EVERYWHERE, *found.CALLED, *cited.CITED, *named):
        yield from (match.span("named") for match in pattern.finditer(said))
    for pattern in found.DESIGNATED:
        for match in pattern.finditer(said):
            if not _is_amount(said, match.end(), found):
                yield match.span("named")
    for pattern in (*hours.TIMES, *cited.HOURS):
        for match in pattern.finditer(said):
            start = match.start() if pattern in cited.HOURS else match.start("named")
            if not _is_amount(said, match.end(), found) and not _is_measured(
                said, start, match.end(), hours
            ):
                yield match.span("named")
    yield from _ages(said, language)
    for match in _CODE.finditer(said):
        if not _is_many(said, match, found):
            yield match.span("named")


def _ages(said: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where it is told how old somebody is, but for what most are."""
    ages = module_of(language, "ages")
    for pattern in (*ages.AGES, *ages.AGED):
        for match in pattern.finditer(said):
            start, end = match.span("named")
            before = _CLAUSE.split(said[max(start - _CLAUSES, 0) : start])[-1]
            after = _CLAUSE.split(said[end : end + _CLAUSES])[0]
            beside = ages.THINGS.search(after)
            if ages.AVERAGED.search(f"{before} {after}"):
                continue
            if pattern in ages.AGES or not (
                ages.THINGS.search(before) or (beside and beside.start() < _NEAR)
            ):
                yield start, end


def is_enacted(before: str, language: str) -> bool:
    """Return whether a date after some words is the day of an act that is cited."""
    enacted: re.Pattern[str] = module_of(language, "cited").ENACTED
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
    """Return whether a clause says that something lasts, or changes by, a time."""
    before, after = said[max(start - _FAR, 0) : start], said[end : end + _FAR]
    return bool(hours.MEASURED.search(before) or hours.MEASURED_AFTER.match(after))
