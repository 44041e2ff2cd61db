"""The band of a timeline: years and the gaps between them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from builder.charts import display_list
from builder.model.chart import ResolvedChart
from builder.model.displaylist import Path
from builder.theme.theme import Theme
from tests.charts import samples
from tests.charts.boxes import box

LONG = samples.chart(
    "timeline",
    "From the first dam to the long pipe",
    "Dated events",
    events=(
        samples.event(1961, 9, 17, "The first dam is filled"),
        samples.event(2012, 0, 0, "The works are enlarged"),
        samples.event(2028, 4, 0, "The pipe is begun"),
    ),
)


@pytest.mark.parametrize("width", [453.5, 260.0])
@pytest.mark.parametrize("chart", [LONG, samples.timeline(), samples.three_events()])
def test_no_gap_of_the_band_cuts_through_the_name_of_a_year(
    chart: ResolvedChart, width: float, theme: Theme
) -> None:
    drawn = display_list(chart, theme, width, None)
    years = [box(text) for text in drawn.texts if re.fullmatch(r"\d{4}", text.text.strip())]
    assert years
    gaps = [
        tuple(float(number) for number in re.findall(r"-?[\d.]+", path.data))
        for path in drawn.operations
        if isinstance(path, Path) and path.stroke and path.stroke.colour == theme.colours.paper
    ]
    assert any(len(gap) == 4 for gap in gaps)
    for year in years:
        for gap in gaps:
            if len(gap) != 4 or not year.left < gap[0] < year.right:
                continue
            low, high = sorted((gap[1], gap[3]))
            assert high <= year.bottom + 1 or low >= year.top - 0.5, (year, gap)


@pytest.mark.parametrize("first", range(1976, 1984))
def test_names_of_years_do_not_meet_where_the_bands_end_pushes_one(
    first: int, theme: Theme
) -> None:
    events = (samples.event(first, 1, 1, "Dam"), samples.event(first + 44, 1, 1, "Pipe"))
    drawn = display_list(replace(LONG, events=events), theme, 260.0, None)
    years = sorted(box(t) for t in drawn.texts if re.fullmatch(r"\d{4}", t.text.strip()))
    ends = sorted((year.left, year.right) for year in years)
    assert len(ends) > 3
    assert all(right + 2 < left for (_, right), (left, _) in pairwise(ends))
