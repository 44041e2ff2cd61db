"""Parts of a package: a part's name in, those that it is related to out (ISO/IEC 29500-2, 6.5)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from builder.ooxml import BOOK, Archive, parsed

_YES: Final = ("1", "true", "on")


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def is_set(element: etree._Element, name: str) -> bool:
    """Say whether an attribute says yes."""
    return (element.get(name) or "").casefold() in _YES


@dataclass(frozen=True)
class Part:
    """What a relationship leads to: its type's last word, and the part."""

    kind: str
    name: str


def relations(archive: Archive, part: str) -> Iterator[Part]:
    """Yield the parts that a part, or the package, is related to; nothing outside it."""
    yield from (found for _, found in related(archive, part))


def related(archive: Archive, part: str) -> Iterator[tuple[str, Part]]:
    """Yield each relation of a part by its id."""
    folder, _, name = part.rpartition("/")
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in archive:
        return
    for element in parsed(archive.read(rels), rels, BOOK):
        if not isinstance(element.tag, str) or element.get("TargetMode") == "External":
            continue
        kind = (element.get("Type") or "").rpartition("/")[2]
        target = posixpath.normpath(posixpath.join("/", folder, element.get("Target") or ""))
        yield element.get("Id") or "", Part(kind, target.lstrip("/"))
