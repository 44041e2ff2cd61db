"""Map: places filled by the class of their value, or with discs whose areas are values.

A chart of places and values in; its land, classes and names out, and how they are drawn.
PowerPoint's own maps ask a server for their borders: the deck draws shapes, on the same land.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Final

from builder.charts import classes, mapping, measuring
from builder.charts.frame import Edge, Frame, pattern_of
from builder.charts.kinds.map.grounds import BORDERS, REGION, SHAPES, ground_of
from builder.charts.markers import leader
from builder.charts.native import rgb
from builder.charts.registry import OF_POINTS, Account, ChartType, KindKey, kind_of
from builder.charts.resolving.category import charted, tick_run
from builder.charts.resolving.context import ChartContext, common_unit
from builder.charts.resolving.grid import grid_of, ordered
from builder.charts.resolving.statistics import CLASSES, bounds_of
from builder.charts.style import ChartStyle
from builder.charts.telling import Teller
from builder.charts.telling.values import ranked
from builder.charts.typeset import SetWords, one_line, wrapped
from builder.language.dates import word
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.gauge import Gauge, Measured, mark_of
from builder.model.land import Land, Tick
from builder.model.text import Line, Run
from builder.theme.ramp import is_faint

SYMBOLS: Final = "symbols"
"""A key that a map alone takes."""

_QUANTILES: Final = "quantiles"
_ON: Final = ("true", "yes", "on")
_HIGHEST: Final = 300.0  # points that the land takes in the paper
_HERO: Final = 1.25  # of that, in a chart across the page
_EDGE: Final = 0.4
_ABOVE_KEY: Final = 10.0
_BESIDE: Final = 24.0
_ASIDE: Final = 5 * classes.STEP[0]  # at least, for a key at the right of the land
_APART: Final = 6.0  # between two discs of it
_PLATE: Final = 1.5


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart on its land; None, with problems, where places or classes are unknown."""
    grid = grid_of(spec, context)
    chart = charted(spec, grid, bare, context, kind_of(spec.kind)) if grid else None
    if grid is None or chart is None:
        return None
    so_far = len(context.problems.errors)
    ground = ground_of(spec, ordered(spec, grid).categories, context)
    bounds = bounds_of(spec, spec.own(CLASSES.name), chart, context)
    sizes = _sizes(spec, chart, context) if _is_on(spec, SYMBOLS) else ()
    if ground is None or len(context.problems.errors) > so_far:
        return None
    chart = replace(chart, categories=ground.names, value_axis=None)
    land = replace(
        ground.land,
        bounds=() if sizes else bounds,
        sizes=sizes,
        unknown=Run(word(context.tag, "no_data")),
        beside=_beside(chart, ground.land, context.tag),
    )
    note = (*chart.note, Run(" "), *ground.note) if chart.note and ground.note else ()
    return replace(chart, land=land, note=note or chart.note or ground.note)


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw land, discs, names and key below the frame's top; return the foot of the drawing."""
    land = mapping.land_of(chart)
    high = _HIGHEST * (_HERO if frame.extent == "hero" else 1)
    high = min(high, frame.width * land.height / land.width) - frame.less
    sheet = mapping.sheet(land, 0, frame.top, frame.width, high)
    plain = Edge(style.theme.colours.paper, _EDGE)
    faint = Edge(style.theme.colours.muted, _EDGE)
    for shape in land.shapes:
        if shape.outline:
            slot = mapping.colour_of(chart, shape)
            edge = faint if is_faint(slot) else plain
            at = (sheet.left, sheet.top, sheet.scale)
            ink = rgb(slot, style.theme), edge, pattern_of(slot, style.theme)
            with frame.as_mark("land", shape.code):
                frame.outline(shape.outline, at, *ink)
    around = Edge(style.theme.colours.paper if land.sizes else style.theme.colours.muted, _EDGE)
    for mark in mapping.marks(sheet, chart):
        pattern = pattern_of(mark.colour, style.theme)
        with frame.as_mark("disc", mark.row):
            frame.disc(*mark.disc, rgb(mark.colour, style.theme), around, pattern)
    _names(frame, chart, style, sheet)
    foot = sheet.top + sheet.height
    left, free = sheet.width + _BESIDE, frame.width - sheet.width
    if free > _ASIDE or free - _BESIDE > _upright(chart, style, sheet):
        foot = max(foot, _key(frame, chart, style, sheet, left, sheet.top))
    else:
        foot = _key(frame, chart, style, sheet, 0.0, foot + _ABOVE_KEY)
    beside = wrapped(land.beside, style.caption, frame.width, chart.language)
    if beside.lines:
        frame.put(beside, 0, foot + 6, vertical="top")
        foot += 6 + beside.height
    return foot


