"""German words by which an amount is a year's: "der Betrag von 2016"."""

from __future__ import annotations

import re
from typing import Final

# Not "ein Betrag von 2016", nor "der Preis von 2023", der so hoch sein kann.
_OF_A_YEAR: Final = re.compile(
    r"(?<!\w)(?:der|die|das|dem|den|des) (?:\w*(?:beträge|betrag|wert|anstieg|rückgang|zuwachs"
    r"|defizit|überschuss|tarif|aufwand|umsatz)(?:e?s|e|en)?) von $",
    re.IGNORECASE,
)
_OVER: Final = re.compile(r"(?<!\w)über $", re.IGNORECASE)
_GOES_ON: Final = re.compile(
    r" ?(?:$|[.,;:!?…)](?! ?\d))| (?:ist|war|sind|waren|hat|hatte|haben|wird|wurde|werden|wurden"
    r"|bleibt|blieb|bleiben|blieben|liegt|lag|gilt|galt|beruht|soll|kann|muss|und|oder|aber)(?!\w)"
)
_SINCE: Final = re.compile(r"(?<!\w)(?:seit|ab) $", re.IGNORECASE)
_MORE: Final = re.compile(r" (?:mehr|weniger)(?= ?[.,;:!?]|$)")
_FOR: Final = re.compile(r"(?<!\w)für $", re.IGNORECASE)
_FORESEEN: Final = re.compile(
    r" (?:prognostiziert|geplant|erwartet|vorgesehen|veranschlagt|geschätzt|angekündigt)\w*(?!\w)"
)


def is_dated(left: str, right: str, rises: bool) -> bool:
    """Return whether it is "der Betrag von 2016 war", "über 2016–2024," or "für 2030 erwartet".

    "Seit 2025 mehr" is a year's as well.
    """
    if _SINCE.search(left) and _MORE.match(right):
        return True
    if _FOR.search(left) and _FORESEEN.match(right):
        return True
    dated = _OF_A_YEAR.search(left) or (rises and _OVER.search(left))
    return bool(dated) and bool(_GOES_ON.match(right))
