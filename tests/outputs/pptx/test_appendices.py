"""An appendix is told by its letter wherever the deck counts its sections."""

from __future__ import annotations

from dataclasses import replace

from builder.model.blocks import Section
from builder.model.text import plain
from builder.outputs.pptx.layouts.said import with_meta
from builder.outputs.pptx.plan.model import TRACKER, TextItem
from tests.outputs.pptx.making import PLACE, briefing, listed, planned, slide, words


def sections(count: int) -> tuple[Section, ...]:
    """Return sections with slides, the last one an appendix with the letter C."""
    names = [f"part {number}" for number in range(count)]
    made = [
        Section(
            name, words(name.title()), (), (slide(name, listed("One.", "Two.")),) * 2, (), PLACE
        )
        for name in names
    ]
    return (*made[:-1], replace(made[-1], letter="C"))


def test_the_tracker_names_an_appendix_by_its_letter_and_the_agenda_lists_it_so() -> None:
    deck = planned(briefing(sections=sections(4)))
    items = [item for each in deck.slides for item in each.items if isinstance(item, TextItem)]
    trackers = {
        "".join(r.text for r in run.runs if r.strong)
        for item in items
        if item.placeholder == TRACKER
        for run in item.paragraphs
    }
    assert trackers == {"1 Part 0", "2 Part 1", "3 Part 2", "C Part 3"}
    (agenda,) = [item for item in items if item.name == "Agenda"]
    assert [each.style.bullet for each in agenda.paragraphs] == ["#", "#", "#", "C"]
    assert len({each.style.hang for each in agenda.paragraphs}) == 1


def test_a_date_stands_in_brackets_after_a_label_that_ends_in_a_number() -> None:
    assert plain(with_meta(words("Cost against 2016"), words("2016, 2024"))) == (
        "Cost against 2016 (2016, 2024)"
    )
    assert plain(with_meta(words("Cost per pupil"), words("2024"))) == "Cost per pupil, 2024"
    assert plain(with_meta(words("Cost per pupil"), ())) == "Cost per pupil"
