"""Charts: as the author states them, and as both writers draw them.

Order, axes, colours and every printed string of a `ResolvedChart` are settled before either
writer runs, so the paper's chart and the deck's cannot differ.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from builder.frozen import dataclass
from builder.model.annotation import NONE, Annotations, AnnotationSpec
from builder.model.displaylist import Sketch
from builder.model.figure import Hedge, Moment
from builder.model.front import UNSAID, Statement
from builder.model.land import Classes, Geography, Land, Tick
from builder.model.text import Line, Run, Text, plain
from builder.problems import Place

ChartKind: TypeAlias = str
"""The name of a kind of chart, as the registry of `charts` knows it."""

Extent: TypeAlias = Literal["hero", "normal", "small"]
"""How large a chart stands in the paper: across the page, in the text column, in its margin."""

MUTED = -1


@dataclass(frozen=True)
class AxisSpec:
    """Limits that the author sets; None leaves one to the chart. A second axis has its own unit."""

    min: Decimal | None = None
    max: Decimal | None = None
    step: Decimal | None = None
    title: Text = ()
    unit: str = ""
    log: bool = False


@dataclass(frozen=True)
class FlowSpec:
    """What one gives to another: `amount` is how much of it, as far as that is stated."""

    giver: Text
    receiver: Text
    says: Text
    amount: Text = ()
    place: Place = Place("")


@dataclass(frozen=True)
class ChartSpec:
    """A chart as charts.yaml states it.

    From `figures` (ids), or from `table` (a data file) with `x`, `y` (columns), `series`
    (columns and their names, or one column whose values name series), `size` and `label`
    columns for bubbles and points; rows that go by `without` are left out. `groups` maps a series
    name to figure ids, parallel to `categories`. `labels` maps a figure id, column or category to
    the words shown. `keys` are those that its kind alone takes, and the words that each holds. A
    diagram of who gives what to whom is drawn from `flows`.
    `number_format` is a form of §3 (`short` unless said). `unit` states the axis unit where the
    figures' units differ. `extent` is what charts.yaml calls `size` where no column of sizes is
    meant. `ordered` says whether series follow one another, `true` or `false`, where it is stated.
    """

    id: str
    kind: ChartKind
    title: Text
    subtitle: Text = ()
    claim: str = ""
    figures: tuple[str, ...] = ()
    categories: tuple[Text, ...] = ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    table: str = ""
    x: str = ""
    y: tuple[str, ...] = ()
    series: str = ""
    size: str = ""
    extent: Extent = "normal"
    label: str = ""
    without: tuple[str, ...] = ()
    flows: tuple[FlowSpec, ...] = ()
    labels: tuple[tuple[str, Text], ...] = ()
    order: Literal["given", "ascending", "descending"] = "given"
    highlight: tuple[str, ...] = ()
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()
    axis: AxisSpec = AxisSpec()
    x_axis: AxisSpec = AxisSpec()
    second_axis: AxisSpec = AxisSpec()
    number_format: str = "short"
    decimals: int | None = None
    unit: str = ""
    source: tuple[str, ...] = ()
    note: Text = ()
    alt: Text = ()
    takeaway: Statement = UNSAID
    ordered: str = ""
    annotations: tuple[AnnotationSpec, ...] = ()
    shapes: Geography | None = None
    place: Place = Place("")

    def own(self, key: str) -> tuple[str, ...]:
        """Return the words of a key that this kind alone takes."""
        return dict(self.keys).get(key, ())


@dataclass(frozen=True)
class Datum:
    """A plotted number: `label` is the run printed beside it, with its owner.

    `unit` and `hedge` are those of the number, which a label may say by signs or not at all.
    """

    value: Decimal | None
    label: Run
    emphasised: bool = False
    unit: str = ""
    hedge: Hedge | None = None


@dataclass(frozen=True)
class Series:
    """One series; `colour` is a place in the theme's palette from 0, or `MUTED`."""

    name: Run
    data: tuple[Datum, ...]
    colour: int


@dataclass(frozen=True)
class BarSpan:
    """Where a floating bar begins and ends; a `standing` one is a total, from zero."""

    start: Decimal
    end: Decimal
    standing: bool = False


@dataclass(frozen=True)
class Point:
    """A point of a scatter or bubble chart; `size` is None for scatter.

    `coloured` says whether it has its group's colour, or grey beside a highlight; `named` whether
    its label is to be printed. Both are decided once, for paper and deck alike.
    """

    x: Datum
    y: Datum
    size: Datum | None
    label: Run
    group: int
    coloured: bool = True
    named: bool = True


