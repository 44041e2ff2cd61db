"""Ukrainian words beside which digits name something and count nothing, and times of day."""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, SPOKEN, designated, placed
from builder.language.years.rule import after

_ONE: Final = (
    r"(?:сторінк[аиуі]|сторінці|стор\.|див\. с\.|розділ(?:у|і|ом)?|глав[аиуі]|статт(?:я|і|ю|ею)"
    r"|ст\.|додат(?:ок|ка|ку)|пункт(?:у|і|ом)?|п\.|ч\.|номер(?:а|ом)?|№|резолюці[яїю]|директив[аиу]|постанов[аиу])"
)
# Words that stand before counts as well.
_PLACE: Final = (
    r"(?:частин[аиуі]|том(?:у|і)?|рів(?:ень|ня|ні)|етап(?:у|і)?|слайд(?:а|і)?|маршрут(?:у|і)?"
    r"|кабінет(?:у|і)?|сценарі(?:й|ю|ї)|лінія|зона)"
)
_PLACES: Final = r"(?:частини|томи|рівні|етапи|слайди|маршрути|кабінети|лінії|зони)"
_SMALL: Final = (
    r"(?:і|й|та|або|чи|але|проте|а|що|який|яка|яке|яку|де|як|якщо|бо|у|в|на|до|за|з|із|зі|від|після"
    r"|перед|під|над|при|про|для|без|через|між|щодо|він|вона|воно|це|цей|ця|цього|цієї|його|її|їх"
    r"|був|була|було|буде|не|ні|вже|ще|також|знову|лише|тільки|досі|нині|тепер|станом|діє|діяв|діяла"
    r"|діяло|набув|набула|набуло|каже|йде|є|має|мав|мала|може|почався|почалася|закінчився"
    r"|закінчилася|статт\w+|пункту|частини|розділу|додатка|додатку|закону|постанови|договору"
    r"|кодексу|конституції|плану|програми|звіту)"
)
# «ухвалено», «досягнуто», «закрита», «визначає», «діють»: no noun that is counted ends so.
_VERB: Final = (
    r"(?:[а-яіїєґ']+(?:ано|яно|ено|єно|уто|ито|ято|ана|ена|ута|ита|ята|аний|ений|тий|ається"
    r"|ється|иться|є"
    r"|(?<!с)[иаяую]ть))"
)
_GOES_ON: Final = (
    rf"(?!(?:або|чи|і|та|й) (?:більше|менше)(?!\w)|(?:з|із) них(?!\w))(?:{_SMALL}|{_VERB})"
)
_NOUN: Final = rf"(?-i:(?!(?:{_SMALL}|{_VERB})(?!\w))[а-яіїєґ][а-яіїєґ'-]*)"
_MANY: Final = (
    r"(?:сторінки|сторінках|стор\.|статті|статтях|ст\.|розділи|розділах|пункти|пунктах|№№)"
)
_AT: Final = r"(?:о|об|до|після)"
_HOUR: Final = CLOCK

_EACH: Final = "цій цьому цю кожній кожному кожен кожна одній одному"

DESIGNATED: Final = (
    *designated(_ONE, _MANY, "і|та|й|або|до", _EACH, _NOUN),
    *placed(_PLACE, _PLACES, "і|та|й|або|до", _EACH, _GOES_ON),
    re.compile(
        r"(?<!\w)(?P<named>1?\d)(?= клас(?:у|і|ом)(?!\w)(?! [а-яіїєґ']*(?:іл|ів|ей)(?!\w)))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?P<named>\d{1,2}-(?:й|го|му|м|а|ї|ій|х|ті))(?= (?:клас|поверс|поверх|округ"
        r"|скликанн|район|вид(?=ан))\w*)",
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
        rf"(?<![\w.,:])(?P<named>{SPOKEN}|(?:[01]?\d|2[0-4]))(?= (?:ранку|вечора|ночі)(?!\w))",
        re.IGNORECASE,
    ),
)
"""Patterns whose group `named` is a time of day, or two."""

MEASURED: Final = re.compile(
    r"(?<!\w)(?:зрос|зріс|збільш|зменш|скорот|тривал|трива|подовж|обмеж"
    r"|забира|забра|займа|рахун|відношен|співвіднош|виграл|програл|кошту)\w*(?!\w)[^.;:!?]*$",
    re.IGNORECASE,
)
"""What makes a duration, anywhere in the clause before, of what may be a time of day."""

COUNTED: Final = after(
    r"раз(?:и|ів)?|годин(?!і\b)\w*|хвилин\w*|д(?:ень|ні|нів)|тиж\w+|місяц\w+|рок\w+|тисяч\w*|мільйон\w*"
    r"|мільярд\w*|тис|млн|млрд|грив\w+|грн|осіб|людей|учн\w+|кілометр\w*|метр\w*|тонн\w*|гектар\w*"
    r"|відсотк\w*|пункт\w* відсотк\w*"
)
"""What makes an amount of digits that it follows."""

MEASURED_AFTER: Final = re.compile(r" (?:довше|коротше|пізніше|раніше|швидше|дороги|ходи)(?!\w)")
"""What makes a duration of what may be a time of day, and follows it."""

NOUNS: Final = re.compile(rf" (?=[а-яіїєґ'-]*[бвгґджзйклмнпрстфхцчшщиії](?!\w)){_NOUN}(?!\w)")
"""What may be counted by digits that it follows."""

AGED: Final = after("років", "роки", "рік", "року")
"""What follows ages."""

BOUNDS: Final = re.compile(r"(?<!\w)(?:і|й|та|або|чи|до)(?!\w)", re.IGNORECASE)
"""What makes a span of a number before it: 65 і старші."""
