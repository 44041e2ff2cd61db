"""Chains of flows: one scale for all, what comes to a stop goes on from it, at one height."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from builder.charts.chains import arranged, drawn_in_order
from builder.charts.registry import kind_of
from builder.model.chart import ResolvedChart
from builder.model.text import plain
from builder.outputs.pptx.plan.model import Area, GroupItem
from tests.charts import samples, strategies
from tests.outputs.pptx.making import briefing, chart_use, planned, slide
from tests.resolve.making import chart, table

TABLE = """from,to,amount
Coal,Power stations,40.4
Gas,Power stations,30
Gas,Homes,25
Power stations,Homes,70.5
"""


def made(**keys: object) -> ResolvedChart:
    held = {"table": "t", "x": "from", "series": "to", "y": ("amount",), **keys}
    return chart("chain", data=(table("t", TABLE),), **held)  # type: ignore[arg-type]


def test_stops_stand_one_stage_after_the_last_of_those_who_give_to_them() -> None:
    found = made()
    assert [(stop.name.text, stop.stage) for stop in found.stops] == [
        ("Coal", 0),
        ("Gas", 0),
        ("Power stations", 1),
        ("Homes", 2),
    ]
    assert [(link.giver, link.receiver) for link in found.links] == [(0, 2), (1, 2), (1, 3), (2, 3)]


def test_amounts_with_decimals_may_miss_each_other_by_their_rounding() -> None:
    found = made()
    assert [str(stop.total.value) for stop in found.stops] == ["40.4", "55", "70.5", "95.5"]
    assert [plain((stop.total.label,)) for stop in found.stops][2] == "70.5"


def test_a_highlighted_stop_keeps_what_leads_to_and_from_it_in_colour() -> None:
    found = made(highlight=("Coal",))
    assert [link.emphasised for link in found.links] == [True, False, False, False]
    assert [stop.emphasised for stop in found.stops] == [True, False, True, False]
    assert drawn_in_order(found)[-1] == 0


@given(strategies.chains())
def test_every_band_is_as_high_as_its_amount_and_bands_of_a_stop_adjoin(
    held: ResolvedChart,
) -> None:
    placed = arranged(held, 200.0, [11.0] * len(held.stops))
    if placed is None:
        return
    units = {
        round((end.foot - end.top) / float(link.amount.value or 1), 6)
        for link, ends in zip(held.links, placed.bands, strict=True)
        for end in ends
    }
    assert max(units) - min(units) < 1e-5
    for at, span in enumerate(placed.stops):
        assert span.top >= -0.01
        assert span.foot <= 200.01
        links = [*zip(held.links, placed.bands, strict=True)]
        out = [start for link, (start, _) in links if link.giver == at]
        into = [end for link, (_, end) in links if link.receiver == at]
        for ends in (out, into):
            ordered = sorted(ends)
            assert not ordered or ordered[0].top == pytest.approx(span.top, abs=0.01)
            assert all(
                one.foot == pytest.approx(other.top, abs=0.01) for one, other in pairwise(ordered)
            )


@given(strategies.chains())
def test_words_of_a_stage_never_meet(held: ResolvedChart) -> None:
    placed = arranged(held, 240.0, [24.0] * len(held.stops))
    if placed is None:
        return
    for stage in {stop.stage for stop in held.stops}:
        middles = sorted(
            placed.stops[at].middle for at, stop in enumerate(held.stops) if stop.stage == stage
        )
        assert all(other - one >= 23.99 for one, other in pairwise(middles))


def test_the_deck_has_a_shape_to_each_stop_and_band() -> None:
    sample = samples.chain()
    plan = planned(briefing(slide("One", chart_use("chain")), charts=(sample,)))
    (group,) = [item for item in plan.slides[1].items if isinstance(item, GroupItem)]
    shapes = {shape.name: shape for shape in group.shapes if isinstance(shape, Area)}
    names = [stop.name.text for stop in sample.stops]
    high = {name: shapes[name].box.height for name in names}
    unit = high["Coal"] / 40
    for stop in sample.stops:
        assert high[stop.name.text] == pytest.approx(float(stop.total.value or 0) * unit, abs=0.05)
    for link in sample.links:
        band = shapes[f"{names[link.giver]} – {names[link.receiver]}"]
        assert band.outline is not None
        assert band.box.left >= shapes[names[link.giver]].box.left


def test_it_is_a_diagram_that_powerpoint_has_no_chart_of() -> None:
    assert kind_of("chain").is_diagram
