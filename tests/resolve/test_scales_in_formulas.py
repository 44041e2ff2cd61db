from __future__ import annotations

from typing import Any

import pytest
from ruamel.yaml import YAML

from builder.facts.counted import speech_in
from builder.model.chart import AxisSpec
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.broken import CASES
from tests.resolve.making import chart_spec, content, figure, formula, words

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
    figure("m", "400", "m"),
    figure("w", "118.4", "MWh"),
    figure("v", "90000", "kWh"),
    figure("p", "0.32", "EUR per kWh"),
    figure("o", "0.32", "Euro je kWh"),
    figure("a", "40", "Tsd. EUR"),
    figure("b", "8", "Mio. EUR"),
    figure("i", "40", "Tsd. Helfer"),
    figure("j", "8", "Mio. Helfer"),
    figure("u", "8", "Kilometer"),
    figure("s", "8", "Meter"),
    figure("x", "8", "Euro"),
    figure("z", "14.1", "Euro je Dezitonne"),
    figure("g", "50", "kg"),
    figure("n", "700", "EUR k"),
    figure("h", "31", "°C"),
    figure("y", "24", "°C"),
    figure("f", "12", "%"),
    figure("ct", "32", "ct/kWh"),
    figure("mw", "3", "MW"),
    figure("hh", "8", "hours"),
    figure("dd", "3", "days"),
    figure("mo", "50", "EUR per month"),
    figure("yr", "4", "years"),
    figure("us", "9", "USD mn"),
    figure("fx", "1.1", "USD per EUR"),
    figure("bn", "2", "EUR bn"),
    figure("pp", "4000", "people"),
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
        ("l / m < 1", "bring both to one scale: l / m * 1000"),
        ("w / v < 1", "bring both to one scale: w / v * 1000"),
        ("v / w < 1", "bring both to one scale: v / w / 1000"),
        ("a / b < 1", "bring both to one scale: a / b / 1000"),
        ("b / x < 1", "bring both to one scale: b / x * 1000000"),
        ("a / e < 1", "bring both to one scale: a / e / 1000"),
        ("i / j < 1", "bring both to one scale: i / j / 1000"),
        ("u / s < 1", "bring both to one scale: u / s * 1000"),
        ("a / j > 1", ""),
        ("u / l > 2", ""),
        ("w * p > 1", ""),
        ("a > b", "or a quotient with a number: a / (b * 1000) > 1"),
        ("w > v", "or a quotient with a number: w * 1000 / v > 1"),
        ("i > d", "or a quotient with a number: i / d > 1"),
        ("e / r > 1", "bring both to one scale: e / r * 1000000"),
        ("r / e < 1", "bring both to one scale: r / e / 1000000"),
        ("r / (e * 1000000) < 1", ""),
        ("e / d > 0.001", ""),
        ("e / e >= 1", ""),
        ("e > r", "or a quotient with a number: e * 1000000 / r > 1"),
        ("r < e", "or a quotient with a number: r / (e * 1000000) < 1"),
        ("bn * 1000 > e", ""),
        ("hh / 24 < dd", ""),
        ("m / 1000 < l", ""),
        ("q * 1000 > pp", ""),
        ("us > e * fx", ""),
        ("us > r * fx", "quotient with a number: us / (r * fx) > 1"),
        ("bn * 12 > e", "bring both to one scale: 1 EUR bn is 1000 EUR mn"),
        ("ct / p > 1", "bring both to one scale: ct / p / 100"),
        ("e > d", "or a quotient with a number: e / d > 1"),
    ],
)
def test_a_claim_that_divides_by_another_scale_is_an_error_with_the_next_step(
    holds: str, says: str
) -> None:
    problems = Problems()
    tag = (
        "de"
        if {*"abijusxo"} & {*holds.replace("us", "").replace("hh", "")} and "dd" not in holds
        else "en-GB"
    )
    resolve(content(*STATED, claims={"c": holds}, language=tag), problems)
    found = [problem.hint for problem in problems.errors]
    hints = [hint for hint in found if not hint.startswith("tie the words to it")]
    assert len(hints) == bool(says)
    assert all(hint.endswith(says) for hint in hints)


@pytest.mark.parametrize(
    ("unit", "language", "written"),
    [
        ("EUR mn per Jahr", "de", "Millionen Euro je Jahr"),
        ("EUR per kWh", "de", "Euro je kWh"),
        ("EUR per kWh", "en-GB", "euros per kWh"),
        ("EUR mn par an", "fr", "millions d’euros par an"),
        ("UAH на особу", "uk", "гривень на особу"),
        ("UAH per person", "uk", "гривень на …"),
        ("UAH per kWh", "uk", "гривень на kWh"),
        ("£m per year", "en-GB", "million pounds sterling per year"),
        ("€ je kWh", "de", ""),
        ("Euro je kWh", "de", ""),
        ("EUR/kWh", "de", ""),
        ("EUR mn", "de", ""),
        ("CO2 per t", "de", ""),
    ],
)
def test_a_rate_that_prints_a_currencys_code_is_told_of_with_its_words(
    unit: str, language: str, written: str
) -> None:
    problems = Problems()
    resolve(content(figure("one", "5", unit), language=language), problems)
    found = [each.hint or "" for each in problems.found if "printed with its" in each.found]
    assert found == ([f'write it as it is to be read, such as "{written}"'] if written else [])


def test_a_unit_of_a_chart_s_second_axis_is_told_of_as_well() -> None:
    axis, problems = AxisSpec(unit="EUR per kWh"), Problems()
    drawn = chart_spec("column_line", title=words("One"), source=("survey",), second_axis=axis)
    speech_in(content(charts=(drawn,)), "en-GB", problems)
    assert [each.found for each in problems.found] == [
        'the unit "EUR per kWh" is printed with its code, as it is written'
    ]
