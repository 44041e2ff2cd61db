"""Headline and flow diagram, with points below where any are.

Each arrow is joined to the boxes at its ends. What is given stands above its line, how much of it
below.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, product
from typing import Final, NamedTuple

from builder.charts.flows import Arrangement, ArrowWords, FlowBox, Gaps, Way, arrange, straight
from builder.model.chart import Flow, ResolvedChart
from builder.model.text import Line, plain
from builder.outputs.pptx.layouts.exhibits import diagram_layout
from builder.outputs.pptx.plan.autofit import TooLargeError, even_parts
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import (
    Anchor,
    Arrow,
    FilledForm,
    GroupItem,
    Joint,
    Paragraph,
    ParagraphStyle,
)
from builder.problems import shortened
from builder.units import Box

_GAPS: Final = Gaps(12.0, 14.0)
_PAD: Final = 12.0
_WIDEST: Final = 0.24  # of the diagram, for a column of names
_WIDEST_WORD: Final = 0.36  # of it, for one that a single long word needs
_NARROWEST: Final = 0.25  # of it, for the words of rows
_BESIDE: Final = 14.0  # between a box and the words of a row
_OFF_LINE: Final = 5.0  # between words and their arrow
_STUB: Final = 12.0  # beside an arrow that has no words there
_AIR: Final = 28.0  # what a row may grow by, where the slide has room
_CHANNEL: Final = 84.0
_WIDTH: Final = 2.0


class _Columns(NamedTuple):
    """The widths of the columns and of the channel before the right one, all within `box`."""

    box: Box
    left: float
    channel: float
    right: float

    @property
    def words(self) -> tuple[float, float]:
        """Where the words of rows begin, and how wide they may be."""
        taken = self.left + self.channel + self.right + 2 * _BESIDE
        return self.box.left + self.left + _BESIDE, self.box.width - taken

    @property
    def start(self) -> float:
        """Where arrows begin on the left."""
        return self.box.left + self.left

    @property
    def end(self) -> float:
        """Where they end on the right."""
        return self.box.left + self.box.width - self.right


class _Layout(NamedTuple):
    """A size at which everything fits, and where it stands."""

    size: float
    columns: _Columns
    placed: Arrangement


def flow(
    chart: ResolvedChart, box: Box, sizes: Sequence[float], ruler: Ruler
) -> tuple[GroupItem, ...]:
    """Return one group per slide: all flows on one where they fit, else in even parts.

    Raises:
        TooLargeError: a flow's words or a name do not fit on a slide of their own.
    """

    def laid(flows: Sequence[Flow], sizes: Sequence[float] = sizes) -> _Layout | None:
        return _laid(flows, box, sizes, ruler)

    parts = even_parts(chart.flows, laid)
    if parts is None:
        texts = [text for each in chart.flows for text in (each.says, each.amount or ())]
        names = [name for each in chart.flows for name in (each.giver, each.receiver)]
        widest = _WIDEST_WORD * box.width - 2 * _PAD
        wide = [name for name in names if ruler.longest_word(name, sizes[-1], bold=True) > widest]
        worst = max(map(plain, wide or texts), key=len)
        part = "a box" if wide else "an arrow"
        raise TooLargeError(
            worst,
            f'chart "{chart.id}" has {part} whose words do not fit on a slide, even in the '
            f'smallest type: "{shortened(worst)}"',
            "say it in fewer or shorter words",
            chart.place,
        )
    size = min(part.size for part in parts)
    # Parts of one diagram look alike; what fits in larger type has room in smaller.
    alike = (laid([way.flow for way in part.placed.ways], (size,)) or part for part in parts)
    return tuple(_drawn(chart, part, ruler) for part in alike)


def _says(each: Flow, size: float) -> tuple[Paragraph, ...]:
    return (Paragraph(each.says, ParagraphStyle(size)),)


def _amount(each: Flow, size: float) -> tuple[Paragraph, ...]:
    style = ParagraphStyle(size, bold=True, colour="accent")
    return (Paragraph(each.amount, style),) if each.amount else ()


def _name(name: Line, size: float, colour: str = "accent") -> Paragraph:
    return Paragraph(name, ParagraphStyle(size, bold=True, colour=colour, align="ctr"))


def _laid(flows: Sequence[Flow], box: Box, sizes: Sequence[float], ruler: Ruler) -> _Layout | None:
    """Return the first layout that works, narrow names before wide, large text before small."""
    for widest, size in product((_WIDEST, _WIDEST_WORD), sizes):
        columns = _columns(flows, box, size, ruler, widest)
        if columns is None or columns.words[1] < _least(flows, columns, size, ruler, widest):
            continue
        width = columns.words[1]
        rows = [_row(each, size, width, ruler) for each in flows]
        names = {
            plain(name): ruler.height((_name(name, size),), across - 2 * _PAD) + 2 * _PAD
            for each in flows
            for name, across in _ends(each, columns)
        }
        placed = arrange(flows, rows, names, _GAPS)
        if placed.height <= box.height:
            air = min(_AIR, (box.height - placed.height) / len(rows))
            airy = arrange(flows, [row.taller(air) for row in rows], names, _GAPS)
            return _Layout(size, columns, airy if airy.height <= box.height else placed)
    return None


def _least(
    flows: Sequence[Flow], columns: _Columns, size: float, ruler: Ruler, widest: float
) -> float:
    """Return how wide the words of rows have to be: no word is broken, nor dwarfed by the names."""
    if widest == _WIDEST:
        return 2 * (columns.left + columns.right) / 3
    texts = (text for each in flows for text in (*_says(each, size), *_amount(each, size)))
    words = max(ruler.longest_word(text.runs, size, bold=text.style.bold) for text in texts)
    return max(words, _NARROWEST * columns.box.width)


def _ends(each: Flow, columns: _Columns) -> tuple[tuple[Line, float], tuple[Line, float]]:
    """Return a flow's names with the widths of their columns."""
    left, right = (each.receiver, each.giver) if each.back else (each.giver, each.receiver)
    return (left, columns.left), (right, columns.right)