def tell(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell what of the world is shown, and the places with the highest and the lowest value."""
    account = ranked(chart, teller)
    region = mapping.land_of(chart).region
    return replace(account, measures=(region, *account.measures) if region else account.measures)


def gauges(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauge of the places' classes, or of their discs."""
    land = mapping.land_of(chart)
    yield from measuring.discs(chart)
    if land.sizes:
        return
    marks = []
    for shape in land.shapes:
        if shape.row >= 0:
            value, name = chart.series[0].data[shape.row].value, chart.categories[shape.row].text
            at = -1 if value is None else classes.class_of(land.bounds, value)
            for mark in (mark_of("land", shape.code), mark_of("disc", shape.row)):
                marks.append(Measured("fill", mark, name, (at,), sure=False))
    yield Gauge("x", (*measuring.key(land.bounds), *marks))


def shows(chart: ResolvedChart) -> Iterator[tuple[str, Line]]:
    """Yield the marks of places, as land or as discs, with their values."""
    for shape in mapping.land_of(chart).shapes:
        for mark in (mark_of("land", shape.code), mark_of("disc", shape.row)):
            yield mark, mapping.shown(chart, shape.row)


def _is_on(spec: ChartSpec, key: str) -> bool:
    return any(each.lower() in _ON for each in spec.own(key))


def _sizes(spec: ChartSpec, chart: ResolvedChart, context: ChartContext) -> tuple[Tick, ...]:
    """Return two values whose discs the key shows: the largest round one, and a quarter of it."""
    values = [d.value for d in chart.series[0].data if d.value is not None]
    if any(value < 0 for value in values):
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" has a value below 0, which no disc has as its area',
            "show it by colour: remove `symbols`",
        )
    most = max(values, default=Decimal(1)) or Decimal(1)
    power = Decimal(1).scaleb(most.adjusted())
    largest = max(
        step * power for step in (Decimal(1), Decimal(2), Decimal(4)) if step * power <= most
    )
    unit = common_unit(spec, (d.unit for d in chart.series[0].data if d.value is not None))
    printed = partial(tick_run, spec, unit, context.tag)
    return tuple(Tick(value, printed(value)) for value in (largest, largest / 4))


def _beside(chart: ResolvedChart, land: Land, tag: str) -> Line:
    """Return the places that the map cannot show, each with its value; nothing for none."""
    data = chart.series[0].data
    rows = [row for row in land.unseen if data[row].value is not None]
    if not rows:
        return ()
    before, after = word(tag, "off_the_map", places="\0").split("\0")
    line = [Run(before)]
    for number, row in enumerate(rows):
        line += [Run("; " if number else ""), chart.categories[row], Run(" "), data[row].label]
    return tuple(run for run in (*line, Run(after)) if run.text)


def _names(frame: Frame, chart: ResolvedChart, style: ChartStyle, sheet: mapping.FittedMap) -> None:
    blocks = {row: _name(chart, row, style, sheet) for row in mapping.named(chart)}
    sizes = {row: (block.width, block.height) for row, block in blocks.items()}
    for row, spot in mapping.label_places(sheet, chart, sizes).items():
        block, box = blocks[row], spot.box
        ink = mapping.ink_on(chart, row)
        if spot.inside and ink and not spot.plated:
            block = SetWords(block.lines, block.type.inked(rgb(ink, style.theme)), block.runs)
        else:
            if spot.far:
                line = leader(mapping.middle_of(sheet, row), box)
                frame.line(line, style.theme.colours.ink, _EDGE)
            frame.rectangle(
                box.left - _PLATE, box.top, block.width + 2 * _PLATE, block.height,
                style.theme.colours.paper,
            )  # fmt: skip
        middle = (box.left + box.right) / 2
        frame.put(block, middle, box.top, "centre", "top")


