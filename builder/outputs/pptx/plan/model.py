"""What stands on the slides: frozen data that the layouts make and the writer only copies out.

Lengths are points, boxes measured from a slide's upper left corner, colours names of the theme's.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

from builder.charts.native import NativeChart
from builder.frozen import dataclass
from builder.model.arranging import RowKind
from builder.model.text import Line
from builder.outputs.pptx.plan.forms import Legend, Outline, Pen, PictureItem
from builder.units import Box

Anchor = Literal["t", "ctr", "b"]
Align = Literal["l", "ctr", "r"]
Side = Literal["right", "left", "above", "below"]
TitleSide = Literal["left", "right", "below"]
PlaceholderKind = Literal["title", "ctrTitle", "subTitle", "body", "chart", "tbl", "pic"]
Background = Literal["paper", "cover", "tint"]
TITLE: Final = 0
BODY: Final = 1
SOURCE: Final = 30
KEY_FIGURE: Final = 41
PART: Final = 61
"""Indices of placeholders that layouts share; the last two are those of the first key figure and
the first part of a slide (card, cell, step), others following."""
TRACKER: Final = 35  # the index of the line that says in which section a slide stands
FREE: Final = -1  # the placeholder of what stands in none
CHART_COLOUR: Final = "chart:"
"""Before the name of a native chart's colour slot, where a colour of the theme may stand too."""

HANG: Final = 20.0  # a point's text stands so far right of its bullet, per level
NUMBERED: Final = "#"  # the mark of numbered points, which need more room


@dataclass(frozen=True)
class ParagraphStyle:
    """How paragraphs look; `bullet` is a character, `#` for numbers of `digits`, or nothing."""

    size: float
    bold: bool = False
    colour: str = "ink"
    align: Align = "l"
    before: float = 0.0
    bullet: str = ""
    digits: int = 1

    @property
    def hang(self) -> float:
        """How far the first line stands left of the others: numbers, letters are clear of it."""
        if self.bullet != NUMBERED and not self.bullet.isalpha():
            return max(HANG, self.size * 0.8) if self.bullet else 0.0
        return max(HANG * 1.5, self.size * (0.556 * self.digits + 0.54))

    def indent(self, level: int) -> float:
        """Return where the text starts, from the box's left edge."""
        return HANG * level + self.hang


@dataclass(frozen=True)
class Paragraph:
    """One paragraph as it will be set: `target` is the slide that it leads to, `trailing` what
    stands at the right edge (agendas), `start` a numbered point's number.
    """

    runs: Line
    style: ParagraphStyle
    level: int = 0
    start: int = 0
    target: int = 0
    trailing: Line = ()


@dataclass(frozen=True)
class Placeholder:
    """A placeholder of a layout: `styles` are its levels from the first, `prompt` its hint."""

    index: int
    kind: PlaceholderKind
    name: str
    box: Box
    styles: tuple[ParagraphStyle, ...] = ()
    anchor: Anchor = "t"
    prompt: str = ""


@dataclass(frozen=True)
class Ornament:
    """A filled form of a layout that readers are told to skip; a polygon has `corners`."""

    name: str
    box: Box
    colour: str
    form: Literal["rect", "ellipse", "polygon"] = "rect"
    corners: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class TextItem:
    """Text in a placeholder; `box` where it is not the layout's. What is `passed_over` says nothing
    to a listener that is not said beside it.
    """

    placeholder: int
    name: str
    paragraphs: tuple[Paragraph, ...]
    box: Box | None = None
    passed_over: bool = False


class TitlePlace(NamedTuple):
    """Where an axis' title stands, on which side of the plot: its upper left corner."""

    side: TitleSide
    left: float
    top: float


@dataclass(frozen=True)
class ChartItem:
    """A native chart in a placeholder; several of one chart stand `FREE` after the first.

    `box` is the whole chart, `plot` what its axes enclose; `size` sets its text. `shifts` move
    labels down, or right of bars, off others: (series, point, points). `sides` say where points
    have their names: (series, point, side). `legend` is how the keys stand above the plot,
    `titles` the places of those that programs do not know."""

    placeholder: int
    name: str
    chart: str
    native: NativeChart
    box: Box
    plot: Box
    size: float
    alt: Line
    legend: Legend = Legend()
    shifts: tuple[tuple[int, int, float], ...] = ()
    sides: tuple[tuple[int, int, Side], ...] = ()
    titles: tuple[TitlePlace, ...] = ()


TABLE_PAD: Final = 6.5  # points that are kept free above and below the text of a table's cell


