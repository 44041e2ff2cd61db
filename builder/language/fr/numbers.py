"""French numbers in words, stated once: `speech` says them, `lexicon` finds them in texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from builder.language.language import Plurals, word_list

# From 0, and the tens from 20 that have a word of their own.
ONES: Final = word_list(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf"
)
TENS: Final = word_list("vingt trente quarante cinquante soixante")
HUNDRED: Final = "cent"
THOUSAND: Final = "mille"
SCALES: Final[Mapping[str, Plurals]] = {
    "thousand": {"one": "millier", "other": "milliers"},
    "mn": {"one": "million", "other": "millions"},
    "bn": {"one": "milliard", "other": "milliards"},
    "tn": {"one": "billion", "other": "billions"},
}
