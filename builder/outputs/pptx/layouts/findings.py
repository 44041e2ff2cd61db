"""The findings of a briefing, one below another: each figure set large, its sentence beside it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from builder.model.text import plain
from builder.outputs.pptx.layouts.base import TITLE_ONLY, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.parts import headline, source
from builder.outputs.pptx.layouts.said import meta_of, told_panel
from builder.outputs.pptx.plan.autofit import TooLargeError, even_parts
from builder.outputs.pptx.plan.content import FindingText, SlideContent
from builder.outputs.pptx.plan.deck import GUTTER
from builder.outputs.pptx.plan.model import (
    KEY_FIGURE,
    FilledForm,
    Item,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.theme.theme import DISPLAY, HEADLINE, LARGE, NUMBER, SMALL
from builder.units import Box

_SENTENCE: Final = 61
"""The index of the first sentence's placeholder, others following."""

_MOST: Final = 5
_SHARE: Final = 0.27  # of the width: the figures, at most
_NARROWEST: Final = 0.16
_GAP: Final = 10.0  # between findings
_PAD: Final = 10.0
_RULE: Final = 4.0
_AIR: Final = 4.0  # above and below a figure, within its panel
_LARGEST: Final = 0.8  # of a panel, that sentences as large as headlines may take
_NUMBER_SIZES: Final = (DISPLAY, NUMBER, HEADLINE, LARGE)
_FULL: Final = (DISPLAY, NUMBER, HEADLINE)
"""Sizes of figures, and those beside which there is room for more."""


def _rows(box: Box, count: int, share: float = _SHARE) -> tuple[tuple[Box, Box, Box], ...]:
    """Return of each finding its whole row, and in it the rooms of its figure and its sentence."""
    high = (box.height - _GAP * (count - 1)) / count
    wide = box.width * share
    found = []
    for at in range(count):
        top = box.top + at * (high + _GAP)
        row = Box(box.left, top, box.width, high)
        left = box.left + _RULE + _PAD
        figure = Box(left, top, wide - _RULE - _PAD, high)
        sentence = Box(box.left + wide + GUTTER, top, box.width - wide - GUTTER - _PAD, high)
        found.append((row, figure, sentence))
    return tuple(found)


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    number = ParagraphStyle(frame.type.step(LARGE), bold=True, colour="accent")
    sentence = ParagraphStyle(frame.type.body[-1])
    places = [headline(frame)]
    for at, (_, figure, said) in enumerate(_rows(frame.grid.body, _MOST)):
        places += [
            Placeholder(
                KEY_FIGURE + at, "body", f"Key figure {at + 1}", figure, (number,), "ctr", "Figure"
            ),
            Placeholder(
                _SENTENCE + at, "body", f"Finding {at + 1}", said, (sentence,), "ctr", "Finding"
            ),
        ]
    return (*places, source(frame))


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    """Return all findings on one slide, or in even parts on as few as have room for them."""

    def laid(found: Sequence[FindingText]) -> tuple[Item, ...] | None:
        try:
            return _listed(tuple(found), context)
        except TooLargeError:
            return None

    alone = ((each,) for each in content.findings)
    return even_parts(content.findings, laid) or tuple(_listed(each, context) for each in alone)


def _listed(found: tuple[FindingText, ...], context: LayoutContext) -> tuple[Item, ...]:
    """Return findings below one another.

    Raises:
        TooLargeError: a figure or a sentence does not fit in the smallest size.
    """
    rows = _rows(context.grid.body, len(found))
    numbers = _numbers(found, rows[0][1], context)
    rows = _rows(context.grid.body, len(found), _share(numbers, context))
    sentences = _sentences(found, rows[0][2], context)
    items: list[Item] = []
    for at, (finding, (row, figure, said)) in enumerate(zip(found, rows, strict=True)):
        tint = FilledForm("Panel", row, "tint")
        rule = FilledForm("Rule", row._replace(width=_RULE), "accent")
        # A figure that stands beside two findings is told apart the second time.
        again = finding.figure in (each.figure for each in found[:at])
        name = f"{finding.figure} {at + 1}" if again else finding.figure
        items += [
            told_panel(finding.figure, (tint, rule), context, name),
            TextItem(KEY_FIGURE + at, f"Figure {name}", numbers[at], figure, True),
            TextItem(_SENTENCE + at, f"Finding {at + 1}", sentences[at], said),
        ]
    return tuple(items)


