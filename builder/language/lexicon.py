"""What the checks of wording must know of a language: the shape that each language's lists fill.

All patterns are searched, by `places_of`, whatever the case of letters, in text whose apostrophes
are ’, hyphens - and spaces plain, and in which every figure is the one character `FIGURE`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import count
from typing import Final

from builder.frozen import dataclass
from builder.language.language import Plurals, module_of

FIGURE: Final = "\ufffc"
_SIZES: Final = {"thousand": 10**3, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_CAPITALS_COUNT: Final = "(?-i:"
_LETTERS: Final = re.compile(r"(\\.)|[^\W\d_]+")  # of a pattern, but for those that stand for kinds
_WORDS: Final = 8192
_WORD: Final = re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)?")


PLAIN: Final = str.maketrans(
    {"'": "’", "ʼ": "’", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2010": "-", "\u2011": "-"}
)
"""How text is made plain for the patterns: one character for another, so that places stay right."""

ENDED: Final = r" ?(?:$|[.,;:!?…)\]»”\"–—](?! ?\d))"
"""What ends a phrase: nothing is counted by the digits before it."""

# What rates are told for, in digits: 10, 100, 1 000, 100.000.
ROUND: Final = r"(?:100?(?:[ .,’']?000)*|1(?:[ .,’']?000)+)(?![\d]|[.,’']\d)"
BASE: Final = "\ufff9"
_CLAUSE_END: Final = re.compile(r"[.;:!?](?=\s|$)")


@dataclass(frozen=True)
class Rate:
    """A way to say a rate: `said` finds it, the number that it is told for as its group `base`.

    `needs` must be found in the clause, and `unless` must not, for it to be a rate; there the base
    stands as `BASE`.
    """

    said: re.Pattern[str]
    needs: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None

    def holds(self, clause: str) -> bool:
        """Return whether a clause tells a rate and no amount."""
        if self.unless is not None and self.unless.search(clause):
            return False
        return self.needs is None or bool(self.needs.search(clause))


def rate(said: str, needs: str = "", unless: str = "") -> Rate:
    """Return a way to say a rate; all three patterns are found whatever the case of letters."""
    parts = (re.compile(each, re.IGNORECASE) if each else None for each in (needs, unless))
    return Rate(re.compile(said, re.IGNORECASE), *parts)


def rate_bases(words: str, lexicon: Lexicon) -> Iterator[slice]:
    """Yield where the numbers stand that rates are told for, in digits or in words."""
    for each in lexicon.rates:
        for found in each.said.finditer(words):
            start, stop = found.span("base")
            before = max((end.end() for end in _CLAUSE_END.finditer(words, 0, start)), default=0)
            after = _CLAUSE_END.search(words, stop)
            clause = f"{words[before:start]}{BASE}{words[stop : after.start() if after else None]}"
            if each.holds(clause):
                yield slice(start, stop)


def _alone(word: str) -> tuple[str, ...]:
    return (word,)


@dataclass(frozen=True)
class Lexicon:
    """One language's words for number and comparison.

    `counted` finds phrases that state how many or how much, `uncounted` the idioms, names and
    ordinals in which such words state nothing; `compared` and `uncompared` are the same for
    comparison, and `headed` finds what compares in a title over figures alone: "Loans lead".
    Vague words (hundreds, dozens) and the word for one alone, which is an article or a pronoun
    more often than a count, are in no list.

    `values` gives numbers in words, `factors` those of them that multiply what stands before,
    `shares` fractions, `joints` words that add a share ("two and a half"; a share that is one is
    added itself), and `dividers` those that stand before the whole of which there are so many ("one
    in five"); `parts` splits a word that is written as one. `nouns` are words of number that are
    capitalised as nouns; `abbreviations` end in a stop that ends no sentence. `rates` find what so
    many of something are told for: "per 1,000 residents" counts no residents.
    """

    counted: re.Pattern[str]
    uncounted: re.Pattern[str]
    compared: re.Pattern[str]
    headed: re.Pattern[str]
    uncompared: re.Pattern[str]
    values: Mapping[str, int]
    shares: Mapping[str, Fraction]
    abbreviations: re.Pattern[str]
    rates: tuple[Rate, ...] = ()
    factors: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    dividers: frozenset[str] = frozenset()
    parts: Callable[[str], tuple[str, ...]] = _alone
    nouns: re.Pattern[str] | None = None

    @cached_property
    def counts(self) -> Callable[[str], bool]:
        """What says whether a word has a number in it, and remembers it of a few thousand."""

        def counts(word: str) -> bool:
            return any(part in self.values or part in self.shares for part in self.parts(word))

        return lru_cache(_WORDS)(counts)


def lexicon_of(tag: str) -> Lexicon:
    """Return the lists of a BCP 47 tag's language; only its module is loaded.

    Raises:
        LookupError: the language has none, which `resolve` finds out before.
    """
    lexicon: Lexicon = module_of(tag, "lexicon").LEXICON
    return lexicon


def whole(*alternatives: str) -> re.Pattern[str]:
    """Return a pattern of whole words, one alternative or another, in this order.

    It is one of small letters, which is searched in a third of the time, unless capitals count in
    a part of it.
    """
    said = rf"(?<![\w-])(?:{'|'.join(alternatives)})(?!\w)"
    if _CAPITALS_COUNT in said:
        return re.compile(said, re.IGNORECASE)
    return re.compile(_LETTERS.sub(lambda found: found[1] or found[0].lower(), said))


def places_of(pattern: re.Pattern[str], words: str) -> Iterator[re.Match[str]]:
    """Yield where a pattern of `whole` is found, whatever the case of the words' letters."""
    if pattern.flags & re.IGNORECASE:
        return pattern.finditer(words)
    small = words.lower()
    if len(small) != len(words):  # a few letters are two as small ones (İ): places would move
        small = "".join(letter.lower()[0] for letter in words)
    return pattern.finditer(small)


def one_of(words: str) -> str:
    """Return a group of the words of a spaced list, the longest first."""
    return f"(?:{'|'.join(sorted(words.split(), key=len, reverse=True))})"


def values_of(
    ones: Sequence[str], tens: Sequence[str], scales: Mapping[str, Plurals]
) -> dict[str, int]:
    """Return what number words are worth: `ones` are listed from 0, `tens` from 20."""
    return {
        **dict(zip(ones[1:], count(1), strict=False)),
        **dict(zip(tens, count(20, 10), strict=False)),
        **{word.lower(): _SIZES[scale] for scale in scales for word in scales[scale].values()},
    }


def by_figure(before: str, within: int = 50) -> str:
    """Return a look ahead to a figure after one of some words, before the next mark.

    It tells verbs and nouns that only then compare: prices fall to a figure, trees just fall.
    """
    return rf"(?=[^.,;:!?]{{0,{within}}}(?<!\w)(?:{before}) (?:\w+ ){{0,2}}{FIGURE})"


def may_count(words: str, lexicon: Lexicon) -> bool:
    """Return whether any word has a number in it: a quick look before the pattern's slow one."""
    return any(map(lexicon.counts, _WORD.findall(words.lower())))


def value_of(phrase: str, lexicon: Lexicon) -> Fraction | None:
    """Return what a counted phrase comes to, or None where its words do not tell."""
    total, current, share, added = Fraction(0), Fraction(0), Fraction(0), False
    several: Fraction | None = None
    for word in _WORD.findall(phrase.lower()):
        for part in lexicon.parts(word):
            if part in lexicon.dividers and current:
                several, current = current, Fraction(0)
            if part in lexicon.shares and part in lexicon.joints:
                current += lexicon.shares[part]
            elif part in lexicon.shares:
                share = lexicon.shares[part]
            elif part in lexicon.joints:
                added = True
            elif part in lexicon.values:
                value = lexicon.values[part]
                if value >= 1000:
                    total, current = total + max(current, Fraction(1)) * value, Fraction(0)
                elif part in lexicon.factors and current % 100:
                    current += current % 100 * (value - 1)
                else:
                    current += value
    number = total + current
    if several:
        return several / number if number else None
    if share:
        number = number + share if added and number else (number or 1) * share
    return number or None
