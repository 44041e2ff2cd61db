"""Slides as planned and as they are now in; every text of theirs compared, whatever their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builder.model.text import Line, plain
from builder.pull.align import Known, paired
from builder.pull.changes import Spot
from builder.pull.charts import compare_chart
from builder.pull.gather import Gathered
from builder.pull.planned import PlannedText
from builder.pull.shown import TITLE, ShownSlide
from builder.pull.text import level

_NOTES = "Notes"


def compare_slides(
    old: Sequence[PlannedText], new: Sequence[ShownSlide], gathered: Gathered
) -> None:
    """Compare a whole deck; what differs is added to `gathered`."""
    pairs, added = paired(
        [Known(slide, level(slide.words), level(slide.title)) for slide in old],
        [Known(slide, level(slide.words), level(slide.title)) for slide in new],
    )
    for slide, shown in pairs:
        if shown is None:
            spot = Spot(slide.number, "body", TITLE)
            gathered.gone(slide.shapes[0].lines[0], spot)
        else:
            _slide(slide, shown, gathered)
    for shown in added:
        for shape in shown.shapes:
            for text in shape.paragraphs:
                gathered.added(text, Spot(shown.number, "body", shape.name))


def _slide(slide: PlannedText, shown: ShownSlide, gathered: Gathered) -> None:
    _shapes(slide, shown, gathered)
    _tables(slide, shown, gathered)
    _lines(slide.notes, shown.notes, Spot(shown.number, "notes", _NOTES), gathered)
    for name, line in slide.alts:
        if name in shown.alts:
            gathered.text(line, shown.alts[name], Spot(shown.number, "alt", name))
    charts, _ = paired(
        [Known(chart, chart.name, chart.name) for chart in slide.charts],
        [Known(chart, chart.name, chart.name) for chart in shown.charts],
        in_order=True,
    )
    for chart, held in charts:
        if held is not None:
            compare_chart(chart, held, shown.number, gathered)


def _shapes(slide: PlannedText, shown: ShownSlide, gathered: Gathered) -> None:
    pairs, added = paired(
        [Known(shape, level(shape.words), shape.name) for shape in slide.shapes],
        [Known(shape, level(shape.words), shape.name) for shape in shown.shapes],
    )
    for shape, now in pairs:
        texts = now.paragraphs if now is not None else ()
        _lines(shape.lines, texts, Spot(shown.number, "body", shape.name), gathered)
    for new in added:
        for text in new.paragraphs:
            gathered.added(text, Spot(shown.number, "body", new.name))


def _lines(old: Sequence[Line], new: Sequence[str], spot: Spot, gathered: Gathered) -> None:
    pairs, added = paired(
        [Known(line, level(plain(line))) for line in old if plain(line).strip()],
        [Known(text, level(text)) for text in new if text.strip()],
        in_order=True,
    )
    for line, text in pairs:
        if text is None:
            gathered.gone(line, spot)
        else:
            gathered.text(line, text, spot)
    for text in added:
        gathered.added(text, spot)


def _tables(slide: PlannedText, shown: ShownSlide, gathered: Gathered) -> None:
    pairs, _ = paired(
        [Known(table, level(table.words), table.name) for table in slide.tables],
        [Known(table, level(table.words), table.name) for table in shown.tables],
        in_order=True,
    )
    for table, held in pairs:
        if held is not None:
            spot = Spot(shown.number, "body", table.name)
            _rows(table.rows, held.rows, spot, gathered)


def _rows(
    old: Sequence[tuple[Line, ...]], new: Sequence[tuple[str, ...]], spot: Spot, gathered: Gathered
) -> None:
    """Compare rows by what heads them, so that one that was added moves no other."""
    pairs, added = paired(
        [Known(row, level(" ".join(map(plain, row))), level(plain(row[0]))) for row in old],
        [Known(row, level(" ".join(row)), level(row[0]) if row else "") for row in new],
        in_order=True,
    )
    for row, cells in pairs:
        if cells is None or len(cells) != len(row):
            for line in row:
                gathered.gone(line, spot)
            continue
        for line, text in zip(row, cells, strict=True):
            gathered.text(line, text, replace(spot, words=" | ".join(cells)))
    for cells in added:
        gathered.added(" | ".join(cells), spot)
