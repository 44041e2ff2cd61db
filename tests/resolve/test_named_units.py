"""Units that titles, subtitles, captions and heads name, held to the numbers under them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.content import read_content
from builder.problems import Problem, Problems
from builder.resolve import resolve
from tests.content.reading import write

FILE = Path(__file__).parents[1] / "cases" / "named-units.yaml"
LINES: dict[str, list[list[str]]] = yaml.safe_load(FILE.read_text("utf-8"))
PLACES: list[dict[str, Any]] = yaml.safe_load(
    (FILE.parent / "named-units-places.yaml").read_text("utf-8")
)


def told(language: str, files: dict[str, str], folder: Path) -> list[Problem]:
    head = f"title: T\nslug: a\nlanguage: {language}\ndate: 2026-03\nsections: [one]\n"
    problems = Problems()
    held = {"briefing.yaml": head, "sources.yaml": "s: {title: S}\n", **files}
    content = read_content(write(folder, held), problems)
    assert content is not None
    resolve(content, problems)
    return [each for each in problems.found if "what it stands over is in" in each.found]


@pytest.mark.parametrize(
    ("language", "unit", "line", "said"),
    [(language, *case) for language, cases in LINES.items() for case in cases],
)
def test_a_line_names_the_unit_of_what_it_stands_over(
    language: str, unit: str, line: str, said: str | None, tmp_path: Path
) -> None:
    chart = f'kind: bar, title: T, subtitle: "{line}", table: t, x: a, y: b, unit: "{unit}"'
    files = {
        "figures.yaml": "",
        "data/t.csv": "a,b\nbelow 10,2\n10 and more,3\n",
        "charts.yaml": f"c: {{{chart}, source: [s]}}\n",
        "sections/one.md": "# One\n\n![](chart:c)\n",
    }
    found = told(language, files, tmp_path)
    assert [each.found.split('"')[3] for each in found] == ([said.lstrip("?")] if said else [])
    for each in found:
        assert each.severity == ("warning" if str(said).startswith("?") else "error")


FIGURES = """
share: {label: Share, value: 12, unit: "%", source: s}
cost: {label: Cost, value: 2.4, unit: EUR mn, source: s}
cost2: {label: Cost of 2023, value: 2.2, unit: EUR mn, source: s}
people: {label: People of 2023, value: 1200, unit: people, source: s}
people2: {label: People of 2024, value: 1300, unit: people, source: s}
kiel: {label: Kiel, cell: {table: t, row: {a: Kiel}, column: b}, unit: EUR mn, source: s}
"""


@pytest.mark.parametrize("case", PLACES, ids=lambda case: str(case["name"]))
def test_every_head_is_held_to_what_stands_under_it(case: dict[str, Any], tmp_path: Path) -> None:
    used = " ".join(f"{{{{ {name} }}}}" for name in ("share", "cost", "cost2", "kiel"))
    files = {
        "figures.yaml": FIGURES,
        "data/t.csv": "a,b,d\nKiel,2,40\nRiga,3,60\n",
        "data/w.csv": "a,b,d\nKiel,2,40\nRiga,3,60\n",
        "data/u.csv": 'a,"Way, m",Cost\nKiel,200,1\nRiga,300,4\n',
        "charts.yaml": case.get("charts", "") + "\n",
        "sections/one.md": f"# One\n\n{used}\n\n{case['section']}\n",
    }
    found = told("en", files, tmp_path)
    said = [
        f"{re.split(' of the (?:chart|table) ', each.found)[0]}: {each.found.split(chr(34))[3]}"
        for each in found
    ]
    assert said == case["told"]
