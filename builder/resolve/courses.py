"""Comparisons that two figures prove: "rose from 5 to 8" is true of 5 and 8, not of 8 and 5.

Takes a passage, returns where its words say which way something went from one figure to another:
those that are true need no claim, since they are held against the figures at every build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from builder.facts.nouns import stated_unit
from builder.facts.rounding import decimals_as_stated
from builder.facts.text import Printer
from builder.facts.units import POINTS
from builder.frozen import replace
from builder.language.courses import Courses, courses_of
from builder.language.lexicon import FIGURE
from builder.model.figure import ResolvedFigure
from builder.resolve.changes import own_changes
from builder.resolve.passages import Plainly, printed_numbers

_FAR: Final = 80  # characters before a course in which its verb stands
_BEHIND: Final = re.compile(r"(?: [\w’-]+){0,2} ?")
_OFF: Final = re.compile(rf"[.;:!?{FIGURE}]")
_NEAR: Final = Decimal("0.1")  # of a figure: nearer than that, a hedge may turn the way
_ABOUT: Final = Decimal("0.05")  # of a change that is hedged, how far it may be off


class Said(NamedTuple):
    """Where a word says which way something went, and whether the figures went so.

    What is `sure` to say so is told of even where no word is known to compare; `really` is what the
    figures say instead.
    """

    span: slice
    holds: bool
    sure: bool = False
    really: str = ""


def unproved(
    spans: Sequence[slice], words: Plainly, printer: Printer
) -> tuple[list[slice], list[slice], list[Said]]:
    """Return a passage's comparisons that its figures do not prove, then those that they do.

    The third are those of the first of which figures say the contrary.
    """
    led = _courses(words, printer)
    denied = [said for said in led if not said.holds]
    proved = [
        span
        for span in spans
        if any(said.holds and meet(span, said.span) for said in led)
        and not any(said.sure and meet(span, said.span) for said in denied)
    ]
    left = [span for span in spans if span not in proved]
    told = [said for said in denied if any(meet(span, said.span) for span in left)]
    for said in denied:
        if said.sure and not any(meet(said.span, span) for span in spans):
            left.append(said.span)
            told.append(said)
    left.sort(key=lambda span: span.start)
    return left, proved, told


def meet(one: slice, other: slice) -> bool:
    """Return whether two spans have a character in common."""
    return bool(one.start < other.stop and other.start < one.stop)


def _courses(words: Plainly, printer: Printer) -> tuple[Said, ...]:
    """Return the words of a passage that say which way one figure led to another."""
    figures = _figures(words, printer)
    if not figures:
        return ()
    known = courses_of(printer.tag)
    # Years and names count as words here.
    small = "".join(
        sign if sign != FIGURE or at in figures else "x"
        for at, sign in enumerate(words.words.lower())
    )
    if len(small) != len(words.words):
        return ()
    leds = tuple(known.led.finditer(small))
    courses = (
        *(said for led in leds for said in _told(small, led, known, figures)),
        *(
            said
            for pattern in known.others
            for led in pattern.finditer(small)
            for said in _told_of_change(small, led, known, figures, [])
        ),
        *_turned(small, known, figures),
    )
    # What is said to be a course's change is held to the course alone.
    changes = (known.change.match(small, led.end()) for led in leds)
    taken = {led.start("before") for led in leds} | {
        each.start("after") for each in changes if each
    }
    apart = {at: figure for at, figure in figures.items() if at not in taken}
    own = (Said(*said) for said in own_changes(small, known, apart))
    return (*courses, *(said for said in own if not any(meet(said.span, c.span) for c in courses)))


def _turned(small: str, known: Courses, figures: dict[int, ResolvedFigure]) -> Iterator[Said]:
    """Yield the words that say a way by themselves: "it was 5 and is now only 3"."""
    for pattern, rises in known.turned:
        for turn in pattern.finditer(small):
            ends = _ends(turn, figures)
            if ends is not None:
                holds = (_value(ends[1]) > _value(ends[0])) is rises
                yield Said(slice(*turn.span("way")), holds, sure=True, really=_really(*ends))


def _ends(
    led: re.Match[str], figures: dict[int, ResolvedFigure]
) -> tuple[ResolvedFigure, ResolvedFigure] | None:
    """Return the figures that a course leads from and to, if it tells that they differ."""
    first, last = figures.get(led.start("first")), figures.get(led.start("last"))
    if first is None or last is None or first.unit != last.unit or first.value == last.value:
        return None
    hedged = first.hedge is not None or last.hedge is not None
    if hedged and abs(_value(last) - _value(first)) < abs(_value(first)) * _NEAR:
        return None
    return first, last


def _really(first: ResolvedFigure, last: ResolvedFigure) -> str:
    """Return what two figures say of what went from the one to the other."""
    start, end = _value(first).normalize(), _value(last).normalize()
    if first.rounded is not None and last.rounded is not None:
        start, end = first.rounded.normalize(), last.rounded.normalize()
    by = (end - start).normalize()
    share = f" ({abs(by * 100 / start):.1f} %)" if start and first.unit != "%" else ""
    return f"{end:f} is {abs(by):f} {'more' if by > 0 else 'less'}{share} than {start:f}"


def _figures(words: Plainly, printer: Printer) -> dict[int, ResolvedFigure]:
    """Return the figures of which a passage prints a number, by where each stands."""
    return {
        stretch.start: _in_points(figure, printer.tag)
        for stretch, _, figure in printed_numbers(words, printer)
        if isinstance(figure.value, Decimal)
    }


def _in_points(figure: ResolvedFigure, tag: str) -> ResolvedFigure:
    """Return a figure whose percentage points have one name, whatever a language calls them."""
    if figure.unit in ("", "%", POINTS) or stated_unit(figure.unit, tag).ratio != POINTS:
        return figure
    return replace(figure, unit=POINTS)


def _told(
    small: str,
    led: re.Match[str],
    known: Courses,
    figures: dict[int, ResolvedFigure],
) -> Iterator[Said]:
    """Yield the words that say which way a course went, or by how much: its verb, what follows."""
    ends = _ends(led, figures)
    if ends is None:
        return
    if led["before"] and not _is_change(figures.get(led.start("before")), *ends):
        return
    verb = _verb(small, led, known)
    changes = tuple(_told_of_change(small, led, known, figures, verb))
    yield from changes
    if any(not said.holds and said.span.start < led.start() for said in changes):
        return
    way, really = _way(*ends), _really(*ends)
    behind = known.change.match(small, led.end())
    if behind and not _is_change(figures.get(behind.start("after")), *ends):
        behind = None
    close = _BEHIND.match(small, led.end())
    # "ging von 8 auf 5 zurück": what parts from a verb says its way.
    parted = [said.lastgroup for said in known.said.finditer(small, led.end(), _end(close, led))]
    for said in (*verb, *known.said.finditer(small, led.end(), _end(behind or close, led))):
        leads = said in verb
        if known.denied.search(small[max(said.start() - _FAR, 0) : said.start()]) or (
            leads and known.denied.search(small[said.end() : led.start()])
        ):
            continue
        no_way = said["neither"] is not None
        ways = parted if no_way and leads else [said.lastgroup]
        # "Up from 8 to 5": nothing stands between.
        sure = leads and not no_way and not small[said.end() : led.start()].strip()
        yield Said(slice(*said.span()), set(ways) <= {way, "neither"}, sure, really)
    yield from _arrived(small, led, known, way, really)


def _arrived(
    small: str, led: re.Match[str], known: Courses, way: str, really: str
) -> Iterator[Said]:
    """Yield what says the way right before the last figure: "from 8 down to 5"."""
    first, last = led.start("first"), led.start("last")
    for said in known.said.finditer(small, min(first, last) + 1, max(first, last)):
        if said["neither"] is None and known.ended.match(small, said.end(), last):
            yield Said(slice(*said.span()), said.lastgroup == way, sure=True, really=really)


def _told_of_change(
    small: str,
    led: re.Match[str],
    known: Courses,
    figures: dict[int, ResolvedFigure],
    verb: list[re.Match[str]],
) -> Iterator[Said]:
    """Yield the words behind a course that say its change, or which way that goes."""
    ends = _ends(led, figures)
    if ends is None:
        return
    stop, really = max(led.end("first"), led.end("last")), _really(*ends)
    for change, spans, said_way in _changes(small, stop, verb, known):
        figure = figures.get(change) if change >= 0 else None
        if figure is not None and not _measures_change(figure, ends[0]):
            continue
        if (change >= 0 and not _is_change(figure, *ends)) or said_way not in (None, _way(*ends)):
            yield from (Said(span, holds=False, sure=True, really=really) for span in spans)
            if spans and spans[0].start < led.start():
                return
        elif change < 0:
            yield from (Said(span, holds=True) for span in spans)


def _way(first: ResolvedFigure, last: ResolvedFigure) -> str:
    return "rises" if _value(last) > _value(first) else "falls"


def _changes(
    small: str, stop: int, verb: list[re.Match[str]], known: Courses
) -> Iterator[tuple[int, list[slice], str | None]]:
    """Yield what is said behind a course of its change.

    That is where a figure of it stands, or -1, the words that say so, and the way that they say.
    """
    verbs = [slice(*said.span()) for said in verb]
    told = known.told.match(small, stop)
    if told:
        after = "after" if told["after"] else "by"
        group = next((g for g in ("rises", "falls", "by_rises", "by_falls") if told[g]), None)
        span = told.span(group or "then" if told["then"] or group else after)
        nearest = [slice(*said.span()) for said in known.said.finditer(small, *told.span())]
        spans = nearest or verbs or [slice(*span)]
        start = told.start("then" if told["then"] else after)
        # "From 5 to 8 cut delays by 3" has its verb behind, and another object.
        if verbs or not nearest or not small[nearest[-1].stop : start].strip(" ,("):
            yield told.start(after), spans, group and group.removeprefix("by_")
    amounted = known.amounted.match(small, stop)
    if amounted and any(known.named.fullmatch(said.group()) for said in verb):
        yield amounted.start("after"), verbs, None
    added = known.added.match(small, stop)
    if added:
        group = added.lastgroup or ""
        way = "rises" if group in ("rises", "up") else "falls"
        yield -1, [slice(*added.span(group))], way


def _verb(small: str, led: re.Match[str], known: Courses) -> list[re.Match[str]]:
    """Return the last word of change before a course, in its own clause; none where none is."""
    begin = max(led.start() - _FAR, 0)
    begin = max([begin, *(off.end() for off in _OFF.finditer(small, begin, led.start()))])
    return list(known.said.finditer(small, begin, led.start()))[-1:]


def _measures_change(change: ResolvedFigure, first: ResolvedFigure) -> bool:
    """Return whether a figure may be what another changed by: "on 12 sites" is not."""
    return change.unit in (first.unit, "%", POINTS)


def _end(found: re.Match[str] | None, otherwise: re.Match[str]) -> int:
    return (found or otherwise).end()


def _value(figure: ResolvedFigure) -> Decimal:
    return figure.value if isinstance(figure.value, Decimal) else Decimal(0)


def _is_change(change: ResolvedFigure | None, first: ResolvedFigure, last: ResolvedFigure) -> bool:
    """Return whether a figure is what another changed by, or its share of what it was in per cent.

    It is so to the decimals that it is printed with, hedged to a twentieth.
    """
    if change is None or not isinstance(change.value, Decimal):
        return False
    by, before = abs(_value(last) - _value(first)), abs(_value(first))
    if change.unit == "%" and first.unit != "%":
        if not before:
            return False
        by = by * 100 / before
    elif change.unit not in (first.unit, POINTS if first.unit == "%" else first.unit):
        return False
    said = abs(change.rounded or change.value)
    step = Decimal(1).scaleb(-decimals_as_stated(said))
    return abs(by - said) <= max(step / 2, by * _ABOUT if change.hedge else Decimal(0))
