"""What words and digits in a text stand for: takes inline items and spans, returns them judged.

Which digits are years and which belong to nothing; what a span's attributes say, as in
`[words]{claim=id}`; and what authors slip in: unfinished syntax, addresses as links, forms that
no figure has.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from builder.content.context import Context, LooseNumber, has_digit, number_words
from builder.content.designated import designated_spans, is_enacted, may_tell_rate, rate_spans
from builder.language.language import base_language
from builder.language.years import POINTER, Years
from builder.model.inline import Citation
from builder.model.links import link as led_to
from builder.model.text import CrossReference, FigureUse, Inline, Owner, Run, Text
from builder.problems import Place, Problems, known_names

if TYPE_CHECKING:
    from markdown_it.token import Token


MAIN_FORMS: Final = ("number", "short", "words", "label", "as_of")
"""Forms of a figure, of which a use has at most one; without one it is printed in full."""

FORMS: Final = (*MAIN_FORMS, "capital", "bare")
"""All that may follow `{{ figure |`."""

_DATE: Final = len("1.1.2000")
_OWNED: Final = "\ufffc"
_WORDS: Final = frozenset(("label", "as_of"))
_EVER: Final = (1000, 2999)
"""Years that may be meant, though they lie outside the window of a briefing."""


def with_years(items: Sequence[Inline], years: Years, *, alone: bool) -> Text:
    """Return a text in which years, designations and rates' numbers own themselves.

    These are calendar years and dates in ordinary places, what only names ("page 12"), and what so
    many of something are told for ("per 1,000 residents"). `alone` says that a text of nothing but
    a year is one, as a category or a header is.
    """
    if not any(_is_open(item) and has_digit(item.text) for item in items if isinstance(item, Run)):
        return tuple(items)
    whole = "".join(map(_said, items))
    named = list(designated_spans(whole, years.grammar))
    if may_tell_rate(whole):
        named += rate_spans(whole, years.grammar)
    items = _owning(items, _apart(named), "name") if named else items
    return tuple(_owning(items, sorted(_spans(items, years, alone=alone)), "date"))


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        else:
            found.append((start, stop))
    return found


def _owning(
    items: Sequence[Inline], spans: Sequence[tuple[int, int]], kind: Literal["date", "name"]
) -> list[Inline]:
    """Return items of which what lies within a span is a run that owns itself."""
    found: list[Inline] = []
    stops = list(accumulate((stop for _, stop in spans), max))
    at = 0
    for item in items:
        length = len(_said(item))
        if isinstance(item, Run) and _is_open(item):
            within = _within(spans, stops, at, at + length)
            found += _divided(item, [(start - at, stop - at) for start, stop in within], kind)
        else:
            found.append(item)
        at += length
    return found


def loose_numbers(items: Sequence[Inline], years: Years, *, alone: bool) -> Iterator[LooseNumber]:
    """Yield each word with digits that nothing owns, and whether it may be a year after all.

    Dates that are more than a year come first: they are loose where a figure states them.
    """
    said = ""
    for item in items:
        if isinstance(item, Run) and _is_date(item) and not is_enacted(said, years.grammar):
            yield LooseNumber(item.text, "", item.place, dated=True)
        said += _said(item)
    left = [item for item in items if isinstance(item, Run) and item.owner is None]
    if not any(has_digit(item.text) for item in left):
        return
    ever = replace(years, first=_EVER[0], last=_EVER[1], but=(years.first, years.last))
    outside = sorted(_spans(items, ever, alone=alone))
    stops = list(accumulate((stop for _, stop in outside), max))
    at = 0
    for number, item in enumerate(items):
        if isinstance(item, Run) and item.owner is None:
            unit = "".join(each.text for each in items[number + 1 :][:1] if isinstance(each, Run))
            for index, word, after in number_words(item.text):
                place, where = item.place_at(index), at + index
                far = any(_within(outside, stops, where, where + 1))
                if far and years.may_hold(word):
                    continue  # a year but for another beside it, which is told of as outside
                yield LooseNumber(word, after or unit.strip(), place, far)
        at += len(_said(item))


def _within(
    spans: Sequence[tuple[int, int]], stops: Sequence[int], begin: int, end: int
) -> Iterator[tuple[int, int]]:
    """Yield the spans, in order, that lie in part between two indices.

    `stops` are where the spans up to each have ended, by which the first is found.
    """
    for number in range(bisect_right(stops, begin), len(spans)):
        start, stop = spans[number]
        if start >= end:
            return
        if stop > begin:
            yield start, stop


def _spans(items: Sequence[Inline], years: Years, *, alone: bool) -> Iterator[tuple[int, int]]:
    """Yield where years stand in the joined words; those in another language by its grammar."""
    parts: list[str] = []
    at = 0
    for item in items:
        other = isinstance(item, Run) and _is_foreign(item, years)
        if other and isinstance(item, Run) and _is_open(item):
            own = replace(years, language=item.language)
            for span in own.spans(item.text, alone=alone):
                yield at + span.start, at + span.stop
        said = _said(item)
        parts.append(_OWNED * len(said) if other else said)
        at += len(said)
    whole = "".join(parts)
    yield from ((span.start, span.stop) for span in years.spans(whole, alone=alone))


def _is_date(item: Run) -> bool:
    """Return whether a run is a date that is more than a year."""
    return item.owner is not None and item.owner.kind == "date" and len(item.text) >= _DATE


def _said(item: Inline) -> str:
    """Return what an item adds to the words around a year: itself, or one sign for a figure."""
    if isinstance(item, Run):
        return item.text if _is_open(item) else _OWNED * len(item.text)
    if isinstance(item, FigureUse) and not _WORDS.intersection(item.forms):
        return _OWNED
    return POINTER if isinstance(item, FigureUse | CrossReference | Citation) else ""


def _is_open(run: Run) -> bool:
    return run.owner is None and not run.code


def _is_foreign(run: Run, years: Years) -> bool:
    return bool(run.language) and base_language(run.language) != base_language(years.language)


def _divided(
    run: Run, spans: Sequence[tuple[int, int]], kind: Literal["date", "name"]
) -> Iterator[Run]:
    """Yield a run's parts, of which those within a span are owned by what they say."""
    at, length = 0, len(run.text)
    for start, stop in spans:
        begin, end = max(start, 0), min(stop, length)
        if begin >= end or not has_digit(run.text[begin:end]):
            continue
        if begin > at:
            yield _part(run, at, begin, None)
        yield _part(run, begin, end, Owner(kind, run.text[begin:end]))
        at = end
    if not at:
        yield run
    elif at < length:
        yield _part(run, at, length, None)


