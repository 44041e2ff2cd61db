"""Where a native chart stands: a chart and a box in; its item and what is laid over it out.

A ring stands at the left of its key, its inner text in the middle.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from builder.charts.native import NativeChart
from builder.charts.registry import CrowdedError, no_room_for_names
from builder.language.language import language_of
from builder.model.chart import ResolvedChart
from builder.model.text import Run
from builder.outputs.pptx.plan import annotations as annotating
from builder.outputs.pptx.plan import panels
from builder.outputs.pptx.plan.axes import titles
from builder.outputs.pptx.plan.laid import bare, connectors, laid, names, totals
from builder.outputs.pptx.plan.legends import legend_of
from builder.outputs.pptx.plan.marks import named_only, sides
from builder.outputs.pptx.plan.measure import HEIGHT_MARGIN, PITCH, Ruler
from builder.outputs.pptx.plan.model import (
    FREE,
    ChartItem,
    FilledForm,
    GroupItem,
    Item,
    Paragraph,
    ParagraphStyle,
)
from builder.outputs.pptx.plan.over import broken, gaps, heads, joins, row_names
from builder.outputs.pptx.plan.plot import PlacedPlot, plotted
from builder.outputs.pptx.plan.shifting import shifts
from builder.theme.theme import DISPLAY, HEADLINE, LABEL, LARGE, SMALL, TEXT
from builder.units import Box

_SWATCH: Final = 16.0
_NAME: Final = 28.0
_APART: Final = 36.0
_ROW_PAD, _CLOSE_PAD = 13.0, 6.0
_PART: Final = 8.0
_MUCH: Final = 1.25
_INSET: Final = 6.0
# Sizes of the key's text, each with the ring's least share of the width: the first serves that
# divides no word of a name.
_KEYS: Final = (
    *((size, least) for least in (0.45, 0.36) for size in (TEXT, LABEL, SMALL)),
    *((SMALL, least) for least in (0.28, 0.2)),
)
_CENTRE_SIZES: Final = (DISPLAY, HEADLINE, LARGE, TEXT, LABEL, SMALL)
_CENTRE_WORDS: Final = (LABEL, SMALL)


def ring(
    chart: ResolvedChart, native: NativeChart, box: Box, ruler: Ruler, placeholder: int
) -> tuple[Item, ...]:
    """Return the ring as large as `box` and its key allow, both together in the middle.

    The key stands below it where that leaves the ring much more room than beside it.

    Raises:
        CrowdedError: the key is higher than the box.
    """
    size, least = _key_size(native, box.width, ruler)
    key_width = _key_width(native, (key.name for key in native.keys), size, ruler)
    beside = _APART + key_width if native.keys else 0.0
    side = min(box.height, max(box.width - beside, box.width * least))
    (small,) = ruler.steps(SMALL)
    rows = len(native.keys) * (small * PITCH * (1 + HEIGHT_MARGIN) + _CLOSE_PAD)
    under = min(box.width, box.height - rows - _PART)
    wide = _key_width(native, (key.name for key in native.keys), small, ruler)
    if native.keys and under > _MUCH * side and wide <= box.width:
        place = Box(box.left + (box.width - under) / 2, box.top, under, under)
        low = box.top + box.height - rows
        at = Box(box.left + (box.width - wide) / 2, low, wide, rows)
        size = small
    else:
        key_width = min(key_width, box.width - side - _APART)
        used = side + (_APART + key_width if native.keys else 0.0)
        left = box.left + (box.width - used) / 2
        place = Box(left, box.top + (box.height - side) / 2, side, side)
        at = Box(left + side + _APART, box.top, key_width, box.height)
    return _ring(chart, native, (place, at, size), ruler, placeholder)


def _ring(
    chart: ResolvedChart,
    native: NativeChart,
    placed: tuple[Box, Box, float],
    ruler: Ruler,
    placeholder: int,
) -> tuple[Item, ...]:
    """Return a ring in its place, its inner text, and its key in its place and size."""
    place, at, size = placed
    side = place.width - 2 * _INSET
    plot = Box(place.left + _INSET, place.top + _INSET, side, side)
    name = f"Chart {chart.id}"
    items: list[Item] = [
        ChartItem(
            placeholder, name, chart.id, native, place, plot, ruler.steps(LABEL)[0], chart.alt
        )
    ]
    if native.centre:
        items.append(_centre(chart, native, plot, ruler))
    if native.keys:
        items.append(_key(chart, native, at, size, ruler))
    return tuple(items)


def _key_size(native: NativeChart, width: float, ruler: Ruler) -> tuple[float, float]:
    """Return the size of the key's text, and how much of the width the ring must have."""
    names = [replace(key.name, text=word) for key in native.keys for word in key.name.text.split()]
    for step, least in _KEYS:
        (size,) = ruler.steps(step)
        if _key_width(native, names, size, ruler) <= width * (1 - least) - _APART:
            return size, least
    return size, least


