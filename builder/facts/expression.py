"""Formulas and claims as text, parsed by Python's `ast` and a whitelist; the order of formulas.

Takes the text and where it begins; returns an `Expression`, whose nodes know their places.
Nothing is ever executed: only names, numbers, + - * / ** and parentheses pass, and in a claim also
comparisons joined by `and` and `or`, and the few functions named here, over figures and columns.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import dropwhile
from typing import Final

from builder.frozen import dataclass
from builder.problems import Place, Problems, shortened

_OPERATORS: Final[dict[type[ast.operator], str]] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
}
_COMPARISONS: Final = (ast.Gt, ast.GtE, ast.Lt, ast.LtE, ast.Eq)
_NUMBER: Final = re.compile(r"\d+(\.\d+)?")
# Deeper formulas would run into Python's own limit of recursion.
_DEEPEST: Final = 150
_LONGEST: Final = 200_000  # characters
_SHALLOWER: Final = (
    f"at most {_DEEPEST} operations, one within or after another: name a part of it as a figure"
)
_SHOWN: Final = 200  # characters that a message quotes
_MOST_REFUSED: Final = 10

_FORMULA_HINT: Final = "a formula is made of figure ids, numbers, + - * / ** and parentheses"
_CLAIM_HINT: Final = (
    "a claim compares figure ids, numbers and their arithmetic (+ - * / ** and parentheses) "
    "by > >= < <= ==, joined by and, or\n"
    "rises, falls, largest, smallest and between say the same of several at once, as in "
    "rises(table.column); first, last, highest, lowest and total take a column\n"
    "a column whose name is more than a word is written table['its name']"
)
PREDICATES: Final = frozenset({"rises", "falls", "largest", "smallest", "between"})
"""What a claim may say of several figures, or the first two of a column."""
AGGREGATES: Final = frozenset({"first", "last", "highest", "lowest", "total"})
"""What a claim may take of a column as a number."""


@dataclass(frozen=True)
class Expression:
    """A parsed formula or claim: its text, its tree, and where its text begins."""

    text: str
    tree: ast.expr
    place: Place

    def place_of(self, node: ast.expr) -> Place:
        """Return where a node begins; of an operation, where its operator stands."""
        offset = self._characters(node.col_offset)
        if isinstance(node, ast.BinOp):
            offset = self._characters(_end(node.left))
            while self.text[offset] in " )":
                offset += 1
        return _shifted(self.place, offset)

    def words_of(self, node: ast.expr) -> str:
        """Return the text of a node."""
        return self.text[self._characters(node.col_offset) : self._characters(_end(node))]

    def names(self) -> tuple[ast.Name, ...]:
        """Return every use of a figure, in the order of the text."""
        return self._names

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the tree, outer before inner."""
        return tuple(ast.walk(self.tree))

    @cached_property
    def _names(self) -> tuple[ast.Name, ...]:
        others = set()
        for node in self.nodes:
            if isinstance(node, ast.Call):
                others.add(id(node.func))
            elif isinstance(node, ast.Attribute | ast.Subscript):
                others.add(id(node.value))
        found = [node for node in self.nodes if isinstance(node, ast.Name)]
        return tuple(
            sorted((n for n in found if id(n) not in others), key=lambda node: node.col_offset)
        )

    def columns(self) -> tuple[ast.Attribute | ast.Subscript, ...]:
        """Return every use of a table's column, in the order of the text."""
        found = [node for node in self.nodes if isinstance(node, ast.Attribute | ast.Subscript)]
        return tuple(sorted(found, key=lambda node: node.col_offset))

    def _characters(self, octets: int) -> int:
        if self.text.isascii():
            return octets
        return len(self.text.encode()[:octets].decode())


def parse_formula(text: str, place: Place, problems: Problems) -> Expression | None:
    """Return the parsed formula, or None with every part that is not allowed reported."""
    return _parsed(text, place, problems, "formula", _FORMULA_HINT)


def parse_claim(text: str, place: Place, problems: Problems) -> Expression | None:
    """Return the parsed inequality of a claim, or None with what is not allowed reported."""
    return _parsed(text, place, problems, "claim", _CLAIM_HINT)


def column_of(node: ast.expr) -> tuple[str, str] | None:
    """Return table and column of `table.column` or `table["column"]`; None of anything else."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.value.id, node.attr
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        key = node.slice
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            return node.value.id, key.value
    return None


def called(node: ast.expr) -> str:
    """Return the function that a node calls by its plain name; empty where it calls none."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
        return node.func.id
    return ""


def operator_sign(node: ast.BinOp) -> str:
    """Return the operator as written."""
    return _OPERATORS[type(node.op)]


