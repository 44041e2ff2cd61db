"""What a kind of chart is: one description, by which every consumer knows all kinds.

A kind is one module of `kinds/` that holds a `KIND`. Nobody asks what a kind is called, but what it
is like: whether its marks begin at nought, add up, join what follows one another in time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from builder.model.chart import ChartSpec, ResolvedChart

if TYPE_CHECKING:
    from builder.charts.frame import Frame
    from builder.charts.native import NativeChart
    from builder.charts.style import Style
    from builder.resolve.charts.context import ChartContext
    from builder.theme.theme import Theme

Resolver: TypeAlias = "Callable[[ChartSpec, ResolvedChart, ChartContext], ResolvedChart | None]"
Drawing: TypeAlias = "Callable[[Frame, ResolvedChart, Style], float]"
Native: TypeAlias = "Callable[[ResolvedChart, Theme], NativeChart]"

_SHOW_FEWER: Final = "show fewer, or use a bar chart, whose names stand beside its bars"
_FEWER_SERIES: Final = (
    "show fewer series (a highlight does not lessen them), or divide the chart in two"
)


@dataclass(frozen=True)
class Key:
    """A key of charts.yaml that this kind alone takes.

    It holds `names` that categories or figures go by, or `flows`. `description` is for editors;
    `elsewhere` is the hint to who writes it for a chart of another kind, `missing` that to who
    leaves it out, where the kind is drawn from it.
    """

    name: str
    description: str
    elsewhere: str
    missing: str = ""
    form: Literal["names", "flows"] = "names"


@dataclass(frozen=True)
class Kind:
    """A kind of chart, from what charts.yaml may state of it to how it is drawn.

    `called` says what it is in alt texts, by language. `resolve` completes a chart that has its
    texts (None, with problems, where it cannot); `draw` draws the plot below the frame's top and
    returns the foot of the drawing, in points; `native` returns the chart as PowerPoint's own, its
    cells with their owners, to whom `pull` takes what someone changes. A kind without it is a
    diagram, which the slide layout of its name shows as shapes; `counted` is what messages call one
    and several of them.

    Content: `keys` are keys of its own, `drawn_from` is what it may be drawn from, `needs` are
    the columns of its table beside x and y.

    Kinds that plot values over categories: `single` shows one series; `from_nought` says that its
    marks begin at nought; `labelled`, that values stand on them, so that the axis is not printed;
    `adds_up`, that its series do, and `totalled`, that each category's sum is a whole of its own,
    printed above it; `whole`, that its one series are parts of a whole; `gapless`, that no value
    may be missing; `in_time`, whether categories that are dates stand on an `axis` of time, or
    `evenly` whatever they are. `sized` figures are plotted by how much they are: years are not.

    `fewer` and `crowded` are hints where its colours cannot be told apart, or its categories not
    all be named.
    """

    name: str
    called: Mapping[str, str]
    resolve: Resolver
    draw: Drawing
    native: Native | None = None
    counted: tuple[str, str] = ("a chart", "charts")
    keys: tuple[Key, ...] = ()
    drawn_from: tuple[str, ...] = ("figures", "groups", "table")
    needs: tuple[str, ...] = ()
    single: bool = False
    from_nought: bool = True
    labelled: bool = False
    adds_up: bool = False
    totalled: bool = False
    whole: bool = False
    gapless: bool = False
    sized: bool = True
    in_time: Literal["axis", "evenly", ""] = ""
    fewer: str = _FEWER_SERIES
    crowded: str = _SHOW_FEWER

    @property
    def is_diagram(self) -> bool:
        """Return whether PowerPoint has no such chart, so that slides show shapes."""
        return self.native is None
