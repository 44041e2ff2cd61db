"""Ukrainian shares in words: «кожен четвертий», and numbers that are halves of others."""

from __future__ import annotations

from typing import Final

from builder.language.language import word_list

_STEMS: Final = {
    "друг": 2,
    "четверт": 4,
    "п’ят": 5,
    "шост": 6,
    "сьом": 7,
    "восьм": 8,
    "дев’ят": 9,
    "десят": 10,
    "одинадцят": 11,
    "дванадцят": 12,
    "п’ятнадцят": 15,
    "двадцят": 20,
    "сот": 100,
}
_ENDINGS: Final = word_list("ий а е і ого ої ому ій им ою их у")

ORDINALS: Final = {
    **{stem + ending: n for stem, n in _STEMS.items() for ending in _ENDINGS},
    **dict.fromkeys(
        word_list("третій третя третє треті третього третьої третьому третім третьою третю"), 3
    ),
}

EACH: Final = "|".join(sorted(ORDINALS, key=len, reverse=True))
"""Ordinals in their forms, for «кожен»."""

HALVED: Final = {
    "півсотні": 50,
    "півтораста": 150,
    "півтисячі": 500,
    "півмільйона": 500_000,
    "півмільярда": 500_000_000,
    "двадцятеро": 20,
    "тридцятеро": 30,
}
