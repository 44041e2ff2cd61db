"""Areas with missing values: hatched between the neighbours, never drawn as zero."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from builder import compare, project
from builder.art import art
from builder.charts import display_list, native_chart
from builder.charts.classes import UNKNOWN
from builder.charts.labels import end_line
from builder.charts.native import rgb
from builder.model.gauge import LONE, holes, known_runs
from builder.model.text import plain
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import FilledForm
from builder.outputs.pptx.plan.over import gaps
from builder.outputs.pptx.plan.plot import plotted
from builder.theme.theme import Theme
from builder.units import Box
from tests.charts import apart, samples
from tests.resolve.making import chart, table

CASE = Path(__file__).parents[1] / "cases" / "strangers" / "area-gap-drawn-as-zero"

rows = st.integers(1, 12).flatmap(
    lambda many: st.lists(
        st.lists(st.sampled_from((None, Decimal(3))), min_size=many, max_size=many),
        min_size=1,
        max_size=3,
    )
)


@given(rows)
def test_each_place_lies_in_a_run_or_in_a_gap_and_gaps_end_where_values_are(
    held: list[list[Decimal | None]],
) -> None:
    known = {place for run in known_runs(held) for place in run}
    within = {place for first, last in holes(held) for place in range(first, last + 1)}
    assert known | within == set(range(len(held[0])))
    columns = [*zip(*held, strict=True)]
    assert known == {at for at, column in enumerate(columns) if None not in column}
    for first, last in holes(held):
        assert not known & set(range(first + 1, last))
        assert first in known or first == 0
        assert last in known or last == len(columns) - 1


def test_no_band_reaches_into_a_gap(theme: Theme) -> None:
    picture = display_list(samples.gapped_area(), theme, 453.5, None)
    marks = apart.marks(picture)[1:]
    gaps = [mark.box for mark in marks if mark.fill == rgb(UNKNOWN, theme)]
    fills = {rgb("accent1", theme), rgb("accent2", theme)}
    bands = [mark.box for mark in marks if mark.fill in fills]
    assert len(gaps) == 3
    assert len(bands) == 6  # two of each run, one of which is a value alone
    for left, _, right, _ in gaps:
        for begin, _, end, _ in bands:
            reach = LONE if end - begin <= 2 * LONE + 0.1 else 0.1
            assert end <= left + reach + 0.1 or begin >= right - reach - 0.1


def test_what_is_missing_is_an_empty_cell_and_never_zero(theme: Theme) -> None:
    native = native_chart(samples.gapped_area(), theme)
    assert native is not None
    assert [point.value for point in native.series[0].points][2] is None


def test_a_gap_is_covered_on_the_slide_and_said_there(tmp_path: Path) -> None:
    project.build(CASE, tmp_path, ("paper", "deck"))
    (deck,), (paper,) = tmp_path.glob("*.pptx"), tmp_path.glob("*.pdf")
    assert compare(paper, deck).same
    shapes = [shape for slide in Presentation(str(deck)).slides for shape in slide.shapes]
    (chart,) = (shape for shape in shapes if shape.has_chart)
    assert None in chart.chart.plots[0].series[0].values
    (cover,) = (shape for shape in shapes if shape.name.startswith("Gaps of"))
    (gap,) = (shape for shape in cover.shapes if shape.name.startswith("Gap"))
    assert "pattFill" in gap._element.xml
    assert gap.width > chart.width / 3
    said = "".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)
    assert "Hatched: data are missing" in said


def test_a_value_between_two_gaps_is_as_wide_in_the_paper_as_on_the_slide(
    theme: Theme, tmp_path: Path
) -> None:
    native = native_chart(samples.gapped_area(), theme)
    assert native is not None
    plot = plotted(native, Box(40, 100, 500, 300), Ruler(theme.deck))
    assert plot is not None
    (group,) = gaps(plot, "c")
    lone = {shape.name: shape for shape in group.shapes if not shape.name.startswith("Gap")}
    assert set(lone) == {"Coal 4", "Wind 4"}
    boxes = [shape.box for shape in lone.values() if isinstance(shape, FilledForm)]
    assert [box.width for box in boxes] == [2 * LONE] * 2
    marks = apart.marks(display_list(samples.gapped_area(), theme, 453.5, None))[1:]
    fills = {rgb("accent1", theme), rgb("accent2", theme)}
    narrow = [m for m in marks if m.fill in fills and m.box[2] - m.box[0] <= 2 * LONE + 0.1]
    assert len(narrow) == 2


def test_the_value_at_the_end_says_of_what_it_is_where_others_follow() -> None:
    data = (table("held", "year,size\n2021,4\n2022,2\n2023,\n"),)
    for kind in ("area", "line"):
        found = chart(kind, x="year", y=("size",), data=data, table="held")
        assert plain(end_line(found, found.series[0])) == "2 (2022)"


def test_an_area_without_gaps_has_none_to_cover(theme: Theme) -> None:
    fills = {mark.fill for mark in apart.marks(display_list(samples.area(), theme, 453.5, None))}
    assert rgb("accent1", theme) in fills
    assert rgb(UNKNOWN, theme) not in fills


courses = st.lists(st.sampled_from((None, "3", "5")), min_size=1, max_size=12)


@given(courses, st.sampled_from(("areas", "bars", "columns", "lines", "ring", "stacks")))
def test_a_cover_draws_of_a_missing_value_neither_a_mark_nor_a_way_to_it(
    held: list[str | None], shape: str
) -> None:
    ratio = 1.5
    names = samples.runs(map(str, range(len(held))))
    plotted = samples.chart("line", "", "", categories=names, series=(samples.series("", held),))
    drawn = art(plotted, shape, ratio)
    if shape not in {"areas", "lines"} or len(held) == 1:
        assert len(drawn) == sum(value is not None for value in held)
        return
    step = ratio / (len(held) - 1)
    for at, value in enumerate(held):
        away = [abs(x - step * at) for mark in drawn for x, _ in mark.outline]
        assert value or all(each > step - 0.03 for each in away)
        assert value is None or min(away) < 0.03


signed = st.lists(st.integers(-9, 9).filter(bool), min_size=2, max_size=8)


@given(signed, st.sampled_from(("bars", "columns", "stacks")))
def test_a_cover_draws_what_is_below_nought_the_other_way(held: list[int], shape: str) -> None:
    names = samples.runs(map(str, range(len(held))))
    texts = [str(each) for each in held]
    plotted = samples.chart("column", "", "", categories=names, series=(samples.series("", texts),))
    drawn = art(plotted, shape, 1.0)
    side = 0 if shape == "bars" else 1
    ends = [sorted({place[side] for place in mark.outline}) for mark in drawn]
    noughts = [end[0 if each > 0 else -1] for each, end in zip(held, ends, strict=True)]
    long = [(end[-1] - end[0]) / abs(each) for each, end in zip(held, ends, strict=True)]
    # All stand on one line and reach as far as they count; outlines have five decimals.
    assert max(noughts) - min(noughts) < 3e-5
    assert max(long) - min(long) < 3e-5
