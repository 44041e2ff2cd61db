"""Chains of flows: one scale for all, what comes to a stop goes on from it, at one height."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.charts import display_list
from builder.charts.chains import BANDS, arranged, band_slots, drawn_in_order, stages, unsaid
from builder.charts.native import rgb
from builder.charts.registry import CrowdedError, kind_of
from builder.frozen import replace
from builder.model.chart import ResolvedChart
from builder.model.displaylist import Path
from builder.model.text import plain
from builder.outputs.pptx.layouts.chain import chain as drawn_chain
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import FilledForm, GroupItem
from builder.theme.theme import Theme
from builder.units import Box
from tests.charts import samples, strategies
from tests.charts.boxes import crossed
from tests.outputs.pptx.making import briefing, chart_use, planned, slide, theme
from tests.resolve.making import chart, table

RULER = Ruler(theme().deck)
TABLE = """from,to,amount
Coal,Power stations,40.4
Gas,Power stations,30
Gas,Homes,25
Power stations,Homes,70.5
"""


def made(**keys: object) -> ResolvedChart:
    tables = {"data": (table("t", TABLE),)}
    held = {"table": "t", "x": "from", "series": "to", "y": ("amount",), **tables, **keys}
    return chart("chain", **held)  # type: ignore[arg-type]


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
        for link, way in zip(held.links, placed.bands, strict=True)
        for end in way
    }
    assert max(units) - min(units) < 1e-5
    for at, span in enumerate(placed.stops):
        assert span.top >= -0.01
        assert span.foot <= 200.01
        links = [*zip(held.links, placed.bands, strict=True)]
        out = [way[0] for link, way in links if link.giver == at]
        into = [way[-1] for link, way in links if link.receiver == at]
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


@given(strategies.chains(), st.floats(60.0, 300.0))
def test_a_band_has_a_lane_in_each_stage_that_it_passes(held: ResolvedChart, height: float) -> None:
    placed = arranged(held, height, [11.0] * len(held.stops))
    if placed is None:
        return
    marks = [(stop.stage, span) for stop, span in zip(held.stops, placed.stops, strict=True)]
    for link, way in zip(held.links, placed.bands, strict=True):
        first = held.stops[link.giver].stage
        assert len(way) == held.stops[link.receiver].stage - first + 1
        marks += enumerate(way[1:-1], first + 1)
    for stage in range(stages(held)):
        spans = sorted(span for at, span in marks if at == stage)
        assert all(one.foot < other.top for one, other in pairwise(spans))


def heights(points: Sequence[tuple[float, float]], x: float) -> list[float]:
    """Return at which heights a polygon's edges are at a place across."""
    found = []
    for (a, top), (b, foot) in pairwise([*points, points[0]]):
        if min(a, b) <= x <= max(a, b) and a != b:
            found.append(top + (foot - top) * (x - a) / (b - a))
    return found


def form(area: FilledForm) -> list[tuple[float, float]]:
    """Return places along the edges of a shape of its own form."""
    assert area.outline is not None
    box, found = area.box, [(0.0, 0.0)]
    for command, places in area.outline.steps():
        if command == "C":
            before = found[-1]
            for t in (each / 20 for each in range(1, 21)):
                parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
                corners = (before, *places)
                curve = [sum(p * c[i] for p, c in zip(parts, corners, strict=True)) for i in (0, 1)]
                found.append((curve[0], curve[1]))
        else:
            found += places
    return [(box.left + x * box.width, box.top + y * box.height) for x, y in found[1:]]


@given(strategies.chains())
def test_no_band_lies_over_a_stop_that_is_not_its_end_in_the_deck(held: ResolvedChart) -> None:
    try:
        (group,) = drawn_chain(held, Box(40, 100, 640, 300), (10.0,), RULER)
    except CrowdedError:
        return
    areas = [shape for shape in group.shapes if isinstance(shape, FilledForm)]
    bands = [area for area in areas if area.outline is not None]
    stops = areas[len(bands) : len(bands) + len(held.stops)]
    for number, band in zip(drawn_in_order(held), bands, strict=True):
        link, edge = held.links[number], form(band)
        for at, stop in enumerate(stops):
            if at in (link.giver, link.receiver):
                continue
            for part in (0.02, 0.3, 0.5, 0.7, 0.98):
                if crossed := heights(edge, stop.box.left + part * stop.box.width):
                    above = max(crossed) <= stop.box.top + 0.1
                    assert above or min(crossed) >= stop.box.top + stop.box.height - 0.1


def test_no_band_lies_over_a_stop_that_is_not_its_end_in_the_paper(theme: Theme) -> None:
    links = [samples.link(0, 1, "4"), samples.link(1, 2, "4"), samples.link(0, 2, "10")]
    held = samples.chained("All", (("A", 0), ("B", 1), ("C", 2)), links)
    paths = display_list(held, theme, 453.5, None).operations
    bands = [
        e for e in paths if isinstance(e, Path) and e.fill in {rgb(each, theme) for each in BANDS}
    ]
    marks = [e for e in paths if isinstance(e, Path) and e.fill == rgb("accent1", theme)][-3:]
    assert len(bands) == 3
    stop, around = corners(marks[1]), corners(bands[2])
    inside = 0.7 * min(stop)[0] + 0.3 * max(stop)[0]
    crossed, stands = heights(around, inside), [y for _, y in stop]
    assert len(crossed) == 2
    assert max(crossed) <= min(stands) + 0.1 or min(crossed) >= max(stands) - 0.1


def corners(path: Path) -> list[tuple[float, float]]:
    """Return the corners of a polygon."""
    numbers = [float(part) for part in path.data.split() if not part.isalpha()]
    return [*zip(numbers[::2], numbers[1::2], strict=True)]


