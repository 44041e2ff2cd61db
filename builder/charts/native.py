"""A chart as PowerPoint's own: plain data that the deck writes, made from a resolved chart.

Takes nothing and draws nothing itself: each kind's `native` function returns a `NativeChart`.
Strings are the runs that the paper's chart prints, numbers the cells plotted: none can differ.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal, TypeAlias

from builder.frozen import dataclass
from builder.model.annotation import NONE, Annotations
from builder.model.chart import Datum, ResolvedChart
from builder.model.land import Tick
from builder.model.text import Line, Owner, Run
from builder.theme.ramp import RAMP, step
from builder.theme.shades import INK_ON, greys, ink_on
from builder.theme.theme import Theme

ChartType = Literal[
    "BAR_CLUSTERED",
    "BAR_STACKED",
    "BAR_STACKED_100",
    "COLUMN_CLUSTERED",
    "COLUMN_STACKED",
    "LINE",
    "AREA",
    "AREA_STACKED",
    "DOUGHNUT",
    "XY_SCATTER",
    "BUBBLE",
]
BARS: Final[tuple[ChartType, ...]] = (
    "BAR_CLUSTERED",
    "BAR_STACKED",
    "BAR_STACKED_100",
    "COLUMN_CLUSTERED",
    "COLUMN_STACKED",
)
CARTESIAN: Final[tuple[ChartType, ...]] = ("XY_SCATTER", "BUBBLE")
TO_THE_EDGE: Final[tuple[ChartType, ...]] = ("AREA", "AREA_STACKED")  # by first and last category
# `beyond_end` is `outside_end` of stacked columns, for which PowerPoint has no such place.
LabelPosition = Literal["outside_end", "beyond_end", "centre", "right", "above", "none"]
LegendPosition = Literal["top", "over", "right", "none"]
LEAST_JOIN: Final = 5.0  # points that a box between two points is wide, however near they are
Marker = Literal["circle", "square", "diamond", "triangle", "plus", "x", "dash", "none"]
# accent1 to accent6, text1 to text6 (of the series' words), muted, land, `grey_slot`'s, a ramp's,
# caption (grey words), ink, paper, black, white, `INK_ON` another; none is invisible; a pattern.
Slot: TypeAlias = str

_GREY: Final = "grey:"
PATTERN: Final = "~"
"""Before the name of the pattern, if any, that a mark of a slot is filled with."""


@dataclass(frozen=True)
class NativePoint:
    """One plotted cell and what is printed at it.

    `value` is the cell (None: an empty cell); scatter and bubble charts add `x`, bubbles `size`.
    `label` is printed beside the mark, word for word (empty: no label); `colour` fills the
    point where it differs from its series' own; `strong` sets the label in bold. `owners` are
    those of the cells that are not empty, in the order of `cells`. `opposite` says that the cell
    holds a number of the other sign than its owner's, for the sake of stacking. `marked` gives a
    point of a line a dot; a line in the colour `join` leads to `joined` on the x axis, as `thick`
    as it says, or so long across the row; a label in a row stands on a set `side`; `prominence`
    one of a scatter chart a larger (1) or smaller (-1) mark, `interval` an error bar from and to.
    """

    value: Decimal | None
    label: Line = ()
    colour: Slot = ""
    label_colour: Slot = "ink"
    strong: bool = False
    x: Decimal | None = None
    size: Decimal | None = None
    owners: tuple[Owner, ...] = ()
    opposite: bool = False
    marked: bool = False
    prominence: int = 0
    interval: tuple[Decimal, Decimal] | None = None
    side: Literal["left", "right", ""] = ""
    joined: Decimal | None = None
    join: Slot = ""
    thick: float = 0.0

    @property
    def cells(self) -> tuple[tuple[Decimal, Owner], ...]:
        """Its numbers in the order of the workbook's columns, each with its owner."""
        held = (cell for cell in (self.x, self.value, self.size) if cell is not None)
        return tuple(zip(held, self.owners, strict=True))


@dataclass(frozen=True)
class NativeSeries:
    """One series: its name heads the workbook's column; each point stands under a category.

    `marker` (scatter) tells groups apart in greys, `dotted` False leaves its marks out; a `dashed`
    line is one to compare with, thin, without a dot; `number_format` is its own, if it has one.
    """

    name: Run
    points: tuple[NativePoint, ...]
    colour: Slot
    label_position: LabelPosition
    marker: Marker = "none"
    dashed: bool = False
    dotted: bool = True
    number_format: str = ""


@dataclass(frozen=True)
class NativeAxis:
    """An axis whose limits are set, so that no program chooses its own.

    `ticks` are the texts printed at `min`, `min + step` and so on, at powers of ten where it is
    `log`; `number_format` (ECMA-376-1, 18.8.31) makes every program print the same, whatever
    separators its user's system has; where no format can (empty), they are text laid beside it.
    `shown` False deletes tick labels and grid lines, but not the limits. `unseen` is a title for
    those who listen, `over` one laid above the plot. `every` (categories) names one in so many by
    text below the axis, `turned` lays names on their side, `aside` has those of rows as text.
    """

    min: Decimal | None = None
    max: Decimal | None = None
    step: Decimal | None = None
    ticks: Line = ()
    title: Line = ()
    unseen: Line = ()
    over: Line = ()
    number_format: str = "General"
    title_colour: Slot = "ink"
    shown: bool = True
    log: bool = False
    every: int = 1
    turned: bool = False
    aside: bool = False

    @property
    def laid(self) -> bool:
        """Whether its ticks are text beside it rather than printed by the program."""
        return self.shown and not self.number_format


