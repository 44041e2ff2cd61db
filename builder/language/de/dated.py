"""German words by which an amount is a year's: "der Betrag von 2016"."""

from __future__ import annotations

import re
from typing import Final

from builder.language.de.days import SEASON
from builder.language.de.plurals import ONE_DOES
from builder.language.years.turns import FIGURE, Turns

# Not "ein Betrag von 2016", nor "der Preis von 2023", der so hoch sein kann.
_OF_A_YEAR: Final = re.compile(
    r"(?<!\w)(?:der|die|das|dem|den|des) (?:\w*(?:beträge|betrag|wert|anstieg|rückgang|zuwachs"
    r"|defizit|überschuss|tarif|aufwand|umsatz)(?:e?s|e|en)?) von $"
    r"|(?<!\w)(?:denen|derer|dem|der|jene[mnrs]?) von $",
    re.IGNORECASE,
)
_OVER: Final = re.compile(r"(?<!\w)über $", re.IGNORECASE)
_GOES_ON: Final = re.compile(
    r" ?(?:$|[.,;:!?…)](?! ?\d))| (?:ist|war|sind|waren|hat|hatte|haben|wird|wurde|werden|wurden"
    r"|fehlt|fehlte|fehlen|stammt|stimmt|dient|zeigt"
    r"|bleibt|blieb|bleiben|blieben|liegt|lag|gilt|galt|beruht|soll|kann|muss|und|oder|aber)(?!\w)"
)
_SINCE: Final = re.compile(r"(?<!\w)(?:seit|ab) $", re.IGNORECASE)
_MORE: Final = re.compile(r" (?:mehr|weniger)(?= ?[.,;:!?]|$)")
_IN_FORCE: Final = re.compile(r" in Kraft(?!\w)")
# "vor der Verordnung von 1977 gebaute Häuser", but "das Gesetz von 1977 Seiten".
_ENACTED: Final = re.compile(
    r"(?<!\w)(?:der|des|dem|das|die) (?:[\w-]+ )?\w*(?:gesetz(?:es)?|ordnung|novelle|reform"
    r"|richtlinie"
    r"|norm|abkommens?|beschluss(?:es)?|vertrag(?:s|es)?) von $",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(r" [A-ZÄÖÜ]")
_FOR: Final = re.compile(r"(?<!\w)für $", re.IGNORECASE)
_FORESEEN: Final = re.compile(
    r" (?:prognostiziert|geplant|erwartet|vorgesehen|veranschlagt|geschätzt|angekündigt)\w*(?!\w)"
)


# "Gegenüber 2019 kamen 2024 weniger": what is held against a year is of a year.
_HELD: Final = re.compile(
    r"(?:^|[.!?:;] )(?:gegenüber|im vergleich (?:zu|mit)|verglichen mit|anders als|seit) \d{4}"
    r" [a-zäöüß]+(?: (?:die|der|das|den|dem|es|wir|sie)(?: [^\W\d_]+)?)? $",
    re.IGNORECASE,
)


def is_dated(left: str, right: str, rises: bool) -> bool:
    """Return whether it is "der Betrag von 2016 war", "über 2016–2024," or "für 2030 erwartet".

    "Seit 2025 mehr" is a year's as well, and "2024 in Kraft".
    """
    if _SINCE.search(left) and _MORE.match(right):
        return True
    if _HELD.search(left) and (_MORE.match(right) or _GOES_ON.match(right)):
        return True
    if _IN_FORCE.match(right) or (_ENACTED.search(left) and not _COUNTED.match(right)):
        return True
    if _FOR.search(left) and _FORESEEN.match(right):
        return True
    dated = _OF_A_YEAR.search(left) or (rises and _OVER.search(left))
    return bool(dated) and bool(_GOES_ON.match(right))


TURNS: Final = Turns(
    seasons=rf"{SEASON}|\w*(?:jahre?s?|sommer|winter|saison|welle)|zuletzt|zuerst|damals",
    made=r"(?:wieder|neu|zuletzt|erst|schon|bereits )?(?:er|ge|um|neu|aus)?(?:öffnet|baut"
    r"|gründet|richtet)"
    r"|saniert|gestartet|begonnen|aufgelegt|beendet|aufgelöst|umbenannt|vereinbart|renoviert|modernisiert|erneuert|geboren|gestorben|erschienen|beschlossen|eingeführt"
    r"|verabschiedet|geändert|fertiggestellt|stillgelegt|veröffentlicht|novelliert",
    one=rf"{ONE_DOES}|lag|liegt|waren es {FIGURE}",
    only="nur|auch|allein|einzig|schon|bereits|erst",
    aside="in|im|am|an|nach|vor|während|eine?m?|der|das|dem",
    hotter=r"(?:heißer|wärmer|kühler|kälter|trockener|nasser|feuchter|milder|sonniger"
    r"|schlimmer|länger|kürzer|teurer|billiger|voller|leerer|lauter|leiser|ruhiger) als",
    more=r"(?:mehr|weniger|höher|niedriger|größer|kleiner|tiefer) als",
    mean=r"(?:im|das|dem|vom) \w*(?:mittel|durchschnitt|schnitt)(?: der jahre| von)?",
    like="wie|in|als",
    given="für",
    then="liegen|liegt|fehlen|fehlt|gibt es|gilt|ist|sind|plant|rechnet|erwartet|werden",
    compares=r"vergl(?:eicht|ich|ichen|eichen|eiche|ichen wir)|gegenüberstellt|stellt",
    beside="mit|und|gegenüber",
    than="über|unter|vor|hinter|als|wie",
    within="im Jahr|in",
    looks=r"(?:(?:rück|aus|ein|über)?blicke?|rückschau|vorschau|vergleiche?|lehren|lektionen"
    r"|weg|wege|kurs"
    r"|sicht|erinnerung(?:en)?|abschied|erkenntnisse|erfahrungen|fazit|bilanz|zurück|start|auftakt"
    r"|schritte?|fahrplan|perspektiven?|fokus|hoffnung(?:en)?|gedanken|bericht|eindrücke"
    r"|ausrichtung)"
    r" (?:auf|mit|aus|nach|zu|zum|von|in|für|bis|an)|kurs|richtung|jenseits von",
    asks="warum|weshalb|wieso|wie|was|wofür",
    matters="zählt|zählte|wichtig|verlief|lief|bringt|brachte|bedeutet|bedeutete|gelang|anders",
    against=r"gegen|gegenüber|versus|vs\.?|statt|oder|und|zu|im Vergleich zu",
    bare=r"(?:\w+) ",
    founded=r"(?:ge|er|be)gründet|(?:er)?baut|erbaute[nrs]?|gebaut|errichtet|eröffnet|entstand"
    r"|entstanden|brannte|abgebrannt|geboren|gestorben|baujahr",
    arrives=r"(?:(?:an)?stieg(?:en)?|steig(?:t|en)|sank(?:en)?|sink(?:t|en)|fiel(?:en)?|fällt|fallen"
    r"|wuchs(?:en)?|wächst|kletter\w+|schrumpf\w+|erhöh\w+|verringer\w+|(?:ging|geht|nahm)\w*)"
    r"[^.;:!?]* (?<!von )(?<!winter )(?<!wechsel )(?<!saison )\d{4} auf",
)
"""Words of the turns that all languages have."""
