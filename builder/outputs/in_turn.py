"""The files of a very long briefing made one after another, so that little is held at once: plans
in, proofs out.

Setting the paper, finishing it and making the deck would take most of the memory beside one
another. Here each of the first two is a worker's, which ends with all that it took, and hands on
what the next one needs in a file; no other runs beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from builder import workers
from builder.machine import ELSEWHERE, give_back, trying
from builder.outputs import BOTH, OUTPUTS, Medium, Plans
from builder.outputs.making import written
from builder.outputs.proof import Proof, proof

if TYPE_CHECKING:
    from builder.model.ledger import PaperPages

T = TypeVar("T")

_MANY: Final = 2000
"""Items of a paper that is made before the deck; shorter ones are done sooner beside it."""


def goes_in_turn(plans: Plans, media: tuple[Medium, ...]) -> bool:
    """Say whether these files are to be made one after another."""
    return media == BOTH and len(plans.paper.items) > _MANY and workers.has_room()


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
    give_back()  # a worker would hold it again
    pages = _apart(partial(_set_aside, plans, cache, aside, target))
    progress(OUTPUTS["paper"].making)
    paper = _apart(partial(_finished, aside, parts["paper"], target))
    progress(OUTPUTS["deck"].making)
    whole = replace(plans, deck=with_pages(plans.deck, pages))
    deck = written(whole, "deck", parts["deck"], targets["deck"], give_back=True)
    return [paper, deck]


def _apart(work: Callable[[], T]) -> T:
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
