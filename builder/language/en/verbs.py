"""English verbs and nouns of rising and falling, in small letters, as parts of one pattern."""

from __future__ import annotations

from typing import Final

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

RISES: Final = (
    rf"{RISING}|(?:re)?doubl(?:ed|es)|tripl(?:ed|es)|trebl(?:ed|es)|quadrupl(?:ed|es)"
    r"|extended|improved|hiked|upped|lifted|lengthened|widen(?:s|ed|ing)|recover(?:s|ed|y)"
    r"|rebound(?:s|ed)?|mount(?:s|ed)|advanc(?:es|ed)|rall(?:ies|ied)|escalat(?:es|ed)"
    r"|spiral(?:s|led|ed)|broaden(?:s|ed)|snowball(?:s|ed)|vault(?:s|ed)|zoom(?:s|ed)|augmented"
    r"|thicken(?:s|ed)|heightened|enlarg(?:es|ed)|inflat(?:es|ed)|uprated|bulg(?:es|ed)"
    r"|multipl(?:ies|ied)|gained ground|(?:sky)?rocket(?:s|ed)|leap(?:s|t|ed)?|balloon(?:s|ed)"
    r"|mushroom(?:s|ed)|boost(?:s|ed)?|bounc(?:es|ed) back|spik(?:es?|ed)|sprang|springs"
    r"|upswing|upturn|expansion"
    r"|(?:edg|tick|inch|push|nudg|creep|crept|shoot|shot|bump|drift)(?:s|es|ed)? up"
)

FALLS: Final = (
    r"erosion|contraction|shrinkage|downturn|narrowing|collaps(?:ed?|es|ing)"
    rf"|{FALLING}|cut|shortened|reduced|trimmed|slashed|halved|halves"
    rf"|worsened|saved|lowered"
    r"|scaled back|pared|narrow(?:s|ed)|melted|diminish(?:es|ed)|subsid(?:es|ed)|reced(?:es|ed)"
    r"|ebb(?:s|ed)|wan(?:es?|ed|ing)|soften(?:s|ed)|curtail(?:s|ed)|crash(?:es|ed)?|crater(?:s|ed)"
    r"|tank(?:s|ed)|nosediv(?:es|ed)|thinn?(?:s|ed) out|taper(?:s|ed)|retreat(?:s|ed)?|lost ground"
    r"|erod(?:es|ed)|fad(?:es|ed)|deflat(?:es|ed)|squeez(?:es|ed)|tail(?:s|ed) off|wither(?:s|ed)"
    r"|peter(?:s|ed) out|shav(?:es|ed)|downsiz(?:es|ed)|chopped|clipped|docked|sag(?:s|ged)"
    r"|droop(?:s|ed)|cool(?:s|ed)|lighten(?:s|ed)|lessen(?:s|ed)|decay(?:s|ed)|slip(?:s|ped)"
    r"|contract(?:s|ed)|dwindl(?:es?|ed|ing)|roll(?:s|ed) back|fell back"
    r"|(?:edg|tick|inch|push|nudg|creep|crept|bump|drift)(?:s|es|ed)? down"
)

NEITHER: Final = (
    r"went|goes|gone|go|moved|moves|changed|changes|passed|slow(?:s|ed)|eas(?:es|ed)"
    r"|quicken(?:s|ed)|accelerat(?:es|ed)"
)
