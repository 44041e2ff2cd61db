"""A deck as someone left it in; each slide's shapes, tables, charts and notes, by name, out.

Read from the parts themselves, as `verify` does. After a save by LibreOffice names of
placeholders, alt texts and all workbooks are gone; names of other shapes, charts and tables stay.

Where PowerPoint has no chart of a kind, the place and size of a shape are its value: the dates of a
task, how much a band carries. Those that stand or reach otherwise than planned are told, and never
taken back. A chart that was moved or stretched as a whole says the same as before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Final, Generic, TypeAlias, TypeVar

from lxml import etree

from builder.frozen import dataclass
from builder.model.saying import plain_number
from builder.model.text import Line, plain
from builder.units import Box
from builder.verify.chartml import cached as cached_points
from builder.verify.chartml import number_of
from builder.verify.drawingml import A, C, Frame, P, R, paragraphs, shape_name
from builder.verify.edge import within
from builder.verify.package import Package
from builder.verify.reading import UnreadableFileError
from builder.verify.spreadsheet import Workbook, read_workbook

# A spreadsheet keeps 15 significant digits; the others are noise of binary fractions.
_DIGITS: Final = 15
_FURNITURE = frozenset(("ftr", "sldNum", "dt", "hdr", "sldImg"))
_TITLES = frozenset(("title", "ctrTitle"))
TITLE = "Title"
_Text = TypeVar("_Text", str, Line)
_STILL: Final = 1.5  # points, of which programs that save a deck again may change a place
_FEW: Final = 0.5  # of all shapes: where more differ, the whole was stretched
Places: TypeAlias = tuple[tuple[str, Box], ...]
"""The shapes of a chart by name, in their order, where they stand."""


@dataclass(frozen=True)
class Held:
    """One cell: what the chart itself remembers of it, and what its workbook holds (None: lost)."""

    cached: str
    stored: str | None

    @property
    def agrees(self) -> bool:
        """Whether there is one answer to what the cell holds."""
        return self.stored is None or self.stored == self.cached


@dataclass(frozen=True)
class ShownSeries:
    """One series: `values`, `x` and `sizes` by point; `labels` are texts of their own by point."""

    name: Held
    categories: tuple[Held, ...]
    values: tuple[Held, ...]
    x: tuple[Held, ...]
    sizes: tuple[Held, ...]
    labels: Mapping[int, str]


@dataclass(frozen=True)
class ShownChart:
    """A chart by the name of its frame; `workbook` is False where it has lost its own."""

    name: str
    series: tuple[ShownSeries, ...]
    workbook: bool


def read_chart(package: Package, part: str, name: str) -> ShownChart:
    """Return the chart in a part.

    Raises:
        UnreadableFileError: the chart or its workbook is damaged.
    """
    root = package.xml(part)
    embedded = package.one(part, "package")
    book = None
    if embedded is not None and embedded in package.parts:
        book = read_workbook(package.parts[embedded], f"{package.name}: {embedded}")
    series = tuple(_series(element, book) for element in root.iter(f"{C}ser"))
    return ShownChart(name, series, book is not None)


def _series(element: etree._Element, book: Workbook | None) -> ShownSeries:
    def held(tag: str, *, words: bool = False) -> tuple[Held, ...]:
        return _cells(element.find(f"{C}{tag}"), book, str.strip if words else settled)

    labels = {}
    for label in element.iter(f"{C}dLbl"):
        index, text = label.find(f"{C}idx"), label.find(f"{C}tx")
        if index is not None and text is not None:
            labels[number_of(index.get("val", "0"))] = " ".join(paragraphs(text))
    name = held("tx", words=True)
    values = held("val") or held("yVal")
    return ShownSeries(
        name[0] if name else Held("", None),
        held("cat", words=True),
        values,
        held("xVal"),
        held("bubbleSize"),
        labels,
    )


def _cells(
    element: etree._Element | None, book: Workbook | None, form: Callable[[str], str]
) -> tuple[Held, ...]:
    """Return the cells that a reference leads to, in order (ECMA-376-1, 21.2.2.123 and .201)."""
    if element is None:
        return ()
    cached = {at: form(text) for at, text in cached_points(element).items()}
    stated = element.find(f".//{C}ptCount")
    said = 0 if stated is None else number_of(stated.get("val", "0"))
    count = max([said, *(at + 1 for at in cached)])
    if book is None:
        return tuple(Held(cached.get(at, ""), None) for at in range(count))
    # A reference that leads nowhere is as good as empty cells: the two do not agree.
    stored = [form(text) for text in book.range(element.findtext(f".//{C}f") or "") or ()]
    count = max(count, len(stored))
    stored += [""] * (count - len(stored))
    return tuple(Held(cached.get(at, ""), stored[at]) for at in range(count))


def settled(text: str) -> str:
    """Return a number in one form with a spreadsheet's digits, anything else as it is."""
    try:
        return plain_number(f"{float(text):.{_DIGITS}g}")
    except ValueError:
        return text.strip()


@dataclass(frozen=True)
class TextShape(Generic[_Text]):
    """A shape with text, shown or planned: its name, after its group's where it stands in one, and
    paragraphs; as planned, the chart that it is a part of.
    """

    name: str
    paragraphs: tuple[_Text, ...]
    chart: str = ""

    @property
    def words(self) -> str:
        """All of its text."""
        return "\n".join(map(words_of, self.paragraphs))


