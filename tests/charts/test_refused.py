"""What a kind of chart cannot show is refused, with advice: `cases/kinds-refused.toml`."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from builder.model.chart import AxisSpec
from tests.resolve.making import chart_spec, complaints, content, table, words

CASES: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "kinds-refused.toml").read_text("utf-8")
)


@pytest.mark.parametrize("name", CASES)
def test_what_a_kind_cannot_show_is_refused_with_advice(name: str) -> None:
    case = CASES[name]
    keys = {key: tuple(v) if isinstance(v, list) else v for key, v in case["chart"].items()}
    for axis in {"axis", "x_axis"} & keys.keys():
        keys[axis] = AxisSpec(**{k: v if v is True else Decimal(v) for k, v in keys[axis].items()})
    if "labels" in keys:
        keys["labels"] = tuple((key, words(said)) for key, said in keys["labels"].items())
    keys |= {"title": words("The finding"), "table": "held", "source": ("survey",)}
    spec = chart_spec(keys.pop("kind"), **keys)
    found = complaints(
        content(
            charts=(spec,),
            data=(table("held", case["data"]),),
            language=case.get("language", "en-GB"),
        )
    )
    level = case.get("level", "error")
    place = case.get("at", "charts.yaml:1:1")
    said = f"{place}: {level}: {case['found']}\n  {case['advice']}"
    assert [each for each in found if f": {level}: chart" in each] == [said]
