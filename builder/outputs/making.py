"""The files of a briefing made: plans, or a briefing, in; files and proofs out, in one of two ways.

Beside one another: a worker plans the deck while the paper is set. Of the deck, the paper prints
the numbers of the slides that show each figure: it is set with those of the build before, which
most changes leave alone, and anew where they turn out to be others. What needs no more of the paper
than the numbers of its pages is made by a worker too, which loads its tools while the paper is set
and is told the pages then.

In turn, where the briefing is a very long one, so that little is held at once: setting the paper,
finishing it and making the deck would take most of the memory beside one another. There each of the
first two is a worker's, which ends with all that it took, and hands on what the next one needs in a
file; no other runs beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from builder import machine, workers
from builder.machine import ELSEWHERE, trying
from builder.outputs import BOTH, OUTPUTS, DeckPlans, Medium, Planned, Plans, SetOnPages
from builder.outputs.proof import Proof, proof
from builder.problems import Problem, Problems

if TYPE_CHECKING:
    from builder.model.briefing import Briefing
    from builder.model.ledger import PaperPages
    from builder.outputs.pptx import DeckPlan
    from builder.outputs.pptx.write.deck import Draft
    from builder.theme.theme import Theme

Slides: TypeAlias = Mapping[str, tuple[int, ...]]
"""The numbers of the slides that show a figure, by its id."""

Told: TypeAlias = "tuple[PaperPages, Path, Path]"
"""What a worker is told: the paper's pages, where it writes its file, and what that will be."""

Waiting: TypeAlias = Mapping[Medium, workers.Prepared[Any, Told, Proof]]
"""The workers that wait for the paper's pages."""

DeckWorker: TypeAlias = "workers.Prepared[tuple[Slides, list[Problem]], Told, Proof]"
T = TypeVar("T")

_BLOCKS: Final = 600
"""Blocks of a briefing so long that memory is minded before time."""

_LONG: Final = 1000
"""Items of a paper so long that memory is minded."""

_LONGEST: Final = 2000
"""Items of a paper that is made before the deck; shorter ones are done sooner beside it."""


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
    if not workers.is_spare() or sum(len(each.blocks) for each in briefing.sections) > _BLOCKS:
        return None
    from builder.outputs.pdf import plan_checked, set_paper
    from builder.resolve import check_coverage

    progress("planning the pages and slides")
    check_coverage(briefing, theme, problems)

    def on_pages(slides: Slides, problems: Problems) -> SetOnPages:
        plan = plan_checked(briefing, theme, slides, problems)
        return SetOnPages(briefing, theme, plan, set_paper(plan, theme, cache))

    deck = _Deck(briefing, theme)
    worker = crew.enter_context(workers.prepared(deck.made, deck.begin, deck.planned))
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


def waiting_for_pages(plans: Plans, media: tuple[Medium, ...], crew: ExitStack) -> Waiting:
    """Begin a worker for the deck, which needs only the numbers of the paper's pages.

    It is gone when the crew's block is left. Of a long briefing, what planning has dropped is
    given back before: a worker would hold it again.
    """
    long = _is_long(plans)
    if long:
        machine.give_back()
    if "deck" not in media[1:] or not workers.has_room():
        return {}
    deck = _Deck(plans.briefing, plans.theme, plans.deck, long=long)
    return {"deck": crew.enter_context(workers.prepared(deck.made, deck.begin))}


def made(
    laid: SetOnPages,
    parts: Mapping[Medium, Path],
    targets: Mapping[Medium, Path],
    waiting: Waiting,
    progress: Callable[[str], None],
) -> list[Proof]:
    """Write each file and read it back, all beside the first.

    What is laid out is let go as soon as nothing more is made of it.

    Raises:
        MachineError: one cannot be written.
    """
    long = _is_long(laid)

    def one(laid: Planned, medium: Medium) -> Proof:
        return written(laid, medium, parts[medium], targets[medium], give_back=long)

    with ExitStack() as left:
        first, *others = parts
        results = {}
        for each in others:
            if each in waiting:
                waiting[each].begin((laid.set_paper.pages, parts[each], targets[each]))
                results[each] = waiting[each].result
            else:
                results[each] = left.enter_context(workers.beside(partial(one, laid, each)))
        progress(OUTPUTS[first].making)
        proofs = [one(laid, first)]
        del laid
        if long:
            machine.give_back()
        for medium, wait in results.items():
            progress(OUTPUTS[medium].making)
            proofs.append(wait())
    return proofs


