"""The cover's art on the layouts of our own template: a cover and a master in, a master that wears
it out.

The title slide has it whole, dividers and the closing slide a strip along their upper edge. What it
is stands on layouts alone, so that slides' outlines hold nothing but what they say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import Final, Literal

from builder.art import FilledOutline, art, plain_art
from builder.charts.registry import kind_of
from builder.model.briefing import Briefing
from builder.model.picture import Picture
from builder.outputs.pptx.layouts import layout_for, master
from builder.outputs.pptx.layouts.base import LayoutContext, Purpose, SlideFrame
from builder.outputs.pptx.layouts.logo import plate_of
from builder.outputs.pptx.layouts.parts import BESIDE, RULE
from builder.outputs.pptx.plan.deck import PlannedLayout, PlannedMaster, SlideGrid
from builder.outputs.pptx.plan.forms import Ground
from builder.outputs.pptx.plan.model import Ornament
from builder.theme.shades import veil_name
from builder.theme.theme import Theme
from builder.units import POINTS_PER_INCH, Box, Size

STRIP: Final = 46.0
"""Points: how tall the strip along the upper edge of a slide is."""

_BANDED: Final[tuple[Purpose, ...]] = ("section opening", "closing")
_BELOW: Final = 0.36  # of a title slide's height: its art
_CORNER: Final = (0.4, 0.45)  # of its width and height: the art of a cover in type alone
_CUT: Final = (0.24, 0.50)  # of the art's height, from below: what a strip shows
_DPI: Final = 150
_RULE: Final = 182.0  # points: where the accent rule stands above a chart's marks


def place_of_art(size: Size) -> Box:
    """Return where a chart's marks stand on the title slide: along its foot."""
    height = round(size.height * _BELOW)
    return Box(0.0, size.height - height, size.width, height)


def place_of_picture(size: Size) -> Box:
    """Return where a picture stands on the title slide: at its right."""
    width = round(size.width * BESIDE)
    return Box(size.width - width, 0.0, width, size.height)


def shown(briefing: Briefing) -> Literal["", "chart", "picture"]:
    """Return what the title slide shows of the cover beside type."""
    cover = briefing.meta.cover
    if cover.picture is not None:
        return "picture"
    return "chart" if cover.chart in briefing.charts else ""


def own_master(context: LayoutContext, theme: Theme) -> PlannedMaster:
    """Return the master of our own template, in its dress unless a user's template is used."""
    grid, applied = SlideGrid(context.grid.size), bool(context.mapped_layouts)
    shows = "" if applied else shown(context.briefing)
    made = master(SlideFrame(grid, theme.deck, shows, plate_of(theme, grid)), theme)
    return made if applied else dressed(made, context.briefing, theme)


def dressed(plain: PlannedMaster, briefing: Briefing, theme: Theme) -> PlannedMaster:
    """Return a master whose title, dividers and closing slide wear the cover's art."""
    cover, size = briefing.meta.cover, plain.grid.size
    layouts, title = dict(plain.layouts), layout_for("cover").name
    file = briefing.pictures.get(cover.picture.file) if cover.picture else None
    if cover.picture is not None and file is not None:
        picture = Picture(cover.picture, file)
        for name, box in ((title, place_of_picture(size)), *_strips(size)):
            layouts[name] = replace(layouts[name], ground=_ground(picture, box, theme))
        return replace(plain, layouts=layouts)
    chart = briefing.charts.get(cover.chart)
    whole = place_of_art(size)
    ratio = whole.width / whole.height
    shapes = art(chart, kind_of(chart.kind).art, ratio) if chart is not None else ()
    if not shapes:
        across, down = _CORNER
        corner = Box(0.0, 0.0, round(size.width * across), round(size.height * down))
        corner = corner._replace(left=size.width - corner.width, top=size.height - corner.height)
        drawn = plain_art(corner.width / corner.height)
        layouts[title] = _wearing(layouts[title], _marks(drawn, corner))
        return replace(plain, layouts=layouts)
    raised = tuple(map(_raised, layouts[title].marks))
    layouts[title] = _wearing(replace(layouts[title], marks=raised), _marks(shapes, whole))
    for name, box in _strips(size):
        strip = _sliced(shapes, box.width / box.height)
        ground = Ornament("Cover strip", box, "cover")
        layouts[name] = _wearing(layouts[name], (ground, *_marks(strip, box)))
    return replace(plain, layouts=layouts)


def _strips(size: Size) -> tuple[tuple[str, Box], ...]:
    names = (layout_for(purpose).name for purpose in _BANDED)
    return tuple((name, Box(0.0, 0.0, size.width, STRIP)) for name in names)


def _wearing(layout: PlannedLayout, marks: Sequence[Ornament]) -> PlannedLayout:
    """Return a layout with marks below its own."""
    return replace(layout, marks=(*marks, *layout.marks))


def _raised(mark: Ornament) -> Ornament:
    """Return a mark of the title slide as it stands above a chart's marks."""
    return replace(mark, box=mark.box._replace(top=_RULE)) if mark.name == RULE else mark


def _marks(shapes: Sequence[FilledOutline], box: Box) -> tuple[Ornament, ...]:
    return tuple(_placed(shapes, box))


def _placed(shapes: Sequence[FilledOutline], box: Box) -> Iterator[Ornament]:
    """Yield shapes as marks of a slide, whose y runs down."""
    foot, unit = box.top + box.height, box.height
    for number, shape in enumerate(shapes, 1):
        corners = tuple((box.left + x * unit, foot - y * unit) for x, y in shape.outline)
        left, top = (min(spot[axis] for spot in corners) for axis in (0, 1))
        right, bottom = (max(spot[axis] for spot in corners) for axis in (0, 1))
        around = Box(left, top, right - left, bottom - top)
        colour = "highlight" if shape.emphasised else veil_name(shape.tone)
        yield Ornament(f"Cover art {number}", around, colour, "polygon", corners)


def _sliced(shapes: Sequence[FilledOutline], ratio: float) -> tuple[FilledOutline, ...]:
    """Return a level slice of the art, as a frame of its own."""
    low, high = _CUT
    scale = ratio / (max(x for shape in shapes for x, _ in shape.outline) or 1.0)
    found = (
        replace(
            shape,
            outline=tuple((x * scale, (y - low) / (high - low)) for x, y in shape.outline),
        ).within(ratio)
        for shape in shapes
    )
    return tuple(shape for shape in found if shape.outline)


def _ground(picture: Picture, box: Box, theme: Theme) -> Ground:
    """Return a picture that fills a box of a layout."""
    from builder.pictures.rendering import filled

    across = ceil(box.width / POINTS_PER_INCH * _DPI)
    pixels = filled(picture, box.width / box.height, across, theme)
    return Ground(pixels.data, pixels.ending, box)
