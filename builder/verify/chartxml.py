"""Parts of a native chart's XML in; what they hold, out (ECMA-376-1, 21.2)."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Final

from lxml import etree

from builder.model.chart import FARTHEST

MOST_POINTS: Final = 100_000
"""Points of a series that are read; PowerPoint draws 32,000."""
_LONGEST: Final = 1_000
"""Characters of a number format; spreadsheets take 255."""
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


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
    if not (said.isdecimal() and len(said) < 10 and int(said) <= MOST_POINTS):
        raise ValueError(f'"{said[:40]}" is no number of a point')
    return int(said)


def kind_of(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


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


def _short(code: str) -> str:
    if len(code) > _LONGEST:
        raise ValueError(f"a number format has {len(code):,} characters")
    return code


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
