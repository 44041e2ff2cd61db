"""What is said of a picture in a word or two: where it lies, and what of it is cut off."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from builder import files
from builder.model.picture import Crop

FOLDER: Final = "pictures"
CROP_HINT: Final = (
    "write a ratio, as 16:9, or what is cut off the top, right, bottom and left in per cent, as "
    "0 10 25 10"
)
_RATIO: Final = re.compile(r"(\d+(?:\.\d+)?)\s*:\s*(\d+(?:\.\d+)?)")
_EDGES: Final = re.compile(r"(\d+(?:\.\d+)?)\s*%?")
_MOST_CUT: Final = 95.0  # per cent of a side


def crop_of(said: str) -> Crop | None:
    """Return what `16:9`, or per cent of the four edges, cuts off; None where it says neither."""
    if not said:
        return Crop()
    ratio = _RATIO.fullmatch(said)
    if ratio and float(ratio[1]) and float(ratio[2]):
        found = float(ratio[1]) / float(ratio[2])
        if 0.1 <= found <= 10:
            return Crop(found)
    edges = [_EDGES.fullmatch(each) for each in said.replace(",", " ").split()]
    numbers = [float(each[1]) for each in edges if each]
    if len(numbers) == len(edges) == 4:
        top, right, bottom, left = numbers
        if top + bottom < _MOST_CUT and right + left < _MOST_CUT:
            return Crop(0.0, top, right, bottom, left)
    return None


def path_fault(file: str) -> tuple[str, str] | None:
    """Return what is wrong with a file that lies elsewhere than pictures do, or is none that is
    read, and what to do; None for one that may be a picture.
    """
    from builder.pictures.looking import ENDINGS

    if files.is_network(file):
        hint = f"save it in {FOLDER}/ beside briefing.yaml, and name it there"
        return f'the picture "{file}" lies on a network', hint
    if files.is_outside(file):
        hint = f"put it in {FOLDER}/ beside briefing.yaml\n{files.LINKED}"
        return f'the picture "{file}" lies outside the content folder', hint
    if not file.startswith(f"{FOLDER}/"):
        hint = f"put it in {FOLDER}/ beside briefing.yaml, and write {FOLDER}/{file or 'NAME.jpg'}"
        return f'the picture "{file}" does not lie in {FOLDER}/', hint
    if PurePosixPath(file).suffix.lower() not in ENDINGS:
        return f'"{file}" is no picture that is read', "save it as PNG, JPEG, WebP, TIFF or SVG"
    return None
