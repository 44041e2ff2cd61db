"""Marks of charts are measured in the finished paper: one that is longer than its value, or stands,
turns or is coloured otherwise, is told, whatever seal the file carries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from builder.charts import display_list
from builder.charts.registry import KINDS, CrowdedError, kind_of
from builder.model import blocks
from builder.model.chart import ResolvedChart
from builder.model.gauge import Gauge, Gauged, numbered
from builder.outputs.pdf import plan_paper, set_paper, write_paper
from builder.verify import Finding, Reading, read
from builder.verify.gauged import mismeasured
from builder.verify.trust import Examined, examine
from tests.charts import samples, strategies
from tests.outputs.pdf import making
from tests.verify.gauging import Forgery, code_of, forged

CHARTS = {name: replace(made(), id=name) for name, made in samples.ALL.items()}
UNMEASURED = {"flow", "figure"}
"""Kinds in which nothing is as large as a value, or a package alone knows what is."""

MEASURED = tuple(name for name, chart in CHARTS.items() if chart.kind not in UNMEASURED)
SOME = ("share", "short_bar", "scatter", "line", "chain", "gantt", "heat_map")
WIDE = 440.0
"""Points, about a page's text."""


class Papers(NamedTuple):
    """A paper with these charts, as made, and read."""

    names: Sequence[str]
    made: Path
    reading: Reading


@pytest.fixture(
    scope="module", params=[SOME, pytest.param(MEASURED, marks=pytest.mark.longer)], ids=len
)
def papers(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, one_cache: Path
) -> Papers:
    uses = [blocks.ChartUse(name, making.HERE) for name in request.param]
    charts = [CHARTS[name] for name in request.param]
    whole = making.briefing(making.section("charts", "Charts", *uses), charts=charts, slug="charts")
    theme = making.house_theme()
    file = tmp_path_factory.mktemp("gauged") / "charts.pdf"
    write_paper(set_paper(plan_paper(whole, theme, {}), theme, one_cache), file)
    return Papers(request.param, file, read(file))


def charts_of(reading: Reading) -> dict[str, Gauged]:
    assert reading.carried is not None
    return {chart.within.removeprefix("chart:"): chart for chart in reading.carried.gauged}


def forgeries(reading: Reading, at: int) -> Iterator[tuple[str, Forgery]]:
    """Yield a change of each chart: of a mark of the first gauge, or of the last, that has more
    marks than two, between which any third would fit.
    """
    for name, chart in charts_of(reading).items():
        gauge = [each for each in chart.gauges if len(each.marks) > 2 or each is chart.gauges[0]][
            at
        ]
        marks = [mark for mark in gauge.marks if mark.numbers]
        yield name, Forgery(chart, gauge.along, marks[len(marks) // 2])


def told(held: Examined) -> dict[str, list[Finding]]:
    """Return what is told of charts, by their names: the samples' figures are no briefing's."""
    found: dict[str, list[Finding]] = {}
    for finding in held.changed:
        if finding.within:
            found.setdefault(finding.within.removeprefix("chart:"), []).append(finding)
    return found


def test_a_paper_as_it_was_made_is_accused_of_nothing(papers: Papers) -> None:
    assert papers.reading.problems == ()
    assert told(examine(papers.made)) == {}


def test_every_mark_that_has_a_length_is_drawn_and_measured(papers: Papers) -> None:
    held = charts_of(papers.reading)
    assert held.keys() == set(papers.names)
    for chart in held.values():
        for gauge in chart.gauges:
            assert all(mark.numbers or not any(mark.values) for mark in gauge.marks)


def test_every_kind_of_ours_but_flows_says_what_its_marks_measure() -> None:
    silent = {chart.kind for chart in CHARTS.values() if not gauges_of(chart)}
    assert silent == UNMEASURED
    assert {chart.kind for chart in CHARTS.values()} == set(KINDS)


def gauges_of(chart: ResolvedChart) -> list[Gauge]:
    return [gauge for gauge in kind_of(chart.kind).gauges(chart) if gauge.marks]


@pytest.mark.parametrize("at", [0, -1], ids=["first gauge", "last gauge"])
def test_a_mark_drawn_otherwise_is_told_with_its_chart_and_what_it_should_be(
    at: int, papers: Papers
) -> None:
    changes = dict(forgeries(papers.reading, at))
    file = papers.made.with_name(f"changed {at}.pdf")
    file.write_bytes(forged(papers.made.read_bytes(), changes.values()))
    held = examine(file)
    assert held.reading.untouched  # as far as its own digests tell
    found = told(held)
    assert found.keys() == changes.keys()
    for name, forgery in changes.items():
        assert {finding.page for finding in found[name]} == {forgery.chart.page}
        assert all(finding.found and finding.expected for finding in found[name])
        # Others are not drawn into it, but where one now stands where another should.
        assert len(found[name]) <= 2
        assert any(forgery.mark.name in each.found + each.expected for each in found[name])


@pytest.mark.longer
@settings(
    max_examples=150,
    # How many charts in a row find no room for their labels is chance.
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(st.sampled_from(KINDS).flatmap(strategies.charts))
def test_no_chart_as_it_is_drawn_is_accused(chart: ResolvedChart) -> None:
    try:
        drawn = display_list(chart, making.house_theme(), WIDE, None)
    except CrowdedError:
        assume(False)
    gauges = numbered(kind_of(chart.kind).gauges(chart), drawn.operations)
    held = Gauged(1, 0, f"chart:{chart.id}", gauges)
    assert list(mismeasured([held], {(1, 0): code_of(drawn)})) == []
