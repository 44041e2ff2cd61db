"""A native chart in; what PowerPoint prints for it, its workbook's cells and their quarrels, out.

ECMA-376-1, 21.2. Text boxes and rich labels are read as they stand; labels and ticks that
PowerPoint makes itself are made from value and number format as it would.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from lxml import etree

from builder.verify.number_format import render
from builder.verify.package import Package
from builder.verify.proportion import disproportions
from builder.verify.workbook import Workbook, number_text, read_workbook

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
NO_WORKBOOK = "the chart cannot be edited"
_MOST_TICKS = 200
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CELL_LABELS = "{http://schemas.microsoft.com/office/drawing/2012/chart}dlblRangeCache"


@dataclass(frozen=True)
class ChartText:
    """A chart's printed pieces and its workbook's cells; `quarrels` are (found, expected, why)."""

    printed: tuple[str, ...]
    cells: tuple[str, ...]
    quarrels: tuple[tuple[str, str, str], ...]


def read_chart(package: Package, part: str) -> ChartText:
    """Return what the chart in `part` says.

    Raises:
        UnreadableFileError: the chart or its workbook is damaged.
    """
    root = package.xml(part)
    quarrels: list[tuple[str, str, str]] = []
    printed = list(paragraphs(root))
    for drawing in package.related(part, "chartUserShapes"):
        printed += paragraphs(package.xml(drawing.target))
    separators = _separators(root)
    try:
        printed += _names(root)
        printed += _labels(root, separators)
        printed += _ticks(root, separators)
    except ValueError as error:
        quarrels.append((str(error), "", "cannot tell what PowerPoint prints"))
    quarrels += disproportions(root)
    embedded = package.one(part, "package")
    if embedded is None or embedded not in package.parts:
        quarrels.append(("", "an embedded workbook", NO_WORKBOOK))
        return ChartText(tuple(printed), (), tuple(quarrels))
    book = read_workbook(package.parts[embedded], f"{package.name}: {embedded}")
    cells = tuple(text for sheet in book.cells.values() for text in sheet.values())
    return ChartText(tuple(printed), cells, (*quarrels, *_disagreements(root, book)))


def paragraphs(element: etree._Element) -> Iterator[str]:
    """Yield the text of each DrawingML paragraph below an element; line breaks as line ends.

    What older programs show instead of something newer (`mc:Fallback`) says the same again.
    """
    for paragraph in element.iter(f"{A}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is not None:
            continue
        parts = []
        for run in paragraph.iter(f"{A}t", f"{A}br", _MATHS):
            parts.append("\n" if run.tag == f"{A}br" else run.text or "")
        if text := "".join(parts):
            yield text


def _separators(root: etree._Element) -> tuple[str, str]:
    """Return the group and decimal separator of the chart's language (21.2.2.87, c:lang)."""
    lang = root.find(f"{C}lang")
    tag = "en" if lang is None else lang.get("val", "en")
    if tag.startswith("en"):
        return ",", "."
    from babel import UnknownLocaleError
    from babel.numbers import get_decimal_symbol, get_group_symbol

    try:
        locale = tag.replace("-", "_")
        return get_group_symbol(locale), get_decimal_symbol(locale)
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(f'language "{tag}" of a chart is unknown') from error


def _names(root: etree._Element) -> Iterator[str]:
    """Yield the series' names, the categories (each list once) and labels taken from cells."""
    seen = set()
    for labels in root.iter(_CELL_LABELS):
        yield from _cached(labels).values()
    for series in root.iter(f"{C}ser"):
        yield from _cached(series.find(f"{C}tx")).values()
        categories = tuple(_cached(series.find(f"{C}cat")).values())
        if categories not in seen:
            seen.add(categories)
            yield from categories


