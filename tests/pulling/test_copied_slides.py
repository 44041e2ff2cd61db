"""Slides that were moved, deleted, copied or added are told as that, and hide no number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from builder.pulling import Pulled, change_lines
from tests.pulling.conftest import Desk

OPENING = "The quay moves more boxes than before"


def slides(pulled: Pulled) -> list[tuple[int, str]]:
    return [(one.slide, one.what) for one in pulled.slides]


def found(pulled: Pulled) -> list[str]:
    return [refusal.found for refusal in pulled.refusals]


@pytest.mark.longer
def test_the_untouched_numbers_of_a_copy_are_not_refused(typed: Desk) -> None:
    pulled = typed.compare(typed.open().copy(2))
    assert slides(pulled) == [(3, "is a copy of slide 2")]
    assert found(pulled) == []
    assert not pulled.changes


def test_a_number_changed_on_a_copy_is_a_change(typed: Desk) -> None:
    pulled = typed.compare(typed.open().copy(2).say("61,000 boxes", "62,000 boxes", slide=3))
    assert [(change.figure, change.value) for change in pulled.changes] == [
        ("boxes", Decimal(62000))
    ]
    assert [edit.spot.slide for edit in pulled.changes[0].edits] == [3]
    assert found(pulled) == []


@pytest.mark.longer
def test_a_slide_and_its_copy_that_say_different_numbers_are_refused(typed: Desk) -> None:
    edited = typed.open().copy(2).say("61,000 boxes", "62,000 boxes", slide=3)
    edited.say("61,000 boxes", "63,000 boxes", slide=2)
    pulled = typed.compare(edited)
    assert not pulled.changes
    assert found(pulled) == [
        "“boxes” was changed to different values: “63,000 boxes” and “62,000 boxes”"
    ]


def test_a_moved_slide_is_one_finding_and_its_changes_are_taken(typed: Desk) -> None:
    edited = typed.open().say("61,000 boxes", "62,000 boxes", slide=2).move(2, 5)
    pulled = typed.compare(edited)
    assert slides(pulled) == [(5, "was slide 2")]
    assert [change.value for change in pulled.changes] == [Decimal(62000)]
    assert not pulled.wordings


def test_a_deleted_slide_is_one_finding(typed: Desk) -> None:
    pulled = typed.compare(typed.open().delete(2))
    assert slides(pulled) == [(2, "is gone")]
    assert (pulled.slides[0].title, pulled.refusals, pulled.wordings) == (OPENING, (), ())
    lines = list(change_lines(pulled))
    assert f"  slide 2 (“{OPENING}”) is gone" in lines


def test_a_slide_that_was_hidden_is_one_finding(typed: Desk) -> None:
    edited = typed.open()
    edited.deck.slides[1]._element.set("show", "0")
    pulled = typed.compare(edited)
    assert slides(pulled) == [(2, "is hidden")]
    assert f"  slide 2 (“{OPENING}”) is hidden" in list(change_lines(pulled))


@pytest.mark.longer
def test_the_numbers_of_a_new_slides_table_and_notes_are_named(typed: Desk) -> None:
    edited = typed.open().add_slide(2, table="77 fences", notes="They took 12 weeks")
    pulled = typed.compare(edited)
    assert slides(pulled) == [(3, "is new")]
    assert found(pulled) == [f"“{n}” in the deck belongs to no figure" for n in ("77", "12")]
    assert [refusal.spots[0].slide for refusal in pulled.refusals] == [3, 3]


@pytest.mark.longer
def test_a_sentence_copied_to_another_slide_is_shown_and_not_refused(typed: Desk) -> None:
    edited = typed.open().add_slide(2, notes="The quay moved 61,000 boxes in a year")
    pulled = typed.compare(edited)
    assert found(pulled) == []
    assert [wording.new for wording in pulled.wordings] == ["The quay moved 61,000 boxes in a year"]


def test_a_column_added_to_a_table_is_named_and_hides_no_change(typed: Desk) -> None:
    edited = typed.open()
    (frame,) = [shape for shape in edited.deck.slides[4].shapes if shape.has_table]
    for row, text in zip(frame.table._tbl.tr_lst, ("Share", "55", "19", "23"), strict=True):
        row.add_tc().txBody.p_lst[0].add_r(text)
    frame.table._tbl.tblGrid.add_gridCol(width=999_999)
    edited.say("18.25", "18.75", slide=5)
    pulled = typed.compare(edited)
    assert [str(change.value) for change in pulled.changes] == ["18.75"]
    assert found(pulled) == [f"“{n}” in the deck belongs to no figure" for n in (55, 19, 23)]


def test_a_deleted_chart_and_table_are_told(typed: Desk) -> None:
    edited = typed.open()
    for slide in edited.deck.slides:
        for shape in list(slide.shapes):
            if shape.has_chart or shape.has_table:
                shape._element.getparent().remove(shape._element)
    gone = {wording.old for wording in typed.compare(edited).wordings if not wording.new}
    assert {"the chart stored", "the chart tons", "the table Kind | Tonnes"} <= gone
