"""Styles of an OpenDocument spreadsheet: its parts in; what cells show, which sheets hide, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from builder.frozen import dataclass
from builder.ooxml import BOOK, streamed
from builder.workbooks.areas import whole
from builder.workbooks.formats import PLAIN, Format
from builder.workbooks.related import local

_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NUMBER: Final = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_DATA: Final = (
    "number-style",
    "percentage-style",
    "currency-style",
    "date-style",
    "time-style",
    "text-style",
    "boolean-style",
)
_OF_DAYS: Final = ("day", "day-of-week")
_OF_TIMES: Final = ("hours", "minutes", "seconds")


@dataclass(frozen=True)
class Styles:
    """What each style of cells shows, and the styles of sheets that are hidden."""

    formats: Mapping[str, Format]
    hidden: frozenset[str]

    def shown(self, style: str) -> Format:
        """Return what a style of cells shows."""
        return self.formats.get(style, PLAIN)


def styles_of(parts: Iterable[tuple[str, bytes]]) -> Styles:
    """Return the styles of the parts, later ones over earlier ones."""
    data: dict[str, Format] = {}
    cells: dict[str, tuple[str, str]] = {}
    hidden: set[str] = set()
    for part, said in parts:
        for element in streamed(said, part, BOOK, *_DATA, "style", "table-row"):
            kind, name = local(element), element.get(f"{_STYLE}name") or ""
            if kind in _DATA:
                data[name] = _format(element, kind)
            elif kind == "style" and element.get(f"{_STYLE}family") == "table-cell":
                above = element.get(f"{_STYLE}parent-style-name") or ""
                cells[name] = (element.get(f"{_STYLE}data-style-name") or "", above)
            elif kind == "style" and element.get(f"{_STYLE}family") == "table":
                shown = (inner.get(f"{_TABLE}display") for inner in element)
                hidden |= {name} if "false" in shown else set()
    return Styles({name: _inherited(name, cells, data) for name in cells}, frozenset(hidden))


_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def _inherited(
    name: str, cells: Mapping[str, tuple[str, str]], data: Mapping[str, Format]
) -> Format:
    """Return what a style shows, or the nearest of those that it builds on."""
    seen: set[str] = set()
    while name in cells and name not in seen:
        seen.add(name)
        own, above = cells[name]
        if own in data:
            return data[own]
        name = above
    return PLAIN


def _format(element: etree._Element, kind: str) -> Format:
    inner = {local(child): child for child in element.iter(etree.Element)}
    timed = any(name in inner for name in _OF_TIMES)
    if kind == "time-style":
        return Format("time", timed=True)
    if kind == "date-style":
        if any(name in inner for name in _OF_DAYS):
            return Format("date", timed=timed)
        return Format("date", to="month" if "month" in inner else "year", timed=timed)
    digits = inner.get("number")
    if digits is None or kind == "text-style":
        return PLAIN
    most = digits.get(f"{_NUMBER}decimal-places")
    least = digits.get(f"{_NUMBER}min-decimal-places") or most
    scaled = digits.get(f"{_NUMBER}display-factor") not in (None, "1")
    said, money = most is not None and not scaled, inner.get("currency-symbol")
    return Format(
        "percent" if kind == "percentage-style" else "number",
        whole(least) if said else 0,
        whole(most) if said else None,
        money=(money.text or "").strip() if money is not None else "",
    )
