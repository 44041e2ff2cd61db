"""English numbers in words, stated once: `speech` says them, `lexicon` finds them in texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from builder.language.language import Plurals, word_list

# From 0, and the tens from 20.
ONES: Final = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS: Final = word_list("twenty thirty forty fifty sixty seventy eighty ninety")
HUNDRED: Final = "hundred"
SCALES: Final[Mapping[str, Plurals]] = {
    "thousand": {"other": "thousand"},
    "mn": {"other": "million"},
    "bn": {"other": "billion"},
    "tn": {"other": "trillion"},
}
