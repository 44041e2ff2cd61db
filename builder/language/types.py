"""How types are called in every language, and ships, plates and addresses that registers number:
aircraft, fuels, strains of a virus, plastics.
"""

from __future__ import annotations

import re
from typing import Final

TYPES: Final = (
    # "A400M", "SP95-E10", "BA.5"; letters that stand for thousands or millions begin no type here.
    re.compile(
        r"(?<![\w.,$€£/–-])(?P<named>[A-JLN-Z]\d{2,3}[A-Z]|[A-Z]{2}\d\d-[A-Z]\d{1,2}"
        r"|[A-Z]{2,3}(?:\.\d{1,2}){1,3}|IPv[46])(?![\w%]|[.,]\d)"
    ),
    re.compile(
        r"(?<![\w-])(?:PETE?|HDPE|LDPE|PVC|PP|PS|PEHD|PEBD) (?P<named>0?[1-7])"
        r"(?!\w|[.,]\d| ?[%‰]| \d)"
    ),
    re.compile(r"(?<![\w-])(?P<named>[А-ЯІЇЄҐ][а-яіїєґ]{0,2}-\d{1,3}[А-ЯІЇЄҐ]{1,3}\d?)(?!\w)"),
    re.compile(r"(?<![\w-])(?P<named>(?:[Oo]m[eé]ga|[Оо]мега)-[369])(?!\w)"),
    # "IMO 9321483", "MSKU 123456 7", "192.168.0.1", "AB-123-CD", «АВ 1234 СЕ», "1987.45.2".
    re.compile(r"(?<!\w)IMO:? (?P<named>\d{7})(?!\w)"),
    re.compile(r"(?<!\w)(?!EUR|USD|GBP|CHF|UAH)(?P<named>[A-Z]{3}[UJZ] ?\d{6} ?-?\d)(?!\w|[.,]\d)"),
    re.compile(
        r"(?<![\w.,])(?!\d{1,3}(?:\.\d{3}){3})(?P<named>\d{1,3}(?:\.\d{1,3}){3}(?:/\d\d)?)"
        r"(?![\w%]|[.,]\d)"
    ),
    re.compile(
        r"(?<![\w-])(?P<named>[A-Z]{2}-\d{3}-[A-Z]{2}|[A-ZА-ЯІЇ]{2} \d{4} [A-ZА-ЯІЇ]{2}"
        r"|[А-ЯІЇ]{2}\d{4}[А-ЯІЇ]{2})(?!\w)"
    ),
    re.compile(r"(?<![\w.,])(?P<named>(?:1[89]|20)\d\d\.\d{1,4}\.\d{1,4})(?![\w%]|[.,]\d)"),
    # "CPV 45230000-8", tenders.
    re.compile(r"(?<![\w.,-])(?P<named>\d{8}-\d)(?![\w%-]|[.,]\d)"),
    re.compile(r"(?<![\w-])(?P<named>UA-\d{4}(?:-\d\d){2}-\d{6}-[a-z])(?!\w)"),
    # Patents, works, dangerous goods, genes and isotopes: "EP 1 234 567 B1", "K. 466", "UN 1203".
    re.compile(
        r"(?<!\w)(?:[Bb]revets?|[Pp]atents?|[Пп]атент\w*)(?: [nN]°| №)? "
        r"(?P<named>(?:(?:FR|EP|US|WO|UA|DE|GB|CH) ?)?\d[\d ]{4,11}\d(?: [A-C]\d)?)(?![\w%]|[.,]\d)"
    ),
    re.compile(
        r"(?<![\w.])(?:KV|BWV|HWV|Hob\.|K\.(?= ?\d{2})|[Oo]p\.) ?(?P<named>\d{1,4})(?![\w%]"
        r"|[.,]\d)"
    ),
    re.compile(r"(?<!\w)(?:UN|ONU|ООН) (?P<named>[0-3]\d{3})(?![\w%]|[.,]\d| \d)"),
    re.compile(
        r"(?<!\w)(?:[Gg]ènes?|[Gg]en[es]?|[Гг]ен\w{0,3}) (?P<named>[A-Z]{2,6}\d{1,3})"
        r"(?!\w)"
    ),
    re.compile(r"(?<!\w)(?:[Pp]rotéine|[Pp]rotein|[Бб]іл(?:ок|ка)) (?P<named>[a-z]\d\d)(?!\w)"),
    re.compile(
        r"(?<!\w)(?:[Vv]oyager|[Pp]ioneer|[Ss]poutnik|[Ss]oyouz|[Mm]ariner|Sentinel|Falcon)"
        r" (?P<named>\d{1,2})(?![\w%]|[.,]\d)"
    ),
    re.compile(r"№ ?(?P<named>[A-Z]\d{2,6})(?!\w)"),
    # "RAL 5010", "205/55 R16", "C25/30", "5W30".
    re.compile(r"(?<!\w)RAL (?P<named>\d{4})(?![\w%]|[.,]\d)"),
    re.compile(
        r"(?<![\w.,/])(?P<named>[12]\d5/\d\d ?R ?\d\d|C\d\d/\d\d|\d{1,2}W-?\d\d)(?![\w%/]"
        r"|[.,]\d)"
    ),
)
"""Patterns whose group `named` is a type, whatever follows."""
