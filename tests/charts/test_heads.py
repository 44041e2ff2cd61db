"""What a column is called in a chart: by the head that the briefing's tables print over it."""

from __future__ import annotations

import pytest

from builder.charts.resolving.context import heads_of
from builder.model.table import TableSpec
from builder.model.text import plain
from tests.resolve.making import chart_spec, content, resolved, table, words

DATA = "port,flaeche,ore_t\nKiel,5,6\nRiga,7,8\n"


def over(*heads: str) -> tuple[TableSpec, ...]:
    """Tables of the data with these heads over its second and third columns."""
    return tuple(
        TableSpec(
            str(number),
            words("T"),
            data="held",
            columns=(("flaeche", words(head)), ("ore_t", words(f"Ore {head}"))),
        )
        for number, head in enumerate(heads)
    )


def titles(tables: tuple[TableSpec, ...], columns: str = DATA, **keys: object) -> list[str]:
    """What the axes of a scatter are called."""
    spec = chart_spec(
        "scatter",
        title=words("The finding"),
        source=("survey",),
        table="held",
        x=columns.split(",")[1],
        y=(columns.split(",")[2].split()[0],),
        **keys,
    )
    made = resolved(content(charts=(spec,), data=(table("held", columns),), tables=tables))
    chart = made.charts["one"]
    assert chart.x_axis is not None
    assert chart.value_axis is not None
    return [plain(chart.x_axis.title), plain(chart.value_axis.title)]


def test_a_name_for_machines_gives_way_to_the_head_that_tables_print() -> None:
    assert titles(over("Area, km2")) == ["Area, km2", "Ore Area, km2"]


def test_the_words_of_the_chart_itself_go_before() -> None:
    stated = (("flaeche", words("Ground")),)
    assert titles(over("Area"), labels=stated)[0] == "Ground"


@pytest.mark.parametrize("heads", [(), ("Area", "Ground")])
def test_heads_that_differ_or_are_not_there_leave_the_columns_own_name(heads: tuple[str]) -> None:
    assert "flaeche" not in {column for _, column in heads_of(over(*heads))}


def test_a_name_in_words_stays_as_the_data_have_it() -> None:
    columns = DATA.replace("flaeche", "Area")
    held = TableSpec("t", words("T"), data="held", columns=(("Area", words("2024, km2")),))
    assert titles((held,), columns)[0] == "Area"
