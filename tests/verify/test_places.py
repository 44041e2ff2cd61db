"""Places are compared as whole texts: what a line's end does is no change, all else is one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.ledger import LedgerPlace
from builder.verify import Finding
from builder.verify.compare import ON_PAPER, ON_SLIDES, compare_places
from tests.verify.making import place


def on_paper(said: str, wanted: str) -> tuple[Finding, ...]:
    return compare_places("paper", [place(1, "P", wanted)], [place(1, "P", said)], ON_PAPER)


def on_slides(said: str, wanted: str) -> tuple[Finding, ...]:
    expected, found = place(1, "paragraph", wanted), place(1, "paragraph", said)
    return compare_places("deck", [expected], [found], ON_SLIDES)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("at least\r\n400 missiles", "at least 400 missiles"),
        ("400 mis\u00ad\nsiles", "400 missiles"),
        ("the Shahed-\n136", "Shahed-136"),
        ("400 short-\nrange mis\u00ad\nsiles", "400 short-range missiles"),
        ("12 tonnes/\nday", "12 tonnes/day"),
        ("3\u00a0700 drones", "3\u202f700 drones"),
        ("\u221212 %", "-12\u00a0%"),
        ("Hwasong\u201111", "Hwasong-11"),
        ("two-thirds of semi\u00adconductors", "two-thirds of semiconductors"),
        ("from 2023-\n24", "from 2023-24"),
        ("(Figure\u00a03)", "( Figure 3)"),
        ("drones.1 More", "drones. 1 More"),
    ],
)
def test_a_text_is_the_same_on_paper_however_its_lines_end(said: str, wanted: str) -> None:
    if said.startswith("the "):
        wanted = f"the {wanted}"
    assert on_paper(said, wanted) == ()


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("at\u00a0least 400\u202fmissiles", "at least 400 missiles"),
        ("\u221212 %", "-12\u00a0%"),
        ("Hwasong\u201111", "Hwasong-11"),
        ("semi\u00adconductors", "semiconductors"),
    ],
)
def test_a_text_is_the_same_on_slides_whatever_signs_its_locale_draws_alike(
    said: str, wanted: str
) -> None:
    assert on_slides(said, wanted) == ()


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("1,400", "400"),
        ("400,000", "400"),
        ("4000", "400"),
        ("2.400", "2,400"),
        ("−400", "400"),
        (">400", "400"),
        ("≥$400", "$400"),
        ("H400", "400"),
        ("20-23", "2023"),
        ("4 missiles", "4 missile"),
        ("4 missile", "4 missiles"),
        ("far larger", "far smaller"),
        ("is not far smaller", "is far smaller"),
        ("$240 million", "$240 billion"),
        ("2\u2076", "26"),
        ("smaller is far", "is far smaller"),
        ("two hundred", "hundred"),
    ],
)
def test_another_text_is_found_on_paper_and_on_slides(said: str, wanted: str) -> None:
    for found in (on_paper(said, wanted), on_slides(said, wanted)):
        (finding,) = found
        assert finding.expected == wanted.replace("−", "-")


def test_a_text_in_two_places_is_not_that_text_in_one() -> None:
    expected = [place(1, "P", "at least 400 missiles")]
    found = [place(1, "P", "at least"), place(1, "P", "400 missiles")]
    assert compare_places("paper", expected, found, ON_PAPER)


def test_each_occurrence_counts_once() -> None:
    once = [place(1, "P", "400 missiles")]
    (more,) = compare_places("paper", once, once * 2, ON_PAPER)
    assert str(more) == ('paper page 1: "400 missiles" should not be there (no plan puts it there)')
    (fewer,) = compare_places("paper", once * 2, once, ON_PAPER)
    assert str(fewer) == 'paper page 1: "400 missiles" is missing'


def test_what_stands_elsewhere_on_its_page_is_said_to() -> None:
    kinds = [place(1, "P", "a claim"), place(1, "TD", "$240bn"), place(1, "LBody", "a point")]
    (found,) = compare_places("paper", kinds, [kinds[1], kinds[2], kinds[0]], ON_PAPER)
    assert "it stands elsewhere than it should" in str(found)


TEXTS = st.sampled_from(
    ["at least 400 missiles", "400", "$240 billion", "$240bn", "90%", "June 2024", "2024", "-12%"]
)
SPACE = st.sampled_from([" ", "\n", "\r\n", " \u00a0", "\u202f"])


def listed(texts: list[str]) -> list[LedgerPlace]:
    return [place(1, "P", text) for text in texts]


@given(st.lists(st.tuples(TEXTS, SPACE), min_size=1))
def test_nothing_is_found_on_a_page_whatever_breaks_its_lines(
    printed: list[tuple[str, str]],
) -> None:
    wanted = listed([f"some {text}, then" for text, _ in printed])
    found = listed(
        [f"some{space}{text.replace(' ', space)}, then{space}" for text, space in printed]
    )
    assert compare_places("paper", wanted, found, ON_PAPER) == ()


@given(st.lists(TEXTS, min_size=1), st.integers(0, 9999), st.data())
def test_a_number_that_no_place_has_is_always_found(
    printed: list[str], number: int, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(printed) - 1))
    changed = [*printed[:at], f"{printed[at]}, and no {number}", *printed[at + 1 :]]
    for medium, like in (("paper", ON_PAPER), ("deck", ON_SLIDES)):
        found = compare_places(medium, listed(printed), listed(changed), like)  # type: ignore[arg-type]
        assert any(f"no {number}" in finding.found for finding in found)


@given(st.lists(TEXTS, min_size=2, unique=True), st.data())
def test_two_texts_that_change_places_are_always_found(
    printed: list[str], data: st.DataObject
) -> None:
    first, second = data.draw(
        st.lists(st.sampled_from(range(len(printed))), min_size=2, max_size=2, unique=True)
    )
    swapped = list(printed)
    swapped[first], swapped[second] = printed[second], printed[first]
    assert compare_places("paper", listed(printed), listed(swapped), ON_PAPER)
    kinds = [replace(held, part=f"row {at}") for at, held in enumerate(listed(printed))]
    others = [replace(held, part=f"row {at}") for at, held in enumerate(listed(swapped))]
    found = compare_places("deck", kinds, others, ON_SLIDES)
    assert {finding.expected for finding in found} == {printed[first], printed[second]}
