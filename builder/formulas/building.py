"""Parts of formulas made of other parts: takes `FormulaNode`s, returns one."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import Final

from builder.formulas import symbols
from builder.model.inline import FormulaNode

EMPTY: Final = FormulaNode("row")


def tabular(name: str, rows: list[tuple[FormulaNode, ...]]) -> FormulaNode:
    """Return the rows of an environment, as wide as the widest, within its signs."""
    wide = max(len(row) for row in rows)
    sides = {"cases": "l" * wide, "aligned": "rl" * wide, "split": "rl" * wide}
    filled = (row + (EMPTY,) * (wide - len(row)) for row in rows)
    style = sides.get(name, "c" * wide)[:wide]
    held = FormulaNode(
        "array", style=style, children=tuple(FormulaNode("tr", children=row) for row in filled)
    )
    opened, closed = symbols.ENVIRONMENTS[name]
    if not opened:
        return held
    return FormulaNode("fence", style=f"{opened}\0{closed}", children=(held,))


def styled(node: FormulaNode, style: str) -> FormulaNode:
    """Return a part whose letters and digits are set otherwise."""
    if node.tag in ("mi", "mn"):
        return replace(node, style=style)
    return replace(node, children=tuple(styled(child, style) for child in node.children))


def joined(*nodes: FormulaNode) -> FormulaNode:
    """Return parts as one row."""
    flat = (node.children if node.tag == "row" else (node,) for node in nodes)
    return FormulaNode("row", children=tuple(chain.from_iterable(flat)))


def said(node: FormulaNode) -> str:
    """Return all characters of a part."""
    return node.text + "".join(map(said, node.children))
