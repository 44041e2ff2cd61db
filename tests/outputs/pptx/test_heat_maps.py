"""Heat maps on slides: names have room in their rows, and the key in its chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given

from builder.model.chart import ResolvedChart
from builder.model.text import Run, plain
from builder.outputs.pptx.layouts.heat_map import heat_map
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import FilledForm
from builder.text.opportunities import OPENING
from builder.units import Box
from tests.charts import samples
from tests.charts.strategies import charts
from tests.outputs.pptx.making import theme

RULER = Ruler(theme().deck)
BOX = Box(54, 138, 852, 314)
SIZES = (16.0, 14.0, 12.0)
RIM = 2.0


def test_names_of_columns_are_printed_in_smaller_type_before_one_is_left_out() -> None:
    names = [f"{hour:02}:00–{hour + 2:02}:00" for hour in range(6, 22, 2)]
    few = samples.heat_map()
    columns = tuple(replace(few.series[0], name=Run(name)) for name in names)
    (group,) = heat_map(replace(few, series=columns), BOX, SIZES, RULER)
    said = {plain(each.runs) for area in group.shapes for each in area.paragraphs}
    assert said.issuperset(names)


@pytest.mark.longer
@given(charts("heat_map"))
def test_words_of_heat_maps_have_room(chart: ResolvedChart) -> None:
    try:
        slides = heat_map(chart, BOX, SIZES, RULER)
    except TooLargeError:
        return  # what has no room is refused by name
    for group in slides:
        for area in group.shapes:
            assert isinstance(area, FilledForm)
            box = area.box
            assert box.left >= BOX.left - RIM
            assert box.left + box.width <= BOX.left + BOX.width + RIM, area.name
            assert RULER.height(area.paragraphs, box.width) <= box.height + RIM, area.name


LARGE = (25.0, 20.0, 15.0)
PLACES = ("Кам’янець-Подільський", "Сім’я/діти", "№ 5 «Зоря»", "100 % вовна", "ФОП", "т. зв.")


def of_places(rows: Sequence[str], columns: Sequence[str]) -> ResolvedChart:
    few = samples.heat_map()
    data = tuple(samples.datum("12") for _ in rows)
    series = tuple(replace(few.series[0], name=Run(name), data=data) for name in columns)
    return replace(few, categories=tuple(map(Run, rows)), series=series)


def test_names_of_columns_are_divided_at_their_signs_before_a_heat_map_is_refused() -> None:
    (group,) = heat_map(of_places(PLACES, PLACES[:4]), BOX, LARGE, RULER)
    said = {
        plain(each.runs).replace(OPENING, "") for area in group.shapes for each in area.paragraphs
    }
    assert said.issuperset(PLACES)
    assert all(OPENING not in area.name for area in group.shapes)


def test_large_type_gives_way_to_the_smallest_of_any_before_a_heat_map_is_refused() -> None:
    columns = [f"Wasserwirtschaftsamt{at}" for at in "ABCDE"]
    (group,) = heat_map(of_places(("Kiel", "Ulm"), columns), BOX, LARGE, RULER)
    assert {each.style.size for area in group.shapes for each in area.paragraphs} == {12.0}


@pytest.mark.parametrize(
    ("rows", "columns", "message"),
    [
        (PLACES, ["Wasserwirtschaftsverwaltungsamt"] * 7, "has columns too narrow"),
        (["Ä" * 40, "Ulm"], ["Kiel", "Ulm"], "has a row whose name"),
    ],
)
def test_a_heat_map_is_refused_for_the_names_that_have_no_room(
    rows: Sequence[str], columns: Sequence[str], message: str
) -> None:
    with pytest.raises(TooLargeError) as refused:
        heat_map(of_places(rows, columns), BOX, LARGE, RULER)
    assert message in str(refused.value)
