"""What a sentence says of all, of none and of the rest, where its figures say otherwise.

"All (63 %) agree", "none (430) is left", "of 36 pools 20 are open, the rest, 14, are not"; and a
part of what was another year: "1,990 calls, of which 1,429 in 2016".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from types import ModuleType
from typing import Final, NamedTuple, TypeAlias

from builder.facts.rounding import decimals_as_stated
from builder.facts.text import Printer
from builder.facts.units import PER_CENT
from builder.language.claims import reckoned_of
from builder.language.language import module_of
from builder.language.lexicon import FIGURE, lexicon_of
from builder.model.figure import Hedge, ResolvedFigure
from builder.resolve.passages import sentence_spans
from builder.resolve.ways import way_between
from builder.resolve.wording.ends import Said, really_of, value_of

_ALL: Final = Decimal("99.5")  # per cent, from which it may be said of all
_WHOLE: Final = Decimal(100)
_NEAR: Final = Decimal(1)  # per cent, by which rounded shares may miss a hundred
_MOST: Final = 5  # figures, of which some may be parts of others
_PARTS: Final = 2
_RATIO: Final = re.compile(r"(?:100 ?\* ?)?(?P<part>\w+) ?/ ?(?P<whole>\w+)(?: ?\* ?100)?")

_Figures: TypeAlias = Mapping[int, ResolvedFigure]


class _Patterns(NamedTuple):
    """A language's ways to speak of all or none beside a figure, of the rest, and of a sum of two,
    or of more that are `joined`, and come `together` to what follows, or to what is `among` them;
    what stands before a whole, first (`of`) and last (`out_of`), and beside figures that are no
    parts (`none`); what says behind a figure that it is of an earlier time (`then`).
    """

    every: re.Pattern[str]
    rest: re.Pattern[str]
    sums: tuple[re.Pattern[str], ...]
    joined: re.Pattern[str]
    together: re.Pattern[str]
    combined: re.Pattern[str]
    among: re.Pattern[str]
    of: re.Pattern[str]
    out_of: re.Pattern[str]
    none: re.Pattern[str]
    then: re.Pattern[str]


def wholly(small: str, figures: _Figures, printer: Printer) -> Iterator[Said]:
    """Yield the words of a passage that call its figures all, none, the rest or parts wrongly."""
    if not figures:
        return
    ways = _patterns(printer.tag)
    for span in sentence_spans(small, lexicon_of(printer.tag).abbreviations):
        within = {at: each for at, each in figures.items() if span.start <= at < span.stop}
        if len(within) == 1:
            yield from _every(small, span, within, ways)
        elif within:
            yield from _rest(small, span, within, ways, printer)
            yield from _added(small, span, within, ways)
            yield from _dated_parts(small, span, within, ways, printer.tag)


def _every(small: str, span: slice, figures: _Figures, ways: _Patterns) -> Iterator[Said]:
    """Yield what says of all, or of none, what its only figure says of some: "all (63 %)"."""
    ((at, figure),) = figures.items()
    said = ways.every.search(small, span.start, span.stop)
    if said is None or said.start("figure") != at or not isinstance(figure.value, Decimal):
        return
    before, value = small[span.start : said.start()].strip(), figure.value
    if before and not before.endswith(","):
        return
    if said["all"]:
        wrong = figure.unit == PER_CENT and figure.hedge is None and 0 <= value < _ALL
        really = f"it is {value.normalize():f} % of all"
    else:
        wrong = value > 0 and figure.hedge not in (Hedge.UP_TO, Hedge.FEWER_THAN)
        really = f"there are {value.normalize():f}"
    if wrong:
        yield Said(slice(*said.span("all" if said["all"] else "none")), False, True, really)


def _rest(
    small: str, span: slice, figures: _Figures, ways: _Patterns, printer: Printer
) -> Iterator[Said]:
    """Yield what calls the rest what is none of the figures before it."""
    for said in ways.rest.finditer(small, span.start, span.stop):
        at = said.start("figure")
        rest = figures.get(at)
        before = [figures[each] for each in sorted(figures) if each < said.start()]
        if rest is None or not before or len(before) > _MOST:
            continue
        if ways.out_of.search(small[span.start : said.start()]):
            continue  # "of the rest, 5 pay"
        same = [each for each in before if each.unit == rest.unit]
        if not all(map(_is_exact, (rest, *same))) or not same:
            continue
        of = bool(ways.of.match(small, span.start))
        if _is_whole_of(rest, same, printer):
            really = f'"{rest.id}" is all of it'
        elif rest.unit == PER_CENT and not of:
            if value_of(rest) + min(map(value_of, same)) <= _WHOLE + _NEAR:
                continue
            really = f"{_shown(same[-1])} and {_shown(rest)} are more than 100 %"
        elif of and rest.unit != PER_CENT and len(same) >= _PARTS:
            whole, *parts = same
            if whole is not before[0] or _is_left(rest, whole, parts):
                continue
            left = value_of(whole) - sum(map(value_of, parts), Decimal(0))
            really = f"{_shown(whole)} leave {left.normalize():f}"
        else:
            continue
        yield Said(slice(*said.span("said")), False, True, really)


def _is_left(rest: ResolvedFigure, whole: ResolvedFigure, parts: list[ResolvedFigure]) -> bool:
    """Return whether a figure is what some of the parts leave of a whole."""
    step = Decimal(1).scaleb(-min(decimals_as_stated(value_of(each)) for each in (rest, whole)))
    return any(
        abs(value_of(whole) - sum(map(value_of, some), Decimal(0)) - value_of(rest))
        <= step * len(some)
        for count in range(1, len(parts) + 1)
        for some in combinations(parts, count)
    )


def _is_whole_of(rest: ResolvedFigure, parts: list[ResolvedFigure], printer: Printer) -> bool:
    """Return whether a formula of the briefing takes a figure for the whole of one before it."""
    names = {each.id for each in parts}
    for each in printer.figures.values():
        ratio = _RATIO.fullmatch((each.formula or "").strip())
        if ratio and ratio["whole"] == rest.id and ratio["part"] in names:
            return True
    return False


def _added(small: str, span: slice, figures: _Figures, ways: _Patterns) -> Iterator[Said]:
    """Yield what says that figures come to the last of them: "6 in Hay, 5 in Wye, in all 12"."""
    *parts, at = sorted(figures)
    if not _PARTS <= len(parts) < _MOST:
        return
    held = [figures[each] for each in (*parts, at)]
    if len({each.unit for each in held}) > 1 or not all(map(_is_exact, held)):
        return
    said = _summed(small, span, (*parts, at), ways)
    if said is None or held[0].unit in (PER_CENT, "‰"):
        return
    if any(ways.none.search(small, *each) for each in _around(span, said)):
        return
    sum_ = sum(map(value_of, held[:-1]), Decimal(0))
    step = Decimal(1).scaleb(-min(decimals_as_stated(value_of(each)) for each in held))
    if abs(sum_ - value_of(held[-1])) > step * len(parts):
        really = f"{' + '.join(map(_shown, held[:-1]))} is {sum_.normalize():f}"
        yield Said(slice(*said.span("said")), False, True, really)


def _around(span: slice, said: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return what stands around words in their sentence."""
    return (span.start, said.start("said")), (said.end("said"), span.stop)


