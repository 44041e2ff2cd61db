"""The paper's plan: takes a resolved briefing, returns what stands on its pages, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from builder.model.blocks import Section
from builder.model.briefing import Briefing, PageLayout
from builder.model.figure import Moment
from builder.model.ledger import Entry, Goal
from builder.model.snapshot import Snapshot
from builder.model.text import Line, line, plain
from builder.outputs.pdf.plan.abbreviations import expanded
from builder.outputs.pdf.plan.crossing import crossed, crossing_of
from builder.outputs.pdf.plan.data import DataFile, data_files
from builder.outputs.pdf.plan.items import ContentsEntry, Item, SectionHeading
from builder.outputs.pdf.plan.ledger import ledger_of
from builder.outputs.pdf.plan.matter import (
    abbreviations,
    endnotes,
    exhibits,
    footer,
    front_matter,
    links,
    sources,
)
from builder.outputs.pdf.plan.planner import Planner
from builder.outputs.pdf.plan.register import charts_of, register, registered
from builder.outputs.pdf.plan.rules import item_for
from builder.theme.theme import Theme


@dataclass(frozen=True)
class PaperPlan:
    """What stands on the pages, and what the file says of itself.

    `heading` is printed at the head of every page but the first, beside the section's name, and
    `footer` at the foot, beside the page number. `ledger` holds an entry for every owned text of
    the items, as yet without pages (0). What stands inside a chart's drawing is not in it: the
    drawing tells when it is made, and `write_paper` adds it. `files` are attached; `snapshot`
    is what the edition says, for the file to carry. `medium` tells a handout from a paper.
    `called` names every chart, table and heading that can be referred to.
    """

    title: str
    subtitle: str
    authors: tuple[str, ...]
    publisher: str
    language: str
    date: Moment
    edition: str
    slug: str
    fingerprint: str
    page: str
    layout: PageLayout
    heading: Line
    footer: Line
    items: tuple[Item, ...]
    ledger: tuple[Entry, ...]
    files: tuple[DataFile, ...] = ()
    snapshot: Snapshot = Snapshot()
    medium: Literal["paper", "handout"] = "paper"
    called: Mapping[Goal, str] = field(default_factory=dict)


def plan_paper(
    briefing: Briefing, theme: Theme, slides: Mapping[str, tuple[int, ...]]
) -> PaperPlan:
    """Plan the paper; `slides` gives the numbers of the slides that print a figure, by its id.

    The plan depends on the theme in nothing yet: measures and sizes are the writer's.
    """
    crossing = crossing_of(briefing)
    briefing = crossed(briefing, crossing)
    spelt = expanded(briefing.sections, briefing.notes, briefing.meta.abbreviations)
    briefing = replace(briefing, sections=spelt[0], notes=spelt[1])
    planner = Planner(briefing, item_for)
    body = tuple(item for section in briefing.sections for item in _section(section, planner))
    notes = endnotes(planner)
    lists = exhibits(planner, body)
    listed = ledger_of((*lists, *body))
    printed = (*ledger_of(front_matter(planner, ())), *listed, *ledger_of(notes))
    figures = registered(briefing, printed, charts_of(body), slides)
    back = (
        *abbreviations(planner),
        *notes,
        *sources(planner, figures),
        *links(planner, (*body, *notes)),
        *register(planner, figures, slides),
    )
    front = front_matter(planner, _entries((*body, *back)))
    items = (*front, *lists, *body, *back)
    meta = briefing.meta
    return PaperPlan(
        title=plain(briefing.title),
        subtitle=plain(briefing.subtitle),
        authors=meta.authors,
        publisher=meta.publisher,
        language=meta.language,
        date=meta.date,
        edition=meta.edition,
        slug=meta.slug,
        fingerprint=briefing.fingerprint,
        page=meta.page,
        layout=meta.layout,
        heading=briefing.title,
        footer=footer(planner),
        items=items,
        ledger=(*ledger_of(front), *listed, *ledger_of(back)),
        files=data_files(briefing, body, figures),
        snapshot=briefing.snapshot,
        called=crossing.called,
    )


def _section(section: Section, planner: Planner) -> Iterator[Item]:
    planner.section = section.id
    yield SectionHeading(planner.named(section.id), line(section.title), 1)
    yield from planner.items(section.blocks)


def _entries(items: Iterable[Item]) -> Iterator[ContentsEntry]:
    for item in items:
        if isinstance(item, SectionHeading) and item.level == 1:
            yield ContentsEntry(item.text, item.anchor, item.level)
