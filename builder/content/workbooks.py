"""workbooks.yaml, and cells of workbooks in figures.yaml: takes what they name, returns tables.

A table of a workbook is a `DataTable` like that of a CSV file. So is a cell that a figure names and
no such table holds, with that one cell in it. Of a workbook that nothing names nothing is read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path

from builder import files
from builder.content.book_tables import read_area, read_cell
from builder.content.context import Context
from builder.content.documents import Document
from builder.content.entries import ContentEntry, entries
from builder.content.scalars import TABLES
from builder.frozen import dataclass
from builder.model.figure import BookRef, CellRef, Figure
from builder.model.table import DataTable
from builder.ooxml import PackageError
from builder.problems import Place, Problems, known_names
from builder.workbooks import opened
from builder.workbooks.book import EVERYTHING, Area, Book, cell_of


@dataclass
class Books:
    """The workbooks of a content folder, each opened once; `None` for one that is refused.

    `found` are those that lie in data/, by their names from the content folder.
    """

    folder: Path
    found: Mapping[str, Path]
    problems: Problems
    _opened: dict[str, Book | None] = field(default_factory=dict)

    def shown(self, name: str) -> str:
        """Return a workbook's path as the user knows it."""
        return (self.folder / name).as_posix()

    def book(self, name: str, place: Place) -> Book | None:
        """Return a workbook that is named at a place; None, and a problem, where it cannot be."""
        if name not in self.found:
            hint = known_names(name, self.found)
            hint += "\na workbook lies in data/ and is an .xlsx, .xlsm or .ods file"
            self.problems.error(place, f'no workbook "{name}"', hint)
            return None
        if name not in self._opened:
            self._opened[name] = self._open(name)
        return self._opened[name]

    def _open(self, name: str) -> Book | None:
        try:
            return opened(files.read(self.found[name], files.WORKBOOK, self.folder))
        except files.RefusedFileError as error:
            found, hint = f"cannot be read: {error.found}", error.hint
        except PackageError as error:
            found = f"cannot be read: {error}"
            hint = "save it in a spreadsheet program as .xlsx or .ods, without a password"
        self.problems.error(Place(self.shown(name)), found, hint)
        return None

    def unused(self) -> Iterator[str]:
        """Yield the workbooks that nothing names."""
        yield from (name for name in self.found if name not in self._opened)


@dataclass(frozen=True)
class Gathered:
    """The tables of workbooks by name, and the figures with their cells found.

    `lost` are tables that cannot be had; `used` is a digest of everything that was taken.
    """

    tables: Mapping[str, DataTable]
    figures: Mapping[str, Figure]
    lost: frozenset[str]
    used: bytes


def read_books(
    document: Document,
    figures: Mapping[str, Figure],
    data: Mapping[str, DataTable],
    books: Books,
    context: Context,
) -> Gathered:
    """Return what the content takes from workbooks; `data` are the tables of CSV files."""
    tables: dict[str, DataTable] = {}
    lost: set[str] = set()
    for entry in entries(TABLES, document, context):
        if entry.id in data:
            found = f'the table "{entry.id}" is defined twice'
            hint = f"a data file has this name: {data[entry.id].place.file}; use another"
            context.problems.error(entry.place, found, hint)
            continue
        table = _table(entry, books)
        if table is None:
            lost.add(entry.id)
        else:
            tables[entry.id] = table
    bound = dict(figures)
    for figure in figures.values():
        if figure.cell is not None and figure.cell.book is not None:
            cell = _cell(figure, figure.cell.book, tables, books)
            bound[figure.id] = replace(figure, cell=cell or replace(figure.cell, where="?"))
    for name in books.unused():
        books.problems.warning(
            Place(books.shown(name)),
            f'"{Path(name).name}" is not read',
            "name a table of it in workbooks.yaml, or a cell of it in figures.yaml: "
            f"cell: {{workbook: {name}, at: Sheet!B7}}",
        )
    return Gathered(tables, bound, frozenset(lost), _digest(tables.values()))


def _table(entry: ContentEntry, books: Books) -> DataTable | None:
    """Return the table of an entry of workbooks.yaml; None, and a problem, where there is none."""
    name, problems = entry.word("workbook"), books.problems
    book = books.book(name, entry.where("workbook"))
    if book is None:
        return None
    if "name" in entry.keys:
        other = next((key for key in ("sheet", "range") if key in entry.keys), "")
        if other:
            place = entry.document.key_place((*entry.path, other))
            found = f'the table "{entry.id}" has name and {other}'
            problems.error(place, found, "a name says which cells are meant: leave out the other")
            return None
        place = entry.where("name")
        spot = _named(BookRef(name, name=entry.word("name")), book, place, problems)
    else:
        sheet, area = _sheet(entry.word("sheet"), book, entry, problems), _range(entry, problems)
        spot = (sheet, area) if sheet is not None and area is not None else None
    if spot is None:
        return None
    return read_area(entry.id, book, spot[0], spot[1], name, books.shown(name), problems)


