"""What a layout draws on every slide: its part's tree in; outlines with their fills, lines and
words, in order, out.

Fills are colours, means of gradients and patterns, or pictures; effects are passed over.
"""

from __future__ import annotations

import colorsys
import math
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Final, TypeAlias

from lxml import etree

from builder.frozen import dataclass
from builder.outputs.pptx.plan.mapped import Point, TemplateShape
from builder.outputs.pptx.template.art import Art
from builder.outputs.pptx.template.kinds import A, P, R
from builder.outputs.pptx.template.package import PRESENTATION_PART, Package
from builder.outputs.pptx.template.properties import Printer, edge_of
from builder.theme.theme import channels
from builder.units import EMU_PER_POINT, Size

Plane: TypeAlias = Callable[[Point], Point]
"""Where a point of a shape's own plane stands on the slide."""
_DEGREE: Final = 60_000
_TURN: Final = _DEGREE * 360.0
_LEAST: Final = 3  # corners of what can be filled
_ALL: Final = 100_000.0
_GAMMA: Final = 2.2
_FAINTEST: Final = 50_000
"""Opacity below which a fill hardly changes what lies below it."""
_PRESETS: Final[Mapping[str, tuple[Point, ...]]] = {
    "line": ((0, 0), (1, 1)),
    "straightConnector1": ((0, 0), (1, 1)),
    "triangle": ((0.5, 0), (1, 1), (0, 1)),
    "rtTriangle": ((0, 0), (1, 1), (0, 1)),
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
}
_SQUARE: Final[tuple[Point, ...]] = ((0, 0), (1, 0), (1, 1), (0, 1))
_ROUND: Final[tuple[Point, ...]] = tuple(
    (0.5 + 0.5 * x, 0.5 + 0.5 * y)
    for x, y in ((math.cos(turn * math.pi / 8), math.sin(turn * math.pi / 8)) for turn in range(16))
)


