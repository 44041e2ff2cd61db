"""Numbers with units behind words that govern them: takes both, returns them as they stand there.

"до 61 гривні", not "до 61 гривня": of a noun whose forms beside numbers are known, those that a
case asks for are among them.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from builder.facts.nouns import categories, currency_name, forms_of
from builder.facts.units import currency_of
from builder.language.language import Plurals, language_of
from builder.language.numbers import plural
from builder.model.figure import ResolvedFigure

_SAMPLES: Final = {"one": "1", "few": "2", "many": "5", "other": "1.5"}
"""A number of each category of our languages, with which CLDR's names are asked for."""


def in_case(before: str, text: str, figure: ResolvedFigure, tag: str) -> str:
    """Return a figure in full as it stands after the words before it."""
    if figure.rounded is None:
        return text
    forms = _beside(figure.unit, tag)
    known = {category: category for category in forms}
    category = plural(known, figure.rounded, tag) if "other" in known else ""
    if not category or not re.search(rf"\d\s{re.escape(forms[category])}$", text):
        return text
    asked = language_of(tag).governed(before, category, forms)
    return text.removesuffix(forms[category]) + asked


def _beside(unit: str, tag: str) -> Plurals:
    """Return the forms of what stands behind a number: of money its name, as long as no scale
    stands before that.
    """
    money = currency_of(unit)
    if money is None:
        return forms_of(unit, tag) or {}
    if money.scale or language_of(tag).symbol_first:
        return {}
    return {
        each: currency_name(money.code, Decimal(_SAMPLES[each]), tag) for each in categories(tag)
    }
