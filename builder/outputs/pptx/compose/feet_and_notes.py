"""What feet and notes of slides say beside what is shown: its sources, where the paper says more,
and hedges that nobody hears. Takes ids of sources, returns how slides and notes name them, short or
in full; takes slides as planned, returns them with the paper's pages:

    plan_deck -> DeckPlan with cross-references -> with_pages(plan, pages) -> DeckPlan to write

A cross-reference stands as a run that `refers`, one at the end of a slide's source line and each in
the last line of its notes. With the paper's pages it gets its words, which the ledger owns, and
leads to the page.

A native chart holds bare numbers, and a listener who steps through them hears no hedge. Where the
chart's alternate text has no room for all values that have one, the slide's notes say the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from builder.charts.telling.teller import Pair, Teller
from builder.facts.printing import capitalised
from builder.facts.sources import named_first
from builder.frozen import replace
from builder.language.dates import printed_date, word
from builder.language.language import language_of
from builder.memory import remembered_of_all, same
from builder.model.blocks import ChartUse, TableUse
from builder.model.briefing import Briefing
from builder.model.chart import ResolvedChart
from builder.model.figure import Source
from builder.model.ledger import Goal, PaperPages, PaperPart
from builder.model.picture import PictureUse
from builder.model.text import (
    CrossReference,
    Line,
    Owner,
    Run,
    join,
    kept,
    plain,
    walked,
    with_values,
)
from builder.outputs.pptx.layouts.base import LayoutContext
from builder.outputs.pptx.plan.deck import DeckPlan
from builder.outputs.pptx.plan.forms import PictureItem
from builder.outputs.pptx.plan.lines import line
from builder.outputs.pptx.plan.model import (
    FREE,
    ChartItem,
    GroupItem,
    Item,
    Paragraph,
    PlannedSlide,
    TableItem,
    TextItem,
)
from builder.problems import NOWHERE

_WIDEST: Final = "000"
"""Stands for a page number where room is kept for it; digits are of one width."""
_BYTES: Final = 20_000  # that a slide takes


def spoken_sources(ids: Iterable[str], context: LayoutContext) -> Line:
    """Return "Sources: ..." for the notes, each in full; nothing where there is none."""
    named: dict[str, Line] = {}
    for key in named_first(ids, context.briefing.sources):
        found = context.briefing.sources[key]
        line = in_full(found, context) if found.stated else (name_run(found, context),)
        if found.cite:
            line = _within_a_line(line)
        named.setdefault(plain(line), line)
    if not named:
        return ()
    before, _, after = context.word("spoken_sources", sources="\0").partition("\0")
    runs = [Run(before), *join(named.values(), context.language.semicolon)]
    end = after if runs[-1].text.endswith(".") else f"{after}."
    return (*runs, Run(end)) if end else tuple(runs)


def in_full(source: Source, context: LayoutContext) -> Line:
    """Return who says it, in what, and when; of a work that is cited, its entry."""
    if source.cite:
        return line(source.full)
    parts: list[Line] = [(owned(source.publisher, source),)] if source.publisher else []
    parts.append((owned(source.title, source),))
    if source.date is not None:
        said = printed_date(source.date, "full", context.briefing.meta.language)
        owner = Owner("date", source.date.iso())
        parts.append((Run(said, owner=owner, place=source.place),))
    return join(parts, ", ")


def listed(source: Source, context: LayoutContext) -> Line:
    """Return a source as the list gives it: in full, where to find it, what must be said of it."""
    first, *rest = in_full(source, context)
    if source.cite:
        return (first, *rest)
    runs = [replace(first, text=capitalised(first.text), strong=True), *rest]
    if source.url:
        shown = owned(source.url.removeprefix("https://").removeprefix("http://"), source)
        runs += [Run(", "), replace(shown, link=source.address)]
    if source.note:
        stop = " " if plain(tuple(runs)).endswith((".", "!", "?")) else ". "
        runs += [Run(stop), owned(capitalised(source.note), source)]
    return tuple(runs)


def source_line(ids: Iterable[str], context: LayoutContext) -> Line:
    """Return "Source: ..." with the sources' short names, what is not stated last."""
    named: dict[str, Run] = {}
    for key in named_first(ids, context.briefing.sources):
        run = name_run(context.briefing.sources[key], context)
        named.setdefault(run.text, run)
    before, _, after = context.word("sources_line", sources="\0").partition("\0")
    runs = [Run(before), *join(((run,) for run in named.values()), context.language.semicolon)]
    return (*runs, *((Run(after),) if after else ()))


def name_run(source: Source, context: LayoutContext) -> Run:
    """Return how slides name a source; after "Source:", one that is not stated is just that."""
    if not source.stated:
        return Run(context.word("not_stated"))
    return owned(source.short or source.title, source)


def owned(text: str, source: Source) -> Run:
    """Return a run of a source's own words, owned where they hold digits."""
    if not any(character.isnumeric() for character in text):
        return Run(text, place=source.place)
    named = Owner("reference", source.cite, "short") if source.cite else Owner("name", source.id)
    return Run(text, owner=named, place=source.place)


def unheard_hedges(
    items: Iterable[Item], notes: Iterable[Line], briefing: Briefing
) -> Iterator[Line]:
    """Yield of each chart its values with a hedge that neither its alternate text nor notes say."""
    spoken = "\n".join(map(plain, notes))
    for item in items:
        if isinstance(item, ChartItem) and item.placeholder != FREE:
            chart = briefing.charts[item.chart]
            teller = Teller(chart, lambda id: _in_full(briefing.printed[id]["full"]))
            said = f"{plain(item.alt)}\n{spoken}"
            left = [pair for pair in _hedged(chart) if not _says(said, teller.value(pair[1]))]
            if left:
                yield _sentence(chart, left, teller)


