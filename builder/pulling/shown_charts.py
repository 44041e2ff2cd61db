"""A native chart as someone left it in; its cells, as chart and workbook hold them, out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from builder.model.chartplaces import plain_number
from builder.verify.drawingml import C, number_of, paragraphs
from builder.verify.drawingml import cached as cached_points
from builder.verify.package import Package
from builder.verify.spreadsheet import Workbook, read_workbook

# A spreadsheet keeps 15 significant digits; the others are noise of binary fractions.
_DIGITS: Final = 15


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
