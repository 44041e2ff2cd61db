"""Charts of decks: values, categories and names, in the chart, in its workbook, or in both."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from lxml import etree

from tests.alterations.kinds import PIXELS, Altered, kind
from tests.alterations.package import C, Package

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_GROUP, _WORKBOOK = "chart values, categories, names", "workbook"

Points = list[etree._Element]


def series_of(root: etree._Element) -> list[etree._Element]:
    return list(root.iter(C + "ser"))


def points(series: etree._Element, *names: str) -> Points:
    """Return the cached values of the first of these parts that a series has."""
    for name in names:
        held = series.find(C + name)
        if held is not None:
            return [v for point in held.iter(C + "pt") for v in point.findall(C + "v")]
    return []


def _cells(series: etree._Element, *names: str) -> list[str]:
    """Return the addresses of cells, such as B2, of the first of these parts of a series.

    There are none where a chart was saved without its workbook, as LibreOffice does.
    """
    for name in names:
        formula = series.find(f"{C}{name}//{C}f")
        if formula is not None:
            span = str(formula.text).rpartition("!")[2].replace("$", "")
            match = re.fullmatch(r"([A-Z]+)(\d+)(?::[A-Z]+(\d+))?", span)
            if match is None:
                return []
            first, last = int(match[2]), int(match[3] or match[2])
            return [f"{match[1]}{row}" for row in range(first, last + 1)]
    return []


class _Book:
    """The workbook of a chart: one sheet, whose cells' contents can be exchanged."""

    def __init__(self, package: Package, chart: str) -> None:
        self.package = package
        self.part = next(iter(package.related(chart, "package").values()))
        self.book = Package.read(package.parts[self.part])
        self.sheet = self.book.root("xl/worksheets/sheet1.xml")

    def cell(self, address: str) -> etree._Element:
        return next(held for held in self.sheet.iter(_SHEET + "c") if held.get("r") == address)

    def swap(self, one: str, other: str) -> None:
        a, b = self.cell(one), self.cell(other)
        kept = (a.get("t"), list(a)), (b.get("t"), list(b))
        for cell, (of_type, children) in ((a, kept[1]), (b, kept[0])):
            cell.attrib.pop("t", None)
            if of_type:
                cell.set("t", of_type)
            cell[:] = children
        self.package.parts[self.part] = self.book.write()

    def set(self, address: str, value: str) -> None:
        held = self.cell(address).find(_SHEET + "v")
        assert held is not None
        held.text = value
        self.package.parts[self.part] = self.book.write()


# Cached values with the addresses of their cells, in rows among which values can be exchanged.
Rows = list[list[tuple[etree._Element, str]]]
Pick = Callable[[etree._Element], Rows]


def _with_cells(found: Points, cells: list[str]) -> list[tuple[etree._Element, str]]:
    """Return points with their cells, by their index: what is between them may be empty."""
    indices = ((held, int(held.getparent().get("idx", "0"))) for held in found)
    return [(held, cells[at] if at < len(cells) else "") for held, at in indices]


def _values(root: etree._Element) -> Rows:
    found = []
    for series in series_of(root):
        names = ("val", "yVal")
        found.append(_with_cells(points(series, *names), _cells(series, *names)))
    return found


def _categories(root: etree._Element) -> Rows:
    for series in series_of(root)[:1]:
        return [_with_cells(points(series, "cat"), _cells(series, "cat"))]
    return []


def _names(root: etree._Element) -> Rows:
    return [
        [
            held
            for series in series_of(root)
            for held in _with_cells(points(series, "tx"), _cells(series, "tx"))
        ]
    ]


def _swapped(
    data: bytes,
    rng: Random,
    pick: Pick,
    cache: bool,
    book: bool,
) -> Altered | None:
    package = Package.read(data)
    found = [
        (chart, one, other)
        for chart in package.charts()
        for held in pick(package.root(chart))
        for i, one in enumerate(held)
        for other in held[i + 1 :]
        if one[0].text != other[0].text and (not book or (one[1] and other[1]))
    ]
    if not found:
        return None
    chart, (one, at), (other, to) = rng.choice(found)
    place = f"{chart}: {one.text} ({at}) <-> {other.text} ({to})"
    if cache:
        _everywhere(package.root(chart), pick, one, other)
    if book:
        _Book(package, chart).swap(at, to)
    return Altered(package.write(), place)


def _everywhere(
    root: etree._Element,
    pick: Pick,
    one: etree._Element,
    other: etree._Element,
) -> None:
    """Exchange two cached texts; categories, which every series repeats, in each series."""
    if pick is not _categories:
        one.text, other.text = other.text, one.text
        return
    turned = {one.text: other.text, other.text: one.text}
    for series in series_of(root):
        for held in points(series, "cat"):
            held.text = turned.get(held.text, held.text)


def _enter() -> None:
    picks = {"values": _values, "categories": _categories, "series names": _names}
    wheres = {"chart only": (True, False), "workbook only": (False, True), "both": (True, True)}
    for what, pick in picks.items():
        for where, (cache, book) in wheres.items():
            met = PIXELS if cache else _WORKBOOK
            if pick is _names and cache:
                # Names of series are set beside the marks as text: the chart holds them for
                # whoever points at a mark or reads the chart aloud.
                met = "chart data"

            def alter(
                data: bytes,
                rng: Random,
                pick: Pick = pick,
                cache: bool = cache,
                book: bool = book,
            ) -> Altered | None:
                return _swapped(data, rng, pick, cache, book)

            kind(f"deck: two {what} of a chart swapped, {where}", _GROUP, met)(alter)


_enter()


def _one(data: bytes, rng: Random, cache: bool, book: bool) -> Altered | None:
    package = Package.read(data)
    found = [
        (chart, *pair)
        for chart in package.charts()
        for held in _values(package.root(chart))
        for pair in held
        if float(pair[0].text or 0) and (not book or pair[1])
    ]
    if not found:
        return None
    chart, value, cell = rng.choice(found)
    before, after = value.text, f"{float(value.text or 0) * rng.choice((0.5, 0.8, 1.3, 2)):g}"
    if cache:
        value.text = after
    if book:
        _Book(package, chart).set(cell, after)
    return Altered(package.write(), f"{chart} {cell}: {before} -> {after}")


@kind("deck: value of a chart changed, chart only", _GROUP)
def one_value(data: bytes, rng: Random) -> Altered | None:
    return _one(data, rng, cache=True, book=False)


@kind("deck: value of a chart changed, workbook only", _GROUP, _WORKBOOK)
def one_cell(data: bytes, rng: Random) -> Altered | None:
    return _one(data, rng, cache=False, book=True)


@kind("deck: value of a chart changed, both", _GROUP)
def value_and_cell(data: bytes, rng: Random) -> Altered | None:
    return _one(data, rng, cache=True, book=True)


@kind("deck: point of a chart emptied", _GROUP)
def emptied(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    found = [
        (chart, point)
        for chart in package.charts()
        for name in ("val", "yVal")
        for held in package.root(chart).iter(C + name)
        for point in held.iter(C + "pt")
    ]
    if not found:
        return None
    chart, point = rng.choice(found)
    value = point.find(C + "v")
    point.getparent().remove(point)
    assert value is not None
    return Altered(package.write(), f"{chart}: point {point.get('idx')} ({value.text}) emptied")
