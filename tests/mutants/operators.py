"""A module's source in; the small faults that can be put into it, one at a time, out.

What says nothing of behaviour is passed by: docstrings, annotations, decorators, `__all__`, blocks
for type checkers, the wording of messages, and numbers that are amounts of typography (those with
a point, and those that stand outside of functions).
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

_COMPARED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_WORDED: Final = (ast.JoinedStr, ast.Raise, ast.Assert)
_TEXTS: Final = (ast.JoinedStr, ast.List, ast.Tuple, ast.ListComp)


@dataclass(frozen=True)
class Mutant:
    """A fault: the bytes from `start` to `end` of a module become `new`."""

    module: str
    line: int
    operator: str
    start: int
    end: int
    old: str
    new: str

    def put_into(self, source: bytes) -> bytes:
        """Return the module with this fault in it."""
        return source[: self.start] + self.new.encode() + source[self.end :]

    def __str__(self) -> str:
        return (
            f"{self.module}:{self.line}: {self.operator}: {_short(self.old)} -> {_short(self.new)}"
        )


def mutants(module: str, source: bytes) -> tuple[Mutant, ...]:
    """Return every fault that can be put into a module, in the order of the source.

    Raises:
        SyntaxError: the source is no Python.
    """
    begins = [0]
    for line in source.splitlines(keepends=True):
        begins.append(begins[-1] + len(line))
    found = []
    for node, operator, changed in _Places().of(ast.parse(source)):
        start = begins[node.lineno - 1] + node.col_offset
        end = begins[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
        old = source[start:end].decode()
        new = ast.unparse(changed)
        # A part of an expression stands in brackets: what is around it may bind more tightly.
        new = new if isinstance(node, ast.Return | ast.Constant) else f"({new})"
        found.append(Mutant(module, node.lineno, operator, start, end, old, new))
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.new)))


Change = tuple[ast.expr | ast.stmt, str, ast.AST]


class _Places(ast.NodeVisitor):
    """Walks through what is executed, and notes each node with what it could become."""

    def __init__(self) -> None:
        self._found: list[Change] = []
        self._returning: list[str] = []

    def of(self, tree: ast.Module) -> Iterator[Change]:
        self.visit(tree)
        yield from self._found

    def generic_visit(self, node: ast.AST) -> None:
        if isinstance(node, _WORDED):
            return
        if isinstance(node, ast.expr | ast.stmt):
            for operator, change in _OPERATORS:
                changed = change(node)
                if changed is not None:
                    self._found.append((node, operator, changed))
        super().generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._returning.append(ast.unparse(node.returns) if node.returns else "")
        for default in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(default)
        for statement in node.body:
            self.visit(statement)
        self._returning.pop()

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for statement in node.body:
            self.visit(statement)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        if ast.unparse(node.targets[0]) != "__all__":
            self.generic_visit(node)

    def visit_If(self, node: ast.If) -> None:
        test = ast.unparse(node.test)
        if "TYPE_CHECKING" in test or "__name__" in test:
            return
        self._forced(node.test, True, False)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._forced(node.test, True, False)
        self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        self._forced(node.test, False)
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        emptied = _emptied(node, self._returning[-1]) if self._returning else None
        if emptied is not None:
            self._found.append((node, "return", emptied))
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if self._returning and type(node.value) is int:
            self._found.append((node, "constant", ast.Constant(node.value + 1)))

    def _forced(self, test: ast.expr, *values: bool) -> None:
        self._found += [(test, "branch", ast.Constant(value)) for value in values]


def _swapped_comparison(node: ast.AST) -> ast.AST | None:
    if not isinstance(node, ast.Compare):
        return None
    changed = deepcopy(node)
    changed.ops[0] = _COMPARED[type(node.ops[0])]()
    return changed


def _swapped_junction(node: ast.AST) -> ast.AST | None:
    if not isinstance(node, ast.BoolOp):
        return None
    changed = deepcopy(node)
    changed.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return changed


def _dropped_not(node: ast.AST) -> ast.AST | None:
    negated = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    return node.operand if negated and isinstance(node, ast.UnaryOp) else None


def _swapped_sign(node: ast.AST) -> ast.AST | None:
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Add | ast.Sub):
        return None
    if any(_is_text(side) for side in (node.left, node.right)):
        return None
    changed = deepcopy(node)
    changed.op = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
    return changed


def _is_text(node: ast.expr) -> bool:
    """Say whether a term is a text or a list, of which a difference would only be an error."""
    told = isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    return told or isinstance(node, _TEXTS)


def _emptied(node: ast.Return, annotation: str) -> ast.Return | None:
    """Return a statement that gives nothing back; of a truth the contrary."""
    if node.value is None or (isinstance(node.value, ast.Constant) and not node.value.value):
        return None
    if annotation == "bool":
        return ast.Return(ast.UnaryOp(ast.Not(), node.value))
    empty = {"str": "''", "int": "0", "float": "0.0"}.get(annotation, "None")
    if annotation.startswith(("tuple", "list", "dict")):
        empty = annotation.partition("[")[0] + "()"
    return ast.Return(ast.parse(empty, mode="eval").body)


_OPERATORS: Final[tuple[tuple[str, Callable[[ast.AST], ast.AST | None]], ...]] = (
    ("comparison", _swapped_comparison),
    ("and/or", _swapped_junction),
    ("not", _dropped_not),
    ("sign", _swapped_sign),
)


def _short(text: str, most: int = 90) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1] + "…"
