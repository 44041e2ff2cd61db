"""DrawingML in; the text of its paragraphs with how large it is set and what is struck through,
where shapes stand on a slide in points, and what its layout and its master print on a slide beside
its own shapes, out. ECMA-376-1, 20.1.7 (frames of shapes), 21.1.2 (paragraphs).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree

from builder.frozen import dataclass
from builder.model.ledger import Box
from builder.verify import formulas
from builder.verify.package import Package

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TEXT, _BREAK = f"{A}t", f"{A}br"
_MATHS: Final = f"{formulas.M}oMath"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PLACES: Final = (f"{P}spPr", f"{P}grpSpPr")
_FRAME, _OF_FRAME = f"{A}xfrm", f"{P}xfrm"
_PROPERTIES: Final = f"{P}cNvPr"
_NAMED: Final = etree.XPath(
    "*/p:cNvPr | */p:nvPr/p:ph", namespaces={"p": P[1:-1]}, smart_strings=False
)
_SHAPES: Final = frozenset({"sp", "cxnSp", "pic", "graphicFrame", "grpSp", "contentPart"})
_EMU: Final = 12_700  # to a point
_MOST: Final = 27_273_042_316_900  # EMU (ECMA-376-1, 20.1.10.16, ST_Coordinate)


def kind_of(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


class Named(NamedTuple):
    """What a shape is called and described by, and whether it takes its place from its layout."""

    properties: list[etree._Element]
    placeholder: bool

    @property
    def name(self) -> str:
        """The name, as PowerPoint's selection pane shows it."""
        return self.properties[0].get("name", "") if self.properties else ""

    @property
    def hidden(self) -> bool:
        """Whether the shape is kept off the slide by its flag (ECMA-376-1, 19.3.1.12)."""
        return bool(self.properties) and self.properties[0].get("hidden") in ("1", "true")


def named(shape: etree._Element) -> Named:
    """Return what a shape is called and described by, found in one look."""
    found = _NAMED(shape)
    properties = [each for each in found if each.tag == _PROPERTIES]
    return Named(properties, len(properties) < len(found))


def paragraphs(element: etree._Element) -> Iterator[str]:
    """Yield the text of each DrawingML paragraph below an element that has one."""
    for paragraph in paragraph_elements(element):
        if text := paragraph_text(paragraph):
            yield text


