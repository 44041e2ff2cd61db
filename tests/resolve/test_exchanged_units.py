"""Two counts of a sentence, each behind the other's number, are told; one alone is not. So is a
figure in a sentence that begins with another year or place, where that has a figure of its own.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from builder.content import read_content
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.reading import write

CASES = YAML(typ="safe").load(
    (Path(__file__).parents[1] / "cases" / "exchanged-units.yaml").read_text("utf-8")
)
FIGURES = """\
calls: {label: A, value: 3485, unit: call, source: s}
members: {label: B, value: 1990, unit: member, source: s}
halls: {label: C, value: 12, unit: hall, source: s}
"""
OTHERS = """\
old: {label: "0", value: 30, unit: t, source: s}
new: {label: "1", value: 40, unit: t, source: s}
here: {label: "2", value: 12, unit: EUR, source: s}
there: {label: "3", value: 4, unit: EUR, source: s}
"""


def told(
    folder: Path, language: str, texts: list[str], exempt: str = "", what: str = '" counts: "'
) -> dict[str, str]:
    """Return the noun that is told of in each of the texts that have one."""
    used = "{{ calls }} {{ members }} {{ halls }}, {{ old }} {{ new }} {{ here }} {{ there }}"
    others = OTHERS
    for at, label in enumerate(CASES["labels"][language]):
        others = others.replace(f'"{at}"', f'"{label}"')
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {language}\ndate: 2026\nsections: [one]\n"
        + exempt,
        "figures.yaml": f"units: {json.dumps(CASES['units'][language])}\n{FIGURES}{others}",
        "sources.yaml": "s: {title: S}\n",
        "sections/one.md": "# One\n\n" + "\n\n".join([*texts, used]) + "\n",
    }
    problems = Problems()
    content = read_content(write(folder, files), problems)
    assert content is not None
    resolve(content, problems)
    assert not problems.errors
    return {
        texts[(each.place.line - 3) // 2]: each.found.split('"')[1]
        for each in problems.warnings
        if what in each.found
    }


@pytest.mark.parametrize("language", sorted(CASES["sentences"]))
def test_nouns_that_stand_behind_each_others_numbers_are_told(
    language: str, tmp_path: Path
) -> None:
    cases = CASES["sentences"][language]
    expected = {text: noun for text, noun in cases if noun}
    assert told(tmp_path, language, [text for text, _ in cases]) == expected


def test_nouns_that_mean_another_thing_are_exempted(tmp_path: Path) -> None:
    text = CASES["sentences"]["en"][0][0]
    exempt = "exempt:\n  - {words: calls, because: It is so.}\n"
    assert told(tmp_path, "en", [text], exempt) == {}


@pytest.mark.parametrize("language", sorted(CASES["opened"]))
def test_a_figure_of_another_year_or_place_than_its_sentence_is_told(
    language: str, tmp_path: Path
) -> None:
    cases, labels = CASES["opened"][language], CASES["openings"][language]
    years = {"now": 2025, "then": 2019, "hay": 2025, "wye": 2025}
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {language}\ndate: 2026\nsections: [one]\n",
        "figures.yaml": "".join(
            f"{name}: {{label: {label}, value: {at}00, unit: t, as_of: {years[name]}, source: s}}\n"
            for at, (name, label) in enumerate(labels.items(), 3)
        ),
        "sources.yaml": "s: {title: S}\n",
        "sections/one.md": "# One\n\n" + "\n\n".join(text for text, _ in cases) + "\n",
    }
    problems = Problems()
    content = read_content(write(tmp_path, files), problems)
    assert content is not None
    resolve(content, problems)
    assert not problems.errors
    told = {
        cases[(each.place.line - 3) // 2][0]: each.found.split(" is not of ")[1].split(",")[0]
        for each in problems.warnings
        if " is not of " in each.found
    }
    assert told == {text: said for text, said in cases if said}


@pytest.mark.parametrize("language", sorted(CASES["others"]))
def test_a_figure_before_the_year_or_place_of_another_is_told(
    language: str, tmp_path: Path
) -> None:
    cases = CASES["others"][language]
    expected = {text: said for text, said in cases if said}
    found = told(tmp_path, language, [text for text, _ in cases], what='" is of: "')
    assert found == expected
