"""The edition in short: takes a briefing and its claims' verdicts, returns its `Snapshot`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from operator import itemgetter
from typing import Final

from builder.facts.figures import year_of
from builder.facts.inequality import Verdict
from builder.facts.sources import source_name
from builder.memory import remembered_of
from builder.model.blocks import Section
from builder.model.briefing import Briefing
from builder.model.figure import CellRef, Moment, Periods, ResolvedFigure
from builder.model.picture import PictureUse
from builder.model.snapshot import (
    ClaimState,
    FigureState,
    PictureState,
    Sentence,
    SentencePart,
    Snapshot,
    SourceState,
)
from builder.model.text import Line, Run, Text, plain, texts_of, walked
from builder.resolve.shown import shown_of

_BYTES: Final = 2000  # of a sentence remembered
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+")


def snapshot_of(briefing: Briefing, verdicts: Mapping[str, Verdict]) -> Snapshot:
    """Return what an edition says; a claim without a verdict is unknown."""
    meta = briefing.meta
    return Snapshot(
        fingerprint=briefing.fingerprint,
        slug=meta.slug,
        title=plain(briefing.title),
        edition=meta.edition,
        language=meta.language,
        date=meta.date.iso(),
        figures=tuple(_figure(figure, briefing) for figure in briefing.figures.values()),
        sources=tuple(
            SourceState(source.id, source.title, source_name(source, meta.language).text)
            for source in briefing.sources.values()
        ),
        claims=tuple(
            ClaimState(
                claim.id,
                plain(claim.text) or claim.says,
                claim.holds,
                verdicts.get(claim.id, Verdict.UNKNOWN).value,
            )
            for claim in briefing.claims.values()
        ),
        sentences=tuple(_sentences(briefing)),
        pictures=tuple(dict.fromkeys(_pictures(briefing))),
        shown=tuple(shown_of(briefing)),
    )


def _pictures(briefing: Briefing) -> Iterator[PictureState]:
    for use in walked(briefing.sections) if briefing.pictures else ():
        if isinstance(use, PictureUse) and use.shows and use.file in briefing.pictures:
            figures = tuple(shown.figure for shown in use.shows)
            yield PictureState(use.file, briefing.pictures[use.file].digest, figures)


def _figure(figure: ResolvedFigure, briefing: Briefing) -> FigureState:
    printed = briefing.printed[figure.id]
    value, is_date = figure.value, year_of(figure) is not None
    period = figure.as_of
    return FigureState(
        id=figure.id,
        label=plain(printed["label"]),
        value=value.iso() if isinstance(value, Moment) else f"{value:f}",
        shown="" if figure.rounded is None else f"{figure.rounded:f}",
        is_date=is_date,
        hedge=str(figure.hedge or ""),
        unit=figure.unit,
        as_of=period.iso() if isinstance(period, Moment) else _words(period, printed["as_of"]),
        sources=figure.sources,
        confidence=str(figure.confidence or ""),
        printed=plain(printed["full"]),
        basis=figure.formula or _cell(figure.cell),
    )


def _words(period: str | Periods | None, printed: Line) -> str:
    return plain(printed) if period else ""


def _cell(cell: CellRef | None) -> str:
    if cell is None:
        return ""
    if cell.where:
        return cell.where
    row = ", ".join(f"{column}={text}" for column, text in cell.row)
    return f"{cell.table}!{row}/{cell.column}"


def _sentences(briefing: Briefing) -> Iterator[Sentence]:
    """Yield every sentence that prints a figure, in reading order; charts and tables come last."""
    yield from _in("", "title", (briefing.title, briefing.subtitle))
    yield from _in("", "message", briefing.meta.message)
    yield from _in("", "findings", briefing.meta.findings)
    for section in briefing.sections:
        said = partial(tuple[Sentence, ...], _of_section(section))
        yield from remembered_of(section, "sentences", said, lambda found: _BYTES * len(found))
    for note in briefing.notes:
        yield from _in("", "note", note.text)
    for chart in briefing.charts.values():
        lines = (chart.title, chart.subtitle, chart.flows, chart.note, chart.alt, chart.takeaway)
        yield from _in("", f"chart {chart.id}", lines)
    for table in {table.name: table for table in briefing.tables.values()}.values():
        yield from _in("", f"table {table.name}", (table.caption, table.note, table.takeaway))


def _of_section(section: Section) -> Iterator[Sentence]:
    yield from _in(section.id, "prose", (section.title, section.blocks))
    for slide in section.slides:
        yield from _in(section.id, "slide", (slide.title, slide.blocks))
        yield from _in(section.id, "speaker notes", slide.notes)


def _in(section: str, kind: str, texts: object) -> Iterator[Sentence]:
    for text in filter(_prints_figures, texts_of(texts)):
        for parts in sentences(text):
            if any(part.figure for part in parts):
                yield Sentence(section, kind, parts)


def _prints_figures(text: Text) -> bool:
    return any(isinstance(run, Run) and run.owner and run.owner.kind == "figure" for run in text)


def sentences(text: Text) -> Iterator[tuple[SentencePart, ...]]:
    """Yield the sentences of a resolved text; marks of notes are left out.

    A figure, a name or a date is never parted, whatever full stops it holds.
    """
    runs = [run for run in text if isinstance(run, Run) and run.note is None]
    whole, parts = "", list[tuple[int, str]]()
    unparted: list[tuple[int, int]] = []
    for run in runs:
        start, figure = len(whole), ""
        whole += run.text
        if run.owner is not None:
            unparted.append((start, len(whole)))
            figure = run.owner.id if run.owner.kind == "figure" else ""
        parts.append((start, figure))
    firsts = [first for first, _ in unparted]
    ends = []
    for stop in _SENTENCE_END.finditer(whole):
        before = bisect_left(firsts, stop.start()) - 1
        if before < 0 or stop.start() >= unparted[before][1]:
            ends.append(stop.end())
    start = 0
    for end in (*ends, len(whole)):
        if whole[start:end].strip():
            yield tuple(_parts(whole, parts, start, end))
        start = end


def _parts(
    whole: str, starts: Sequence[tuple[int, str]], start: int, end: int
) -> Iterator[SentencePart]:
    """Yield the parts of a text between two places, neighbours of one figure joined."""
    end = start + len(whole[start:end].rstrip())
    first = max(bisect_right(starts, start, key=itemgetter(0)) - 1, 0)
    last = bisect_left(starts, end, key=itemgetter(0))
    bounds = [*starts[first:last], (starts[last][0] if last < len(starts) else len(whole), "")]
    held, of = "", ""
    for (first, figure), (last, _) in pairwise(bounds):
        piece = whole[max(first, start) : min(last, end)]
        if piece and figure != of:
            if held:
                yield SentencePart(held, of)
            held, of = "", figure
        held += piece
    if held:
        yield SentencePart(held, of)
