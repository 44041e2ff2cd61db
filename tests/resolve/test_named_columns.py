"""Columns called "Length, km" or "Fare, EUR/km", in options that part names by such signs."""

from __future__ import annotations

import pytest

from builder.model.arranging import Arrangement, CellNote, NamedLine, Order, Spanned, View
from builder.problems import Place
from builder.resolve.tables.named_columns import whole_names

HERE = Place("sections/one.md", 3, 5)
NAMES = ("town", "length, km", "fare", "fare, EUR/km", "a,b")


def named(*names: str) -> tuple[NamedLine, ...]:
    return tuple(NamedLine(name, HERE) for name in names)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (["length", "km"], ["length, km"]),
        (["fare", "length", "km"], ["fare", "length, km"]),
        (["fare", "EUR/km", "fare"], ["fare, EUR/km", "fare"]),
        (["a", "b", "town"], ["a,b", "town"]),
        (["length", "miles"], ["length", "miles"]),
        (["km", "length"], ["km", "length"]),
    ],
)
def test_what_commas_parted_is_one_column_where_the_table_has_it(
    written: list[str], meant: list[str]
) -> None:
    asked = Arrangement(
        sums=named(*written), heat=named(*written), spans=(Spanned((), named(*written)),)
    )

    found, _ = whole_names(asked, View(), NAMES)

    for columns in (found.sums, found.heat, found.spans[0].columns):
        assert [column.name for column in columns] == meant


def test_a_column_with_a_comma_is_sorted_the_way_that_its_end_says() -> None:
    length, km = named("length", "km")
    view = View(sort=(Order(length), Order(km, down=True), Order(NamedLine("town", HERE))))

    _, found = whole_names(Arrangement(), view, NAMES)

    assert found.sort is not None
    assert [(each.column.name, each.down) for each in found.sort] == [
        ("length, km", True),
        ("town", False),
    ]


def test_a_note_to_a_cell_knows_a_column_that_holds_a_slash() -> None:
    note = CellNote("North/South/fare, EUR", NamedLine("km", HERE), ())

    found, _ = whole_names(Arrangement(notes=(note,)), View(), NAMES)

    assert [(each.row, each.column.name) for each in found.notes] == [
        ("North/South", "fare, EUR/km")
    ]
