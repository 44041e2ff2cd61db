"""What people who present charts ask of every kind, read from the finished decks that have all."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import openpyxl
import pytest
from pptx import Presentation

from builder.charts import native_chart
from builder.charts.native import CARTESIAN, NativeAxis, NativeChart
from builder.charts.panels import panels
from builder.charts.registry import CHARTS, DIAGRAMS
from builder.model.chart import ResolvedChart
from builder.model.text import plain
from tests.outputs.pptx.making import cells, kinds, showcase, theme, written
from tests.outputs.pptx.opened import A, C
from tests.shares import share


def has_highlight(chart: ResolvedChart) -> bool:
    data = [datum for series in chart.series for datum in series.data]
    return any(d.emphasised for d in data) and not all(d.emphasised for d in data)


WHOLE = {
    name: chart
    for made in (showcase(), kinds(), cells())
    for name, chart in made.charts.items()
    if chart.kind not in DIAGRAMS
}


def _parts(name: str, chart: ResolvedChart) -> Iterator[tuple[str, ResolvedChart, NativeChart]]:
    """Yield a chart or each of its panels: its name in the deck, it, and it as PowerPoint's own."""
    native = native_chart(chart, theme())
    assert native is not None
    if not native.panels:
        yield name, chart, native
    held = zip(panels(chart), native.panels, strict=True) if native.panels else ()
    for at, (panel, drawn) in enumerate(held, 1):
        yield name + (f", panel {at}" if at > 1 else ""), panel, drawn


PARTS = [part for name, chart in WHOLE.items() for part in _parts(name, chart)]
SPEC = {name: chart for name, chart, _ in PARTS}
NATIVES = {name: native for name, _, native in PARTS}


@dataclass(frozen=True)
class Placed:
    """A chart of the finished deck: its part's root, its workbook, and the texts of its slide."""

    root: Any
    book: openpyxl.Workbook
    texts: str


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Placed]:
    """The first slide of every native chart, by the chart's id."""
    found: dict[str, Placed] = {}
    slides = [
        slide
        for made in (showcase(), kinds(), cells())
        for slide in Presentation(str(written(made, tmp_path_factory.mktemp("accepted")))).slides
    ]
    for slide in slides:
        texts = "\n".join(each.text_frame.text for each in _shapes(slide.shapes))
        for shape in slide.shapes:
            if shape.has_chart:
                data = io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)
                made = Placed(shape.chart._chartSpace, openpyxl.load_workbook(data), texts)
                found.setdefault(shape.name.removeprefix("Chart "), made)
    assert found.keys() == SPEC.keys()
    return found


