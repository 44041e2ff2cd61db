"""Hedges in prose: one before a figure that prints its own, or that the figure's value belies."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from builder.content import read_content
from builder.problems import Problem, Problems
from builder.resolve import resolve
from tests.content.reading import write

CASES, UNTRUE, UNBACKED, EXACT, TURNED, CLUMSY = (
    YAML(typ="safe").load((Path(__file__).parents[1] / "cases" / name).read_text("utf-8"))
    for name in (
        "doubled-hedges.yaml",
        "untrue-hedges.yaml",
        "unbacked-hedges.yaml",
        "exact-numbers.yaml",
        "turned-hedges.yaml",
        "clumsy-hedges.yaml",
    )
)
FIGURES = """
more: {label: Growth, value: 12.136, unit: "%", decimals: 1, source: s}
less: {label: Growth, value: 12.06, unit: "%", decimals: 1, source: s}
even: {label: Guests, value: 400, unit: guests, source: s}
f: {label: Ships, value: 400, unit: ships, hedge: about, source: s}
most: {label: Cars, value: 30, unit: cars, hedge: up to, source: s}
least: {label: Costs, value: 940, unit: guests, hedge: at least, source: s}
over: {label: Carts, value: 50, unit: carts, hedge: more than, source: s}
plain: {label: Boats, value: 30, unit: boats, source: s}
"""


def told(language: str, text: str, folder: Path) -> list[Problem]:
    head = f"title: T\nslug: a\nlanguage: {language}\ndate: 2026-03\nsections: [one]\n"
    files = {
        "briefing.yaml": head,
        "figures.yaml": FIGURES,
        "sources.yaml": "s: {title: S}\n",
        "claims.yaml": "c: {says: It is, holds: more > 12}\n",
        "sections/one.md": f"# Ships\n\n{text} {{{{ plain }}}} {{{{ f }}}} {{{{ most }}}}"
        " {{ least }} {{ over }}\n",
    }
    write(folder, files)
    problems = Problems()
    content = read_content(folder, problems)
    assert content is not None
    resolve(content, problems)
    return list(problems.found)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [(language, text, said) for language, cases in CASES.items() for text, said in cases],
)
def test_a_hedge_is_told_of_where_it_is_said_twice(
    language: str, text: str, said: str | None, tmp_path: Path
) -> None:
    twice = [
        p for p in told(language, text, tmp_path) if p.found.startswith("the hedge is said twice")
    ]
    assert len(twice) == (said is not None)
    if said is not None:
        (problem,) = twice
        assert problem.found.startswith(f'the hedge is said twice: "{said} ')
        assert f'take out "{said}"' in problem.hint
        assert problem.place.column == text.index(said) + 1


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [(language, text, said) for language, cases in UNTRUE.items() for text, said in cases],
)
def test_a_hedge_is_told_of_where_the_value_belies_it(
    language: str, text: str, said: str | None, tmp_path: Path
) -> None:
    untrue = [p for p in told(language, text, tmp_path) if "not true of the figure" in p.found]
    assert [p.found.split('"')[1].startswith(f"{said} ") for p in untrue] == [True] * bool(said)
    assert all(problem.place.column == text.index(str(said)) + 1 for problem in untrue)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [(language, text, said) for language, cases in UNBACKED.items() for text, said in cases],
)
def test_a_hedge_that_the_figure_has_not_is_told_of_with_where_it_belongs(
    language: str, text: str, said: str | None, tmp_path: Path
) -> None:
    found = [p for p in told(language, text, tmp_path) if "has no hedge" in p.found]
    assert [p.found.split('"')[1].startswith(f"{said} ") for p in found] == [True] * bool(said)
    assert all('`hedge: about` of "even"' in problem.hint for problem in found)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [(language, text, said) for language, cases in EXACT.items() for text, said in cases],
)
def test_a_number_is_called_exact_where_it_is(
    language: str, text: str, said: str | None, tmp_path: Path
) -> None:
    found = [p for p in told(language, text, tmp_path) if "is not exact" in p.found]
    assert [p.found.split('"')[1].startswith(f"{said} ") for p in found] == [True] * bool(said)
    assert all(problem.place.column == text.index(str(said)) + 1 for problem in found)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [(language, text, said) for language, cases in TURNED.items() for text, said in cases],
)
def test_no_word_turns_the_hedge_of_a_figure_round(
    language: str, text: str, said: str | None, tmp_path: Path
) -> None:
    found = [p for p in told(language, text, tmp_path) if "hedged the other way" in p.found]
    assert [p.found.split('"')[1].startswith(f"{said} ") for p in found] == [True] * bool(said)
    assert all(problem.place.column == text.index(str(said)) + 1 for problem in found)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [(language, text, said) for language, cases in CLUMSY.items() for text, said in cases],
)
def test_a_hedge_is_told_of_where_it_reads_badly(
    language: str, text: str, said: str | None, tmp_path: Path
) -> None:
    found = [
        problem.found.replace("\u00a0", " ")
        for problem in told(language, text, tmp_path)
        if problem.found.startswith("the hedge reads badly")
    ]
    assert found == ([f'the hedge reads badly: "{said}"'] if said else [])
