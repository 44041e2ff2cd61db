"""How a table is arranged, as its directive says: options in, an `Arrangement` and a `View` out.

Columns and rows are named here as they are written; whether a table has them is known where it is
resolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from builder.content.directive import Directive, DirectivePart
from builder.model.arranging import (
    VIEW_OPTIONS,
    Arrangement,
    CellNote,
    NamedLine,
    Order,
    Pick,
    Spanned,
    Step,
    View,
    Way,
    Where,
)
from builder.problems import Place

_WHERE: Final = re.compile(r"where\s+(?P<column>.+?)\s*(?P<sign>!=|<=|>=|=|<|>)\s*(?P<value>.+)")
_PICK: Final = re.compile(
    r"(?:(?P<end>first|last)\s+(?P<many>\d{1,6})"
    r"|(?P<way>top|bottom)\s+(?P<count>\d{1,6})\s+by\s+(?P<column>.+))"
)
_WAYS: Final[Mapping[str, Way]] = {
    "first": "first",
    "last": "last",
    "top": "top",
    "bottom": "bottom",
}
_ORDER: Final = re.compile(r"(?P<column>.+?)(?:\s+(?P<way>up|down))?")
_ROWS_HINT: Final = (
    "write all, first 8, last 8, top 8 by COLUMN, bottom 8 by COLUMN or where COLUMN = VALUE"
    " (also !=, <, <=, >, >=; several values with | between), one after another with ;"
)


def view_of(directive: Directive) -> View:
    """Return which rows a directive shows, and in what order."""
    said = [f"{key}: {directive.word(key)}" for key in VIEW_OPTIONS if key in directive.options]
    rows = tuple(_steps(directive)) if "rows" in directive.options else None
    sort = tuple(_orders(directive)) if "sort" in directive.options else None
    return View(rows, sort, "; ".join(said))


def arrangement_of(directive: Directive) -> Arrangement:
    """Return how a directive arranges columns and rows."""
    return Arrangement(
        spans=tuple(_spans(directive)),
        groups=_one(directive, "groups"),
        sums=_columns(directive, "sums"),
        total=_one(directive, "total"),
        subtotal=_one(directive, "subtotal"),
        rounded=directive.flag("rounded"),
        heat=_columns(directive, "heat"),
        bars=_columns(directive, "bars"),
        notes=tuple(_notes(directive)),
    )


def _steps(directive: Directive) -> Iterator[Step]:
    if directive.word("rows") == "all":
        return
    for part in directive.parts("rows", ";"):
        where, pick = _WHERE.fullmatch(part.words), _PICK.fullmatch(part.words)
        if where:
            values = tuple(each.strip() for each in where["value"].split("|"))
            yield Where(_within(directive, part, where, "column"), where["sign"], values)
            if where["sign"] not in ("=", "!=") and len(values) > 1:
                _refuse(directive, part, f'"{where["sign"]}" takes one value', _ROWS_HINT)
        elif pick:
            by = _within(directive, part, pick, "column") if pick["column"] else None
            count = int(pick["many"] or pick["count"])
            if not count:
                _refuse(directive, part, f'"{part.words}" shows no rows', _ROWS_HINT)
                continue
            place = _place(directive, part, part.column)
            yield Pick(_WAYS[pick["end"] or pick["way"]], count, by, place)
        else:
            _refuse(directive, part, f'":rows:" has "{part.words}"', _ROWS_HINT)


def _orders(directive: Directive) -> Iterator[Order]:
    for part in directive.parts("sort"):
        order = _ORDER.fullmatch(part.words)
        if order:
            yield Order(_within(directive, part, order, "column"), order["way"] == "down")


def _spans(directive: Directive) -> Iterator[Spanned]:
    for part in directive.parts("spans", ";"):
        header, equals, listed = part.words.partition("=")
        begin = part.column + len(header) + 1
        names = tuple(
            NamedLine(found.group().strip(), _place(directive, part, begin + found.start()))
            for found in re.finditer(r"[^,\s][^,]*", listed)
        )
        if not (equals and header.strip() and names):
            hint = (
                "write a header, = and its columns: Trade = exports, imports; Change = usd, share"
            )
            _refuse(directive, part, f'":spans:" has "{part.words}"', hint)
            continue
        yield Spanned(directive.sheet.text(header.strip(), part.line, part.column), names)


def _notes(directive: Directive) -> Iterator[CellNote]:
    for part in directive.parts("notes", ";"):
        cell, equals, note = part.words.partition("=")
        row, slash, column = cell.rpartition("/")
        if not (equals and slash and column.strip() and note.strip()):
            hint = "write the row, /, the column, = and the note: Russia / usd_bn = Without gas;"
            hint += " a column's header has no row before the /, a semicolon in a note is \\;"
            _refuse(directive, part, f'":notes:" has "{part.words}"', hint)
            continue
        at = part.column + len(part.words) - len(note.lstrip())
        text = directive.sheet.text(note.strip(), part.line, at)
        named = NamedLine(column.strip(), _place(directive, part, part.column))
        yield CellNote(row.strip(), named, text)


def _one(directive: Directive, option: str) -> NamedLine | None:
    part = directive.options.get(option)
    return NamedLine(part.words, directive.where(option)) if part else None


def _columns(directive: Directive, option: str) -> tuple[NamedLine, ...]:
    return tuple(
        NamedLine(part.words, _place(directive, part, part.column))
        for part in directive.parts(option)
    )


def _within(
    directive: Directive, part: DirectivePart, found: re.Match[str], group: str
) -> NamedLine:
    place = _place(directive, part, part.column + found.start(group))
    return NamedLine(found[group].strip(), place)


def _place(directive: Directive, part: DirectivePart, column: int) -> Place:
    return directive.sheet.place(part.line, column)


def _refuse(directive: Directive, part: DirectivePart, found: str, hint: str) -> None:
    directive.sheet.error(_place(directive, part, part.column), found, hint)
