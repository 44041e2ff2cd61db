"""Slides of a few words in the finished deck: they stand large, in the middle of panels that take
most of the slide.
"""

from __future__ import annotations

from typing import Any

import pytest
from pptx import Presentation

from builder.cli import run

pytestmark = pytest.mark.usefixtures("remembered")

BODY = 0.66
"""Of a slide's height, what stands between headline and foot."""


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("few")
    (folder / "sections").mkdir()
    (folder / "briefing.yaml").write_text(
        "title: Few\nslug: p\nlanguage: en-GB\ndate: 2026-03\nsections: [one]\n"
    )
    (folder / "figures.yaml").write_text(
        "cost: {label: Cost of the programme, value: 4.2, unit: EUR mn, source: s}\n"
        "grant: {label: Grant of the state, value: 1.6, unit: EUR mn, source: s}\n"
    )
    (folder / "sources.yaml").write_text("s: {title: A source}\n")
    (folder / "sections" / "one.md").write_text(
        "# One\n\nIt begins.\n\n::::{slide} What to decide\n1. Open the pits\n2. Build cisterns\n"
        "3. Find sponsors\n::::\n\n::::{slide} The programme\n:figures: cost, grant\n::::\n"
    )
    assert run(["build", str(folder), "--out", str(folder)]) == 0
    return Presentation(str(folder / "p.pptx"))


def named(deck: Any, title: str, name: str) -> list[Any]:
    (slide,) = (each for each in deck.slides if each.shapes.title.text_frame.text == title)
    return [shape for shape in slide.shapes if shape.name.startswith(name)]


def sizes(shape: Any) -> list[float]:
    return [
        run.font.size.pt
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.font.size
    ]


def test_three_short_steps_stand_large_on_panels_that_fill_half_of_the_body(deck: Any) -> None:
    panels = [each for each in named(deck, "What to decide", "Step ") if each.shape_type == 6]
    texts = [each for each in named(deck, "What to decide", "Step text") if each.has_text_frame]
    assert len(panels) == len(texts) == 3
    for group, text in zip(panels, texts, strict=True):
        assert group.height > 0.5 * BODY * deck.slide_height
        assert sizes(text) == [40, 28]
        assert text.top - group.top > 0.15 * group.height


def test_two_figures_have_labels_as_large_as_headlines(deck: Any) -> None:
    texts = named(deck, "The programme", "Figure ")
    assert len(texts) == 2
    for text in texts:
        assert max(sizes(text)) == 54
        (label,) = text.text_frame.paragraphs[1].runs
        assert label.font.size is not None
        assert label.font.size.pt == 28
        assert text.height > 0.25 * BODY * deck.slide_height
