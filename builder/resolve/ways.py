"""Which way words say that something went, by themselves, and whether they name a thing; which way
a figure went to one of another date, and whether more of it is better.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from builder.facts.sizes import is_money, kinds_of
from builder.facts.units import PER_CENT
from builder.language.claims import comparing_of, reckoned_of
from builder.language.courses import courses_of
from builder.language.language import module_of, ratio_words
from builder.language.ranks import ranks_of
from builder.language.sides import sides_of
from builder.model.figure import Moment, ResolvedFigure

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ID_YEAR: Final = re.compile(r"_?(?:19|20)\d\d$")
_SPAN: Final = re.compile(r"jahr(?:e?s)?|years?|année|рік|року|році")
_HALF: Final = 50  # per cent
_LESS: Final = ("duration", "calendar", "length")  # of which less may be better
_CLAUSES: Final = re.compile(r"[,;:.!?()–—]\s|\d")
_UMLAUTS: Final = str.maketrans("äöü", "aou")
_ENDING: Final = re.compile(r"(?:e[nrs]?|n|s)$")
_STEM: Final = 5  # letters of a word that its cases and compounds share
_PART: Final = 4  # letters of the last part of a compound, without its ending
_FIRST: Final = 3  # letters of what stands before that
_SHORT: Final = 6  # letters of a word in which an ending counts
_LEAST: Final = 3


def way_said(words: str, tag: str) -> tuple[slice, str] | None:
    """Return the first words that say a way, "rises" or "falls", where none say the other."""
    courses, small = courses_of(tag), words.lower()
    said = [each for each in courses.said.finditer(small) if each.lastgroup != "neither"]
    if not said and len(small) == len(words):
        return _amount(small, rf"(?: (?:{reckoned_of(tag).ever})(?!\w)[^,;:]*)?", tag)
    if len({each.lastgroup for each in said}) != 1 or len(small) != len(words):
        return None
    first = said[0]
    if courses.denied.search(small[: first.start()]) or reckoned_of(tag).denied.search(small):
        return None
    if _is_over(small, first, tag):
        return None
    return slice(*first.span(first.lastgroup or 0)), first.lastgroup or ""


def _is_over(small: str, said: re.Match[str], tag: str) -> bool:
    """Return whether words say of a course that it has ended: "the fall was halted"."""
    stopped: str = module_of(tag, "sums").STOPPED
    if not courses_of(tag).named.fullmatch(said.group()):
        return False
    behind = rf"(?: [\w’-]+){{0,4}}? (?:{stopped})(?!\w)"
    before = rf"(?<!\w)(?:{stopped})(?: [\w’-]+){{0,1}} $"
    return bool(re.match(behind, small[said.end() :]) or re.search(before, small[: said.start()]))


def way_graded(words: str, tag: str) -> tuple[slice, str] | None:
    """Return which way words, one clause, say that a thing goes that they name: "gets rarer",
    "comes less often", "fewer and fewer".
    """
    small, sides, courses = words.lower(), sides_of(tag), courses_of(tag)
    if len(small) != len(words):
        return None
    more = rf"{courses.more}|{sides.much}|{sides.higher}|{sides.oftener}"
    less = rf"{courses.less}|{sides.little}|{sides.lower}|{sides.rarer}"
    than = rf"(?![^.]*(?<!\w)(?:{sides.than})(?!\w))"
    said_of = rf"(?:{sides.ever}) (?:(?P<rises>{more})|(?P<falls>{less}))"
    ever = re.search(rf"(?<![\w-])(?P<said>{said_of})(?!\w){than}", small)
    rest = small if ever is None else small[: ever.start()] + small[ever.end() :]
    if not is_plain(rest, tag):
        return None
    if ever is not None:
        return slice(*ever.span("said")), "rises" if ever["rises"] else "falls"
    said = re.search(
        rf"(?<![\w-])(?:(?P<rises>{sides.oftener})|(?P<falls>{sides.rarer}))(?!\w){than}"
        r"(?: [\w’-]+)?[.!]?$",
        small,
    )
    if said is not None and said.lastgroup is not None:
        return slice(*said.span(said.lastgroup)), said.lastgroup
    return become(small, f"{sides.higher}|{sides.much}", f"{sides.lower}|{sides.little}", tag)


def become(small: str, more: str, less: str, tag: str) -> tuple[slice, str] | None:
    """Return which way words end that say what a thing becomes, by words of more and of less."""
    sides = sides_of(tag)
    said = re.search(
        rf"(?<!\w)(?:{sides.becomes})(?!\w)(?: [\w’-]+){{0,3}}? "
        rf"(?:(?P<rises>{more})|(?P<falls>{less}))"
        rf"(?: (?:{sides.become}))?[.!]?$",
        small,
    )
    if said is None or said.lastgroup is None:
        return None
    return slice(*said.span(said.lastgroup)), said.lastgroup


def is_plain(lower: str, tag: str) -> bool:
    """Return whether words are one clause that denies nothing and has no number of its own."""
    known = reckoned_of(tag)
    joined = re.search(rf"(?<!\w)(?:{known.and_})(?!\w)", lower)
    refused = known.denied.search(lower) or known.supposed.search(lower)
    return not (joined or refused or _CLAUSES.search(lower))


def amount_said(words: str, tag: str, year: int) -> tuple[slice, str] | None:
    """Return which way words say that an amount went since a year: "fewer calls than in 2016"."""
    small = words.lower()
    if len(small) != len(words):
        return None
    return _amount(small, rf"{courses_of(tag).than}(?: [^\W\d_]+){{0,2}} {year}", tag)


def way_denied(words: str, tag: str) -> tuple[slice, str] | None:
    """Return the way that words, one clause, say that something did not go: "did not rise"."""
    small, sides = words.lower(), sides_of(tag)
    said = [each for each in courses_of(tag).said.finditer(small) if each.lastgroup != "neither"]
    if len(said) != 1 or len(small) != len(words) or re.search(r"[,;:]\s|\d", small):
        return None
    start, stop = said[0].span()
    denied = rf"(?:{sides.denied})"
    behind = re.match(rf" {denied}[.!]?$", small[stop:])
    before = re.search(rf"(?<!\w){denied} $", small[:start])
    ends = re.match(rf"(?: (?:{reckoned_of(tag).closed}))?[.!]?$", small[stop:])
    if len(list(re.finditer(rf"(?<!\w){denied}(?!\w)", small))) != 1:
        return None
    if behind is not None:
        return slice(
            start, stop + behind.end() - len(behind.group()) + len(behind.group().rstrip(".!"))
        ), said[0].lastgroup or ""
    if before is not None and ends is not None:
        return slice(before.start(), stop), said[0].lastgroup or ""
    return None


def _amount(small: str, behind: str, tag: str) -> tuple[slice, str] | None:
    """Return which way words go that begin with more or less of a thing, and what they end with.

    "Fewer pools than ever", but not "more pools in 2010 than today".
    """
    courses, sides = courses_of(tag), sides_of(tag)
    few = sides.next_to_none.match(small)
    if few is not None:
        return slice(*few.span("falls")), "falls"
    said = re.search(
        rf"(?<!\w)(?:(?P<rises>{courses.more}|{sides.much})|(?P<falls>{courses.less}|{sides.little}))"
        r"(?: |(?<=’))[^\W\d_][\w’-]*"
        rf"{behind}[.!]?$",
        small,
    )
    lead = sides.amount.match(small[: said.start()]) if said is not None else None
    if said is None or lead is None:
        return None
    way = "rises" if said["rises"] else "falls"
    if lead["nowise"]:
        return (slice(lead.start("nowise"), said.end(way)), "falls") if way == "rises" else None
    return slice(*said.span(way)), way


def names_change(words: str, tag: str) -> bool:
    """Return whether words name a change or a lack itself: "savings", "rise in costs"."""
    courses, small = courses_of(tag), words.lower()
    wanted = re.search(rf"(?<!\w)(?:{courses.wants})(?!\w)", small)
    return wanted is not None or any(
        each.lastgroup != "neither" for each in courses.said.finditer(small)
    )


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text that may name a thing, in small letters."""
    return tuple(_WORD.findall(text.lower()))


