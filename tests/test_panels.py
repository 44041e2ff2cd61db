"""Key figures say what they count: the unit stands with the number in paper, deck and handout."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from builder.cli import run

# Each figure as figures.yaml has it, what stands large, and the unit below it.
FIGURES = {
    "coal": ("value: 675, unit: TWh", "675", "TWh"),
    "wait": ("value: 5, unit: minutes, hedge: about", "≈5", "minutes"),
    "area": ("value: 12, unit: km2, hedge: more than", ">12", "km2"),
    "share": ('value: 92, unit: "%"', "92%", ""),
    "cost": ("value: 240, unit: USD bn", "$240bn", ""),
    "multiple": ("value: 6.1, unit: times", "6.1×", ""),
    "opened": ("value: 2024-09", "Sept 2024", ""),
    "stops": ("value: 41", "41", ""),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("panels")
    (folder / "sections").mkdir()
    names = ", ".join(FIGURES)
    (folder / "briefing.yaml").write_text(
        f"title: Panels\nslug: p\nlanguage: en-GB\ndate: 2026-03\nsections: [one]\n"
        f"at_a_glance: [{names}]\nnames: [km2]\n"
    )
    (folder / "figures.yaml").write_text(
        "".join(
            f"{name}: {{label: The {name}, source: s, {keys}}}\n"
            for name, (keys, _, _) in FIGURES.items()
        )
    )
    (folder / "sources.yaml").write_text("s: {title: A source}\n")
    (folder / "sections" / "one.md").write_text(
        f"# One\n\n:::{{figures}} {names}\n:::\n\n::::{{slide}} All figures\n"
        f":figures: {names}\n::::\n"
    )
    for command in ("build", "handout"):
        assert run([command, str(folder), "--out", str(folder)]) == 0
    assert run(["compare", str(folder / "p.pdf"), str(folder / "p.pptx")]) == 0
    return folder


def cards(path: Path) -> list[list[str]]:
    """Return the paragraphs of every key figure of a deck: they stand in placeholders."""
    return [
        [paragraph.text for paragraph in shape.text_frame.paragraphs]
        for slide in Presentation(str(path)).slides
        for shape in slide.placeholders
        if shape.name.startswith("Figure ")
    ]


def test_the_unit_stands_below_the_number_on_slides(built: Path) -> None:
    found = {card[0].replace("\u00a0", " "): card[1:] for card in cards(built / "p.pptx")}
    for name, (_, number, unit) in FIGURES.items():
        expected = [unit, f"The {name}"] if unit else [f"The {name}"]
        assert found[number][: len(expected)] == expected


@pytest.mark.parametrize(("file", "panels"), [("p.pdf", 2), ("p-handout.pdf", 1)])
def test_the_unit_stands_below_the_number_in_print(built: Path, file: str, panels: int) -> None:
    with pypdfium2.PdfDocument(built / file) as document:
        lines = [
            line.strip()
            for page in document
            for line in page.get_textpage().get_text_range().splitlines()
        ]
    for _, _, unit in FIGURES.values():
        assert not unit or sum(unit in line.split() for line in lines) >= panels