def _labels(root: etree._Element, separators: tuple[str, str]) -> Iterator[str]:
    """Yield the data labels that PowerPoint makes from values (21.2.2.49)."""
    for series in root.iter(f"{C}ser"):
        own, plot = series.find(f"{C}dLbls"), series.getparent()
        shared = None if plot is None else plot.find(f"{C}dLbls")
        general = own if own is not None else shared
        values = (
            series.find(f"{C}val")
            if series.find(f"{C}val") is not None
            else series.find(f"{C}yVal")
        )
        sizes = _cached(series.find(f"{C}bubbleSize"))
        singles = (
            {} if own is None else {_attribute(one, "idx"): one for one in own.findall(f"{C}dLbl")}
        )
        for index, value in _cached(values).items():
            label = singles.get(str(index), general)
            if (
                label is None
                or label.find(f"{C}tx") is not None
                or _attribute(label, "delete") == "1"
            ):
                continue
            code = _format(label) or _format(general) or _source_format(values)
            if _attribute(label, "showVal") == "1":
                yield render(_decimal(value), code, *separators)
            if _attribute(label, "showBubbleSize") == "1" and index in sizes:
                yield render(_decimal(sizes[index]), code, *separators)
            if _attribute(label, "showPercent") == "1":
                whole = sum(map(_decimal, _cached(values).values()))
                yield render(_decimal(value) / whole, _format(label) or "0%", *separators)


def _ticks(root: etree._Element, separators: tuple[str, str]) -> Iterator[str]:
    """Yield the tick labels of each value axis that is shown.

    Raises:
        ValueError: its limits or step are not fixed, so that PowerPoint would choose numbers.
    """
    for axis in root.iter(f"{C}valAx"):
        if _attribute(axis, "delete") == "1" or _attribute(axis, "tickLblPos") == "none":
            continue
        scaling = axis.find(f"{C}scaling")
        limits = [
            _attribute(scaling, "min"),
            _attribute(scaling, "max"),
            _attribute(axis, "majorUnit"),
        ]
        if not all(limits):
            raise ValueError("an axis is shown whose limits and step are not fixed")
        least, most, step = map(_decimal, limits)
        for at in range(min(int((most - least) / step), _MOST_TICKS) + 1):
            yield render(least + at * step, _format(axis), *separators)


def _disagreements(root: etree._Element, book: Workbook) -> Iterator[tuple[str, str, str]]:
    """Yield where the chart's cached values and its workbook differ, and live formulas."""
    for place in book.formulas:
        yield place, "", "a cell of the workbook holds a live formula"
    for reference in root.iter(f"{C}numRef", f"{C}strRef"):
        formula = reference.findtext(f"{C}f") or ""
        held = book.range(formula)
        if held is None:
            yield formula, "a range of the chart's workbook", "the chart refers to nothing"
            continue
        cached = {index: number_text(text) for index, text in _cached(reference).items()}
        for index, cell in enumerate(held):
            if number_text(cell) != cached.get(index, ""):
                why = f"the chart's own value differs from its workbook at {formula}"
                yield cell or "an empty cell", cached.get(index, "an empty cell"), why


def _cached(element: etree._Element | None) -> dict[int, str]:
    """Return the cached points below an element, or its literal ones, by index."""
    if element is None:
        return {}
    return {
        int(point.get("idx", "0")): point.findtext(f"{C}v") or ""
        for point in element.iter(f"{C}pt")
    }


def _attribute(element: etree._Element | None, name: str) -> str:
    child = None if element is None else element.find(f"{C}{name}")
    return "" if child is None else child.get("val", "1")


def _format(element: etree._Element | None) -> str:
    child = None if element is None else element.find(f"{C}numFmt")
    if child is None or child.get("sourceLinked") in ("1", "true"):
        return ""
    return child.get("formatCode", "")


def _source_format(values: etree._Element | None) -> str:
    return "" if values is None else values.findtext(f".//{C}formatCode") or ""


def _decimal(stored: str) -> Decimal:
    try:
        return Decimal(stored)
    except InvalidOperation:
        raise ValueError(f'"{stored}" is no number') from None
