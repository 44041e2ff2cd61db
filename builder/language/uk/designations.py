"""Ukrainian words beside which digits name something and count nothing, and times of day."""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, designated
from builder.language.years.rule import after

_ONE: Final = (
    r"(?:сторінк[аиуі]|сторінці|стор\.|с\.|розділ(?:у|і|ом)?|глав[аиуі]|статт(?:я|і|ю|ею)|ст\.|додат(?:ок"
    r"|ка|ку)|пункт(?:у|і|ом)?|п\.|частин[аиуі]|ч\.|том(?:у|і)?|номер(?:а|ом)?|№|рів(?:ень|ня|ні)|етап"
    r"(?:у|і)?|слайд(?:а|і)?|маршрут(?:у|і)?|кабінет(?:у|і)?|сценарі(?:й|ю|ї)|лінія|зона)"
)
_MANY: Final = (
    r"(?:сторінки|сторінках|стор\.|статті|статтях|ст\.|розділи|розділах|пункти|пунктах|№№)"
)
_AT: Final = r"(?:о|об|з|із|від|до|після|близько)"
_HOUR: Final = r"(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)"

DESIGNATED: Final = (
    *designated(
        _ONE, _MANY, "і|та|й|або|до", "цій цьому цю кожній кожному кожен кожна одній одному"
    ),
    re.compile(r"(?<!\w)(?P<named>1?\d)(?= клас(?:у|і|ом)?(?!\w))", re.IGNORECASE),
    re.compile(
        r"(?<!\w)(?P<named>\d{1,2}-(?:й|го|му|м|а|ї|ій|х|ті))(?= (?:клас|поверх|округ|скликанн"
        r"|район|вид(?=ан))\w*)",
        re.IGNORECASE,
    ),
)
"""Patterns whose group `named` is a designation."""

TIMES: Final = (
    re.compile(
        rf"(?<!\w)(?:з|із|від|між) (?P<named>{_HOUR} (?:до|по|і|та) {_HOUR})", re.IGNORECASE
    ),
    re.compile(rf"(?<!\w){_AT} (?P<named>{_HOUR})", re.IGNORECASE),
    re.compile(r"(?<!\w)об? (?P<named>(?:[01]?\d|2[0-4]))(?= годині(?!\w))", re.IGNORECASE),
    re.compile(
        rf"(?<![\w.,:])(?P<named>{CLOCK}|(?:[01]?\d|2[0-4]))(?= (?:ранку|вечора|ночі)(?!\w))",
        re.IGNORECASE,
    ),
)
"""Patterns whose group `named` is a time of day, or two."""

MEASURED: Final = re.compile(
    r"(?<!\w)(?:зрос|зріс|збільш|зменш|скорот|тривал|трива|подовж|обмеж)\w*(?!\w)[^.;:!?]*$",
    re.IGNORECASE,
)
"""What makes a duration, anywhere in the clause before, of what may be a time of day."""

COUNTED: Final = after(
    r"раз(?:и|ів)?|годин(?!і\b)\w*|хвилин\w*|д(?:ень|ні|нів)|тиж\w+|місяц\w+|рок\w+|тисяч\w*|мільйон\w*"
    r"|мільярд\w*|тис|млн|млрд|грив\w+|грн|осіб|людей|учн\w+|кілометр\w*|метр\w*|тонн\w*|гектар\w*"
    r"|відсотк\w*|пункт\w* відсотк\w*"
)
"""What makes an amount of digits that it follows."""
