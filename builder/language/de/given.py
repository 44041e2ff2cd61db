"""German clauses that give the figure of a year: "2025 schon 5", "2024 nur noch in 3 Orten".

Behind the digits a figure follows, or an adverb that leads to one, so that they count nothing
themselves. A preposition before the figure tells less ("2025 in 7 Orten" may be so many): it needs
an earlier year beside its own figure, an adverb, or a verb of nobody ("Gebrannt hat es 2025 in").

Beside them what is compared with a year ("5 weniger als 2016"), and years that the clause counts
nothing in: "bis 2030 mehr als 5 Euro", "hatten 2025 mehr Aktive als 2016", "5 Kinder gingen 2025."
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.de.beside import NOUN
from builder.language.years.rule import one_of
from builder.language.years.turns import FIGURE

_PARTED: Final = re.compile(r" ?(?:$|[.,;:!?…)](?! ?\d))")
_YEAR: Final = r"(?:im Jahr )?(?:19|20)\d\d(?!\d|[.,]\d| [A-ZÄÖÜ])"
# What says when, or how it has come, and counts nothing.
_STILL: Final = one_of(
    "schon bereits dann noch noch_immer immer_noch nur_noch nur_mehr erst erst_noch dagegen"
    " hingegen wieder nun sogar immerhin zuletzt danach dort hier jedoch aber"
)
_SOME: Final = one_of(
    "rund etwa knapp fast gut über mehr_als weniger_als mindestens höchstens insgesamt zusammen nur"
    " lediglich genau bis_zu kaum allein gerade_einmal noch_einmal [a-zäöüß]+weit"
)
_FIGURE_STANDS: Final = re.compile(rf"(?: {_STILL}| {_SOME}){{1,4}} {FIGURE}(?!{FIGURE})")
_FIGURE_NEXT: Final = re.compile(rf"(?: {_STILL}| {_SOME}){{0,4}} {FIGURE}(?!{FIGURE})")
# What costs or measures so much, where a figure follows: that is how much.
_AMOUNTS: Final = re.compile(
    r"(?<!\w)(?:(?:kost|zähl|umfass|fass|erreich)\w*|betr(?:ug|ugen|ägt|agen)|w(?:iegt|og|ogen)"
    r"|mess?en|ma(?:ß|ßen)|misst) $"
)
# "2025 mehr oder gleich viele Aktive", "2025 mehr Aktive als 2016".
_MORE: Final = r" (?:(?:deutlich|etwas|viel|weit|noch|leicht|kaum|klar) )?(?:mehr|weniger)"
_MORE_OR: Final = re.compile(
    rf"{_MORE} oder (?:(?:etwa|fast|rund|genau) )?"
    rf"(?:(?:gleich|ebenso|genauso) viele?|weniger {NOUN})"
    rf"|{_MORE} (?:{NOUN} )?(?:als|wie) {_YEAR}"
)
_IN_YEAR: Final = re.compile(r"(?<!\w)im Jahre? $", re.IGNORECASE)
_UNTIL: Final = re.compile(
    r"(?<!\w)(?:bis|seit|ab|bis (?:Ende|Mitte|Anfang)|(?:Ende|Mitte|Anfang)) $", re.IGNORECASE
)
_MORE_THAN: Final = re.compile(
    rf" (?:mehr|weniger) als (?:{FIGURE}|[a-zäöüß]+ )| weitere[nrs]? (?:{_SOME} )?{FIGURE}"
)
# "2025 fuhren sie 5 Einsätze", "2024 dagegen waren es nur 5".
_BEGINS: Final = re.compile(r"(?:^|[.!?:] )$")
_THEY_HAD: Final = re.compile(
    rf" (?:(?:dagegen|hingegen|wiederum) (?:waren|sind) es|[a-zäöüß]+ (?:sie|wir|man|er|es))"
    rf"(?: {_STILL}| {_SOME}){{0,3}} {FIGURE}"
)
_DATES: Final = re.compile(
    r"(?<!\w)(?:stamm(?:t|en|te|ten)|datier(?:t|en|te|ten)) (?:noch )?(?:von|aus) $"
)
# "Mindestens # Jugendliche wechselten 2025."
_SO_MANY_DO: Final = re.compile(
    rf"(?:^|[.!?:;] )(?:[\w-]+ ){{0,2}}{FIGURE}(?: [^\W\d]+){{0,5}} (?!(?:von|in|an|den|neben|gegen"
    r"|wegen|zwischen|waren|sind|haben|hatten|wurden|werden|gaben|bekamen|erhielten|verloren"
    r"|gewannen|brauchen|brauchten|kauften|verkauften|zahlten|bezahlten|zahlen|meldeten|boten"
    r"|fehlen|fehlten|(?:kost|zähl|umfass|fass|erreich)\w*) $)"
    r"[a-zäöüß]+n $"
)


def is_given(left: str, right: str) -> bool:
    """Return whether a figure follows that is the year's, or the year is what one compares with."""
    if _FIGURE_STANDS.match(right):
        return True
    if _BEGINS.search(left) and _THEY_HAD.match(right):
        return True
    return bool((_SO_MANY_DO.search(left)) and _PARTED.match(right))


def is_certain(left: str, right: str) -> bool:
    """Return whether it is so whatever words of number stand beside it."""
    if _AMOUNTS.search(left) and _FIGURE_NEXT.match(right):
        return True
    if _MORE_OR.match(right) or (_DATES.search(left) and _PARTED.match(right)):
        return True
    if _IN_YEAR.search(left) and re.match(_MORE, right):
        return True
    return bool(_UNTIL.search(left) and _MORE_THAN.match(right))
