"""Ordinary sentences of briefings: what is told of numbers in them, read as whole contents are."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from builder.content import read_content
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.reading import write

CASES = Path(__file__).parents[1] / "cases" / "ordinary"
LANGUAGES = ("en", "de", "fr", "uk")
FILES = {
    "figures.yaml": "f: {label: Something, value: 777, as_of: 2025, source: s, unit: t}\n",
    "sources.yaml": "s: {title: A survey}\n",
    "claims.yaml": "c: {says: There are some, holds: f > 0}\n",
}


@cache
def sentences(language: str) -> dict[str, Any]:
    return tomllib.loads((CASES / f"{language}.toml").read_text("utf-8"))


def told(folder: Path, language: str, texts: list[str]) -> dict[str, list[str]]:
    """Return what is said of each sentence of a content that says them all, `#` a figure."""
    words = "\n\n".join(text.replace("#", "{{ f }}") for text in texts)
    about = f"title: A title\nslug: a\nlanguage: {language}\ndate: 2026-03\nsections: [one]\n"
    write(
        folder,
        {
            **FILES,
            "briefing.yaml": about,
            "sections/one.md": f"# {{{{ f }}}}[:]{{claim=c}}\n\n{words}\n",
        },
    )
    problems = Problems()
    content = read_content(folder, problems)
    if content is not None and not problems.errors:
        resolve(content, problems)
    found: dict[str, list[str]] = {}
    for problem in problems:
        assert problem.place.file.endswith("sections/one.md"), str(problem)
        found.setdefault(texts[(problem.place.line - 3) // 2], []).append(problem.found)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_years_days_and_rates_in_ordinary_sentences_need_no_declaration(
    language: str, tmp_path: Path
) -> None:
    plain = sentences(language)["plain"]
    assert len(plain) >= 40
    assert told(tmp_path, language, plain) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_count_that_looks_like_a_year_a_day_or_a_rate_is_told(
    language: str, tmp_path: Path
) -> None:
    cases = sentences(language)["told"]
    # A word is looked at only where no digit is in error.
    for words in (False, True):
        here = [(text, word) for text, word in cases if words is not any(map(str.isdigit, word))]
        found = told(tmp_path / str(words), language, [text for text, _ in here])
        missed = [
            text
            for text, word in here
            if not any(f'"{word}"' in each for each in found.get(text, []))
        ]
        assert missed == []
