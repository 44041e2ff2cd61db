"""Text and paint inside a chart part: runs and colours in, DrawingML out (ECMA-376-1, 21.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from builder.charts.native import LabelPosition, NativePoint, Slot
from builder.model.text import Line
from builder.outputs.pptx.plan.model import Side
from builder.outputs.pptx.write.xml import chart_reference, fill
from builder.theme.theme import Theme
from builder.units import emu

POSITIONS: Final[Mapping[LabelPosition | Side, str]] = {
    "outside_end": "outEnd",
    "beyond_end": "inEnd",
    "centre": "ctr",
    "right": "r",
    "left": "l",
    "above": "t",
    "below": "b",
}
UPRIGHT: Final = -5_400_000
_SILENT = "".join(
    f'<c:show{what} val="0"/>'
    for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)
_SHOWN = _SILENT.replace('showVal val="0"', 'showVal val="1"')


@dataclass(frozen=True)
class ChartText:
    """Writes the texts of one chart at one size in one language."""

    theme: Theme
    language: str
    size: float

    def paint(self, slot: Slot) -> str:
        """Return the fill of a colour slot of a native chart."""
        if slot == "none":
            return "<a:noFill/>"
        return f"<a:solidFill>{chart_reference(slot, self.theme).xml()}</a:solidFill>"

    def line(self, width: float, colour: str) -> str:
        """Return `a:ln` in a colour of the theme; of no width, no line."""
        if not width:
            return "<a:ln><a:noFill/></a:ln>"
        return f'<a:ln w="{emu(width)}" cap="flat">{fill(colour, self.theme)}</a:ln>'

    def font(self, slot: Slot = "ink", *, strong: bool = False, tag: str = "defRPr") -> str:
        """Return run properties; `defRPr` is what PowerPoint uses where it writes the text."""
        return (
            f'<a:{tag} lang={quoteattr(self.language)} sz="{round(self.size * 100)}" '
            f'b="{int(strong)}">{self.paint(slot)}<a:latin typeface="+mn-lt"/></a:{tag}>'
        )

    def properties(self, slot: Slot = "ink", *, turn: int = 0) -> str:
        """Return `c:txPr`; `turn` counts 60,000 to a degree."""
        return (
            f'<c:txPr><a:bodyPr rot="{turn}" vert="horz"/><a:lstStyle/>'
            f"<a:p><a:pPr>{self.font(slot)}</a:pPr>"
            f"<a:endParaRPr lang={quoteattr(self.language)}/></a:p></c:txPr>"
        )

    def rich(self, line: Line, slot: Slot = "ink", *, strong: bool = False, turn: int = 0) -> str:
        """Return `c:tx` with a line word for word; `turn` counts 60,000 to a degree."""
        runs = "".join(
            f"<a:r>{self.font(slot, strong=strong or run.strong, tag='rPr')}"
            f"<a:t>{escape(run.text)}</a:t></a:r>"
            for run in line
        )
        return (
            f'<c:tx><c:rich><a:bodyPr rot="{turn}" wrap="none"/><a:lstStyle/><a:p><a:pPr>'
            f"{self.font(slot, strong=strong)}</a:pPr>{runs}</a:p></c:rich></c:tx>"
        )

    def labels(
        self,
        points: tuple[NativePoint, ...],
        position: LabelPosition,
        shifts: Mapping[int, float],
        sides: Mapping[int, Side],
        *,
        placed: bool = True,
    ) -> str:
        """Return `c:dLbls`: a text of its own for each point that has a label, and no others.

        `shifts` move labels down, as shares of the chart's height; `sides` are where single ones
        stand. A chart type whose labels
        cannot be placed (doughnut, area) takes no position: `placed` is False.
        """

        def where(at: int) -> str:
            side = sides.get(at, position)
            return f'<c:dLblPos val="{POSITIONS[side]}"/>' if side != "none" and placed else ""

        single = "".join(
            f'<c:dLbl><c:idx val="{at}"/>{_moved(shifts.get(at, 0.0))}'
            f"{self.rich(point.label, point.label_colour, strong=point.strong)}"
            f"{where(at)}{_SHOWN}</c:dLbl>"
            for at, point in enumerate(points)
            if point.label and point.value is not None
        )
        if not single:
            return ""
        bare = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        return f"<c:dLbls>{single}{bare}{self.properties()}{_SILENT}</c:dLbls>"

    def axis_title(self, line: Line, *, upright: bool, layout: str = "") -> str:
        """Return `c:title` of an axis, turned beside an upright one; `layout` places it."""
        if not line:
            return ""
        turn = -5_400_000 if upright else 0
        text = self.rich(line, "ink", turn=turn)
        return f'<c:title>{text}{layout}<c:overlay val="0"/></c:title>'


def _moved(share: float) -> str:
    if not share:
        return ""
    place = f'<c:x val="0"/><c:y val="{share:.5f}"/>'
    return f"<c:layout><c:manualLayout>{place}</c:manualLayout></c:layout>"
