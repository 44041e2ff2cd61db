"""Briefings, themes and drawn charts for the paper's tests, made without content files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from ruamel.yaml import YAML

from builder.charts import DisplayList
from builder.model import blocks
from builder.model.briefing import Briefing, Meta, Note
from builder.model.chart import Datum, ResolvedChart, Series
from builder.model.displaylist import Path, Text
from builder.model.figure import Confidence, Hedge, Moment, ResolvedFigure, Source
from builder.model.front import Cover
from builder.model.table import Column, ResolvedTable
from builder.model.text import Line, Owner, Run
from builder.problems import Place
from builder.theme import assets
from builder.theme.theme import (
    DECK_BODY,
    DECK_TITLE,
    SMALL,
    Colours,
    DeckType,
    Face,
    PaperType,
    Theme,
)
from tests.outputs.pdf.prose import GERMAN, PARAGRAPHS, UKRAINIAN

HERE = Place("content/sections/railway.md", 3, 1)


@cache
def house_theme() -> Theme:
    """The shipped theme, read without the sources stage."""
    raw: Any = YAML(typ="safe").load(assets.path("themes", "paperdeck.yaml"))

    def listed(mapping: dict[str, Any]) -> dict[str, Any]:
        return {
            key: tuple(value) if isinstance(value, list) else value
            for key, value in mapping.items()
        }

    return Theme(
        raw["name"],
        Colours(**listed(raw["colours"])),
        Face(**raw["serif"]),
        Face(**raw["sans"]),
        PaperType(**listed(raw["paper"])),
        DeckType(**{"title": DECK_TITLE, "body": DECK_BODY, "small": SMALL, **listed(raw["deck"])}),
    )


def says(*parts: str | Run) -> Line:
    """A line of plain words and runs."""
    return tuple(Run(part, place=HERE) if isinstance(part, str) else part for part in parts)


def figure(id: str, text: str, form: str = "full") -> Run:
    """A printed figure."""
    return Run(text, owner=Owner("figure", id, form), place=HERE)


def mark(number: int) -> Run:
    """The mark of a note."""
    return Run(str(number), note=number, owner=Owner("furniture", str(number), "note"))


def prose(*parts: str | Run) -> blocks.Paragraph:
    """A paragraph."""
    return blocks.Paragraph(says(*parts), HERE)


def listed(*points: str, ordered: bool = False, below: dict[int, Any] | None = None) -> Any:
    """A list; `below` puts lists under points by their place."""
    items = tuple(
        blocks.ListItem(says(text), ((below or {})[at],) if at in (below or {}) else (), HERE)
        for at, text in enumerate(points)
    )
    return blocks.ItemList(items, ordered, HERE)


def section(id: str, title: str, *content: Any) -> blocks.Section:
    """A section."""
    return blocks.Section(id, says(title), content, (), (), HERE)


PRINTED = {
    "journeys": ("at least 41,200 journeys", "≥41,200", "Journeys begun on the island", "2023"),
    "slate": ("about 380 waggons", "≈380", "Waggons of slate", "2023"),
    "share": ("62%", "62%", "Share of journeys made by commuters", "2023"),
    "mainland": ("90,500 journeys", "90,500", "Journeys sold on the mainland", "2022"),
    "tunnel": ("more than 7 million crowns", ">7m", "Cost of closing the tunnel", "2021"),
    "ratio": ("2.2 times", "2.2×", "Mainland journeys for one on the island", ""),
}


def _printed(id: str) -> dict[str, Line]:
    full, short, label, when = PRINTED[id]
    as_of = (Run(when, owner=Owner("date", when)),) if when else ()
    return {
        "full": (figure(id, full),),
        "number": (figure(id, full.rsplit(" ", 1)[0], "number"),),
        "short": (figure(id, short, "short"),),
        "hedge": says("at least"),
        "label": says(label),
        "as_of": as_of,
    }


def _figure(id: str) -> ResolvedFigure:
    return ResolvedFigure(
        id,
        PRINTED[id][2],
        Decimal(1),
        Hedge.AT_LEAST if id == "journeys" else None,
        "journeys",
        Moment(2023),
        ("survey",) if id != "tunnel" else ("unstated",),
        Confidence.REPORTED,
        inputs=("mainland", "journeys") if id == "ratio" else (),
    )


def chart(id: str = "journeys_chart") -> ResolvedChart:
    """A bar chart of two figures."""
    bars = (figure("journeys", "≥41,200", "short"), figure("mainland", "90,500", "short"))
    data = tuple(Datum(Decimal(index), run) for index, run in enumerate(bars))
    return ResolvedChart(
        id,
        "bar",
        says("The mainland sells twice as many journeys"),
        says("Journeys in a year"),
        says("Source: Survey of the island"),
        (),
        says("Bar chart: island ", figure("journeys", "≥41,200", "short")),
        ("survey",),
        "en-GB",
        categories=says("Island", "Mainland"),
        series=(Series(Run("Journeys"), data, 0),),
    )


def drawn(
    chart: ResolvedChart, theme: Theme, width: float, cache: object, margin: object = None
) -> DisplayList:
    """A chart's drawing as plain as can be: title, a bar and its label for each value."""
    sans, operations = theme.sans, []
    printed = [*chart.title, *chart.subtitle, *chart.source_line]
    title = "".join(run.text for run in chart.title)
    operations.append(Path("0 118 24 2 re", fill=theme.colours.accent))
    operations.append(Text(title, sans.semibold, 11, 0, 104, theme.colours.ink))
    measure = "".join(run.text for run in chart.subtitle)
    operations.append(Text(measure, sans.regular, 8, 0, 92, theme.colours.muted))
    for index, datum in enumerate(chart.series[0].data):
        y = 70 - 24 * index
        operations.append(Path(f"60 {y} {width * 0.4 * (index + 1)} 16 re", fill="#10447C"))
        operations.append(Text(datum.label.text, sans.regular, 8, 64, y + 4, "#FFFFFF"))
        operations.append(
            Text(chart.categories[index].text, sans.regular, 8, 0, y + 4, theme.colours.ink)
        )
        printed += [datum.label, chart.categories[index]]
    source = "".join(run.text for run in chart.source_line)
    operations.append(Text(source, sans.regular, 7, 0, 4, theme.colours.muted))
    return DisplayList(width, 120.0, tuple(operations), tuple(printed))


