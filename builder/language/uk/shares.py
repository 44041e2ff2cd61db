"""Ukrainian shares in words: «кожен четвертий», and numbers that are halves of others."""

from __future__ import annotations

from typing import Final

from builder.language.language import word_list
from builder.language.lexicon import one_of

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

_FEMININE: Final = word_list("а у ої ій ою")
PARTS: Final = {
    stem + ending: n
    for stem, n in (
        *((stem, n) for stem, n in _STEMS.items() if n > 3),
        ("тридцят", 30),
        ("п’ятдесят", 50),
        ("тисячн", 1000),
    )
    for ending in (*_FEMININE, "их")
} | dict.fromkeys(word_list("третя третю третьої третій третьою третіх"), 3)
"""Ordinals that name parts of a whole: «десята частина», «дві п’ятих»."""

_STEM: Final = one_of(" ".join(PARTS))
_LATE: Final = one_of(" ".join(word for word, n in PARTS.items() if n not in (3, 4)))
_EARLY: Final = one_of(" ".join(word for word, n in PARTS.items() if n in (3, 4)))
_PART: Final = r"частин(?:а|у|и|і|ою)"
# What has parts that are numbered, as a report has.
_WORK: Final = (
    r"(?:\w+(?:ого|ої|их|го) )?(?:звіт|доповід|книг|закон|дослідж|цикл|сері|план|стратегі|робот"
    r"|розділ|документ|угод|договор|постанов|рішен|курс|огляд|проєкт|програм|статт|опитуван"
    r"|кодекс|трилогі|сторінк|текст|презентац|виступ|інструкц|фільм)"
)
_WHOLE: Final = rf"(?= (?!{_WORK})(?:[зі]з? |від )?[^\W\d_])"
_FEW: Final = "дві двох двом двома три трьох трьом трьома чотири чотирьох чотирьом чотирма"
_MORE: Final = "п’ять п’яти шість шести сім семи вісім восьми дев’ять дев’яти"
_NUMBERED: Final = r"(?:клас|місц|поверх|курс|ряд|груп|кварт|тиж|дн|урок|рок)"

_OF_MANY: Final = one_of(" ".join(word for word in PARTS if word.endswith("их")))
FRACTION: Final = rf"{one_of(f'{_FEW} {_MORE}')} {_OF_MANY}(?!\w)(?! (?:[\w’]+ )?{_NUMBERED})"
"""«Дві п’ятих» is a fraction, «двох п’ятих класів» are classes."""

SAID: Final = (
    rf"{_STEM} част(?:ка|ку|ки|ці|кою)",
    rf"{_LATE} {_PART}(?! {_WORK})(?! ?[:–—])",
    rf"{_EARLY} {_PART}{_WHOLE}",
    rf"(?:одн(?:а|у|ієї|ій|ією)) {_STEM}(?=[ .,;:!?)]|$)(?! (?:частин|{_NUMBERED}))",
    FRACTION,
    r"наполовину(?= ?[.,;:!?)]|$| (?:менш|більш|зменш|скорот))",
)
"""Parts of a whole and fractions, in every case."""

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
