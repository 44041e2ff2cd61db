"""The seal of a deck: takes the parts of its package, returns digests of those that show something.

A digest is that of a part's canonical XML (W3C Canonical XML 1.0), so that a program which only
writes the same XML anew changes none. Of slides, layouts and masters each shape has a digest of
its own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any, Final
from zlib import crc32

from lxml import etree

_SHOWING: Final = re.compile(
    r"ppt/(slides|slideLayouts|slideMasters|theme|charts|notesSlides|drawings|diagrams|comments)/"
    r"[^/]+\.xml|ppt/(presentation|tableStyles)\.xml|ppt/(media|embeddings|fonts)/.+"
)
_TREE: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}spTree"
_SAFE: Final = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def seal(parts: Mapping[str, bytes]) -> dict[str, Any]:
    """Return by name of part [digest, CRC-32 of each shape]."""
    found: dict[str, Any] = {}
    for name in sorted(parts):
        if _SHOWING.fullmatch(name):
            found[name] = part_seal(name, parts[name])
    return found


def part_seal(name: str, data: bytes) -> list[Any]:
    """Return the seal of one part."""
    if not name.endswith(".xml"):
        return [_digest(data), []]
    try:
        root = etree.fromstring(data, _SAFE)
    except etree.XMLSyntaxError:
        return [_digest(data), []]
    tree = root.find(f".//{_TREE}")
    shapes = [] if tree is None else [crc32(_canonical(shape)) for shape in tree[2:]]
    return [_digest(_canonical(root)), shapes]


def _canonical(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_comments=False)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
