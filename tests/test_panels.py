"""Key figures say what they count: the unit stands with the number in paper, deck and handout."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pypdfium2.raw import FPDFText_GetFontSize

from builder import pull
from builder.cli import run
from builder.text.figures import parted

pytestmark = pytest.mark.usefixtures("remembered")

# Each figure as figures.yaml has it, what stands large, and the unit below it: the sign of one
# stands beside its number.
FIGURES = {
    "wait": ("value: 5, unit: minutes, hedge: about", "≈5", "minutes"),
    "coal": ("value: 675, unit: TWh", "675 TWh", ""),
    "area": ("value: 12, unit: km², hedge: more than", ">12 km²", ""),
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
        f"at_a_glance: [{names}]\n"
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


# What of a number stands in the next smaller size, around what stands in the size of all others.
SMALL = {
    "675TWh": ["675", "TWh"],
    ">12km²": [">12", "km²"],
    "92%": ["92", "%"],
    "$240bn": ["$", "240", "bn"],
    "6.1×": ["6.1", "×"],
}


def stretches(shown: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """Return characters with their sizes as stretches of one size; spaces are left out."""
    found: list[tuple[str, float]] = []
    for text, size in shown:
        said = "".join(text.split())
        if found and found[-1][1] == size:
            found[-1] = (found[-1][0] + said, size)
        elif said:
            found.append((said, size))
    return found


def size_of(run: Any, shape: Any) -> float:
    """Return a run's size in points: its own, else that of its placeholder on the layout."""
    if run.font.size is not None:
        return float(run.font.size.pt)
    (layout,) = (
        held
        for held in shape.part.slide_layout.placeholders
        if held.placeholder_format.idx == shape.placeholder_format.idx
    )
    return int(layout._element.xpath(".//a:lvl1pPr/a:defRPr/@sz")[0]) / 100


def test_units_within_a_number_are_a_step_smaller_on_slides(built: Path) -> None:
    numbers = [
        stretches([(run.text, size_of(run, shape)) for run in shape.text_frame.paragraphs[0].runs])
        for slide in Presentation(str(built / "p.pptx")).slides
        for shape in slide.placeholders
        if shape.name.startswith("Figure ")
    ]
    assert len(numbers) == len(FIGURES)
    (large,) = {size for (text, size), *_ in numbers if text != "$"}
    (small,) = {size for number in numbers for _, size in number if size != large}
    assert (large, small) in {(20.0, 16.0), (28.0, 20.0), (40.0, 28.0), (54.0, 28.0)}
    for number in numbers:
        said = "".join(text for text, _ in number)
        assert [text for text, _ in number] == SMALL.get(said, [said])


@pytest.mark.parametrize(("file", "pairs"), [("p.pdf", 2), ("p-handout.pdf", 1)])
def test_units_within_a_number_are_a_step_smaller_in_print(
    built: Path, file: str, pairs: int
) -> None:
    """They are set so in panels alone: the paper's sentences and its register are not."""
    said = []
    with pypdfium2.PdfDocument(built / file) as document:
        for page in document:
            words = page.get_textpage()
            sizes = [
                (words.get_text_range(at, 1), round(FPDFText_GetFontSize(words, at), 1))
                for at in range(words.count_chars())
            ]
            said += stretches(sizes)
    texts = [text for text, _ in said]
    for parts in SMALL.values():
        starts = [at for at in range(len(said)) if texts[at : at + len(parts)] == parts]
        assert len(starts) == pairs, (parts, texts)
        for at in starts:
            of = dict(said[at : at + len(parts)])
            number = next(size for text, size in of.items() if any(map(str.isdecimal, text)))
            assert {
                size < number for text, size in of.items() if not any(map(str.isdecimal, text))
            } == {True}


@pytest.mark.parametrize(
    ("figure", "printed", "typed"), [("cost", "240", "250"), ("coal", "675", "700")]
)
def test_a_number_typed_over_with_its_small_unit_is_pulled_whole(
    built: Path, tmp_path: Path, figure: str, printed: str, typed: str
) -> None:
    deck = Presentation(str(built / "p.pptx"))
    for slide in deck.slides:
        for shape in slide.placeholders:
            if shape.name == f"Figure {figure}":
                (number,) = (
                    run for run in shape.text_frame.paragraphs[0].runs if run.text == printed
                )
                number.text = typed
    deck.save(str(tmp_path / "edited.pptx"))
    (change,) = pull(tmp_path / "edited.pptx", built).changes
    assert (change.figure, change.value) == (figure, Decimal(typed))


@given(st.text())
def test_the_stretches_of_a_number_are_the_number(text: str) -> None:
    assert "".join(stretch for stretch, _ in parted(text)) == text
    assert all(not small for stretch, small in parted(text) if any(map(str.isdecimal, stretch)))


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("€390", ["€"]),
        ("≈€390", ["≈€"]),
        ("≤€30m", ["≤€", "m"]),
        ("≈390", []),
        ("≥240 Mrd. $", [" Mrd. $"]),
        ("−€5m", ["€", "m"]),
        ("≈−€5m", ["€", "m"]),
        (">US$3bn", [">US$", "bn"]),
        ("about", []),
    ],
)
def test_a_hedge_is_as_large_as_the_sign_beside_it(text: str, small: list[str]) -> None:
    assert [stretch for stretch, is_small in parted(text) if is_small] == small
