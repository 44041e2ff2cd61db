"""Dashes between figures are heard as a range; only a dash that is all of a cell is a blank."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.facts.heard import said_of, spoken_line
from builder.facts.runs import with_ranges
from builder.model.text import Line, Owner, Run, plain

TO = {"en-GB": "to", "de-DE": "bis", "fr-FR": "à", "uk-UA": "до"}
NUMBERS = st.sampled_from(["12", "18 months", "€5m", "3 %"]).flatmap(
    lambda text: st.sampled_from(["figure", "cell", "date"]).map(
        lambda kind: Run(text, owner=Owner(kind, text))
    )
)
OTHERS = st.sampled_from(["loans", "and ", "Ost", "?"]).flatmap(
    lambda text: st.sampled_from([None, "name", "reference"]).map(
        lambda kind: Run(text, owner=kind and Owner(kind, text))
    )
)
DASHES = st.sampled_from(["–", "\u202f–\u202f", "\u2009–\u2009"])


def said(line: Line, tag: str) -> list[str]:
    return [said_of(run, tag) for run in with_ranges(line, tag)]


@given(st.sampled_from(sorted(TO)), NUMBERS, DASHES, NUMBERS)
def test_a_dash_between_two_figures_is_heard_as_to(
    tag: str, first: Run, dash: str, second: Run
) -> None:
    line = (Run("From "), first, Run(dash), second, Run("."))
    assert said(line, tag)[2] == f" {TO[tag]} "
    heard = plain(spoken_line(with_ranges(line, tag), tag))
    assert f" {TO[tag]} " in heard
    assert "–" not in heard


@given(st.sampled_from(sorted(TO)), st.tuples(NUMBERS, OTHERS).flatmap(st.permutations), DASHES)
def test_a_dash_beside_words_is_heard_as_it_stands(tag: str, ends: list[Run], dash: str) -> None:
    first, second = ends
    assert said((first, Run(dash), second), tag)[1] == ""
    assert plain(spoken_line(with_ranges((first, Run(dash), second), tag), tag)).count(dash) == 1


@given(st.sampled_from(sorted(TO)), NUMBERS, NUMBERS)
def test_a_spaced_dash_parts_a_sentence(tag: str, first: Run, second: Run) -> None:
    assert said((first, Run(" – "), second), tag)[1] == ""


@pytest.mark.parametrize("tag", sorted(TO))
def test_a_dash_that_is_all_of_a_cell_is_heard_as_blank(tag: str) -> None:
    assert said((Run("–"),), tag) != [""]
