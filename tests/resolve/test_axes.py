from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.charts.resolving.axes import aligned, axis_of, check_limits
from builder.model.chart import Axis, AxisSpec
from builder.model.text import Run
from builder.problems import Problems
from tests.resolve.making import place

values = st.lists(st.decimals(-(10**9), 10**9, places=3), min_size=1, max_size=20)


def axis(numbers: list[Decimal], from_zero: bool = False, **stated: Decimal) -> Axis:
    return axis_of(
        numbers,
        AxisSpec(**stated),
        lambda value: Run(f"{value}"),
        from_zero=from_zero,
        shown=True,
    )


@given(values, st.booleans())
def test_an_axis_holds_every_value_on_few_round_steps(
    numbers: list[Decimal], from_zero: bool
) -> None:
    made = axis(numbers, from_zero)
    assert made.min <= min(numbers) <= max(numbers) <= made.max
    assert made.min < made.max
    assert not from_zero or made.min <= 0 <= made.max
    assert 2 <= len(made.ticks) <= 9
    assert made.ticks[0].value == made.min
    assert made.ticks[-1].value == made.max
    steps = {b.value - a.value for a, b in zip(made.ticks, made.ticks[1:], strict=False)}
    assert steps == {made.step}
    assert made.step.normalize().as_tuple().digits in {(1,), (2,), (2, 5), (5,)}


@given(values)
def test_ticks_print_what_they_are(numbers: list[Decimal]) -> None:
    assert all(Decimal(tick.label.text) == tick.value for tick in axis(numbers).ticks)


def test_an_axis_begins_at_zero_where_the_values_come_near() -> None:
    assert axis([Decimal(20), Decimal(90)]).min == 0
    assert axis([Decimal(80), Decimal(90)]).min == 80


# Values, and the lowest and highest tick of their axis, with and without zero kept on it.
CUT = {
    "high": ("80 90", (80, 90), (0, 100)),
    "near zero": ("20 90", (0, 100), (0, 100)),
    "half as high": ("45 90", (0, 100), (0, 100)),
    "a little more than half as high": ("46 90", (40, 90), (0, 100)),
    "low": ("-90 -80", (-90, -80), (-100, 0)),
    "near zero from below": ("-90 -20", (-100, 0), (-100, 0)),
    "half as low": ("-90 -45", (-100, 0), (-100, 0)),
    "a little more than half as low": ("-90 -46", (-90, -40), (-100, 0)),
    "on both sides": ("-20 90", (-25, 100), (-25, 100)),
    "one value": ("90", (0, 100), (0, 100)),
    "all alike": ("90 90 90", (0, 100), (0, 100)),
    "one below zero": ("-90", (-100, 0), (-100, 0)),
    "nought alone": ("0", (0, 1), (0, 1)),
}


@pytest.mark.parametrize("name", CUT)
def test_an_axis_is_cut_below_zero_as_it_is_above(name: str) -> None:
    written, free, kept = CUT[name]
    numbers = [Decimal(number) for number in written.split()]
    for from_zero, expected in ((False, free), (True, kept)):
        made = axis(numbers, from_zero)
        assert (made.ticks[0].value, made.ticks[-1].value) == expected, from_zero


LIMITS = {
    "kept": ("-90 -80", {"min": "-100", "max": "-70"}, False, ""),
    "cuts the lowest": ("-90 -80", {"min": "-85"}, False, "axis min -85 leaves out -90"),
    "cuts the highest": ("-90 -80", {"max": "-85"}, False, "axis max -85 leaves out -80"),
    "need not reach zero": ("-90 -80", {"max": "-70"}, False, ""),
    "length begins at zero": ("-90 -80", {"max": "-70"}, True, "axis max -70 leaves out 0"),
    "upside down": ("-90 -80", {"min": "-70", "max": "-95"}, False, "is not below its max -95"),
}


@pytest.mark.parametrize("name", LIMITS)
def test_limits_below_zero_are_held_to_what_they_leave_out(name: str) -> None:
    written, stated, from_zero, said = LIMITS[name]
    problems = Problems()
    kept = check_limits(
        [Decimal(number) for number in written.split()],
        AxisSpec(**{key: Decimal(limit) for key, limit in stated.items()}),
        from_zero=from_zero,
        chart="one",
        place=place(),
        problems=problems,
    )
    assert kept == (not said)
    assert [said in str(problem) for problem in problems] == ([True] if said else [])


def test_limits_and_step_of_the_author_are_kept() -> None:
    made = axis([Decimal(3)], min=Decimal(1), max=Decimal(4), step=Decimal("1.5"))
    assert (made.min, made.max) == (1, 4)
    assert [tick.label.text for tick in made.ticks] == ["1.0", "2.5", "4.0"]


@pytest.mark.parametrize(("numbers", "low"), [("3", 0), ("7.5 7.5", 0), ("90 99", 90), ("-3", -3)])
def test_a_second_axis_begins_at_zero_where_its_values_do_not_differ(
    numbers: str, low: int
) -> None:
    beside = axis([Decimal(0), Decimal(6)])
    made = aligned([*map(Decimal, numbers.split())], beside, lambda value: Run(f"{value}"))
    assert made.min == low
    assert len(made.ticks) == len(beside.ticks)
