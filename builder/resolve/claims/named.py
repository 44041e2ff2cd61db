"""Which of two things words say is more, where they name them: "nights take longer" under
`night < day`. Takes words and the figures that a claim compares; returns what is contrary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from builder.facts.units import currency_of
from builder.language.claims import reckoned_of
from builder.language.language import language_of
from builder.language.lexicon import places_of
from builder.language.sides import Sides, sides_of
from builder.model.figure import ResolvedFigure

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_STEM: Final = 5
_LONG: Final = 8  # letters of a word that may name another thing
_CLAUSES: Final = re.compile(r"[,;:.!?()–—]\s|\d")


def way_by_measure(words: str, unit: str, tag: str) -> tuple[slice, str] | None:
    """Return which way words say that a thing went by what its unit measures: "gets cheaper"."""
    sides, small = sides_of(tag), words.lower()
    if len(small) != len(words) or not _is_plain(small, tag):
        return None
    pair = _by_unit(sides, unit, tag)
    if pair is None:
        return None
    more, less = pair
    said = re.search(
        rf"(?<!\w)(?:{sides.becomes})(?!\w)(?: [\w’-]+){{0,3}}? "
        rf"(?:(?P<rises>{more})|(?P<falls>{less}))"
        rf"(?: (?:{sides.become}))?[.!]?$",
        small,
    )
    if said is None or said.lastgroup is None:
        return None
    return slice(*said.span(said.lastgroup)), said.lastgroup


def named_side(
    words: str, lead: str, big: ResolvedFigure, small: ResolvedFigure, tag: str
) -> Iterator[tuple[slice, str]]:
    """Yield the word by which words call the smaller of two things more, or the bigger less.

    `lead` stands before the words in their clause: there is of what they are where they begin with
    the comparison itself.
    """
    lower = words.lower()
    own_big, own_small, shared = _owned(big.label, small.label, sides_of(tag))
    if len(lower) != len(words) or not own_big or not own_small or not _is_plain(lower, tag):
        return
    said = _comparative(lower, big.unit, tag)
    if said is None:
        return
    found, generic = said
    before, after = lower[: found.start()], lower[found.end() :]
    than = re.search(rf"(?<!\w)(?:{sides_of(tag).than})(?:(?<=’)|(?!\w))", after)
    if _names_others(words[: found.start()], (*own_big, *own_small, *shared), tag):
        return
    if than is not None:
        between = after[: than.start()]
        if not before.strip() and _is_plain(lead.lower(), tag):
            before = lead.lower()
        first = _which(before + between, own_big, own_small)
        last = _which(after[than.end() :], own_big, own_small)
        if {first, last} != {"big", "small"} or _strange(between, (*own_big, *own_small, *shared)):
            return
    else:
        first = _which(lower, own_big, own_small)
        if generic and not any(_named(each, shared) for each in _WORD.findall(lower)):
            return
        if _strange(after, (*own_big, *own_small, *shared)):
            return
    if first == ("small" if found.lastgroup == "more" else "big"):
        side = "less" if first == "small" else "more"
        thing = small if first == "small" else big
        yield slice(*found.span()), f'"{thing.label}" is the {side}'


def other_named(
    words: str, superlative: re.Pattern[str], things: Sequence[ResolvedFigure], tag: str
) -> Iterator[tuple[slice, str]]:
    """Yield the superlative that words give to another thing than the one that a claim names."""
    said = list(places_of(superlative, words))
    lower = words.lower()
    if len(said) != 1 or not _is_plain(lower, tag):
        return
    labels = [set(_WORD.findall(each.label.lower())) for each in things]
    first = _WORD.findall(lower[: said[0].start()])[:1]  # what the words are of
    named = []
    for at, label in enumerate(labels):
        rest = set().union(*labels[:at], *labels[at + 1 :])
        own = [word for word in label if not _named(word, tuple(rest))]
        if any(_named(word, tuple(own)) for word in (first if at else _WORD.findall(lower))):
            named.append(at)
    if named and 0 not in named:
        yield slice(*said[0].span()), f'it is so of "{things[0].label}"'


def _is_plain(lower: str, tag: str) -> bool:
    """Return whether words are one clause that denies nothing and has no number of its own."""
    known = reckoned_of(tag)
    joined = re.search(rf"(?<!\w)(?:{known.and_})(?!\w)", lower)
    refused = known.denied.search(lower) or known.supposed.search(lower)
    return not (joined or refused or _CLAUSES.search(lower))


def _comparative(lower: str, unit: str, tag: str) -> tuple[re.Match[str], bool] | None:
    """Return the only word of more, `more`, or of less in words; and whether it is of any unit."""
    sides = sides_of(tag)
    more, less = _by_unit(sides, unit, tag) or ("(?!)", "(?!)")
    found = list(
        re.finditer(
            rf"(?<![\w-])(?:(?P<more>{more}|{sides.higher})|(?P<less>{less}|{sides.lower}))(?![\w-])",
            lower,
        )
    )
    if len(found) != 1:
        return None
    measured = re.fullmatch(f"{more}|{less}", found[0].group()) is not None
    return found[0], not measured


def _by_unit(sides: Sides, unit: str, tag: str) -> tuple[str, str] | None:
    """Return the words of more and of less that are said of what a unit measures."""
    if currency_of(unit) is not None:
        more, less = sides.dearer, sides.cheaper
        noun = sides.money
    elif any(each.durations.fullmatch(unit.lower()) for each in (sides, sides_of("en"))):
        more, less, noun = sides.longer, sides.shorter, sides.times
    else:
        return None
    return f"{more}|(?:{sides.much}) (?:{noun})", f"{less}|(?:{sides.little}) (?:{noun})"


def _owned(
    one: str, other: str, sides: Sides
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the words of two labels that only one of them has, and those of both."""
    first, last = (_WORD.findall(each.lower()) for each in (one, other))
    shared = tuple(word for word in first if _named(word, tuple(last)))
    own, others = (
        tuple(
            word
            for word in words
            if not _named(word, shared) and not sides.measuring.fullmatch(word)
        )
        for words in (first, last)
    )
    return own, others, shared


def _which(text: str, own_big: Sequence[str], own_small: Sequence[str]) -> str:
    words = _WORD.findall(text)
    big = any(_named(word, own_big) for word in words)
    small = any(_named(word, own_small) for word in words)
    return "" if big == small else "big" if big else "small"


def _names_others(before: str, known: Sequence[str], tag: str) -> bool:
    """Return whether words before a comparative may name a thing that no label does."""
    for each in re.finditer(r"[^\W\d_]{4,}", before):
        word = each.group()
        if _named(word.lower(), known):
            continue
        if language_of(tag).capital_nouns:
            if word[0].isupper() and each.start():
                return True
        elif len(word) >= _LONG:
            return True
    return False


def _strange(text: str, known: Sequence[str]) -> bool:
    """Return whether a text has any word that no label does."""
    return any(not _named(each, known) for each in _WORD.findall(text))


def _named(word: str, others: Sequence[str]) -> bool:
    """Return whether one of others is the word in another case, or with an ending: "tagsüber"."""
    return any(
        word[: min(len(word), len(other), _STEM)] == other[: min(len(word), len(other), _STEM)]
        for other in others
    )
