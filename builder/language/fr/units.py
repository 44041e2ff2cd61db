"""French words for units beside those that figures state, and what parts them."""

from __future__ import annotations

import re
from typing import Final

WRITTEN: Final[dict[str, str]] = {
    **dict.fromkeys(("pour cent", "pourcent", "pourcentage"), "%"),
    **dict.fromkeys(("pour mille",), "‰"),
    **dict.fromkeys(
        (
            "points de pourcentage",
            "point de pourcentage",
            "points de %",
            "points",
            "point",
            "pts",
            "pt",
        ),
        "percentage points",
    ),
    **dict.fromkeys(("keur",), "EUR thousand"),
    **dict.fromkeys(("meur",), "EUR mn"),
    **dict.fromkeys(("mdeur", "mds€", "mds €", "mrds €"), "EUR bn"),
    **dict.fromkeys(("hrs",), "h"),
    **dict.fromkeys(("min.",), "min"),
}
"""Words for a unit in small letters, and the unit that figures.yaml calls so."""

SCALED: Final[dict[str, str]] = {
    "mille": "thousand",
    "mds": "bn",
    "mio": "mn",
    "milliers": "thousand",
}
"""Words for a scale beside those that are printed: inflected, or a plural of their own."""

IN: Final = ("en",)
"""What stands before the unit that numbers are in: "in millions"."""

AND: Final = ("et", "ou")
"""What joins a unit to another that a line names: "in euros and in cents"."""

WHEN: Final = ("en", "au", "aux", "à", "depuis")
"""What may follow a unit, and says when or where, or at what prices: "EUR bn in 2024 prices"."""

FOR_EACH: Final = r"(?:pour|sur|par)"
"""What stands before a round number that a share is told for: "per 1,000"."""

SHARE: Final = re.compile(
    r"(?<!\w)(?:(?<!à )(?<!d’autre )part(?= (?:de|des|du|en)(?!\w)| d’)|proportion"
    r"|(?<!taux de )couverture)(?!\w)",
    re.IGNORECASE,
)
"""What calls a number a share of a whole, which is at most all of it."""

NO_SHARE: Final = re.compile(
    r"(?<!\w)(?:croissance|évolution|variation|hausse|baisse|indice|rapport|augmentation"
    r"|objectif\w*|plan|prévision\w*|pib|dettes?|brute?s?|liquidités?|occupation|capacité"
    r"|mobile|abonnements?|année de base|couverture (?:des|du) (?:coûts?|besoins|intérêts"
    r"|importations))(?!\w)",
    re.IGNORECASE,
)
"""What takes that back: a change, a share of a plan, or of what it is no part of, may be more than
all."""
