"""What a kind of chart is, and all by name: a new one is a module of `kinds/` and a line here.

A kind's module holds a `KIND`, one description by which every consumer knows it, and is loaded when
a chart of that kind is met: nobody imports it, so that what reads content may ask what a kind
takes, although the kind is made with what resolves and draws. Nobody asks what a kind is called,
but what it is like: whether its marks begin at zero, add up, join what follows one another in
time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from builder.frozen import dataclass
from builder.model.annotation import AnnotationKind
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.gauge import Gauge
from builder.model.text import Line
from builder.problems import shortened

if TYPE_CHECKING:
    from builder.charts.frame import Frame
    from builder.charts.native import NativeChart
    from builder.charts.resolving.context import ChartContext
    from builder.charts.style import ChartStyle
    from builder.charts.telling import Teller
    from builder.theme.theme import Theme

Resolver: TypeAlias = "Callable[[ChartSpec, ResolvedChart, ChartContext], ResolvedChart | None]"
Drawing: TypeAlias = "Callable[[Frame, ResolvedChart, ChartStyle], float]"
Measuring: TypeAlias = Callable[[ResolvedChart], Iterable[Gauge]]
Showing: TypeAlias = Callable[[ResolvedChart], Iterable[tuple[str, Line]]]
Native: TypeAlias = "Callable[[ResolvedChart, Theme], NativeChart]"
Telling: TypeAlias = "Callable[[ResolvedChart, Teller], Account]"

OF_POINTS: Final = ("x_axis", "label")
"""Keys that most kinds ignore, which have one axis of values and name categories."""

_SHOW_FEWER: Final = "show fewer, or use a bar chart, whose names stand beside its bars"
_FEWER_SERIES: Final = (
    "show fewer series (a highlight does not lessen them), or divide the chart in two"
)


@dataclass(frozen=True)
class KindKey:
    """A key of charts.yaml that this kind alone takes.

    It holds `names` that categories, series or figures go by, other `words`, `flows`, or an
    `axis`. `description` is for editors; `elsewhere` is the hint to who writes it for a chart of
    another kind, `missing` that to who leaves it out, where the kind is drawn from it.
    """

    name: str
    description: str
    elsewhere: str
    missing: str = ""
    form: Literal["axis", "flows", "names", "words"] = "names"


@dataclass(frozen=True)
class Account:
    """What a chart shows, in sentences.

    `tellings` say it at several lengths, the fullest first: one is taken. The first `whole` of them
    leave nothing of the chart out. `measures` are what its values are, `more` is said where there
    is room. `finds` is False where none of it is a finding, so that an author had better state one.
    """

    tellings: tuple[tuple[Line, ...], ...] = ()
    whole: int = 0
    measures: tuple[Line, ...] = ()
    more: tuple[Line, ...] = ()
    finds: bool = True


def _unmeasured(chart: ResolvedChart) -> Iterable[Gauge]:
    """Return no gauges: nothing in such a chart is as large as a value."""
    return ()


def _nothing_else(chart: ResolvedChart) -> Iterable[tuple[str, Line]]:
    """Return no marks: those of such a chart are of its series, or of its points."""
    return ()


@dataclass(frozen=True)
class ChartType:
    """A kind of chart, from what charts.yaml may state of it to how it is drawn.

    `called` says what it is in alt texts, by language. `resolve` completes a chart that has its
    texts (None, with problems, where it cannot); `tells` gives the facts of its alt text; `draw`
    draws the plot below the frame's top and returns the foot of the drawing, in points; `gauges`
    say what its marks measure, by the names that `draw` gives them, and `shows` what those show
    that are not called by a series and a place in it, or by a point: the runs that print it, from
    left to right; `native` returns the chart as PowerPoint's own, its cells with their owners, to
    whom `pull` takes what someone changes. A kind without it is a diagram, which the slide layout
    of its name shows as shapes; `counted` is what messages call one and several of them.

    Content: `keys` are keys of its own, `drawn_from` is what it may be drawn from, `needs` are
    the columns of its table beside x and y; a `raw` one counts rows, of which y alone is needed.

    Kinds that plot values over categories: `single` shows one series; `from_zero` says that its
    marks begin at zero, `placed` that they are read by their place alone; `two_ended`, that each
    goes from one series to another, whose value orders them; `labelled`, that values stand on them
    in place of an axis; `adds_up`, that its series do, and `totalled`, that each category's sum is
    a whole of its own, printed above it; `holds_totals`, that some of its marks are sums of others;
    `in_shares`, that it shows shares of that sum; `whole`, that its one series are parts of a
    whole; `gapless`, that no value may be missing; `in_time`, whether categories that are dates
    stand on an `axis` of time, or are `filled` with those that are left out. `sized` figures are
    plotted by how much they are: years are not. `distinct` series are told apart by colour, but
    those that a highlight greys where each is `named_beside` its mark; axes may be `logarithmic`
    where no length is read, and `axis_titled` in print, where else the subtitle says what the
    values are. `art` is what covers show of them, `annotates` which annotations they take, `widest`
    how wide they get. One `in_proportion` has no plot to stretch: it may be drawn less high.
    `ignores` are keys that any chart may have and that do nothing in this one; `fewer` and
    `crowded` are hints where its colours cannot be told apart, or its categories not all be named.
    """

    name: str
    called: Mapping[str, str]
    resolve: Resolver
    tells: Telling
    draw: Drawing
    gauges: Measuring = _unmeasured
    shows: Showing = _nothing_else
    native: Native | None = None
    counted: tuple[str, str] = ("a chart", "charts")
    keys: tuple[KindKey, ...] = ()
    drawn_from: tuple[str, ...] = ("figures", "groups", "table")
    needs: tuple[str, ...] = ()
    raw: bool = False
    single: bool = False
    from_zero: bool = True
    placed: bool = False
    labelled: bool = False
    two_ended: bool = False
    adds_up: bool = False
    totalled: bool = False
    holds_totals: bool = False
    in_shares: bool = False
    whole: bool = False
    gapless: bool = False
    sized: bool = True
    distinct: bool = True
    named_beside: bool = False
    logarithmic: bool = False
    axis_titled: bool = False
    in_proportion: bool = False
    widest: Callable[[ResolvedChart], float] | None = None
    in_time: Literal["axis", "filled", ""] = ""
    annotates: tuple[AnnotationKind, ...] = ()
    art: Literal["areas", "bars", "columns", "lines", "ring", "stacks"] = "columns"
    ignores: tuple[str, ...] = OF_POINTS
    fewer: str = _FEWER_SERIES
    crowded: str = _SHOW_FEWER

    @property
    def is_diagram(self) -> bool:
        """Return whether PowerPoint has no such chart, so that slides show shapes."""
        return self.native is None


CHARTS: Final[tuple[str, ...]] = (
    "bar",
    "column",
    "grouped",
    "stacked",
    "stacked_bar",
    "percent_bar",
    "butterfly",
    "column_line",
    "dot_plot",
    "range",
    "dumbbell",
    "slope",
    "histogram",
    "box",
    "multiples",
    "line",
    "area",
    "doughnut",
    "scatter",
    "bubble",
    "waterfall",
)
DIAGRAMS: Final[tuple[str, ...]] = (
    "timeline",
    "flow",
    "chain",
    "gantt",
    "map",
    "heat_map",
    "marimekko",
    "figure",
)
"""The kinds that PowerPoint has no chart of: its slides show them as shapes."""

KINDS: Final = CHARTS + DIAGRAMS
ALSO_CALLED: Final[Mapping[str, str]] = {
    name: kind
    for kind, names in {
        "column": "columns, vertical bar, vertical_bar",
        "bar": "bars, horizontal bar, horizontal_bar, barh",
        "grouped": "clustered, clustered column, grouped_column, grouped_bar",
        "stacked": "stacked column, stacked_column",
        "percent_bar": "100% bar, 100% stacked, stacked_percent, likert",
        "butterfly": "pyramid, population pyramid, population_pyramid, tornado, diverging",
        "column_line": "combo, combined, pareto, dual_axis",
        "dot_plot": "dot, dots, dotplot, lollipop, cleveland",
        "histogram": "hist, distribution",
        "box": "boxplot, box_plot, box plot, box_and_whisker, violin",
        "multiples": "small multiples, small_multiples, facets, panels, sparklines",
        "line": "lines, time series, time_series",
        "doughnut": "pie, donut, ring",
        "scatter": "scatterplot, scatter_plot, xy, points",
        "waterfall": "bridge, cascade",
        "timeline": "milestones, events",
        "chain": "sankey, alluvial, flows",
        "map": "choropleth, geo, bubble_map",
        "heat_map": "heat, matrix, correlation",
        "marimekko": "mekko, mosaic, treemap",
    }.items()
    for name in names.split(", ")
}
"""The kinds by what else people call them, in small letters."""


@lru_cache(maxsize=len(KINDS))
def kind_of(name: str) -> ChartType:
    """Return what the kind of that name is.

    Raises:
        LookupError: there is no such kind.
    """
    if name not in KINDS:
        raise LookupError(name)
    kind: ChartType = import_module(f"builder.charts.kinds.{name}").KIND
    return kind


def own_keys() -> Iterator[KindKey]:
    """Yield the keys that some kinds alone take, kind by kind, each once."""
    yield from {key.name: key for name in KINDS for key in kind_of(name).keys}.values()


_MOST_SHOWN: Final = 8
_FEW: Final = 8  # names, of which one that is long has no room
_LONG: Final = 20


class CrowdedError(ValueError):
    """A chart's words would meet each other; `found` says which, `hint` what to do."""

    def __init__(self, found: str, hint: str) -> None:
        self.found, self.hint = found, hint
        super().__init__(f"{found}; {hint}")


