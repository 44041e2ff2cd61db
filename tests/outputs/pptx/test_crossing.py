"""What slides and notes say of the paper, and of the sources, once the paper's pages are known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.model.blocks import Section, Slide
from builder.model.briefing import Briefing, Meta
from builder.model.ledger import Entry
from builder.model.text import plain
from builder.outputs.pptx import DeckPlan
from tests.charts import samples
from tests.outputs.pptx.making import (
    PLACE,
    briefing,
    chart_use,
    listed,
    number,
    planned,
    said,
    slide,
    table,
    table_use,
    words,
)

CHART = replace(samples.chart("column", "Ships", "Count"), id="column")
TABLE = table("trade", ["Partner", "Trade"], [["Ports", "Much"]])
NOTES = (said((*words("It is "), number("share", "90%"))),)


def made(*slides: Slide, exhibits: bool = True) -> Briefing:
    """Return a briefing whose one section has prose, a chart and a table in the paper too."""
    blocks = (said("Prose"), *((chart_use("column"), table_use("trade")) if exhibits else ()))
    section = Section("one", words("The quays"), blocks, slides, (), PLACE)
    return briefing(sections=(section,), charts=(CHART,), tables=(TABLE,))


def with_spaces(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def notes(plan: DeckPlan, title: str) -> list[str]:
    found = next(each for each in plan.slides if plain(each.title.runs) == title)
    return [with_spaces(plain(line)) for line in found.notes]


def foot(plan: DeckPlan, title: str) -> str:
    found = next(each for each in plan.slides if plain(each.title.runs) == title)
    lines = [
        plain(p.runs) for item in found.items if item.name == "Source" for p in item.paragraphs
    ]
    return with_spaces(" / ".join(lines))


def test_notes_end_with_the_sources_and_the_pages_of_the_paper() -> None:
    plan = planned(made(slide("Loads", chart_use("column"), notes=NOTES)))
    assert notes(plan, "Loads") == [
        "It is 90%",
        "Sources: Harbour Office, Survey of the quays, May 2024; not stated.",
        "In the paper: sec one, page 88; fig column, page 88.",
    ]


def test_what_is_only_said_has_its_source_in_the_notes_alone() -> None:
    plan = planned(made(slide("Loads", listed("No figure"), notes=NOTES)))
    assert notes(plan, "Loads")[1] == "Sources: not stated."
    assert foot(plan, "Loads") == "Paper, page 88"


def test_a_slide_leads_to_its_exhibit_first_else_to_its_section() -> None:
    plan = planned(
        made(slide("Loads", listed("Yes"), chart_use("column")), slide("Trade", table_use("trade")))
    )
    into_paper = [(e.page, e.within) for e in links(plan) if e.text == "ships.pdf#page=88"]
    assert into_paper == [(2, "Source"), (2, "Notes"), (3, "Source"), (3, "Notes")]
    assert foot(plan, "Loads").endswith("Source: Survey  ·  Paper, page 88")
    assert notes(plan, "Trade")[-1] == "In the paper: sec one, page 88; tbl trade, page 88."


def test_what_the_paper_does_not_show_is_not_looked_for_there() -> None:
    plan = planned(made(slide("Loads", chart_use("column")), exhibits=False))
    assert notes(plan, "Loads")[-1] == "In the paper: sec one, page 88."
    section = Section("one", words("The quays"), (), (slide("Loads", listed("Yes")),), (), PLACE)
    bare = planned(briefing(sections=(section,)))
    assert not notes(bare, "Loads")
    assert not foot(bare, "Loads")
    assert not links(bare)


def links(plan: DeckPlan) -> list[Entry]:
    return [entry for entry in plan.entries if entry.kind == "link"]


def test_every_page_that_a_deck_names_is_in_its_ledger() -> None:
    plan = planned(made(slide("Loads", listed("Yes"))))
    named = [entry for entry in plan.entries if entry.form == "reference"]
    assert [(with_spaces(entry.text), entry.channel) for entry in named] == [
        ("Paper, page 88", "body"),
        ("sec one, page 88", "notes"),
    ]
    pages = [entry.page for entry in plan.entries]
    assert pages == sorted(pages)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("de", ["Quellen: Harbour Office, Survey of the quays, Mai 2024.", "Im Papier: "]),
        ("fr", ["Sources : Harbour Office, Survey of the quays, mai 2024.", "Dans le document : "]),
        ("uk", ["Джерела: Harbour Office, Survey of the quays, травень 2024 р.", "У документі: "]),
    ],
)
def test_notes_speak_the_language_of_the_briefing(language: str, lines: list[str]) -> None:
    content = made(slide("Loads", chart_use("column")))
    meta: Meta = replace(content.meta, language=language)
    sources, paper = notes(planned(replace(content, meta=meta)), "Loads")
    assert sources == lines[0]
    assert paper.startswith(lines[1])
