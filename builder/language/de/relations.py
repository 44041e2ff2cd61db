"""German words that say of three figures how the third follows from the others."""

from __future__ import annotations

from typing import Final

from builder.language.relations import Relations

_CHANGE: Final = (
    "anstieg|zuwachs|zunahme|rückgang|abnahme|wachstum|steigerung|senkung|minderung|plus|minus"
    "|erhöhung|kürzung|verringerung"
)

RELATIONS: Final = Relations(
    restates=r"oder|also|das heißt|d\. ?h\.|das (?:ist|sind|war|waren|macht|entspricht)"
    r"|dies (?:ist|sind|entspricht)|mithin|somit|sprich|demnach|folglich|was|und damit|damit"
    r"|insgesamt(?= um )|nämlich|beziehungsweise",
    by=rf"um|plus|minus|[+]|auf das|(?:ein|einem|eine|einer|dem|der)(?: \w+)? (?:{_CHANGE})"
    r" (?:von|um)",
    fold="auf das|um das|das|um|auf",
    more="mehr|weniger|höher|niedriger|größer|kleiner|länger|kürzer|darüber|darunter|teurer"
    "|billiger|besser|schlechter|schneller|langsamer|voraus|dahinter|zurück",
    gap="differenz|unterschied|abstand|lücke|spanne|gefälle|kluft|vorsprung|rückstand",
    against="gegen|gegenüber|zu|statt|verglichen mit|im vergleich zu|versus",
    of="von|von den|von insgesamt|von allen|der|des|aller|der insgesamt|unter den",
    opens="von|unter|aus",
    wholes="davon|darunter|von denen|hiervon|wovon|von diesen|von ihnen",
    rates="pro|je|jährlich|monatlich|täglich|jedes|jede|jeden|jeweils|durchschnittlich"
    "|im (?:mittel|schnitt|durchschnitt|jahr|monat)|real|bereinigt|preisbereinigt",
    hedges="etwa|rund|ungefähr|fast|beinahe|nahezu|knapp|gut|mehr als|weniger als|über|unter|circa"
    "|mindestens|höchstens|nur|genau|das|die|der|den|dem|ein|eine|bis zu|volle|ganze|lediglich",
    points=r"(?:Prozent)?[Pp]unkte?n?",
    each=r"beide\w*|je|jeweils|beziehungsweise|bzw\.?|alle|platz|rang",
    unlike="anders als|im (?:gegensatz|unterschied|vergleich)|verglichen|als|neben|entgegen|wer",
    misses=r"verfehl(?:t|te|ten|en)|nicht (?:erreicht|erfüllt)",
    reaches=r"erreich(?:t|te|ten|en)|erfüll(?:t|te|ten|en)",
)
