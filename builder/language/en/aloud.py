"""English words for what is printed in signs and short forms; and for formulas.

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


SPOKEN: Final[Mapping[str, str]] = {
    "−": "minus",
    "+": "plus",
    "=": "equals",
    "≠": "is not equal to",
    "<": "is less than",
    ">": "is greater than",
    "≤": "is at most",
    "≥": "is at least",
    "≈": "is about",
    "∝": "is proportional to",
    "±": "plus or minus",
    "×": "times",
    "⋅": "times",
    "÷": "divided by",
    "/": "over",
    "∈": "in",
    "→": "to",
    "∞": "infinity",
    "%": "per cent",
    "∑": "the sum",
    "∏": "the product",
    "∫": "the integral",
    "∂": "partial",
    "log": "log",
    "ln": "natural log",
    "lim": "the limit",
    "\u0302": "hat",
    "\u0303": "tilde",
    "\u20d7": "vector",
    "\u0307": "dot",
    "\u0308": "double dot",
    "over": "{0} over {1}",
    "fraction": "the fraction {0} over {1}, end of fraction,",
    "choose": "{0} choose {1}",
    "sqrt": "the square root of {0}",
    "sqrt_of": "the square root of {0}, end of root,",
    "root": "the root of degree {1} of {0}, end of root,",
    "sub": "{0} sub {1}",
    "squared": "{0} squared",
    "cubed": "{0} cubed",
    "power": "{0} to the power of {1}",
    "power_of": "{0} to the power of {1}, end of power,",
    "prime": "{0} prime",
    "under": "{0} as {1}",
    "set_over": "{0} with {1} above",
    "under_over": "{0} from {1} to {2}",
    "from": "from {0}",
    "where": "over {0}",
    "up_to": "to {0}",
    "of": "of",
    "matrix": "matrix",
    "cases": "one of these cases",
    "lines": "these lines",
    "bar": "{0} bar",
    "underlined": "{0} underlined",
}
