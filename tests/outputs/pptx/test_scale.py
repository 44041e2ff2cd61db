"""Finished decks are set in seven sizes, say where each slide stands, and leave no slide bare."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from builder.content import read_theme
from builder.model.blocks import Section
from builder.outputs.pptx import plan_deck, with_pages, write_deck
from builder.problems import NOWHERE, Problems
from builder.theme.theme import (
    DISPLAY,
    HEADLINE,
    LABEL,
    LARGE,
    NUMBER,
    SMALL,
    TEXT,
    contrast,
)
from tests.outputs.pptx import templates as t
from tests.outputs.pptx.making import (
    PAPER,
    PLACE,
    briefing,
    listed,
    planned,
    showcase,
    slide,
    theme,
    words,
    written,
)
from tests.outputs.pptx.opened import A, Opened, P
from tests.outputs.pptx.scale import sizes
from tests.outputs.pptx.test_templates import on
from tests.shares import share

SCALE = (SMALL, LABEL, TEXT, LARGE, HEADLINE, NUMBER, DISPLAY)
NAMES = ("Summary", "Iran: drones, missiles and know-how", "What the four want")
LONG = "The harbour takes in more than it ever did and says so in a headline that goes on and on"


def test_the_showcase_is_set_in_the_seven_sizes_of_the_scale(deck: Path) -> None:
    found = sizes(Opened.of(deck))
    assert sum(found.values()) > 1000
    assert found.keys() <= {12, 14, 16, 20, 28, 40, 54}


@pytest.mark.longer
@pytest.mark.parametrize("name", share(["large-print", "high-contrast", "ministry", "night"], 4))
def test_other_themes_multiply_the_scale(name: str, tmp_path: Path) -> None:
    found = read_theme(name, tmp_path, Problems(), NOWHERE)
    assert found is not None
    problems, path = Problems(), tmp_path / "deck.pptx"
    write_deck(with_pages(plan_deck(showcase(), found, problems), PAPER), found, path)
    assert not problems.errors
    own = {*found.deck.title, *found.deck.body, found.deck.small}
    shown = sizes(Opened.of(path))
    assert shown.keys() <= {*found.deck.steps(*SCALE), *own}
    assert min(shown) >= SMALL


def test_a_long_headline_keeps_its_size_and_its_width_and_the_body_begins_lower() -> None:
    made = briefing(
        slide("Short", listed("A", "B")), slide(f"{LONG} {LONG[:40]}", listed("C", "D"))
    )
    short, long = planned(made).slides[1:3]
    assert short.title.style.size == long.title.style.size == HEADLINE
    assert long.title_box.height > short.title_box.height
    assert long.title_box.width > 0.8 * short.title_box.width


def chapter(key: str, title: str, count: int) -> Section:
    slides = tuple(slide(f"{key} {number}", listed("A point", "B")) for number in range(count))
    return Section(key, words(title), (), slides, (), PLACE)


def tracked(count: int = 1) -> tuple[Section, ...]:
    return tuple(chapter(f"s{at}", name, count) for at, name in enumerate(NAMES))


def shapes(root: etree._Element, name: str) -> list[etree._Element]:
    return [
        each for each in root.iter(f"{P}sp") if each.find(f"{P}nvSpPr/{P}cNvPr").get("name") == name
    ]


def said(root: etree._Element, name: str) -> list[str]:
    return ["".join(p.itertext()) for each in shapes(root, name) for p in each.iter(f"{A}p")]


def bold(root: etree._Element, name: str) -> str:
    return "".join(
        "".join(run.itertext())
        for each in shapes(root, name)
        for run in each.iter(f"{A}r")
        if run.find(f"{A}rPr").get("b") == "1"
    )


def test_a_line_above_each_headline_says_in_which_section_it_stands(tmp_path: Path) -> None:
    slides = Opened.of(written(briefing(sections=tracked()), tmp_path)).slides
    assert [said(each, "Tracker") for each in slides] == [
        [],
        [],
        ["1 Summary  ·  Iran  ·  What the four want"],
        ["Summary  ·  2 Iran  ·  What the four want"],
        ["Summary  ·  Iran  ·  3 What the four want"],
        *[[]] * (len(slides) - 5),
    ]
    assert [bold(each, "Tracker") for each in slides[2:5]] == [
        "1 Summary",
        "2 Iran",
        "3 What the four want",
    ]


def test_sections_that_are_too_many_for_a_line_leave_the_present_one(tmp_path: Path) -> None:
    many = tuple(chapter(f"s{at}", "A section of many words", 1) for at in range(9))
    slides = Opened.of(written(briefing(sections=many), tmp_path)).slides
    assert said(slides[2], "Tracker") == ["1 A section of many words"]


def test_the_tracker_stands_in_a_place_of_its_layout(tmp_path: Path) -> None:
    opened = Opened.of(written(briefing(sections=tracked()), tmp_path))
    layouts = [
        opened.xml(name)
        for name in opened.targets("ppt/slides/slide3.xml").values()
        if "slideLayouts" in name
    ]
    (place,) = shapes(layouts[0], "Tracker")
    (shown,) = shapes(opened.slides[2], "Tracker")
    index = f"{P}nvSpPr/{P}nvPr/{P}ph"
    assert place.find(index).get("idx") == shown.find(index).get("idx")


def test_a_template_without_a_place_for_it_has_no_tracker(tmp_path: Path) -> None:
    made = on(briefing(sections=tracked()), t.template())
    assert not any(said(each, "Tracker") for each in Opened.of(written(made, tmp_path)).slides)


def test_one_section_needs_no_tracker(tmp_path: Path) -> None:
    slides = Opened.of(written(briefing(slide("One", listed("A"))), tmp_path)).slides
    assert not any(said(each, "Tracker") for each in slides)


def test_a_divider_shows_the_agenda_with_its_section_in_bold(tmp_path: Path) -> None:
    slides = Opened.of(written(briefing(sections=tracked(3)), tmp_path)).slides
    dividers = [each for each in slides if said(each, "Sections")]
    assert [said(each, "Sections") for each in dividers] == [list(NAMES)] * 3
    assert [bold(each, "Sections") for each in dividers] == list(NAMES)
    colours = theme().colours
    assert contrast(colours.muted, colours.tint) >= 4.5


@pytest.mark.longer
def test_a_long_agenda_shows_on_dividers_what_stands_around_the_section(tmp_path: Path) -> None:
    many = tuple(chapter(f"s{at}", f"{LONG} {at}", 3) for at in range(40))
    slides = Opened.of(written(briefing(sections=many), tmp_path)).slides
    dividers = [each for each in slides if said(each, "Sections")]
    assert len(dividers) == 40
    for at, each in enumerate(dividers):
        listed_ = said(each, "Sections")
        assert f"{LONG} {at}" in listed_
        assert 5 < len(listed_) < 40


def test_short_points_are_spread_over_their_slide(tmp_path: Path) -> None:
    made = briefing(slide("Two", listed("A", "B")), sections=())
    (text,) = [item for item in planned(made).slides[1].items if item.name == "Text"]
    first, second = text.paragraphs
    assert first.style.size == HEADLINE
    assert second.style.before > first.style.size
    assert text.box is not None


def test_notes_that_are_long_raise_the_foot_and_are_never_set_smaller(tmp_path: Path) -> None:
    plan = planned(replace(showcase()))
    for each in plan.slides:
        for item in each.items:
            if item.name == "Source":
                assert {p.style.size for p in item.paragraphs} == {SMALL}
