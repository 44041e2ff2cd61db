"""A native chart in (ECMA-376-1, 21.2); what it says by series and in its workbook, out.

Text boxes and rich labels are read as they stand; labels and ticks that PowerPoint makes itself
are made from value and number format as it would.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lxml import etree

from builder.frozen import dataclass
from builder.model.ledger import LedgerPlace
from builder.model.saying import axis_said, plain_number
from builder.verify.chartml import (
    attribute,
    cached,
    cells_of,
    decimal,
    disagreements,
    error_bars,
    further_marks,
    indices,
    not_drawn,
    number_format,
    number_of,
    separators,
    source_format,
)
from builder.verify.drawingml import C, kind_of, paragraphs
from builder.verify.package import Package
from builder.verify.spreadsheet import read_workbook, render

NO_WORKBOOK = "the chart cannot be edited"
_MOST_TICKS = 200
_CELL_LABELS = "{http://schemas.microsoft.com/office/drawing/2012/chart}dlblRangeCache"
_CARTESIAN: Final = frozenset({"scatterChart", "bubbleChart"})
_KINDS: Final = {
    ("barChart", "bar", "clustered"): "BAR_CLUSTERED",
    ("barChart", "bar", "stacked"): "BAR_STACKED",
    ("barChart", "bar", "percentStacked"): "BAR_STACKED_100",
    ("barChart", "col", "clustered"): "COLUMN_CLUSTERED",
    ("barChart", "col", "stacked"): "COLUMN_STACKED",
    ("lineChart", "", "standard"): "LINE",
    ("areaChart", "", "standard"): "AREA",
    ("areaChart", "", "stacked"): "AREA_STACKED",
    ("doughnutChart", "", ""): "DOUGHNUT",
    ("scatterChart", "", ""): "XY_SCATTER",
    ("bubbleChart", "", ""): "BUBBLE",
}


@dataclass(frozen=True)
class ChartReading:
    """What a chart says, what of it is `unseen`, and `quarrels`: (found, expected, why)."""

    places: tuple[LedgerPlace, ...]
    unseen: tuple[str, ...]
    quarrels: tuple[tuple[str, str, str], ...]


def read_chart(package: Package, part: str, page: int, within: str) -> ChartReading:
    """Return what the chart in `part` says.

    Raises:
        UnreadableFileError: chart or workbook are damaged.
    """
    root = package.xml(part)
    quarrels: list[tuple[str, str, str]] = []
    said: list[tuple[str, str]] = []
    try:
        said += _Chart(root).said()
    except (ValueError, ArithmeticError) as error:
        found = str(error) if isinstance(error, ValueError) else "a number beyond reckoning"
        quarrels.append((found, "", "cannot tell what PowerPoint prints"))
    for drawing in package.related(part, "chartUserShapes"):
        said += (("text over the chart", text) for text in paragraphs(package.xml(drawing.target)))
    places = [LedgerPlace(page, "chart", within, name, text) for name, text in said]
    embedded = package.one(part, "package")
    if embedded is None or embedded not in package.parts:
        quarrels.append(("", "an embedded workbook", NO_WORKBOOK))
        return ChartReading(tuple(places), tuple(not_drawn(root)), tuple(quarrels))
    book = read_workbook(package.parts[embedded], f"{package.name}: {embedded}")
    places += cells_of(book, page, within)
    quarrels += disagreements(root, book)
    return ChartReading(tuple(places), tuple(not_drawn(root)), tuple(quarrels))


class _Chart:
    """One chart's XML, read part by part, in the order in which a plan names them."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        area = root.find(f".//{C}plotArea")
        held = [] if area is None else list(area)
        self.plots = [each for each in held if kind_of(each).endswith("Chart")]
        self.axes = [each for each in held if kind_of(each).endswith("Ax")]
        self.series = [each for plot in self.plots for each in plot.findall(f"{C}ser")]
        self.cartesian = any(kind_of(plot) in _CARTESIAN for plot in self.plots)
        self.separators = separators(root)
        self._kept: dict[etree._Element, dict[int, str]] = {}

    def said(self) -> Iterator[tuple[str, str]]:
        """Yield (part, text) of all that the chart says.

        Raises:
            ValueError: what PowerPoint would print cannot be told.
        """
        yield "kind", self._kind()
        for number, series in enumerate(self.series, 1):
            yield f"series {number}", "; ".join(cached(series.find(f"{C}tx")).values())
        yield from self._categories()
        yield from self._values()
        yield from self._labels()
        yield from self._error_bars()
        yield from self._ticks()
        yield from self._runs()
        yield from self._others()

    def _kind(self) -> str:
        kinds = []
        for plot in self.plots:
            form = (kind_of(plot), attribute(plot, "barDir"), attribute(plot, "grouping"))
            kinds.append(_KINDS.get(form, " ".join(filter(None, form))))
        return ", ".join(kinds)

    def _categories(self) -> Iterator[tuple[str, str]]:
        """Yield the categories: of the first series, and of others where they differ."""
        first: dict[int, str] = {}
        for number, series in enumerate(self.series, 1):
            found = cached(series.find(f"{C}cat"))
            if number == 1:
                first = found
                yield from ((f"category {at + 1}", text) for at, text in found.items())
            elif found != first:
                named = f"of series {number}"
                yield from ((f"category {at + 1} {named}", text) for at, text in found.items())

    def _values(self) -> Iterator[tuple[str, str]]:
        for number, series in enumerate(self.series, 1):
            names = ("xVal", "yVal", "bubbleSize") if self.cartesian else ("val",)
            columns = [cached(series.find(f"{C}{name}")) for name in names]
            for at in sorted(set().union(*columns)):
                held = (column[at] for column in columns if at in column)
                yield f"series {number}, point {at + 1}", "; ".join(map(plain_number, held))

    def _labels(self) -> Iterator[tuple[str, str]]:
        """Yield the labels of points: their own texts, or what PowerPoint makes of the values."""
        for number, series in enumerate(self.series, 1):
            own, plot = series.find(f"{C}dLbls"), series.getparent()
            shared = None if plot is None else plot.find(f"{C}dLbls")
            general = own if own is not None else shared
            singles = {
                number_of(attribute(one, "idx") or "0"): one
                for one in ([] if own is None else own.findall(f"{C}dLbl"))
            }
            for at in sorted(indices(series) | singles.keys()):
                text = self._label(series, singles.get(at, general), general, at)
                if text:
                    yield f"label of series {number}, point {at + 1}", text

    def _error_bars(self) -> Iterator[tuple[str, str]]:
        for number, series in enumerate(self.series, 1):
            for at, (low, high) in error_bars(series).items():
                yield f"error bar of series {number}, point {at + 1}", f"{low}; {high}"

    def _label(
        self,
        series: etree._Element,
        label: etree._Element | None,
        general: etree._Element | None,
        at: int,
    ) -> str:
        if label is None or attribute(label, "delete") == "1":
            return ""
        written = label.find(f"{C}tx")
        if written is not None:
            return "\n".join(paragraphs(written))
        values = series.find(f"{C}val")
        values = values if values is not None else series.find(f"{C}yVal")
        held, sizes = self._cached(values), self._cached(series.find(f"{C}bubbleSize"))
        code = number_format(label) or number_format(general) or source_format(values)
        said: list[str] = []
        if attribute(label, "showSerName") == "1":
            said += self._cached(series.find(f"{C}tx")).values()
        if attribute(label, "showCatName") == "1":
            said.append(self._cached(series.find(f"{C}cat")).get(at, ""))
        if attribute(label, "showVal") == "1" and at in held:
            said.append(render(decimal(held[at]), code, *self.separators))
        if attribute(label, "showBubbleSize") == "1" and at in sizes:
            said.append(render(decimal(sizes[at]), code, *self.separators))
        if attribute(label, "showPercent") == "1" and at in held:
            whole = sum(map(decimal, held.values()))
            share = decimal(held[at]) / whole
            said.append(render(share, number_format(label) or "0%", *self.separators))
        return "; ".join(said)

    def _cached(self, element: etree._Element | None) -> dict[int, str]:
        """Return what `cached` does, read once however many labels ask for it."""
        if element is None:
            return {}
        if element not in self._kept:
            self._kept[element] = cached(element)
        return self._kept[element]

    def _named_axes(self) -> list[tuple[str, etree._Element]]:
        """Return the axes by what a plan calls them, the axis of the values first."""
        if self.cartesian:
            names = ["x axis", "value axis", "further axis", "further axis"]
            return sorted(
                zip(names, self.axes, strict=False), key=lambda each: each[0] != "value axis"
            )
        named: list[tuple[str, etree._Element]] = []
        for numbers, name in ((True, "value axis"), (False, "category axis")):
            axes = [each for each in self.axes if (kind_of(each) == "valAx") == numbers]
            # The names that a second axis stands on are those of the first, and unseen.
            further = [a for a in axes[1:] if numbers or attribute(a, "delete") != "1"]
            named += [(name, each) for each in axes[:1]]
            named += [(f"second {name}", each) for each in further]
        return named

    def _ticks(self) -> Iterator[tuple[str, str]]:
        """Yield the tick labels of each axis that is shown, and the title that it has.

        Raises:
            ValueError: its limits or step are not fixed, so that PowerPoint would choose numbers.
        """
        for name, axis in self._named_axes():
            hidden = attribute(axis, "delete") == "1"
            if not hidden and kind_of(axis) == "valAx" and attribute(axis, "tickLblPos") != "none":
                yield f"ticks of the {name}", "; ".join(self._tick_labels(axis))
            title = axis.find(f"{C}title")
            if title is not None:
                yield f"title of the {name}", "\n".join(paragraphs(title))

    def _tick_labels(self, axis: etree._Element) -> Iterator[str]:
        scaling = axis.find(f"{C}scaling")
        limits = (
            attribute(scaling, "min"),
            attribute(scaling, "max"),
            attribute(axis, "majorUnit"),
        )
        if not all(limits):
            raise ValueError("an axis is shown whose limits and step are not fixed")
        least, most, base = decimal(limits[0]), decimal(limits[1]), attribute(scaling, "logBase")
        step = Decimal(0) if base and limits[2].endswith(("INF", "NaN")) else decimal(limits[2])
        if base:
            # LibreOffice writes the logarithm of a step, each time again, until it is no number.
            yield from self._powers(least, most, max(decimal(base), step), number_format(axis))
            return
        if step <= 0:
            raise ValueError("an axis has a step that is not above zero")
        for at in range(min(int((most - least) / step), _MOST_TICKS) + 1):
            yield render(least + at * step, number_format(axis), *self.separators)

    def _powers(self, least: Decimal, most: Decimal, base: Decimal, code: str) -> Iterator[str]:
        """Yield the ticks of a logarithmic axis.

        Raises:
            ValueError: it has none.
        """
        if least <= 0 or base <= 1:
            raise ValueError("a logarithmic axis has a limit that is not above zero")
        for _ in range(_MOST_TICKS):
            if least > most:
                return
            yield render(least, code, *self.separators)
            least *= base

    def _runs(self) -> Iterator[tuple[str, str]]:
        """Yield how each axis runs."""
        for name, axis in self._named_axes():
            scaling, numbers = axis.find(f"{C}scaling"), kind_of(axis) == "valAx"
            shown = attribute(axis, "delete") != "1"
            limits = [
                plain_number(attribute(element, key)) if numbers else ""
                for element, key in (
                    (scaling, "min"),
                    (scaling, "max"),
                    (axis if shown else None, "majorUnit"),
                )
            ]
            back = attribute(scaling, "orientation") == "maxMin"
            base = attribute(scaling, "logBase")
            yield name, axis_said(*limits, shown=shown, back=back, base=base)
            if axis.find(f"{C}dispUnits") is not None:
                yield name, "in other units"

    def _others(self) -> Iterator[tuple[str, str]]:
        """Yield a title, and what no plan of ours has: labels from cells, a table of the values."""
        for labels in self.root.iter(_CELL_LABELS):
            yield from (("label from a cell", text) for text in cached(labels).values())
        for title in self.root.findall(f"{C}chart/{C}title"):
            yield "title of the chart", "\n".join(paragraphs(title)) or "a title of its own"
        if self.root.find(f".//{C}dTable") is not None:
            yield "table", "a table of the values"
        yield from (("further marks", kind) for kind in further_marks(self.root))
