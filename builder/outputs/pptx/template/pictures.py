"""A picture of a template: its bytes in; what format it is, or why no deck takes it, out.

Nothing is decoded: the size is what the header says, which programs believe when they open it.
"""

from __future__ import annotations

import re
import struct
from typing import Final

from builder.ooxml import PackageError, parsed
from builder.ooxml.markup import TEMPLATE

MOST_PIXELS: Final = 100_000_000
_SVG: Final = "{http://www.w3.org/2000/svg}"
_EXTENSIONS: Final = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
}
TYPES: Final = {f".{extension}": kind for extension, kind in _EXTENSIONS.items()}
"""Content types by how the part's name ends."""

_DRAWING: Final = (
    "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath "
    "title desc metadata image switch marker pattern mask clipPath linearGradient radialGradient "
    "stop filter feBlend feColorMatrix feComponentTransfer feComposite feFlood feFuncA feFuncB "
    "feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset feTile style a"
)
_SHAPES: Final = frozenset(_DRAWING.split())
_INSIDE: Final = re.compile(r"#|data:image/(png|jpeg|gif);", re.IGNORECASE)
_OUTSIDE: Final = re.compile(r"@import|expression|\\|url\(\s*['\"]?\s*(?!['\"#\s])", re.IGNORECASE)


def picture(data: bytes, part: str) -> tuple[str, str]:
    """Return the ending of its format, such as ".png", and why it is not taken ("" if it is)."""
    extension = _extension(data)
    if not extension:
        return "", "no picture of a known format"
    if extension == "svg":
        return ".svg", _svg(data, part)
    width, height = _pixels(extension, data)
    large = f"{width:,} x {height:,} pixels" if width * height > MOST_PIXELS else ""
    return f".{extension}", large


def _extension(data: bytes) -> str:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if data.startswith((b"II*\0", b"MM\0*")):
        return "tiff"
    if data.startswith(b"\x01\0\0\0") and data[40:44] == b" EMF":
        return "emf"
    if data.startswith((b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0")):
        return "wmf"
    if data.startswith(b"BM"):
        return "bmp"
    return "svg" if b"<svg" in data[:4096] or b"<\0s\0v\0g" in data[:4096] else ""


def _pixels(extension: str, data: bytes) -> tuple[int, int]:
    """Return the width and the height that a header states; 0 by 0 where it states none."""
    try:
        if extension == "png":
            width, height = struct.unpack_from(">II", data, 16)
        elif extension == "gif":
            width, height = struct.unpack_from("<HH", data, 6)
        elif extension == "bmp":
            width, height = struct.unpack_from("<ii", data, 18)
        elif extension == "jpeg":
            return _jpeg(data)
        else:
            return 0, 0
    except struct.error:
        return 0, 0
    return abs(width), abs(height)


def _jpeg(data: bytes) -> tuple[int, int]:
    """Return what the first start of a frame says (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 9 < len(data):
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at] != 0xFF:
            break
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 + length
    return 0, 0


def _svg(data: bytes, part: str) -> str:
    """Return why a drawing is not taken: it runs something or fetches something."""
    try:
        root = parsed(data, part, TEMPLATE)
    except PackageError as error:
        return str(error)
    for element in root.iter():
        space, _, name = str(element.tag).rpartition("}")
        if f"{space}}}" == _SVG and name not in _SHAPES:
            return f"a drawing with <{name}>"
        for key, value in element.attrib.items():
            bare, text = str(key).rpartition("}")[2].casefold(), str(value)
            if bare.startswith("on"):
                return f"a drawing with {bare}="
            if bare == "href" and not _INSIDE.match(text.strip()):
                return "a drawing that leads out of the file"
            if _OUTSIDE.search(text):
                return "a drawing that leads out of the file"
        if name == "style" and _OUTSIDE.search("".join(element.itertext())):
            return "a drawing that leads out of the file"
    return ""
