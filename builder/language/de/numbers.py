"""German numbers in words, stated once: `speech` says them, `lexicon` finds them in texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from builder.language.language import Plurals, word_list

# From 0, and the tens from 20.
ONES: Final = word_list(
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn"
)
TENS: Final = word_list("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
HUNDRED: Final = "hundert"
SCALES: Final[Mapping[str, Plurals]] = {
    "thousand": {"other": "tausend"},
    "mn": {"one": "Million", "other": "Millionen"},
    "bn": {"one": "Milliarde", "other": "Milliarden"},
    "tn": {"one": "Billion", "other": "Billionen"},
}
