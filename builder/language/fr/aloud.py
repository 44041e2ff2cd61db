"""French words for what is printed in signs and short forms."""

from __future__ import annotations

from typing import Final

from builder.language.aloud import Aloud, symbols
from builder.language.language import Plurals


def _regular(word: str) -> Plurals:
    return {"one": word, "other": f"{word}s"}


_BASES: Final = {
    "W": _regular("watt"),
    "Wh": _regular("wattheure"),
    "J": _regular("joule"),
    "B": _regular("octet"),
    "t": _regular("tonne"),
    "g": _regular("gramme"),
    "m": _regular("mètre"),
    "m²": {"one": "mètre carré", "other": "mètres carrés"},
    "m³": {"one": "mètre cube", "other": "mètres cubes"},
    "l": _regular("litre"),
    "ha": _regular("hectare"),
    "h": _regular("heure"),
    "min": _regular("minute"),
    "s": _regular("seconde"),
    "°C": {"one": "degré Celsius", "other": "degrés Celsius"},
    "km/h": {"one": "kilomètre par heure", "other": "kilomètres par heure"},
    "pp": {"one": "point de pourcentage", "other": "points de pourcentage"},
}


def _joined(prefix: str, unit: str) -> str:
    return prefix + unit


ALOUD: Final = Aloud(
    to="à",
    minus="moins",
    plus="plus",
    plus_minus="plus ou moins",
    per_mille="pour mille",
    units=symbols(
        {"k": "kilo", "M": "méga", "G": "giga", "T": "téra", "c": "centi", "m": "milli"},
        _BASES,
        _joined,
    ),
    words={},
    blank="vide",
    per="par {}".format,
)
