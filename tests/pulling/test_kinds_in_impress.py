"""Every kind of chart that PowerPoint draws, edited in LibreOffice: it redraws, and its values come
back.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

from builder.charts.registry import CHARTS
from builder.outputs.pptx.plan.model import ChartItem
from builder.pulling import Pulled, compared
from tests.pulling.conftest import Case, _case
from tests.pulling.impress import drawn, edited
from tests.rendering.redraw import marks

pytestmark = [pytest.mark.rendering, pytest.mark.longer]

UP, ALONG = "values-y", "values-x"


class Edit(NamedTuple):
    """A chart, the cell set in it (which of its kinds, series and places; what it says), to what,
    and what that changes in a table: a cell and its value, or a refusal.
    """

    chart: str
    kind: int
    series: int
    place: int
    role: str
    value: float
    becomes: str


EDITS = {
    "kinds": (
        Edit("answers", 0, 1, 1, UP, 38, "answers!2/agree: 38"),
        Edit("cargo_shares", 0, 0, 2, UP, 222, "ports!3/timber: 222"),
        Edit("balance", 0, 0, 1, UP, 7, "changes!2/inwards: 7"),
        Edit("calls_and_loads", 0, 0, 7, UP, 601, "calls!8/calls: 601"),
        Edit("occupancy", 1, 0, 1, UP, 66, "ferries!2/load: 66"),
        Edit("waits", 0, 0, 1, ALONG, 34.5, "waits!3/wait: 34.5"),
        Edit("scores", 0, 0, 1, ALONG, 7.5, "scores!2/young: 7.5"),
        Edit("spells", 0, 0, 1, ALONG, 2.4, "spells!2/low: 2.4"),
        Edit("then_and_now", 0, 1, 1, ALONG, 23, "minutes!2/after: 23"),
        Edit("ranks", 0, 1, 1, UP, 42.7, "ranks!2/odesa: 42.7"),
        Edit("sides", 0, 0, 0, UP, 14.5, "sides!1/bicycle: 14.5"),
        Edit("growth", 0, 0, 4, UP, 98000, "growth!5/containers: 98000"),
        Edit("sizes", 0, 0, 1, UP, 8300, "sizes!2/quay: 8300"),
        Edit("ports_apart, panel 2", 0, 0, 1, UP, 29, "fleet!7/freight: 29"),
        Edit("answers_apart, panel 3", 0, 0, 2, UP, 61, "ways!3/old: 61"),
        Edit("measures_apart", 0, 0, 2, UP, 612, "calls!3/calls: 612"),
        Edit("ages", 0, 0, 0, UP, -4.6, "ages!1/men: 4.6"),
        Edit("visits", 0, 1, 0, UP, 38, "reasons!1/second: 38"),
    ),
    "cells": (
        Edit("incomes", 0, 0, 2, UP, 31, "“31” stands where the chart computes “13”"),
        Edit("spread", 0, 0, 1, ALONG, 900, "“900” stands where the chart computes “814”"),
    ),
    "strangers/transport-scolaire": (
        Edit("surcout", 0, 2, 1, UP, 2.1, "surcout!2/Millions: 2.1"),
        Edit("distance_cout", 0, 1, 0, UP, 1090, "secteurs!2/Coût par élève (€): 1090"),
        Edit("k_stacked", 0, 2, 1, UP, 1600, "modes!2/Train: 1600"),
        Edit("k_area", 0, 0, 8, UP, 19.5, "annees!9/Coût total (M€): 19.5"),
        Edit("k_grouped", 0, 1, 0, UP, 9.9, "financement_l!1/2024: 9.9"),
        Edit("k_bar", 0, 0, 1, UP, 3110, "secteurs!6/Élèves: 3110"),
    ),
    "pulled": (Edit("shares", 0, 0, 0, UP, 64, "share_north: 64"),),
    "strangers/druzhyny": (Edit("dobrovoltsi", 0, 0, 1, UP, 853, "roky!2/добровольці: 853"),),
}

LAID_OVER = {"spells", "spread"}
"""Charts whose bars are shapes over the points of a scatter chart: `compare` and `pull` tell of a
point that was changed, but the bar stays where it is.
"""


@dataclass(frozen=True)
class Edited:
    """What is pulled from an edited deck, from one that was saved alone, and both as drawn."""

    pulled: Pulled
    untouched: Pulled
    before: Path
    after: Path
    slides: dict[str, int]


@pytest.fixture(scope="module", params=EDITS)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Edited:
    folder = tmp_path_factory.mktemp("edited")
    made: Case = _case(request.param, folder)
    slides = {
        item.name: slide.number
        for slide in made.plans.deck.slides
        for item in slide.items
        if isinstance(item, ChartItem)
    }
    calls = [drawn(folder / "before.pdf")]
    for edit in EDITS[request.param]:
        name = f"Chart {edit.chart}"
        cell = f"{edit.kind}, {edit.series}, {edit.place}"
        calls.append(f'CellOf({slides[name]}, "{name}", {cell}, "{edit.role}", {edit.value})')
    saved = edited(
        made.deck, {"alone": [], "edited": [*calls, drawn(folder / "after.pdf")]}, folder
    )
    pulled, untouched = (
        compared(saved[name], made.plans, made.content, ()) for name in ("edited", "alone")
    )
    return Edited(pulled, untouched, folder / "before.pdf", folder / "after.pdf", slides)


def test_every_edited_value_comes_back_and_no_other(
    case: Edited, request: pytest.FixtureRequest
) -> None:
    edits = EDITS[request.node.callspec.params["case"]]
    found = {f"{each.target}: {each.value}" for each in case.pulled.changes}
    found |= {refusal.found for refusal in case.pulled.refusals}
    assert found == {edit.becomes for edit in edits}


def test_a_deck_that_was_saved_alone_brings_nothing_back(case: Edited) -> None:
    assert (case.untouched.changes, case.untouched.refusals) == ((), ())


def test_every_edited_chart_is_drawn_anew(case: Edited, request: pytest.FixtureRequest) -> None:
    for edit in EDITS[request.node.callspec.params["case"]]:
        slide = case.slides[f"Chart {edit.chart}"]
        before, after = marks(case.before, slide), marks(case.after, slide)
        assert len(before) == len(after), edit.chart
        assert (before != after) == (edit.chart not in LAID_OVER), edit.chart


def test_no_kind_is_left_out() -> None:
    charts = {name: kind for case in EDITS for name, kind in _kinds(case)}
    edited_here = {charts[edit.chart.split(",")[0]] for held in EDITS.values() for edit in held}
    assert edited_here == set(CHARTS)


def _kinds(case: str) -> list[tuple[str, str]]:
    """Return each chart of a case and its kind."""
    from builder.content import read_content
    from builder.problems import Problems
    from tests.pulling.conftest import CASES

    content = read_content(CASES / case, Problems())
    assert content is not None
    return [(name, spec.kind) for name, spec in content.charts.items()]
