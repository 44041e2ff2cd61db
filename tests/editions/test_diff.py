from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.editions.alike import speech_between
from builder.editions.diff import FigureChange, Shift, diff
from builder.editions.report import how_much, report
from builder.editions.wording import change_line
from builder.model.snapshot import ClaimState, ShownState, ShownValue, SourceState
from builder.model.text import plain
from tests.editions.making import edition, figure, sentence


def change(old: str, new: str, unit: str = "ships", now: str = "ships") -> FigureChange:
    (found,) = diff(edition(figure("a", old, unit)), edition(figure("a", new, now))).figures_changed
    return found


@pytest.mark.parametrize(
    ("old", "new", "difference", "per_cent"),
    [
        ("400", "500", "100", "25"),
        ("400", "300", "-100", "-25"),
        ("2.5", "2.75", "0.25", "10"),
        ("-4", "-5", "-1", "-25"),
        ("-4", "2", "6", "150"),
        ("0", "7", "7", None),
        ("7", "0", "-7", "-100"),
    ],
)
def test_a_changed_number_says_how_much_and_how_much_for_its_size(
    old: str, new: str, difference: str, per_cent: str | None
) -> None:
    found = change(old, new)
    assert found.difference == Decimal(difference)
    assert found.per_cent == (None if per_cent is None else Decimal(per_cent))


def test_a_percentage_moves_by_points_and_not_by_per_cent() -> None:
    found = change("40", "45", "%", "%")
    assert (found.difference, found.per_cent) == (Decimal(5), None)
    assert how_much(found, "en-GB") == "+5 percentage points"


UNITS = [
    *("", "%", "EUR", "EUR thousand", "EUR mn", "EUR bn", "USD mn", "GBP", "GBP bn"),
    *("tonnes", "thousand tonnes", "million tonnes", "journeys", "thousand journeys", "TWh"),
]


@given(
    st.decimals("-900", "900", places=1).filter(bool),
    st.sampled_from(UNITS),
    st.sampled_from(UNITS),
    st.sampled_from(["en-GB", "de", "fr", "uk"]),
)
def test_a_difference_says_its_unit_and_scale(
    amount: Decimal, one: str, other: str, tag: str
) -> None:
    """Of two units no difference reads alike, in print or in the report."""
    changes = [change("1000", f"{1000 + amount:f}", unit, unit) for unit in (one, other)]
    printed = [plain(change_line(each, tag)) for each in changes]
    reported = [how_much(each, tag) for each in changes]
    assert (printed[0] == printed[1]) == (reported[0] == reported[1]) == (one == other)


def test_numbers_of_different_units_have_no_difference() -> None:
    found = change("3", "3000", "USD bn", "USD mn")
    assert (found.difference, found.per_cent) == (None, None)
    assert [aspect.aspect for aspect in found.aspects] == ["unit"]


@pytest.mark.parametrize(
    ("old", "new", "shift", "said"),
    [
        ("2024-09-05", "2024-09-04", Shift(-1, "day"), "1 day earlier"),
        ("2023-09", "2024-01", Shift(4, "month"), "4 months later"),
        ("2023-09-05", "2023-11", Shift(2, "month"), "2 months later"),
        ("2024-02-28", "2024-03-01", Shift(2, "day"), "2 days later"),
    ],
)
def test_a_date_moves_by_the_finest_unit_that_both_state(
    old: str, new: str, shift: Shift, said: str
) -> None:
    found = change(old, new)
    assert found.shift == shift
    assert how_much(found, "en-GB") == said


def test_a_date_that_becomes_a_number_has_neither_difference_nor_shift() -> None:
    found = change("2024-09", "7")
    assert (found.difference, found.per_cent, found.shift) == (None, None, None)
    assert found.is_printed


def test_a_value_that_changed_beyond_the_printed_decimals_is_said_to_print_alike() -> None:
    old = figure("a", "2.71", shown="2.7", printed="2.7")
    new = figure("a", "2.74", shown="2.7", printed="2.7")
    found = diff(edition(old), edition(new))
    assert not found.figures_changed[0].is_printed
    assert "a  2.7  (alike as printed)" in report(found)


def test_what_is_said_of_a_figure_is_compared_too() -> None:
    old = figure("a", "4", hedge="at least", sources=("eu",), confidence="reported", as_of="2024")
    new = figure("a", "4", hedge="about", sources=("eu", "un"), basis="b + c")
    (found,) = diff(edition(old), edition(new)).figures_changed
    assert [(each.aspect, each.before, each.now) for each in found.aspects] == [
        ("hedge", "at least", "about"),
        ("as_of", "2024", ""),
        ("sources", "eu", "eu, un"),
        ("confidence", "reported", ""),
        ("basis", "", "b + c"),
    ]


