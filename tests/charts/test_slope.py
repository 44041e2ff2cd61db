"""Slopes: lines from value to value, both printed, every line named where it ends."""

from __future__ import annotations

import pathlib
import tomllib
from typing import Any

import pytest

from builder.charts import display_list, native_chart
from builder.charts.native import rgb
from builder.model.displaylist import DisplayList, Path
from builder.model.text import plain
from builder.theme.theme import Theme
from tests.charts import samples
from tests.resolve.making import chart, chart_spec, complaints, content, table, words

CASES: dict[str, dict[str, Any]] = tomllib.loads(
    (pathlib.Path(__file__).parents[1] / "cases" / "slopes.toml").read_text("utf-8")
)


def drawn(theme: Theme) -> DisplayList:
    return display_list(samples.slope(), theme, 453.5, None)


def lines(picture: DisplayList, theme: Theme) -> list[tuple[str, float, float]]:
    """Return the colour and both heights of each line."""
    found = []
    for item in picture.operations:
        if isinstance(item, Path) and item.stroke and not item.fill and item.stroke.cap == 1:
            numbers = [float(part) for part in item.data.split() if part not in ("m", "l")]
            found.append((item.stroke.colour, numbers[1], numbers[3]))
    return found


def test_lines_lead_from_value_to_value(theme: Theme) -> None:
    held = lines(drawn(theme), theme)
    assert len(held) == 7
    ends = [(31, 33), (29, 27), (14, 13), (3, 5), (20, 21), (19, 18), (22, 42)]
    unit = (held[0][1] - held[3][1]) / (31 - 3)

    def height(value: float) -> float:
        return held[3][1] + (value - 3) * unit

    expected = sorted((height(first), height(last)) for first, last in ends)
    assert sorted(each[1:] for each in held) == [pytest.approx(e, abs=0.03) for e in expected]


def test_one_highlighted_line_stands_in_colour_over_greys(theme: Theme) -> None:
    colours = [colour for colour, _, _ in lines(drawn(theme), theme)]
    assert colours == [rgb("muted", theme)] * 6 + [rgb("accent1", theme)]


def test_every_line_is_named_at_its_end_and_its_first_value_stands_on_the_left(
    theme: Theme,
) -> None:
    texts = {text.text: text for text in drawn(theme).texts}
    for series in samples.slope().series:
        first, last = series.data
        assert f"{last.label.text} {series.name.text}" in texts
        assert first.value is None or texts[first.label.text].x < texts["33 Norhaven"].x


def test_the_deck_has_its_labels_on_the_same_sides(theme: Theme) -> None:
    made = native_chart(samples.slope(), theme)
    assert made is not None
    assert made.to_edge
    norhaven = made.series[0]
    assert [(plain(p.label), p.side) for p in norhaven.points] == [
        ("31", "left"),
        ("33 Norhaven", ""),
    ]


def test_more_lines_than_colours_are_drawn_in_one_and_their_axis_need_not_hold_zero() -> None:
    data = "year,a,b,c,d,e,f,g,h\n2014,10,11,12,13,14,15,16,17\n2024,20,19,18,17,16,15,14,13\n"
    made = chart("slope", table="held", x="year", y=tuple("abcdefgh"), data=(table("held", data),))
    assert made.value_axis is not None
    assert 0 < made.value_axis.min < 10


@pytest.mark.parametrize("name", CASES)
def test_lines_lead_from_date_to_date_whichever_way_the_table_has_them(name: str) -> None:
    case = CASES[name]
    keys = dict(case["chart"], y=tuple(case["chart"]["y"]))
    keys["labels"] = tuple((key, words(said)) for key, said in keys.pop("labels", {}).items())
    made = chart("slope", table="held", data=(table("held", case["data"]),), **keys)
    assert [run.text for run in made.categories] == case["ends"]
    found = {each.name.text: [d.label.text for d in each.data] for each in made.series}
    assert found == case["lines"]


def test_a_cell_of_a_row_that_is_a_line_is_owned_by_its_place_in_the_table() -> None:
    data = table("held", "town,2014,2024\nKiel,12,25\nRiga,31,28\nGdansk,35,42\n")
    made = chart("slope", table="held", x="town", y=("2014", "2024"), data=(data,))
    owners = [datum.label.owner for datum in made.series[2].data]
    assert [owner and owner.id for owner in owners] == ["held!3/2014", "held!3/2024"]


def test_a_column_made_for_machines_is_told_where_it_names_an_end() -> None:
    data = table("held", "town,reach_2014,reach_2024\nKiel,12,25\nRiga,31,28\nGdansk,35,42\n")
    spec = chart_spec(
        "slope", title=words("The finding"), source=("survey",), table="held", x="town",
        y=("reach_2014", "reach_2024"),
    )  # fmt: skip
    said = complaints(content(charts=(spec,), data=(data,)))
    assert len(said) == 2
    assert all("prints the column's name" in each for each in said)


def test_a_line_that_ends_nowhere_is_named_where_it_begins(theme: Theme) -> None:
    data = table("held", "town,2014,2024\nKiel,12,25\nRiga,31,\n")
    made = native_chart(
        chart("slope", table="held", x="town", y=("2014", "2024"), data=(data,)), theme
    )
    assert made is not None
    assert [plain(each.points[0].label) for each in made.series] == ["12", "Riga 31"]
