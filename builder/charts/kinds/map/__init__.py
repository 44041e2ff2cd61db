"""Map: places filled by the class of their value, or with discs whose areas are values.

A chart of places and values in; its land, classes and names out, and how they are drawn.
PowerPoint's own maps ask a server for their borders: the deck draws shapes, on the same land.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from builder.charts import classes, mapping, measuring, naming
from builder.charts.frame import Edge, Frame, pattern_of
from builder.charts.kinds.map.grounds import BORDERS, REGION, SHAPES
from builder.charts.kinds.map.resolving import SYMBOLS, resolve
from builder.charts.markers import leader
from builder.charts.native import rgb
from builder.charts.registry import OF_POINTS, Account, ChartType, KindKey
from builder.charts.resolving.statistics import CLASSES
from builder.charts.style import ChartStyle
from builder.charts.telling import Teller
from builder.charts.telling.values import ranked
from builder.charts.typeset import SetWords, one_line, wrapped
from builder.model.chart import ResolvedChart
from builder.model.gauge import Gauge, Measured, mark_of
from builder.model.text import Line
from builder.theme.ramp import is_faint

_HIGHEST: Final = 300.0  # points that the land takes in the paper
_HERO: Final = 1.25  # of that, in a chart across the page
_EDGE: Final = 0.4
_HALO: Final = 1.6  # of a leader, which ink would not show on a dark place
_ABOVE_KEY: Final = 10.0
_BESIDE: Final = 24.0
_ASIDE: Final = 5 * classes.STEP[0]  # at least, for a key at the right of the land
_APART: Final = 6.0  # between two discs of it
_PLATE: Final = 1.5


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw land, discs, names and key below the frame's top; return the foot of the drawing."""
    land = mapping.land_of(chart)
    high = _HIGHEST * (_HERO if frame.extent == "hero" else 1)
    high = min(high, frame.width * land.height / land.width) - frame.less
    names = _Names(chart, style)
    sheet = _fitted(frame, names, mapping.sheet(land, 0, frame.top, frame.width, high))
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
    _names(frame, names, sheet)
    foot = sheet.top + sheet.height
    left, free = sheet.right + _BESIDE, frame.width - sheet.right
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


def _widest(chart: ResolvedChart) -> float:
    land = mapping.land_of(chart)
    return _HIGHEST * land.width / land.height


class _Names(NamedTuple):
    """What the places of a map are called, and how that is set."""

    chart: ResolvedChart
    style: ChartStyle

    def on(self, sheet: mapping.FittedMap) -> dict[int, SetWords]:
        """Return the name of each row that has one, with its value."""
        return {row: self._name(row, sheet) for row in mapping.named(self.chart)}

    def _name(self, row: int, sheet: mapping.FittedMap) -> SetWords:
        """Return a name with its value, below it where they stand within the place only so."""
        words, type_ = mapping.words_of(self.chart, row), self.style.strong.at(8)
        whole = one_line(words, type_)
        if naming.has_room(sheet, row, (whole.width, whole.height)):
            return whole
        parts = [one_line((part,), type_).width for part in words if part.text.strip()]
        narrow = wrapped(words, type_, max(parts))
        return narrow if naming.has_room(sheet, row, (narrow.width, narrow.height)) else whole


def _sizes_of(blocks: Mapping[int, SetWords]) -> dict[int, tuple[float, float]]:
    return {row: (block.width, block.height) for row, block in blocks.items()}


def _fitted(frame: Frame, names: _Names, sheet: mapping.FittedMap) -> mapping.FittedMap:
    """Return the map with room for names at its sides, as far as a key beside it leaves some."""
    free = frame.width - sheet.width
    upright = _BESIDE + _upright(names.chart, names.style, sheet)
    free -= upright if free > upright else 0.0
    return naming.with_sides(sheet, names.chart, _sizes_of(names.on(sheet)), free)


def _names(frame: Frame, names: _Names, sheet: mapping.FittedMap) -> None:
    (chart, style), blocks = names, names.on(sheet)
    for row, spot in naming.label_places(sheet, chart, _sizes_of(blocks)).items():
        block, box = blocks[row], spot.box
        ink = mapping.ink_on(chart, row)
        if spot.inside and ink and not spot.plated:
            block = SetWords(block.lines, block.type.inked(rgb(ink, style.theme)), block.runs)
        else:
            if spot.far:
                line = leader(naming.middle_of(sheet, row), box)
                frame.line(line, style.theme.colours.paper, _HALO)
                frame.line(line, style.theme.colours.ink, _EDGE)
            frame.rectangle(
                box.left - _PLATE, box.top, block.width + 2 * _PLATE, block.height,
                style.theme.colours.paper,
            )  # fmt: skip
        middle = (box.left + box.right) / 2
        frame.put(block, middle, box.top, "centre", "top")


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
    widest=_widest,
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
