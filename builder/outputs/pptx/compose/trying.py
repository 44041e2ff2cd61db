"""Slides filled by the layouts that hold them: content in; drafts, or what is wrong with it, out.

What is chosen for a slide by itself is tried: where its text does not fit the first layout that
holds its content, or would need several slides there and fewer elsewhere, the next one has it. What
does not fit side by side on one slide is taken apart: a slide's content in, several out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from builder.charts.registry import CrowdedError
from builder.outputs.pptx.compose.drafts import Draft
from builder.outputs.pptx.compose.rooms import filled, part_title
from builder.outputs.pptx.compose.slides import choose, warn_of_unshown
from builder.outputs.pptx.compose.stated import with_meaning_boxed
from builder.outputs.pptx.layouts import LAYOUTS
from builder.outputs.pptx.layouts.base import Layout, LayoutContext
from builder.outputs.pptx.layouts.exhibits import too_small
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.lines import line
from builder.outputs.pptx.plan.model import ChartItem
from builder.problems import NOWHERE, Problems
from builder.units import Size

_LEAST_PLOT: Final = 72.0
"""Points: a plot that is less high shows little, and gives way to no box below it."""


def authored(
    held: SlideContent, asked: str, context: LayoutContext, problems: Problems
) -> list[Draft]:
    """Return an author's slide on the layout asked for, else on the first that it fits; where it
    needs several slides there, on the first of those that need the fewest.

    Charts that have no room beside each other, or beside text, go on to a slide each.
    """
    layout = choose(held, asked, problems)
    if layout is None:
        return []
    best, said = _best(layout, held, asked, context)
    if said.errors or (not asked and _cramped(best, context.grid.size)):
        divided, told = _apart(held, context)
        if divided:
            best, said = divided, told
    problems.found += said.found
    return best


def drafts_of(
    layout: Layout, held: SlideContent, context: LayoutContext, problems: Problems
) -> list[Draft]:
    """Fill a layout; its continuations say in their titles which part they are."""
    if context.mapped_layouts and layout.name not in context.mapped_layouts:
        from builder.outputs.pptx.template.apply import refuse

        refuse(layout, context.briefing.meta, problems)
        return []
    try:
        context = context.on(layout)
        parts = filled(held, layout, context)
    except TooLargeError as error:
        place = held.place if error.place == NOWHERE else error.place
        problems.error(place, error.found, error.hint)
        return []
    except CrowdedError as error:
        problems.error(held.place, error.found, error.hint)
        return []
    titles = (part_title(held.title, part + 1, len(parts), context) for part in range(len(parts)))
    return [
        Draft(layout, title, items, held, held.notes if not part else ())
        for part, (title, items) in enumerate(zip(titles, parts, strict=True))
    ]


def _taken_apart(held: SlideContent) -> tuple[SlideContent, ...]:
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


def _cramped(drafts: Sequence[Draft], size: Size) -> bool:
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


def _best(
    layout: Layout, held: SlideContent, asked: str, context: LayoutContext
) -> tuple[list[Draft], Problems]:
    """Return the fewest slides that a content needs, and what there is to say of them; of none, why
    the first layout cannot hold it.
    """
    best: list[Draft] = []
    said: Problems | None = None
    for each in (layout,) if asked else _candidates(held):
        tried = Problems()
        drafts = _told(each, held, context, tried)
        if not tried.errors and (not best or len(drafts) < len(best)):
            best, said = drafts, tried
        # Who names the axes of a matrix means one, be it on two slides.
        if len(best) == 1 or (best and held.axes):
            break
        said = said or tried
    return best, said or Problems()


def _apart(held: SlideContent, context: LayoutContext) -> tuple[list[Draft], Problems]:
    """Return a content taken apart, each part on its best layout; no slides where one has none.

    What parts mean stands in the notes alone where it would need several slides.
    """
    parts, problems, found = _taken_apart(held), Problems(), []
    for number, part in enumerate(parts, 1):
        titled = replace(part, title=part_title(held.title, number, len(parts), context))
        drafts = authored(titled, "", context, problems)
        if len(drafts) > 1 and part.takeaways:
            drafts = authored(replace(titled, takeaways=()), "", context, Problems())
        found += drafts
    return ([], problems) if problems.errors else (found, problems)


def _candidates(held: SlideContent) -> Iterator[Layout]:
    """Yield the layouts that hold a slide's content without being asked for, in order."""
    return (layout for layout in LAYOUTS if not layout.asked and layout.applies(held))


def _told(
    layout: Layout, held: SlideContent, context: LayoutContext, problems: Problems
) -> list[Draft]:
    """Fill a layout; what exhibits mean stands at the body's foot where it has no place for that.

    Where it does not fit there, or leaves a chart too little room, the notes alone say it.
    """
    warn_of_unshown(layout, held, problems)
    boxed = with_meaning_boxed(held, layout)
    if boxed is not held:
        tried = Problems()
        drafts = drafts_of(layout, boxed, context, tried)
        plots = [
            item.plot
            for each in drafts
            for item in each.items
            if isinstance(item, ChartItem) and not item.native.panel
        ]
        if not tried.errors and all(plot.height >= _LEAST_PLOT for plot in plots):
            return drafts
    return drafts_of(layout, held, context, problems)
