"""Charts with patterns and figures in placeholders: paper and deck agree on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cli import run
from tests.outputs.pdf import gate
from tests.outputs.pptx.opened import A, Opened

CASE = Path(__file__).parent / "cases" / "told-apart"


@pytest.mark.longer
def test_patterns_and_key_figures_are_proved_compared_and_pulled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ["--out", str(tmp_path)]
    assert run(["build", str(CASE), *out]) == 0, capsys.readouterr().err
    paper, deck = tmp_path / "told-apart.pdf", tmp_path / "told-apart.pptx"
    assert run(["compare", str(paper), str(deck)]) == 0, capsys.readouterr().out
    assert run(["check", str(CASE), *out]) == 0, capsys.readouterr().err
    capsys.readouterr()
    assert run(["pull", str(deck), str(CASE)]) == 0
    assert "no figure was changed" in capsys.readouterr().out
    assert gate.failures(paper) == []
    assert gate.faults(paper) == []
    patterned = [len(list(chart.iter(f"{A}pattFill"))) for chart in Opened.of(deck).charts]
    assert patterned == [5, 3, 2]  # parts of a ring, series of clusters, groups of bubbles
