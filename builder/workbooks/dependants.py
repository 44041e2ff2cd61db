"""Formulas of spreadsheets, as far as they name cells: what they refer to, moved elsewhere, and
which stored results a changed cell makes stale.

A formula that computes what it refers to (INDIRECT, OFFSET, a name that is a formula itself) may
depend on any cell, and counts as one that does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from builder.frozen import dataclass
from builder.model.saying import column_name
from builder.workbooks.book import (
    LAST_COLUMN,
    LAST_ROW,
    Area,
    Book,
    DefinedName,
    Formula,
    number_of,
)

_Spot = tuple[str, int, int]
_TEXT: Final = r'"(?:[^"]|"")*"'
_SHEET: Final = r"(?:\$?'(?:[^']|'')+'|\$?[\w.\[\]]+(?::[\w.]+)?)"
_CELL: Final = r"\$?[A-Za-z]{1,3}\$?[0-9]{1,7}"
_REFERENCE: Final = re.compile(
    rf"(?P<text>{_TEXT})"
    rf"|(?:(?P<sheet>{_SHEET})!)?(?<![\w.$])"
    rf"(?:(?P<cells>{_CELL}(?::{_CELL})?)|(?P<columns>\$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}})"
    r"|(?P<rows>\$?[0-9]{1,7}:\$?[0-9]{1,7}))(?![\w(!.])"
)
_ONE: Final = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})")
_WORD: Final = re.compile(rf"{_TEXT}|(?<![\w.!'])([A-Za-z_\\][\w.\\]*)(?![\w(.!'])")
_TABLE: Final = re.compile(rf"{_TEXT}|(?<![\w.])([A-Za-z_\\][\w.\\]*)\[")
_ANYWHERE: Final = re.compile(
    r"(?<![\w.])(INDIRECT|OFFSET|COM\.MICROSOFT\.INDIRECT)\s*\(", re.IGNORECASE
)


@dataclass(frozen=True)
class Stale:
    """What a change makes stale: formulas with all that follow from them, and pivot tables."""

    formulas: tuple[Formula, ...] = ()
    pivots: tuple[str, ...] = ()


class Dependants:
    """What depends on what in a workbook, its formulas read once."""

    def __init__(self, book: Book) -> None:
        """Read the formulas.

        Raises:
            PackageError: a sheet of the workbook cannot be read.
        """
        names = {name.casefold(): one for name, one in book.names.items()}
        self._graph = _Graph(book.formulas(), names)
        self._sources = tuple(book.sources())

    def of(self, cells: Iterable[_Spot]) -> Stale:
        """Return what depends on cells (sheet, row, column), directly or through other formulas."""
        return _stale(self._graph, self._sources, cells)


def _stale(
    graph: _Graph, sources: Iterable[tuple[str, DefinedName]], cells: Iterable[_Spot]
) -> Stale:
    waiting = list(cells)
    reached = set(waiting)
    found: dict[_Spot, Formula] = {}
    for formula in graph.anywhere:
        found[_spot(formula)] = formula
        waiting.append(_spot(formula))
    while waiting:
        for formula in graph.using(waiting.pop()):
            spot = _spot(formula)
            if spot not in found:
                found[spot] = formula
                waiting.append(spot)
    reached |= set(found)
    pivots = (
        name
        for name, source in sources
        if source.area is None
        or any(sheet == source.sheet and (row, at) in source.area for sheet, row, at in reached)
    )
    return Stale(tuple(sorted(found.values(), key=_spot)), tuple(pivots))


def _spot(formula: Formula) -> _Spot:
    return formula.sheet, formula.row, formula.column


class _Graph:
    """The formulas of a workbook by the cells and areas that they name."""

    def __init__(self, formulas: Iterable[Formula], names: Mapping[str, DefinedName]) -> None:
        self.cells: dict[_Spot, list[Formula]] = {}
        self.areas: dict[str, list[tuple[Area, Formula]]] = {}
        self.anywhere: list[Formula] = []
        for formula in formulas:
            if reaches_anywhere(formula.text):
                self.anywhere.append(formula)
                continue
            for each in references(formula.text):
                self._add(each, formula)
            for word in words(formula.text):
                named = names.get(word.casefold())
                if named is not None and named.area is None:
                    self.anywhere.append(formula)
                elif named is not None and named.area is not None:
                    self._add(AreaReference(named.sheet, named.area), formula)

    def _add(self, reference: AreaReference, formula: Formula) -> None:
        area, sheet = reference.area, reference.sheet or formula.sheet
        if sheet != "*" and (area.top, area.left) == (area.bottom, area.right):
            self.cells.setdefault((_folded(sheet), area.top, area.left), []).append(formula)
        else:
            self.areas.setdefault(_folded(sheet), []).append((area, formula))

    def using(self, spot: _Spot) -> Iterator[Formula]:
        """Yield the formulas that name a cell, alone or within an area."""
        sheet, row, column = spot
        yield from self.cells.get((_folded(sheet), row, column), ())
        for key in (_folded(sheet), "*"):
            for area, formula in self.areas.get(key, ()):
                if (row, column) in area:
                    yield formula


def _folded(sheet: str) -> str:
    return sheet.casefold()


@dataclass(frozen=True)
class AreaReference:
    """An area that a formula names; `sheet` is "" where it names none, and its own is meant."""

    sheet: str
    area: Area


def shifted(formula: str, rows: int, columns: int) -> str:
    """Return a formula as it stands so many rows and columns further on; `$` holds what it marks.

    So cells share one (18.3.1.40).
    """

    def moved(one: re.Match[str]) -> str:
        column = (
            one[2] if one[1] else column_name(_wrapped(number_of(one[2]) + columns, LAST_COLUMN))
        )
        row = one[4] if one[3] else str(_wrapped(int(one[4]) + rows, LAST_ROW))
        return f"{one[1]}{column}{one[3]}{row}"

    def of(found: re.Match[str]) -> str:
        if not found["cells"]:
            return found[0]
        before = found[0][: len(found[0]) - len(found["cells"])]
        return before + _ONE.sub(moved, found["cells"])

    return _REFERENCE.sub(of, formula)


def _wrapped(number: int, last: int) -> int:
    return (number - 1) % last + 1


def references(formula: str) -> Iterator[AreaReference]:
    """Yield the areas that a formula names; one across several sheets as of no sheet in particular.

    Of an area of another workbook nothing is yielded.
    """
    for found in _REFERENCE.finditer(formula):
        sheet = (found["sheet"] or "").lstrip("$")
        if found["text"] or sheet.startswith(("[", "'[")):
            continue
        bare = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
        area = _area(found)
        if area is not None:
            yield AreaReference("*" if ":" in bare else bare, area)


def _area(found: re.Match[str]) -> Area | None:
    if found["cells"]:
        return Area.of(found["cells"])
    if found["columns"]:
        first, last = sorted(number_of(one.strip("$")) for one in found["columns"].split(":"))
        return Area(1, first, LAST_ROW, last)
    top, bottom = sorted(int(one.strip("$")) for one in found["rows"].split(":"))
    return Area(top, 1, bottom, LAST_COLUMN)


def words(formula: str) -> Iterator[str]:
    """Yield the words of a formula that may be defined names or table objects."""
    yield from (found[1] for found in _WORD.finditer(formula) if found[1])
    yield from (found[1] for found in _TABLE.finditer(formula) if found[1])


def reaches_anywhere(formula: str) -> bool:
    """Say whether a formula computes what it refers to, so that it may be any cell."""
    return _ANYWHERE.search(formula) is not None
