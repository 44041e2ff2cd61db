"""A planned chart as a chart part: an item in, `c:chartSpace` out (ECMA-376-1, 21.2).

Written whole rather than styled afterwards: plot, axes, labels and colours are exactly those
that were resolved, in the order that the schema asks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from builder.charts.native import CARTESIAN, TO_THE_EDGE, NativeAxis, NativeChart
from builder.ooxml.escaping import quoteattr
from builder.outputs.pptx.plan.model import ChartItem
from builder.outputs.pptx.write.series import series_elements
from builder.outputs.pptx.write.text import UPRIGHT, ChartText
from builder.outputs.pptx.write.unseen import unseen_title
from builder.theme.theme import Theme
from builder.units import Box

_NAMESPACES: Final = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_CATEGORY_AXIS: Final = 111111111
_VALUE_AXIS: Final = 222222222
_AXIS_IDS: Final = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
_SECOND_NAMES: Final = 333333333
_SECOND_AXIS: Final = 444444444
_SECOND_IDS: Final = f'<c:axId val="{_SECOND_NAMES}"/><c:axId val="{_SECOND_AXIS}"/>'
_VARY: Final = '<c:varyColors val="0"/>'


def chart_part(item: ChartItem, theme: Theme, language: str) -> str:
    """Return the chart part's XML; its first relationship leads to its workbook."""
    text = ChartText(theme, language, item.size)
    native = item.native
    plot = _PLOTS[native.type](native, series_elements(item, text, slice(native.bars)))
    if native.lines:
        lines = series_elements(item, text, slice(native.bars, None))
        plot += _line(native, lines).replace(_AXIS_IDS, _SECOND_IDS)
    blanks = "span" if native.spanned else "gap"
    axes = "" if native.type == "DOUGHNUT" else _axes(native, text, _title_layouts(item))
    legend = _legend(item, text) if native.legend == "top" else ""
    return (
        f'<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:lang val={quoteattr(language)}/>'
        f'<c:roundedCorners val="0"/><c:chart>{unseen_title(native.title, language)}'
        f'<c:autoTitleDeleted val="{int(not native.title)}"/><c:plotArea>'
        f"{_layout(item.plot, item.box)}{plot}{axes}"
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>{legend}"
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="{blanks}"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{text.properties()}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )


def _layout(inner: Box, outer: Box, target: str = "inner") -> str:
    """Return `c:layout` that puts something at a box inside the chart's own."""
    shares = {
        "x": (inner.left - outer.left) / outer.width,
        "y": (inner.top - outer.top) / outer.height,
        "w": inner.width / outer.width,
        "h": inner.height / outer.height,
    }
    placed = "".join(f'<c:{key} val="{share:.5f}"/>' for key, share in shares.items())
    aimed = f'<c:layoutTarget val="{target}"/>' if target else ""
    return (
        f"<c:layout><c:manualLayout>{aimed}"
        f'<c:xMode val="edge"/><c:yMode val="edge"/>{placed}</c:manualLayout></c:layout>'
    )


def _bars(direction: str, grouping: str) -> Callable[[NativeChart, str], str]:
    def bars(native: NativeChart, series: str) -> str:
        return (
            f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/>{_VARY}'
            f'{series}<c:gapWidth val="{native.gap_width}"/><c:overlap val="{native.overlap}"/>'
            f"{_AXIS_IDS}</c:barChart>"
        )

    return bars


def _areas(grouping: str) -> Callable[[NativeChart, str], str]:
    def areas(_: NativeChart, series: str) -> str:
        return (
            f'<c:areaChart><c:grouping val="{grouping}"/>{_VARY}{series}{_AXIS_IDS}</c:areaChart>'
        )

    return areas


def _line(_: NativeChart, series: str) -> str:
    return (
        f'<c:lineChart><c:grouping val="standard"/>{_VARY}{series}<c:marker val="1"/>'
        f"{_AXIS_IDS}</c:lineChart>"
    )


def _ring(native: NativeChart, series: str) -> str:
    return (
        f'<c:doughnutChart><c:varyColors val="1"/>{series}<c:firstSliceAng val="0"/>'
        f'<c:holeSize val="{native.hole_size}"/></c:doughnutChart>'
    )


def _scatter(_: NativeChart, series: str) -> str:
    return (
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/>{_VARY}{series}{_AXIS_IDS}'
        "</c:scatterChart>"
    )


def _bubbles(native: NativeChart, series: str) -> str:
    return (
        f'<c:bubbleChart>{_VARY}{series}<c:bubbleScale val="{native.bubble_scale}"/>'
        f'<c:showNegBubbles val="0"/><c:sizeRepresents val="area"/>{_AXIS_IDS}</c:bubbleChart>'
    )


_PLOTS: Final[dict[str, Callable[[NativeChart, str], str]]] = {
    "BAR_CLUSTERED": _bars("bar", "clustered"),
    "BAR_STACKED": _bars("bar", "stacked"),
    "BAR_STACKED_100": _bars("bar", "percentStacked"),
    "COLUMN_CLUSTERED": _bars("col", "clustered"),
    "COLUMN_STACKED": _bars("col", "stacked"),
    "LINE": _line,
    "AREA": _areas("standard"),
    "AREA_STACKED": _areas("stacked"),
    "DOUGHNUT": _ring,
    "XY_SCATTER": _scatter,
    "BUBBLE": _bubbles,
}


def _title_layouts(item: ChartItem) -> dict[str, str]:
    """Return the `c:layout` of those titles whose places are set, by the axis' position."""
    box = item.box
    return {
        place.side[0]: (
            '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
            f'<c:x val="{(place.left - box.left) / box.width:.5f}"/>'
            f'<c:y val="{(place.top - box.top) / box.height:.5f}"/></c:manualLayout></c:layout>'
        )
        for place in item.titles
    }


