"""The slides that nobody writes: title, agenda, section openings and sources, as material."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from builder.deck.layouts.base import Desk
from builder.deck.plan.material import Material, Point, line
from builder.deck.plan.model import NUMBERED
from builder.deck.plan.sources import in_full, joined, owned
from builder.model.blocks import Section
from builder.model.figure import Source
from builder.model.text import Line, Owner, Run, plain, words
from builder.resolve.printing import capitalised


def title_material(desk: Desk, section: str) -> Material:
    """Return the title slide's: title, subtitle, and one line each for who and when."""
    briefing = desk.briefing
    who = [words(author) for author in briefing.meta.authors]
    who += [meta_line(desk, "publisher")] if briefing.meta.publisher else []
    when = [briefing.date] + ([meta_line(desk, "edition")] if briefing.meta.edition else [])
    points = tuple(Point(joined(lines, " · ")) for lines in (who, when) if any(lines))
    place = briefing.meta.places.get("title", briefing.meta.place)
    return Material(
        briefing.title,
        points,
        subtitle=briefing.subtitle,
        notes=_notes(desk, "title"),
        section=section,
        place=place,
    )


def _notes(desk: Desk, slide: str) -> tuple[Line, ...]:
    """Return what the briefing has the speaker say on a slide that no section writes."""
    spoken = desk.briefing.slide_notes.get(slide, ())
    return (spoken,) if spoken else ()


def meta_line(desk: Desk, key: str) -> Line:
    """Return a text of briefing.yaml with its owners, or as it stands where it has none.

    An edition that is a bare number reads "Edition 2", as in the paper.
    """
    meta = desk.briefing.meta
    said = line(meta.texts[key]) if key in meta.texts else words(str(getattr(meta, key)))
    if key == "edition" and meta.edition.replace(".", "").isdigit():
        return (Run(f"{desk.word('edition')} "), *said)
    return said


def footers(desk: Desk) -> tuple[Line, ...]:
    """Return what every slide but the first has at its foot, the fullest wording first.

    Publisher, edition, fingerprint; without the publisher; the fingerprint alone.
    """
    meta = desk.briefing.meta
    lines = [meta_line(desk, key) for key in ("publisher", "edition") if getattr(meta, key)]
    fingerprint = Owner("furniture", "fingerprint")
    lines.append(words(desk.briefing.short_fingerprint, fingerprint))
    return tuple(joined(lines[first:], " · ") for first in range(len(lines)))


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
    return Material(
        words(desk.word("agenda")),
        points,
        notes=_notes(desk, "agenda"),
        section=section,
        place=desk.briefing.meta.place,
    )


def section_material(section: Section, number: int) -> Material:
    """Return a section opening's: its number and title."""
    numbered = Point(words(str(number), Owner("furniture", "section")))
    return Material(line(section.title), (numbered,), section=section.id, place=section.place)


def sources_material(desk: Desk, ids: Iterable[str], section: str) -> Material:
    """Return the sources', in full: who, what, when, where and what must be said beside it."""
    points = tuple(Point(_listed(desk.briefing.sources[key], desk)) for key in ids)
    title = words(desk.word("sources"))
    return Material(title, points, section=section, place=desk.briefing.meta.place)


def _listed(source: Source, desk: Desk) -> Line:
    """Return a source as the list gives it: in full, where to find it, what must be said of it."""
    first, *rest = in_full(source, desk)
    runs = [replace(first, text=capitalised(first.text), strong=True), *rest]
    if source.url:
        shown = owned(source.url.removeprefix("https://").removeprefix("http://"), source)
        runs += [Run(", "), replace(shown, link=source.address)]
    if source.note:
        stop = " " if plain(tuple(runs)).endswith((".", "!", "?")) else ". "
        runs += [Run(stop), owned(capitalised(source.note), source)]
    return tuple(runs)
