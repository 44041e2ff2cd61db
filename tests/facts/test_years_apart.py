"""Formulas of calendar years: how many lie between two is a length of time, and a year and such a
length make a year.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from builder.facts.printing import printed_figure
from builder.model.figure import Figure, Form
from builder.problems import Problems
from builder.resolve import resolve
from tests.resolve.making import content, figure, formula

CASES = YAML(typ="safe").load(Path(__file__).parents[1] / "cases" / "years-apart.yaml")
RIGHT = [(tag, *case) for tag, cases in CASES.items() if tag != "wrong" for case in cases]
LASTS = {"en-GB": "years", "de": "Jahre", "fr": "ans", "uk": "роки"}


def inputs(tag: str) -> tuple[Figure, ...]:
    return (
        figure("opening", "2016"),
        figure("closing", "2024"),
        figure("start", "1995"),
        figure("end", "2001"),
        figure("life", "8", LASTS[tag]),
        figure("books", "2030", "books"),
    )


@pytest.mark.parametrize(("tag", "unit", "text", "prints"), RIGHT)
def test_years_apart_are_in_years_and_years_with_them_make_a_year(
    tag: str, unit: str, text: str, prints: str
) -> None:
    problems = Problems()
    made = content(*inputs(tag), formula("f", text, unit=unit), language=tag)
    briefing = resolve(made, problems)
    assert not problems.errors, problems.errors
    assert briefing is not None
    said = printed_figure(briefing.figures["f"], Form("full"), tag)
    assert said.replace("\N{NO-BREAK SPACE}", " ") == prints


@pytest.mark.parametrize(("unit", "text"), CASES["wrong"])
def test_what_is_neither_is_refused(unit: str, text: str) -> None:
    problems = Problems()
    resolve(content(*inputs("en-GB"), formula("f", text, unit=unit)), problems)
    assert problems.errors
