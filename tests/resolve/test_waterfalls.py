"""Waterfalls are settled before they are drawn: bars, signs, hedges, and totals that add up."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.figure import CellRef, Figure, Hedge
from builder.model.text import plain
from builder.problems import Place
from tests.resolve.making import (
    chart,
    chart_spec,
    complaints,
    content,
    figure,
    formula,
    table,
    words,
)

START = figure("start", "100", "ships")
BUILT = figure("built", "45", "ships", hedge=Hedge.AT_LEAST)
LOST = figure("lost", "-30", "ships")
NOW = formula("now", "start + built + lost")
NAMES = ("start", "built", "lost", "now")
STEPS = table("steps", "step,money\nBefore,5\nTrade,-7.5\nGrants,4\nNow,")


def labels(made: ResolvedChart) -> list[str]:
    return [datum.label.text for datum in made.series[0].data]


def bars(made: ResolvedChart) -> list[tuple[str, str, bool]]:
    return [(str(span.start), str(span.end), span.standing) for span in made.spans]


def found(*figures: Figure, **keys: object) -> list[str]:
    """Return the first lines of what is wrong with a waterfall."""
    data = keys.pop("data", ())
    keys.setdefault("source", ("survey",))
    spec = chart_spec("waterfall", title=words("So"), **keys)
    made = content(*figures, charts=(spec,), data=data)  # type: ignore[arg-type]
    return [text.splitlines()[0] for text in complaints(made)]


def test_steps_are_signed_and_totals_are_not_and_hedges_are_carried() -> None:
    made = chart("waterfall", START, BUILT, LOST, NOW, figures=NAMES, totals=("start", "now"))
    assert labels(made) == ["100", "≥\u202f+45", "−30", "≥115"]
    assert bars(made) == [
        ("0", "100", True),
        ("100", "145", False),
        ("145", "115", False),
        ("0", "115", True),
    ]


def test_a_signed_figure_has_a_form_of_its_own_which_no_sentence_prints() -> None:
    made = chart("waterfall", START, BUILT, LOST, NOW, figures=NAMES, totals=("start", "now"))
    owners = [datum.label.owner for datum in made.series[0].data]
    assert [(one.kind, one.id, one.form) for one in owners if one] == [
        ("figure", "start", "short"),
        ("figure", "built", "signed|short"),
        ("figure", "lost", "signed|short"),
        ("figure", "now", "short"),
    ]


def test_a_bar_that_is_not_named_a_total_is_a_step_even_if_it_comes_first() -> None:
    made = chart("waterfall", START, LOST, figures=("start", "lost"))
    assert labels(made) == ["+100", "−30"]
    assert not any(span.standing for span in made.spans)


def test_a_total_without_a_value_is_computed_and_owned() -> None:
    made = chart(
        "waterfall",
        data=(STEPS,),
        table="steps",
        x="step",
        y=("money",),
        totals=("Before", "Now"),
        unit="EUR bn",
    )
    assert labels(made) == ["€5bn", "−€7.5bn", "+€4bn", "€1.5bn"]
    assert made.series[0].data[3].value == Decimal("1.5")
    owner = made.series[0].data[3].label.owner
    assert owner is not None
    assert (owner.kind, owner.id) == ("cell", "one!total/4")


def test_a_computed_total_carries_the_hedges_of_its_steps_past_another_total() -> None:
    made = chart(
        "waterfall",
        figure("first", "100"),
        figure("more", "20", hedge=Hedge.ABOUT),
        formula("half", "first + more"),
        figure("less", "-5"),
        formula("end", "half + less"),
        figures=("first", "more", "half", "less", "end"),
        totals=("half", "end"),
    )
    assert labels(made) == ["+100", "≈\u202f+20", "≈120", "−5", "≈115"]


def test_its_axis_holds_every_level_and_is_not_shown() -> None:
    made = chart("waterfall", figure("up", "50"), figure("down", "-80"), figures=("up", "down"))
    assert made.value_axis is not None
    assert made.value_axis.max == 50
    assert made.value_axis.min <= -30
    assert not made.value_axis.shown


def test_its_alt_text_reads_the_steps_in_order() -> None:
    made = chart("waterfall", START, BUILT, LOST, NOW, figures=NAMES, totals=("start", "now"))
    assert plain(made.alt).replace("\u00a0", " ") == (
        "Waterfall chart. Start: Start, 100 ships. Steps: Built, at least +45 ships; Lost, "
        "−30 ships. End: Now, at least 115 ships. Source: Survey."
    )


def test_a_total_that_the_bars_do_not_come_to_is_an_error_with_both_numbers() -> None:
    wrong = figure("now", "120", "ships")
    assert found(START, BUILT, LOST, wrong, figures=NAMES, totals=("start", "now")) == [
        'charts.yaml:1:1: error: chart "one": the total "Now" is 120, but the bars before it come '
        "to 115"
    ]


def test_a_wrong_total_of_a_table_is_named_by_its_line() -> None:
    steps = table("steps", "step,money\nBefore,5\nTrade,-7.5\nNow,2")
    assert found(
        data=(steps,), table="steps", x="step", y=("money",), totals=("Before", "Now"), unit="%"
    ) == [
        'data/steps.csv:4: error: chart "one": the total "Now" is 2%, but the bars before it come '
        "to −2.5%"
    ]


def test_totals_that_differ_by_rounding_alone_are_told_so() -> None:
    thirds = [
        figure("one", "10.4", decimals=0),
        figure("two", "20.4", decimals=0),
        formula("both", "one + two", decimals=0),
    ]
    spec = ChartSpec(
        "c",
        "waterfall",
        words("So"),
        figures=("one", "two", "both"),
        keys=(("totals", ("both",)),),
        source=("survey",),
        place=Place("charts.yaml", 1, 1),
    )
    (problem,) = complaints(content(*thirds, charts=(spec,)))
    assert problem.splitlines()[1].strip().startswith("only their rounding differs")


@pytest.mark.parametrize(
    ("rows", "totals", "message"),
    [
        (
            "Before,5\nTrade,\nNow,5",
            ("Now",),
            'data/steps.csv:3: error: chart "one": the step "Trade" has no value',
        ),
        (
            "Before,\nTrade,5",
            ("Before",),
            'data/steps.csv:2: error: chart "one": the total "Before" cannot be computed: '
            "it is the first",
        ),
    ],
)
def test_a_bar_without_a_value_is_named(rows: str, totals: tuple[str, ...], message: str) -> None:
    steps = table("steps", f"step,money\n{rows}")
    assert found(data=(steps,), table="steps", x="step", y=("money",), totals=totals) == [message]


def test_a_total_for_which_no_hedge_is_sound_is_not_computed() -> None:
    row = CellRef("steps", (("step", "Before"),), "money")
    hedged = [
        Figure("before", "Before", cell=row, hedge=Hedge.AT_LEAST, source="survey"),
        Figure(
            "trade",
            "Trade",
            cell=replace(row, row=(("step", "Trade"),)),
            hedge=Hedge.ABOUT,
            source="survey",
        ),
    ]
    assert found(
        *hedged, data=(STEPS,), table="steps", x="step", y=("money",), totals=("Before", "Now")
    ) == [
        'data/steps.csv:5: error: chart "one": the total "Now" cannot be computed: no hedge is '
        "sound for the sum of the bars before it"
    ]


def test_steps_follow_each_other_so_no_order_can_be_asked_for() -> None:
    assert found(START, LOST, figures=("start", "lost"), order="descending") == [
        'charts.yaml:1:1: error: chart "one" asks for `order: descending`, but its steps follow '
        "each other"
    ]


def test_a_waterfall_shows_one_series() -> None:
    two = table("two", "step,a,b\nOne,1,2\nTwo,3,4")
    assert found(data=(two,), table="two", x="step", y=("a", "b")) == [
        'charts.yaml:1:1: error: chart "one" has 2 series, but a waterfall shows one'
    ]
