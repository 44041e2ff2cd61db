"""Symbols of units that Ukrainian writes in its own letters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# The symbols that Ukrainian itself writes, by those that every language does.
OWN: Final[Mapping[str, str]] = {
    "Вт": "W",
    "кВт": "kW",
    "МВт": "MW",
    "ГВт": "GW",
    "ТВт": "TW",
    "Вт·год": "Wh",
    "кВт·год": "kWh",
    "МВт·год": "MWh",
    "ГВт·год": "GWh",
    "ТВт·год": "TWh",
    "т": "t",
    "кт": "kt",
    "Мт": "Mt",
    "г": "g",
    "мг": "mg",
    "кг": "kg",
    "м": "m",
    "км": "km",
    "см": "cm",
    "мм": "mm",
    "м²": "m²",
    "км²": "km²",
    "м³": "m³",
    "л": "l",
    "мл": "ml",
    "га": "ha",
    "год": "h",
    "год.": "h",
    "хв": "min",
    "хв.": "min",
    "км/год": "km/h",
}

INTERNATIONAL: Final[Mapping[str, str]] = {
    symbol: own for own, symbol in reversed(list(OWN.items()))
}
"""What is written for a symbol that every language knows: км for km."""
