"""A table's total and its parts as one list: takes a grid, where its total stands and what is said
about it, returns the list with its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from builder.facts.named import is_total, may_be_total
from builder.language.language import module_of
from builder.model.table import FIGURE_COLUMNS
from builder.resolve.far_totals import Listed
from builder.resolve.grid import TableGrid
from builder.resolve.said_about import Told
from builder.resolve.summing import Amounts, sum_of

_UNIT: Final = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_SIGN: Final = re.compile(r"[σ∑]|insg\.?", re.IGNORECASE)
_STEM: Final = 4  # letters that a noun keeps in its plural


def of_rows(
    grid: TableGrid,
    told: Told,
    heads: tuple[Sequence[str], str],
    columns: Sequence[int],
    amounts: tuple[Sequence[Amounts], Amounts],
    *,
    first: bool,
) -> Listed | None:
    """Return the rows below one another with their total; None of what may be no total of them."""
    parts, head = heads
    lines, stated = amounts
    exact = any(
        total is not None and total.value == sum_of([line[at] for line in lines], total)
        for at, total in enumerate(stated)
    )
    if _UNIT.search(head) or not (exact or _is_of_all(head, grid.names[0], grid.tag)):
        return None
    words = module_of(grid.tag, "beside")
    if any(words.WITHIN.search(part) or words.SUBTOTALS.search(part) for part in parts):
        return None
    names = [grid.names[at] for at in columns]
    return Listed(
        heads=tuple(map(_plainly, parts)),
        head=_plainly(head),
        lines=tuple(lines),
        stated=stated,
        places=tuple(_plainly(f"{_named(name)} {told.units.get(name, '')}") for name in names),
        said=tuple(_plainly(f"{grid.names[0]}\n{told.about(name)}") for name in names),
        tag=grid.tag,
        shown=told.shown,
        beside=told.beside,
        first=first,
    )


def of_columns(
    grid: TableGrid,
    told: Told,
    columns: tuple[Sequence[int], int],
    places: Sequence[str],
    amounts: tuple[Sequence[Amounts], Amounts],
) -> Listed | None:
    """Return the columns beside one another with their total; None of what may be none of them."""
    parts, total = columns
    names, head = [grid.names[at] for at in parts], grid.names[total]
    units = [{*_UNIT.findall(name)} for name in (*names, head)]
    if any(each != units[0] for each in units) or not is_total(head, grid.tag):
        return None
    rates: re.Pattern[str] = module_of(grid.tag, "sums").RATES
    if any(rates.search(_plainly(f"{name} {told.units.get(name, '')}")) for name in names):
        return None
    lines, stated = amounts
    return Listed(
        heads=tuple(map(_plainly, names)),
        head=_plainly(head),
        lines=tuple(lines),
        stated=stated,
        places=tuple(map(_plainly, places)),
        said=(_plainly(told.about(head)),) * len(places),
        tag=grid.tag,
        shown=told.shown,
        beside=told.beside,
        first=min(parts, default=0) > total,
        of_one_kind=False,
    )


def _is_of_all(head: str, corner: str, tag: str) -> bool:
    """Return whether a head says the total of what the first column lists: by the word alone, or by
    what they are: "All districts" below "District". "Total costs" may be another fact.
    """
    if is_total(head, tag) or _SIGN.fullmatch(head.strip()):
        return True
    if not may_be_total(head, tag):
        return False
    stems = {word[:_STEM].casefold() for word in re.findall(r"\w{3,}", _plainly(corner))}
    words = re.findall(r"\w{3,}", head)
    return bool(words) and words[-1][:_STEM].casefold() in stems


def _named(name: str) -> str:
    """Return what heads a column; nothing for that of a table of figures, which any unit may be."""
    return "" if name in FIGURE_COLUMNS else name


def _plainly(words: str) -> str:
    """Return words apart, which names of columns join: "jobless_rate"."""
    return words.replace("_", " ")
