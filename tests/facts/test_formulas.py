from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.facts.arithmetic import FormulaError, Quantity, evaluated
from builder.facts.expression import Expression, ordered, parse_formula
from builder.facts.intervals import interval_of
from builder.facts.units import Unit, unit_of
from builder.model.figure import Confidence, Moment
from builder.model.text import Owner, plain
from builder.problems import Place, Problems
from builder.resolve import resolve
from tests.resolve.making import complaints, content, figure, formula, resolved, resolved_figure

NAMES = ("a", "b", "c")
REFUSED = """__import__('os')|a.b|a[0]|a if b else c|lambda: 1|[a]|a == b|True|1j|1_000|0x10
|'a'|f'{a}'|a @ b|a // b|a % b|a ^ b|+a|not a|a, b|(a := 1)|...|a and b|*a|await a
|a +|)a(|1e5|a < b < c"""
numbers = st.decimals(-1000, 1000, places=2)
atoms = st.sampled_from(NAMES) | st.decimals(0, 1000, places=2).map(lambda d: f"{d:f}")
formulas = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        inner.map(lambda text: f"-{text}"),
    ),
    max_leaves=6,
)


def parsed(text: str) -> Expression:
    problems = Problems()
    expression = parse_formula(text, Place("f.yaml", 1, 1), problems)
    assert expression is not None, [str(problem) for problem in problems]
    return expression


def in_fractions(text: str, values: dict[str, Decimal]) -> Fraction:
    """Return the formula's value by Python's own exact arithmetic."""
    exact = re.sub(r"\d+(\.\d+)?", lambda number: f"Fraction('{number[0]}')", text)
    known = {name: Fraction(value) for name, value in values.items()}
    result: Fraction = eval(exact, {"Fraction": Fraction, "__builtins__": {}}, known)
    return result


@given(text=formulas, values=st.tuples(numbers, numbers, numbers))
def test_formulas_agree_with_exact_arithmetic(
    text: str, values: tuple[Decimal, Decimal, Decimal]
) -> None:
    known = dict(zip(NAMES, values, strict=True))
    quantities = {
        name: Quantity(value, Unit(), interval_of(value, None)) for name, value in known.items()
    }
    try:
        exact = in_fractions(text, known)
    except ZeroDivisionError:
        exact = None
    try:
        found = evaluated(parsed(text), quantities).value
    except FormulaError:
        # A divisor may come to zero after its own rounding, never the other way round.
        assert exact is None or "/" in text
        return
    if exact is not None:
        scale = max([abs(exact), *(abs(Fraction(value)) for value in values), Fraction(1)])
        assert abs(Fraction(found) - exact) <= scale * Fraction(1, 10**12)


@given(text=st.text(max_size=30))
def test_no_text_whatever_breaks_the_reading_of_formulas(text: str) -> None:
    problems = Problems()
    expression = parse_formula(text, Place("f.yaml", 1, 1), problems)
    assert (expression is None) == bool(problems.errors)


@pytest.mark.parametrize("text", REFUSED.split("|"))
def test_nothing_but_plain_arithmetic_passes(text: str) -> None:
    problems = Problems()
    assert parse_formula(text, Place("f.yaml", 1, 1), problems) is None
    assert problems.errors[0].hint.startswith("a formula is made of figure ids, numbers")


def test_an_operator_is_pointed_at_by_its_own_column() -> None:
    made = content(
        figure("größe", "4", "metres"),
        figure("b", "2", "tonnes"),
        formula("c", "2 * (größe)  -  b"),
    )
    assert complaints(made)[0].startswith(
        'f.yaml:3:23: error: "2 * (größe)  -  b" takes the difference of "2 * (größe)" '
        '(unit "metres") and "b" (unit "tonnes"): their units differ'
    )


def test_a_sum_keeps_the_decimals_of_its_terms_and_a_quotient_is_printed_by_size() -> None:
    a, b = figure("a", "240.5"), figure("b", "660.25")
    assert str(resolved_figure(formula("c", "a + b"), a, b).rounded) == "900.75"
    assert str(resolved_figure(formula("c", "b / a"), a, b).rounded) == "2.7"
    assert str(resolved_figure(formula("c", "a * b"), a, b).rounded) == "158790"
    assert str(resolved_figure(formula("c", "b / a", decimals=3), a, b).rounded) == "2.745"
    assert str(resolved_figure(formula("c", "(a + a) / a"), a, b).rounded) == "2"
    share, rest = formula("share", "100 * a / b", unit="%"), formula("rest", "100 - share")
    assert str(resolved_figure(rest, share, a, b).rounded) == "64"


