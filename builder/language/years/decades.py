"""Decades in two digits: takes a text and a language, yields where they stand.

«the 90s», „die 90er Jahre“, « les années 90 », «90-ті роки». What stands beside them tells: 30s may
be seconds, and who is in her 30s is in no decade of a century.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from builder.language.years import plain

_TENS: Final = "[1-9]0"
_ROKY: Final = r"(?: (?:роки|років|роках|роками|рокам|рр)(?!\w))"


def _behind(words: str) -> str:
    return "|".join(f"(?<=(?<!\\w){word} )" for word in words.split())


_PARTS: Final = _behind("наприкінці початку кінця кінці середини середині")
_IN: Final = _behind("у в з із зі до від після")
_FOUND: Final[Mapping[str, re.Pattern[str]]] = {
    "en": re.compile(
        rf"(?:(?<=(?<!\w)the )|(?<=(?<!\w)the early )|(?<=(?<!\w)the late )|(?<=(?<!\w)mid-)"
        rf"|(?<!\w)(?='))'?{_TENS}s(?!\w)",
        re.IGNORECASE,
    ),
    "de": re.compile(rf"(?<![\w.,]){_TENS}er(?:-Jahren?(?!\w)|(?= Jahren?(?!\w)))"),
    "fr": re.compile(rf"(?<=(?<!\w)années ){_TENS}(?![\w.,]\w|\w| ?%)", re.IGNORECASE),
    "uk": re.compile(
        rf"(?<![\w.,])(?:{_TENS}-(?:х|ті|их|ими|ми|м)(?={_ROKY})"
        rf"|(?:{_PARTS}){_TENS}-х(?!\w)"
        # «У 40-х громадах» counts: a decade without its own noun has none behind it.
        rf"|(?:{_IN}){_TENS}-(?:х|ті)(?=$|[.,;:!?)»]| (?:і|й|та|або|чи) ))",
        re.IGNORECASE,
    ),
}


def decade_spans(text: str, language: str) -> Iterator[slice]:
    """Yield where decades of two digits stand in a text, in order."""
    for found in _FOUND[language].finditer(plain(text)):
        yield slice(*found.span())