def _summed(
    small: str, span: slice, places: tuple[int, ...], ways: _Patterns
) -> re.Match[str] | None:
    """Return what says that figures at such places come to that at the last."""
    *parts, at = places
    for each in ways.sums if len(parts) == _PARTS else ():
        said = each.search(small, span.start, span.stop)
        if said is not None and [said.start(name) for name in "abc"] == [*places]:
            return said
    if not ways.joined.search(small, parts[-2], parts[-1]) or ways.out_of.search(small[:at]):
        return None
    return (
        ways.together.search(small, parts[-1], at)
        or ways.combined.match(small, span.start, parts[0])
        or ways.among.match(small, at + 1, span.stop)
    )


def _dated_parts(
    small: str, span: slice, figures: _Figures, ways: _Patterns, tag: str
) -> Iterator[Said]:
    """Yield what calls a part of something what it was in an earlier year."""
    for pattern in reckoned_of(tag).shares[1:]:
        for said in pattern.finditer(small, span.start, span.stop):
            part, whole = figures.get(said.start("part")), figures.get(said.start("whole"))
            if part is None or whole is None or part.unit != whole.unit:
                continue
            then = ways.then.match(small, said.end("part"))
            if then and part.id != whole.id and way_between(whole, part, tag) == "rises":
                yield Said(slice(*said.span("said")), False, True, really_of(whole, part))


