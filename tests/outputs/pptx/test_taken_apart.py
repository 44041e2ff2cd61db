"""What has no room side by side goes on to a slide of its own, and nothing is refused for it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from ruamel.yaml import YAML

from builder.charts import native_chart
from builder.cli import run
from builder.outputs.pptx.plan.charts import ring
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import ChartItem, FilledForm, GroupItem
from builder.units import Box
from tests.charts import samples
from tests.outputs.pptx.making import theme

pytestmark = pytest.mark.usefixtures("remembered")

ROOT = Path(__file__).parents[3]


def dressed(content: Path, folder: Path, **stated: str) -> Path:
    """Copy a content whose briefing.yaml states so much more; return the copy."""
    made = folder / "content"
    shutil.copytree(content, made)
    yaml, path = YAML(), made / "briefing.yaml"
    briefing = yaml.load(path)
    briefing.update(stated)
    yaml.dump(briefing, path)
    return made


def built(content: Path, folder: Path) -> Deck:
    """Build both files, which proves them, and open the deck."""
    assert run(["build", str(content), "--out", str(folder), "--strict"]) == 0
    (deck,) = folder.glob("*.pptx")
    return Presentation(deck)


def titles(deck: Deck) -> list[str]:
    return [slide.shapes.title.text.replace("\u00a0", " ") for slide in deck.slides]


@pytest.fixture(scope="module")
def square(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Deck]:
    """The case of all layouts on slides of 4:3: its content and its deck."""
    folder = tmp_path_factory.mktemp("square")
    content = dressed(ROOT / "tests" / "cases" / "layouts", folder, slide="4:3")
    return content, built(content, folder / "out")


def test_two_charts_without_room_side_by_side_have_a_slide_each(square: tuple[Path, Deck]) -> None:
    _, deck = square
    headline = "What moves freight, in bars and columns"
    found = [
        (title, slide.slide_layout.name, sum(shape.has_chart for shape in slide.shapes))
        for title, slide in zip(titles(deck), deck.slides, strict=True)
        if title.startswith(headline)
    ]
    assert found == [
        (f"{headline} (1 of 2)", "Chart and takeaway", 1),
        (f"{headline} (2 of 2)", "Headline and chart", 1),
    ]


def test_what_a_chart_means_follows_it_to_its_own_slide(square: tuple[Path, Deck]) -> None:
    _, deck = square
    at = titles(deck).index("What moves freight, in bars and columns (1 of 2)")
    first, second = deck.slides[at], deck.slides[at + 1]
    said = "Whoever wants more freight has to deepen the basin."
    texts = [
        [shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame]
        for slide in (first, second)
    ]
    assert [any(said in text for text in each) for each in texts] == [True, False]
    assert said in first.notes_slide.notes_text_frame.text


def test_check_says_why_a_chart_stands_alone(
    square: tuple[Path, Deck], capsys: pytest.CaptureFixture[str]
) -> None:
    content, _ = square
    assert run(["check", "--explain", str(content)]) == 0
    said = "a slide of its own: there is no room beside what else it was given; a chart"
    assert capsys.readouterr().out.count(said) == 2


@pytest.mark.longer
def test_large_print_on_narrow_slides_spreads_findings_and_charts(tmp_path: Path) -> None:
    content = dressed(ROOT / "content", tmp_path, slide="4:3", theme="large-print")
    found = titles(built(content, tmp_path / "out"))
    assert {"Findings (1 of 2)", "Findings (2 of 2)"} <= set(found)
    charts = "China weighs heavily in Russia’s chip imports, Russia lightly in China’s trade"
    assert {f"{charts} (1 of 2)", f"{charts} (2 of 2)"} <= set(found)


@pytest.mark.parametrize(("width", "below"), [(190.0, True), (600.0, False)])
def test_the_key_of_a_ring_stands_where_it_leaves_the_ring_most_room(
    width: float, below: bool
) -> None:
    chart = samples.ALL["doughnut"]()
    native = native_chart(chart, theme())
    assert native is not None
    box = Box(50.0, 100.0, width, 200.0)
    drawn, *others = ring(chart, native, box, Ruler(theme().deck), 1)
    assert isinstance(drawn, ChartItem)
    key = next(each for each in others if each.name.startswith("Key to"))
    assert isinstance(key, GroupItem)
    rows = [area.box for area in key.shapes if isinstance(area, FilledForm)]
    assert all(row.top >= drawn.box.top + drawn.box.height for row in rows) is below
    assert all(row.top + row.height <= box.top + box.height + 0.5 for row in rows)
    assert drawn.box.height >= 80
