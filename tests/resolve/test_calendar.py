"""Which columns hold calendar years: by what is done with them, what they are called, and their
numbers.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from builder.model.annotation import AnnotationSpec
from builder.model.arranging import Arrangement, NamedLine
from builder.model.blocks import Section, TableUse
from builder.model.figure import CellRef, Figure
from builder.model.table import TableSpec
from builder.model.text import FigureUse, plain
from builder.problems import Place
from tests.resolve.making import chart_spec, complaints, content, resolved, table, words

CASES: Final = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "heads-of-years.toml").read_text("utf-8")
)
HEADS: Final = [
    (tag, kind, head)
    for tag, kinds in CASES.items()
    for kind, heads in kinds.items()
    for head in heads
]
DATA: Final = "place,x_1\nUlm,2023\nRom,2030"
HERE: Final = Place("sections/one.md", 3, 5)
COLUMN: Final = (NamedLine("x_1", HERE),)


SIX: Final = "place,x_1\n" + "\n".join(f"P{at},{1990 + 5 * at}" for at in range(6))


def printed(
    text: str = DATA,
    *figures: Figure,
    language: str = "en-GB",
    head: str = "",
    chart: dict[str, Any] | None = None,
    **keys: Any,
) -> tuple[str, str]:
    """Return how the first cell of the second column is printed by a table and by a chart."""
    first, column = text.split("\n", 1)[0].split(",")[:2]
    columns = ((first, words("Place")), (column, words(head))) if head else ()
    spec = TableSpec("t", words("T"), data="held", columns=columns, place=HERE, **keys)
    stated = {"x": first, "y": (column,), "table": "held", "source": ("survey",)} | (chart or {})
    one = chart_spec(stated.pop("kind", "dot_plot"), title=words("Found"), **stated)
    section = Section("one", words("One"), (TableUse("t", HERE),), (), (), HERE)
    made = resolved(
        content(
            *figures,
            charts=(one,),
            data=(table("held", text),),
            tables=(spec,),
            sections=(section,),
            language=language,
        )
    )
    drawn = made.charts["one"]
    data = drawn.series[0].data if drawn.series else [point.y for point in drawn.points]
    return plain(made.tables["t"].rows[0][1]), data[0].label.text


def grouped(text: str) -> bool:
    """Say whether a number has a sign between its thousands; no other text is one."""
    assert re.fullmatch(r"\d\D?\d{3}", text), text
    return len(text) > len("2023")


@pytest.mark.parametrize(("tag", "kind", "head"), HEADS)
def test_a_head_says_that_years_stand_below_it_or_that_something_is_counted(
    tag: str, kind: str, head: str
) -> None:
    cell, label = printed(language=tag, head=head)
    assert grouped(cell) == grouped(label) == (kind == "counts")


@pytest.mark.parametrize(("tag", "kind", "head"), HEADS)
def test_the_columns_own_name_says_so_where_no_head_does(tag: str, kind: str, head: str) -> None:
    if "," in head:
        return
    cell, label = printed(DATA.replace("x_1", head), language=tag)
    assert grouped(cell) == grouped(label) == (kind == "counts")


@pytest.mark.parametrize(
    ("keys", "head"),
    [
        ({"arrangement": Arrangement(sums=COLUMN)}, "From"),
        ({"arrangement": Arrangement(bars=COLUMN)}, "From"),
        ({"chart": {"unit": "km"}}, "From"),
        ({"chart": {"kind": "stacked"}}, "From"),
        ({"chart": {"kind": "waterfall"}}, "From"),
    ],
)
def test_what_is_added_up_or_has_a_unit_counts_whatever_heads_it(
    keys: dict[str, Any], head: str
) -> None:
    assert grouped(printed(head=head, **keys)[0])


@pytest.mark.parametrize(("unit", "counts"), [("boats", True), ("", False)])
def test_a_figure_that_is_bound_to_a_cell_says_what_its_column_is(unit: str, counts: bool) -> None:
    cell = CellRef("held", (("place", "Ulm"),), "x_1")
    bound = Figure("one", "One", cell=cell, unit=unit, source="survey", place=HERE)
    assert grouped(printed(DATA, bound)[0]) == counts


def test_a_figure_is_read_as_its_column_is_and_beyond_the_briefings_years() -> None:
    for head, said in (("Opened", "1893"), ("Books", "1,893")):
        cell = CellRef("held", (("place", "Ulm"),), "x_1")
        bound = Figure("one", "One", cell=cell, source="survey", place=HERE)
        spec = TableSpec("t", words("T"), data="held", columns=(("x_1", words(head)),), place=HERE)
        data = table("held", DATA.replace("2023", "1893"))
        made = resolved(content(bound, data=(data,), tables=(spec,)))
        assert plain(made.printed["one"]["full"]) == said


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (SIX, False),
        (SIX.replace("1995", "1832"), True),
        ("\n".join(SIX.split("\n")[:4]), True),
    ],
)
def test_many_rows_in_the_briefings_years_are_years_where_nothing_tells(
    text: str, counts: bool
) -> None:
    assert grouped(printed(text)[0]) == counts


@pytest.mark.parametrize(
    ("rows", "counts"), [("1995,1\n2001,2\n2016,3", False), ("2016,1\n2001,2\n2016,3", True)]
)
def test_a_first_column_that_orders_its_rows_is_one_of_years(rows: str, counts: bool) -> None:
    spec = chart_spec(
        "scatter", title=words("One"), table="held", x="a", y=("b",), source=("survey",)
    )
    made = resolved(content(charts=(spec,), data=(table("held", f"a,b\n{rows}"),)))
    axis = made.charts["one"].x_axis
    assert axis is not None
    assert any("," in tick.label.text for tick in axis.ticks) == counts


@pytest.mark.parametrize("language", ["en-GB", "de", "fr", "uk"])
def test_an_arrow_between_years_says_how_many_lie_between(language: str) -> None:
    arrow = AnnotationSpec("difference", names=("absolute",), start="Ulm", end="Rom", place=HERE)
    spec = chart_spec(
        "column", title=words("One"), table="held", x="place", y=("year",), source=("survey",),
        annotations=(arrow,), number_format="full",
    )  # fmt: skip
    data = table("held", DATA.replace("x_1", "year" if language == "en-GB" else "Jahr"))
    data = replace(data, columns=("place", "year"))
    heads = {"en-GB": "Year", "de": "Jahr", "fr": "Année", "uk": "Рік"}
    spec = replace(spec, labels=(("year", words(heads[language])),))
    made = resolved(content(charts=(spec,), data=(data,), language=language))
    (drawn,) = made.charts["one"].annotations.differences
    unit = {"en-GB": "years", "de": "Jahre", "fr": "ans", "uk": "років"}[language]
    assert plain(drawn.says).replace("\u00a0", " ") == f"+7 {unit}"


@pytest.mark.parametrize("measure", ["percent", "times", "cagr"])
def test_years_are_not_compared_otherwise(measure: str) -> None:
    arrow = AnnotationSpec("difference", names=(measure,), start="Ulm", end="Rom", place=HERE)
    spec = chart_spec(
        "column", title=words("One"), table="held", x="place", y=("year",), source=("survey",),
        annotations=(arrow,),
    )  # fmt: skip
    made = content(charts=(spec,), data=(table("held", DATA.replace("x_1", "year")),))
    assert any("between years of the calendar" in each for each in complaints(made))


ROWS: Final = "year,n\n2019,8\n2020,9\n2021,12"


@pytest.mark.parametrize(
    ("language", "label", "told"),
    [
        ("en", "Visits in 2019", True),
        ("en", "Visits 2019", True),
        ("en", "Visits in 2020", False),
        ("en", "Change in visits since 2019", False),
        ("en", "Visits after the reform of 2015", False),
        ("en", "Visits, 2019 to 2020", False),
        ("de", "Besuche 2019", True),
        ("de", "Besuche im Jahr 2019", True),
        ("de", "Zuwachs seit 2019", False),
        ("fr", "Visites en 2019", True),
        ("fr", "Hausse depuis 2019", False),
        ("uk", "Відвідини 2019 року", True),
        ("uk", "Приріст від 2019 року", False),
    ],
)
def test_a_label_names_the_year_of_its_row(language: str, label: str, told: bool) -> None:
    cell = CellRef("held", (("year", "2020"),), "n")
    stated = Figure("n", label, cell=cell, source="survey", place=HERE)
    text = words("It was "), FigureUse("n", (), HERE)
    made = content(stated, data=(table("held", ROWS),), language=language, text=(*text[0], text[1]))
    said = [each for each in complaints(made) if "bound to year 2020" in each]
    assert bool(said) is told
