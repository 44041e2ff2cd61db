"""An area of a workbook's sheet in, a `DataTable` out; what no table can hold is a problem.

Each problem names its sheet and cell, and all of an area are told at once.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from decimal import Decimal

from builder.content.lines import name_of_control
from builder.model.figure import Figure, Moment
from builder.model.saying import column_name
from builder.model.table import DataTable, SheetArea, number_of
from builder.ooxml import PackageError
from builder.problems import HIDDEN, Place, Problems, shortened
from builder.workbooks.book import EVERYTHING, MOST_CELLS, Area, Book, BookCell, Sheet

_SHOW = "show it in the workbook, or name cells without it"
_COMPUTE = "open the workbook in a spreadsheet program, mend it there and save it"
_NONE = BookCell("")


def read_area(
    name: str,
    book: Book,
    sheet: str,
    area: Area,
    workbook: str,
    shown: str,
    problems: Problems,
) -> DataTable | None:
    """Return an area as a table whose first row names the columns; None, and problems, for none."""
    before = len(problems.errors)
    found = _read(book, sheet, area, shown, problems)
    if found is None:
        return None
    area = _filled(found.cells) if area == EVERYTHING else area
    head = Place(shown, area.top, 0, sheet)
    if not found.cells or (area.bottom - area.top + 1) * len(area.columns()) > MOST_CELLS:
        what = "no cell holds anything" if not found.cells else "more cells than are read"
        problems.error(Place(shown, 0, 0, sheet), what, "name the range that holds the table")
        return None
    _check_sheet(found, area, shown, problems)
    for spot, cell in sorted(found.cells.items()):
        _check(cell, Place(shown, *spot, sheet), problems)
    columns = _columns(found, area, shown, problems)
    lines = tuple(row for row in area.rows() if row > area.top and _any(found, area, row))
    if not lines and len(problems.errors) == before:
        hint = "write a row below the column names, or name another range"
        problems.error(head, "a table without rows", hint)
    _check_kinds(found, area, columns, lines, shown, problems)
    _warn_of_notes(found, area, lines, shown, problems)
    if len(problems.errors) > before:
        return None
    return _made(name, found, area, columns, lines, workbook, head)


def read_cell(
    figure: Figure,
    book: Book,
    sheet: str,
    area: Area,
    workbook: str,
    shown: str,
    problems: Problems,
) -> DataTable | None:
    """Return the table of the one cell that a figure is; None, and problems, for none.

    It is named by the number of its sheet, since names of sheets may hold any sign.
    """
    before = len(problems.errors)
    found = _read(book, sheet, area, shown, problems)
    if found is None:
        return None
    place = Place(shown, area.top, area.left, sheet)
    _check_sheet(found, area, shown, problems)
    cell = found.cells.get((area.top, area.left), _NONE)
    _check(cell, place, problems)
    if cell.percent and not figure.unit:
        problems.error(
            figure.place,
            f'figure "{figure.id}" has no unit, and {sheet}!{area} holds {cell.text} per cent',
            'add unit: "%"',
        )
    if not isinstance(cell.value, Decimal | Moment) and not cell.fault:
        text = shortened(cell.text)
        what = f'the text "{text}"' if text else "nothing"
        what = f"the truth value {text}" if isinstance(cell.value, bool) else what
        hint = "name another cell, or have a spreadsheet program make it a number"
        problems.error(place, f'{what} stands where figure "{figure.id}" needs a number', hint)
    if len(problems.errors) > before:
        return None
    name = f"{workbook}:{book.sheets.index(sheet) + 1}:{area}"
    made = _made(name, found, area, (column_name(area.left),), (area.top,), workbook, place)
    return made


def _read(book: Book, sheet: str, area: Area, shown: str, problems: Problems) -> Sheet | None:
    try:
        return book.sheet(sheet, area)
    except PackageError as error:
        hint = "save it anew in a spreadsheet program"
        problems.error(Place(shown, 0, 0, sheet), f"cannot be read: {error}", hint)
        return None


def _filled(cells: Mapping[tuple[int, int], BookCell]) -> Area:
    """Return the smallest area that holds every cell with something in it."""
    if not cells:
        return Area(1, 1, 1, 1)
    rows, columns = zip(*cells, strict=True)
    return Area(min(rows), min(columns), max(rows), max(columns))


def _any(sheet: Sheet, area: Area, row: int) -> bool:
    """Say whether a row holds anything."""
    cells = (sheet.cells.get((row, column)) for column in area.columns())
    return any(cell is not None and (cell.fault or cell.text) for cell in cells)


def _check_sheet(sheet: Sheet, area: Area, shown: str, problems: Problems) -> None:
    """Report what of an area is hidden or merged."""
    if sheet.hidden:
        problems.error(Place(shown, 0, 0, sheet.name), "the sheet is hidden", _SHOW)
    for row in sorted(row for row in sheet.rows if area.top <= row <= area.bottom):
        problems.error(Place(shown, row, 0, sheet.name), f"row {row} is hidden", _SHOW)
    for column in sorted(one for one in sheet.columns if area.left <= one <= area.right):
        found = f"column {column_name(column)} is hidden"
        problems.error(Place(shown, 0, column, sheet.name), found, _SHOW)
    for merged in sheet.merged:
        if merged.meets(area):
            place = Place(shown, merged.top, merged.left, sheet.name)
            hint = "split them in the workbook, or name a range without them"
            problems.error(place, f"the cells {merged} are merged", hint)


def _check(cell: BookCell, place: Place, problems: Problems) -> None:
    """Report a cell whose value is not to be had, or cannot be printed."""
    if cell.fault:
        formula = f": {shortened(cell.formula)}" if cell.formula else ""
        problems.error(place, f"the cell {cell.fault}{formula}", _COMPUTE)
    hidden = HIDDEN.search(cell.text)
    if hidden:
        hint = "remove it; it has no meaning in a text"
        problems.error(place, name_of_control(hidden.group()), hint)


def _columns(sheet: Sheet, area: Area, shown: str, problems: Problems) -> tuple[str, ...]:
    """Return the names of the columns, which stand in the first row."""
    names: list[str] = []
    for column in area.columns():
        cell = sheet.cells.get((area.top, column), _NONE)
        place, text = Place(shown, area.top, column, sheet.name), _plain(cell)
        if not text and not cell.fault:
            hint = "write one there, or name a range that begins with the names: range: A3:D20"
            problems.error(place, "a column without a name", hint)
        elif text in names:
            problems.error(place, f'the column "{text}" stands twice', "rename one")
        names.append(text)
    return tuple(names)


def _check_kinds(
    sheet: Sheet,
    area: Area,
    columns: tuple[str, ...],
    lines: tuple[int, ...],
    shown: str,
    problems: Problems,
) -> None:
    """Report texts that read like numbers in a column of numbers."""
    for name, column in zip(columns, area.columns(), strict=True):
        cells = {row: sheet.cells.get((row, column), _NONE) for row in lines}
        if not any(isinstance(cell.value, Decimal) for cell in cells.values()):
            continue
        for row, cell in cells.items():
            if _is_number_as_text(cell):
                problems.error(
                    Place(shown, row, column, sheet.name),
                    f'the text "{shortened(cell.text)}" in column "{name}" of numbers',
                    "have a spreadsheet program make it a number",
                )


def _warn_of_notes(
    sheet: Sheet, area: Area, lines: tuple[int, ...], shown: str, problems: Problems
) -> None:
    """Warn of what stands below a table and would be its last rows: "Source: own count".

    That is a text alone in its row which an empty row parts from the table, or which says with a
    colon what it is: a row whose numbers are all missing has its name alone as well.
    """
    notes = [row for row in lines if _is_note(sheet, area, row)]
    below: list[int] = []
    for row in reversed(lines):
        if row not in notes:
            break
        below.append(row)
    parted = [row for row in below if row - 1 not in lines or _says_what(sheet, area, row)]
    if not parted or len(below) == len(lines) or len(area.columns()) == 1:
        return
    first = min(parted)
    last = max((row for row in lines if row < first), default=area.top)
    corners = (column_name(area.left), area.top, column_name(area.right), last)
    text = shortened(sheet.cells[first, area.left].text)
    problems.warning(
        Place(shown, first, area.left, sheet.name),
        f'"{text}" is read as a row of the table, with nothing beside it',
        "if it is a note below the table, name the range without it: range: {}{}:{}{}".format(
            *corners
        ),
    )


def _is_note(sheet: Sheet, area: Area, row: int) -> bool:
    """Return whether a row holds nothing but a text in its first cell."""
    filled = [column for column in area.columns() if sheet.cells.get((row, column), _NONE).text]
    return filled == [area.left] and isinstance(sheet.cells[row, area.left].value, str)


def _says_what(sheet: Sheet, area: Area, row: int) -> bool:
    return ": " in sheet.cells[row, area.left].text


def _is_number_as_text(cell: BookCell) -> bool:
    text = cell.text
    return isinstance(cell.value, str) and any(number_of(text, m) is not None for m in ".,")


def _plain(cell: BookCell) -> str:
    """Return a cell's text as content has texts: accents in one piece, plain line ends."""
    text = unicodedata.normalize("NFC", cell.text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _made(
    name: str,
    sheet: Sheet,
    area: Area,
    columns: tuple[str, ...],
    lines: tuple[int, ...],
    workbook: str,
    place: Place,
) -> DataTable:
    held = {
        (at, place): sheet.cells.get((row, column), _NONE)
        for at, row in enumerate(lines)
        for place, column in enumerate(area.columns())
    }
    spots = _spots(held)
    where = SheetArea(
        workbook,
        sheet.name,
        tuple(area.columns()),
        {spot: cell.decimals for spot, cell in spots if cell.decimals is not None},
        frozenset(spot for spot, cell in spots if _is_number_as_text(cell)),
        {spot: cell.formula for spot, cell in spots if cell.formula},
        alone=len(held) == 1 and lines[:1] == (area.top,),
        signs=_signs(held),
    )
    width = len(columns)
    rows = tuple(
        tuple(_plain(held[at, place]) for place in range(width)) for at in range(len(lines))
    )
    return DataTable(name, columns, rows, lines, place, area=where)


def _signs(held: Mapping[tuple[int, int], BookCell]) -> Mapping[int, str]:
    """Return, of the columns whose numbers all have one sign beside them, the sign."""
    found: dict[int, set[str]] = {}
    for (_, place), cell in held.items():
        if isinstance(cell.value, Decimal):
            found.setdefault(place, set()).add(cell.sign)
    return {
        place: sign for place, signs in found.items() if len(signs) == 1 for sign in signs if sign
    }


def _spots(
    held: Mapping[tuple[int, int], BookCell],
) -> tuple[tuple[tuple[int, int], BookCell], ...]:
    return tuple(item for item in held.items() if item[1] is not _NONE)
