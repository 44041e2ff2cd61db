"""French months, and days of a month, with or without a year."""

from __future__ import annotations

import re
from typing import Final

from builder.language.years.rule import one_of

MONTH: Final = (
    r"(?:janv(?:ier|\.)?|févr(?:ier|\.)?|mars|avr(?:il|\.)?|mai|juin|juil(?:let|\.)?|août"
    r"|sept(?:embre|\.)?|oct(?:obre|\.)?|nov(?:embre|\.)?|déc(?:embre|\.)?)"
)
"""A month in full or in short."""

_WHOLE_MONTH: Final = (
    one_of("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")[
        :-1
    ]
    + r"|(?:janv|févr|avr|juil|sept|oct|nov|déc)\.(?= \d{4}(?!\w)))"
)
_DAY: Final = r"(?:1er|[0-3]?\d)"

# "Le 12 mars", or where nothing can be counted: "ce sont 12 mars", "de 30 mars ouvriers".
_TIMELY: Final = (
    r"(?:^|(?<=\ble )|(?<=\bdu )|(?<=\bau )|(?<=\bce )|(?<=\bles )|(?<=\bdes )|(?<=\bchaque )"
    r"|(?<=\bd'ici )|(?<=di )|(?<=\bdimanche )|(?<=[(,;:–|] )|(?<=\())"
)
_SAID: Final = rf"(?:{_DAY}(?: ?[–-] ?| (?:et|au|ou|et le|ou le) ))?{_DAY} {_WHOLE_MONTH}"

DAY: Final = re.compile(
    rf"(?<![\w.,])(?:{_TIMELY}|(?=1er)|(?={_SAID} \d{{4}}(?!\w)))"
    rf"(?P<day>(?:{_DAY}(?: ?[–-] ?| (?:et|au|ou|et le|ou le) ))?{_DAY}"
    rf" {_WHOLE_MONTH}(?: (?P<year>\d{{4}}))?)(?!\w)",
    re.I,
)
"""A day of a month, as the group of that name; its year, where one follows, as `year`."""

BEHIND_DAYS: Final = r"(?:er)?"
"""What is written behind the day of a date before its month, but for a stop."""

BEHIND_YEARS: Final = r"(?!)"
"""What is written behind the year of a date or a period, at its end."""

PERIODS: Final = {
    4: (r"(?:(?P<quarter>[1-4])(?:er|e|ème) trimestre(?: de)?|[TQ](?P<which>[1-4]))", "[TQ]"),
    2: (r"(?:(?P<quarter>[12])(?:er|e|ème) semestre(?: de)?|S(?P<which>[12]))", "S"),
}
"""Quarters and halves of years as they stand before these, and their letters, by how many a year
has.
"""
