"""Slides: more points than anyone could show."""

from __future__ import annotations

from pathlib import Path

from tests.hostile.case import hostile, small


def _points(folder: Path, count: int) -> None:
    section = small(folder) / "sections" / "freight.md"
    points = "- A point that says a little\n" * count
    slide = f"\n\n:::{{slide}} Some ships\n:figures: freight_sea, berths\n\n{points}:::\n"
    section.write_text(section.read_text("utf-8") + slide, "utf-8")


@hostile(
    "content/sections/freight.md:63:1: error: the 5,000 points of one slide take more than 100"
    " slides, even in the smallest type",
    "divide it into several slides",
)
def a_slide_of_5000_points(folder: Path) -> None:
    _points(folder, 5_000)


@hostile("build/norhaven.pptx", status=0, heavy=True)
def a_slide_of_1000_points(folder: Path) -> None:
    _points(folder, 1_000)
