"""German units in the case that the words before their number ask for: "von den 5 Tagen".

A plural takes an -n in the dative. What asks for it stands right before the number, or with an
article, an adjective or adverbs between, or before what the number is joined to: "bei 5 Tagen und
3 Nächten". "Den" before a number with a plural is always dative: the accusative has "die". An
adjective that serves as a noun takes the -n behind every article: "die 5 Aktiven".
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.language import Plurals

# "In" and "auf" ask for the dative but now and then; "bis zu" limits, "nach wie vor" means "still".
_ASKS: Final = (
    r"(?:mit|nach|seit|von|bei|aus|binnen|gegenüber|samt|mitsamt|nebst|außer|zwischen"
    r"|(?<!bis )zu|(?<!wie )vor)"
)
_ADVERB: Final = (
    r"(?:(?:nur|noch|schon|bereits|insgesamt|zusammen|allein|gut|knapp|rund|etwa|fast|nahezu|beinahe"
    r"|ungefähr|circa|ca\.|über|unter|lediglich|bloß|gerade|einmal|mal|immerhin|sogar|genau|exakt"
    r"|mindestens|wenigstens|höchstens|maximal|nunmehr|zuletzt|zuvor|heute|damals|jetzt|derzeit"
    r"|aktuell|inzwischen|mittlerweile|je|jeweils|durchschnittlich|im Schnitt|im Mittel|mehr als"
    r"|weniger als|bis zu)\s+)"
)
_ADJECTIVE: Final = (
    r"(?:(?:letzten|ersten|nächsten|vergangenen|folgenden|weiteren|übrigen|restlichen|anderen|beiden"
    r"|neuen|alten|großen|kleinen|größten|kleinsten|besten|meisten|aktuellen|untersuchten|befragten"
    r"|beteiligten|verbliebenen|ge\w{3,}ten|\w+(?:lichen|igen|ischen|ierten|enden))\s+)"
)
# "Ein Wert, den 5 Wehren erreichen": behind a comma it stands for what is before.
_ARTICLE: Final = (
    r"(?:(?:(?<!,\s)den|diesen|jenen|allen|ihren|seinen|unseren|meinen|deinen|euren)\s+)"
)
_DEFINITE: Final = (
    r"(?:(?:(?<!,\s)(?:die|der)|diese|dieser|jene|jener|alle|aller|ihre|ihrer|seine|seiner|unsere"
    r"|unserer|sämtliche)\s+)"
)
_NUMBER: Final = r"\d[\d.,\s]*"
_NOUN: Final = r"(?:[^\W\d][\w-]*\s+)"
_LISTED: Final = r"[^\W\d][\w-]*(?:\s+[^\W\d][\w-]*)?"
_BETWEEN: Final = rf"{_ADVERB}{{0,3}}{_ADJECTIVE}?{_ADVERB}?"
_GOVERNS: Final = rf"(?:{_ASKS}\s+{_ARTICLE}?|{_ARTICLE}){_BETWEEN}"
# "5 von 83 Wehren und 5 Fahrzeuge": what is a part of a whole is not joined to that.
_JOINED: Final = (
    rf"(?<!\d\s){_GOVERNS}(?:{_NUMBER}{_LISTED},\s+)?{_NUMBER}"
    rf"(?:{_NOUN}{{0,2}}(?:und|oder|sowie)|bis|(?P<last>{_LISTED}),)\s+{_ARTICLE}?{_BETWEEN}"
)
_DATIVE: Final = re.compile(rf"(?<!\w)(?:{_GOVERNS}|{_JOINED})$", re.IGNORECASE)
_WEAK: Final = re.compile(rf"(?<!\w){_DEFINITE}{_BETWEEN}$", re.IGNORECASE)


def governed(before: str, category: str, forms: Plurals) -> str:
    """Return a unit as it stands behind a number that words govern: "nach 5 Tagen"."""
    unit = forms[category]
    if category != "other":
        return unit
    declined = _declined(unit)[-1]
    found = _DATIVE.search(before)
    if found is not None:
        # "With 90 calls, 5 calls more": what is counted again is no next of a list.
        return unit if found["last"] == declined else declined
    noun = forms.get("one") != f"{unit}r"
    return unit if noun or _WEAK.search(before) is None else declined


def in_cases(forms: Plurals) -> frozenset[str]:
    """Return a unit in all that it may become behind a number."""
    return frozenset(said for form in forms.values() for said in _declined(form))


def _declined(unit: str) -> tuple[str, ...]:
    """Return a plural in the nominative and, where that is another, in the dative."""
    return (unit, f"{unit}n") if re.fullmatch(r"\S+(?:e|er|el)", unit) else (unit,)