def is_sequence(names: Line) -> bool:
    """Return whether readers know what stands between two names: those of dates and numbers."""
    return all(any(char.isdigit() for char in run.text) for run in names if run.text)


def no_room_for_names(chart: ResolvedChart, where: str = "") -> CrowdedError:
    """Return the error of a chart whose categories cannot all be named; `where` begins with in."""
    behind, hint = f" {where}" if where else "", kind_of(chart.kind).crowded
    count = len(chart.categories)
    words = re.split(r"[\s/_.@-]+", " ".join(run.text for run in chart.categories))
    longest = max(words, key=len)
    if count <= _FEW and len(longest) > _LONG:
        found = f'chart "{chart.id}" has no room for the name "{shortened(longest)}"{behind}'
        return CrowdedError(found, f"shorten it by `labels`, or {hint}")
    found = f'chart "{chart.id}" has {count} categories, more than can be named{behind}'
    return CrowdedError(found, hint)


def unnamed(chart: ResolvedChart, printed: Iterable[str], where: str) -> tuple[str, str] | None:
    """Return what to warn of where points of a chart go without the names they should have.

    `printed` are the texts that stand in it, `where` begins with a preposition.
    """
    found = set(printed)
    named = [point.label.text for point in chart.points if point.named and point.label.text]
    left = [name for name in named if name not in found]
    if not left:
        return None
    shown = ", ".join(f'"{name}"' for name in left[:_MOST_SHOWN])
    more = f" and {len(left) - _MOST_SHOWN} more" if len(left) > _MOST_SHOWN else ""
    return (
        f'chart "{chart.id}" has no room {where} for {len(left)} of its {len(named)} names: '
        f"{shown}{more}",
        "name by `highlight` the points that matter: only they are named then"
        if all(point.named for point in chart.points)
        else "highlight fewer points, shorten their names, or give the chart a slide of its own",
    )
