"""Arrows that compare two marks: takes a chart's marks and what is stated, returns an arrow."""

from __future__ import annotations

from builder.charts.registry import kind_of
from builder.charts.resolving.comparing import compared
from builder.charts.resolving.grid import Grid
from builder.charts.resolving.marks import Marks
from builder.facts.units import PER_CENT
from builder.language.dates import word
from builder.model.annotation import NONE, WHOLE, Annotations, AnnotationSpec, Difference, Spot
from builder.model.text import Line, Run, plain


def difference(marks: Marks, stated: AnnotationSpec, number: int) -> Annotations:
    """Return an arrow from mark to mark and what it says; nothing, with a problem, where no arrow
    can say it.
    """
    shares, several = marks.in_shares, len(marks.grid.series) > 1
    if _is_of_another_chart(marks, stated):
        return NONE
    if marks.series(stated) is None:  # said once, and not of either end
        return NONE
    start, end = (marks.spot(stated, name) for name in (stated.start, stated.end))
    if start is None or end is None:
        return NONE
    if start == end:
        marks.wrong(stated, "it begins and ends at one mark", "name another one by `to`")
        return NONE
    named = [marks.grid.categories[spot.category] for spot in (start, end)]
    first, second = (marks.share(stated, s) if shares else marks.cell(s) for s in (start, end))
    if first is None or second is None:
        return NONE
    printed = compared(marks.spec, stated, (first, second), named, marks.context, number)
    if printed is None:
        return NONE
    short, full = _alone(printed[0]), _alone(printed[1])
    if stated.names[0] == "cagr":
        short = marks.teller.phrase("yearly", value=short)
        full = marks.teller.phrase("yearly", value=full)
    told = marks.teller.phrase(
        "difference_dated" if plain(marks.called(start))[-1:].isdigit() else "difference",
        start=marks.called(start),
        end=marks.called(end),
        value=full,
    )
    of_shares = {first.unit, second.unit} == {PER_CENT} and stated.names[0] == "absolute"
    if of_shares and marks.spec.number_format != "words":  # values count something else
        short = (*short, Run(f"\u00a0{word(marks.context.tag, 'points_short')}"))
    if (shares and several) or _may_be_anothers(marks.grid, start, end):
        short = (marks.grid.series[start.series].run, Run(marks.teller.language.colon), *short)
    if shares:
        # The share of a part changes with every other part of its bar.
        start, end = (Spot(WHOLE, spot.category) for spot in (start, end))
    return Annotations(differences=(Difference(start, end, short, told),), told=(told,))


def _is_of_another_chart(marks: Marks, stated: AnnotationSpec) -> bool:
    """Say whether a kind has no such arrow; report what to do instead."""
    shares, several = marks.in_shares, len(marks.grid.series) > 1
    if shares and stated.names[0] != "absolute":
        hint = "use `difference: absolute`, or draw the values themselves as grouped columns"
        marks.wrong(stated, "between shares an arrow says percentage points", hint)
        return True
    if stated.series and kind_of(marks.spec.kind).adds_up and not shares and several:
        hint = "leave `series` out, or draw the chart as grouped or line"
        marks.wrong(stated, "an arrow compares whole stacks, not parts of them", hint)
        return True
    if kind_of(marks.spec.kind).placed and several:
        hint = "draw one series, or the chart as grouped columns or a line"
        marks.wrong(stated, "an arrow leads from row to row, each of which has one mark", hint)
        return True
    return False


def _may_be_anothers(grid: Grid, start: Spot, end: Spot) -> bool:
    """Return whether an arrow over one series' marks, drawn from above, passes those of another."""
    if WHOLE in (start.series, end.series) or start.series != end.series:
        return False
    for at in (start.category, end.category):
        own = grid.cells[start.series][at].value
        others = (row[at].value for row in grid.cells)
        if own is not None and any(value is not None and value > own for value in others):
            return True
    return False


def _alone(run: Run) -> Line:
    return (run,)
