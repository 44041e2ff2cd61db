"""The house style's type and colours: takes a theme, returns how words and marks are set.

Both the paper's drawing and the deck's native chart ask here which colour means what. One thing
that the author highlights stands in colour, the rest in greys; without a highlight each series has
its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Final, NamedTuple

from builder.charts.native import PATTERN, Slot, grey_slot, parts_of, rgb
from builder.frozen import dataclass
from builder.model.chart import MUTED, Datum, ResolvedChart, Series
from builder.model.text import Run
from builder.theme.ramp import MOST, RAMP, step_name
from builder.theme.shades import ink_on
from builder.theme.theme import Steps, Theme

_ACCENTS: Final = 6


@dataclass(frozen=True)
class Type:
    """How words are set: font names, size, leading (points) and colour (`#RRGGBB`)."""

    font: str
    strong: str
    emphasis: str
    size: float
    leading: float
    colour: str

    def font_of(self, run: Run) -> str:
        """Return the name of the font that sets a run."""
        if run.strong:
            return self.strong
        return self.emphasis if run.emphasis else self.font

    def at(self, size: float) -> Type:
        """Return the same at another size, leading in proportion."""
        return replace(self, size=size, leading=self.leading * size / self.size)

    def inked(self, colour: str) -> Type:
        """Return the same in another colour."""
        return replace(self, colour=colour)


@dataclass(frozen=True)
class ChartStyle:
    """The type of a chart, and the theme whose colours it uses.

    `title` is the finding, `measure` the line below it, `label` names what is plotted, `value`
    prints numbers, `strong` an emphasised one, `tick` axes, `caption` quiet words in the plot,
    `series` names at the ends of lines, `source` the foot.
    """

    theme: Theme
    title: Type
    measure: Type
    label: Type
    value: Type
    strong: Type
    tick: Type
    caption: Type
    series: Type
    source: Type

    @staticmethod
    @cache
    def of(theme: Theme) -> ChartStyle:
        """Return the house style in a theme's fonts and colours."""
        sans, colours = theme.chart_face, theme.colours
        small, plain, large, *_ = Steps()  # whose theme is larger, enlarges the chart as a whole
        text = Type(sans.regular, sans.semibold, sans.italic, plain, 11.0, colours.ink)
        bold = replace(text, font=sans.semibold, strong=sans.bold, emphasis=sans.bold_italic)
        return ChartStyle(
            theme=theme,
            title=replace(bold, size=large, leading=13.2),
            measure=text.inked(colours.muted),
            label=text,
            value=text,
            strong=bold,
            tick=text.at(small),
            caption=text.at(small).inked(colours.muted),
            series=bold,
            source=replace(text, size=small, leading=10.0, colour=colours.muted),
        )


class Margin(NamedTuple):
    """Finding, measure, source and note stand on the left of the plot, `width` points wide, `gap`
    before it, from `top` on.

    Without a width they stand above and below it as ever, but under no rule. A map is to be so
    many points `less` high than it would be.
    """

    width: float = 0.0
    gap: float = 0.0
    top: float = 0.0
    less: float = 0.0


def series_slots(chart: ResolvedChart) -> tuple[Slot, ...]:
    """Return a slot for each series of a category chart.

    Of more than there are colours, those beside a highlight are all of one grey: each has its name.
    """
    whole = [is_emphasised(series) for series in chart.series]
    chosen = any(whole) and not all(whole)
    muted = [
        series.colour == MUTED or (chosen and not emphasised)
        for series, emphasised in zip(chart.series, whole, strict=True)
    ]
    if chart.ordered and len(muted) > 1 and not any(muted):
        return steps_of(len(muted))
    grey = "muted" if len(muted) > _ACCENTS else ""
    return _with_greys(
        grey if is_grey else accent(series.colour)
        for series, is_grey in zip(chart.series, muted, strict=True)
    )


def steps_of(count: int) -> tuple[Slot, ...]:
    """Return steps of one hue, the last of which stands out most; none is as faint as can be."""
    steps = min(MOST, count + 1)
    return tuple(step_name(steps - count + place, steps) for place in range(count))


def is_grey(slot: Slot) -> bool:
    """Return whether a slot is one of those that what is highlighted stands out from."""
    return not slot.startswith(("accent", RAMP))


def point_slot(chart: ResolvedChart, slot: Slot, datum: Datum) -> Slot:
    """Return the slot of one bar: its series' own, or grey beside a highlighted category."""
    categories_chosen = any(
        item.emphasised for series in chart.series for item in series.data
    ) and not any(is_emphasised(series) for series in chart.series)
    if not categories_chosen:
        return slot
    if datum.emphasised:
        return accent(0) if is_grey(slot) else slot
    _, pattern = parts_of(slot)
    return f"muted{PATTERN}{pattern}" if pattern else "muted"


def part_slots(chart: ResolvedChart) -> tuple[Slot, ...]:
    """Return a slot for each part of a doughnut: the palette in order, or greys by a highlight."""
    parts = chart.series[0].data if chart.series else ()
    chosen = [part.emphasised for part in parts]
    if not any(chosen) or all(chosen):
        return tuple(accent(place) for place in range(len(parts)))
    accents = iter(range(len(parts)))
    return _with_greys(accent(next(accents)) if mark else "" for mark in chosen)


def group_slots(chart: ResolvedChart) -> tuple[Slot, ...]:
    """Return a slot for each group of a scatter or bubble chart: grey where no mark has colour."""
    lit = {point.group for point in chart.points if point.coloured}
    return _with_greys(accent(at) if at in lit else "" for at in range(len(chart.groups)))


def _with_greys(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """Return slots of which those that are empty are greys, no two alike in one chart."""
    found = list(slots)
    count, beside = found.count(""), tuple(sorted({slot for slot in found if slot}))
    places = iter(range(1, count + 1))
    return tuple(slot or grey_slot(next(places), count, beside) for slot in found)


def accent(place: int) -> Slot:
    """Return the slot of a place in the palette, which starts again after its last colour."""
    return f"accent{place % _ACCENTS + 1}" if place != MUTED else "muted"


def text_slot(slot: Slot) -> Slot:
    """Return the slot that prints words in a mark's colour, dark enough to be read on white."""
    if slot.startswith(RAMP):
        return "ink"
    return f"text{slot.removeprefix('accent')}" if slot.startswith("accent") else "caption"


def slot_on(slot: Slot, theme: Theme) -> Slot:
    """Return the slot of words that stand on a mark: `paper` or `ink`, whichever reads better.

    On marks of middling lightness, where neither can be read, they are black or white.
    """
    return ink_on(rgb(slot, theme), theme.colours)


def is_emphasised(series: Series) -> bool:
    """Return whether the author highlighted a series as a whole."""
    return bool(series.data) and all(item.emphasised for item in series.data)


def stands_out(chart: ResolvedChart, datum: Datum) -> bool:
    """Return whether a datum is highlighted: where the author highlights nothing, none is."""
    return datum.emphasised and any(
        not other.emphasised for series in chart.series for other in series.data
    )
