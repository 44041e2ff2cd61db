"""German: what links say that stand on a number alone, and what heads attached data and panels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LABELS: Final[Mapping[str, str]] = {
    "key_figures": "Kennzahlen",
    "note_link": "Anmerkung {number}",
    "note_back": "Zurück zum Text, Anmerkung {number}",
    "page_figure": "Seite {page}, Zahl: {label}",
    "page_cited": "Seite {page}, Zitat",
    "data_heads": (
        "Kategorie | Reihe | Wert | wie gedruckt | Datum | "
        "Ereignis | Von | An | Was | Menge | Punkt | Größe"
    ),
    "findings": "Zentrale Ergebnisse",
    "in_a_sentence": "In einem Satz",
    "mean": "Mittelwert",
    "points_short": "PP",
    "takeaway": "Was das heißt",
    "no_data": "Keine Angabe",
    "values_counted": "Anzahl der Werte: {count}",
    "box_series": (
        "Ende des unteren Whiskers | Ende des oberen Whiskers | Unteres Quartil | Oberes "
        "Quartil | Median | Ausreißer"
    ),
    "box_note": (
        "Kästen umfassen die mittlere Hälfte der Werte, geteilt am Median. Die Linien "
        "reichen bis zu den äußersten Werten innerhalb von anderthalb Kastenlängen, Punkte "
        "liegen darüber hinaus."
    ),
    "gantt_note": "Der dunkle Teil eines Balkens ist erledigt.",
    "hatched": "Schraffiert: Daten fehlen",
    "off_the_map": "Nicht auf der Karte: {places}",
    "borders_un": "Grenzen nach Resolutionen der Vereinten Nationen",
    "borders_data": "Grenzen, wie Natural Earth sie zeichnet",
}

SHOWN: Final[Mapping[str, str]] = {
    "Emblem: three rising columns under an arch": (
        "Emblem: drei aufsteigende Säulen unter einem Bogen"
    ),
}
"""What our own pictures show, by what is said of them in English."""
