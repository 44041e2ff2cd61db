"""What must be known of a language to say aloud what it prints in signs and short forms.

Each language's folder has a module `aloud` with its `ALOUD`; it is loaded where a text asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from builder.frozen import dataclass
from builder.language.language import Plurals, module_of

# The symbols of units, alike in every language, by the prefixes that are read with each.
_PREFIXED: Final = {
    "W": "kMGT",
    "Wh": "kMGT",
    "J": "kMGT",
    "B": "kMGT",
    "t": "kMG",
    "g": "km",
    "m": "kcm",
    "m²": "k",
    "m³": "",
    "l": "m",
    "ha": "",
    "h": "",
    "min": "",
    "°C": "",
    "km/h": "",
}


def _itself(value: Decimal) -> Decimal:
    return value


@dataclass(frozen=True)
class Aloud:
    """One language's words for signs.

    `to` stands between the ends of a range; `units` are the words of symbols by plural category,
    `words` those of other abbreviations behind a number. `blank` is said of the dash in a cell that
    tells nothing; `per` puts the word of one unit below a line ("per kilowatt-hour").
    `end_of_range` is a number that takes the form of nouns which one behind `to` takes.
    """

    to: str
    minus: str
    plus: str
    plus_minus: str
    per_mille: str
    units: Mapping[str, Plurals]
    words: Mapping[str, str]
    blank: str
    per: Callable[[str], str]
    end_of_range: Callable[[Decimal], Decimal] = _itself


def symbols(
    prefixes: Mapping[str, str], bases: Mapping[str, Plurals], joined: Callable[[str, str], str]
) -> dict[str, Plurals]:
    """Return the words of every symbol of a unit: `MW` of `W` and `M`.

    `bases` are the words of units without a prefix; `joined` sets a prefix's word before one.
    """
    found: dict[str, Plurals] = {}
    for base, forms in bases.items():
        found[base] = forms
        for prefix in _PREFIXED.get(base, ""):
            found[prefix + base] = {
                category: joined(prefixes[prefix], said) for category, said in forms.items()
            }
    return found


@lru_cache(maxsize=4)
def aloud_of(tag: str) -> Aloud:
    """Return the words for signs of a BCP 47 tag's language; only its module is loaded.

    Raises:
        LookupError: Paperdeck has no words in that language.
    """
    found: Aloud = module_of(tag, "aloud").ALOUD
    return found
