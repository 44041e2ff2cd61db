"""What must be known of a language, and the one list of those that a briefing can be written in.

Texts by plural category are keyed as in CLDR (`one`, `few`, `many`, `other`); `other` is always
there and serves where a category is missing.

A language is known by its first subtag (`en` serves `en-GB` and `en-US`). To add one, add its
folder and its line here. A folder holds the package itself (`LANGUAGE`, a `Language`, and its
`REGIONS`; `WORDS`), `lexicon` (`LEXICON`, a `Lexicon`), `years` (`GRAMMAR`, a `Grammar`), `labels`
(`PHRASES`, how alt texts say what a chart shows), `aloud` (`ALOUD`, an `Aloud`), and lists of words
for their readers. `labels` comes with the package; the others are loaded when they are asked for.

By what a text is sorted in a language, `collated` returns.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import field
from functools import cache, lru_cache
from importlib import import_module
from types import ModuleType
from typing import Final, TypeAlias

from builder.frozen import dataclass
from builder.model.figure import Hedge

NBSP: Final = "\u00a0"

Plurals: TypeAlias = Mapping[str, str]
Quotes: TypeAlias = tuple[str, str]

# A stated hedge in its short form, alike in every language.
HEDGE_SIGNS: Final[Mapping[Hedge, str]] = {
    Hedge.MORE_THAN: ">",
    Hedge.AT_LEAST: "≥",
    Hedge.ABOUT: "≈",
    Hedge.UP_TO: "≤",
    Hedge.FEWER_THAN: "<",
}

# Where the letters of a language's own alphabet stand for sorting, and those of others behind them:
# signs that no text needs, behind the digits.
_OWN: Final = 0x4E00
_END: Final = 0x4F00
_FOREIGN: Final = 0x10000


class CannotSayError(ValueError):
    """A number has no words in the language; the message says why."""


def _unchanged(noun: str) -> str:
    return noun


def _first(before: str, phrase: str) -> str:
    return before


def _second(before: str, date: str) -> str:
    return date


def _ungoverned(before: str, category: str, forms: Plurals) -> str:
    return forms[category]


def _own_forms(forms: Plurals) -> frozenset[str]:
    return frozenset(forms.values())


def _only(date: str) -> tuple[str, ...]:
    return (date,)


@dataclass(frozen=True)
class Language:
    """One language's speech and marks.

    `name` is what it is called in English.
    `hedges` are printed before the number; `measured` replaces some of them before a measure
    ("less than $5 billion", not "fewer than"). `scales` are thousand, mn, bn, tn beside digits,
    `spoken_scales` beside number words, `short_scales` in the short form; `other_scales` are read
    as well (TEUR). `symbol_first` puts a
    currency's symbol before the number; else its name follows, or in the short form its symbol
    after `short_gap`. `currency_names` replace CLDR's where those are too long for prose.
    `percent` is the word for %, `spaced_percent` says that a space parts the sign from its number
    where CLDR has none; `currency_name` fits CLDR's name of a currency into a phrase.
    `cardinal` says a whole number in words before a noun of a gender ("m", "f", "n", or "" where
    it is not known) and raises `CannotSayError`; `after_million` fits a noun to a preceding
    million.
    `ratio_units` are the unit words of a plain multiple, and `nouns` the forms of the units that
    the language knows beside CLDR's measures; `glued` says how a unit is joined to its number
    where not by a space. `measures` are English words that are weighed, not counted.
    `symbols` are what it writes for international symbols of units, where its letters are others.
    `lettered` are the letters that count appendices, in order.
    `csl` is the main locale of CSL, `bibtex` what BibTeX calls the language, `theses` a doctor's
    and a master's; `alphabet` its letters in order, where that is not Unicode's.
    `signs` replace our signs of moneys, and `marked_signs` those that say their country;
    `marked_names` name such money in prose. `feminine` and `neuter` are the currencies and units of
    that gender, for number words, and `scale_gender` the gender of a trillion. `multiple` says × in
    words; `compound` is an example of a unit of two.
    `kinds` names the chart kinds that do not say themselves what they are called in it.
    `first_day` is how the first of a month is written, where not as 1; `first_in_dates` says
    whether the "day" or the "month" comes first in digits, nothing where both are usual; `colon`
    is printed after a label, `semicolon` between the items of a list. `elided` fits the words
    before a phrase to it ("de" to "environ"), and `date_in_case` a month to the preposition before
    it; `date_cases` are all that it may become. `governed` fits a unit with its number to the words
    before, by the category of its number and its forms, of which `in_cases` are all that it may
    become; `unfit` says of one without forms that it stands in another case than these ask for.
    `quotes` are the marks of a quotation and of one within it, None where those that the author
    typed stay; `nests_typed` turns typed guillemets within others into the inner marks; `clipped`
    finds words that begin with an apostrophe, which no quotation opens. `spaces` are set before
    each of ; : ! ? and within guillemets ("»"), `before_dash` before a dash between words, with
    which no line may begin. `letters` are what a country writes otherwise, for
    words that are kept once a language. `encoding` is what spreadsheets of its system save plain
    files in, `decimal_mark` what they put before decimals, `group_mark` what between groups of
    digits, where that is no space; cells that `foreign_separator` parts come from a program set to
    another language. `capital_nouns` says that nouns begin with a capital wherever they stand.
    """

    name: str
    hedges: Mapping[Hedge, str]
    scales: Mapping[str, Plurals]
    short_scales: Mapping[str, str]
    percent: Plurals
    cardinal: Callable[[int, str], str]
    ratio_units: frozenset[str]
    measured: Mapping[Hedge, str]
    spoken_scales: Mapping[str, Plurals]
    currency_names: Mapping[str, Plurals]
    nouns: tuple[Plurals, ...] = ()
    capital_nouns: bool = False
    csl: str = ""
    bibtex: frozenset[str] = frozenset()
    theses: tuple[str, str] = ("PhD thesis", "Master’s thesis")
    alphabet: str = ""
    lettered: str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    glued: Mapping[str, str] = field(default_factory=dict)
    symbols: Mapping[str, str] = field(default_factory=dict)
    measures: frozenset[str] = frozenset()
    other_scales: Mapping[str, str] = field(default_factory=dict)
    signs: Mapping[str, str] = field(default_factory=dict)
    marked_signs: Mapping[str, str] = field(default_factory=dict)
    marked_names: Mapping[str, Plurals] = field(default_factory=dict)
    feminine: frozenset[str] = frozenset()
    neuter: frozenset[str] = frozenset()
    scale_gender: str = "m"
    multiple: str = "times"
    compound: str = "tonnes per ship"
    currency_name: Callable[[str], str] = _unchanged
    symbol_first: bool = False
    spaced_percent: bool = False
    short_gap: str = NBSP
    after_million: Callable[[str], str] = _unchanged
    elided: Callable[[str, str], str] = _first
    date_in_case: Callable[[str, str], str] = _second
    date_cases: Callable[[str], tuple[str, ...]] = _only
    governed: Callable[[str, str, Plurals], str] = _ungoverned
    in_cases: Callable[[Plurals], frozenset[str]] = _own_forms
    unfit: Callable[[str, str, str], bool] | None = None
    first_day: str = "1"
    first_in_dates: str = "day"
    colon: str = ": "
    semicolon: str = "; "
    kinds: Mapping[str, str] = field(default_factory=dict)
    quotes: tuple[Quotes, Quotes] | None = None
    nests_typed: bool = False
    clipped: re.Pattern[str] | None = None
    spaces: Mapping[str, str] = field(default_factory=dict)
    before_dash: str = ""
    letters: Mapping[str, str] = field(default_factory=dict)
    encoding: str = "cp1252"
    decimal_mark: str = ","
    group_mark: str = ""
    foreign_separator: str = ","


def word_list(words: str) -> tuple[str, ...]:
    """Return the words of a spaced list."""
    return tuple(words.split())


def word_set(words: str) -> frozenset[str]:
    """Return the words of a spaced list."""
    return frozenset(words.split())


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


LANGUAGES: Final = (
    "en",
    "de",
    "fr",
    "uk",
)


def base_language(language: str) -> str:
    """Return the first subtag of a BCP 47 tag: `en` of `en-GB`."""
    return language.replace("_", "-").split("-")[0].lower()


@lru_cache(maxsize=64)
def known(tag: str) -> Language | None:
    """Return the speech of a BCP 47 tag, None where Paperdeck has no words in that language."""
    return language_of(tag) if base_language(tag) in LANGUAGES else None


@lru_cache(maxsize=16)
def language_of(tag: str) -> Language:
    """Return the speech of a BCP 47 tag.

    Raises:
        LookupError: Paperdeck has no words in that language.
    """
    module = module_of(tag)
    asked = tag.replace("_", "-").lower()  # capitals carry no meaning in tags (RFC 5646, 2.1.1)
    regions: dict[str, Language] = getattr(module, "REGIONS", {})
    found: Language = module.LANGUAGE
    return next((regions[each] for each in regions if each.lower() == asked), found)


def ratio_words(tag: str) -> frozenset[str]:
    """Return the words of a plain multiple: a language's and English ones, as figures have both."""
    return language_of(tag).ratio_units | language_of("en").ratio_units


