"""Contents made by hand: small functions that build what `sources` would have read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from builder.model.blocks import Paragraph, Section
from builder.model.briefing import Briefing, Content, Meta
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.figure import Claim, Figure, Hedge, Moment, ResolvedFigure, Source
from builder.model.table import DataTable, TableSpec
from builder.model.text import Run, Text
from builder.problems import Place, Problems
from builder.resolve import resolve

HEDGES = [None, *Hedge]
TAGS = ["en-GB", "en-US", "de", "fr", "uk"]


def place(line: int = 1, file: str = "figures.yaml") -> Place:
    """Return a place in a file."""
    return Place(file, line, 1)


def figure(name: str, value: str | Moment, unit: str = "", **keys: Any) -> Figure:
    """Return a stated figure; a text is its number, as written."""
    stated = Decimal(value) if isinstance(value, str) else value
    keys.setdefault("label", name.replace("_", " ").capitalize())
    return Figure(name, value=stated, unit=unit, source="survey", place=place(), **keys)


def formula(name: str, text: str, **keys: Any) -> Figure:
    """Return a formula figure."""
    keys.setdefault("label", name.capitalize())
    return Figure(name, formula=text, place=place(), formula_place=Place("f.yaml", 3, 10), **keys)


def table(name: str, text: str) -> DataTable:
    """Return a data file from its CSV text, without quotes."""
    header, *rows = [tuple(line.split(",")) for line in text.strip().splitlines()]
    lines = tuple(range(2, len(rows) + 2))
    return DataTable(name, header, tuple(rows), lines, Place(f"data/{name}.csv", 1, 1))


def words(text: str) -> Text:
    """Return plain text."""
    return (Run(text),)


def content(
    *figures: Figure,
    language: str = "en-GB",
    claims: Mapping[str, str] | None = None,
    charts: tuple[ChartSpec, ...] = (),
    data: tuple[DataTable, ...] = (),
    tables: tuple[TableSpec, ...] = (),
    text: Text = (),
    sections: tuple[Section, ...] = (),
) -> Content:
    """Return a content; `text` is the one paragraph of its one section."""
    paragraph = Paragraph(text, Place("sections/one.md", 3, 1))
    one = Section("one", words("One"), (paragraph,), (), (), Place("sections/one.md", 1, 1))
    return Content(
        meta=Meta("Title", "slug", language, Moment(2024, 5), place=Place("briefing.yaml", 1, 1)),
        figures={stated.id: stated for stated in figures},
        sources={
            "survey": Source("survey", "Survey of the quays", short="Survey"),
            "count": Source("count", "Count of 2024"),
            "nobody": Source("nobody", "Source not stated", stated=False),
        },
        claims={
            name: Claim(
                name, "It is so", holds, Place("claims.yaml", 1), Place("claims.yaml", 2, 9)
            )
            for name, holds in (claims or {}).items()
        },
        charts={chart.id: chart for chart in charts},
        data={file.name: file for file in data},
        tables={spec.name: spec for spec in tables},
        sections=sections or (one,),
        fingerprint="0" * 64,
    )


def resolved(made: Content) -> Briefing:
    """Return the briefing of a content that must have no errors."""
    problems = Problems()
    briefing = resolve(made, problems)
    assert briefing is not None, [str(problem) for problem in problems]
    return briefing


def complaints(made: Content) -> list[str]:
    """Return what is wrong with a content."""
    problems = Problems()
    resolve(made, problems)
    return [str(problem) for problem in problems]


def resolved_figure(*figures: Figure, language: str = "en-GB") -> ResolvedFigure:
    """Return the first of some figures, resolved."""
    return resolved(content(*figures, language=language)).figures[figures[0].id]


def chart_spec(kind: str, **keys: Any) -> ChartSpec:
    """Return a chart as stated; a key that not every kind takes is one of its own."""
    common = {field.name for field in fields(ChartSpec)}
    own = tuple((key, keys.pop(key)) for key in list(keys) if key not in common)
    return ChartSpec(id="one", kind=kind, keys=own, place=Place("charts.yaml", 1, 1), **keys)


def chart(kind: str, *figures: Figure, language: str = "en-GB", **keys: Any) -> ResolvedChart:
    """Return one chart, resolved; `data` is its data file."""
    data = keys.pop("data", ())
    keys.setdefault("title", words("The finding"))
    keys.setdefault("source", ("survey",))
    spec = chart_spec(kind, **keys)
    made = content(*figures, charts=(spec,), data=data, language=language)
    return resolved(made).charts["one"]
