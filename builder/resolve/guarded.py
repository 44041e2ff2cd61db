"""Texts in; the words in them that claims guard, each with its sentence, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import Final

from builder.facts.claims import Guarded
from builder.memory import remembered_of
from builder.model.blocks import Section
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.front import Statement
from builder.model.table import ResolvedTable, TableSpec
from builder.model.text import FigureUse, Run, Text, plain, texts_of
from builder.problems import Place
from builder.resolve.passages import sentence_spans

_BYTES: Final = 1000  # of guarded words remembered


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentences of a text that hold the characters from `start` to `end`."""
    spans = [span for span in sentence_spans(text) if span.start < end and span.stop > start]
    if not spans:
        return text.strip()
    return text[spans[0].start : spans[-1].stop].strip()


def guarded_texts(
    sections: Iterable[Section],
    charts: Iterable[tuple[ChartSpec, ResolvedChart | None]],
    tables: Iterable[tuple[TableSpec, ResolvedTable | None]],
    others: Iterable[Text] = (),
    statements: Iterable[Statement] = (),
) -> Iterator[Guarded]:
    """Yield the guarded spans of texts, and the slides, charts and tables that name a claim.

    The texts are resolved, those of `others` and the names in charts apart; a chart or table
    that could not be resolved still uses its claim.
    """
    yield from _spans(tuple(others))
    for stated in statements:
        yield from _whole(stated.claim, stated.says, stated.place)
        yield from _spans(stated)
    for section in sections:
        spans = partial(tuple[Guarded, ...], _spans(section))
        yield from remembered_of(section, "guarded", spans, lambda found: _BYTES * len(found))
        for slide in section.slides:
            yield from _whole(slide.claim, slide.title, slide.place)
    for chart_spec, chart in charts:
        yield from _whole(chart_spec.claim, (chart or chart_spec).title, chart_spec.place)
        meant = chart_spec.takeaway
        words = chart.takeaway if chart else meant.says
        yield from _whole(meant.claim, words, meant.place)
        if chart:
            yield from _spans(
                (chart.title, chart.subtitle, chart.flows, chart.note, chart.alt, words)
            )
        yield from _spans(tuple(text for _, text in chart_spec.labels))
        yield from _spans((chart_spec.categories, chart_spec.axis, chart_spec.x_axis))
    for table_spec, table in tables:
        yield from _whole(table_spec.claim, (table or table_spec).caption, table_spec.place)
        heads = tuple(column.header for column in table.columns) if table else ()
        if table:
            said = (table.caption, heads, table.rows, table.note, table.shape, table.takeaway)
            yield from _spans(said)


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