def _key_width(native: NativeChart, names: Iterable[Run], size: float, ruler: Ruler) -> float:
    widest = max((ruler.width((name,), size) for name in names), default=0.0)
    return _NAME + widest + 12 + _values_width(native, size, ruler)


def _values_width(native: NativeChart, size: float, ruler: Ruler) -> float:
    widths = (ruler.width(key.value, size, bold=True) for key in native.keys)
    return max(widths, default=0.0) + 8


def _centre(chart: ResolvedChart, native: NativeChart, plot: Box, ruler: Ruler) -> Item:
    # LibreOffice draws every hole half as wide as the ring; the text fits that one too.
    side = plot.width * min(native.hole_size, 50) / 100 * 0.85
    box = Box(plot.left + (plot.width - side) / 2, plot.top + (plot.height - side) / 2, side, side)
    first, *rest = native.centre
    numbers, words = ruler.steps(*_CENTRE_SIZES), ruler.steps(*_CENTRE_WORDS)
    fits = (n for n in numbers if ruler.width((first,), n, bold=True) <= side)
    large = next(fits, numbers[-1])
    paragraphs = [Paragraph((first,), ParagraphStyle(large, bold=True, align="ctr"))]
    for run in rest:
        small = next((n for n in words if ruler.width((run,), n) <= side), words[-1])
        if ruler.longest_word((run,), small) > side:
            break  # the key names it as well
        paragraphs.append(Paragraph((run,), ParagraphStyle(small, colour="muted", align="ctr")))
    area = FilledForm("Inner text", box, paragraphs=tuple(paragraphs), anchor="ctr")
    return GroupItem(f"Inner text of {chart.id}", (area,), ())


def _key(chart: ResolvedChart, native: NativeChart, box: Box, size: float, ruler: Ruler) -> Item:
    """Return one row per part, swatch, name and value; long names take several lines.

    Raises:
        CrowdedError: they take more than there is.
    """
    values = _values_width(native, size, ruler)
    width = box.width - _NAME - values
    named = [Paragraph((key.name,), ParagraphStyle(size)) for key in native.keys]
    line = size * PITCH * (1 + HEIGHT_MARGIN)
    high = [ruler.lines(name, width) * line for name in named]
    pad = min(_ROW_PAD, (box.height - sum(high)) / max(1, len(high)))
    if pad < 0 or any(ruler.cuts(name, width) for name in named):
        raise CrowdedError(
            f'chart "{chart.id}" has a key longer than the place it has on the slide',
            "shorten the names of its parts by `labels`, or use a bar chart",
        )
    heights = [each + pad for each in high]
    top = box.top + (box.height - sum(heights)) / 2
    areas: list[FilledForm] = []
    for at, (key, name, height) in enumerate(zip(native.keys, named, heights, strict=True), 1):
        swatch = Box(box.left, top + (height - _SWATCH) / 2, _SWATCH, _SWATCH)
        areas.append(FilledForm(f"Swatch {at}", swatch, f"chart:{key.colour}"))
        place = Box(box.left + _NAME, top, width, height)
        areas.append(FilledForm(f"Key {at}", place, paragraphs=(name,), anchor="ctr"))
        if key.value:
            value = (Paragraph(key.value, ParagraphStyle(size, bold=True, align="r")),)
            place = Box(box.left + box.width - values, top, values, height)
            areas.append(FilledForm(f"Value {at}", place, paragraphs=value, anchor="ctr"))
        top += height
    # The ring's own cells hold the same names and values.
    return GroupItem(f"Key to {chart.id}", tuple(areas), ())


_SAID: Final = 60  # characters of a name that is quoted


