"""Labels and heads that are the name of another column, category or figure beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.model.blocks import Section, TableUse
from builder.model.table import TableSpec
from tests.resolve.making import chart_spec, complaints, content, figure, place, table, words

FILE = Path(__file__).parents[1] / "cases" / "borrowed-names.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))
HELD = table(
    "t",
    (
        "town,cost,fee,cost_real,note,works 2015,works 2025,hall Kiel,hall Riga,"
        "Sales (t),Worth (EUR mn)\n"
        "Kiel,84,20,30,A,4,5,1,2,6,7\nRiga,184,30,20,B,6,7,3,4,7,8\n"
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_called_by_the_name_of_another_is_told_of(case: dict[str, Any]) -> None:
    if "table" in case:
        heads = tuple((name, words(head)) for name, head in case["table"].items())
        shown = TableSpec("shown", words("T"), data="t", columns=heads, place=place())
        section = Section("one", words("One"), (TableUse("shown", place()),), (), (), place())
        made = content(data=(HELD,), tables=(shown,), sections=(section,))
    else:
        spec = chart_spec(
            case["chart"], title=words("T"), table="t", x="town", y=tuple(case["y"]),
            labels=tuple((name, words(label)) for name, label in case["labels"].items()),
            source=("survey",),
        )  # fmt: skip
        made = content(data=(HELD,), charts=(spec,))
    found = [each for each in complaints(made) if "the name of another one" in each]
    assert [each.split('"')[3] for each in found] == case["told"]


@pytest.mark.parametrize(("labels", "told"), [(("B", "A"), 2), (("A in all", "B"), 0)])
def test_figures_of_a_chart_are_held_by_their_labels(labels: tuple[str, str], told: int) -> None:
    spec = chart_spec(
        "bar", title=words("T"), figures=("a", "b"),
        labels=tuple(zip("ab", map(words, labels), strict=True)),
    )  # fmt: skip
    made = content(figure("a", "3"), figure("b", "5"), charts=(spec,))
    assert len([each for each in complaints(made) if "the name of another one" in each]) == told


@pytest.mark.parametrize(
    ("language", "title", "told"),
    [
        ("en", "Fee", True),
        ("en", "Fee by town", True),
        ("de", "Fee nach Orten", True),
        ("fr", "Fee par ville", True),
        ("uk", "Fee за містами", True),
        ("en", "Fees by town", False),
        ("en", "Fee is rising", False),
        ("en", "Fee by town, with its cost", False),
        ("en", "Cost by town", False),
        ("en", "Town", False),
    ],
)
def test_a_title_that_is_the_name_of_a_column_which_its_chart_does_not_draw_is_told(
    language: str, title: str, told: bool
) -> None:
    spec = chart_spec("bar", title=words(title), table="t", x="town", y=("cost",), source=("s",))
    made = content(data=(HELD,), charts=(spec,), language=language)
    assert any("that it does not draw" in each for each in complaints(made)) is told
