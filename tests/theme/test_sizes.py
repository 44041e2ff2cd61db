"""A theme's sizes are held to what a page or slide can bear."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.content.themes import read_theme
from builder.problems import Place, Problems

LARGE = Path(__file__).parents[2] / "assets" / "themes" / "large-print.yaml"


def problems_with(folder: Path, key: str, value: str) -> str:
    """Return what is said of the large-print theme with one size changed."""
    changed, count = re.subn(
        rf"(?m)^  {key}: [^#\n]*", f"  {key}: {value} ", LARGE.read_text(), count=1
    )
    assert count == 1
    (folder / "own.yaml").write_text(changed, "utf-8")
    problems = Problems()
    read_theme("own.yaml", folder, problems, Place("briefing.yaml", 1, 1))
    return "\n".join(map(str, problems.errors))


@pytest.mark.parametrize(
    ("key", "value", "size"),
    [
        ("body", "0", "0"),
        ("leading", "-3", "-3"),
        ("small", "0.01", "0.01"),
        ("small_leading", "1000000", "1e+06"),
        ("headings", "[26, 0, 19]", "0"),
        ("measure", "0", "0"),
        ("margins_mm", "[22, 18, 400, 18]", "400"),
        ("scale", "0", "0"),
        ("scale", "-1", "-1"),
        ("scale", "0.01", "0.01"),
        ("scale", "100", "100"),
    ],
)
def test_an_absurd_size_is_refused_by_its_key(
    tmp_path: Path, key: str, value: str, size: str
) -> None:
    assert f"{key}: {size} is no size that can be read or would fit" in problems_with(
        tmp_path, key, value
    )


@pytest.mark.parametrize(("key", "value"), [("scale", "1"), ("scale", "2.5"), ("body", "9")])
def test_an_unusual_size_is_taken(tmp_path: Path, key: str, value: str) -> None:
    assert problems_with(tmp_path, key, value) == ""
