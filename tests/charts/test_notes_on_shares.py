"""Bars of shares take annotations in per cent, whatever their parts are counted in."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from builder.model.annotation import AnnotationSpec
from builder.model.figure import Hedge
from builder.model.text import plain
from tests.resolve.making import chart, chart_spec, complaints, content, figure, place, table, words

CASES: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "arrows-between-shares.toml").read_text("utf-8")
)
PORTS = "port,sea,rail\nKiel,25,4\nRiga,42,9\n"
KEYS: dict[str, Any] = {"table": "held", "x": "port", "y": ("sea", "rail"), "unit": "t"}
REFUSED = [
    (
        AnnotationSpec("reference", ("goal",), place=place()),
        '"goal" is in "t", the axis in "%"',
        "name a figure of the unit that the chart plots",
    ),
    (
        AnnotationSpec("reference", ("beyond",), place=place()),
        '"beyond" is no share',
        "shares lie between 0 and 100 %",
    ),
    (
        AnnotationSpec("reference", ("mean",), series="rail", place=place()),
        "shares have no mean that readers could take for that of all",
        "shares of more and of less count alike in it: state a figure in %, and name that",
    ),
    (
        AnnotationSpec(
            "difference", ("times",), start="Kiel", end="Riga", series="rail", place=place()
        ),
        "between shares an arrow says percentage points",
        "use `difference: absolute`, or draw the values themselves as grouped columns",
    ),
    (
        AnnotationSpec("difference", ("absolute",), start="Kiel", end="Riga", place=place()),
        "it does not say of which series",
        'name one by `series`: "sea", "rail"',
    ),
]


def arrow(figure: str = "") -> AnnotationSpec:
    return AnnotationSpec(
        "difference", ("absolute",), start="Kiel", end="Riga", series="rail", figure=figure,
        place=place(),
    )  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_an_arrow_says_how_far_two_shares_are_apart(name: str) -> None:
    case = CASES[name]
    hedges = {
        each: Hedge[case[f"{each}_hedge"].upper()] for each in "abcd" if f"{each}_hedge" in case
    }
    unit = case.get("unit", "t")
    held = [figure(each, case[each], unit, hedge=hedges.get(each)) for each in "abcd"]
    keys: dict[str, Any] = {
        "categories": (words("Kiel"), words("Riga")),
        "groups": (("sea", ("a", "c")), ("rail", ("b", "d"))),
        "annotations": (arrow(),),
    }
    if "refused" in case:
        spec = chart_spec("percent_bar", title=words("The finding"), **keys)
        (said,) = complaints(content(*held, charts=(spec,)))
        assert case["refused"] in said
    else:
        (found,) = chart("percent_bar", *held, **keys).annotations.differences
        assert plain(found.says).replace("\N{NO-BREAK SPACE}", " ") == case["says"]


def test_an_arrow_prints_the_figure_that_it_names() -> None:
    stated = figure("more", "4", "percentage points")
    found = chart(
        "percent_bar", stated, annotations=(arrow("more"),), data=(table("held", PORTS),), **KEYS
    )
    (said,) = found.annotations.differences
    assert [run.owner.id for run in said.says if run.owner and run.owner.kind == "figure"] == [
        "more"
    ]


def test_an_arrow_holds_its_figure_to_the_shares() -> None:
    stated = figure("more", "5", "percentage points")
    spec = chart_spec(
        "percent_bar", title=words("The finding"), source=("survey",),
        annotations=(arrow("more"),), **KEYS,
    )  # fmt: skip
    (said,) = complaints(content(stated, charts=(spec,), data=(table("held", PORTS),)))
    assert 'figure "more" is 5, but its marks are 4 apart (absolute)' in said


@pytest.mark.parametrize(("stated", "why", "hint"), REFUSED)
def test_what_is_no_share_is_refused(stated: AnnotationSpec, why: str, hint: str) -> None:
    spec = chart_spec(
        "percent_bar", title=words("The finding"), source=("survey",), annotations=(stated,), **KEYS
    )  # fmt: skip
    figures = figure("goal", "30", "t"), figure("beyond", "120", "%")
    (said,) = complaints(content(*figures, charts=(spec,), data=(table("held", PORTS),)))
    assert said == (f'figures.yaml:1:1: error: chart "one": {stated.kind}: {why}\n  {hint}')
