"""A language is one folder of `language/` and a line of the registry: nothing else."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from builder import project
from builder.language.language import LANGUAGES, language_of, module_of
from tests.taken_out import ROOT, check_imports, made, program_without, run

STRANGERS = ROOT / "tests" / "cases" / "strangers"


@pytest.mark.longer
@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_only_its_own_folder_names_a_language(language: str) -> None:
    """But for kinds of chart, whose files say what they are called; English is the default."""
    code = re.compile(rf"{language}(?:[-_]\w+)?|builder\.language\.{language}(?:\.\w+)*")
    room = ROOT / "builder" / "language"
    rooms = [room / known for known in LANGUAGES]
    kinds = ROOT / "builder" / "charts" / "kinds"
    knowing = [
        module.relative_to(ROOT).as_posix()
        for module in sorted((ROOT / "builder").rglob("*.py"))
        # Another language may have a word that is spelt so.
        if not {*rooms, kinds} & set(module.parents) and module != room / "language.py"
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if code.fullmatch(said(node))
    ]
    assert knowing == []


def said(node: ast.AST) -> str:
    """Return a text of its own that code states, or the module that it imports."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.ImportFrom):
        return node.module or ""
    return node.name if isinstance(node, ast.alias) else ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_its_modules_and_a_name(language: str) -> None:
    assert language_of(language).name
    assert module_of(language).WORDS
    assert module_of(language, "lexicon").LEXICON
    assert module_of(language, "years").GRAMMAR
    assert module_of(language, "beside").DAY
    assert module_of(language, "designations").DESIGNATED
    assert isinstance(module_of(language, "seldom").NUMBERED, tuple)
    assert module_of(language, "beside").TYPED
    assert module_of(language, "sums").RATES
    assert module_of(language, "claims").RECKONED
    assert module_of(language, "sides").SIDES
    assert module_of(language, "labels").PHRASES


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program without French: a folder and a line less."""
    root = tmp_path_factory.mktemp("without")
    return program_without(root, "language/fr", "language/language.py", "fr")


@pytest.mark.longer
def test_without_its_folder_every_other_module_is_imported(without: Path) -> None:
    check_imports(without)


@pytest.mark.longer
def test_without_its_folder_it_is_an_unknown_language_like_any_other(without: Path) -> None:
    content = STRANGERS / "fr-space"
    done = run(without, "-m", "builder", "check", content)
    assert done.returncode == 1
    said = done.stderr.replace(f"{content}/", "").splitlines()
    assert said[:2] == [
        'briefing.yaml:3:11: error: no words for the language "fr"',
        "  known: de, en, uk, each also with a region, such as en-GB",
    ]


@pytest.mark.longer
def test_without_its_folder_other_languages_are_made_to_the_byte(
    without: Path, tmp_path: Path
) -> None:
    content = STRANGERS / "district-heating-in-a-german-city"
    done = run(without, "-m", "builder", "build", content, "--out", tmp_path / "without")
    assert done.returncode == 0, done.stderr
    project.build(content, tmp_path / "with", ("paper", "deck"))
    files = made(tmp_path / "without")
    assert len(files) == 2
    assert files == made(tmp_path / "with")