def goes_in_turn(plans: Plans, media: tuple[Medium, ...]) -> bool:
    """Say whether these files are to be made one after another."""
    return media == BOTH and len(plans.paper.items) > _LONGEST and workers.has_room()


def made_in_turn(
    plans: Plans,
    cache: Path | None,
    parts: Mapping[Medium, Path],
    targets: Mapping[Medium, Path],
    aside: Path,
    progress: Callable[[str], None],
) -> list[Proof]:
    """Write the paper and read it back, then the deck; `aside` is where one worker leaves the next
    what it goes on with.

    Raises:
        ContentError: a font lacks a character of the content, or a chart is taller than a page.
        MachineError: a file cannot be written.
    """
    from builder.outputs.pptx import with_pages

    target = targets["paper"]
    progress("setting the paper")
    machine.give_back()  # a worker would hold it again
    pages = _by_a_worker(partial(_set_aside, plans, cache, aside, target))
    progress(OUTPUTS["paper"].making)
    paper = _by_a_worker(partial(_finished, aside, parts["paper"], target))
    progress(OUTPUTS["deck"].making)
    whole = replace(plans, deck=with_pages(plans.deck, pages))
    deck = written(whole, "deck", parts["deck"], targets["deck"], give_back=True)
    return [paper, deck]


def written(
    laid: Planned, medium: Medium, part: Path, target: Path, *, give_back: bool = False
) -> Proof:
    """Write a file and read it back; between them `give_back` memory that nothing uses.

    Raises:
        MachineError: it cannot be written.
    """
    with trying("written", target, ELSEWHERE):
        OUTPUTS[medium].write(laid, part)
    if give_back:
        machine.give_back()
    return proof(OUTPUTS[medium].places(laid), medium, part)


class _Deck:
    """A deck that is planned, begun while the paper is set, and made when its pages are told."""

    def __init__(
        self, briefing: Briefing, theme: Theme, plan: DeckPlan | None = None, *, long: bool = False
    ) -> None:
        self._briefing, self._theme, self._plan, self._long = briefing, theme, plan, long
        self._begun: Draft | None = None

    def planned(self) -> tuple[Slides, list[Problem]]:
        """Plan it; return what the paper prints of it, and what is wrong with it."""
        from builder.outputs.pptx import plan_deck, slides_by_figure

        problems = Problems()
        self._plan = plan_deck(self._briefing, self._theme, problems)
        return slides_by_figure(self._plan), problems.found

    def begin(self) -> None:
        """Load what makes it and, unless memory is minded, write what does not wait for pages."""
        from builder.outputs.pptx import begin_deck

        OUTPUTS["deck"].load()
        if self._plan is not None and not self._long:
            self._begun = begin_deck(self._plan, self._theme)

    def made(self, told: Told) -> Proof:
        """Write it and read it back."""
        from builder.outputs.pptx import plan_deck, with_pages

        pages, part, target = told
        plan = self._plan or plan_deck(self._briefing, self._theme, Problems())
        deck = with_pages(plan, pages)
        plans = DeckPlans(self._briefing, self._theme, deck, begun=self._begun)
        return written(plans, "deck", part, target, give_back=self._long)


def _is_long(plans: Plans | SetOnPages) -> bool:
    return len(plans.paper.items) > _LONG


def _by_a_worker(work: Callable[[], T]) -> T:
    """Return what a worker returns, or raise what the work raises here."""
    with workers.beside(work) as result:
        return result()


def _set_aside(plans: Plans, cache: Path | None, aside: Path, target: Path) -> PaperPages:
    """Set the paper and put aside what it is finished from; return its pages."""
    from builder.outputs.pdf import put_aside, set_paper

    paper = [set_paper(plans.paper, plans.theme, cache)]
    with trying("written", target, ELSEWHERE):
        return put_aside(paper.pop(), aside)  # handed over: it takes much memory


def _finished(aside: Path, part: Path, target: Path) -> Proof:
    """Write the paper that was put aside and read it back."""
    from builder.outputs.pdf import finish_aside

    with trying("written", target, ELSEWHERE):
        places = finish_aside(aside, part)
    return proof(places, "paper", part)