def _name(chart: ResolvedChart, row: int, style: ChartStyle, sheet: mapping.FittedMap) -> SetWords:
    """Return a place's name with its value, below it where they stand within the place only so."""
    words, type_ = mapping.words_of(chart, row), style.strong.at(8)
    whole = one_line(words, type_)
    if mapping.has_room(sheet, row, (whole.width, whole.height)):
        return whole
    parts = [one_line((part,), type_).width for part in words if part.text.strip()]
    narrow = wrapped(words, type_, max(parts))
    return narrow if mapping.has_room(sheet, row, (narrow.width, narrow.height)) else whole


def _key(
    frame: Frame,
    chart: ResolvedChart,
    style: ChartStyle,
    sheet: mapping.FittedMap,
    left: float,
    top: float,
) -> float:
    """Draw the key of classes or of sizes, upright in a narrow place beside the land; return its
    foot.
    """
    land, x, y = sheet.land, left, top
    upright = left > 0 and frame.width - left < _ASIDE - _BESIDE
    if land.sizes:
        radii = [mapping.radius_of(sheet, chart, size.value) for size in land.sizes]
        widest = max(radii)
        for size, radius in zip(land.sizes, radii, strict=True):
            name = one_line((size.label,), style.tick)
            reach, middle = (widest, y + radius) if upright else (radius, top + widest)
            with frame.as_mark("key", size.value):
                frame.disc(x + reach, middle, radius, style.theme.colours.soft)
            frame.put(name, x + 2 * reach + 4, middle, vertical="middle")
            if upright:
                y += 2 * radius + _APART
            else:
                x += 2 * radius + 4 + name.width + 14
        return y if upright else top + 2 * widest
    fills = [mapping.class_slot(land, number) for number in range(len(land.bounds) + 1)]
    unknown = land.unknown if mapping.has_unknown(chart) else None
    drawn = classes.key_upright if upright else classes.key
    return drawn(frame, style, fills, land.bounds, unknown, (x, top))


def _upright(chart: ResolvedChart, style: ChartStyle, sheet: mapping.FittedMap) -> float:
    """Return how wide a key is that stands upright."""
    land = sheet.land
    if not land.sizes:
        unknown = land.unknown if mapping.has_unknown(chart) else None
        return classes.width_upright(style, land.bounds, unknown)
    widest = max(mapping.radius_of(sheet, chart, size.value) for size in land.sizes)
    return 2 * widest + 4 + max(one_line((size.label,), style.tick).width for size in land.sizes)


KIND: Final = ChartType(
    name="map",
    called={
        "en": "Map",
        "de": "Karte",
        "fr": "Carte",
        "uk": "Карта",
    },
    resolve=resolve,
    tells=tell,
    draw=draw,
    gauges=gauges,
    shows=shows,
    counted=("a map", "maps"),
    in_proportion=True,
    drawn_from=("table", "figures"),
    keys=(
        KindKey(
            SHAPES,
            "A file of data/, without .geojson, whose places a map shows.",
            "only a map has shapes: make it `kind: map`, or remove the key",
            form="words",
        ),
        KindKey(
            REGION,
            "What of the world a map shows: a continent or part of one, a union, or countries.",
            "only a map shows a region: make it `kind: map`, or remove the key",
            form="words",
        ),
        CLASSES,
        KindKey(
            SYMBOLS,
            "Whether a map shows its values as discs of that area.",
            "only a map has discs: make it `kind: map`, or remove the key",
            form="words",
        ),
        KindKey(
            BORDERS,
            "Whose borders a map draws where they are in dispute: `un` or `natural-earth`.",
            "only a map has borders: make it `kind: map`, or remove the key",
            form="words",
        ),
    ),
    single=True,
    from_zero=False,
    labelled=True,
    ignores=(*OF_POINTS, "axis", "ordered"),
)