@dataclass(frozen=True)
class Painter:
    """Reads what a part draws: a layout or a master, whose tree is `root`; `colours` are those of
    its scheme.
    """

    package: Package
    part: str
    root: etree._Element
    colours: Mapping[str, str]

    def art(self, theme: etree._Element, size: Size, above: Art | None = None) -> Art:
        """Return what slides show below their text; of a layout, `above` is its master's.

        Layouts that draw nothing of their own share that.
        """
        own = self.ground(theme)
        if above is None:
            return Art(size, own, self.drawn)
        shown = self.root.get("showMasterSp", "1") not in ("0", "false")
        if shown and own is None and not self.drawn:
            return above
        return Art(size, own or above.ground, (*(above.drawn if shown else ()), *self.drawn))

    def _picture(self, key: str) -> bytes:
        """Return the picture that an id of a relationship leads to, b"" for none."""
        found = dict(self.package.related(self.part, "image")).get(key, "")
        return self.package.parts.get(found, b"")

    def ground(self, theme: etree._Element) -> TemplateShape | None:
        """Return the background that the part has itself; None for none.

        It may refer to the theme's background fills (20.1.4.1.7).
        """
        tree = self.root
        styles = theme.find(f"{A}themeElements/{A}fmtScheme/{A}bgFillStyleLst")
        found = tree.find(f"{P}cSld/{P}bg")
        if found is None:
            return None
        holder = found.find(f"{P}bgPr")
        named, own = found.find(f"{P}bgRef"), ""
        if named is not None:
            own = self._colour(named, "")
            at = int(named.get("idx", "0")) - 1001
            if styles is not None and 0 <= at < len(styles):
                holder = etree.Element("holder")
                holder.append(_copied(styles[at]))
        fill, picture = ("", b"") if holder is None else self._fill(holder, own)
        return TemplateShape((_SQUARE,), fill or (own if not picture else ""), picture)

    @cached_property
    def drawn(self) -> tuple[TemplateShape, ...]:
        """The shapes that are no placeholders, from the lowest up."""
        shapes = self.root.find(f"{P}cSld/{P}spTree")
        return () if shapes is None else tuple(self._of_tree(shapes, lambda point: point))

    def _of_tree(
        self, tree: etree._Element, outer: Callable[[Point], Point]
    ) -> Iterator[TemplateShape]:
        for shape in tree:
            if next(shape.iter(f"{P}ph"), None) is not None:
                continue
            if shape.tag == f"{P}grpSp":
                yield from self._of_tree(shape, _grouped(shape, outer))
            elif shape.tag in (f"{P}sp", f"{P}pic", f"{P}cxnSp"):
                found = self._shape(shape, outer)
                if found is not None:
                    yield found

    def _shape(
        self, shape: etree._Element, outer: Callable[[Point], Point]
    ) -> TemplateShape | None:
        properties = shape.find(f"{P}spPr")
        frame = None if properties is None else properties.find(f"{A}xfrm")
        if properties is None or frame is None:
            return None
        fill, picture = self._fill(shape if shape.tag == f"{P}pic" else properties, "")
        if not fill and not picture and properties.find(f"{A}noFill") is None:
            named = shape.find(f"{P}style/{A}fillRef")
            fill = "" if named is None or named.get("idx") == "0" else self._colour(named, "")
        placed = _placed(frame)
        outlines = (tuple(outer(placed(point)) for point in each) for each in _outlines(properties))
        edge = edge_of(shape, lambda found: self._colour(found, ""))
        whole = TemplateShape((tuple(outer(placed(point)) for point in _SQUARE),), "")
        turned = round(int(frame.get("rot", "0")) / _DEGREE)
        words = self._printer.words_of(shape, whole.edges, turned)
        if not (fill or picture or edge or words):
            return None
        least = 2 if edge else _LEAST
        held = tuple(each for each in outlines if len(each) >= least)
        return TemplateShape(held, fill, picture, edge, words)

    @cached_property
    def _printer(self) -> Printer:
        defaults = self.package.xml(PRESENTATION_PART).find(f"{P}defaultTextStyle")
        ink = self.colours.get("tx1", "#000000")
        return Printer(lambda found: self._colour(found, ""), ink, defaults)

    def _fill(self, holder: etree._Element, own: str) -> tuple[str, bytes]:
        """Return the colour, or the picture, that a shape is filled with; "" and b"" for none.

        `own` is what the colour called `phClr` stands for (20.1.10.54).
        """
        solid = holder.find(f"{A}solidFill")
        if solid is not None:
            return self._colour(solid, own), b""
        stops = holder.findall(f"{A}gradFill/{A}gsLst/{A}gs")
        colours = [each for each in (self._colour(stop, own) for stop in stops) if each]
        if 2 * len(colours) > len(stops):
            return _mean(colours), b""
        pattern = holder.find(f"{A}pattFill")
        if pattern is not None:
            pair = [self._colour(each, own) for each in pattern]
            return _mean([each for each in pair if each] or ["#808080"]), b""
        for kind in (f"{A}blipFill", f"{P}blipFill"):
            blip = holder.find(f"{kind}/{A}blip")
            if blip is not None:
                return "", self._picture(blip.get(f"{R}embed", ""))
        return "", b""

    def _colour(self, holder: etree._Element, own: str) -> str:
        return colour_of(holder, self.colours, own)


def colour_of(holder: etree._Element, colours: Mapping[str, str], own: str = "") -> str:
    """Return the colour that is stated, "" for none and for one that hardly covers.

    `colours` are those of the scheme, `own` what the one called `phClr` stands for.
    """
    for child in holder:
        if child.tag == f"{A}srgbClr":
            found = "#" + child.get("val", "").upper()
        elif child.tag == f"{A}schemeClr":
            name = child.get("val", "")
            found = own if name == "phClr" else colours.get(name, "")
        elif child.tag == f"{A}sysClr":
            found = "#" + child.get("lastClr", "000000").upper()
        else:
            continue
        return _changed(found, child) if found else ""
    return ""


