from __future__ import annotations

from pathlib import Path

import pytest

from builder.content import read_content
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.broken import Case, cases
from tests.shares import share


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize(
    "case", share(list(cases()), 9), ids=lambda case: case.name.replace(" ", "_")
)
def test_a_broken_content_is_told_apart_by_its_messages(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    case.write(Path("content"))
    problems = Problems()
    content = read_content(Path("content"), problems)
    assert "\n".join(str(problem) for problem in sorted(set(problems))) == case.says
    if content is not None:
        resolve(content, problems)  # the next stage finds more mistakes, and never breaks down
