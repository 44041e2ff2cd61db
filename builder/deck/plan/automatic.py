"""The slides that nobody writes: title, agenda, section openings and sources, as material."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.deck.layouts.base import Desk
from builder.deck.plan.material import Material, Point, line
from builder.deck.plan.model import NUMBERED
from builder.deck.plan.sources import owned
from builder.model.blocks import Section
from builder.model.figure import Source
from builder.model.text import Line, Owner, Run, words
from builder.resolve.dates import printed_date


def title_material(desk: Desk, section: str) -> Material:
    """Return the title slide's: title, subtitle, and one line each for who and when."""
    briefing = desk.briefing
    who = [words(author) for author in briefing.meta.authors]
    who += [meta_line(desk, "publisher")] if briefing.meta.publisher else []
    when = [briefing.date] + ([meta_line(desk, "edition")] if briefing.meta.edition else [])
    points = tuple(Point(_joined(lines, " · ")) for lines in (who, when) if any(lines))
    place = briefing.meta.places.get("title", briefing.meta.place)
    return Material(
        briefing.title, points, subtitle=briefing.subtitle, section=section, place=place
    )


def meta_line(desk: Desk, key: str) -> Line:
    """Return a text of briefing.yaml with its owners, or as it stands where it has none."""
    meta = desk.briefing.meta
    return line(meta.texts[key]) if key in meta.texts else words(str(getattr(meta, key)))


def agenda_material(
    desk: Desk, sections: Sequence[Section], starts: Sequence[int], section: str
) -> Material:
    """Return the agenda's: each section, the slide that it starts on, and a link there."""
    points = tuple(
        Point(
            line(entry.title),
            mark=NUMBERED,
            start=number,
            target=start,
            trailing=words(str(start), Owner("furniture", "slide")),
        )
        for number, (entry, start) in enumerate(zip(sections, starts, strict=True), 1)
    )
    title = words(desk.word("agenda"))
    return Material(title, points, section=section, place=desk.briefing.meta.place)


def section_material(section: Section, number: int) -> Material:
    """Return a section opening's: its number and title."""
    numbered = Point(words(str(number), Owner("furniture", "section")))
    return Material(line(section.title), (numbered,), section=section.id, place=section.place)


def sources_material(desk: Desk, ids: Iterable[str], section: str) -> Material:
    """Return the sources', in full: who, what, when, where and what must be said beside it."""
    points = tuple(Point(_in_full(desk.briefing.sources[key], desk)) for key in ids)
    title = words(desk.word("sources"))
    return Material(title, points, section=section, place=desk.briefing.meta.place)


def _in_full(source: Source, desk: Desk) -> Line:
    language = desk.briefing.meta.language
    parts: list[Line] = []
    if source.publisher:
        parts.append((owned(source.publisher, source),))
    parts.append((owned(source.title, source),))
    if source.date is not None:
        owner = Owner("date", source.date.iso())
        parts.append(words(printed_date(source.date, "full", language), owner))
    if source.url:
        shown = owned(source.url.removeprefix("https://").removeprefix("http://"), source)
        parts.append((Run(shown.text, link=source.url, owner=shown.owner),))
    first, *rest = parts
    head = tuple(Run(run.text, strong=True, owner=run.owner) for run in first)
    runs = [*head, *(run for part in rest for run in (Run(", "), *part))]
    if source.note:
        runs += [Run(". "), owned(source.note, source)]
    return tuple(runs)


def _joined(lines: Iterable[Line], between: str) -> Line:
    runs: list[Run] = []
    for entry in lines:
        runs += [Run(between), *entry] if runs else entry
    return tuple(runs)
