"""Properties of every layout: words never meet, never leave the sheet, and are never cut off."""

from __future__ import annotations

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from builder.charts import display_list
from builder.charts.registry import KINDS, CrowdedError
from builder.model.chart import ResolvedChart
from builder.theme.theme import Theme
from tests.charts import samples
from tests.charts.boxes import outside, overlaps
from tests.charts.strategies import charts
from tests.shares import examples, share

WIDTHS = (453.5, 260.0)
EACH = 24
"""Random charts of each kind: more than 500 of all, a dozen or two of them in `make test`."""


@pytest.mark.parametrize("kind", share(KINDS, 8))
def test_no_words_of_a_chart_overlap_or_leave_the_sheet(kind: str, theme: Theme) -> None:
    @settings(max_examples=examples(EACH), deadline=None, derandomize=True, database=None)
    @given(charts(kind), st.sampled_from(WIDTHS))
    def holds(chart: ResolvedChart, width: float) -> None:
        try:
            drawn = display_list(chart, theme, width, None)
        except CrowdedError:  # what has no room is refused by name
            reject()
        assert overlaps(drawn) == []
        assert outside(drawn) == []

    holds()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", share(samples.ALL, 6))
def test_every_sample_prints_its_words_apart_and_whole(
    name: str, width: float, theme: Theme
) -> None:
    drawn = display_list(samples.ALL[name](), theme, width, None)
    assert overlaps(drawn) == []
    assert outside(drawn) == []
    said = "".join(text.text for text in drawn.texts).replace(" ", "")
    for run in drawn.printed:
        assert run.text.replace(" ", "") in said


@pytest.mark.parametrize(
    "name", share(["bar", "column", "stacked", "doughnut", "timeline", "bubble"], 3)
)
def test_the_height_follows_from_the_content(name: str, theme: Theme) -> None:
    drawn = display_list(samples.ALL[name](), theme, 453.5, None)
    lowest = min(text.y for text in drawn.texts)
    assert drawn.width == 453.5
    assert 2 < lowest < 6  # the source line stands at the foot, whatever the kind


def test_a_long_finding_is_wrapped_and_moves_all_below_it_down(theme: Theme) -> None:
    wide = display_list(samples.short_bar(), theme, 453.5, None)
    narrow = display_list(samples.short_bar(), theme, 260, None)
    assert wide.texts[0].text == samples.short_bar().title[0].text
    assert [text.text for text in narrow.texts[:2]] == [
        "The city buys vans before it buys",
        "lorries, and hardly any buses at all",
    ]
    assert narrow.height > wide.height + 10
