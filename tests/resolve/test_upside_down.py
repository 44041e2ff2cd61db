"""Ranges that begin with the greater figure and fractions called more: `upside-down.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from builder.content import read_content
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.broken import CASES
from tests.content.reading import write

TOLD: dict[str, dict[str, str]] = tomllib.loads((CASES / "upside-down.toml").read_text("utf-8"))
FIGURES = """\
lo: {label: Least, value: 2, unit: UNIT, source: s}
hi: {label: Most, value: 5, unit: UNIT, source: s}
part: {label: Part, formula: lo / hi, unit: times}
many: {label: Many, formula: hi / lo, unit: times}
most: {label: Yes, value: 60, unit: "%", source: s}
least: {label: No, value: 40, unit: "%", source: s}
loss: {label: Loss, value: -5, unit: "%", source: s}
worse: {label: Worse, value: -10, unit: "%", source: s}
"""


def warnings(tag: str, body: str, folder: Path) -> Problems:
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {tag}\ndate: 2026-03\nsections: [one]\n",
        "figures.yaml": FIGURES.replace("UNIT", "т" if tag == "uk" else "t"),
        "sources.yaml": "s: {title: S}\n",
        "sections/one.md": f"# T\n\n{body}\n",
    }
    problems = Problems()
    content = read_content(write(folder, files), problems)
    assert content is not None
    resolve(content, problems)
    assert not problems.errors
    return problems


def test_what_to_do_about_it_is_told(tmp_path: Path) -> None:
    body = "It takes {{ hi | number }}–{{ lo }}.\n\nThat is {{ part }} more."
    told = [each for each in warnings("en-GB", body, tmp_path).warnings if each.place.column > 1]
    assert [each.hint for each in told] == [
        '"lo" is less than "hi": put it first, or mend the figures',
        'less than once is not "more": turn the formula of "part" round, or say what part it is',
    ]


@pytest.mark.parametrize("tag", sorted(TOLD))
def test_figures_in_an_order_that_says_the_contrary_are_told_of(tag: str, tmp_path: Path) -> None:
    body = "\n\n".join(TOLD[tag]).replace("{", "{{ ").replace("}", " }}")
    problems = warnings(tag, body, tmp_path)
    told = {
        each.place.line: each.found.split('"')[1].replace("\u202f", " ").replace("\u00a0", " ")
        for each in problems.warnings
        if each.found.startswith(("a range upside down", "a multiple below one"))
    }
    assert told == {3 + 2 * at: said for at, said in enumerate(TOLD[tag].values()) if said}
