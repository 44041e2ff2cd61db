"""Slides as planned and as they are now in; every text of theirs compared, whatever their order.

A copy of a slide is compared as the slide itself is: what was changed on either is a change, and
what was not is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any, TypeVar

from builder.model.ledger import LedgerPlace
from builder.model.text import Line, plain
from builder.outputs.pptx.plan.ledger import NOTES
from builder.pulling.changes import DeckPlace, Standing
from builder.pulling.charts import compare_chart
from builder.pulling.gather import Gathered, around
from builder.pulling.planned import PlannedText, row_text, series_text
from builder.pulling.shown import ShownChart, ShownSlide, Table, TextShape, moved
from builder.pulling.text import Candidate, level, paired

_Thing = TypeVar("_Thing", bound=TextShape[Any] | Table[Any])


def unseen(
    planned: Iterable[LedgerPlace],
    places: Iterable[LedgerPlace],
    made_as: Mapping[int, int],
    titles: Mapping[int, str],
) -> Iterator[Standing]:
    """Yield the slides that are passed over and were not, and those that are shown again."""
    was = {one.page: one.text for one in planned if _is_state(one)}
    for place in places:
        before = was.get(made_as.get(place.page, 0), "") if _is_state(place) else ""
        if before and before != place.text:
            what = "is hidden" if place.text == "hidden" else "is shown again"
            yield Standing(place.page, around(titles.get(place.page, ""), ""), what)


def _is_state(place: LedgerPlace) -> bool:
    return (place.channel, place.within, place.part) == ("look", "", "state")


def compare_slides(
    old: Sequence[PlannedText],
    new: Sequence[ShownSlide],
    made_as: Mapping[int, int],
    gathered: Gathered,
) -> None:
    """Compare a whole deck, in which `made_as` says which slide was planned as which.

    What differs is added to `gathered`.
    """
    planned = {slide.number: slide for slide in old}
    for shown in new:
        slide = planned.get(made_as.get(shown.number, 0))
        if slide is not None:
            _slide(slide, shown, gathered)
        else:
            _new_slide(shown, gathered)


def _new_slide(shown: ShownSlide, gathered: Gathered) -> None:
    for shape in shown.shapes:
        for text in shape.paragraphs:
            gathered.added(text, DeckPlace(shown.number, "body", shape.name))
    for table in shown.tables:
        _new_table(table, shown.number, gathered)
    for chart in shown.charts:
        _new_chart(chart, shown.number, gathered)
    for text in shown.notes:
        gathered.added(text, DeckPlace(shown.number, "notes", NOTES))


def _new_table(table: Table[str], slide: int, gathered: Gathered) -> None:
    for row in table.rows:
        gathered.added(row_text(row), DeckPlace(slide, "body", table.name))


def _new_chart(chart: ShownChart, slide: int, gathered: Gathered) -> None:
    for series in chart.series:
        points = zip_longest(series.x, series.values, series.sizes)
        values = [cell.cached for point in points for cell in point if cell and cell.cached]
        text = series_text(series.name.cached, values)
        gathered.added(text, DeckPlace(slide, "chart", chart.name))


def _slide(slide: PlannedText, shown: ShownSlide, gathered: Gathered) -> None:
    _shapes(slide, shown, gathered)
    _tables(slide, shown, gathered)
    _lines(slide.notes, shown.notes, DeckPlace(shown.number, "notes", NOTES), gathered)
    for name, line, chart in slide.alts:
        if name in shown.alts:
            gathered.text(line, shown.alts[name], DeckPlace(shown.number, "alt", name), chart)
    for name, places in slide.groups.items():
        for what in moved(places, shown.groups.get(name, ())):
            if what in slide.drawn[name]:
                gathered.moved.append(DeckPlace(shown.number, "body", name, what))
    held_charts, added = paired(
        [Candidate(chart, chart.name, chart.name) for chart in slide.charts],
        [Candidate(chart, chart.name, chart.name) for chart in shown.charts],
        in_order=True,
    )
    for planned, held in held_charts:
        if held is not None:
            compare_chart(planned, held, shown.number, gathered)
        else:
            spot = DeckPlace(shown.number, "chart", planned.name)
            gathered.lost(f"the chart {planned.chart}", spot)
    for new in added:
        _new_chart(new, shown.number, gathered)


def _shapes(slide: PlannedText, shown: ShownSlide, gathered: Gathered) -> None:
    pairs, added = paired(_named(slide.shapes), _named(shown.shapes))
    for shape, now in pairs:
        texts = now.paragraphs if now is not None else ()
        spot = DeckPlace(shown.number, "body", shape.name)
        _lines(shape.paragraphs, texts, spot, gathered, shape.chart)
    for new in added:
        for text in new.paragraphs:
            gathered.added(text, DeckPlace(shown.number, "body", new.name))


def _named(things: Iterable[_Thing]) -> list[Candidate[_Thing]]:
    return [Candidate(each, level(each.words), each.name) for each in things]


def _lines(
    old: Sequence[Line], new: Sequence[str], spot: DeckPlace, gathered: Gathered, chart: str = ""
) -> None:
    pairs, added = paired(
        [Candidate(line, level(plain(line))) for line in old if plain(line).strip()],
        [Candidate(text, level(text)) for text in new if text.strip()],
        in_order=True,
    )
    for line, text in pairs:
        if text is None:
            gathered.gone(line, spot)
        else:
            gathered.text(line, text, spot, chart)
    for text in added:
        gathered.added(text, spot)


def _tables(slide: PlannedText, shown: ShownSlide, gathered: Gathered) -> None:
    pairs, added = paired(_named(slide.tables), _named(shown.tables), in_order=True)
    for table, held in pairs:
        spot = DeckPlace(shown.number, "body", table.name)
        if held is not None:
            _rows(table.rows, held.rows, spot, gathered)
        else:
            gathered.lost(f"the table {row_text(map(plain, table.rows[0]))}", spot)
    for new in added:
        _new_table(new, shown.number, gathered)


def _rows(
    old: Sequence[tuple[Line, ...]],
    new: Sequence[tuple[str, ...]],
    spot: DeckPlace,
    gathered: Gathered,
) -> None:
    """Compare rows by what heads them, so that one that was added moves no other."""
    pairs, added = paired(
        [Candidate(row, level(" ".join(map(plain, row))), level(plain(row[0]))) for row in old],
        [Candidate(row, level(" ".join(row)), level(row[0]) if row else "") for row in new],
        in_order=True,
    )
    for row, cells in pairs:
        if cells is None:
            gathered.lost(row_text(map(plain, row)), spot)
        elif len(cells) != len(row):
            _lines(row, cells, spot, gathered)
        else:
            for line, text in zip(row, cells, strict=True):
                gathered.text(line, text, replace(spot, words=row_text(cells)))
    for cells in added:
        gathered.added(row_text(cells), spot)
