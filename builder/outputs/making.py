"""The files of a briefing made beside one another: plans and a set paper in, proofs out.

What needs no more of the paper than the numbers of its pages is made by a worker that begins when
all is planned: it loads its tools while the paper is set, and is told the pages then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from builder import machine, workers
from builder.machine import ELSEWHERE, trying
from builder.outputs import OUTPUTS, Medium, Planned, Plans, SetOnPages
from builder.outputs.proof import Proof, proof

if TYPE_CHECKING:
    from builder.model.ledger import PaperPages

_MANY: Final = 1000
"""Items of a paper so long that memory is minded."""

Told: TypeAlias = "tuple[PaperPages, Path, Path]"
"""What a worker is told: the paper's pages, where it writes its file, and what that will be."""

Waiting: TypeAlias = Mapping[Medium, workers.Prepared[Any, Told, Proof]]
"""The workers that wait for the paper's pages."""


def waiting_for_pages(plans: Plans, media: tuple[Medium, ...], crew: ExitStack) -> Waiting:
    """Begin a worker for each file but the first that needs only the numbers of pages.

    They are gone when the crew's block is left. Of a long briefing, what planning has dropped is
    given back before: a worker would hold it again.
    """
    if _is_long(plans):
        machine.give_back()
    return {
        medium: crew.enter_context(
            workers.prepared(partial(_completed, plans, medium), OUTPUTS[medium].load)
        )
        for medium in media[1:]
        if OUTPUTS[medium].needs == "numbers" and workers.has_room()
    }


def _is_long(plans: Plans | SetOnPages) -> bool:
    return len(plans.paper.items) > _MANY


def _completed(plans: Plans, medium: Medium, told: Told) -> Proof:
    """Make one file from what is told of the paper."""
    from builder.outputs.pptx import with_pages

    pages, part, target = told
    whole = replace(plans, deck=with_pages(plans.deck, pages))
    return written(whole, medium, part, target, give_back=_is_long(plans))


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
        machine.give_back()  # python-pptx's parts lead in circles
    return proof(OUTPUTS[medium].places(laid), medium, part)


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