def test_a_stop_is_as_high_as_the_greater_of_what_comes_and_goes() -> None:
    came = "from,to,amount\nA,M,30.1\nB,M,10.1\nM,C,40.1\n"
    found = made(data=(table("t", came),))
    assert str(found.stops[2].total.value) == "40.2"


def test_the_deck_has_a_shape_to_each_stop_and_band() -> None:
    sample = samples.chain()
    plan = planned(briefing(slide("One", chart_use("chain")), charts=(sample,)))
    (group,) = [item for item in plan.slides[1].items if isinstance(item, GroupItem)]
    shapes = {shape.name: shape for shape in group.shapes if isinstance(shape, FilledForm)}
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


PATHS = """from,to,amount
Secondary school,Training in a firm,980
Secondary school,Further years at a school,640
Grammar school,Training in a firm,390
Grammar school,Further years at a school,1120
Training in a firm,Certificate in hand,880
Training in a firm,Contract given up,490
"""


THIN = """from,to,amount
Fruit,Juice,97
Fruit,Brandy,3
Juice,Shops,97
Brandy,Shops,3
"""


WASTE = """from,to,amount
Houses,Mixed stream,7300
Flats,Mixed stream,5640
Houses,Collected separately,1120
Flats,Collected separately,1840
Mixed stream,Landfill,12940
Collected separately,Recycling,2240
Collected separately,Composting,560
Collected separately,Landfill,160
"""


def test_a_name_between_two_stages_is_as_wide_as_its_words_and_hides_no_band() -> None:
    """In two lines it would be higher than the band that it stands on."""
    held = made(data=(table("t", WASTE),))
    (group,) = drawn_chain(held, Box(40, 100, 850, 290), (16.0, 14.0), RULER)
    named = [
        shape
        for shape in group.shapes
        if isinstance(shape, FilledForm) and shape.name.startswith("Name ")
    ]
    assert {shape.colour for shape in named} == {""}
    for shape in named:
        (said,) = shape.paragraphs
        if "separately" in plain(said.runs):
            assert RULER.lines(said, shape.box.width) == 1


def test_names_are_small_and_of_few_lines_in_the_deck_and_hide_bands_only_at_their_edges() -> None:
    held = made(data=(table("t", PATHS),))
    (group,) = drawn_chain(
        held, Box(40, 100, 880, 330), (28.0, 20.0, 16.0, 14.0, 12.0, 10.0), RULER
    )
    forms = [shape for shape in group.shapes if isinstance(shape, FilledForm)]
    named = [shape for shape in forms if shape.name.startswith("Name ")]
    assert len(named) == len(held.stops)
    assert not any(shape.outline for shape in named)
    grounds = [plain(shape.paragraphs[0].runs) for shape in named if shape.colour == "paper"]
    assert grounds == ["Training in a firm 1,370"]
    assert {shape.colour for shape in named} == {"", "paper"}
    for shape in named:
        (said,) = shape.paragraphs
        assert said.style.size <= 16
        assert RULER.lines(said, shape.box.width) <= 2


def test_over_bands_stand_stops_and_words_and_a_ground_only_where_an_edge_runs_through_them(
    theme: Theme,
) -> None:
    held = made(data=(table("t", PATHS),))
    drawn = display_list(held, theme, 453.5, None)
    shown = drawn.operations
    fills = [each.fill if isinstance(each, Path) else None for each in shown]
    tints = {rgb(each, theme) for each in BANDS}
    last = max(at for at, fill in enumerate(fills) if fill in tints)
    over = [(at, fill) for at, fill in enumerate(fills) if at > last and fill]
    paper = theme.colours.paper
    assert [fill for _, fill in over if fill != paper] == [rgb("accent1", theme)] * len(held.stops)
    assert crossed(drawn) == []
    assert not [fill for _, fill in over if fill == paper]
    thin = display_list(made(data=(table("t", THIN),)), theme, 453.5, None)
    assert crossed(thin) == []
    bare = tuple(
        each for each in thin.operations if not (isinstance(each, Path) and each.fill == paper)
    )
    assert {text for text, _ in crossed(replace(thin, operations=bare))} == {"Brandy 3"}


def test_amounts_stand_within_their_bands_where_no_name_of_a_stop_says_them(theme: Theme) -> None:
    held = made(data=(table("t", PATHS),))
    drawn = display_list(held, theme, 453.5, None)
    tints = {rgb(each, theme) for each in BANDS}
    order = drawn_in_order(held)
    bands = dict(
        zip(order, (e for e in drawn.operations if getattr(e, "fill", "") in tints), strict=True)
    )
    said = {each.text: each for each in drawn.texts}
    for at in unsaid(held):
        word = said.get(held.links[at].amount.label.text)
        if word is not None:
            at_word = [y for x, y in corners(bands[at]) if abs(x - word.x) < 12]
            assert min(at_word) - 0.5 <= word.y <= word.y + 0.6 * word.size <= max(at_word) + 0.5
    alone = [each.amount.label.text for at, each in enumerate(held.links) if at not in unsaid(held)]
    assert not [text for text in alone if text in said]
    assert len([at for at in unsaid(held) if held.links[at].amount.label.text in said]) >= 4


def test_neighbours_of_a_stage_give_in_different_tints() -> None:
    held = made(data=(table("t", PATHS),))
    placed = arranged(held, 200, [20.0] * len(held.stops))
    assert placed is not None
    found = {
        link.giver: slot for link, slot in zip(held.links, band_slots(held, placed), strict=True)
    }
    for stage in range(stages(held)):
        givers = [at for at in found if held.stops[at].stage == stage]
        givers.sort(key=lambda at: placed.stops[at].top)
        assert all(found[one] != found[other] for one, other in pairwise(givers))
