"""What tables compute: a cell that changes in, owners of the sums that follow it out; and sums as
someone left them in, refusals of those that do not follow out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.frozen import dataclass
from builder.model.arranging import SUMS
from builder.model.briefing import Briefing
from builder.model.table import ResolvedTable
from builder.model.text import plain
from builder.pulling.annotated import Owners
from builder.pulling.bound import Bindings
from builder.pulling.changes import DataCell, Refusal
from builder.pulling.text import level


@dataclass(frozen=True)
class SumEdit:
    """A computed sum of a table, by its owner, as someone left it; what is said if it is none."""

    owner: str
    new: str
    refusal: Refusal


def unsummed(edits: Iterable[SumEdit], briefing: Briefing | None) -> Iterator[Refusal]:
    """Yield what is said of each sum that is not what its table, as changed, comes to."""
    tables = briefing.tables.values() if briefing is not None else ()
    sums = {
        run.owner.id: level(plain(line))
        for table in tables
        for row in table.rows
        for line in row
        for run in line
        if run.owner is not None and run.owner.kind == "cell"
    }
    yield from (each.refusal for each in edits if sums.get(each.owner) != level(each.new))


def sums_of(bindings: Bindings, cell: DataCell, changed: Owners) -> Iterator[tuple[str, str]]:
    """Yield the sums that follow a cell in every showing of its table: of its group, of what is
    left out, of all; `changed` are the owners of the cell itself.
    """
    for shown in bindings.briefing.tables.values():
        spec = bindings.content.tables[shown.name]
        if spec.data != cell.table:
            continue
        groups = spec.arrangement.groups
        group = ""
        if groups is not None and groups.name in bindings.content.data[cell.table].columns:
            group = bindings.text(DataCell(cell.table, cell.row, groups.name))
        held = [*_owners(shown)]
        visible = any(owner in changed for owner in held)
        sums = {what: owner for owner in held if (what := _sum_in(owner, shown.name, cell.column))}
        left = any(what.startswith("rest") for what in sums)
        for what, owner in sums.items():
            kind, _, of = what.partition(" ")
            meant = of.startswith(group) if kind != "total" else True
            if (meant and (visible if kind != "rest" else not visible)) or (
                kind == "total" and left and not visible
            ):
                yield owner


def _owners(table: ResolvedTable) -> Iterator[tuple[str, str]]:
    for row in table.rows:
        for run in (run for line in row for run in line):
            if run.owner is not None:
                yield run.owner.kind, run.owner.id


def _sum_in(owner: tuple[str, str], table: str, column: str) -> str:
    """Return what a computed cell of a column adds up, as its owner says; empty for any other."""
    name = owner[1]
    if owner[0] != "cell" or not name.startswith(f"{table}!") or not name.endswith(f"/{column}"):
        return ""
    what = name[len(table) + 1 : -len(column) - 1]
    return what if what.partition(" ")[0] in SUMS else ""