def _sheet(wanted: str, book: Book, entry: ContentEntry, problems: Problems) -> str | None:
    if wanted in book.sheets:
        return wanted
    if wanted:
        hint = known_names(wanted, book.sheets)
        problems.error(entry.where("sheet"), f'no sheet "{wanted}" in the workbook', hint)
        return None
    return _only(book, entry.place, "sheet: {}", problems)


def _only(book: Book, place: Place, example: str, problems: Problems) -> str | None:
    """Return the one sheet of a workbook; None, and a problem, where there are several."""
    if len(book.sheets) == 1:
        return book.sheets[0]
    if not book.sheets:
        problems.error(place, "the workbook has no sheet of cells", "name another workbook")
        return None
    found = f"the workbook has {len(book.sheets)} sheets: {', '.join(book.sheets)}"
    problems.error(place, found, f"say which is meant: {example.format(book.sheets[0])}")
    return None


def _range(entry: ContentEntry, problems: Problems) -> Area | None:
    written = entry.word("range")
    area = Area.of(written) if written else EVERYTHING
    if area is None:
        hint = "expected two corners of a sheet's area, such as A3:D20"
        problems.error(entry.where("range"), f'"{written}" is no range of cells', hint)
    return area


def _named(ref: BookRef, book: Book, place: Place, problems: Problems) -> tuple[str, Area] | None:
    """Return the sheet and area of a name; None, and a problem, where it has none."""
    found = next(
        (each for name, each in book.names.items() if name.casefold() == ref.name.casefold()), None
    )
    if found is None:
        text = f'nothing is called "{ref.name}" in {ref.workbook}'
        problems.error(place, text, known_names(ref.name, book.names))
    elif found.area is None or found.sheet not in book.sheets:
        fault = found.fault or f"stands for cells of {found.sheet}, which is no sheet"
        hint = "name a range of cells, or say sheet: and range: instead"
        problems.error(place, f'"{ref.name}" {fault}', hint)
    else:
        return found.sheet, found.area
    return None


def _cell(
    figure: Figure, ref: BookRef, tables: dict[str, DataTable], books: Books
) -> CellRef | None:
    """Return where a figure's cell is found; None, and a problem, where it is not."""
    problems = books.problems
    book = books.book(ref.workbook, figure.place)
    spot = _spot(ref, book, figure, problems) if book is not None else None
    if book is None or spot is None:
        return None
    sheet, row, column = spot
    here = Area(row, column, row, column)
    where = f"{ref.workbook}, {sheet}!{here}"
    for table in tables.values():
        area = table.area
        same = area is not None and (area.workbook, area.sheet) == (ref.workbook, sheet)
        if area is not None and same and row in table.lines and column in area.columns:
            name = table.columns[area.columns.index(column)]
            return CellRef(table.name, (), name, ref, table.lines.index(row), where)
    found = read_cell(figure, book, sheet, here, ref.workbook, books.shown(ref.workbook), problems)
    if found is None:
        return None
    tables[found.name] = found
    return CellRef(found.name, (), found.columns[0], ref, 0, where)


def _spot(
    ref: BookRef, book: Book, figure: Figure, problems: Problems
) -> tuple[str, int, int] | None:
    """Return sheet, row and column that a reference names."""
    place = figure.place
    if ref.name:
        named = _named(ref, book, place, problems)
        if named is None:
            return None
        sheet, area = named
        if (area.top, area.left) == (area.bottom, area.right):
            return sheet, area.top, area.left
        found = f'"{ref.name}" is {sheet}!{area}, and a figure is one cell'
        problems.error(place, found, f"name one cell: at: {sheet}!B7")
        return None
    written, _, at = ref.at.rpartition("!")
    bare = written[1:-1].replace("''", "'") if written.startswith("'") else written
    cell = cell_of(at)
    if cell is None:
        hint = "expected a sheet and a cell: at: Trade!B7"
        problems.error(place, f'figure "{figure.id}": "{ref.at}" is no cell', hint)
        return None
    sheet = bare if bare else _only(book, place, f"at: {{}}!{at}", problems) or ""
    if sheet and sheet not in book.sheets:
        found = f'figure "{figure.id}": no sheet "{sheet}" in {ref.workbook}'
        problems.error(place, found, known_names(sheet, book.sheets))
        return None
    return (sheet, *cell) if sheet else None


def _digest(tables: Iterable[DataTable]) -> bytes:
    """Return a digest of what is taken from workbooks: it stays where one is only saved anew."""
    digest = hashlib.sha256()
    for table in tables:
        area = table.area
        assert area is not None
        told = (
            table.name,
            table.columns,
            table.rows,
            table.lines,
            (area.workbook, area.sheet, area.columns),
            sorted(area.decimals.items()),
            sorted(area.words),
        )
        digest.update(repr(told).encode("utf-8", "surrogatepass"))
    return digest.digest()
