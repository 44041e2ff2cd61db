"""A kind of chart is one file or folder of `kinds/` and a line of the registry: nothing else."""

from __future__ import annotations

import ast
import re
import shutil
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from builder import project
from builder.charts.registry import KINDS, kind_of
from builder.language.language import LANGUAGES, language_of
from tests.shares import share
from tests.taken_out import ROOT, check_imports, made, program_without, run, sources

CASES = ROOT / "tests" / "cases"
OTHER_MEANINGS = tomllib.loads((CASES / "words-that-kinds-are-called.toml").read_text("utf-8"))


@cache
def named() -> dict[Path, frozenset[object]]:
    """Return the kinds that each module names by a text of its own, where it names any."""
    return {
        module: frozenset(
            node.value
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Constant) and node.value in KINDS
        )
        for module, text in sources().items()
        if any(f'"{kind}"' in text for kind in KINDS)
    }


def everywhere_else(kind: str) -> Iterator[Path]:
    """Yield the modules that are neither the kind's own nor the registry."""
    charts = ROOT / "builder" / "charts"
    own = {charts / "registry.py", charts / "kinds" / f"{kind}.py"}
    for module in sources():
        if module not in own and charts / "kinds" / kind not in module.parents:
            yield module


@pytest.mark.parametrize("kind", share(KINDS, 16))
def test_only_its_own_file_names_a_kind(kind: str) -> None:
    found = {
        module.relative_to(ROOT).as_posix()
        for module in everywhere_else(kind)
        if kind in named().get(module, ())
    }
    allowed = {name for name, words in OTHER_MEANINGS.items() if kind in words["words"]}
    assert not {name for name in found - allowed if "builder" not in allowed}


def test_not_even_a_comment_elsewhere_knows_of_waterfalls() -> None:
    knowing = [
        module.relative_to(ROOT).as_posix()
        for module in everywhere_else("waterfall")
        if "waterfall" in sources()[module].casefold()
    ]
    assert knowing == []


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_goes_by_the_name_of_its_file_and_is_called_something_everywhere(name: str) -> None:
    kind = kind_of(name)
    assert kind.name == name
    for language in LANGUAGES:
        assert kind.called.get(language) or language_of(language).kinds.get(name)


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program without waterfalls: a folder and a line less, its schemas written anew."""
    root = tmp_path_factory.mktemp("without")
    return program_without(root, "charts/kinds/waterfall", "charts/registry.py", "waterfall")


@pytest.mark.longer
def test_without_its_folder_every_other_module_is_imported(without: Path) -> None:
    check_imports(without)


@pytest.mark.longer
def test_without_its_folder_it_is_an_unknown_kind_like_any_other(
    without: Path, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(CASES / "small", content)
    charts = content / "charts.yaml"
    text = charts.read_text("utf-8").replace("kind: bar", "kind: bar\n  totals: [Rail]", 1)
    charts.write_text(text.replace("kind: line", "kind: waterfall", 1), "utf-8")
    done = run(without, "-m", "builder", "check", content)
    assert done.returncode == 1
    said = done.stderr.replace(f"{content}/", "").splitlines()
    assert said[0] == 'charts.yaml:3:3: error: unknown key "totals"'
    assert said[2:4] == [
        'charts.yaml:15:9: error: "waterfall" is no kind',
        "  known: " + ", ".join(sorted(set(KINDS) - {"waterfall"})),
    ]


@pytest.mark.longer
def test_without_its_folder_all_other_kinds_are_made_to_the_byte(
    without: Path, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "outputs" / "pptx" / "showcase", content)
    charts = content / "charts.yaml"
    text = re.sub(r", totals: \[[^]]*\]", "", charts.read_text("utf-8"))
    charts.write_text(text.replace("kind: waterfall", "kind: column"), "utf-8")
    done = run(without, "-m", "builder", "build", content, "--out", tmp_path / "without")
    assert done.returncode == 0, done.stderr
    project.build(content, tmp_path / "with", ("paper", "deck"))
    files = made(tmp_path / "without")
    assert len(files) == 2
    assert files == made(tmp_path / "with")
