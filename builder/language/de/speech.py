"""German speech: hedges, scales, number words, and the phrases of alt texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from builder.language.de.numbers import HUNDRED, ONES, SCALES, TENS
from builder.language.language import CannotSayError, Language, groups
from builder.model.figure import Hedge

_ADJECTIVE: Final = re.compile(r"\w+ische[rs]?")


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    head = f"{ONES[hundreds]}{HUNDRED}" if hundreds else ""
    if rest < 20:
        return head + (ONES[rest] if rest else "")
    tens, ones = divmod(rest, 10)
    return head + (f"{ONES[ones]}und" if ones else "") + TENS[tens - 2]


def cardinal(number: int, gender: str = "") -> str:
    """Return a whole number from 0 in words, before a noun of a gender.

    Raises:
        CannotSayError: the number is 10^12 or more, or ends in "ein", which takes its noun's
            gender.
    """
    billions, millions, thousands, rest = groups(number)
    if number == 0:
        return ONES[0]
    if rest % 100 == 1 and not gender:
        raise CannotSayError("a number that ends in “ein” takes the gender of its noun")
    words = []
    for count, scale in ((billions, SCALES["bn"]), (millions, SCALES["mn"])):
        if count == 1:
            words.append(f"eine {scale['one']}")
        elif count:
            ending = "e" if count % 100 == 1 else ""
            words.append(f"{_below_thousand(count)}{ending} {scale['other']}")
    below = (_below_thousand(thousands) + SCALES["thousand"]["other"] if thousands else "") + (
        _below_thousand(rest) if rest else ""
    )
    if below == "ein" and gender == "f":
        below = "eine"
    return " ".join([*words, below] if below else words)


def _in_phrase(name: str) -> str:
    """Return a currency's name with a small initial: "kanadische Dollar", but "Schweizer Franken".

    CLDR's names stand alone; only adjectives in -isch take a small letter within a phrase.
    """
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if _ADJECTIVE.fullmatch(first) and rest else name


LANGUAGE: Final = Language(
    name="German",
    hedges={
        Hedge.MORE_THAN: "mehr als",
        Hedge.AT_LEAST: "mindestens",
        Hedge.ABOUT: "etwa",
        Hedge.UP_TO: "bis zu",
        Hedge.FEWER_THAN: "weniger als",
    },
    measured={},
    # Beside digits a noun: 5 Tausend.
    scales={**SCALES, "thousand": {"other": "Tausend"}},
    spoken_scales=SCALES,
    short_scales={"thousand": "Tsd.", "mn": "Mio.", "bn": "Mrd.", "tn": "Bio."},
    currency_names={"CNY": {"other": "Yuan"}, "JPY": {"other": "Yen"}},
    currency_name=_in_phrase,
    scale_gender="f",
    multiple="mal",
    feminine=frozenset({"UAH", "SEK", "NOK", "DKK", "ISK", "CZK", "TRY", "INR", "PKR", "IDR"}),
    nouns=(
        {"one": "Prozentpunkt", "other": "Prozentpunkte"},
        {"one": "Punkt", "other": "Punkte"},
    ),
    # A numeral and "mal" are one word, joined by a hyphen after digits (Duden, "8-mal").
    glued={
        "mal": "-mal",
        "-mal": "-mal",
        "×": "×",
        # An adjective (die 2,6-fache Menge), and a noun (das 2,6-Fache).
        "-fach": "-fach",
        "-fache": "-fache",
        "-Fache": "-Fache",
    },
    percent={"other": "Prozent"},
    cardinal=cardinal,
    quotes=(("„", "“"), ("‚", "‘")),
    ratio_units=frozenset({"mal", "-mal", "Mal", "×", "-fach", "-fache", "-Fache"}),
    flow="{giver} an {receiver}",
    span="von {first} bis {last}",
    series_span=(
        "{first} ({start}) bis {last} ({end}), niedrigster Wert {low} ({lowest}), "
        "höchster Wert {high} ({highest})"
    ),
)


def _swiss(number: int, gender: str = "") -> str:
    """Return a number in words as in Switzerland and Liechtenstein, which know no ß."""
    return cardinal(number, gender).replace("ß", "ss")


_SWISS: Final = replace(
    LANGUAGE,
    cardinal=_swiss,
    quotes=(("«", "»"), ("‹", "›")),
    letters={"„": "«", "“": "»", "ß": "ss"},
    decimal_mark=".",
    foreign_separator="",
)
REGIONS: Final[Mapping[str, Language]] = {"de-CH": _SWISS, "de-LI": _SWISS}
