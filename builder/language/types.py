"""How types are called in every language: aircraft, fuels, strains of a virus, plastics."""

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
)
"""Patterns whose group `named` is a type, whatever follows."""