def table(name: str, rows: int, caption: str = "Stations and their journeys") -> ResolvedTable:
    """A table with a column of words, one of numbers and one of remarks."""
    columns = (
        Column(says("Station")),
        Column(says("Journeys"), "right"),
        Column(says("Remark")),
    )
    body = tuple(
        (
            says(f"Station {chr(65 + row % 26)}{chr(97 + row // 26)}"),
            (Run(f"{row * 137 + 12:,}", owner=Owner("cell", f"{name}!{row}/journeys")),),
            says(("Junction for the slate line", "Closed at night", "")[row % 3]),
        )
        for row in range(rows)
    )
    return ResolvedTable(
        name, says(caption), columns, body, says("Counted at the gate."), ("survey",), HERE
    )


SOURCES = {
    "survey": Source(
        "survey",
        "Survey of the island's railway",
        "Island Statistical Office",
        Moment(2024, 3),
        "https://statistics.example/railway/a-rather-long-address/that-must-break/survey.html",
        short="Island survey",
    ),
    "unstated": Source("unstated", "Source not stated", stated=False, short="source not stated"),
}


def briefing(
    *sections: blocks.Section,
    charts: Iterable[ResolvedChart] = (),
    tables: Iterable[ResolvedTable] = (),
    notes: Iterable[Line] = (),
    **meta: Any,
) -> Briefing:
    """A resolved briefing of these sections."""
    known = {
        "title": "The island's railway: what it carries, and for whom",
        "slug": "railway",
        "language": "en-GB",
        "date": Moment(2024, 6),
        "edition": "2",
        "authors": ("A. Porter", "M. Weichselbaum"),
        "publisher": "Institute for Invented Transport",
        "cover": Cover("block"),
        **meta,
    }
    about = Meta(**known)
    return Briefing(
        about,
        says(about.title),
        says(known.get("subtitle", "A briefing paper on an island that does not exist")),
        (Run("June 2024", owner=Owner("date", "2024-06")),),
        {id: _figure(id) for id in PRINTED},
        {id: _printed(id) for id in PRINTED},
        SOURCES,
        {},
        {each.id: each for each in charts},
        {each.name: each for each in tables},
        sections,
        tuple(Note(number, text, HERE) for number, text in enumerate(notes, start=1)),
        "3fa9c1d2" * 8,
    )


