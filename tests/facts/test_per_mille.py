"""Shares in per mille in formulas: a thousand times what they are, as per cent are a hundred."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from builder.facts.printing import printed_figure, printed_quantity
from builder.model.figure import Form
from builder.problems import Problems
from builder.resolve import resolve
from tests.resolve.making import content, figure, formula

CASES = YAML(typ="safe").load(Path(__file__).parents[1] / "cases" / "per-mille.yaml")

INPUTS = (
    figure("deaths", "12", "people"),
    figure("births", "3000", "people"),
    figure("insured", "150", "EUR k"),
    figure("price", "600", "EUR"),
    figure("rate", "2.6", "‰"),
    figure("other", "1.3", "‰"),
    figure("share", "4", "%"),
    figure("miles", "5", "km"),
)


@pytest.mark.parametrize(("unit", "text", "prints"), CASES["right"])
def test_a_formula_of_shares_in_per_mille_is_what_it_says(
    unit: str, text: str, prints: str
) -> None:
    problems = Problems()
    made = content(*INPUTS, formula("f", text, unit=unit, decimals=2))
    briefing = resolve(made, problems)
    assert not problems.errors, problems.errors
    assert briefing is not None
    assert (
        printed_figure(briefing.figures["f"], Form("full"), "en-GB").replace(
            "\N{NO-BREAK SPACE}", " "
        )
        == prints
    )


@pytest.mark.parametrize(("unit", "text", "by"), CASES["wrong"])
def test_a_formula_that_misses_per_mille_is_told_by_how_much(unit: str, text: str, by: str) -> None:
    problems = Problems()
    resolve(content(*INPUTS, formula("f", text, unit=unit)), problems)
    assert any(by in problem.found for problem in problems.errors), problems.errors


@pytest.mark.parametrize(
    ("tag", "form", "prints"),
    [
        ("en-GB", "full", "2.6‰"),
        ("en-GB", "short", "2.6‰"),
        ("en-GB", "number", "2.6"),
        ("de", "full", "2,6\N{NO-BREAK SPACE}‰"),
        ("fr", "short", "2,6\N{NO-BREAK SPACE}‰"),
        ("uk", "full", "2,6‰"),
    ],
)
def test_per_mille_is_a_sign_that_stands_where_per_cent_does(
    tag: str, form: str, prints: str
) -> None:
    assert printed_quantity(Decimal("2.6"), "‰", None, Form(form), tag) == prints
    as_per_cent = printed_quantity(Decimal("2.6"), "%", None, Form(form), tag)
    assert as_per_cent.replace("%", "‰") == prints


@pytest.mark.parametrize(
    ("tag", "said"),
    [("en-GB", "two per mille"), ("de", "zwei Promille"), ("fr", "deux pour mille")],
)
def test_per_mille_is_said_in_words(tag: str, said: str) -> None:
    assert printed_quantity(Decimal(2), "‰", None, Form("words"), tag) == said
