"""What is checked of a whole content: names that nothing uses, characters that no page shows.

Everything is reached from what readers meet: the sections with their slides and notes, and what
briefing.yaml prints. A chart reached so reaches its figures, a figure its source, and so on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from functools import partial
from typing import Final

from builder.facts.expression import parse_claim, parse_formula
from builder.frozen import dataclass, replace
from builder.memory import remembered, remembered_of
from builder.model.blocks import ChartUse, Panel, Section, Slide, TableUse
from builder.model.briefing import Abbreviation, Briefing, Content
from builder.model.chart import ChartSpec
from builder.model.figure import Claim, Figure
from builder.model.picture import PictureUse
from builder.model.table import TableSpec
from builder.model.text import FigureUse, Run, Text, all_of, is_text, plain, texts_of, walked
from builder.problems import NOWHERE, Place, Problems
from builder.text.metrics import FontMetrics
from builder.theme.theme import Theme

# Spaces and hyphens for which the writers have a stand-in, and signs that are never drawn.
_STOOD_IN: Final = frozenset("\n\t\u00ad\u2009\u200a\u2011\u202f")
_Name = tuple[str, str]
KINDS: Final = ("figure", "source", "chart", "table", "claim")


@dataclass(frozen=True)
class _Reach:
    content: Content

    def all(self) -> frozenset[_Name]:
        """Return every (kind, name) that readers meet, directly or through others."""
        meta = self.content.meta
        waiting = [("figure", name) for name in meta.at_a_glance]
        waiting += [("figure", finding.figure) for finding in meta.findings]
        waiting += [("claim", stated.claim) for stated in meta.statements]
        waiting += self.inside((*meta.texts.values(), meta.statements, *self.content.sections))
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
        elif kind == "printed" and name in content.tables:
            table = content.tables[name]
            yield from self.of_cells(table.data, tuple(name for name, _ in table.columns))
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
        yield "claim", chart.takeaway.claim
        yield "table", chart.table
        named = (*chart.figures, *(name for _, group in chart.groups for name in group))
        yield from (("figure", name) for name in named)
        yield from (("source", name) for name in chart.source)
        yield from self.of_cells(chart.table, (*chart.y, chart.size))
        yield from self.inside(chart)

    def of_table(self, table: TableSpec) -> Iterator[_Name]:
        yield "claim", table.claim
        yield "table", table.data
        yield from (("figure", name) for name in table.figures)
        yield from (("source", name) for name in table.source)
        yield from self.inside(table)

    def of_cells(self, data: str, columns: tuple[str, ...]) -> Iterator[_Name]:
        """Yield the figures that the columns of a data file print: all where none is named."""
        for figure in self.content.figures.values() if data else ():
            cell = figure.cell
            if cell and cell.table == data and (not columns or cell.column in columns):
                yield "figure", figure.id

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
                yield "table", part.name  # which a figure may have its cell in as well
                yield "printed", part.name
            elif isinstance(part, PictureUse):
                yield from (("figure", shown.figure) for shown in part.shows)
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
        "table": dict.fromkeys((*content.tables, *_shown(content))),
        "claim": content.claims,
    }
    return {
        kind: tuple(name for name in defined[kind] if (kind, name) not in reached) for kind in KINDS
    }


def _shown(content: Content) -> Iterator[str]:
    """Yield the data tables that can be shown: a figure's one cell of a workbook is none."""
    for name, table in content.data.items():
        if table.area is None or not table.area.alone:
            yield name


def standing(short: str) -> re.Pattern[str]:
    """Return a pattern that finds an abbreviation standing as a word."""
    return re.compile(rf"(?<![\w-]){re.escape(short)}(?![\w-])")


def compounded(short: str) -> re.Pattern[str]:
    """Return a pattern that finds the words which an abbreviation is a part of: hyphenated ones,
    and its own plural and cases, "GPs", «ЦНАПу».
    """
    ending = r"(?:s|[а-яіїєґ]{1,3})?"
    return re.compile(rf"(?<![\w-])(?:\w+-)*{re.escape(short)}{ending}(?:-\w+)*(?![\w-]*\w)")


def check_used(
    abbreviations: Iterable[Abbreviation], printed: Iterable[object], problems: Problems
) -> None:
    """Report abbreviations that stand nowhere in what is printed: sections, charts, tables."""
    words = " ".join(map(_words, printed))
    for each in abbreviations:
        if not compounded(each.short).search(words):
            problems.error(
                each.place,
                f'the abbreviation "{each.short}" is used nowhere',
                "remove it, or check how the text writes it",
            )


def _words(printed: object) -> str:
    words = partial(" ".join, map(_plain, texts_of(printed)))
    if isinstance(printed, Section):  # which alone is the very same from build to build
        return remembered_of(printed, "words", words, lambda said: 2 * len(said))
    return remembered(("words", printed), words, lambda said: 2 * len(said))


def _plain(text: Text) -> str:
    """Return the words of a text, an index parted from its abbreviation: BOD~5~."""
    return plain(
        tuple(
            replace(item, text=f" {item.text}")
            if isinstance(item, Run) and item.manner.shift
            else item
            for item in text
        )
    )


def check_coverage(briefing: Briefing, theme: Theme, problems: Problems) -> None:
    """Report each text that neither face of the theme can draw wholly, where it first is."""
    cuts = [FontMetrics.of(name) for name in (theme.serif.regular, theme.sans.semibold)]
    # Code has a face of its own, which the paper asks when it sets it.
    used = set().union(*(run.text for run, _ in _runs(briefing) if not run.code)) - _STOOD_IN
    missing = {character for character in used if all(cut.missing(character) for cut in cuts)}
    told: set[str] = set()
    for run, place in _runs(briefing) if missing else ():
        lacked = sorted(missing.intersection(run.text))
        if run.code or not lacked or run.text in told:
            continue
        told.add(run.text)
        named = ", ".join(f'"{each}" (U+{ord(each):04X})' for each in lacked)
        problems.error(
            run.place if run.place != NOWHERE else place,
            f"no font of the theme has the character{'s' * (len(lacked) > 1)} {named}, "
            f'in "{run.text.strip()}"',
            f"{theme.serif.name} and {theme.sans.name} were asked: write it in characters "
            "that they have, or choose a theme whose fonts have it",
        )


def _runs(briefing: Briefing) -> Iterator[tuple[Run, Place]]:
    """Yield every run that a file will show, with the nearest place for one that has none."""
    parts = (
        briefing.title,
        briefing.subtitle,
        *briefing.meta.statements,
        *briefing.sections,
        *briefing.notes,
        *briefing.charts.values(),
        *briefing.tables.values(),
    )
    for part in parts:
        nearest = briefing.meta.place
        for found in all_of(part) if isinstance(part, Section) else walked(part):
            if isinstance(found, Run):
                yield found, nearest
            elif isinstance(found, tuple):
                yield from ((item, nearest) for item in found if isinstance(item, Run))
            elif is_dataclass(found):
                nearest = getattr(found, "place", nearest)
    for forms in briefing.printed.values():
        for line in forms.values():
            for run in line:
                yield run, briefing.meta.place
