"""English words for what is printed in signs and short forms."""

from __future__ import annotations

from typing import Final

from builder.language.aloud import Aloud, symbols
from builder.language.language import Plurals


def _regular(word: str) -> Plurals:
    return {"one": word, "other": f"{word}s"}


_BASES: Final = {
    "W": _regular("watt"),
    "Wh": _regular("watt-hour"),
    "J": _regular("joule"),
    "B": _regular("byte"),
    "t": _regular("tonne"),
    "g": _regular("gram"),
    "m": _regular("metre"),
    "m²": _regular("square metre"),
    "m³": _regular("cubic metre"),
    "l": _regular("litre"),
    "ha": _regular("hectare"),
    "h": _regular("hour"),
    "min": _regular("minute"),
    "s": _regular("second"),
    "°C": {"one": "degree Celsius", "other": "degrees Celsius"},
    "km/h": {"one": "kilometre per hour", "other": "kilometres per hour"},
    "pp": _regular("percentage point"),
    "bbl": _regular("barrel"),
    "yr": _regular("year"),
    "yrs": _regular("year"),
}


def _joined(prefix: str, unit: str) -> str:
    """Return a unit with a prefix: "square kilometres" of "square metres"."""
    head, _, last = unit.rpartition(" ")
    return f"{head} {prefix}{last}".strip()


ALOUD: Final = Aloud(
    to="to",
    minus="minus",
    plus="plus",
    plus_minus="plus or minus",
    per_mille="per mille",
    units=symbols(
        {"k": "kilo", "M": "mega", "G": "giga", "T": "tera", "c": "centi", "m": "milli"},
        _BASES,
        _joined,
    ),
    words={},
    blank="blank",
    per="per {}".format,
)
