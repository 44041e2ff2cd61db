"""What stands after the last section: notes and the list of sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from builder.model.figure import Moment, Source
from builder.model.text import Line, Owner, Run, plain, words
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.items import Endnote, Item, Point, Points, SectionHeading, SourceEntry
from builder.outputs.pdf.plan.ledger import runs_in
from builder.outputs.pdf.plan.planner import Planner, join, named
from builder.problems import NOWHERE
from builder.resolve.printing import capitalised


def endnotes(planner: Planner) -> tuple[Item, ...]:
    """Return the notes under their heading, or nothing where the content has none.

    Those that stand at the foot of pages have no heading.
    """
    notes = planner.briefing.notes
    if not notes:
        return ()
    at_foot = planner.briefing.meta.layout.notes == "page"
    heading = SectionHeading(anchors.NOTES, words(planner.word("notes")), 1)
    listed = (
        Endnote(
            anchors.note(note.number),
            (Run(f"{note.number}.", owner=Owner("furniture", f"{note.number}.", "note")),),
            note.text,
            anchors.note_mark(note.number),
            note.number,
            at_foot,
        )
        for note in notes
    )
    return tuple(listed) if at_foot else (heading, *listed)


def abbreviations(planner: Planner) -> tuple[Item, ...]:
    """Return the abbreviations and what they stand for under their heading, in their order."""
    listed = sorted(planner.briefing.meta.abbreviations, key=lambda each: each.short.casefold())
    if not listed:
        return ()
    heading = SectionHeading(anchors.ABBREVIATIONS, words(planner.word("abbreviations")), 1)
    points = tuple(
        Point(planner.anchor("abbreviation"), named(each.short), named(each.long), ())
        for each in listed
    )
    return (heading, Points(planner.anchor("abbreviations"), points, ordered=False))


def links(planner: Planner, items: Iterable[Item]) -> tuple[Item, ...]:
    """Return every address that words of the paper lead to, in full, under their heading.

    On paper a link is otherwise lost. An address that stands in the text as it is says itself.
    """
    said: dict[str, Line] = {}
    for address, found in groupby(runs_in(tuple(items)), key=lambda run: run.link):
        if address and not address.startswith("#") and address not in said:
            linked = tuple(replace(run, place=NOWHERE) for run in found)
            if plain(linked) != address:
                said[address] = linked
    if not said:
        return ()
    heading = SectionHeading(anchors.LINKS, words(planner.word("links")), 1)
    listed = (
        SourceEntry(f"link:{number}", line, (), named(address, link=address), (), ())
        for number, (address, line) in enumerate(said.items(), start=1)
    )
    return (heading, *listed)


def sources(planner: Planner, figures: Iterable[str]) -> tuple[Item, ...]:
    """Return every source of the content under their heading, or nothing where it has none.

    `figures` are those of the register: a source names those that rest on it.
    """
    briefing = planner.briefing
    if not briefing.sources:
        return ()
    resting: dict[str, list[str]] = {id: [] for id in briefing.sources}
    for figure in figures:
        for id in briefing.figures[figure].sources:
            resting[id].append(figure)
    heading = SectionHeading(anchors.SOURCES, words(planner.word("sources")), 1)
    listed = (_source(source, resting[id], planner) for id, source in briefing.sources.items())
    return (heading, *listed)


def _source(source: Source, figures: list[str], planner: Planner) -> SourceEntry:
    title = source.title or planner.word("not_stated")
    details = [line for line in (named(source.publisher), _date(source.date, planner)) if line]
    if details:
        details[0] = _capital(details[0])
    return SourceEntry(
        anchors.source(source.id),
        named(title),
        join(details, ", "),
        named(source.url, link=source.address),
        _capital(named(source.note)),
        planner.rests_on(figures) if source.stated else (),
    )


def _capital(line: Line) -> Line:
    """Return a line with a capital, as it stands after a full stop."""
    return tuple(
        replace(run, text=capitalised(run.text)) if at == 0 else run for at, run in enumerate(line)
    )


def _date(when: Moment | None, planner: Planner) -> Line:
    if when is None:
        return ()
    from builder.language.dates import printed_date

    text = printed_date(when, "full", planner.briefing.meta.language)
    return (Run(text, owner=Owner("date", when.iso())),)
