"""Contents of other people, each with its right outcome: `cases/strangers`, `outcomes.yaml`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from builder.cli import run
from tests.finished import strings
from tests.recorded import hold
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

CASES = Path(__file__).parent / "cases" / "strangers"
OUTCOMES: dict[str, dict[str, Any]] = YAML(typ="safe").load(CASES / "outcomes.yaml")


def test_every_folder_has_its_outcome() -> None:
    assert {path.name for path in CASES.iterdir() if path.is_dir()} == OUTCOMES.keys()


@pytest.mark.parametrize("name", share(sorted(OUTCOMES), 48, 35))
def test_a_strangers_content_comes_out_right(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right = OUTCOMES[name]
    status = run(["build", str(CASES / name), "--out", str(tmp_path)])
    said = capsys.readouterr()
    assert status == right.get("exit", 0), said.err
    assert re.search(right.get("says", ""), said.err), said.err
    if status:
        assert not list(tmp_path.glob("*.p*"))
        return
    paper, deck = next(tmp_path.glob("*.pdf")), next(tmp_path.glob("*.pptx"))
    assert run(["compare", str(paper), str(deck)]) == 0, capsys.readouterr()
    hold(name, paper, deck)
    assert run(["check", str(CASES / name), "--out", str(tmp_path)]) == 0, capsys.readouterr()
    if "never" in right:
        for text in (*strings(paper), *strings(deck)):
            assert not re.search(right["never"], text)
