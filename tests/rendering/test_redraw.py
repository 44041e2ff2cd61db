"""The data of a chart in the finished deck are changed in LibreOffice: the chart redraws."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from builder.outputs.pptx import DeckPlan
from builder.outputs.pptx.plan.model import ChartItem
from builder.problems import Problems
from builder.project import plan
from tests.outputs.pptx.making import planned, showcase, written
from tests.rendering.conftest import Built
from tests.rendering.redraw import Edit, Job, Mark, marks, redraw
from tests.rendering.render import ROOT

pytestmark = [pytest.mark.rendering, pytest.mark.longer]

HALF = 0.5
# Marks of these stand on axes that do not begin at zero: they are moved less far.
LESS = {"points": 0.9, "bubbles": 0.9}
# Charts of the project's own deck and of the one with every kind: series and category to change.
OWN = {"china_partners": (0, 1), "arms_deliveries": (0, 0), "semiconductor_imports": (0, 0)}
SHOWN = {
    "groups": (1, 0),
    "stacks": (1, 3),
    "steps": (2, 1),
    "losses": (3, 2),
    "lines": (2, 2),
    "areas": (0, 4),
    "points": (0, 1),
    "bubbles": (0, 2),
}
SIDEWAYS = ("china_partners",)
LENGTHS = ("china_partners", "arms_deliveries", "groups", "stacks", "steps", "losses")


@dataclass(frozen=True)
class Redrawn:
    """One chart's slide before and after, as PDFs."""

    slide: int
    before: Path
    after: Path

    @property
    def refilled(self) -> list[tuple[Mark, Mark]]:
        """Those of them that are filled: bars, not the edges around them."""
        return [pair for pair in self.changed if pair[0].filled]

    @property
    def changed(self) -> list[tuple[Mark, Mark]]:
        """The shapes that are not as they were, each as before and after."""
        pairs = zip(marks(self.before, self.slide), marks(self.after, self.slide), strict=True)
        return [(one, other) for one, other in pairs if one != other]


def edits(plan: DeckPlan, chosen: Mapping[str, tuple[int, int]]) -> Iterable[Edit]:
    """Yield an edit that lessens one cell of each chart."""
    charts = {
        item.chart: (slide.number, item)
        for slide in reversed(plan.slides)
        for item in slide.items
        if isinstance(item, ChartItem)
    }
    for name, (series, place) in chosen.items():
        slide, item = charts[name]
        point = item.native.series[series].points[place]
        assert point.value is not None
        yield Edit(slide, item.name, series, place, float(point.value) * LESS.get(name, HALF))


@pytest.fixture(scope="module")
def redrawn(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Redrawn]:
    folder = tmp_path_factory.mktemp("redrawn")
    own = tuple(edits(plan(ROOT / "content", Problems()).deck, OWN))
    shown = tuple(edits(planned(showcase()), SHOWN))
    jobs = [
        Job(deck, each, folder / f"{name}-before.pdf", folder / f"{name}-after.pdf")
        for name, deck, each in (
            ("own", built.deck, own),
            ("shown", written(showcase(), folder), shown),
        )
    ]
    redraw(jobs, folder)
    return {
        edit.chart.removeprefix("Chart "): Redrawn(edit.slide, job.before, job.after)
        for job in jobs
        for edit in job.edits
    }


@pytest.mark.parametrize("chart", [*OWN, *SHOWN])
def test_a_changed_cell_changes_what_is_drawn(chart: str, redrawn: Mapping[str, Redrawn]) -> None:
    changed = redrawn[chart].changed
    assert changed
    assert all(one.colour == other.colour for one, other in changed)


@pytest.mark.parametrize("chart", LENGTHS)
def test_a_bar_is_half_as_long_when_its_number_is_halved(
    chart: str, redrawn: Mapping[str, Redrawn]
) -> None:
    along = 0 if chart in SIDEWAYS else 1
    shrunk = [
        other.size[along] / one.size[along]
        for one, other in redrawn[chart].refilled
        if abs(one.size[along] - other.size[along]) > 0.3
    ]
    assert shrunk == [pytest.approx(HALF, abs=0.02)]


@pytest.mark.parametrize("chart", LESS)
def test_a_mark_moves_down_by_as_much_as_its_number_is_less(
    chart: str, redrawn: Mapping[str, Redrawn]
) -> None:
    moved = [
        (one, other)
        for one, other in redrawn[chart].refilled
        if one.size == pytest.approx(other.size, abs=0.15)  # of a point, by rounding
    ]
    assert moved
    assert all(other.bottom < one.bottom and other.left == one.left for one, other in moved)


@pytest.mark.parametrize(
    ("chart", "label"), [("china_partners", "$660bn"), ("steps", "+€0.46bn"), ("groups", "48%")]
)
def test_the_value_moves_along_with_the_end_of_its_bar(
    chart: str, label: str, redrawn: Mapping[str, Redrawn]
) -> None:
    along = 0 if chart in SIDEWAYS else 1
    ((one, other),) = redrawn[chart].refilled
    bar = one.size[along] - other.size[along]
    before, after = (
        middle(path, redrawn[chart].slide, label)[along]
        for path in (redrawn[chart].before, redrawn[chart].after)
    )
    assert abs(after - before) == pytest.approx(bar, abs=1.5)


def middle(pdf: Path, slide: int, word: str) -> tuple[float, float]:
    """Return the middle of a printed word."""
    page = pdf.with_suffix(f".{slide}.html")
    command = ["pdftotext", "-bbox", "-f", str(slide), "-l", str(slide), str(pdf), str(page)]
    subprocess.run(command, check=True)
    root = etree.parse(page, etree.XMLParser(recover=True)).getroot()
    found = [each for each in root.iter("{*}word") if each.text == word]
    assert found, f"{word} is not printed on slide {slide}"
    left, top, right, foot = (float(found[0].get(k, "")) for k in ("xMin", "yMin", "xMax", "yMax"))
    return (left + right) / 2, (top + foot) / 2
