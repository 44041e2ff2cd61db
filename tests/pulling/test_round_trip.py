"""Any new value, edited where it is printed, comes back: pulled, rebuilt and printed again."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder import project
from builder.content import read_content
from builder.facts.printing import printed_figure
from builder.model.briefing import Content
from builder.model.figure import Moment, ResolvedFigure, form_of
from builder.model.ledger import Entry
from builder.outputs import Plans
from builder.outputs.pptx import write_deck
from builder.problems import Problems
from builder.pulling.apply import Files
from builder.pulling.pull import compared
from tests.pulling.editing import Deck
from tests.shares import examples

SMALL = Path(__file__).parents[1] / "cases" / "small"
Small: TypeAlias = tuple[Plans, Content, Path]
PLACES = {"freight_sea": "B2", "freight_rail": "B3", "freight_road": "B4"}


def numbers(low: int, high: int, decimals: int = 0) -> st.SearchStrategy[Decimal]:
    scale = 10**decimals
    return st.integers(low * scale, high * scale).map(lambda n: Decimal(n).scaleb(-decimals))


FIGURES: dict[str, st.SearchStrategy[Decimal | Moment]] = {
    "freight_sea": numbers(600, 99_999),
    "freight_rail": numbers(1, 400),
    "quay_cost": numbers(1, 999, decimals=2),
    "berths": numbers(200, 99_999),
    "works_begin": st.builds(Moment, st.integers(1990, 2099), st.integers(1, 12)),
    "quay_opens": st.builds(
        Moment, st.integers(1990, 2099), st.integers(1, 12), st.integers(1, 28)
    ),
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    plans = project.lay_out(project.plan(SMALL, Problems()))
    deck = tmp_path_factory.mktemp("small") / "deck.pptx"
    write_deck(plans.deck, plans.theme, deck)
    content = read_content(SMALL, Problems())
    assert content is not None
    return plans, content, deck


def with_value(figure: ResolvedFigure, value: Decimal | Moment) -> ResolvedFigure:
    return replace(figure, value=value, rounded=value if isinstance(value, Decimal) else None)


def edit(deck: Deck, entry: Entry, new: str, value: Decimal | Moment) -> None:
    if entry.channel == "workbook":
        deck.set("freight_modes", {PLACES[entry.owner]: float(str(value))})
    else:
        old = entry.text.replace("\u00a0", " ")
        deck.say(old, new.replace("\u00a0", " "), slide=entry.page, notes=entry.channel == "notes")


def is_value(entry: Entry) -> bool:
    return entry.channel in ("body", "notes", "workbook") and entry.form not in ("label", "as_of")


@pytest.mark.longer
@settings(max_examples=examples(12), deadline=None)
@given(data=st.data())
def test_a_new_value_comes_back_as_it_was_typed(small: Small, data: st.DataObject) -> None:
    plans, stated, deck = small
    name = data.draw(st.sampled_from(sorted(FIGURES)), "figure")
    figure = plans.briefing.figures[name]
    value = data.draw(FIGURES[name].filter(lambda value: value != figure.value), "value")
    entries = [e for e in plans.deck.entries if e.owner == name and is_value(e)]
    chosen = data.draw(st.lists(st.sampled_from(entries), min_size=1, unique=True), "places")

    edited = Deck(deck)
    tag = plans.briefing.meta.language
    printed = printing(with_value(figure, value), tag)
    for entry in chosen:
        edit(edited, entry, printed(entry), value)
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder, "content")
        shutil.copytree(SMALL, content)
        pulled = compared(edited.save(Path(folder, "edited.pptx")), plans, stated, (name,))
        assert not pulled.refusals
        assert not pulled.consequences
        files = Files(content, stated)
        for change in pulled.changes:
            files.place(change)
        files.write()
        rebuilt = project.plan(content, Problems())
    after = [e for e in rebuilt.deck.entries if e.owner == name and is_value(e)]
    assert [e.text for e in after if e.channel != "workbook"] == [
        printed(e) for e in after if e.channel != "workbook"
    ]
    assert [Decimal(e.text) for e in after if e.channel == "workbook"] == [
        value for e in after if e.channel == "workbook"
    ]


def printing(figure: ResolvedFigure, tag: str) -> Callable[[Entry], str]:
    """Return what prints a figure at a ledger's entry."""

    def printed(entry: Entry) -> str:
        return printed_figure(figure, form_of(tuple(entry.form.split("|"))), tag)

    return printed
