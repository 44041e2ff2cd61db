"""What is said beside a key figure, and of it to those who listen: a figure's id in, lines out.

A label that has the figure's unit, or of when it is, has it in its place: beside it neither is said
again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from builder.facts.printing import says
from builder.model.text import Line, Run, join, plain, words
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.model import FilledForm, GroupItem

if TYPE_CHECKING:
    from builder.outputs.pptx.layouts.base import LayoutContext


def meta_of(figure: str, context: LayoutContext) -> Line:
    """Return how firm the figure is, and of when, unless its label has that."""
    resolved = context.briefing.figures[figure]
    printed = context.briefing.printed[figure]
    said = [words(context.word(resolved.confidence.value))] if resolved.confidence else []
    if resolved.as_of is not None and not says(printed["label"], printed["as_of"]):
        said.append(printed["as_of"])
    return join(said, ", ")


def in_one(figure: str, context: LayoutContext) -> Line:
    """Return what a figure counts, in what unit, how firm it is and of when, on one line."""
    printed = context.briefing.printed[figure]
    label, unit = printed["label"], printed.get("unit") or ()
    named = label if says(label, unit) else join(filter(None, (label, unit)), ", ")
    return with_meta(named, meta_of(figure, context))


def with_meta(label: Line, meta: Line) -> Line:
    """Return a label and how firm its figure is and of when: in brackets after a number, which the
    date would read as one more of.
    """
    if meta and plain(label)[-1:].isdigit():
        return (*label, Run(" ("), *meta, Run(")"))
    return join(filter(None, (label, meta)), ", ")


def longest_label(figures: Sequence[str], context: LayoutContext) -> TooLargeError:
    """Return the error that names the longest of figures' labels."""
    return TooLargeError(
        max((plain(context.briefing.printed[each]["label"]) for each in figures), key=len)
    )


def told_panel(
    figure: str, shapes: tuple[FilledForm, ...], context: LayoutContext, name: str = ""
) -> GroupItem:
    """Return what stands behind a figure's text, described by all that the text says, in words.

    `name` is the figure's on this slide, if it has another there.
    """
    printed, meta = context.briefing.printed[figure], meta_of(figure, context)
    colon, semicolon = Run(context.language.colon), Run(context.language.semicolon)
    alt = (*printed["label"], colon, *printed["full"], *((semicolon, *meta) if meta else ()))
    return GroupItem(f"Panel of {name or figure}", shapes, alt, figures=(figure,))
