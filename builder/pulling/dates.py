"""Dates in a deck that no figure states: those that authors write out, and those of time axes.

Years and dates of sentences are the content's own words. Charts on an axis of time hold numbers
instead: years, or days as spreadsheets count them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from builder.language.dates import printed_date
from builder.model.figure import Moment
from builder.model.text import Run
from builder.problems import Place
from builder.pulling.shown_charts import Held, ShownSeries, settled
from builder.resolve.reading import folded
from builder.resolve.reading.dates import read_date

_EPOCH: Final = date(1899, 12, 30)
_LAST_DAY: Final = (date.max - _EPOCH).days
_YEAR: Final = re.compile(r"\d{4}")
# 2019, 2019-23, 2023/24, 2010s, FY2024: digits, and what is written without a space around them.
_LIKE_YEARS: Final = re.compile(r"[^\W\d]{0,3}\d{2,4}(?:[-\u2013/]\d{1,4})?[^\W\d]{0,2}", re.ASCII)


@dataclass(frozen=True)
class Written:
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
        return bool(_LIKE_YEARS.fullmatch(said)) or read_date(said, self.tag) is not None


def written_date(run: Run, tag: str) -> Written | None:
    """Return what a run writes out as a date, None for other runs."""
    if run.owner is None or run.owner.kind != "date":
        return None
    return Written(run.text, tag, run.place)


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
