"""Which annotations rows of marks, wings and counts refuse, and what is advised."""

from __future__ import annotations

import pytest

from builder.charts.registry import KINDS, kind_of
from builder.model.annotation import AnnotationSpec
from builder.model.text import plain
from tests.resolve.making import chart, chart_spec, complaints, content, figure, place, table, words

PORTS = "port,before,after\nKiel,12,25\nRiga,31,39\n"
ARROW = AnnotationSpec(
    "difference", ("absolute",), start="Kiel", end="Riga", series="after", place=place()
)
AMOUNTS = (
    "dot_plot", "range", "dumbbell", "butterfly", "stacked_bar", "percent_bar", "histogram", "box",
)  # fmt: skip


def test_an_arrow_between_rows_of_several_marks_is_refused() -> None:
    spec = chart_spec(
        "dot_plot", title=words("The finding"), source=("survey",), table="held", x="port",
        y=("before", "after"), annotations=(ARROW,),
    )  # fmt: skip
    assert complaints(content(charts=(spec,), data=(table("held", PORTS),))) == [
        'figures.yaml:1:1: error: chart "one": difference: an arrow leads from row to row, each of '
        "which has one mark\n"
        "  draw one series, or the chart as grouped columns or a line"
    ]


def test_a_line_beyond_the_bins_of_a_histogram_is_refused() -> None:
    far = AnnotationSpec("reference", ("far",), place=place())
    spec = chart_spec(
        "histogram", title=words("The finding"), source=("survey",), table="held", y=("wait",),
        bins=("0", "10", "20"), unit="t", annotations=(far,),
    )  # fmt: skip
    held = table("held", "ship,wait\nA,3\nB,7\nC,12\nD,19\n")
    found = complaints(content(figure("far", "90", "t"), charts=(spec,), data=(held,)))
    assert found == [
        'charts.yaml:1:1: error: chart "one": its bins, from 0 to 20, leave out 90, which an '
        "annotation names\n"
        "  state by `bins` all their bounds, as far as it lies, or say it in the note"
    ]


def test_a_line_of_a_butterfly_stands_on_the_side_of_its_series_or_on_both() -> None:
    mean = AnnotationSpec("reference", ("mean",), series="after", place=place())
    plan = AnnotationSpec("reference", ("plan",), place=place())
    own = AnnotationSpec("reference", ("plan",), series="before", place=place())
    keys = {"table": "held", "x": "port", "y": ("before", "after"), "data": (table("held", PORTS),)}
    found = chart("butterfly", figure("plan", "30"), annotations=(mean, plan, own), **keys)
    assert [str(level.value) for level in found.annotations.levels] == ["32", "-30", "30", "-30"]


@pytest.mark.parametrize("kind", AMOUNTS)
def test_what_has_an_axis_of_amounts_takes_lines_and_bands(kind: str) -> None:
    assert {"reference", "band"} <= set(kind_of(kind).annotates)


def test_every_kind_that_compares_marks_has_lines_to_compare_with() -> None:
    taking = {kind for kind in KINDS if kind_of(kind).annotates}
    assert taking == {kind for kind in KINDS if "reference" in kind_of(kind).annotates}


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [("10", "minutes", "Limit 10 minutes"), ("10", "hours of work by night", "Limit 10")],
)
def test_a_line_says_the_unit_of_its_value_where_that_stays_in_one_row(
    value: str, unit: str, said: str
) -> None:
    limit = AnnotationSpec("reference", ("limit",), says=words("Limit"), place=place())
    keys = {"table": "held", "x": "port", "y": ("after",), "data": (table("held", PORTS),)}
    found = chart("bar", figure("limit", value, unit), unit=unit, annotations=(limit,), **keys)
    (level,) = found.annotations.levels
    assert plain(level.says).replace("\u00a0", " ") == said
