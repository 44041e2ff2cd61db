"""A hedge in prose before a figure that prints its own is told of, in all languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from builder.content import read_content
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.reading import write

CASES = YAML(typ="safe").load(
    (Path(__file__).parents[1] / "cases" / "doubled-hedges.yaml").read_text("utf-8")
)
FIGURES = """
f: {label: Ships, value: 400, unit: ships, hedge: about, source: s}
plain: {label: Boats, value: 30, unit: boats, source: s}
"""


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [(language, text, said) for language, cases in CASES.items() for text, said in cases],
)
def test_a_hedge_is_told_of_where_it_is_said_twice(
    language: str, text: str, said: str | None, tmp_path: Path
) -> None:
    head = f"title: T\nslug: a\nlanguage: {language}\ndate: 2026-03\nsections: [one]\n"
    section = f"# Ships\n\n{text} {{{{ plain }}}} {{{{ f }}}}\n"
    files = {"briefing.yaml": head, "figures.yaml": FIGURES, "sources.yaml": "s: {title: S}\n"}
    write(tmp_path, {**files, "sections/one.md": section})
    problems = Problems()
    content = read_content(tmp_path, problems)
    assert content is not None
    resolve(content, problems)
    twice = [p for p in problems.found if p.found.startswith("the hedge is said twice")]
    assert len(twice) == (said is not None)
    if said is not None:
        (problem,) = twice
        assert problem.found.startswith(f'the hedge is said twice: "{said} ')
        assert f'take out "{said}"' in problem.hint
        assert problem.place.column == text.index(said) + 1
