"""Headline and map, with points below where any are.

Each place is a shape of its own by its name, filled by the class of its value, or the land that
discs of that area stand on. Names stand on or beside their places.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from builder.charts import mapping, naming
from builder.charts.markers import leader
from builder.model.chart import ResolvedChart
from builder.model.land import PlaceOutline
from builder.model.text import Line, plain
from builder.outputs.pptx.layouts import keys
from builder.outputs.pptx.layouts.base import Drafts, LayoutContext
from builder.outputs.pptx.layouts.exhibits import CAPTION, diagram_layout
from builder.outputs.pptx.layouts.keys import Ranking, listed, ranking
from builder.outputs.pptx.layouts.parts import captioned, side_text
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import below
from builder.outputs.pptx.plan.forms import Outline
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import (
    BODY,
    CHART_COLOUR,
    FilledForm,
    GroupItem,
    Paragraph,
    ParagraphStyle,
    Stroke,
    TextItem,
)
from builder.theme.ramp import is_faint
from builder.units import Box

_GAP: Final = 12.0
_HALF: Final = 0.62  # of its width, a name on two lines
_PLATE: Final = 3.0
_ASIDE: Final = 220.0  # at least, for what stands beside a map
_LISTED: Final = 420.0  # at most, for a list of places in one column
_ALMOST: Final = 0.85  # as large as above its key, with which a map stands at its left
_LEADER: Final = 1.0
_HALO: Final = 3.0
"""A line from a place to its name, and what shows it on a dark one."""


class _Plan(NamedTuple):
    """A map as it stands on a slide, the box of its key, and what is left for a list of its places;
    no list where the key stands below it.
    """

    sheet: mapping.FittedMap
    key: Box
    rest: Box
    rank: Ranking | None = None

    @property
    def valued(self) -> bool:
        """Whether names have their values with them: those that a list does not say."""
        return self.rank is None or not self.rank.whole


def map_(
    chart: ResolvedChart, box: Box, sizes: Sequence[float], ruler: Ruler, kept: float = 0.0
) -> tuple[GroupItem, ...]:
    """Return the map as one group: its key and a list of its places stand beside it where a box is
    wide enough; of the room below these, `kept` points stay free.
    """
    size = sizes[-1]
    plan = _beside(chart, box, sizes, ruler, kept) or _above(chart, box, size, ruler)
    shapes = (
        *_land(chart, plan.sheet),
        *_discs(chart, plan.sheet),
        *_names(chart, plan, size, ruler),
        *_key(chart, plan.sheet, size, plan.key, ruler),
        *(listed(chart, plan.rank, plan.rest, ruler) if plan.rank else ()),
    )
    return (GroupItem(f"Map {chart.id}", shapes, chart.alt, chart=chart.id),)


def _above(chart: ResolvedChart, box: Box, size: float, ruler: Ruler) -> _Plan:
    """Return the map above its key."""
    high = _key_height(chart, size, box, ruler)
    land = mapping.land_of(chart)
    sheet = mapping.sheet(land, box.left, box.top, box.width, box.height - high)
    foot = sheet.top + sheet.height + _GAP
    plan = _Plan(sheet, Box(box.left, foot, box.width, high - _GAP), box._replace(height=0.0))
    return plan._replace(sheet=_with_sides(chart, plan, box.width - sheet.width, size, ruler))


def _beside(
    chart: ResolvedChart, box: Box, sizes: Sequence[float], ruler: Ruler, kept: float = 0.0
) -> _Plan | None:
    """Return the map with its key at the right, and a list of its places below that; None where it
    were much smaller so.
    """
    wide = box.width - _ASIDE - 2 * _GAP
    sheet = mapping.sheet(mapping.land_of(chart), box.left, box.top, wide, box.height)
    if sheet.scale <= _ALMOST * _above(chart, box, sizes[-1], ruler).sheet.scale:
        return None

    def beside(sheet: mapping.FittedMap, most: float) -> _Plan:
        left = max(sheet.right + 2 * _GAP, box.left + box.width - most)
        room = Box(left, box.top, box.left + box.width - left, box.height)
        high = _key_height(chart, sizes[-1], room, ruler)
        rest = below(room, high + _GAP)
        rest = rest._replace(height=rest.height - kept)
        rank = ranking(chart, rest, sizes, ruler)
        return _Plan(sheet, room._replace(height=high), rest, rank)

    plan = beside(sheet, box.width)
    sheet = _with_sides(chart, plan, wide - sheet.width, sizes[-1], ruler)
    plan = beside(sheet, box.width)
    close = beside(sheet, _LISTED)
    if kept or plan.rank is None or plan.rank != close.rank or plan.rest == close.rest:
        return plan
    # Values stand no farther from their names than a reader's eye goes: the map is in the middle
    # of what is left.
    free = close.key.left - 2 * _GAP - sheet.right
    return close._replace(sheet=sheet._replace(left=sheet.left + free / 2))


def _with_sides(
    chart: ResolvedChart, plan: _Plan, free: float, size: float, ruler: Ruler
) -> mapping.FittedMap:
    """Return a map with room at its sides for names that have none on their places."""
    sizes = _sizes_of(plan.sheet, _lines(chart, plan), size, ruler)
    return naming.with_sides(plan.sheet, chart, sizes, free)


def _land(chart: ResolvedChart, sheet: mapping.FittedMap) -> Iterator[FilledForm]:
    for shape in sheet.land.shapes:
        if shape.outline:
            name = plain((chart.categories[shape.row],)) if shape.row >= 0 else shape.code
            colour = CHART_COLOUR + mapping.colour_of(chart, shape)
            box, outline = _form(shape, sheet)
            edge = "muted" if is_faint(mapping.colour_of(chart, shape)) else "paper"
            shown = mapping.shown(chart, shape.row)
            yield FilledForm(name, box, colour, outline=outline, edge=edge, shows=shown)


def _form(shape: PlaceOutline, sheet: mapping.FittedMap) -> tuple[Box, Outline]:
    """Return a place's box on the slide, and its form in it."""
    rings = [
        [tuple(map(int, each.split())) for each in ring.removeprefix("M").split("L")]
        for ring in shape.outline.split("Z")[:-1]
    ]
    across, down = ([each[axis] for ring in rings for each in ring] for axis in (0, 1))
    left, top = min(across), min(down)
    wide, high = max(across) - left or 1, max(down) - top or 1
    path = "".join("M" + "L".join(f"{x - left} {y - top}" for x, y in ring) + "Z" for ring in rings)
    x, y = sheet.at((left, top))
    return Box(x, y, wide * sheet.scale, high * sheet.scale), Outline(path, wide, high)


