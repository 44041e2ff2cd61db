"""French times of day, and what makes a duration of what may be one."""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, HOUR
from builder.language.fr.designations import PLURAL

_HOUR: Final = (
    rf"(?:{HOUR} ?h(?: ?[0-5]\d(?!\d))?|{CLOCK})(?!\w)"
    r"(?! (?:de (?!l'|la )|d'|par |durant ))"
)
# "à 7 h 30", "entre 7 h et 8 h", "de 7 h 30 à 9 h": a journey of 7 h 30 lasts so long.
_AT: Final = (
    r"(?:(?<!limit[ée] )(?<!limitée )(?<!réduit )(?<!passe )(?<!passé )(?<!passée )à|vers|dès|avant"
    r"|après|jusqu'à)"
)

_SPELT: Final = rf"{HOUR} heures(?: [0-5]\d(?!\d)| et demie| et quart| moins le quart)?(?!\w)"
_PARTS: Final = (
    r"(?:du matin(?! (?:au|à|jusqu))|du soir|de l'après-midi|de la nuit|précises|pile|tapantes)"
)
_NOON: Final = r"(?:minuit|midi)"
# "À 3 heures du centre" is as far away, "après 3 heures de route" lasts so long.
_ALONE: Final = r"(?! (?:de |d'|du |des |par |durant |plus |en moyenne|au total)|\d)"
# Hours of the evening: after 3 hours may be when so many have passed.
_LATE: Final = "(?:19|2[0-3])"
_BEGINS: Final = (
    r"(?:ouvr|ferm|commenc|début|fini|termin|réuni|part|repart|arriv|lèv|lev|couch|rentr|sort"
    r"|démarr|rouvr|allum|étei|éteint|sonn|dîn|déjeun|convoqu|réunion|séance|rendez-vous|départ"
    r"|arrivée|ouverture|fermeture|début|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|demain|hier|matin|soir)\w*"
)
# An hour by day to one by night, and from the night to the morning, are none of a duration.
_ACROSS: Final = (
    r"(?:(?:[5-9]|1[0-2])(?: heures)? (?:et|à) (?:19|2[0-3])"
    r"|(?:19|2[0-3])(?: heures)? (?:et|à) [4-9]) heures(?!\w)"
)

TIMES: Final = (
    re.compile(rf"(?<![\w.,])(?P<named>{_HOUR} ?[–-] ?{_HOUR})"),
    re.compile(rf"(?<=[a-zé], )(?P<named>{_HOUR})(?= ?(?:$|[.:;,)]))"),
    re.compile(
        rf"(?<!\w)(?:le|la|du|au|les|des|premier|dernier) (?:car|bus|train|tram|TER|TGV|ferry|bac"
        rf"|journal|messe|navette)s? de (?P<named>{_HOUR})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:entre|(?<!est )(?<!sont )(?<!était )(?<!sera )de)"
        rf" (?P<named>{_HOUR} (?:et|à) {_HOUR})",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w){_AT} (?P<named>{_HOUR})", re.IGNORECASE),
    re.compile(
        rf"(?<!\w){_AT} (?P<named>{HOUR} heures [0-5]\d)(?!\d| {PLURAL})",
        re.IGNORECASE,
    ),
    # "vers 3 heures du matin", "entre 6 heures et 22 heures", "de minuit à 5 heures".
    re.compile(rf"(?<![\w.,])(?P<named>(?:{HOUR}(?: heures)? (?:à|et|ou) )?{_SPELT})(?= {_PARTS})"),
    re.compile(
        rf"(?<!\w)(?:entre|(?<!est )(?<!sont )(?<!était )(?<!sera )de)"
        rf" (?P<named>(?:{_SPELT}|{_NOON}) (?:et|à) {_SPELT}|{_SPELT} (?:et|à) {_NOON}|{_ACROSS})"
        rf"{_ALONE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:vers(?: les)?|dès|avant|sur le coup de|il (?:est|était|sera)"
        rf"|(?:après|jusqu'à)(?= {_LATE} )|à partir de(?! \d )) (?P<named>{_SPELT}){_ALONE}",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w){_BEGINS}(?: [\w'-]+)? (?:à|jusqu'à) (?P<named>{_SPELT}){_ALONE}", re.I),
    re.compile(rf"(?:^|[.!?:;»] )À (?P<named>{_SPELT})(?=, )"),
    re.compile(
        rf"(?<!\w)(?:le|du|au|les|des|premier|dernier) (?:car|bus|train|tram|TER|TGV|ferry|bac"
        rf"|journal|navette)s? de (?P<named>{_SPELT}){_ALONE}",
        re.IGNORECASE,
    ),
)
"""Patterns whose group `named` is a time of day, or two."""

MEASURED: Final = re.compile(
    r"(?<!\w)(?:pass|augment|baiss|diminu|rédui|allong|raccourc|mont|tomb|dur|limit|bond|prolong"
    r"|étend"
    r"|dorm|dort|situé|rapport|ratio|score|battu|gagn|perd|coût)\w*(?!\w)[^.;:!?]*$"
    r"|(?<!\w)(?<!se )(?:fait|font|faisait|faisaient) (?:entre|de) $"
    r"|(?<!\w)(?:demand(?!ée?s?(?!\w))|attend|attente|délai|durée|moyenne|vari|oscill|va|vont|allait|faut|fallait"
    r"|prend|prenn|prit|exig|requ|nécessit|situ|compris|besoin|estim|évalu)\w*(?: \w+){0,2} $",
    re.IGNORECASE,
)
"""What makes a duration, anywhere in the clause before, of what may be a time of day."""

MEASURED_AFTER: Final = re.compile(
    r" (?:de (?!l'|la )|d'(?!hiver|été)|par |durant |plus |en moyenne|supplémentaires?|environ)"
)
"""What makes a duration of what may be a time of day, and follows it."""
