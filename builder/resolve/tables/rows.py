"""Which rows of a table are shown, in what order and groups: rows and a view in, row numbers out.

Text is sorted as its language's alphabet has it, numbers by their size, whatever hedges them;
cells that hold nothing come last.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from builder.frozen import dataclass
from builder.language.language import language_of
from builder.model.arranging import NamedLine, Order, Pick, Step, View, Where
from builder.model.table import number_of
from builder.problems import Problems, known_names
from builder.resolve.tables.grid import TableGrid


@dataclass(frozen=True)
class Chosen:
    """Rows by number: all that a showing is about, those of them that are shown, in order.

    `narrowed` says that a condition left rows of the table out of what it is about.
    """

    scope: tuple[int, ...]
    shown: tuple[int, ...]
    narrowed: bool


def named_in(view: View) -> tuple[NamedLine, ...]:
    """Return the columns that a view names."""
    steps = view.rows or ()
    found = [step.column if isinstance(step, Where) else step.by for step in steps]
    return (*(each for each in found if each), *(order.column for order in view.sort or ()))


def chosen(grid: TableGrid, rows: Sequence[int], view: View, problems: Problems) -> Chosen:
    """Return which of these rows a view shows; report a choice that is none."""
    scope = shown = tuple(rows)
    narrowing = True
    for step in view.rows or ():
        kept = _kept(grid, shown, step, problems)
        narrowing = narrowing and isinstance(step, Where)
        scope, shown = (kept if narrowing else scope), kept
        if not kept:
            place = step.column.place if isinstance(step, Where) else step.place
            what = f'no row of the table "{grid.name}" is left by :rows:'
            problems.error(place, what, _values_hint(grid, rows, step))
            break
    if view.sort:
        shown = _sorted(grid, shown, view.sort)
    return Chosen(scope, shown, len(scope) < len(rows))


def _values_hint(grid: TableGrid, rows: Sequence[int], step: Step) -> str:
    if not isinstance(step, Where):
        return "show more"
    at = grid.at(step.column)
    return known_names(step.values[0], {grid.text(row, at) for row in rows} - {""})


def _kept(
    grid: TableGrid, rows: tuple[int, ...], step: Step, problems: Problems
) -> tuple[int, ...]:
    if isinstance(step, Where):
        return tuple(row for row in rows if _holds(grid, row, step))
    if step.by is None:
        return rows[: step.count] if step.way == "first" else rows[-step.count :]
    return _picked(grid, rows, step, step.by, problems)


def _picked(
    grid: TableGrid, rows: tuple[int, ...], step: Pick, by: NamedLine, problems: Problems
) -> tuple[int, ...]:
    """Return the largest or smallest rows; what has no number is neither."""
    at = grid.at(by)
    sizes = {row: amount.value for row in rows if (amount := grid.amount(row, at))}
    if not sizes:
        problems.error(by.place, f'the column "{by.name}" holds no numbers', "name one that does")
        return rows
    ranked = sorted(sizes, key=lambda row: sizes[row], reverse=step.way == "top")
    last, cut = ranked[: step.count][-1], ranked[step.count :]
    if cut and sizes[cut[0]] == sizes[last]:
        problems.warning(
            by.place,
            f'"{grid.head(last)}" and "{grid.head(cut[0])}" are alike in "{by.name}", and only the'
            f" first of them is among the {step.way} {step.count}",
            "show one row more, or one less",
        )
    return tuple(ranked[: step.count])


def _holds(grid: TableGrid, row: int, step: Where) -> bool:
    at = grid.at(step.column)
    text, amount = grid.text(row, at), grid.amount(row, at)
    numbers = [number_of(value, grid.mark(at)) for value in step.values]
    if step.sign in ("=", "!="):
        alike = text in step.values or (amount is not None and amount.value in numbers)
        return alike == (step.sign == "=")
    first: Decimal | str = amount.value if amount else text
    second: Decimal | str | None = numbers[0] if amount else step.values[0]
    if not text or second is None:
        return False
    smaller, alike = first < second, first == second  # type: ignore[operator]
    return {"<": smaller, "<=": smaller or alike, ">": not (smaller or alike), ">=": not smaller}[
        step.sign
    ]


def _sorted(grid: TableGrid, rows: tuple[int, ...], orders: Sequence[Order]) -> tuple[int, ...]:
    found = list(rows)
    for order in reversed(orders):
        at = grid.at(order.column)
        filled = [row for row in found if grid.text(row, at)]
        empty = [row for row in found if not grid.text(row, at)]
        numbers = {row: each.value for row in filled if (each := grid.amount(row, at))}
        keys: Mapping[int, Any] = numbers
        if len(numbers) < len(filled):
            keys = {row: _letters(grid.text(row, at), grid.tag) for row in filled}
        filled.sort(key=keys.__getitem__, reverse=order.down)
        found = [*filled, *empty]
    return tuple(found)


def _letters(text: str, tag: str) -> tuple[object, ...]:
    """Return by what a text is sorted: its letters without accents, in the language's alphabet.

    Letters of another script follow those of the language's own, as CLDR has it.
    """
    folded = text.casefold()
    alphabet = language_of(tag).alphabet
    if alphabet:
        foreign = len(alphabet)
        places = [
            (foreign if sign.isalpha() and sign not in alphabet else alphabet.find(sign), sign)
            for sign in folded
        ]
        return (places, text)
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(sign)
    )
    return (plain, folded)
