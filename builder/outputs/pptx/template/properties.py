"""What shapes and levels of text of a template say, and the words and lines that a layout prints
itself: their elements in, plain values out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from builder.frozen import dataclass
from builder.model.text import Owner, words
from builder.outputs.pptx.plan.mapped import TemplateEdge, TemplateWords
from builder.outputs.pptx.plan.model import Align, Anchor, Paragraph, ParagraphStyle
from builder.outputs.pptx.template.kinds import A, P
from builder.outputs.pptx.template.model import FURNITURE, TITLES
from builder.units import EMU_PER_POINT, Box

INSETS = {"lIns": 7.2, "tIns": 3.6, "rIns": 7.2, "bIns": 3.6}
_OWNER: Final = Owner("furniture", "template")
_SIZE: Final = 18.0
_WIDTH: Final = 0.75  # points, of a line that does not say its own (20.1.2.2.24)
_ALIGNS: Final[Mapping[str, Align]] = {"ctr": "ctr", "r": "r"}
_ANCHORS: Final[Mapping[str, Anchor]] = {"ctr": "ctr", "b": "b"}
_WIDE: Final = 4000.0  # points: for words that are not to be broken
_SHARES: Final[Mapping[Align, float]] = {"l": 0.0, "ctr": 0.5, "r": 1.0}
_UPWARDS: Final = (270, -90)  # degrees


def points(emu: str | None) -> float:
    """Return a length in points."""
    return int(emu or 0) / EMU_PER_POINT


def words_of(shape: etree._Element) -> str:
    """Return all words of a shape."""
    return "".join(text.text or "" for text in shape.iter(f"{A}t"))


def is_content(shape: etree._Element, kind: str) -> bool:
    """Say whether a shape is the title, or a place of content."""
    ph = next(shape.iter(f"{P}ph"), None)
    found = None if ph is None else ph.get("type", "obj")
    if kind == "title":
        return found in TITLES
    return found is not None and found not in (*TITLES, *FURNITURE)


def first_said(elements: Sequence[etree._Element], key: str) -> str:
    """Return the first value of an attribute that is not empty."""
    return next((each.get(key, "") for each in elements if each.get(key)), "")


def pitch_of(levels: Sequence[etree._Element]) -> float:
    """Return the line spacing in lines, never under one; exact spacings are written over."""
    for level in levels:
        share = level.find(f"{A}lnSpc/{A}spcPct")
        if share is not None:
            value = share.get("val", "100000")
            percent = float(value[:-1]) * 1000 if value.endswith("%") else float(value)
            return max(1.0, percent / 100_000)
    return 1.0


def is_bulleted(levels: Sequence[etree._Element]) -> bool:
    """Say whether points have bullets of their own."""
    for level in levels:
        for child in level:
            if child.tag == f"{A}buNone":
                return False
            if child.tag in (f"{A}buChar", f"{A}buAutoNum", f"{A}buBlip"):
                return True
    return False


def inset_of(bodies: Sequence[etree._Element], key: str) -> float:
    """Return how far text stands from an edge, in points."""
    value = first_said(bodies, key)
    return points(value) if value else INSETS[key]


def box_of(shape: etree._Element) -> Box | None:
    """Return where a shape stands, None where it does not say."""
    frames = (shape.find(f"{P}{holder}/{A}xfrm") for holder in ("spPr", "grpSpPr"))
    frame = next((each for each in frames if each is not None), None)
    offset = None if frame is None else frame.find(f"{A}off")
    extent = None if frame is None else frame.find(f"{A}ext")
    if offset is None or extent is None:
        return None
    corner = (points(offset.get("x")), points(offset.get("y")))
    return Box(*corner, points(extent.get("cx")), points(extent.get("cy")))


def faces_of(theme: etree._Element) -> dict[str, str]:
    """Return the faces of a theme by the names that text has for them."""
    found = {}
    for key, name in (("+mj-lt", "majorFont"), ("+mn-lt", "minorFont")):
        latin = theme.find(f"{A}themeElements/{A}fontScheme/{A}{name}/{A}latin")
        found[key] = "" if latin is None else latin.get("typeface", "")
    return found


def edge_of(shape: etree._Element, colour: Callable[[etree._Element], str]) -> TemplateEdge | None:
    """Return the line along a shape's outline, None where it has none; a gradient is no line."""
    line = shape.find(f"{P}spPr/{A}ln")
    fill = None if line is None else line.find(f"{A}solidFill")
    ink = "" if fill is None else colour(fill)
    other = line is not None and (line.find(f"{A}noFill") is not None or fill is not None)
    named = shape.find(f"{P}style/{A}lnRef")
    if not ink and not other and named is not None and named.get("idx") != "0":
        ink = colour(named)
    if not ink:
        return None
    said = "" if line is None else line.get("w", "")
    dash = None if line is None else line.find(f"{A}prstDash")
    width = points(said) if said.isdecimal() else _WIDTH
    return TemplateEdge(ink, width, dash is not None and dash.get("val") != "solid")


