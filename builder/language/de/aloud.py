"""German words for what is printed in signs and short forms; and for formulas.

Formulas are read aloud by signs, and phrases with gaps for their parts.
"""

from __future__ import annotations

from collections.abc import Mapping
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


SPOKEN: Final[Mapping[str, str]] = {
    "−": "minus",
    "+": "plus",
    "=": "gleich",
    "≠": "ungleich",
    "<": "kleiner als",
    ">": "größer als",
    "≤": "höchstens",
    "≥": "mindestens",
    "≈": "etwa",
    "∝": "proportional zu",
    "±": "plus oder minus",
    "×": "mal",
    "⋅": "mal",
    "÷": "geteilt durch",
    "/": "durch",
    "∈": "in",
    "→": "gegen",
    "∞": "unendlich",
    "%": "Prozent",
    "∑": "die Summe",
    "∏": "das Produkt",
    "∫": "das Integral",
    "∂": "partiell",
    "log": "Logarithmus",
    "ln": "natürlicher Logarithmus",
    "lim": "der Grenzwert",
    "\u0302": "Dach",
    "\u0303": "Tilde",
    "\u20d7": "Vektor",
    "\u0307": "Punkt",
    "\u0308": "doppelter Punkt",
    "over": "{0} durch {1}",
    "fraction": "der Bruch {0} durch {1}, Ende des Bruchs,",
    "choose": "{0} über {1}",
    "sqrt": "die Wurzel aus {0}",
    "sqrt_of": "die Wurzel aus {0}, Ende der Wurzel,",
    "root": "die Wurzel vom Grad {1} aus {0}, Ende der Wurzel,",
    "sub": "{0} Index {1}",
    "squared": "{0} zum Quadrat",
    "cubed": "{0} hoch {1}",
    "power": "{0} hoch {1}",
    "power_of": "{0} hoch {1}, Ende des Exponenten,",
    "prime": "{0} Strich",
    "under": "{0} für {1}",
    "set_over": "{0} mit {1} darüber",
    "under_over": "{0} von {1} bis {2}",
    "from": "von {0}",
    "where": "über {0}",
    "up_to": "bis {0}",
    "of": "von",
    "matrix": "Matrix",
    "cases": "einer dieser Fälle",
    "lines": "diese Zeilen",
    "bar": "{0} quer",
    "underlined": "{0} unterstrichen",
}
