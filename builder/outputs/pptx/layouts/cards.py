"""Key figures set large: figure ids and a box in; a panel and a placeholder per figure out.

Each card prints the figure in its short form, hedge included, its unit small below it, its label,
and what it is of. On a stack, one below the other on one panel, each has its number, large, and a
line of what it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING, Final

from builder.outputs.pptx.layouts.said import in_one, longest_label, meta_of, told_panel
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.deck import GUTTER
from builder.outputs.pptx.plan.model import (
    KEY_FIGURE,
    FilledForm,
    GroupItem,
    Item,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.theme.theme import DISPLAY, HEADLINE, LABEL, LARGE, NUMBER, SMALL, TEXT
from builder.units import Box

if TYPE_CHECKING:
    from builder.outputs.pptx.layouts.base import LayoutContext


NUMBER_SIZES: Final = (DISPLAY, NUMBER, HEADLINE, LARGE)
_LABEL_SIZES: Final = ((TEXT, LABEL), (SMALL,))  # the second where no number goes with the first
_PAD: Final = 16.0
_RULE: Final = 3.0
_ROW_GAP: Final = 18.0
_NARROWEST: Final = 168.0
_ROWS: Final = 2

_GAP, _TIGHT = 22.0, 12.0  # between figures, in whose middle the hairline stands
_HAIRLINE: Final = 0.75


def per_slide(width: float) -> int:
    """Return how many cards fit on a slide whose body is `width` points wide."""
    return _per_row(width) * _ROWS


def _per_row(width: float) -> int:
    return max(1, int((width + GUTTER) // (_NARROWEST + GUTTER)))


def card_row(
    figures: tuple[str, ...],
    box: Box,
    context: LayoutContext,
    sizes: tuple[float, ...] = NUMBER_SIZES,
) -> tuple[tuple[Item, ...], float]:
    """Return cards in one row, or two even ones, from the top of `box`, and the height used.

    Numbers have the largest of `sizes` that does.

    Raises:
        TooLargeError: a figure's label does not fit its card.
    """
    columns = len(figures)
    if columns > _per_row(box.width):
        columns = -(-columns // _ROWS)
    while True:
        rows = -(-len(figures) // columns)
        width = (box.width - GUTTER * (columns - 1)) / columns
        limit = (box.height - _ROW_GAP * (rows - 1)) / rows
        try:
            return _cards(figures, box, (columns, width, limit), sizes, context)
        except TooLargeError:
            columns -= 1
            if not columns or -(-len(figures) // columns) > _ROWS:
                raise


def _cards(
    figures: tuple[str, ...],
    box: Box,
    shape: tuple[int, float, float],
    sizes: tuple[float, ...],
    context: LayoutContext,
) -> tuple[tuple[Item, ...], float]:
    columns, width, limit = shape
    room = width - 2 * _PAD
    tried = (
        _sized(figures, room, limit - 2 * _PAD - _RULE, (sizes, labels), context)
        for labels in _LABEL_SIZES
    )
    chosen = next((texts for texts in tried if texts is not None), None)
    if chosen is None:
        raise longest_label(figures, context)
    texts, text_height = chosen
    high = text_height + 2 * _PAD + _RULE
    cards: list[Item] = []
    for at, (figure, text) in enumerate(zip(figures, texts, strict=True)):
        row, column = divmod(at, columns)
        # Those of the last row are as wide as it has room for.
        held = min(columns, len(figures) - row * columns)
        wide = (box.width - GUTTER * (held - 1)) / held
        corner = (box.left + column * (wide + GUTTER), box.top + row * (high + _ROW_GAP))
        cards += _card(at, figure, text, Box(*corner, wide, high), context)
    rows = -(-len(figures) // columns)
    return tuple(cards), rows * high + (rows - 1) * _ROW_GAP


def _sized(
    figures: tuple[str, ...],
    room: float,
    limit: float,
    sizes: tuple[tuple[float, ...], tuple[float, ...]],
    context: LayoutContext,
) -> tuple[list[tuple[Paragraph, ...]], float] | None:
    """Return all cards' texts in the largest sizes that fit, and the height of the tallest.

    A number stands on one line, and all cards share their sizes. In the smallest, a date's words
    may stand on several; no number is ever broken. `sizes` are those of numbers, and of labels.
    """
    numbers = [context.briefing.printed[figure]["short"] for figure in figures]
    number_sizes, label_sizes = (context.theme.deck.steps(*each) for each in sizes)
    for size in number_sizes:
        measure = context.ruler.longest_word if size == number_sizes[-1] else context.ruler.width
        if max(measure(number, size, bold=True) for number in numbers) > room:
            continue
        for label_size in label_sizes:
            texts = [_texts(figure, size, label_size, context) for figure in figures]
            high = max(context.height(text, room) for text in texts)
            if high <= limit:
                return texts, high
    return None


def _texts(
    figure: str, number: float, label: float, context: LayoutContext
) -> tuple[Paragraph, ...]:
    printed = context.briefing.printed[figure]
    lines = [Paragraph(printed["short"], ParagraphStyle(number, bold=True, colour="accent"))]
    if printed.get("unit"):
        lines.append(Paragraph(printed["unit"], ParagraphStyle(label, bold=True, colour="accent")))
    lines.append(Paragraph(printed["label"], ParagraphStyle(label, before=4)))
    meta = meta_of(figure, context)
    if meta:
        small = context.theme.deck.step(SMALL)
        lines.append(Paragraph(meta, ParagraphStyle(small, colour="muted", before=6)))
    return tuple(lines)


def _card(
    at: int, figure: str, text: tuple[Paragraph, ...], box: Box, context: LayoutContext
) -> tuple[GroupItem, TextItem]:
    """Return a figure's panel and, over it, its text in the placeholder `at` so many places on.

    In a placeholder, its text is part of the deck's outline. Hedges in signs are not heard, and
    text on a slide has no spoken form: the panel says all in words, and the text is passed over.
    """
    shapes = (
        FilledForm("Panel", box, "tint"),
        FilledForm("Rule", Box(box.left, box.top, box.width, _RULE), "accent"),
    )
    panel = told_panel(figure, shapes, context)
    return panel, TextItem(KEY_FIGURE + at, f"Figure {figure}", text, _inner(box), True)


def _inner(box: Box) -> Box:
    left, top, width, height = box
    return Box(left + _PAD, top + _PAD + _RULE, width - 2 * _PAD, height - 2 * _PAD - _RULE)


def placeholders(box: Box, columns: int, rows: int, size: float) -> tuple[Placeholder, ...]:
    """Return the placeholders of key figures in rows that fill a box, numbers of a size."""
    wide = (box.width - GUTTER * (columns - 1)) / columns
    high = (box.height - _ROW_GAP * (rows - 1)) / rows
    style = ParagraphStyle(size, bold=True, colour="accent")
    found = []
    for at in range(columns * rows):
        row, column = divmod(at, columns)
        left, top = box.left + column * (wide + GUTTER), box.top + row * (high + _ROW_GAP)
        place, name = _inner(Box(left, top, wide, high)), f"Key figure {at + 1}"
        prompt = "Key figure: number, unit, what it counts"
        found.append(Placeholder(KEY_FIGURE + at, "body", name, place, (style,), prompt=prompt))
    return tuple(found)


def grid_of_placeholders(box: Box) -> tuple[Placeholder, ...]:
    """Return those of a slide that holds as many key figures as there is room for in a box."""
    return placeholders(box, _per_row(box.width), _ROWS, NUMBER_SIZES[-1])


def figure_stack(
    figures: Sequence[str], box: Box, context: LayoutContext
) -> tuple[tuple[Item, ...], float]:
    """Return figures from the top of a box, in the largest type that fits, and the height used.

    Raises:
        TooLargeError: they do not fit in the smallest.
    """
    face = context.theme.deck
    numbers, labels = face.steps(DISPLAY, NUMBER, HEADLINE, LARGE), face.steps(TEXT, LABEL, SMALL)
    if len(figures) == 1 and context.traits.enlarged:
        labels = (*face.steps(LARGE), *labels)
    for gap, number, label in (
        *product((_GAP,), numbers, labels),
        *product((_TIGHT,), numbers[-1:], labels),
    ):
        texts = [_text(figure, number, label, context) for figure in figures]
        wide = max(context.ruler.width(text[0].runs, number, bold=True) for text in texts)
        heights = [context.height(text, box.width) for text in texts]
        used = sum(heights) + gap * (len(figures) - 1)
        if wide <= box.width and used <= box.height:
            return tuple(_placed(figures, texts, heights, (box, gap), context)), used
    raise longest_label(figures, context)


def _text(
    figure: str, number: float, label: float, context: LayoutContext
) -> tuple[Paragraph, ...]:
    short = context.briefing.printed[figure]["short"]
    return (
        Paragraph(short, ParagraphStyle(number, bold=True, colour="accent")),
        Paragraph(in_one(figure, context), ParagraphStyle(label)),
    )


def _placed(
    figures: Sequence[str],
    texts: Sequence[tuple[Paragraph, ...]],
    heights: Sequence[float],
    room: tuple[Box, float],
    context: LayoutContext,
) -> list[Item]:
    """Return figures in a box, a gap between them."""
    found: list[Item] = []
    box, gap = room
    top = box.top
    for at, (figure, text, high) in enumerate(zip(figures, texts, heights, strict=True)):
        place = Box(box.left, top, box.width, high)
        below = Box(box.left, top + high + gap / 2, box.width, _HAIRLINE)
        line = FilledForm("Hairline", below, "soft")
        ground = FilledForm("Ground", place)
        shapes = (ground, line) if at + 1 < len(figures) else (ground,)
        found.append(told_panel(figure, shapes, context))
        found.append(TextItem(KEY_FIGURE + at, f"Figure {figure}", text, place, passed_over=True))
        top += high + gap
    return found


def stack_placeholders(box: Box, most: int) -> tuple[Placeholder, ...]:
    """Return the placeholders of so many figures one below the other."""
    high = (box.height - _GAP * (most - 1)) / most
    style = ParagraphStyle(HEADLINE, bold=True, colour="accent")
    prompt = "Key figure: number, what it counts"
    places = (Box(box.left, box.top + at * (high + _GAP), box.width, high) for at in range(most))
    return tuple(
        Placeholder(KEY_FIGURE + at, "body", f"Key figure {at + 1}", place, (style,), prompt=prompt)
        for at, place in enumerate(places)
    )