def name_alike(one: str, other: str) -> bool:
    """Return whether two texts name a thing in common, in whatever case: "costs", "cost of all"."""
    stems, others = (
        {word[:_STEM] for word in _WORD.findall(each.lower())} for each in (one, other)
    )
    return not stems.isdisjoint(others)


def short_for(word: str, compound: str) -> bool:
    """Return whether a word is the last part of a longer one, in whatever case: "Hütte" of
    "Schutzhütten".
    """
    stem, whole = (_ENDING.sub("", each).translate(_UMLAUTS) for each in (word, compound))
    return len(stem) >= _PART and len(whole) >= len(stem) + _FIRST and whole.endswith(stem)


def is_named(word: str, others: Sequence[str], ends: int = 0) -> bool:
    """Return whether one of others is the word in another case, or with an ending: "tagsüber"."""
    begins = word[:1]
    for other in others:
        if other[:1] == begins or not (word and other):  # nearly all differ in their first letter
            same = _alike(word, other, ends)
            if word[:same] == other[:same]:
                return True
    return False


def _alike(word: str, other: str, ends: int) -> int:
    """Return in how many letters two forms of a word are alike."""
    longest = max(len(word), len(other))
    shortest = min(len(word), len(other), _STEM)
    return max(_LEAST, min(shortest, longest - ends)) if longest <= _SHORT else shortest


