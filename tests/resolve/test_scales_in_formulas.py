from __future__ import annotations

from typing import Any

import pytest
from ruamel.yaml import YAML

from builder.problems import Problems
from builder.resolve import resolve
from tests.content.broken import CASES
from tests.resolve.making import content, figure, formula

TABLE = YAML(typ="safe").load((CASES / "scales-in-formulas.yaml").read_text("utf-8"))
STATED = (
    figure("k", "124.5", "UAH mn"),
    figure("d", "1786", "volunteers"),
    figure("e", "5", "EUR mn"),
    figure("q", "5", "thousand people"),
    figure("r", "5", "EUR"),
    figure("l", "3", "km"),
    figure("t", "12", "minutes"),
    figure("c", "30", "calls"),
)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: f"{case['formula']} {case['unit']}")
def test_a_formula_of_another_scale_than_its_unit_is_an_error_with_the_next_step(
    case: dict[str, Any],
) -> None:
    problems = Problems()
    made = formula("made", case["formula"], unit=case["unit"])
    resolve(content(*STATED, made, language=case["language"]), problems)
    found = [problem.hint for problem in problems.errors]
    assert found == ([] if case["says"] == "nothing" else [case["says"]])


@pytest.mark.parametrize(
    ("holds", "says"),
    [
        ("e / r > 1", "bring both to one scale: e / r * 1000000"),
        ("r / e < 1", "bring both to one scale: r / e / 1000000"),
        ("r / (e * 1000000) < 1", ""),
        ("e / d > 0.001", ""),
        ("e / e >= 1", ""),
        ("e > r", "or a quotient with a number: e * 1000000 / r > 1"),
        ("r < e", "or a quotient with a number: r / (e * 1000000) > 1"),
        ("e > d", "or a quotient with a number: e / d > 1"),
    ],
)
def test_a_claim_that_divides_by_another_scale_is_an_error_with_the_next_step(
    holds: str, says: str
) -> None:
    problems = Problems()
    resolve(content(*STATED, claims={"c": holds}, language="en-GB"), problems)
    found = [problem.hint for problem in problems.errors]
    hints = [hint for hint in found if not hint.startswith("tie the words to it")]
    assert len(hints) == bool(says)
    assert all(hint.endswith(says) for hint in hints)
