"""Number words and verbs of rise and fall: how many warnings are right, and how many are made.

The sentences were gathered by someone who had not read the rules. Those at even places were looked
at while the rules were written, those at odd places were not: both halves are held to the numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from ruamel.yaml import YAML

from builder.content import read_content
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.reading import write
from tests.shares import share

CASES = Path(__file__).parents[1] / "cases"
LANGUAGES = ("en", "de", "fr", "uk")
SAID = {"number-words": "unbound number in words", "trend-verbs": "comparison without a claim:"}
# A number with its grouping, decimals and a degree of nothing else.
NUMBER = re.compile(r"\d+(?:[\u00a0\u202f ]\d{3}(?!\d)|[.,]\d+)*")
FIGURES = "count: {label: Boats counted, value: 400, unit: boats, source: s}\n"


@dataclass(frozen=True)
class Tally:
    """Warnings wanted and made, wanted and missing, and made of words that ask for none."""

    right: int = 0
    missing: int = 0
    wrong: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right, self.missing + other.missing, self.wrong + other.wrong
        )

    @property
    def precision(self) -> float:
        """How many of the warnings are right."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """How many of the warnings that are wanted are made."""
        return self.right / (self.right + self.missing)


@cache
def tallied(corpus: str, language: str, half: int) -> Tally:
    """Return what is said of one half of a language's sentences, read as one content."""
    cases = YAML(typ="safe").load(CASES / corpus / f"{language}.yaml")
    wanted = next(iter(cases))
    sentences = [
        (kind == wanted, NUMBER.sub("{{ count }}", case["text"]), case["words"])
        for kind, found in cases.items()
        for number, case in enumerate(found)
        if number % 2 == half
    ]
    problems = Problems()
    with TemporaryDirectory() as folder:
        files = {
            "briefing.yaml": f"title: T\nslug: a\nlanguage: {language}\ndate: 2026-03\n"
            "sections: [one]\n",
            "figures.yaml": FIGURES,
            "sources.yaml": "s: {title: A survey}\n",
            "sections/one.md": "# One\n\n" + "\n\n".join(text for _, text, _ in sentences) + "\n",
        }
        content = read_content(write(Path(folder), files), problems)
    assert content is not None
    assert [str(problem) for problem in problems.errors] == []
    resolve(content, problems)
    tally = Tally()
    for number, (warn, text, words) in enumerate(sentences):
        begin = text.index(NUMBER.sub("{{ count }}", words))
        end = begin + len(NUMBER.sub("{{ count }}", words))
        warned = False
        for problem in problems.warnings:
            said = re.fullmatch(rf'{SAID[corpus]} "(.*)"', problem.found)
            if said and problem.place.line == 3 + 2 * number:
                at = problem.place.column - 1
                warned = warned or (at < end and begin < at + len(said[1]))
        tally += Tally(warn and warned, warn and not warned, warned and not warn)
    return tally


@pytest.mark.parametrize("half", share([0, 1], 2))
def test_nine_of_ten_warnings_of_number_words_are_right(half: int) -> None:
    whole = sum((tallied("number-words", language, half) for language in LANGUAGES), Tally())
    assert whole.precision >= 0.9, whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_few_number_words_that_want_a_figure_are_passed_over(language: str) -> None:
    whole = tallied("number-words", language, 0) + tallied("number-words", language, 1)
    assert whole.recall >= 0.95, whole


@pytest.mark.longer
@pytest.mark.parametrize("half", share([0, 1], 2))
def test_the_common_verbs_of_rise_and_fall_are_known(half: int) -> None:
    whole = sum((tallied("trend-verbs", language, half) for language in LANGUAGES), Tally())
    assert whole.recall >= 0.85, whole
    assert whole.precision >= 0.85, whole
