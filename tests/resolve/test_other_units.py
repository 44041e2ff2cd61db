"""Units typed behind a figure's bare number that are not what the figure is in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from builder.content import read_content
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.reading import write

CASES = YAML(typ="safe").load(
    (Path(__file__).parents[1] / "cases" / "other-units.yaml").read_text("utf-8")
)
THOUSAND = {"en": "thousand tonnes", "de": "Tsd. Tonnen", "fr": "t", "uk": "т"}
FIGURES = """
share: {label: Share, value: 12, unit: "%", source: s}
term: {label: Term, value: 18, unit: months, source: s}
cost: {label: Cost, value: 2.4, unit: EUR mn, source: s}
ships: {label: Ships, value: 400, unit: ships, source: s}
mills: {label: Mills, value: 0.63, unit: "‰", source: s}
gap: {label: Gap, value: 5, unit: percentage points, source: s}
wait: {label: Wait, value: 20, unit: minutes, source: s}
road: {label: Road, value: 40, unit: km, source: s}
plot: {label: Plot, value: 7.8, unit: ha, source: s}
fare: {label: Fare, value: 2, unit: EUR/km, source: s}
"""


@pytest.mark.parametrize("language", sorted(CASES))
def test_another_unit_than_the_figures_is_told_of(language: str, tmp_path: Path) -> None:
    texts = [text for text, _ in CASES[language]]
    used = " ".join(f"{{{{ {name} }}}}" for name in (*re.findall(r"(?m)^\w+", FIGURES), "freight"))
    body = "\n\n".join([*texts, used])
    freight = f"freight: {{label: F, value: 3, unit: {THOUSAND[language]}, source: s}}\n"
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {language}\ndate: 2026\nsections: [one]\n",
        "figures.yaml": FIGURES + freight,
        "sources.yaml": "s: {title: S}\n",
        "sections/one.md": f"# Ships\n\n{body}\n",
    }
    problems = Problems()
    content = read_content(write(tmp_path, files), problems)
    assert content is not None
    resolve(content, problems)
    told = {
        texts[(each.place.line - 3) // 2]: each.found.split('"')[1]
        for each in problems.found
        if "what the figure is in" in each.found
    }
    assert told == {text: said for text, said in CASES[language] if said is not None}
    for each in problems.found:
        if " is not what the figure is in: " in each.found:
            text = texts[(each.place.line - 3) // 2]
            assert text[each.place.column - 1 :].startswith(each.found.split('"')[1])


SCALES = {
    "en": ("thousand bees", "thousand bees", "million bees"),
    "de": ("Tsd. Bienen", "Tausend Bienen", "Millionen Bienen"),
    "uk": ("тис.", "тисяч бджіл", "мільйонів бджіл"),
}


@pytest.mark.parametrize("language", SCALES)
@pytest.mark.parametrize("right", [True, False])
def test_the_scale_of_a_figure_may_be_written_behind_its_number(
    language: str, right: bool, tmp_path: Path
) -> None:
    unit, same, other = SCALES[language]
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {language}\ndate: 2026\nsections: [one]\n",
        "figures.yaml": f"bees: {{label: B, value: 20, unit: {unit}, source: s}}\n",
        "sources.yaml": "s: {title: S}\n",
        "sections/one.md": f"# Ships\n\n{{{{ bees | number }}}} {same if right else other}.\n",
    }
    problems = Problems()
    content = read_content(write(tmp_path, files), problems)
    assert content is not None
    resolve(content, problems)
    assert bool(problems.found) is not right