def _discs(chart: ResolvedChart, sheet: mapping.FittedMap) -> Iterator[FilledForm]:
    for mark in mapping.marks(sheet, chart):
        name = plain((chart.categories[mark.row],))
        x, y, radius = mark.disc
        colour = CHART_COLOUR + mark.colour
        edge = "paper" if sheet.land.sizes else "muted"
        shown, place = mapping.shown(chart, mark.row), _around(x, y, radius)
        yield FilledForm(name, place, colour, "ellipse", edge=edge, shows=shown)


def _around(x: float, y: float, radius: float) -> Box:
    return Box(x - radius, y - radius, 2 * radius, 2 * radius)


def _paragraph(line: Line, size: float, colour: str = "ink", *, bold: bool = False) -> Paragraph:
    return Paragraph(line, ParagraphStyle(size, bold=bold, colour=colour))


def _lines(chart: ResolvedChart, plan: _Plan) -> Mapping[int, Line]:
    """Return the names of places, with their values if those are not listed."""
    return {
        row: mapping.words_of(chart, row) if plan.valued else (chart.categories[row],)
        for row in mapping.named(chart)
    }


def _sizes_of(
    sheet: mapping.FittedMap, lines: Mapping[int, Line], size: float, ruler: Ruler
) -> dict[int, tuple[float, float]]:
    return {row: _room(sheet, row, line, size, ruler) for row, line in lines.items()}


def _names(
    chart: ResolvedChart, plan: _Plan, size: float, ruler: Ruler
) -> Iterator[FilledForm | Stroke]:
    sheet, lines = plan.sheet, _lines(chart, plan)
    room = _sizes_of(sheet, lines, size, ruler)
    for row, spot in naming.label_places(sheet, chart, room).items():
        place = Box(spot.box.left, spot.box.top, room[row][0] + 1, room[row][1])
        colour, fill = "ink", "paper"
        ink = mapping.ink_on(chart, row)
        if spot.inside and ink and not (sheet.land.sizes or spot.plated):
            colour, fill = CHART_COLOUR + ink, ""
        elif spot.far:
            line = leader(naming.middle_of(sheet, row), spot.box)
            yield Stroke(f"Halo {row + 1}", *line, "paper", _HALO)
            yield Stroke(f"Line {row + 1}", *line, "ink", _LEADER)
        words = (_paragraph(lines[row], size, colour, bold=True),)
        yield FilledForm(f"Name {row + 1}", place, fill, paragraphs=words, inset=_PLATE)


