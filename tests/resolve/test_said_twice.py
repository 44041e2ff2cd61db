"""Units and words of time typed behind a figure that prints them itself, and words before a
reference that prints them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from builder.content import read_content
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.reading import write

CASES = YAML(typ="safe").load(
    (Path(__file__).parents[1] / "cases" / "said-twice.yaml").read_text("utf-8")
)
REFERRED = YAML(typ="safe").load(
    (Path(__file__).parents[1] / "cases" / "references-said-twice.yaml").read_text("utf-8")
)
FIGURES = """
share: {label: Share, value: 12, unit: "%", source: s}
ships: {label: Ships, value: 400, unit: ships, source: s}
begun: {label: Begun, value: 2022-05-16, source: s}
since: {label: Since, value: 2022-05, source: s}
cost: {label: Cost, value: 2.4, unit: EUR mn, source: s}
"""


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [(language, text, said) for language, cases in CASES.items() for text, said in cases],
)
def test_what_a_figure_prints_is_told_of_where_it_is_typed_again(
    language: str, text: str, said: str | None, tmp_path: Path
) -> None:
    head = f"title: T\nslug: a\nlanguage: {language}\ndate: 2026-03\nsections: [one]\n"
    used = "{{ share }} {{ ships }} {{ begun }} {{ since }} {{ cost }}"
    files = {
        "briefing.yaml": head,
        "figures.yaml": FIGURES,
        "sources.yaml": "s: {title: S}\n",
        "sections/one.md": f"# Ships\n\n{text}\n\n{used}\n",
    }
    write(tmp_path, files)
    problems = Problems()
    content = read_content(tmp_path, problems)
    assert content is not None
    resolve(content, problems)
    twice = [problem for problem in problems.found if " is said twice: " in problem.found]
    assert [problem.found.split('"')[1] for problem in twice] == [said] * (said is not None)
    assert all(f'take out "{said}"' in problem.hint for problem in twice)
    assert all(problem.place.column == text.rindex(str(said)) + 1 for problem in twice)


@pytest.mark.parametrize("language", REFERRED)
def test_the_word_that_a_reference_prints_is_told_of_where_it_is_typed_before_it(
    language: str, tmp_path: Path
) -> None:
    texts = [text for text, _ in REFERRED[language]]
    body = "\n\n".join(texts)
    shown = ":::{chart} ships\n:::\n\n:::{table} ships\n:::\n\n$$\na = b\n$$ {#eq-rule}\n"
    chart = "ships: {title: Ships, kind: bar, table: ships, x: port, y: [boats], source: s}\n"
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {language}\ndate: 2026-03\n"
        "sections: [one]\n",
        "charts.yaml": chart,
        "data/ships.csv": "port,boats\nKyiv,4\nLviv,6\n",
        "sources.yaml": "s: {title: S}\n",
        "sections/one.md": f"# Ships\n\n{body}\n\n{shown}",
    }
    problems = Problems()
    content = read_content(write(tmp_path, files), problems)
    assert content is not None
    resolve(content, problems)
    assert not problems.errors
    twice = [problem for problem in problems.found if " is said twice: @" in problem.found]
    told = {each.place.line: each.found.split('"')[1] for each in twice}
    assert told == {3 + 2 * at: said for at, (_, said) in enumerate(REFERRED[language]) if said}
    for each in twice:
        said = each.found.split('"')[1]
        assert f"{said} [-@" in each.hint
        assert each.place.column == texts[(each.place.line - 3) // 2].index(said) + 1
