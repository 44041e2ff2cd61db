"""What a native chart's XML holds (ECMA-376-1, 21.2), part by part: elements in; points as they are
stored, formats of numbers, error bars, what is not drawn, and the cells of its workbook as places
with where the chart differs from them, out.

Lengths of error bars are those of 21.2.2.55, stated point by point; bars of any other kind are none
of ours, and are told as marks that no plan makes.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Final

from lxml import etree

from builder.model.ledger import Channel, LedgerPlace
from builder.model.saying import FARTHEST, plain_number, unseen
from builder.verify.drawingml import A, C, kind_of
from builder.verify.spreadsheet import Workbook

_MOST_POINTS: Final = 100_000
"""Points of a series that are read; PowerPoint draws 32,000."""

_LONGEST: Final = 1_000
"""Characters of a number format; spreadsheets take 255."""


def not_drawn(root: etree._Element) -> Iterator[str]:
    """Yield in words each series, and each of its points, of which nothing is drawn."""
    for number, series in enumerate(root.iter(f"{C}ser"), 1):
        if _is_unseen(series, series):
            yield unseen(number)
            continue
        for point in series.findall(f"{C}dPt"):
            if _is_unseen(point, series):
                yield unseen(number, int(attribute(point, "idx") or "0") + 1)


def error_bars(series: etree._Element) -> dict[int, tuple[str, str]]:
    """Return low and high end of each error bar, by the number of its point.

    Raises:
        ValueError: a length is no number.
    """
    found: dict[int, tuple[str, str]] = {}
    values = cached(series.find(f"{C}val"))
    for bars in filter(_is_stated, series.findall(f"{C}errBars")):
        above, below = (cached(bars.find(f"{C}{side}")) for side in ("plus", "minus"))
        for at in sorted(above.keys() | below.keys()):
            value = decimal(values.get(at, "0"))
            low = value - decimal(below.get(at, "0"))
            high = value + decimal(above.get(at, "0"))
            found[at] = plain_number(f"{low:f}"), plain_number(f"{high:f}")
    return found


def further_marks(root: etree._Element) -> Iterator[str]:
    """Yield the kinds of marks that a chart draws beside those of its points, and no plan makes."""
    for kind in ("trendline", "errBars", "dropLines", "hiLowLines", "upDownBars"):
        # LibreOffice writes lines that are not drawn into every line chart.
        found = (each for each in root.iter(f"{C}{kind}") if not _is_stated(each))
        if any(each.find(f"{C}spPr/{A}ln/{A}noFill") is None for each in found):
            yield kind


def indices(series: etree._Element) -> set[int]:
    values = series.find(f"{C}val")
    return set(cached(values if values is not None else series.find(f"{C}yVal")))


def separators(root: etree._Element) -> tuple[str, str]:
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


def cached(element: etree._Element | None) -> dict[int, str]:
    """Return the cached points below an element, or its literal ones, by index.

    Raises:
        ValueError: an index is none.
    """
    if element is None:
        return {}
    return {
        number_of(point.get("idx", "0")): point.findtext(f"{C}v") or ""
        for point in element.iter(f"{C}pt")
    }


def number_of(said: str) -> int:
    """Return the index of a point, or how many there are.

    Raises:
        ValueError: it is no number, or beyond what a chart could draw.
    """
    if not (said.isdecimal() and len(said) < 10 and int(said) <= _MOST_POINTS):
        raise ValueError(f'"{said[:40]}" is no number of a point')
    return int(said)


def attribute(element: etree._Element | None, name: str) -> str:
    child = None if element is None else element.find(f"{C}{name}")
    return "" if child is None else child.get("val", "1")


def number_format(element: etree._Element | None) -> str:
    child = None if element is None else element.find(f"{C}numFmt")
    if child is None or child.get("sourceLinked") in ("1", "true"):
        return ""
    return _short(child.get("formatCode", ""))


def source_format(values: etree._Element | None) -> str:
    return _short("" if values is None else values.findtext(f".//{C}formatCode") or "")


def decimal(stored: str) -> Decimal:
    """Return a number of a chart.

    Raises:
        ValueError: it is none, or none that a spreadsheet could hold.
    """
    try:
        found = Decimal(stored)
    except InvalidOperation:
        found = Decimal("nan")
    if not found.is_finite() or abs(found.adjusted()) > FARTHEST or len(stored) > FARTHEST:
        raise ValueError(f'"{stored[:40]}" is no number')
    return found


def cells_of(book: Workbook, page: int, within: str) -> Iterator[LedgerPlace]:
    """Yield what each cell holds, row by row."""
    channel: Channel = "workbook"
    for number, sheet in enumerate(book.cells.values()):
        for name in sorted(sheet, key=_row_and_column):
            part = name if not number else f"sheet {number + 1}, {name}"
            yield LedgerPlace(page, channel, within, part, sheet[name])


def disagreements(root: etree._Element, book: Workbook) -> Iterator[tuple[str, str, str]]:
    """Yield where the chart's cached values and its workbook differ, and live formulas."""
    for place in book.formulas:
        yield place, "", "a cell of the workbook holds a live formula"
    for reference in root.iter(f"{C}numRef", f"{C}strRef"):
        formula = reference.findtext(f"{C}f") or ""
        held = book.range(formula)
        if held is None:
            yield formula, "a range of the chart's workbook", "the chart refers to nothing"
            continue
        kept = {index: plain_number(text) for index, text in cached(reference).items()}
        for index, cell in enumerate(held):
            if plain_number(cell) != kept.get(index, ""):
                why = f"the chart's own value differs from its workbook at {formula}"
                yield cell or "an empty cell", kept.get(index, "an empty cell"), why


def _is_stated(bars: etree._Element) -> bool:
    """Say whether an element holds error bars whose lengths are stated."""
    kinds = attribute(bars, "errBarType"), attribute(bars, "errValType")
    return bars.tag == f"{C}errBars" and kinds == ("both", "cust")


def _is_unseen(marked: etree._Element, series: etree._Element) -> bool:
    """Say whether a series, or a point of one, has no ink: no area, or neither line nor mark.

    What is laid over points between two axes draws them too, so that nothing is said of those.
    """
    plot = series.getparent()
    kind = "" if plot is None else kind_of(plot)
    if kind == "scatterChart":
        return False
    if kind != "lineChart":
        return marked.find(f"{C}spPr/{A}noFill") is not None
    symbol = attribute(series.find(f"{C}marker"), "symbol")
    lines = [series, *series.findall(f"{C}dPt")] if marked is series else [marked]
    strokes = [each.find(f"{C}spPr/{A}ln") for each in lines]
    bare = all(stroke is not None and stroke.find(f"{A}noFill") is not None for stroke in strokes)
    return marked is series and bare and symbol == "none"


def _short(code: str) -> str:
    if len(code) > _LONGEST:
        raise ValueError(f"a number format has {len(code):,} characters")
    return code


def _row_and_column(name: str) -> tuple[int, int, str]:
    letters = name.rstrip("0123456789")
    return int(name[len(letters) :] or 0), len(letters), letters
