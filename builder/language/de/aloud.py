"""German words for what is printed in signs and short forms."""

from __future__ import annotations

from typing import Final

from builder.language.aloud import Aloud, symbols
from builder.language.language import Plurals


def _alike(word: str) -> Plurals:
    return {"other": word}


_BASES: Final = {
    "W": _alike("Watt"),
    "Wh": {"one": "Wattstunde", "other": "Wattstunden"},
    "J": _alike("Joule"),
    "B": _alike("Byte"),
    "t": {"one": "Tonne", "other": "Tonnen"},
    "g": _alike("Gramm"),
    "m": _alike("Meter"),
    "m²": _alike("Quadratmeter"),
    "m³": _alike("Kubikmeter"),
    "l": _alike("Liter"),
    "ha": _alike("Hektar"),
    "h": {"one": "Stunde", "other": "Stunden"},
    "Std.": {"one": "Stunde", "other": "Stunden"},
    "min": {"one": "Minute", "other": "Minuten"},
    "Min.": {"one": "Minute", "other": "Minuten"},
    "°C": _alike("Grad Celsius"),
    "km/h": _alike("Kilometer pro Stunde"),
    "s": {"one": "Sekunde", "other": "Sekunden"},
    "ct": _alike("Cent"),
    "PP": {"one": "Prozentpunkt", "other": "Prozentpunkte"},
}


def _joined(prefix: str, unit: str) -> str:
    """Return a unit with a prefix: "Quadratkilometer" of "Quadratmeter"."""
    if unit.startswith("Quadrat"):
        return f"Quadrat{prefix.lower()}{unit.removeprefix('Quadrat').lower()}"
    return prefix + unit.lower()


ALOUD: Final = Aloud(
    to="bis",
    minus="minus",
    plus="plus",
    plus_minus="plus minus",
    per_mille="Promille",
    units=symbols(
        {"k": "Kilo", "M": "Mega", "G": "Giga", "T": "Tera", "c": "Zenti", "m": "Milli"},
        _BASES,
        _joined,
    ),
    words={},
    blank="leer",
    per="pro {}".format,
)
