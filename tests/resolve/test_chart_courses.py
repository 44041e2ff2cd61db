"""Words over a chart are held to its one series: what rises throughout does not fall."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from builder.content import read_content
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.reading import write

CASES: dict[str, list[tuple[str, str, str, str | None]]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "chart-courses.yaml").read_text("utf-8")
)
NUMBERS = {
    "rises": (3, 5, 8, 9),
    "falls": (9, 8, 5, 3),
    "neither": (3, 8, 5, 4),
    "wavers": (3, 8, 5, 9),
}


def told(folder: Path, language: str, column: str, goes: str, chart: str) -> list[str]:
    rows = "".join(f"{2020 + at},{number}\n" for at, number in enumerate(NUMBERS[goes]))
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {language}\ndate: 2026\nsections: [one]\n",
        "figures.yaml": "a: {label: A, value: 5, source: s}\n",
        "sources.yaml": "s: {title: S}\n",
        "claims.yaml": "c: {says: It is, holds: a > 1}\n",
        "data/t.csv": f"year,{column}\n{rows}",
        "charts.yaml": f"c: {{kind: line, table: t, x: year, y: {column}, source: [s], {chart}}}\n",
        "sections/one.md": "# One\n\n:::{chart} c\n:::\n\n[It is]{claim=c} {{ a }}.\n",
    }
    problems = Problems()
    content = read_content(write(folder, files), problems)
    assert content is not None
    resolve(content, problems)
    assert not problems.errors
    return [
        each.found.split('"')[1] for each in problems.warnings if "is not what the" in each.found
    ]


@pytest.mark.parametrize(
    ("language", "column", "goes", "title", "said"),
    [(language, *case) for language, cases in CASES.items() for case in cases],
)
def test_a_title_says_no_other_way_than_the_one_series_under_it(
    language: str, column: str, goes: str, title: str, said: str | None, tmp_path: Path
) -> None:
    chart = f'claim: c, title: "{title}"'
    assert told(tmp_path, language, column, goes, chart) == ([said] if said else [])


@pytest.mark.parametrize("place", ["takeaway", "alt"])
def test_so_does_no_takeaway_and_no_alternative_text(place: str, tmp_path: Path) -> None:
    chart = f'title: Costs by year, {place}: "Costs fall"'
    assert told(tmp_path, "en", "Costs", "rises", chart) == ["fall"]