@dataclass(frozen=True)
class Row:
    """A table row: its height, and each cell's text (one paragraph). `spans` say how many columns
    and rows each cell goes over: none (0) where it is covered by another. `fills` are the colours
    of cells, `bars` from and to which share of its room each has one, `insets` what is kept
    free on the right of each. All are empty where nothing is to be said. `kind` is a header's, too;
    `pad` is kept free above and below the text.
    """

    height: float
    cells: tuple[Paragraph, ...]
    spans: tuple[tuple[int, int], ...] = ()
    fills: tuple[str, ...] = ()
    bars: tuple[tuple[float, float] | None, ...] = ()
    insets: tuple[float, ...] = ()
    kind: RowKind | Literal["header"] = "row"
    pad: float = TABLE_PAD

    def span(self, column: int) -> tuple[int, int]:
        """Return how many columns and rows a cell goes over."""
        return self.spans[column] if self.spans else (1, 1)

    def fill(self, column: int) -> str:
        """Return the colour of a cell, empty where it has none."""
        return self.fills[column] if self.fills else ""

    def inset(self, column: int) -> float:
        """Return what is kept free on the right of a cell."""
        return self.insets[column] if self.insets else 0.0


@dataclass(frozen=True)
class TableItem:
    """A native table in a placeholder; its first rows are headers. `widths` are per column, `key`
    is by what this showing of the table is known.
    """

    placeholder: int
    name: str
    table: str
    box: Box
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    alt: Line
    key: str = ""


@dataclass(frozen=True)
class FilledForm:
    """A shape of a group: a filled form that may hold text, `inset` points from its sides, which
    reads upwards if it is `turned`. `sites` are where arrows are joined to it, as shares of its
    sides. One with an `outline` has that form; `edge` colours a hairline, unless a `pen` draws it.
    `shows` are the runs that print the values which it stands for, from left to right.
    """

    name: str
    box: Box
    colour: str = ""
    form: Literal["rect", "ellipse"] = "rect"
    paragraphs: tuple[Paragraph, ...] = ()
    anchor: Anchor = "t"
    inset: float = 0.0
    sites: tuple[tuple[float, float], ...] = ()
    outline: Outline | None = None
    edge: str = ""
    pen: Pen | None = None
    turned: bool = False
    shows: Line = ()

    @property
    def inner(self) -> Box:
        """The box of its text."""
        left, inset = self.box.left, self.inset
        return self.box._replace(left=left + inset, width=self.box.width - 2 * inset)


@dataclass(frozen=True)
class Stroke:
    """A straight line of a group, which may be `dashed`, or end in the head of an arrow."""

    name: str
    start: tuple[float, float]
    end: tuple[float, float]
    colour: str
    width: float
    dashed: bool = False
    headed: bool = False


class Joint(NamedTuple):
    """Where an arrow is joined: an area of its group by name, and one of the area's sites."""

    area: str
    site: int


@dataclass(frozen=True)
class Arrow:
    """A connector of a group, which follows the areas it joins when they are moved.

    The areas stand before it in the group. One that is not `headed` leads to another arrow.
    """

    name: str
    start: tuple[float, float]
    end: tuple[float, float]
    colour: str
    width: float
    giver: Joint
    receiver: Joint
    headed: bool = True


@dataclass(frozen=True)
class GroupItem:
    """Native shapes that belong together and are described together.

    `chart` and `figures` name what they show, for the slide's sources; those of figures are panels
    that say the text laid over them. The description of one that is `told` says all of its words.
    """

    name: str
    shapes: tuple[FilledForm | Stroke | Arrow, ...]
    alt: Line
    chart: str = ""
    figures: tuple[str, ...] = ()
    told: bool = False


Item: TypeAlias = TextItem | ChartItem | TableItem | GroupItem | PictureItem


@dataclass(frozen=True)
class PlannedSlide:
    """One slide: `items` in reading order after the title; `notes` are paragraphs of lines, whose
    last `grounds` name the sources, and where the paper says more.
    `title_box` is as narrow as the title's lines allow, so that they are of a length. `sources`
    are the ids that its source line names. `hidden` slides are passed over when presenting;
    `reveal` brings the points one by one.
    """

    number: int
    layout: str
    title: Paragraph
    title_box: Box
    items: tuple[Item, ...]
    notes: tuple[Line, ...]
    sources: tuple[str, ...]
    section: str
    grounds: int = 0
    hidden: bool = False
    reveal: bool = False
