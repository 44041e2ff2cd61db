"""Figures of installed packages: what their functions draw stands in both files, and is proved."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation
from pptx.shapes.group import GroupShape

from builder import compare, project
from builder.model.text import plain
from builder.up_to_date import key
from tests import packaged
from tests.charts.conftest import CELLS
from tests.outputs.pptx.lint import lint
from tests.resolve.making import chart, chart_spec, complaints, content, table, words
from tests.shares import share

REFUSED = tomllib.loads((packaged.CASES / "refused.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which a package lies as an installer leaves it."""
    return packaged.installed(tmp_path_factory.mktemp("site"))


@pytest.fixture
def on_the_path(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(installed))


CHARTS = """
waits:
  kind: figure
  function: lollipops
  title: Ships wait at the port of Odesa
  subtitle: Wait at the quay, hours
  table: waits
  x: port
  y: wait
  labels: {wait: Wait}
  highlight: [Порт Одеса]
  alt: Waits of ships by port; those for Odesa are long.
  source: [survey]
"""
SECTION = """# Waits

:::{chart} waits
:::

::::{slide} Ships wait
:::{chart} waits
:::
::::
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case") / "content"
    shutil.copytree(CELLS, folder)
    briefing = (folder / "briefing.yaml").read_text("utf-8")
    (folder / "briefing.yaml").write_text(briefing.split("exempt")[0], "utf-8")
    (folder / "charts.yaml").write_text(CHARTS, "utf-8")
    (folder / "sections" / "cells.md").write_text(SECTION, "utf-8")
    (folder / "data" / "waits.csv").write_text(
        "port,wait\nKiel,4.5\nПорт Одеса,6.2\nHull,3\n", "utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def built(case: Path, installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(installed))
        project.build(case, out, ("paper", "deck", "handout"), strict=True)
    return out


def test_both_files_have_its_words_and_agree(built: Path) -> None:
    assert compare(built / "cells.pdf", built / "cells.pptx").same
    assert lint((built / "cells.pptx").read_bytes()) == []
    with pypdfium2.PdfDocument(built / "cells.pdf") as paper:
        text = paper[0].get_textpage().get_text_bounded()
    for said in ("4.5", "6.2", "Порт Одеса", "Kiel"):
        assert said in text


def test_slides_show_a_shape_for_each_mark_in_the_theme_s_colours_and_words_as_text(
    built: Path,
) -> None:
    slide = Presentation(str(built / "cells.pptx")).slides[1]
    (group,) = (shape for shape in slide.shapes if isinstance(shape, GroupShape))
    texts = [shape.text_frame.text for shape in group.shapes if shape.text_frame.text]
    assert texts.count("6.2") == 1
    assert {"Kiel", "Порт Одеса", "Hull", "Wait"} <= set(texts)
    xml = [shape._element.xml for shape in group.shapes]
    assert sum('vert="vert270"' in each for each in xml) == 1
    assert sum('prstDash val="dash"' in each for each in xml) == 1
    marks = [each for each in xml if "custGeom" in each]
    assert len(marks) > 8
    assert not any("srgbClr" in each for each in marks)
    assert sum('val="accent2"' in each for each in marks) == 2
    alt = group._element.nvGrpSpPr.cNvPr.get("descr")
    assert alt == "Waits of ships by port; those for Odesa are long."


@pytest.mark.longer
def test_it_is_built_to_the_same_bytes_again(
    case: Path, built: Path, tmp_path: Path, on_the_path: None
) -> None:
    project.build(case, tmp_path, ("paper", "deck", "handout"))
    for file in built.glob("cells*"):
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


def test_a_changed_function_is_drawn_anew(
    case: Path, installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = shutil.copytree(installed, tmp_path / "site")
    monkeypatch.syspath_prepend(str(site))
    before = key(case, tmp_path / "out")
    assert key(case, tmp_path / "out") == before
    with (site / "acme_charts.py").open("a", encoding="utf-8") as file:
        file.write("\n# another version\n")
    assert key(case, tmp_path / "out") != before
    assert key(CELLS, tmp_path / "out") == key(CELLS, tmp_path / "out")


def told(function: str, **keys: object) -> list[str]:
    """Return what is wrong with a figure of a function, by found and advice."""
    spec = chart_spec(
        "figure",
        title=words("Ships wait"),
        source=("survey",),
        table="held",
        **{"x": "port", "y": ("wait",), "alt": words("Waits."), "function": (function,), **keys},
    )
    data = (table("held", "port,wait\nKiel,4.5\nRiga,6.2\nHull,3"),)
    return [
        each.partition(": error: ")[2]
        for each in complaints(content(charts=(spec,), data=data))
        if ": error: " in each
    ]


@pytest.mark.parametrize("function", share(REFUSED, 12))
def test_what_cannot_be_proved_or_shown_is_refused_with_advice(
    function: str, on_the_path: None
) -> None:
    case = REFUSED[function]
    assert told(function) == [f'chart "one" {case["found"]}\n  {case["advice"]}']


@pytest.mark.longer
def test_a_value_within_words_is_owned(on_the_path: None) -> None:
    assert told("said") == []


def test_an_alt_text_is_its_author_s(on_the_path: None) -> None:
    assert told("lollipops", alt=()) == [
        'chart "one" is drawn by another package, and has no alt text\n  write `alt:` in a '
        "sentence or two: what it shows to whom cannot see it"
    ]


def test_a_function_that_no_package_has_is_refused_and_nothing_of_the_content_is_run() -> None:
    assert told("lollipops") == [
        'chart "one" names the function "lollipops", which no installed package has\n  install a '
        f"package with an entry point of the group {packaged.GROUP}; what lies in the content "
        "folder is never run"
    ]


BELOW = "port,wait\nKiel,-45\nRiga,6200\nHull,0"


def test_a_scale_may_go_through_zero_by_logarithms(on_the_path: None) -> None:
    made = chart(
        "figure", table="held", x="port", y=("wait",), alt=words("Waits."), function=("symlog",),
        data=(table("held", BELOW),),
    )  # fmt: skip
    assert made.sketch is not None
    said = [plain(each.says) for each in made.sketch.words]
    assert said[3:] == [
        "−1,000", "−100", "−10", "−1", "0", "1", "10", "100", "1,000", "10,000",
    ]  # fmt: skip


def test_ticks_as_powers_are_refused_with_the_formatter_that_prints_numbers(
    on_the_path: None,
) -> None:
    (said,) = told("powers")
    assert "ticks as powers" in said
    assert "ScalarFormatter()" in said
