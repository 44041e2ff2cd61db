"""The whole algebra of hedges: every pair under every operator, nested, and what travels along.

The table is worked out here from how readers reason about directions, apart from the intervals
that the code computes with.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from builder.facts.arithmetic import FormulaError, Quantity, evaluated
from builder.facts.intervals import hedge_of, interval_of
from builder.facts.units import Unit
from builder.model.figure import Confidence, Hedge
from tests.facts.test_formulas import NAMES, formulas, in_fractions, parsed
from tests.facts.test_hedges import stated, truths
from tests.resolve.making import HEDGES, complaints, content, figure, formula, resolved_figure
from tests.shares import share

LOWER, UPPER = {Hedge.AT_LEAST, Hedge.MORE_THAN}, {Hedge.UP_TO, Hedge.FEWER_THAN}
STRICT = {Hedge.MORE_THAN, Hedge.FEWER_THAN}
FLIPPED = {
    None: None,
    Hedge.ABOUT: Hedge.ABOUT,
    Hedge.AT_LEAST: Hedge.UP_TO,
    Hedge.UP_TO: Hedge.AT_LEAST,
    Hedge.MORE_THAN: Hedge.FEWER_THAN,
    Hedge.FEWER_THAN: Hedge.MORE_THAN,
}
UNSOUND = "unsound"


def joined(a: Hedge | None, b: Hedge | None) -> Hedge | str | None:
    """Return the hedge of something that grows with two positive amounts."""
    hedges = {a, b} - {None}
    if Hedge.ABOUT in hedges:
        return Hedge.ABOUT if hedges == {Hedge.ABOUT} else UNSOUND
    strict = bool(hedges & STRICT)
    if hedges and hedges <= LOWER:
        return Hedge.MORE_THAN if strict else Hedge.AT_LEAST
    if hedges and hedges <= UPPER:
        return Hedge.FEWER_THAN if strict else Hedge.UP_TO
    return UNSOUND if hedges else None


def expected(a: Hedge | None, sign: str, b: Hedge | None) -> Hedge | str | None:
    """Return the hedge of an operation on two positive amounts."""
    return joined(a, b if sign in "+*" else FLIPPED[b])


@pytest.mark.parametrize(("a", "sign", "b"), share([*product(HEDGES, "+-*/", HEDGES)], 5))
def test_every_pair_of_hedges_combines_soundly_or_is_refused(
    a: Hedge | None, sign: str, b: Hedge | None
) -> None:
    figures = (figure("a", "90", hedge=a), figure("b", "30", hedge=b))
    result = expected(a, sign, b)
    made = formula("c", f"a {sign} b")
    if result is UNSOUND:
        (complaint,) = complaints(content(made, *figures))
        assert f'no hedge is sound for formula "a {sign} b"' in complaint
        own = formula("c", f"a {sign} b", hedge=Hedge.ABOUT)
        assert resolved_figure(own, *figures).hedge is Hedge.ABOUT
    else:
        assert resolved_figure(made, *figures).hedge == result


@pytest.mark.parametrize("hedge", share(HEDGES, 3))
@pytest.mark.parametrize(
    ("text", "flips"),
    [
        ("-a", True),
        ("-(-a)", False),
        ("100 - a", True),
        ("a - 100", False),
        ("a * -2", True),
        ("a / -2", True),
        ("90 / a", True),
        ("-90 / a", False),
        ("(a + 10) / 4 - 3", False),
        ("100 - (200 - a)", False),
        ("100 / (1 / a)", False),
    ],
)
def test_a_sign_or_a_place_below_the_line_turns_a_bound_round(
    text: str, flips: bool, hedge: Hedge | None
) -> None:
    found = resolved_figure(formula("c", text), figure("a", "90", hedge=hedge)).hedge
    assert found == (FLIPPED[hedge] if flips else hedge)


@given(st.data())
def test_what_a_nested_formula_says_is_true_of_every_world(data: st.DataObject) -> None:
    text = f"({data.draw(formulas)}) {data.draw(st.sampled_from('+-*/'))} ({data.draw(formulas)})"
    known = {name: data.draw(stated) for name in NAMES}
    quantities = {
        name: Quantity(value, Unit(), interval_of(value, hedge), frozenset({hedge} - {None}))
        for name, (value, hedge) in known.items()
    }
    try:
        found = evaluated(parsed(text), quantities)
        truth = in_fractions(text, {n: data.draw(truths(*known[n])) for n in NAMES})
    except (FormulaError, ZeroDivisionError):
        assume(False)
    low, high = found.interval.low, found.interval.high
    slack = Fraction(1, 10**12) * max(abs(truth), 1)
    assert low.is_infinite() or truth >= Fraction(low) - slack - abs(Fraction(low)) / 10**12
    assert high.is_infinite() or truth <= Fraction(high) + slack + abs(Fraction(high)) / 10**12


@given(value=st.decimals(1, 10**6, places=2), hedge=st.sampled_from([None, *LOWER, *UPPER]))
def test_a_statement_comes_back_from_its_own_interval(value: Decimal, hedge: Hedge | None) -> None:
    assert hedge_of(value, interval_of(value, hedge)) == hedge


@pytest.mark.parametrize(("a", "b"), [*product([None, *Confidence], repeat=2)])
def test_confidence_is_the_weakest_of_the_inputs(
    a: Confidence | None, b: Confidence | None
) -> None:
    figures = (figure("a", "9", confidence=a), figure("b", "3", confidence=b))
    ranks = list(Confidence)
    weakest = max((a, b), key=ranks.index) if a and b else None
    assert resolved_figure(formula("c", "a / b"), *figures).confidence == weakest
    inner = formula("inner", "a + b")
    assert resolved_figure(formula("c", "inner * 2"), inner, *figures).confidence == weakest
