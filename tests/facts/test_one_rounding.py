"""One figure, one rounding: prose, tables, charts and their workbooks print the same decimals."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.model.blocks import Paragraph, Section, TableUse
from builder.model.briefing import Briefing, Content
from builder.model.chart import ChartSpec
from builder.model.figure import CellRef, Figure, Hedge
from builder.model.table import TableSpec
from builder.model.text import FigureUse, plain
from builder.problems import Place
from tests.resolve.making import complaints, content, figure, formula, resolved, table, words

HERE = Place("sections/one.md", 3, 1)
LEAKS = table("leaks", "town,cost\nNorth,2.75\nSouth,1.50")


def bound(**keys: object) -> Figure:
    """A figure bound to a cell of the table above."""
    cell = CellRef("leaks", (("town", "North"),), "cost")
    return replace(figure("cost", "0", **keys), value=None, cell=cell)  # type: ignore[arg-type]


def everywhere(*figures: Figure, **chart: object) -> Content:
    """Return a content that prints the first figure in prose, in two tables and in two charts."""
    name = figures[0].id
    common = {"title": words("T"), "source": ("survey",), "place": Place("charts.yaml", 1, 1)}
    charts = (
        ChartSpec("of_figures", "bar", figures=(name,), **common, **chart),  # type: ignore[arg-type]
        ChartSpec("of_cells", "bar", table="leaks", x="town", y=("cost",), **common, **chart),  # type: ignore[arg-type]
    )
    tables = (
        TableSpec("cells", (), data="leaks", columns=(("town", ()), ("cost", ())), place=HERE),
        TableSpec("listed", (), figures=(name,), columns=(("figure", ()),), place=HERE),
    )
    prose = Paragraph((FigureUse(name, ("number",), HERE),), HERE)
    blocks = (prose, TableUse("cells", HERE), TableUse("listed", HERE))
    section = Section("one", words("One"), blocks, (), (), HERE)
    return content(*figures, charts=charts, data=(LEAKS,), tables=tables, sections=(section,))


def printed(briefing: Briefing) -> list[str]:
    """Return what prose, both tables and both charts print of the figure."""
    prose = briefing.sections[0].blocks[0]
    assert isinstance(prose, Paragraph)
    cells, listed = briefing.tables["cells"], briefing.tables["listed"]
    charts = [briefing.charts[name].series[0].data[0].label for name in ("of_figures", "of_cells")]
    return [
        plain(prose.text),
        plain(cells.rows[0][1]),
        plain(listed.rows[0][0]),
        *(label.text for label in charts),
    ]


def test_a_figure_of_one_decimal_has_one_in_every_place() -> None:
    assert printed(resolved(everywhere(bound(decimals=1)))) == ["2.8", "2.8", "2.8", "2.8", "2.8"]


def test_a_hedge_travels_into_the_table_that_holds_the_figure() -> None:
    made = everywhere(bound(decimals=1, hedge=Hedge.AT_LEAST))
    # A lower bound is rounded down: 2.8 would claim more than is known.
    lower = ["at least 2.7", "at least 2.7", "at least 2.7", "≥2.7", "≥2.7"]
    assert printed(resolved(made)) == lower


def test_a_cell_without_a_figure_is_printed_as_it_stands() -> None:
    briefing = resolved(everywhere(bound(decimals=1)))
    assert plain(briefing.tables["cells"].rows[1][1]) == "1.50"


@pytest.mark.parametrize("decimals", [0, 2])
def test_a_chart_may_not_round_a_figure_otherwise(decimals: int) -> None:
    found = complaints(everywhere(bound(decimals=1), decimals=decimals))
    assert len(found) == 2
    for complaint, chart in zip(found, ("of_figures", "of_cells"), strict=True):
        assert complaint.startswith(
            f'charts.yaml:1:1: error: chart "{chart}" asks for `decimals: {decimals}`, but "cost" '
            "is printed with 1 everywhere else"
        )


def test_a_chart_may_say_what_holds_everywhere() -> None:
    assert len(printed(resolved(everywhere(bound(decimals=1), decimals=1)))) == 5


def shares(**keys: object) -> tuple[Figure, ...]:
    whole = figure("whole", "100", "%", **keys)
    parts = [formula(name, "100 / 3", unit="%", decimals=0) for name in ("a", "b", "c")]
    return (*parts, whole)


def ring(*figures: Figure) -> Content:
    spec = ChartSpec(
        "ring", "doughnut", words("T"), figures=("a", "b", "c"), source=("survey",), alt=words("A")
    )
    listed = TableSpec("listed", (), figures=("a", "b", "c"), columns=(("figure", ()),), place=HERE)
    prose = Paragraph(tuple(FigureUse(name, (), HERE) for name in "abc"), HERE)
    section = Section("one", words("One"), (prose, TableUse("listed", HERE)), (), (), HERE)
    return content(*figures, charts=(spec,), tables=(listed,), sections=(section,))


def test_shares_of_a_whole_sum_alike_in_prose_in_tables_and_in_a_ring() -> None:
    briefing = resolved(ring(*shares(parts=("a", "b", "c"))))
    prose = briefing.sections[0].blocks[0]
    assert isinstance(prose, Paragraph)
    expected = ["34%", "33%", "33%"]
    assert [run.text for run in prose.text] == expected  # type: ignore[union-attr]
    assert [plain(row[0]) for row in briefing.tables["listed"].rows] == expected
    data = briefing.charts["ring"].series[0].data
    assert [datum.label.text for datum in data] == expected
    assert sum(datum.value or 0 for datum in data) == 100


def test_shares_that_are_not_rounded_together_are_refused_in_a_ring() -> None:
    (complaint,) = complaints(ring(*shares()))
    assert "prints shares of a whole, 33%, 33%, 33%, that sum to 99%" in complaint
    assert "name [a, b, c] as the `parts` of a figure of 100 %" in complaint


def test_a_cell_is_not_printed_as_nothing_where_its_figure_has_too_few_decimals() -> None:
    leaks = table("leaks", "town,cost\nNorth,0.04")
    assert complaints(content(bound(decimals=1), data=(leaks,))) == [
        'figures.yaml:1:1: error: figure "cost" would be printed as 0.0, and is 0.04\n'
        "  give it `decimals: 2`"
    ]
