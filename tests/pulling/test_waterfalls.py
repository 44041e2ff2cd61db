"""Waterfalls edited in PowerPoint: steps are taken back, what follows from them comes along."""

from __future__ import annotations

from decimal import Decimal

import pytest

from builder.pulling import Pulled
from tests.pulling.conftest import Desk

pytestmark = pytest.mark.usefixtures("remembered")

# Columns of the store: steps, spacing, total, increase, decrease.


def changes(pulled: Pulled) -> dict[str, object]:
    return {str(change.target): change.value for change in pulled.changes}


def refusals(pulled: Pulled) -> list[str]:
    return [refusal.found for refusal in pulled.refusals]


def test_a_number_that_no_binary_fraction_hits_is_not_a_change(desk: Desk) -> None:
    # The workbook holds 8.8 as 8.800000000000001, as spreadsheets do.
    assert desk.compare(desk.open()) == Pulled()


def test_a_changed_rise_is_taken_back_and_a_fall_with_its_own_sign(desk: Desk) -> None:
    pulled = desk.compare(desk.open().set("store", {"D3": 5.5, "E4": 3}))
    assert refusals(pulled) == []
    assert changes(pulled) == {"store!2/litres": Decimal("5.5"), "store!3/litres": Decimal(-3)}


@pytest.mark.longer
def test_a_changed_step_is_written_into_the_data_file(desk: Desk) -> None:
    pulled = desk.pull(desk.open().set("store", {"E5": 7.5}), write=True)
    assert refusals(pulled) == []
    assert "Farms,-7.5\n" in desk.text("data/store.csv")


@pytest.mark.longer
def test_a_step_below_zero_is_read_with_its_own_sign(desk: Desk) -> None:
    # The rain rises from -5.8 to -3.8: stacked downwards, it is held as -2.
    pulled = desk.compare(desk.open().set("balance", {"D4": -2.5}))
    assert changes(pulled) == {"balance!3/litres": Decimal("2.5")}


@pytest.mark.longer
def test_bases_and_totals_that_follow_from_a_changed_step_are_no_changes(desk: Desk) -> None:
    moved = {"D3": 5.5, "B4": 15.5, "B5": 9.5, "C6": 9.5}
    pulled = desk.compare(desk.open().set("store", moved).relabel("store", "8.5", "9.5"))
    assert refusals(pulled) == []
    assert changes(pulled) == {"store!2/litres": Decimal("5.5")}


@pytest.mark.longer
def test_a_base_or_total_changed_by_itself_is_refused(desk: Desk) -> None:
    pulled = desk.compare(desk.open().set("store", {"B4": 10, "C6": 9}))
    assert pulled.changes == ()
    assert refusals(pulled) == [
        "“10” stands where the chart computes “14.5”",
        "“9” stands where the chart computes “8.5”",
    ]


@pytest.mark.longer
def test_a_total_that_does_not_follow_from_its_bars_is_refused(desk: Desk) -> None:
    pulled = desk.compare(desk.open().set("store", {"D3": 5.5}).relabel("store", "8.5", "9"))
    assert changes(pulled) == {"store!2/litres": Decimal("5.5")}
    assert refusals(pulled) == ["“9” stands where the chart computes “9.5”"]


@pytest.mark.longer
def test_the_parts_of_a_bar_across_zero_are_changed_by_its_label(desk: Desk) -> None:
    parts = desk.compare(desk.open().set("balance", {"D5": 5}))
    assert refusals(parts) == ["“5” stands where the chart computes “4”"]
    pulled = desk.compare(desk.open().set("balance", {"D5": 5}).relabel("balance", "+7.8", "+8.8"))
    assert refusals(pulled) == []
    assert changes(pulled) == {"balance!4/litres": Decimal("8.8")}


@pytest.mark.longer
def test_a_height_of_the_other_sign_is_refused(desk: Desk) -> None:
    pulled = desk.compare(desk.open().set("store", {"E4": -3}))
    assert pulled.changes == ()
    assert refusals(pulled) == ["2 became -3"]


@pytest.mark.longer
def test_a_changed_label_is_taken_back_as_its_step(desk: Desk) -> None:
    pulled = desk.compare(
        desk.open().relabel("store", "−2", "−2.5").relabel("store", "+4.5", "+6.5")
    )
    assert refusals(pulled) == []
    assert changes(pulled) == {"store!3/litres": Decimal("-2.5"), "store!2/litres": Decimal("6.5")}


@pytest.mark.longer
def test_a_total_that_follows_from_a_changed_step_is_told_to_follow(desk: Desk) -> None:
    (change,) = desk.pull(desk.open().set("store", {"E5": 7.5})).changes
    following = {touched.entry.owner for touched in change.touches}
    assert following >= {"store!4/litres", "store!total/5"}
