"""Sets charts with their numbers: takes items, returns settings."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from copy import copy
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from builder.charts.enlarging import room, slack, stretched
from builder.memory import remembered_of, remembered_of_all
from builder.model.chart import ResolvedChart
from builder.model.gauge import Gauge, numbered
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
from builder.outputs.pdf.write.lacking import lacks_width
from builder.outputs.pdf.write.setters.lowering import less_high, most_less
from builder.outputs.pdf.write.setters.opening import opened
from builder.outputs.pdf.write.shapes import SHAPES
from builder.outputs.pdf.write.stack import Dress, Hung, Stack
from builder.text.metrics import FontMetrics

if TYPE_CHECKING:
    from builder.charts import DisplayList

WHOLE = 1e6  # points: never divided
_NARROWER: Final = (0.85, 0.7)
"""Of the width of the page, what is tried for a chart that is taller than it."""

_TALLEST: Final = 0.5  # of a page: a chart in the margin is no taller
_FIGURE: Final = 2  # among the parts of a drawing: title, measure, figure, source, note
_BYTES: Final = 400  # that an operation of a drawing takes in memory


class ChartDrawing(Setting):
    """A chart's drawing, replayed: a figure with alternate text, its title and source beside it."""

    def __init__(self, item: items.ChartFigure, drawn: DisplayList, group: Element) -> None:
        super().__init__(item, element=group)
        self.chart, self.natural, self.drawn = item, drawn, _higher(drawn, 0.0)
        self.more = 0.0
        self.slack: list[float] = []  # found when it is asked for, and then of every copy
        self.lower: Callable[[float], DisplayList] | None = None  # how a map is less high
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
        if not self.slack:
            low = self.lower
            self.slack.append(_slack(self.natural) if low is None else most_less(self.natural, low))
        return self.slack[0] + self.more

    def flexed(self, more: float) -> ChartDrawing:
        """Return the chart drawn so many points higher, or less high."""
        made = copy(self)
        made.more = self.more + more
        if self.lower is not None:
            made.drawn = self.lower(-made.more) if made.more < 0 else self.natural
        else:
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
        paper.marks.gauge(self.figure, _gauges(self.chart.chart, parts[_FIGURE]))


def _shape(chart: ChartDrawing, _width: float) -> Hashable:
    return ("chart", chart.width, chart.height, chart.grows, chart.shrinks)


SHAPES[ChartDrawing] = _shape


def _gauges(chart: ResolvedChart, part: DisplayList) -> tuple[Gauge, ...]:
    """Return what the marks measure of the part of a chart's drawing that is the figure's."""
    from builder.charts.registry import kind_of

    def made() -> tuple[Gauge, ...]:
        return numbered(kind_of(chart.kind).gauges(chart), part.operations)

    return remembered_of_all((chart, part), "gauges", made, lambda held: _BYTES * (1 + len(held)))


