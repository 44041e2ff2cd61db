"""Words under a claim are held to what its inequality says: to its factor, and to its way."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from builder.content import read_content
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.reading import write

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "claim-words.toml").read_text(encoding="utf-8")
)
NOT_COVERED = {
    "en": "Uncovered",
    "de": "Ungekühlte Plätze",
    "fr": "Non couverts",
    "uk": "Неохоплені",
}
COSTS = {"en": "Costs of pools", "de": "Kosten der Bäder", "fr": "Coûts", "uk": "Витрати"}
SAVED = {
    "en": "Saving in costs",
    "de": "Kosteneinsparung",
    "fr": "Baisse des coûts",
    "uk": "Зменшення витрат",
}
USED = ("a", "b", "r", "s", "u", "b_u", "c_2019", "c_2024", "d_2019", "d_2024")
FIGURES = """\
a: {label: A, value: 600, unit: t, as_of: 2024, source: s}
b: {label: B, value: 100, unit: t, as_of: 2019, source: s}
r: {label: R, formula: a / b, unit: times}
s: {label: S, value: 64, unit: "%", source: s}
u: {label: U NEGATED, value: 64, unit: "%", source: s}
c_2019: {label: COSTS 2019, value: 300, unit: t, source: s}
c_2024: {label: COSTS 2024, value: 380, unit: t, source: s}
d_2019: {label: SAVED 2019, value: 300, unit: t, source: s}
d_2024: {label: SAVED 2024, value: 380, unit: t, source: s}
b_u: {label: B NEGATED, value: 20, unit: "%", source: s}
"""


def told(folder: Path, language: str, cases: list[list[str]], exempt: str = "") -> list[str]:
    """Return what is said of words and what their claims hold, one message a line of them."""
    figures = FIGURES
    for word, said in (("NEGATED", NOT_COVERED), ("COSTS", COSTS), ("SAVED", SAVED)):
        figures = figures.replace(word, said[language])
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {language}\ndate: 2026\nsections: [one]\n"
        + exempt,
        "figures.yaml": figures,
        "sources.yaml": "s: {title: A survey}\n",
        "claims.yaml": "".join(
            f'c{at}: {{says: It is so, holds: "{case[1]}"}}\n' for at, case in enumerate(cases)
        ),
        "sections/one.md": "# One\n\n"
        + "\n\n".join(f"[{case[0]}]{{claim=c{at}}}." for at, case in enumerate(cases))
        + "\n\n"
        + " ".join(f"{{{{ {name} }}}}" for name in USED)
        + "\n",
    }
    problems = Problems()
    content = read_content(write(folder, files), problems)
    assert content is not None
    resolve(content, problems)
    found = [""] * len(cases)
    for each in problems.warnings:
        if each.found.endswith("is not what its claim says"):
            found[(each.place.line - 3) // 2] = each.found.split('"')[1]
    return found


@pytest.mark.parametrize("language", sorted(CASES))
def test_words_that_say_another_thing_than_their_claim_are_told(
    language: str, tmp_path: Path
) -> None:
    cases = CASES[language]["told"]
    assert told(tmp_path, language, cases) == [case[2] for case in cases]


@pytest.mark.parametrize("language", sorted(CASES))
def test_words_that_say_what_their_claim_does_are_not(language: str, tmp_path: Path) -> None:
    cases = CASES[language]["fine"]
    found = told(tmp_path, language, cases)
    assert [(*case, said) for case, said in zip(cases, found, strict=True) if said] == []


def test_words_that_mean_another_thing_are_exempted(tmp_path: Path) -> None:
    cases = [["three times as long", "a >= 5 * b"]]
    exempt = "exempt:\n  - {words: three times as long, because: It is a saying.}\n"
    assert told(tmp_path, "en", cases, exempt) == [""]
