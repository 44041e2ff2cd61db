"""Numbers that only name: takes plain words, yields where designations and times of day stand.

"Act No. 12", "page 12" and "Article 5" count nothing, nor does 7:30 in the morning: the word
beside the digits tells, by each language's list. What follows decides, as it does of years: before
a unit, a sign of money or a word that is counted the digits are an amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from builder.language.language import module_of
from builder.language.years import plain

_AMOUNT: Final = re.compile(
    r"[\w%‰]|[.,:/-]\d| ?[%‰°€$£₴×]| \d{3}(?!\d)| (?:km|m|cm|mm|kg|t|ha|l|kWh?|MW|GW|EUR|USD|UAH"
    r"|GBP|CHF)(?!\w)"
)
_FAR: Final = 120  # characters
# What letters and digits are called together: CM2, A7, COP21; not a sum of money, nor CO2, whose
# digit is to be lowered.
_CODE: Final = re.compile(
    r"(?<![\w.,$€£/–-])(?!CO|CH|NO|SO|PM|EUR|USD|GBP|CHF|UAH|US|CA|AU|Q[1-4]|[THS][1-4](?!\d))"
    r"(?P<named>[A-ZА-ЯІЇЄҐ]{1,3}\d{1,3})(?![\w%])"
)

# Acts of the European Union, in each language's letters for it.
_ACT: Final = re.compile(r"\((?:EU|EC|UE|CE|EG|ЄС)\) (?P<named>\d{4}/\d+)(?!\w)")


def designated_spans(words: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where digits stand that name something, in a language's words; they may overlap."""
    found = module_of(language, "designations")
    said = plain(words)
    for pattern in (*found.DESIGNATED, _CODE, _ACT, *found.TIMES):
        for match in pattern.finditer(said):
            end = match.end()
            if _AMOUNT.match(said, end) or found.COUNTED.match(said, end):
                continue
            start = match.start("named")
            if pattern in found.TIMES and found.MEASURED.search(said[max(start - _FAR, 0) : start]):
                continue
            yield match.span("named")
