"""Where the boxes and arrows of a flow diagram stand, on paper and slide alike."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.charts.flows import ArrowWords, Gaps, arrange, arrow, straight
from builder.model.chart import ResolvedChart
from builder.theme.theme import Theme
from tests.charts import samples
from tests.charts.strategies import charts
from tests.shares import examples

GAPS = Gaps(5, 9)
heights = st.floats(4, 40)


@settings(max_examples=examples(60), deadline=None, derandomize=True, database=None)
@given(charts("flow"), heights, heights, heights)
def test_boxes_and_rows_stand_clear_of_each_other_and_hold_their_arrows(
    chart: ResolvedChart, above: float, below: float, name: float
) -> None:
    flows = chart.flows
    names = {end: name for flow in flows for end in (flow.left, flow.right)}
    placed = arrange(flows, [ArrowWords(above, below)] * len(flows), names, GAPS)
    assert [way.flow for way in placed.ways] == list(flows)
    for one, other in pairwise(placed.ways):
        assert one.y + below + GAPS.rows <= other.y - above + 1e-6
    for column in (placed.left, placed.right):
        for node in column:
            assert node.foot - node.top >= name - 1e-6
            assert 0 <= node.top <= node.foot <= placed.height + 1e-6
            assert list(node.sites) == sorted(node.sites)
            assert all(node.top < site < node.foot for site in node.sites)
        for upper, lower in pairwise(column):
            assert upper.foot + GAPS.boxes <= lower.top + 1e-6
    for way in placed.ways:
        assert placed.left[way.left.node].name == way.flow.left
        assert placed.left[way.left.node].sites[way.left.site] == way.y
        assert placed.right[way.right.node].name == way.flow.right
    assert not straight(flows) or not any(placed.turns(way) for way in placed.ways)


def test_arrows_turn_only_where_receivers_take_turns() -> None:
    one, two = samples.supply().flows, samples.exchange().flows
    names = dict.fromkeys((end for flow in (*one, *two) for end in (flow.left, flow.right)), 20.0)
    turning = [
        [placed.turns(way) for way in placed.ways]
        for placed in (
            arrange(flows, [ArrowWords(20, 20)] * 4, names, GAPS) for flows in (one, two)
        )
    ]
    assert turning == [[False] * 4, [False, True, True, False]]


def test_an_arrow_ends_in_a_head_that_points_where_it_leads() -> None:
    line, (tip, *corners) = arrow([(0, 0), (100, 0)], 2)
    assert tip == (100, 0)
    assert line[-1] == (90, 0)
    assert sorted(corners) == [(90, -4), (90, 4)]
    _, (tip, *corners) = arrow([(50, 80), (50, 20)], 2)
    assert tip == (50, 20)
    assert sorted(corners) == [(46, 30), (54, 30)]


def test_the_drawing_is_read_supplier_by_supplier(theme: Theme) -> None:
    from builder.charts import display_list

    said = [run.text for run in display_list(samples.supply(), theme, 453.5, None).printed]
    wanted = [
        "Borduria",
        "Wheels and axles",
        "at least four hundred",
        "Grand Fenwick",
        "Doors, windows and the glass for both of them",
        "Elbonia",
        "Power, by two cables",
        "number not stated",
        "Mineral water",
        "Syldavia",
    ]
    assert [text for text in said if text in wanted] == wanted
