"""Sets charts with their numbers, and key figures in panels."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from builder.charts.stretching import room, slack, stretched
from builder.memory import remembered_of
from builder.model.chart import ResolvedChart
from builder.model.ledger import Channel, said
from builder.outputs.pdf.plan import items
from builder.outputs.pdf.plan.planner import runs_in
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write import margins
from builder.outputs.pdf.write.context import (
    BELOW_LABEL,
    MARGIN_GAP,
    LayoutContext,
    chart_place,
    is_wide,
)
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.labels import lines_of, pieces_of
from builder.outputs.pdf.write.setters.opening import opened
from builder.outputs.pdf.write.stack import Dress, Hung, SideBySide, Stack
from builder.outputs.pdf.write.styles import TextStyle
from builder.problems import NOWHERE
from builder.text.metrics import FontMetrics

if TYPE_CHECKING:
    from builder.charts import DisplayList

WHOLE = 1e6  # points: never divided
_BYTES: Final = 400  # that an operation of a drawing takes in memory
_PANEL_SIDES: Final = 32.0  # points left and right of a panel's cells
_BETWEEN: Final = 18.0  # points from cell to cell of a panel
_FEW: Final = 2  # key figures stand in the margin


class ChartDrawing(Setting):
    """A chart's drawing, replayed: a figure with alternate text, its title and source beside it."""

    def __init__(self, item: items.ChartFigure, drawn: DisplayList, group: Element) -> None:
        super().__init__(item, element=group)
        self.chart, self.natural, self.drawn = item, drawn, _higher(drawn, 0.0)
        self.more, self.slack = 0.0, cache(partial(slack, self.natural))
        self.caption = Element("Caption", group)
        self.figure = Element(item.role, group, alt=item.alt, about=item.anchor)
        below = Element("Div", group)
        self.number = Element("Lbl", self.caption)
        above = (Element("P", self.caption) for _ in ("title", "measure"))
        self.shown = (*above, self.figure, *(Element("P", below) for _ in ("source", "note")))

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Take the drawing's own size."""
        self.width, self.height = self.drawn.width, self.drawn.height
        return self.width, self.height

    @property
    def grows(self) -> float:
        """By how many points the chart can be higher."""
        return room(self.natural) - self.more

    @property
    def shrinks(self) -> float:
        """By how many points the chart can be less high."""
        return self.slack() + self.more

    def flexed(self, more: float) -> ChartDrawing:
        """Return the chart drawn so many points higher, or less high."""
        made = copy(self)
        made.more = self.more + more
        made.drawn = _higher(self.natural, made.more)
        made._wrapped_to = -1.0
        return made

    def draw(self) -> None:
        """Replay the drawing, and record what it says."""
        from builder.outputs.pdf.write.player import play

        paper, anchor = self.paper, self.chart.anchor
        paper.anchor(anchor, self.height)
        for run in self.drawn.printed:
            paper.record(run, "chart", anchor, self.height)
        for run in self.chart.alt:
            paper.record(run, "alt", anchor, self.height)
        left, bottom = paper.absolutePosition(0, 0)
        self.figure.box = (left, bottom, left + self.width, bottom + self.height)
        parts = pieces_of(self.drawn, self.chart.chart)
        lines = lines_of(parts, self.drawn.printed)
        for element, part, line in zip(self.shown, parts, lines, strict=True):
            if part.operations:
                channel: Channel = "chart" if element is self.figure else "body"
                paper.say(element, line, channel, anchor)
                paper.word(said(line))
                paper.mark(element)
                with paper.moved():
                    play(paper, part)
                paper.unmark()


def _higher(drawn: DisplayList, more: float) -> DisplayList:
    """Return a chart so many points higher; the same drawing of the same chart, for what is known
    of it is known of that very drawing.
    """
    return remembered_of(
        drawn,
        ("higher", more),
        lambda: stretched(drawn, more),
        lambda higher: _BYTES * (1 + len(higher.operations)),
    )


def chart(item: items.ChartFigure, context: LayoutContext) -> Setting:
    """Set a chart: in the text column with its words in the margin beside it, or across the page
    with its words above and below.
    """
    from builder.charts import DisplayList, display_list
    from builder.charts.registry import CrowdedError, unnamed

    column, spec, label_style = context.column, item.chart, context.styles.label
    wide = is_wide(spec)
    hung = column.left > 0 and not wide
    width, margin = chart_place(spec, column, context.styles)
    drawn = DisplayList(width, 0.0, ())
    if _can_be_set(spec, context):
        try:
            drawn = display_list(spec, context.theme, width, context.cache, margin)
        except CrowdedError as error:
            context.setter.problems.error(spec.place, error.found, error.hint)
        else:
            warning = unnamed(spec, (run.text for run in drawn.printed), "in the paper")
            if warning:
                context.setter.problems.warning(spec.place, *warning)
    if drawn.height > context.geometry.height - 2 * label_style.leading:
        context.setter.problems.error(
            spec.place,
            f'chart "{spec.id}" is {drawn.height:.0f} points tall, more than the '
            f"{context.geometry.height - 2 * label_style.leading:.0f} that a page holds",
            "show fewer categories, or divide the chart in two",
        )
        drawn = replace(drawn, height=0.0)  # so that what else is wrong comes to light too
    group = Element("Div")
    drawing = ChartDrawing(item, drawn, group)
    label = context.text(
        item.number, label_style, within=item.anchor, after=BELOW_LABEL, element=drawing.number
    )
    blocks: list[Setting] = [label, drawing]
    if hung:
        blocks = [Hung(label, drawing, column.left, item=item)]
    dress = Dress(padding=(5, 0, 0, 0), line=(0.9, context.theme.colours.ink))
    apart = 4 * context.styles.unit
    stack = Stack(blocks, item=item, dress=dress, whole=WHOLE, before=apart, after=apart)
    shown = opened(stack, context, item.anchor, column.left - MARGIN_GAP if hung else 0.0, 5.0)
    shown.across = wide
    return shown


def _can_be_set(spec: ResolvedChart, context: LayoutContext) -> bool:
    """Return whether the font has every character of a chart; else each lack is a problem."""
    found = len(context.setter.problems.found)
    small = context.styles.small
    for run in runs_in(spec):
        if FontMetrics.of(small.font(run.strong, run.emphasis)).missing(run.text):
            context.setter.widths((replace(run, place=spec.place),), small)
    return len(context.setter.problems.found) == found


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
        whole=WHOLE,
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
                if atom.box.width > worst[0]:
                    worst = atom.box.width, "".join(span.text for span in atom.spans)
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
