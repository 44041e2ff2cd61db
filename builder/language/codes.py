"""Codes by which archives, museums and registries name things, alike in every language.

Letters and digits, or digits in three parts, count nothing; dates, numbers with their thousands
grouped ("1.234.567") and sums of money are none of these.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.types import TYPES

_NO_SUM: Final = r"(?!EUR|USD|GBP|CHF|UAH)"
_NO_MORE: Final = r"(?![\w/%]|[.,]\d)"

CODES: Final = (
    *TYPES,
    # "HO 45/10629", "R 1501/10629".
    re.compile(
        rf"(?<![\w/-]){_NO_SUM}(?P<named>(?:[A-Z]{{2,4}} \d{{1,4}}/|[A-Z] "
        rf"\d{{2,4}}/)\d{{3,6}}){_NO_MORE}"
    ),
    # "1987.34.2".
    re.compile(
        r"(?<![\w.,/-])(?!\d{1,3}(?:\.\d{3})+(?!\d|\.\d))(?!\d{1,2}\.\d{1,2}\.(?:\d\d|\d{4})(?!\d))"
        r"(?P<named>\d{1,4}(?:\.\d{1,4}){2,4})(?![\w%]|[.,]\d| ?[%‰°€$£₴])"
    ),
    # "LW/2025/0317", "12/345/6789".
    re.compile(
        rf"(?<![\w.,/-]){_NO_SUM}(?P<named>[A-Z]{{2,6}}(?:/[A-Z]{{1,4}})?/\d{{2,6}}(?:/\d{{1,6}})?"
        rf"|\d{{2,6}}/\d{{3,6}}/\d{{2,8}}){_NO_MORE}"
    ),
    re.compile(r"(?<![\w-])(?P<named>[ENSWK]\d{8}|UA\d{17}(?:\d{10})?)(?!\w)"),
    # Codes begin with 0, amounts do not: 08292, 09162000.
    re.compile(r"(?<![\w.,:/+-])(?P<named>0\d{3,9})(?![\w%:/-]|[.,]\d| \d| ?[%‰°€$£₴])"),
    # "policy HX-2209", "Op. 64", "BWV 1007", "patent EP 1234567", "the comet C/2020 F3", "52°N".
    re.compile(rf"(?<![\w/-]){_NO_SUM}(?P<named>[A-Z]{{2,5}}-\d{{4,6}}[A-Z]?){_NO_MORE}"),
    re.compile(
        r"(?<!\w)(?:[Oo]p\.|KV|BWV|HWV|RV|WoO|Hob\.|WAB|TWV)(?: \(?posth\.\)?)? ?"
        rf"(?P<named>\d{{1,4}}[a-z]?(?:(?:/| [Nn][ro]\.? ?)\d{{1,2}})?){_NO_MORE}"
    ),
    re.compile(rf"(?<!\w)(?:EP|WO|PCT) (?P<named>\d{{6,8}}(?: ?[AB]\d)?){_NO_MORE}"),
    re.compile(r"(?<!\w)(?P<named>[CPDX]/\d{4} [A-Z]\d{1,2})(?!\w)"),
    re.compile(r"(?<![\w.,])(?P<named>\d{1,3}(?:[.,]\d{1,6})?° ?(?:\d{1,2}['′] ?)?[NSEWO])(?!\w)"),
    re.compile(
        r"(?<!\w)(?:USB|HDMI|DVB|LTE|IPv|PCI|SATA|DDR|Bluetooth|TLS|SSL|PHP|Java|OAuth)[ -]?"
        rf"(?P<named>\d(?:\.\d{{1,2}})?){_NO_MORE}"
    ),
    # "Signal S113"; "S1 2025" is half of a year.
    re.compile(rf"(?<=[a-zäöüß] )(?P<named>[QHS]\d{{2,4}}){_NO_MORE}"),
    re.compile(
        r"(?<!\w)(?:[Cc]ode|Kode|[Hh]eading|CN|HS|KN|[Pp]osition|[Кк]од\w*) "
        rf"(?P<named>\d{{2}}\.\d{{2}}(?:\.\d{{2}})?){_NO_MORE}"
    ),
    # ICD's "Z89.5".
    re.compile(r"(?<![\w-])(?P<named>[A-Z]\d\d\.\d{1,2})(?![\w%])"),
    # "A4512CE": letters before and behind digits; "folio 12v".
    re.compile(r"(?<![\w.,-])(?P<named>[A-Z]{1,3}\d{2,6}[A-Z]{1,3}\d{0,4})(?![\w%])"),
    re.compile(
        r"(?<!\w)(?:[Ff]ol(?:\.|io|ios)?|[Bb]latt|Bl\.|[Аа]рк\.) ?(?P<named>\d{1,4}[rv])(?!\w)"
    ),
)
"""Patterns of codes, whatever follows."""