def full_briefing(**meta: Any) -> Briefing:
    """A briefing that uses every kind of block, some 2,000 words long."""
    first = section(
        "summary",
        "Summary",
        prose(
            PARAGRAPHS[0],
            " The island counted ",
            figure("journeys", "at least 41,200 journeys"),
            ", of which ",
            figure("share", "62%"),
            " were made by commuters.",
            mark(1),
        ),
        prose(PARAGRAPHS[1]),
        blocks.Callout("note", says("What this paper rests on"), (prose(PARAGRAPHS[2]),), HERE),
    )
    second = section(
        "passengers",
        "Passengers: from timber to timetables",
        prose(PARAGRAPHS[3], " ", Run("The second tube", link="#tunnel"), " is discussed below."),
        blocks.ChartUse("journeys_chart", HERE),
        prose(PARAGRAPHS[4]),
        blocks.Heading(2, says("The long tunnel"), "tunnel", HERE),
        prose(
            PARAGRAPHS[3], " Closing it costs ", figure("tunnel", "more than 7 million crowns"), "."
        ),
        prose("Three reasons are given for a second tube:"),
        listed(
            "Replacement buses are slow, and slower still when it snows on the central ridge",
            "Inspection is difficult while trains run",
            "Ventilation was designed for steam",
            below={1: listed("at night, when freight runs", "in summer, when visitors do")},
        ),
        blocks.TableUse("short", HERE),
        prose(PARAGRAPHS[1]),
        blocks.Quote(
            (says("A railway is a promise that the weather cannot break."),),
            says("Founding charter of the company"),
            HERE,
        ),
        blocks.Panel(("journeys", "share", "slate"), says("The railway in a year"), HERE),
        prose(PARAGRAPHS[2], mark(2)),
    )
    third = section(
        "goods",
        "Goods and the mainland",
        prose(
            PARAGRAPHS[0],
            " ",
            Run("Slate", strong=True),
            " made up ",
            figure("slate", "about 380 waggons"),
            " of ",
            Run("all goods", emphasis=True),
            ".",
        ),
        blocks.Heading(2, says("Counting differently"), "counting", HERE),
        blocks.Heading(3, says("On either side of the water"), "water", HERE),
        prose(PARAGRAPHS[2], " The mainland sold ", figure("ratio", "2.2 times"), " as many."),
        blocks.Callout(
            "warning",
            says("Read with care"),
            (
                prose("The two series may not be added."),
                listed("They count differently", "They cover different months"),
            ),
            HERE,
        ),
        blocks.TableUse("stations", HERE),
        prose(GERMAN),
        prose(UKRAINIAN),
        listed("Count at the gate", "Count at the till", "Compare both", ordered=True),
        prose(PARAGRAPHS[4]),
    )
    questions = section(
        "questions",
        "Questions and answers",
        *(
            blocks.Question(says(question), (prose(answer),), HERE)
            for question, answer in (
                ("Who uses the railway?", PARAGRAPHS[4]),
                ("Why is the tunnel closed?", PARAGRAPHS[3]),
                ("Can the two counts be compared?", PARAGRAPHS[2]),
            )
        ),
    )
    notes = (
        says(
            "The count begins with the first train after midnight; see ",
            Run("the survey", link="https://statistics.example/railway"),
            ".",
        ),
        says(PARAGRAPHS[2]),
    )
    return briefing(
        first,
        second,
        third,
        questions,
        charts=[chart()],
        tables=[table("short", 5), table("stations", 60, "Every station")],
        notes=notes,
        at_a_glance=("journeys", "share", "slate", "tunnel"),
        **meta,
    )


def many(briefing: Briefing, times: int) -> Briefing:
    """The briefing with its sections repeated under names of their own."""
    repeated = tuple(
        replace(each, id=f"{each.id}-{time}") for time in range(times) for each in briefing.sections
    )
    return replace(briefing, sections=repeated)
