"""What the rule of years must know of a language: the shape that each language's lists fill.

Texts are searched with plain spaces, hyphens and apostrophes (`forms.plain`); what owns itself,
a figure or a name, is `FIGURE`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from builder.language.registry import module_of

FIGURE: Final = "\ufffc"


@dataclass(frozen=True)
class Grammar:
    """One language's words around years.

    Patterns named `before` are searched at the end of what stands before the digits, those
    named `after` are matched at the beginning of what follows.

    `count_before` makes a count of them (hedges, currencies, "rose by"), `year_before` years
    (months, "since", "the winter of"); `quarter` is a part of a year that is written with
    digits of its own. `count_after` makes a count (units, "of the"), `year_after` one year and
    `years_after` several ("року", "років"). `free_after` may follow either. `begins` follows a
    year that begins a sentence. `joint` stands between years of one list or span, `leads` between
    the ends of a span. `counted`
    says of what follows, none of the above, whether it may be a counted noun; `told` whether
    both sides together make a year ("the 2030 target"); `settled` whether they do so
    whatever else is said ("below 1990 levels"; "fell from 2005 to 2020", which no count does). All
    are given both sides, `settled` also whether a span leads from an earlier year to a later one.
    `spanned` says of what stands before a span that rises, which nothing counts, whether it is one
    of time ("die Saison von 2011 bis 2020"), not of amounts ("kostet von 2011 bis 2020").
    """

    count_before: re.Pattern[str]
    year_before: re.Pattern[str]
    quarter: re.Pattern[str]
    count_after: re.Pattern[str]
    year_after: re.Pattern[str]
    years_after: re.Pattern[str]
    free_after: re.Pattern[str]
    begins: re.Pattern[str]
    joint: re.Pattern[str]
    leads: re.Pattern[str]
    counted: Callable[[str, str], bool]
    told: Callable[[str, str], bool]
    settled: Callable[[str, str, bool], bool]
    spanned: Callable[[str], bool] = lambda _left: False


def grammar_of(language: str) -> Grammar:
    """Return the lists of a language (its first subtag); only its module is loaded."""
    grammar: Grammar = module_of(language, "years").GRAMMAR
    return grammar


def one_of(words: str) -> str:
    """Return a group of the words of a spaced list, the longest first; _ stands for a space."""
    listed = sorted(words.split(), key=len, reverse=True)
    return f"(?:{'|'.join(listed)})".replace("_", " ")


def before(*alternatives: str) -> re.Pattern[str]:
    """Return a pattern of whole words that end a text, but for a space."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)}) ?$", re.IGNORECASE)


def after(*alternatives: str) -> re.Pattern[str]:
    """Return a pattern of whole words that begin a text, after a space."""
    return re.compile(rf" ?(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE)


def words_of(text: str) -> list[str]:
    """Return the words that stand before the first mark of punctuation of a text."""
    head = re.match(r"[^.,;:!?()\[\]\"“”„«»–—\ufffc]*", text)
    return head.group().split() if head else []