@dataclass(frozen=True)
class Table(Generic[_Text]):
    """A table's cells by row, shown or planned; paragraphs of a cell are joined by spaces."""

    name: str
    rows: tuple[tuple[_Text, ...], ...]

    @property
    def words(self) -> str:
        """All of its text."""
        return "\n".join(words_of(cell) for row in self.rows for cell in row)


def words_of(text: str | Line) -> str:
    """Return the words of a text as it is shown, or as it was planned."""
    return text if isinstance(text, str) else plain(text)


@dataclass(frozen=True)
class ShownSlide:
    """One slide; `alts` are descriptions of shapes by name, `groups` where those in one stand."""

    number: int
    title: str
    shapes: tuple[TextShape[str], ...]
    tables: tuple[Table[str], ...]
    charts: tuple[ShownChart, ...]
    notes: tuple[str, ...]
    alts: Mapping[str, str]
    groups: Mapping[str, Places]


def read_slides(path: Path) -> tuple[ShownSlide, ...]:
    """Return the slides of a deck in their order.

    Raises:
        UnreadableFileError: the file is no presentation, or damaged.
    """
    package = Package.open(path, str(path))
    targets = {related.id: related.target for related in package.related(package.main, "slide")}
    found = []
    for number, slide in enumerate(package.xml(package.main).iter(f"{P}sldId"), start=1):
        part = targets.get(slide.get(f"{R}id", ""))
        if part is None:
            raise UnreadableFileError(f"{path}: slide {number} leads to no part")
        with within(str(path), part):
            found.append(_slide(package, part, number))
    return tuple(found)


def _slide(package: Package, part: str, number: int) -> ShownSlide:
    root = package.xml(part)
    parts = {related.id: related.target for related in package.related(part, "chart")}
    tables, charts = [], []
    for frame in root.iter(f"{P}graphicFrame"):
        name = shape_name(frame)
        for table in frame.iter(f"{A}tbl"):
            tables.append(Table(name, tuple(_rows(table))))
        for chart in frame.iter(f"{C}chart"):
            target = parts.get(chart.get(f"{R}id", ""), "")
            with within(package.name, target or part):
                charts.append(read_chart(package, target, name))
    shapes = tuple(_shapes(root))
    title = next((" ".join(shape.paragraphs) for shape in shapes if shape.name == TITLE), "")
    alts = {
        properties.get("name", ""): properties.get("descr", "")
        for properties in root.iter(f"{P}cNvPr")
        if properties.get("descr")
    }
    groups = {shape_name(group): _places(group) for group in root.iter(f"{P}grpSp")}
    return ShownSlide(
        number, title, shapes, tuple(tables), tuple(charts), _notes(package, part), alts, groups
    )


def _places(group: etree._Element) -> Places:
    held = ((shape_name(shape), Frame().box(shape)) for shape in group.findall(f"{P}sp"))
    return tuple((name, Box(*box)) for name, box in held if box is not None)


def _shapes(root: etree._Element) -> Iterator[TextShape[str]]:
    """Yield shapes that hold text, the title under that name whatever it is called now."""
    for shape in root.iter(f"{P}sp"):
        kind = _placeholder(shape)
        texts = tuple(paragraphs(shape))
        if kind in _FURNITURE or not texts:
            continue
        name = TITLE if kind in _TITLES else shape_name(shape)
        group = shape.getparent()
        if group is not None and group.tag == f"{P}grpSp":
            name = f"{shape_name(group)}/{name}"
        yield TextShape(name, texts)


def _notes(package: Package, part: str) -> tuple[str, ...]:
    notes = package.one(part, "notesSlide")
    if notes is None:
        return ()
    shapes = [s for s in package.xml(notes).iter(f"{P}sp") if _placeholder(s) == "body"]
    return tuple(text for shape in shapes for text in paragraphs(shape))


def _rows(table: etree._Element) -> Iterator[tuple[str, ...]]:
    for row in table.iter(f"{A}tr"):
        yield tuple(" ".join(paragraphs(cell)) for cell in row.iter(f"{A}tc"))


def _placeholder(shape: etree._Element) -> str:
    """Return the kind of a placeholder (19.7.10, ST_PlaceholderType), empty for other shapes."""
    found = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return "" if found is None else found.get("type", "obj")


def moved(planned: Places, shown: Places) -> tuple[str, ...]:
    """Return the names of shapes that stand or reach otherwise among those of their chart."""
    pairs = [*_paired(planned, shown)]
    if not pairs:
        return ()
    across = median(now.left - was.left for _, was, now in pairs)
    down = median(now.top - was.top for _, was, now in pairs)
    found = [
        name
        for name, was, now in pairs
        if _differ(was._replace(left=was.left + across, top=was.top + down), now)
    ]
    return tuple(found) if len(found) <= _FEW * len(pairs) else ()


def _differ(one: Sequence[float], other: Sequence[float]) -> bool:
    return any(abs(a - b) > _STILL for a, b in zip(one, other, strict=True))


def _paired(planned: Places, shown: Places) -> Iterator[tuple[str, Box, Box]]:
    """Yield each planned shape with that which has its name now, one of several by their order."""
    free = [*shown]
    for name, was in planned:
        at = next((at for at, (called, _) in enumerate(free) if called == name), None)
        if at is not None:
            yield name, was, free.pop(at)[1]
