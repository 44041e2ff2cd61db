"""The paper set while a worker plans the deck: a briefing in; the paper on its pages out, and who
makes the deck once it is told of them.

Of the deck, the paper prints the numbers of the slides that show each figure. It is set with those
of the build before, which most changes leave alone, and anew where they turn out to be others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from builder import workers
from builder.outputs import OUTPUTS, DeckPlans, SetOnPages
from builder.outputs.making import Told, written
from builder.problems import Problem, Problems

if TYPE_CHECKING:
    from builder.model.briefing import Briefing
    from builder.outputs.pptx import DeckPlan
    from builder.outputs.proof import Proof
    from builder.theme.theme import Theme

Slides: TypeAlias = Mapping[str, tuple[int, ...]]
"""The numbers of the slides that show a figure, by its id."""

DeckWorker: TypeAlias = "workers.Prepared[tuple[Slides, list[Problem]], Told, Proof]"

_MANY: Final = 600
"""Blocks of so long a briefing that memory is minded before time."""


class _Deck:
    """A deck that is planned, and made when the paper's pages are told."""

    def __init__(self, briefing: Briefing, theme: Theme) -> None:
        self._briefing, self._theme = briefing, theme
        self._plan: DeckPlan | None = None

    def planned(self) -> tuple[Slides, list[Problem]]:
        """Plan it; return what the paper prints of it, and what is wrong with it."""
        from builder.outputs.pptx import plan_deck, slides_by_figure

        problems = Problems()
        self._plan = plan_deck(self._briefing, self._theme, problems)
        return slides_by_figure(self._plan), problems.found

    def made(self, told: Told) -> Proof:
        """Write it and read it back."""
        from builder.outputs.pptx import plan_deck, with_pages

        pages, part, target = told
        plan = self._plan or plan_deck(self._briefing, self._theme, Problems())
        deck = DeckPlans(self._briefing, self._theme, with_pages(plan, pages))
        return written(deck, "deck", part, target)


def paper_set_beside(
    briefing: Briefing,
    theme: Theme,
    supposed: Slides,
    problems: Problems,
    cache: Path | None,
    crew: ExitStack,
    progress: Callable[[str], None],
) -> tuple[SetOnPages, Slides, DeckWorker] | None:
    """Set the paper while a worker plans the deck; it is gone when the crew's block is left.

    `supposed` are the slides of the build before. None where no processor is to spare, or the
    briefing is a long one.

    Raises:
        ContentError: something in the content must be mended first; all of it is named.
    """
    if not workers.is_spare() or sum(len(each.blocks) for each in briefing.sections) > _MANY:
        return None
    from builder.outputs.pdf import plan_checked, set_paper
    from builder.resolve import check_coverage

    progress("planning the pages and slides")
    check_coverage(briefing, theme, problems)

    def on_pages(slides: Slides, problems: Problems) -> SetOnPages:
        plan = plan_checked(briefing, theme, slides, problems)
        return SetOnPages(briefing, theme, plan, set_paper(plan, theme, cache))

    deck = _Deck(briefing, theme)
    worker = crew.enter_context(workers.prepared(deck.made, OUTPUTS["deck"].load, deck.planned))
    progress("setting the paper")
    paper, told = None, Problems()
    with suppress(Exception):  # it is raised below, after what is wrong with the deck
        paper = on_pages(supposed, told)
    slides, found = worker.first()
    problems.found += found
    problems.stop_on_errors()
    if paper is None or slides != supposed:
        return on_pages(slides, problems), slides, worker
    problems.found += told.found
    return paper, slides, worker
