"""Ukrainian speech: hedges, scales, number words, and the phrases of alt texts.

The hedges are those that leave the number in the nominative, whatever follows.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.language import CannotSayError, Language, groups, word_list
from builder.language.uk.numbers import SCALES, nominative
from builder.model.figure import Hedge

_ENDING_IN: Final = {"f": {1: "одна", 2: "дві"}, "n": {1: "одне"}}
_MONTHS: Final = word_list(
    "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень"
)
# Prepositions and the case of a month after them; after any other word it keeps CLDR's own.
_IN_MONTH: Final = re.compile(r"(?<!\w)(?:у|в|о|об)\s*$", re.IGNORECASE)
_WITH_MONTH: Final = re.compile(r"(?<!\w)(?:порівняно|поряд|разом) (?:з|із|зі)\s*$", re.IGNORECASE)
_OF_MONTH: Final = re.compile(
    r"(?<!\w)(?:з|із|зі|від|до|після|протягом|упродовж|впродовж|близько|біля|проти|крім|окрім|"
    r"серед|наприкінці|початку|початок|середин[іаиу]|кін(?:ці|ець|ця))"
    r"\s*$",
    re.IGNORECASE,
)


def _plural(count: int) -> str:
    """Return the plural category of a whole number, by CLDR's rule for Ukrainian."""
    if count % 10 == 1 and count % 100 != 11:
        return "one"
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return "few"
    return "many"


def _below_thousand(number: int, gender: str) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, ones = (0, rest) if rest < 20 else divmod(rest, 10)
    said = _ENDING_IN.get(gender, {}).get(ones, nominative(ones))
    return [
        word
        for part, word in (
            (hundreds, nominative(100 * hundreds)),
            (tens, nominative(10 * tens)),
            (ones, said),
        )
        if part
    ]


def cardinal(number: int, gender: str = "") -> str:
    """Return a whole number from 0 in words, before a noun of a gender.

    Raises:
        CannotSayError: the number is 10^12 or more, or ends in one or two, which take their
            noun's gender.
    """
    billions, millions, thousands, rest = groups(number)
    if number == 0:
        return nominative(0)
    if rest % 10 in (1, 2) and rest % 100 not in (11, 12) and not gender:
        raise CannotSayError("a number that ends in «один» or «два» takes the gender of its noun")
    words: list[str] = []
    for count, scale, of_scale in (
        (billions, SCALES["bn"], "m"),
        (millions, SCALES["mn"], "m"),
        (thousands, SCALES["thousand"], "f"),
    ):
        if count:
            # A single thousand or million is said without "one".
            said = [] if count == 1 else _below_thousand(count, of_scale)
            words += [*said, scale[_plural(count)]]
    return " ".join([*words, *_below_thousand(rest, gender)])


def _month_in_case(before: str, date: str) -> str:
    """Return a date as it stands after words that govern it: "у" asks for "березні 2019 р."."""
    for governing, case in ((_IN_MONTH, 1), (_WITH_MONTH, 2), (_OF_MONTH, 3)):
        if governing.search(before):
            return _month_cases(date)[case]
    return date


def _month_cases(date: str) -> tuple[str, ...]:
    """Return a date as it is and, where it names a month alone, in three other cases.

    They are the locative, the instrumental and the genitive.
    """
    for month in _MONTHS:
        match = re.search(rf"(?<!\w){month}(?!\w)", date)
        if match:
            forms = _declined(month)
            return (date, *(date[: match.start()] + form + date[match.end() :] for form in forms))
    return (date, date, date, date)


def _declined(month: str) -> tuple[str, str, str]:
    if month == "лютий":
        return "лютому", "лютим", "лютого"
    if month == "листопад":
        return "листопаді", "листопадом", "листопада"
    stem = month.removesuffix("ень") + ("н" if month.endswith("ень") else "")
    return f"{stem}і", f"{stem}ем", f"{stem}я"


LANGUAGE: Final = Language(
    name="Ukrainian",
    hedges={
        Hedge.MORE_THAN: "більш ніж",
        Hedge.AT_LEAST: "щонайменше",
        Hedge.ABOUT: "приблизно",
        Hedge.UP_TO: "щонайбільше",
        Hedge.FEWER_THAN: "менш ніж",
    },
    measured={},
    scales={
        "thousand": {"other": "тис."},
        "mn": {"other": "млн"},
        "bn": {"other": "млрд"},
        "tn": {"other": "трлн"},
    },
    spoken_scales=SCALES,
    short_scales={"thousand": "тис.", "mn": "млн", "bn": "млрд", "tn": "трлн"},
    currency_names={
        "GBP": {
            "one": "фунт стерлінгів",
            "few": "фунти стерлінгів",
            "many": "фунтів стерлінгів",
            "other": "фунта стерлінгів",
        },
        "UAH": {"one": "гривня", "few": "гривні", "many": "гривень", "other": "гривні"},
        "JPY": {"one": "єна", "few": "єни", "many": "єн", "other": "єни"},
        "CNY": {"one": "юань", "few": "юані", "many": "юанів", "other": "юаня"},
    },
    nouns=(
        {"one": "раз", "few": "рази", "many": "разів", "other": "раза"},
        {
            "one": "відсотковий пункт",
            "few": "відсоткові пункти",
            "many": "відсоткових пунктів",
            "other": "відсоткового пункту",
        },
        {"one": "пункт", "few": "пункти", "many": "пунктів", "other": "пункту"},
    ),
    glued={"×": "×"},
    feminine=frozenset({"UAH", "JPY", "SEK", "NOK", "DKK", "ISK", "CZK", "TRY", "INR"}),
    neuter=frozenset({"EUR"}),
    multiple="раз",
    date_in_case=_month_in_case,
    date_cases=_month_cases,
    percent={
        "one": "відсоток",
        "few": "відсотки",
        "many": "відсотків",
        "other": "відсотка",
    },
    cardinal=cardinal,
    quotes=(("«", "»"), ("„", "“")),
    nests_typed=True,
    encoding="cp1251",
    ratio_units=frozenset({"раз", "рази", "разів", "раза", "×"}),
    flow="{giver} → {receiver}",
    span="від {first} до {last}",
    series_span=(
        "від {first} ({start}) до {last} ({end}), найменше {low} ({lowest}), "
        "найбільше {high} ({highest})"
    ),
)
