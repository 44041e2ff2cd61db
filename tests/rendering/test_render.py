"""The comparison of pictures passes what a reader would, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter

from tests.rendering import render


def drawn(
    words: str = "Trade grew", left: int = 40, size: tuple[int, int] = (331, 468)
) -> Image.Image:
    picture = Image.new("L", size, 255)
    draw = ImageDraw.Draw(picture)
    for row in range(20):
        draw.text((left, 30 + 20 * row), f"{words} in line {'of' * (row % 5)}", fill=20)
    return picture


def test_a_picture_is_like_itself() -> None:
    assert render.compare(drawn(), drawn()).passes


def test_a_softer_edge_passes() -> None:
    assert render.compare(drawn().filter(ImageFilter.GaussianBlur(0.6)), drawn()).passes


def test_half_a_pixel_of_shift_passes() -> None:
    shifted = drawn().transform(
        (331, 468),
        Image.Transform.AFFINE,
        (1, 0, 0.5, 0, 1, 0),
        Image.Resampling.BICUBIC,
        fillcolor=255,
    )
    assert render.compare(shifted, drawn()).passes


def test_a_page_a_pixel_larger_passes() -> None:
    assert render.compare(drawn(size=(332, 469)), drawn()).passes


def test_another_page_size_does_not_pass() -> None:
    assert not render.compare(drawn(size=(340, 440)), drawn()).passes


def test_a_block_that_moved_does_not_pass() -> None:
    assert not render.compare(drawn(left=46), drawn()).passes


def test_a_label_that_is_gone_is_found_in_its_box() -> None:
    other = drawn()
    ImageDraw.Draw(other).rectangle((40, 30, 160, 45), fill=255)
    difference = render.compare(other, drawn())
    assert not difference.passes
    assert difference.box is not None
    left, top, right, bottom = difference.box
    assert 36 <= left < right <= 164
    assert 26 <= top < bottom <= 49


def test_a_failure_names_the_page_and_box_and_keeps_the_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render, "ROOT", tmp_path)
    monkeypatch.setattr(render, "UPDATING", False)
    drawn(left=60).save(tmp_path / "actual.png")
    render.write_reference(_saved(drawn(), tmp_path / "right.png"), tmp_path / "page-03.png")
    with pytest.raises(AssertionError, match=r"page-03 differs in the box \(\d+, \d+, \d+, \d+\)"):
        render.assert_looks_like(tmp_path / "actual.png", tmp_path / "page-03.png")
    assert (tmp_path / "build" / "rendering" / "page-03.png").exists()


def test_a_missing_reference_says_how_to_write_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render, "ROOT", tmp_path)
    monkeypatch.setattr(render, "UPDATING", False)
    picture = _saved(drawn(), tmp_path / "actual.png")
    with pytest.raises(AssertionError, match="PAPERDECK_UPDATE_REFERENCES=1"):
        render.assert_looks_like(picture, tmp_path / "page-09.png")


def test_a_reference_is_like_the_picture_that_it_was_made_from(tmp_path: Path) -> None:
    picture = _saved(drawn(), tmp_path / "actual.png")
    render.write_reference(picture, tmp_path / "page-01.png")
    assert (tmp_path / "page-01.png").stat().st_size <= render.LARGEST
    render.assert_looks_like(picture, tmp_path / "page-01.png")


def _saved(picture: Image.Image, path: Path) -> Path:
    picture.save(path)
    return path