def _shapes(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        if shape.shape_type == 6:
            yield from _shapes(shape.shapes)
        elif shape.has_text_frame:
            yield shape


def drawn(name: str) -> NativeChart:
    return NATIVES[name]


def test_every_kind_of_native_chart_is_in_one_of_the_decks() -> None:
    assert {chart.kind for chart in WHOLE.values()} == set(CHARTS)


@pytest.mark.parametrize("name", share(SPEC, 4))
def test_its_colours_are_the_theme_s_so_that_another_theme_recolours_it(
    name: str, placed: dict[str, Placed]
) -> None:
    fills = list(placed[name].root.iter(f"{A}solidFill"))
    assert fills
    assert all([child.tag for child in fill] == [f"{A}schemeClr"] for fill in fills)


@pytest.mark.parametrize("name", share(SPEC, 4))
def test_its_axes_end_where_those_of_the_paper_end(name: str, placed: dict[str, Placed]) -> None:
    chart, native = SPEC[name], drawn(name)
    whole = 100 if native.type.endswith("100") else 1
    second = native.second_axis or NativeAxis(shown=False)
    pairs = [
        (chart.second_axis, second),
        (chart.x_axis, native.category_axis),
        (chart.value_axis, native.value_axis),
    ]
    shown = [paper for paper, deck in pairs if paper is not None and deck.shown and deck.step]
    ends = [
        tuple(float(axis.find(f"{C}scaling/{C}{end}").get("val")) for end in ("min", "max"))
        for axis in placed[name].root.iter(f"{C}valAx")
        if axis.find(f"{C}delete").get("val") == "0"
    ]
    if native.rows:  # what stands up is the number of the row
        ends = [each for each in ends if each != (0, len(native.rows) + 1)]
        shown = [chart.value_axis] if chart.value_axis and native.category_axis.shown else []
    limits = [(float(axis.min) / whole, float(axis.max) / whole) for axis in shown]
    assert sorted(ends) == sorted(limits)


@pytest.mark.parametrize("name", share(SPEC, 4))
def test_its_categories_and_series_stand_in_the_paper_s_order(
    name: str, placed: dict[str, Placed]
) -> None:
    for series in placed[name].root.iter(f"{C}ser"):
        named = [each.text for each in series.findall(f"{C}cat//{C}v")]
        assert named == [run.text for run in SPEC[name].categories] * (not drawn(name).rows)
    names = [each.text for each in placed[name].root.iterfind(f".//{C}ser/{C}tx//{C}v")]
    assert names == [series.name.text for series in drawn(name).series]
    flipped = placed[name].root.find(f".//{C}catAx/{C}scaling/{C}orientation")
    if SPEC[name].kind == "bar":
        assert flipped.get("val") == "maxMin"


@pytest.mark.parametrize("name", share(SPEC, 4))
def test_its_values_stand_on_its_marks_or_on_an_axis(name: str, placed: dict[str, Placed]) -> None:
    chart, root = SPEC[name], placed[name].root
    printed = {"".join(t.text or "" for t in rich.iter(f"{A}t")) for rich in root.iter(f"{C}rich")}
    axes = [axis.find(f"{C}delete").get("val") == "0" for axis in root.iter(f"{C}valAx")]
    if any(axes):
        return
    stacked = drawn(name).stacked
    for series in chart.series:
        for datum in series.data:
            if stacked and not datum.value:
                continue  # a part of nothing has no mark
            said = {datum.label.text, f"{datum.label.text} {series.name.text}"}
            assert said & printed or datum.label.text in placed[name].texts


@pytest.mark.parametrize("name", share(SPEC, 4))
def test_its_numbers_have_the_units_of_its_labels_in_the_workbook_too(
    name: str, placed: dict[str, Placed]
) -> None:
    code = SPEC[name].number_format
    codes = {each.text for each in placed[name].root.iterfind(f".//{C}val//{C}formatCode")}
    kind, column = ("xVal", "A") if drawn(name).rows else ("yVal", "B")
    codes |= {each.text for each in placed[name].root.iterfind(f".//{C}{kind}//{C}formatCode")}
    (sheet,) = placed[name].book.worksheets
    across = drawn(name).type not in CARTESIAN
    cells = [
        cell
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "n" and (across or cell.column_letter == column)
    ]
    formats = {cell.number_format for cell in cells if cell.value is not None}
    assert codes == formats == {code}


@pytest.mark.parametrize("name", share(SPEC, 4))
def test_its_workbook_holds_texts_and_numbers_and_no_formula(
    name: str, placed: dict[str, Placed]
) -> None:
    (sheet,) = placed[name].book.worksheets
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s", "n"}


@pytest.mark.parametrize("name", share(SPEC, 4))
def test_its_source_is_named_on_the_slide(name: str, placed: dict[str, Placed]) -> None:
    known = showcase().sources | kinds().sources | cells().sources
    sources = [known[source] for source in SPEC[name].sources]
    assert sources
    assert "Source: " in placed[name].texts
    for source in sources:
        assert (source.short or source.title) in placed[name].texts


@pytest.mark.parametrize("name", [name for name, chart in SPEC.items() if chart.totals])
def test_its_stacks_have_their_totals_above_them(name: str, placed: dict[str, Placed]) -> None:
    known = [total.label.text for total in SPEC[name].totals if total.value is not None]
    assert known
    assert set(known) <= {*placed[name].texts.splitlines()}


@pytest.mark.parametrize("name", [name for name, chart in SPEC.items() if has_highlight(chart)])
def test_its_highlight_stands_in_colour_against_grey(name: str, placed: dict[str, Placed]) -> None:
    held = drawn(name).series
    points = [(p, p.colour or series.colour) for series in held for p in series.points if p.label]
    others = {colour for point, colour in points if not point.strong}
    assert all(colour == "muted" or colour.startswith("grey:") for colour in others)
    assert others
    assert all(colour.startswith("accent") for point, colour in points if is_chosen(name, point))


def is_chosen(name: str, point: Any) -> bool:
    alike = [
        datum
        for series in SPEC[name].series
        for datum in series.data
        if plain(point.label) in (datum.label.text, f"{datum.label.text} {series.name.text}")
    ]
    return bool(alike) and all(datum.emphasised for datum in alike)