def in_paper(briefing: Briefing) -> frozenset[Goal]:
    """Return every section, chart and table that the paper has."""
    found: set[Goal] = set()
    for section in briefing.sections:
        if section.blocks:
            found.add(("sec", section.id))
        for block in walked(section.blocks):
            if isinstance(block, ChartUse):
                found.add(("fig", block.name))
            elif isinstance(block, TableUse):
                found.add(("tbl", block.name))
            elif isinstance(block, PictureUse) and not block.decorative:
                found.add(("fig", block.name))
    return frozenset(found)


def goals(section: str, items: Iterable[Item], known: frozenset[Goal]) -> tuple[Goal, ...]:
    """Return what of the paper a slide belongs to and shows: its section, charts and tables."""
    shown: list[Goal] = [("sec", section)]
    for item in items:
        if isinstance(item, TableItem):
            shown.append(("tbl", item.table))
        elif isinstance(item, ChartItem) or (isinstance(item, GroupItem) and item.chart):
            shown.append(("fig", item.chart))
        elif isinstance(item, PictureItem):
            shown.append(("fig", item.picture))
    return tuple(goal for goal in dict.fromkeys(shown) if goal in known)


def pointer(led_to: tuple[Goal, ...], language: str) -> Line:
    """Return the link at a slide's foot: to the first chart or table, else to the section."""
    if not led_to:
        return ()
    kind, name = next((goal for goal in led_to if goal[0] != "sec"), led_to[0])
    said = word(language, "paper_page", page=_WIDEST)
    return (Run(said, refers=CrossReference(kind, name, NOWHERE)),)


def more_in_paper(led_to: tuple[Goal, ...], language: str) -> Line:
    """Return the line of the notes that says where the paper says more."""
    if not led_to:
        return ()
    before, _, after = word(language, "in_paper", places="\0").partition("\0")
    runs = [Run(before)]
    for at, (kind, name) in enumerate(led_to):
        runs += [Run(language_of(language).semicolon)] if at else []
        runs.append(Run("", refers=CrossReference(kind, name, NOWHERE)))
    return (*runs, Run(after))


def with_pages(plan: DeckPlan, pages: PaperPages) -> DeckPlan:
    """Return the deck with its cross-references in words, each leading to its page of the paper.

    Raises:
        KeyError: the paper has no such part, which `plan_deck` should have known.
    """
    named = same("pages of a paper", pages)
    kind = "completed", plan.slug, plan.language
    slides = tuple(
        remembered_of_all(
            (slide, named), kind, _Slide(slide, plan, named).completed, lambda _: _BYTES
        )
        for slide in plan.slides
    )
    return replace(plan, slides=slides)


class _Slide:
    """Completes one slide."""

    def __init__(self, slide: PlannedSlide, plan: DeckPlan, pages: PaperPages) -> None:
        self.slide, self.plan, self.pages = slide, plan, pages

    def completed(self) -> PlannedSlide:
        slide = self.slide
        items = tuple(
            self._item(item) if isinstance(item, TextItem) else item for item in slide.items
        )
        notes = tuple(self._line(line, self._in_full) for line in slide.notes)
        return with_values(slide, items=kept(slide.items, items), notes=kept(slide.notes, notes))

    def _item(self, item: TextItem) -> TextItem:
        paragraphs = tuple(map(self._paragraph, item.paragraphs))
        return with_values(item, paragraphs=kept(item.paragraphs, paragraphs))

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        return with_values(paragraph, runs=self._line(paragraph.runs, self._in_short))

    def _line(self, line: Line, say: Callable[[PaperPart], str]) -> Line:
        """Return a line with its cross-references in words."""
        if not any(run.refers for run in line):
            return line
        return tuple(self._said(run, say) for run in line)

    def _said(self, run: Run, say: Callable[[PaperPart], str]) -> Run:
        if run.refers is None:
            return run
        spot = self.pages.spots[run.refers.kind, run.refers.name]
        said = say(spot)
        owner = Owner("furniture", said, "reference")
        link = f"{self.plan.slug}.pdf#page={spot.page}"
        return replace(run, text=said, link=link, owner=owner, refers=None)

    def _in_full(self, spot: PaperPart) -> str:
        return word(self.plan.language, "on_page", place=spot.called, page=spot.page)

    def _in_short(self, spot: PaperPart) -> str:
        return word(self.plan.language, "paper_page", page=spot.page)


def _within_a_line(entry: Line) -> Line:
    """Return an entry of the references as it stands among others, without its full stop."""
    *before, last = (
        replace(run, owner=replace(run.owner, form="spoken")) if run.owner else run for run in entry
    )
    return (*before, replace(last, text=last.text.removesuffix(".")))


def _in_full(printed: Line) -> Run:
    return replace(printed[0], text=plain(printed))


def _hedged(chart: ResolvedChart) -> Iterator[Pair]:
    several = len(chart.series) > 1
    for series in chart.series:
        for name, datum in zip(chart.categories, series.data, strict=True):
            if datum.hedge is not None and datum.value is not None:
                yield ((series.name, Run(", "), name) if several else (name,)), datum
    for point in chart.points:
        for plotted in (point.x, point.y, point.size):
            if plotted is not None and plotted.hedge is not None:
                yield (point.label,), plotted


def _says(text: str, value: Run) -> bool:
    return re.search(rf"{re.escape(value.text)}(?!\d)", text, re.IGNORECASE) is not None


def _sentence(chart: ResolvedChart, left: Iterable[Pair], teller: Teller) -> Line:
    title = tuple(replace(run, claim=None, link=None) for run in chart.title if run.note is None)
    head = (*title, Run(teller.language.colon)) if title else ()
    return (*head, *teller.pairs(left), Run("."))
