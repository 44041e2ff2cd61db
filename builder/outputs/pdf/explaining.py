"""What the paper says first, and how wide and how tall each of its charts is, and why: a briefing
in, choices out.
"""

from __future__ import annotations

from pathlib import Path

from builder.frozen import dataclass
from builder.model.briefing import Briefing
from builder.problems import Place
from builder.theme.theme import Theme


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
    from builder.outputs.pdf.write.writer import charts_of

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
