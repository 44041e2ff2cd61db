"""German times of day, and what makes a duration of what may be one."""

from __future__ import annotations

import re
from typing import Final

from builder.language.de.designations import PLURAL
from builder.language.designations import CLOCK, HOUR, SPOKEN

_HOUR: Final = rf"(?:{SPOKEN}|{HOUR})"
_TWELVE: Final = "(?:1[0-2]|[1-9])"
_AT: Final = "(?:um|gegen|ab|bis|vor|nach|seit|kurz_vor|kurz_nach|erst|schon|ist)".replace("_", " ")

TIMES: Final = (
    re.compile(
        rf"(?<![\w.,:])(?P<named>{_HOUR}(?:(?: ?[–-] ?| (?:und|bis|oder) ){_HOUR})?)(?= Uhr(?!\w)"
        r"(?! [A-ZÄÖÜ]\w+[ners](?!\w)))"
    ),
    # "um 10 Uhr 30".
    re.compile(rf"(?<![\w.,:])(?P<named>{_HOUR} Uhr [0-5]\d)(?!\d| {PLURAL})"),
    re.compile(
        rf"(?<!\w)(?:um|ab|bis|vor|nach|seit|gegen|von) (?P<named>{_HOUR})(?= Uhr(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:um|ab|bis|vor|nach) (?P<named>{CLOCK})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:zwischen|von) (?P<named>{CLOCK} (?:und|bis) {CLOCK})",
        re.IGNORECASE,
    ),
    # "gegen halb 8", "um 3 in der Früh", but "um 3 in der Woche".
    re.compile(
        rf"(?<!\w){_AT} halb (?P<named>{_TWELVE})(?![\w%‰]|[.,]\d| ?[%‰°€]| {PLURAL})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|[.!?:] )(?:Gegen|Kurz vor|Kurz nach) (?P<named>{_TWELVE})(?= (?:kommt|kam|kamen"
        r"|kommen|beginnt|begann|öffnet|schließt|fährt|fuhr|ist|war) (?:d|ein|sie|er|alle|wir"
        r"|Schluss))"
    ),
    re.compile(
        rf"(?<!\w){_AT} (?P<named>{_TWELVE})(?= (?:in der (?:Früh|Nacht)|am (?:Morgen|Abend"
        r"|Vormittag|Nachmittag|Mittag)|morgens|nachts|abends|mittags|früh)(?!\w))",
        re.IGNORECASE,
    ),
)
"""Patterns whose group `named` is a time of day, or two."""

MEASURED: Final = re.compile(
    r"(?<!\w)(?:stieg|steig|sank|sink|dauer|verkürz|verlänger|wuchs|fiel|begrenz"
    r"|verhält|siegt|gewann|gewinn|verlor|kost)\w*(?!\w)[^.;:!?]*$",
    re.IGNORECASE,
)
"""What makes a duration, anywhere in the clause before, of what may be a time of day."""

MEASURED_AFTER: Final = re.compile(
    r"[^.;:!?]*(?<!\w)(?:gestiegen|gesunken|gefallen|gewachsen|verkürzt|verlängert|verspätet|kürzer"
    r"|länger|später|früher|schneller|langsamer|voraus|zurück)(?!\w)"
)
"""What makes a duration of what may be a time of day, anywhere in the clause behind."""
