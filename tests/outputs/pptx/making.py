"""Briefings made by hand: what `resolve` would hand to the deck, without its help."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from builder.content import read_content, read_theme
from builder.model.blocks import (
    Block,
    ChartUse,
    ItemList,
    ListItem,
    Paragraph,
    Question,
    Quote,
    Section,
    Slide,
    TableUse,
)
from builder.model.briefing import Briefing, Meta
from builder.model.chart import ResolvedChart
from builder.model.figure import Confidence, Hedge, Moment, ResolvedFigure, Source
from builder.model.ledger import Goal, PaperPages, PaperPart
from builder.model.table import Column, ResolvedTable
from builder.model.text import Line, Owner, Run
from builder.outputs.pptx import DeckPlan, plan_deck, with_pages, write_deck
from builder.problems import NOWHERE, Place, Problems
from builder.resolve import resolve
from builder.theme.theme import Theme

HERE = Path(__file__).parent
SHOWCASE = HERE / "showcase"
CELLS = Path(__file__).parents[2] / "cases" / "cells"
KINDS = Path(__file__).parents[2] / "cases" / "kinds"
PLACE = Place("sections/one.md", 7, 1)
FINGERPRINT = "1a2b3c4d" + "0" * 56


@cache
def theme() -> Theme:
    """Return the house theme."""
    found = read_theme("paperdeck", HERE, Problems(), NOWHERE)
    assert found is not None
    return found


def words(text: str) -> Line:
    """Return a line of one run; none for no words."""
    return (Run(text),) if text else ()


def number(figure: str, text: str, form: str = "") -> Run:
    """Return a run that a figure owns."""
    return Run(text, owner=Owner("figure", figure, form))


def listed(*points: str | tuple[str, tuple[str, ...]] | Line, ordered: bool = False) -> ItemList:
    """Return a list; a pair is a point with the points below it, a line one with owners."""

    def item(point: str | tuple[str, tuple[str, ...]] | Line) -> ListItem:
        if isinstance(point, str):
            return ListItem(words(point), (), PLACE)
        if isinstance(point[0], Run):
            return ListItem(point, (), PLACE)  # type: ignore[arg-type]
        text, below = point
        return ListItem(words(text), (listed(*below),), PLACE)  # type: ignore[arg-type]

    return ItemList(tuple(item(point) for point in points), ordered, PLACE)


def said(text: str | Line) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(words(text) if isinstance(text, str) else text, PLACE)


def slide(
    title: str | Line,
    *blocks: Block,
    figures: tuple[str, ...] = (),
    notes: tuple[Block, ...] = (),
    layout: str = "",
) -> Slide:
    """Return a slide as the author wrote it."""
    line = words(title) if isinstance(title, str) else title
    return Slide(line, blocks, figures, notes, layout, "", PLACE)


def chart_use(name: str) -> ChartUse:
    """Return a use of a chart."""
    return ChartUse(name, PLACE)


def table_use(name: str) -> TableUse:
    """Return a use of a table."""
    return TableUse(name, PLACE)


def question(text: str, *answer: Block) -> Question:
    """Return a question with its answer."""
    return Question(words(text), answer, PLACE)


def quotation(text: str, who: str = "") -> Quote:
    """Return a quotation."""
    return Quote((words(text),), words(who), PLACE)


def table(name: str, header: Iterable[str], rows: Iterable[Iterable[str]]) -> ResolvedTable:
    """Return a table of plain words."""
    columns = tuple(Column(words(text)) for text in header)
    cells = tuple(tuple(words(text) for text in row) for row in rows)
    return ResolvedTable(name, words(f"The {name} table"), columns, cells, sources=("plan",))


FIGURES = {
    "drones": ResolvedFigure(
        "drones",
        "Drones delivered",
        Decimal(3700),
        Hedge.MORE_THAN,
        "drones",
        Moment(2024, 9),
        ("survey",),
        Confidence.REPORTED,
    ),
    "share": ResolvedFigure(
        "share", "Share of imports", Decimal(90), None, "%", None, ("nobody",), None
    ),
}
PRINTED = {
    "drones": {
        "full": (number("drones", "more than 3,700 drones", "full"),),
        "number": (number("drones", "more than 3,700", "number"),),
        "short": (number("drones", ">3,700", "short"),),
        "hedge": words("more than"),
        "as_of": (number("drones", "September 2024", "as_of"),),
        "label": words("Drones delivered"),
    },
    "share": {
        "full": (number("share", "90%", "full"),),
        "number": (number("share", "90", "number"),),
        "short": (number("share", "90%", "short"),),
        "hedge": (),
        "as_of": words("not stated"),
        "label": words("Share of imports"),
    },
}
SOURCES = {
    "survey": Source(
        "survey", "Survey of the quays", "Harbour Office", Moment(2024, 5), short="Survey"
    ),
    "plan": Source("plan", "Plan for 2030", "Ministry", url="https://example.org/plan"),
    "nobody": Source("nobody", "Source not stated", stated=False, note="Nobody says so."),
}


class _Figures(dict[str, ResolvedFigure]):
    """Figures that sample charts may name as they like."""

    def __missing__(self, name: str) -> ResolvedFigure:
        return replace(FIGURES["drones"], id=name)


def briefing(
    *slides: Slide,
    sections: tuple[Section, ...] = (),
    charts: tuple[ResolvedChart, ...] = (),
    tables: tuple[ResolvedTable, ...] = (),
    meta: Meta | None = None,
) -> Briefing:
    """Return a briefing of one section with these slides, or of the sections given."""
    one = Section("one", words("The first section"), (), slides, (), PLACE)
    known = meta or Meta(
        title="What the ships brought",
        slug="ships",
        language="en-GB",
        date=Moment(2024, 11),
        subtitle="A count",
        edition="Edition B",
        publisher="Harbour Office",
        closing=False,
        place=Place("briefing.yaml", 1, 1),
    )
    return Briefing(
        meta=known,
        title=words(known.title),
        subtitle=words(known.subtitle),
        date=(Run("November 2024", owner=Owner("date", "2024-11")),),
        figures=_Figures(FIGURES),
        printed=PRINTED,
        sources=SOURCES,
        claims={},
        charts={chart.id: replace(chart, sources=("survey",)) for chart in charts},
        tables={table.name: table for table in tables},
        sections=sections or (one,),
        notes=(),
        fingerprint=FINGERPRINT,
    )


class _Spots(dict[Goal, PaperPart]):
    """A paper that has everything that slides refer to, on its page 88."""

    def __missing__(self, goal: Goal) -> PaperPart:
        return PaperPart(f"{goal[0]} {goal[1]}", 88)


PAPER = PaperPages(_Spots())


def planned(made: Briefing) -> DeckPlan:
    """Return the plan of a briefing that has no errors."""
    problems = Problems()
    plan = plan_deck(made, theme(), problems)
    assert not problems.errors, [str(problem) for problem in problems]
    return with_pages(plan, PAPER)


def complaints(made: Briefing) -> list[str]:
    """Return what the deck finds wrong with a briefing."""
    problems = Problems()
    plan_deck(made, theme(), problems)
    return [str(problem) for problem in problems]


def written(made: Briefing, folder: Path) -> Path:
    """Return the finished deck of a briefing."""
    path = folder / "deck.pptx"
    write_deck(planned(made), theme(), path)
    return path


@cache
def showcase() -> Briefing:
    """Return the content that has every layout and every kind of chart, resolved."""
    return _resolved(SHOWCASE)


@cache
def kinds() -> Briefing:
    """Return the content that has the kinds of chart that the other leaves out, resolved."""
    return _resolved(KINDS)


@cache
def cells() -> Briefing:
    """Return the content of what is counted in cells and from raw columns, resolved."""
    return _resolved(CELLS)


def _resolved(folder: Path) -> Briefing:
    problems = Problems()
    content = read_content(folder, problems)
    resolved = resolve(content, problems) if content is not None else None
    assert resolved is not None, [str(problem) for problem in problems]
    return resolved


@cache
def showcase_plan(size: str = "16:9") -> DeckPlan:
    """Return the plan of that content on slides of one size: "16:9" or "4:3"."""
    made = showcase()
    return planned(replace(made, meta=replace(made.meta, slide=size)))
