"""Fonts beside a theme: a file's bytes in; what keeps it from being embedded, out.

The paper embeds subsets of TrueType outlines (OpenType 1.9, `glyf`), found by Unicode.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Final

_TRUETYPE: Final = (b"\x00\x01\x00\x00", b"true")
_NEEDED: Final = ("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")
# OS/2 fsType: restricted licence; no subsetting; bitmaps only.
_RESTRICTED: Final = 0x0002
_NO_SUBSET: Final = 0x0100
_BITMAPS: Final = 0x0200


def font_fault(data: bytes) -> str:
    """Return what keeps a font file from being embedded, as the end of a sentence; else empty."""
    if data[:4] == b"OTTO":
        return "holds PostScript outlines"
    if data[:4] == b"ttcf":
        return "is a collection of fonts"
    if data[:4] not in _TRUETYPE:
        return "is no TrueType font"
    try:
        tables = _tables(data)
        missing = [tag for tag in _NEEDED if tag not in tables]
        if missing:
            return f"lacks the table {missing[0]}"
        if not _has_unicode(tables["cmap"]):
            return "has no Unicode characters"
        return _forbidden(tables.get("OS/2", b""))
    except struct.error:
        return "is cut off"


def _tables(data: bytes) -> Mapping[str, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    found = {}
    for number in range(count):
        tag, _, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        if start + length > len(data):
            raise struct.error("a table ends behind the file's end")
        found[tag.decode("latin-1").strip()] = data[start : start + length]
    return found


def _has_unicode(cmap: bytes) -> bool:
    (count,) = struct.unpack_from(">H", cmap, 2)
    kinds = [struct.unpack_from(">HH", cmap, 4 + 8 * number) for number in range(count)]
    return any(platform == 0 or (platform, kind) in ((3, 1), (3, 10)) for platform, kind in kinds)


def _forbidden(about: bytes) -> str:
    """Return what the font's maker forbids (OS/2 fsType), empty where it may be embedded."""
    rights = struct.unpack_from(">H", about, 8)[0] if len(about) >= 10 else 0
    if rights & 0x000F == _RESTRICTED:
        return "forbids embedding"
    if rights & _NO_SUBSET:
        return "forbids embedding of single characters"
    return "allows bitmaps only" if rights & _BITMAPS else ""
