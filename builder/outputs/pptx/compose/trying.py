"""Slides filled by the layouts that hold them: content in; drafts, or what is wrong with it, out.

What is chosen for a slide by itself is tried: where its text does not fit the first layout that
holds its content, the next one has it.
"""

from __future__ import annotations

from builder.charts.registry import CrowdedError
from builder.outputs.pptx.compose.drafts import Draft
from builder.outputs.pptx.compose.rooms import filled, part_title
from builder.outputs.pptx.compose.slides import choose, warn_of_unshown
from builder.outputs.pptx.compose.stated import with_meaning_boxed
from builder.outputs.pptx.layouts import LAYOUTS
from builder.outputs.pptx.layouts.base import Layout, LayoutContext
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.content import SlideContent
from builder.problems import NOWHERE, Problems


def authored(
    held: SlideContent, asked: str, context: LayoutContext, problems: Problems
) -> list[Draft]:
    """Return an author's slide on the layout asked for, else on the first that it fits."""
    layout = choose(held, asked, problems)
    if layout is None:
        return []
    first: Problems | None = None
    for each in (layout,) if asked else candidates(held):
        tried = Problems()
        drafts = _told(each, held, context, tried)
        if not tried.errors:
            problems.found += tried.found
            return drafts
        first = first or tried
    problems.found += first.found if first else []
    return []


def candidates(held: SlideContent) -> tuple[Layout, ...]:
    """Return the layouts that hold a slide's content without being asked for, in order."""
    return tuple(layout for layout in LAYOUTS if not layout.asked and layout.applies(held))


def _told(
    layout: Layout, held: SlideContent, context: LayoutContext, problems: Problems
) -> list[Draft]:
    """Fill a layout; what exhibits mean stands at the body's foot where it has no place for that.

    Where it does not fit there, the notes alone say it.
    """
    warn_of_unshown(layout, held, problems)
    boxed = with_meaning_boxed(held, layout)
    if boxed is not held:
        tried = Problems()
        drafts = drafts_of(layout, boxed, context, tried)
        if not tried.errors:
            return drafts
    return drafts_of(layout, held, context, problems)


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
