"""French words that head totals, subtotals, and rows that others hold already."""

from __future__ import annotations

import re
from typing import Final

TOTALS: Final = frozenset(
    (
        "total",
        "totaux",
        "ensemble",
        "somme",
        "total général",
        "toutes",
        "tous",
        "nombre total",
        "montant total",
        "total annuel",
        "en tout",
        "au total",
    )
)
"""What heads a row or a column of sums."""

_ALL: Final = (
    r"(?:année|mois|semaine|trimestre|semestre|saison|exercice|période|commune|département|région"
    r"|ville|canton|pays|territoire|agglomération|intercommunalité|métropole|réseau|secteur)"
)
TOTALLED: Final = re.compile(
    r"(?:total|ensemble|somme)"
    r" (?:(?:de|pour|sur|dans)(?: toute?)? (?:l[’']|la |le |les |cette |ce )"
    rf"|du |de toute? (?:l[’']|la |le )){_ALL}(?: scolaire| civile)?"
    r"|total (?:(?:de|sur|pour) )?tou(?:te)?s (?:les )?(?!autres)\S.*"
    rf"|(?:toute? )?(?:l[’']|la |le ){_ALL} (?:au total|en tout|dans son ensemble)",
    re.IGNORECASE,
)
"""What heads one beside the words for all that there is: "Total for the year"."""

WHOLES: Final = re.compile(
    r"[σ∑]|somme (?:totale|des? \S.*)|total (?:des?|du|de la|de l’|toutes?|tous) ?\S.*"
    r"|ensemble (?:des?|du|de la|de l’) ?\S.*|tou(?:s|tes) les "
    r"(?!\S*(?:ans|années|mois|jours|semaines|trimestres|autres|\d))\S.*"
    r"|(?!autres? )\S.* (?:au total|total|totale|totaux|totales|dans son ensemble)",
    re.IGNORECASE,
)
"""What may head a row or a column of sums beside other words: "All districts", never of times."""

WITHIN: Final = re.compile(r"(?<!\w)(?:total|totaux|sous-total|ensemble|dont)(?!\w)", re.IGNORECASE)
"""What is said of a row that others hold already, or that holds others."""

SUBTOTALS: Final = re.compile(r"(?<!\w)sous-total(?!\w)|^total (?!général)\S", re.IGNORECASE)
"""What heads a row of the sum of those above it."""

ONCE: Final = re.compile(
    r"(?<!\w)(?:distincts?|distinctes?|uniques?|sans doublons?)(?!\w)", re.IGNORECASE
)
"""What heads a column in which nobody is counted twice, so that its total is no sum of it."""
