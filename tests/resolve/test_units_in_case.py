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
UNITS = {
    "uk": "{room: {one: кабінет, few: кабінети, many: кабінетів, other: кабінету}}",
    "de": "{room: {one: Kabinett, other: Kabinette}, crew: {one: Aktiver, other: Aktive}}",
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
