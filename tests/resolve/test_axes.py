from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from builder.model.chart import Axis, AxisSpec
from builder.model.text import Run
from builder.resolve.charts.axes import axis_of

values = st.lists(st.decimals(-(10**9), 10**9, places=3), min_size=1, max_size=20)


def axis(numbers: list[Decimal], from_nought: bool = False, **stated: Decimal) -> Axis:
    return axis_of(
        numbers,
        AxisSpec(**stated),
        lambda value: Run(f"{value}"),
        from_nought=from_nought,
        shown=True,
    )


@given(values, st.booleans())
def test_an_axis_holds_every_value_on_few_round_steps(
    numbers: list[Decimal], from_nought: bool
) -> None:
    made = axis(numbers, from_nought)
    assert made.min <= min(numbers) <= max(numbers) <= made.max
    assert made.min < made.max
    assert not from_nought or made.min <= 0 <= made.max
    assert 2 <= len(made.ticks) <= 9
    assert made.ticks[0].value == made.min
    assert made.ticks[-1].value == made.max
    steps = {b.value - a.value for a, b in zip(made.ticks, made.ticks[1:], strict=False)}
    assert steps == {made.step}
    assert made.step.normalize().as_tuple().digits in {(1,), (2,), (2, 5), (5,)}


@given(values)
def test_ticks_print_what_they_are(numbers: list[Decimal]) -> None:
    assert all(Decimal(tick.label.text) == tick.value for tick in axis(numbers).ticks)


def test_an_axis_begins_at_nought_where_the_values_come_near() -> None:
    assert axis([Decimal(20), Decimal(90)]).min == 0
    assert axis([Decimal(80), Decimal(90)]).min == 80


def test_limits_and_step_of_the_author_are_kept() -> None:
    made = axis([Decimal(3)], min=Decimal(1), max=Decimal(4), step=Decimal("1.5"))
    assert (made.min, made.max) == (1, 4)
    assert [tick.label.text for tick in made.ticks] == ["1.0", "2.5", "4.0"]
