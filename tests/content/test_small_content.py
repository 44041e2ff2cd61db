from __future__ import annotations

from decimal import Decimal

import pytest

from builder.blocks.pagebreak import PageBreak
from builder.content.references import inlines
from builder.model.blocks import (
    Callout,
    ChartUse,
    Heading,
    ItemList,
    Panel,
    Paragraph,
    Question,
    Quote,
    TableUse,
)
from builder.model.briefing import Content
from builder.model.figure import CellRef, Confidence, Hedge, Moment
from builder.model.text import FigureUse, NoteMark, Owner, Run, plain
from builder.problems import Place
from tests.content.reading import SMALL, read


@pytest.fixture(scope="module")
def small() -> Content:
    content, problems = read(SMALL)
    assert problems == []
    return content


def test_a_briefing_says_what_it_is(small: Content) -> None:
    assert small.meta.title == "The harbour at Norhaven"
    assert small.meta.date == Moment(2025, 3)
    assert small.meta.authors == ("Ada Lindqvist", "Tomas Berg")
    assert small.meta.sections == ("freight", "passengers")
    assert small.meta.places["language"].line == 4


def test_a_figure_keeps_everything_that_travels_with_it(small: Content) -> None:
    cost = small.figures["quay_cost"]
    assert cost.value == Decimal("48.50")
    assert str(cost.value) == "48.50"
    assert cost.hedge is Hedge.UP_TO
    assert cost.unit == "EUR mn"
    assert cost.confidence is Confidence.BELIEVED
    assert cost.source == "unnamed"
    assert small.figures["quay_opens"].value == Moment(2024, 11, 4)
    assert small.figures["freight_sea"].as_of == Moment(2024)


def test_a_figure_is_bound_to_a_cell_or_a_formula(small: Content) -> None:
    cell = CellRef("freight", (("mode", "Sea"),), "thousand_tonnes")
    assert small.figures["freight_sea"].cell == cell
    total = small.figures["freight_all"]
    assert total.formula == "freight_sea + freight_rail + freight_road"
    assert (total.formula_place.line, total.formula_place.column) == (24, 12)


def test_prose_in_a_yaml_key_is_inline_text_with_places(small: Content) -> None:
    file = (SMALL / "figures.yaml").as_posix()
    assert small.figures["quay_cost"].texts["as_of"] == (
        Run("since ", place=Place(file, 34, 10)),
        FigureUse("works_begin", (), Place(file, 34, 16)),
    )
    assert small.figures["berths"].texts["label"] == (
        Run("Berths at ", place=Place(file, 38, 10)),
        Run("Quay 7", owner=Owner("name", "Quay 7"), place=Place(file, 38, 20)),
    )


def test_a_source_says_when_none_is_stated(small: Content) -> None:
    assert small.sources["statistics"].stated
    assert small.sources["statistics"].date == Moment(2025, 1, 15)
    assert not small.sources["unnamed"].stated


def test_a_section_holds_its_blocks_in_order(small: Content) -> None:
    freight, passengers = small.sections
    assert plain(freight.title) == "Freight"
    assert [type(block) for block in freight.blocks] == [
        Paragraph,
        ChartUse,
        Heading,
        TableUse,
        TableUse,
        ItemList,
        ItemList,
        Panel,
    ]
    kinds = [ChartUse, TableUse, Callout, Quote, Quote, Question, PageBreak]
    assert [type(block) for block in passengers.blocks][1:] == kinds


def test_a_figure_use_knows_its_forms_and_its_place(small: Content) -> None:
    paragraph = small.sections[0].blocks[0]
    uses = [item for item in inlines(paragraph) if isinstance(item, FigureUse)]
    assert [(use.figure, use.forms, use.place.line, use.place.column) for use in uses] == [
        ("freight_all", (), 3, 19),
        ("freight_sea", ("number",), 3, 50),
        ("sea_over_rail", (), 5, 1),
        ("quay_cost", ("short",), 6, 1),
    ]


def test_a_claim_a_note_and_emphasis_stand_in_the_text(small: Content) -> None:
    items = list(inlines(small.sections[0].blocks[0]))
    claimed = [item for item in items if isinstance(item, Run) and item.claim]
    assert [run.text for run in claimed] == ["more than rail and road together"]
    assert [item.key for item in items if isinstance(item, NoteMark)] == ["method"]
    assert [item.text for item in items if isinstance(item, Run) and item.emphasis] == ["second"]


def test_a_note_keeps_its_link(small: Content) -> None:
    ((key, text),) = small.sections[0].notes
    linked = [run for run in inlines(text) if isinstance(run, Run) and run.link]
    assert key == "method"
    assert linked[0].link == "https://example.org/harbour/2024"


def test_a_table_is_defined_from_cells_figures_or_data(small: Content) -> None:
    plain_table = small.tables["freight-table-1"]
    assert [plain(cell) for cell in plain_table.header] == [
        "Mode",
        "Freight",
        "Source of the count",
    ]
    assert isinstance(plain_table.cells[0][1][0], FigureUse)
    split = small.tables["split_table"]
    assert split.figures == ("freight_sea", "freight_rail", "freight_road")
    assert [name for name, _ in split.columns][-1] == "confidence"
    ferries = small.tables["passengers"]
    assert (ferries.data, ferries.source) == ("passengers", ("statistics",))
    assert [(name, plain(text)) for name, text in ferries.columns] == [
        ("year", "Year"),
        ("passengers", "Passengers, thousands"),
    ]
    assert small.tables["freight"].data == "freight"


def test_a_slide_has_headline_points_and_notes(small: Content) -> None:
    first, second = small.sections[0].slides
    assert plain(first.title) == "The sea carries most of the freight"
    assert first.claim == "sea_carries_most"
    assert [type(block) for block in first.blocks] == [ItemList, ChartUse]
    assert len(first.notes) == 1
    assert second.figures == ("quay_cost", "berths", "quay_opens")
    assert small.sections[1].slides[0].layout == "chart"


def test_a_list_holds_lists(small: Content) -> None:
    bullets, steps = [b for b in small.sections[0].blocks if isinstance(b, ItemList)]
    below = bullets.items[0].below[0]
    assert [plain(item.text) for item in below.items] == ["timber", "grain"]
    assert (bullets.ordered, steps.ordered) == (False, True)


def test_a_chart_states_what_it_draws(small: Content) -> None:
    bar, line = small.charts.values()
    assert (bar.kind, bar.order, bar.highlight) == ("bar", "descending", ("freight_sea",))
    assert {key: plain(words) for key, words in bar.labels}["freight_sea"] == "Sea"
    assert (line.table, line.x, line.y) == ("passengers", "year", ("passengers",))
    assert line.axis.max == Decimal(400)


def test_a_data_file_is_cells_as_written(small: Content) -> None:
    table = small.data["freight"]
    assert table.columns == ("mode", "thousand_tonnes")
    assert table.rows[1] == ("Rail", "310")
    assert table.lines == (2, 3, 4)