def _axes(native: NativeChart, text: ChartText, layouts: Mapping[str, str]) -> str:
    across = native.across
    to_the_edge = native.moments or native.to_edge or native.type in (*TO_THE_EDGE, *CARTESIAN)
    value = _value_axis(
        native.value_axis,
        (_VALUE_AXIS, _CATEGORY_AXIS),
        "b" if across else "l",
        text,
        layouts,
        crosses="max" if native.reversed_categories else "autoZero",
        between="midCat" if to_the_edge else "between",
    )
    if native.type in CARTESIAN:
        ids = (_CATEGORY_AXIS, _VALUE_AXIS)
        first = _value_axis(
            native.category_axis, ids, "b", text, layouts, crosses="min", between="midCat"
        )
        return first + value.replace('crosses val="autoZero"', 'crosses val="min"')
    if native.moments:
        return _time_axis(native, text) + value
    return _category_axis(native, "l" if across else "b", text) + value + _second(native, text)


def _second(native: NativeChart, text: ChartText) -> str:
    """Return the axis at the right, and that of the names again, which it stands on, unseen."""
    if native.second_axis is None:
        return ""
    ids = (_SECOND_AXIS, _SECOND_NAMES)
    value = _value_axis(
        native.second_axis, ids, "r", text, {}, crosses="max", between="between", gridded=False
    )
    return value + (
        f'<c:catAx><c:axId val="{_SECOND_NAMES}"/><c:scaling><c:orientation val="minMax"/>'
        '</c:scaling><c:delete val="1"/><c:axPos val="b"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:crossAx val="{_SECOND_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _crossing(native: NativeChart) -> str:
    """Return where the names' axis crosses that of the values: a logarithmic one has no zero."""
    return "min" if native.value_axis.log else "autoZero"


def _time_axis(native: NativeChart, text: ChartText) -> str:
    """Return an axis on which dates stand as far apart as they are; their names are laid below.

    Years are counted as days are: they are whole numbers, and nothing else is read off them.
    """
    return (
        f'<c:dateAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        '</c:scaling><c:delete val="0"/><c:axPos val="b"/>'
        f"{_names_title(native.category_axis, text, upright=False)}"
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f"<c:spPr>{text.baseline()}</c:spPr>{text.properties()}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="{_crossing(native)}"/><c:auto val="0"/>'
        '<c:lblOffset val="60"/><c:baseTimeUnit val="days"/></c:dateAx>'
    )


def _category_axis(native: NativeChart, position: str, text: ChartText) -> str:
    axis = native.category_axis
    turn = UPRIGHT if axis.turned else 0
    order = "maxMin" if native.reversed_categories else "minMax"
    hidden = not axis.shown or axis.every > 1 or axis.aside
    # Lines from one end to another stand on nothing.
    line = text.line(0.0, "grid") if native.to_edge else text.baseline()
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{position}"/>'
        f"{_names_title(axis, text, upright=position == 'l')}"
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{"none" if hidden else "low"}"/>'
        f"<c:spPr>{line}</c:spPr>{text.properties(turn=turn)}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="{_crossing(native)}"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _names_title(axis: NativeAxis, text: ChartText, *, upright: bool) -> str:
    """Return the title of an axis of names: what it prints, else what is heard of it."""
    shown = text.axis_title(axis.title, upright=upright)
    return shown or unseen_title(axis.unseen, text.language)


def _value_axis(
    axis: NativeAxis,
    ids: tuple[int, int],
    position: str,
    text: ChartText,
    layouts: Mapping[str, str],
    *,
    crosses: str,
    between: str,
    gridded: bool = True,
) -> str:
    limits = "".join(
        f'<c:{name} val="{float(limit):.15g}"/>'
        for name, limit in (("max", axis.max), ("min", axis.min))
        if limit is not None
    )
    base = '<c:logBase val="10"/>' if axis.log else ""
    upright, layout = position in "lr", layouts.get(position, "")
    title = (
        text.axis_title(axis.title, upright=upright, layout=layout, slot=axis.title_colour)
        if axis.shown
        else ""
    )
    title = title or unseen_title(axis.unseen, text.language)
    # Ticks stand below the plot: where the names run from the top, that is their far end.
    side = "high" if crosses == "max" else "low"
    side = "nextTo" if position == "r" else side
    step = f'<c:majorUnit val="{float(axis.step):.15g}"/>' if axis.step else ""
    grid = f"<c:majorGridlines><c:spPr>{text.line(0.75, 'grid')}</c:spPr></c:majorGridlines>"
    return (
        f'<c:valAx><c:axId val="{ids[0]}"/><c:scaling>{base}<c:orientation val="minMax"/>{limits}'
        f'</c:scaling><c:delete val="{int(not axis.shown)}"/><c:axPos val="{position}"/>'
        f"{grid if axis.shown and gridded else ''}"
        f"{title}"
        f'<c:numFmt formatCode={quoteattr(axis.number_format or "General")} sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{"none" if axis.laid else side}"/>'
        f"<c:spPr>{text.line(0.0, 'grid')}</c:spPr>{text.properties()}"
        f'<c:crossAx val="{ids[1]}"/><c:crosses val="{crosses}"/>'
        f'<c:crossBetween val="{between}"/>{step}</c:valAx>'
    )


def _legend(item: ChartItem, text: ChartText) -> str:
    """Return a legend across the chart's top, from its left edge."""
    strip = Box(item.box.left, item.box.top, item.legend.width, item.legend.height)
    return (
        f'<c:legend><c:legendPos val="t"/>{_layout(strip, item.box, "")}<c:overlay val="0"/>'
        f"{text.properties()}</c:legend>"
    )
