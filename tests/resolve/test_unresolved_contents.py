from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.content import read_content
from builder.problems import Problem, Problems
from builder.resolve import resolve
from tests.content.broken import CASES, Case
from tests.shares import share


def cases() -> Iterator[Case]:
    for file in sorted((CASES / "unresolved").glob("*.toml")):
        for name, case in tomllib.loads(file.read_text("utf-8")).items():
            yield Case(f"{file.stem}: {name}", tuple(case["change"]), case["says"].strip("\n"))


def problems_of(folder: Path) -> set[Problem]:
    problems = Problems()
    content = read_content(folder, problems)
    assert content is not None
    briefing = resolve(content, problems)
    assert briefing is not None or problems.errors
    return set(problems)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> set[Problem]:
    """What is said of the small content itself, before a case breaks it."""
    folder = tmp_path_factory.mktemp("small")
    Case("", (), "").write(folder / "content")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return problems_of(Path("content"))


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize(
    "case", share(list(cases()), 9), ids=lambda case: case.name.replace(" ", "_")
)
def test_what_cannot_be_resolved_is_told_by_its_messages(
    case: Case, known: set[Problem], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    case.write(Path("content"))
    new = sorted(problems_of(Path("content")) - known)
    assert "\n".join(str(problem) for problem in new) == case.says
