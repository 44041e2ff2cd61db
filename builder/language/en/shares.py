"""English shares in words: "a third left", "every fourth"; ordinals and hours are none."""

from __future__ import annotations

from typing import Final

from builder.language.language import word_list
from builder.language.lexicon import FIGURE, one_of

VALUES: Final = {
    word: n
    for n, word in enumerate(
        word_list("third quarter fifth sixth seventh eighth ninth tenth eleventh twelfth"), 3
    )
} | {"fifteenth": 15, "twentieth": 20, "thirtieth": 30, "fiftieth": 50, "hundredth": 100}
PARTS: Final = " ".join(VALUES)

_PREPOSITIONS: Final = one_of(
    "of on in at for from with without by since between among under over across during through"
    " within here there each every and or but nor as than still now then again already only also"
    " too either more less fewer higher lower larger smaller"
)
_VERBS: Final = one_of(
    "is are was were be has have had do does did can could will would may might must should said"
    " left lost won went came got took gave made kept held fell rose grew spent paid met felt knew"
    " thought told chose voted drove ran saw found began became live lives agree agrees disagree"
    " work works say says use uses want wants need needs own owns walk walks drive drives pay pays"
    " get gets go goes come comes take takes think thinks know knows find finds see sees feel feels"
    " hold holds leave leaves fail fails miss misses receive receives earn earns spend spends speak"
    " speaks vote votes travel travels commute cycle cycles smoke smokes rent rents choose prefer"
    " support supports oppose opposes remain remains never always"
)
_PARTICIPLE: Final = (
    r"\w+ed(?=[,.;:!?]|$| (?:to|that|in|on|at|for|by|with|the|an?|it|no|not|their|its|away|home|up"
    r"|down|out|off|back|over|together|again|after|before|from|through|between|within)(?!\w))"
)
_END: Final = r"[ ]?[.,;:!?)”\"]|$"

SHARE: Final = (
    rf"(?! of an hour)(?:(?= (?:{_PREPOSITIONS}|{_VERBS}|{_PARTICIPLE})(?!\w)|{_END})"
    rf"|(?<!quarter)(?= to (?:\w+ )?{FIGURE}))"
)
"""What follows a part of a whole, and no ordinal: "a third party" has none of it."""

_BUT_QUARTER: Final = one_of(" ".join(word for word in VALUES if word != "quarter"))
_SIZED: Final = (
    r"an? (?:good|full|mere|further|solid|bare|whole|clear|scant|big|small)|the (?:remaining|other)"
)
_WHOLE: Final = r"(?= of (?!(?:an hour|the (?:year|century|match|game|season))(?!\w)))"

SAID: Final = (
    rf"(?:{_SIZED}) {_BUT_QUARTER}(?!s){SHARE}",
    rf"(?:{_SIZED}) quarter{_WHOLE}",
    rf"one-{one_of(f'half {PARTS}')}",
    rf"an (?:eighth|eleventh){SHARE}",
    rf"^(?:{one_of('third quarter fifth tenth')})"
    r"(?= of (?:all |the )?[a-z]+s (?:are|have|do|live|work)(?!\w))",
)
"""Shares that are said to be large or small, or to be left, and those at the head of a title."""

ORDINALS: Final = {
    word: n
    for n, word in enumerate(
        word_list("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"),
        2,
    )
} | {"fifteenth": 15, "twentieth": 20, "hundredth": 100}

EVERY: Final = (
    rf"every (?:{one_of(' '.join(ORDINALS))})(?! (?:years?|months?|weeks?|days?|hours?|minutes?"
    rf"|times?"
    r"|of|summer|winter|spring|autumn|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday)(?!\w))"
)
"""One in so many."""
