"""German citations of law, hours in lists and what else names, whatever follows."""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, HOUR, SPOKEN

CITED: Final = (
    # "Abfallwirtschaftsgesetz 2002", "Straßenverkehrsordnung 1960".
    re.compile(
        r"(?<!\w)(?-i:[A-ZÄÖÜ])[\w-]{0,60}(?:gesetz|verordnung|ordnung|richtlinie|vertrag"
        r"|abkommen)(?:es|s)?"
        r" (?:\([A-ZÄÖÜ][\w-]+\) )?(?P<named>(?:1[89]|20)\d\d)(?!\d|[.,]\d| [A-ZÄÖÜ]\w+(?:en|er"
        r"|e)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:Phase|Teil|Stufe|Schritt|Band|Runde) (?P<named>\d{1,2} von \d{1,2})"
        r"(?=[.,;:!?)]|$| (?:ist|war|hat|wird|endet|beginnt|der|des)(?!\w))"
    ),
    re.compile(rf"(?<![\w.,])(?P<named>{SPOKEN}|{HOUR})(?=-Uhr-\w)"),
)
"""Patterns whose group `named` counts nothing, whatever follows."""

HOURS: Final = (re.compile(rf"{CLOCK}(?:,? (?:oder|und|bis)|,) (?P<named>{CLOCK})"),)
"""Patterns whose group `named` is a time of day, but for what lasts so long."""

ENACTED: Final = re.compile(
    r"(?<!\w)(?:\w*gesetz(?:es|s)?|\w*verordnung|\w*erlass(?:es)?|\w*richtlinie"
    r"|\w*beschluss(?:es)?|\w*urteils?"
    r"|\w*bescheids?)(?: (?:Nr\.|\()[^.;!?]{0,30})? vom $",
    re.IGNORECASE,
)
"""What stands before the date of an act that is cited, which is no figure's."""

MONTH_LEADS: Final = False
"""Whether a month may stand before its day."""
