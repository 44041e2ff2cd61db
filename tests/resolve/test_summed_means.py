"""Columns of means and rates, which nobody adds up."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from builder.content import read_content
from builder.model.arranging import Arrangement, NamedLine
from builder.model.blocks import Section, TableUse
from builder.model.table import DataTable, TableSpec
from builder.problems import Place, Problems
from builder.resolve import resolve
from tests.content.reading import write
from tests.resolve.making import complaints, content, words

FILE = Path(__file__).parents[1] / "cases" / "summed-means.yaml"
CASES: dict[str, list[tuple[str, str, str | None]]] = yaml.safe_load(FILE.read_text("utf-8"))
AT = Place("sections/one.md", 3, 1)


@pytest.mark.parametrize(
    ("language", "head", "cells", "said"),
    [(language, *case) for language, cases in CASES.items() for case in cases],
)
@pytest.mark.parametrize("renamed", [False, True])
def test_a_column_of_means_is_not_added_up(
    language: str, head: str, cells: str, said: str | None, renamed: bool
) -> None:
    name = "b" if renamed else head
    rows = tuple((f"R{at}", cell) for at, cell in enumerate(cells.split(",")))
    data = DataTable("t", ("a", name), rows, (2, 3), Place("data/t.csv", 1, 1))
    shown = TableSpec(
        "t", words("T"), data="t", columns=(("a", words("A")), (name, words(head))), place=AT,
        arrangement=Arrangement(sums=(NamedLine(name, AT),)),
    )  # fmt: skip
    section = Section("one", words("One"), (TableUse("t", AT),), (), (), AT)
    found = complaints(
        content(data=(data,), tables=(shown,), sections=(section,), language=language)
    )
    found = [each for each in found if "is added up, but holds" in each]
    assert [each.split('"')[5] for each in found] == ([said] if said else [])


def test_a_number_that_is_added_up_and_no_figure_prints_is_told_of_as_that(tmp_path: Path) -> None:
    rows = "| Town | Jobs |\n|---|---|\n| Wye | {{ a }} |\n| Hay | [231]{year} |\n"
    table = f":::{{table}} jobs\n:caption: Jobs\n:sums: Jobs\n\n{rows}:::\n"
    files = {
        "figures.yaml": "a: {label: A, value: 5, unit: jobs, source: s}\n",
        "sources.yaml": "s: {title: S}\n",
        "sections/one.md": f"# One\n\n{table}",
    }
    problems = Problems()
    content = read_content(write(tmp_path, files), problems)
    assert content is not None
    resolve(content, problems)
    assert any('holds "231", which no figure prints' in each.found for each in problems.errors)
