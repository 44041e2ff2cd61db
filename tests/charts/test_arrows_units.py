"""Arrows say what they count, whatever the values beside them say of themselves."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from builder.model.annotation import AnnotationSpec
from builder.model.text import plain
from tests.resolve.making import chart, figure, place, table

CASES: list[list[str]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "arrows-own-unit.toml").read_text("utf-8")
)["cases"]
HELD = table("held", "year,cost\n2024,40\n2025,52\n")


@pytest.mark.parametrize(("unit", "form", "measure", "says"), CASES)
@pytest.mark.parametrize("named", [False, True])
def test_an_arrow_says_its_own_unit(
    unit: str, form: str, measure: str, says: str, named: bool
) -> None:
    theirs = {"percent": "%", "times": "×"}.get(measure, unit)
    theirs = "percentage points" if (unit, measure) == ("%", "absolute") else theirs
    value = {"percent": "30", "times": "1.3"}.get(measure, "12")
    arrow = AnnotationSpec(
        "difference", (measure,), start="2024", end="2025", figure="f" if named else "",
        place=place(),
    )  # fmt: skip
    found = chart(
        "column", figure("f", value, theirs), table="held", x="year", y=("cost",), unit=unit,
        number_format=form, annotations=(arrow,), data=(HELD,),
    )  # fmt: skip
    (said,) = found.annotations.differences
    printed = plain(said.says).replace("\N{NO-BREAK SPACE}", " ")
    assert printed.removeprefix("+") == says.removeprefix("+")
    assert named or printed == says
