"""A block of its own is one file of `blocks/` and a line of the registry: nothing else."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path

import pytest

from builder import project
from builder.blocks import BLOCKS, block_kind
from tests.taken_out import ROOT, check_imports, made, program_without, run, sources

CASES = ROOT / "tests" / "cases"
QUOTED = "\n:::{pullquote}\nWords of the paper\n:::\n"


@pytest.mark.parametrize("name", BLOCKS)
def test_only_its_own_file_names_a_block(name: str) -> None:
    registry = ROOT / "builder" / "blocks" / "__init__.py"
    classes = {name, f"builder.blocks.{name}"}
    knowing = [
        module.relative_to(ROOT / "builder").as_posix()
        for module, text in sources().items()
        if module != registry and name in text  # few need be parsed
        for node in ast.walk(ast.parse(text))
        if (isinstance(node, ast.Constant) and node.value in classes)
        or (isinstance(node, ast.ImportFrom) and node.module in classes)
    ]
    assert set(knowing) == {f"blocks/{name}.py"}


def test_not_even_a_comment_elsewhere_knows_of_pull_quotes() -> None:
    registry = ROOT / "builder" / "blocks" / "__init__.py"
    knowing = [
        module.name
        for module, text in sources().items()
        if module != registry and re.search("pull[ -]?quote", text.casefold())
    ]
    assert knowing == ["pullquote.py"]


def test_a_name_that_no_block_has_is_told() -> None:
    with pytest.raises(LookupError):
        block_kind("marginalia")


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program without pull quotes: a file and a line less."""
    root = tmp_path_factory.mktemp("without")
    return program_without(root, "blocks/pullquote.py", "blocks/__init__.py", "pullquote")


@pytest.mark.longer
def test_without_its_file_every_other_module_is_imported(without: Path) -> None:
    check_imports(without)


@pytest.mark.longer
def test_without_its_file_it_is_an_unknown_directive_like_any_other(
    without: Path, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(CASES / "quick", content)
    section = content / "sections" / "freight.md"
    section.write_text(section.read_text("utf-8") + QUOTED, "utf-8")
    done = run(without, "-m", "builder", "check", content)
    assert done.returncode == 1
    said = done.stderr.replace(f"{content}/", "").splitlines()
    assert 'error: unknown directive "pullquote"' in said[0]
    assert said[1] == (
        "  known: callout, chart, define, epigraph, figures, keymessage, notes, pagebreak, picture,"
        " question, quote, recommendation, sidenote, slide, table"
    )


@pytest.mark.longer
def test_without_its_file_all_else_is_made_to_the_byte(without: Path, tmp_path: Path) -> None:
    content = CASES / "quick"
    done = run(without, "-m", "builder", "build", content, "--out", tmp_path / "without")
    assert done.returncode == 0, done.stderr
    project.build(content, tmp_path / "with", ("paper", "deck"))
    files = made(tmp_path / "without")
    assert len(files) == 2
    assert files == made(tmp_path / "with")
