"""Amounts below zero beside words that say the sign themselves: `amounts-below-zero.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from builder.content import read_content
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.broken import CASES
from tests.content.reading import write

ROWS = [
    (tag, sentence, told)
    for tag, rows in tomllib.loads((CASES / "amounts-below-zero.toml").read_text("utf-8")).items()
    for sentence, told in rows.items()
]


def told_of(folder: Path, tag: str, sentence: str, value: str, more: str = "") -> list[str]:
    """Return what is told of amounts where a sentence prints a figure of a value for its #."""
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {tag}\ndate: 2026-03\n"
        f"sections: [one]\n{more}",
        "figures.yaml": f"n: {{label: Change, value: {value}, unit: '%', source: s}}\n"
        "whole: {label: Whole, value: 95, unit: '%', source: s}\n",
        "sources.yaml": "s: {title: S}\n",
        "sections/one.md": f"# T\n\n{sentence.replace('#', '{{ n }}')}\n\n"
        "{{ n }} {{ whole }}\n",
    }
    problems = Problems()
    content = read_content(write(folder, files), problems)
    assert content is not None
    resolve(content, problems)
    assert not problems.errors
    found = [str(each.found) for each in problems.found]
    return [each.split('"')[1] for each in found if each.startswith("an amount below zero")]


@pytest.mark.parametrize(("tag", "sentence", "told"), ROWS)
def test_an_amount_below_zero_is_told_of_and_one_above_is_not(
    tag: str, sentence: str, told: str, tmp_path: Path
) -> None:
    printed = {"en-GB": "−2.5%", "uk": "−2,5%"}.get(tag, "−2,5\u00a0%")
    expected = [told.replace("#", printed)] if told else []
    assert [
        each.replace("\u202f", "\u00a0") for each in told_of(tmp_path, tag, sentence, "-2.5")
    ] == (expected)
    assert told_of(tmp_path, tag, sentence, "2.5") == []


def test_words_that_are_exempt_may_stand_beside_it(tmp_path: Path) -> None:
    exempt = 'exempt:\n  - {words: "rose by", because: A quotation.}\n'
    assert told_of(tmp_path, "en-GB", "It rose by #.", "-2.5", exempt) == []
