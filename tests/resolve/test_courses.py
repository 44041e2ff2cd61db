"""Words for what went from one figure to another: true ones need no claim, false ones are told."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from builder.content import read_content
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.reading import write

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "courses.toml").read_text(encoding="utf-8")
)
VERBS = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "verbs.toml").read_text(encoding="utf-8")
)
FIGURES = """\
a: {label: A, value: 500, unit: t, source: s}
b: {label: B, value: 800, unit: t, source: s}
d: {label: D, formula: b - a, unit: t}
p: {label: P, formula: 100 * (b - a) / a, unit: "%"}
w: {label: W, value: 77, unit: "%", source: s}
x: {label: X, value: 14.2, unit: EUR mn, source: s}
y: {label: Y, value: 21.4, unit: EUR mn, source: s}
z: {label: Z, formula: 100 * (y - x) / x, unit: "%", decimals: 0}
m: {label: M, value: 30, unit: "%", source: s}
n: {label: N, value: 36, unit: "%", source: s}
q: {label: Q, formula: n - m}
v: {label: FALL, formula: b - a, unit: t}
s: {label: S, formula: 100 * a / b, unit: "%"}
k: {label: Loads 2024, value: 900, unit: t, source: s}
h: {label: Loads 2019, value: 700, unit: t, source: s}
u: {label: U, value: 87, unit: "%", hedge: up to, source: s}
g: {label: G, value: 90, unit: "%", source: s}
r: {label: R, formula: b / a, unit: times, decimals: 1}
i: {label: I, value: 60, as_of: 2023, unit: t, source: s}
j: {label: J, value: 40, as_of: 2024, unit: t, source: s}
l: {label: L, formula: i - j, unit: t}
o: {label: LESS, formula: b - a, unit: t}
e: {label: FALL, value: 3, unit: times, source: s}
"""

UNUSED = " ".join(f"{{{name}}}" for name in "abdpwxyzmnqvskhugrijloe")
"""What no sentence prints is told of, too."""


def told_of(folder: Path, language: str, body: str) -> Problems:
    """Return what is told of paragraphs that print figures, `{a}`; those in angles have a claim."""
    body = body.replace("{", "{{ ").replace("}", " }}")
    body = re.sub("<(.*?)>", r"[\1]{claim=c}", body)
    claim = "c: {says: It is so, holds: b > a}\n" if "claim=" in body else ""
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {language}\ndate: 2026\nsections: [one]\n",
        "figures.yaml": FIGURES.replace("FALL", CASES[language]["fall"]).replace(
            "LESS", CASES[language].get("less", "O")
        ),
        "sources.yaml": "s: {title: A survey}\n",
        "claims.yaml": claim,
        "sections/one.md": f"# One\n\n{body}\n",
    }
    problems = Problems()
    content = read_content(write(folder, files), problems)
    assert content is not None
    resolve(content, problems)
    assert not problems.errors
    return problems


@pytest.mark.parametrize("language", sorted(CASES))
def test_a_claim_beside_them_excuses_no_words_that_figures_deny(
    language: str, tmp_path: Path
) -> None:
    told = CASES[language]["guarded"]
    problems = told_of(tmp_path, language, "\n\n".join(told))
    said = {each.place.line: each.found.split('"')[1] for each in problems.warnings}
    assert said == {3 + 2 * number: word for number, word in enumerate(told.values()) if word}


@pytest.mark.parametrize("language", sorted(CASES))
def test_words_of_change_between_two_figures_are_held_against_them(
    language: str, tmp_path: Path
) -> None:
    denied, unproved = dict(CASES[language]["denied"]), dict(CASES[language]["unproved"])
    texts = [*CASES[language]["true"], *denied, *unproved]
    problems = told_of(tmp_path, language, "\n\n".join([*texts, UNUSED]))
    for expected, contrary in ((denied, True), (unproved, False)):
        told = {
            texts[(each.place.line - 3) // 2]: each.found.split('"')[1]
            for each in problems.warnings
            if ("figures beside it say otherwise" in each.hint) is contrary
            and not each.found.startswith("figures that do not agree")
        }
        assert {text: word.removeprefix("an ") for text, word in told.items()} == expected


@pytest.mark.parametrize("language", sorted(CASES))
def test_what_the_figures_say_instead_is_always_told(language: str, tmp_path: Path) -> None:
    texts = dict(CASES[language]["denied"])
    problems = told_of(tmp_path, language, "\n\n".join(texts))
    said = [each.hint for each in problems.warnings if "say otherwise" in each.hint]
    assert said
    assert [hint for hint in said if "say otherwise: " not in hint] == []


@pytest.mark.parametrize("language", sorted(VERBS))
@pytest.mark.parametrize("wrong", [False, True])
def test_what_a_verb_or_a_noun_says_of_its_course_is_held_to_the_two_figures(
    language: str, wrong: bool, tmp_path: Path
) -> None:
    known = VERBS[language]
    texts = []
    for kind, ways in (("sentence", ("rises", "falls")), ("noun", ("rising", "falling"))):
        for way, (first, last) in zip(ways, ("ab", "ba"), strict=True):
            if wrong:
                first, last = last, first
            course = known["course"].replace("first", first).replace("last", last)
            texts += [known[kind].replace("~", said.replace("~", course)) for said in known[way]]
    # Of many alike in one section only some are named.
    told = []
    for begin in range(0, len(texts), 10):
        part = texts[begin : begin + 10]
        problems = told_of(tmp_path / str(begin), language, "\n\n".join([*part, UNUSED]))
        told += [part[(each.place.line - 3) // 2] for each in problems.warnings]
    assert sorted(set(told)) == (sorted(texts) if wrong else [])
