"""Years and dates that no figure states: told in words of dates, never by a serial number."""

from __future__ import annotations

import pytest

from builder.pulling import Pulled
from tests.pulling.conftest import Desk
from tests.pulling.editing import Deck

pytestmark = pytest.mark.usefixtures("remembered")


def values(pulled: Pulled) -> dict[str, object]:
    return {str(change.target): change.value for change in pulled.changes}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("open since 2019", "open since 2020", ("2020", "2019", "a year")),
        ("in 2019–2023", "in 2019–2024", ("2019–2024", "2019–2023", "a date")),
    ],
)
def test_another_year_in_the_contents_own_words_is_told_as_one(
    typed: Desk, old: str, new: str, said: tuple[str, str, str]
) -> None:
    pulled = typed.compare(typed.open().say(old, new, slide=2))
    (refusal,) = pulled.refusals
    assert refusal.found == f"“{said[0]}” stands where the content says “{said[1]}”"
    assert "sections/boxes.md:12:" in refusal.hint
    assert refusal.hint.endswith(f": {said[2]} in its own words, which no figure states")
    assert not pulled.changes


def test_a_figure_that_is_a_year_takes_another(typed: Desk) -> None:
    pulled = typed.compare(typed.open().say("begun in 2016", "begun in 2015", slide=2))
    assert [(change.old, change.new) for change in pulled.changes] == [("2016", "2015")]


def test_a_figure_that_is_a_year_takes_no_number_that_is_none(typed: Desk) -> None:
    pulled = typed.compare(typed.open().say("begun in 2016", "begun in 2106", slide=2))
    (refusal,) = pulled.refusals
    assert refusal.found == "“2106” is no year of this briefing, which are 1975 to 2055"
    assert "years:" in refusal.hint


def test_an_untouched_deck_with_an_axis_of_time_has_no_changes(typed: Desk) -> None:
    assert typed.compare(typed.open()) == Pulled()


@pytest.mark.parametrize(
    ("serial", "told", "stored"),
    [(43709 + 61, "Nov 2019", "2019-11"), (43709 + 9, "10 Sept 2019", "2019-09-10")],
)
def test_another_date_on_an_axis_of_time_is_told_in_words(
    typed: Desk, serial: int, told: str, stored: str
) -> None:
    pulled = typed.compare(typed.open().set("stored", {"A4": serial}))
    (change,) = pulled.changes
    assert (str(change.target), change.value) == ("stored!3/month", stored)
    assert [edit.old.replace("\u00a0", " ") for edit in change.edits] == ["Sept 2019"]
    assert [edit.new.replace("\u00a0", " ") for edit in change.edits] == [told]
    assert not pulled.refusals


def test_a_value_on_an_axis_of_time_is_placed_by_its_date(typed: Desk) -> None:
    pulled = typed.compare(typed.open().set("stored", {"B4": 455}))
    (change,) = pulled.changes
    (edit,) = change.edits
    assert str(edit.spot) == "slide 3, Chart stored, workbook: “Sept 2019”"
    assert values(pulled) == {"stored!3/stored": 455}


def test_a_chart_and_a_workbook_of_two_dates_are_told_in_words(typed: Desk) -> None:
    edited: Deck = typed.open().set("stored", {"A4": 43770}, book=False)
    (refusal,) = typed.compare(edited).refusals
    assert refusal.found.replace("\u00a0", " ") == (
        "the chart shows “Nov 2019” and its workbook holds “Sept 2019” where “Sept 2019” stood"
    )
