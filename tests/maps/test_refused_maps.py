"""What is said of maps that cannot be drawn: `cases/maps/refused.toml`."""

from __future__ import annotations

import shutil
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from builder import project
from builder.problems import ContentError, Problems
from tests.shares import share

MAPS = Path(__file__).parents[1] / "cases" / "maps"
CASES: dict[str, dict[str, Any]] = tomllib.loads((MAPS / "refused.toml").read_text("utf-8"))

pytestmark = pytest.mark.usefixtures("remembered")


@pytest.mark.parametrize("name", share(CASES, 5))
def test_it_is_said_what_is_wrong_where_and_what_to_do(name: str, tmp_path: Path) -> None:
    content = Path(shutil.copytree(MAPS / "de", tmp_path / "content"))
    for change in CASES[name]["change"]:
        file = content / change["file"]
        text = file.read_text("utf-8")
        assert change["find"] in text
        file.write_text(text.replace(change["find"], change["put"]), "utf-8")
    problems = Problems()
    with suppress(ContentError):
        project.resolved(content, problems)
    said = [str(each).replace(f"{content.as_posix()}/", "") for each in problems.errors]
    assert f"{CASES[name]['says']}\n  {CASES[name]['hint']}" in said
