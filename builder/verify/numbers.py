"""Text in; the digits that its numbers begin and end with, out, however they are written.

`1,460`, `1.46` and `1 460 000` are all `146`: grouping, decimal marks and magnitude are of the
language and the unit, which files of one edition may choose differently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f\u2009'’ ]\d+)*")


def significant(text: str) -> Iterator[tuple[str, int]]:
    """Yield the digits of each number of a text, without zeros before and behind them, and how many
    digits it is written with.
    """
    for found in _NUMBER.findall(text):
        digits = "".join(filter(str.isdigit, found))
        if digits.strip("0"):
            yield digits.strip("0"), len(digits)