def _columns(
    flows: Sequence[Flow], box: Box, size: float, ruler: Ruler, widest: float
) -> _Columns | None:
    """Return columns as wide as their names need, or None where a word of one is too wide."""
    blank = _Columns(box, 0.0, 0.0, 0.0)
    sides = zip(*(_ends(each, blank) for each in flows), strict=True)
    left, right = (
        _width((name for name, _ in side), widest * box.width, size, ruler) for side in sides
    )
    if left is None or right is None:
        return None
    return _Columns(box, left, 0.0 if straight(flows) else _CHANNEL, right)


def _width(names: Iterable[Line], cap: float, size: float, ruler: Ruler) -> float | None:
    known = tuple(names)
    if max(ruler.longest_word(name, size, bold=True) for name in known) + 2 * _PAD > cap:
        return None
    return min(cap, max(ruler.width(name, size, bold=True) for name in known) + 2 * _PAD + 1)


def _row(each: Flow, size: float, width: float, ruler: Ruler) -> ArrowWords:
    above, below = (
        ruler.height(text, width) + 2 * _OFF_LINE if text else _STUB
        for text in (_says(each, size), _amount(each, size))
    )
    return ArrowWords(above, below)


def _drawn(chart: ResolvedChart, laid: _Layout, ruler: Ruler) -> GroupItem:
    columns, placed = laid.columns, laid.placed
    top = columns.box.top + (columns.box.height - placed.height) / 2
    shapes: list[FilledForm | Arrow] = []
    for at, node in enumerate(placed.left):
        shapes.append(_node(chart, node, laid, top, right=False))
        for number, way in enumerate(placed.ways, 1):
            if way.left.node == at:
                shapes += _words(way, number, laid, top, ruler)
    shapes += [_node(chart, node, laid, top, right=True) for node in placed.right]
    for number, way in enumerate(placed.ways, 1):
        shapes += _arrows(way, number, laid, top)
    return GroupItem(f"Flows {chart.id}", tuple(shapes), chart.alt, chart=chart.id)


def _node(
    chart: ResolvedChart, node: FlowBox, laid: _Layout, top: float, *, right: bool
) -> FilledForm:
    columns = laid.columns
    names = {plain(name): name for each in chart.flows for name in (each.giver, each.receiver)}
    own = [each for each in chart.flows if node.name in (each.left, each.right)]
    strong = "accent" if any(each.emphasised for each in own) else "muted"
    x, width = (columns.end, columns.right) if right else (columns.box.left, columns.left)
    return FilledForm(
        f"Name {node.name}",
        Box(x, top + node.top, width, node.foot - node.top),
        strong if right else "tint",
        paragraphs=(_name(names[node.name], laid.size, "paper" if right else strong),),
        anchor="ctr",
        inset=_PAD,
        edge="" if right else "grid",
        sites=tuple((0.0 if right else 1.0, node.share(at)) for at in range(len(node.sites))),
    )


def _words(way: Way, number: int, laid: _Layout, top: float, ruler: Ruler) -> list[FilledForm]:
    x, width = laid.columns.words
    y = top + way.y
    areas = []
    for name, text, above in (
        ("Flow", _says(way.flow, laid.size), True),
        ("Amount", _amount(way.flow, laid.size), False),
    ):
        if text:
            high = ruler.height(text, width)
            begin = y - _OFF_LINE - high if above else y + _OFF_LINE
            anchor: Anchor = "b" if above else "t"
            box = Box(x, begin, width, high)
            areas.append(FilledForm(f"{name} {number}", box, paragraphs=text, anchor=anchor))
    return areas


def _arrows(way: Way, number: int, laid: _Layout, top: float) -> list[FilledForm | Arrow]:
    """Return a row's arrow; one that goes up or down does so from a knot beyond the words."""
    columns, placed, y = laid.columns, laid.placed, top + way.y
    left, right = placed.left[way.left.node], placed.right[way.right.node]
    stops = [
        ((columns.start, y), Joint(f"Name {left.name}", way.left.site)),
        ((columns.end, top + placed.port(way)), Joint(f"Name {right.name}", way.right.site)),
    ]
    colour = "accent" if way.flow.emphasised else "soft"
    shapes: list[FilledForm | Arrow] = []
    if placed.turns(way):
        x, half = columns.end - columns.channel, _WIDTH / 2
        knot = FilledForm(f"Knot {number}", Box(x - half, y - half, _WIDTH, _WIDTH), colour)
        shapes.append(replace(knot, sites=((0.5, 0.5),)))
        stops.insert(1, ((x, y), Joint(knot.name, 0)))
    if way.flow.back:
        stops.reverse()
    for part, ((start, giver), (end, receiver)) in enumerate(pairwise(stops), 2):
        headed = part == len(stops)
        name = f"Arrow {number}" if headed else f"Arrow {number} to its knot"
        shapes.append(Arrow(name, start, end, colour, _WIDTH, giver, receiver, headed))
    return shapes


LAYOUT: Final = diagram_layout("flow", "Flow diagram", "flow diagram", flow, ("flow", "diagram"))