def test_the_exact_value_is_never_rounded_on_the_way() -> None:
    third = formula("third", "a / 3")
    whole = resolved_figure(formula("whole", "third * 3"), third, figure("a", "1"))
    assert whole.value == Decimal("0.9999999999999999999999999999")
    assert str(whole.rounded) == "1"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("ships + 3", "ships"),
        ("3 - ships", "ships"),
        ("2 * ships", "ships"),
        ("ships / 2", "ships"),
        ("ships / ships", ""),
        ("ships * cost / ships", "USD bn"),
        ("100 - share", "%"),
        ("share + share", "%"),
        ("share / 2", "%"),
        ("cost * share / 100", "USD bn"),
        ("-cost", "USD bn"),
        ("cost / cost * 100", ""),
        ("times * cost", "USD bn"),
    ],
)
def test_units_follow_the_arithmetic(text: str, unit: str) -> None:
    figures = (
        figure("ships", "4", "ships"),
        figure("cost", "8", "USD bn"),
        figure("share", "20", "%"),
        figure("times", "3", "times"),
    )
    assert resolved_figure(formula("result", text), *figures).unit == unit


@pytest.mark.parametrize(
    ("text", "stated", "allowed"),
    [
        ("a / b", "%", False),
        ("a / b", "times", False),
        ("a / b", "tonnes per ship", True),
        ("a / b", "tonnes", False),
        ("a + a", "tonnes", True),
        ("a + a", "%", False),
        ("100 * a / a", "%", True),
        ("a / a", "tonnes", False),
        ("a * b", "%", False),
        ("3 * 4", "tonnes", True),
    ],
)
def test_a_stated_unit_must_fit_what_the_formula_comes_to(
    text: str, stated: str, allowed: bool
) -> None:
    made = content(
        figure("a", "6", "tonnes"), figure("b", "3", "ships"), formula("c", text, unit=stated)
    )
    assert (complaints(made) == []) == allowed


@pytest.mark.parametrize(
    ("text", "stated", "allowed"),
    [
        ("a / b", "EUR mn", True),
        ("a / b", "million euros per ship", True),
        ("a / b", "EUR", False),
        ("1000000 * a / b", "EUR", True),
        ("b / a", "EUR mn", False),
        ("a * b", "EUR mn", False),
    ],
)
def test_money_for_each_of_something_may_be_stated_as_money(
    text: str, stated: str, allowed: bool
) -> None:
    made = content(
        figure("a", "6", "EUR mn"), figure("b", "3", "ships"), formula("c", text, unit=stated)
    )
    assert (complaints(made) == []) == allowed


@pytest.mark.parametrize(
    ("language", "example"),
    [
        ("en", "tonnes per ship"),
        ("de", "Tonnen je Schiff"),
        ("fr", "tonnes par navire"),
        ("uk", "тонн на корабель"),
    ],
)
def test_a_unit_of_two_is_asked_for_in_the_words_of_the_language(
    language: str, example: str
) -> None:
    made = content(
        figure("a", "6", "t"), figure("b", "3", "x"), formula("c", "a / b"), language=language
    )
    assert example in complaints(made)[0]


def test_units_print_as_powers_and_quotients() -> None:
    assert str(Unit({"m": 2, "s": -1})) == "m²/s"
    assert str(Unit({"s": -2})) == "1/s²"
    assert str(unit_of("times", frozenset({"times"}), "points")) == "times"


def test_confidence_is_the_weakest_where_all_state_one_and_periods_pass_on_in_order() -> None:
    a = figure("a", "1", as_of=Moment(2024), confidence=Confidence.CONFIRMED)
    b = figure("b", "1", as_of=Moment(2024), confidence=Confidence.BELIEVED)
    c = figure("c", "1", as_of=Moment(2023))
    both = resolved_figure(formula("d", "a + b"), a, b, c)
    assert (both.confidence, both.as_of) == (Confidence.BELIEVED, Moment(2024))
    mixed = resolved_figure(formula("d", "a + c"), a, b, c)
    assert mixed.confidence is None
    assert mixed.as_of == ((Moment(2023), "c"), (Moment(2024), "a"))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en-GB", "2023, September\u00a02024, since the war, not stated"),
        ("de", "2023, September\u00a02024, since the war, nicht angegeben"),
    ],
)
def test_every_period_that_a_computed_figure_rests_on_is_printed(language: str, said: str) -> None:
    stated = [
        figure("a", "1", as_of=Moment(2024, 9)),
        figure("b", "1"),
        figure("c", "1", as_of="since the war"),
        figure("d", "1", as_of=Moment(2023)),
        figure("e", "1", as_of=Moment(2023)),
    ]
    sums = formula("sum", "a + b + c"), formula("all", "sum + d + e")
    made = content(*stated, *sums, language=language)
    briefing = resolve(made, Problems())
    assert briefing is not None
    (run,) = briefing.printed["all"]["as_of"]
    assert run.text == said
    assert run.owner == Owner("figure", "all", "as_of")


