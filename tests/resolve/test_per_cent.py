from __future__ import annotations

from typing import Any

import pytest
from ruamel.yaml import YAML

from builder.model.blocks import Paragraph
from builder.model.text import FigureUse, plain
from builder.problems import Place, Problems
from builder.resolve import resolve
from tests.content.broken import CASES
from tests.resolve.making import content, figure, formula, resolved

TABLES = YAML(typ="safe").load((CASES / "per-cent.yaml").read_text("utf-8"))
STATED = (
    figure("a", "20", "tonnes"),
    figure("b", "40", "tonnes"),
    figure("p", "47", "%"),
    figure("q", "29", "%"),
    figure("n", "3"),
    figure("m", "4"),
)


@pytest.mark.parametrize("case", TABLES["hundreds"], ids=lambda case: case["formula"])
def test_a_formula_a_hundred_times_off_its_unit_is_an_error_with_the_next_step(
    case: dict[str, Any],
) -> None:
    problems = Problems()
    made = formula("made", case["formula"], unit=case["unit"])
    resolve(content(*STATED, figure("x", "1.25", "times"), made), problems)
    found = [problem.hint for problem in problems.errors]
    assert found == ([] if case["says"] == "nothing" else [case["says"]])


@pytest.mark.parametrize("case", TABLES["points"], ids=lambda c: f"{c['formula']} {c['unit']}")
def test_a_difference_of_percentages_is_in_percentage_points(case: dict[str, Any]) -> None:
    made = formula("made", case["formula"], unit=case["unit"])
    text = (FigureUse("made", (), Place("sections/one.md", 3, 1)),)
    briefing = resolved(content(*STATED, made, language=case["language"], text=text))
    paragraph = briefing.sections[0].blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.text).replace("\u00a0", " ") == case["prints"]


@pytest.mark.parametrize("case", TABLES["english"], ids=lambda c: f"{c['unit']} {c['language']}")
def test_a_unit_stated_in_english_is_printed_in_the_briefings_language(
    case: dict[str, Any],
) -> None:
    text = (FigureUse("three", (), Place("sections/one.md", 3, 1)),)
    stated = figure("three", "3", case["unit"])
    paragraph = (
        resolved(content(stated, language=case["language"], text=text)).sections[0].blocks[0]
    )
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.text).replace("\u00a0", " ") == case["prints"]
