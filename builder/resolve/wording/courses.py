"""Comparisons that two figures prove: "rose from 5 to 8" is true of 5 and 8, not of 8 and 5.

Takes a passage, returns where its words say which way something went; what is true needs no claim:
it is held against the figures at every build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from builder.facts.text import Printer
from builder.language.claims import reckoned_of
from builder.language.courses import Courses, courses_of
from builder.language.lexicon import FIGURE
from builder.model.figure import ResolvedFigure
from builder.resolve.passages import Plainly, printed_numbers
from builder.resolve.wording.changes import own_changes
from builder.resolve.wording.ends import (
    Said,
    ends_of,
    in_points,
    is_change,
    measures_change,
    meet,
    really_of,
    turned,
    verb_begins,
    way_of,
)
from builder.resolve.wording.factors import factors_said
from builder.resolve.wording.framed import framed
from builder.resolve.wording.reckoned import is_other_unit, reckoned
from builder.resolve.wording.related import related
from builder.resolve.wording.restated import may_be_change

_FAR: Final = 80  # characters before a course in which its verb stands
_BEHIND: Final = re.compile(r"(?: [\w’-]+){0,2} ?")
_CLOSED: Final = re.compile(rf"[.,;:!?–—(){FIGURE}]| (?:und|oder|aber) ")
_OFF: Final = re.compile(rf"[.;:!?{FIGURE}]")


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
    return sorted(left, key=lambda span: span.start), proved, told


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
    leds, tag = tuple(known.led.finditer(small)), printer.tag
    others = (led for pattern in known.others for led in pattern.finditer(small))
    courses = (
        *(said for led in leds for said in _told(small, led, known, figures, printer.tag)),
        *(said for led in others for said in _told_of_change(small, led, known, figures, [], tag)),
        *(said for led in leds for said in _closed(small, led, known, figures, printer.tag)),
        *turned(small, known, figures),
        *_led_otherwise(small, known, figures),
        *framed(small, figures, printer.tag),
        *reckoned(small, words, figures, printer),
    )
    # What is said to be a course's change is held to the course alone.
    changes = (known.change.match(small, led.end()) for led in leds)
    taken = {led.start("before") for led in leds}
    taken |= {each.start("after") for each in changes if each}
    apart = {at: figure for at, figure in figures.items() if at not in taken}
    courses = (*courses, *related(words, printer, figures))
    own = own_changes(small, known, apart, printer.figures)
    return (*courses, *(said for said in own if not any(meet(said.span, c.span) for c in courses)))


def _led_otherwise(
    small: str, known: Courses, figures: dict[int, ResolvedFigure]
) -> Iterator[Said]:
    """Yield the verbs whose figures stand in another order: "fell to 5, against 8"."""
    for pattern in known.leading:
        for led in pattern.finditer(small):
            ends = ends_of(led, figures)
            if ends is None:
                continue
            begin = _clause(small, led)
            yield from factors_said(small, begin, led, known, ends)
            verb = [] if pattern is known.led else _verb(small, led, known)
            for said in verb:
                between = small[said.end() : led.start()]
                if said["neither"] is not None or known.limited.search(between):
                    continue  # "rose less than expected, to 5 instead of 8"
                if not _is_denied(said, between, small, known):
                    sure = bool(known.beside.fullmatch(between))
                    holds = said.lastgroup == way_of(*ends)
                    yield Said(slice(*said.span()), holds, sure, really_of(*ends))


def _is_denied(said: re.Match[str], between: str, small: str, known: Courses) -> bool:
    before = small[max(said.start() - _FAR, 0) : said.start()]
    return bool(known.denied.search(before) or known.denied.search(between))


def _is_next(said: re.Match[str], led: re.Match[str], known: Courses) -> bool:
    """Return whether a word behind a course begins another: "fell from 8 to 6 and rose to 7"."""
    small, (_, joins) = said.string, known.between
    joined = re.search(rf"(?<!\w)(?:{joins})(?!\w)", small[led.end() : said.start()])
    return bool(joined or known.led_on.match(small, said.end()))


def _figures(words: Plainly, printer: Printer) -> dict[int, ResolvedFigure]:
    """Return the figures of which a passage prints a number, by where each stands."""
    return {
        stretch.start: in_points(figure, printer.tag)
        for stretch, _, figure in printed_numbers(words, printer)
        if isinstance(figure.value, Decimal)
    }


def _told(
    small: str,
    led: re.Match[str],
    known: Courses,
    figures: dict[int, ResolvedFigure],
    tag: str,
) -> Iterator[Said]:
    """Yield the words that say which way a course went, or by how much: its verb, what follows."""
    ends = ends_of(led, figures)
    if ends is None:
        return
    if led["before"] and not is_change(figures.get(led.start("before")), *ends):
        return
    verb = _verb(small, led, known)
    changes = tuple(_told_of_change(small, led, known, figures, verb, tag))
    yield from changes
    if any(not said.holds and said.span.start < led.start() for said in changes):
        return
    way, really = way_of(*ends), really_of(*ends)
    behind = known.change.match(small, led.end())
    if behind and not is_change(figures.get(behind.start("after")), *ends):
        behind = None
    close = _BEHIND.match(small, led.end())
    # "ging von 8 auf 5 zurück": what parts from a verb says its way.
    parted = [said.lastgroup for said in known.said.finditer(small, led.end(), _end(close, led))]
    for said in (*verb, *known.said.finditer(small, led.end(), _end(behind or close, led))):
        leads = said in verb
        between = small[said.end() : led.start()] if leads else ""
        if _is_denied(said, between, small, known) or (not leads and _is_next(said, led, known)):
            continue
        no_way = said["neither"] is not None
        ways = parted if no_way and leads else [said.lastgroup]
        sure = leads and not no_way and bool(known.beside.fullmatch(between))
        begin = verb_begins(small, _clause(small, led), known, said) if leads else said.start()
        span = slice(begin, said.end())
        yield Said(span, set(ways) <= {way, "neither"}, sure, really)
    yield from _arrived(small, led, known, way, really)


def _closed(
    small: str,
    led: re.Match[str],
    known: Courses,
    figures: dict[int, ResolvedFigure],
    tag: str,
) -> Iterator[Said]:
    """Yield the verb that a clause holds back to its end: "wurden von 8 auf 5 gesenkt"."""
    ends, frame = ends_of(led, figures), reckoned_of(tag)
    begin, stop = _clause(small, led), led.end("last")
    head = small[begin : led.start()]
    if ends is None or not frame.opened.search(head) or frame.denied.search(head):
        return
    off = _CLOSED.search(small, stop)
    said = [*known.said.finditer(small, stop, off.start() if off else len(small))][-1:]
    if not said or said[0]["neither"] is not None or known.named.fullmatch(said[0].group()):
        return
    if _verb(small, led, known) or not frame.closing.match(small, said[0].end()):
        return
    if not frame.denied.search(small, stop, said[0].start()) and not _is_denied(
        said[0], small[stop : said[0].start()], small, known
    ):
        holds = said[0].lastgroup == way_of(*ends)
        yield Said(slice(*said[0].span()), holds, sure=True, really=really_of(*ends))


def _arrived(
    small: str, led: re.Match[str], known: Courses, way: str, really: str
) -> Iterator[Said]:
    """Yield what says the way before the last figure: "from 8 down to 5", "from 8 it fell to 5"."""
    first, last = led.start("first"), led.start("last")
    opens = not small[_clause(small, led) : led.start()].strip(" ")
    for said in known.said.finditer(small, min(first, last) + 1, max(first, last)):
        if said["neither"] is not None or _is_denied(said, "", small, known):
            continue
        verb = opens and not known.named.fullmatch(said.group())
        if verb or known.ended.match(small, said.end(), last):
            yield Said(slice(*said.span()), said.lastgroup == way, sure=True, really=really)


def _told_of_change(
    small: str,
    led: re.Match[str],
    known: Courses,
    figures: dict[int, ResolvedFigure],
    verb: list[re.Match[str]],
    tag: str,
) -> Iterator[Said]:
    """Yield the words behind a course that say its change, or which way that goes."""
    ends = ends_of(led, figures)
    if ends is None:
        return
    stop, really = max(led.end("first"), led.end("last")), really_of(*ends)
    for change, spans, said_way in _changes(small, stop, verb, known):
        figure = figures.get(change) if change >= 0 else None
        if figure is not None and not measures_change(figure, ends[0]):
            said_so = reckoned_of(tag).so.search(small[:change])
            if not said_so or not is_other_unit(figure, ends[0], tag):
                continue
        off = change >= 0 and not is_change(figure, *ends)
        if off and figure is not None:
            off = not may_be_change(small, led, change, figures, tag)
        if off or said_way not in (None, way_of(*ends)):
            yield from (Said(span, holds=False, sure=True, really=really) for span in spans)
            if spans and spans[0].start < led.start():
                return
        elif change < 0:
            yield from (Said(span, holds=True) for span in spans)


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
    return list(known.said.finditer(small, _clause(small, led), led.start()))[-1:]


def _clause(small: str, led: re.Match[str]) -> int:
    """Return where the clause of a course begins; "they rose: from 5 to 8" is one."""
    begin = max(led.start() - _FAR, 0)
    offs = _OFF.finditer(small, begin, led.start())
    apart = (
        off.end() for off in offs if off[0] != ":" or small[off.end() : led.start()].strip(" ")
    )
    return max([begin, *apart])


def _end(found: re.Match[str] | None, otherwise: re.Match[str]) -> int:
    return (found or otherwise).end()
