"""What was changed in a deck is found, with its place, and nothing that was not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from builder.facts.reading import Read
from builder.model.figure import Hedge, Moment
from builder.pulling import Pulled, change_lines, compared, refusal_lines
from builder.pulling.changes import DeckPlace, Edit, Hedging
from builder.pulling.decide import one_value
from tests.altering import packed, unpacked
from tests.pulling.conftest import Desk
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")


def values(pulled: Pulled) -> dict[str, object]:
    return {str(change.target): change.value for change in pulled.changes}


def refused(pulled: Pulled) -> list[str]:
    return [refusal.found for refusal in pulled.refusals]


def test_an_untouched_deck_has_no_changes(desk: Desk) -> None:
    assert desk.compare(desk.open()) == Pulled()


@pytest.mark.longer
def test_a_number_on_a_figure_panel_is_its_figures(desk: Desk) -> None:
    pulled = desk.pull(desk.open().say("≥400", "≥420"))
    (change,) = pulled.changes
    assert (change.figure, change.value, change.hedges) == ("wells_dug", Decimal(420), ())
    assert (change.old, change.new) == ("at least 400\u00a0wells", "at least 420\u00a0wells")
    assert [str(edit.spot) for edit in change.edits] == ["slide 2: “≥420”"]
    assert str(change.place).endswith("content/figures.yaml:5:12")
    assert not pulled.refusals
    assert not pulled.wordings


def test_a_number_in_a_point_a_note_and_a_panel_is_one_change(desk: Desk) -> None:
    edited = desk.open().say("≥400", "≥ 420").say("At least 400 wells", "At least 420 wells")
    pulled = desk.compare(edited.say("at least 400 wells", "at least 420 wells", notes=True))
    (change,) = pulled.changes
    assert change.value == Decimal(420)
    assert [edit.spot.channel for edit in change.edits] == ["body", "body", "notes"]


@pytest.mark.longer
def test_every_place_that_follows_is_shown(desk: Desk) -> None:
    (change,) = desk.pull(desk.open().set("shares", {"B2": 64})).changes
    touched = {(t.medium, t.entry.owner, t.entry.channel) for t in change.touches}
    assert ("paper", "share_north", "body") in touched
    assert ("deck", "share_north", "workbook") in touched
    assert ("deck", "share_south", "workbook") in touched


@pytest.mark.longer
def test_a_cell_of_a_charts_data_is_its_figures(desk: Desk) -> None:
    assert values(desk.compare(desk.open().set("shares", {"B2": 64}))) == {
        "share_north": Decimal(64)
    }


def test_a_cell_of_a_table_changes_the_data_file(desk: Desk) -> None:
    pulled = desk.compare(desk.open().say("7.25", "7.51", slide=5))
    assert values(pulled) == {"yields!2/litres_a_second": Decimal("7.51")}


@pytest.mark.longer
def test_a_plotted_cell_keeps_the_decimals_that_a_workbook_cannot_hold(desk: Desk) -> None:
    pulled = desk.compare(desk.open().set("yields", {"B3": 8.5}))
    assert values(pulled) == {"yields!2/litres_a_second": Decimal("8.50")}


@pytest.mark.longer
def test_a_point_of_a_scatter_chart_changes_either_cell(desk: Desk) -> None:
    pulled = desk.compare(desk.open().set("depths", {"A3": 90, "B3": 7.5}))
    assert values(pulled) == {
        "yields!2/depth, metres": Decimal(90),
        "yields!2/litres_a_second": Decimal("7.50"),
    }


def test_number_words_dates_and_money_are_read(desk: Desk) -> None:
    edited = desk.open().say("4 Nov 2025", "11 Nov 2025").say("March 2021", "1 April 2021")
    edited.say("five million litres", "six million two hundred thousand litres", notes=True)
    edited.say(
        "cost €48.50 million, and each pump €1,241", "cost €51.2 million, and each pump €1,300"
    )
    assert values(desk.compare(edited, "cost", "pump_price")) == {
        "report_due": Moment(2025, 11, 11),
        "survey_begins": Moment(2021, 4, 1),
        "litres": Decimal(6200000),
        "cost": Decimal("51.2"),
        "pump_price": Decimal(1300),
    }


@pytest.mark.longer
def test_digits_in_place_of_number_words_are_read(desk: Desk) -> None:
    edited = desk.open().say("five million litres", "5.5 million litres", notes=True)
    assert values(desk.compare(edited)) == {"litres": Decimal(5500000)}


@pytest.mark.longer
def test_a_bound_number_without_its_hedge_stays_without(desk: Desk) -> None:
    pulled = desk.compare(desk.open().say("The 400 sites", "The 420 sites"))
    (change,) = pulled.changes
    assert (change.value, change.hedges) == (Decimal(420), ())


@pytest.mark.longer
def test_a_date_that_names_a_category_changes_its_cell(desk: Desk) -> None:
    pulled = desk.compare(desk.open().set("rain", {"A2": "Oct 2024"}))
    assert values(pulled) == {"rain!2/month": "2024-10"}


@pytest.mark.longer
def test_a_name_by_which_a_row_is_found_is_not_renamed(desk: Desk) -> None:
    pulled = desk.compare(desk.open().set("yields", {"A3": "Lowest"}))
    assert refused(pulled) == ["“Lowest” renames a row by which yield_lower is found"]


@pytest.mark.longer
def test_another_name_changes_its_cell(desk: Desk) -> None:
    pulled = desk.compare(desk.open().say("Valley floor", "Valley bed", slide=5))
    assert values(pulled) == {"yields!3/well": "Valley bed"}


@pytest.mark.longer
def test_a_number_typed_in_another_way_is_no_change(desk: Desk) -> None:
    edited = desk.open().say("≥400", ">= 400").say("€48.50 million", "€48.5m")
    assert not desk.compare(edited).changes


def test_a_new_hedge_is_taken_with_the_number(desk: Desk) -> None:
    (change,) = desk.compare(desk.open().say("about 212 metres", "at least 215 metres")).changes
    assert change.value == Decimal(215)
    assert change.hedges == (Hedging("deepest", Hedge.ABOUT, Hedge.AT_LEAST),)


def test_another_word_for_a_hedge_is_read_and_an_unknown_one_told_with_those_known(
    desk: Desk,
) -> None:
    (change,) = desk.compare(desk.open().say("about 212 metres", "roughly 215 metres")).changes
    assert (change.value, change.hedges) == (Decimal(215), ())
    (told,) = desk.compare(desk.open().say("about 212 metres", "a good 215 metres")).refusals
    assert told.hint.startswith(
        "write the hedge again in the deck, as “about” (around, roughly, approximately, approx., "
    )


@pytest.mark.longer
def test_a_hedge_alone_is_a_change(desk: Desk) -> None:
    (change,) = desk.compare(desk.open().say("≥400", ">400")).changes
    assert change.value is None
    assert change.hedges == (Hedging("wells_dug", Hedge.AT_LEAST, Hedge.MORE_THAN),)


def test_a_dropped_hedge_is_refused(desk: Desk) -> None:
    pulled = desk.compare(desk.open().say("≥400", "420"))
    assert not pulled.changes
    assert refused(pulled) == ["“420” drops the hedge “at least” of “wells_dug”"]


@pytest.mark.longer
def test_two_hedges_for_one_figure_are_refused(desk: Desk) -> None:
    edited = desk.open().say("≥400", ">420").say("At least 400 wells", "About 420 wells")
    assert refused(desk.compare(edited)) == [
        "“wells_dug” is hedged in two ways: “>420” and “About 420 wells”"
    ]


@pytest.mark.longer
def test_a_hedge_where_the_content_drops_it_is_refused(desk: Desk) -> None:
    pulled = desk.compare(desk.open().say("The 400 sites", "The at least 420 sites"))
    assert refused(pulled) == ["“at least 420” hedges “wells_dug” where the content prints it bare"]


@pytest.mark.longer
def test_two_values_for_one_number_are_refused_with_both_places(desk: Desk) -> None:
    edited = desk.open().say("≥400", "≥420").say("At least 400 wells", "At least 430 wells")
    pulled = desk.compare(edited)
    (refusal,) = pulled.refusals
    assert not pulled.changes
    assert refusal.found == (
        "“wells_dug” was changed to different values: “≥420” and “At least 430 wells”"
    )
    assert [str(spot) for spot in refusal.spots] == [
        "slide 2: “≥420”",
        "slide 2: “At least 430 wells were dug after the survey began in March 2021”",
    ]


@pytest.mark.longer
def test_a_value_and_its_rounding_are_one_value(desk: Desk) -> None:
    edited = desk.open().set("yields", {"B3": 7.94}).say("7.25", "7.9", slide=5)
    assert values(desk.compare(edited)) == {"yields!2/litres_a_second": Decimal("7.94")}


def test_a_computed_figure_is_refused(desk: Desk) -> None:
    pulled = desk.compare(desk.open().set("shares", {"B3": 30}))
    (refusal,) = pulled.refusals
    assert not pulled.changes
    assert refusal.found == (
        "“30” stands where “share_south” is computed: 100 - share_north; it would come to “38%”"
    )
    assert "share_north" in refusal.hint


@pytest.mark.longer
def test_a_computed_figure_that_follows_from_the_others_is_right(desk: Desk) -> None:
    edited = desk.open().set("shares", {"B2": 70, "B3": 30})
    pulled = desk.compare(edited)
    assert values(pulled) == {"share_north": Decimal(70)}
    assert not pulled.refusals


@pytest.mark.longer
def test_a_computed_figure_that_is_right_but_for_a_hedge_is_refused(desk: Desk) -> None:
    edited = desk.open().set("shares", {"B2": 70, "B3": 30}).say("38%", "about 30%", slide=3)
    (refusal,) = desk.compare(edited).refusals
    assert refusal.found == (
        "“about 30%” stands where “share_south” is computed: 100 - share_north; "
        "it would come to “30%”"
    )


ROUNDED = {
    "a bound is rounded to what it still says": ("at least", "418.7 418", "418.7"),
    "a bound is not rounded beyond what it says": ("at least", "418.7 419", None),
    "an upper bound is rounded up": ("up to", "418.2 419", "418.2"),
    "an upper bound is not rounded down": ("up to", "418.2 418", None),
    "a number is rounded to the nearest": (None, "418.7 419", "418.7"),
    "a number is not rounded otherwise": (None, "418.7 418", None),
}


@pytest.mark.parametrize("name", ROUNDED)
def test_a_rounding_is_one_value_with_a_closer_one_as_its_hedge_allows(name: str) -> None:
    stated, typed, value = ROUNDED[name]
    hedge = Hedge(stated) if stated else None
    target, spot = "wells", DeckPlace(2, "body", "Points")
    reads = [Read(Decimal(number), hedge, exact=True) for number in typed.split()]
    was = Read(Decimal(400), hedge, exact=True)
    edits = [Edit(target, target, "400", str(r.value), was, r, spot) for r in reads]
    for order in (edits, edits[::-1]):
        assert one_value(order, Decimal(400), hedge) == (Decimal(value) if value else None)


@pytest.mark.longer
def test_a_date_takes_the_hedge_that_a_date_can_have(desk: Desk) -> None:
    edited = desk.open().say("began in March 2021", "began in about April 2021")
    (change,) = desk.compare(edited).changes
    assert change.value == Moment(2021, 4)
    assert change.hedges == (Hedging("survey_begins", None, Hedge.ABOUT),)


@pytest.mark.longer
def test_a_date_takes_no_other_hedge(desk: Desk) -> None:
    edited = desk.open().say("began in March 2021", "began in at least April 2021")
    pulled = desk.compare(edited)
    (refusal,) = pulled.refusals
    assert not pulled.changes
    assert refusal.found == "“at least April 2021” hedges the date “survey_begins”"
    assert refusal.hint == "a date can only be hedged “about”"


@pytest.mark.longer
def test_a_chart_that_differs_from_its_workbook_is_refused(desk: Desk) -> None:
    for only in ("book", "cache"):
        edited = desk.open().set("shares", {"B2": 64}, book=only == "book", cache=only == "cache")
        pulled = desk.compare(edited)
        shown, held = ("62", "64") if only == "book" else ("64", "62")
        assert not pulled.changes
        assert refused(pulled) == [
            f"the chart shows “{shown}” and its workbook holds “{held}” where “62” stood"
        ]


@pytest.mark.longer
def test_a_chart_without_its_workbook_is_read_from_itself(desk: Desk) -> None:
    edited = desk.open().set("shares", {"B2": 64}).drop_workbooks()
    assert values(desk.compare(edited)) == {"share_north": Decimal(64)}


@pytest.mark.longer
def test_a_chart_whose_workbook_is_not_in_the_file_is_read_from_itself(desk: Desk) -> None:
    edited = desk.open().set("shares", {"B2": 64}).save(desk.deck.with_name("edited.pptx"))
    members = unpacked(edited.read_bytes())
    assert any(name.startswith("ppt/embeddings/") for name in members)
    kept = {name: data for name, data in members.items() if "embeddings/" not in name}
    edited.write_bytes(packed(kept))
    pulled = compared(edited, desk.case.plans, desk.case.content)
    assert values(pulled) == {"share_north": Decimal(64)}


@pytest.mark.parametrize("typed", share(["many wells", "€420", "420 pumps", "4OO wells"], 4))
def test_what_is_no_number_of_the_figures_form_is_refused(desk: Desk, typed: str) -> None:
    pulled = desk.compare(desk.open().say("At least 400 wells", f"At least {typed}"))
    assert not pulled.changes
    assert len(pulled.refusals) == 1


@pytest.mark.longer
def test_a_number_in_other_words_is_found_while_they_are_alike(desk: Desk) -> None:
    edited = desk.open().say(
        "The deepest of all goes down about 212 metres, where the rock ends",
        "The deepest one of all goes down about 215 metres, to where the rock ends",
    )
    pulled = desk.compare(edited)
    assert values(pulled) == {"deepest": Decimal(215)}
    assert len(pulled.wordings) == 1


@pytest.mark.longer
def test_a_number_among_words_that_are_not_alike_is_refused(desk: Desk) -> None:
    edited = desk.open().say(
        "The deepest of all goes down about 212 metres, where the rock ends",
        "Nobody had ever expected to find water as far below as about 215 metres",
    )
    pulled = desk.compare(edited)
    assert not pulled.changes
    assert len(pulled.refusals) == 1


def test_a_number_that_belongs_to_no_figure_is_refused(desk: Desk) -> None:
    pulled = desk.compare(desk.open().add("fenced", "Fences took 12 weeks"))
    assert refused(pulled) == ["“12” in the deck belongs to no figure"]


@pytest.mark.longer
def test_words_are_shown_with_their_place_and_left(desk: Desk) -> None:
    before = desk.text("sections/wells.md")
    pulled = desk.compare(desk.open().say("sites are all fenced", "sites are well fenced"))
    (wording,) = pulled.wordings
    assert wording.place.file.endswith("sections/wells.md")
    assert wording.place.line == before[: before.index("sites are all")].count("\n") + 1
    assert not pulled.refusals


@pytest.mark.longer
def test_a_removed_point_is_shown(desk: Desk) -> None:
    pulled = desk.compare(desk.open().remove("goes down"))
    assert [wording.new for wording in pulled.wordings] == [""]
    assert not pulled.changes


@pytest.mark.longer
def test_slides_are_found_wherever_they_are_now(desk: Desk) -> None:
    edited = desk.open().say("≥400", "≥420").move(2, 6).retitle(3, "The sources of yield")
    pulled = desk.compare(edited)
    assert values(pulled) == {"wells_dug": Decimal(420)}
    assert [edit.spot.slide for edit in pulled.changes[0].edits] == [6]


@pytest.mark.longer
def test_a_deck_of_another_content_is_refused(desk: Desk) -> None:
    sources = desk.content / "sources.yaml"
    sources.write_text(sources.read_text().replace("Register", "List"))
    pulled = desk.pull(desk.open().say("≥400", "≥420"))
    (refusal,) = pulled.refusals
    assert not pulled.changes
    assert "was built from content" in refusal.found


def test_a_claim_that_breaks_is_told_with_its_sentence(desk: Desk) -> None:
    pulled = desk.compare(desk.open().set("shares", {"B2": 40}))
    assert len(pulled.changes) == 1
    found = [problem.found for problem in pulled.consequences]
    assert '"most of them" no longer holds' in found


@pytest.mark.longer
def test_the_report_names_figure_values_places_and_what_follows(desk: Desk) -> None:
    pulled = desk.pull(desk.open().say("€48.50m", "€51.20m").say("≥400", "420"))
    text = "\n".join(change_lines(pulled))
    assert "cost (Cost of the programme): €48.50\u00a0million -> €51.20\u00a0million" in text
    assert "figures.yaml:16:45: becomes 51.20" in text
    assert "changed in the deck on slide 2: “€51.20m”" in text
    assert "  follows in the paper:\n    “€48.50\u00a0million” on page 1\n" in text
    assert "1 change; nothing is written yet: add --apply" in text
    assert "refused: “420” drops the hedge" in "\n".join(refusal_lines(pulled))
