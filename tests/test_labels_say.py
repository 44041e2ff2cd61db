"""What a label says of a figure's unit and date is not said again beside it, in both files."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pypdfium2
import pytest
from pptx import Presentation
from ruamel.yaml import YAML

from builder.cli import run

pytestmark = pytest.mark.usefixtures("remembered")

CASES: Final[list[dict[str, Any]]] = YAML(typ="safe").load(
    Path(__file__).parent / "cases" / "labels-say.yaml"
)
_OWN: Final = ("line", "dated")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("labels")
    (folder / "sections").mkdir()
    names = [f"f{at}" for at in range(len(CASES))]
    (folder / "briefing.yaml").write_text(
        "title: Labels\nslug: p\nlanguage: en-GB\ndate: 2026-03\nsections: [one]\n"
        "names: ['12,025 steps']\n"
    )
    lines = []
    for at, (name, case) in enumerate(zip(names, CASES, strict=True)):
        keys = ", ".join(f'{key}: "{said}"' for key, said in case.items() if key not in _OWN)
        lines.append(f"{name}: {{value: {101 + at}, source: s, {keys}}}\n")
    (folder / "figures.yaml").write_text("".join(lines))
    (folder / "sources.yaml").write_text("s: {title: A source}\n")
    (folder / "charts.yaml").write_text(
        "c: {kind: column, title: Both, subtitle: Trees, figures: [f0, f3]}\n"
    )
    slides = (
        f"::::{{slide}} Slide of {chr(97 + at)}\n:figures: {name}\n\n:::{{chart}} c\n:::\n::::\n"
        for at, name in enumerate(names)
    )
    panel = f":::{{figures}} {', '.join(names)}\n:::\n"
    (folder / "sections" / "one.md").write_text("\n".join(("# One\n", panel, *slides)))
    assert run(["build", str(folder), "--out", str(folder)]) == 0
    return folder


def test_beside_a_chart_neither_is_said_twice(built: Path) -> None:
    found = {}
    for slide in Presentation(str(built / "p.pptx")).slides:
        for shape in slide.placeholders:
            if shape.name.startswith("Figure "):
                _, said = (each.text for each in shape.text_frame.paragraphs)
                found[shape.name.removeprefix("Figure ")] = said.replace("\u00a0", " ")
    assert found == {f"f{at}": case["line"] for at, case in enumerate(CASES)}


def test_to_those_who_listen_the_date_is_said_once(built: Path) -> None:
    alts = [
        " ".join(each.get("descr").split())
        for slide in Presentation(str(built / "p.pptx")).slides
        for shape in slide.shapes
        for each in shape._element.iter("{*}cNvPr")
        if each.get("descr")
    ]
    for case in CASES:
        label = case["label"].replace("12,025", "12025")  # as it is said
        told = {alt for alt in alts if alt.startswith(f"{label}: ")}
        assert ["2025" in said.removeprefix(label) for said in told] == [case["dated"]]


def test_a_panel_of_the_paper_dates_what_its_label_does_not(built: Path) -> None:
    with pypdfium2.PdfDocument(built / "p.pdf") as document:
        lines = [
            " ".join(line.split()).replace("\u00a0", " ")
            for line in document[0].get_textpage().get_text_range().splitlines()
        ]
    dates = [line for line in lines if line in ("2025", "June 2025")]
    assert len(dates) == sum(case["dated"] for case in CASES)
