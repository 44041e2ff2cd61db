"""Multiples and shares in words that a claim guards: "five times more", "a third of the places".

Takes a passage, tells of those that neither its figures nor its claims come to: a claim proves what
it states and nothing besides. Where nothing can be measured, nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import permutations
from typing import Final, TypeAlias

from builder.facts.expression import AGGREGATES, parse_claim
from builder.facts.reading import known_hedges
from builder.facts.text import Printer
from builder.facts.units import PER_CENT
from builder.frozen import dataclass, replace
from builder.language.claims import comparing_of
from builder.language.courses import courses_of
from builder.language.language import ratio_words
from builder.language.lexicon import PLAIN, Lexicon, value_of
from builder.language.numbers import number
from builder.model.figure import Claim, Hedge, ResolvedFigure
from builder.model.text import FigureUse, Run, plain
from builder.problems import NOWHERE, Problems
from builder.resolve.exemptions import Exemptions
from builder.resolve.passages import Plainly, found, printed_numbers
from builder.resolve.wording.ends import meet
from builder.resolve.wording.factors import multiplying

_NUMBER: Final = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.])")
_BEFORE: Final = 40  # characters: no hedge is longer
_NEAR: Final = Fraction(1, 10)  # of a multiple: that far a word for it may be off
_HALF: Final = Fraction(1, 2)
_BY: Final = Fraction(3, 20)  # of a share, and of a small multiple
_Said: TypeAlias = tuple[slice, Fraction, Fraction]
"""Where it is said, how many times, and from how many on: "three to four times"; 0 for a verb."""
_HEDGED: Final = 2  # so many times as far where a hedge stands before it, or on a figure
_HUNDRED: Final = 100
_SHOWN: Final = 3


@dataclass(frozen=True)
class _Measured:
    """What figures and claims come to: a multiple or share, whether a hedge blurs it, and how it is
    said; nothing where something else says it.
    """

    value: Fraction
    hedged: bool = False
    said: str = ""


def tell_of_multiples(
    words: Plainly,
    printer: Printer,
    lexicon: Lexicon,
    claims: Mapping[str, Claim],
    exemptions: Exemptions,
) -> None:
    """Warn of each guarded multiple and share in words that nothing beside it comes to.

    `claims` are those that guard words of the passage.
    """
    if not claims:
        return
    numbers = tuple(_numbers(words, lexicon, printer.tag))
    denied = courses_of(printer.tag).denied
    apart = (
        (span, Fraction(times), Fraction(0))
        for span, times in multiplying(words.words, lexicon, printer.tag)
        if not denied.search(words.words[: span.start].lower())
        and not any(meet(span, other[0]) for other in numbers)
    )
    compared = (*numbers, *apart)
    if words.passage.claim and len(compared) > 1:
        return  # a title has one claim, and may say more than one thing
    for span, value, least in compared:
        sentence = next(
            each for each in words.sentences(lexicon) if each.start <= span.start < each.stop
        )
        guards = _guards(words, span, claims)
        if not least and not guards:
            # A claim anywhere in the sentence answers for its verbs.
            guards = _guards(words, sentence, claims)
        if not guards or exemptions.cover(words.words, span, whole=False):
            continue
        known = _measured(words, sentence, guards, printer)
        said = _hedge(printer.tag).search(words.words[max(0, span.start - _BEFORE) : span.start])
        hedge = str(said.lastgroup) if said else ""
        within = any((least or value) <= each.value <= value for each in known)
        if known and not within and not any(_meets(value, each, hedge) for each in known):
            _tell(words, span, sentence, known, printer)


def _numbers(words: Plainly, lexicon: Lexicon, tag: str) -> Iterator[_Said]:
    """Yield the numbers in words that are shares, or say how many times as much."""
    known, small, compares = courses_of(tag), words.words.lower(), comparing_of(tag)
    lasts = re.compile(rf"(?:{compares.lasting})(?!\w)")
    before, least = 0, Fraction(0)
    for span in found(lexicon.counted, lexicon.uncounted, words.words):
        value = value_of(words.words[span], lexicon)
        if value is None or value <= 0:
            continue
        joined = re.fullmatch(rf"-? (?:{compares.either}) |[-–]", small[before : span.start])
        bounded = least if joined and least < value else value
        before, least = span.stop, value
        if value == 1 or lasts.match(small, span.stop):
            continue
        if value < 1 or known.times.match(small, span.start):
            yield span, value, bounded


def _guards(words: Plainly, span: slice, claims: Mapping[str, Claim]) -> tuple[Claim, ...]:
    """Return the claims that guard a span; none where one is not known."""
    items = (item for item in words.within(span) if isinstance(item, Run | FigureUse))
    names = dict.fromkeys(filter(None, (words.passage.claim, *(item.claim for item in items))))
    if not all(name in claims for name in names):
        return ()
    return tuple(claims[name] for name in names)


def _measured(
    words: Plainly, sentence: slice, guards: tuple[Claim, ...], printer: Printer
) -> tuple[_Measured, ...]:
    """Return all that a sentence's figures and its claims come to; nothing where that is not known.

    What claims take of a column is not known here.
    """
    beside = [
        figure
        for stretch, _, figure in printed_numbers(words, printer)
        if sentence.start <= stretch.start < sentence.stop
    ]
    stated: list[Fraction] = []
    compared: list[ResolvedFigure] = []
    for claim in guards:
        expression = parse_claim(claim.holds, NOWHERE, Problems())
        if expression is None or any(f"{each}(" in claim.holds for each in AGGREGATES):
            return ()
        stated += map(Fraction, _NUMBER.findall(claim.holds))
        named = (printer.figures.get(node.id) for node in expression.names())
        compared += [figure for figure in named if figure is not None]
    ratios = (*_ratios(beside, printer.tag), *_ratios(compared, printer.tag))
    if not ratios:
        return ()
    limits = (
        _Measured(part, said="" if at else f"{_short(each, printer.tag)} (in the claim)")
        for each in stated
        for at, part in enumerate(_limits(each))
    )
    return (*ratios, *limits)


def _limits(stated: Fraction) -> tuple[Fraction, ...]:
    """Return what a number of a claim may stand for: itself, or per cents, or a rise by these."""
    return stated, stated / _HUNDRED, 1 + stated / _HUNDRED


def _ratios(figures: list[ResolvedFigure], tag: str) -> Iterator[_Measured]:
    """Yield what figures come to by themselves, multiples and per cents, and in pairs."""
    times = ratio_words(tag)
    held = [(each, _value(each)) for each in figures if _value(each) > 0]
    for figure, value in held:
        hedged = figure.hedge is not None
        if figure.unit in times:
            yield _Measured(value, hedged, _times(value, tag))
        elif figure.unit == PER_CENT:
            # Of a rise by 100 per cent it is said that something doubled.
            yield _Measured(value / _HUNDRED, hedged, f"{_short(value, tag)} %")
            yield _Measured(1 + value / _HUNDRED, hedged)
    for (one, value), (other, whole) in permutations(held, 2):
        if one.unit == other.unit and one.id != other.id:
            # One is as many times the other, and that a part of it: the multiple is told.
            said = _times(value / whole, tag) if value >= whole else ""
            yield _Measured(value / whole, (one.hedge or other.hedge) is not None, said)


def _short(value: Fraction, tag: str) -> str:
    """Return a number with two decimals at most, in the marks of a language."""
    short = Decimal(f"{float(value):.2f}").normalize()
    return number(short, max(0, -int(short.as_tuple().exponent)), tag)


def _times(value: Fraction, tag: str) -> str:
    return f"{_short(value, tag)} times"


def _value(figure: ResolvedFigure) -> Fraction:
    return Fraction(figure.value) if isinstance(figure.value, Decimal) else Fraction(0)


def _meets(value: Fraction, known: _Measured, hedge: str) -> bool:
    """Return whether words for a number may be said of a known one, or of a change to it."""
    blurred = Fraction(_HEDGED if hedge or known.hedged else 1)
    if value > 1:
        off: Fraction = max(min(_HALF, value * _BY), value * _NEAR) * blurred
        ways = (known.value, Fraction(1) / known.value) if known.value else ()
    else:
        off, ways = value * _BY * blurred, (known.value, abs(1 - known.value))
    beyond = {"more": 1, "less": -1}.get(hedge, 0)  # "more than three times" is true of five
    return any(abs(value - each) <= off or (each - value) * beyond > 0 for each in ways)


def _tell(
    words: Plainly, span: slice, sentence: slice, known: tuple[_Measured, ...], printer: Printer
) -> None:
    phrase, cut = words.words[span], words.cut(sentence)
    text = tuple(replace(i, formula=None) if isinstance(i, FigureUse) else i for i in cut)
    come = list(dict.fromkeys(each.said for each in known if each.said))
    really = ", ".join(come[:_SHOWN])
    printer.problems.warning(
        words.place(span.start),
        f'neither figures nor claim come to "{phrase}"',
        f"in: {plain(printer.line(text)).strip()}\nthey come to {really}\n"
        "a claim proves what it states: mend the words, or let its inequality say as much; what "
        f'means another thing, exempt: {{words: "{phrase}", because: ...}} in briefing.yaml',
    )


@lru_cache(maxsize=8)
def _hedge(tag: str) -> re.Pattern[str]:
    """Return what finds a hedge at the end of words, as its group which way it bounds."""
    known = known_hedges(tag)
    groups = {
        "more": (Hedge.MORE_THAN, Hedge.AT_LEAST),
        "less": (Hedge.FEWER_THAN, Hedge.UP_TO),
        "about": (Hedge.ABOUT,),
    }
    either = "|".join(
        f"(?P<{name}>{_either(phrase for hedge in hedges for phrase in known[hedge])})"
        for name, hedges in groups.items()
    )
    return re.compile(rf"(?<!\w)(?:{either}) (?:(?:de|d’|of|the|la|le|les|die|der|das) ?)?$", re.I)


def _either(phrases: Iterable[str]) -> str:
    longest = sorted({each.translate(PLAIN) for each in phrases}, key=len, reverse=True)
    return "|".join(map(re.escape, longest))
