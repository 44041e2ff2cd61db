"""What layouts of a slide's parts share: panels behind text, forms beside it, sizes that all share.

Panels, forms and icons say nothing: text stands in placeholders over them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from builder.frozen import replace
from builder.model.text import Line
from builder.outputs.pptx.layouts.base import LayoutContext
from builder.outputs.pptx.plan.content import SlideContent, TextLine
from builder.outputs.pptx.plan.forms import Outline
from builder.outputs.pptx.plan.model import (
    PART,
    FilledForm,
    GroupItem,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.units import Box

PAD: Final = 16.0
RULE: Final = 3.0
GAP: Final = 20.0
"""Points within a panel beside its text, of the rule on top, and between panels."""

OPTICAL: Final = 0.42
"""Of the room that is left, what is above what stands on the optical middle."""


class Tile(NamedTuple):
    """A part of a slide before it has a size: a heading or none, its points, an icon or none."""

    heading: Line
    points: tuple[TextLine, ...]
    icon: str = ""


def tiles_of(content: SlideContent) -> tuple[Tile, ...]:
    """Return a slide's parts, headed ones or each point of the first level with what is below."""
    if content.parts:
        return tuple(
            Tile(part.heading, part.points, icon_of(part.heading)) for part in content.parts
        )
    found: list[list[TextLine]] = []
    for point in content.points:
        if point.level and found:
            found[-1].append(replace(point, level=point.level - 1))
        else:
            found.append([replace(point, mark="", start=0)])
    return tuple(Tile((), tuple(held), icon_of(held[0].runs)) for held in found)


def icon_of(line: Line) -> str:
    """Return the icon that a line names, the first where it names several."""
    return next((run.manner.icon for run in line if run.manner.icon), "")


def length(tile: Tile) -> int:
    """Return how many characters a part has."""
    runs = (*tile.heading, *(run for point in tile.points for run in point.runs))
    return sum(len(run.text) for run in runs)


def tile_text(tile: Tile, size: float, below: float) -> tuple[Paragraph, ...]:
    """Return a part's text at a size: its heading, then its points; what is below has the other."""
    # Bold run by run: a user's template decides how its paragraphs look.
    bold = tuple(replace(run, strong=True) for run in tile.heading)
    found = [Paragraph(bold, ParagraphStyle(size, colour="accent"))] if bold else []
    several = len(tile.points) > 1
    for at, point in enumerate(tile.points):
        base = below if tile.heading or at else size
        mark = point.mark if several or point.start else ""
        before = round(base * (0.35 if found else 0.0))
        style = ParagraphStyle(base, colour=point.colour, before=before, bullet=mark)
        level = point.level if several else 0
        found.append(Paragraph(point.runs, style, level, point.start))
    return tuple(found)


def widest_word(texts: Sequence[Sequence[Paragraph]], context: LayoutContext) -> float:
    """Return how wide the longest word of any text is, where it may not be divided."""
    return max(
        context.ruler.longest_word(each.runs, each.style.size, bold=each.style.bold)
        + each.style.indent(each.level)
        for text in texts
        for each in text
    )


def shared_size(
    tiles: Sequence[Tile],
    room: tuple[float, float],
    sizes: Sequence[float],
    context: LayoutContext,
    reserved: float = 0.0,
) -> tuple[list[tuple[Paragraph, ...]], float] | None:
    """Return all parts' text in the largest size at which each fits, and the height of the tallest.

    `room` is the width and the height of one, of which `reserved` points are taken. None where the
    smallest is too large, or breaks a word.
    """
    width, height = room
    for size in sizes:
        texts = [tile_text(tile, size, context.theme.deck.below(size)) for tile in tiles]
        if widest_word(texts, context) > width:
            continue
        tallest = max(context.height(text, width) for text in texts)
        if tallest + reserved <= height:
            return texts, tallest
    return None


def grid_of(count: int) -> tuple[int, int]:
    """Return the columns and rows of so many panels: a row of three at most, four two by two."""
    columns = count if count <= 3 else 2 if count == 4 else 3
    return columns, -(-count // columns)


def cells(box: Box, columns: int, rows: int, gap: float = GAP) -> tuple[Box, ...]:
    """Return a box cut into cells, row by row."""
    wide = (box.width - gap * (columns - 1)) / columns
    high = (box.height - gap * (rows - 1)) / rows
    return tuple(
        Box(
            box.left + at % columns * (wide + gap),
            box.top + at // columns * (high + gap),
            wide,
            high,
        )
        for at in range(columns * rows)
    )


def filled_cells(box: Box, count: int, columns: int, gap: float = GAP) -> tuple[Box, ...]:
    """Return a box cut into so many cells, those of the last row as wide as it has room for."""
    rows = -(-count // columns)
    before = columns * (rows - 1)
    whole = cells(box, columns, rows, gap)
    last = whole[before]._replace(width=box.width)
    return (*whole[:before], *cells(last, count - before, 1, gap))


def inner(box: Box, left: float = 0.0, top: float = 0.0) -> Box:
    """Return the room for text on a panel, beside or below what stands there already."""
    return Box(
        box.left + PAD + left,
        box.top + RULE + PAD + top,
        box.width - 2 * PAD - left,
        box.height - 2 * PAD - RULE - top,
    )


def panel(box: Box) -> Iterator[FilledForm]:
    """Yield a panel and the rule on its top."""
    yield FilledForm("Panel", box, "tint")
    yield FilledForm("Rule", box._replace(height=RULE), "accent")


def decoration(name: str, shapes: Sequence[FilledForm]) -> GroupItem:
    """Return shapes that say nothing to who does not see them."""
    return GroupItem(name, tuple(shapes), ())


def icon(name: str, box: Box) -> FilledForm:
    """Return an icon in a square."""
    from builder.pictures import ICON_SIDE, icons

    return FilledForm(
        f"Icon {name}", box, "accent", outline=Outline(icons()[name], ICON_SIDE, ICON_SIDE)
    )


def centred(box: Box, high: float) -> Box:
    """Return so much of a box, on its optical middle: a little above the geometric one."""
    high = min(high, box.height)
    return box._replace(top=box.top + (box.height - high) * OPTICAL, height=high)


def part_placeholders(
    boxes: Sequence[Box], size: float, name: str, prompt: str
) -> tuple[Placeholder, ...]:
    """Return the placeholders of a slide's parts, one to each box."""
    style = ParagraphStyle(size)
    return tuple(
        Placeholder(PART + at, "body", f"{name} {at + 1}", box, (style,), prompt=prompt)
        for at, box in enumerate(boxes)
    )


def part_item(at: int, name: str, text: tuple[Paragraph, ...], box: Box) -> TextItem:
    """Return a part's text in its placeholder."""
    return TextItem(PART + at, f"{name} {at + 1}", text, box)
