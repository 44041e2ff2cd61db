"""Random charts with a line, a band and an arrow: on pages no word meets another, or leaves."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, reject, settings
from hypothesis import strategies as st

from builder.charts import display_list
from builder.charts.registry import CrowdedError
from builder.model.chart import ResolvedChart
from builder.theme.theme import Theme
from tests.charts.arguing import ARGUING, arguing
from tests.charts.boxes import outside, overlaps
from tests.shares import examples, share

WIDTHS = (453.5, 260.0)
EACH = 24


@pytest.mark.parametrize("kind", share(ARGUING, 6))
def test_no_words_of_a_chart_that_argues_overlap_or_leave_the_sheet(
    kind: str, theme: Theme
) -> None:
    @settings(
        max_examples=examples(EACH),
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    @given(arguing(kind), st.sampled_from(WIDTHS))
    def holds(chart: ResolvedChart, width: float) -> None:
        try:
            drawn = display_list(chart, theme, width, None)
        except CrowdedError:
            reject()
        assert overlaps(drawn) == []
        assert outside(drawn) == []

    holds()