def _changed(colour: str, said: etree._Element) -> str:
    """Return a colour with the lightness that is said of it; "" where it is hardly opaque."""
    hue, light, saturation = colorsys.rgb_to_hls(*channels(colour))
    for child in said:
        share = float(child.get("val", "0").rstrip("%") or 0) / _ALL
        name = etree.QName(child).localname
        if name == "alpha" and share * _ALL < _FAINTEST:
            return ""
        if name == "lumMod":
            light *= share
        elif name == "lumOff":
            light += share
        elif name in ("tint", "shade"):  # towards white or black, of linear light
            most = 1.0 if name == "tint" else 0.0
            held = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)
            moved = (most + (part**_GAMMA - most) * share for part in held)
            hue, light, saturation = colorsys.rgb_to_hls(*(part ** (1 / _GAMMA) for part in moved))
    parts = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, part))):02X}" for part in parts)


def _mean(colours: list[str]) -> str:
    parts = zip(*map(channels, colours), strict=True)
    return "#" + "".join(f"{round(255 * sum(part) / len(colours)):02X}" for part in parts)


def _copied(element: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(element))


def _placed(frame: etree._Element) -> Callable[[Point], Point]:
    """Return where a point of a shape stands, in points; its sides are 1 long."""
    left, top, width, height = _extent(frame, "off", "ext")
    turned = 2 * math.pi * int(frame.get("rot", "0")) / _TURN
    across, down = frame.get("flipH") in ("1", "true"), frame.get("flipV") in ("1", "true")

    def place(point: Point) -> Point:
        x = (1 - point[0] if across else point[0]) * width - width / 2
        y = (1 - point[1] if down else point[1]) * height - height / 2
        return (
            left + width / 2 + x * math.cos(turned) - y * math.sin(turned),
            top + height / 2 + x * math.sin(turned) + y * math.cos(turned),
        )

    return place


def _grouped(group: etree._Element, outer: Plane) -> Plane:
    """Return where a point of a group's own plane stands on the slide."""
    frame = group.find(f"{P}grpSpPr/{A}xfrm")
    if frame is None:
        return outer
    left, top, width, height = _extent(frame, "chOff", "chExt")
    placed = _placed(frame)
    if not width or not height:
        return outer
    return lambda point: outer(placed(((point[0] - left) / width, (point[1] - top) / height)))


def _extent(frame: etree._Element, corner: str, size: str) -> tuple[float, float, float, float]:
    """Return left, top, width and height in points; what is not said is 0."""
    found = []
    for name, keys in ((corner, "x y"), (size, "cx cy")):
        element = frame.find(f"{A}{name}")
        found += [
            0.0 if element is None else int(element.get(key, "0")) / EMU_PER_POINT
            for key in keys.split()
        ]
    return (found[0], found[1], found[2], found[3])


def _outlines(properties: etree._Element) -> Iterator[tuple[Point, ...]]:
    """Yield a shape's outlines, its sides 1 long; curves go straight from end to end."""
    preset = properties.find(f"{A}prstGeom")
    if preset is not None:
        name = preset.get("prst", "")
        yield _ROUND if name == "ellipse" else _PRESETS.get(name, _SQUARE)
        return
    paths = properties.findall(f"{A}custGeom/{A}pathLst/{A}path")
    if not paths:
        yield _SQUARE
    for path in paths:
        wide, high = int(path.get("w", "0")), int(path.get("h", "0"))
        outline: list[Point] = []
        for step in path:
            if step.tag == f"{A}moveTo":
                yield tuple(outline)
                outline = []
            points = step.findall(f"{A}pt")
            if points and wide and high:
                at = [points[-1].get(key, "") for key in ("x", "y")]
                if all(each.lstrip("-").isdigit() for each in at):
                    outline.append((int(at[0]) / wide, int(at[1]) / high))
        yield tuple(outline)