def _share(numbers: Sequence[tuple[Paragraph, ...]], context: LayoutContext) -> float:
    """Return the share of the width that figures need, so that sentences stand near them."""
    ruler, wide = context.ruler, context.grid.body.width
    lines = (line for text in numbers for line in text)
    widest = max(ruler.width(each.runs, each.style.size, bold=each.style.bold) for each in lines)
    return min(_SHARE, max(_NARROWEST, (widest + _RULE + _PAD) / wide))


def _numbers(
    found: tuple[FindingText, ...], box: Box, context: LayoutContext
) -> list[tuple[Paragraph, ...]]:
    """Return the figures in the largest size in which each stands on one line, its unit below it.

    What each measures, how firm it is and of when stand below that where there is room for them at
    all; else what it measures alone, or nothing.

    Raises:
        TooLargeError: one does not in the smallest.
    """
    shorts = tuple(context.briefing.printed[each.figure]["short"] for each in found)
    texts: list[tuple[Paragraph, ...]] = []
    aired = box._replace(height=box.height - 2 * _AIR)
    for sizes, below in ((_FULL, ("label", "meta")), (_FULL, ("label",)), (_NUMBER_SIZES, ())):
        for size in context.theme.deck.steps(*sizes):
            texts = [_number(each.figure, size, context, below) for each in found]
            widest = max(context.ruler.width(short, size, bold=True) for short in shorts)
            if widest <= box.width and _fits(texts, aired, context):
                return texts
    raise _too_large(found, texts, box, context)


def _number(
    figure: str, size: float, context: LayoutContext, below: Collection[str]
) -> tuple[Paragraph, ...]:
    """Return a figure in a size, its unit below it, then its label, and how firm it is and of
    when (`meta`), if they are asked for.
    """
    printed, small = context.briefing.printed[figure], context.theme.deck.step(SMALL)
    lines = [Paragraph(printed["short"], ParagraphStyle(size, bold=True, colour="accent"))]
    if printed.get("unit"):
        style = ParagraphStyle(small, bold=True, colour="accent")
        lines.append(Paragraph(printed["unit"], style))
    if "label" in below:
        lines.append(Paragraph(printed["label"], ParagraphStyle(small)))
    said = meta_of(figure, context) if "meta" in below else ()
    if said:
        lines.append(Paragraph(said, ParagraphStyle(small, colour="muted")))
    return tuple(lines)


def _sentences(
    found: tuple[FindingText, ...], box: Box, context: LayoutContext
) -> list[tuple[Paragraph, ...]]:
    """Return the sentences, all in the largest size in which each fits beside its figure: that of
    headlines where they leave some of their panels free.

    Raises:
        TooLargeError: one does not in the smallest.
    """
    texts: list[tuple[Paragraph, ...]] = []
    large = context.theme.deck.steps(HEADLINE) if context.traits.enlarged else ()
    for size in (*large, *context.theme.deck.body):
        style = ParagraphStyle(size)
        texts = [(Paragraph(each.says, style),) for each in found]
        room = box._replace(height=box.height * (_LARGEST if size in large else 1.0))
        if _fits(texts, room, context):
            return texts
    raise _too_large(found, texts, box, context)


def _fits(texts: list[tuple[Paragraph, ...]], box: Box, context: LayoutContext) -> bool:
    return max(context.height(text, box.width) for text in texts) <= box.height


def _too_large(
    found: tuple[FindingText, ...],
    texts: list[tuple[Paragraph, ...]],
    box: Box,
    context: LayoutContext,
) -> TooLargeError:
    """Return the error that names the finding whose text needs the most room, by its place."""

    def needed(at: int) -> tuple[float, float]:
        widest = max(context.ruler.width(part.runs, part.style.size) for part in texts[at])
        return context.height(texts[at], box.width), widest

    worst = max(range(len(texts)), key=needed)
    what = " ".join(plain(part.runs) for part in texts[worst])
    return TooLargeError(what, place=found[worst].place)


LAYOUT = Layout(
    name="findings",
    title="Findings",
    ooxml="obj",
    holds="the briefing's findings",
    applies=lambda _: False,
    placeholders=_placeholders,
    fill=_fill,
    match=replace(TITLE_ONLY, from_title=True, slots=()),
    boxed=False,
    purpose="findings",
)
