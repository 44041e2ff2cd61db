"""Whatever the true values behind hedged figures are, what is concluded from them is true."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from builder.facts.arithmetic import FormulaError, Quantity, evaluated
from builder.facts.expression import parse_claim
from builder.facts.inequality import Verdict, verdict
from builder.facts.intervals import ABOUT, hedge_of, interval_of
from builder.facts.rounding import rounded, rounded_to_sum
from builder.facts.units import Unit
from builder.model.figure import Hedge
from builder.problems import Place, Problems
from tests.facts.test_formulas import NAMES, formulas, in_fractions, parsed
from tests.resolve.making import (
    HEDGES,
    complaints,
    content,
    figure,
    formula,
    resolved,
    resolved_figure,
)

stated = st.tuples(st.decimals(1, 5000, places=1), st.sampled_from(HEDGES))


@st.composite
def truths(draw: st.DrawFn, value: Decimal, hedge: Hedge | None) -> Decimal:
    """Draw a true value that a statement allows."""
    if hedge is None:
        return value
    if hedge is Hedge.ABOUT:
        return value * (1 + ABOUT * draw(st.decimals(-1, 1, places=3)))
    some = draw(st.decimals("0.001", 5000, places=3))
    if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        edge = hedge is Hedge.AT_LEAST and draw(st.booleans())
        return value if edge else value + some
    edge = hedge is Hedge.UP_TO and draw(st.booleans())
    return value if edge else max(Decimal(0), value - some)


def satisfies(truth: Fraction, value: Decimal, hedge: Hedge | None) -> bool:
    """Say whether a true value agrees with what is stated, to within the decimals' precision."""
    exact, slack = Fraction(value), Fraction(1, 10**12) * max(abs(truth), abs(Fraction(value)), 1)
    if hedge is None:
        return abs(truth - exact) <= slack
    if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        return truth >= exact - slack
    return truth <= exact + slack


@given(st.data())
def test_the_hedge_of_a_formula_is_true_of_every_true_value(data: st.DataObject) -> None:
    text = data.draw(formulas)
    known = {name: data.draw(stated) for name in NAMES}
    quantities = {
        name: Quantity(value, Unit(), interval_of(value, hedge), frozenset({hedge} - {None}))
        for name, (value, hedge) in known.items()
    }
    try:
        found = evaluated(parsed(text), quantities)
        hedge = hedge_of(found.value, found.interval)
        truth = in_fractions(text, {n: data.draw(truths(*known[n])) for n in NAMES})
    except (FormulaError, ValueError, ZeroDivisionError):
        assume(False)
    assert satisfies(truth, found.value, hedge), (text, known, found)


@given(st.data())
def test_a_claim_that_holds_is_true_and_one_that_fails_is_false(data: st.DataObject) -> None:
    sign, joint = data.draw(st.sampled_from([">", ">=", "<", "<="])), data.draw(st.booleans())
    text = f"a + b {sign} c * 2" + (" and a < 2000" if joint else " or b >= 100")
    known = {name: data.draw(stated) for name in NAMES}
    expression = parse_claim(text, Place("c.yaml", 1, 1), Problems())
    assert expression is not None
    quantities = {
        name: Quantity(value, Unit(), interval_of(value, hedge))
        for name, (value, hedge) in known.items()
    }
    true = {name: Fraction(data.draw(truths(*known[name]))) for name in NAMES}
    found = verdict(expression, quantities, tag="en")
    if found is not Verdict.UNKNOWN:
        assert eval(text, {"__builtins__": {}}, true) == (found is Verdict.HOLDS)


LOWER, STRICT, UPPER, BELOW, ABOUT_ = "at least", "more than", "up to", "fewer than", "about"


