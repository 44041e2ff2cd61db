"""The sheet that a chart is drawn on: takes shapes and set words, returns a display list.

Coordinates are points from the upper left corner, y downwards, so that a chart can grow
downwards and get its height last. The shapes are matplotlib's artists on a figure without
axes: limits, ticks and places of labels are settled by the resolved chart and by measured
text, and an `Axes` would only decide them again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from builder.charts.forms import NO_PATTERN, Edge, Pattern, filled, pattern_of
from builder.charts.markers import corners
from builder.charts.meeting import HAIR
from builder.charts.typeset import SetWords, to_baseline
from builder.model.chart import Extent
from builder.model.displaylist import DisplayList
from builder.model.gauge import mark_of
from builder.theme import assets

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.patches import Patch

__all__ = [
    "NO_PATTERN",
    "Edge",
    "Frame",
    "Horizontal",
    "Pattern",
    "Place",
    "Vertical",
    "pattern_of",
]

Horizontal = Literal["left", "centre", "right"]
Vertical = Literal["baseline", "top", "middle", "bottom"]
Place: TypeAlias = tuple[float, float]
_SHARE_LEFT: Final = {"left": 0.0, "centre": 0.5, "right": 1.0}


class Frame:
    """A sheet `width` points wide. What is drawn later lies on top and is read later.

    `plot` is from where to where a chart may be stretched (words, discs and markers keep their
    shape even there), `free` how much is free below it beside words in the margin. A map is so
    many points `less` high than it would be."""

    def __init__(self, width: float, extent: Extent = "normal") -> None:
        from matplotlib.figure import Figure
        from matplotlib.transforms import Affine2D

        self.width, self.extent = width, extent
        self.top = 0.0
        self._figure = Figure(figsize=(width / 72, 1), dpi=72)
        self._figure.patch.set_visible(False)
        self._aside = Affine2D()
        self._downwards = Affine2D().scale(1, -1)
        self._printed: list[Any] = []
        self._drawn = 0
        self._held = self._mark = self._hair = ""
        self.plot: tuple[float, float] | None = None
        self.free = self.less = 0.0

    def rectangle(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        fill: str,
        edge: Edge | None = None,
        pattern: Pattern = NO_PATTERN,
    ) -> None:
        """Draw a filled rectangle."""
        from matplotlib.patches import Rectangle

        box = (left, top, left + width, top + height)
        self._filled(Rectangle((left, top), width, height, **filled(fill, edge)), box, pattern)

    @contextmanager
    def rigid(self, y: float) -> Iterator[None]:
        """Let what is drawn meanwhile keep its form, and its place about a height, as words do."""
        self._held = str(y)
        yield
        self._held = ""

    def area(self, places: Sequence[Place], fill: str, edge: Edge | None = None) -> None:
        """Draw a filled polygon."""
        from matplotlib.patches import Polygon

        # The first place again: of an outline that ends where it begins, no corner is left out.
        self.add(Polygon([*places, places[0]], closed=True, **filled(fill, edge)))

    def outline(
        self,
        outline: str,
        at: tuple[float, float, float],
        fill: str,
        edge: Edge | None = None,
        pattern: Pattern = NO_PATTERN,
    ) -> None:
        """Draw a filled form of `M`, `L` and `Z`: `at` is where its grid begins, and its scale."""
        from builder.charts.forms import form

        made, box = form(outline, at)
        self._filled(made(**filled(fill, edge)), box, pattern)

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str,
        edge: Edge | None = None,
        pattern: Pattern = NO_PATTERN,
    ) -> None:
        """Draw a filled circle."""
        from matplotlib.patches import Circle

        box = (x - radius, y - radius, x + radius, y + radius)
        with self.rigid(y):
            self._filled(Circle((x, y), radius, **filled(fill, edge)), box, pattern)

    def marker(
        self, shape: str, x: float, y: float, radius: float, fill: str, edge: Edge | None = None
    ) -> None:
        """Draw a disc or a mark of the shapes of `Marker`, about as large as a disc of `radius`."""
        if places := corners(shape, x, y, radius):
            with self.rigid(y):
                self.area(places, fill, edge)
        else:
            self.disc(x, y, radius, fill, edge)

    def sector(
        self,
        centre: Place,
        radii: tuple[float, float],
        shares: tuple[float, float],
        fill: str,
        edge: Edge | None = None,
        pattern: Pattern = NO_PATTERN,
    ) -> None:
        """Draw part of a ring: inner and outer radius, from one share of the turn to another, which
        run clockwise from the top, 0 to 1.
        """
        from matplotlib.patches import Wedge

        inner, outer = radii
        start, end = (360 * share - 90 for share in shares)
        x, y = centre
        wedge = Wedge(centre, outer, start, end, width=outer - inner, **filled(fill, edge))
        self._filled(wedge, (x - outer, y - outer, x + outer, y + outer), pattern)

    def line(
        self,
        places: Sequence[Place],
        colour: str,
        width: float,
        *,
        dash: tuple[float, ...] = (),
        cap: Literal["butt", "round"] = "butt",
    ) -> None:
        """Draw a line through places; `dash` is on and off lengths in points, not in widths."""
        from matplotlib.lines import Line2D

        self.add(
            Line2D(
                *zip(*places, strict=True),
                color=colour,
                linewidth=width,
                linestyle=(0, tuple(length / width for length in dash)) if dash else "solid",
                solid_capstyle=cap,
                solid_joinstyle="round",
                dash_capstyle="butt",
            )
        )

    def hairline(self, start: Place, end: Place, colour: str, width: float = 0.5) -> None:
        """Draw a level or upright line that is left out where words stand."""
        self._hair = HAIR
        self.line([start, end], colour, width)
        self._hair = ""

    def put(
        self,
        block: SetWords,
        x: float,
        y: float,
        align: Horizontal = "left",
        vertical: Vertical = "baseline",
        *,
        upright: bool = False,
    ) -> None:
        """Draw set words: `align` and `vertical` say which point of them stands at (`x`, `y`).

        `upright` turns them a quarter to the left, to be read from below; then `y` is where
        the words begin or (right) end, and `x` the middle of the lines.
        """
        self._held = str(y)
        for number, (line, width) in enumerate(zip(block.lines, block.widths, strict=True)):
            before = _SHARE_LEFT[align] * width
            if upright:
                across = x + number * block.type.leading + to_baseline(block, "middle")
                self._words(line, block, across, y + before, turned=True)
            else:
                baseline = y + number * block.type.leading + to_baseline(block, vertical)
                self._words(line, block, x - before, baseline, turned=False)
        self._held = ""
        self._printed += block.runs

    @contextmanager
    def as_mark(self, *parts: object) -> Iterator[None]:
        """Let what is drawn meanwhile, patterns aside, be what the chart is measured by."""
        self._mark = mark_of(*parts)
        try:
            yield
        finally:
            self._mark = ""

    @contextmanager
    def shifted(self, across: float, width: float) -> Iterator[None]:
        """Let what is drawn meanwhile stand so far to the right, on a sheet so wide."""
        before, self.width = self.width, width
        whole, self._aside = self._aside, self._aside.frozen().translate(across, 0)
        try:
            yield
        finally:
            self.width, self._aside = before, whole

    def finish(self, height: float) -> DisplayList:
        """Return everything drawn, on a sheet `height` points high.

        Raises:
            MissingGlyphError: a text needs a glyph that its font lacks.
        """
        from builder.charts.recorder import record

        self._figure.set_size_inches(self.width / 72, height / 72)
        self._downwards.translate(0, height)
        operations = record(self._figure)
        plot: tuple[float, ...] = ()
        if self.plot is not None:
            top, foot = (round(height - each, 2) for each in self.plot)
            plot = (top, foot, round(self.free, 2))
        return DisplayList(
            round(self.width, 2), round(height, 2), operations, tuple(self._printed), plot=plot
        )

    def _words(self, line: Any, block: SetWords, x: float, y: float, *, turned: bool) -> None:
        from matplotlib.font_manager import FontProperties
        from matplotlib.text import Text

        for piece in line:
            self.add(
                Text(
                    x,
                    y,
                    piece.text,
                    color=block.type.colour,
                    fontproperties=FontProperties(
                        fname=str(assets.font(piece.font)), size=block.type.size
                    ),
                    rotation=90 if turned else 0,
                    rotation_mode="anchor",
                    verticalalignment="baseline",
                    horizontalalignment="left",
                    parse_math=False,
                    usetex=False,
                )
            )
            x, y = (x, y - piece.width) if turned else (x + piece.width, y)

    def _filled(
        self, shape: Patch, box: tuple[float, float, float, float], pattern: Pattern
    ) -> None:
        """Draw a shape that fills a box, and the stripes of its pattern within it."""
        self.add(shape)
        if not pattern.name:
            return
        from builder.charts.forms import striped

        mark, self._mark = self._mark, ""
        self.add(drawn := striped(pattern.name, pattern.colour, box))
        self._mark = mark
        drawn.set_clip_path(shape.get_path(), shape.get_transform())

    def add(self, artist: Artist) -> None:
        """Draw an artist of matplotlib's in the frame's coordinates."""
        self._drawn += 1
        artist.set_zorder(self._drawn)
        if self._held or self._mark or self._hair:
            artist.set_gid(f"{self._hair}{self._held} {self._mark}")
        artist.set_transform(self._aside + self._downwards)
        self._figure.add_artist(artist)
