"""What follows by itself from what someone changed: takes charts and tables as planned and what
changes; returns owners of annotations, sums and totals that follow, and refuses what does not.

Where bars that float begin, and totals that no figure states, follow from the plotted values.
Someone who changes a step in PowerPoint has to move them by hand: that is no change of its own.
Sums that someone changed in a table are no edits either: they follow their cells.

Years and dates of sentences are the content's own words. Charts on an axis of time hold numbers
instead: years, or days as spreadsheets count them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from builder.charts import native_chart
from builder.charts.native import NativePoint
from builder.facts.reading import folded, read_date
from builder.frozen import dataclass
from builder.language.dates import printed_date
from builder.language.language import base_language
from builder.language.years import day_spans
from builder.model.annotation import WHOLE, Spot
from builder.model.arranging import SUMS
from builder.model.briefing import Briefing
from builder.model.chart import ResolvedChart
from builder.model.figure import Moment
from builder.model.table import ResolvedTable
from builder.model.text import Line, Owner, Run, plain
from builder.outputs.pptx.plan.ledger import number_text
from builder.problems import Place
from builder.pulling.bound import Bindings
from builder.pulling.changes import DataCell, DeckPlace, Refusal
from builder.pulling.shown import Held, ShownSeries, settled
from builder.pulling.text import level
from builder.theme.theme import Theme

_EPOCH: Final = date(1899, 12, 30)
_LAST_DAY: Final = (date.max - _EPOCH).days
_YEAR: Final = re.compile(r"\d{4}")
# 2019, 2019-23, 2023/24, 2010s, FY2024: digits, and what is written without a space around them.
_LIKE_YEARS: Final = re.compile(r"[^\W\d]{0,3}\d{2,4}(?:[-\u2013/]\d{1,4})?[^\W\d]{0,2}", re.ASCII)
Owners = Collection[tuple[str, str]]
"""Whose numbers change: kind and id."""


@dataclass(frozen=True)
class Derived:
    """A computed number that has changed, by its chart, series and place in that.

    `old` and `new` are texts; a `label` is what is printed there, else it is the cell: that of the
    x axis where it lies `along` that.
    """

    chart: str
    series: str
    place: int
    old: str
    new: str
    spot: DeckPlace
    label: bool = False
    along: bool = False


def is_derived(owner: Owner | None, chart: str) -> bool:
    """Return whether a number of a chart is computed by the chart itself."""
    if owner is None:
        return False
    own = tuple(f"{chart}!{what}/" for what in ("total", "mean", "difference", "bin", "box"))
    return owner.kind == "tick" or (owner.kind == "cell" and owner.id.startswith(own))


def unfollowed(
    changed: Iterable[Derived], charts: Mapping[str, ResolvedChart], theme: Theme
) -> Iterator[Refusal]:
    """Yield a refusal for each number that is not what the charts, as changed, compute."""
    for one in changed:
        point = _point(one, charts, theme)
        if point is None:
            expected = ""
        elif one.label:
            expected = level(plain(point.label))
        else:
            value = point.x if one.along else point.value
            expected = "" if value is None else settled(number_text(value))
        if expected != one.new:
            yield Refusal(
                f"“{one.new}” stands where the chart computes “{expected or one.old}”",
                "change the values that it follows from: it comes along by itself",
                (one.spot,),
            )


def _point(one: Derived, charts: Mapping[str, ResolvedChart], theme: Theme) -> NativePoint | None:
    drawn = native_chart(charts[one.chart], theme) if one.chart in charts else None
    for series in drawn.series if drawn is not None else ():
        if series.name.text == one.series and one.place < len(series.points):
            return series.points[one.place]
    return None


@dataclass(frozen=True)
class WrittenDate:
    """A year or date that the content writes out; `tag` is the language of the briefing."""

    text: str
    tag: str
    place: Place

    @property
    def kind(self) -> str:
        """What it is, in the words of a message."""
        return "a year" if _YEAR.fullmatch(self.text.strip()) else "a date"

    def reads(self, text: str) -> bool:
        """Say whether a text could stand in its place."""
        said = folded(text)
        if _LIKE_YEARS.fullmatch(said) or read_date(said, self.tag) is not None:
            return True
        whole = [(day.start, day.stop) for day, _ in day_spans(said, base_language(self.tag))]
        return whole == [(0, len(said))]


def written_date(run: Run, tag: str) -> WrittenDate | None:
    """Return what a run writes out as a date, None for other runs."""
    if run.owner is None or run.owner.kind != "date":
        return None
    return WrittenDate(run.text, tag, run.place)


@dataclass(frozen=True)
class TimeAxis:
    """How the numbers of an axis of time are said: as `names` where it was planned with them.

    Others are dates as precise as the `moments` of the chart, years where they are not `in_days`.
    Without moments there is no such axis.
    """

    names: Mapping[str, str]
    moments: Sequence[Moment]
    in_days: bool
    tag: str

    def words(self, number: str) -> str:
        """Return what a number of the axis means; what is none stays as it is."""
        if not self.moments:
            return number
        found = settled(number)
        if found in self.names or not found.isdecimal():
            return self.names.get(found, number)
        if not self.in_days:
            return found
        if not 0 < int(found) <= _LAST_DAY:
            return number
        day = _EPOCH + timedelta(days=int(found))
        precise = day.day > 1 or any(moment.day for moment in self.moments)
        moment = Moment(day.year, day.month, day.day if precise else 0)
        return printed_date(moment, "short", self.tag)

    def said(self, series: ShownSeries) -> ShownSeries:
        """Return a series whose categories are dates in words."""
        return replace(series, categories=tuple(map(self._held, series.categories)))

    def _held(self, held: Held) -> Held:
        stored = None if held.stored is None else self.words(held.stored)
        return Held(self.words(held.cached), stored)


def following(charts: Iterable[ResolvedChart], changed: Owners) -> Iterator[tuple[str, str]]:
    """Yield the owners of totals, and of what arrows and means say, of marks that change."""
    for chart in charts:
        yield from _totals(chart, changed)
        held = chart.annotations
        for arrow in held.differences:
            if any(_changes(chart, spot, changed) for spot in (arrow.start, arrow.end)):
                yield from _owners(arrow.says)
        for drawn in held.levels:
            spots = (Spot(drawn.follows or 0, at) for at in range(len(chart.categories)))
            if drawn.follows is not None and any(_changes(chart, s, changed) for s in spots):
                yield from _owners((drawn.label,))


def _totals(chart: ResolvedChart, changed: Owners) -> Iterator[tuple[str, str]]:
    """Yield the totals that a chart computes of bars whose numbers change: of a stack, of steps."""
    own = f"{chart.id}!total/"
    for at, total in enumerate(chart.totals):
        if _changes(chart, Spot(WHOLE, at), changed):
            yield from _owned((total.label,), own)
    for series in chart.series if chart.spans else ():
        for at, datum in enumerate(series.data):
            if any(_changes(chart, Spot(WHOLE, before), changed) for before in range(at)):
                yield from _owned((datum.label,), own)


def _owned(line: Line, own: str) -> Iterator[tuple[str, str]]:
    return ((kind, name) for kind, name in _owners(line) if name.startswith(own))


def _changes(chart: ResolvedChart, spot: Spot, changed: Owners) -> bool:
    rows = chart.series if spot.series == WHOLE else chart.series[spot.series : spot.series + 1]
    owners = (row.data[spot.category].label.owner for row in rows if spot.category < len(row.data))
    return any(owner is not None and (owner.kind, owner.id) in changed for owner in owners)


def _owners(line: Line) -> Iterator[tuple[str, str]]:
    yield from ((run.owner.kind, run.owner.id) for run in line if run.owner is not None)


@dataclass(frozen=True)
class SumEdit:
    """A computed sum of a table, by its owner, as someone left it; what is said if it is none."""

    owner: str
    new: str
    refusal: Refusal


def unsummed(edits: Iterable[SumEdit], briefing: Briefing | None) -> Iterator[Refusal]:
    """Yield what is said of each sum that is not what its table, as changed, comes to."""
    tables = briefing.tables.values() if briefing is not None else ()
    sums = {
        run.owner.id: level(plain(line))
        for table in tables
        for row in table.rows
        for line in row
        for run in line
        if run.owner is not None and run.owner.kind == "cell"
    }
    yield from (each.refusal for each in edits if sums.get(each.owner) != level(each.new))


def sums_of(bindings: Bindings, cell: DataCell, changed: Owners) -> Iterator[tuple[str, str]]:
    """Yield the sums that follow a cell in every showing of its table: of its group, of what is
    left out, of all; `changed` are the owners of the cell itself.
    """
    for shown in bindings.briefing.tables.values():
        spec = bindings.content.tables[shown.name]
        if spec.data != cell.table:
            continue
        groups = spec.arrangement.groups
        group = ""
        if groups is not None and groups.name in bindings.content.data[cell.table].columns:
            group = bindings.text(DataCell(cell.table, cell.row, groups.name))
        held = [*_owners_in(shown)]
        visible = any(owner in changed for owner in held)
        sums = {what: owner for owner in held if (what := _sum_in(owner, shown.name, cell.column))}
        left = any(what.startswith("rest") for what in sums)
        for what, owner in sums.items():
            kind, _, of = what.partition(" ")
            meant = of.startswith(group) if kind != "total" else True
            if (meant and (visible if kind != "rest" else not visible)) or (
                kind == "total" and left and not visible
            ):
                yield owner


def _owners_in(table: ResolvedTable) -> Iterator[tuple[str, str]]:
    for row in table.rows:
        for run in (run for line in row for run in line):
            if run.owner is not None:
                yield run.owner.kind, run.owner.id


def _sum_in(owner: tuple[str, str], table: str, column: str) -> str:
    """Return what a computed cell of a column adds up, as its owner says; empty for any other."""
    name = owner[1]
    if owner[0] != "cell" or not name.startswith(f"{table}!") or not name.endswith(f"/{column}"):
        return ""
    what = name[len(table) + 1 : -len(column) - 1]
    return what if what.partition(" ")[0] in SUMS else ""
