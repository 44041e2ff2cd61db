"""The paper: `plan_paper` says what stands on its pages, `set_paper` sets them, `write_paper` makes
the PDF.

`opening_explained` and `charts_explained` take a briefing and return what was chosen for it: what
the paper says first, how wide and how tall each of its charts is, and why.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from builder.frozen import dataclass
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
from builder.problems import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from builder.model.briefing import Briefing
    from builder.model.ledger import LedgerPlace
    from builder.problems import Problems
    from builder.theme.theme import Theme

__all__ = [
    "ChartChoice",
    "DrawnPage",
    "NotDrawnError",
    "OpeningChoice",
    "PaperPlan",
    "SetPaper",
    "Start",
    "Watcher",
    "charts_explained",
    "charts_of",
    "check_columns",
    "check_pictures",
    "finish_aside",
    "make_file",
    "opening_explained",
    "places",
    "plan_checked",
    "plan_paper",
    "put_aside",
    "set_paper",
    "write_paper",
]


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


@dataclass(frozen=True)
class ChartChoice:
    """What was chosen for a chart of the paper; lengths are points."""

    chart: str
    place: Place
    width: float
    height: float
    because: str


@dataclass(frozen=True)
class OpeningChoice:
    """What the paper's cover, or the head of its first page, says below the title."""

    says: str
    because: str
    place: Place


def opening_explained(briefing: Briefing) -> OpeningChoice:
    """Return which sentence the paper opens with, and how to have it say what is to be kept."""
    meta = briefing.meta
    if meta.message:
        return OpeningChoice("the message", "message: states it", meta.message.place)
    first = "its cover says the first finding" if meta.findings else "it opens with the title alone"
    advice = "state the one sentence to keep by message:"
    return OpeningChoice("no message", f"{first}; {advice}", meta.place)


def charts_explained(
    briefing: Briefing, theme: Theme, cache: Path | None
) -> tuple[ChartChoice, ...]:
    """Return what was chosen for each chart that stands in the text, in order."""
    from builder.charts import display_list
    from builder.outputs.pdf.write.context import geometry

    column = geometry(briefing.meta.page, theme, briefing.meta.layout).column
    found = []
    for chart, width, margin in charts_of(briefing, theme):
        if width > column.width + 1:
            because = "across the page: a diagram, or more categories than the text column holds"
        elif width < column.width - 1:
            because = "beside the text, in the margin"
        elif margin.width > 0:
            because = "as wide as the text, its title and note in the margin"
        else:
            because = "as wide as the text column"
        height = display_list(chart, theme, width, cache, margin).height
        found.append(ChartChoice(chart.id, chart.place, width, height, because))
    return tuple(found)


class _LaidOut(Protocol):
    @property
    def set_paper(self) -> SetPaper: ...
