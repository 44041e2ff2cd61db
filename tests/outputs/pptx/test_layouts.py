"""A slide layout is one file and a line in the list of names; nothing else knows of it."""

from __future__ import annotations

import ast
import shutil
import tomllib
from functools import cache
from pathlib import Path

import pytest

from builder.model.blocks import LAYOUTS
from tests.shares import share
from tests.taken_out import ROOT, check_imports, program_without, run

HERE = Path(__file__).parent
DECK = ROOT / "builder" / "outputs" / "pptx"
ELSEWHERE = tomllib.loads((HERE / "layout_names.toml").read_text(encoding="utf-8"))
ASKED = """
::::{slide} Why the sea came to carry most
:layout: question

:::{question} Why now?
Because the shares moved.
:::
::::
"""


def file_of(name: str) -> str:
    """Return where the layout of a name stands, within `builder/outputs/pptx`."""
    return f"layouts/{name.replace('-', '_')}.py"


@cache
def said() -> frozenset[tuple[str, str]]:
    """Return which of the layouts' names each module of the deck has among its constants."""
    return frozenset(
        (node.value, path.relative_to(DECK).as_posix())
        for path in DECK.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in LAYOUTS
    )


@pytest.mark.parametrize("name", share(LAYOUTS, 4))
def test_no_module_but_its_own_knows_a_layout_by_its_name(name: str) -> None:
    modules = {module for word, module in said() if word == name}
    assert modules == {file_of(name), *ELSEWHERE.get(name, {})}


@pytest.fixture
def without_question(tmp_path: Path) -> Path:
    """Return a copy of the program from which a layout's file and line are taken out."""
    part = f"outputs/pptx/{file_of('question')}"
    program_without(tmp_path, part, "model/blocks.py", "question")
    shutil.copytree(ROOT / "tests" / "cases" / "quick", tmp_path / "content")
    return tmp_path


@pytest.mark.longer
def test_a_layout_is_one_file_and_a_line_of_the_registry(without_question: Path) -> None:
    check_imports(without_question)

    section = without_question / "content" / "sections" / "freight.md"
    written = section.read_text(encoding="utf-8")
    section.write_text(written + ASKED, encoding="utf-8")
    refused = run(without_question, "-m", "builder", "check", "content")
    assert refused.returncode == 1
    assert refused.stderr.splitlines()[:2] == [
        'content/sections/freight.md:16:10: error: unknown slide layout "question"',
        f"  known: {', '.join(sorted(name for name in LAYOUTS if name != 'question'))}",
    ]

    section.write_text(written, encoding="utf-8")
    built = run(without_question, "-m", "builder", "slides", "content")
    assert (built.returncode, built.stderr) == (0, "")
    assert list((without_question / "build").glob("*.pptx"))
