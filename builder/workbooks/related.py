"""Parts of a package: a part's name in, those that it is related to out (ISO/IEC 29500-2, 6.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from builder.ooxml import BOOK, Archive, parsed
from builder.ooxml.markup import Relation, relations_in, relations_of

_YES: Final = ("1", "true", "on")


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def is_set(element: etree._Element, name: str) -> bool:
    """Say whether an attribute says yes."""
    return (element.get(name) or "").casefold() in _YES


def relations(archive: Archive, part: str) -> Iterator[Relation]:
    """Yield what leads from a part, "" for the package, to other parts; nothing outside it."""
    held = relations_of(part)
    if held in archive:
        found = relations_in(parsed(archive.read(held), held, BOOK), part)
        yield from (relation for relation in found if not relation.external)