def _is_exact(figure: ResolvedFigure) -> bool:
    return figure.hedge is None and not figure.year and isinstance(figure.value, Decimal)


def _shown(figure: ResolvedFigure) -> str:
    value = figure.rounded if figure.rounded is not None else value_of(figure)
    return f"{value.normalize():f}"


@lru_cache(maxsize=8)
def _patterns(tag: str) -> _Patterns:
    words: ModuleType = module_of(tag, "sums")
    word, within = r"[^\W\d_][\w’-]*", rf"[^.;:!?{FIGURE}]{{0,40}}"
    some, few, ends = rf"(?: {word}){{0,2}}?", rf"(?:{word} ){{0,3}}?", r"(?= ?[,.;)–—]|$)"
    close = rf"[^.,;:!?{FIGURE}]{{0,40}}"
    one, other, total = (f"(?P<{each}>{FIGURE})" for each in "abc")
    with_ = rf"(?:{reckoned_of(tag).with_})(?!\w)"
    added = rf"(?<![\w-])(?P<said>{words.ADDED_UP})(?! {with_})"
    comes_to = rf"(?: ?[:–—]|{some},? (?:{reckoned_of(tag).comes_to}))"
    rest = rf"(?:{words.REST})(?=[,:(]| [(–—])|(?:{words.REMAINING})(?= {FIGURE})"
    return _Patterns(
        re.compile(
            rf"(?<![\w-])(?:(?P<all>{words.EVERY})|(?P<none>{words.NOBODY}|(?:{words.NO}) {word}))"
            rf" \((?P<figure>{FIGURE})\)"
        ),
        re.compile(
            rf"(?<![\w-])(?P<said>{rest})[,:(–— ]*(?:(?:{words.MADE_OF}),? )?"
            rf"(?P<figure>{FIGURE})(?! (?:{words.OF_ALL}|{words.NO_PARTS})(?!\w)){some}{ends}"
        ),
        (
            re.compile(
                rf"{added},?(?: {word}){{0,2}}? {one}{some} (?:{words.JOINED}) {few}{other}"
                rf"{some}{comes_to} {few}{total}"
            ),
            re.compile(rf"{one}{within}, {within}{other}{within}, (?:{added} ){total}{ends}"),
            re.compile(
                rf"{one}{close} (?:{words.JOINED}) {close}{other}\)?{some} "
                rf"(?P<said>{words.TOGETHER}|{words.COME_TO})"
                rf"(?! (?:{reckoned_of(tag).with_})(?!\w)){some} {total}"
            ),
        ),
        re.compile(rf"(?<!\w)(?:{words.JOINED})(?!\w)"),
        re.compile(rf"(?<![\w-])(?P<said>{words.COMES_TO}|{words.ADDED_UP})(?! (?:{with_}))(?!\w)"),
        re.compile(rf"\W*(?P<said>{words.AMONG_THEM})(?! {with_})(?!\w)"),
        re.compile(rf"{some} (?P<said>{words.IN_ALL}|{words.AMONG_THEM}){ends}"),
        re.compile(rf"\W*(?:{words.OF_ALL}) "),
        re.compile(rf"(?<!\w)(?:{words.OF_ALL}) $"),
        re.compile(rf"(?<![\w-])(?:{words.NO_PARTS})(?!\w)"),
        re.compile(rf"(?: {word}){{0,2}}? (?:{words.ONCE})(?!\w)| {words.YEAR}(?:\d{{4}}|x{{4,}})"),
    )
