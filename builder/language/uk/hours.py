"""Ukrainian times of day, and what makes a duration of what may be one."""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, HOUR, SPOKEN

_AT: Final = r"(?:о|об|до|після)"
_HOUR: Final = CLOCK
_ENDS: Final = "(?:ї|й|ю|ій|ою|у|а|я)"

TIMES: Final = (
    re.compile(rf"(?<=[\dа-я], )(?P<named>{CLOCK})(?= ?(?:$|[.:;,)]))"),
    re.compile(
        rf"(?<!\w)(?:з|із|від|між) (?P<named>{_HOUR} (?:до|по|і|та) {_HOUR})", re.IGNORECASE
    ),
    re.compile(rf"(?<!\w){_AT} (?P<named>{_HOUR})", re.IGNORECASE),
    re.compile(rf"(?<!\w)об? (?P<named>{HOUR})(?= годині(?!\w))", re.IGNORECASE),
    # «між 6 та 22 годинами», «з 6.00 до 22.00», «з опівночі до 5 години», «о пів на 8».
    re.compile(rf"(?<!\w)між (?P<named>{HOUR} (?:і|й|та) {HOUR} годинами)(?!\w)", re.IGNORECASE),
    re.compile(
        rf"(?<!\w)(?:з|із|від) (?P<named>{HOUR}\.[0-5]\d (?:до|по) {HOUR}\.[0-5]\d)(?!\w|[.,]\d)",
        re.IGNORECASE,
    ),
    # Of amounts it would be «до 5 годин»; «до 1 години» and «до 21 години» may be those.
    re.compile(
        r"(?<!\w)(?:з|із|до|після|від|близько|біля|перед) (?P<named>(?:[02-9]|1\d|2[02-4])"
        r" години)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:о|об|до|після|від|з|близько) пів на (?P<named>1[0-2]|[1-9](?:-у)?)"
        r"(?!\w|[.,]\d|-)",
        re.IGNORECASE,
    ),
    # «після 22-ї», «між 22-ю та 6-ю»: an ordinal; «до 5-ї частини» is a share.
    re.compile(
        rf"(?<!\w)(?:о|об|до|після|з|із|від|між|близько|перед|на) (?P<named>{HOUR}-{_ENDS}"
        rf"(?: (?:до|по|і|й|та) {HOUR}-{_ENDS})?(?: годин(?:ами|и|і|у|ою))?)(?!\w| (?:част|дол)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:об?|до|після) (?P<named>{HOUR} год(?:\."
        r"|ині)? [0-5]\d хв(?:илин\w*|\.)?)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\w.,:])(?P<named>{SPOKEN}|{HOUR})(?= (?:ранку|вечора|ночі)(?!\w))",
        re.IGNORECASE,
    ),
)
"""Patterns whose group `named` is a time of day, or two."""

MEASURED: Final = re.compile(
    r"(?<!\w)(?:зрос|зріс|збільш|зменш|скорот|тривал|трива|подовж|обмеж"
    r"|різниц|забира|забра|займа|рахун|відношен|співвіднош|виграл|програл|кошту)\w*(?!\w)[^.;:!?]*$",
    re.IGNORECASE,
)
"""What makes a duration, anywhere in the clause before, of what may be a time of day."""

MEASURED_AFTER: Final = re.compile(r" (?:довше|коротше|пізніше|раніше|швидше|дороги|ходи)(?!\w)")
"""What makes a duration of what may be a time of day, and follows it."""