@cache
def module_of(tag: str, name: str = "") -> ModuleType:
    """Return the folder of a language, or one module of it; no other is loaded.

    Raises:
        LookupError: Paperdeck has no words in that language.
    """
    base = base_language(tag)
    if base not in LANGUAGES:
        raise LookupError(tag)
    return import_module(f"builder.language.{base}{name and '.'}{name}")


def collated(text: str, language: str) -> str:
    """Return a text by which it sorts: without marks and accents, letters in their order.

    Where a language has an alphabet of its own, letters of others follow it, as CLDR has it: in
    Ukrainian Шевченко stands before Adams.
    """
    small = text.casefold()
    spoken = known(language)
    alphabet = spoken.alphabet if spoken else ""
    if alphabet:
        places = {letter: chr(_OWN + at) for at, letter in enumerate(alphabet)}
        small = "".join(places.get(letter, letter) for letter in small)
    plain = unicodedata.normalize("NFKD", small.replace("ß", "ss").replace("ø", "o"))
    kept = (
        chr(_FOREIGN + ord(c)) if alphabet and c.isalpha() and not _OWN <= ord(c) < _END else c
        for c in plain
        if c.isalnum() or c.isspace() or c == ","
    )
    return " ".join("".join(kept).replace(",", " \x01").split())