def _room(
    sheet: mapping.FittedMap, row: int, name: Line, size: float, ruler: Ruler
) -> tuple[float, float]:
    """Return the width and height of a name: on one line, or on several where these stand within
    its place.
    """
    said, least = _paragraph(name, size, bold=True), ruler.longest_word(name, size, bold=True) + 2
    whole = ruler.width(name, size, bold=True)
    wide = (whole, max(_HALF * whole, least), least)
    tried = [(each + 2 * _PLATE, ruler.height((said,), each + 1)) for each in wide]
    return next((each for each in tried if naming.has_room(sheet, row, each)), tried[0])


def _key_height(chart: ResolvedChart, size: float, box: Box, ruler: Ruler) -> float:
    land = mapping.land_of(chart)
    line = ruler.height((_paragraph((land.unknown,), size),), box.width)
    high = _GAP + keys.STEP[1] + line + 2
    if land.beside:
        high += ruler.height((_paragraph(land.beside, size, "muted"),), box.width) + 4
    return high


def _key(
    chart: ResolvedChart, sheet: mapping.FittedMap, size: float, box: Box, ruler: Ruler
) -> Iterator[FilledForm]:
    land, x, top = sheet.land, box.left, box.top
    across, high = keys.step_width(land.bounds, box.width, size, ruler), keys.STEP[1]
    line = ruler.height((_paragraph((land.unknown,), size),), box.width)
    if land.sizes:
        radii = [mapping.radius_of(sheet, chart, each.value) for each in land.sizes]
        middle = top + max(*radii, line / 2)
        for number, (each, radius) in enumerate(zip(land.sizes, radii, strict=True), 1):
            yield FilledForm(
                f"Key {number}", _around(x + radius, middle, radius), "soft", "ellipse"
            )
            words = _paragraph((each.label,), size)
            wide = ruler.width(words.runs, size) + 2
            place = Box(x + 2 * radius + 5, middle - line / 2, wide, line)
            yield FilledForm(f"Size {number}", place, paragraphs=(words,))
            x += 2 * radius + 5 + wide + 16
    elif land.bounds:
        fills = [mapping.class_slot(land, number) for number in range(len(land.bounds) + 1)]
        yield from keys.steps(fills, land.bounds, box, size, ruler)
        x += len(fills) * across + 2 * _GAP
    if not land.sizes and mapping.has_unknown(chart):
        wide = ruler.width((land.unknown,), size) + 2
        if x + across / 2 + 5 + wide > box.left + box.width:
            x, top = box.left, top - high - _GAP
        yield from keys.no_value(land.unknown, (x, top), across, size, ruler)
    if land.beside:
        words = _paragraph(land.beside, size, "muted")
        tall = ruler.height((words,), box.width)
        place = Box(box.left, box.top + box.height - tall, box.width, tall)
        yield FilledForm("Not on the map", place, paragraphs=(words,))


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    """Return the map with points below its key, at its right, where they have room."""
    (chart,) = content.charts
    body = context.grid.body
    caption, box = captioned((chart.title, chart.subtitle), body, content.title, context, CAPTION)
    sizes, ruler = context.diagram_sizes, context.drawn_ruler
    plan = _beside(chart, box, sizes, ruler) if content.points else None
    if plan:
        rest = plan.rest
        with contextlib.suppress(TooLargeError):
            said = side_text(content.points, rest, context).parts
            if len(said) == 1:
                high = context.height(said[0], rest.width)
                clear = rest.height - high
                (group,) = map_(chart, box, sizes, ruler, kept=high + 2 * _GAP)
                listed_too = any(shape.name.startswith("Listed") for shape in group.shapes)
                place = below(rest, clear if listed_too else 0.0)
                return ((*caption, group, TextItem(BODY, "Text", said[0], place)),)
    return _DIAGRAM.fill(content, context)


_DIAGRAM: Final = diagram_layout("map", "Map", "map", map_, ("map",))
LAYOUT: Final = replace(_DIAGRAM, fill=_fill)
