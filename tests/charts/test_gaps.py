"""Areas with missing values: hatched between the neighbours, never drawn as zero."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from builder import compare, project
from builder.charts import display_list, native_chart
from builder.charts.classes import UNKNOWN
from builder.charts.holes import holes, known_runs
from builder.charts.native import rgb
from builder.theme.theme import Theme
from tests.charts import apart, samples

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
            assert end <= left + 1.1 or begin >= right - 1.1


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
    (gap,) = cover.shapes
    assert "pattFill" in gap._element.xml
    assert gap.width > chart.width / 3
    said = "".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)
    assert "Hatched: data are missing" in said


def test_an_area_without_gaps_has_none_to_cover(theme: Theme) -> None:
    fills = {mark.fill for mark in apart.marks(display_list(samples.area(), theme, 453.5, None))}
    assert rgb("accent1", theme) in fills
    assert rgb(UNKNOWN, theme) not in fills
