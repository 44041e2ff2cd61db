"""The findings of a briefing, one below another: each figure set large, its sentence beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from builder.model.text import Line, Run
from builder.outputs.pptx.layouts.base import TITLE_ONLY, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.parts import headline, source
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.content import FindingText, SlideContent
from builder.outputs.pptx.plan.deck import GUTTER
from builder.outputs.pptx.plan.model import (
    KEY_FIGURE,
    Area,
    GroupItem,
    Item,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.units import Box

_SENTENCE: Final = 61
"""The index of the first sentence's placeholder, others following."""

_MOST: Final = 5
_SHARE: Final = 0.27  # of the width: the figures
_GAP: Final = 10.0  # between findings
_PAD: Final = 10.0
_RULE: Final = 4.0
_NUMBER_SIZES: Final = (40.0, 36.0, 32.0, 28.0, 24.0, 20.0)
_UNIT: Final = 14.0


def _rows(box: Box, count: int) -> tuple[tuple[Box, Box, Box], ...]:
    """Return of each finding its whole row, and in it the rooms of its figure and its sentence."""
    high = (box.height - _GAP * (count - 1)) / count
    wide = box.width * _SHARE
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
    number = ParagraphStyle(_NUMBER_SIZES[-1], bold=True, colour="accent")
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
    found = content.findings
    rows = _rows(context.grid.body, len(found))
    numbers = _numbers(found, rows[0][1], context)
    sentences = _sentences(found, rows[0][2], context)
    items: list[Item] = []
    for at, (finding, (row, figure, said)) in enumerate(zip(found, rows, strict=True)):
        tint = Area("Panel", row, "tint")
        rule = Area("Rule", row._replace(width=_RULE), "accent")
        alt = _in_words(finding, context)
        items += [
            GroupItem(f"Panel {at + 1}", (tint, rule), alt, figures=(finding.figure,)),
            TextItem(KEY_FIGURE + at, f"Figure {at + 1}", numbers[at], figure, True),
            TextItem(_SENTENCE + at, f"Finding {at + 1}", sentences[at], said),
        ]
    return (tuple(items),)


def _in_words(finding: FindingText, context: LayoutContext) -> Line:
    """Return what is said of a figure to who hears it: signs are not heard as they are meant."""
    printed = context.briefing.printed[finding.figure]
    return (*printed["label"], Run(context.language.colon), *printed["full"])


def _numbers(
    found: tuple[FindingText, ...], box: Box, context: LayoutContext
) -> list[tuple[Paragraph, ...]]:
    """Return the figures in the largest size in which each stands on one line, its unit below.

    Raises:
        TooLargeError: one does not in the smallest.
    """
    printed = [context.briefing.printed[each.figure] for each in found]
    for size in _NUMBER_SIZES:
        texts = []
        for forms in printed:
            lines = [Paragraph(forms["short"], ParagraphStyle(size, bold=True, colour="accent"))]
            if forms.get("unit"):
                style = ParagraphStyle(min(size, _UNIT), bold=True, colour="accent")
                lines.append(Paragraph(forms["unit"], style))
            texts.append(tuple(lines))
        widest = max(context.ruler.width(forms["short"], size, bold=True) for forms in printed)
        if widest <= box.width and _fits(texts, box, context):
            return texts
    raise TooLargeError(_longest(tuple(forms["short"] for forms in printed)))


def _sentences(
    found: tuple[FindingText, ...], box: Box, context: LayoutContext
) -> list[tuple[Paragraph, ...]]:
    """Return the sentences, all in the largest size in which each fits beside its figure.

    Raises:
        TooLargeError: one does not in the smallest.
    """
    for size in context.theme.deck.body:
        texts = [(Paragraph(each.says, ParagraphStyle(size)),) for each in found]
        if _fits(texts, box, context):
            return texts
    raise TooLargeError(_longest(tuple(each.says for each in found)))


def _fits(texts: list[tuple[Paragraph, ...]], box: Box, context: LayoutContext) -> bool:
    return max(context.height(text, box.width) for text in texts) <= box.height


def _longest(lines: tuple[Line, ...]) -> str:
    return max(("".join(run.text for run in line) for line in lines), key=len)


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
