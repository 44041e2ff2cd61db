"""German designations of the fire and rescue services: vehicles, rules of service, crews, calls.

Vehicles have the numbers of their standards and no others, since "HLF 12" may be so many of them.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.de.plural import PLURAL

# What is counted by digits before it, as in "LF 8 Feuerwehren"; "LF 20 KatS" is one of its kinds.
_UNCOUNTED: Final = rf"(?![\w%‰]|[.,:/-]\d| Cent(?!\w)| (?!KatS){PLURAL})"
_AND: Final = r"(?: und |, | oder | bzw\. | sowie )"
_VEHICLES: Final = {
    "LF": "8|10|16|20|24|8/6|10/6|16/12|20/16|16-TS|10/10|20/25",
    "HLF": "10|16|20|10/6|16/12|20/16",
    "StLF|MLF|STLF|KLF|HTLF|LHF": "8|10|16|10/6|20/25|16/12",
    "TLF": "2000|3000|4000|8|16|20|24|8/8|8/18|16/24|16/25|20/25|20/40|20/45|24/48|24/50",
    "DLK|DLA|DLAK|DLA ?\\(K\\)|DL|DLK-S": "12/9|18/12|23/12|30|23-12|18-12|12-9|37|42",
    "ELW|RW|VRW|KdoW|KEF": "1|2|3",
    "GW|WLF|AB": "L1|L2",
    "SW": "1000|2000|KatS|2000-Tr",
    "KTW|RTW": "4",
    "TS|PFPN": "8/8|10-1000|10-1500|10-2000|2/5",
    "FLF|ULF|GTLF": "20/30|24/85|40/60|80/125",
}
_RULE: Final = r"\d{1,3}(?:[/.-]\d{1,3}){0,2}"
_NOT_EACH: Final = r"(?<!\bje )(?<!\bpro )"


def _vehicle(short: str, numbers: str) -> re.Pattern[str]:
    many = sorted(numbers.split("|"), key=len, reverse=True)
    number = f"(?:{'|'.join(many)})"
    return re.compile(
        rf"{_NOT_EACH}(?<![\w-])(?:{short})(?: |-)?"
        rf"(?P<named>{number}(?:{_AND}{number})*){_UNCOUNTED}"
    )


SERVICES: Final = (
    *(_vehicle(short, numbers) for short, numbers in _VEHICLES.items()),
    # "FwDV 2", "DGUV Vorschrift 49", "PDV 100".
    re.compile(
        r"(?<![\w-])(?:FwDV|Feuerwehrdienstvorschrift|PDV|THW-DV|KatS-?DV|UVV|HDv|ZDv|ADv|AGBF"
        r"|DGUV(?:[ -](?:Vorschrift|Regel|Information|Grundsatz))|vfdb(?:-Richtlinie)?) "
        rf"(?P<named>{_RULE}(?:{_AND}{_RULE})*){_UNCOUNTED}"
    ),
    # "eine Stärke von 1/8", "die Löschgruppe (1/8/9)": leaders, crew, and all of them.
    re.compile(
        r"(?<!\w)\w*[Ss]tärken?(?: von| \()? ?(?P<named>\d/\d{1,2}(?:/\d{1,3}){0,2})"
        r"(?![\w%]|[.,/]\d)"
    ),
    re.compile(
        r"(?<!\w)(?:\w*[Gg]ruppe|\w*[Ss]taffel|\w*[Tt]rupp|\w*[Zz]ug|Besatzung|Mannschaft) "
        r"(?:\(|mit )(?P<named>\d/\d{1,2}(?:/\d{1,3}){0,2})(?![\w%]|[.,/]\d)"
    ),
    # "Stichwort B 3", "Alarmstichwort THL1".
    re.compile(
        r"(?<!\w)\w*[Ss]tichw(?:ort|orte[ns]?|örter) (?P<named>[A-Z]{1,6} ?\d{1,2}[A-Z]?"
        rf"(?:{_AND}[A-Z]{{1,6}} ?\d{{1,2}}[A-Z]?)*){_UNCOUNTED}"
    ),
    # "bei Kilometer 12,3", "die BAB 7", "die Nummer 116 117".
    re.compile(
        r"(?<!\w)(?:[Bb]ei|[Aa]n|[Aa]m|[Aa]b|[Bb]is|[Vv]on|[Zz]wischen|Höhe) "
        r"(?:[Ss]trom|[Bb]ahn|[Ss]trecken|[Aa]utobahn|[Ff]luss)?[Kk]ilometer "
        r"(?P<named>\d{1,4}(?:,\d{1,3})?"
        rf"(?: und \d{{1,4}}(?:,\d{{1,3}})?)?){_UNCOUNTED}"
    ),
    re.compile(
        rf"(?<!\w)(?:Anschlussstellen|Ausfahrten|Abfahrten) (?P<named>\d{{1,3}}[a-z]?"
        rf"(?:{_AND}\d{{1,3}}[a-z]?)+){_UNCOUNTED}"
    ),
    re.compile(rf"(?<![\w-])BAB (?P<named>\d{{1,3}}(?:{_AND}\d{{1,3}})*){_UNCOUNTED}"),
    re.compile(
        rf"(?<!\w)(?:[Dd]ie|[Dd]er|[Uu]nter|[Nn]ummer|[Nn]otruf) (?P<named>116 ?117){_UNCOUNTED}"
    ),
    re.compile(r"\([A-Z]{1,4} (?P<named>(?:19|20)\d\d/\d{2,5})\)"),
    re.compile(r"(?<!\w)GW-(?P<named>[A-Z]\d)(?!\w)"),
    # "Vorlage KT 2024/0187".
    re.compile(
        r"(?<!\w)(?:Beschluss|\w*[Vv]orlage|Antrag|Anfrage|Drucksache)(?: Nr\.)? [A-Z]{1,4}[ -]"
        r"(?P<named>\d{1,4}/\d{1,5})(?![\d/])"
    ),
)
"""Patterns whose group `named` is a designation, unless a unit makes an amount of it."""
