"""What claims guard: takes resolved content, returns each guarded text with its claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from builder.model.blocks import Section
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.table import ResolvedTable, TableSpec
from builder.model.text import FigureUse, Run, Text, plain
from builder.problems import Place
from builder.resolve.claims import Guarded
from builder.resolve.sentences import sentence_around
from builder.resolve.walk import texts_of


def guarded_texts(
    sections: Iterable[Section],
    charts: Iterable[tuple[ChartSpec, ResolvedChart | None]],
    tables: Iterable[tuple[TableSpec, ResolvedTable | None]],
    others: Iterable[Text] = (),
) -> Iterator[Guarded]:
    """Yield the guarded spans of texts, and the slides, charts and tables that name a claim.

    The texts are resolved, those of `others` and the names in charts apart; a chart or table
    that could not be resolved still uses its claim.
    """
    yield from _spans(tuple(others))
    for section in sections:
        yield from _spans(section)
        for slide in section.slides:
            yield from _whole(slide.claim, slide.title, slide.place)
    for chart_spec, chart in charts:
        yield from _whole(chart_spec.claim, chart.title if chart else (), chart_spec.place)
        if chart:
            yield from _spans((chart.title, chart.subtitle, chart.flows, chart.note, chart.alt))
        yield from _spans(tuple(text for _, text in chart_spec.labels))
        yield from _spans((chart_spec.categories, chart_spec.axis, chart_spec.x_axis))
    for table_spec, table in tables:
        yield from _whole(table_spec.claim, table.caption if table else (), table_spec.place)
        heads = tuple(column.header for column in table.columns) if table else ()
        yield from _spans((table.caption, heads, table.rows, table.note) if table else ())


def _whole(claim: str, text: Text, place: Place) -> Iterator[Guarded]:
    if claim:
        yield Guarded(claim, plain(text), "", place)


def _spans(value: object) -> Iterator[Guarded]:
    """Yield each stretch of runs that one claim guards, with the sentence around it."""
    for text in texts_of(value):
        runs = [item for item in text if isinstance(item, Run | FigureUse)]
        if not any(run.claim for run in runs):
            continue
        at = 0
        for claim, stretch in groupby(runs, key=lambda run: run.claim):
            guarded = list(stretch)
            words = plain(guarded)
            if claim:
                sentence = sentence_around(plain(runs), at, at + len(words))
                yield Guarded(claim, words, sentence, guarded[0].place)
            at += len(words)
