"""What does not fit side by side on one slide, taken apart: a slide's content in, several out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builder.outputs.pptx.compose.drafts import Draft
from builder.outputs.pptx.layouts.exhibits import too_small
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.lines import line
from builder.outputs.pptx.plan.model import ChartItem
from builder.units import Size


def taken_apart(held: SlideContent) -> tuple[SlideContent, ...]:
    """Return each chart of a slide by itself, with what it means, and after them what else stands
    there, which callouts go with; none where a chart is all there is.

    The first has the notes; of what is left out of them nothing is lost.
    """
    said = [line(chart.takeaway) for chart in held.charts]
    bare = SlideContent(
        held.title, section=held.section, hidden=held.hidden, place=held.place, apart=True
    )
    parts = [
        replace(bare, charts=(chart,), takeaways=(takeaway,) if takeaway else ())
        for chart, takeaway in zip(held.charts, said, strict=True)
    ]
    rest = replace(held, charts=(), callouts=(), notes=(), apart=True)
    if not rest.only():
        left = tuple(each for each in held.takeaways if each not in said)
        parts.append(replace(rest, takeaways=left))
    if len(parts) < 2 or not held.charts:
        return ()
    parts[0] = replace(parts[0], notes=held.notes)
    parts[-1] = replace(parts[-1], callouts=held.callouts)
    return tuple(parts)


def cramped(drafts: Sequence[Draft], size: Size) -> bool:
    """Say whether charts stand side by side, and one of them has too small a plot to be read."""
    for draft in drafts:
        plots = [
            item.plot
            for item in draft.items
            if isinstance(item, ChartItem) and not item.native.panel
        ]
        if len(plots) > 1 and any(too_small(plot, size) for plot in plots):
            return True
    return False
