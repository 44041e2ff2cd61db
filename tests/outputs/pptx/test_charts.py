"""Charts in the deck are PowerPoint's own, and their workbooks hold the plotted cells alone."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation

from builder.charts import display_list, native_chart
from builder.charts.registry import DIAGRAMS
from builder.model.chart import ResolvedChart
from builder.model.displaylist import Path as Drawn
from builder.model.text import Run, plain
from builder.outputs.pptx import DeckPlan
from builder.outputs.pptx.plan.ledger import number_text
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import ChartItem, GroupItem
from builder.outputs.pptx.plan.plot import plotted
from builder.outputs.pptx.write.inks import ColourReference, chart_reference
from builder.outputs.pptx.write.workbook import cells
from builder.units import Box
from builder.verify import read_deck
from builder.verify.fresh import unlike_plan
from tests.charts import samples
from tests.outputs.pptx.making import briefing, chart_use, planned, slide, theme, words, written
from tests.outputs.pptx.opened import A, C, Opened
from tests.resolve.making import chart as resolved_chart
from tests.resolve.making import table

HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "=one+one",
    "{=one+one}",
    "+one",
    "@SUM(A:A)",
    "http://evil.example/",
    "mailto:a@b",
    "internal:Sheet!A",
    "<&>\"'",
    "naïve 日本 عربى",
)
NATIVE = [name for name, make in samples.ALL.items() if make().kind not in DIAGRAMS]


Cells: TypeAlias = dict[tuple[int, int], object]


def workbooks(deck: Path) -> list[openpyxl.Workbook]:
    opened = Opened.of(deck)
    names = [name for name in opened.names if name.endswith(".xlsx")]
    names.sort(key=lambda name: int("".join(filter(str.isdigit, name))))
    return [openpyxl.load_workbook(io.BytesIO(opened.parts[name])) for name in names]


def one_chart(chart: ResolvedChart) -> DeckPlan:
    return planned(briefing(slide("One", chart_use(chart.id)), charts=(chart,)))


@pytest.fixture(scope="module")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deck with a slide for each sample chart."""
    charts = tuple(replace(make(), id=name) for name, make in samples.ALL.items() if name in NATIVE)
    slides = tuple(slide(f"Chart {chart.id}", chart_use(chart.id)) for chart in charts)
    return written(briefing(*slides, charts=charts), tmp_path_factory.mktemp("charts"))


def test_a_chart_is_a_native_one_in_its_placeholder(every_kind: Path) -> None:
    # Between the slides of their own for title and section, and the sources.
    for each in list(Presentation(str(every_kind)).slides)[2:-1]:
        charts = [shape for shape in each.shapes if shape.has_chart]
        assert [shape.is_placeholder for shape in charts] == [True] + [False] * (len(charts) - 1)
        names = [shape.name for shape in charts]
        assert names[1:] == [f"{names[0]}, panel {at}" for at in range(2, len(charts) + 1)]


def test_a_workbook_holds_the_plotted_cells_and_nothing_else(every_kind: Path) -> None:
    made = [native_chart(make(), theme()) for name, make in samples.ALL.items() if name in NATIVE]
    held = [panel for chart in made if chart is not None for panel in chart.panels or (chart,)]
    found = iter([plotted_cells(book) for book in workbooks(every_kind)])
    for drawn in held:
        expected = {
            place: float(cell) if isinstance(cell, Decimal) else cell
            for place, cell in cells(drawn).items()
        }
        rows = next(found)
        while len(rows) < len(expected):  # bars in two columns: the second's go on
            rows |= following(next(found), after=rows)
        assert rows == expected
    assert next(found, None) is None


