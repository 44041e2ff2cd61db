"""Sets key figures in panels: takes items, returns settings."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from builder.outputs.pdf.plan import items
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write import margins
from builder.outputs.pdf.write.context import LayoutContext
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.stack import Dress, SideBySide, Stack
from builder.outputs.pdf.write.styles import TextStyle
from builder.problems import NOWHERE

_WHOLE: Final = 1e6  # points: never divided
_PANEL_SIDES: Final = 32.0  # points left and right of a panel's cells
_BETWEEN: Final = 18.0  # points from cell to cell of a panel
_FEW: Final = 2  # key figures stand in the margin


def panel(item: items.FigurePanel, context: LayoutContext) -> Setting:
    """Set key figures large, side by side on the theme's tint, or one or two in the margin."""
    colours, styles = context.theme.colours, context.styles
    room = margins.room(context)
    aside = bool(room) and not item.wide and len(item.cells) <= _FEW
    left = 0.0 if item.wide or aside else context.column.left
    width = room if aside else context.column.full if item.wide else context.column.width
    padding = (9.0, 0.0, 0.0, 0.0) if aside else (9.0, 16.0, 9.0, 16.0)
    inner = width - padding[1] - padding[3]
    across, wide = _columns(item, inner, context)
    large = styles.figures
    widest = max((context.setter.widths(cell.figure, large)[1] for cell in item.cells), default=0)
    if widest > wide:
        scale = _scale(wide / widest * large.size, large) / large.size
        large = replace(large, size=large.size * scale, leading=large.leading * scale)
    listed = Element("L")
    cells: list[Setting] = [
        Stack(
            context.texts(
                item,
                (cell.figure, large, 0),
                (cell.unit, styles.figure_unit, 0),
                (cell.label, styles.figure_label, 1),
                (cell.as_of, styles.figure_date, 1),
            ),
            element=Element("LBody", Element("LI", listed)),
        )
        for cell in item.cells
    ]
    columns = SideBySide(cells, across, colours.grid, gap=_BETWEEN)
    title = context.texts(item, (item.title, styles.label, 0))
    if title:
        title[0].spaceAfter = 6
        title[0].heads(item.anchor)
    dress = Dress(padding=padding, tint=colours.tint, left=left)
    if aside:
        dress = Dress(padding=padding, line=(0.9, colours.ink))
    panel = Stack(
        [*title, columns],
        item=item,
        dress=dress,
        whole=_WHOLE,
        before=4 * styles.unit,
        after=4 * styles.unit,
        element=Element(item.role),
    )
    panel.across = item.wide
    return margins.Aside(panel, room, item=item, note=True) if aside else panel


def _scale(most: float, style: TextStyle) -> float:
    """Return the largest size of the scale up to `most`; where none is, `most`."""
    return max((step for step in style.steps if step <= most), default=most)


def _columns(item: items.FigurePanel, inner: float, context: LayoutContext) -> tuple[int, float]:
    """Return how many cells stand side by side, and the points that each has for its words.

    No word of a unit or label is divided: where one is wider than its cell, fewer stand side by
    side. One that is wider than the whole panel is a problem of its figure's.
    """
    styles = context.styles
    worst, place = (0.0, ""), NOWHERE
    for cell in item.cells:
        lines = (
            (cell.unit, styles.figure_unit),
            (cell.label, styles.figure_label),
            (cell.as_of, styles.figure_date),
        )
        for line, style in lines:
            for atom in context.setter.atoms(line, style) if line else ():
                if atom.width > worst[0]:
                    worst = atom.width, "".join(span.text for span in atom.spans)
                    place = atom.spans[0].run.place
    if worst[0] > inner:
        context.setter.problems.error(
            place,
            f'"{worst[1]}" is wider than the panel of figures that it stands in',
            "say it in shorter words, in the figure's label or unit",
        )
    across = _across(len(item.cells), inner)
    while across > 1 and worst[0] > _room(across, inner):
        across = _even(len(item.cells), across - 1)
    return across, _room(across, inner)


def _room(across: int, inner: float) -> float:
    return (inner - _BETWEEN * (across - 1)) / across


def _across(cells: int, inner: float) -> int:
    """Return how many cells stand side by side at most."""
    return _even(cells, max(1, min(4, int((inner + _PANEL_SIDES) // 96))))


def _even(cells: int, most: int) -> int:
    """Return how many of `most` stand side by side: rows of equal length where that can be."""
    if cells <= most:
        return max(cells, 1)
    for across in range(most, 1, -1):
        if cells % across == 0:
            return across
    return most
