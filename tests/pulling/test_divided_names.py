"""Names that slides divide at their signs: set in a size of the house, and no other names."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest
from pptx import Presentation

from builder.charts import native_chart
from builder.content import read_theme
from builder.outputs.pptx.plan.names import with_openings
from builder.problems import NOWHERE, Problems
from builder.pulling import Pulled
from builder.text.opportunities import OPENING
from tests.charts import samples
from tests.pulling.conftest import CASES, Case, Desk, _case, _desk

HIDDEN = 100  # of what an axis prints in no colour
NAME = "strangers/names-with-signs-on-slides"


@pytest.fixture(scope="module")
def signs(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return _case(NAME, tmp_path_factory.mktemp("signs"))


@pytest.fixture
def desk(signs: Case, tmp_path: Path) -> Desk:
    return _desk(NAME, signs, tmp_path)


def test_names_with_signs_are_divided_rather_than_set_too_small(signs: Case) -> None:
    shapes = [shape for slide in Presentation(str(signs.deck)).slides for shape in slide.shapes]
    charts = [shape.chart for shape in shapes if shape.has_chart]
    assert len(charts) == 4
    for chart in charts:
        sizes = {int(size) for size in re.findall(r'sz="(\d+)"', chart._chartSpace.xml)}
        assert min(sizes - {HIDDEN}) >= 1200


def test_a_divided_name_is_the_name_of_the_table(signs: Case) -> None:
    held = {
        name
        for file in ("ways", "steps")
        for name, _ in csv.reader((CASES / NAME / "data" / f"{file}.csv").open())
    }
    found = [
        category
        for slide in Presentation(str(signs.deck)).slides
        for shape in slide.shapes
        if shape.has_chart
        for category in map(str, shape.chart.plots[0].categories)
        if OPENING in category
    ]
    assert len(found) > 4
    assert {name.replace(OPENING, "") for name in found} <= held


def test_an_untouched_deck_of_divided_names_has_no_changes(desk: Desk) -> None:
    assert desk.compare(desk.open()) == Pulled()


def test_a_value_beside_a_divided_name_is_taken_back(desk: Desk) -> None:
    pulled = desk.compare(desk.open().set("columns", {"B3": 6}))
    assert not pulled.refusals
    assert [change.value for change in pulled.changes] == [Decimal(6)]


@pytest.mark.parametrize(
    "name", ["km/h", "A/B", "24/7", "E-Mail", "Loire Atlantique", "3-4-5", "U.S."]
)
def test_short_names_and_numbers_are_not_divided(name: str) -> None:
    read = read_theme("paperdeck", Path(), Problems(), NOWHERE)
    column = samples.chart(
        "column", "", "", categories=samples.runs((name,)), series=(samples.series("", ("3",)),)
    )
    assert read is not None
    native = native_chart(column, read)
    assert native is not None
    assert with_openings(native) is native
