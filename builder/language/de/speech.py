"""German speech: hedges, scales, number words, and the phrases of alt texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from builder.language.language import CannotSayError, Language, groups, word_list
from builder.model.figure import Hedge

_ADJECTIVE: Final = re.compile(r"\w+ische[rs]?")
_ONES: Final = word_list(
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn"
)
_TENS: Final = (
    "",
    "",
    *word_list("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"),
)


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    head = f"{_ONES[hundreds]}hundert" if hundreds else ""
    if rest < 20:
        return head + (_ONES[rest] if rest else "")
    tens, ones = divmod(rest, 10)
    return head + (f"{_ONES[ones]}und" if ones else "") + _TENS[tens]


def cardinal(number: int, gender: str = "") -> str:
    """Return a whole number from 0 in words, before a noun of a gender.

    Raises:
        CannotSayError: the number is 10^12 or more, or ends in "ein", which takes its noun's
            gender.
    """
    billions, millions, thousands, rest = groups(number)
    if number == 0:
        return _ONES[0]
    if rest % 100 == 1 and not gender:
        raise CannotSayError("a number that ends in “ein” takes the gender of its noun")
    words = []
    for count, one, more in (
        (billions, "Milliarde", "Milliarden"),
        (millions, "Million", "Millionen"),
    ):
        if count == 1:
            words.append(f"eine {one}")
        elif count:
            ending = "e" if count % 100 == 1 else ""
            words.append(f"{_below_thousand(count)}{ending} {more}")
    below = (f"{_below_thousand(thousands)}tausend" if thousands else "") + (
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
    scales={
        "thousand": {"other": "Tausend"},
        "mn": {"one": "Million", "other": "Millionen"},
        "bn": {"one": "Milliarde", "other": "Milliarden"},
        "tn": {"one": "Billion", "other": "Billionen"},
    },
    spoken_scales={
        "thousand": {"other": "tausend"},
        "mn": {"one": "Million", "other": "Millionen"},
        "bn": {"one": "Milliarde", "other": "Milliarden"},
        "tn": {"one": "Billion", "other": "Billionen"},
    },
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
