"""Charts with much in them: what is highlighted stands out, in paper and deck alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from builder.charts import display_list, native_chart
from builder.charts.house import words_box
from builder.charts.registry import CrowdedError
from builder.model.chart import ResolvedChart
from builder.model.displaylist import Path
from builder.outputs.pptx.plan.charts import place
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import ChartItem
from builder.theme.theme import Theme
from builder.units import Box
from tests.charts import samples
from tests.resolve.making import chart_spec, content, resolved, table, words
from tests.shares import share

HAIR = 0.3
NAMES = ("ore", "oil", "rye", "tin", "zinc", "salt", "coal", "wood")


def lines(count: int) -> ResolvedChart:
    """So many lines, the last of them highlighted."""
    names = NAMES[:count]
    rows = (
        ",".join((year, *(str(start + step) for step in range(count))))
        for year, start in (("2020", 1), ("2021", 3), ("2022", 4))
    )
    data = table("held", "\n".join((",".join(("year", *names)), *rows)))
    spec = chart_spec(
        "line",
        title=words("The finding"),
        table="held",
        x="year",
        y=names,
        highlight=(names[-1],),
        source=("survey",),
    )
    (chart,) = resolved(content(charts=(spec,), data=(data,))).charts.values()
    return chart


@pytest.mark.parametrize("count", [7, 8])
def test_a_highlight_greys_more_lines_than_there_are_colours(count: int, theme: Theme) -> None:
    chart = lines(count)
    picture = display_list(chart, theme, 453.5, None)
    plain = {theme.colours.grid, theme.colours.ink}
    strokes = [
        item.stroke.colour
        for item in picture.operations
        if isinstance(item, Path) and item.stroke and not item.fill
    ]
    drawn = [colour for colour in strokes if colour not in plain]
    assert drawn == [theme.colours.soft] * (count - 1) + [theme.colours.accent]
    said = " ".join(text.text for text in picture.texts)
    assert all(name in said for name in NAMES[:count])
    native = native_chart(chart, theme)
    assert native is not None
    assert [each.colour for each in native.series] == ["muted"] * (count - 1) + ["accent1"]


@pytest.mark.parametrize("make", [samples.gantt, samples.timeline])
def test_words_that_reach_over_the_sides_are_refused_with_a_way_out(
    make: Callable[[], ResolvedChart], theme: Theme
) -> None:
    made = make()
    with pytest.raises(CrowdedError) as refused:
        display_list(made, theme, 60, None)
    assert refused.value.found == f'chart "{made.id}" has words that reach over its sides'
    assert refused.value.hint == (
        "shorten its names by `labels`, print shorter numbers, or give it the page's width by "
        "`size: hero`"
    )


@pytest.mark.parametrize("width", [200, 300, 453.5])
def test_words_of_what_is_drawn_stand_within_its_width(width: float, theme: Theme) -> None:
    drawn = display_list(samples.gantt(), theme, width, None)
    boxes = [box for each in drawn.texts if (box := words_box(each))]
    assert min(box.left for box in boxes) >= -0.1
    assert max(box.right for box in boxes) <= width + 0.1


def bars(count: int) -> ResolvedChart:
    """So many bars, from the longest to the shortest."""
    rows = "\n".join(f"Department {at},{count - at + 0.5}" for at in range(count))
    spec = chart_spec(
        "bar",
        title=words("The finding"),
        table="held",
        x="name",
        y=("value",),
        source=("survey",),
    )
    data = table("held", f"name,value\n{rows}")
    (chart,) = resolved(content(charts=(spec,), data=(data,))).charts.values()
    return chart


@pytest.mark.parametrize("count", share([61, 27, 51, 60, 104], 3))
def test_bars_stand_as_close_as_nine_points_then_in_two_columns(count: int, theme: Theme) -> None:
    drawn = display_list(bars(count), theme, 453.5, None)
    boxes = [box for text in drawn.texts if (box := words_box(text))]
    for at, one in enumerate(boxes):
        for other in boxes[:at]:
            assert (
                one.right <= other.left + HAIR
                or other.right <= one.left + HAIR
                or one.top <= other.foot + HAIR
                or other.top <= one.foot + HAIR
            )
    assert sum(text.text.startswith("Department") for text in drawn.texts) == count
    filled = [item for item in drawn.operations if isinstance(item, Path) and item.fill]
    forms = [box_of(item) for item in filled][1:]  # below the rule over the title
    lefts = {left for left, *_ in forms}
    assert len(lefts) == (1 if count <= 60 else 2)
    tops = sorted({round(top, 1) for _, _, top, _ in forms}, reverse=True)
    assert min(one - other for one, other in pairwise(tops)) >= 8.9
    # One scale for all: each bar is shorter than the one before by as much.
    wide = [right - left for left, right, _, _ in forms]
    steps = [one - other for one, other in pairwise(wide)]
    assert max(steps) - min(steps) < 0.1


def box_of(path: Path) -> tuple[float, float, float, float]:
    numbers = [float(each) for each in path.data.split() if each not in "mlch"]
    across, up = numbers[::2], numbers[1::2]
    return round(min(across), 1), max(across), max(up), min(up)


@pytest.mark.parametrize(
    ("count", "charts"), [(22, 1), (27, 1), (33, 1), (40, 2), (51, 2), (64, 2)]
)
def test_bars_of_a_slide_stand_in_two_charts_on_one_scale_where_one_has_no_room(
    count: int, charts: int, theme: Theme
) -> None:
    chart = bars(count)
    native = native_chart(chart, theme)
    assert native is not None
    items = place(chart, native, Box(54, 138, 852, 314), Ruler(theme.deck), 10)
    held = [item for item in items if isinstance(item, ChartItem)]
    assert len(held) == charts
    assert [each.name for each in held] == ["Chart one", "Chart one, panel 2"][:charts]
    assert sum(len(each.native.categories) for each in held) == count
    points = [point for each in held for point in each.native.series[0].points]
    assert [point.owners[0].id for point in points] == [
        f"held!{at + 1}/value" for at in range(count)
    ]
    axes = [each.native.value_axis for each in held]
    assert (
        len({(axis.min, axis.max, each.plot.width) for axis, each in zip(axes, held, strict=True)})
        == 1
    )
    for each in held:
        assert each.plot.height / len(each.native.categories) >= 8.9


def test_bars_beyond_two_columns_are_refused_on_a_slide_with_advice(theme: Theme) -> None:
    chart = bars(80)
    native = native_chart(chart, theme)
    assert native is not None
    with pytest.raises(CrowdedError) as refused:
        place(chart, native, Box(54, 138, 852, 314), Ruler(theme.deck), 10)
    assert refused.value.hint == "show fewer, divide the chart in two, or leave it to the paper"


@pytest.mark.parametrize("width", [453.5, 300.0, 260.0])
def test_no_word_of_a_name_below_columns_is_divided(width: float, theme: Theme) -> None:
    names = ("Запоріжжя", "Θεσσαλονίκη", "Łódź", "Switzerland", "Ηράκλειο")
    chart = replace(samples.grouped(), categories=samples.runs(names))
    said = {text.text.strip() for text in display_list(chart, theme, width, None).texts}
    assert set(names) <= said


@pytest.mark.parametrize("width", [200, 240, 280, 329, 400, 480])
def test_the_longest_parts_of_stacks_are_not_silent_beside_shorter_ones(
    theme: Theme, width: int
) -> None:
    long, short = ["702", "741", "931", "1,018"] * 3, ["398", "385", "404", "412"] * 3
    chart = replace(
        samples.stacked(),
        categories=samples.runs(str(year) for year in range(2014, 2026)),
        series=(
            samples.series("Help", [each.replace(",", "") for each in long], 0),
            samples.series("Fires", short, 1),
        ),
        totals=(),
        value_axis=samples.axis(0, 1500, 500),
    )
    said = [text.text for text in display_list(chart, theme, width, None).texts]

    assert [said.count(each) for each in ("702", "1018")] == [said.count("398")] * 2
    assert width < 400 or said.count("1018") == 3
