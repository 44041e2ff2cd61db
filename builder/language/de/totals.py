"""German words that head totals, subtotals, and rows that others hold already."""

from __future__ import annotations

import re
from typing import Final

TOTALS: Final = frozenset(
    (
        "summe",
        "gesamt",
        "insgesamt",
        "gesamtsumme",
        "total",
        "zusammen",
        "alle",
        "summe gesamt",
        "gesamtzahl",
        "gesamtbetrag",
        "jahressumme",
        "alles zusammen",
        "im ganzen",
    )
)
"""What heads a row or a column of sums."""

_ALL: Final = (
    r"\w*(?:jahr|monat|woche|quartal|saison|zeitraum|kreis|land|gemeinde|stadt|region|bezirk"
    r"|gebiet|verbund|netz)e?s?"
)
TOTALLED: Final = re.compile(
    r"(?:insgesamt|insg\.|(?:gesamt|jahres)?summe|gesamt|zusammen|total)"
    r" (?:(?:im|in der|des|der|für das|für die|für den|über das|über den|über die|je)"
    rf" (?:ganzen? |gesamten? )?{_ALL}|(?:über|für|in) allen? (?!ander|übrig|sonstig)\S.*"
    rf"|aller (?!ander|übrig|sonstig)\S.*)"
    rf"|(?:(?:der|die|das) )?(?:ganzer? |gesamter? |ganzes )?{_ALL} (?:insgesamt|insg\.|zusammen)",
    re.IGNORECASE,
)
"""What heads one beside the words for all that there is: "Total for the year"."""

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

SUBTOTALS: Final = re.compile(
    r"(?<!\w)(?:zwischen|teil)summe(?!\w)|^\S.* (?:gesamt|insgesamt|zusammen)$|^summe \S",
    re.IGNORECASE,
)
"""What heads a row of the sum of those above it."""

ONCE: Final = re.compile(r"(?<!\w)(?:ohne doppelz\w+|verschiedene\w*|eindeutig\w*)", re.IGNORECASE)
"""What heads a column in which nobody is counted twice, so that its total is no sum of it."""
