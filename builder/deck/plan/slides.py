"""Drafts in, in order; slides with their numbers, titles, feet and notes out."""

from __future__ import annotations

from builder.deck.layouts.base import SOURCE, Desk
from builder.deck.plan.automatic import footers
from builder.deck.plan.crossing import goals, in_paper, more_in_paper, pointer
from builder.deck.plan.fit import TooLargeError
from builder.deck.plan.model import PlannedSlide, TextItem
from builder.deck.plan.sources import (
    figure_sources,
    foot_lines,
    source_ids,
    source_item,
    spoken_sources,
)
from builder.deck.plan.titles import Draft, balanced_box, titled
from builder.model.pages import Goal
from builder.model.text import Line
from builder.problems import Problems, shortened


def numbered(drafts: list[Draft], desk: Desk, problems: Problems) -> tuple[PlannedSlide, ...]:
    """Return the slides of drafts; titles and feet that do not fit are named in `problems`."""
    titles = titled(drafts, desk, problems)
    known = in_paper(desk.briefing)
    slides = []
    for number, (draft, title) in enumerate(zip(drafts, titles, strict=True), 1):
        shown = source_ids(draft.title, draft.items, desk.briefing)
        led_to = goals(draft.material.section, draft.items, known)
        on = desk.on(draft.layout)
        places = {place.index: place for place in draft.layout.placeholders(on.frame)}
        foot = _foot(draft, shown, led_to, on, problems)
        items = (*draft.items, *((foot,) if foot is not None else ()))
        grounds = _grounds(draft, shown, led_to, desk)
        slides.append(
            PlannedSlide(
                number=number,
                layout=draft.layout.name,
                title=title,
                title_box=balanced_box(draft, title, desk),
                items=on.settled(items, places),
                notes=(*draft.notes, *grounds),
                sources=shown,
                section=draft.material.section,
                grounds=len(grounds),
                hidden=draft.material.hidden,
                reveal=draft.material.reveal,
            )
        )
    return tuple(slides)


def _foot(
    draft: Draft, shown: tuple[str, ...], led_to: tuple[Goal, ...], desk: Desk, problems: Problems
) -> TextItem | None:
    """Return what stands at a slide's foot: notes of its exhibits, sources, a link to the paper.

    On a user's layout without a footer, edition and fingerprint stand there too.
    """
    places = [p for p in draft.layout.placeholders(desk.frame) if p.index == SOURCE]
    if not places:
        return None
    colour = places[0].styles[0].colour
    # On colour a link reads badly; nor is there one where the user's template has no such place.
    plain = draft.layout.background == "paper"
    linked = plain and (desk.stage is None or SOURCE in desk.stage.fitting.slots)
    more = pointer(led_to, desk.briefing.meta.language) if linked else ()
    nowhere = desk.stage is not None and desk.stage.fitting.footer is None
    lines = foot_lines(shown, draft.items, desk)
    try:
        return source_item(lines, more, footers(desk) if nowhere else (), desk, colour)
    except TooLargeError as error:
        problems.error(
            draft.material.place,
            f'the notes and sources of a slide do not fit at its foot: "{shortened(error.what)}"',
            "shorten the chart's note, or give its sources a `short` name",
        )
        return None


def _grounds(
    draft: Draft, shown: tuple[str, ...], led_to: tuple[Goal, ...], desk: Desk
) -> tuple[Line, ...]:
    """Return what notes end with: the sources of slide and notes, and where the paper says more."""
    spoken = figure_sources(draft.notes, desk.briefing)
    lines = (
        spoken_sources(dict.fromkeys((*shown, *spoken)), desk),
        more_in_paper(led_to, desk.briefing.meta.language),
    )
    return tuple(line for line in lines if line)