@dataclass(frozen=True)
class Event:
    """A dated event: when, the date as printed, and what happened."""

    when: Moment
    date: Run
    label: Line


@dataclass(frozen=True)
class Task:
    """What takes from a start to an end, both within; a milestone has no end.

    `said` is how its dates are printed, `group` what it belongs to, `done` how much of it is.
    """

    name: Run
    start: Moment
    end: Moment | None
    said: Line
    group: Run | None = None
    done: Datum | None = None
    emphasised: bool = True


@dataclass(frozen=True)
class Stop:
    """What a chain of flows passes through: its `stage`, from 0, and how much that is."""

    name: Run
    stage: int
    total: Datum
    emphasised: bool = True


@dataclass(frozen=True)
class FlowLink:
    """How much goes from one stop to another, each by its number."""

    giver: int
    receiver: int
    amount: Datum
    emphasised: bool = True


@dataclass(frozen=True)
class Flow:
    """An arrow between the two columns of a flow diagram, and its words. Who gives stands in the
    left column, who receives in the right one; of a flow `back` it is the other way round.
    """

    giver: Line
    receiver: Line
    says: Line
    amount: Line = ()
    back: bool = False
    emphasised: bool = True

    @property
    def left(self) -> str:
        """The name in the left column."""
        return plain(self.receiver if self.back else self.giver)

    @property
    def right(self) -> str:
        """The name in the right column."""
        return plain(self.giver if self.back else self.receiver)


@dataclass(frozen=True)
class Axis:
    """Resolved limits and ticks; `shown` is False where values stand on the marks instead. One that
    is logarithmic (`log`) runs from power to power of ten, with a tick at each.
    """

    min: Decimal
    max: Decimal
    step: Decimal
    ticks: tuple[Tick, ...]
    title: Line = ()
    shown: bool = True
    log: bool = False


@dataclass(frozen=True)
class ResolvedChart:
    """A chart that needs no further decision but where ink goes.

    Each kind fills what it plots. `categories` and `series`, each as long as the categories, hold
    values; beside them `totals` of stacks or `spans` of bars that float, one to each category.
    `points` and `groups` stand on two axes, `events` in time, and `flows` lead from left to right,
    those of one name on the left after each other; `links` lead through `stops`. `tasks` stand in
    time by their groups, `today` is the briefing's date. `moments` are those of categories on an
    axis of time. The last `lines` of the series stand on a `second_axis`. `number_format` is the
    spreadsheet format of the values. `source_line` reads "Source: ..." as printed; `sources` are
    ids. `alt` is the alt text, `takeaway` what the chart means, in its author's words, beside the
    drawing. `size_title` says what the size of points is, `extent` how large the author wants the
    whole. `reach` is the least and the greatest of values that are counted. `land` is what a map
    lies on, `classes` are by what cells are coloured. `ordered` series follow one another, as years
    do. `panel` is the kind of small charts, one to each series, `panel_axes` are theirs, if own;
    `sketch` is what a package has drawn.
    """

    id: str
    kind: ChartKind
    title: Line
    subtitle: Line
    source_line: Line
    note: Line
    alt: Line
    sources: tuple[str, ...]
    language: str
    categories: tuple[Run, ...] = ()
    series: tuple[Series, ...] = ()
    moments: tuple[Moment, ...] = ()
    totals: tuple[Datum, ...] = ()
    spans: tuple[BarSpan, ...] = ()
    points: tuple[Point, ...] = ()
    groups: tuple[Run, ...] = ()
    reach: tuple[Datum, ...] = ()
    events: tuple[Event, ...] = ()
    flows: tuple[Flow, ...] = ()
    stops: tuple[Stop, ...] = ()
    links: tuple[FlowLink, ...] = ()
    tasks: tuple[Task, ...] = ()
    today: Event | None = None
    value_axis: Axis | None = None
    x_axis: Axis | None = None
    second_axis: Axis | None = None
    lines: int = 0
    size_title: Line = ()
    extent: Extent = "normal"
    centre: tuple[Run, ...] = ()
    number_format: str = "General"
    takeaway: Line = ()
    annotations: Annotations = NONE
    land: Land | None = None
    classes: Classes | None = None
    ordered: bool = False
    panel: ChartKind = ""
    panel_axes: tuple[Axis, ...] = ()
    sketch: Sketch | None = None
    place: Place = Place("")
