"""Swiss numbers that count nothing, as French has them: laws, courts, parliament, addresses.

"RS 910.1", "ATF 137 II 313", "2C_458/2019", "1762 Givisiez", "rue de la Gare 12".
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.fr.postal import NAMED, STREET

_CANTON: Final = (
    r"(?:AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH)"
)
_LAWS: Final = rf"(?:RS|RSF|RSV|RSN|RSJU|RSG|RS{_CANTON}|BLV|ROF|BSG|BR|SR)"
_NUMBER: Final = r"\d{1,3}(?:\.\d{1,4}){0,4}(?!\w|,\d)"
# "route de Berne 3 vaches": what stands behind the number is counted by it.
_CLOSED: Final = (
    r"(?=[a-h]?(?: ?[.,;:!?)–—(]| ?$"
    r"| (?:à|et|ou|au|est|a|abrite|accueille|se|s'|de|dans|sera)(?!\w)))"
)
_JUDGED: Final = r"(?:[IVX]+[ab]?|[12456789][A-Z])"

NUMBERED: Final = (
    # Laws by their number in the collections, and where they were published.
    re.compile(rf"(?<!\w){_LAWS} (?P<named>{_NUMBER}(?:(?:, | et | ou ){_NUMBER})*)"),
    re.compile(
        r"(?<!\w)(?:RO|FF|ROF|RO/AS|BO|JdT|SJ|RDAF|RFJ|ZBl|BBl|AS)"
        r" (?P<named>(?:19|20)\d\d(?: (?:[IVX]+|[NE]))? \d{1,5}(?:,? ?(?:n°|p\.) ?\d+)?)"
        r"(?!\w|[.,]\d)"
    ),
    # Decisions: "ATF 137 II 313, consid. 3.2", "TF 2C_458/2019", "B-3542/2016", "605 2019 112".
    re.compile(
        rf"(?<!\w)ATF (?P<named>\d{{2,3}} {_JUDGED} \d{{1,4}}(?:,? consid\. \d{{1,2}}"
        r"(?:\.\d{1,2}){0,3})?)(?!\w|[.,]\d)"
    ),
    re.compile(r"(?<!\w)ATAF (?P<named>(?:19|20)\d\d(?:/| [IVX]+ ?/)\d{1,3})(?!\w|[.,]\d)"),
    re.compile(r"(?<![\w.,])(?P<named>[1-9][A-Z]_\d{1,4}/(?:19|20)\d\d)(?!\w|[.,]\d)"),
    re.compile(r"(?<![\w.,])(?P<named>[A-F]-\d{1,4}/(?:19|20)\d\d)(?!\w|[.,]\d)"),
    re.compile(
        r"(?<!\w)[Cc]onsid(?:\.|érants?) (?P<named>\d{1,2}(?:\.\d{1,2}){0,3})"
        r"(?=[a-z]?(?![\w]|[.,]\d))"
    ),
    # What a parliament handles: "motion 23.3421", "postulat 2022-GC-145".
    re.compile(
        r"(?<!\w)(?:[Mm]otions?|[Pp]ostulats?|[Ii]nterpellations?|[Ii]nitiatives?"
        r"(?: parlementaires?| cantonales?)?|[Qq]uestions?|[Oo]bjets?|[Mm]essages?|[Ii]v\. (?:pa"
        r"|ct)\.|[Mm]andats?"
        r"|[Rr]apports?|[Dd]écrets?|[Aa]ffaires?)(?: n°)?"
        r" (?P<named>\d\d\.\d{3,4}|(?:19|20)\d\d-[A-Z]{2,5}-\d{1,4})(?!\w|[.,]\d)"
    ),
    re.compile(
        r"(?<!\w)(?:[Cc]h|[Tt]abl?|[Gg]raph|[Ff]ig)\. (?P<named>\d{1,3}(?:\.\d{1,2}){0,3})"
        r"(?!\w|[.,]\d)"
    ),
    re.compile(r"(?<![\w.,])(?P<named>CHE-\d{3}\.\d{3}\.\d{3})(?!\w|[.,]\d)"),
    # Postcodes are found with the years that they look like, in `numbered`.
    re.compile(r"(?<!\w)(?:[Cc]ase postale|CP|[Cc]ase) (?P<named>\d{1,5})(?!\w|[.,]\d)"),
    # "rue de la Gare 12", "Grand-Rue 26".
    re.compile(rf"(?<!\w){STREET}{NAMED}{{1,6}} (?P<named>\d{{1,3}}){_CLOSED}"),
    re.compile(
        rf"(?<!\w)(?:Grand-?[Rr]ue|Grand-Places?|[A-Z][a-zé]+-?gasse)"
        rf" (?P<named>\d{{1,3}}){_CLOSED}"
    ),
)
"""Patterns whose group `named` is a designation, whatever follows."""