def paragraph_elements(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs below an element.

    What older programs show instead of something newer (`mc:Fallback`) says the same again.
    """
    for paragraph in element.iter(f"{A}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            yield paragraph


def is_slide_number(paragraph: etree._Element) -> bool:
    """Return whether a paragraph is nothing but the field that prints its slide's number."""
    runs = list(paragraph.iter(_TEXT, _BREAK, _MATHS))
    return len(runs) == 1 and _is_numbered(runs[0].getparent())


def paragraph_text(paragraph: etree._Element, number: str = "") -> str:
    """Return a paragraph's text; line breaks as line ends.

    `number` is the slide's own, which every program prints in a field for it, whatever text the
    file keeps there.
    """
    parts: list[str] = []
    again: set[etree._Element] = set()
    for run in paragraph.iter(_TEXT, _BREAK, _MATHS, _FALLBACK):
        tag = run.tag
        if tag == _FALLBACK:
            again.update(run.iter(_TEXT, _BREAK))
        if tag == _FALLBACK or (again and run in again):
            continue
        if tag == _MATHS:
            parts.append(formulas.said(run))
            continue
        if number and _is_numbered(run.getparent()):
            parts.append(number)
        else:
            parts.append("\n" if tag == _BREAK else run.text or "")
    return "".join(parts)


def shapes_in(tree: etree._Element) -> Iterator[etree._Element]:
    """Yield the shapes right below a tree or group; of alternatives, the newest one."""
    for child in tree:
        if not isinstance(child.tag, str):
            continue
        if kind_of(child) == "AlternateContent":
            choice = child.find("{*}Choice")
            yield from () if choice is None else shapes_in(choice)
        elif kind_of(child) in _SHAPES:
            yield child


def is_hidden(shape: etree._Element) -> bool:
    """Say whether a shape is kept off the slide by its flag."""
    return named(shape).hidden


@dataclass(frozen=True)
class Frame:
    """How the coordinates inside a group lie on the slide: scale and offset of both axes."""

    across: tuple[float, float] = (1.0, 0.0)
    down: tuple[float, float] = (1.0, 0.0)

    def box(self, shape: etree._Element) -> Box | None:
        """Return where a shape stands, in points; None where its layout says it."""
        return self.box_of(placed(shape))

    def box_of(self, place: etree._Element | None) -> Box | None:
        """Return where a shape stands whose place is stated so."""
        if place is None:
            return None
        (x, y), (wide, high) = _pair(place, "off", "x", "y"), _pair(place, "ext", "cx", "cy")
        return (
            (x * self.across[0] + self.across[1]) / _EMU,
            (y * self.down[0] + self.down[1]) / _EMU,
            wide * self.across[0] / _EMU,
            high * self.down[0] / _EMU,
        )

    def inside(self, group: etree._Element) -> Frame:
        """Return how coordinates inside a group lie."""
        place = group.find(f"{P}grpSpPr/{A}xfrm")
        if place is None or place.find(f"{A}chExt") is None:
            return self
        offset, extent = _pair(place, "off", "x", "y"), _pair(place, "ext", "cx", "cy")
        start, size = _pair(place, "chOff", "x", "y"), _pair(place, "chExt", "cx", "cy")
        axes = []
        for at, (scale, shift) in enumerate((self.across, self.down)):
            own = extent[at] / size[at] if size[at] else 1.0
            axes.append((own * scale, (offset[at] - start[at] * own) * scale + shift))
        return Frame(*axes)


def child_of(element: etree._Element, tag: str) -> etree._Element | None:
    """Return the first child of a tag: `find` takes three times as long."""
    for child in element:
        if child.tag == tag:
            return child
    return None


def placed(shape: etree._Element) -> etree._Element | None:
    """Return what states where a shape stands (20.1.7.6); None where its layout does."""
    for above in _PLACES:
        for child in shape:
            if child.tag == above:
                found = child_of(child, _FRAME)
                if found is not None:
                    return found
    return child_of(shape, _OF_FRAME)


def turned_in(shape: etree._Element) -> str:
    """Return in words that a shape stands turned, or turned over, in its box (20.1.7.6)."""
    return turned(placed(shape))


def turned(place: etree._Element | None) -> str:
    """Return in words that what is placed so stands turned, or turned over."""
    if place is None or not place.attrib:
        return ""
    over = any(place.get(name, "0") not in ("0", "false") for name in ("flipH", "flipV"))
    if over:
        return "a shape that is turned over"
    return "a shape that is turned" if place.get("rot", "0").strip("+-0") else ""


def shape_name(shape: etree._Element) -> str:
    """Return the name of a shape, as PowerPoint's selection pane shows it."""
    return named(shape).name


def is_placeholder(shape: etree._Element) -> bool:
    """Say whether a shape takes its place, and more, from its layout (19.3.1.36)."""
    return shape.find(f"*/{P}nvPr/{P}ph") is not None


def properties_of(shape: etree._Element) -> list[etree._Element]:
    """Return what a shape is called and described by (ECMA-376-1, 19.3.1.12): once, as a rule."""
    return [found for child in shape for found in child.iterchildren(_PROPERTIES)]


def behind(
    package: Package, known: dict[str, tuple[str, ...]], part: str, root: etree._Element
) -> tuple[str, ...]:
    """Return the text of the layout's and the master's own shapes, which every slide shows.

    `known` holds what is known of layouts already, and is added to.
    """
    above = package.one(part, "slideLayout") or package.one(part, "slideMaster")
    hidden = root.get("showMasterSp", "1") in ("0", "false")
    if above is None or hidden or "slideMasters" in part:
        return ()
    if above not in known:
        tree = package.xml(above)
        known[above] = (*_own_text(tree), *behind(package, known, above, tree))
    return known[above]


def _is_numbered(run: etree._Element | None) -> bool:
    return run is not None and run.get("type") == "slidenum"


def _pair(place: etree._Element, name: str, first: str, second: str) -> tuple[float, float]:
    held = child_of(place, A + name)
    if held is None:
        return 0.0, 0.0
    return _length(held, first), _length(held, second)


def _length(held: etree._Element, name: str) -> float:
    """Return a length of a shape, in EMU.

    Raises:
        ValueError: it is none, or longer than any slide.
    """
    said = held.get(name, "0")
    try:
        found = float(said)
    except ValueError:
        found = float("nan")
    if not abs(found) <= _MOST:
        raise ValueError(f'{name}="{said[:40]}" is no length')
    return found


def _own_text(root: etree._Element) -> Iterator[str]:
    for kind in ("sp", "graphicFrame"):
        for shape in root.iter(f"{P}{kind}"):
            if not is_placeholder(shape):
                yield from paragraphs(shape)