@pytest.mark.parametrize(
    ("text", "a", "b", "result"),
    [
        ("a + b", LOWER, LOWER, LOWER),
        ("a + b", STRICT, LOWER, STRICT),
        ("a + b", LOWER, None, LOWER),
        ("a + b", UPPER, BELOW, BELOW),
        ("a - b", LOWER, UPPER, LOWER),
        ("a - b", LOWER, BELOW, STRICT),
        ("a - b", None, LOWER, UPPER),
        ("a - b", None, STRICT, BELOW),
        ("a * b", LOWER, LOWER, LOWER),
        ("a * b", UPPER, UPPER, UPPER),
        ("a / b", LOWER, None, LOWER),
        ("a / b", None, LOWER, UPPER),
        ("a / b", None, STRICT, BELOW),
        ("a / b", LOWER, UPPER, LOWER),
        ("-a", LOWER, None, UPPER),
        ("100 - a", LOWER, None, UPPER),
        ("a * -2", STRICT, None, BELOW),
        ("a + b", ABOUT_, None, ABOUT_),
        ("a / b", ABOUT_, ABOUT_, ABOUT_),
        ("a + b", None, None, None),
    ],
)
def test_bounds_combine_as_readers_would_reason(
    text: str, a: str | None, b: str | None, result: str | None
) -> None:
    figures = [
        figure("a", "90", hedge=Hedge(a) if a else None),
        figure("b", "30", hedge=Hedge(b) if b else None),
    ]
    assert resolved_figure(formula("c", text), *figures).hedge == result


@pytest.mark.parametrize(
    ("text", "a", "b"),
    [
        ("a / b", LOWER, LOWER),
        ("a - b", LOWER, LOWER),
        ("a + b", LOWER, UPPER),
        ("a + b", ABOUT_, LOWER),
        ("a * b", LOWER, UPPER),
    ],
)
def test_where_no_bound_is_sound_the_author_must_state_one(text: str, a: str, b: str) -> None:
    figures = [figure("a", "90", hedge=Hedge(a)), figure("b", "30", hedge=Hedge(b))]
    (complaint,) = complaints(content(formula("c", text), *figures))
    assert f'no hedge is sound for formula "{text}": a is "{a}", b is "{b}"' in complaint
    stated = resolved_figure(formula("c", text, hedge=Hedge.ABOUT), *figures)
    assert stated.hedge is Hedge.ABOUT


@given(
    value=st.decimals(-(10**9), 10**9, places=6),
    decimals=st.integers(0, 4),
    hedge=st.sampled_from(HEDGES),
)
def test_a_printed_bound_is_never_tighter_than_the_figure(
    value: Decimal, decimals: int, hedge: Hedge | None
) -> None:
    printed = rounded(value, decimals, hedge)
    if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        assert printed <= value
    elif hedge in (Hedge.UP_TO, Hedge.FEWER_THAN):
        assert printed >= value
    else:
        assert abs(printed - value) <= Decimal(1).scaleb(-decimals) / 2
    assert abs(printed - value) < Decimal(1).scaleb(-decimals)


@given(
    values=st.lists(st.decimals(0, 1000, places=4), min_size=1, max_size=12),
    decimals=st.integers(0, 3),
)
def test_rounded_parts_sum_to_the_rounded_whole(values: list[Decimal], decimals: int) -> None:
    total = rounded(sum(values, Decimal(0)), decimals)
    parts = rounded_to_sum(values, decimals, total)
    assert sum(parts) == total
    unit = Decimal(1).scaleb(-decimals)
    assert all(abs(part - value) < unit for part, value in zip(parts, values, strict=True))


def test_three_thirds_are_printed_as_a_whole() -> None:
    values = {"a": "33.3333", "b": "33.3333", "c": "33.3334"}
    thirds = [figure(name, value, "%", decimals=0) for name, value in values.items()]
    whole = figure("whole", "100", "%", parts=tuple(values))
    printed = resolved(content(whole, *thirds)).figures
    assert [str(printed[name].rounded) for name in (*values, "whole")] == ["33", "33", "34", "100"]
