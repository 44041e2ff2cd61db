"""What a presenter asks for: slides kept for questions, points one by one, languages, sources."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

from lxml import etree
from openxml_audit import OpenXmlValidator

from builder.content import read_content
from builder.model.blocks import Section
from builder.model.briefing import Briefing
from builder.model.text import Run, plain
from builder.outputs.pptx import write_deck
from builder.outputs.pptx.plan.model import TextItem
from builder.problems import Problems
from builder.verify import read_deck
from builder.verify.fresh import unlike_plan
from tests.charts import samples
from tests.outputs.pptx.making import (
    PLACE,
    SHOWCASE,
    briefing,
    chart_use,
    complaints,
    listed,
    number,
    planned,
    quotation,
    said,
    slide,
    theme,
    words,
)
from tests.outputs.pptx.opened import A, Opened, P


def _section(name: str, *hidden: bool) -> Section:
    slides = tuple(
        replace(slide(f"{name} {'abcde'[at]}", listed("one", "two")), hidden=each)
        for at, each in enumerate(hidden)
    )
    return Section(name, words(name), (), slides, (), PLACE)


def _kept() -> Briefing:
    sections = (
        _section("first", True, False, False),
        _section("backup", True, True, True),
        _section("last", False, True, False, False, False),
    )
    return briefing(sections=sections)


def test_hidden_slides_keep_their_numbers_and_are_marked_as_hidden(tmp_path: Path) -> None:
    plan = planned(_kept())
    write_deck(plan, theme(), tmp_path / "deck.pptx")
    shown = [each.get("show", "1") == "1" for each in Opened.of(tmp_path / "deck.pptx").slides]
    assert shown == [not each.hidden for each in plan.slides]
    assert [each.number for each in plan.slides] == list(range(1, len(plan.slides) + 1))


def test_the_agenda_leads_to_the_first_slide_that_is_shown_and_skips_hidden_sections() -> None:
    plan = planned(_kept())
    (agenda,) = [each for each in plan.slides if each.layout == "agenda"]
    (listed_,) = agenda.items
    rows = [(plain(each.runs), each.target) for each in listed_.paragraphs]  # type: ignore[union-attr]
    titles = {plain(each.title.runs): each.number for each in plan.slides}
    assert rows == [("first", titles["first"]), ("last", titles["last"])]
    few = planned(briefing(sections=(_section("first", True, False), _section("last", False))))
    assert few.slides[1].items[0].paragraphs[0].target == 4  # type: ignore[union-attr]


def test_a_section_of_hidden_slides_only_has_no_opening_and_takes_no_number() -> None:
    plan = planned(_kept())
    openings = [each for each in plan.slides if each.layout == "section"]
    assert [plain(each.title.runs) for each in openings] == ["first", "last"]
    numbers = [plain(each.items[0].paragraphs[0].runs) for each in openings]  # type: ignore[union-attr]
    assert numbers == ["1", "2"]


def test_points_come_one_by_one_each_with_those_below_it(tmp_path: Path) -> None:
    points = listed("alpha", ("beta", ("gamma", "delta")), "epsilon")
    plan = planned(briefing(replace(slide("Reveal", points), reveal=True)))
    path = tmp_path / "deck.pptx"
    write_deck(plan, theme(), path)
    (timed,) = [each for each in Opened.of(path).slides if each.find(f"{P}timing") is not None]
    (build,) = timed.iter(f"{P}bldP")
    body = next(each for each in timed.iter(f"{P}cNvPr") if each.get("name") == "Text")
    assert build.get("spid") == body.get("id")
    effects = [each for each in timed.iter(f"{P}cTn") if each.get("presetID")]
    assert [each.get("nodeType") for each in effects] == [
        "clickEffect",
        "clickEffect",
        "withEffect",
        "withEffect",
        "clickEffect",
    ]
    assert [each.get("st") for each in timed.iter(f"{P}pRg")] == ["0", "1", "2", "3", "4"]
    ids = [each.get("id") for each in timed.iter(f"{P}cTn")]
    assert len(set(ids)) == len(ids)
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert [str(each) for each in unlike_plan(read_deck(path), plan.places)] == []


def _read(folder: Path, options: str) -> tuple[list[bool], list[str]]:
    """Return what slides of a copied content are told to do, and what is wrong with it."""
    copied = shutil.copytree(SHOWCASE, folder / "content")
    path = copied / "sections" / "layouts.md"
    first = re.compile(r"(?m)^(::::\{slide\}.*)$")
    path.write_text(first.sub(rf"\1\n{options}", path.read_text("utf-8"), count=1), "utf-8")
    problems = Problems()
    content = read_content(copied, problems)
    slides = [each for part in content.sections for each in part.slides] if content else []
    return [each.hidden and each.reveal for each in slides], [str(each) for each in problems.found]


def test_authors_hide_slides_and_reveal_points_with_an_option(tmp_path: Path) -> None:
    asked, wrong = _read(tmp_path, ":hidden: true\n:reveal: true")
    assert wrong == []
    assert asked.count(True) == 1


def test_an_option_that_is_neither_true_nor_false_is_an_error(tmp_path: Path) -> None:
    _, wrong = _read(tmp_path, ":hidden: maybe")
    assert any('":hidden:" is "maybe"' in each for each in wrong)


def test_a_slide_without_points_has_nothing_to_reveal() -> None:
    (complaint,) = complaints(briefing(replace(slide("Said", quotation("So be it")), reveal=True)))
    assert "no points to reveal" in complaint


def test_words_in_another_language_say_so_on_slides_and_in_notes(tmp_path: Path) -> None:
    spoken = (Run("The word "), Run("Zeitenwende", language="de"), Run(" is theirs"))
    made = briefing(slide("Words", listed(spoken), notes=(said(spoken),)))
    path = tmp_path / "deck.pptx"
    write_deck(planned(made), theme(), path)
    opened = Opened.of(path)
    for part in ("ppt/slides/slide2.xml", "ppt/notesSlides/notesSlide1.xml"):
        runs = etree.fromstring(opened.parts[part]).iter(f"{A}r")
        tongues = {run.findtext(f"{A}t"): run.find(f"{A}rPr").get("lang") for run in runs}
        assert tongues["Zeitenwende"] == "de"
        assert tongues["The word "] == "en-GB"


def test_the_sources_slide_names_what_points_titles_and_remarks_rest_on() -> None:
    remark = replace(samples.chart("column", "Ships", "Count"), note=(number("share", "90%"),))
    made = briefing(
        slide((Run("At "), number("drones", "3,700")), listed("A point")),
        slide("Chart", chart_use("chart")),
        charts=(replace(remark, id="chart"),),
    )
    *_, last = planned(made).slides
    assert last.layout == "sources"
    cards = [item for item in last.items if isinstance(item, TextItem)]
    assert [plain(each.runs) for item in cards for each in item.paragraphs] == [
        "Harbour Office, Survey of the quays, May\u00a02024",
        "Source not stated. Nobody says so.",
    ]


def test_numbered_points_in_notes_are_no_stray_numbers(tmp_path: Path) -> None:
    notes = (listed("First this", "Then that", ordered=True),)
    plan = planned(briefing(slide("Steps", listed("one"), notes=notes)))
    assert [plain(line) for line in plan.slides[-1].notes[:2]] == ["1. First this", "2. Then that"]
    write_deck(plan, theme(), tmp_path / "deck.pptx")
    assert unlike_plan(read_deck(tmp_path / "deck.pptx"), plan.places) == ()
