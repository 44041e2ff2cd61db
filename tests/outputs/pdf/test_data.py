"""The data that travels with the paper, taken out of the finished file again."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pikepdf

from builder.model import blocks
from builder.model.table import Column, ResolvedTable
from builder.model.text import Owner, Run
from builder.outputs.pdf.plan.data import plotted
from tests.outputs.pdf import making
from tests.outputs.pdf.conftest import Written, write
from tests.resolve.making import chart, table

LEDGER = "paperdeck-ledger.json"


def rows(pdf: pikepdf.Pdf, name: str, separator: str = ",") -> list[list[str]]:
    """The rows of an attached CSV file."""
    text = pdf.attachments[name].get_file().read_bytes().decode("utf-8-sig")
    return list(csv.reader(text.splitlines(), delimiter=separator))


def test_figures_charts_and_tables_ride_along_named_and_described(paper: Written) -> None:
    with pikepdf.open(paper.path) as pdf:
        described = {name: file.description for name, file in pdf.attachments.items()}
    assert described == {
        LEDGER: "Every figure that this paper prints, with its page",
        "figures.json": "Register of figures",
        "figures.csv": "Register of figures",
        "chart-journeys_chart.csv": ("Data of Figure 1: The mainland sells twice as many journeys"),
        "table-short.csv": "Data of Table 1: Stations and their journeys",
        "table-stations.csv": "Data of Table 2: Every station",
    }


def test_every_file_says_how_it_stands_to_the_paper_and_of_when_it_is(paper: Written) -> None:
    with pikepdf.open(paper.path) as pdf:
        associated = {str(spec.UF): str(spec.AFRelationship) for spec in pdf.Root.AF}
        assert set(associated) == set(pdf.attachments)
        for spec in pdf.Root.AF:
            held = spec.EF.F
            assert str(held.Subtype) in ("/text/csv", "/application/json")
            assert str(held.Params.ModDate) == "D:20240601000000Z"
            assert int(held.Params.Size) == len(held.read_bytes())
    assert associated["figures.json"] == "/Source"
    assert associated["table-short.csv"] == "/Data"
    assert associated[LEDGER] == "/Supplement"


def test_charts_and_tables_know_their_own_data(paper: Written) -> None:
    with pikepdf.open(paper.path) as pdf:
        own = [
            (str(held.S), str(held.AF[0].UF))
            for held in pdf.objects
            if isinstance(held, pikepdf.Dictionary) and "/S" in held and "/AF" in held
        ]
    assert sorted(own) == [
        ("/Figure", "chart-journeys_chart.csv"),
        ("/Table", "table-short.csv"),
        ("/Table", "table-stations.csv"),
    ]


def test_a_figure_keeps_its_hedge_beside_its_value(paper: Written) -> None:
    with pikepdf.open(paper.path) as pdf:
        states = json.loads(pdf.attachments["figures.json"].get_file().read_bytes())
        listed = rows(pdf, "figures.csv")
    journeys = next(state for state in states if state["id"] == "journeys")
    assert journeys["hedge"] == "at least"
    assert journeys["printed"] == "at least 41,200 journeys"
    assert journeys["sources"] == ["Survey of the island's railway"]
    assert [row[0] for row in listed[1:]] == [state["id"] for state in states]
    assert listed[1][3] == "at least 41,200 journeys"


def test_what_a_chart_plots_stands_beside_what_it_prints(paper: Written) -> None:
    with pikepdf.open(paper.path) as pdf:
        assert rows(pdf, "chart-journeys_chart.csv") == [
            ["Category", "Series", "Journeys in a year", "as printed"],
            ["Island", "Journeys", "0", "≥41,200"],
            ["Mainland", "Journeys", "1", "90,500"],
        ]


def test_numbers_of_tables_stand_as_spreadsheets_of_the_country_read_them(tmp_path: Path) -> None:
    columns = (Column(making.says("Ort")), Column(making.says("Fahrten"), "right"))
    printed = (("Nord", "1.234,5"), ("Süd", "\u221212"))
    body = tuple(
        (making.says(place), (Run(number, owner=Owner("cell", f"orte!{place}/fahrten")),))
        for place, number in printed
    )
    table = ResolvedTable("orte", making.says("Orte"), columns, body)
    section = making.section("eins", "Eins", blocks.TableUse("orte", making.HERE))
    briefing = making.briefing(section, tables=[table], language="de")
    paper = write(briefing, tmp_path / "de.pdf")
    with pikepdf.open(paper.path) as pdf:
        assert pdf.attachments["table-orte.csv"].get_file().read_bytes()[:3] == b"\xef\xbb\xbf"
        assert rows(pdf, "table-orte.csv", ";")[1:] == [["Nord", "1234,5"], ["Süd", "-12"]]
        assert pdf.attachments["table-orte.csv"].description == "Daten zu Tabelle 1: Orte"


def test_amounts_of_a_chain_are_headed_with_their_unit() -> None:
    flows = table("t", "from,to,cost\nRegion,Board,4.5\nBoard,Buses,4.5\n")
    keys = {"table": "t", "x": "from", "series": "to", "y": ("cost",), "data": (flows,)}
    heads, _ = plotted(chart("chain", unit="EUR million", **keys))  # type: ignore[arg-type]
    assert heads == ("From", "To", "Amount (€m)", "as printed")
