"""What a sentence reckons with its figures: limits kept or passed, differences, sums and parts.

Takes a passage's words and its figures, returns the words that say so and whether they hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final, TypeAlias

from builder.facts.rounding import decimals_as_stated
from builder.facts.sizes import kinds_of
from builder.facts.text import Printer
from builder.facts.units import SHARES
from builder.language.claims import Reckoned, comparing_of, reckoned_of
from builder.language.courses import courses_of
from builder.language.language import module_of, ratio_words
from builder.language.lexicon import lexicon_of, places_of
from builder.language.sides import sides_of
from builder.model.figure import Hedge, ResolvedFigure
from builder.resolve.passages import Plainly, in_digits, sentence_spans
from builder.resolve.ways import is_most
from builder.resolve.wording.changes import taken
from builder.resolve.wording.ends import Said, is_change, really_of, value_of
from builder.resolve.wording.parted import parted
from builder.resolve.wording.ranked import judged, ranked
from builder.resolve.wording.stayed import stayed
from builder.resolve.wording.wholes import wholly

_BESIDE: Final = re.compile(r" ?,?(?: [\w’-]+){0,3} ?")  # between a figure and what says its side
_BREAK: Final = re.compile(r"[;:!?]|[.] ")
_FAR: Final = 2  # times what a goal is more than what does not reach it from above either
_LOWER: Final = (None, Hedge.UP_TO, Hedge.FEWER_THAN)
_HIGHER: Final = (None, Hedge.AT_LEAST, Hedge.MORE_THAN)

_Figures: TypeAlias = Mapping[int, ResolvedFigure]


def reckoned(small: str, words: Plainly, figures: _Figures, printer: Printer) -> Iterator[Said]:
    """Yield the words of a passage that reckon with its figures, and whether they hold."""
    known = reckoned_of(printer.tag)
    yield from _differences(small, figures, known, printer.tag)
    yield from taken(small, figures, known, printer.tag)
    yield from _parts(small, figures, known, printer.tag)
    yield from parted(small, figures, printer.tag)
    yield from ranked(small, figures, printer.tag)
    yield from judged(small, figures, printer.tag)
    yield from wholly(small, figures, printer)
    yield from stayed(small, in_digits(words), figures, printer.tag)
    for span in sentence_spans(small, lexicon_of(printer.tag).abbreviations):
        within = {at: each for at, each in figures.items() if span.start <= at < span.stop}
        if len(within) > 1 and not known.supposed.search(small, span.start, span.stop):
            yield from _limits(small, span, within, known, printer.tag)
            yield from _covers(small, span, within, known, printer.tag)


def is_other_unit(change: ResolvedFigure, first: ResolvedFigure, tag: str) -> bool:
    """Return whether a figure can be no change of another: of money where that counts pools."""
    kinds, others = kinds_of(change.unit, tag), kinds_of(first.unit, tag)
    apart = {each.of for each in kinds} != {each.of for each in others}
    ratios = ratio_words(tag)
    return apart and bool(change.unit) and change.unit not in ratios


def _limits(
    small: str, span: slice, figures: _Figures, known: Reckoned, tag: str
) -> Iterator[Said]:
    """Yield what says on which side of a limit a figure is: "stayed below the budget of 5"."""
    limits = [
        each
        for each in known.limit.finditer(small, span.start, span.stop)
        if each.start("goal") in figures
    ]
    if len(limits) != 1:
        return
    (limit,) = limits
    opens = known.means.fullmatch(small, span.start, min(figures))
    at = limit.start("goal")
    now = _other(at, figures)
    if now is None or known.amount.search(small[span.start : now]):
        return
    side = known.sides.search(small[span.start : limit.start()])
    if side is not None:
        words, way = _span(side, span.start), side.lastgroup or ""
    else:
        found = [*known.verbs.finditer(small, span.start, span.stop)]
        if len(found) != 1:
            return
        words, way = slice(*found[0].span()), found[0].lastgroup or ""
    strived = bool(limit["aim"] or limit["term"])
    that_is = module_of(tag, "sums").MADE_OF
    if not _is_near(small, now, at, words.start, bool(opens), that_is):
        return
    if strived and figures[at].hedge in (Hedge.UP_TO, Hedge.FEWER_THAN):
        return  # which is reached from above
    if strived and not _is_held_to(small, span, now, known, courses_of(tag).of):
        return
    if side is not None and way != "within" and _is_an_amount(small, span, now, words.start, known):
        return
    goal, value = value_of(figures[at]), value_of(figures[now])
    if _is_vague(figures[now], figures[at]):
        return
    strive = is_most(figures[at], goal) or (way == "reached" and value * _FAR < goal)
    if side is None and not _is_of(limit, way, strive):
        return
    holds = {
        "under": value < goal,
        "over": value > goal,
        "within": value >= goal if limit["aim"] else value <= goal,
        "reached": value >= goal,
    }[way]
    if known.denied.search(small, span.start, span.stop):
        holds = not holds
    nearly = comparing_of(tag).nearly
    if not holds and way == "over" and any(places_of(nearly, small[span.start : span.stop])):
        return  # "has almost been passed"
    yield Said(words, holds, sure=True, really=really_of(figures[at], figures[now]))


def _is_of(limit: re.Match[str], way: str, most: bool) -> bool:
    """Return whether a verb says of a limit on which side of it a figure is.

    A goal may be reached from above, but for one that is most of a whole, or is nowhere near; what
    "reaches" or "misses" a time is either.
    """
    if limit["aim"]:
        return most
    if limit["term"]:
        return way in ("over", "within")
    return way != "within" or bool(limit["cap"])


def _is_held_to(small: str, span: slice, now: int, known: Reckoned, of: str) -> bool:
    """Return whether a figure is what comes of a goal, "met with 84 %", not a share of those who
    meet it, "met by 84 % of towns".
    """
    before, behind = small[span.start : now], small[now + 1 : span.stop]
    if re.match(rf" (?:{of})(?!\w)", behind):
        return False
    if known.left_open.search(small, span.start, span.stop):
        return False
    beside = before.endswith("(") and behind.startswith(")")
    return beside or behind.startswith(",") or bool(known.means.search(before))


def _is_an_amount(small: str, span: slice, now: int, said: int, known: Reckoned) -> bool:
    """Return whether a figure only says how far something is from a limit: "5 below the plan"."""
    between = small[now + 1 : said].split()
    bare = now < said and len(between) <= 1 and not re.search(r"[,():]", small[now:said])
    before = small[span.start : now]
    return bare and not known.means.search(before) and not known.named.search(before)


def _covers(
    small: str, span: slice, figures: _Figures, known: Reckoned, tag: str
) -> Iterator[Said]:
    """Yield what says that a figure is enough for another: "fully covers the backlog"."""
    fully = known.covering.search(small, span.start, span.stop)
    said = fully or known.meeting.search(small, span.start, span.stop)
    if said is None or len(figures) != 2:
        return
    denied = known.denied.search(small, span.start, span.stop)
    if denied and not sides_of(tag).failing.match(small, said.end()):
        return
    first, last = sorted(figures)
    by = [at for at in (first, last) if known.means.search(small[span.start : at])]
    if len(by) > 1 or (not by and known.turns.match(small, span.start)):
        return
    if fully is None and not _meets_all(small, span, said, bool(by), known, tag):
        return
    enough = by[0] if by else first
    need = last if enough == first else first
    if figures[enough].unit != figures[need].unit or _is_vague(figures[enough], figures[need]):
        return
    lexicon = lexicon_of(tag)
    opens = known.means.fullmatch(small, span.start, first)
    commas = small.count(",", first, last) - small.count(",", *said.span())
    apart = bool(opens) or small[first + 1] == ","
    if commas > apart or _BREAK.search(small, first, last):
        return
    if any(lexicon.counts(word) for word in small[said.start() : span.stop].split()):
        return  # "more than covers half of it"
    holds = (value_of(figures[enough]) >= value_of(figures[need])) is not bool(denied)
    yield Said(slice(*said.span()), holds, True, really_of(figures[need], figures[enough]))


def _meets_all(
    small: str, span: slice, said: re.Match[str], by: bool, known: Reckoned, tag: str
) -> bool:
    """Return whether a verb is of all of something: "A covers B", not "B is partly met with A"."""
    partly, sentence = sides_of(tag).partly, small[span.start : span.stop]
    if known.limit.search(sentence):
        return False  # who meets a goal covers nothing
    if known.left_open.search(sentence) or re.search(rf"(?<!\w)(?:{partly})(?!\w)", sentence):
        return False
    if any(map(lexicon_of(tag).counts, re.findall(r"[^\W\d_]+", sentence))):
        return False
    return by is (said["met"] is not None)


def _other(at: int, figures: _Figures) -> int | None:
    """Return where the one other figure of a unit stands."""
    same = [each for each in figures if each != at and figures[each].unit == figures[at].unit]
    return same[0] if len(same) == 1 else None


def _is_near(small: str, now: int, goal: int, said: int, opens: bool, that_is: str) -> bool:
    """Return whether a figure is held to a limit by words: none but a few stand between, unless it
    `opens` its sentence: "At 5, the ceiling of 8 was kept"; or what it comes to is said behind it.
    """
    between = small[min(now, goal) + 1 : max(now, goal)]
    if goal < now and re.fullmatch(r" ?: ?(?:[^\W\d_]+ ){0,2}", between):
        return True  # "stayed within the limit of 5: 8"
    if _BREAK.search(between):
        return False
    same = re.match(rf",? (?:{that_is}),?(?!\w)", between)
    if same is not None:
        return "," not in between[same.end() :]
    if opens and now < goal and between.count(",") == 1 and between.lstrip().startswith(","):
        return True
    return "," not in between or (now < said and bool(_BESIDE.fullmatch(small, now + 1, said)))


def _is_vague(one: ResolvedFigure, other: ResolvedFigure) -> bool:
    """Return whether hedges leave open which of two is more: "up to 87" is below 90."""
    near = abs(value_of(one) - value_of(other)) < abs(value_of(one)) * Decimal("0.1")
    less, more = sorted((one, other), key=value_of)
    apart = less.hedge in _LOWER and more.hedge in _HIGHER and value_of(less) < value_of(more)
    return near and not apart and (one.hedge is not None or other.hedge is not None)


def _differences(small: str, figures: _Figures, known: Reckoned, tag: str) -> Iterator[Said]:
    """Yield what says what two figures differ by, or come to, and does not."""
    for adds, patterns in ((False, known.differences), (True, known.totals)):
        for pattern in patterns:
            for said in pattern.finditer(small):
                held = [figures.get(said.start(each)) for each in ("first", "last", "third")]
                first, last, third = held
                if first is None or last is None or third is None or first.unit != last.unit:
                    continue
                if any(each.hedge for each in (first, last, third)):
                    continue
                one, other = value_of(first), value_of(last)
                if adds:
                    holds, by, sign = _is_sum(first, last, third, tag), one + other, "+"
                else:
                    holds = _is_difference(first, last, third, tag)
                    one, other = max(one, other), min(one, other)
                    by, sign = one - other, "-"
                a, b, c = (f"{each.normalize():f}" for each in (one, other, by))
                really = f"{a} {sign} {b} is {c}"
                yield Said(slice(*said.span("said")), holds, sure=True, really=really)


def _is_difference(
    first: ResolvedFigure, last: ResolvedFigure, third: ResolvedFigure, tag: str
) -> bool:
    if is_change(third, first, last) or is_change(third, last, first):
        return True
    # Of other units that measure the same nothing is said.
    return third.unit != first.unit and not is_other_unit(third, first, tag)


def _is_sum(first: ResolvedFigure, last: ResolvedFigure, third: ResolvedFigure, tag: str) -> bool:
    if third.unit != first.unit:
        return not is_other_unit(third, first, tag)
    total = value_of(first) + value_of(last)
    step = Decimal(1).scaleb(-decimals_as_stated(third.rounded or value_of(third)))
    return abs(total - value_of(third)) <= step


def _parts(small: str, figures: _Figures, known: Reckoned, tag: str) -> Iterator[Said]:
    """Yield what calls a part what is more than its whole: "300 of the 280 pools"."""
    for pattern in known.shares:
        for said in pattern.finditer(small):
            part, whole = figures.get(said.start("part")), figures.get(said.start("whole"))
            if part is None or whole is None or part.unit != whole.unit:
                continue
            if part.unit in SHARES or _is_vague(part, whole):
                continue
            if known.no_part.search(small[: said.start()]) or value_of(part) <= value_of(whole):
                continue
            yield Said(slice(*said.span("said")), False, sure=True, really=really_of(whole, part))


def _span(found: re.Match[str], start: int) -> slice:
    begin, end = found.span(found.lastgroup or 0)
    return slice(start + begin, start + end)
