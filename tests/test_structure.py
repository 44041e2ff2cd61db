"""The shape of the code itself: who imports whom, and how long anything may grow."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "builder").rglob("*.py"))
MODULE = 300
"""Lines of a module at most."""
FUNCTION = 60
"""Lines of a function at most."""
DEFINED = re.compile(r"\s*(async def|def|class) ").match


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def may_outgrow(path: Path) -> bool:
    """Say whether so many lines lie between a definition and the next as far out, or the end."""
    text = path.read_text("utf-8").splitlines()
    begun = [(len(line) - len(line.lstrip()), at) for at, line in enumerate(text) if DEFINED(line)]
    ends = [*begun, (0, len(text))]
    return any(
        next(end for within, end in ends[number:] if within <= deep) - at > FUNCTION
        for number, (deep, at) in enumerate(begun, 1)
    )


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield whatever stands below a node but expressions, which hold no definition."""
    for below in ast.iter_child_nodes(node):
        if not isinstance(below, ast.expr):
            yield below
            yield from statements(below)


@pytest.mark.longer
def test_the_import_contracts_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_module_outgrows_its_reader() -> None:
    assert [str(path) for path in MODULES if lines(path) > MODULE] == []


def test_no_function_outgrows_its_reader() -> None:
    found = [
        f"{path}:{node.lineno}: {node.name} has {length} lines"
        for path in MODULES
        if may_outgrow(path)
        for node in statements(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION
    ]
    assert found == []


def test_the_median_module_stays_short() -> None:
    lengths = sorted(lines(path) for path in MODULES)
    assert lengths[len(lengths) // 2] <= 220
