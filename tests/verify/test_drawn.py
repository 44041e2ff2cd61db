"""What charts draw and tables print is compared though no figure is bound to it."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from builder import project
from builder.cli import run
from builder.starter import start

CASES: Mapping[str, Mapping[str, str]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "drawn.toml").read_text("utf-8")
)
FILES = ("pdf", "pptx")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `old` and `new`: the files of a content with all cases, and of each change."""
    folder = tmp_path_factory.mktemp("drawn")
    content = folder / "content"
    start(content)
    charts, section = content / "charts.yaml", content / "sections" / "visits.md"
    for name, case in CASES.items():
        (content / "data" / f"numbers_{name}.csv").write_text(case["data"], "utf-8")
        shown = f":::{{table}} numbers_{name}\n:caption: Boats\n:::"
        if "chart" in case:
            said = f"\n{name}_drawn:\n  {case['chart']}\n  table: numbers_{name}\n  title: Boats\n"
            charts.write_text(charts.read_text("utf-8") + said + "  source: desk\n", "utf-8")
            shown = f":::{{chart}} {name}_drawn\n:::"
        again = shown.replace(":caption: Boats\n", "")
        slide = f"::::{{slide}} Boats of {name.replace('_', ' ')}\n\n{again}\n::::"
        section.write_text(f"{section.read_text('utf-8')}\n{shown}\n\n{slide}\n", "utf-8")
    project.build(content, folder / "old", ("paper", "deck"))
    shutil.copytree(content, folder / "changed")
    for name, case in CASES.items():
        data = folder / "changed" / "data" / f"numbers_{name}.csv"
        data.write_text(data.read_text("utf-8").replace(case["old"], case["new"]), "utf-8")
    project.build(folder / "changed", folder / "new", ("paper", "deck"))
    return folder


@pytest.mark.longer
@pytest.mark.parametrize(("first", "second"), [("pdf", "pdf"), ("pptx", "pptx"), ("pdf", "pptx")])
def test_a_value_that_both_files_draw_otherwise_is_told(
    built: Path, first: str, second: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (one,), (other,) = built.glob(f"old/*.{first}"), built.glob(f"new/*.{second}")
    assert run(["compare", str(one), str(other)]) == 3
    said = capsys.readouterr().out
    for name, case in CASES.items():
        blocks = [each for each in said.split("\n\n") if name in each.splitlines()[0]]
        assert any(case["told"] in each for each in blocks), f"{name} is not told: {said}"
    assert said.endswith(f"\n{len(CASES)} figures differ\n")


@pytest.mark.longer
def test_each_changed_value_is_a_difference_of_two_editions(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (old,), (new,) = built.glob("old/*.pdf"), built.glob("new/*.pptx")
    for names in ((old, new), (built / "content", built / "changed")):
        assert run(["diff", *map(str, names)]) == 0
        said = capsys.readouterr().out
        assert f"shown by charts and tables ({len(CASES)})" in said
        assert "chart gantt_drawn, Build: 2025-03/2026-12 -> 2025-03/2026-11" in said
        assert "table numbers_table, Quay, boats: 300 -> 3,000" in said
