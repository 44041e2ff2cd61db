"""What a chart computes by itself, as someone left it in; what does not follow, refused, out.

Where bars that float begin, and totals that no figure states, follow from the plotted values.
Someone who changes a step in PowerPoint has to move them by hand: that is no change of its own.

Years and dates of sentences are the content's own words. Charts on an axis of time hold numbers
instead: years, or days as spreadsheets count them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from builder.charts import native_chart
from builder.charts.native import NativePoint
from builder.facts.reading import folded, read_date
from builder.frozen import dataclass
from builder.language.dates import printed_date
from builder.language.language import base_language
from builder.language.years.decades import day_spans
from builder.model.chart import ResolvedChart
from builder.model.figure import Moment
from builder.model.text import Owner, Run, plain
from builder.outputs.pptx.plan.ledger import number_text
from builder.problems import Place
from builder.pulling.changes import DeckPlace, Refusal
from builder.pulling.shown import Held, ShownSeries, settled
from builder.pulling.text import level
from builder.theme.theme import Theme


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


_EPOCH: Final = date(1899, 12, 30)
_LAST_DAY: Final = (date.max - _EPOCH).days
_YEAR: Final = re.compile(r"\d{4}")
# 2019, 2019-23, 2023/24, 2010s, FY2024: digits, and what is written without a space around them.
_LIKE_YEARS: Final = re.compile(r"[^\W\d]{0,3}\d{2,4}(?:[-\u2013/]\d{1,4})?[^\W\d]{0,2}", re.ASCII)


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
