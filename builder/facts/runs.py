"""Runs of a line by what stands beside them: takes these, returns them as they are printed and
heard there.

A number with its unit stands as the words that govern it ask: "до 61 гривні", not "до 61 гривня":
of a noun whose forms beside numbers are known, those that a case asks for are among them.

A dash between two figures is a range, "12 to 18 months"; any other between words is no empty cell.
What a figure owns is one run of it, the years and names among its words included.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from builder.facts.nouns import forms_of, money_forms
from builder.facts.units import currency_of
from builder.frozen import replace
from builder.language.aloud import aloud_of
from builder.language.language import Plurals, language_of
from builder.language.numbers import plural
from builder.model.figure import ResolvedFigure
from builder.model.text import CrossReference, Line, Owner, Run

_FAR: Final = 120  # characters before a date by which its case is told
_DASH: Final = "–"
_THIN: Final = "\u2009\u202f\u2060"  # as house styles set around it; plain ones part a sentence
_NUMBERS: Final = frozenset({"figure", "date", "cell"})


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


def with_ranges(line: Line, tag: str) -> Line:
    """Return a line whose dashes between words have what is heard in place of them."""
    at = [number for number, run in enumerate(line) if run.text.strip(_THIN) == _DASH]
    if not at or len(line) == 1:
        return line
    found = list(line)
    for number in at:
        between = 0 < number < len(line) - 1
        ends = between and _is_number(line[number - 1]) and _is_number(line[number + 1])
        heard = f" {aloud_of(tag).to} " if ends else line[number].text
        found[number] = replace(line[number], heard=heard)
    return tuple(found)


def owned(line: Line, owner: Owner) -> Line:
    """Return a figure's own words: the years and names among them are part of what it says.

    Words behind a figure that they print, or set otherwise, stand apart from the first ones: those
    alone answer for the whole, which is then the same text wherever it is printed.
    """
    runs: list[Run] = []
    for run in line:
        said = run
        if run.owner is None or run.owner.kind in ("date", "name"):
            said = replace(run, owner=owner)
        if runs and replace(runs[-1], text="", place=said.place) == replace(said, text=""):
            runs[-1] = replace(runs[-1], text=runs[-1].text + said.text)
        else:
            runs.append(said)
    return tuple(_behind(run, owner) if at else run for at, run in enumerate(runs))


def _behind(run: Run, owner: Owner) -> Run:
    if run.owner != owner:
        return run
    digits = any(map(str.isdigit, run.text))
    return replace(run, owner=Owner("name", run.text) if digits else None)


def ending(runs: Sequence[Run]) -> str:
    """Return the last words of what runs say, as far as a case may depend on them."""
    said = ""
    for run in reversed(runs):
        if len(said) > _FAR:
            return f"x{said}"
        said = run.text[-_FAR:] + said
    return said


def unnumbered(reference: CrossReference) -> Run:
    """Return a cross-reference as written: its words are the paper plan's to say."""
    owner = Owner("furniture", str(reference), "reference")
    return Run(
        str(reference),
        reference.strong,
        reference.emphasis,
        owner=owner,
        place=reference.place,
        refers=reference,
        manner=reference.manner,
    )


def _beside(unit: str, tag: str) -> Plurals:
    """Return the forms of what stands behind a number: of money its name, as long as no scale
    stands before that.
    """
    money = currency_of(unit)
    if money is None:
        return forms_of(unit, tag) or {}
    if money.scale or language_of(tag).symbol_first:
        return {}
    return money_forms(money.code, tag)


def _is_number(run: Run) -> bool:
    return run.owner is not None and run.owner.kind in _NUMBERS
