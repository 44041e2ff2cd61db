"""The marks of a chart by the names that it uses: takes its grid, returns what stands at them, or
an arrow that compares two of them.

A name that nothing in the chart goes by is reported where the annotation states it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from builder.charts.registry import kind_of
from builder.charts.resolving.comparing import compared
from builder.charts.resolving.context import ChartContext, NamedRun, Plotted
from builder.charts.resolving.grid import Grid
from builder.charts.resolving.sums import share_of, total_hedge
from builder.charts.telling import Teller
from builder.facts.units import PER_CENT
from builder.frozen import dataclass
from builder.language.dates import word
from builder.model.annotation import NONE, WHOLE, Annotations, AnnotationSpec, Difference, Spot
from builder.model.chart import ChartSpec
from builder.model.text import Line, Run, plain
from builder.problems import known_names


@dataclass(frozen=True)
class Marks:
    """What annotations are found by: a chart's grid, and what is needed to print."""

    spec: ChartSpec
    grid: Grid
    context: ChartContext
    teller: Teller

    def wrong(self, annotation: AnnotationSpec, found: str, hint: str) -> None:
        """Report what is wrong with an annotation."""
        what = f'chart "{self.spec.id}": {annotation.kind}: {found}'
        self.context.problems.error(annotation.place, what, hint)

    @property
    def in_shares(self) -> bool:
        """Whether the chart shows shares, whatever its values are counted in."""
        return kind_of(self.spec.kind).in_shares

    def doubtful(self, annotation: AnnotationSpec, found: str, hint: str) -> None:
        """Warn of an annotation that is drawn, and hardly as it is meant."""
        what = f'chart "{self.spec.id}": {annotation.kind}: {found}'
        self.context.problems.warning(annotation.place, what, hint)

    def category(self, annotation: AnnotationSpec, name: str) -> int | None:
        """Return the number of a category by its name; None, with a problem, for no such one."""
        return self._found(annotation, name, self.grid.categories)

    def series(self, annotation: AnnotationSpec) -> int | None:
        """Return the number of the series meant: the only one, or the whole of stacks."""
        if annotation.series:
            return self._found(annotation, annotation.series, self.grid.series)
        if len(self.grid.series) < 2:
            return 0
        if kind_of(self.spec.kind).adds_up and not self.in_shares:
            return WHOLE
        names = ", ".join(f'"{each.run.text}"' for each in self.grid.series)
        self.wrong(annotation, "it does not say of which series", f"name one by `series`: {names}")
        return None

    def spot(self, annotation: AnnotationSpec, name: str) -> Spot | None:
        """Return the mark at a category; None, with a problem, where there is none."""
        series, category = self.series(annotation), self.category(annotation, name)
        if series is None or category is None:
            return None
        if self.cell(Spot(series, category)).value is None:
            self.wrong(annotation, f'"{name}" has no value', "name a category that has one")
            return None
        return Spot(series, category)

    def cell(self, spot: Spot) -> Plotted:
        """Return what a mark shows; of a whole stack, its sum."""
        if spot.series != WHOLE:
            return self.grid.cells[spot.series][spot.category]
        stack = [row[spot.category] for row in self.grid.cells]
        # Of which a part is unknown, the whole is.
        filled = stack if all(cell.value is not None for cell in stack) else []
        total = sum((cell.value or Decimal(0) for cell in filled), Decimal(0))
        try:
            hedge = total_hedge(total, filled)
        except ValueError:
            hedge = None
        unit = filled[0].unit if filled else ""
        return Plotted(total if filled else None, unit=unit, hedge=hedge)

    def share(self, annotation: AnnotationSpec, spot: Spot) -> Plotted | None:
        """Return what share of its bar a mark is; None, with a problem, where no hedge is sound."""
        parts = [row[spot.category] for row in self.grid.cells]
        try:
            return share_of(parts, spot.series)
        except ValueError:
            name = self.grid.categories[spot.category].run.text
            self.wrong(
                annotation,
                f'no hedge is sound for the share in "{name}"',
                "the hedges of its parts leave it open on both sides: say it in the note",
            )
            return None

    def called(self, spot: Spot) -> Line:
        """Return what a mark is called: its category, after its series where there are several."""
        category = self.grid.categories[spot.category].run
        if spot.series == WHOLE or len(self.grid.series) < 2:
            return (category,)
        return (self.grid.series[spot.series].run, Run(", "), category)

    def _found(self, annotation: AnnotationSpec, name: str, held: Sequence[NamedRun]) -> int | None:
        for number, named in enumerate(held):
            if named.goes_by((name,)):
                return number
        names = [each for named in held for each in named.names if each]
        hint = known_names(name, list(dict.fromkeys(names)))
        self.wrong(annotation, f'nothing in the chart is called "{name}"', hint)
        return None


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
