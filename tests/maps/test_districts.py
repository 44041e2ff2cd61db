"""Maps of an author's own districts in finished files: taller than wide, with names that are longer
than their places are wide.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.shapes.group import GroupShape

from builder import project
from builder.charts import display_list
from builder.charts.meeting import meetings
from builder.problems import Problems
from tests.charts.test_told_apart import themed

pytestmark = pytest.mark.usefixtures("remembered")

CASE = Path(__file__).parents[1] / "cases" / "maps" / "tall"
DISTRICTS = ("Altstadt", "Hafenviertel", "Geestvorstadt", "Nordkamp", "Surfeld", "Wiesdorf")
Point = tuple[float, float]


class Placed(NamedTuple):
    """A shape of a slide: its box, and the corners of what it draws in it."""

    left: float
    top: float
    right: float
    bottom: float
    corners: tuple[Point, ...]

    def holds(self, point: Point) -> bool:
        """Return whether its outline goes around a point."""
        (x, y), crossed = point, 0
        ends = (*self.corners[1:], self.corners[0])
        for (x1, y1), (x2, y2) in zip(self.corners, ends, strict=True):
            crossed += (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
        return crossed % 2 == 1


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("tall")
    project.build(CASE, made, ("paper", "deck"), strict=True)
    return made


@pytest.fixture(scope="module")
def shapes(folder: Path) -> Mapping[str, Placed]:
    """Return the shapes of the map on the slide, in EMU."""
    slide = Presentation(str(folder / "maps-tall.pptx")).slides[1]
    (group,) = (
        each for each in slide.shapes if isinstance(each, GroupShape) and "Map" in each.name
    )
    found = {}
    for shape in group.shapes:
        left, top, wide, high = shape.left, shape.top, shape.width, shape.height
        corners = []
        for path in shape._element.iter(qn("a:path")):
            across, down = int(path.get("w")), int(path.get("h"))
            for at in path.iter(qn("a:pt")):
                x, y = int(at.get("x")) / across, int(at.get("y")) / down
                corners.append((left + x * wide, top + y * high))
        found[shape.name] = Placed(left, top, left + wide, top + high, tuple(corners))
    return found


def test_each_name_stands_on_its_own_district_or_beside_all_on_a_line_from_it(
    shapes: Mapping[str, Placed],
) -> None:
    names = {DISTRICTS[int(key[5:]) - 1]: box for key, box in shapes.items() if key[:5] == "Name "}
    assert set(names) == set(DISTRICTS)
    for name, box in names.items():
        middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        on = [other for other in DISTRICTS if shapes[other].holds(middle)]
        assert on in ([], [name]), f"{name} stands on {on}"
        if not on:
            line = shapes[f"Line {DISTRICTS.index(name) + 1}"]
            ends = [(x, y) for x in (line.left, line.right) for y in (line.top, line.bottom)]
            assert any(shapes[name].holds(end) for end in ends), f"no line leads to {name}"


def test_no_name_covers_another_or_the_district_beside_its_own(
    shapes: Mapping[str, Placed],
) -> None:
    names = [box for key, box in shapes.items() if key.startswith("Name ")]
    for one, other in combinations(names, 2):
        across = min(one.right, other.right) - max(one.left, other.left)
        down = min(one.bottom, other.bottom) - max(one.top, other.top)
        assert across <= 0 or down <= 0
    for key, box in shapes.items():
        if key.startswith("Name "):
            own = DISTRICTS[int(key[5:]) - 1]
            inner = [(x, (box.top + box.bottom) / 2) for x in (box.left, box.right)]
            beside = [
                other
                for other in DISTRICTS
                if other != own and all(shapes[other].holds(at) for at in inner)
            ]
            assert not beside, f"{own} stands across {beside}"


def test_values_of_a_list_stand_near_their_names_and_the_map_in_what_is_left(
    shapes: Mapping[str, Placed],
) -> None:
    listed = [box for key, box in shapes.items() if key.startswith("Listed ")]
    values = [box for key, box in shapes.items() if key.startswith("Value ")]
    across = max(box.right for box in values) - min(box.left for box in listed)
    assert across < 440 * 12700
    land = [shapes[name] for name in DISTRICTS]
    left, right = min(box.left for box in land), max(box.right for box in land)
    assert right < min(box.left for box in listed)
    assert left > 100 * 12700, "the map keeps to the slide's edge, and room is left at its right"


def test_words_of_a_tall_map_meet_no_border_in_the_paper() -> None:
    chart = project.resolved(CASE, Problems())[0].charts["viertel"]
    for width in (329.0, 510.0):
        drawn = display_list(chart, themed("paperdeck"), width, None)
        said = [text for text in drawn.texts if any(name in text.text for name in DISTRICTS)]
        assert len(said) == len(DISTRICTS)
        words = {at for at, each in enumerate(drawn.operations) if each in said}
        met = [(at, other) for at, other in meetings(drawn) if words & {at, other}]
        assert not [(at, other) for at, other in met if other != at - 1]  # paper below a name


def test_a_map_narrower_than_the_text_stands_beside_its_title_not_below_it(folder: Path) -> None:
    with pypdfium2.PdfDocument(folder / "maps-tall.pdf") as paper:
        page = paper[0].get_textpage()

        def place(words: str) -> tuple[float, float]:
            found = page.search(words).get_next()
            assert found
            left, bottom, _, _ = page.get_charbox(found[0])
            return left, bottom

        title, text = place("Am Hafen"), place("Wo die")
        names = [place(name) for name in ("Nordkamp", "Surfeld")]
    assert title[0] < text[0] - 100
    assert all(left > text[0] for left, _ in names)
    assert names[1][1] < title[1] < names[0][1] + 100