@pytest.mark.parametrize(
    ("a", "b", "text", "unit", "printed"),
    [
        ("3", "7000", "100 * a / b", "%", "0.04%"),
        ("6999", "7000", "100 * a / b", "%", "99.99%"),
        ("7000", "7000", "100 * a / b", "%", "100%"),
        ("0", "7000", "100 * a / b", "%", "0%"),
        ("1", "400000", "a / b", "times", "0.0000025\u00a0times"),
        ("-3", "7000", "a / b", "times", "\u22120.0004\u00a0times"),
        ("3", "7", "100 * a / b", "%", "43%"),
    ],
)
def test_a_computed_figure_never_prints_as_nothing_or_all(
    a: str, b: str, text: str, unit: str, printed: str
) -> None:
    made = content(figure("a", a), figure("b", b), formula("c", text, unit=unit))
    briefing = resolve(made, Problems())
    assert briefing is not None
    assert plain(briefing.printed["c"]["full"]) == printed


def test_decimals_that_would_print_something_as_nothing_are_not_obeyed_in_silence() -> None:
    made = content(
        figure("a", "3"), figure("b", "7000"), formula("c", "100 * a / b", unit="%", decimals=1)
    )
    problems = Problems()
    briefing = resolve(made, problems)
    assert briefing is not None
    assert plain(briefing.printed["c"]["full"]) == "0.04%"
    assert [str(problem) for problem in problems] == [
        'figures.yaml:1:1: warning: figure "c" comes to 0.04286, and is not printed as 0.0,'
        " as it would be with `decimals: 1`\n"
        "  give it `decimals: 2`, or leave them out"
    ]


def test_a_part_that_rounding_makes_nothing_is_an_error() -> None:
    shares = [figure(name, value, "%") for name, value in (("x", "0.06"), ("y", "99.88"))]
    parts = [
        formula(name, f"{share} * 1", decimals=1)
        for name, share in (("a", "x"), ("b", "x"), ("c", "y"))
    ]
    made = content(*shares, *parts, figure("all", "100", "%", parts=("a", "b", "c")))
    assert complaints(made) == [
        'figures.yaml:1:1: error: figure "b" would be printed as 0.0, and comes to 0.06\n'
        "  it is rounded with other parts of a whole: give them more `decimals`"
    ]


@pytest.mark.parametrize(
    ("language", "unit", "printed"),
    [("en-GB", "times", "1.02 times"), ("de", "-mal", "1,02-mal"), ("fr", "fois", "1,02 fois")],
)
def test_what_is_a_little_more_than_once_is_not_printed_as_once(
    language: str, unit: str, printed: str
) -> None:
    shares = figure("a", "41.5", "%"), figure("b", "40.5", "%")
    made = content(*shares, formula("c", "a / b", unit=unit), language=language)
    assert plain(resolved(made).printed["c"]["full"]).replace("\u00a0", " ") == printed


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "printed", "needed"),
    [
        ("0.04", "%", 1, "0.0", 2),
        ("99.97", "%", 1, "100.0", 2),
        ("99.997", "%", 0, "100", 3),
        ("999.7", "‰", 0, "1000", 1),
        ("-0.04", "°C", 1, "0.0", 2),
        ("0.3", "GBP mn", 0, "0", 1),
        ("1.04", "times", 1, "1.0", 2),
    ],
)
def test_a_stated_value_is_not_printed_as_nothing_or_as_all_and_keeps_its_sign(
    value: str, unit: str, decimals: int, printed: str, needed: int
) -> None:
    assert complaints(content(figure("a", value, unit, decimals=decimals))) == [
        f'figures.yaml:1:1: error: figure "a" would be printed as {printed}, and is {value}\n'
        f"  give it `decimals: {needed}`"
    ]
    assert complaints(content(figure("a", value, unit, decimals=needed))) == []


def test_figures_are_resolved_in_the_order_of_the_content_whatever_they_rest_on() -> None:
    made = resolved(content(formula("z", "y * 2"), formula("y", "x * 2"), figure("x", "2")))
    assert list(made.figures) == ["z", "y", "x"]
    assert made.figures["z"].value == 8


@given(st.dictionaries(st.integers(0, 9), st.lists(st.integers(0, 9), max_size=3), max_size=10))
def test_an_order_puts_everything_after_what_it_needs_unless_there_is_a_cycle(
    numbers: dict[int, list[int]],
) -> None:
    graph = {str(node): [str(need) for need in needs] for node, needs in numbers.items()}
    order, cycles = ordered(graph)
    assert sorted(order) == sorted(graph)
    for cycle in cycles:
        assert cycle[0] == cycle[-1]
        assert all(after in graph[node] for node, after in pairwise(cycle))
    if not cycles:
        for place, node in enumerate(order):
            assert all(need in order[:place] for need in graph[node] if need in graph)


@pytest.mark.longer
def test_a_long_chain_of_figures_is_no_trouble() -> None:
    chain = [formula(f"f{n}", f"f{n - 1} + 1") for n in range(1, 1200)]
    assert resolved_figure(chain[-1], figure("f0", "0"), *chain[:-1]).value == 1199