def plotted_cells(book: openpyxl.Workbook) -> Cells:
    """Return the cells of a workbook's only sheet, by row and column from 0."""
    (sheet,) = book.worksheets
    return {
        (cell.row - 1, cell.column - 1): cell.value
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def following(more: Cells, *, after: Cells) -> Cells:
    """Return the rows of a second sheet, whose head is that of the first, as rows below it."""
    assert {at: cell for at, cell in more.items() if at[0] == 0}.items() <= after.items()
    last = max(row for row, _ in after)
    return {(row + last, column): cell for (row, column), cell in more.items() if row}


def test_only_the_values_of_points_are_written_in_their_unit(tmp_path: Path) -> None:
    bubbles = replace(samples.bubble(), number_format='0.0"%"')
    deck = written(briefing(slide("One", chart_use("bubble")), charts=(bubbles,)), tmp_path)
    (book,) = workbooks(deck)
    x, value, size = (book.worksheets[0].cell(2, column) for column in (1, 2, 3))
    assert value.number_format == '0.0"%"'
    assert x.number_format == size.number_format == "General"
    assert not read_deck(deck).problems


@pytest.mark.longer
def test_caches_and_workbooks_agree_to_the_letter(every_kind: Path) -> None:
    assert not [str(problem) for problem in read_deck(every_kind).problems]


def test_axes_titles_and_corners_are_never_left_to_chance(every_kind: Path) -> None:
    for chart in Opened.of(every_kind).charts:
        ids = [int(axis.get("val", "")) for axis in chart.iter(f"{C}axId", f"{C}crossAx")]
        assert all(number > 0 for number in ids)
        # Its own title, for those who listen, keeps programs from making one.
        assert chart.find(f"{C}chart/{C}autoTitleDeleted").get("val") == "0"  # type: ignore[union-attr]
        assert "".join(chart.find(f"{C}chart/{C}title").itertext())  # type: ignore[union-attr]
        assert chart.find(f"{C}roundedCorners").get("val") == "0"  # type: ignore[union-attr]
        assert chart.find(f"{C}lang").get("val") == "en-GB"  # type: ignore[union-attr]
        for axis in chart.iter(f"{C}valAx"):
            limits = [axis.find(f"{C}scaling/{C}{name}") for name in ("min", "max")]
            assert None not in limits


def test_labels_are_the_papers_word_for_word() -> None:
    plan = one_chart(samples.short_bar())
    (chart,) = [item for item in plan.slides[1].items if isinstance(item, ChartItem)]
    labels = [plain(p.label) for series in chart.native.series for p in series.points]
    assert labels == [d.label.text for series in samples.short_bar().series for d in series.data]


def test_no_label_becomes_a_formula_or_a_link(tmp_path: Path) -> None:
    data = tuple(samples.datum(str(n)) for n in range(len(HOSTILE)))
    bars = samples.chart(
        "bar",
        "Hostile labels",
        "None is a formula",
        categories=tuple(Run(text) for text in HOSTILE),
        series=(replace(samples.series("s", ()), name=Run("=cmd|'/c calc'!A"), data=data),),
    )
    deck = written(briefing(slide("One", chart_use("bar")), charts=(bars,)), tmp_path)
    (book,) = workbooks(deck)
    (sheet,) = book.worksheets
    held = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert {cell.data_type for cell in held} == {"s"}
    assert not any(cell.hyperlink for cell in held)
    assert [cell.value for cell in held] == ["=cmd|'/c calc'!A", *HOSTILE]
    assert not read_deck(deck).problems


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20))
def test_a_cell_is_rounded_once_to_what_a_spreadsheet_keeps(value: Decimal) -> None:
    text = number_text(value)
    assert float(text) == float(f"{value:.15g}")


def test_an_empty_cell_stays_empty(tmp_path: Path) -> None:
    line = replace(samples.line(), series=(samples.series("North", ("1", None, "3")),))
    line = replace(line, categories=samples.runs(("a", "b", "c")), value_axis=samples.axis(0, 4, 1))
    deck = written(briefing(slide("One", chart_use("line")), charts=(line,)), tmp_path)
    (book,) = workbooks(deck)
    assert [row[1].value for row in book.worksheets[0].iter_rows()] == ["North", 1, None, 3]


def test_totals_and_names_stand_over_the_chart_as_text() -> None:
    plan = one_chart(samples.stacked())
    names = [item.name for item in plan.slides[1].items]
    assert names[:4] == ["Caption", "Chart stacked", "Totals of stacked", "Names in stacked"]


def test_end_labels_of_lines_that_meet_are_moved_apart() -> None:
    (chart,) = [i for i in one_chart(samples.line()).slides[1].items if isinstance(i, ChartItem)]
    assert chart.shifts
    assert all(point == len(chart.native.series[0].points) - 1 for _, point, _ in chart.shifts)


def test_text_of_a_crowded_chart_is_smaller() -> None:
    ruler, drawn = Ruler(theme().deck), native_chart(samples.stacked(), theme())
    assert drawn is not None
    wide = plotted(drawn, Box(0, 0, 850, 300), ruler)
    narrow = plotted(drawn, Box(0, 0, 300, 300), ruler)
    assert wide.size > narrow.size


def test_a_timeline_is_one_group_of_shapes_described_as_a_whole() -> None:
    chart = replace(samples.three_events(), alt=words("A timeline of three events"))
    groups = [i for i in one_chart(chart).slides[1].items if isinstance(i, GroupItem)]
    assert [(group.name, plain(group.alt)) for group in groups] == [
        ("Timeline timeline", "A timeline of three events")
    ]


def test_every_colour_of_a_chart_comes_out_as_the_paper_draws_it() -> None:
    from builder.charts.native import grey_slot, rgb

    greys = [grey_slot(place, 3) for place in (1, 2, 3)]
    for slot in ("ink", "paper", "black", "white", "accent2", "text2", "text5", "muted", *greys):
        found = chart_reference(slot, theme())
        assert distance(shown(found), rgb(slot, theme())) <= 3, slot


