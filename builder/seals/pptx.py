"""The seal of a deck: takes the parts of its package, returns digests of those that show something.

A digest is that of a part's canonical XML (W3C Canonical XML 1.0), so that a program which only
writes the same XML anew changes none; nor does an apostrophe, a hyphen or a space that somebody
typed anew. Of slides, layouts and masters each shape has a digest of its own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any, Final
from zlib import crc32

from lxml import etree

from builder.memory import memory, remembered
from builder.model.saying import leveled
from builder.ooxml import DECK, parsed
from builder.ooxml.unmarked import BLANK, unmarked

_SHOWING: Final = re.compile(
    r"ppt/(slides|slideLayouts|slideMasters|theme|charts|notesSlides|drawings|diagrams|comments)/"
    r"[^/]+\.xml|ppt/(presentation|tableStyles)\.xml|ppt/(media|embeddings|fonts)/.+"
)
_NONE: Final[Mapping[str, Any]] = {}
_P: Final = "http://schemas.openxmlformats.org/presentationml/2006/main"
_TREE: Final = f"{{{_P}}}spTree"
_DECLARED: Final = f' xmlns:p="{_P}"'.encode()
_NAMES: Final = ("sp", "grpSp", "pic", "graphicFrame", "cxnSp")
_KINDS: Final = frozenset(f"{{{_P}}}{name}" for name in _NAMES)
_SHAPE: Final = re.compile(rb"<(/?)(p:(?:%b))(?=[ >])" % "|".join(_NAMES).encode())
"""Where a shape begins or ends: canonical XML has no other `<` than those of tags."""
_SHAPES_BEGIN: Final = re.compile(
    rb"<p:\w+%b(?: (?!xmlns)[^<]*)?><p:cSld(?: (?!xmlns)[^<]*)?>(?:<p:bg>.*?</p:bg>)?<p:spTree>"
    % re.escape(_DECLARED),
    re.DOTALL,
)
"""How a slide begins whose shapes say of themselves what they would say alone, but for `p`."""


def seal(parts: Mapping[str, bytes], known: Mapping[str, Any] = _NONE) -> dict[str, Any]:
    """Return by name of part [digest, CRC-32 of each shape, CRC-32 of its bytes].

    A part whose bytes are those of a `known` seal has that one: most are, and need not be parsed.

    Raises:
        PackageError: a part is damaged, or made to do harm.
    """
    found: dict[str, Any] = {}
    for name in sorted(parts):
        if _SHOWING.fullmatch(name):
            was, check = known.get(name), crc32(parts[name])
            same = isinstance(was, list) and was[-1] == check
            found[name] = was if same else [*_part_seal(name, parts[name]), check]
    return found


def _part_seal(name: str, data: bytes) -> tuple[str, list[int]]:
    text, mark = unmarked(data) if memory() is not None else (data, "")
    key = "seal", name, hashlib.sha256(text).digest()
    if not mark:
        return remembered(key, lambda: _made(name, data), lambda made: 400 + 40 * len(made[1]))
    whole, shapes = remembered(key, lambda: _told(name, text), lambda told: 2 * len(told[0]))
    blank, said = BLANK.encode(), mark.encode()
    sums = [each if isinstance(each, int) else crc32(each.replace(blank, said)) for each in shapes]
    return _digest(whole.replace(blank, said)), sums


def _made(name: str, data: bytes) -> tuple[str, list[int]]:
    if not name.endswith(".xml"):
        return _digest(data), []
    whole, shapes = _parts(name, data)
    return _digest(whole), list(map(crc32, shapes))


def _told(name: str, data: bytes) -> tuple[bytes, list[int | bytes]]:
    """Return the canonical XML of a part without its fingerprint; of its shapes, their CRC-32, but
    the canonical XML of the one that bears it.
    """
    whole, shapes = _parts(name, data)
    return whole, [each if BLANK.encode() in each else crc32(each) for each in shapes]


def _parts(name: str, data: bytes) -> tuple[bytes, list[bytes]]:
    """Return the canonical XML of a part, and that of each of its shapes."""
    root = parsed(data, name, DECK)
    whole, tree = leveled(_canonical(root)), root.find(f".//{_TREE}")
    if tree is None:
        return whole, []
    held = tree[2:]
    shapes = shapes_of(whole) if all(shape.tag in _KINDS for shape in held) else []
    if len(shapes) == len(held):
        return whole, shapes
    return whole, [leveled(_canonical(shape)) for shape in held]


def shapes_of(whole: bytes) -> list[bytes]:
    """Return the canonical XML of each shape of a canonical slide, cut out of it: to make it of the
    shape takes longer than that of the slide. Nothing where it is not that plain.
    """
    begins = _SHAPES_BEGIN.match(whole)
    found: list[bytes] = []
    if begins is None:
        return found
    depth = start = 0
    for tag in _SHAPE.finditer(whole, begins.end()):
        if tag[1]:
            depth -= 1
            if not depth:
                end = whole.index(b">", tag.end()) + 1
                named = start + 1 + len(tag[2])
                if whole.startswith(b" xmlns", named):
                    return []  # what stands in order with `p`
                found.append(b"".join((whole[start:named], _DECLARED, whole[named:end])))
        else:
            if not depth:
                start = tag.start()
            depth += 1
    return found


def _canonical(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_comments=False)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
