"""Pictures made by code, for the content in tests/cases/pictures: none of them shows anything."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

CASE = Path(__file__).resolve().parent / "cases" / "pictures"

PLAN = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 90">
  <style>.wall { fill: #5b6f7f; stroke: #223344; stroke-width: 1.2 }</style>
  <rect class="wall" x="20" y="40" width="200" height="30"/>
  <g transform="translate(50 30) rotate(8)"><circle r="14" fill="#b5523b"/></g>
  <path d="M150 40 L170 40 L168 12 Q160 4 152 12 Z" fill="#b5523b" stroke="none"/>
  <path d="M10 82 Q 60 72 120 82 T 230 82" fill="none" stroke="#2a6f97" stroke-width="1.5"
    stroke-dasharray="4 2"/>
  <text x="120" y="60" font-size="11" text-anchor="middle" font-family="Arial" fill="white">Wall
    <tspan font-weight="bold">and towers</tspan></text>
</svg>
"""


def photograph(width: int, height: int, *, hue: int = 0) -> Image.Image:
    """Return a picture of many colours, its upper left corner bright, the lower right one dark."""
    return _of_many_colours(hue).resize((width, height))


@cache
def _of_many_colours(hue: int) -> Image.Image:
    picture = Image.new("RGB", (256, 256))
    picture.putdata(
        [
            ((255 - x + hue) % 256, (200 - y // 2) % 256, (x * y // 256 + hue) % 256)
            for y in range(256)
            for x in range(256)
        ]
    )
    return picture


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    """Return a picture as a file of a kind."""
    buffer = BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def gate() -> Image.Image:
    """Return a flat drawing of few colours on a clear ground."""
    picture = Image.new("RGBA", (900, 900), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((100, 100, 800, 860), fill="#444444")
    pen.ellipse((300, 250, 600, 550), fill="#c8a24a")
    return picture


@cache
def files() -> Mapping[str, bytes]:
    """Return the pictures of the case by the names of their files, made once a process."""
    return {
        "dam.jpg": saved(photograph(2400, 1600), "JPEG", quality=85),
        "plan.svg": PLAN.encode(),
        "gate.png": saved(gate(), "PNG"),
        "wave.webp": saved(photograph(1800, 120, hue=90), "WEBP"),
        "wide.tif": saved(photograph(2600, 800, hue=40), "TIFF", compression="tiff_lzw"),
    }


def case(folder: Path, changed: Mapping[str, bytes | None] | None = None) -> Path:
    """Return a copy of the case with its pictures in place, some of them changed or left out."""
    shutil.copytree(CASE, folder)
    held: dict[str, bytes | None] = {**files(), **(changed or {})}
    (folder / "pictures").mkdir()
    for name, data in held.items():
        if data is not None:
            (folder / "pictures" / name).write_bytes(data)
    return folder
