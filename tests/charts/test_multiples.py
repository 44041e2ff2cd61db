"""Small multiples: one scale for all panels unless said, words of axes once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.charts import display_list, native_chart
from builder.charts.panels import grid_of
from builder.model.chart import ResolvedChart
from builder.model.displaylist import DisplayList, Path
from builder.model.text import Run, plain
from builder.outputs.pptx import plan_deck
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.panels import placed
from builder.problems import Problems
from builder.theme.theme import Theme
from builder.units import Box
from tests.charts import samples
from tests.outputs.pptx.making import briefing, chart_use, slide
from tests.outputs.pptx.making import theme as theme_of
from tests.resolve.making import chart, table

LONG = "port,year,v\n" + "\n".join(
    f"{port},{year},{at * 10 + year - 2019}"
    for at, port in enumerate(("Kiel", "Riga", "Faro"), 1)
    for year in (2020, 2021, 2022)
)


def made(**keys: object) -> ResolvedChart:
    held = {"table": "t", "x": "year", "y": ("v",), "series": "port", **keys}
    return chart("multiples", data=(table("t", LONG),), **held)  # type: ignore[arg-type]


def rectangles(picture: DisplayList) -> list[float]:
    """Return the heights of rectangles, in the order in which they are drawn."""
    found = []
    for item in picture.operations:
        if isinstance(item, Path) and item.fill and item.data.endswith("h"):
            numbers = [float(part) for part in item.data.split() if not part.isalpha()]
            found.append(max(numbers[1::2]) - min(numbers[1::2]))
    return found


def test_each_group_of_a_table_has_a_panel_on_the_axis_of_all() -> None:
    found = made()
    assert [series.name.text for series in found.series] == ["Kiel", "Riga", "Faro"]
    assert found.panel == "line"
    assert found.panel_axes == ()
    assert found.value_axis is not None
    assert found.value_axis.max >= 33


def test_own_scales_are_said_and_hold_their_own_values() -> None:
    found = made(scales=("own",), of=("column",), subtitle=())
    tops = [axis.max for axis in found.panel_axes]
    assert [Decimal(13), Decimal(23), Decimal(33)] < tops < [Decimal(20), Decimal(30), Decimal(50)]
    assert all(axis.min == 0 for axis in found.panel_axes)
    assert plain(found.subtitle).endswith("ach panel has a scale of its own")


def test_columns_of_all_panels_are_as_high_as_their_values(theme: Theme) -> None:
    sample = replace(samples.columns_on_own_scales(), panel_axes=())
    high = [each for each in rectangles(display_list(sample, theme, 453.5, None)) if each > 0.3]
    values = [abs(d.value) for series in sample.series for d in series.data if d.value]
    # Those below a point are lines to the eye.
    tall = [value for value in values if value > 20]
    unit = high[-len(tall)] / float(tall[0])
    assert high[-len(tall) :] == [pytest.approx(unit * float(value), abs=0.05) for value in tall]


@pytest.mark.parametrize("name", ["multiples", "bars_side_by_side", "columns_on_own_scales"])
def test_names_of_categories_stand_once_below_each_column_or_beside_each_row(
    name: str, theme: Theme
) -> None:
    sample = samples.ALL[name]()
    picture = display_list(sample, theme, 453.5, None)
    counted = Counter(text.text for text in picture.texts)
    lying = sample.panel == "bar"
    columns = len({round(text.x) for text in picture.texts if text.text in _names(sample)})
    for run in sample.categories:
        assert counted[run.text] == (1 if lying else columns)


def _names(sample: ResolvedChart) -> set[str]:
    return {series.name.text.split()[0] for series in sample.series} & {
        series.name.text for series in sample.series
    } | {"Kingston upon Hull"}


def test_ticks_stand_at_the_left_of_each_row_alone_unless_scales_differ(theme: Theme) -> None:
    picture = display_list(samples.multiples(), theme, 453.5, None)
    ticks = [text for text in picture.texts if text.text == "40"]
    assert len({round(tick.x) for tick in ticks}) == 1
    own = display_list(samples.columns_on_own_scales(), theme, 453.5, None)
    assert {"4,000", "15"} <= {text.text for text in own.texts}


def test_the_deck_has_a_chart_for_each_panel_with_its_cells_alone(theme: Theme) -> None:
    sample = samples.multiples()
    native = native_chart(sample, theme)
    assert native is not None
    assert native.series == ()
    for series, panel in zip(sample.series, native.panels, strict=True):
        (only,) = panel.series
        assert only.name == series.name
        assert [point.value for point in only.points] == [datum.value for datum in series.data]
        assert (panel.value_axis.min, panel.value_axis.max) == (0, 50)
        assert plain(panel.title) == series.name.text


HEIGHTS = st.just(0.0) | st.floats(60, 450)


@given(st.integers(2, 12), st.floats(120, 900), HEIGHTS, st.floats(60, 200))
def test_every_panel_has_a_cell_of_its_own(
    count: int, width: float, height: float, least: float
) -> None:
    grid = grid_of(count, width, height, least)
    cells = [grid.cell(at) for at in range(count)]
    assert len({(cell.row, cell.column) for cell in cells}) == count
    assert max(cell.row for cell in cells) == grid.rows - 1
    assert grid.columns == 1 or width / grid.columns >= least
    taken = {(cell.row, cell.column) for cell in cells}
    assert all(cell.above == ((cell.row + 1, cell.column) in taken) for cell in cells)


@pytest.mark.parametrize(("count", "columns", "rows"), [(4, 2, 2), (6, 3, 2), (8, 4, 2), (9, 3, 3)])
def test_panels_fill_the_rows_of_a_slide(count: int, columns: int, rows: int) -> None:
    grid = grid_of(count, 860, 330, 120)
    assert (grid.columns, grid.rows) == (columns, rows)


@pytest.mark.parametrize(("printed", "fits"), [("−5", True), ("−140,000,000,000 tonnes", False)])
def test_a_value_below_zero_that_leaves_its_bars_no_room_on_a_slide_is_refused_with_advice(
    printed: str, fits: bool
) -> None:
    whole = samples.bars_side_by_side()
    rows = tuple(
        replace(
            whole.series[0],
            name=Run(f"Season {at}"),
            data=tuple(
                replace(datum, label=Run(printed)) if (datum.value or 0) < 0 else datum
                for datum in whole.series[0].data
            ),
        )
        for at in range(6)
    )
    held, problems = replace(whole, series=rows), Problems()
    plan_deck(briefing(slide("One", chart_use(held.id)), charts=(held,)), theme_of(), problems)
    assert [problem.found.partition("has ")[2] for problem in problems.errors] == (
        [] if fits else ["values so long that its bars have no room on the slide"]
    )


@pytest.mark.parametrize("sample", ["multiples", "bars_side_by_side", "columns_on_own_scales"])
@pytest.mark.parametrize("box", [Box(58, 140, 832, 330), Box(58, 140, 420, 360)])
def test_panels_fill_their_place_on_a_slide_and_stand_apart(
    sample: str, box: Box, theme: Theme
) -> None:
    native = native_chart(samples.ALL[sample](), theme)
    assert native is not None
    boxes = [plot.box for plot in placed(native, box, Ruler(theme.deck)) or ()]
    assert len(boxes) == len(native.panels)
    assert min(each.left for each in boxes) == pytest.approx(box.left)
    assert max(each.left + each.width for each in boxes) == pytest.approx(box.left + box.width)
    assert max(each.top + each.height for each in boxes) == pytest.approx(box.top + box.height)
    for one, other in combinations(boxes, 2):
        beside = one.left + one.width <= other.left or other.left + other.width <= one.left
        assert beside or one.top + one.height < other.top
