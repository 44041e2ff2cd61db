"""Labels of figures, and names in charts, that are set in several ways or print other figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cli import run

CASE = Path(__file__).parent / "cases" / "labelled"

pytestmark = pytest.mark.usefixtures("remembered")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    out = tmp_path_factory.mktemp("labelled")
    assert run(["build", str(CASE), "--out", str(out), "--quiet"]) == 0
    return str(out / "labelled.pdf"), str(out / "labelled.pptx")


def test_files_as_they_were_made_are_not_called_changed(
    built: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", *built]) == 0, capfd.readouterr().out


def test_a_name_with_a_figure_is_a_place_of_that_figure(
    built: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["trace", "carbon", str(CASE), "--out", str(Path(built[0]).parent)]) == 0
    assert "chart" in capfd.readouterr().out
