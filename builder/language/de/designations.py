"""German words beside which digits name something and count nothing, and times of day."""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, designated
from builder.language.years.rule import after, one_of

_ONE: Final = one_of(
    "Seite S\\. Kapitel Kap\\. Artikel Art\\. Anhang Anlage Abschnitt Absatz Abs\\. Ziffer Ziff\\."
    " Satz § Paragraf Paragraph Teil Titel Band Bd\\. Nummer Nr\\. Stufe Phase Szenario Folie Linie"
    " Gleis Raum Klasse Zone COP"
)
_MANY: Final = one_of("Seiten Artikel Abschnitte Absätze Ziffern §§ Nummern Nrn\\. Folien Linien")
_HOUR: Final = rf"(?:{CLOCK}|(?:[01]?\d|2[0-4]))"

# But "Artikel 5 Absatz 2".
_PLURAL: Final = (
    r"(?-i:(?!Abs|Satz|Sätze|Nummer|Ziffer|Buchstabe|Zeile|Spalte|Richtung)[A-ZÄÖÜ][\w-]+[ners])"
)

DESIGNATED: Final = (
    *designated(
        _ONE,
        _MANY,
        "und|oder|bis",
        "diese dieser diesem diesen dieses jede jeder jedem jedes pro je eine einer einem ein zum",
        _PLURAL,
    ),
    re.compile(
        r"(?<!\w)(?P<named>\d{1,2}\.)(?= (?:Klasse|Bezirk|Wahlperiode|Stock|Auflage|Jahrgangsstufe"
        r"|Schuljahr|Bundestag|Legislaturperiode)(?!\w))"
    ),
)
"""Patterns whose group `named` is a designation."""

TIMES: Final = (
    re.compile(
        rf"(?<![\w.,:])(?P<named>{_HOUR}(?:(?: ?[–-] ?| (?:und|bis|oder) ){_HOUR})?)(?= Uhr(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:um|ab|bis|vor|nach|seit|gegen) (?P<named>(?:[01]?\d|2[0-4]):[0-5]\d(?!\d))",
        re.IGNORECASE,
    ),
)
"""Patterns whose group `named` is a time of day, or two."""

MEASURED: Final = re.compile(
    r"(?<!\w)(?:stieg|steig|sank|sink|dauer|verkürz|verlänger|wuchs|fiel|begrenz)\w*(?!\w)[^.;:!?]*$",
    re.IGNORECASE,
)
"""What makes a duration, anywhere in the clause before, of what may be a time of day."""

COUNTED: Final = after(
    "mal Stunden? Minuten? Tagen? Tage Wochen? Monaten? Monate Jahren? Jahre tausend Millionen?"
    " Milliarden? Euro Franken Dollar Menschen Personen Kilometern? Kilometer Metern? Meter Tonnen?"
    " Hektar Prozent Punkten? Punkte Einwohnern? Einwohner".replace(" ", "|"),
)
"""What makes an amount of digits that it follows."""
