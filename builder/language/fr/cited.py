"""French citations of law, hours in lists and what else names, whatever follows."""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, HOUR

_HOURS: Final = rf"{HOUR} ?h(?: ?[0-5]\d)?(?!\w)"

CITED: Final = (
    re.compile(
        rf"(?<!\w)(?:ouver|ferm|ouvr|circul|fonctionn|servi)\w* (?:\w+ )?de (?P<named>{HOUR} (?:à"
        rf"|et) {HOUR})"
        r"(?= h(?:eures)?(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:phase|partie|étape|tome|tour|volet) (?P<named>\d{1,2} (?:sur|de) \d{1,2})"
        r"(?=[.,;:!?)]|$| (?:est|était|a|du|des|s'achève|commence)(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)[Zz]ones? (?P<named>[235]0)(?= ?[.,;:!?)]|$| (?:est|sont|a|ont|et"
        r"|du)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:la|de|en|une) classe (?P<named>[1-9])(?= ?[.,;:!?)]|$| (?:s'|est|du|des"
        r"|ne)(?!\w)"
        r"| s')"
    ),
)
"""Patterns whose group `named` counts nothing, whatever follows."""

HOURS: Final = (
    re.compile(rf"{CLOCK}(?:,? (?:ou|et|à)|,) (?P<named>{CLOCK})"),
    re.compile(rf"(?<!\w)à (?P<named>{_HOURS},? (?:ou|et|puis) {_HOURS})"),
)
"""Patterns whose group `named` is a time of day, but for what lasts so long."""

ENACTED: Final = re.compile(
    r"(?<!\w)(?:lois?|décrets?|arrêtés?|ordonnances?|directives?|délibérations?|circulaires?"
    r"|décisions?"
    r"|arrêts?)(?: (?:n[o°]|no\.)[^.;!?]{0,30})? du $",
    re.IGNORECASE,
)
"""What stands before the date of an act that is cited, which is no figure's."""

MONTH_LEADS: Final = False
"""Whether a month may stand before its day."""
