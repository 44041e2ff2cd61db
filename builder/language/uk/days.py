"""Ukrainian months, and days of a month, with or without a year."""

from __future__ import annotations

import re
from typing import Final

from builder.language.years.rule import one_of

MONTH: Final = (
    r"(?:січ(?:ень|ня|ні|нем|\.)|лют(?:ий|ого|ому|им)|берез(?:ень|ня|ні|нем)|квіт(?:ень|ня|ні|нем)"
    r"|трав(?:ень|ня|ні|нем)|черв(?:ень|ня|ні|нем)|лип(?:ень|ня|ні|нем)|серп(?:ень|ня|ні|нем)"
    r"|верес(?:ень|ня|ні|нем)|жовт(?:ень|ня|ні|нем)|листопад(?:а|і|ом)?|груд(?:ень|ня|ні|нем))"
)
"""A month in full or in short."""

_WHOLE_MONTH: Final = one_of(
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"
)
_DAY: Final = r"[0-3]?\d"

# «12 травня хат.» counts: nothing but a noun of many is left of the sentence.
_COUNTED: Final = rf"(?!{_DAY} {_WHOLE_MONTH} [а-яіїєґ']*[бвгґджзйклмнпрстфхцчшщ](?:$|[.,;:!?]))"
DAY: Final = re.compile(
    rf"(?<![\w.,]){_COUNTED}(?P<day>(?:{_DAY}(?: ?[–-] ?| (?:і|й|та|або|по|до|на) ))?{_DAY}"
    rf" {_WHOLE_MONTH}(?: (?P<year>\d{{4}}))?)(?!\w)",
    re.I,
)
"""A day of a month, as the group of that name; its year, where one follows, as `year`."""

BEHIND_DAYS: Final = r"(?:-ше|-го)?"
"""What is written behind the day of a date before its month, but for a stop."""

BEHIND_YEARS: Final = r" ?(?:р\.|року|рік)$"
"""What is written behind the year of a date or a period, at its end."""

PERIODS: Final = {
    4: (
        r"(?:(?P<quarter>[1-4]|[IІ]{1,3}|[IІ]V)(?:-й|-ий)? (?:кв\.|квартал)|[QК](?P<which>[1-4]))",
        "[QК]",
    ),
    2: (r"(?:(?P<quarter>[12I]{1,2})(?:-ше|-ге|-е)? півріччя|[HП](?P<which>[12]))", "[HП]"),
}
"""Quarters and halves of years as they stand before these, and their letters, by how many a year
has.
"""
