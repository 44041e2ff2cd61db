"""Totals that nobody declared, far from what their parts come to; right lists are not accused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.content import read_content
from builder.language.language import module_of
from builder.model.arranging import Arrangement, CellNote, NamedLine
from builder.model.table import DataTable, TableSpec
from builder.problems import Place, Problems
from builder.resolve import resolve
from tests.content.reading import write
from tests.resolve.making import chart_spec, complaints, content, table, words

FILE = Path(__file__).parents[1] / "cases" / "far-totals.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))
RIGHT_FILE = FILE.with_name("official-tables.yaml")
RIGHT: list[dict[str, Any]] = yaml.safe_load(RIGHT_FILE.read_text("utf-8"))


def said_of(case: dict[str, Any]) -> list[str]:
    """Return what is said of the totals of a case."""
    header, *rows = [tuple(line.split(";")) for line in case["table"].splitlines()]
    lines = tuple(range(2, len(rows) + 2))
    held = DataTable("t", header, tuple(rows), lines, Place("data/t.csv", 1, 1))
    shown = TableSpec(
        "shown",
        words(case.get("caption", "")),
        data="t",
        note=words(case["note"]) if "note" in case else (),
        place=Place("sections/one.md", 3, 1),
    )
    tables = (shown,) if "caption" in case else ()
    found = complaints(content(data=(held,), language=case["language"], tables=tables))
    return [each for each in found if " come to " in each]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["table"].replace("\n", "/"))
def test_totals_that_no_such_parts_have_are_told_of_and_others_are_not(
    case: dict[str, Any],
) -> None:
    found = said_of(case)
    assert len(found) == len(case["says"]), found
    for said, expected in zip(sorted(found), sorted(case["says"]), strict=True):
        assert expected in said.replace("\u202f", " ").replace("\xa0", " ")
        assert said.startswith("data/t.csv:")


@pytest.mark.parametrize("case", RIGHT, ids=lambda case: case["caption"])
def test_right_tables_of_statistical_offices_are_not_accused(case: dict[str, Any]) -> None:
    assert said_of(case) == []


NAMES = {"en-GB": "Total", "de": "Insgesamt", "fr": "Ensemble", "uk": "Усього"}


@pytest.mark.parametrize("language", NAMES)
def test_words_that_the_message_names_say_why_a_total_is_right(language: str) -> None:
    name = NAMES[language]
    some, overlap, within = module_of(language, "sums").SAYING
    more, less = (f"X;Z\nOra;300\nEba;120\nIdo;50\n{name};{total}" for total in (9000, 431))
    for rows, way in ((more, some), (less, overlap)):
        case = {"language": language, "table": rows, "caption": "Z"}
        (said,) = said_of(case)
        assert f'"{way}"' in said
        assert said_of({**case, "note": f"{way}."}) == []
    (said,) = said_of({"language": language, "table": less, "caption": "Z"})
    assert f'"{within}"' in said
    rows = less.replace("Ido", f"{within} Ido")
    assert said_of({"language": language, "table": rows, "caption": "Z"}) == []


@pytest.mark.parametrize(
    ("subtitle", "caption", "note", "told"),
    [
        ("Visits", "Visits", "", 1),
        ("Visits to selected museums", "", "", 0),  # whoever sees the chart sees the reason
        ("Visits to selected museums", "Visits", "", 1),
        ("Visits", "Visits to selected museums", "", 0),
        ("Visits", "Visits", "visits", 0),
        ("Visits", "Visits", "place", 0),
        ("Visits", "Visits", "town", 1),
    ],
)
def test_an_excuse_excuses_what_it_stands_at(
    subtitle: str, caption: str, note: str, told: int
) -> None:
    """That a chart shows some museums does not say why the total of a table is wrong."""
    at = Place("sections/one.md", 3, 1)
    data = table("t", "place,visits,town\nOra,300,A\nEba,120,B\nIdo,50,C\nTotal,9000,")
    drawn = chart_spec(
        "bar", title=words("T"), subtitle=words(subtitle), table="t", x="place", y=("visits",),
        without=("Total",) if caption else (), source=("survey",),
    )  # fmt: skip
    notes = (CellNote("", NamedLine(note, at), words("Selected.")),) if note else ()
    shown = TableSpec(
        "shown", words(caption), data="t", place=at, arrangement=Arrangement(notes=notes)
    )
    made = content(data=(data,), charts=(drawn,), tables=(shown,) if caption else ())
    assert len([each for each in complaints(made) if " come to 470" in each]) == told


@pytest.mark.parametrize("subtitle", ["Tonnes", "Tonnes; the share of landfill is not shown"])
def test_words_for_means_do_not_excuse_columns_that_add_up_elsewhere(subtitle: str) -> None:
    rows = ("2019,16200,1050,15150", "2020,15900,1180,14720", "2021,15400,1460,14940")
    data = table("t", "\n".join(["year,total,sorted,landfill", *rows]))
    drawn = chart_spec(
        "line", title=words("T"), subtitle=words(subtitle), table="t", x="year",
        y=("total", "sorted"), source=("survey",),
    )  # fmt: skip
    (said,) = complaints(content(data=(data,), charts=(drawn,)))
    assert '"2021"' in said
    assert "come to 16,400" in said


FIGURES = """\
a: {label: Ora, value: 300, unit: visits, source: s}
b: {label: Eba, value: 120, unit: visits, source: s}
c: {label: Total, value: TOTAL, unit: visits, source: s}
"""
CELLS = "| Place | 2024 |\n|---|---|\n| Ora | {{ a }} |\n| Eba | {{ b }} |\n| Total | {{ c }} |"
LISTED = ":::{table} listed\n:figures: a, b, c\n:columns: label, figure\n:caption: Visits\n:::"


@pytest.mark.parametrize("total", ["42", "300", "350", "600", "42000"])
@pytest.mark.parametrize("table", [CELLS, LISTED])
@pytest.mark.parametrize(
    ("before", "told"), [("Visits.", True), ("The largest places.", False)], ids=["all", "some"]
)
def test_tables_of_cells_and_of_figures_are_held_as_data_files_are(
    total: str, table: str, before: str, told: bool, tmp_path: Path
) -> None:
    files = {
        "briefing.yaml": "title: T\nslug: a\nlanguage: en-GB\ndate: 2026\nsections: [one]\n",
        "figures.yaml": FIGURES.replace("TOTAL", total),
        "sources.yaml": "s: {title: A survey}\n",
        "sections/one.md": f"# One\n\n{before}\n\n{table.replace('Visits', before.strip('.'))}\n",
    }
    problems = Problems()
    read = read_content(write(tmp_path, files), problems)
    assert read is not None
    resolve(read, problems)
    assert not problems.errors
    found = [each for each in problems.warnings if " come to 420" in each.found]
    assert len(found) == (told or total not in ("600", "42000"))
