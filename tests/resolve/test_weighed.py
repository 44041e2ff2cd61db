"""Comparisons that name two figures: those that are true of them want no claim, others do."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from builder.content import read_content
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.reading import write

CASES = Path(__file__).parents[1] / "cases" / "weighed"
LANGUAGES = ("en", "de", "fr", "uk")
LABELS = {
    "en": ("Tonnage", "Share", "Gap"),
    "de": ("Fang", "Anteil", "Abstand"),
    "fr": ("Tonnage", "Part", "Écart"),
    "uk": ("Вилов", "Частка", "Різниця"),
}
TONNES = {"a": 900, "b": 600, "e": 300, "f": 450}
SHARES = {"p": 45, "q": 30}


def figures(language: str) -> str:
    amount, share, gap = LABELS[language]
    stated = [
        *((name, amount, value, "t") for name, value in TONNES.items()),
        *((name, share, value, '"%"') for name, value in SHARES.items()),
    ]
    return "".join(
        f"{name}: {{label: {label} {name.upper()}, value: {value}, as_of: 2025, source: s,"
        f" unit: {unit}}}\n"
        for name, label, value, unit in stated
    ) + (
        f"d: {{label: {gap} d, formula: a - b, unit: t}}\n"
        f'r: {{label: {gap} r, formula: p - q, unit: "%"}}\n'
    )


def told(folder: Path, language: str, texts: list[str]) -> dict[str, list[str]]:
    """Return what is said of each sentence of a content that says them all."""
    words = "\n\n".join(re.sub(r"\{(\w+)\}", r"{{ \1 }}", text) for text in texts)
    about = f"title: A title\nslug: a\nlanguage: {language}\ndate: 2026-03\nsections: [one]\n"
    files = {
        "briefing.yaml": about,
        "figures.yaml": figures(language),
        "sources.yaml": "s: {title: A survey}\n",
        "claims.yaml": "c: {says: There are some, holds: a > 0}\n",
        "sections/one.md": f"# {{{{ p }}}}[:]{{claim=c}}\n\n{words}\n",
    }
    problems = Problems()
    content = read_content(write(folder, files), problems)
    assert content is not None
    assert [str(problem) for problem in problems.errors] == []
    resolve(content, problems)
    found: dict[str, list[str]] = {}
    for problem in problems:
        assert problem.place.file.endswith("sections/one.md"), str(problem)
        said = f"{problem.found}\n{problem.hint}"
        found.setdefault(texts[(problem.place.line - 3) // 2], []).append(said)
    return found


def cases(language: str) -> dict[str, list[str]]:
    return tomllib.loads((CASES / f"{language}.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_two_figures_of_a_sentence_prove_wants_no_claim(language: str, tmp_path: Path) -> None:
    assert told(tmp_path, language, cases(language)["proved"]) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_they_do_not_prove_or_deny_is_told(language: str, tmp_path: Path) -> None:
    wanting = cases(language)["wanting"]
    found = told(tmp_path, language, wanting)
    assert [text for text in wanting if text not in found] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_they_deny_is_told_with_what_they_say(language: str, tmp_path: Path) -> None:
    denied = cases(language)["denied"]
    found = told(tmp_path, language, denied)
    assert [text for text in denied if not is_denied(found.get(text, []))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_sets_no_figure_against_another_is_not_denied(language: str, tmp_path: Path) -> None:
    fine = cases(language)["undenied"]
    found = told(tmp_path, language, fine)
    assert [text for text in fine if is_denied(found.get(text, []))] == []


def is_denied(messages: list[str]) -> bool:
    return any("the figures beside it say otherwise" in each for each in messages)


@pytest.mark.parametrize(
    ("language", "text", "really"),
    [
        ("fr", "Le tonnage a baissé de {b} à {a}.", "900 is 300 more (50,0 %) than 600"),
        ("en", "The catch fell from {b} to {a}.", "900 is 300 more (50.0 %) than 600"),
    ],
)
def test_numbers_of_messages_have_the_marks_of_the_briefing(
    language: str, text: str, really: str, tmp_path: Path
) -> None:
    words = re.sub(r"\{(\w+)\}", r"{{ \1 }}", text)
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {language}\ndate: 2026\nsections: [one]\n",
        "figures.yaml": figures(language),
        "sources.yaml": "s: {title: A survey}\n",
        "sections/one.md": f"# One\n\n{words}\n",
    }
    problems = Problems()
    content = read_content(write(tmp_path, files), problems)
    assert content is not None
    resolve(content, problems)
    assert really in "".join(each.hint for each in problems.warnings)