def place(
    chart: ResolvedChart, native: NativeChart, box: Box, ruler: Ruler, placeholder: int
) -> tuple[Item, ...]:
    """Return the chart in `box`, followed by the text that stands over or beside it.

    Raises:
        CrowdedError: its words have no room there.
    """
    if native.type == "DOUGHNUT":
        return ring(chart, native, box, ruler, placeholder)
    if native.panels:
        return _panels(chart, native, box, ruler, placeholder)
    plot = plotted(native, box, ruler)
    if plot is None:
        return _columns(chart, native, box, ruler, placeholder)
    item = _item(chart, plot, ruler, placeholder, f"Chart {chart.id}")
    above = heads(plot, chart.id, ruler)
    over = (
        *row_names(plot, chart.id, ruler),
        *joins(plot, chart.id),
        *gaps(plot, chart.id),
        *above,
        *laid(plot, chart.id, ruler),
        *connectors(plot, chart.id),
        *totals(plot, chart.id, language_of(chart.language).semicolon, ruler),
    )
    named = names(plot, chart.id, ruler)
    annotated = (*annotating.over(plot, chart.id, ruler, named, above), *broken(plot, chart.id))
    return (*annotating.ground(plot, chart.id, ruler), item, *over, *named, *annotated)


def _columns(
    chart: ResolvedChart, native: NativeChart, box: Box, ruler: Ruler, placeholder: int
) -> tuple[Item, ...]:
    """Return bars in two columns, the first of which is described as the whole.

    Raises:
        CrowdedError: their names have no room even so.
    """
    plots = panels.in_columns(native, box, ruler)
    if not plots:
        raise no_room_for_names(chart, "in the place it has on the slide")
    items: list[Item] = []
    for number, plot in enumerate(plots):
        called = chart.id + (f", panel {number + 1}" if number else "")
        place = FREE if number else placeholder
        item = _item(chart, plot, ruler, place, f"Chart {called}")
        alt = plot.native.title if number else chart.alt
        items += [replace(item, alt=alt), *row_names(plot, called, ruler)]
    return tuple(items)


def _panels(
    chart: ResolvedChart, native: NativeChart, box: Box, ruler: Ruler, placeholder: int
) -> tuple[Item, ...]:
    """Return small charts on a grid, the first of which is described as the whole.

    Raises:
        CrowdedError: their words have no room.
    """
    plots = panels.placed(native, box, ruler)
    if plots is None:
        if panels.placed(panels.unnamed(native), box, ruler) is not None:
            raise _no_room_for_panels(chart)
        if panels.placed(panels.unvalued(native), box, ruler) is not None:
            raise CrowdedError(
                f'chart "{chart.id}" has values so long that its bars have no room on the slide',
                "print shorter numbers, in thousands or millions, or show fewer panels",
            )
        raise no_room_for_names(chart, "in the place it has on the slide")
    items: list[Item] = [panels.names(plots, chart.id, ruler)]
    for number, plot in enumerate(plots):
        name = f"Chart {chart.id}" + (f", panel {number + 1}" if number else "")
        place = FREE if number else placeholder
        item = _item(chart, plot, ruler, place, name)
        alt = plot.native.title if number else chart.alt
        called = f"{chart.id}, panel {number + 1}"
        items += [replace(item, alt=alt), *laid(plot, called, ruler), *broken(plot, called)]
    return tuple(items)


def _no_room_for_panels(chart: ResolvedChart) -> CrowdedError:
    longest = max((series.name.text for series in chart.series), key=len)
    cut = longest if len(longest) <= _SAID else f"{longest[:_SAID].rstrip()}…"
    return CrowdedError(
        f'chart "{chart.id}": the names of its {len(chart.series)} panels, such as "{cut}", leave '
        "their plots no room in the place they have on the slide",
        "shorten them by `labels`, show fewer, or give the chart a slide of its own",
    )


def _item(
    chart: ResolvedChart, plot: PlacedPlot, ruler: Ruler, placeholder: int, name: str
) -> ChartItem:
    native = plot.native
    beside = sides(plot, ruler)
    return ChartItem(
        placeholder=placeholder,
        name=name,
        chart=chart.id,
        native=bare(named_only(native, beside), chart.id),
        box=plot.box,
        plot=plot.inner,
        size=plot.size,
        alt=chart.alt,
        legend=legend_of(native, plot.box.width, plot.size, ruler),
        shifts=shifts(plot, ruler),
        sides=beside,
        titles=titles(plot.native, plot.box, plot.inner, plot.size, ruler),
    )
