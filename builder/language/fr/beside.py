"""French words beside numbers: that stay on their line, say the same, part rates, head sums."""

from __future__ import annotations

import re
from typing import Final

from builder.language.fr.days import MONTH
from builder.language.kept import kept

KEPT: Final = kept(
    MONTH,
    "p. pp. n° N° nº nos art. Art. al. chap. fig. Fig. tabl. éq. t. vol. L. R. D. env.",
    "an ans h heure heures",
    "M. MM.",
)

ALIKE: Final[tuple[frozenset[str], ...]] = ()
"""Words that say the same behind a number."""

TOTALS: Final = frozenset(
    ("total", "totaux", "ensemble", "somme", "total général", "toutes", "tous")
)
"""What heads a row or a column of sums."""

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

PER: Final = ("par",)
"""What stands between what a rate is of and what it is for."""

DEGREES: Final = ("degrés", "degré")
"""What differences of temperatures are counted in, beside kelvin."""

CENTS: Final = dict.fromkeys(("ct", "c€", "cent", "cents", "centime", "centimes"), "EUR")
"""Hundredths of money, and of which."""

SUBTOTALS: Final = re.compile(r"(?<!\w)sous-total(?!\w)|^total (?!général)\S", re.IGNORECASE)
"""What heads a row of the sum of those above it."""

ONCE: Final = re.compile(
    r"(?<!\w)(?:distincts?|distinctes?|uniques?|sans doublons?)(?!\w)", re.IGNORECASE
)
"""What heads a column in which nobody is counted twice, so that its total is no sum of it."""

REFERRED: Final = {
    "fig": r"fig(?:ures?|s?\.)",
    "tbl": r"tabl(?:eaux?|s?\.)",
    "eq": r"éq(?:uations?|s?\.)",
    "sec": r"sect(?:ions?|\.)|annexes?|ann\.",
}
"""What cross-references print before a number, by their kind, in each of its forms."""
