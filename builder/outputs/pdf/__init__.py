"""The paper: `plan_paper` says what stands on its pages, `set_paper` sets them,
`write_paper` makes the PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from builder.outputs.pdf.plan import PaperPlan, plan_paper
from builder.outputs.pdf.write import (
    NotDrawnError,
    SetPaper,
    charts_of,
    check_columns,
    check_pictures,
    finish_aside,
    put_aside,
    set_paper,
    write_paper,
)
from builder.outputs.pdf.write.watching import DrawnPage, Start, Watcher

if TYPE_CHECKING:
    from collections.abc import Mapping

    from builder.model.briefing import Briefing
    from builder.model.ledger import LedgerPlace
    from builder.problems import Problems
    from builder.theme.theme import Theme


class _LaidOut(Protocol):
    @property
    def set_paper(self) -> SetPaper: ...


def plan_checked(
    briefing: Briefing, theme: Theme, slides: Mapping[str, tuple[int, ...]], problems: Problems
) -> PaperPlan:
    """Plan the paper (see `plan_paper`), and look at its columns and pictures.

    Raises:
        ContentError: a picture cannot be drawn.
    """
    paper = plan_paper(briefing, theme, slides)
    if briefing.meta.layout.columns > 1:
        check_columns(briefing, theme, problems)
    if briefing.pictures:
        check_pictures(paper, theme, problems)
        problems.stop_on_errors()
    return paper


def make_file(laid: _LaidOut, path: Path) -> None:
    """Write the paper.

    Raises:
        OSError: the file cannot be written.
    """
    write_paper(laid.set_paper, path)


def places(laid: _LaidOut) -> tuple[LedgerPlace, ...]:
    """Return what the paper must say."""
    return laid.set_paper.places


__all__ = [
    "DrawnPage",
    "NotDrawnError",
    "PaperPlan",
    "SetPaper",
    "Start",
    "Watcher",
    "charts_of",
    "check_columns",
    "check_pictures",
    "finish_aside",
    "make_file",
    "places",
    "plan_checked",
    "plan_paper",
    "put_aside",
    "set_paper",
    "write_paper",
]