def _part(run: Run, start: int, stop: int, owner: Owner | None) -> Run:
    first = bisect_right(run.breaks, start, key=itemgetter(0))
    last = bisect_left(run.breaks, stop, key=itemgetter(0))
    breaks = tuple((index - start, place) for index, place in run.breaks[first:last])
    return replace(
        run, text=run.text[start:stop], owner=owner, place=run.place_at(start), breaks=breaks
    )


_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Backing(NamedTuple):
    """The claim that words rest on and the language that they are in; either may be empty.

    `year` says that their digits are calendar years, which nothing around them tells; `capitals`
    that they are set in small ones; `icon` names what stands beside them on a slide.
    """

    claim: str
    language: str
    year: bool = False
    capitals: bool = False
    icon: str = ""


def span_of(token: Token, place: Place, context: Context) -> Backing:
    """Return a span's attributes; what is wrong with them is added to the context's problems."""
    known = {key: str(value) for key, value in token.attrs.items()}
    year, capitals = known.pop("year", None) is not None, known.get("class") == "smallcaps"
    if capitals:
        del known["class"]
    icon = known.pop("icon", "")
    span = Backing(known.pop("claim", ""), known.pop("lang", ""), year, capitals, icon)
    for key in (*known, *token.meta.get("insecure_attrs", ())):
        hint = (
            "a span takes [words]{claim=id}, [words]{lang=de}, [words]{.smallcaps}, "
            "[words]{icon=ship} or [2030]{year}"
        )
        context.problems.error(place, f'unknown attribute "{key}"', hint)
    if span.language and not _LANGUAGE.fullmatch(span.language):
        found = f'"{span.language}" is no language tag'
        context.problems.error(place, found, "write one such as de, uk or pt-BR")
    if icon:
        _check_icon(icon, place, context)
    if span.claim or not (span.language or span.year or span.capitals or icon):
        context.mention("claim", span.claim, place)
    return span


def _check_icon(icon: str, place: Place, context: Context) -> None:
    from builder.pictures import icons

    if icon not in icons():
        context.problems.error(place, f'no icon is called "{icon}"', known_names(icon, icons()))


def check_years(words: str, place: Place, context: Context) -> None:
    """Report a word declared as a year that is none, or lies outside the briefing's years."""
    refused = context.years.refused(words)
    if refused:
        context.problems.error(
            place,
            f'"{refused}" is no year from {context.years}',
            "[2030]{year} is for calendar years; other years are admitted by years: in "
            "briefing.yaml, such as years: 1950-2060",
        )


_ADDRESS: Final = re.compile(r"(https?://|www\.|mailto:)?[\w.@-]+\.[a-z]{2,}(/\S*)?")

SLIPS: Final = {
    "{{": "write a figure as {{ figure }} on one line; write \\{ for a brace that is to be seen",
    "}}": "write a figure as {{ figure }} on one line; write \\} for a brace that is to be seen",
    "]{": "write a span as [words]{claim=id}; write \\] for a bracket that is to be seen",
    "](": "write a link as [words](address), the address without spaces",
}
"""Marks that are left in the words because something around them is missing, and what to do."""

BRACED: Final = re.compile(r"(?<!\{)\{ *(?P<name>[A-Za-z_]\w*) *(?:\|[^{}]*)?\}(?!\})")
"""A name in single braces, as programs have it: `{ visits }`."""


def is_address(words: str, link: str) -> bool:
    """Say whether a link's words are its own address, whose digits are then the address's."""
    whole = words.replace(" ", "%20").rstrip("/")  # as Markdown shows one without its marks
    if not has_digit(words) or not _ADDRESS.fullmatch(whole):
        return False
    return link.rstrip("/").endswith(whole) or link.rstrip("/") == led_to(whole).target.rstrip("/")


def check_use(
    content: str, name: str, forms: Sequence[str], place: Place, problems: Problems
) -> None:
    """Report a use of a figure, `content` between its braces, that names none or asks too much."""
    written = " ".join(["{{", *content.split(), "}}"])
    if not name:
        problems.error(place, f'"{written}" names no figure', "write {{ figure | form }}")
    for form in forms:
        if form not in FORMS:
            problems.error(place, f'unknown form "{form}" in {written}', known_names(form, FORMS))
    main = [form for form in forms if form in MAIN_FORMS]
    if len(main) > 1:
        problems.error(
            place,
            f'"{main[0]}" and "{main[1]}" exclude each other in {written}',
            f"choose one of {', '.join(MAIN_FORMS)}",
        )
