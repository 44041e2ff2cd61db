"""Contact sheets: all pages of a PDF side by side in one picture, in colour."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image

GAP = 12
GROUND = (120, 124, 130)


def contact_sheet(path: Path, out: Path, *, across: int, wide: int) -> Path:
    """Write a picture of all pages, each of so many pixels' width, and return its path."""
    with pypdfium2.PdfDocument(path) as document:
        drawn = [
            page.render(scale=wide / page.get_width()).to_pil().convert("RGB") for page in document
        ]
    tall = max(picture.height for picture in drawn)
    down = -(-len(drawn) // across)
    size = (across * (wide + GAP) + GAP, down * (tall + GAP) + GAP)
    sheet = Image.new("RGB", size, GROUND)
    for number, picture in enumerate(drawn):
        row, column = divmod(number, across)
        sheet.paste(picture, (GAP + column * (wide + GAP), GAP + row * (tall + GAP)))
    out.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(out)
    return out
