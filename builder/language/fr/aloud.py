"""French words for what is printed in signs and short forms; and for formulas.

Formulas are read aloud by signs, and phrases with gaps for their parts.
"""

from __future__ import annotations

from collections.abc import Mapping
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


SPOKEN: Final[Mapping[str, str]] = {
    "−": "moins",
    "+": "plus",
    "=": "égale",
    "≠": "différent de",
    "<": "inférieur à",
    ">": "supérieur à",
    "≤": "au plus",
    "≥": "au moins",
    "≈": "environ",
    "∝": "proportionnel à",
    "±": "plus ou moins",
    "×": "fois",
    "⋅": "fois",
    "÷": "divisé par",
    "/": "sur",
    "∈": "dans",
    "→": "tend vers",
    "∞": "l’infini",
    "%": "pour cent",
    "∑": "la somme",
    "∏": "le produit",
    "∫": "l’intégrale",
    "∂": "partielle",
    "log": "logarithme",
    "ln": "logarithme naturel",
    "lim": "la limite",
    "\u0302": "chapeau",
    "\u0303": "tilde",
    "\u20d7": "vecteur",
    "\u0307": "point",
    "\u0308": "double point",
    "over": "{0} sur {1}",
    "fraction": "la fraction {0} sur {1}, fin de la fraction,",
    "choose": "{1} parmi {0}",
    "sqrt": "la racine carrée de {0}",
    "sqrt_of": "la racine carrée de {0}, fin de la racine,",
    "root": "la racine d’ordre {1} de {0}, fin de la racine,",
    "sub": "{0} indice {1}",
    "squared": "{0} au carré",
    "cubed": "{0} au cube",
    "power": "{0} puissance {1}",
    "power_of": "{0} puissance {1}, fin de l’exposant,",
    "prime": "{0} prime",
    "under": "{0} quand {1}",
    "set_over": "{0} surmonté de {1}",
    "under_over": "{0} de {1} à {2}",
    "from": "de {0}",
    "where": "sur {0}",
    "up_to": "à {0}",
    "of": "de",
    "matrix": "matrice",
    "cases": "l’un de ces cas",
    "lines": "ces lignes",
    "bar": "{0} barre",
    "underlined": "{0} souligné",
}
