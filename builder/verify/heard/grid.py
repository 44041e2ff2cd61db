"""A table's element in; its cells by rows, each with the headers that a reader says before it, out.

ISO 32000-1, 14.8.4.3.4 and 14.8.5.7: what heads a cell is what it names, or else the header cells
above it that head columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from builder.verify.heard.tree import Node

_GROUPS: Final = frozenset({"THead", "TBody", "TFoot"})
_MOST: Final = 1_000
"""Rows or columns that one cell goes over, at most."""


class HeardCell(NamedTuple):
    """A cell: its element, what it is, and the headers above it, the topmost first."""

    node: Node
    role: str
    heads: tuple[Node, ...]


class HeardTable(NamedTuple):
    """A table's cells by rows, and how many columns it has."""

    rows: tuple[tuple[HeardCell, ...], ...]
    columns: int


def grid_of(table: Node) -> HeardTable:
    """Return the cells of a table."""
    above: dict[int, list[Node]] = {}
    taken: set[tuple[int, int]] = set()
    named: dict[str, Node] = {}
    rows: list[tuple[HeardCell, ...]] = []
    columns = 0
    for number, row in enumerate(_rows(table)):
        at, cells = 0, list[HeardCell]()
        heading: list[tuple[int, Node]] = []
        for node in (kid for kid in row.kids if isinstance(kid, Node) and kid.role in ("TH", "TD")):
            while (number, at) in taken:
                at += 1
            wide, high = (min(max(1, size), _MOST) for size in (node.columns, node.rows))
            taken |= {(number + down, at) for down in range(1, high)}
            taken |= {(number + d, at + a) for d in range(high) for a in range(1, wide)}
            role = _role(node, number, at)
            if node.id:
                named[node.id] = node
            cells.append(HeardCell(node, role, _heads(node, role, above.get(at, ()), named)))
            if role in ("column header", "header"):
                heading += [(at + across, node) for across in range(wide)]
            at += wide
        columns = max(columns, at)
        for column, node in heading:
            if not any(cell.role == "cell" for cell in cells):
                above.setdefault(column, []).append(node)
            else:  # further down, a header takes the place of those above it
                above[column] = [node]
        rows.append(tuple(cells))
    return HeardTable(tuple(rows), columns)


def _rows(node: Node) -> Iterator[Node]:
    for kid in node.kids:
        if isinstance(kid, Node) and kid.role == "TR":
            yield kid
        elif isinstance(kid, Node) and kid.role in _GROUPS:
            yield from _rows(kid)


def _role(node: Node, row: int, column: int) -> str:
    if node.role == "TD":
        return "cell"
    scope = node.scope or ("Column" if not row else "Row" if not column else "")
    return {"Row": "row header", "Column": "column header"}.get(scope, "header")


def _heads(
    node: Node,
    role: str,
    above: tuple[Node, ...] | list[Node],
    named: dict[str, Node],
) -> tuple[Node, ...]:
    if role != "cell":
        return ()
    own = tuple(named[head] for head in node.heads if head in named and named[head].scope != "Row")
    return own or tuple(above)
