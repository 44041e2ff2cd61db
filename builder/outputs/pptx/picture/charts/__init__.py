"""Native charts as PowerPoint draws them: a planned chart and a pen in, ink out.

One rule per type of chart. Limits, places, labels and colours are those of the chart part that
the deck's writer makes of the same item.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from builder.charts.native import ChartType
from builder.outputs.pptx.picture.charts.areas import areas
from builder.outputs.pptx.picture.charts.bars import bars, columns
from builder.outputs.pptx.picture.charts.canvas import ChartCanvas
from builder.outputs.pptx.picture.charts.lines import lines
from builder.outputs.pptx.picture.charts.points import bubbles, markers
from builder.outputs.pptx.picture.charts.ring import ring
from builder.outputs.pptx.picture.pen import Pen
from builder.outputs.pptx.plan.model import ChartItem

RULES: Final[Mapping[ChartType, Callable[[ChartCanvas], None]]] = {
    "BAR_CLUSTERED": bars,
    "COLUMN_CLUSTERED": columns,
    "COLUMN_STACKED": columns,
    "LINE": lines,
    "AREA": areas,
    "AREA_STACKED": areas,
    "DOUGHNUT": ring,
    "XY_SCATTER": markers,
    "BUBBLE": bubbles,
}


def draw_chart(item: ChartItem, pen: Pen) -> None:
    """Draw a chart in its box.

    Raises:
        KeyError: its type has no rule, which is a bug of ours.
    """
    canvas = ChartCanvas(item, pen)
    RULES[item.native.type](canvas)
    canvas.legend()
