"""Claims have three answers: what holds is true, and what fails is false, in every world.

A world gives each figure and cell a true value that its hedge allows.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.facts.arithmetic import Quantity
from builder.facts.columns import aggregates, described
from builder.facts.expression import Expression, parse_claim
from builder.facts.inequality import Verdict, verdict
from builder.facts.intervals import interval_of
from builder.facts.units import Unit
from builder.model.briefing import Content
from builder.model.figure import CellRef, Hedge, Moment
from builder.model.text import Run
from builder.problems import Place, Problems
from tests.facts.test_hedges import stated, truths
from tests.resolve.making import complaints, content, figure, formula, table

NAMES = ("a", "b", "c")
HOLDS, FAILS, UNKNOWN = Verdict.HOLDS, Verdict.FAILS, Verdict.UNKNOWN
sides = st.sampled_from(
    ["a", "b", "c", "1000", "a + b", "2 * c", "b - c", "first(t.x)", "last(t.x)", "highest(t.x)",
     "lowest(t.x)", "total(t.x)"]
)  # fmt: skip
comparisons = st.tuples(sides, st.sampled_from([">", ">=", "<", "<=", "=="]), sides).map(" ".join)
predicates = st.one_of(
    st.sampled_from(["rises(t.x)", "falls(t.x)"]),
    st.tuples(
        st.sampled_from(["rises", "falls", "largest", "smallest", "between"]),
        st.lists(sides, min_size=3, max_size=3),
    ).map(lambda call: f"{call[0]}({', '.join(call[1])})"),
)
conditions = st.recursive(
    comparisons | predicates,
    lambda inner: st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(
        lambda parts: f"({parts[0]} {parts[1]} {parts[2]})"
    ),
    max_leaves=4,
)


def parsed(text: str) -> Expression:
    problems = Problems()
    expression = parse_claim(text, Place("c.yaml", 1, 1), problems)
    assert expression is not None, [str(problem) for problem in problems]
    return expression


def quantity(value: Decimal, hedge: Hedge | None) -> Quantity:
    return Quantity(value, Unit(), interval_of(value, hedge))


class Column:
    """A column in one world, for Python's own evaluation of a claim."""

    def __init__(self, x: list[Fraction]) -> None:
        self.x = x


def in_world(text: str, values: dict[str, Fraction], cells: list[Fraction]) -> bool:
    """Return what Python makes of a claim in one world."""

    def flat(*arguments: Any) -> list[Fraction]:
        return [v for a in arguments for v in (a if isinstance(a, list) else [a])]

    functions = {
        "rises": lambda *a: all(x < y for x, y in pairwise(flat(*a))),
        "falls": lambda *a: all(x > y for x, y in pairwise(flat(*a))),
        "largest": lambda first, *others: all(first > other for other in others),
        "smallest": lambda first, *others: all(first < other for other in others),
        "between": lambda value, low, high: low <= value <= high,
        "first": lambda column: column[0],
        "last": lambda column: column[-1],
        "highest": max,
        "lowest": min,
        "total": sum,
    }
    found: bool = eval(text, {"__builtins__": {}}, {**functions, **values, "t": Column(cells)})
    return found


@given(st.data())
def test_a_verdict_is_true_of_every_world(data: st.DataObject) -> None:
    text = data.draw(conditions)
    known = {name: data.draw(stated) for name in NAMES}
    cells = data.draw(st.lists(stated, min_size=2, max_size=4))
    expression = parsed(text)
    columns = {"t.x": tuple(quantity(*cell) for cell in cells)}
    taken = aggregates(expression, columns, Problems())
    assert taken is not None
    figures = {name: quantity(*statement) for name, statement in known.items()}
    found = verdict(expression, {**figures, **taken}, columns, tag="en")
    values = {name: Fraction(data.draw(truths(*known[name]))) for name in NAMES}
    world = [Fraction(data.draw(truths(*cell))) for cell in cells]
    if found is not UNKNOWN:
        assert in_world(text, values, world) == (found is HOLDS), (text, known, cells)


@given(text=conditions, values=st.lists(st.decimals(1, 3000, places=1), min_size=6, max_size=6))
def test_exact_figures_leave_nothing_unknown(text: str, values: list[Decimal]) -> None:
    expression = parsed(text)
    columns = {"t.x": tuple(quantity(value, None) for value in values[3:])}
    taken = aggregates(expression, columns, Problems()) or {}
    figures = {n: quantity(v, None) for n, v in zip(NAMES, values, strict=False)}
    found = verdict(expression, {**figures, **taken}, columns, tag="en")
    exact = {name: Fraction(value) for name, value in zip(NAMES, values, strict=False)}
    assert found is (HOLDS if in_world(text, exact, [Fraction(v) for v in values[3:]]) else FAILS)