@dataclass(frozen=True)
class Printer:
    """Reads what shapes say: `colour` of a fill, of no fill the colour `ink`, the `defaults` of the
    presentation's text.
    """

    colour: Callable[[etree._Element], str]
    ink: str
    defaults: etree._Element | None

    def words_of(self, shape: etree._Element, box: Box, turned: int) -> TemplateWords | None:
        """Return the words of a shape that stands in a box, turned by so many degrees; None where
        it has none, or stands askew.
        """
        body = shape.find(f"{P}txBody")
        properties = None if body is None else body.find(f"{A}bodyPr")
        if body is None or properties is None:
            return None
        held = tuple(self._paragraphs(shape, body, properties))
        upwards = turned in _UPWARDS or properties.get("vert") == "vert270"
        said = any(run.text.strip() for each in held for run in each.runs)
        if not said or turned not in (0, *_UPWARDS):
            return None
        left, top, right, foot = (inset_of([properties], key) for key in INSETS)
        room = Box(
            box.left + left,
            box.top + top,
            max(box.width - left - right, 1.0),
            max(box.height - top - foot, 1.0),
        )
        if properties.get("wrap") == "none":
            start = room.left - (_WIDE - room.width) * _SHARES[held[0].style.align]
            room = Box(start, room.top, _WIDE, room.height)
        anchor = _ANCHORS.get(properties.get("anchor", ""), "t")
        return TemplateWords(held, box if upwards else room, anchor, upwards)

    def _paragraphs(
        self, shape: etree._Element, body: etree._Element, properties: etree._Element
    ) -> Iterator[Paragraph]:
        fitted = properties.find(f"{A}normAutofit")
        share = fitted.get("fontScale", "") if fitted is not None else ""
        scale = int(share) / 100_000 if share.isdecimal() else 1.0
        reference = shape.find(f"{P}style/{A}fontRef")
        for paragraph in body.findall(f"{A}p"):
            own = [each.find(f"{A}rPr") for each in paragraph.findall(f"{A}r")]
            near, far = (paragraph.find(f"{A}pPr"), _first(body.find(f"{A}lstStyle"))), self._far
            levels = [each for each in (*near, far) if each is not None]
            runs = [each for each in (*own, *(_run(level) for level in levels)) if each is not None]
            fills = [each.find(f"{A}solidFill") for each in runs]
            if far is not None and reference is not None:
                fills.insert(len(fills) - 1, reference)
            inks = (self.colour(each) for each in fills if each is not None)
            style = ParagraphStyle(
                (int(first_said(runs, "sz") or 0) / 100 or _SIZE) * scale,
                bold=first_said(runs, "b") in ("1", "true"),
                colour=next(filter(None, inks), self.ink),
                align=_ALIGNS.get(first_said(levels, "algn"), "l"),
            )
            capitals = first_said(runs, "cap") in ("all", "small")
            for line in _lines(paragraph):
                said = line.upper() if capitals else line
                yield Paragraph(words(said or "\N{NO-BREAK SPACE}", _OWNER), style)

    @property
    def _far(self) -> etree._Element | None:
        return _first(self.defaults)


def _first(levels: etree._Element | None) -> etree._Element | None:
    return None if levels is None else levels.find(f"{A}lvl1pPr")


def _run(level: etree._Element) -> etree._Element | None:
    return level.find(f"{A}defRPr")


def _lines(paragraph: etree._Element) -> Iterator[str]:
    """Yield the lines of a paragraph; fields, as a slide's number, are not known here."""
    line = ""
    for part in paragraph:
        if part.tag == f"{A}br":
            yield line
            line = ""
        elif part.tag == f"{A}r":
            line += part.findtext(f"{A}t") or ""
    yield line
