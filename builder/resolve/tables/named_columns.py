"""Columns with commas and slashes in their names: takes what options name, returns whole names.

Options part the names of columns by commas, and a cell's row from its column by a slash. A
spreadsheet's column is often called "Length, km" or "Fare, EUR/km": what was parted is put together
again where that alone makes the name of a column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from builder.model.arranging import Arrangement, CellNote, NamedLine, Order, View

_Part = TypeVar("_Part", NamedLine, Order)


def whole_names(asked: Arrangement, view: View, names: Sequence[str]) -> tuple[Arrangement, View]:
    """Return what is asked of a table, its columns called as the table with these `names` does."""
    known = {_even(name): name for name in names}
    asked = replace(
        asked,
        spans=tuple(
            replace(span, columns=_joined(span.columns, known, _named)) for span in asked.spans
        ),
        sums=_joined(asked.sums, known, _named),
        heat=_joined(asked.heat, known, _named),
        bars=_joined(asked.bars, known, _named),
        notes=tuple(_cell_note(note, known) for note in asked.notes),
    )
    if view.sort:
        view = replace(view, sort=_joined(view.sort, known, _order))
    return asked, view


def _even(name: str) -> str:
    """Return a name with one space behind each comma and none around its slashes."""
    return re.sub(r"\s*/\s*", "/", re.sub(r"\s*,\s*", ", ", name))


def _joined(
    parts: Sequence[_Part], known: dict[str, str], make: Callable[[str, Sequence[_Part]], _Part]
) -> tuple[_Part, ...]:
    """Return the parts, those that only together name a column as one: the longest name first."""
    found, at = [], 0
    while at < len(parts):
        for end in range(len(parts), at, -1):
            several = parts[at:end]
            name = known.get(_even(", ".join(_words(several))))
            if name is not None or end == at + 1:
                found.append(make(name, several) if name is not None else parts[at])
                at = end
                break
    return tuple(found)


def _words(parts: Iterable[NamedLine | Order]) -> list[str]:
    return [part.column.name if isinstance(part, Order) else part.name for part in parts]


def _named(name: str, parts: Sequence[NamedLine]) -> NamedLine:
    return replace(parts[0], name=name)


def _order(name: str, parts: Sequence[Order]) -> Order:
    """Return the order by a column: the last part says which way."""
    return Order(replace(parts[0].column, name=name), parts[-1].down)


def _cell_note(note: CellNote, known: dict[str, str]) -> CellNote:
    """Return a note with the longest name of a column that ends its `ROW/COLUMN`."""
    written = f"{note.row}/{note.column.name}"
    for slash in re.finditer("/", written):
        name = known.get(_even(written[slash.end() :].strip()))
        if name is not None:
            row = written[: slash.start()].strip()
            return CellNote(row, replace(note.column, name=name), note.text)
    return note
