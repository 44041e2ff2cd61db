"""Callouts on slides: boxes at the foot of what a slide shows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pptx
import pytest
from pptx.slide import Slide

from builder import project
from builder.problems import ContentError
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

CONTENT = Path(__file__).parents[2] / "cases" / "own-order"
CALLOUT = """
:::{callout} What counts here
The harbour counts by weight, {{ freight_sea }} by sea.

- Rail is a count
:::
::::
"""


def built(folder: Path, text: str) -> list[Slide]:
    """Build the case with another file of slides; return those between agenda and sources."""
    shutil.copytree(CONTENT, folder / "content")
    (folder / "content" / "sections" / "backup.md").write_text(f"# Why\n\n{text}", "utf-8")
    project.build(folder / "content", folder, ("deck",))
    return list(pptx.Presentation(str(folder / "own-order.pptx")).slides)


def titles(slide: Slide) -> list[str]:
    return [shape.text_frame.text for shape in slide.placeholders if shape.name == "Title"]


def callouts(slide: Slide) -> list[str]:
    return [
        "\n".join(part.text_frame.text for part in shape.shapes if part.has_text_frame).strip()
        for shape in slide.shapes
        if shape.name.startswith("Callout")
    ]


@pytest.mark.parametrize(
    "held",
    share(
        [
            "- A point",
            ":::{chart} freight_modes\n:::",
            ":::{figures} freight_sea, freight_rail\n:::",
        ],
        3,
        1,
    ),
)
def test_a_callout_stands_below_what_the_slide_shows(held: str, tmp_path: Path) -> None:
    slide = built(tmp_path, f"::::{{slide}} Here\n:id: why\n\n{held}\n{CALLOUT}")[2]
    (said,) = callouts(slide)
    assert said.replace("\u00a0", " ").splitlines() == [
        "What counts here",
        "The harbour counts by weight, 860 thousand tonnes by sea.",
        "Rail is a count",
    ]
    (box,) = (shape for shape in slide.shapes if shape.name.startswith("Callout"))
    for shape in slide.shapes:
        apart = shape.top + shape.height <= box.top or shape.top >= box.top + box.height
        assert shape is box or shape.shape_id == box.shape_id or apart, shape.name


def test_a_callout_alone_is_as_large_as_a_headline_about_the_optical_middle(
    tmp_path: Path,
) -> None:
    slide = built(tmp_path, f"::::{{slide}} Here\n:id: why\n\n{CALLOUT}")[2]
    (box,) = (shape for shape in slide.shapes if shape.name.startswith("Callout"))
    sizes = {
        run.font.size.pt
        for part in box.shapes
        if part.has_text_frame
        for paragraph in part.text_frame.paragraphs
        for run in paragraph.runs
    }
    assert sizes == {28.0}
    (title,) = (shape for shape in slide.placeholders if shape.name == "Title")
    foot = min(shape.top for shape in slide.shapes if shape.top > box.top + box.height)
    above, below = box.top - (title.top + title.height), foot - (box.top + box.height)
    assert 0 < above < below < 3 * above


def test_a_table_stands_beside_its_points(tmp_path: Path) -> None:
    table = ":::{table} split\n:figures: freight_sea, freight_rail\n:columns: label, figure\n:::"
    text = f"::::{{slide}} Here\n:id: why\n:layout: table-points\n\n{table}\n\n- A point\n::::\n"
    slide = built(tmp_path, text)[2]
    assert slide.slide_layout.name == "Table and points"
    (frame,) = (shape for shape in slide.shapes if shape.has_table)
    (points,) = (shape for shape in slide.placeholders if shape.name == "Text")
    assert frame.left + frame.width < points.left
    assert points.text_frame.text == "A point"


@pytest.mark.longer
def test_every_part_of_a_slide_that_goes_on_has_its_callout(tmp_path: Path) -> None:
    points = "\n".join(
        f"- A point of some length that says what {word}" for word in ["goods", "ships", "rail"] * 9
    )
    slides = built(tmp_path, f"::::{{slide}} Here\n:id: why\n\n{points}\n{CALLOUT}")
    parts = [slide for slide in slides if any("(" in text for text in titles(slide))]
    assert len(parts) > 1
    assert all(len(callouts(slide)) == 1 for slide in parts)


def test_what_has_no_room_is_refused_at_its_place(tmp_path: Path) -> None:
    words = "Much is said here that nobody reads. " * 60
    text = f"::::{{slide}} Here\n:id: why\n\n- A point\n\n:::{{callout}} Long\n{words}\n:::\n::::\n"
    with pytest.raises(ContentError, match=r"backup.md:3:1: error: .* does not fit on a slide"):
        built(tmp_path, text)


def test_a_slide_of_a_quotation_has_no_callout(tmp_path: Path) -> None:
    text = f"::::{{slide}} Here\n:id: why\n\n:::{{quote}} A Person\nWords.\n:::\n{CALLOUT}"
    with pytest.raises(ContentError, match='the layout "quote" has no room for a callout'):
        built(tmp_path, text)


@pytest.mark.longer
def test_who_listens_hears_of_what_kind_a_callout_is(tmp_path: Path) -> None:
    warning = CALLOUT.replace("counts here\n", "counts here\n:kind: warning\n\n")
    slide = built(tmp_path, f"::::{{slide}} Here\n:id: why\n\n- A point\n{warning}")[2]
    (box,) = (shape for shape in slide.shapes if shape.name.startswith("Callout"))
    assert box._element.nvGrpSpPr.cNvPr.get("descr").startswith("Warning: What counts here; ")