@dataclass(frozen=True)
class Swatch:
    """One entry of a legend: the mark's colour, the name and (doughnut, area) the value.

    `marker` is the mark's shape in a scatter chart, or a line of one beside columns.
    """

    name: Run
    colour: Slot
    value: Line = ()
    marker: Marker = "none"


@dataclass(frozen=True)
class Total:
    """The sum of one stack, printed in bold above it: no cell, so never in the workbook.

    The deck prints it as text over the plot, centred on its category, its foot at `value`.
    """

    value: Decimal
    label: Line


@dataclass(frozen=True)
class NativeChart:
    """A chart that PowerPoint draws.

    `type` names a member of python-pptx's `XL_CHART_TYPE`. Scatter and bubble charts have no
    `categories`. `reversed_categories` puts the first category at the top of a bar chart.
    `gap_width` and `overlap` are percentages of a bar's width (ECMA-376-1, 21.2.2.75 and
    21.2.2.131), `hole_size` a percentage of the doughnut's diameter (21.2.2.83), `bubble_scale`
    a percentage of PowerPoint's own sizes (21.2.2.21). `legend` places a legend made of `keys`;
    "over" lays them above the first bar; with "none", series are named by the labels at their ends.
    `centre` is a doughnut's inner text, one line each, the first one large. `connectors` are the
    levels at which hairlines lead from each column to the next. `moments` put the categories on
    an axis of time: years, or days as spreadsheets count them (`in_days`); their names are text
    laid below it, or those of one of the `calendars`. `title` is for those who listen: on the slide
    it stands above the chart. `annotations` stand over the plot, but for those in the series; of
    categories that go from value to value (`along`), on these. `panels` are charts of one series.
    `spanned` lines run on where there is no value.
    """

    type: ChartType
    series: tuple[NativeSeries, ...]
    categories: Line = ()
    value_axis: NativeAxis = NativeAxis(shown=False)
    second_axis: NativeAxis | None = None
    lines: int = 0
    spanned: bool = False
    category_axis: NativeAxis = NativeAxis()
    keys: tuple[Swatch, ...] = ()
    legend: LegendPosition = "none"
    totals: tuple[Total, ...] = ()
    centre: tuple[Run, ...] = ()
    connectors: tuple[Decimal, ...] = ()
    moments: tuple[int, ...] = ()
    calendars: tuple[tuple[Tick, ...], ...] = ()
    in_days: bool = False
    number_format: str = "General"
    reversed_categories: bool = False
    gap_width: int = 50
    overlap: int = 0
    hole_size: int = 60
    bubble_scale: int = 100
    title: Line = ()
    annotations: Annotations = NONE
    along: tuple[Decimal, Decimal] | None = None
    rows: Line = ()
    join: float = 0.0
    to_edge: bool = False
    panels: tuple[NativeChart, ...] = ()
    panel: bool = False

    @property
    def row_names(self) -> Line:
        """Names that stand beside rows: of bars from left to right, or of points in rows."""
        return self.rows or (self.categories if self.across else ())

    @property
    def bars(self) -> int:
        """How many of its series are no lines on a second axis."""
        return len(self.series) - self.lines

    @property
    def across(self) -> bool:
        """Whether its bars run from left to right."""
        return self.type.startswith("BAR")

    @property
    def stacked(self) -> bool:
        """Whether the marks of its series stand on one another."""
        return "STACKED" in self.type

    def at(self, series: int, point: int) -> tuple[NativeSeries, NativePoint]:
        """Return a series by its number, and one of its points."""
        held = self.series[series]
        return held, held.points[point]


def owners(chart: ResolvedChart, *data: Datum | None) -> tuple[Owner, ...]:
    """Return who owns the plotted numbers of some data: whoever owns what is printed of them."""
    return tuple(
        datum.label.owner or Owner("cell", f"{chart.id}!")
        for datum in data
        if datum is not None and datum.value is not None
    )


def rgb(slot: Slot, theme: Theme) -> str:
    """Return `#RRGGBB` for a colour slot; raise KeyError for one that is none, a bug of ours."""
    colours, (slot, _) = theme.colours, parts_of(inked(slot, theme))
    plain = {
        "ink": colours.ink,
        "paper": colours.paper,
        "black": "#000000",
        "white": "#FFFFFF",
        "muted": colours.soft,
        "caption": colours.muted,
        "land": colours.grid,
    }
    if slot in plain:
        return plain[slot]
    if slot.startswith(RAMP):
        return step(slot, colours)
    if slot.startswith(_GREY):
        place, count, *near = slot.removeprefix(_GREY).split("/")
        return greys(colours, int(count), tuple(rgb(each, theme) for each in near))[int(place) - 1]
    name, number = slot[:-1], int(slot[-1]) if slot[-1:].isdigit() else 0
    rows = {"accent": colours.series, "text": colours.series_text}
    if name not in rows or not 1 <= number <= len(rows[name]):
        raise KeyError(slot)
    return rows[name][number - 1]


def inked(slot: Slot, theme: Theme) -> Slot:
    """Return the slot of the ink that is meant where words name what they stand on."""
    found = rgb(slot.removeprefix(INK_ON), theme) if slot.startswith(INK_ON) else ""
    return ink_on(found, theme.colours) if found else slot


def parts_of(slot: Slot) -> tuple[Slot, str]:
    """Return a slot without its pattern, and the pattern's name, which may be empty."""
    plain, _, pattern = slot.partition(PATTERN)
    return plain, pattern


def grey_slot(place: int, count: int, beside: tuple[Slot, ...] = ()) -> Slot:
    """Return the slot of one grey of so many (from 1), which stand beside colours in one chart.

    A grey alone beside the first colour is the theme's own.
    """
    if count == 1 and beside in ((), ("accent1",)):
        return "muted"
    return _GREY + "/".join((str(place), str(count), *beside))
