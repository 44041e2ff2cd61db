"""Powers in formulas: value, unit and hedge, and what has none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.facts.intervals import Interval, interval_of, raised
from builder.model.figure import Hedge
from tests.resolve.making import complaints, content, figure, formula, resolved_figure

# A formula of a = 80 and b = 40 tonnes, what it comes to, and its unit.
VALUES = {
    "100 * (a / b) ** (1 / 5) - 100": ("14.87", "%"),
    "(a / b) ** 3": ("8", "times"),
    "(a / b) ** -2": ("0.25", ""),
    "(a / b) ** 0.5": ("1.414", ""),
    "2 ** 10 * b": ("40960", "tonnes"),
    "a ** 2 / b": ("160", "tonnes"),
    "(a ** 2) ** 0.5": ("80", "tonnes"),
    "(a / b) ** 0": ("1", ""),
    "-(a / b) ** 2": ("-4", ""),
}


@pytest.mark.parametrize("text", VALUES)
def test_a_power_comes_to_its_value_in_its_unit(text: str) -> None:
    value, unit = VALUES[text]
    stated = {"unit": unit} if unit else {}
    made = formula("c", text, decimals=len(value.partition(".")[2]), **stated)
    found = resolved_figure(made, figure("a", "80", "tonnes"), figure("b", "40", "tonnes"))
    assert str(found.rounded) == value
    assert found.hedge is None


# The same of a share of 5 % in each year: what it comes to, and its unit.
SHARES = {
    "a * (1 + p / 100) ** 6": ("107.2", "tonnes"),
    "100 * (1 + p / 100) ** 6 - 100": ("34.0", "%"),
    "(1 - 0.01 * p) ** 2": ("0.9025", ""),
    "(p / 100) ** 2": ("0.0025", ""),
    "a / (1 + (p / 100)) ** 2": ("72.56", "tonnes"),
    "a * ((100 + p) / 100) ** 2": ("88.2", "tonnes"),
}


@pytest.mark.parametrize("text", SHARES)
def test_a_share_in_per_cent_is_a_ratio_over_100(text: str) -> None:
    value, unit = SHARES[text]
    stated = {"unit": unit} if unit else {}
    made = formula("c", text, decimals=len(value.partition(".")[2]), **stated)
    found = resolved_figure(made, figure("a", "80", "tonnes"), figure("p", "5", "%"))
    assert str(found.rounded) == value


# A formula of figures with hedges, and the hedge that it has.
HEDGED = [
    ("a ** 2", {"a": Hedge.AT_LEAST}, Hedge.AT_LEAST),
    ("a ** 0.5", {"a": Hedge.FEWER_THAN}, Hedge.FEWER_THAN),
    ("a ** -1", {"a": Hedge.MORE_THAN}, Hedge.FEWER_THAN),
    ("(a / b) ** (1 / 3)", {"a": Hedge.AT_LEAST, "b": Hedge.UP_TO}, Hedge.AT_LEAST),
    ("(a / b) ** (1 / 3)", {"a": Hedge.ABOUT}, Hedge.ABOUT),
]


@pytest.mark.parametrize(("text", "hedges", "expected"), HEDGED)
def test_hedges_travel_through_powers(text: str, hedges: dict[str, Hedge], expected: Hedge) -> None:
    held = [figure(name, "90", hedge=hedges.get(name)) for name in "ab"]
    assert resolved_figure(formula("c", text), *held).hedge is expected


# A formula of a = 80 tonnes, b = 5 % and d = at least 2 that has no value, and why.
REFUSED = {
    "a ** 0.5": '"a ** 0.5" raises to "0.5" "a" (unit "tonnes")',
    "b ** 2": '"b ** 2" raises to "2" "b" (unit "%")',
    "(1 + b) ** 2": '"(1 + b) ** 2" raises to "2" "1 + b" (unit "%")',
    "(100 + b) ** 2": '"(100 + b) ** 2" raises to "2" "100 + b" (unit "%")',
    "2 ** a": '"2 ** a" raises to "a", which has unit "tonnes"',
    "2 ** d": '"2 ** d" raises to "d", which has a hedge',
    "2 ** b": '"2 ** b" raises to "b", which has unit "%"',
    "(0 - a / a) ** 0.5": '"(0 - a / a) ** 0.5" raises to "0.5" "0 - a / a", which may be below 0',
    "(a - a) ** -1": '"(a - a) ** -1" raises to "-1" "a - a", which may be 0',
    "10 ** 10 ** 10": '"10 ** 10 ** 10" comes to a number that is too large',
}


@pytest.mark.parametrize("text", REFUSED)
def test_a_power_that_has_no_value_is_refused_with_advice(text: str) -> None:
    held = (
        figure("a", "80", "tonnes"),
        figure("b", "5", "%"),
        figure("d", "2", hedge=Hedge.AT_LEAST),
    )
    found = complaints(content(formula("c", text), *held))
    assert len(found) == 1
    assert REFUSED[text] in found[0]
    assert found[0].count("\n") == 1


whole = st.integers(-4, 4)
numbers = st.decimals(-50, 50, places=2)


@given(numbers, numbers, st.floats(0, 1), whole)
def test_an_interval_of_a_power_holds_the_power_of_all_within(
    one: Decimal, other: Decimal, share: float, power: int
) -> None:
    low, high = sorted((one, other))
    within = low + (high - low) * Decimal(str(round(share, 3)))
    if power < 0 and low <= 0 <= high:
        return
    found = raised(Interval(low, high), Decimal(power))
    value = within**power if power else Decimal(1)
    assert found.low - Decimal("1e-15") <= value <= found.high + Decimal("1e-15")


@given(st.decimals("0.01", 50, places=2), st.sampled_from(list(Hedge)), st.integers(1, 9))
def test_a_root_keeps_the_side_that_the_truth_lies_on(
    value: Decimal, hedge: Hedge, degree: int
) -> None:
    interval = interval_of(value, hedge)
    found = raised(interval, 1 / Decimal(degree))
    assert (found.low_open, found.high_open) == (interval.low_open, interval.high_open)
    assert found.low <= value ** (1 / Decimal(degree)) <= found.high
