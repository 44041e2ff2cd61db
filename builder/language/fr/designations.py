"""French words beside which digits name something and count nothing, and times of day."""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, designated
from builder.language.years.rule import after, one_of

_ONE: Final = one_of(
    "page p\\. chapitre chap\\. article art\\. annexe alinéa al\\. section paragraphe § partie"
    " titre livre tome numéro n° no niveau étape phase axe scénario diapositive diapo autoroute"
    " salle bâtiment quai échelon COP RD RN"
)
_MANY: Final = one_of("pages pp\\. chapitres articles annexes alinéas sections nos n°s étapes")
_HOUR: Final = rf"(?:(?:[01]?\d|2[0-4]) ?h(?: ?[0-5]\d)?|{CLOCK})(?!\w)"
# "à 7 h 30", "entre 7 h et 8 h", "de 7 h 30 à 9 h": a journey of 7 h 30 lasts so long.
_AT: Final = (
    r"(?:(?<!limit[ée] )(?<!limitée )(?<!réduit )(?<!passe )(?<!passé )(?<!passée )à|vers|dès|avant"
    r"|après|jusqu'à|depuis)"
)

_PLURAL: Final = (
    r"(?!(?:puis|mais|dans|sans|sous|vers|très|plus|moins|depuis|alors|dès|jamais|toujours|pas|après"
    r"|près|des|les|ses|nos|ces|aux|vous|nous|prévus|hors|lors)(?!\w))[a-zà-ÿ]{2,}[sx]"
)

DESIGNATED: Final = (
    *designated(
        rf"(?:{_ONE}|(?<!en )ligne)",
        _MANY,
        "et|ou|à",
        "ce cet cette chaque un une par même",
        _PLURAL,
    ),
    re.compile(r"(?<!\w)(?P<named>[LRDA]\. ?\d+(?:-\d+)+)(?!\w)"),
    # Classes and districts: "en 6e", "le 20e arrondissement".
    re.compile(
        r"(?:(?<=\ben )|(?<=\bclasse de )|(?<=\bélèves de )|(?<=\bclasses de ))"
        r"(?P<named>[3-6](?:e|ème))(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?P<named>\d{1,2}(?:er|re|e|ème))(?= (?:arrondissement|circonscription|étage"
        r"|division|édition|législature)(?!\w))",
        re.IGNORECASE,
    ),
)
"""Patterns whose group `named` is a designation."""

TIMES: Final = (
    re.compile(rf"(?<!\w)(?:entre|de) (?P<named>{_HOUR} (?:et|à) {_HOUR})", re.IGNORECASE),
    re.compile(rf"(?<!\w){_AT} (?P<named>{_HOUR})", re.IGNORECASE),
)
"""Patterns whose group `named` is a time of day, or two."""

MEASURED: Final = re.compile(
    r"(?<!\w)(?:pass|augment|baiss|diminu|rédui|allong|raccourc|mont|tomb|dur|limit|bond|prolong|étend)\w*(?!\w)[^.;:!?]*$",
    re.IGNORECASE,
)
"""What makes a duration, anywhere in the clause before, of what may be a time of day."""

COUNTED: Final = after(
    "fois heures? minutes? jours? semaines? mois ans? années? mille milliers? millions? milliards?"
    " euros? francs? habitants? élèves personnes kilomètres? mètres? tonnes? hectares? pour_cent"
    " points?".replace(" ", "|").replace("_", " "),
)
"""What makes an amount of digits that it follows."""
