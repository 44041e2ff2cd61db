"""Flow diagram: who gives what to whom, as boxes in two columns with arrows between them.

PowerPoint has no such chart: the deck draws shapes in the same arrangement.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
from builder.charts.frame import Frame
from builder.charts.registry import OF_POINTS, Account, ChartType, KindKey
from builder.charts.resolving.context import ChartContext
from builder.charts.style import ChartStyle
from builder.charts.telling.teller import Teller
from builder.charts.typeset import SetWords, balanced, longest_word, wrapped
from builder.model.chart import ChartSpec, Flow, FlowSpec, ResolvedChart
from builder.model.text import Line, Text, join, plain

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


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart with its flows, those of one name on the left after each other.

    Who gives first stands on the left and whom it gives to on the right, and so on from there.
    None, with a problem, where that puts both ends of a flow into one column.
    """
    columns: dict[str, bool] = {}
    flows = []
    for stated in spec.flows:
        giver, receiver = (_name(text, context) for text in (stated.giver, stated.receiver))
        if giver == receiver:
            context.problems.error(
                stated.place,
                f'chart "{spec.id}": a flow from "{giver}" to itself',
                "name two that differ: `from` gives and `to` receives",
            )
            continue
        on_left = columns.setdefault(giver, not columns.get(receiver, False))
        if columns.setdefault(receiver, not on_left) == on_left:
            side = "left" if on_left else "right"
            context.problems.error(
                stated.place,
                f'chart "{spec.id}": the flow from "{giver}" to "{receiver}" has both ends on the '
                f"{side}",
                "the flows before it put them there, and arrows lead from one column to the other: "
                "leave it out, or draw it in a diagram of its own",
            )
            continue
        flows.append(_flow(stated, spec, context, back=not on_left))
    if len(flows) < len(spec.flows):
        return None
    rows = list(dict.fromkeys(flow.left for flow in flows))
    return replace(bare, flows=tuple(sorted(flows, key=lambda flow: rows.index(flow.left))))


def _name(text: Text, context: ChartContext) -> str:
    return plain(context.printer.line(text))


def _flow(stated: FlowSpec, spec: ChartSpec, context: ChartContext, *, back: bool) -> Flow:
    line = context.printer.line
    named = {plain(stated.giver), plain(stated.receiver)}
    return Flow(
        giver=line(stated.giver),
        receiver=line(stated.receiver),
        says=line(stated.says),
        amount=line(stated.amount),
        back=back,
        emphasised=not spec.highlight or bool(named.intersection(spec.highlight)),
    )


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
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
    frame.plot = (frame.top, frame.top + placed.height)
    for at, node in enumerate(placed.left):
        _box(frame, style, node, set_names[node.name], (0.0, left), chart)
        for way, row in zip(placed.ways, rows, strict=True):
            if way.left.node == at:
                _way(frame, style, placed, way, row, lane)
    for node in placed.right:
        _box(frame, style, node, set_names[node.name], (lane.end, right), chart)
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
    frame.rectangle(x, top, width, node.foot - node.top, strong if receives else colours.tint)
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
