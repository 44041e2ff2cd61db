"""What stands before and after the body: takes the planner and the body's items, returns items.

Title, contents and lists of figures and tables before, and findings, under a heading of their own
before the first section; notes, sources, abbreviations and links after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from builder.facts.printing import capitalised
from builder.facts.sources import edition_of
from builder.frozen import replace
from builder.language.language import collated
from builder.model.briefing import Briefing
from builder.model.figure import Moment, Source
from builder.model.text import Line, Owner, Run, join, line, plain, words
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.endings import BibliographyEntry, Endnote, SourceEntry
from builder.outputs.pdf.plan.items import (
    ChartFigure,
    Contents,
    ContentsEntry,
    FigurePanel,
    FindingEntry,
    Findings,
    Item,
    ListPoint,
    PictureFigure,
    Points,
    SectionHeading,
    Tabular,
    TitleBlock,
)
from builder.outputs.pdf.plan.planner import GAP, Planner, named, runs_in
from builder.problems import NOWHERE

_FEW: Final = 5  # figures or tables that a reader finds without a list of them


def front_matter(
    planner: Planner, opening: TitleBlock, entries: Iterable[ContentsEntry]
) -> tuple[Item, ...]:
    """Return what stands before the body, after its `opening`; the contents list `entries`."""
    listed = tuple(entries)
    front: list[Item] = [opening]
    meta = planner.briefing.meta
    # Findings say more of the same figures, on the page that they have for themselves.
    glance = () if meta.findings else planner.key_figures(meta.at_a_glance)
    if glance:
        front.append(
            FigurePanel(anchors.AT_A_GLANCE, words(planner.word("at_a_glance")), glance, wide=True)
        )
    if len(listed) > 1:
        front.append(Contents(anchors.CONTENTS, words(planner.word("contents")), listed))
    return tuple(front)


def findings(planner: Planner) -> tuple[Item, ...]:
    """Return the findings under their heading, or nothing where the briefing states none."""
    stated = planner.briefing.meta.findings
    if not stated:
        return ()
    figures = planner.key_figures(each.figure for each in stated)
    entries = tuple(
        FindingEntry(figure, planner.told(line(each.says)))
        for figure, each in zip(figures, stated, strict=True)
    )
    heading = SectionHeading(anchors.FINDINGS, words(planner.word("findings")), 1)
    return (heading, Findings(anchors.FINDINGS_LIST, entries))


def exhibits(planner: Planner, body: Iterable[Item]) -> tuple[Item, ...]:
    """Return the lists of figures and of tables, each where there are more than five."""
    found = list(_numbered(body, planner.colon))
    lists = (
        ("figures_list", anchors.FIGURES, ChartFigure | PictureFigure),
        ("tables_list", anchors.TABLES, Tabular),
    )
    return tuple(
        Contents(anchor, words(planner.word(title)), entries)
        for title, anchor, kind in lists
        if len(entries := tuple(entry for item, entry in found if isinstance(item, kind))) > _FEW
    )


def edition(planner: Planner) -> Line:
    """Return the edition as the author words it; a bare number reads "Edition 2"."""
    return named(edition_of(planner.briefing))


def fingerprint(briefing: Briefing) -> Run:
    """Return the short fingerprint of the content that the paper was built from."""
    text = briefing.short_fingerprint
    return Run(text, owner=Owner("furniture", text, "fingerprint"))


def standing(planner: Planner) -> tuple[Line, Line]:
    """Return what drafts say of themselves, and what the embargo says; each may be empty."""
    about = planner.briefing.meta.about
    embargo = Run(about.embargo, strong=True, owner=Owner("furniture", "embargo"))
    return words(planner.word("draft")) if about.draft else (), (embargo,) if about.embargo else ()


def footer(planner: Planner) -> Line:
    """Return what the foot of every page says: embargo, publisher, edition."""
    parts = (standing(planner)[1], named(planner.briefing.meta.publisher), edition(planner))
    return join((part for part in parts if part), " · ")


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
    meta = planner.briefing.meta
    listed = sorted(meta.abbreviations, key=lambda each: collated(each.short, meta.language))
    if not listed:
        return ()
    heading = SectionHeading(anchors.ABBREVIATIONS, words(planner.word("abbreviations")), 1)
    points = tuple(
        ListPoint(planner.anchor("abbreviation"), named(each.short), named(each.long), ())
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
    listed = {id: source for id, source in briefing.sources.items() if not source.cite}
    if not listed:
        return ()
    resting = _resting(planner, figures)
    heading = SectionHeading(anchors.SOURCES, words(planner.word("sources")), 1)
    return (heading, *(_source(source, resting[id], planner) for id, source in listed.items()))


def references(planner: Planner, figures: Iterable[str]) -> tuple[Item, ...]:
    """Return the list of references under its heading, or nothing where no work is cited.

    A work that is a source of figures names those that rest on it.
    """
    briefing = planner.briefing
    if not briefing.references:
        return ()
    resting = _resting(planner, figures)
    heading = SectionHeading(anchors.REFERENCES, words(planner.word("references")), 1)
    listed = (
        BibliographyEntry(
            anchors.reference(each.key),
            each.key,
            each.label,
            each.text,
            planner.word("cited_on", pages=GAP),
            planner.rests_on([figure for id in each.sources for figure in resting[id]]),
        )
        for each in briefing.references
    )
    return (heading, *listed)


def _numbered(items: Iterable[Item], colon: str) -> Iterator[tuple[Item, ContentsEntry]]:
    for item in items:
        if isinstance(item, ChartFigure | Tabular | PictureFigure) and item.number:
            title = item.chart.title if isinstance(item, ChartFigure) else item.caption
            number = tuple(replace(run, strong=False) for run in item.number)
            text = join((number, title), colon)
            yield item, ContentsEntry(text, item.anchor, 1)
        yield from _numbered(getattr(item, "items", ()), colon)


def _resting(planner: Planner, figures: Iterable[str]) -> dict[str, list[str]]:
    """Return the figures that rest on each source."""
    resting: dict[str, list[str]] = {id: [] for id in planner.briefing.sources}
    for figure in figures:
        for id in planner.briefing.figures[figure].sources:
            resting[id].append(figure)
    return resting


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
