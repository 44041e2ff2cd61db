"""From a content folder to what will stand on pages and slides.

    content/ -> sources -> resolve -> plans -> the paper laid out, the deck complete

The register of the paper names slides, and the slides' notes name pages of the paper. That is no
circle: notes do not change the slides' numbers, so the paper is planned and laid out beside a deck
whose notes leave the pages open, and the deck is completed from the paper's pages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from builder.problems import Problems

if TYPE_CHECKING:
    from builder.deck import DeckPlan
    from builder.model.briefing import Briefing
    from builder.paper import PaperPlan, SetPaper
    from builder.theme.theme import Theme

Progress: TypeAlias = Callable[[str], None]


@dataclass(frozen=True)
class Plans:
    """What will stand in the files; the deck does not know the paper's pages yet."""

    briefing: Briefing
    theme: Theme
    paper: PaperPlan
    deck: DeckPlan


@dataclass(frozen=True)
class LaidOut(Plans):
    """The plans with the paper on its pages, and a deck that names them."""

    set_paper: SetPaper

    @cached_property
    def set_handout(self) -> SetPaper:
        """The handout on its pages, which are made where one is asked for.

        Raises:
            ContentError: a font lacks a character of the slides.
        """
        from builder.deck import handout
        from builder.paper import plan_handout, set_paper

        problems = Problems()
        slides = handout(self.deck, self.theme, problems)
        problems.stop_on_errors()
        return set_paper(plan_handout(slides, self.briefing), self.theme, None)


def silent(_stage: str) -> None:
    """Report no progress."""


def plan(folder: Path, problems: Problems, progress: Progress = silent) -> Plans:
    """Read, resolve and plan a content folder.

    Raises:
        ContentError: something in the content must be mended first; all of it is named.
    """
    from builder.deck import plan_deck, slides_by_figure
    from builder.paper import plan_paper
    from builder.resolve import check_coverage

    briefing, theme = resolved(folder, problems, progress)
    progress("planning the pages and slides")
    check_coverage(briefing, theme, problems)
    deck = plan_deck(briefing, theme, problems)
    problems.stop_on_errors()
    paper = plan_paper(briefing, theme, slides_by_figure(deck))
    return Plans(briefing, theme, paper, deck)


def lay_out(plans: Plans, cache: Path | None = None, progress: Progress = silent) -> LaidOut:
    """Set the paper on its pages and complete the deck; `cache` holds what builds can use again.

    Raises:
        ContentError: a font lacks a character of the content, or a chart is taller than a page.
    """
    from builder.deck import with_pages
    from builder.paper import set_paper

    progress("setting the paper")
    paper = set_paper(plans.paper, plans.theme, cache)
    deck = with_pages(plans.deck, paper.pages)
    return LaidOut(plans.briefing, plans.theme, plans.paper, deck, paper)


def resolved(
    folder: Path, problems: Problems, progress: Progress = silent
) -> tuple[Briefing, Theme]:
    """Read and resolve a content folder: every figure has its value, every text its words.

    Raises:
        ContentError: something in the content must be mended first; all of it is named.
    """
    from builder.resolve import resolve
    from builder.sources import read_content, read_theme

    progress("reading the content")
    content = read_content(folder, problems)
    theme = None
    if content is not None:
        place = content.meta.places.get("theme", content.meta.place)
        theme = read_theme(content.meta.theme, folder, problems, place)
        progress("resolving the figures")
        briefing = resolve(content, problems)
        if briefing is not None and briefing.meta.since:
            from builder.editions import with_changes

            progress("comparing with the earlier edition")
            briefing = with_changes(briefing, folder, problems)
    problems.stop_on_errors()
    if content is None or theme is None or briefing is None:
        raise AssertionError("a stage gave nothing and named no problem")
    return briefing, theme