def is_most(figure: ResolvedFigure, goal: Decimal) -> bool:
    """Return whether a goal is most of a whole, which nobody wants to be less."""
    return figure.unit == PER_CENT and goal > _HALF


def more_leads(first: ResolvedFigure, last: ResolvedFigure, tag: str) -> bool:
    """Return whether who has more is ahead: of what is counted or weighed, and of most of a whole.

    Of time, money or unemployment, who has less may be.
    """
    values = [each.value for each in (first, last) if isinstance(each.value, Decimal)]
    if first.unit == PER_CENT:
        return bool(values) and is_most(first, max(values))
    kinds = kinds_of(first.unit, tag)
    less = any(each.of in _LESS or each.power < 0 or is_money(each.of) for each in kinds)
    return bool(first.unit) and first.unit not in ratio_words(tag) and not less


def is_bad(label: str, tag: str) -> bool:
    """Return whether a label is of what is the better the less there is of it."""
    return any(lack.search(label) for lack in (comparing_of(tag).negated, ranks_of(tag).bad))


def way_between(big: ResolvedFigure, small: ResolvedFigure, tag: str) -> str | None:
    """Return which way it went from one figure to another that differs from it by its date."""
    first, last = (undated(each).split() for each in (big, small))
    if len(first) != len(last):
        longer, shorter = (first, last) if len(first) > len(last) else (last, first)
        behind = " ".join(longer[len(shorter) :])
        if longer[: len(shorter)] == shorter and sides_of(tag).before.search(behind):
            return "falls" if longer is first else "rises"
    years = [year_of(each) for each in (big, small)]
    if None in years or years[0] == years[1] or not _are_one(big, small):
        return None
    return "rises" if (years[0] or 0) > (years[1] or 0) else "falls"


def _are_one(big: ResolvedFigure, small: ResolvedFigure) -> bool:
    """Return whether two figures are of one thing, as their labels say, or their ids: `x_2025` is
    that of `x_2024`, or of `x`, in what they count, whatever else the labels say.
    """
    if thing_of(big) == thing_of(small):
        return True
    one, other = (_ID_YEAR.sub("", each.id) for each in (big, small))
    return one == other and big.unit == small.unit


def year_of(figure: ResolvedFigure) -> int | None:
    if isinstance(figure.as_of, Moment):
        return figure.as_of.year
    years = {int(each) for each in _YEAR.findall(figure.label)}
    return years.pop() if len(years) == 1 else None


def undated(figure: ResolvedFigure) -> str:
    return " ".join(_YEAR.sub(" ", figure.label).split()).lower()


def thing_of(figure: ResolvedFigure) -> list[str]:
    """Return the words of a label that say of what it is, whenever: not "in the year"."""
    return [each for each in _WORD.findall(undated(figure)) if not _SPAN.fullmatch(each)]