ANSWERS = {"yes": HOLDS, "no": FAILS, "maybe": UNKNOWN}
TESTED = {"yes": "a > 1", "no": "a < 1", "maybe": "a < 500"}


@pytest.mark.parametrize(("left", "right"), [*product(ANSWERS, repeat=2)])
def test_and_and_or_follow_the_logic_of_three_answers(left: str, right: str) -> None:
    known = {"a": quantity(Decimal(400), Hedge.AT_LEAST)}
    ranks = [FAILS, UNKNOWN, HOLDS]
    both = sorted((ANSWERS[left], ANSWERS[right]), key=ranks.index)
    assert verdict(parsed(f"{TESTED[left]} and {TESTED[right]}"), known, tag="en") is both[0]
    assert verdict(parsed(f"{TESTED[left]} or {TESTED[right]}"), known, tag="en") is both[1]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("drones > missiles", UNKNOWN),
        ("missiles < drones", UNKNOWN),
        ("missiles > 300", HOLDS),
        ("missiles < 400", FAILS),
        ("missiles > 400", UNKNOWN),
        ("drones > 3700", HOLDS),
        ("drones <= 3700", FAILS),
        ("missiles < 3700", UNKNOWN),
        ("largest(drones, 3700, 400)", HOLDS),
        ("largest(missiles, drones)", UNKNOWN),
        ("smallest(100, missiles, drones)", HOLDS),
        ("between(missiles, 400, 3700)", UNKNOWN),
        ("between(missiles, 500, 3700)", UNKNOWN),
        ("between(100, 0, missiles)", HOLDS),
        ("between(3700, drones, 9000)", FAILS),
        ("rises(100, missiles)", HOLDS),
        ("falls(missiles, 400)", UNKNOWN),
    ],
)
def test_a_lower_bound_proves_from_below_only(text: str, answer: Verdict) -> None:
    known = {
        "missiles": quantity(Decimal(400), Hedge.AT_LEAST),
        "drones": quantity(Decimal(3700), Hedge.MORE_THAN),
    }
    assert verdict(parsed(text), known, tag="en") is answer


TRADE = table("trade", "year,bn\n2021,100\n2022,120\n2023,150")


def about_trade(holds: str, *figures: Any) -> list[str]:
    guarded = (Run("so it is", claim="c", place=Place("s.md", 1, 1)),)
    return complaints(content(*figures, claims={"c": holds}, data=(TRADE,), text=guarded))


def cell(year: str, **keys: Any) -> Any:
    bound = figure("bound", "0", "USD bn", **keys)
    return type(bound)(
        **{**vars(bound), "value": None, "cell": CellRef("trade", (("year", year),), "bn")}
    )


def test_a_cell_counts_with_the_hedge_and_unit_of_the_figure_bound_to_it() -> None:
    assert about_trade("rises(trade.bn)") == []
    (unknown,) = about_trade("rises(trade.bn)", cell("2022", hedge=Hedge.AT_LEAST))
    assert '"so it is" cannot be known from the figures' in unknown
    assert about_trade("first(trade.bn) < bound", cell("2022", hedge=Hedge.AT_LEAST)) == []
    (mixed,) = about_trade("last(trade.bn) > ships", cell("2022"), figure("ships", "3", "ships"))
    assert "their units differ" in mixed


def test_a_claim_of_an_end_alone_asks_for_no_other_cell() -> None:
    steps = table("steps", "step,bn\nthen,100\nmore,20\nnow,")
    guarded = (Run("so it is", claim="c", place=Place("s.md", 1, 1)),)

    def about(holds: str) -> list[str]:
        return complaints(content(claims={"c": holds}, data=(steps,), text=guarded))

    assert about("first(steps.bn) == 100") == []
    for holds in ("last(steps.bn) > 3", "first(steps.bn) < highest(steps.bn)", "rises(steps.bn)"):
        assert any("is not a number" in each for each in about(holds))


def test_columns_of_any_name_and_every_aggregate_are_understood() -> None:
    named = 'rises(trade["bn"]) and total(trade.bn) == 370 and highest(trade.bn) == 150'
    assert about_trade(f"{named} and lowest(trade.bn) == first(trade.bn)") == []
    assert about_trade("last(trade.bn) >= 1.5 * first(trade.bn)") == []


