"""What the number forms must know of a language: the shape that each language's table fills.

Texts by plural category are keyed as in CLDR (`one`, `few`, `many`, `other`); `other` is always
there and serves where a category is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from builder.model.figure import Hedge

NBSP: Final = "\u00a0"

Plurals: TypeAlias = Mapping[str, str]

# A stated hedge in its short form, alike in every language.
HEDGE_SIGNS: Final[Mapping[Hedge, str]] = {
    Hedge.MORE_THAN: ">",
    Hedge.AT_LEAST: "≥",
    Hedge.ABOUT: "≈",
    Hedge.UP_TO: "≤",
    Hedge.FEWER_THAN: "<",
}


class CannotSayError(ValueError):
    """A number has no words in the language; the message says why."""


def _unchanged(noun: str) -> str:
    return noun


def _spaced(hedge: str, phrase: str) -> str:
    return f"{hedge} {phrase}"


@dataclass(frozen=True)
class Language:
    """One language's speech.

    `hedges` are printed before the number; `measured` replaces some of them before a measure
    ("less than $5 billion", not "fewer than"). `scales` are thousand, mn, bn, tn beside digits,
    `spoken_scales` beside number words, `short_scales` in the short form. `symbol_first` puts a
    currency's symbol before the number; else its name follows, or in the short form its symbol
    after `short_gap`. `currency_names` replace CLDR's where those are too long for prose.
    `percent` is the word for %.
    `cardinal` says a whole number in words and raises `CannotSayError`; `after_million` fits a
    noun to a preceding million; `join_hedge` fits a hedge to the number words after it.
    `ratio_units` are the unit words of a plain multiple. `kinds` names each chart kind, and
    `span` and `series_span` sum up a long series, for alt texts. `first_day` is how the first of
    a month is written, where not as 1; `colon` is printed after a label.
    """

    hedges: Mapping[Hedge, str]
    scales: Mapping[str, Plurals]
    short_scales: Mapping[str, str]
    percent: Plurals
    cardinal: Callable[[int], str]
    ratio_units: frozenset[str]
    kinds: Mapping[str, str]
    span: str
    series_span: str
    flow: str
    measured: Mapping[Hedge, str]
    spoken_scales: Mapping[str, Plurals]
    currency_names: Mapping[str, Plurals]
    symbol_first: bool = False
    short_gap: str = NBSP
    after_million: Callable[[str], str] = _unchanged
    join_hedge: Callable[[str, str], str] = _spaced
    first_day: str = "1"
    colon: str = ": "


def word_list(words: str) -> tuple[str, ...]:
    """Return the words of a spaced list."""
    return tuple(words.split())


def groups(number: int) -> tuple[int, int, int, int]:
    """Return a whole number below 10^12 as its billions, millions, thousands and the rest.

    Raises:
        CannotSayError: the number is 10^12 or more.
    """
    if number >= 10**12:
        raise CannotSayError("numbers from a trillion on are not said in words")
    return (
        number // 10**9,
        number // 10**6 % 1000,
        number // 1000 % 1000,
        number % 1000,
    )
