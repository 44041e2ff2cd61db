"""Which stored results a changed cell makes stale: a workbook's formulas in, those that depend out.

A formula that computes what it refers to (INDIRECT, OFFSET, a name that is a formula itself) may
depend on any cell, and counts as one that does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from builder.frozen import dataclass
from builder.workbooks.areas import Area
from builder.workbooks.book import Book, DefinedName, Formula
from builder.workbooks.shared import AreaReference, reaches_anywhere, references, words

_Spot = tuple[str, int, int]


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
