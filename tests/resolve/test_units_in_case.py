"""Figures whose units stand in the case that the words before them ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from builder.content import read_content
from builder.model.blocks import Paragraph
from builder.model.text import plain
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.reading import write

FILE = Path(__file__).parents[1] / "cases" / "units-in-case.yaml"
CASES: dict[str, list[list[str]]] = yaml.safe_load(FILE.read_text("utf-8"))
UNFIT: list[list[str | None]] = CASES.pop("unfit")
UNITS = {
    "uk": "{room: {one: кабінет, few: кабінети, many: кабінетів, other: кабінету},"
    " pupil: {one: учень, few: учні, many: учнів, other: учня},"
    " school: {one: школа, few: школи, many: шкіл, other: школи},"
    " hub: {one: опорний заклад, few: опорні заклади, many: опорних закладів,"
    " other: опорного закладу}}",
    "de": "{room: {one: Kabinett, other: Kabinette}, crew: {one: Aktiver, other: Aktive},"
    " pupil: {one: Kind, other: Kinder},"
    " school: {one: Schule, other: Schulen}, hub: {one: Knoten, other: Knoten}}",
}
FIGURES = """
fare: {label: A, value: 61, unit: UAH, source: s}
two: {label: B, value: 2, unit: UAH, source: s}
half: {label: C, value: 2.5, unit: UAH, source: s}
rooms: {label: D, value: 63, unit: room, source: s}
one: {label: E, value: 1, unit: room, source: s}
days: {label: F, value: 3, unit: day, source: s}
far: {label: G, value: 41, unit: day, hedge: about, source: s}
cost: {label: H, value: 1.1, unit: UAH mn, source: s}
share: {label: I, value: 70, unit: "%", source: s}
ships: {label: J, value: 22, unit: човни, source: s}
school: {label: L, value: 21, unit: school, source: s}
hubs: {label: M, value: 5, unit: hub, source: s}
pupils: {label: O, value: 22, unit: pupil, source: s}
hour: {label: N, value: 21, unit: hour, source: s}
crew: {label: K, value: 12, unit: crew, source: s}
"""


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [(language, *case) for language, cases in CASES.items() for case in cases],
)
def test_a_unit_stands_in_the_case_that_words_ask_for(
    language: str, text: str, printed: str, tmp_path: Path
) -> None:
    head = f"title: T\nslug: a\nlanguage: {language}\ndate: 2026-03\nsections: [one]\n"
    files = {
        "briefing.yaml": head,
        "figures.yaml": f"units: {UNITS[language]}{FIGURES}",
        "sources.yaml": "s: {title: S}\n",
        "sections/one.md": f"# A\n\n{text}\n",
    }
    problems = Problems()
    content = read_content(write(tmp_path, files), problems)
    assert content is not None
    briefing = resolve(content, problems)
    assert briefing is not None, list(map(str, problems))
    (block,) = briefing.sections[0].blocks
    assert isinstance(block, Paragraph)
    assert plain(block.text).replace("\N{NO-BREAK SPACE}", " ") == printed


@pytest.mark.parametrize(("text", "quoted"), UNFIT)
def test_a_unit_without_forms_in_another_case_than_is_asked_for_is_told(
    text: str, quoted: str | None, tmp_path: Path
) -> None:
    files = {
        "briefing.yaml": "title: T\nslug: a\nlanguage: uk\ndate: 2026-03\nsections: [one]\n",
        "figures.yaml": "posts: {label: A, value: 23, unit: вакансії, source: s}\n"
        "towns: {label: B, value: 9, unit: громад, source: s}\n"
        "times: {label: C, value: 2.7, unit: предмета, source: s}\n",
        "sources.yaml": "s: {title: S}\n",
        "sections/one.md": f"# {{{{ posts }}}} {{{{ towns }}}} {{{{ times }}}}\n\n{text}\n",
    }
    problems = Problems()
    content = read_content(write(tmp_path, files), problems)
    assert content is not None
    resolve(content, problems)
    told = [each.found.replace("\N{NO-BREAK SPACE}", " ") for each in problems]
    asks = f"{quoted}".split(" ")[0]
    wrong = f'"{quoted}": the unit is not in the case that "{asks}" asks for'
    assert told == ([] if quoted is None else [wrong])
