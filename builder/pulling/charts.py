"""A native chart as planned and as it is now in; every cell, name and label compared.

A cell that the chart itself and its workbook hold alike is taken; where the two differ, nobody
can say which was meant. Programs that drop workbooks leave the chart's own cells.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation

from builder.charts.native import NativeChart, NativePoint
from builder.model.text import Line, Owner, Run, plain
from builder.outputs.pptx.plan.ledger import number_text
from builder.pulling.changes import DeckPlace
from builder.pulling.derived import Derived, TimeAxis, is_derived
from builder.pulling.gather import Gathered
from builder.pulling.planned import PlannedChart
from builder.pulling.shown import Held, ShownChart, ShownSeries, settled
from builder.pulling.text import Candidate, level, paired


def compare_chart(chart: PlannedChart, shown: ShownChart, slide: int, gathered: Gathered) -> None:
    """Compare one chart; what differs is added to `gathered`."""
    _Comparison(chart, shown, slide, gathered).run()


class _Comparison:
    def __init__(
        self, chart: PlannedChart, shown: ShownChart, slide: int, gathered: Gathered
    ) -> None:
        self.chart, self.shown, self.slide, self.gathered = chart, shown, slide, gathered
        bindings, native = gathered.bindings, chart.native
        resolved = bindings.briefing.charts[chart.chart]
        # The deck calls days by their numbers there, the content by their dates.
        self.categories = resolved.categories if native.in_days else native.categories
        names = zip(native.moments, self.categories, strict=False)
        self.axis = TimeAxis(
            {str(moment): run.text for moment, run in names},
            resolved.moments,
            native.in_days,
            bindings.tag,
        )

    def run(self) -> None:
        native = self.chart.native
        series, added = paired(
            [Candidate(number, level(one.name.text)) for number, one in enumerate(native.series)],
            [Candidate(one, level(one.name.cached)) for one in self.shown.series],
            in_order=True,
        )
        for number, found in series:
            held = found and self.axis.said(found)
            planned = native.series[number]
            if held is None:
                self.gathered.gone((planned.name,), self._spot(planned.name.text))
                continue
            self._name(planned.name, held.name)
            places = self._categories(native, held, first=number == 0)
            for at, point in enumerate(planned.points):
                self._point(point, held, places[at], planned.name.text)
        for held in added:
            self.gathered.added(held.name.cached, self._spot(held.name.cached))

    def _categories(
        self, native: NativeChart, held: ShownSeries, *, first: bool
    ) -> list[int | None]:
        """Return where each planned point stands now; compare the categories' names once."""
        if not self.categories:
            longest = max((len(series.points) for series in native.series), default=0)
            return list(range(longest))
        pairs, added = paired(
            [Candidate(at, level(run.text)) for at, run in enumerate(self.categories)],
            [Candidate(to, level(name.cached)) for to, name in enumerate(held.categories)],
            in_order=True,
        )
        if first:
            for at, to in pairs:
                run = self.categories[at]
                if to is None:
                    self.gathered.gone((run,), self._spot(run.text))
                else:
                    self._name(run, held.categories[to])
            for to in added:
                name = held.categories[to].cached
                value = held.values[to].cached if to < len(held.values) else ""
                self.gathered.added(f"{name} {value}", self._spot(name))
        return [to for _, to in pairs]

    def _name(self, run: Run, held: Held) -> None:
        """Compare the name of a series or category, which stands in the workbook too."""
        if level(held.cached) == level(run.text) and held.agrees:
            return
        spot = self._spot(run.text)
        if self._agreed(held, run.text, spot):
            self.gathered.text((run,), held.cached, spot, self.chart.chart)

    def _point(
        self,
        point: NativePoint,
        held: ShownSeries,
        place: int | None,
        series: str,
    ) -> None:
        if place is None:
            return
        columns = (held.x, held.values, held.sizes) if point.x is not None else (held.values,)
        for (value, owner), column in zip(point.cells, columns, strict=False):
            name = held.categories[place].cached if place < len(held.categories) else series
            cell = column[place] if place < len(column) else Held("", None)
            spot = self._spot(name)
            old = settled(number_text(value))
            if (cell.agrees and _same(cell.cached, old)) or not self._agreed(cell, old, spot):
                continue
            if is_derived(owner, self.chart.chart):
                found = self._derived(series, place, old, cell.cached, spot)
                self.gathered.derived.append(replace(found, along=column is held.x))
            elif point.opposite:
                self._height(old, owner, cell, spot)
            else:
                self._cell(old, owner, cell, spot)
        if point.label and place in held.labels and held.labels[place].strip():
            self._label(point.label, held.labels[place], series, place)

    def _label(self, line: Line, now: str, series: str, place: int) -> None:
        spot = DeckPlace(self.slide, "chart", self.chart.name)
        old, new = level(plain(line)), level(now)
        if len(line) == 1 and is_derived(line[0].owner, self.chart.chart):
            if old != new:
                found = self._derived(series, place, old, new, spot)
                self.gathered.derived.append(replace(found, label=True))
        else:
            self.gathered.text(line, now, spot, self.chart.chart)

    def _derived(self, series: str, place: int, old: str, new: str, spot: DeckPlace) -> Derived:
        return Derived(self.chart.chart, series, place, old, new, spot)

    def _height(self, old: str, owner: Owner, held: Held, spot: DeckPlace) -> None:
        """Compare a cell that holds its owner's number with the other sign."""
        if held.cached.startswith("-") != old.startswith("-"):
            found = f"{old} became {held.cached or 'an empty cell'}"
            hint = "the series says which way a bar leads: keep the sign of the cell"
            self.gathered.refuse(found, hint, spot)
            return
        turned = Held(_opposite(held.cached), held.stored and _opposite(held.stored))
        self._cell(_opposite(old), owner, turned, spot)

    def _cell(self, old: str, owner: Owner, held: Held, spot: DeckPlace) -> None:
        bound = self.gathered.bindings.bound(owner, self.chart.chart)
        if bound is None or not held.cached:
            found = f"{old} became {held.cached or 'an empty cell'}"
            hint = "change the chart or its table in the content: this cell cannot be traced to it"
            self.gathered.refuse(found, hint if bound is None else "state a number there", spot)
            return
        self.gathered.change(bound, old, held.cached, bound.stored(held.cached), spot)

    def _agreed(self, held: Held, old: str, spot: DeckPlace) -> bool:
        """Report where chart and workbook hold different things."""
        if not held.agrees:
            found = (
                f"the chart shows “{held.cached}” and its workbook holds “{held.stored}” "
                f"where “{old}” stood"
            )
            hint = "open the chart's data in PowerPoint, set the cell again and save"
            self.gathered.refuse(found, hint, spot)
        return held.agrees

    def _spot(self, name: str) -> DeckPlace:
        return DeckPlace(self.slide, "workbook", self.chart.name, level(name))


def _opposite(number: str) -> str:
    if number in ("", "0"):
        return number
    return number.removeprefix("-") if number.startswith("-") else f"-{number}"


def _same(text: str, number: str) -> bool:
    try:
        return Decimal(text) == Decimal(number)
    except InvalidOperation:
        return False
