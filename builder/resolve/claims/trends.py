"""What words say of two times, "there were more in 2019"; and what a sentence of several clauses
says of columns that a claim calls rising or falling: "sorting falls, while waste rises", "the
farther, the more". Takes words and what a claim says, yields what is contrary.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from builder.facts.expression import called, column_of
from builder.language.claims import comparing_of, reckoned_of
from builder.language.language import module_of
from builder.language.lexicon import places_of
from builder.language.sides import sides_of
from builder.resolve.claims.pairs import Sided
from builder.resolve.ways import name_alike, undated, way_graded, way_said, year_of

_TWO: Final = 2
_CLAUSE: Final = re.compile(r"[,;:!?()–—]|[.] ")


class _Trend(NamedTuple):
    """A column that a claim says "rises" or "falls" throughout."""

    column: str
    way: str


def trended(words: str, tree: ast.expr, tag: str) -> Iterator[tuple[slice, str]]:
    """Yield the words that say of a column's course the contrary of what a claim does."""
    trends = tuple(_trends(tree))
    if not trends or len(words.lower()) != len(words):
        return
    if any(_lacks(each.column, tag) for each in trends):
        return
    laws = list(places_of(comparing_of(tag).laws, words))
    if laws:
        yield from _lawful(words, laws, trends, tag)
    elif isinstance(tree, ast.BoolOp) or way_said(words, tag) is None:
        for trend in trends:
            yield from _clause(words, trend, tag)


def timed(words: str, sided: Sided, way: str, tag: str) -> Iterator[tuple[slice, str]]:
    """Yield the only comparative of words, one clause, where it is said of the other of two times:
    "there were more in 2019", of what went one `way` from its earlier figure to its later one.
    """
    sides, known = sides_of(tag), reckoned_of(tag)
    than = re.compile(rf"(?<!\w)(?:{sides.than})(?:(?<=’)|(?!\w))")
    # A comma stands before what it is compared with, and behind a time that begins the words.
    small = re.sub(rf",(?= (?:{sides.than})(?:(?<=’)|(?!\w)))", " ", words.lower())
    small = re.sub(r"^([^,;:]{0,20}),(?= )", r"\1 ", small)
    said = list(
        re.finditer(
            rf"(?<![\w-])(?:(?P<rises>{sides.higher}|{sides.much})"
            rf"|(?P<falls>{sides.lower}|{sides.little}))(?![\w-])",
            small,
        )
    )
    if len(said) != 1 or len(small) != len(words) or than.search(small, 0, said[0].start()):
        return
    if known.denied.search(small) or known.supposed.search(small) or _CLAUSE.search(small):
        return
    (only,), times = said, _times(small, sided, way, tag)
    other = than.search(small, only.end())
    noun = re.compile(r" ?([\w’-]+)").match(small, only.end())
    amount = re.fullmatch(f"{sides.much}|{sides.little}", only.group())
    counted = noun and amount and not (other and noun.end() > other.start())
    if noun and counted and not name_alike(noun[1], sides.head(undated(sided.big))):
        return
    first = _subject(times, other.start() if other else None)
    if first and (first == "big") is not (only.lastgroup == "rises"):
        yield slice(*only.span()), f"it {way}"


def _times(small: str, sided: Sided, way: str, tag: str) -> tuple[tuple[int, str], ...]:
    """Return where words name the time of the "big" figure or the "small" one; nothing where they
    name another.
    """
    sides, sums = sides_of(tag), module_of(tag, "sums")
    earlier, later = ("small", "big") if way == "rises" else ("big", "small")
    years = {year_of(sided.big): "big", year_of(sided.small): "small"}
    year = rf"(?:(?:{sums.YEAR})|^|(?:{sides.than}) )(?P<year>\d{{4}})(?!\d){sums.OF_YEAR}"
    pattern = re.compile(
        rf"(?<![\w-])(?:{year}|(?P<once>{sums.ONCE}|{sides.used})|(?P<now>{sums.NOW}))(?!\w)"
    )
    since = re.compile(rf"(?<!\w)(?:{sides.since}) $")
    found = [each for each in pattern.finditer(small) if not since.search(small[: each.start()])]
    if len(re.findall(r"\d+", small)) != sum(each["year"] is not None for each in found):
        return ()
    named = tuple(
        (
            each.start(each.lastgroup or 0),
            years.get(int(each["year"]), "")
            if each["year"]
            else (earlier if each["once"] else later),
        )
        for each in found
    )
    return named if all(side for _, side in named) else ()


def _subject(times: tuple[tuple[int, str], ...], than: int | None) -> str:
    """Return of which of two figures a comparative is said that stands beside their times."""
    before = {side for at, side in times if than is None or at < than}
    behind = {side for at, side in times if than is not None and at > than}
    if len(before) > 1 or len(behind) > 1 or before == behind:
        return ""
    if than is not None and not behind:
        return ""  # "more in 2019 than planned"
    if before:
        return before.pop()
    return "small" if behind == {"big"} else "big"


def _trends(tree: ast.expr) -> Iterator[_Trend]:
    if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And):
        for part in tree.values:
            yield from _trends(part)
    elif isinstance(tree, ast.Call) and called(tree) in ("rises", "falls") and len(tree.args) == 1:
        column = column_of(tree.args[0])
        if column is not None:
            yield _Trend(column[1].lower(), called(tree))


def _clause(words: str, trend: _Trend, tag: str) -> Iterator[tuple[slice, str]]:
    """Yield the way that the only clause of a column says, where it is the other."""
    ends = re.compile(rf"[,;:] | [–—] | (?:{reckoned_of(tag).and_}) ")
    starts = [0, *(each.end() for each in ends.finditer(words))]
    stops = [*(each.start() for each in ends.finditer(words)), len(words)]
    named = [
        (start, words[start:stop])
        for start, stop in zip(starts, stops, strict=True)
        if name_alike(sides_of(tag).head(words[start:stop].lower()), trend.column)
    ]
    if len(named) != 1:
        return
    (start, clause) = named[0]
    said = way_said(clause, tag) or way_graded(clause, tag)
    if said is not None and said[1] != trend.way and not _lacks(clause, tag):
        yield slice(start + said[0].start, start + said[0].stop), f"it {trend.way}"


def _lacks(words: str, tag: str) -> bool:
    """Return whether words are of what is not so."""
    return any(places_of(comparing_of(tag).negated, words))


def _lawful(
    words: str, laws: list[re.Match[str]], trends: tuple[_Trend, ...], tag: str
) -> Iterator[tuple[slice, str]]:
    """Yield the second half of a law, "the farther, the more", where one of its two columns rises
    as the other falls; of "the farther, the fewer" where both do the same.
    """
    if len(trends) != _TWO or len(laws) != 1 or _lacks(words, tag):
        return
    first, last = trends
    (law,) = laws
    comparatives = list(sides_of(tag).graded.finditer(words.lower(), *law.span()))
    if len(comparatives) != _TWO or not name_alike(words[comparatives[1].end() :], last.column):
        return
    alike = comparatives[0].lastgroup == comparatives[1].lastgroup
    if alike != (first.way == last.way):
        says = f'"{first.column}" {first.way} and "{last.column}" {last.way}'
        yield slice(*comparatives[1].span()), says
