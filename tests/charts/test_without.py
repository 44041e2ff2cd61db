"""Rows that a chart leaves out, of every kind drawn from a table; totals among their parts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.charts.registry import kind_of
from builder.model.chart import ResolvedChart
from builder.model.table import DataTable
from tests.resolve.making import chart, chart_spec, complaints, content, table, words

PORTS = "port,sea,rail,share\nTotal,15,12,100\nKiel,5,4,33\nRiga,4,5,27\nTallinn,6,3,40\n"
LONG = "port,way,value\nTotal,Sea,9\nTotal,Rail,6\nKiel,Sea,5\nKiel,Rail,2\nRiga,Sea,4\n"
RAW = "ship,wait\nTotal,21\nA,1\nB,2\nC,3\nD,4\nE,5\nF,6\n"
YEARS = "year,sea,rail\nTotal,14,15\n2021,5,4\n2022,4,5\n2023,5,6\n"
WORKS = "work,from,to\nTotal,2021,2025\nQuay,2021,2022\nCrane,2023,2025\n"
TRADE = "giver,to,tonnes\nTotal,All,9\nKiel,Riga,5\nKiel,Tallinn,4\n"
LANDS = "port,sea\nTotal,9\nLatvia,5\nEstonia,4\n"
TWO = {"x": "port", "y": ("sea", "rail")}
ONE = {"x": "port", "y": ("sea",)}
IN_TIME = {"x": "year", "y": ("sea", "rail")}
DRAWN: dict[str, tuple[str, dict[str, object]]] = {
    **dict.fromkeys(("bar", "column", "doughnut", "waterfall"), (PORTS, ONE)),
    **dict.fromkeys(("grouped", "stacked", "stacked_bar", "percent_bar"), (PORTS, TWO)),
    **dict.fromkeys(("butterfly", "dot_plot", "dumbbell", "heat_map"), (PORTS, TWO)),
    **dict.fromkeys(("line", "area", "column_line", "multiples"), (YEARS, IN_TIME)),
    "range": (PORTS, {"x": "port", "y": ("rail", "share")}),
    "marimekko": (PORTS, {**TWO, "width": ("share",)}),
    "scatter": (PORTS, {"x": "sea", "y": ("rail",), "label": "port"}),
    "bubble": (PORTS, {"x": "sea", "y": ("rail",), "size": "share", "label": "port"}),
    "histogram": (RAW, {"y": ("wait",)}),
    "box": (RAW, {"y": ("wait",)}),
    "slope": ("year,sea\nTotal,9\n2021,5\n2022,4\n", {"x": "year", "y": ("sea",)}),
    "gantt": (WORKS, {"x": "work", "y": ("from", "to")}),
    "chain": (TRADE, {"x": "giver", "series": "to", "y": ("tonnes",)}),
    "map": (LANDS, ONE),
}


def without_the_first(held: str) -> str:
    head, *rows = held.splitlines()
    return "\n".join([head, *(row for row in rows if not row.startswith("Total")), ""])


def bare(made: ResolvedChart) -> str:
    """Return all that a chart says, but for the numbers of its table's rows."""
    found = repr(made)
    for number in range(1, 9):
        found = found.replace(f"held!{number}/", "held!/")
    return found


def made(kind: str, data: DataTable, keys: dict[str, object]) -> ResolvedChart:
    return chart(kind, data=(data,), table="held", **keys)


@pytest.mark.parametrize("kind", DRAWN)
def test_a_row_left_out_is_as_if_the_table_had_it_not(kind: str) -> None:
    held, keys = DRAWN[kind]
    left = made(kind, table("held", held), {**keys, "without": ("Total",)})
    short = made(kind, table("held", without_the_first(held)), keys)
    assert bare(left) == bare(short)


def test_rows_of_a_long_table_are_left_out_by_either_name() -> None:
    keys = {"x": "port", "series": "way", "y": ("value",)}
    left = made("grouped", table("held", LONG), {**keys, "without": ("Total", "Rail")})
    assert [name.text for name in left.categories] == ["Kiel", "Riga"]
    assert [series.name.text for series in left.series] == ["Sea"]


def test_a_cell_of_a_chart_without_rows_is_still_the_tables() -> None:
    left = made("bar", table("held", PORTS), {**ONE, "without": ("Total", "Kiel")})
    owners = [datum.label.owner for datum in left.series[0].data]
    assert [owner and owner.id for owner in owners] == ["held!3/sea", "held!4/sea"]


def warned(kind: str, held: str, **keys: object) -> list[str]:
    """Return what is told of totals."""
    keys = {"title": words("The finding"), "source": ("survey",), "table": "held", **keys}
    spec = chart_spec(kind, **keys)
    told = complaints(content(charts=(spec,), data=(table("held", held),)))
    return [each for each in told if "beside its parts" in each]


LAST = "port,sea\nKiel,5\nRiga,4\nTotal (t),9\n"
MEAN = "port,sea\nKiel,5\nRiga,3\nAll,4\n"


@pytest.mark.parametrize("kind", DRAWN)
def test_a_total_beside_its_parts_is_warned_of_where_it_reads_as_one_of_them(kind: str) -> None:
    held, keys = DRAWN[kind]
    quiet = kind_of(kind).holds_totals or kind_of(kind).in_shares or kind == "gantt"
    assert len(warned(kind, held, **keys)) == (not quiet)
    assert not warned(kind, held, **keys, without=("Total",))


def test_the_warning_names_the_key() -> None:
    assert warned("bar", LAST, **ONE) == [
        'charts.yaml:1:1: warning: chart "one" draws "Total (t)" of "held" beside its parts\n'
        "  leave it out by `without: Total (t)`, or name it by `highlight` where it is meant to be "
        "compared with them"
    ]


def test_a_total_is_known_by_its_number_whatever_it_is_called() -> None:
    held = "port,sea\nKiel,5\nRiga,4\nTallinn,3\nThe whole coast,12\n"
    (found,) = warned("column", held, **ONE)
    assert "`without: The whole coast`" in found
    assert not warned("column", held.replace("12", "11"), **ONE)
    years = held.replace("The whole coast", "2024").replace("Kiel", "2021")
    assert not warned("column", years, **ONE)


def test_a_total_without_values_is_told_of_for_its_empty_place() -> None:
    held = "port,sea,rail\nKiel,5,2\nRiga,4,1\nTallinn,3,10\nThe whole coast,,13\n"
    spec = chart_spec("bar", title=words("The finding"), source=("survey",), table="held", **ONE)
    told = complaints(content(charts=(spec,), data=(table("held", held),)))
    assert any('keeps a place for "The whole coast" of "held"' in each for each in told)


def test_a_mean_a_highlighted_total_and_one_of_a_single_part_are_not_warned_of() -> None:
    assert not warned("bar", MEAN, **ONE)
    assert not warned("bar", LAST, **ONE, highlight=("Total (t)",))
    assert not warned("bar", "port,sea\nKiel,5\nTotal,5\n", **ONE)


def test_totals_are_known_in_the_language_of_the_briefing() -> None:
    spec = chart_spec("bar", title=words("Der Befund"), source=("survey",), table="held", **ONE)
    rows = "port,sea\nKiel,5\nRiga,4\nInsgesamt,9\n"
    made = content(charts=(replace(spec),), data=(table("held", rows),), language="de")
    assert any("`without: Insgesamt`" in each for each in complaints(made))
