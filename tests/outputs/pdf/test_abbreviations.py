"""Abbreviations are spelt out once, where they are first used, and listed; links are printed."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from builder.model import blocks
from builder.model.briefing import Abbreviation, Note
from builder.model.text import Manner, Owner, Run, plain
from builder.outputs.pdf.plan import endings, items, plan_paper
from builder.outputs.pdf.plan.crossing import expanded
from builder.outputs.pdf.plan.paper import PaperPlan
from builder.problems import Problems
from builder.resolve.checks import check_used
from tests.outputs.pdf import making

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "abbreviations.toml").read_text(encoding="utf-8")
)
EU = Abbreviation("EU", "European Union", making.HERE)


def planned(*content: blocks.Block, notes: tuple[str, ...] = ()) -> PaperPlan:
    briefing = making.briefing(making.section("one", "One", *content))
    meta = replace(briefing.meta, abbreviations=(EU,))
    noted = tuple(
        Note(number, (Run(text),), making.HERE) for number, text in enumerate(notes, start=1)
    )
    whole = replace(briefing, meta=meta, notes=noted)
    return plan_paper(whole, making.house_theme(), {})


def marked(text: str, number: int) -> blocks.Paragraph:
    mark = Run(str(number), owner=Owner("furniture", f"note-{number}"), note=number)
    return blocks.Paragraph((Run(text), mark), making.HERE)


def noted(plan: PaperPlan) -> list[str]:
    return [plain(item.text) for item in plan.items if isinstance(item, endings.Endnote)]


def said(plan: PaperPlan) -> list[str]:
    return [plain(item.text) for item in plan.items if isinstance(item, items.Prose)]


def test_the_first_use_is_spelt_out_and_no_other() -> None:
    plan = planned(making.prose("In the EU, and the EU's neighbours."), making.prose("The EU."))
    first = "In the European Union (EU), and the EU's neighbours."
    assert said(plan) == [first, "The EU."]


@pytest.mark.parametrize("language", sorted(CASES))
def test_what_it_is_short_for_stands_first_only_where_its_form_fits(language: str) -> None:
    found = []
    for text, short, long, _ in CASES[language]["first"]:
        sections = (making.section("one", "One", making.prose(text)),)
        known = (Abbreviation(short, long, making.HERE),)
        ((one,), _) = expanded(sections, (), known, language)
        (paragraph,) = one.blocks
        assert isinstance(paragraph, blocks.Paragraph)
        found.append(plain(paragraph.text))
    assert found == [printed for *_, printed in CASES[language]["first"]]


def test_a_text_that_spells_it_out_itself_is_left_alone() -> None:
    plan = planned(making.prose("The European Union (EU) is one."), making.prose("The EU."))
    assert said(plan) == ["The European Union (EU) is one.", "The EU."]


def test_part_of_a_word_and_words_of_a_heading_are_no_use() -> None:
    heading = blocks.Heading(2, making.says("The EU"), "eu", making.HERE)
    plan = planned(heading, making.prose("EURATOM, EU-wide, the EU."))
    assert said(plan) == ["EURATOM, EU-wide, the European Union (EU)."]


def test_one_that_stands_in_compounds_only_is_told_after_the_first() -> None:
    plan = planned(making.prose("EU-wide, Non-EU-states."), making.prose("EURATOM."))
    assert said(plan) == ["EU-wide (EU: European Union), Non-EU-states.", "EURATOM."]


def test_one_in_brackets_is_spelt_out_without_further_brackets() -> None:
    plan = planned(making.prose("EU-wide rules (EU), and the EU."))
    assert said(plan) == ["EU-wide rules (European Union, EU), and the EU."]


@pytest.mark.parametrize("text", ["EU-wide", "Non-EU-states", "the EU's", "(EU)"])
def test_a_compound_of_an_abbreviation_is_a_use_of_it(text: str) -> None:
    problems = Problems()
    check_used((EU,), [blocks.Paragraph((Run(text),), making.HERE)], problems)
    assert problems.found == []


def test_a_note_that_no_text_goes_before_spells_it_out() -> None:
    plan = planned(marked("A word.", 1), marked("Another.", 2), notes=("The EU.", "The EU too."))
    assert noted(plan) == ["The European Union (EU).", "The EU too."]


def test_a_note_marked_before_the_first_use_spells_it_out_as_the_text_does() -> None:
    plan = planned(marked("A word.", 1), making.prose("The EU, the EU."), notes=("The EU.",))
    assert noted(plan) == ["The European Union (EU)."]
    assert said(plan)[1] == "The European Union (EU), the EU."


def test_a_note_marked_after_the_first_use_does_not() -> None:
    plan = planned(marked("The EU.", 1), notes=("The EU.",))
    assert said(plan)[0] == "The European Union (EU)."
    assert noted(plan) == ["The EU."]


def test_abbreviations_are_listed_at_the_end() -> None:
    plan = planned(making.prose("The EU."))
    titles = [plain(item.text) for item in plan.items if isinstance(item, items.SectionHeading)]
    (listed,) = (item for item in plan.items if isinstance(item, items.Points))
    assert "Abbreviations" in titles
    assert [(plain(one.mark), plain(one.text)) for one in listed.points] == [
        ("EU", "European Union")
    ]


def test_an_abbreviation_that_stands_nowhere_is_an_error() -> None:
    problems = Problems()
    check_used([EU], (making.prose("EURATOM only."),), problems)
    assert [str(problem) for problem in problems] == [
        'content/sections/railway.md:3:1: error: the abbreviation "EU" is used nowhere\n'
        "  remove it, or check how the text writes it"
    ]


def test_addresses_behind_words_are_printed_once_at_the_end() -> None:
    address = "https://statistics.example/railway"
    linked, bare = Run("the office", link=address), Run(address, link=address)
    plan = planned(making.prose("See ", linked, " or ", bare), making.prose("Again ", linked))
    entries = [item for item in plan.items if isinstance(item, endings.SourceEntry)]
    found = [(plain(item.title), plain(item.url)) for item in entries if "link:" in item.anchor]
    assert found == [("the office", address)]


def test_an_index_stays_with_its_abbreviation_and_half_a_word_is_none() -> None:
    index = Run("5", owner=Owner("name", "EU5"), manner=Manner(shift="sub"))
    half, whole = Run("The EU", strong=True), Run("-wide rule; the EU")
    text = (half, whole, index, Run(" falls."))

    plan = planned(blocks.Paragraph(text, making.HERE))

    assert said(plan) == ["The EU-wide rule; the European Union (EU5) falls."]


def test_a_note_behind_an_abbreviation_is_no_part_of_its_word() -> None:
    plan = planned(marked("It joined the EU", 1), notes=("In May.",))

    assert said(plan) == ["It joined the European Union (EU)"]


def test_an_abbreviation_in_a_name_is_told_behind_the_whole_name() -> None:
    name = Run("EU 27 Forum", owner=Owner("name", "EU 27 Forum"))
    plan = planned(making.prose("The ", name, " met."), making.prose("It met."))
    assert said(plan) == ["The EU 27 Forum (EU: European Union) met.", "It met."]


@pytest.mark.parametrize("kind", ["figure", "date"])
def test_a_number_that_somebody_answers_for_makes_no_designation(kind: Literal["figure"]) -> None:
    plan = planned(making.prose("In the EU ", Run("12", owner=Owner(kind, "12")), " met."))
    assert said(plan) == ["In the European Union (EU) 12 met."]
