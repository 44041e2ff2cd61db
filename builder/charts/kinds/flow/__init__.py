"""Flow diagram: who gives what to whom, as boxes in two columns with arrows between them.

PowerPoint has no such chart: the deck draws shapes in the same arrangement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from builder.charts.flows import (
    Arrangement,
    ArrowWords,
    FlowBox,
    Gaps,
    Way,
    arrange,
    arrow,
    straight,
)
from builder.charts.frame import Edge, Frame
from builder.charts.kinds.flow.resolving import resolve
from builder.charts.registry import OF_POINTS, Account, ChartType, CrowdedError, KindKey
from builder.charts.style import ChartStyle
from builder.charts.telling import Teller
from builder.charts.typeset import SetWords, balanced, is_cut, longest_word, wrapped
from builder.model.chart import Flow, ResolvedChart
from builder.model.text import Line, join, plain

_GAPS: Final = Gaps(8.0, 9.0)
_PAD: Final = 9.0
_WIDEST: Final = 0.26  # of the drawing, for a column of names
_BESIDE: Final = 9.0  # between a box and the words of a row
_OFF_LINE: Final = 4.0  # between words and their arrow
_ENDS: Final = 3.0  # between a row's words and its end
_CHANNEL: Final = 54.0
_LINE: Final = 1.4
_EDGE: Final = 0.7
_SIZES: Final = (1.0, 0.9, 0.8)  # of words, where larger ones would be cut


class _Row(NamedTuple):
    """A flow's set words."""

    says: SetWords
    amount: SetWords

    @property
    def words(self) -> ArrowWords:
        above, below = (
            block.height + _OFF_LINE + _ENDS if block.lines else 2 * _OFF_LINE for block in self
        )
        return ArrowWords(above, below)


class _Lane(NamedTuple):
    """Where arrows run: from the left boxes past the words to the channel and the right boxes."""

    start: float
    channel: float
    end: float


