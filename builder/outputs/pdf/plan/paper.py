"""The paper's plan: takes a resolved briefing, returns what stands on its pages, in order, and has
a rule for what each kind of block becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Any, Final, Literal

from builder.blocks import block_kind
from builder.facts.heard import with_spoken_alts, with_units_in_heads
from builder.frozen import dataclass
from builder.model import blocks as model
from builder.model.blocks import Section
from builder.model.briefing import Briefing, PageLayout
from builder.model.figure import Moment
from builder.model.ledger import Entry, Goal
from builder.model.picture import PictureUse
from builder.model.snapshot import Snapshot
from builder.model.text import Line, Owner, Run, join, line, plain, words
from builder.outputs.pdf.plan import anchors, items
from builder.outputs.pdf.plan.cover import LISTED, arranged, imprint, opening, pages_of
from builder.outputs.pdf.plan.crossing import crossed, crossing_of, expanded
from builder.outputs.pdf.plan.data import DataFile, data_files
from builder.outputs.pdf.plan.items import ContentsEntry, Item, SectionHeading
from builder.outputs.pdf.plan.matter import (
    abbreviations,
    endnotes,
    exhibits,
    findings,
    footer,
    front_matter,
    links,
    references,
    sources,
    standing,
)
from builder.outputs.pdf.plan.pictured import picture_item
from builder.outputs.pdf.plan.planner import Planner, ledger_of, takeaway
from builder.outputs.pdf.plan.register import charts_of, register, registered
from builder.outputs.pdf.plan.running import capitals
from builder.theme.theme import Theme

Rule = Callable[[Any, Planner], items.Item]


def item_for(block: model.Block, planner: Planner) -> items.Item:
    """Return the item for a block.

    Raises:
        KeyError: the block's kind has no rule, which is a bug of ours.
    """
    kind = model.OwnBlock if isinstance(block, model.OwnBlock) else type(block)
    return RULES[kind](block, planner)


def _heading(block: model.Heading, planner: Planner) -> items.Item:
    return items.SectionHeading(planner.named(block.anchor), line(block.text), block.level)


def _paragraph(block: model.Paragraph, planner: Planner) -> items.Item:
    return items.Prose(planner.anchor("prose"), line(block.text))


def _equation(block: model.Equation, planner: Planner) -> items.Item:
    if not block.label:
        return items.Equation(planner.anchor("equation"), line(block.text), ())
    anchor = planner.named(anchors.equation(block.label))
    return items.Equation(anchor, line(block.text), planner.equation_number())


def _points(block: model.ItemList, planner: Planner, depth: int = 0) -> items.Points:
    anchor = planner.anchor("list")
    points = tuple(
        items.ListPoint(
            planner.anchor("point"),
            _mark(number, block.ordered, depth),
            line(point.text),
            tuple(
                _points(below, planner, depth + 1)
                if isinstance(below, model.ItemList)
                else item_for(below, planner)
                for below in point.below
            ),
        )
        for number, point in enumerate(block.items, start=block.start)
    )
    return items.Points(anchor, points, block.ordered)


def _mark(number: int, ordered: bool, depth: int) -> Line:
    if not ordered:
        return (Run("•" if depth % 2 == 0 else "–"),)
    return (Run(f"{number}.", owner=Owner("furniture", f"{number}.", "list")),)


def _quote(block: model.Quote, planner: Planner) -> items.Item:
    said = tuple(map(line, block.paragraphs)), line(block.attribution)
    return items.Quotation(planner.anchor("quote"), *said, planner.items(block.blocks))


def _definitions(block: model.Definitions, planner: Planner) -> items.Item:
    anchor, told = planner.anchor("terms"), block.entries
    terms = (items.DefinedTerm(line(each.term), planner.items(each.meaning)) for each in told)
    return items.DefinitionList(anchor, tuple(terms))


def _code(block: model.Code, planner: Planner) -> items.Item:
    return items.CodeLines(planner.anchor("code"), line(block.text))


def _rule(_block: model.ThematicBreak, planner: Planner) -> items.Item:
    return items.Divider(planner.anchor("rule"))


def _subhead(block: model.InnerHeading, planner: Planner) -> items.Item:
    return items.Subhead(planner.anchor("subhead"), line(block.text))


def _own(block: model.OwnBlock, planner: Planner) -> items.Item:
    return block_kind(block.kind).plan(block, planner)


def _table(block: model.TableUse, planner: Planner) -> items.Item:
    table = planner.briefing.tables[block.key]
    return items.Tabular(
        planner.named(anchors.table(table.name)),
        planner.number("table") if ("tbl", block.name) in planner.called else (),
        capitals(table.caption),
        table.columns,
        tuple(tuple(map(capitals, row)) for row in table.rows),
        capitals(table.note),
        planner.sources(table.sources),
        table.name,
        table.place,
        tuple(map(table.place_of, range(len(table.rows)))),
        table.shape,
        planner.word("continued"),
        takeaway(table.takeaway, planner),
    )


def _chart(block: model.ChartUse, planner: Planner) -> items.Item:
    chart = planner.briefing.charts[block.name]
    number = planner.number("figure")
    anchor, meant = planner.named(anchors.chart(chart.id)), takeaway(chart.takeaway, planner)
    return items.ChartFigure(anchor, number, chart, chart.alt, meant)


def _panel(block: model.Panel, planner: Planner) -> items.Item:
    anchor, cells = planner.anchor("panel"), planner.key_figures(block.figures)
    return items.FigurePanel(anchor, line(block.title) or words(planner.word("key_figures")), cells)


def _callout(block: model.Callout, planner: Planner) -> items.Item:
    anchor = planner.anchor("callout")
    title = join(filter(None, (words(planner.word(block.kind)), line(block.title))), planner.colon)
    return items.CalloutBox(anchor, block.kind, title, planner.items(block.blocks))


def _question(block: model.Question, planner: Planner) -> items.Item:
    anchor = planner.anchor("question")
    return items.QuestionAnswer(anchor, line(block.question), planner.items(block.answer))


RULES: Final[dict[type, Rule]] = {
    model.Heading: _heading,
    model.Paragraph: _paragraph,
    model.Equation: _equation,
    model.InnerHeading: _subhead,
    model.ItemList: _points,
    model.Definitions: _definitions,
    model.Code: _code,
    model.ThematicBreak: _rule,
    model.Quote: _quote,
    model.OwnBlock: _own,
    model.TableUse: _table,
    model.ChartUse: _chart,
    PictureUse: picture_item,
    model.Panel: _panel,
    model.Callout: _callout,
    model.Question: _question,
}


@dataclass(frozen=True)
class PaperPlan:
    """What stands on the pages, and what the file says of itself.

    `heading` is printed at the head of every page but the first, beside the section's name,
    `footer` at the foot, beside the page number, and `watermark`, if any, across the page.
    `ledger` holds an entry for every owned text of the items, as yet without pages (0), but for
    chart's drawings, which the writer adds. `files` are attached, the edition's `snapshot` is
    carried. `medium` tells a handout from a paper, `standard` which part of PDF/UA it keeps to,
    `called` what can be referred to."""

    title: str
    description: str
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
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
    watermark: Line
    items: tuple[Item, ...]
    ledger: tuple[Entry, ...]
    files: tuple[DataFile, ...] = ()
    snapshot: Snapshot = Snapshot()
    standard: str = "ua-1"
    medium: Literal["paper", "handout"] = "paper"
    called: Mapping[Goal, str] = field(default_factory=dict)


def plan_paper(
    briefing: Briefing, theme: Theme, slides: Mapping[str, tuple[int, ...]]
) -> PaperPlan:
    """Plan the paper; `slides` gives the numbers of the slides that print a figure, by its id."""
    crossing = crossing_of(briefing)
    briefing = crossed(with_units_in_heads(with_spoken_alts(briefing)), crossing)
    meta = briefing.meta
    spelt = expanded(briefing.sections, briefing.notes, meta.abbreviations, meta.language)
    briefing = replace(briefing, sections=spelt[0], notes=spelt[1])
    planner = Planner(briefing, item_for, called=crossing.called)
    said = (_section(section, planner) for section in briefing.sections if not section.deck_only)
    stated = findings(planner)
    body = (*stated, *(item for section in said for item in section))
    notes = endnotes(planner)
    pages = pages_of(body, planner, theme)
    opens = opening(planner, theme, pages)
    lists = exhibits(planner, body) if pages > LISTED else ()
    listed = ledger_of((*body, *lists))
    printed = (*ledger_of(front_matter(planner, opens, ())), *listed, *ledger_of(notes))
    figures = registered(briefing, printed, charts_of(body), slides)
    back = (
        *abbreviations(planner),
        *notes,
        *references(planner, figures.listed),
        *sources(planner, figures.listed),
        *links(planner, (*body, *notes)),
        *register(planner, figures, slides, printed, body),
        *imprint(planner),
    )
    front = front_matter(planner, opens, _entries((*body, *back), meta.layout.contents))
    items = (*arranged(front, stated), *body[len(stated) :], *lists, *back)
    return replace(
        plan_of(planner, items, (*ledger_of(front), *listed, *ledger_of(back))),
        files=data_files(briefing, body, figures.all(briefing)),
        called=crossing.called,
    )


def plan_of(planner: Planner, items: tuple[Item, ...], ledger: tuple[Entry, ...]) -> PaperPlan:
    """Return the plan of these items, its own data those of the briefing."""
    briefing, meta = planner.briefing, planner.briefing.meta
    return PaperPlan(
        title=plain(briefing.title),
        description=plain(meta.message.says or briefing.subtitle),
        authors=meta.authors,
        keywords=meta.about.keywords,
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
        watermark=standing(planner)[0],
        items=items,
        ledger=ledger,
        snapshot=briefing.snapshot,
        standard=meta.about.standard,
    )


def _section(section: Section, planner: Planner) -> Iterator[Item]:
    planner.section = section.id
    title = line(section.title)
    if section.letter:
        called = words(planner.word("appendix", letter=section.letter))
        title = join((called, title), planner.colon)
    yield SectionHeading(planner.named(section.id), title, 1, planner.section_number(section.id))
    yield from planner.items(section.blocks)


def _entries(items: Iterable[Item], depth: int) -> Iterator[ContentsEntry]:
    for item in items:
        if isinstance(item, SectionHeading) and item.level <= depth:
            yield ContentsEntry(item.text, item.anchor, item.level, item.number)
