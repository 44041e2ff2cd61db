"""German words that the files add: labels, alt texts, and where abbreviations stand.

What links say that stand on a number alone, and what heads attached data and panels; how alt texts
say what a chart shows; words before an abbreviation that
would change the form of what it stands for.
"""

from __future__ import annotations

import re
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
    "no_total": "Ohne Summe: Daten fehlen",
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


LONGEST: Final = 300
"""Characters that an alt text has at most."""

PHRASES: Final[Mapping[str, str]] = {
    "pair": "{name}, {value}",
    "highest": "höchster Wert: {pair}",
    "lowest": "niedrigster: {pair}",
    "widest": "am breitesten: {pair}",
    "narrowest": "am schmalsten: {pair}",
    "fullest": "am stärksten besetzt: {pair}",
    "emptiest": "am schwächsten: {pair}",
    "largest_part": "größter Teil: {pair}",
    "smallest_part": "kleinster: {pair}",
    "dated": "{value} ({name})",
    "extremes": "{name}, {high}; {low}",
    "then": "dann {pairs}",
    "reach": "wie angegeben, am höchsten {high}, am niedrigsten {low}",
    "equal": "alle gleich: {value}",
    "span": "erst {first} ({start}), zuletzt {last} ({end})",
    "period": "von {start} bis {end}",
    "period_of_spans": "zuerst {start}, zuletzt {end}",
    "from_to": "{name}, erst {first}, zuletzt {last}",
    "rising": "durchweg steigend",
    "falling": "durchweg fallend",
    "highlighted": "hervorgehoben: {pairs}",
    "totals": "insgesamt erst {first}, zuletzt {last}",
    "highest_total": "höchste Summe: {pair}",
    "at_the_end": "am Ende am höchsten {high}, am niedrigsten {low}",
    "above": "{upper} durchweg über {lower}",
    "above_but": "{upper} über {lower}, außer: {names}",
    "above_from": "{upper} ab {start} über {lower}",
    "rising_together": "meist gilt: je höher „{x}“, desto höher „{y}“",
    "falling_against": "meist gilt: je höher „{x}“, desto niedriger „{y}“",
    "axis_range": "{name}, kleinster Wert {low}, größter {high}",
    "begins_at": "die Achse von „{name}“ beginnt bei {value}",
    "labelled": "{name}: {value}",
    "quantity": "{name} {value}",
    "beginning": "Anfang: {pair}",
    "steps": "Schritte: {pairs}",
    "largest_rise": "größter Anstieg: {pair}",
    "largest_fall": "größter Rückgang: {pair}",
    "largest_rise_by_share": "größter relativer Anstieg: {pair}",
    "largest_fall_by_share": "größter relativer Rückgang: {pair}",
    "falling_ones": "fallend: {names}",
    "end": "Ende: {pair}",
    "gives": "{giver} an {receiver}: {what}",
    "gives_to": "{givers} an {receivers}",
    "difference": "{end} gegenüber {start}: {value}",
    "difference_dated": "{end} gegenüber {start}: {value}",
    "span_of_values": "{low} bis {high}",
    "size_shown": "Fläche",
    "own_total": "Summe der Säule",
    "yearly": "{value} pro Jahr",
    "as_of": "Stand: {date}",
    "all_data": "alle {count} Werte stehen in den Daten des Diagramms",
}


# A noun without an adjective before it: "Deutscher Wetterdienst" bends in every case.
_NOUN: Final = r"(?![A-ZÄÖÜ]\w*(?:er|es|en|e) [A-ZÄÖÜ])[A-ZÄÖÜ]"
# What bends in no case, and whose plural the abbreviation would not be.
_FEMININE: Final = (
    r"(?:[A-ZÄÖÜ][\w-]{0,60}-? (?:und|oder) )?[A-ZÄÖÜ][\w-]{0,60}(?:ung|heit|keit|schaft|ion|tät|ik"
    r"|kammer"
    r"|behörde|agentur|stelle|kasse|anstalt|bank|schule|wehr|liga|zentrale|klinik|union|hilfe"
    r"|partei|polizei)(?= |$)"
)

INFLECTED: Final = re.compile(
    # First in its sentence it is in the case in which it was declared.
    r"^(?!\x00[A-ZÄÖÜ])"
    rf"(?!.*(?<!\w)(?i:das|dem|im|vom|zum|am|beim|ins|ein|kein) \x00{_NOUN})"
    rf"(?!.*(?<!\w)(?i:die|eine|keine) \x00(?:[A-ZÄÖÜ]\w*e )?{_FEMININE})"
    rf"(?!.*(?<!\w)(?i:der|zur|einer|keiner) \x00{_FEMININE})",
    re.DOTALL,
)
"""What an abbreviation is not to stand behind, in what is before it, NUL and what it is short for.

There the abbreviation stands first, and the words keep their own form in brackets behind it.
"""


def plural(_long: str) -> str:
    """Return what is several of what an abbreviation is short for: nobody can tell."""
    return ""
