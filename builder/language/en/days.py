"""English months, and days of a month, with or without a year."""

from __future__ import annotations

import re
from typing import Final

from builder.language.years.rule import one_of

MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust"
    r"|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
"""A month in full or in short."""

_WHOLE_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.(?=,? \d{4}(?!\w))|(?!\w)))"
)
_DAY: Final = r"[0-3]?\d(?:st|nd|rd|th)?"
_ON_A_DAY: Final = one_of(
    "applies ends begins starts marks opens closes falls remains is was has brings sees becomes"
)
# What may follow where a day ends a phrase: "On 1 July the fee is waived", not "1 July fees".
_GOES_ON: Final = one_of(
    "a an the this that these its it he she they we their our and or but nor so yet for to in on at"
    " by with from as than when while where which who because since if unless until before after"
    " during each every all any no not only also"
)

# After these a day stands whatever follows: "Until 30 June applications are free". Others lead
# counts as well: "they had by 30 May strikes", but "by 30 May strikes were over".
_TIMELY: Final = r"(?<!\w)(?i:on|until|till|from|due) "
_BOUND: Final = r"(?<!\w)(?i:by|before|after|since|beyond|every|each) "
_COUNTED: Final = (
    r"(?! (?!(?:is|was|has|its|his|this|as)(?!\w)"
    r"|[a-z]+ (?:are|were|have|had|can|may|must|will)(?!\w))"
    r"[a-z]+s(?!\w))"
)
# "Up to 12 May be absent."
_MODAL: Final = r"(?!(?<=May) (?:be|have|seem|not|well|need|look|fall|go|come|also)(?!\w))"
_OTHERS: Final = (
    r"(?:^|(?<=[(,;:–|] )|(?<=\()"
    r"|(?<!\w)(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day "
    r"|(?<!\w)(?:of|(?i:to|and|or|through|between|the|past|around|about|for|is"
    r"|are|was|were|falls)) )"
)
_SAID: Final = (
    rf"(?:(?:{_DAY}(?: ?[–/-] ?| (?:to|and|or) ))?{_DAY}(?: of)? {_WHOLE_MONTH}"
    rf"|{_WHOLE_MONTH} {_DAY})"
)

DAY: Final = re.compile(
    rf"(?:(?<![\w.,])(?={_SAID},? \d{{4}}(?!\w))|{_TIMELY}(?={_SAID}(?![\w.,]?\w)(?! \d){_MODAL})"
    rf"|{_BOUND}(?={_SAID}(?![\w.,]?\w)(?! \d){_MODAL}{_COUNTED})"
    rf"|{_OTHERS}(?={_SAID}{_MODAL}(?:$|[.,;:!?)–—|](?!\d)"
    rf"| (?:{_GOES_ON}|[a-z]+(?<!s)|{_ON_A_DAY})(?!\w))))"
    rf"(?P<day>{_SAID}(?:,? (?P<year>\d{{4}})(?!\w))?)(?(year)|(?!,? \d{{4}})(?!\w))"
)
"""A day of a month, as the group of that name; its year, where one follows, as `year`."""

BEHIND_DAYS: Final = r"(?:st|nd|rd|th)?(?: of)?"
"""What is written behind the day of a date before its month, but for a stop."""

BEHIND_YEARS: Final = r"(?!)"
"""What is written behind the year of a date or a period, at its end."""

PERIODS: Final = {
    4: (r"(?:(?P<quarter>[1-4])(?:st|nd|rd|th) quarter(?: of)?|Q(?P<which>[1-4]))", "Q"),
    2: (r"(?:(?P<quarter>1st|2nd) half(?: of)?|H(?P<which>[12]))", "H"),
}
"""Quarters and halves of years as they stand before these, and their letters, by how many a year
has.
"""

PART: Final = re.compile(
    r"(?<![\w.,])(?:[QHT][1-4](?:,| of)?|[1-4](?:st|nd|rd|th) quarter(?: of)?) $", re.I
)
"""A part of a year that is written with digits of its own, before the year."""
