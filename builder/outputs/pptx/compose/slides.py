"""What stands on a slide in, its layout out; drafts in, in order, slides with their numbers,
titles, feet and notes out.

Each title has its size and its box, and is unlike any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from builder.charts.registry import DIAGRAMS, kind_of
from builder.frozen import replace
from builder.memory import remembered_of, same
from builder.model.chart import ResolvedChart
from builder.model.ledger import Goal
from builder.model.text import Line, plain
from builder.outputs.pptx.compose.asked import planned_again
from builder.outputs.pptx.compose.automatic import (
    figure_sources,
    foot_lines,
    footers,
    last_footers,
    source_ids,
    source_item,
)
from builder.outputs.pptx.compose.drafts import Draft, balanced_box, settled, titled
from builder.outputs.pptx.compose.feet_and_notes import (
    goals,
    in_paper,
    more_in_paper,
    pointer,
    spoken_sources,
    unheard_hedges,
)
from builder.outputs.pptx.compose.order import Tracked, tracked, tracker_item
from builder.outputs.pptx.layouts import BY_NAME, LAYOUTS
from builder.outputs.pptx.layouts.base import Layout, LayoutContext
from builder.outputs.pptx.layouts.tiles import icon_of
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.model import (
    SOURCE,
    Paragraph,
    PlannedSlide,
    TextItem,
)
from builder.problems import Problems, known_names, shortened

_BYTES: Final = 20_000  # that a slide takes
_APART: Final = ("points", "parts", "charts", "tables", "pictures", "figures", "quotes", "answers")


def choose(content: SlideContent, asked: str, problems: Problems) -> Layout | None:
    """Return the layout that the author asks for, else the first that holds the content."""
    if asked:
        return _asked(content, asked, problems)
    for layout in LAYOUTS:
        if not layout.asked and layout.applies(content):
            return layout
    held = held_in_words(content)
    if not held:
        problems.error(
            content.place,
            f'the slide "{plain(content.title)}" holds nothing but its headline',
            "give it points, a chart, a table, a picture, figures, a quotation or a question",
        )
        return None
    problems.error(
        content.place,
        f'no layout holds {held} together, as the slide "{plain(content.title)}" does',
        f"split it into several slides, such as {_offers(content)}",
    )
    return None


def _asked(content: SlideContent, asked: str, problems: Problems) -> Layout | None:
    layout = BY_NAME.get(asked)
    if layout is None:
        hint = known_names(asked, [one.name for one in LAYOUTS])
        problems.error(content.place, f'unknown layout "{asked}"', hint)
    elif not (layout.takes or layout.applies)(content):
        held, count = held_in_words(content) or "nothing", len(content.points)
        held += f" in {count} points or paragraphs" if held == "text" and count > 1 else ""
        problems.error(
            content.place,
            f'the layout "{asked}" cannot hold {held}',
            f"it holds {layout.holds}; leave :layout: out, and the layout follows from the content",
        )
        return None
    return layout


def _offers(content: SlideContent) -> str:
    """Return how the parts of a slide are held singly, each with its layout."""
    found = []
    for kept in _APART:
        left: dict[str, Any] = dict.fromkeys(
            ({*_APART, "takeaways", "callouts", "axes"} - {kept}), ()
        )
        alone = replace(content, **left)
        held = held_in_words(alone)
        layout = next((one for one in LAYOUTS if not one.asked and one.applies(alone)), None)
        if held and layout is not None:
            found.append(f"one with {held} ({layout.name})")
    return " and ".join(found) or "each with one of them"


def held_in_words(content: SlideContent) -> str:
    """Return what a slide holds in words, for messages."""
    diagrams = content.diagrams
    kinds = (
        ("points", "text", bool(content.points)),
        ("parts headed by ##", "a part headed by ##", len(content.parts)),
        ("charts", "a chart", len(content.charts) - len(diagrams)),
        *((many, one, count) for (one, many), count in _counted(diagrams)),
        ("tables", "a table", len(content.tables)),
        ("pictures", "a picture", len(content.pictures)),
        ("figures", "figures", bool(content.figures)),
        ("quotes", "a quotation", len(content.quotes)),
        ("questions", "a question", len(content.answers)),
    )
    said = [
        one if int(count) == 1 else f"{int(count)} {many}" for many, one, count in kinds if count
    ]
    if len(said) < 2:
        return "".join(said)
    return f"{', '.join(said[:-1])} and {said[-1]}"


def _counted(charts: tuple[ResolvedChart, ...]) -> list[tuple[tuple[str, str], int]]:
    """Return what diagrams are called in messages, and how many there are of each kind."""
    counts = Counter(chart.kind for chart in charts)
    return [(kind_of(name).counted, counts[name]) for name in DIAGRAMS if counts[name]]


def warn_of_unshown(layout: Layout, content: SlideContent, problems: Problems) -> None:
    """Warn of icons and axes on a slide whose layout has no place for them."""
    icons = [icon_of(point.runs) for point in content.lines]
    icon = next(filter(None, icons), "")
    if icon and "icons" not in layout.shows:
        problems.warning(
            content.place,
            f'the icon "{icon}" is not shown: the slide\'s layout is "{layout.name}"',
            "icons stand on cards: three to six short points, each with its icon, or "
            ":layout: point-cards",
        )
    if content.axes and "axes" not in layout.shows:
        problems.warning(
            content.place,
            f':x: and :y: are not shown: the slide\'s layout is "{layout.name}"',
            "a matrix has four parts, each headed by ## with a few words below it, and no more",
        )


def numbered(
    drafts: list[Draft], context: LayoutContext, problems: Problems
) -> tuple[PlannedSlide, ...]:
    """Return the slides of drafts; titles and feet that do not fit are named in `problems`."""
    titles = titled(drafts, context, problems)
    known = in_paper(context.briefing)
    sections = tracked(
        (d.content.section for d in drafts if not d.content.hidden), context.briefing
    )
    bearer = bearing([draft.layout for draft in drafts], context)
    named = same("sections of a deck", sections)
    slides = []
    for number, (draft, title) in enumerate(zip(drafts, titles, strict=True), 1):
        led_to = goals(draft.content.section, draft.items, known)
        wordings = last_footers(context) if number == bearer else footers(context)
        made = partial(_slide, draft, title, (led_to, wordings), named, context)
        bare = planned_again((draft, named), (title, led_to), context, made, problems)
        made = partial(replace, bare, number=number)
        slides.append(remembered_of(bare, ("number", number), made, lambda _: _BYTES))
    return tuple(slides)


def _slide(
    draft: Draft,
    title: Paragraph,
    ends: tuple[tuple[Goal, ...], tuple[Line, ...]],
    sections: tuple[Tracked, ...],
    context: LayoutContext,
    problems: Problems,
) -> PlannedSlide:
    """Return a slide that lacks only its number; `ends` are as `_foot` takes them."""
    shown = source_ids(draft.title, draft.items, context.briefing)
    on = context.on(draft.layout)
    places = {place.index: place for place in draft.layout.places(on.frame)}
    foot = _foot(draft, shown, ends, on, problems)
    head = tracker_item(draft.layout, draft.content.section, sections, on)
    items = (*head, *draft.items, *((foot,) if foot is not None else ()))
    grounds = _grounds(draft, shown, ends[0], context)
    return PlannedSlide(
        number=0,
        layout=draft.layout.name,
        title=title,
        title_box=balanced_box(draft, title, context),
        items=settled(items, places, on),
        notes=(*draft.notes, *grounds),
        sources=shown,
        section=draft.content.section,
        grounds=len(grounds),
        hidden=draft.content.hidden,
        reveal=draft.content.reveal,
    )


def bearing(layouts: Sequence[Layout], context: LayoutContext) -> int:
    """Return the number of the last slide that has a foot to bear the fingerprint, 0 for none."""
    return max((n for n, each in enumerate(layouts, 1) if _has_foot(each, context)), default=0)


def _has_foot(layout: Layout, context: LayoutContext) -> bool:
    mapped = context.on(layout).mapped_layout
    if mapped is None:
        return layout.furniture
    lines = (place.index for place in layout.placeholders(mapped.frame))
    return mapped.mapping.footer is not None or SOURCE in lines


def _foot(
    draft: Draft,
    shown: tuple[str, ...],
    ends: tuple[tuple[Goal, ...], tuple[Line, ...]],
    context: LayoutContext,
    problems: Problems,
) -> TextItem | None:
    """Return what stands at a slide's foot: notes of its exhibits, sources, a link to the paper.

    `ends` are the places of the paper that it leads to, and the footer's wordings: on a user's
    layout without a footer they stand there too.
    """
    places = [p for p in draft.layout.places(context.frame) if p.index == SOURCE]
    if not places:
        return None
    colour = places[0].styles[0].colour
    # On colour a link reads badly; nor is there one where the user's template has no such place.
    plain = draft.layout.background == "paper"
    mapping = context.mapped_layout.mapping if context.mapped_layout else None
    linked = plain and (mapping is None or SOURCE in mapping.slots)
    led_to, wordings = ends
    more = pointer(led_to, context.briefing.meta.language) if linked else ()
    nowhere = mapping is not None and mapping.footer is None
    lines = foot_lines(shown, draft.items, context)
    try:
        return source_item(lines, more, wordings if nowhere else (), context, colour)
    except TooLargeError as error:
        problems.error(
            draft.content.place,
            f'the notes and sources of a slide do not fit at its foot: "{shortened(error.what)}"',
            "shorten the chart's note, or give its sources a `short` name",
        )
        return None


def _grounds(
    draft: Draft, shown: tuple[str, ...], led_to: tuple[Goal, ...], context: LayoutContext
) -> tuple[Line, ...]:
    """Return what notes end with: hedges that its charts leave unheard, the sources of slide and
    notes, and where the paper says more.
    """
    spoken = figure_sources(draft.notes, context.briefing)
    lines = (
        *unheard_hedges(draft.items, draft.notes, context.briefing),
        spoken_sources(dict.fromkeys((*shown, *spoken)), context),
        more_in_paper(led_to, context.briefing.meta.language),
    )
    return tuple(line for line in lines if line)
