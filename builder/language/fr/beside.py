"""French words that stand beside numbers: months and days, units, and hedges that people type.

Months, and days of a month, with or without a year; words for units beside those that figures
state, and what parts them; hedges beside those that are printed ("almost" is read as about). Then
what stays on its line, says the same and parts rates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from builder.language.punctuation import kept
from builder.language.years.rule import one_of
from builder.model.figure import Hedge

MONTH: Final = (
    r"(?:janv(?:ier|\.)?|févr(?:ier|\.)?|mars|avr(?:il|\.)?|mai|juin|juil(?:let|\.)?|août"
    r"|sept(?:embre|\.)?|oct(?:obre|\.)?|nov(?:embre|\.)?|déc(?:embre|\.)?)"
)
"""A month in full or in short."""

_WHOLE_MONTH: Final = (
    one_of("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")[
        :-1
    ]
    + r"|(?:janv|févr|avr|juil|sept|oct|nov|déc)\.(?= \d{4}(?!\w)))"
)
_DAY: Final = r"(?:1er|[0-3]?\d)"

# "Le 12 mars", or where nothing can be counted: "ce sont 12 mars", "de 30 mars ouvriers".
_TIMELY: Final = (
    r"(?:^|(?<=\ble )|(?<=\bdu )|(?<=\bau )|(?<=\bce )|(?<=\bles )|(?<=\bdes )|(?<=\bchaque )"
    r"|(?<=\bd'ici )|(?<=di )|(?<=\bdimanche )|(?<=[(,;:–|] )|(?<=\())"
)
_SAID: Final = rf"(?:{_DAY}(?: ?[–-] ?| (?:et|au|ou|et le|ou le) ))?{_DAY} {_WHOLE_MONTH}"

DAY: Final = re.compile(
    rf"(?<![\w.,])(?:{_TIMELY}|(?=1er)|(?={_SAID} \d{{4}}(?!\w)))"
    rf"(?P<day>(?:{_DAY}(?: ?[–-] ?| (?:et|au|ou|et le|ou le) ))?{_DAY}"
    rf" {_WHOLE_MONTH}(?: (?P<year>\d{{4}}))?)(?!\w)",
    re.I,
)
"""A day of a month, as the group of that name; its year, where one follows, as `year`."""

BEHIND_DAYS: Final = r"(?:er)?"
"""What is written behind the day of a date before its month, but for a stop."""

BEHIND_YEARS: Final = r"(?!)"
"""What is written behind the year of a date or a period, at its end."""

PERIODS: Final = {
    4: (r"(?:(?P<quarter>[1-4])(?:er|e|ème) trimestre(?: de)?|[TQ](?P<which>[1-4]))", "[TQ]"),
    2: (r"(?:(?P<quarter>[12])(?:er|e|ème) semestre(?: de)?|S(?P<which>[12]))", "S"),
}
"""Quarters and halves of years as they stand before these, and their letters, by how many a year
has.
"""


KEPT: Final = kept(
    MONTH,
    "p. pp. n° N° nº nos art. Art. al. chap. fig. Fig. tabl. éq. t. vol. L. R. D. env. tél. page"
    " pages article articles chapitre section annexe figure tableau partie phase quai lot numéro",
    "an ans heure heures mille million millions milliard milliards euros",
    "M. MM. Mme Mmes Mlle Dr Me Th. Ch. Ph.",
)

ALIKE: Final[tuple[frozenset[str], ...]] = ()
"""Words that say the same behind a number."""

PER: Final = ("par",)
"""What stands between what a rate is of and what it is for."""

EACH: Final = ("chaque", "l’an")
"""What stands so without any such word: "Euros l’an"."""

DEGREES: Final = ("degrés", "degré")
"""What differences of temperatures are counted in, beside kelvin."""

CENTS: Final = dict.fromkeys(("ct", "c€", "cent", "cents", "centime", "centimes"), "EUR")
"""Hundredths of money, and of which."""

REFERRED: Final = {
    "fig": r"fig(?:ures?|s?\.)",
    "tbl": r"tabl(?:eaux?|s?\.)",
    "eq": r"éq(?:uations?|s?\.)",
    "sec": r"sect(?:ions?|\.)|annexes?|ann\.",
}
"""What cross-references print before a number, by their kind, in each of its forms."""


WRITTEN: Final[dict[str, str]] = {
    **dict.fromkeys(("pour cent", "pourcent", "pourcentage"), "%"),
    **dict.fromkeys(("pour mille",), "‰"),
    **dict.fromkeys(
        (
            "points de pourcentage",
            "point de pourcentage",
            "points de %",
            "points",
            "point",
            "pts",
            "pt",
        ),
        "percentage points",
    ),
    **dict.fromkeys(("keur",), "EUR thousand"),
    **dict.fromkeys(("meur",), "EUR mn"),
    **dict.fromkeys(("mdeur", "mds€", "mds €", "mrds €"), "EUR bn"),
    **dict.fromkeys(("hrs",), "h"),
    **dict.fromkeys(("min.",), "min"),
}
"""Words for a unit in small letters, and the unit that figures.yaml calls so."""

SCALED: Final[dict[str, str]] = {
    "mille": "thousand",
    "mds": "bn",
    "mio": "mn",
    "milliers": "thousand",
}
"""Words for a scale beside those that are printed: inflected, or a plural of their own."""

IN: Final = ("en",)
"""What stands before the unit that numbers are in: "in millions"."""

AND: Final = ("et", "ou")
"""What joins a unit to another that a line names: "in euros and in cents"."""

WHEN: Final = ("en", "au", "aux", "à", "depuis")
"""What may follow a unit, and says when or where, or at what prices: "EUR bn in 2024 prices"."""

SORTED_BY: Final = re.compile(r"(?<!\w)(?:par|selon)(?!\w)", re.IGNORECASE)
"""What says by what something is divided: "Farms by size, ha"."""

FOR_EACH: Final = r"(?:pour|sur|par)"
"""What stands before a round number that a share is told for: "per 1,000"."""

SHARE: Final = re.compile(
    r"(?<!\w)(?:(?<!à )(?<!d’autre )part(?= (?:de|des|du|en)(?!\w)| d’)|proportion"
    r"|(?<!taux de )couverture)(?!\w)",
    re.IGNORECASE,
)
"""What calls a number a share of a whole, which is at most all of it."""

NO_SHARE: Final = re.compile(
    r"(?<!\w)(?:croissance|évolution|variation|hausse|baisse|indice|rapport|augmentation"
    r"|objectif\w*|plan|prévision\w*|pib|dettes?|brute?s?|liquidités?|occupation|capacité"
    r"|mobile|abonnements?|année de base|couverture (?:des|du) (?:coûts?|besoins|intérêts"
    r"|importations))(?!\w)",
    re.IGNORECASE,
)
"""What takes that back: a change, a share of a plan, or of what it is no part of, may be more than
all."""


TYPED: Final[Mapping[Hedge, tuple[str, ...]]] = {
    hedge: tuple(words.split(", "))
    for hedge, words in {
        Hedge.MORE_THAN: "au-delà de, au-dessus de, un peu plus de, bien plus de, "
        "largement plus de",
        Hedge.AT_LEAST: "au minimum, pas moins de",
        Hedge.ABOUT: "près de, à peu près, autour de, approximativement, quelque, presque, env.",
        Hedge.UP_TO: "au plus, au maximum, tout au plus, pas plus de",
        Hedge.FEWER_THAN: "en dessous de, un peu moins de, bien moins de",
    }.items()
}

PLACES: Final[frozenset[str]] = frozenset({"au-dessus de", "en dessous de", "autour de"})
"""Of these, what says where or whither as well: "spread over 300 hectares"."""

SHORT_OF: Final[frozenset[str]] = frozenset({"presque", "un peu moins de", "bien moins de"})
"""Of these, what says that it is a little less than the number that follows."""

BEYOND: Final[frozenset[str]] = frozenset({"un peu plus de", "bien plus de", "largement plus de"})
"""Of these, what says that it is a little more."""

LOOSE: Final[frozenset[str]] = frozenset({"environ", "à peu près", "approximativement", "env."})
"""Of these, and of those that are printed, what says nothing but that a number is not exact."""

LOOSE_AFTER: Final = r"$"
"""What stands before them where they are no preposition: "tells about"."""

EXACT: Final[frozenset[str]] = frozenset({"exactement", "précisément", "très exactement"})
"""What says that a number is no hedged one."""

INEXACT: Final = r"(?<!\w)(?:pas|plus|jamais|moins) $"
"""What before them takes it back: "not exactly"."""

CLUMSY: Final[Mapping[Hedge, str]] = {
    Hedge.ABOUT: "les|des|aux|ces|ses|leurs|nos|du",
    Hedge.UP_TO: "de|du|des|les|aux|à",
}
"""Words behind which a hedge that a figure prints reads badly."""
