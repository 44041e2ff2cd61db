"""What a value is likely meant for: takes one that is no number or date, says how it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from builder.facts.units import SCALES, SCALES_BESIDE
from builder.language.dates import date_in_words
from builder.language.language import LANGUAGES
from builder.language.numbers import CURRENCY_SIGNS
from builder.model.figure import Moment

_GROUPING: Final = r"(?<=\d)[ ,_'’\u00a0\u202f](?=\d{3})"
_SIGN: Final = "|".join(map(re.escape, sorted(CURRENCY_SIGNS, key=len, reverse=True)))
_MONEY: Final = re.compile(rf"(?P<sign>{_SIGN}) ?(?P<number>\d.*?\d|\d)(?: ?(?P<scale>[A-Za-z]+))?")
_COUNT: Final = re.compile(r"(?P<number>-?\d.*\d|-?\d) ?(?P<unit>[^\W\d_][^\d]*|%)")
_SHARE: Final = re.compile(r"%|per ?cent", re.IGNORECASE)
_NUMERIC: Final = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})")
_MONTHS: Final = 12


def likely(value: str, fits: Callable[[str], bool], *, is_value: bool) -> str:
    """Return what to write instead of a value, with its unit beside one that is a figure's
    (`is_value`); empty where no guess is what `fits`.
    """
    for number, unit in _guesses(value.strip()):
        plain = re.sub(_GROUPING, "", number)
        if fits(plain):
            return f"{plain}, and unit: {unit}" if unit and is_value else plain
    return ""


def _guesses(value: str) -> Iterator[tuple[str, str]]:
    yield value, ""
    money = _MONEY.fullmatch(value)
    if money:
        scale = money["scale"] or ""
        yield (
            money["number"],
            f"{CURRENCY_SIGNS[money['sign']]} {SCALES_BESIDE.get(scale, scale)}".strip(),
        )
    count = _COUNT.fullmatch(value)
    scale = SCALES.get(SCALES_BESIDE.get(count["unit"], count["unit"])) if count else None
    if count and scale and len(count["unit"]) > 1 and re.fullmatch(r"[\d.]+", count["number"]):
        yield f"{(Decimal(count['number']) * scale).normalize():f}", ""
    elif count and not any(date_in_words(value, tag) for tag in LANGUAGES):
        yield count["number"], '"%"' if _SHARE.fullmatch(count["unit"]) else count["unit"].strip()
    numeric = _NUMERIC.fullmatch(value)
    if numeric:
        day, month = int(numeric["day"]), int(numeric["month"])
        if month > _MONTHS:
            day, month = month, day
        yield f"{numeric['year']}-{month:02}-{day:02}", ""
    for tag in LANGUAGES:
        named = date_in_words(value, tag)
        if isinstance(named, Moment):
            yield named.iso(), ""
