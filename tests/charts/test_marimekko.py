"""Marimekko charts in finished files: widths by one column, heights by shares, values on parts."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from pptx import Presentation
from pptx.shapes.group import GroupShape

from builder.charts import mosaic
from builder.charts.registry import CrowdedError
from builder.charts.style import ChartStyle
from builder.model.chart import ResolvedChart
from builder.outputs.pptx.layouts.marimekko import marimekko
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import FilledForm
from builder.theme.theme import Theme
from builder.units import Box
from tests.charts.conftest import CELLS
from tests.charts.strategies import charts
from tests.outputs.pptx.making import theme
from tests.resolve.making import chart as resolved
from tests.resolve.making import table

RULER = Ruler(theme().deck)
BOX = Box(54, 138, 852, 314)
SIZES = (16.0, 14.0, 12.0)
DIGITS = 0.72  # of a size, that digits are high
RIM = 2.0
SLIDE = 8
AIR = 5.0  # points, of edges
ROWS = {
    row["port"]: row
    for row in csv.DictReader((CELLS / "data" / "markets.csv").read_text("utf-8").splitlines())
}

Shapes = dict[str, tuple[float, float, float, str]]


@pytest.fixture(scope="module")
def shapes(cells_built: Path) -> Shapes:
    """Return left, width, height and text of every shape of the diagram that may hold text."""
    slide = Presentation(str(cells_built / "cells.pptx")).slides[SLIDE - 1]
    (group,) = (shape for shape in slide.shapes if isinstance(shape, GroupShape))
    return {
        shape.name: (shape.left.pt, shape.width.pt, shape.height.pt, shape.text_frame.text)
        for shape in group.shapes
        if shape.has_text_frame
    }


def parts(shapes: Shapes, port: str) -> dict[str, tuple[float, float, float, str]]:
    return {
        name.split(", ")[1].lower(): shape
        for name, shape in shapes.items()
        if name.startswith(f"{port}, ")
    }


def test_columns_are_as_wide_as_their_column_says_the_widest_first(shapes: Shapes) -> None:
    ports = sorted(ROWS, key=lambda port: -int(ROWS[port]["freight"]))
    whole = sum(int(row["freight"]) for row in ROWS.values())
    lefts = [parts(shapes, port)["timber"][0] for port in ports]
    widths = [parts(shapes, port)["timber"][1] for port in ports]
    assert lefts == sorted(lefts)
    for port, width in zip(ports, widths, strict=True):
        share = int(ROWS[port]["freight"]) / whole
        assert width == pytest.approx(share * (sum(widths) + 2 * len(ports)), abs=AIR)


def test_parts_are_as_high_as_their_shares_and_say_them(shapes: Shapes) -> None:
    for port, row in ROWS.items():
        held = parts(shapes, port)
        known = {name: int(row[name]) for name in ("timber", "grain", "stone") if int(row[name])}
        assert held.keys() == known.keys()
        whole = sum(height for _, _, height, _ in held.values()) + 2 * len(held)
        for name, share in known.items():
            assert held[name][2] == pytest.approx(share / 100 * whole, abs=AIR)
            assert held[name][3] in ("", f"{share}%")
    assert sum(bool(text) for port in ROWS for *_, text in parts(shapes, port).values()) >= 10


def test_widths_are_printed_below_their_names_with_what_they_are(
    shapes: Shapes, cells_built: Path
) -> None:
    said = [text for *_, text in shapes.values()]
    for row in ROWS.values():
        assert row["freight"] in said
    assert "Width: Freight (thousand tonnes)" in said
    with pypdfium2.PdfDocument(cells_built / "cells.pdf") as paper:
        pages = "\n".join(page.get_textpage().get_text_bounded() for page in paper)
    assert "Width: Freight (thousand tonnes)" in pages
    assert "Width: each column’s total" in pages


@pytest.mark.longer
@given(charts("marimekko"))
def test_words_of_marimekko_charts_have_room(chart: ResolvedChart) -> None:
    try:
        (group,) = marimekko(chart, BOX, SIZES, RULER)
    except CrowdedError:
        return  # what has no room is refused
    words = [area for area in group.shapes if isinstance(area, FilledForm) and area.paragraphs]
    for area in words:
        assert area.box.left >= BOX.left - RIM
        assert area.box.left + area.box.width <= BOX.left + BOX.width + RIM, area.name
        assert area.box.top + area.box.height <= BOX.top + BOX.height + RIM, area.name
        # Figures within a part are lower than their line, and stand between its edges.
        (said,) = area.paragraphs
        high = RULER.height(area.paragraphs, area.box.width)
        high = DIGITS * said.style.size if area.colour else high - RIM
        assert high <= area.box.height, area.name
    for kind in ("Column", "Series"):
        named = [area.box for area in words if area.name.startswith(f"{kind} ")]
        named.sort(key=lambda box: (box.left, box.top))
        for one, other in pairwise(named):
            apart = one.left + one.width <= other.left + 1
            assert (
                apart
                or min(one.top + one.height, other.top + other.height)
                <= max(one.top, other.top) + 1
            )


@pytest.mark.parametrize(
    "names",
    [
        ("C++ / C#", "A&E <urgent>", "help@example.org", "O’Brien’s back-end_server", "100 % wool"),
        ("Department for Environment and Food & Rural Affairs (Defra)", "Ministry of Housing",
         "Her Majesty’s Courts and Tribunals", "Driver-and-Vehicle-Licensing-Agency", "O’Neill"),
        ("Кам’янець-Подільський", "Сім’я/діти", "№ 5 «Зоря»", "ФОП Мар’яненко О. В.", "інші"),
    ],
)  # fmt: skip
def test_names_of_columns_are_smaller_before_they_take_the_room_of_the_parts(
    names: tuple[str, ...],
) -> None:
    rows = "".join(f'"{name}",50,30,20\n' for name in names)
    chart = resolved(
        "marimekko", data=(table("held", f"area,own,let,other\n{rows}"),), table="held",
        x="area", y=("own", "let", "other"),
    )  # fmt: skip
    (group,) = marimekko(chart, BOX, SIZES, RULER)
    boxes = [shape.box for shape in group.shapes if isinstance(shape, FilledForm) if shape.shows]
    high = max(box.top + box.height for box in boxes) - min(box.top for box in boxes)
    assert high > 0.63 * BOX.height


@pytest.mark.parametrize(("least", "carried"), [("6", 6), ("3", 5)])
def test_in_the_paper_a_part_as_high_as_digits_carries_its_value(
    least: str, carried: int, theme: Theme
) -> None:
    rows = f"Inner,62,33,{least},3\nOuter,60,30,10,4\n"
    chart = resolved(
        "marimekko", data=(table("held", f"area,own,let,other,homes\n{rows}"),), table="held",
        x="area", y=("own", "let", "other"), width=("homes",),
    )  # fmt: skip
    assert len(mosaic.carried(chart, ChartStyle.of(theme), 400.0, 0.42 * 400)) == carried
