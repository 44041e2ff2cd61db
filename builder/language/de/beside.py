"""German words beside numbers: that stay on their line, say the same, part rates, head sums."""

from __future__ import annotations

import re
from typing import Final

from builder.language.de.days import MONTH
from builder.language.kept import kept

KEPT: Final = kept(
    MONTH,
    "S. Nr. Abs. Art. Kap. Abb. Tab. Bd. Ziff. Anm. Az. Drs. Rn. H. Lit. Buchst. ca. Gl. Satz",
    "Jahr Jahre Jahren Uhr Tsd. Mio. Mrd.",
    "Dr. Prof. St. Hr. Fr.",
)

ALIKE: Final[tuple[frozenset[str], ...]] = ()
"""Words that say the same behind a number."""

TOTALS: Final = frozenset(
    ("summe", "gesamt", "insgesamt", "gesamtsumme", "total", "zusammen", "alle", "summe gesamt")
)
"""What heads a row or a column of sums."""

WHOLES: Final = re.compile(
    r"[σ∑]|insg\.?|(?:end|gesamt|haupt|schluss|total)summen?|summe (?:aller|der|von) \S.*"
    r"|(?:alle|sämtliche) (?!\S*(?:jahr|monat|tag|woche|quartal|ander|übrig|sonstig|rest|weiter"
    r"|\d))\S.*|(?!sonstig|übrig|ander|weiter)\S.* (?:insgesamt|insg\.|zusammen|gesamt)"
    r"|gesamt(?:kosten|zahl|ausgaben|einnahmen|betrag|menge|fläche|aufwand|bestand|umsatz|verbrauch"
    r"|absatz|erlöse?|land|gebiet|bevölkerung)",
    re.IGNORECASE,
)
"""What may head a row or a column of sums beside other words: "All districts", never of times."""

WITHIN: Final = re.compile(
    r"(?<!\w)(?:summe|zwischensumme|teilsumme|gesamt|total|davon|darunter)(?!\w)", re.IGNORECASE
)
"""What is said of a row that others hold already, or that holds others."""

PER: Final = ("je", "pro")
"""What stands between what a rate is of and what it is for."""

DEGREES: Final = ("Grad",)
"""What differences of temperatures are counted in, beside kelvin."""

CENTS: Final = dict.fromkeys(("ct", "Ct", "Cent", "Cents", "cent"), "EUR")
"""Hundredths of money, and of which."""

SUBTOTALS: Final = re.compile(
    r"(?<!\w)(?:zwischen|teil)summe(?!\w)|^\S.* (?:gesamt|insgesamt|zusammen)$|^summe \S",
    re.IGNORECASE,
)
"""What heads a row of the sum of those above it."""

ONCE: Final = re.compile(r"(?<!\w)(?:ohne doppelz\w+|verschiedene\w*|eindeutig\w*)", re.IGNORECASE)
"""What heads a column in which nobody is counted twice, so that its total is no sum of it."""

REFERRED: Final = {
    "fig": r"Abbildung(?:en)?|Abb\.",
    "tbl": r"Tabellen?|Tab\.",
    "eq": r"Gleichung(?:en)?|Gl\.",
    "sec": r"Abschnitt(?:e?s|en?)?|Abschn\.|Anh(?:ang(?:e?s|e)?|änge?n?)",
}
"""What cross-references print before a number, by their kind, in each of its forms."""
