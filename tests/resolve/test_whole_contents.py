"""The small content and the real one, resolved: what must hold of any briefing."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.content import read_content
from builder.model.briefing import Briefing
from builder.model.text import FigureUse, NoteMark, Run, plain, texts_of
from builder.problems import Problems
from builder.resolve import resolve
from tests.resolve.making import words

ROOT = Path(__file__).parents[2]
CONTENTS = ["tests/cases/small", "content"]


def briefing_of(folder: str) -> Briefing:
    problems = Problems()
    content = read_content(ROOT / folder, problems)
    assert content is not None
    briefing = resolve(content, problems)
    assert briefing is not None, [str(problem) for problem in problems]
    return briefing


@pytest.fixture(scope="module")
def small() -> Briefing:
    return briefing_of("tests/cases/small")


@pytest.mark.parametrize("folder", CONTENTS)
def test_every_digit_has_an_owner_and_nothing_is_left_unprinted(folder: str) -> None:
    briefing = briefing_of(folder)
    everything = (
        briefing.title,
        briefing.subtitle,
        briefing.date,
        briefing.sections,
        briefing.notes,
        tuple(briefing.charts.values()),
        tuple(briefing.tables.values()),
        tuple(tuple(forms.values()) for forms in briefing.printed.values()),
    )
    seen = 0
    for text in texts_of(everything):
        for item in text:
            assert not isinstance(item, FigureUse | NoteMark)
            seen += 1
            if any(character.isdigit() for character in item.text):
                assert item.owner is not None, item
    assert seen > 100


@pytest.mark.parametrize("folder", CONTENTS)
def test_every_chart_has_a_source_line_an_alt_text_and_as_many_data_as_categories(
    folder: str,
) -> None:
    for chart in briefing_of(folder).charts.values():
        assert plain(chart.source_line).startswith("Source: ")
        assert plain(chart.source_line).endswith(".")
        assert plain(chart.alt)
        assert all(len(series.data) == len(chart.categories) for series in chart.series)


def test_a_figure_prints_with_its_hedge_and_unit_as_one_run(small: Briefing) -> None:
    paragraph = plain(small.sections[0].blocks[0].text)  # type: ignore[union-attr]
    assert paragraph.startswith(
        "The harbour moved 1,415\u00a0thousand tonnes in the year, 860 of them by sea"
    )
    printed = small.printed["quay_cost"]
    assert {form: plain(line) for form, line in printed.items()} == {
        "full": "up to €48.50\u00a0million",
        "number": "up to 48.50",
        "short": "≤€48.50m",
        "hedge": "up to",
        "unit": "",
        "as_of": "since September\u00a02023",
        "label": "Cost of the second quay",
    }
    assert [len(printed[form]) for form in ("full", "number", "short")] == [1, 1, 1]


def test_a_period_in_words_keeps_the_owner_of_its_date(small: Briefing) -> None:
    since, date = small.printed["quay_cost"]["as_of"]
    assert (since.owner and since.owner.id, since.owner and since.owner.form) == (
        "quay_cost",
        "as_of",
    )
    assert date.owner is not None
    assert (date.owner.id, date.owner.form) == ("works_begin", "full")


def test_notes_are_numbered_where_the_paper_marks_them(small: Briefing) -> None:
    (note,) = small.notes
    assert note.number == 1
    mark = next(
        run
        for text in texts_of(small.sections[0].blocks)
        for run in text
        if isinstance(run, Run) and run.note
    )
    assert (mark.text, mark.note) == ("1", 1)
    assert mark.owner is not None
    assert mark.owner.kind == "furniture"


def test_a_formula_carries_sources_period_and_the_weakest_confidence(small: Briefing) -> None:
    whole = small.figures["freight_all"]
    assert whole.sources == ("statistics", "survey")
    assert whole.confidence == "reported"
    assert whole.as_of == small.figures["freight_sea"].as_of
    assert whole.inputs == ("freight_sea", "freight_rail", "freight_road")


def test_only_tables_that_stand_somewhere_are_resolved(small: Briefing) -> None:
    assert "freight" not in small.tables
    assert [plain(column.header) for column in small.tables["passengers"].columns] == [
        "Year",
        "Passengers, thousands",
    ]


def test_a_year_heads_a_row_as_it_is_written(small: Briefing) -> None:
    year, passengers = small.tables["passengers"].rows[0]
    assert plain(year) == "2019"
    assert passengers[0].owner is not None
    assert passengers[0].owner.id == "passengers!1/passengers"


def test_a_name_as_title_is_printed_as_it_is(small: Briefing) -> None:
    assert plain(small.title) == plain(words("The harbour at Norhaven"))
    assert plain(small.date) == "March\u00a02025"