class _Laid(NamedTuple):
    """How wide both columns are, where arrows run, and all words, set."""

    left: float
    right: float
    lane: _Lane
    rows: tuple[_Row, ...]
    names: Mapping[str, SetWords]


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the boxes and arrows below the frame's top; return the foot of the drawing.

    Raises:
        CrowdedError: a word has no room in its box, or beside it.
    """
    if not chart.flows:
        return frame.top
    for share in _SIZES:
        smaller = _lessened(style, share)
        laid = _laid(frame, chart, smaller)
        if laid is not None:
            return _drawn(frame, chart, smaller, laid)
    raise CrowdedError(
        f'chart "{chart.id}" has words that are longer than the room in its boxes, or between them',
        "shorten them, or let the diagram go across the page by `size: hero`",
    )


def _lessened(style: ChartStyle, share: float) -> ChartStyle:
    """Return the style with smaller words in boxes and beside arrows."""
    label, strong = (each.at(share * each.size) for each in (style.label, style.strong))
    return replace(style, label=label, strong=strong)


def _laid(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> _Laid | None:
    """Return what stands in boxes and beside arrows; None where that would cut a word."""
    flows = chart.flows
    names = {plain(name): name for flow in flows for name in (flow.giver, flow.receiver)}
    left, right = (
        _width([names[name] for name in side], frame, style)
        for side in ({flow.left for flow in flows}, {flow.right for flow in flows})
    )
    channel = 0.0 if straight(flows) else _CHANNEL
    lane = _Lane(left, frame.width - right - channel, frame.width - right)
    between = lane.channel - lane.start - 2 * _BESIDE
    rooms = {
        name: (left if any(flow.left == name for flow in flows) else right) - 2 * _PAD
        for name in names
    }
    if any(
        is_cut(said, type_, between, chart.language)
        for flow in flows
        for said, type_ in ((flow.says, style.label), (flow.amount, style.strong))
    ) or any(is_cut(names[at], style.strong, rooms[at], chart.language) for at in names):
        return None
    rows = tuple(_row(flow, chart, style, between) for flow in flows)
    set_names = {
        name: balanced(runs, style.strong, rooms[name], chart.language)
        for name, runs in names.items()
    }
    return _Laid(left, right, lane, rows, set_names)


def _drawn(frame: Frame, chart: ResolvedChart, style: ChartStyle, laid: _Laid) -> float:
    left, right, lane, rows, names = laid
    high = {name: block.height + 2 * _PAD for name, block in names.items()}
    placed = arrange(chart.flows, [row.words for row in rows], high, _GAPS)
    frame.plot = (frame.top, frame.top + placed.height)
    for at, node in enumerate(placed.left):
        _box(frame, style, node, names[node.name], (0.0, left), chart)
        for way, row in zip(placed.ways, rows, strict=True):
            if way.left.node == at:
                _way(frame, style, placed, way, row, lane)
    for node in placed.right:
        _box(frame, style, node, names[node.name], (lane.end, right), chart)
    return frame.top + placed.height


def _width(names: Sequence[Line], frame: Frame, style: ChartStyle) -> float:
    """Return the width of a column: its names on one line each where they are not too long."""
    cap = _WIDEST * frame.width
    one_line = max(wrapped(name, style.strong, cap).width for name in names) + 2 * _PAD
    widest_word = max(longest_word(name, style.strong) for name in names) + 2 * _PAD
    return max(min(one_line, cap), min(widest_word, 1.3 * cap))


def _row(flow: Flow, chart: ResolvedChart, style: ChartStyle, width: float) -> _Row:
    amount = style.strong.inked(style.theme.colours.accent)
    return _Row(
        wrapped(flow.says, style.label, width, chart.language),
        wrapped(flow.amount, amount, width, chart.language),
    )


def _box(
    frame: Frame,
    style: ChartStyle,
    node: FlowBox,
    name: SetWords,
    across: tuple[float, float],
    chart: ResolvedChart,
) -> None:
    colours, (x, width) = style.theme.colours, across
    receives = x > 0
    stands_out = any(f.emphasised for f in chart.flows if node.name in (f.left, f.right))
    strong = colours.accent if stands_out else colours.muted
    top = frame.top + node.top
    fill = strong if receives else colours.tint
    # A theme's tint may be its paper: the edge says where the box is.
    edge = None if receives else Edge(colours.grid, _EDGE)
    frame.rectangle(x, top, width, node.foot - node.top, fill, edge)
    inked = SetWords(name.lines, name.type.inked(colours.paper if receives else strong), name.runs)
    middle = top + (node.foot - node.top) / 2
    frame.put(inked, x + width / 2, middle, "centre", "middle")


def _way(
    frame: Frame, style: ChartStyle, placed: Arrangement, way: Way, row: _Row, lane: _Lane
) -> None:
    colours, y = style.theme.colours, frame.top + way.y
    bend = [(lane.channel, y)] if placed.turns(way) else []
    places = [(lane.start, y), *bend, (lane.end, frame.top + placed.port(way))]
    line, head = arrow(places[::-1] if way.flow.back else places, _LINE)
    colour = colours.accent if way.flow.emphasised else colours.soft
    frame.line(line, colour, _LINE)
    with frame.rigid(head[0][1]):
        frame.area(head, colour)
    words = lane.start + _BESIDE
    frame.put(row.says, words, y - _OFF_LINE, "left", "bottom")
    frame.put(row.amount, words, y + _OFF_LINE, "left", "top")


def tell(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell each flow in a sentence: who gives what to whom, and how much of it."""

    def gives(flow: Flow, what: Line) -> Line:
        return teller.phrase("gives", giver=flow.giver, receiver=flow.receiver, what=what)

    hedges = [words.strip() for words in teller.language.hedges.values()]
    whole = tuple(
        gives(flow, join((flow.says, _within(flow.amount, hedges)), ", ")) for flow in chart.flows
    )
    amounts = tuple(gives(flow, flow.amount or flow.says) for flow in chart.flows)
    some = tuple(amounts[:count] for count in range(len(amounts), 0, -1))
    givers, receivers = (
        teller.named({plain(name): name for name in names}.values())
        for names in ([f.giver for f in chart.flows], [f.receiver for f in chart.flows])
    )
    between = teller.phrase("gives_to", givers=givers, receivers=receivers)
    return Account((whole, *some, (between,)), 1)


def _within(amount: Line, hedges: Iterable[str]) -> Line:
    """Return an amount as it stands within a sentence: a hedge with a capital begins small."""
    if not amount or amount[0].owner is None or amount[0].owner.kind != "figure":
        return amount
    text = amount[0].text
    small = text[:1].lower() + text[1:]
    if text == small or not any(small.startswith(hedge) for hedge in hedges if hedge):
        return amount
    return (replace(amount[0], text=small), *amount[1:])


_FLOWS: Final = KindKey(
    "flows",
    "Arrows of a flow diagram: who gives what to whom.",
    "they are the arrows of a flow diagram: make it `kind: flow`, or remove the key",
    missing="list who gives what to whom: {from: ..., to: ..., says: ...}",
    form="flows",
)

KIND: Final = ChartType(
    name="flow",
    called={
        "en": "Flow diagram",
        "de": "Flussdiagramm",
        "fr": "Diagramme de flux",
        "uk": "Схема потоків",
    },
    resolve=resolve,
    tells=tell,
    draw=draw,
    counted=("a flow diagram", "flow diagrams"),
    keys=(_FLOWS,),
    drawn_from=("flows",),
    ignores=(
        *OF_POINTS,
        "x",
        "y",
        "series",
        "axis",
        "order",
        "ordered",
        "number_format",
        "decimals",
        "unit",
    ),
)
