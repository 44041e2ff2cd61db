"""Names of series above the first bar of a chart that lies: a placed plot in, a group of text and
leaders out, as the paper has them.
"""

from __future__ import annotations

from builder.charts.heads import APART, no_room, spread_over
from builder.charts.style import text_slot
from builder.outputs.pptx.plan.marks import bars_of
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import Area, GroupItem, Paragraph, ParagraphStyle, Stroke
from builder.outputs.pptx.plan.plot import Plot
from builder.outputs.pptx.plan.room import LEADER, heads_of
from builder.units import Box

_LEADER_WIDTH = 0.75
_ROOM = 1.02  # of its own width that a text's box has


def heads(plot: Plot, chart: str, ruler: Ruler) -> tuple[GroupItem, ...]:
    """Return the names, each with a leader to its part of the first bar.

    Raises:
        CrowdedError: they do not stand beside each other.
    """
    native, box = plot.native, plot.box
    if native.legend != "over" or not native.categories:
        return ()
    found = heads_of(native, box.width, plot.size, ruler)
    if found is None:
        raise no_room(chart, len(native.keys))
    first = {bar.series: bar.box for bar in bars_of(plot) if not bar.point}
    wanted = [first[at].left + first[at].width / 2 for at in range(len(found))]
    if not native.stacked:  # one to each side
        reach = plot.inner.width / 4
        wanted = [plot.reach(0) - reach, plot.reach(0) + reach]
    top_of_bar = min(each.top for each in first.values())
    widths = [head.width * _ROOM for head in found]
    middles = spread_over(wanted, widths, box.left, box.left + box.width, APART * plot.size)
    foot = plot.inner.top - LEADER
    shapes: list[Area | Stroke] = []
    for at, (head, middle, end) in enumerate(zip(found, middles, wanted, strict=True), 1):
        key = native.keys[at - 1]
        colour = f"chart:{text_slot(key.colour)}"
        style = ParagraphStyle(plot.size, bold=True, colour=colour, align="ctr")
        high = head.lines * plot.line
        place = Box(middle - widths[at - 1] / 2, foot - high, widths[at - 1], high)
        shapes.append(
            Area(f"Name {at}", place, paragraphs=(Paragraph((key.name,), style),), anchor="b")
        )
        if not native.stacked:
            continue
        leader = (middle, foot + 1), (end, max(top_of_bar, foot + 2))
        shapes.append(Stroke(f"Leader {at}", *leader, "soft", _LEADER_WIDTH))
    return (GroupItem(f"Names in {chart}", tuple(shapes), ()),)