@pytest.mark.parametrize(
    "text",
    ["rises", "rises()", "trade.bn > 3", "largest(trade.bn, 3)", "first(a) > 2", "rises(x=a)",
     "rises(*a)", "rises(a)(b)", "a.b.c > 1", "first(trade[0]) > 1", "first(trade.bn)",
     "rises(a > b, c)", "rises(rises(a, b), c)", "__import__('os')", "not a > 1"],
)  # fmt: skip
def test_nothing_else_passes_for_a_claim(text: str) -> None:
    found = about_trade(text, figure("a", "1"), figure("b", "2"), figure("c", "3"))
    assert found, text


def test_a_formula_takes_no_column() -> None:
    (found,) = complaints(content(formula("c", "total(trade.bn)"), data=(TRADE,)))
    assert 'may not use "total(trade.bn)"' in found


# A date that "about" hedges may be as much earlier or later as it is long: a year, month or day.
ABOUT_DATES = {
    "a year before": (Moment(2019), "<", Moment(2021), ""),
    "the year after": (Moment(2019), "<", Moment(2020), "cannot be known"),
    "the year itself": (Moment(2019), "<=", Moment(2019), "cannot be known"),
    "a year after": (Moment(2019), ">", Moment(2017), ""),
    "the year before": (Moment(2019), ">", Moment(2018), "cannot be known"),
    "long before": (Moment(2019), ">", Moment(2021), "no longer holds"),
    "the month after": (Moment(2019, 5), "<", Moment(2019, 6), "cannot be known"),
    "two months after": (Moment(2019, 5), "<", Moment(2019, 8), ""),
    "the day after": (
        Moment(2019, 5, 9),
        "<",
        Moment(2019, 5, 10),
        "cannot be known from the figures",
    ),
    "two days after": (Moment(2019, 5, 9), "<", Moment(2019, 5, 11), ""),
}


@pytest.mark.parametrize("name", ABOUT_DATES)
def test_a_date_that_is_about_right_leaves_open_what_stands_beside_it(name: str) -> None:
    moment, sign, other, said = ABOUT_DATES[name]
    stated = (figure("begun", moment, hedge=Hedge.ABOUT), figure("ended", other))
    found = doubts(content(*stated, claims={"order": f"begun {sign} ended"}))
    assert [said in doubt for doubt in found] == ([True] if said else []), found


# A year that is stated as a number, beside a date.
YEARS_BESIDE_DATES = {
    "after the month": ("2025", ">", Moment(2024, 3), ""),
    "before the day": ("2023", "<", Moment(2024, 3, 15), ""),
    "after the year": ("2024", ">", Moment(2025), "no longer holds"),
    "the year of the month": ("2024", ">", Moment(2024, 3), "cannot be known"),
    "no later than the day's year": ("2024", "<=", Moment(2025, 1, 1), ""),
}


@pytest.mark.parametrize("name", YEARS_BESIDE_DATES)
def test_a_year_and_a_date_are_compared_where_it_is_sure(name: str) -> None:
    year, sign, moment, said = YEARS_BESIDE_DATES[name]
    stated = (figure("built", year), figure("opened", moment))
    for claim in (f"built {sign} opened", f"between(built, built, built) and built {sign} opened"):
        found = doubts(content(*stated, claims={"order": claim}))
        assert [said in doubt for doubt in found] == ([True] if said else []), found


def test_a_count_and_a_date_are_not_compared() -> None:
    stated = (figure("homes", "2025", "homes"), figure("opened", Moment(2024, 3)))
    (found,) = doubts(content(*stated, claims={"order": "homes > opened"}))
    assert "their units differ" in found


def test_a_date_without_a_hedge_is_before_the_next() -> None:
    for moments in ((Moment(2019), Moment(2020)), (Moment(2019, 5, 9), Moment(2019, 5, 10))):
        stated = [figure(name, moment) for name, moment in zip("ab", moments, strict=True)]
        assert doubts(content(*stated, claims={"order": "a < b"})) == []


def doubts(made: Content) -> list[str]:
    return [said for said in complaints(made) if "guards nothing" not in said]


def test_what_is_said_of_a_column_shows_the_hedges_that_leave_a_claim_unknown() -> None:
    sure = Quantity(Decimal(31), Unit(), interval_of(Decimal(31), None))
    about = interval_of(Decimal(38), Hedge.ABOUT)
    hedged = Quantity(Decimal(38), Unit(), about, frozenset({Hedge.ABOUT}))
    assert described("years.deaths", (sure, hedged)) == "years.deaths: 31, about 38"