def shown(found: object) -> str:
    """Return the colour that a reference comes out as, by ECMA-376-1, 20.1.2.3."""
    import colorsys

    from builder.outputs.pptx.write.xml import MAP, scheme

    assert isinstance(found, ColourReference)
    base = scheme(theme().colours)[MAP[found.slot]]
    red, green, blue = (int(base[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    for name, size in found.changes:
        if name == "satMod":
            saturation *= size / 100_000
        elif name == "lumMod":
            light *= size / 100_000
        else:
            light += size / 100_000
    return "#" + "".join(
        f"{round(255 * c):02X}" for c in colorsys.hls_to_rgb(hue, light, saturation)
    )


def distance(one: str, other: str) -> int:
    pairs = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return max(abs(a - b) for a, b in pairs)


@pytest.mark.longer
def test_the_deck_says_of_its_charts_what_its_ledger_says(tmp_path: Path) -> None:
    for name in ("short_bar", "column", "doughnut"):
        chart = replace(samples.ALL[name](), id=name)
        made = briefing(slide("One", chart_use(name)), charts=(chart,))
        deck = written(made, tmp_path)
        stray = unlike_plan(read_deck(deck), planned(made).places)
        assert not [s for s in stray if s.channel == "workbook"]


def test_every_part_of_a_ring_states_its_colour_as_programs_else_choose_one(
    every_kind: Path,
) -> None:
    rings = [
        ring for chart in Opened.of(every_kind).charts for ring in chart.iter(f"{C}doughnutChart")
    ]
    assert rings
    for ring in rings:
        parts = ring.findall(f".//{C}cat//{C}pt")
        assert len(ring.findall(f".//{C}dPt[{C}spPr]")) == len(parts) > 1


LAKES = table(
    "lakes",
    "lake,depth,warmth,land\nAlba,47,6.1,North\nBrug,38,6.9,North\nCorin,19,9.8,South\n"
    "Dorn,41,6.6,South\nElm,24,8.7,West",
)


@pytest.mark.parametrize(
    ("groups", "highlight"),
    [
        ("", ()),
        ("", ("Corin",)),
        ("land", ()),
        ("land", ("Corin",)),
        ("land", ("Alba", "Corin")),
        ("land", ("South",)),
        ("land", ("South", "Alba")),
    ],
)
def test_points_of_a_scatter_stand_out_on_the_slide_as_on_paper(
    groups: str, highlight: tuple[str, ...], tmp_path: Path
) -> None:
    chart = resolved_chart(
        "scatter",
        data=(LAKES,),
        table="lakes",
        x="depth",
        y=("warmth",),
        label="lake",
        series=groups,
        highlight=highlight,
    )
    paper, deck = on_paper(chart), on_a_slide(chart, tmp_path)
    assert paper.keys() == deck.keys() == {row[0] for row in LAKES.rows}
    for name, (colour, _) in paper.items():
        assert distance(deck[name][0], colour) <= 3, name
    for one in paper:
        for other in paper:
            # Marks of one group have one shape, of which a larger one is seen as larger.
            if not groups or land(one) == land(other):
                larger = paper[one][1] > paper[other][1] + 0.1
                assert larger == (deck[one][1] > deck[other][1]), (one, other)
                assert larger == (one in highlight and other not in {*highlight}), (one, other)


def land(lake: str) -> str:
    return next(row[3] for row in LAKES.rows if row[0] == lake)


Marks: TypeAlias = dict[str, tuple[str, float]]
"""The colours and sizes of the marks of a scatter, by their names."""


def on_paper(chart: ResolvedChart) -> Marks:
    found = {}
    for each in display_list(chart, theme(), 400.0, None).operations:
        if isinstance(each, Drawn) and each.mark.isdigit() and each.fill:
            across = [float(x) for x in re.findall(r"(\S+) \S+ [mlc]", each.data)]
            point = chart.points[int(each.mark)]
            found[point.label.text] = (each.fill, max(across) - min(across))
    return found


def on_a_slide(chart: ResolvedChart, folder: Path) -> Marks:
    deck = Opened.of(written(briefing(slide("One", chart_use(chart.id)), charts=(chart,)), folder))
    names = {point.x.value: point.label.text for point in chart.points}
    found = {}
    for series in deck.charts[0].iter(f"{C}ser"):
        own = {each.find(f"{C}idx").get("val"): each for each in series.findall(f"{C}dPt")}
        for across in series.findall(f"{C}xVal//{C}pt"):
            mark = own.get(across.get("idx"), series).find(f"{C}marker")
            size = float(mark.find(f"{C}size").get("val"))
            found[names[Decimal(across[0].text)]] = (fill_of(mark.find(f"{C}spPr")), size)
    return found


def fill_of(shape: etree._Element) -> str:
    """Return the colour that a shape's fill comes out as."""
    colour = shape.find(f"{A}solidFill/{A}schemeClr")
    assert colour is not None
    changes = [(etree.QName(each).localname, int(each.get("val", ""))) for each in colour]
    return shown(ColourReference(colour.get("val", ""), "", tuple(changes)))
