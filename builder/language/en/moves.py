"""English words of change, as they stand before amounts and years: patterns to be put in others."""

from __future__ import annotations

from typing import Final

CHANGED: Final = (
    r"(?:ris(?:es?|en|ing)|rose|falls?|fell|fallen|falling|gr[eo]ws?|grown|growing|increas(?:es?|ed"
    r"|ing)|decreas(?:es?|ed|ing)|declin(?:es?|ed|ing)|drop(?:s|ped|ping)?|shr[aiu]nk(?:s|en|ing)?"
    r"|cut(?:s|ting)?|reduc(?:es?|ed|ing)|reductions?|rais(?:es?|ed|ing)|swell(?:s|ed|ing)?|swollen"
    r"|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|slump(?:s|ed|ing)?|plung(?:es?|ed|ing)"
    r"|plummet(?:s|ed|ing)?|soar(?:s|ed|ing)?|surg(?:es?|ed|ing)|expand(?:s|ed|ing)?"
    r"|contract(?:s|ed|ing)|(?:out)?number(?:s|ed|ing)?|exceed(?:s|ed|ing)?|up|down|low(?:er(?:s|ed"
    r"|ing)?)|higher|fewer|larger|smaller|short(?:ened)?|lengthen(?:s|ed)?|slip(?:s|ped|ping)?|sank"
    r"|sunk|sinks?|slid(?:es?|ing)?|dip(?:s|ped|ping)?|tumbl(?:es?|ed|ing)|edg(?:es?|ed|ing)"
    r"|trim(?:s|med|ming)?|boost(?:s|ed|ing)?|improv(?:es?|ed|ing)|chang(?:es?|ed|ing)"
    r"|overr[au]n|ahead|behind|won|lost|beaten|beat|ris|growth|gains?|gained|widen(?:s|ed|ing)?"
    r"|narrow(?:s|ed|ing)?|mov(?:es?|ed|ing)|shift(?:s|ed|ing)?|extend(?:s|ed|ing)?|went|gone|goes)"
)
RISING: Final = (
    r"(?:ris(?:es?|en|ing)|rose|gr[eo]ws?|grown|growing|increas(?:es?|ed|ing)|climb(?:s|ed|ing)?"
    r"|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|surg(?:es?|ed|ing)|expand(?:s|ed|ing)?|swell(?:s|ed)?"
    r"|rais(?:es?|ed|ing)|growth|gains?|gained|(?<!make )(?<!makes )(?<!made )(?<!making )up)"
)
FALLING: Final = (
    r"(?:(?:falls?|fell|fallen|falling)(?! short| behind| ill| silent)"
    r"|decreas(?:es?|ed|ing)|declin(?:es?|ed|ing)|drop(?:s|ped|ping)?"
    r"|shr[aiu]nk(?:s|en|ing)?|slump(?:s|ed|ing)?|plung(?:es?|ed|ing)|plummet(?:s|ed|ing)?|sank"
    r"|sunk|slid(?:es?|ing)?|dip(?:s|ped)?|tumbl(?:es?|ed)|reductions?|down)"
)
