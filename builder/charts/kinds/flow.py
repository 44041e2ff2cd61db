"""Flow diagram: who gives what to whom, as boxes in two columns with arrows between them.

PowerPoint has no such chart: the deck draws shapes in the same arrangement.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from builder.charts.flows import Arrangement, Gaps, Node, Way, Words, arrange, arrow, straight
from builder.charts.frame import Frame
from builder.charts.style import Style
from builder.charts.typeset import Block, balanced, longest_word, wrapped
from builder.model.chart import Flow, ResolvedChart
from builder.model.text import Line, plain
from builder.theme.theme import Theme

_GAPS: Final = Gaps(8.0, 9.0)
_PAD: Final = 9.0
_WIDEST: Final = 0.26  # of the drawing, for a column of names
_BESIDE: Final = 9.0  # between a box and the words of a row
_OFF_LINE: Final = 4.0  # between words and their arrow
_ENDS: Final = 3.0  # between a row's words and its end
_CHANNEL: Final = 54.0
_LINE: Final = 1.4


class _Row(NamedTuple):
    """A flow's set words."""

    says: Block
    amount: Block

    @property
    def words(self) -> Words:
        above, below = (
            block.height + _OFF_LINE + _ENDS if block.lines else 2 * _OFF_LINE for block in self
        )
        return Words(above, below)


class _Lane(NamedTuple):
    """Where arrows run: from the left boxes past the words to the channel and the right boxes."""

    start: float
    channel: float
    end: float


def draw(frame: Frame, chart: ResolvedChart, style: Style) -> float:
    """Draw the boxes and arrows below the frame's top; return the foot of the drawing."""
    flows = chart.flows
    if not flows:
        return frame.top
    names = {plain(name): name for flow in flows for name in (flow.giver, flow.receiver)}
    left, right = (
        _width([names[name] for name in side], frame, style)
        for side in ({flow.left for flow in flows}, {flow.right for flow in flows})
    )
    channel = 0.0 if straight(flows) else _CHANNEL
    lane = _Lane(left, frame.width - right - channel, frame.width - right)
    rows = [_row(flow, chart, style, lane.channel - lane.start - 2 * _BESIDE) for flow in flows]
    set_names = {
        name: balanced(
            runs,
            style.strong,
            (left if any(flow.left == name for flow in flows) else right) - 2 * _PAD,
            chart.language,
        )
        for name, runs in names.items()
    }
    high = {name: block.height + 2 * _PAD for name, block in set_names.items()}
    placed = arrange(flows, [row.words for row in rows], high, _GAPS)
    for at, node in enumerate(placed.left):
        _box(frame, style, node, set_names[node.name], (0.0, left), chart)
        for way, row in zip(placed.ways, rows, strict=True):
            if way.left.node == at:
                _way(frame, style, placed, way, row, lane)
    for node in placed.right:
        _box(frame, style, node, set_names[node.name], (lane.end, right), chart)
    return frame.top + placed.height


def native(chart: ResolvedChart, theme: Theme) -> None:
    """Return None: PowerPoint has no such chart."""


def _width(names: Sequence[Line], frame: Frame, style: Style) -> float:
    """Return the width of a column: its names on one line each where they are not too long."""
    cap = _WIDEST * frame.width
    one_line = max(wrapped(name, style.strong, cap).width for name in names) + 2 * _PAD
    widest_word = max(longest_word(name, style.strong) for name in names) + 2 * _PAD
    return max(min(one_line, cap), min(widest_word, 1.3 * cap))


def _row(flow: Flow, chart: ResolvedChart, style: Style, width: float) -> _Row:
    amount = style.strong.inked(style.theme.colours.accent)
    return _Row(
        wrapped(flow.says, style.label, width, chart.language),
        wrapped(flow.amount, amount, width, chart.language),
    )


def _box(
    frame: Frame,
    style: Style,
    node: Node,
    name: Block,
    across: tuple[float, float],
    chart: ResolvedChart,
) -> None:
    colours, (x, width) = style.theme.colours, across
    receives = x > 0
    stands_out = any(f.emphasised for f in chart.flows if node.name in (f.left, f.right))
    strong = colours.accent if stands_out else colours.muted
    top = frame.top + node.top
    frame.rectangle(x, top, width, node.foot - node.top, strong if receives else colours.tint)
    inked = Block(name.lines, name.type.inked(colours.paper if receives else strong), name.runs)
    middle = top + (node.foot - node.top) / 2
    frame.put(inked, x + width / 2, middle, "centre", "middle")


def _way(frame: Frame, style: Style, placed: Arrangement, way: Way, row: _Row, lane: _Lane) -> None:
    colours, y = style.theme.colours, frame.top + way.y
    bend = [(lane.channel, y)] if placed.turns(way) else []
    places = [(lane.start, y), *bend, (lane.end, frame.top + placed.port(way))]
    line, head = arrow(places[::-1] if way.flow.back else places, _LINE)
    colour = colours.accent if way.flow.emphasised else colours.soft
    frame.line(line, colour, _LINE)
    frame.area(head, colour)
    words = lane.start + _BESIDE
    frame.put(row.says, words, y - _OFF_LINE, "left", "bottom")
    frame.put(row.amount, words, y + _OFF_LINE, "left", "top")