def test_figures_claims_and_sources_that_come_and_go_are_told() -> None:
    old = edition(
        figure("a", "1"),
        figure("b", "2"),
        claims=(
            ClaimState("c", "More", "a > 0", "holds"),
            ClaimState("d", "Few", "b < 9", "holds"),
        ),
        sources=(SourceState("eu", "Council", "EU"),),
    )
    new = edition(
        figure("b", "2"),
        figure("e", "3"),
        claims=(ClaimState("d", "Few", "b < 9", "fails"), ClaimState("f", "So", "e > 1", "holds")),
        sources=(SourceState("un", "Panel", "UN"),),
    )
    found = diff(old, new)
    assert [state.id for state in found.figures_added] == ["e"]
    assert [state.id for state in found.figures_dropped] == ["a"]
    assert [state.id for state in found.claims_added] == ["f"]
    assert [state.id for state in found.claims_dropped] == ["c"]
    assert [(each.new.id, each.is_flipped) for each in found.claims_changed] == [("d", True)]
    assert [state.id for state in found.sources_added] == ["un"]
    assert [state.id for state in found.sources_dropped] == ["eu"]


def test_an_edition_does_not_differ_from_itself() -> None:
    same = edition(figure("a", "1"), sentences=(sentence("There are {a=1} of them."),))
    assert not diff(same, same)
    assert report(diff(same, same)).endswith("\n\nnothing differs")


def touched(old: list[str], new: list[str]) -> list[tuple[str | None, str | None, bool]]:
    found = diff(
        edition(sentences=tuple(map(sentence, old))), edition(sentences=tuple(map(sentence, new)))
    ).sentences
    return [
        (each.old and each.old.text, each.new and each.new.text, each.is_reworded) for each in found
    ]


def test_a_sentence_is_known_again_whatever_its_figures_say() -> None:
    old = ["The port had {ships=40} ships.", "Nothing changed in {year=2024}."]
    new = ["Nothing changed in {year=2024}.", "The port had {ships=55} ships."]
    assert touched(old, new) == [
        ("The port had 40 ships.", "The port had 55 ships.", False),
    ]


def test_a_rewritten_sentence_stands_beside_what_it_was() -> None:
    old = ["In all, the port had {ships=40} ships in its roads that year."]
    new = ["In all, the port had {ships=40} vessels in its roads that year."]
    assert touched(old, new) == [
        (
            "In all, the port had 40 ships in its roads that year.",
            "In all, the port had 40 vessels in its roads that year.",
            True,
        )
    ]


def test_sentences_with_nothing_in_common_are_one_dropped_and_one_new() -> None:
    assert touched(["Rail moved {a=4}."], ["Everyone expected {b=9} more of the harbour."]) == [
        (None, "Everyone expected 9 more of the harbour.", False),
        ("Rail moved 4.", None, False),
    ]


def test_a_sentence_that_moved_to_another_section_is_not_touched() -> None:
    old = edition(sentences=(sentence("It has {a=4} quays.", "one"),))
    new = edition(sentences=(sentence("It has {a=4} quays.", "two"),))
    assert not diff(old, new)


def test_what_differs_by_the_kind_of_its_spaces_alone_is_no_change() -> None:
    was = figure("a", "3", printed="3 ships", label="Ships in port")
    now = figure("a", "3", printed="3\u00a0ships", label="Ships in\u00a0port")
    table = [
        (ShownState("table t", (ShownValue("One", f"30.{space}June"),)),) for space in " \u00a0"
    ]
    same = diff(edition(was, shown=table[0]), edition(now, shown=table[1]))
    assert not same


def test_a_difference_is_counted_in_the_form_that_figures_print() -> None:
    was = figure("a", "781", "platz", printed="781 Plätze")
    now = figure("a", "811", "platz", printed="811 Plätze")
    scaled = figure("b", "1200", "platz", printed="1,2 Tsd. Plätze")
    found = diff(edition(was, scaled, language="de"), edition(now, scaled, language="de"))
    tag = speech_between((*found.new.figures, *found.old.figures), "de")
    assert how_much(found.figures_changed[0], tag) == "+30 Plätze (+3,8\u00a0%)"
    back = diff(found.new, found.old)
    assert how_much(back.figures_changed[0], tag) == "\u221230 Plätze (\u22123,7\u00a0%)"
