"""Where the paper says more: what slides and notes say of it, before and once its pages are known.

    plan_deck -> DeckPlan with cross-references -> with_pages(plan, pages) -> DeckPlan to write

A cross-reference stands as a run that `refers`, one at the end of a slide's source line and each in
the last line of its notes. With the paper's pages it gets its words, which the ledger owns,
and leads to the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from builder.frozen import replace
from builder.language.dates import word
from builder.language.language import language_of
from builder.memory import remembered_of_all, same
from builder.model.blocks import ChartUse, TableUse
from builder.model.briefing import Briefing
from builder.model.ledger import Goal, PaperPages, PaperPart
from builder.model.picture import PictureUse
from builder.model.text import CrossReference, Line, Owner, Run, kept, walked, with_values
from builder.outputs.pptx.plan.deck import DeckPlan
from builder.outputs.pptx.plan.forms import PictureItem
from builder.outputs.pptx.plan.model import (
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
