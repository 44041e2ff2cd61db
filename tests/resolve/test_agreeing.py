"""Figures of one sentence that contradict one another: told, with what would be right.

In `cases/agreeing` a figure stands as its value and unit: "from {384.6 km} to {443.6 km}".
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from builder.content import read_content
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.reading import write

CASES = Path(__file__).parents[1] / "cases" / "agreeing"
LANGUAGES = ("en", "de", "fr", "uk")
FIGURE = re.compile(r"\{(?:(?P<hedge>[a-z ]+[a-z]) )?(?P<value>-?[\d.]+) ?(?P<unit>[^}]*)\}")
LABELS = {"en": "Amount", "de": "Wert", "fr": "Valeur", "uk": "Показник"}
CONTRARY = ("figures that do not agree", "say otherwise")


def told(folder: Path, language: str, texts: list[str]) -> dict[str, list[str]]:
    """Return what is said of each sentence of a content that says them all."""
    figures: list[str] = []

    def named(found: re.Match[str]) -> str:
        name, hedge = f"f{len(figures)}", f", hedge: {found['hedge']}" if found["hedge"] else ""
        figures.append(
            f"{name}: {{label: {LABELS[language]} {letters(len(figures))}, source: s, as_of: 2025,"
            f' value: {found["value"]}, unit: "{found["unit"]}"{hedge}}}\n'
        )
        return f"{{{{ {name} }}}}"

    words = "\n\n".join(FIGURE.sub(named, text) for text in texts)
    files = {
        "briefing.yaml": f"title: A\nslug: a\nlanguage: {language}\ndate: 2026\nsections: [one]\n",
        "figures.yaml": "".join(figures),
        "sources.yaml": "s: {title: A survey}\n",
        "sections/one.md": f"# One\n\n{words}\n",
    }
    problems = Problems()
    content = read_content(write(folder, files), problems)
    assert content is not None, [str(problem) for problem in problems.errors]
    resolve(content, problems)
    assert not problems.errors, [str(problem) for problem in problems.errors]
    found: dict[str, list[str]] = {}
    for problem in problems:
        if problem.place.file.endswith("sections/one.md"):
            said = f"{problem.found}\n{problem.hint}"
            found.setdefault(texts[(problem.place.line - 3) // 2], []).append(said)
    return found


def letters(number: int) -> str:
    """Return a name of its own for a figure: digits in labels are numbers of the content."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def cases(language: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((CASES / f"{language}.toml").read_text("utf-8"))


def is_contrary(messages: list[str]) -> bool:
    return any(said in each for each in messages for said in CONTRARY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_that_deny_one_another_are_told(language: str, tmp_path: Path) -> None:
    wrong = [text for kind in cases(language).values() for text in kind["wrong"]]
    found = told(tmp_path, language, wrong)
    assert [text for text in wrong if not is_contrary(found.get(text, []))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_that_agree_are_not(language: str, tmp_path: Path) -> None:
    right = [text for kind in cases(language).values() for text in kind["right"]]
    found = told(tmp_path, language, right)
    assert {t: f for t, f in found.items() if is_contrary(f)} == {}