def _slack(drawn: DisplayList) -> float:
    return remembered_of(drawn, "slack", lambda: slack(drawn), lambda _: _BYTES)


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
    with its words above and below; a small one in the margin, where it can be read there.
    """
    from builder.charts import Margin
    from builder.charts.registry import kind_of

    if (small := _in_margin(item, context)) is not None:
        return small
    column, spec, most = context.column, item.chart, _most(context)
    drawn, wide = _drawn(spec, context)
    hung = column.left > 0 and not wide
    if drawn.height > most:
        context.setter.problems.error(
            spec.place,
            f'chart "{spec.id}" is {drawn.height:.0f} points tall, more than the '
            f"{most:.0f} that a page holds",
            "show fewer categories, or divide the chart in two",
        )
        drawn = replace(drawn, height=0.0)  # so that what else is wrong comes to light too
    label, drawing = _labelled(item, drawn, context)
    if kind_of(spec.kind).in_proportion:
        margin = Margin() if wide else chart_place(spec, column, context.styles)[1]
        drawing.lower = partial(less_high, spec, drawn.width, margin, context)
    blocks: list[Setting] = [label, drawing]
    if hung:
        blocks = [Hung(label, drawing, column.left, item=item)]
    shown = _finished(blocks, item, context, column.left - MARGIN_GAP if hung else 0.0)
    shown.across = wide
    return shown


def _most(context: LayoutContext) -> float:
    """Return how tall a chart may be, in points."""
    return context.geometry.height - 2 * context.styles.label.leading


def _in_margin(item: items.ChartFigure, context: LayoutContext) -> Setting | None:
    """Set a small chart in the margin, its words above and below; nothing where there is no room
    for it, or it could not be read.
    """
    from builder.charts import Margin, display_list
    from builder.charts.meeting import is_readable
    from builder.charts.registry import CrowdedError

    spec, room = item.chart, margins.room(context)
    if spec.extent != "small" or not room or item.takeaway or not _can_be_set(spec, context):
        return None
    try:
        drawn = display_list(spec, context.theme, room, context.cache, Margin())
    except CrowdedError:
        return None
    if not is_readable(drawn) or drawn.height > _TALLEST * context.geometry.height:
        return None
    shown = _finished(list(_labelled(item, drawn, context)), item, context, 0.0)
    return margins.Aside(shown, room, item=item, note=True)


def _drawn(spec: ResolvedChart, context: LayoutContext) -> tuple[DisplayList, bool]:
    """Return a chart drawn, and whether it goes across the page, as one does that has no room in
    the text column, is taller than a page there, or lacks something there that it has across;
    a map that is too tall even so is narrower. An empty drawing, and a problem, where it cannot be
    drawn.
    """
    from builder.charts import DisplayList, Margin, display_list
    from builder.charts.registry import CrowdedError, unnamed

    problems, column = context.setter.problems, context.column
    wide = is_wide(spec, column, context.styles)
    places = [(*chart_place(spec, column, context.styles), wide)]
    if not wide:
        places.append((column.full, Margin(), True))
    places += [(column.full * share, Margin(), True) for share in _NARROWER]
    tall: DisplayList | None = None
    crowded: CrowdedError | None = None
    made: list[tuple[DisplayList, bool]] = []
    for width, margin, across in places if _can_be_set(spec, context) else ():
        try:
            drawn = display_list(spec, context.theme, width, context.cache, margin)
        except CrowdedError as error:
            crowded = crowded or error
            continue
        if drawn.height > _most(context):
            tall = drawn if tall is None or drawn.height < tall.height else tall
            continue
        made.append((drawn, across))
        if across or not lacks_width(drawn, spec):
            break
    if made:
        # Where the page is no wider help, the chart stays in its column.
        found = made[0] if lacks_width(made[-1][0], spec) else made[-1]
        warning = unnamed(spec, (run.text for run in found[0].printed), "in the paper")
        if warning:
            problems.warning(spec.place, *warning)
        return found
    if tall:
        return tall, True
    if crowded:
        problems.error(spec.place, crowded.found, crowded.hint)
    return DisplayList(places[0][0], 0.0, ()), wide


def _labelled(
    item: items.ChartFigure, drawn: DisplayList, context: LayoutContext
) -> tuple[Setting, ChartDrawing]:
    """Return a chart's number and its drawing."""
    drawing = ChartDrawing(item, drawn, Element("Div"))
    options = {"within": item.anchor, "after": BELOW_LABEL, "element": drawing.number}
    return context.text(item.number, context.styles.label, **options), drawing


def _finished(
    blocks: list[Setting], item: items.ChartFigure, context: LayoutContext, margin: float
) -> Setting:
    """Return a chart's blocks under a rule, with what opens its data in a margin of some width."""
    dress = Dress(padding=(5, 0, 0, 0), line=(0.9, context.theme.colours.ink))
    apart = 4 * context.styles.unit
    stack = Stack(blocks, item=item, dress=dress, whole=WHOLE, before=apart, after=apart)
    return opened(stack, context, item.anchor, margin, 5.0)


def _can_be_set(spec: ResolvedChart, context: LayoutContext) -> bool:
    """Return whether the font has every character of a chart; else each lack is a problem."""
    found = len(context.setter.problems.found)
    small = context.styles.small
    for run in runs_in(spec):
        if FontMetrics.of(small.font(run.strong, run.emphasis)).missing(run.text):
            context.setter.widths((replace(run, place=spec.place),), small)
    return len(context.setter.problems.found) == found