def _parsed(text: str, place: Place, problems: Problems, kind: str, hint: str) -> Expression | None:
    one_line = " ".join(text.splitlines())
    start = len(one_line) - len(one_line.lstrip())
    place = _shifted(place, start)
    source = one_line.strip()
    if len(source) > _LONGEST:
        problems.error(
            place,
            f"{kind} has {len(source)} characters",
            f"at most {_LONGEST} can be read: name parts of it as figures",
        )
        return None
    try:
        tree = ast.parse(source, mode="eval").body
    except SyntaxError as error:
        at = _shifted(place, max(0, (error.offset or 1) - 1))
        problems.error(at, f'{kind} "{shortened(source, _SHOWN)}" cannot be read', hint)
        return None
    except ValueError:
        problems.error(place, f"{kind} cannot be read", hint)
        return None
    except (RecursionError, MemoryError):
        problems.error(place, f"{kind} is nested too deeply", _SHALLOWER)
        return None
    expression = Expression(source, tree, place)
    if _depth(tree) > _DEEPEST:
        problems.error(place, f"{kind} is nested too deeply", _SHALLOWER)
        return None
    refused = _refused(expression, claim=kind == "claim")
    for node in refused[:_MOST_REFUSED]:
        words = shortened(expression.words_of(node), _SHOWN)
        problems.error(
            expression.place_of(node),
            f'{kind} "{shortened(source, _SHOWN)}" may not use "{words}"',
            hint,
        )
    return None if refused else expression


def _refused(expression: Expression, claim: bool) -> list[ast.expr]:
    """Return the outermost nodes that the whitelist does not let through."""
    refused: list[ast.expr] = []

    def condition(node: ast.expr) -> None:
        if isinstance(node, ast.BoolOp):
            for value in node.values:
                condition(value)
        elif isinstance(node, ast.Compare) and all(isinstance(op, _COMPARISONS) for op in node.ops):
            for side in (node.left, *node.comparators):
                arithmetic(side)
        elif isinstance(node, ast.Call) and called(node) in PREDICATES:
            for argument in node.args:
                if column_of(argument) is None or called(node) not in ("rises", "falls"):
                    arithmetic(argument)
        else:
            refused.append(node)

    def arithmetic(node: ast.expr) -> None:
        if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
            arithmetic(node.left)
            arithmetic(node.right)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            arithmetic(node.operand)
        elif not (_is_atom(node, expression) or (claim and _is_aggregate(node))):
            refused.append(node)

    (condition if claim else arithmetic)(expression.tree)
    return refused


def _is_atom(node: ast.expr, expression: Expression) -> bool:
    if isinstance(node, ast.Constant):
        return _NUMBER.fullmatch(expression.words_of(node)) is not None
    return isinstance(node, ast.Name)


def _is_aggregate(node: ast.expr) -> bool:
    if not isinstance(node, ast.Call) or called(node) not in AGGREGATES:
        return False
    return len(node.args) == 1 and column_of(node.args[0]) is not None


def _depth(tree: ast.expr) -> int:
    deepest, level = 0, [tree]
    while level:
        deepest += 1
        level = [
            child
            for node in level
            for child in ast.iter_child_nodes(node)
            if isinstance(child, ast.expr)
        ]
    return deepest


def _end(node: ast.expr) -> int:
    return node.end_col_offset if node.end_col_offset is not None else node.col_offset


def _shifted(place: Place, columns: int) -> Place:
    return replace(place, column=place.column + columns) if place.column else place


def ordered(
    graph: Mapping[str, Sequence[str]],
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the nodes with each after what it depends on, and the cycles that were met.

    `graph` maps each node to what it depends on; names outside it are left out. A cycle is
    given as `(a, b, a)`; nodes on a cycle still appear once in the order.
    """
    order: list[str] = []
    cycles: list[tuple[str, ...]] = []
    done: set[str] = set()
    for root in graph:
        if root not in done:
            _visit(root, graph, done, order, cycles)
    return tuple(order), tuple(cycles)


def _visit(
    root: str,
    graph: Mapping[str, Sequence[str]],
    done: set[str],
    order: list[str],
    cycles: list[tuple[str, ...]],
) -> None:
    """Walk depth first from `root`, with a stack of our own: chains may be long."""
    path: dict[str, None] = {root: None}
    waiting = [iter(graph[root])]
    while path:
        for name in waiting[-1]:
            if name in path:
                cycles.append((*dropwhile(name.__ne__, path), name))
            elif name in graph and name not in done:
                path[name] = None
                waiting.append(iter(graph[name]))
                break
        else:
            waiting.pop()
            node, _ = path.popitem()
            done.add(node)
            order.append(node)
