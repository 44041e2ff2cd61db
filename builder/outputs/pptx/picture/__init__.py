"""Slides as pictures in plain data: a deck's plan in, a `Handout` out, without python-pptx.

A kind of item is a rule in `slide`, a type of chart one in `charts`; layouts need none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from builder.model.handout import Handout, SlideView
from builder.model.ledger import Entry
from builder.model.text import Line
from builder.outputs.pptx.picture.slide import described, picture
from builder.outputs.pptx.picture.type import Setter
from builder.outputs.pptx.plan.deck import DeckPlan
from builder.outputs.pptx.plan.ledger import BEHIND, deck_entries
from builder.problems import Problems
from builder.theme.theme import Theme

_PRINTED = ("body", "notes", "alt")


def handout(plan: DeckPlan, theme: Theme, problems: Problems) -> Handout:
    """Return every slide with its picture; characters that cannot be drawn are in `problems`."""
    deck_theme = plan.template.theme if plan.template else theme
    setter = Setter(deck_theme, problems)
    opened = {section.slides[0]: section.name for section in plan.sections}
    views = []
    for slide in plan.slides:
        lines, own = tuple(map(_outwards, slide.notes)), len(slide.notes) - slide.grounds
        views.append(
            SlideView(
                number=slide.number,
                title=slide.title.runs,
                picture=picture(slide, plan, setter),
                alt=described(slide),
                notes=lines[:own],
                grounds=lines[own:],
                section=opened.get(slide.number, ""),
                hidden=slide.hidden,
            )
        )
    return Handout(tuple(views), tuple(_owed(plan)))


def _owed(plan: DeckPlan) -> Iterator[Entry]:
    """Yield what the deck prints and its handout must too.

    Not what a user's template prints, which no plan draws; nor what charts print: PowerPoint
    leaves some of their names out, and the picture says itself which it has.
    """
    for entry in deck_entries(plan):
        if entry.channel in _PRINTED and entry.within != BEHIND:
            yield entry


def _outwards(line: Line) -> Line:
    """Return a line without links into the paper, which the handout is not."""
    return tuple(
        replace(run, link=None) if run.link and run.link.startswith("#") else run for run in line
    )


__all__ = ["handout"]
