"""What reads the same in two editions, and what they call what they count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from builder.facts.nouns import Speech, measure_of, unit_key
from builder.facts.units import currency_of
from builder.language.language import known
from builder.language.numbers import locale_of
from builder.model.snapshot import FigureState

_SPACES: Final = re.compile(r"\s+")
_BEHIND: Final = re.compile(r"\d\s+([^\d\s][^\d]*)$")


def reads_alike(one: object, other: object) -> bool:
    """Return whether two states read the same: they may differ by the kind of their spaces."""
    return one == other or _evened(one) == _evened(other)


def _evened(value: object) -> object:
    if isinstance(value, str):
        return _SPACES.sub(" ", value)
    if isinstance(value, tuple):
        return tuple(map(_evened, value))
    held = getattr(value, "__dict__", None)
    return {name: _evened(each) for name, each in held.items()} if held else value


def speech_between(figures: Iterable[FigureState], tag: str) -> Speech:
    """Return a language with the forms of units as figures of its editions print them: a unit that
    figures.yaml declares is a key there, "platz" of "Plätze".
    """
    nouns: dict[str, dict[str, str]] = {}
    for figure in figures if known(tag) else ():
        behind = _BEHIND.search(figure.printed)
        unit = figure.unit
        if figure.is_date or not unit or behind is None or currency_of(unit):
            continue
        if unit == "%" or measure_of(unit_key(unit, tag), tag) or not _in_full(figure):
            continue
        category = locale_of(tag).plural_form(abs(Decimal(figure.shown)))
        nouns.setdefault(unit, {}).setdefault(category, behind[1])
    whole = {
        unit: {"other": next(iter(reversed(forms.values()))), **forms}
        for unit, forms in nouns.items()
    }
    return Speech(tag, whole)


def _in_full(figure: FigureState) -> bool:
    """Return whether a figure prints all of its digits, and no scale in place of some."""
    printed, shown = (re.sub(r"\D", "", text) for text in (figure.printed, figure.shown))
    return printed == shown
