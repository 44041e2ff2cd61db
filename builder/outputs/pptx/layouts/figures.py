"""Key figures: panels of large numbers, with points below where there are any.

Alone on a slide each stands on a panel of its own, on the optical middle.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from itertools import product
from typing import Final, TypeAlias

from builder.model.text import Line
from builder.outputs.pptx.layouts.base import TITLE_ONLY, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.beside import SHARES, meaning_panel
from builder.outputs.pptx.layouts.cards import (
    NUMBER_SIZES,
    card_row,
    figure_stack,
    grid_of_placeholders,
    per_slide,
)
from builder.outputs.pptx.layouts.parts import (
    headline,
    set_points,
    source,
    text_below_placeholder,
    with_text_below,
)
from builder.outputs.pptx.layouts.said import longest_label, meta_of, told_panel, with_meta
from builder.outputs.pptx.layouts.tiles import (
    GAP,
    cells,
    centred,
    decoration,
    filled_cells,
    inner,
    panel,
)
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import GUTTER
from builder.outputs.pptx.plan.model import (
    KEY_FIGURE,
    Item,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.theme.theme import DISPLAY, HEADLINE, LABEL, LARGE, NUMBER, TEXT
from builder.units import Box

Row: TypeAlias = tuple[tuple[Item, ...], float]

MOST: Final = 4
"""How many figures stand so on one slide."""

_NARROWEST: Final = 190.0  # of a panel in one row
_LEAST: Final = 0.62  # of the body's height that panels take
_SLACK: Final = 1.5  # times what the text needs, to which a panel may be stretched


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    text, body = text_below_placeholder(frame), frame.grid.body
    above = body._replace(height=text.box.top - body.top - GUTTER)
    return (headline(frame), *grid_of_placeholders(above), text, source(frame))


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    if len(content.figures) <= MOST and not content.points:
        # On a low slide they stand on cards, which go on over several.
        with contextlib.suppress(TooLargeError):
            return (big_numbers(content.figures, context),)
    body = context.grid.body
    rows = _rows(content.figures, body, context)
    large = _with_points(rows, content, context)
    if len(large) == len(rows):
        return large
    # The points stand on a slide of their own: smaller figures may leave them room below.
    points = set_points(
        content.points, context.side_sizes[-1], context.theme.deck.below(context.side_sizes[-1])
    )
    least = context.height(points, body.width) + GUTTER + 1
    with contextlib.suppress(TooLargeError):
        rows = _rows(content.figures, body._replace(height=body.height - least), context)
        small = _with_points(rows, content, context)
        if len(small) < len(large):
            return small
    with contextlib.suppress(TooLargeError):
        beside = _beside(content, context)
        return beside if len(beside) < len(large) else large
    return large


def _beside(content: SlideContent, context: LayoutContext) -> Drafts:
    """Return figures on cards, or below one another, with their points on a panel beside them.

    Raises:
        TooLargeError: they do not fit there.
    """
    left, side = context.grid.columns(SHARES)
    try:
        cards, used = card_row(content.figures, left, context)
    except TooLargeError:
        room, used = inner(left), left.height
        _, high = figure_stack(content.figures, room, context)
        stack, _ = figure_stack(content.figures, centred(room, high), context)
        cards = (decoration("Panel", tuple(panel(left))), *stack)
    panels = meaning_panel(replace(content, figures=()), side._replace(height=used), context)
    return tuple((*cards, *said) for said in panels)


def _rows(figures: tuple[str, ...], box: Box, context: LayoutContext) -> list[Row]:
    """Return the cards of each slide, on as few slides as hold them, and the height they use.

    Raises:
        TooLargeError: one card alone does not fit.
    """
    count = len(figures)
    for parts in range(-(-count // per_slide(box.width)), count + 1):
        each = -(-count // parts)
        groups = [figures[at : at + each] for at in range(0, count, each)]
        try:
            return _alike(groups, box, context)
        except TooLargeError:
            if parts == count:
                raise
    raise ValueError("a slide of figures without figures")


def _alike(groups: list[tuple[str, ...]], box: Box, context: LayoutContext) -> list[Row]:
    """Return the cards of each slide, numbers of one size on all.

    Raises:
        TooLargeError: one card alone does not fit.
    """
    rows: list[Row] = []
    for start in range(len(NUMBER_SIZES)):
        rows = [card_row(group, box, context, NUMBER_SIZES[start:]) for group in groups]
        if len({_largest(cards) for cards, _ in rows}) == 1:
            break
    return rows


def _largest(cards: tuple[Item, ...]) -> float:
    texts = (item for item in cards if isinstance(item, TextItem))
    return max(paragraph.style.size for text in texts for paragraph in text.paragraphs)


def _with_points(rows: list[Row], content: SlideContent, context: LayoutContext) -> Drafts:
    return with_text_below(tuple(cards for cards, _ in rows), content.points, rows[-1][1], context)


LAYOUT = Layout(
    name="figures",
    title="Key figures",
    ooxml="obj",
    holds="figures set large, with lists or paragraphs",
    applies=lambda content: bool(content.figures) and content.only("figures", "points"),
    placeholders=_placeholders,
    fill=_fill,
    match=replace(TITLE_ONLY, from_title=True),
)


def big_numbers(figures: tuple[str, ...], context: LayoutContext) -> tuple[Item, ...]:
    """Return figures by themselves on a slide, each as large as the widest of them may be.

    Raises:
        TooLargeError: a figure's label does not fit its panel.
    """
    body, face = context.grid.body, context.theme.deck
    count = len(figures)
    fits = (body.width - GAP * (count - 1)) / count >= _NARROWEST
    for columns in dict.fromkeys((count if fits else -(-count // 2), -(-count // 2))):
        rows = -(-count // columns)
        room = inner(cells(body, columns, rows)[0])
        for number in face.steps(DISPLAY, NUMBER, HEADLINE):
            for label, apart in product(face.steps(LARGE, TEXT, LABEL), (True, False)):
                texts = [_text(figure, (number, label), context, apart) for figure in figures]
                wide = max(
                    context.ruler.width(each.runs, number, bold=True)
                    for text in texts
                    for each in text[:1]
                )
                tallest = max(context.height(text, room.width) for text in texts)
                if wide <= room.width and tallest <= room.height:
                    return _placed(figures, texts, (columns, rows, tallest), context)
    raise longest_label(figures, context)


def _text(
    figure: str, sizes: tuple[float, float], context: LayoutContext, apart: bool
) -> tuple[Paragraph, ...]:
    """Return a figure's number, its unit, what it counts, and of when and how firm it is, `apart`
    or on one line with what it counts.
    """
    number, label = sizes
    printed, meta = context.briefing.printed[figure], meta_of(figure, context)
    lines = [Paragraph(printed["short"], ParagraphStyle(number, bold=True, colour="accent"))]
    unit: Line = printed.get("unit") or ()
    if unit:
        lines.append(Paragraph(unit, ParagraphStyle(label, bold=True, colour="accent")))
    said = printed["label"] if apart else with_meta(printed["label"], meta)
    lines.append(Paragraph(said, ParagraphStyle(label, before=4)))
    small = context.theme.deck.step(LABEL)
    if meta and apart:
        lines.append(Paragraph(meta, ParagraphStyle(small, colour="muted", before=6)))
    return tuple(lines)


def _placed(
    figures: tuple[str, ...],
    texts: list[tuple[Paragraph, ...]],
    shape: tuple[int, int, float],
    context: LayoutContext,
) -> tuple[Item, ...]:
    columns, rows, tallest = shape
    body = context.grid.body
    whole = cells(body, columns, rows)[0]
    need = tallest + whole.height - inner(whole).height
    high = min(whole.height, max(need, min(need * _SLACK, whole.height * _LEAST)))
    boxes = filled_cells(centred(body, high * rows + GAP * (rows - 1)), len(figures), columns)
    found: list[Item] = []
    for at, (figure, text, box) in enumerate(zip(figures, texts, boxes, strict=True)):
        # All numbers stand at one height, whatever stands below them.
        words = centred(inner(box), tallest)
        found.append(told_panel(figure, tuple(panel(box)), context))
        found.append(TextItem(KEY_FIGURE + at, f"Figure {figure}", text, words, passed_over=True))
    return tuple(found)
