"""What a content folder defines and nothing uses: takes content, returns the names by kind.

Everything is reached from what readers meet: the sections with their slides and notes, and what
briefing.yaml prints. A chart reached so reaches its figures, a figure its source, and so on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from builder.model.blocks import ChartUse, Panel, Slide, TableUse
from builder.model.briefing import Abbreviation, Content
from builder.model.chart import ChartSpec
from builder.model.figure import Claim, Figure
from builder.model.table import TableSpec
from builder.model.text import FigureUse, Run, plain
from builder.problems import Problems
from builder.resolve.expression import parse_claim, parse_formula
from builder.resolve.walk import is_text, texts_of, walked

_Name = tuple[str, str]
KINDS: Final = ("figure", "source", "chart", "table", "claim")


@dataclass(frozen=True)
class _Reach:
    content: Content

    def all(self) -> frozenset[_Name]:
        """Return every (kind, name) that readers meet, directly or through others."""
        meta = self.content.meta
        waiting = [("figure", name) for name in meta.at_a_glance]
        waiting += self.inside((*meta.texts.values(), *self.content.sections))
        found: set[_Name] = set()
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self.of(*name)
        return frozenset(found)

    def of(self, kind: str, name: str) -> Iterator[_Name]:
        """Yield what a definition uses."""
        content = self.content
        if kind == "figure" and name in content.figures:
            yield from self.of_figure(content.figures[name])
        elif kind == "chart" and name in content.charts:
            yield from self.of_chart(content.charts[name])
        elif kind == "table" and name in content.tables:
            yield from self.of_table(content.tables[name])
        elif kind == "claim" and name in content.claims:
            yield from self.of_claim(content.claims[name])

    def of_figure(self, figure: Figure) -> Iterator[_Name]:
        yield "source", figure.source
        if figure.cell is not None:
            yield "table", figure.cell.table
        formula = (
            parse_formula(figure.formula, figure.place, Problems()) if figure.formula else None
        )
        yield from (("figure", node.id) for node in (formula.names() if formula else ()))
        yield from self.inside(tuple(figure.texts.values()))

    def of_chart(self, chart: ChartSpec) -> Iterator[_Name]:
        yield "claim", chart.claim
        yield "table", chart.table
        named = (*chart.figures, *(name for _, group in chart.groups for name in group))
        yield from (("figure", name) for name in named)
        yield from (("source", name) for name in chart.source)
        yield from self.inside(chart)

    def of_table(self, table: TableSpec) -> Iterator[_Name]:
        yield "claim", table.claim
        yield "table", table.data
        yield from (("figure", name) for name in table.figures)
        yield from (("source", name) for name in table.source)
        yield from self.inside(table)

    def of_claim(self, claim: Claim) -> Iterator[_Name]:
        holds = parse_claim(claim.holds, claim.holds_place, Problems())
        yield from (("figure", node.id) for node in (holds.names() if holds else ()))
        yield from self.inside(claim.text)

    def inside(self, value: object) -> Iterator[_Name]:
        """Yield what texts and blocks use, however deep."""
        for part in walked(value):
            if is_text(part):
                for item in part:
                    if isinstance(item, FigureUse):
                        yield "figure", item.figure
                    if isinstance(item, FigureUse | Run) and item.claim:
                        yield "claim", item.claim
            elif isinstance(part, ChartUse):
                yield "chart", part.name
            elif isinstance(part, TableUse):
                yield "table", part.name
            elif isinstance(part, Panel | Slide):
                yield from (("figure", name) for name in part.figures)
                if isinstance(part, Slide):
                    yield "claim", part.claim


def unused(content: Content) -> dict[str, tuple[str, ...]]:
    """Return the names of each kind of `KINDS` that nothing uses, in the content's order.

    Tables are those of directives and data files alike.
    """
    reached = _Reach(content).all()
    defined: dict[str, Iterable[str]] = {
        "figure": content.figures,
        "source": content.sources,
        "chart": content.charts,
        "table": dict.fromkeys((*content.tables, *content.data)),
        "claim": content.claims,
    }
    return {
        kind: tuple(name for name in defined[kind] if (kind, name) not in reached) for kind in KINDS
    }


def standing(short: str) -> re.Pattern[str]:
    """Return a pattern that finds an abbreviation standing as a word."""
    return re.compile(rf"(?<![\w-]){re.escape(short)}(?![\w-])")


def compounded(short: str) -> re.Pattern[str]:
    """Return a pattern that finds the hyphenated words which an abbreviation is a part of."""
    return re.compile(rf"(?<![\w-])(?:\w+-)*{re.escape(short)}(?:-\w+)*(?![\w-]*\w)")


def check_used(abbreviations: Iterable[Abbreviation], printed: object, problems: Problems) -> None:
    """Report abbreviations that stand nowhere in what is printed: sections, charts, tables."""
    words = " ".join(plain(text) for text in texts_of(printed))
    for each in abbreviations:
        if not compounded(each.short).search(words):
            problems.error(
                each.place,
                f'the abbreviation "{each.short}" is used nowhere',
                "remove it, or check how the text writes it",
            )
