"""A user's own theme judged: takes colours, returns pairs too alike; a font file, what is wrong.

Relative luminance and contrast ratio are those of WCAG 2.2; text is held to success criterion
1.4.3 (4.5:1), marks that carry meaning to 1.4.11 (3:1). Thin rules and tints carry none. The paper
embeds subsets of TrueType outlines (OpenType 1.9, `glyf`), found by Unicode.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from builder.theme.theme import Colours

TEXT: Final = 4.5
MARKS: Final = 3.0


@dataclass(frozen=True)
class Faint:
    """A colour that does not stand out enough: its key (and place in a list), on what, by how much.

    `ratio` is what it has, `least` what it needs, both to one.
    """

    key: str
    number: int | None
    colour: str
    ground: str
    on: str
    ratio: float
    least: float


def luminance(colour: str) -> float:
    """Return the relative luminance of `#RRGGBB`, 0 for black and 1 for white."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours to one, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def faint(colours: Colours) -> Iterator[Faint]:
    """Yield each colour that is too faint on the grounds that it stands on."""
    grounds = {"paper": colours.paper, "tint": colours.tint}
    for key in ("ink", "muted", "accent"):
        for ground in grounds:
            yield from _too_faint(key, None, getattr(colours, key), ground, grounds[ground], TEXT)
    for number, colour in enumerate(colours.series_text):
        yield from _too_faint("series_text", number, colour, "paper", colours.paper, TEXT)
    for key in ("highlight", "soft"):
        yield from _too_faint(key, None, getattr(colours, key), "paper", colours.paper, MARKS)
    for number, colour in enumerate(colours.series):
        yield from _too_faint("series", number, colour, "paper", colours.paper, MARKS)


def _too_faint(
    key: str, number: int | None, colour: str, ground: str, on: str, least: float
) -> Iterator[Faint]:
    ratio = contrast(colour, on)
    if ratio < least:
        yield Faint(key, number, colour, ground, on, ratio, least)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


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
