"""German months, and days of a month, with or without a year."""

from __future__ import annotations

import re
from typing import Final

from builder.language.years.rule import one_of

MONTH: Final = (
    r"(?:Jan(?:uar|\.)?|Jänner|Feb(?:ruar|\.)?|März|Apr(?:il|\.)?|Mai|Juni?|Juli?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Okt(?:ober|\.)?|Nov(?:ember|\.)?|Dez(?:ember|\.)?)s?"
)
"""A month in full or in short."""

SEASON: Final = one_of(
    "Frühling Frühjahr Sommer Herbst Winter Spätsommer Frühsommer Spätherbst Jahreswechsel Ostern"
    " Weihnachten Silvester Jahresende Jahresbeginn Jahresanfang"
)
"""A time of the year that has one."""

_WHOLE_MONTH: Final = (
    one_of(
        "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember"
    )[:-1]
    + r"|(?:Jan|Feb|Apr|Aug|Sept?|Okt|Nov|Dez)\.(?= \d{4}(?!\w)))"
)
_DAY: Final = r"[0-3]?\d\."

# "Am 14. Mai Feiern", but "es waren 14. Mai Feiern".
_TIMELY: Final = (
    r"(?:(?<=\bam )|(?<=\bzum )|(?<=\bvom )|(?<=\bbis )|(?<=\bseit )|(?<=\bab )|(?<=\bden )"
    r"|(?<=\bder )|(?<=\bdem )|(?<=\bdes )|(?<=\bbeim )|(?i:(?<=\bam )|(?<=\bvom )|(?<=\bzum )))"
)
DAY: Final = re.compile(
    rf"(?<![\w.,])(?:{_TIMELY}|(?!{_DAY} {_WHOLE_MONTH} [A-ZÄÖÜ][\w-]+[ners](?!\w)))"
    rf"(?P<day>(?:{_DAY}(?: ?[–/-] ?| (?:und|bis|oder|bis zum|auf den) ))?{_DAY}"
    rf" {_WHOLE_MONTH}(?: (?P<year>\d{{4}}))?)(?!\w)"
)
"""A day of a month, as the group of that name; its year, where one follows, as `year`."""

BEHIND_DAYS: Final = ""
"""What is written behind the day of a date before its month, but for a stop."""

BEHIND_YEARS: Final = r"(?!)"
"""What is written behind the year of a date or a period, at its end."""

PERIODS: Final = {
    4: (r"(?:(?P<quarter>[1-4])\. (?:Quartal|Vierteljahr)(?: des Jahres)?|Q(?P<which>[1-4]))", "Q"),
    2: (r"(?:(?P<quarter>[12])\. Halbjahr|H(?P<which>[12]))", "H"),
}
"""Quarters and halves of years as they stand before these, and their letters, by how many a year
has.
"""
