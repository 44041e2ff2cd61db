"""A deck in; what a screen reader says of its slides, in the order of their shapes, out.

Of each slide its title, text, groups, pictures, tables and charts as they stand in the shape tree
(ECMA-376-1, 19.3.1.45), then the notes. What is marked as decorative, hidden, or stands on a layout
behind the slide is not said, as readers do not meet it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from builder.frozen import dataclass
from builder.verify.drawingml import (
    A,
    C,
    P,
    R,
    is_hidden,
    kind_of,
    paragraph_elements,
    shapes_in,
)
from builder.verify.edge import within
from builder.verify.heard import ROW, Heard, Said, spoken
from builder.verify.heard.charts import heard_chart
from builder.verify.heard.paragraphs import Links, Lists, words_of
from builder.verify.package import Package
from builder.verify.reading import UnreadableFileError

_UNHEARD: Final = frozenset({"hdr", "dt", "ftr", "sldNum", "sldImg"})
_DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_PLACES: Final = {
    "title": "title",
    "ctrTitle": "title",
    "subTitle": "subtitle",
    "dt": "date",
    "ftr": "footer",
    "hdr": "header",
    "sldNum": "slide number",
}
_KINDS: Final = {"pic": "picture", "grpSp": "group", "cxnSp": "line"}
_DIAGRAM: Final = "http://schemas.openxmlformats.org/drawingml/2006/diagram"


def heard_deck(path: Path) -> Heard:
    """Return what a deck says.

    Raises:
        UnreadableFileError: the file is no presentation, or damaged.
    """
    with within(str(path), "the file"):
        package = Package.open(path, str(path))
        root = package.xml(package.main)
    if root.tag != f"{P}presentation":
        raise UnreadableFileError(f"{path}: is no presentation")
    parts = _slides(package, root)
    title, language = _core(package)
    language = language or _commonest(package, parts)
    numbers = {part: number for number, part in enumerate(parts, start=1)}
    pieces: list[Said] = []
    for number, part in enumerate(parts, start=1):
        with within(package.name, part):
            pieces += _slide(package, part, number, numbers, language)
    return Heard("slide", title, language, tuple(pieces))


@dataclass(frozen=True)
class ShapeReader:
    """Says the shapes of the slide or of the notes in `part`, of slide `number`."""

    package: Package
    part: str
    number: int
    language: str
    links: Links
    lists: Lists

    def tree(self, tree: etree._Element, depth: int = 0) -> Iterator[Said]:
        """Yield what the shapes in a tree or group say, in its order."""
        for shape in shapes_in(tree):
            if not is_hidden(shape) and not _is_decorative(shape):
                yield from self._shape(shape, depth)

    def _said(self, depth: int, role: str, text: str) -> Said:
        return Said(self.number, depth, role, spoken(text))

    def _shape(self, shape: etree._Element, depth: int) -> Iterator[Said]:
        kind = kind_of(shape)
        if kind == "graphicFrame":
            yield from self._graphic(shape, depth)
        elif kind == "grpSp":
            members = list(self.tree(shape, depth + 1))
            if _alt(shape) or members:
                yield self._said(depth, self._kind(shape), _alt(shape))
            yield from members
        elif kind == "pic":
            alt = _alt(shape)
            role = self._kind(shape)
            yield self._said(depth, role if alt else f"{role} without alternate text", alt)
        else:
            yield from self._words(shape, depth)

    def _kind(self, shape: etree._Element) -> str:
        kind = _KINDS.get(kind_of(shape), "shape")
        goal = self.links.goal(shape.find(f"*/{P}cNvPr"))
        return f"{kind}, link to {goal}" if goal else kind

    def _words(self, shape: etree._Element, depth: int) -> Iterator[Said]:
        """Yield what is said of a shape, and its text; one without either is met as a shape."""
        place, alt = shape.find(f"*/{P}nvPr/{P}ph"), _alt(shape)
        text = list(self.text(shape, depth))
        role = _PLACES.get(place.get("type", ""), "") if place is not None else ""
        if role in ("title", "subtitle") or (role and text):
            text = [self._said(depth, role, " ".join(piece.text for piece in text))] if text else []
        if alt and alt != " ".join(piece.text for piece in text):
            yield self._said(depth, self._kind(shape), alt)
        elif self.links.goal(shape.find(f"*/{P}cNvPr")) and text:
            yield self._said(depth, self._kind(shape), "")
        elif not text and place is None:
            yield self._said(depth, f"{self._kind(shape)} without text", "")
        yield from text

    def text(self, shape: etree._Element, depth: int) -> Iterator[Said]:
        """Yield the paragraphs of a shape, items of lists as such."""
        body = shape.find(f"{P}txBody")
        counts: dict[int, int] = {}
        for paragraph in () if body is None else paragraph_elements(body):
            words = words_of(paragraph, self.number, self.links, self.language)
            if not words.strip():
                continue
            mark, level = self.lists.mark(shape, paragraph)
            role = ""
            counts = {at: count for at, count in counts.items() if at <= level}
            if mark == "number":
                counts[level] = counts.get(level, 0) + 1
                role = f"item {counts[level]}"
            elif mark:
                role = "item"
            yield self._said(depth + (level if mark else 0), role, words)

    def _graphic(self, frame: etree._Element, depth: int) -> Iterator[Said]:
        table = frame.find(f".//{A}tbl")
        chart = next(frame.iter(f"{C}chart"), None)
        data = frame.find(f".//{A}graphicData")
        if table is not None:
            yield from self._table(table, _alt(frame), depth)
        elif chart is not None:
            charts = {each.id: each.target for each in self.package.related(self.part, "chart")}
            part = charts.get(chart.get(f"{R}id", ""), "")
            if not part:
                yield self._said(depth, "chart that leads to no part", _alt(frame))
                return
            with within(self.package.name, part):
                root = self.package.xml(part)
                yield self._said(depth, "chart", _alt(frame))
                for role, text in heard_chart(root):
                    inner = depth + 2 if role == "point" else depth + 1
                    yield self._said(inner, "" if role == "point" else role, text)
        elif data is not None and data.get("uri") == _DIAGRAM:
            yield self._said(depth, "diagram", _alt(frame))
            for related in self.package.related(self.part, "diagramData"):
                for paragraph in paragraph_elements(self.package.xml(related.target)):
                    words = words_of(paragraph, self.number, self.links, self.language)
                    if words.strip():
                        yield self._said(depth + 1, "", words)
        else:
            yield self._said(depth, "object", _alt(frame))

    def _table(self, table: etree._Element, alt: str, depth: int) -> Iterator[Said]:
        properties, rows = table.find(f"{A}tblPr"), table.findall(f"{A}tr")
        first_row, first_column = (_is_set(properties, key) for key in ("firstRow", "firstCol"))
        columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
        yield self._said(depth, f"table {len(rows)} rows {columns} columns", alt)
        heads: dict[int, str] = {}
        for number, row in enumerate(rows):
            yield Said(self.number, depth + 1, ROW, str(number + 1))
            for column, cell in enumerate(row.findall(f"{A}tc")):
                if _is_set(cell, "hMerge") or _is_set(cell, "vMerge"):
                    continue
                words = " ".join(
                    words_of(each, self.number, self.links, self.language).strip()
                    for each in paragraph_elements(cell)
                )
                role = "row header" if first_column and not column else "cell"
                if first_row and not number:
                    role, heads[column] = "column header", spoken(words)
                head = heads.get(column, "") if role == "cell" else ""
                yield Said(self.number, depth + 2, role, spoken(words), "", head)


def _slides(package: Package, root: etree._Element) -> list[str]:
    targets = {each.id: each.target for each in package.related(package.main, "slide")}
    parts = [targets.get(slide.get(f"{R}id", "")) for slide in root.iter(f"{P}sldId")]
    for number, part in enumerate(parts, start=1):
        if part is None:
            raise UnreadableFileError(f"{package.name}: slide {number} leads to no part")
    if not parts:
        raise UnreadableFileError(f"{package.name}: has no slide")
    return [part for part in parts if part is not None]


def _core(package: Package) -> tuple[str, str]:
    core = package.one("", "core-properties")
    if core is None:
        return "", ""
    root = package.xml(core)
    return root.findtext("{*}title") or "", root.findtext("{*}language") or ""


def _commonest(package: Package, parts: list[str]) -> str:
    """Return the language of most runs, where the deck names none for itself."""
    found = Counter(
        run.get("lang", "") for part in parts for run in package.xml(part).iter(f"{A}rPr")
    )
    return next((language for language, _ in found.most_common() if language), "")


def _slide(
    package: Package, part: str, number: int, numbers: dict[str, int], language: str
) -> Iterator[Said]:
    root = package.xml(part)
    if root.get("show", "1") in ("0", "false"):
        yield Said(number, 0, "hidden slide", "")
    tree = root.find(f"{P}cSld/{P}spTree")
    lists = Lists.of(package, part)
    reader = ShapeReader(package, part, number, language, Links.of(package, part, numbers), lists)
    if tree is not None:
        said = list(reader.tree(tree))
        if not any(piece.role == "title" for piece in said):
            yield Said(number, 0, "slide without a title", "")
        yield from said
    notes = package.one(part, "notesSlide")
    if notes is not None:
        yield from _notes(package, notes, number, numbers, language)


def _notes(
    package: Package, part: str, number: int, numbers: dict[str, int], language: str
) -> Iterator[Said]:
    links = Links.of(package, part, numbers)
    reader = ShapeReader(package, part, number, language, links, Lists(()))
    said: list[Said] = []
    for shape in package.xml(part).iter(f"{P}sp"):
        place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if place is None or place.get("type", "body") not in _UNHEARD:
            said += reader.text(shape, 1)
    if said:
        yield Said(number, 0, "notes", "")
        yield from said


def _alt(shape: etree._Element) -> str:
    """Return the alternate text of a shape: its title, where it has one, and its description."""
    properties = shape.find(f"*/{P}cNvPr")
    if properties is None:
        return ""
    said = (properties.get(key, "").strip() for key in ("title", "descr"))
    return ". ".join(filter(None, said))


def _is_decorative(shape: etree._Element) -> bool:
    marks = (mark for each in shape.findall(f"*/{P}cNvPr") for mark in each.iter(_DECORATIVE))
    return any(mark.get("val", "1") in ("1", "true") for mark in marks)


def _is_set(element: etree._Element | None, key: str) -> bool:
    return element is not None and element.get(key) in ("1", "true")
