"""English speech: hedges, scales, number words, and the phrases of alt texts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from builder.language.en.numbers import HUNDRED, ONES, SCALES, TENS
from builder.language.language import Language, groups, word_list
from builder.model.figure import Hedge

# What is weighed and not counted: "less than five kilometres", "less than two percentage points".
_MEASURES: Final = frozenset(
    word_list(
        "seconds minutes hours days weeks months years mm cm m km mi ft metres meters kilometres "
        "kilometers millimetres millimeters centimetres centimeters miles feet inches yards ha "
        "hectares acres km² m² m³ g kg t kt Mt grams kilograms tonnes tons pounds litres liters "
        "barrels W kW MW GW TW Wh kWh MWh GWh TWh watts kilowatts megawatts gigawatts bytes MB GB "
        "TB points °C K Hz"
    )
) | {
    "percentage points",
    "metric tons",
    "square metres",
    "square kilometres",
    "square meters",
    "square kilometers",
    "square miles",
    "cubic metres",
    "cubic meters",
    "kilowatt-hours",
}

# Words that begin with an apostrophe, which no quotation opens.
_CLIPPED: Final = re.compile(
    r"(?:twas|tis|twere|twill|twould|tisn|twasn|em|n|til|tween|gainst|neath|cos|cuz|nuff)\b",
    re.IGNORECASE,
)


def _below_hundred(number: int) -> str:
    if number < 20:
        return ONES[number]
    tens, ones = divmod(number, 10)
    return f"{TENS[tens - 2]}-{ONES[ones]}" if ones else TENS[tens - 2]


def _below_thousand(number: int, joint: str) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    head = f"{ONES[hundreds]} {HUNDRED}"
    return f"{head}{joint}{_below_hundred(rest)}" if rest else head


def _cardinal(number: int, joint: str) -> str:
    *scaled, rest = groups(number)
    words = [
        f"{_below_thousand(count, joint)} {SCALES[scale]['other']}"
        for count, scale in zip(scaled, ("bn", "mn", "thousand"), strict=True)
        if count
    ]
    if not words:
        return _below_thousand(rest, joint)
    text = " ".join(words)
    if not rest:
        return text
    return f"{text}{joint if rest < 100 else ' '}{_below_thousand(rest, joint)}"


def cardinal(number: int, gender: str = "") -> str:
    """Return a whole number from 0 in words, "and" before the tens; nouns have no gender.

    Raises:
        CannotSayError: the number is 10^12 or more.
    """
    return _cardinal(number, " and ")


def american_cardinal(number: int, gender: str = "") -> str:
    """Return a whole number from 0 in words, as in the United States: without "and".

    Raises:
        CannotSayError: the number is 10^12 or more.
    """
    return _cardinal(number, " ")


LANGUAGE: Final = Language(
    name="English",
    hedges={
        Hedge.MORE_THAN: "more than",
        Hedge.AT_LEAST: "at least",
        Hedge.ABOUT: "about",
        Hedge.UP_TO: "up to",
        Hedge.FEWER_THAN: "fewer than",
    },
    measured={Hedge.FEWER_THAN: "less than"},
    scales=SCALES,
    spoken_scales=SCALES,
    short_scales={"thousand": "k", "mn": "m", "bn": "bn", "tn": "tn"},
    symbol_first=True,
    currency_names={
        "GBP": {"one": "pound sterling", "other": "pounds sterling"},
        "JPY": {"other": "yen"},
        "CNY": {"other": "yuan"},
        "UAH": {"one": "hryvnia", "other": "hryvnias"},
    },
    nouns=(
        {"one": "time", "other": "times"},
        {"one": "percentage point", "other": "percentage points"},
        {"one": "point", "other": "points"},
    ),
    glued={"×": "×", "-fold": "-fold"},
    measures=_MEASURES,
    percent={"other": "per cent"},
    cardinal=cardinal,
    clipped=_CLIPPED,
    decimal_mark=".",
    foreign_separator=";",
    ratio_units=frozenset({"times", "time", "-fold", "×"}),
    flow="{giver} to {receiver}",
    span="from {first} to {last}",
    series_span=(
        "{first} ({start}) to {last} ({end}), lowest {low} ({lowest}), highest {high} ({highest})"
    ),
)

_AMERICAN: Final = {"thousand": "K", "mn": "M", "bn": "B", "tn": "T"}
REGIONS: Final = {
    "en-US": replace(
        LANGUAGE,
        percent={"other": "percent"},
        cardinal=american_cardinal,
        short_scales=_AMERICAN,
        currency_names={
            **LANGUAGE.currency_names,
            "GBP": {"one": "British pound", "other": "British pounds"},
        },
    ),
    "en-CA": replace(LANGUAGE, short_scales=_AMERICAN),
}
