"""Mends the fonts' maps to Unicode: takes an open PDF whose maps ReportLab wrote, rewrites them.

ReportLab maps code 0 to U+0000, writes more than the 100 entries that a block may have, and
characters above U+FFFF as five digits instead of two surrogates (Adobe Technical Note 5411).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pikepdf import Pdf

_PAIR: Final = re.compile(rb"^<([0-9A-F]{2})> <([0-9A-F]{4,6})>$", re.MULTILINE)
_MOST: Final = 100
_HEAD: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""
_FOOT: Final = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def mend_unicode_maps(pdf: Pdf) -> None:
    """Rewrite the map of every font."""
    import pikepdf

    done = set()
    for page in pdf.pages:
        for font in page.resources.get("/Font", pikepdf.Dictionary()).values():
            if "/ToUnicode" in font and font.ToUnicode.objgen not in done:
                done.add(font.ToUnicode.objgen)
                pairs = _PAIR.findall(font.ToUnicode.read_bytes())
                codes = [(int(code, 16), int(character, 16)) for code, character in pairs]
                font.ToUnicode.write(unicode_map(codes))


def unicode_map(codes: list[tuple[int, int]]) -> bytes:
    """Return the map (ISO 32000-1, 9.10.3) from codes of one byte to characters, less zeros."""
    return "\n".join((_HEAD, *_blocks(codes), _FOOT)).encode()


def _blocks(codes: list[tuple[int, int]]) -> Iterator[str]:
    lines = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in codes
        if code and character
    ]
    for start in range(0, len(lines), _MOST):
        block = lines[start : start + _MOST]
        yield "\n".join((f"{len(block)} beginbfchar", *block, "endbfchar"))
