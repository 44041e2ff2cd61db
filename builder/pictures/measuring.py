"""How large a drawing says that it is: its root element in, width and height out."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from builder.pictures.looking import PictureError

_LENGTH: Final = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*([a-z]*)\s*", re.I)
_UNITS: Final = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 960 / 25.4,
    "in": 96.0,
    "em": 16.0,
    "ex": 8.0,
}


def size_of(root: etree._Element) -> tuple[float, float]:
    """Return width and height in pixels of CSS: its own, or those of its viewBox.

    Raises:
        PictureError: it states neither.
    """
    box = [float(each) for each in re.findall(r"[-+.\deE]+", root.get("viewBox") or "")]
    width, height = _length(root.get("width")), _length(root.get("height"))
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        if width and height:
            return width, height
        if width:
            return width, width * box[3] / box[2]
        return (height * box[2] / box[3], height) if height else (box[2], box[3])
    if not width or not height:
        hint = 'give it a viewBox="0 0 WIDTH HEIGHT", as programs for drawing do'
        raise PictureError("the drawing does not say how large it is", hint)
    return width, height


def _length(said: str | None) -> float:
    """Return a length in pixels of CSS; 0 where none is stated, or one that depends on a page."""
    found = _LENGTH.fullmatch(said or "")
    if found is None or found[2].casefold() not in _UNITS:
        return 0.0
    length = float(found[1]) * _UNITS[found[2].casefold()]
    return length if 0 < length < 1e6 else 0.0
