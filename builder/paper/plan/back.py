"""What stands after the last section: notes and the list of sources."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.figure import Moment, Source
from builder.model.text import Line, Owner, Run, words
from builder.paper.plan import anchors
from builder.paper.plan.items import Endnote, Item, SectionHeading, SourceEntry
from builder.paper.plan.planner import Planner, join, named


def endnotes(planner: Planner) -> tuple[Item, ...]:
    """Return the notes under their heading, or nothing where the content has none."""
    notes = planner.briefing.notes
    if not notes:
        return ()
    heading = SectionHeading(anchors.NOTES, words(planner.word("notes")), 1)
    listed = (
        Endnote(
            anchors.note(note.number),
            (Run(f"{note.number}.", owner=Owner("furniture", f"{note.number}.", "note")),),
            note.text,
            anchors.note_mark(note.number),
        )
        for note in notes
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
    details = (named(source.publisher), _date(source.date, planner))
    return SourceEntry(
        anchors.source(source.id),
        named(title),
        join((detail for detail in details if detail), ", "),
        named(source.url, link=source.url or None),
        named(source.note),
        planner.rests_on(figures) if source.stated else (),
    )


def _date(when: Moment | None, planner: Planner) -> Line:
    if when is None:
        return ()
    from builder.resolve.dates import printed_date

    text = printed_date(when, "full", planner.briefing.meta.language)
    return (Run(text, owner=Owner("date", when.iso())),)
