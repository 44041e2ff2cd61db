"""Shapes of an author's own: whatever a file holds, it is read as areas or refused in words."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from builder import project
from builder.content.geography import geography
from builder.problems import ContentError, Problems
from tests.shares import share

CASES = Path(__file__).parents[1] / "cases" / "maps"
SQUARE = [[9, 50], [10, 50], [10, 51], [9, 50]]
NO_AREAS: dict[str, tuple[str, Any]] = {
    "nothing": ("Polygon", None),
    "a number": ("Polygon", 5),
    "words": ("Polygon", ["ab"]),
    "no rings": ("Polygon", []),
    "an empty ring around a hole": ("Polygon", [[], SQUARE]),
    "two corners": ("Polygon", [SQUARE[:2]]),
    "one corner five times": ("Polygon", [[[9, 50]] * 5]),
    "a line from north to south": ("Polygon", [[[9, 50], [9, 51], [9, 52], [9, 50]]]),
    "a line from west to east": ("Polygon", [[[9, 50], [10, 50], [11, 50], [9, 50]]]),
    "numbers for polygons": ("MultiPolygon", [5, None]),
}

pytestmark = pytest.mark.usefixtures("remembered")


def written(form: str, coordinates: Any) -> str:
    place = {
        "type": "Feature",
        "properties": {"name": "Hafen"},
        "geometry": {"type": form, "coordinates": coordinates},
    }
    return json.dumps({"type": "FeatureCollection", "features": [place]})


@pytest.mark.parametrize("name", share(NO_AREAS, 10))
def test_a_file_without_areas_is_refused(name: str, tmp_path: Path) -> None:
    content = Path(shutil.copytree(CASES / "de", tmp_path / "content"))
    (content / "data" / "bezirke.geojson").write_text(written(*NO_AREAS[name]), "utf-8")
    with pytest.raises(ContentError) as refused:
        project.resolved(content, Problems())
    assert [each.found for each in refused.value.problems if each.severity == "error"] == [
        'chart "bezirke": "data/bezirke.geojson": holds no areas'
    ]


def test_a_hole_that_is_none_leaves_the_area_around_it() -> None:
    (place,) = geography("one", written("Polygon", [SQUARE, [[9, 50]] * 4]).encode()).places
    assert place.polygons == ((tuple(map(tuple, SQUARE)),),)


@pytest.mark.longer
@pytest.mark.parametrize("order", ["ascending", "descending"])
def test_each_place_keeps_its_value_in_every_order(order: str, tmp_path: Path) -> None:
    def values(content: Path) -> list[dict[str, Any]]:
        charts = project.resolved(content, Problems())[0].charts.values()
        found = []
        for chart in charts:
            assert chart.land is not None
            names = [run.text for run in chart.categories]
            data = [datum.value for datum in chart.series[0].data]
            by_place = dict(zip(names, data, strict=True))
            coloured = {each.code: data[each.row] for each in chart.land.shapes if each.row >= 0}
            found.append({**by_place, **coloured})
        return found

    content = Path(shutil.copytree(CASES / "de", tmp_path / "content"))
    charts = content / "charts.yaml"
    said = charts.read_text("utf-8")
    charts.write_text(said.replace("kind: map\n", f"kind: map\n  order: {order}\n"), "utf-8")
    assert values(content) == values(CASES / "de")
