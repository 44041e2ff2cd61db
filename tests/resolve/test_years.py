"""Figures whose value is a year: how they print, where they stand, and what is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.model.chart import ChartSpec
from builder.model.figure import Figure, Hedge, Moment
from builder.model.text import FigureUse, plain
from builder.problems import Place
from tests.resolve.making import TAGS, chart, content, figure, formula, resolved, words

SPEC = ChartSpec(
    id="sizes",
    kind="bar",
    title=words("The finding"),
    source=("survey",),
    figures=("a", "b"),
    place=Place("charts.yaml", 1, 1),
)


def printed(*figures: Figure, language: str = "en-GB", form: str = "full") -> str:
    """Return the first figure as it is printed."""
    made = resolved(content(*figures, language=language))
    return plain(made.printed[figures[0].id][form])


@pytest.mark.parametrize("language", TAGS)
@pytest.mark.parametrize("form", ["full", "number", "short"])
def test_a_year_is_printed_without_grouping(language: str, form: str) -> None:
    assert printed(figure("opened", "2016"), language=language, form=form) == "2016"


def test_a_year_may_be_about_right() -> None:
    about = figure("opened", "2016", hedge=Hedge.ABOUT)
    assert printed(about) == "about 2016"
    assert printed(about, form="short") == "≈2016"


@pytest.mark.parametrize(
    "counted",
    [
        figure("a", "2016", "boats"),
        figure("a", "1900"),
        figure("a", "2016", hedge=Hedge.AT_LEAST),
        figure("a", "2016.5"),
        figure("a", "2016", decimals=1),
    ],
)
def test_a_number_with_a_unit_a_bound_decimals_or_of_another_age_counts(counted: Figure) -> None:
    assert "2,016" in printed(counted) or "1,900" in printed(counted)


def test_parts_and_what_a_chart_plots_by_size_count() -> None:
    whole = figure("whole", "3000", parts=("a", "b"))
    parts = (figure("a", "2000"), figure("b", "1000"))
    assert printed(parts[0], parts[1], whole) == "2,000"
    made = resolved(content(*parts, charts=(SPEC,)))
    assert plain(made.printed["a"]["full"]) == "2,000"


def test_what_follows_from_a_year_is_a_year_and_a_difference_is_none() -> None:
    opened = figure("opened", "2016")
    assert printed(formula("review", "opened + 10"), opened) == "2026"
    assert printed(formula("age", "closed - opened"), opened, figure("closed", "2024")) == "8"


def test_a_year_stands_on_a_timeline_between_dates() -> None:
    figures = (figure("opened", "2016"), figure("began", Moment(2015, 3)))
    made = chart("timeline", *figures, figures=("opened", "began"))
    assert [(event.when, event.date.text) for event in made.events] == [
        (Moment(2015, 3), "March\u00a02015"),
        (Moment(2016), "2016"),
    ]


def test_the_window_of_the_briefing_decides() -> None:
    made = content(figure("opened", "1848"))
    wide = replace(made, meta=replace(made.meta, years=(1800, 2060)))
    assert plain(resolved(made).printed["opened"]["full"]) == "1,848"
    assert plain(resolved(wide).printed["opened"]["full"]) == "1848"


def test_a_year_needs_no_period_and_can_be_compared_in_a_claim() -> None:
    use = FigureUse("opened", (), Place("sections/one.md", 3, 1), claim="late")
    made = resolved(
        content(figure("opened", "2016"), claims={"late": "opened >= 2010"}, text=(use,))
    )
    assert made.printed["opened"]["as_of"] == ()
    assert made.snapshot is not None
    assert [(state.value, state.is_date) for state in made.snapshot.figures] == [("2016", True)]
