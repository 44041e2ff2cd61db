"""Finished files as pictures, one per page or slide, and held against small references.

References are greyscale PNGs of at most 20 KiB; slight differences of renderers and fonts'
edges pass, a moved block or a missing label does not. With PAPERDECK_UPDATE_REFERENCES=1
references are written anew instead of compared.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter, ImageStat

ROOT = Path(__file__).resolve().parents[2]
DPI = 40
LARGEST = 20 * 1024
UPDATING = os.environ.get("PAPERDECK_UPDATE_REFERENCES") == "1"

# A pixel differs when it is off by more than _PIXEL of 255 after the blur. Half a pixel of shift,
# which another version of a renderer may bring, passes; a lost label of a dozen letters does not.
_PIXEL = 40
_MEAN = 2.5
_SHARE = 0.002
_BLUR = 1.2
# Enough for ReportLab's and LibreOffice's greys; fewer colours make smaller references.
_GREYS = 16


@dataclass(frozen=True)
class Difference:
    """How two pictures differ: mean of 255, share of pixels, and the box that holds them all."""

    mean: float
    share: float
    box: tuple[int, int, int, int] | None

    @property
    def passes(self) -> bool:
        """Whether a reader would call the two pictures the same."""
        return self.mean <= _MEAN and self.share <= _SHARE


def pages_of_pdf(path: Path, folder: Path, dpi: int = DPI) -> list[Path]:
    """Render each page of a PDF into `folder` by poppler; return the pictures in order.

    Raises:
        RuntimeError: poppler failed; the message is what it said.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _run(["pdftoppm", "-r", str(dpi), "-gray", "-png", str(path), str(folder / "page")])
    return sorted(folder.glob("page-*.png"), key=lambda page: int(page.stem.partition("-")[2]))


def pdf_of_deck(path: Path, folder: Path) -> Path:
    """Convert a deck to a PDF in `folder`, as `converted` does."""
    (made,) = converted([path], folder, "pdf")
    return made


def converted(paths: Sequence[Path], folder: Path, kind: str) -> list[Path]:
    """Convert files by one start of LibreOffice, whose user profile is in `folder` as they are.

    Args:
        paths: the files, no two of which have the same stem.
        folder: where they are written, under their own stems.
        kind: what they become: "pdf", "pptx".

    Raises:
        RuntimeError: LibreOffice failed or wrote nothing; the message is what it said.
    """
    folder.mkdir(parents=True, exist_ok=True)
    profile = (folder / "profile").resolve().as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind]
    said = _run([*command, "--outdir", str(folder), *map(str, paths)])
    made = [folder / f"{path.stem}.{kind}" for path in paths]
    for path, file in zip(paths, made, strict=True):
        if not file.exists():
            raise RuntimeError(f"LibreOffice made no {kind} of {path.name}: {said}")
    return made


def compare(actual: Image.Image, expected: Image.Image) -> Difference:
    """Return how two pictures differ after a slight blur; sizes may be off by two pixels."""
    if max(abs(a - b) for a, b in zip(actual.size, expected.size, strict=True)) > 2:
        return Difference(255.0, 1.0, (0, 0, *actual.size))
    size = (min(actual.width, expected.width), min(actual.height, expected.height))
    first, second = (
        picture.convert("L").crop((0, 0, *size)).filter(ImageFilter.GaussianBlur(_BLUR))
        for picture in (actual, expected)
    )
    difference = ImageChops.difference(first, second)
    off = difference.point([255 if level > _PIXEL else 0 for level in range(256)])
    share = ImageStat.Stat(off).sum[0] / 255 / (size[0] * size[1])
    return Difference(ImageStat.Stat(difference).mean[0], share, off.getbbox())


def assert_looks_like(picture: Path, reference: Path) -> None:
    """Fail where a picture differs from its reference; keep it under build/rendering/ then.

    Raises:
        AssertionError: it differs or the reference is missing; names both, and the pixel box.
    """
    if UPDATING:
        write_reference(picture, reference)
        return
    kept = ROOT / "build" / "rendering" / reference.name
    writing = 'make test ARGS="tests/rendering --longer too"'
    again = f"PAPERDECK_UPDATE_REFERENCES=1 {writing} writes the references"
    if not reference.exists():
        _keep(picture, kept)
        raise AssertionError(f"{reference.name}: no reference yet; {again}")
    with Image.open(picture) as actual, Image.open(reference) as expected:
        difference = compare(actual, expected)
    if not difference.passes:
        _keep(picture, kept)
        raise AssertionError(
            f"{reference.stem} differs in the box {difference.box} (left, top, right, bottom in"
            f" pixels at {DPI} dpi): mean {difference.mean:.2f} of at most {_MEAN}, share"
            f" {difference.share:.4f} of at most {_SHARE}; the picture is"
            f" {kept.relative_to(ROOT)}; where it is right, {again}"
        )


def write_reference(picture: Path, reference: Path) -> None:
    """Write a picture as a reference: greyscale, few greys, small.

    Raises:
        ValueError: it is larger than a reference may be.
    """
    with Image.open(picture) as opened:
        small = opened.convert("L").quantize(_GREYS)
    held = io.BytesIO()
    small.save(held, "PNG", optimize=True)
    if held.tell() > LARGEST:
        raise ValueError(f"{reference.name} would take {held.tell()} bytes of at most {LARGEST}")
    reference.parent.mkdir(parents=True, exist_ok=True)
    reference.write_bytes(held.getvalue())


def _keep(picture: Path, kept: Path) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(picture, kept)


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=180)
    said = (done.stdout + done.stderr).strip()
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {said}")
    return said
